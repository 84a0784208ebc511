"""Documents of older programs: LibreOffice, where it is there, makes .docx and .xlsx of them."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from kopilka.exchange.intake.paper import Refusal
from kopilka.exchange.intake.safety import RESAVE

_SECONDS = 120
_NAMES = (
    "soffice",
    "libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
"""Installed with its own installer it is not among the commands."""


def convert(name: str, data: bytes, ending: str) -> bytes | Refusal:
    """The document as `ending`, or why it cannot be; the program runs apart, with a profile of its own."""
    program = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if program is None:
        return Refusal(
            f"{Path(name).suffix.lower()} читает только LibreOffice, а на этом компьютере его нет",
            f"{RESAVE[ending]} Или поставьте LibreOffice с libreoffice.org: он бесплатный.",
        )
    with tempfile.TemporaryDirectory(prefix="kopilka-") as folder:
        return _run(program, Path(folder) / f"source{Path(name).suffix.lower()}", data, ending)


def _run(program: str, source: Path, data: bytes, ending: str) -> bytes | Refusal:
    source.write_bytes(data)
    profile = (source.parent / "profile").as_uri()
    command = [
        program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", ending[1:], "--outdir", str(source.parent), str(source),
    ]  # fmt: skip
    broken = Refusal(
        "LibreOffice не смог прочитать файл: он повреждён или закрыт паролем",
        f"Сохраните его без пароля. {RESAVE[ending]}",
    )
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS, stdin=subprocess.DEVNULL)  # noqa: S603
    except (subprocess.TimeoutExpired, OSError):
        return broken
    made = source.with_suffix(ending)
    return made.read_bytes() if made.is_file() else broken
