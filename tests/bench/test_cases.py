"""Every case of the benchmark runs over a small bank and gives figures; how large they are is not judged."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from bench.__main__ import main
from bench.cases import (
    Banks,
    measure_build,
    measure_check,
    measure_fmt,
    measure_likeness,
    measure_serve,
    measure_stages,
)
from bench.measure import CommandError, Cost, python, run

SIZE = 20

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="os.wait4 tells what a process cost")


@pytest.fixture(scope="module")
def banks(tmp_path_factory: pytest.TempPathFactory) -> Banks:
    """Banks written once for all cases."""
    return Banks(tmp_path_factory.mktemp("banks"))


def is_real(cost: Cost) -> bool:
    """Whether a process was measured at all."""
    return cost.wall > 0 and cost.cpu > 0 and cost.megabytes > 1


def test_check_beside_the_bare_reading(banks: Banks) -> None:
    """Both run over the same records."""
    pair = measure_check(banks, SIZE, 1)
    assert all(map(is_real, (*pair.ours, *pair.peer)))
    assert pair.cpu_ratio > 0


def test_formatting_beside_the_bare_reading(banks: Banks) -> None:
    """The bank is formatted first; both then run over the same records."""
    pair = measure_fmt(banks, SIZE, 1)
    assert all(map(is_real, (*pair.ours, *pair.peer)))


def test_build_beside_plain_mkdocs(banks: Banks) -> None:
    """Both sites are built whole."""
    pair = measure_build(banks, SIZE, 1)
    assert all(map(is_real, (*pair.ours, *pair.peer)))
    assert (banks.bank(SIZE) / "site/praktiki/practice-00000/index.html").exists()
    assert (banks.plain(SIZE) / "site/zapisi/practice-00000/index.html").exists()


def test_stages(banks: Banks) -> None:
    """Each stage has its seconds."""
    assert set(measure_stages(banks, SIZE).seconds) == {"read", "plan", "render records", "render lists"}


def test_near_duplicates(banks: Banks) -> None:
    """They are looked for twice: with sketches to make and with sketches kept."""
    assert [work.case for work in measure_likeness(banks, SIZE)] == ["likeness", "likeness again"]


def test_serve(banks: Banks) -> None:
    """A change shows."""
    assert all(seconds > 0 for seconds in measure_serve(banks, SIZE, 2).seconds)


def test_a_failed_command_is_no_measurement(tmp_path: Path) -> None:
    """Its last words are shown."""
    with pytest.raises(CommandError, match="не банк"):
        run(python("-m", "kopilka.cli", "check", "--root", str(tmp_path)), tmp_path)


def test_the_whole_benchmark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One command prints the tables and writes the figures."""
    numbers = tmp_path / "bench.json"
    words = ["--sizes", "20", "--forms", "2", "--only", "check", "import", "stages", "--runs", "1"]
    main([*words, "--json", str(numbers)])
    printed = capsys.readouterr().out
    assert "| проверка, рядом – только разбор и pydantic | 20 |" in printed
    assert "| импорт заявок по 10 страниц | 2 |" in printed
    assert "█" in printed
    data = json.loads(numbers.read_text(encoding="utf-8"))
    assert data["pairs"][0]["size"] == SIZE
    assert data["machine"]["mkdocs"]
