"""A new manifest of a collection: what is known is filled in, every other field waits with its example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from kopilka.exchange.writing.emit import emit
from kopilka.records.collection import Collection
from kopilka.records.fields import Declaration, declarations

_WIDTH = 96


def write_manifest(known: Mapping[str, Any]) -> str:
    """The file: fields of `known` with their values, the rest as examples behind `#`, all explained."""
    parts = [_field(name, declared, known) for name, declared in declarations(Collection).items()]
    return "\n".join(parts)


def _field(name: str, declared: Declaration, known: Mapping[str, Any]) -> str:
    lines = [f"# {line}" for line in wrap(f"{declared.label}. {declared.help}", _WIDTH)]
    if known.get(name):
        lines += emit({name: known[name]}).splitlines()
    else:
        lines += _asleep(emit({name: declared.example}))
    return "\n".join(lines) + "\n"


def _asleep(text: str) -> Iterator[str]:
    """Lines that count from the day their sign is taken away."""
    return (f"#{line}" for line in text.splitlines())
