"""`kopilka editor`: what is told when it opens, and when it cannot."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.bank_maker import make_bank
from tests.cli.command import complained, run

LISTENING = """
import signal, sys
from kopilka.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main())
"""
"""The command as a person starts it: tests that run in the background have Ctrl+C switched off for them."""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank under Git."""
    (tmp_path / ".git").mkdir()
    return make_bank(tmp_path, {})


def test_it_tells_where_to_go_and_stops_when_told(bank: Path) -> None:
    """The address, the browsers that will do, the folder to choose; Ctrl+C ends it without a noise."""
    command = [sys.executable, "-u", "-c", LISTENING, "editor", "--port", "0"]
    with subprocess.Popen(
        command, cwd=bank, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as running:
        assert running.stdout
        assert running.stderr
        told = "".join(running.stdout.readline() for _ in range(5))
        running.send_signal(signal.SIGINT)
        try:
            assert running.wait(timeout=300) == 130
        finally:
            running.kill()  # else a server that did not listen would hold the whole suite
        assert running.stderr.read() == "kopilka: остановлено\n"
    assert "http://127.0.0.1:" in told
    assert f"папку {bank.resolve()}" in told
    assert "Яндекс Браузере" in told


def test_a_folder_without_git_is_refused(tmp_path: Path) -> None:
    """Sveltia opens such folders only, and says so later and worse."""
    result = run("editor", folder=make_bank(tmp_path, {}))
    assert result.returncode == 2
    assert "git init" in complained(result)


def test_a_taken_port(bank: Path) -> None:
    """Another program has the port: take the next one."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = run("editor", "--port", str(port), folder=bank)
    assert result.returncode == 2
    assert f"порт {port} занят" in complained(result)
