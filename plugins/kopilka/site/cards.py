"""What a record says of itself in a list: one set of lines for drawn cards and for those scripts draw."""

from __future__ import annotations

from dataclasses import dataclass

from kopilka.catalog.facets import EVIDENCE
from kopilka.catalog.graph import Entry
from kopilka.records.quantities import hours_words, minutes_words
from kopilka.site import meetings
from kopilka.site.view import View


@dataclass(frozen=True, slots=True)
class CardRow:
    """A line of a card: its label, its words, and the degree where it is about evidence."""

    label: str
    words: str
    degree: int | None = None


def card_rows(view: View, entry: Entry) -> list[CardRow]:
    """Three or four lines by which a reader chooses."""
    record = entry.record
    deficits = [view.registry.term_label("deficit", term) for term in record.deficits]
    levels = [_short_level(view, term) for term in record.levels]
    rows = [CardRow("Помогает с", ", ".join(deficits)), CardRow("Уровень", ", ".join(levels))]
    if record.hours:
        rows.append(CardRow("Время", _time_words(record.hours)))
    elif record.period:
        rows.append(CardRow("Сроки", record.period.words))
    ahead = record.agenda(view.today)
    if ahead:
        when = meetings.dates_words(ahead[0].start, ahead[0].end)
        rows.append(CardRow("Ближайшее", f"{ahead[0].title}: {when}"))
    elif entry.kind.sections or record.evidence:
        rows.append(CardRow("Результат", EVIDENCE[record.evidence], record.evidence))
    return [row for row in rows if row.words]


def card_tags(entry: Entry) -> list[str]:
    """What stands in a frame beside the kind: «пример», «архив», the status of what is not public yet."""
    record = entry.record
    tags = ["пример"] if record.demo else []
    if record.status.value == "archived":
        tags.append("архив")
    if not record.status.public:
        tags.append(record.status.label)
    return tags


def _time_words(hours: float) -> str:
    return hours_words(hours) if hours >= 1 else minutes_words(round(hours * 60))


def _short_level(view: View, term: str) -> str:
    vocabulary = view.registry.vocabularies.get("level")
    found = vocabulary.by_id.get(term) if vocabulary else None
    return (found.short or found.label) if found else term
