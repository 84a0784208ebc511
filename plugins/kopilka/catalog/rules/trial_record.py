"""A record is about something: files made for a try stay out of the bank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path, at_text
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

TRIAL_RECORD = Code(
    "K809",
    "trial-record",
    Severity.WARNING,
    "Похоже на пробный файл",
    "Кто-то проверял, как всё работает, и файл остался. Читателю он не скажет ничего.",
    "title: Тестовая запись 1",
    "title: Читательские карты на любом уроке",
)
CODES = (TRIAL_RECORD,)

_TRIAL = re.compile(
    r"(?:(?:тест\w{0,6}|проб(?:а|ная|ный|ное)|пример|образец|нов(?:ая|ый)|черновик|test|demo|запись|записи|записей|"
    r"практик[аи]|кейс|площадк[аи]|проект|файл|название|заголовок|№|\d+)[\s.,:;!«»\"'-]*){2,}",
    re.IGNORECASE,
)
_SURE = re.compile(r"тест|проб|test|пример|образец|назван|заголов", re.IGNORECASE)
_LINES = 3
_LONG = 200
_WORDS = 12


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """A title of such words alone, and a text of one line or one word over and over."""
    title = entry.record.title
    if _TRIAL.fullmatch(title) and _SURE.search(title):
        message = f"название {quote(title)} – как у пробного файла"
        yield at_path(entry, TRIAL_RECORD, ("title",), message, hint="Назовите дело или удалите запись.")
    if len(entry.body) < 20_000 and _is_monotonous(entry.body):
        start = len(entry.front) + len(entry.body) - len(entry.body.lstrip())
        message = "в тексте одно и то же снова и снова"
        yield at_text(entry, TRIAL_RECORD, start, 1, message, hint="Расскажите о деле или удалите запись.")


def _is_monotonous(body: str) -> bool:
    lines: list[str] = []
    for line in body.split("\n"):
        if line and line[0] != "#" and not line.isspace():
            lines.append(line.strip())
            if len(lines) > _LINES and len(set(lines)) > 1:
                return False
    if len(lines) >= _LINES and len(set(lines)) == 1 and len(lines[0]) < _LONG:
        return True
    if len(lines) > _LINES:
        return False
    words = body.lower().split()
    return len(words) >= _WORDS and len(set(words)) <= len(words) // 6
