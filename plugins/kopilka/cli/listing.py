"""The list of records by readiness: first those that one step makes better most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kopilka.catalog.graph import Entry
from kopilka.catalog.readiness import Missing, Readiness, readiness
from kopilka.cli.banks import belongs
from kopilka.cli.reports.as_json import VERSION, dump
from kopilka.cli.reports.as_text import fold, paint
from kopilka.cli.reports.excerpt import visible
from kopilka.cli.streams import Screen
from kopilka.russian import NBSP, Forms, count, join_words, quote, sort_key
from kopilka.workspace import Workspace

_RECORDS: Forms = ("запись", "записи", "записей")
_GREEN, _YELLOW, _RED, _BOLD = "32", "33", "31", "1"
_THEN = 3
_INDENT = 7


@dataclass(frozen=True, slots=True)
class Listing:
    """Records with their readiness, the most useful first; the files that could not be read as records."""

    rows: tuple[tuple[Entry, Readiness], ...]
    unread: tuple[str, ...]

    @property
    def average(self) -> int:
        """The mean readiness in percent."""
        return sum(row.percent for _, row in self.rows) // len(self.rows) if self.rows else 0


def list_records(workspace: Workspace, wanted: tuple[str, ...]) -> Listing:
    """The records among the wanted paths."""
    kept = {path: item for path, (_, item) in workspace.kept.items() if belongs(path, wanted)}
    rows = [(item.entry, readiness(item.entry)) for item in kept.values() if item.entry]
    return Listing(
        tuple(sorted(rows, key=lambda row: (-row[1].step, -row[1].percent, sort_key(row[0].record.title)))),
        tuple(path for path, item in kept.items() if not item.entry),
    )


def render(listing: Listing, form: str, screen: Screen) -> str:
    """The list as text or JSON."""
    return _as_json(listing) if form == "json" else _as_text(listing, screen)


def _as_text(listing: Listing, screen: Screen) -> str:
    parts = [_row(entry, state, screen) for entry, state in listing.rows if state.missing]
    complete = [entry for entry, state in listing.rows if not state.missing]
    if complete:
        names = "".join(f"\n       {entry.path}" for entry in complete)
        parts.append(f"{paint('100 %', _GREEN, screen)}  заполнено всё:{names}\n")
    if listing.unread:
        names = "".join(f"\n       {path}" for path in listing.unread)
        parts.append(f"{paint('  ?  ', _RED, screen)}  сначала исправьте ошибки (kopilka check):{names}\n")
    return "\n".join([*parts, _total(listing)]) + "\n"


def _total(listing: Listing) -> str:
    number = len(listing.rows) + len(listing.unread)
    average = f" Заполнены в среднем на {listing.average}{NBSP}%." if listing.rows else ""
    return f"Проверено: {count(number, _RECORDS)}.{average}"


def _row(entry: Entry, state: Readiness, screen: Screen) -> str:
    colour = _YELLOW if state.percent >= 50 else _RED
    first, *rest = state.missing
    paragraphs = [
        visible(entry.record.title),
        f"Дальше: {_name(first)}, это ещё {state.gain_of(first)}{NBSP}%. {first.help}",
    ]
    if rest:
        names = [_short(item) for item in rest[:_THEN]]
        more = [f"ещё {len(rest) - len(names)}"] if len(rest) > len(names) else []
        paragraphs.append(f"Потом: {join_words([*names, *more])}.")
    lines = [line for text in paragraphs for line in fold(text, indent=_INDENT, width=screen.width)]
    head = f"{paint(f'{state.percent:>3} %', colour, screen)}  {paint(entry.path, _BOLD, screen)}"
    return "\n".join([head, *lines]) + "\n"


def _name(missing: Missing) -> str:
    return _short(missing) if _is_text(missing) else f"{_short(missing)} ({missing.field})"


def _short(missing: Missing) -> str:
    """The label without what the forms explain in it: «Профессиональные дефициты»."""
    if _is_text(missing):
        return missing.label[:1].lower() + missing.label[1:]
    return quote(missing.label.split(" (")[0])


def _is_text(missing: Missing) -> bool:
    return missing.field.startswith("##")


def _as_json(listing: Listing) -> str:
    return dump(
        {
            "version": VERSION,
            "summary": {
                "records": len(listing.rows) + len(listing.unread),
                "complete": sum(not state.missing for _, state in listing.rows),
                "average": listing.average,
            },
            "records": [_record(entry, state) for entry, state in listing.rows],
            "unread": list(listing.unread),
        }
    )


def _record(entry: Entry, state: Readiness) -> dict[str, Any]:
    return {
        "id": entry.id,
        "path": entry.path,
        "kind": entry.kind.id,
        "title": entry.record.title,
        "status": entry.record.status.value,
        "percent": state.percent,
        "gain": state.gain,
        "missing": [
            {
                "field": item.field,
                "label": item.label,
                "worth": item.worth,
                "gain": state.gain_of(item),
                "help": item.help,
            }
            for item in state.missing
        ],
    }
