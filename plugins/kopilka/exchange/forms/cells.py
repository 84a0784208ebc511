"""The value that stands in a cell of a Word form, with its control or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kopilka.exchange.forms.fields import Control, FormField
from kopilka.exchange.forms.from_word import (
    PLACEHOLDERS,
    Reading,
    blocks_in,
    is_placeholder,
    plain_text,
    to_markdown,
)
from kopilka.exchange.forms.ooxml import Element, attribute, child, every, local
from kopilka.exchange.forms.values import value_of
from kopilka.russian import fold_label

_BOX = re.compile(r"\s*([☐☒☑✓✔✗])\s*(.*)", re.DOTALL)
_CHECKED = frozenset("☒☑✓✔✗")


def read_cell(asked: FormField, cell: Element, reading: Reading) -> Any:  # noqa: PLR0911 - a kind of control a line
    """The value of a field; None when nothing was filled in."""
    if asked.control is Control.RICH:
        return to_markdown(blocks_in(cell), reading) or None
    if asked.control is Control.RICHES:
        return _texts(cell, reading) or None
    if asked.control is Control.FLAG:
        return _flag(asked, cell)
    if asked.control is Control.CHOICES:
        return _choices(asked, cell) or None
    text = plain_text(cell)
    if asked.control is Control.LINES:
        return [
            line.strip() for line in text.split("\n") if line.strip() and line.strip() not in PLACEHOLDERS
        ] or None
    if asked.control is Control.CHOICE:
        return _choice(asked, text, _offered(cell)) if text else None
    return value_of(asked, text)


def _texts(cell: Element, reading: Reading) -> list[str]:
    """Texts of a list: one a control; what stands outside of controls, one a paragraph."""
    found: list[str] = []
    for item in _items(cell):
        blocks = [item] if local(item) in {"w:p", "w:tbl"} else list(blocks_in(item))
        text = to_markdown(blocks, reading)
        if text:
            found.append(text)
    return found


def _items(container: Element) -> Iterator[Element]:
    """The innermost block controls of a container, and what stands beside them."""
    for item in container:
        name = local(item)
        if name in {"w:p", "w:tbl"}:
            yield item
        elif name == "w:sdt":
            inner = child(item, "w:sdtContent")
            nested = inner is not None and any(local(part) == "w:sdt" for part in inner)
            if nested:
                yield from _items(inner)
            else:
                yield item


def _flag(asked: FormField, cell: Element) -> Any:
    state = _state(cell)
    if state is not None:
        return state
    text = plain_text(cell)
    box = _BOX.match(text)
    if box and not box[2].strip():
        return box[1] in _CHECKED
    return value_of(asked, text)


def _state(container: Element) -> bool | None:
    """Whether the first check box of a container is checked; None when there is none."""
    for mark in every(container, "w14:checked"):
        return attribute(mark, "w14:val") not in {"0", "false"}
    return None


def _choices(asked: FormField, cell: Element) -> list[Any]:
    """Checked terms, or those of the drop-downs."""
    found: list[Any] = []
    offered = _offered(cell)
    for item in every(cell, "w:p"):
        text = plain_text(item)
        box = _BOX.match(text)
        if box:
            state = _state(item)
            checked = box[1] in _CHECKED if state is None else state
            text = box[2].strip() if checked else ""
        found += [_choice(asked, line, offered) for line in text.split("\n") if line.strip()]
    return list(dict.fromkeys(found))


def _choice(asked: FormField, text: str, offered: dict[str, str]) -> Any:
    """The value behind the words: as the document's own list says, else as the bank knows."""
    return offered.get(fold_label(text)) or value_of(asked, " ".join(text.split()))


def _offered(cell: Element) -> dict[str, str]:
    """The values of drop-downs by what people see."""
    return {
        fold_label(attribute(item, "w:displayText") or attribute(item, "w:value")): attribute(item, "w:value")
        for item in every(cell, "w:listItem")
        if attribute(item, "w:value")
    }


__all__ = ["is_placeholder", "read_cell"]
