"""How people call the fields: data that a methodologist extends without touching a program."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE_NAME = "aliases.toml"
EVERY = "record"
_DEFAULT = Path(__file__).with_name(FILE_NAME)


class AliasError(Exception):
    """The bank's own list of labels cannot be used; the text says why, in Russian."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form known by its name: the kind of record, and facts that the name itself tells.

    A weak one is but a word that is said of its kind more often than of others.
    """

    says: tuple[str, ...]
    kind: str
    facts: Mapping[str, str]
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Aliases:
    """Labels of fields by kind and path, words for values, fields for rows merged across, forms."""

    forms: tuple[Form, ...]
    labels: Mapping[str, Mapping[str, tuple[str, ...]]]
    merged: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Mapping[str, tuple[str, ...]]]
    headings: tuple[str, ...] = ()
    behind: Aliases | None = None

    def of(self, kind: str) -> Iterator[tuple[str, str]]:
        """Labels and the paths of fields: those of the kind first, then those of every kind."""
        for room in (kind, EVERY):
            for path, names in self.labels.get(room, {}).items():
                yield from ((name, path) for name in names)
        if self.behind:
            yield from self.behind.of(kind)


@lru_cache(maxsize=1)
def default_aliases() -> Aliases:
    """The labels that come with the program."""
    return parse_aliases(_DEFAULT.read_text(encoding="utf-8"), FILE_NAME)


def read_aliases(own: Path) -> Aliases:
    """The labels of the program and of the bank's own file, where there is one; raises `AliasError`."""
    if not own.is_file():
        return default_aliases()
    try:
        text = own.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise AliasError(
            f"{own.name}: файл сохранён не в UTF-8. Сохраните его заново в этой кодировке."
        ) from error
    return _join(parse_aliases(text, own.name), default_aliases())


def parse_aliases(text: str, name: str) -> Aliases:
    """Labels from TOML; raises `AliasError` in words that say where."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AliasError(f"{name}: не разобрать как TOML: {error}. Проверьте кавычки и скобки.") from error
    forms = tuple(_form(item, name) for item in data.pop("form", []))
    merged = _table(data.pop("merged", {}), name, "merged")
    values = {field: _table(words, name, field) for field, words in data.pop("values", {}).items()}
    headings = _table({"headings": data.pop("headings", [])}, name, "headings")["headings"]
    labels = {room: _table(names, name, room) for room, names in data.items()}
    return Aliases(forms, labels, merged, values, headings)


def _form(item: Any, name: str) -> Form:
    try:
        return Form(
            tuple(item["says"]), str(item["kind"]), dict(item.get("facts", {})), bool(item.get("weak"))
        )
    except (TypeError, KeyError) as error:
        raise AliasError(f"{name}: у каждой [[form]] нужны says и kind, а здесь {item}") from error


def _table(data: Any, name: str, room: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(data, dict):
        raise AliasError(f"{name}: «{room}» – не раздел; пишите [{room}], а под ним строки поле = [названия]")
    for path, names in data.items():
        if not (isinstance(names, list) and all(isinstance(item, str) for item in names)):
            raise AliasError(f'{name}: у «{path}» в разделе [{room}] нужен список названий: ["…", "…"]')
    return {path: tuple(names) for path, names in data.items()}


def _join(own: Aliases, common: Aliases) -> Aliases:
    """A bank's own labels go before the common ones, whichever field these name."""
    items = (own, common)
    return Aliases(
        tuple(form for part in items for form in part.forms),
        items[0].labels,
        _one_level([part.merged for part in items]),
        _two_levels([part.values for part in items]),
        tuple(name for part in items for name in part.headings),
        items[1],
    )


def _two_levels(
    parts: list[Mapping[str, Mapping[str, tuple[str, ...]]]],
) -> dict[str, dict[str, tuple[str, ...]]]:
    rooms = dict.fromkeys(room for part in parts for room in part)
    return {room: _one_level([part.get(room, {}) for part in parts]) for room in rooms}


def _one_level(parts: list[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    names = dict.fromkeys(name for part in parts for name in part)
    return {name: tuple(item for part in parts for item in part.get(name, ())) for name in names}
