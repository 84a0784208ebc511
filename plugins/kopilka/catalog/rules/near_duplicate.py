"""No record is another one with a few words changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Catalog, Entry
from kopilka.catalog.likeness import longest_common, phrases, share
from kopilka.catalog.look import at_text
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import NBSP, quote

NEAR_DUPLICATE = Code(
    "K808",
    "near-duplicate",
    Severity.WARNING,
    "Текст почти как у другой записи",
    "Обычно это одна и та же работа, присланная дважды, или чужой текст, в котором заменили название школы. "
    "Читателю нужна одна запись, а у текста один автор. С какой доли говорить об этом, задаёт настройка "
    "checks.limits.likeness_percent.",
    "summary: …   # и весь текст – как в соседней записи, другие только название и школа",
    "summary: …   # чем эта работа отличается от соседней; ссылка на неё – в поле related",
)
CODES = (NEAR_DUPLICATE,)

_LEAST = 4
"""Phrases of two sketches that must agree before the texts are compared."""

_COMMON = 40
"""What stands in so many records is everybody's wording, and tells nothing of a copy."""

_COMPARED = 3
_SHOWN = 90


def check(catalog: Catalog, around: Surroundings) -> Iterator[Diagnostic]:
    """Each record that comes after one like it, with the share of what is common and the longest piece.

    Only records whose sketches agree are compared, so the cost grows with the number of records, not
    with its square; sketches are kept with the entries.
    """
    least = around.checks.limits.likeness_percent / 100
    for entry, firsts in _candidates(catalog):
        own = phrases(_text(entry))
        shares = [share(own, phrases(_text(first))) for first in firsts]
        most = max(shares)
        if most >= least:
            yield _alike(entry, most, firsts[shares.index(most)])


def _candidates(catalog: Catalog) -> Iterator[tuple[Entry, list[Entry]]]:
    holders: dict[int, list[Entry]] = defaultdict(list)
    for entry in catalog.entries.values():
        met = [held for number in entry.sketch if (held := holders.get(number)) and len(held) < _COMMON]
        if len(met) >= _LEAST:
            yield from _most_alike(entry, met)
        for number in entry.sketch:
            held = holders[number]
            if len(held) < _COMMON:
                held.append(entry)


def _most_alike(entry: Entry, met: list[list[Entry]]) -> Iterator[tuple[Entry, list[Entry]]]:
    known = {first.id: first for held in met for first in held}
    counted = Counter(first.id for held in met for first in held)
    firsts = [known[id_] for id_, times in counted.most_common(_COMPARED) if times >= _LEAST]
    if firsts:
        yield entry, firsts


def _text(entry: Entry) -> str:
    return entry.front + entry.body


def _alike(entry: Entry, most: float, first: Entry) -> Diagnostic:
    offset, length = longest_common(_text(entry), phrases(_text(first)))
    piece = " ".join(_text(entry)[offset : offset + length].split())
    shown = piece if len(piece) <= _SHOWN else f"{piece[:_SHOWN].rpartition(' ')[0]} …"
    percent = f"{int(100 * most)}{NBSP}%"
    message = f"похоже на {quote(first.record.title)} ({first.path}) на {percent}: общие фразы {quote(shown)}"
    hint = (
        "Если это одна работа, оставьте одну запись; если разные, напишите своими словами и укажите related."
    )
    return at_text(entry, NEAR_DUPLICATE, offset, length, message, hint=hint)
