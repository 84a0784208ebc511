"""Finds the header of a record between its two lines of `---`, or tells what became of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kopilka.diagnostics import Diagnostic, Span
from kopilka.records import reading_codes as codes
from kopilka.records.sheet import MAX_HEADER_NODES, Sheet
from kopilka.records.source import Source, place_in
from kopilka.russian import quote

MAX_HEADER_BYTES = 65_536

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_ALMOST_FENCE = re.compile(r"^[ \t\u00a0]*(?:[-‐‑‒–—―−_=*~+]{2,}|[–—―]|\.\.\.)[ \t\u00a0]*$", re.MULTILINE)
_FIELD = re.compile(r"[A-Za-z_]\w*[ ]*:(?:[ ]|\Z)")
_BODY_START = re.compile(r"^#{2,6}[ ]|(?<=\n\n)(?:#[ ]|(?=[^\s#-])(?!\w+[ ]*:))", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Header:
    """Offsets in a record's text: where its fields begin and end, and where the body begins."""

    start: int
    end: int
    body: int


def find_header(text: str) -> Header | None:
    """The part between the first line, exactly `---`, and the next such line, blanks at their ends apart."""
    opening = _FENCE.match(text)
    if opening is None:
        return None
    at = text.find("\n---", opening.end() - 1)
    while at >= 0:
        closing = _FENCE.match(text, at + 1)
        if closing:
            return Header(opening.end(), at + 1, closing.end())
        at = text.find("\n---", at + 1)
    return None


def header_sheet(source: Source, header: Header) -> Sheet:
    """The fields of a record as YAML text that knows its place in the file."""
    return Sheet(source.path, source.text[header.start : header.end], 2, MAX_HEADER_NODES)


def check_size(sheet: Sheet) -> tuple[Diagnostic, ...]:
    """A diagnostic when a header is too large to be one."""
    if len(sheet.text) * 4 <= MAX_HEADER_BYTES:
        return ()
    size = len(sheet.text.encode(errors="replace"))
    if size <= MAX_HEADER_BYTES:
        return ()
    message = f"шапка занимает {size // 1024} КБ, а умещается в {MAX_HEADER_BYTES // 1024} КБ"
    hint = (
        "Перенесите длинные рассказы в текст записи, под вторую строку ---, а большие таблицы – в "
        "приложенный файл."
    )
    return (codes.HEADER_TOO_LARGE.at(sheet.path, Span.at(1, 1, 3), message, hint=hint),)


def explain_missing(source: Source) -> Diagnostic:
    """Why no header was found in the text of a record."""
    if not source.text.strip():
        hint = "Скопируйте готовую запись и замените в ней значения."
        return codes.EMPTY_FILE.at(source.path, Span(), "файл пустой", hint=hint)
    if _FENCE.match(source.text):
        return _unclosed(source)
    return _unopened(source)


def _unclosed(source: Source) -> Diagnostic:
    almost = _ALMOST_FENCE.search(source.text, source.text.find("\n") + 1)
    if almost:
        written = almost[0].strip()
        message = f"шапка не закрыта: здесь {quote(written)}, а нужно ровно три дефиса"
        if written == "---":
            message = "шапка не закрыта: перед --- стоят пробелы"
        place = place_in(source.text, almost.start(), len(almost[0]))
        return codes.UNCLOSED_HEADER.at(source.path, place, message, hint="Замените строку на ---")
    message = "шапка открыта здесь, но не закрыта"
    place = Span.at(1, 1, 3)
    return codes.UNCLOSED_HEADER.at(source.path, place, message, hint=_closing_hint(source.text))


def _closing_hint(text: str) -> str:
    body = _BODY_START.search(text, 4)
    if body is None:
        return "После последнего поля поставьте отдельную строку ---, а за ней – текст записи."
    line = text.count("\n", 0, body.start()) + 1
    return f"Поставьте отдельную строку --- после последнего поля: похоже, перед строкой {line}."


def _unopened(source: Source) -> Diagnostic:
    content = source.text.lstrip("\n \t\u00a0\ufeff")
    start = len(source.text) - len(content)
    first_line = content.split("\n", 1)[0].rstrip()
    message, hint = _missing_opening(source.text, content, first_line)
    place = place_in(source.text, start, len(first_line))
    return codes.NO_HEADER.at(source.path, place, message, hint=hint)


def _missing_opening(text: str, content: str, first_line: str) -> tuple[str, str]:
    if _FENCE.match(content):
        return (
            "перед строкой --- стоят пустые строки или пробелы, и шапка не видна",
            "Удалите всё перед ---: она должна быть самым началом файла.",
        )
    if _ALMOST_FENCE.match(first_line):
        message = f"файл начинается с {quote(first_line)}, а нужно ровно три дефиса"
        return message, "Замените первую строку на --- (три дефиса подряд, без пробелов)."
    if first_line.startswith("---"):
        return (
            "в первой строке после --- есть что-то ещё",
            "Оставьте в первой строке только ---, поля пишут ниже.",
        )
    if _FIELD.match(first_line):
        closed = re.search(r"^---", text, re.MULTILINE)
        closing = "" if closed else ", а после последнего поля – ещё одну такую же"
        return "поля есть, но перед ними нет строки ---", f"Добавьте самой первой строкой ---{closing}."
    return (
        "у записи нет шапки: названия, аннотации, сроков",
        "Начните файл со строки ---, под ней поля (title: Название записи), затем снова --- и текст.",
    )
