"""The script that every forge calls, run over a real bank in a real repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.workspace.git_bank import git

from kopilka.cli.start import write_bank
from kopilka.exchange.ci import SCRIPT, make_files
from kopilka.settings import Settings

RECORD = "practices/polka-nezakonchennyh-rabot.md"
ENVIRONMENT = {
    **os.environ,
    "KOPILKA_BIN": str(Path(sys.executable).parent),
    "SOURCE_DATE_EPOCH": "1795305600",
}


def bank_script(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """`python3 .ci/bank.py …` as a forge calls it."""
    return subprocess.run(
        [sys.executable, SCRIPT, *words],
        cwd=folder,
        env={**ENVIRONMENT, "PYTHONUTF8": "1", **more},
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


@pytest.fixture(scope="module")
def proposal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new bank whose last commit spoils a record: that is the proposal."""
    folder = tmp_path_factory.mktemp("forge") / "bank"
    write_bank(folder, name="Проба", title="Пробный банк", examples=True)
    for path, text in make_files("forgejo", Settings()).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Банк")
    git(folder, "checkout", "--quiet", "-b", "predlozhenie")
    record = folder / RECORD
    record.write_text(record.read_text(encoding="utf-8").replace("\ncreated:", "\ncreatd:"), encoding="utf-8")
    git(folder, "commit", "--quiet", "--all", "--message", "Правка")
    return folder


def test_the_check_marks_lines(proposal: Path) -> None:
    """Errors stop the run, stand in the log in words and as the forge's own marks, and are kept as a file."""
    done = bank_script(proposal, "check", "github")
    assert done.returncode == 1
    assert f"::error file={RECORD},line=" in done.stdout
    assert "::notice" not in done.stdout
    assert "ошибка K202" in (proposal / "dist/proverka/check.txt").read_text(encoding="utf-8")


def test_the_check_writes_reports_of_gitlab(proposal: Path) -> None:
    """Where GitLab looks for them, in its formats."""
    assert bank_script(proposal, "check", "gitlab").returncode == 1
    found = json.loads((proposal / "dist/proverka/gl-code-quality.json").read_text(encoding="utf-8"))
    assert RECORD in {item["location"]["path"] for item in found}
    assert "<testsuite" in (proposal / "dist/proverka/junit.xml").read_text(encoding="utf-8")


def test_the_difference_is_told(proposal: Path, tmp_path: Path) -> None:
    """In the log, as a comment, as a page, and in the summary of the run; errors are no failure."""
    summary = tmp_path / "summary.md"
    done = bank_script(proposal, "diff", "main", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stderr
    assert "ЧТО МЕНЯЕТ ПРЕДЛОЖЕНИЕ" in done.stdout
    text = (proposal / "dist/proverka/diff.md").read_text(encoding="utf-8")
    assert summary.read_text(encoding="utf-8") == text
    assert "### Что дальше" in text
    assert (proposal / "dist/proverka/diff.html").stat().st_size


def test_the_preview_opens_from_a_folder(proposal: Path) -> None:
    """The main branch is built with everything in it, with addresses that need no server."""
    git(proposal, "checkout", "--quiet", "main")
    try:
        done = bank_script(proposal, "preview")
    finally:
        git(proposal, "checkout", "--quiet", "predlozhenie")
    assert done.returncode == 0, done.stderr
    assert (proposal / "dist/prosmotr/praktiki/polka-nezakonchennyh-rabot.html").is_file()


class Forge(BaseHTTPRequestHandler):
    """Comments as Gitea keeps them: enough of its API to see what is asked of it."""

    comments: list[dict[str, object]]
    asked: list[tuple[str, str, str]]

    def _answer(self, status: int, data: object) -> None:
        text = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def _take(self) -> bytes:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.asked.append((self.command, self.path, str(self.headers["Authorization"])))
        return body

    def do_GET(self) -> None:
        """The comments of a proposal."""
        self._take()
        self._answer(200, self.comments)

    def do_DELETE(self) -> None:
        """Takes a comment away."""
        self._take()
        self.comments[:] = [item for item in self.comments if str(item["id"]) != self.path.rpartition("/")[2]]
        self._answer(200, {})

    def do_POST(self) -> None:
        """A new comment, or a file beside one; a key from a stranger's repository is refused."""
        body = self._take()
        if self.headers["Authorization"] == "token chuzhoj":
            self._answer(403, {})
        elif "/assets" in self.path:
            self._answer(201, {"size": len(body)})
        else:
            self.comments.append({"id": 7, **json.loads(body)})
            self._answer(201, self.comments[-1])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Says nothing."""


@pytest.fixture
def forge() -> Iterator[str]:
    """The address of a forge with two comments: one of ours from the last time, one of a person."""
    Forge.comments = [
        {"id": 1, "body": "<!-- kopilka diff -->\nстарый"},
        {"id": 2, "body": "Спасибо!"},
    ]
    Forge.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Forge)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def forge_environment(address: str, key: str) -> dict[str, str]:
    """What a runner of Gitea tells a step."""
    return {"TOKEN": key, "GITHUB_API_URL": address, "GITHUB_REPOSITORY": "metodisty/bank"}


def test_the_comment_is_renewed(proposal: Path, forge: str) -> None:
    """One comment of ours, the newest, with the preview beside it; people's comments stay."""
    bank_script(proposal, "diff", "main")
    (proposal / "dist/prosmotr").mkdir(parents=True, exist_ok=True)
    done = bank_script(proposal, "comment", "3", **forge_environment(forge, "klyuch"))
    assert done.returncode == 0, done.stderr
    assert [item["id"] for item in Forge.comments] == [2, 7]
    assert "Что меняет предложение" in str(Forge.comments[1]["body"])
    issues = "/repos/metodisty/bank/issues"
    assert [(method, path) for method, path, _ in Forge.asked] == [
        ("GET", f"{issues}/3/comments"),
        ("DELETE", f"{issues}/comments/1"),
        ("POST", f"{issues}/3/comments"),
        ("POST", f"{issues}/comments/7/assets?name=prosmotr.zip"),
    ]
    assert {key for _, _, key in Forge.asked} == {"token klyuch"}


def test_a_key_that_may_not_write_is_no_failure(proposal: Path, forge: str) -> None:
    """A proposal from a stranger's repository is told in the log."""
    bank_script(proposal, "diff", "main")
    done = bank_script(proposal, "comment", "3", **forge_environment(forge, "chuzhoj"))
    assert done.returncode == 0
    assert "Комментарий не записан" in done.stdout


@pytest.mark.parametrize("words", [(), ("comment", "3; rm -rf ~"), ("check", "svn"), ("deploy",)])
def test_wrong_words(proposal: Path, words: tuple[str, ...]) -> None:
    """What the script can do is told, and nothing is done."""
    done = bank_script(proposal, *words)
    assert done.returncode == 2
    assert done.stderr.startswith("Что сделать:")


def test_a_state_that_is_not_there(proposal: Path) -> None:
    """A base that the forge did not bring is told by the program itself, with the way to bring it."""
    done = bank_script(proposal, "diff", "origin/main")
    assert done.returncode == 2
    assert "нет такого состояния: origin/main" in done.stderr
