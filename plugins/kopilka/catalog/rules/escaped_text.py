r"""Letters of the front matter are written as letters, not as codes `\u0430`: what is read is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text, signs_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

ESCAPED_TEXT = Code(
    "K528",
    "escaped-text",
    Severity.ERROR,
    "Знаки записаны кодами",
    "Такое значение не прочесть глазами: ни рецензент, ни проверка не увидят, что в нём на самом деле. "
    "Обычно так записывает файлы программа, не знающая русских букв.",
    'deficits_note: "\\u0447\\u0438\\u0442\\u0430\\u044e\\u0442 условие, но не понимают"',
    'deficits_note: "читают условие, но не понимают"',
)
CODES = (ESCAPED_TEXT,)

_IN_QUOTES = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_CODE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
_SHOWN = 24


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Codes of letters and signs in double quotes; a code of a space that cannot be seen is right."""
    if b"\\" not in signs_of(written).front:
        return
    for value in _IN_QUOTES.finditer(written.front):
        codes = [match for match in _CODE.finditer(value[0].replace("\\\\", "  ")) if _is_sign(match)]
        if codes:
            place, end = value.start() + codes[0].start(), value.start() + codes[0].end()
            read = "".join(chr(_number(match)) for match in codes)
            shown = read if len(read) <= _SHOWN else read[: _SHOWN - 1] + "…"
            message = f"знаки {quote(shown)} записаны кодами"
            hint = "Впишите сами знаки; файл сохраняйте в UTF-8."
            yield at_text(written, ESCAPED_TEXT, place, end - place, message, hint=hint)


def _number(match: re.Match[str]) -> int:
    return int(match[1] or match[2] or match[3], 16)


def _is_sign(match: re.Match[str]) -> bool:
    number = _number(match)
    return number < 0x110000 and chr(number).isprintable()
