"""What the editor changed, for people and for programs: text, a page, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kopilka.exchange.changes.fields import FieldChange
from kopilka.exchange.changes.outline import Block, Bullets, Heading, Line
from kopilka.exchange.changes.page import page
from kopilka.exchange.changes.writers import as_text
from kopilka.exchange.corrections.comparing import Change, Corrections, PartChanges
from kopilka.exchange.corrections.places import Places
from kopilka.russian import count, join_words, quote

FORMATS = ("text", "html", "json")
VERSION = 1
_QUOTED = 80
_SINCE = (
    "Программа, в которой файл сохранили, потеряла прежние тексты, поэтому он сравнён с книгой, "
    "какая она сегодня: среди правок могут быть и ваши собственные, сделанные с тех пор."
)
_LABELS = {"changed": "Изменён", "added": "Добавлен", "removed": "Убран", "moved": "Переставлен"}
_CHANGES = ("правка", "правки", "правок")
_COMMENTS = ("примечание", "примечания", "примечаний")


def render(corrections: Corrections, kind: str, *, sources: Mapping[str, str]) -> str:
    """The report in one of `FORMATS`; `sources` are the texts of the records by path."""
    known = {path: Places(text) for path, text in sources.items()}
    if kind == "json":
        return _as_json(corrections, known)
    blocks = tuple(_outline(corrections, known))
    return page(blocks, title="Правки в сборнике") if kind == "html" else as_text(blocks)


def _outline(corrections: Corrections, places: Mapping[str, Places]) -> Iterator[Block]:
    yield Heading(1, "Правки в сборнике")
    yield Line(_sum(corrections))
    if corrections.since:
        yield Line(_SINCE)
    for part in corrections.parts:
        yield Heading(2, part.title)
        yield Line(_where(part, corrections.book))
        for change in part.changes:
            yield _field(change, _line(part, change, places))
        if part.comments:
            items = tuple(
                f"{item.author or 'без имени'}{_about(item.quote)}: {item.text}" for item in part.comments
            )
            yield Line("Примечания редактора:")
            yield Bullets(items)


def _sum(corrections: Corrections) -> str:
    if not corrections.parts:
        return "Редактор ничего не изменил: тексты те же, примечаний нет."
    counted = ((corrections.changes, _CHANGES), (corrections.comments, _COMMENTS))
    said = [count(number, forms) for number, forms in counted if number]
    where = count(len(corrections.parts), ("части", "частях", "частях"))
    return f"{join_words(said)} в {where} книги. Перенесите их в записи: книга собирается из них заново."


def _where(part: PartChanges, book: str) -> str:
    return f"Запись: {part.path}" if part.path else f"Описание сборника {book}.yml или файл рядом с ним."


def _field(change: Change, line: int | None) -> FieldChange:
    by = join_words(dict.fromkeys(mark.author for mark in change.marks if mark.author))
    place = f", строка {line}" if line else ""
    label = f"{_LABELS[change.kind]} абзац{place}{f', в режиме правки: {by}' if by else ''}"
    if change.kind == "moved":
        return FieldChange(label, after=change.after)
    return FieldChange(label, words=change.words)


def _about(words: str) -> str:
    """A long passage by its beginning."""
    short = words if len(words) <= _QUOTED else f"{words[:_QUOTED].rsplit(' ', 1)[0]}…"
    return f" о словах {quote(short)}" if words else ""


def _line(part: PartChanges, change: Change, places: Mapping[str, Places]) -> int | None:
    known = places.get(part.path)
    return known.line(change.before or change.after) if known else None


def _as_json(corrections: Corrections, places: Mapping[str, Places]) -> str:
    data = {
        "version": VERSION,
        "book": corrections.book,
        "compared_with_today": corrections.since,
        "parts": [_part(part, places) for part in corrections.parts],
    }
    return json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"


def _part(part: PartChanges, places: Mapping[str, Places]) -> dict[str, Any]:
    return {
        "id": part.id,
        "title": part.title,
        "path": part.path or None,
        "changes": [
            {
                "kind": change.kind,
                "line": _line(part, change, places),
                "before": change.before,
                "after": change.after,
                "tracked": [
                    {"author": mark.author, "kind": "added" if mark.added else "removed", "words": mark.words}
                    for mark in change.marks
                ],
            }
            for change in part.changes
        ],
        "comments": [
            {"author": item.author, "about": item.quote, "text": item.text} for item in part.comments
        ],
    }
