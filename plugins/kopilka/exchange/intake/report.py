"""What an import tells: for every file what was understood, what to ask, what was left out, and a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kopilka.exchange.intake.draft import told as counted
from kopilka.exchange.intake.one import Told
from kopilka.exchange.intake.paper import Refusal
from kopilka.exchange.intake.reading import Seen
from kopilka.exchange.intake.targets import Index
from kopilka.russian import capitalise, count, quote

_STATES = {
    "written": "записан черновик",
    "same": "без изменений",
    "edited": "не тронут: черновик уже правили",
    "merged": "правки внесены",
    "dry": "был бы записан",
}
_MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A record that came of a file, or a file that gave none; of a twin `record` is the file it repeats."""

    source: str
    record: str = ""
    state: str = ""
    told: Told | None = None
    refusal: Refusal | None = None
    changes: tuple[str, ...] = ()


def as_text(lines: Iterable[Line], indexes: Mapping[str, Index], *, width: int = 110) -> str:
    """The report for a person: each file, then the table of all."""
    items = list(lines)
    parts = [_file(line, indexes) for line in items]
    return "\n".join([*parts, _table(items, width)])


def as_json(lines: Iterable[Line], indexes: Mapping[str, Index]) -> str:
    """The report for programs."""
    data = {"files": [_plain(line, indexes) for line in lines]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _file(line: Line, indexes: Mapping[str, Index]) -> str:
    if line.state == "twin":
        return f"{line.source}\n  пропущен: это тот же файл, что и {quote(line.record)}\n"
    if line.told is None:
        refusal = line.refusal or Refusal("не прочитан", "")
        return f"{line.source}\n  ошибка: {refusal.message}\n  {refusal.remedy}\n"
    index = indexes[line.told.kind]
    rows = [line.source, f"  {_STATES[line.state]}: {line.record} ({index.model.kind.label.lower()})"]
    if line.changes:
        return "\n".join([*rows, *(f"  {item}" for item in line.changes)]) + "\n"
    rows += _section("понято", [_seen(item, index) for item in line.told.fields])
    rows += _section("спросить", [f"{text} ({place})" for place, text in line.told.asks])
    rows += _section(
        "не распознано", [_unknown(item.label, item.place, item.nearest) for item in line.told.unknown]
    )
    removed = counted(line.told.removed)
    if removed:
        words = ", ".join(f"{what} – {number}" for what, number in removed.items())
        rows.append(f"  личное убрано: {words}")
    return "\n".join(rows) + "\n"


def _section(title: str, items: list[str]) -> list[str]:
    if not items:
        return []
    shown = [f"    {item}" for item in items[:_MOST_SHOWN]]
    more = [f"    … и ещё {len(items) - _MOST_SHOWN}"] if len(items) > _MOST_SHOWN else []
    return [f"  {title}:", *shown, *more]


def _seen(item: Seen, index: Index) -> str:
    how = f", угадано, уверенность {item.score} %" if item.how == "guess" else ""
    return f"{index.label(item.path)} ← {quote(_short(item.label))} ({item.place}{how})"


def _unknown(label: str, place: str, nearest: str) -> str:
    what = quote(_short(label)) if label else "текст без названия"
    return f"{what} ({place})" + (f"; похоже на {quote(nearest)}" if nearest else "")


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 90 else plain[:89] + "…"


def _table(lines: list[Line], width: int) -> str:
    head = ("Файл", "Запись", "Понято", "Спросить", "Ошибка")
    rows = [head, *(_cells(line) for line in lines)]
    limits = (max(width // 3, 16), max(width // 3, 16), 6, 8)
    cut = [
        (*(_fit(cell, limit) for cell, limit in zip(row[:-1], limits, strict=False)), row[-1]) for row in rows
    ]
    widths = [max(len(row[column]) for row in cut) for column in range(5)]
    made = [
        "  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in cut
    ]
    records, broken = sum(1 for line in lines if line.told), sum(1 for line in lines if line.refusal)
    total = f"{capitalise(count(records, ('запись', 'записи', 'записей')))}, ошибок: {broken}"
    return "\n".join([made[0], "─" * min(sum(widths) + 8, width), *made[1:], "", total, ""])


def _cells(line: Line) -> tuple[str, ...]:
    if line.state == "twin":
        return line.source, f"= {line.record}", "", "", ""
    if line.told is None:
        return line.source, "–", "0", "0", line.refusal.message if line.refusal else ""
    told = line.told
    asks = len(told.asks) + len(told.unknown)
    return line.source, line.record, str(len(told.fields)), str(asks), ""


def _fit(text: str, limit: int) -> str:
    return text if len(text) <= limit else "…" + text[-limit + 1 :]


def _plain(line: Line, indexes: Mapping[str, Index]) -> dict[str, Any]:
    if line.state == "twin":
        return {"file": line.source, "state": "twin", "same_as": line.record}
    if line.told is None:
        refusal = line.refusal or Refusal("", "")
        return {"file": line.source, "state": "error", "error": refusal.message, "remedy": refusal.remedy}
    told, index = line.told, indexes[line.told.kind]
    return {
        "file": line.source,
        "state": line.state,
        "record": line.record,
        "kind": told.kind,
        "title": told.draft.title,
        "fields": [_field(item, index) for item in told.fields],
        "confirm": [{"place": place, "text": text} for place, text in told.asks],
        "unknown": [
            {"label": item.label, "place": item.place, "nearest": item.nearest} for item in told.unknown
        ],
        "empty": [_field(item, index) for item in told.empty],
        "headings": [{"label": item.label, "place": item.place} for item in told.heads],
        "removed": [{"what": item.what, "place": item.place} for item in told.removed],
        "changes": list(line.changes),
        "pictures": [item.name for item in told.draft.pictures],
    }


def _field(item: Seen, index: Index) -> dict[str, Any]:
    return {
        "field": ".".join(item.path),
        "label": index.label(item.path),
        "written": item.label,
        "text": item.text,
        "place": item.place,
        "how": item.how,
        "confidence": item.score,
    }
