"""The canonical text of a record: one order and one style, whoever wrote it and with whatever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from kopilka.diagnostics import Diagnostic, Severity
from kopilka.exchange.writing.body import tidy_body
from kopilka.exchange.writing.emit import emit
from kopilka.exchange.writing.shape import arrange, without_empty
from kopilka.records.comments import Comments, find_comments
from kopilka.records.fences import find_header, header_sheet
from kopilka.records.frontmatter import RawRecord, split
from kopilka.records.source import Source


@dataclass(frozen=True, slots=True)
class Formatted:
    """The canonical text of a file; or the text as it was, with what keeps it from being read."""

    text: str
    troubles: tuple[Diagnostic, ...] = ()


def write_record(model: type[BaseModel], data: Mapping[str, Any], body: str) -> str:
    """The file of a record: `data` are plain values in the shape people write, `body` is Markdown.

    Fields stand in the order of the model, empty optional ones are left out, unknown ones come last. What is
    missing or wrong is written as it is: `check` tells.
    """
    fields = arrange(without_empty(data, model), model, kept=frozenset())
    return assemble(emit(fields), body)


def format_record(text: str, model: type[BaseModel]) -> str:
    """The text of a record in canonical order and style, its comments kept; unreadable text as it is."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    formatted = format_source(Source("", plain), model)
    return text if formatted.troubles else formatted.text


def format_source(source: Source, model: type[BaseModel]) -> Formatted:
    """The canonical text of a file; with diagnostics where something in it cannot be read for certain.

    Raises `AssertionError` when what was to be written does not say the same: better no file than another.
    """
    raw, found = split(source)
    troubles = tuple(item for item in found if item.severity is Severity.ERROR)
    if raw is None or troubles:
        return Formatted(source.text, troubles)
    comments = _comments(source)
    text = _canonical(raw, comments, model)
    if text != source.text:
        _compare(raw, comments, text, model)
    return Formatted(text)


def _canonical(raw: RawRecord, comments: Comments, model: type[BaseModel]) -> str:
    fields = arrange(raw.meta, model, kept=comments.places)
    return assemble(emit(fields, comments), raw.body)


def _compare(raw: RawRecord, comments: Comments, text: str, model: type[BaseModel]) -> None:
    """Reads what is to be written as anybody would."""
    again, _ = split(Source(raw.path, text))
    found = _comments(Source(raw.path, text))
    same = again is not None and _facts(again, model) == _facts(raw, model) and len(found) == len(comments)
    if not same:
        raise AssertionError(f"{raw.path}: the canonical text would not say the same")


def _facts(raw: RawRecord, model: type[BaseModel]) -> dict[str, Any]:
    return arrange(raw.meta, model, kept=frozenset())


def _comments(source: Source) -> Comments:
    header = find_header(source.text)
    return find_comments(header_sheet(source, header)) if header else Comments()


def assemble(header: str, body: str) -> str:
    """The file of a record from the lines of its header and its body."""
    text = tidy_body(body)
    return f"---\n{header}---\n\n{text}" if text else f"---\n{header}---\n"
