"""Sets a book with Typst: its pages, its files for the screen and for the press, its articles one by one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType, TracebackType
from typing import Any, Self

import typst

from kopilka.book.covers import Cover
from kopilka.book.galley import Data
from kopilka.book.gaps.glyphs import lacking
from kopilka.book.linking import alone
from kopilka.book.matter import article_matter, book_matter, edition_matter, galley_of
from kopilka.book.offprints import Offprint
from kopilka.book.tree import Heading
from kopilka.book.volume import ENDINGS, Article, Book, Imprint, Pages, Picture
from kopilka.book.walking import words_of

SOURCES = Path(__file__).parent
"""The folder of everything that makes books: when it changes, so may they."""
FONTS = SOURCES / "fonts"
BLEED = 3
"""Millimetres of colour that the press cuts off."""
SHEET = 4
"""Pages of a block come by fours: a leaf folded once."""

_TEMPLATES = SOURCES / "typst"
_TAGGED: Mapping[str, Any] = MappingProxyType({"pdf_standards": ["ua-1", "a-2a"]})
_UNTAGGED: Mapping[str, Any] = MappingProxyType({"pdf_tags": False})
_PLACES = (
    'query(metadata).filter(m => type(m.value) == dictionary and "place" in m.value)'
    ".map(m => (m.value.place, counter(page).at(m.location()).first()))"
)
_ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|.)")
_END = "--end"
_RUNS_KEPT = 12
_UNKNOWN = "\u25a1"
"""Stands for a sign that no face of the book has."""


class PressError(Exception):
    """A text that cannot be set: the record's file, empty for the book as a whole, and the first words."""

    def __init__(self, path: str, words: str) -> None:
        super().__init__(f"{path}: {words}")
        self.path = path
        self.words = words


class Press:
    """A book on the press: its texts are laid out once, then printed in whatever forms are wanted.

    `moment` is the time that the files tell, in seconds since 1970: the same book gives the same bytes.
    What Typst reads lies in a folder of its own, so use it in a `with` block. Every method raises
    `PressError` for a text that cannot be set.
    """

    def __init__(self, book: Book, pictures: Mapping[str, Picture], *, moment: int) -> None:
        self._book = book
        self._moment = moment
        self._with_cover: bool | None = None
        self._folder = TemporaryDirectory(prefix="kopilka-book-")
        self._root = Path(self._folder.name)
        self._pictures = pictures
        self._names = self._stage(pictures)
        self._galley = galley_of(book, pictures, self._names)
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

    def pages(self, imprint: Imprint, *, cover: Cover | None = None) -> Pages:
        """Where everything stands; neither the numbers in the imprint nor the cover move anything.

        The layout is kept: with a `cover` it serves `screen`, without it `block`.
        """
        self._lay_out(imprint, cover)
        return _pages(json.loads(self._told(lambda: self._compiler.eval(_PLACES))))

    def screen(self, imprint: Imprint, cover: Cover) -> bytes:
        """The PDF for the screen: with its cover, tagged, kept for long (PDF/UA-1 and PDF/A-2a)."""
        self._lay_out(imprint, cover)
        return self._pdf("book", tagged=True)

    def block(self, imprint: Imprint, pages: int) -> bytes:
        """The PDF for the press: no cover, 3 mm of bleed, pages a multiple of four."""
        self._lay_out(imprint, None, blanks=-pages % SHEET)
        return self._pdf("book", tagged=False)

    def offprint(self, article: Article, about: Offprint) -> bytes:
        """An article alone, tagged as the book is."""
        self._lay(article, about)
        return self._pdf("offprint", tagged=True)

    def jacket(self, cover: Cover) -> bytes:
        """The cover for the press: the back, the spine, the face."""
        self._write("cover", cover.data)
        return self._pdf("jacket", tagged=False)

    def face(self, cover: Cover, *, dots: int = 150) -> bytes:
        """The face of the cover as PNG, so many dots an inch."""
        self._write("cover", cover.data)
        made = self._told(
            lambda: self._compiler.compile(str(self._root / "face.typ"), format="png", ppi=dots)
        )
        return bytes(made[0] if isinstance(made, list) else made)

    def _lay_out(self, imprint: Imprint, cover: Cover | None, *, blanks: int = 0) -> None:
        """Puts the imprint in; a layout of the other form is let go first, or both would stay in memory."""
        if self._with_cover is None:
            self._write("book", book_matter(self._book, self._pictures, self._names))
        with_cover = cover is not None
        if self._with_cover not in {None, with_cover}:
            self._forget()
        self._with_cover = with_cover
        data = cover.data if cover else None
        self._write(
            "edition", edition_matter(imprint, bleed=0 if cover else BLEED, blanks=blanks, cover=data)
        )

    def _forget(self) -> None:
        """Typst keeps what it has laid out for ten more runs, and has no other way to be told to forget."""
        for _ in range(_RUNS_KEPT):
            self._compiler.compile(str(self._root / "nothing.typ"), format="pdf")

    def _pdf(self, name: str, *, tagged: bool) -> bytes:
        options = {**(_TAGGED if tagged else _UNTAGGED), "timestamp": self._moment}
        template = str(self._root / f"{name}.typ")
        return bytes(self._told(lambda: self._compiler.compile(template, format="pdf", **options)))

    def _told(self, set_: Callable[[], Any]) -> Any:
        """What Typst made; where it refuses, the text that it refuses is looked for."""
        try:
            return set_()
        except RuntimeError as error:
            raise self._culprit() from error

    def _culprit(self) -> PressError:
        """The first article that cannot be set alone, the first block of it that cannot."""
        for article in self._book.articles:
            if self._is_set(article):
                continue
            for block in article.blocks:
                lone = replace(block, level=1) if isinstance(block, Heading) else block
                if not self._is_set(replace(article, blocks=(lone,), references=())):
                    return PressError(article.path, words_of((block,)) or article.title)
            return PressError(article.path, article.title)
        return PressError("", self._book.collection.title)

    def _is_set(self, article: Article) -> bool:
        self._lay(article, Offprint.blank(self._book))
        try:
            self._compiler.compile(str(self._root / "offprint.typ"), format="pdf", **_TAGGED)
        except RuntimeError:
            return False
        return True

    def _lay(self, article: Article, about: Offprint) -> None:
        matter = article_matter(alone(article, self._book), self._galley)
        self._write("offprint", {"article": matter, **about.data})

    def _stage(self, pictures: Mapping[str, Picture]) -> dict[str, str]:
        """Templates and pictures where Typst finds them; the names of pictures by their files."""
        for template in _TEMPLATES.glob("*.typ"):
            (self._root / template.name).write_bytes(template.read_bytes())
        (self._root / "pictures").mkdir()
        names = {}
        for number, (file, picture) in enumerate(pictures.items()):
            names[file] = f"pictures/{number}.{ENDINGS[picture.media_type]}"
            (self._root / names[file]).write_bytes(picture.data)
        return names

    def _write(self, name: str, data: Data) -> None:
        text = _ESCAPE.sub(_visible, json.dumps(data, ensure_ascii=False))
        for sign in lacking((text,)):
            text = text.replace(sign, _UNKNOWN)
        (self._root / f"{name}.json").write_text(text, encoding="utf-8")


def _visible(escape: re.Match[str]) -> str:
    """An escape of JSON, unless it stands for a sign that controls a terminal: no font has those."""
    return "" if escape[1].startswith("u00") or escape[1] in {"b", "f"} else escape[0]


def _pages(found: list[tuple[str, int]]) -> Pages:
    """The page of the last place is the last one of the book: the output data stand there."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    starts: dict[int, str] = {}
    for id_, number in found:
        owner = id_.removesuffix(_END)
        first.setdefault(owner, number)
        last[owner] = number
        if owner == id_:
            starts.setdefault(number, id_)
    return Pages(max(last.values()), first, last, tuple(starts.items()))
