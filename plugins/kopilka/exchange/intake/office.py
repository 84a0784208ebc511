"""Word documents of the old kind and of LibreOffice: LibreOffice, where it is there, makes .docx of them."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from kopilka.exchange.intake.paper import Refusal

_SECONDS = 120


def to_docx(name: str, data: bytes) -> bytes | Refusal:
    """The document as .docx, or why it cannot be; the program runs apart, with a profile of its own."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    ending = Path(name).suffix.lower()
    if program is None:
        return Refusal(
            f"чтобы прочитать {ending}, нужен LibreOffice, а здесь его нет",
            "Сохраните файл в Word как .docx или установите LibreOffice.",
        )
    with tempfile.TemporaryDirectory(prefix="kopilka-") as folder:
        return _run(program, Path(folder), ending, data)


def _run(program: str, folder: Path, ending: str, data: bytes) -> bytes | Refusal:
    source = folder / f"source{ending}"
    source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [
        program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", "docx", "--outdir", str(folder), str(source),
    ]  # fmt: skip
    broken = Refusal(
        "LibreOffice не смог прочитать файл: он повреждён или закрыт паролем",
        "Откройте его в Word и сохраните как .docx без пароля.",
    )
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS, stdin=subprocess.DEVNULL)  # noqa: S603
    except (subprocess.TimeoutExpired, OSError):
        return broken
    made = folder / "source.docx"
    return made.read_bytes() if made.is_file() else broken
