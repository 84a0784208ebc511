"""Golden files: what a function made of many inputs, kept as text that people read and compare."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

from kopilka.diagnostics import Diagnostic

GOLDEN_FOLDER = Path(__file__).parent / "golden"
DIVIDER = "\n===== what is read and what is said =====\n"


@dataclass(frozen=True, slots=True)
class Golden:
    """Compares a text with the file that keeps it, or renews the file: `pytest --update-golden`."""

    update: bool

    def check(self, path: Path, actual: str) -> None:
        """Fails when the file holds another text; line ends count."""
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="")
        assert path.exists(), f"{path} is not there yet: run pytest --update-golden and read what it wrote"
        expected = path.read_bytes().decode()
        assert expected == actual

    def check_picture(self, path: Path, shot: bytes) -> None:
        """The same for a picture, PNG: every dot counts."""
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(shot)
        seen, kept = (Image.open(source).convert("RGB") for source in (io.BytesIO(shot), path))
        assert ImageChops.difference(seen, kept).getbbox() is None, f"{path} looks otherwise now"

    def check_answer(self, path: Path, question: str, answer: str) -> None:
        """The same for a file that holds an input, the divider and the answer to it."""
        self.check(path, f"{question}{DIVIDER}{answer}")


def question_in(path: Path) -> str:
    """The input in a golden file; a new file needs nothing but the input."""
    return path.read_bytes().decode().split(DIVIDER)[0]


def show(diagnostics: Iterable[Diagnostic]) -> str:
    """Diagnostics as lines: `path:line:column: K101 ошибка: message`, the hint below."""
    lines = []
    for found in sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key):
        place = f"{found.path}:{found.span.line}:{found.span.column}"
        lines.append(f"{place}: {found.code} {found.severity.label}: {found.message}")
        if found.hint:
            lines.append(f"  {found.hint}")
    return "".join(f"{line}\n" for line in lines)
