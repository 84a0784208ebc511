"""No two records tell of the same thing under nearly the same title or in the same summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Catalog, Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

SIMILAR_TITLE = Code(
    "K801",
    "similar-title",
    Severity.WARNING,
    "Почти такое же название уже есть",
    "Либо это одна и та же запись, поданная дважды, либо две разные, которые читатель перепутает.",
    "title: Читательские карты на уроке   # в соседнем файле: «Читательские карты на уроках»",
    "title: Читательские карты на уроке физики",
)
SAME_SUMMARY = Code(
    "K802",
    "same-summary",
    Severity.WARNING,
    "Такая же аннотация у другой записи",
    "В списке и в поиске записи не отличить. Скорее всего, аннотацию скопировали и забыли переписать.",
    "summary: …   # слово в слово как в соседней записи",
    "summary: …   # чем эта запись отличается от соседней",
)
CODES = (SIMILAR_TITLE, SAME_SUMMARY)

_WORD = re.compile(r"[^\W_]+")
_STEM = 6
"""Letters by which words are compared: «наставник», «наставники» and «наставничество» are one."""

_LEAST = 4
"""Titles of so many words are nearly the same also when one of them has one word more."""

_LITTLE = frozenset("и в во на с со к ко о об от до из за по для при под над не как или а но что у".split())  # noqa: SIM905 - words read better as words

_Key = frozenset[str]


def check(catalog: Catalog, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Each record that comes after one like it.

    The cost grows with the number of records, not with its square.
    """
    keys = {id_: _key(entry.record.title) for id_, entry in catalog.entries.items()}
    by_title: dict[_Key, Entry] = {}
    by_summary: dict[str, Entry] = {}
    for id_, entry in catalog.entries.items():
        by_title.setdefault(keys[id_], entry)
        first = by_summary.setdefault(entry.record.summary, entry)
        if first is not entry:
            message = f"такая же аннотация у записи {quote(first.record.title)} ({first.path})"
            yield at_path(
                entry, SAME_SUMMARY, ("summary",), message, hint="Скажите, чем эта запись отличается от той."
            )
    for id_, entry in catalog.entries.items():
        like = _like(keys[id_], entry, by_title)
        if like is not None:
            yield _similar(entry, like)


def _like(key: _Key, entry: Entry, by_title: dict[_Key, Entry]) -> Entry | None:
    """An entry with the same words in its title, or with all of them but one."""
    first = by_title[key]
    if first is not entry:
        return first
    if len(key) <= _LEAST:
        return None
    return next((found for word in key if word.isalpha() and (found := by_title.get(key - {word}))), None)


def _similar(entry: Entry, first: Entry) -> Diagnostic:
    message = f"почти такое же название у записи {quote(first.record.title)} ({first.path})"
    hint = "Если это одно и то же, оставьте одну запись; если разное, скажите в названии, чем отличается."
    return at_path(entry, SIMILAR_TITLE, ("title",), message, hint=hint)


def _key(title: str) -> _Key:
    """What a title says, whatever the order and the endings of its words; numbers count in full."""
    words = _WORD.findall(title.lower().replace("ё", "е"))
    return frozenset(word[:_STEM] for word in words if word not in _LITTLE)
