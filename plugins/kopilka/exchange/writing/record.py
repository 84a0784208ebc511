"""The canonical text of a record: one order and one style, whoever wrote it and with whatever."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from kopilka.exchange.writing.body import tidy_body
from kopilka.exchange.writing.emit import emit
from kopilka.exchange.writing.shape import arrange, without_empty


def write_record(model: type[BaseModel], data: Mapping[str, Any], body: str) -> str:
    """The file of a record: `data` are plain values in the shape people write, `body` is Markdown.

    Fields stand in the order of the model, empty optional ones are left out, unknown ones come last. What is
    missing or wrong is written as it is: `check` tells.
    """
    fields = arrange(without_empty(data, model), model, kept=frozenset())
    return _file(emit(fields), body)


def _file(header: str, body: str) -> str:
    text = tidy_body(body)
    return f"---\n{header}---\n\n{text}" if text else f"---\n{header}---\n"
