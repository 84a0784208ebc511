"""No word is left that only kept a place for another."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
# What a line may begin with is never given back (`++`), and its next letter tells at once that it is no stub.
_ALONE = re.compile(
    r"\n[ \t*-]*+(?:[A-Za-z_]++:[ \t]++)?+[\"']?+(?=[УуВвЗзДдTtXxХх?.…])"
    rf"(?P<stub>(?i:{_WORDS}(?: позже| потом| здесь)?|test|todo|tbd|[xх]{{3,}}|\?{{2,}}|\.{{3}}|…)[.!]?)"
    r"[\"']?[ \t]*(?![^\n])"
)
_INSIDE = re.compile(
    rf"[\[<]{_WORDS}\b[^\]\[<>\n]{{0,80}}[\]>]|"
    r"\blorem ipsum\b|\basdf\w*|\bqwerty\b|\bйцукен\w*|\bфыва\w*|_{5,}",
    re.IGNORECASE,
)

# Where none of these is, the text need not be searched letter by letter.
_IN_BRACKETS = {b"[": re.compile(rf"\[(?i:{_WORDS})"), b"<": re.compile(rf"<(?i:{_WORDS})")}
_TYPED_IN_LATIN = (b"orem ipsum", b"asdf", b"qwerty", b"_____")


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Values and lines that are such a word alone, such words in brackets, what fingers type for a try."""
    text = prose_of(written)
    found = [(match.start("stub"), match["stub"]) for match in _ALONE.finditer(text)]
    if _may_be_inside(written, text):
        found += ((match.start(), match[0]) for match in _INSIDE.finditer(text))
    for place, stub in sorted(found):
        yield _tell(written, place, stub)


def _may_be_inside(written: Written, text: str) -> bool:
    if "йцукен" in text or "фыва" in text:
        return True
    signs = signs_of(written).whole
    return any(typed in signs for typed in _TYPED_IN_LATIN) or any(
        sign in signs and pattern.search(text) for sign, pattern in _IN_BRACKETS.items()
    )


def _tell(written: Written, place: int, stub: str) -> Diagnostic:
    message = f"осталась заглушка {quote(stub)}"
    hint = "Напишите то, что должно здесь стоять, или уберите."
    return at_text(written, PLACEHOLDER, place, len(stub), message, hint=hint)
