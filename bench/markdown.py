"""Tables in Markdown with Russian numbers, and their places in the pages of the benchmark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

START, END = "<!-- таблица -->", "<!-- конец таблицы -->"


def rows(head: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    """A table; all columns but the first are numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def number(value: float, digits: int = 2) -> str:
    """A number with a comma: «0,84»."""
    return f"{value:.{digits}f}".replace(".", ",")


def whole(value: int) -> str:
    """A whole number by thousands: «10 000»."""
    return f"{value:,}".replace(",", "\u00a0")


def renew(page: Path, text: str, *, start: str = START, end: str = END) -> None:
    """Puts the new text in place of the old one between two marks of a page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(start)
    after = rest.partition(end)[2]
    page.write_text(f"{before}{start}\n\n{text}\n\n{end}{after}", encoding="utf-8")
