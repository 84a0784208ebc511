"""Checks a proposal to the bank and builds its site: the same work on every forge.

Written by `kopilka ci`; the forge's own files only call it. Python of the system is enough to start it: the
program itself is installed into `.cache/ci`, as `requirements.lock` (with hashes) or `requirements.txt` say.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
REPORTS = Path("dist/proverka")
PREVIEW = Path("dist/prosmotr")
OURS = Path(".cache/ci") / ("Scripts" if os.name == "nt" else "bin")
BIN = Path(os.environ.get("KOPILKA_BIN", OURS))
"""Where the program is: another place when it has been installed already."""

MARK = "<!-- kopilka diff -->"
PATIENCE = 60

USAGE = """Что сделать:
  check [github|gitlab]  проверить записи; для github – пометки у строк, для gitlab – файлы отчётов
  diff ОТ [ДО]           рассказать, что меняется между двумя состояниями
  preview                собрать сайт вместе с черновиками, чтобы посмотреть
  site ПАПКА             собрать сайт для читателей
  comment НОМЕР          положить рассказ в комментарий к предложению (Gitea, Forgejo)"""


def main(words: Sequence[str]) -> int:
    """Does what the words say; returns the exit code: 0 good, 1 errors in the records, 2 cannot be done."""
    os.chdir(ROOT)
    match words:
        case ["check", *kind] if kind in ([], ["github"], ["gitlab"]):
            done = check(*kind)
        case ["diff", base]:
            done = tell(base, "HEAD")
        case ["diff", base, head]:
            done = tell(base, head)
        case ["preview"]:
            done = build(PREVIEW, preview=True)
        case ["site", folder]:
            done = build(Path(folder), preview=False)
        case ["comment", number] if number.isdigit():
            done = comment(int(number))
        case _:
            print(USAGE, file=sys.stderr)
            done = 2
    return done


def check(kind: str = "") -> int:
    """Everything wrong in the bank: for people in the log and in `check.txt`, for the forge in its format."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    text = ask("kopilka", "check")
    save("check.txt", text.stdout)
    print(text.stdout, text.stderr, sep="", flush=True)
    if kind == "github":
        run("kopilka", "check", "--format", "github", "--min-severity", "warning")
    elif kind == "gitlab":
        save("gl-code-quality.json", ask("kopilka", "check", "--format", "gitlab").stdout)
        save("junit.xml", ask("kopilka", "check", "--format", "junit").stdout)
    if ask("kopilka", "fmt", "--check").returncode:
        print("Часть записей не в общем виде. Это не ошибка: методист выполнит kopilka fmt.")
    return text.returncode


def tell(base: str, head: str) -> int:
    """What changes between two states: in the log, in `diff.md` and in `diff.html`."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    states = f"{base}...{head}"
    for kind, name in (("markdown", "diff.md"), ("html", "diff.html")):
        done = run("kopilka", "diff", states, "--format", kind, "-o", str(REPORTS / name))
        if done > 1:
            return done
    run("kopilka", "diff", states)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write((REPORTS / "diff.md").read_text(encoding="utf-8"))
    return 0


def build(folder: Path, *, preview: bool) -> int:
    """The books, then the whole site; a preview has drafts in it and opens from a folder, as downloaded."""
    if done := run("kopilka", "publish", "--all"):
        return done
    more = ("--no-directory-urls",) if preview else ()
    return run("mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder), *more, preview=preview)


def comment(number: int) -> int:
    """The report as a comment with the preview beside it, instead of the comment of the last time.

    A proposal from somebody else's repository gets no right to write: the report is in the log then.
    """
    issues = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}/issues"
    text = f"{MARK}\n{(REPORTS / 'diff.md').read_text(encoding='utf-8')}"
    try:
        for old in json.loads(call("GET", f"{issues}/{number}/comments")):
            if str(old["body"]).startswith(MARK):
                call("DELETE", f"{issues}/comments/{int(old['id'])}")
        made = json.loads(call("POST", f"{issues}/{number}/comments", json.dumps({"body": text}).encode()))
        if PREVIEW.is_dir():
            attach(f"{issues}/comments/{int(made['id'])}/assets?name=prosmotr.zip")
    except (URLError, OSError, ValueError) as error:
        print(f"Комментарий не записан ({error}). Рассказ о предложении – выше, в этом журнале.")
    return 0


def attach(address: str) -> None:
    """Sends the preview as one file."""
    packed = Path(shutil.make_archive("dist/prosmotr", "zip", PREVIEW))
    edge = "kopilka-prosmotr"
    head = f'--{edge}\r\nContent-Disposition: form-data; name="attachment"; filename="prosmotr.zip"\r\n'
    body = f"{head}Content-Type: application/zip\r\n\r\n".encode() + packed.read_bytes()
    call("POST", address, body + f"\r\n--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}")


def call(method: str, address: str, body: bytes | None = None, kind: str = "application/json") -> bytes:
    """Asks the forge's API; raises `URLError`."""
    if not address.startswith(("https://", "http://")):
        raise ValueError(address)
    headers = {"Authorization": f"token {os.environ['TOKEN']}", "Content-Type": kind}
    request = Request(address, data=body, headers=headers, method=method)  # noqa: S310 - the line above
    with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - the same
        data: bytes = answer.read()
    return data


def run(program: str, *words: str, preview: bool = False) -> int:
    """Runs a command of the program before everybody's eyes; returns its exit code."""
    return subprocess.run(command(program, words), env=surroundings(preview=preview), check=False).returncode  # noqa: S603 - our own command


def ask(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of the program and keeps what it says."""
    return subprocess.run(  # noqa: S603 - our own command
        command(program, words), env=surroundings(), check=False, capture_output=True, encoding="utf-8"
    )


def command(program: str, words: Sequence[str]) -> list[str]:
    """The command with the program's place in front; installs the program when it is not there."""
    found = shutil.which(program, path=str(BIN))
    if found is None:
        install()
        found = shutil.which(program, path=str(BIN)) or program
    return [found, *words]


def surroundings(*, preview: bool = False) -> dict[str, str]:
    """Our variables, without the forge's key: what is called here needs none."""
    ours = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "KOPILKA_PREVIEW": "true" if preview else "false"}
    return {name: value for name, value in os.environ.items() if name != "TOKEN"} | ours


def install() -> None:
    """The program and its libraries, in a folder of their own."""
    venv.create(OURS.parent, with_pip=True)
    pip = [str(OURS / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if Path("requirements.lock").is_file():
        subprocess.run([*pip, "--require-hashes", "--requirement", "requirements.lock"], check=True)  # noqa: S603
    elif Path("requirements.txt").is_file():
        subprocess.run([*pip, "--requirement", "requirements.txt"], check=True)  # noqa: S603 - our own command
    else:
        sys.exit("Впишите в requirements.txt, откуда ставить «Копилку»: проверять пока нечем.")
    if Path("plugins/kopilka").is_dir():
        subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", "."], check=True)  # noqa: S603


def save(name: str, text: str) -> None:
    """Writes a report into the folder that the forge keeps."""
    (REPORTS / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
