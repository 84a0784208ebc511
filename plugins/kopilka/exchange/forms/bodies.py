"""The body of a record as the sections of a form, and the sections as a body again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kopilka.records.kind import Kind
from kopilka.russian import fold_label

_FREE = "Расскажите своими словами. Подзаголовки делайте стилем «Заголовок 2»."
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"##[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a body: its heading, empty before the first one, and its Markdown."""

    title: str
    text: str


def split_body(body: str) -> tuple[Part, ...]:
    """The parts of a body, each under its heading of the second level."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    fence = ""
    for line in body.replace("\r\n", "\n").split("\n"):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not line.strip("`~ \t"):
            fence = ""
        heading = None if fence else _HEADING.match(line)
        if heading:
            parts.append((heading[1].strip(), []))
        else:
            parts[-1][1].append(line)
    made = (Part(title, "\n".join(lines).strip("\n")) for title, lines in parts)
    return tuple(part for part in made if part.title or part.text.strip())


def join_body(parts: Iterable[Part]) -> str:
    """The body made of parts; a part with no words is left out."""
    pieces = (
        f"## {part.title}\n\n{part.text.strip()}" if part.title else part.text.strip()
        for part in parts
        if part.text.strip()
    )
    text = "\n\n".join(pieces)
    return f"{text}\n" if text else ""


@dataclass(frozen=True, slots=True)
class AskedPart:
    """A part of the body in a form: what it is called, what to write there, what is written."""

    title: str
    help: str
    required: bool
    text: str


def asked_parts(kind: Kind, body: str) -> tuple[AskedPart, ...]:
    """The parts that a form shows: those of the record, and those of the kind that it lacks."""
    written = split_body(body)
    expected = {fold_label(section.title): section for section in kind.sections}
    made = [
        AskedPart(part.title, section.help, section.required, part.text)
        if (section := expected.pop(fold_label(part.title), None))
        else AskedPart(part.title, "", required=False, text=part.text)
        for part in written
    ]
    made += [AskedPart(section.title, section.help, section.required, "") for section in expected.values()]
    if not made:
        made.append(AskedPart("", _FREE, required=True, text=""))
    return tuple(made)
