"""What stands on a cover: its face, its spine, its back, the page behind the face of a file."""

from __future__ import annotations

from dataclasses import dataclass

from kopilka.book.barcode import bars_of
from kopilka.book.galley import Data
from kopilka.book.matter import running_head
from kopilka.book.page import page_of
from kopilka.book.phrases import title_words
from kopilka.book.volume import Book, Imprint
from kopilka.records.isbn import digits_of
from kopilka.render.typography import typograph

_LEAF = 0.105
"""Millimetres of a leaf of offset paper, 80 g/m²."""
_BOARDS = 0.5
"""Millimetres that the cover itself and the glue add to the spine."""
_SIZES = ((30, 30), (60, 26), (100, 22), (1000, 18))
"""Letters of a title and the size in points that suits them."""
_HOW_TO_READ = (
    "Строки содержания, номера страниц в указателях и адреса в тексте – ссылки. Закладки повторяют "
    "содержание. Файл размечен для программ экранного доступа."
)


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover as the templates read it."""

    data: Data


def cover_of(book: Book, imprint: Imprint, *, pages: int, bleed: int = 0) -> Cover:
    """The cover of a block of `pages`, which make its spine; the imprint says who publishes and the ISBN."""
    page = page_of(book.collection.paper)
    title = typograph(book.collection.title)
    subtitle = imprint.title_page.get("subtitle", ())
    return Cover(
        {
            "width": page.width,
            "height": page.height,
            "bleed": bleed,
            "spine": spine_of(pages),
            "spine-words": _spine_words(book),
            "publisher": _publisher(imprint),
            "title": title,
            "size": next(size for letters, size in _SIZES if len(title) <= letters),
            "subtitle": list(subtitle[:1]),
            "year": str(book.collection.year),
            "annotation": list(imprint.verso.get("annotation", ())[:1]),
            "isbn": list(imprint.verso.get("isbn", ())[:1]),
            "barcode": _barcode(book),
            "about": list(_about(imprint)),
        }
    )


def _spine_words(book: Book) -> str:
    """«Читаем, считаем. Выпуск 2»: a long title is cut, for the spine is one line."""
    title = book.collection.title.rstrip(".")
    short, issue = running_head(title), title_words(book).removeprefix(title)
    return short + (issue.removeprefix(".") if short.endswith("…") else issue)


def _barcode(book: Book) -> Data | None:
    """The bars of the printed book's number and the digits under them: the first, six and six."""
    number = book.collection.isbn and book.collection.isbn.print
    if not number:
        return None
    digits = digits_of(number)
    return {"bars": bars_of(number), "digits": [digits[0], digits[1:7], digits[7:]], "isbn": f"ISBN {number}"}


def spine_of(pages: int) -> float:
    """The width of the spine in millimetres."""
    return round(pages / 2 * _LEAF + _BOARDS, 1)


def _publisher(imprint: Imprint) -> str:
    """Who publishes: the middle one of place, publisher, year; else the founder."""
    output = imprint.title_page.get("output", ())
    return next(iter((*output[1:-1], *imprint.title_page.get("founder", ()))), "")


def _about(imprint: Imprint) -> tuple[str, ...]:
    """How the file is read and how the book is cited."""
    verso = imprint.verso
    return (
        _HOW_TO_READ,
        *verso.get("record", ()),
        *verso.get("rights", ()),
    )
