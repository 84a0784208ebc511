"""Sets a book with Typst: pages, PDF for the screen and for the press."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

import typst

from kopilka.book.galley import Data
from kopilka.book.matter import book_matter, edition_matter
from kopilka.book.volume import Book, Imprint, Pages, Picture

_HERE = Path(__file__).parent
FONTS = _HERE / "fonts"
_TEMPLATES = _HERE / "typst"
_ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/svg+xml": "svg",
}
_STANDARDS = ["ua-1", "a-2a"]
_BLEED = 3
_SHEET = 4
"""Pages of a block come by fours: a leaf folded once."""
_PLACES = (
    'query(metadata).filter(m => type(m.value) == dictionary and "place" in m.value)'
    ".map(m => (m.value.place, m.location().page(), counter(page).at(m.location()).first()))"
)

ImprintOf = Callable[[int], Imprint]
"""The imprint of a book of so many pages."""


class Press:
    """A book on the press: its texts are laid out once, then printed in whatever forms are wanted.

    `moment` is the time that the files tell, in seconds since 1970: the same book gives the same bytes.
    Use it in a `with` block: what the setter reads lies in a folder of its own until the end.
    """

    def __init__(self, book: Book, pictures: Mapping[str, Picture], *, moment: int) -> None:
        self._book = book
        self._moment = moment
        self._folder = TemporaryDirectory(prefix="kopilka-book-")
        self._root = Path(self._folder.name)
        names = {
            file: f"pictures/{n}.{_ENDINGS[item.media_type]}"
            for n, (file, item) in enumerate(pictures.items())
        }
        (self._root / "pictures").mkdir()
        for file, picture in pictures.items():
            (self._root / names[file]).write_bytes(picture.data)
        for template in _TEMPLATES.glob("*.typ"):
            (self._root / template.name).write_text(template.read_text(encoding="utf-8"), encoding="utf-8")
        self._write("book", book_matter(book, pictures, names))
        self._compiler = typst.Compiler(
            str(self._root / "book.typ"),
            root=str(self._root),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    def pages(self, imprint: Imprint) -> Pages:
        """Where everything stands; the imprint may be of any number of pages: it changes none."""
        self._write("edition", edition_matter(imprint))
        found = json.loads(self._compiler.eval(_PLACES))
        return _pages(found)

    def screen(self, imprint: Imprint, cover: Data) -> bytes:
        """The PDF for the screen: with its cover, tagged, kept for long (PDF/UA-1 and PDF/A-2a)."""
        self._write("edition", edition_matter(imprint, cover=cover))
        return self._compiler.compile(format="pdf", pdf_standards=_STANDARDS, timestamp=self._moment)

    def block(self, imprint: Imprint, pages: int) -> bytes:
        """The PDF for the press: no cover, 3 mm of bleed, pages a multiple of four."""
        self._write("edition", edition_matter(imprint, bleed=_BLEED, blanks=-pages % _SHEET))
        return self._compiler.compile(format="pdf", timestamp=self._moment)

    def _write(self, name: str, data: Data) -> None:
        text = json.dumps(data, ensure_ascii=False)
        (self._root / f"{name}.json").write_text(text, encoding="utf-8")


def _pages(found: list[tuple[str, int, int]]) -> Pages:
    """The last place of all is the page of the output data."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    starts: dict[int, str] = {}
    for id_, _, number in found:
        owner = id_.removesuffix("--end")
        first.setdefault(owner, number)
        last[owner] = number
        if owner == id_:
            starts.setdefault(number, id_)
    return Pages(max(last.values()), first, last, tuple(starts.items()))
