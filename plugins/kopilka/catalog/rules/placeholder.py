"""No word is left that only kept a place for another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text, signs_of
from kopilka.catalog.markdown import prose_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

PLACEHOLDER = Code(
    "K529",
    "placeholder",
    Severity.WARNING,
    "Осталась заглушка",
    "Слово держало место для настоящего текста: «указать», «уточнить», «…», lorem ipsum. Читатель увидит его "
    "на странице.",
    "deficits_note: уточнить",
    "deficits_note: читают условие, но не понимают, что от них хотят",
)
CODES = (PLACEHOLDER,)

_WORDS = (
    r"(?:указать|вписать|заполнить|уточнить|дописать|вставить|укажите|впишите|заполните|уточните|допишите)"
)
_ALONE = re.compile(
    rf"[ \t]*(?:[-*] +)*(?:[a-z_]+:[ \t]+)?[\"']?(?P<stub>(?:{_WORDS}(?: позже| потом| здесь)?"
    r"|test|todo|tbd|[xх]{3,}|\?{2,}|\.{3}|…)[.!]?)[\"']?[ \t]*\Z",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    rf"[\[<]{_WORDS}\b[^\]\[<>\n]{{0,80}}[\]>]|"
    r"\blorem ipsum\b|\basdf\w*|\bqwerty\b|\bйцукен\w*|\bфыва\w*|_{5,}",
    re.IGNORECASE,
)


# Pieces of such words: where none of them is, no line need be looked at closely.
_PIECES = (
    *("казать", "писать", "полнить", "точнить", "ставить", "кажите", "пишите", "полните", "точните"),
    *("йцукен", "фыва", "…"),
)
_LATIN_PIECES = (
    b"orem ipsum",
    b"asdf",
    b"qwerty",
    b"_____",
    b"...",
    b"???",
    b"odo",
    b"ODO",
    b"xxx",
    b"test",
    b"TBD",
)
_XXX = "ххх"


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Values and lines that are such a word alone, such words in brackets, what fingers type for a try."""
    text = prose_of(written)
    for start, end in _lines(text, _pieces(written)):
        told = -1
        found = (*_whole(text, start, end), *_INSIDE.finditer(text, start, end))
        for match in sorted(found, key=lambda item: item.start()):
            stub = match["stub"] if match.re is _ALONE else match[0]
            place = match.start("stub") if match.re is _ALONE else match.start()
            if place > told:
                told = place + len(stub)
                yield _tell(written, place, stub)


def _whole(text: str, start: int, end: int) -> tuple[re.Match[str], ...]:
    match = _ALONE.match(text, start, end)
    return (match,) if match else ()


def _pieces(written: Written) -> Iterator[str]:
    yield from _PIECES
    yield _XXX
    signs = signs_of(written)
    yield from (piece.decode() for piece in _LATIN_PIECES if signs.have(piece))


def _lines(text: str, pieces: Iterable[str]) -> list[tuple[int, int]]:
    """The lines that hold one of the pieces, in their order."""
    found = set()
    for piece in pieces:
        place = text.find(piece)
        while place >= 0:
            end = text.find("\n", place)
            end = len(text) if end < 0 else end
            found.add((text.rfind("\n", 0, place) + 1, end))
            place = text.find(piece, end)
    return sorted(found)


def _tell(written: Written, place: int, stub: str) -> Diagnostic:
    message = f"осталась заглушка {quote(stub)}"
    hint = "Напишите то, что должно здесь стоять, или уберите."
    return at_text(written, PLACEHOLDER, place, len(stub), message, hint=hint)
