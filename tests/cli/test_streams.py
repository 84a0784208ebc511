"""What reaches a terminal, a file and a pipe."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.bank_maker import make_bank
from tests.catalog.writing import practice
from tests.cli.command import DAY, run

from kopilka.cli.streams import Screen, prepare

BROKEN = practice(title="Карты «для чтения» – на уроках").replace("keywords:", "keyword:")


class Terminal(io.StringIO):
    """A stream that says it is a screen."""

    def isatty(self) -> bool:
        """Whether somebody looks."""
        return True


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank with one broken record."""
    return make_bank(tmp_path_factory.mktemp("bank"), {"practices/karty.md": BROKEN})


def on_screen(bank: Path, **environment: str) -> bytes:
    """What `kopilka check` shows on a real terminal."""
    pty = pytest.importorskip("pty", reason="a terminal of its own is a thing of Unix")
    leader, follower = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS"}}
    with subprocess.Popen(
        [sys.executable, "-m", "kopilka.cli", "check"],
        cwd=bank,
        env={**inherited, "SOURCE_DATE_EPOCH": DAY, "TERM": "xterm", **environment},
        stdout=follower,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(follower)
        shown = b""
        while chunk := _read(leader):
            shown += chunk
        os.close(leader)
        assert process.stderr is not None
        assert not process.stderr.read()
    assert process.returncode == 1
    return shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side has gone
        return b""


def test_screen_has_colour(bank: Path) -> None:
    """On a terminal the head of a problem is coloured."""
    assert b"\x1b[1;31m" in on_screen(bank)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_none_is_wanted(bank: Path, environment: dict[str, str]) -> None:
    """NO_COLOR and a dumb terminal are respected."""
    assert b"\x1b" not in on_screen(bank, **environment)


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("cp1251", "     | ^".encode("cp1251")),
        ("cp866", 'поля "keyword" нет'.encode("cp866")),
        ("koi8-r", "ошибка".encode("koi8-r")),
        ("ascii", b"practices/karty.md:"),
    ],
)
def test_old_screen(bank: Path, encoding: str, expected: bytes) -> None:
    """A terminal of another encoding gets the nearest signs it has, and nothing crashes."""
    shown = on_screen(bank, PYTHONIOENCODING=encoding, NO_COLOR="1")
    assert expected in shown
    shown.decode(encoding)


def test_caret_on_an_old_screen(bank: Path) -> None:
    """Signs are replaced one for one, so the caret stays under its place."""
    lines = on_screen(bank, PYTHONIOENCODING="cp866", NO_COLOR="1").decode("cp866").splitlines()
    number = next(number for number, line in enumerate(lines) if line.strip().startswith("^") or " ^" in line)
    place = lines[number].index("^")
    assert lines[number - 1][place:].startswith("keyword")


@pytest.mark.parametrize("encoding", ["cp1251", "ascii", "utf-16"])
def test_pipe_is_utf8(bank: Path, encoding: str) -> None:
    """Into a file or a pipe goes UTF-8, whatever the system thinks."""
    result = run("check", folder=bank, environment={"PYTHONIOENCODING": encoding, "LC_ALL": "C"})
    assert "Проверено" in result.stdout.decode("utf-8")
    assert b"\x1b" not in result.stdout


def test_complaints_are_utf8_too(tmp_path: Path) -> None:
    """The error stream follows the same rule."""
    result = run("check", folder=tmp_path, environment={"PYTHONIOENCODING": "ascii"})
    assert "это не банк" in result.stderr.decode("utf-8")


def test_reader_that_leaves(bank: Path) -> None:
    """`kopilka check | head -1` ends without a traceback, with the code of the check."""
    command = [sys.executable, "-m", "kopilka.cli", "check"]
    with subprocess.Popen(command, cwd=bank, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert not process.stderr.read()
    assert process.returncode == 1


def test_width_of_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal has its own width, within reason; a file has a fixed one."""
    monkeypatch.setenv("COLUMNS", "20")
    assert Screen.of(Terminal(), {}).width == 40
    monkeypatch.setenv("COLUMNS", "200")
    assert Screen.of(Terminal(), {}).width == 200
    assert Screen.of(io.StringIO(), {}) == Screen(width=110, colour=False)


def test_stream_without_encoding_is_left_alone() -> None:
    """A stream made by another program, without an encoding to change, is used as it is."""
    stream = io.StringIO()
    prepare(stream)
    stream.write("ёж")
    assert stream.getvalue() == "ёж"
