"""No record is a part of itself."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Catalog
from kopilka.catalog.look import at_path
from kopilka.catalog.parts import field_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

PARENT_CYCLE = Code(
    "K404",
    "parent-cycle",
    Severity.ERROR,
    "Каскад проектов замкнулся в круг",
    "Если проект – часть своей же части, неизвестно, с чего начинать каскад, и страница его не покажет.",
    "# projects/cases/shkola-shkole.md\nparent: shkola-shkole",
    "# projects/cases/shkola-shkole.md\nparent: ot-transformacii-k-sistemnym-izmeneniyam",
)
CODES = (PARENT_CYCLE,)


def check(catalog: Catalog, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Each circle once, at the record that comes first in it."""
    parents = {
        id_: parent
        for id_, entry in catalog.entries.items()
        if (parent := field_of(entry.record, "parent")) in catalog.entries
    }
    done: set[str] = set()
    for start in parents:
        circle = _circle(start, parents, done)
        if circle:
            yield _closed(catalog, circle)


def _circle(start: str, parents: dict[str, str], done: set[str]) -> list[str]:
    """The circle that the climb from `start` runs into, if nobody has been there before."""
    way: dict[str, None] = {}
    current: str | None = start
    while current is not None and current not in done:
        done.add(current)
        way[current] = None
        current = parents.get(current)
    if current is None or current not in way:
        return []
    steps = list(way)
    return steps[steps.index(current) :]


def _closed(catalog: Catalog, circle: list[str]) -> Diagnostic:
    first = catalog.entries[min(circle)]
    if len(circle) == 1:
        message, hint = "запись названа частью самой себя", "Уберите это поле или назовите другую запись."
    else:
        turned = circle[circle.index(first.id) :] + circle[: circle.index(first.id)]
        message = "каскад замкнулся: " + " → ".join([*turned, first.id])
        hint = f"Уберите поле {quote('Часть проекта')} у той записи, с которой каскад начинается."
    return at_path(first, PARENT_CYCLE, ("parent",), message, hint=hint)
