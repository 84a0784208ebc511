"""Takes a person out of the text of one file and leaves the rest of it byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kopilka.exchange.forgetting.person import Sought
from kopilka.records.frontmatter import read_yaml, split
from kopilka.records.source import Source
from kopilka.records.spans import Path, locate

REMOVED = "(имя убрано)"
_STAFF = re.compile(
    r"(?:учител|преподавател|директор|завуч|методист|педагог|воспитател|заведующ|руководител|автор|куратор|"
    r"наставни|тьютор|психолог|логопед|дефектолог|библиотекар|заместител|координатор|эксперт|разработчи|"
    r"составител|менеджер|ведущ|спикер)[а-яё]*(?:[ \u00a0][^.!?;:,\n\"'«»]{0,60})?(?P<gap>[\s\u00a0]+)\Z",
    re.IGNORECASE,
)
_PRIVATE = ("consent", "name")


YAML = (".yml", ".yaml")


def forget_in_record(path: str, text: str, sought: Sought) -> str:
    """A record or a register without the person: name and consent go, the position and the role stay."""
    for _ in range(200):
        place = next(_fields_of(path, text, sought), None)
        if place is None:
            break
        text = _without_field(text, *place)
    return forget_in_text(text, sought)


def forget_in_text(text: str, sought: Sought) -> str:
    """A text without the name: after a word for a position nothing stays in its place, else a remark does."""
    pieces, done = [], 0
    for place in sought.find(text):
        if not place.sure or place.start < done:
            continue
        staff = _STAFF.search(text, max(place.start - 100, done), place.start)
        pieces.append(text[done : staff.start("gap") if staff else place.start])
        pieces.append("" if staff else REMOVED)
        done = place.end
    return "".join((*pieces, text[done:]))


def fields_in(path: str, text: str) -> Any:
    """The data of a register, or of the head of a record; None when it cannot be read."""
    source = Source(path, text)
    if path.endswith(YAML):
        return read_yaml(source)[0]
    raw, _ = split(source)
    return raw.meta if raw else None


def _fields_of(path: str, text: str, sought: Sought) -> Iterator[tuple[int, int]]:
    """Line and column, from 0, of the first key to go: a consent before the name that it is for."""
    for place, person in _people(fields_in(path, text), ()):
        if sought.names(person["name"]):
            spans = locate(Source(path, text), whole=path.endswith(YAML))
            for name in _PRIVATE:
                if name in person:
                    span = spans.key((*place, name))
                    yield span.line - 1, span.column - 1


def _people(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    if isinstance(value, dict):
        if isinstance(value.get("name"), str) and ("position" in value or "consent" in value):
            yield path, value
        for key, inner in value.items():
            yield from _people(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _people(inner, (*path, number))


def _without_field(text: str, line: int, column: int) -> str:
    """The text without one field: whole lines of it, or a piece between commas inside of brackets."""
    lines = text.split("\n")
    before = lines[line][:column]
    if before.strip(" -"):
        return _without_piece(text, sum(len(item) + 1 for item in lines[:line]) + column)
    end = line + 1
    while end < len(lines) and _depth(lines[end]) > column:
        end += 1
    kept = lines[end:]
    if "-" in before and kept and _depth(kept[0]) == column:
        kept[0] = before + kept[0][column:]
    elif "-" in before:
        kept.insert(0, f"{before}position: {REMOVED}")
    return "\n".join((*lines[:line], *kept))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" ")) if line.strip() else -1


def _without_piece(text: str, start: int) -> str:
    """A field inside of braces goes with the comma that parts it from the next, or from the one before."""
    end, depth, quote = start, 0, ""
    while end < len(text):
        sign = text[end]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and text[:end].rstrip()[-1:] in ":,[{":
            quote = sign
        elif sign in "{[":
            depth += 1
        elif sign in "}]" and depth:
            depth -= 1
        elif sign in "}]," and not depth:
            break
        end += 1
    if text[end : end + 1] == ",":
        rest = text[end + 1 :]
        return text[:start] + rest.lstrip(" ")
    return re.sub(r",\s*\Z", "", text[:start]) + text[end:]
