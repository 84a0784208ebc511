"""«Когда» in road maps and tables of events can be understood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of
from kopilka.records.when import parse_when
from kopilka.russian import quote

UNCLEAR_WHEN = Code(
    "K709",
    "unclear-when",
    Severity.ADVICE,
    "Не понять, когда",
    "Из слов «когда» берутся отметки «сейчас» и «просрочено», сортировка и календарь. Пишите как привыкли, "
    "но с месяцем, "
    "годом или словом «ежегодно».",
    "when: как договоримся",
    "when: ноябрь 2025",
)
CODES = (UNCLEAR_WHEN,)

_MEANT = re.compile(
    r"по (?:мере|необходимости|запрос|заявк|желани|план|график|согласован)|в соответстви|согласно|в "
    r"течение|весь ",
    re.IGNORECASE,
)
"""Not a time, but what people mean to say: the work waits for a word or for another plan."""

_SOME_YEAR = 2000
"""Months without a year are clear enough: the school year is known from the work."""


SHAPES = (("when",),)


def check(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:  # noqa: ARG001
    """A row whose words for «когда» have no time in them."""
    if not part.when or parse_when(part.when, around=_SOME_YEAR) is not None or _MEANT.match(part.when):
        return ()
    place = (*path, "when")
    message = f"поле {label_of(type(entry.record), place)}: {quote(part.when)} – не понять, когда это"
    hint = "Напишите месяц и год, учебный год или «ежегодно»: ноябрь 2025, до 08.2026, раз в четверть."
    return (at_path(entry, UNCLEAR_WHEN, place, message, hint=hint),)
