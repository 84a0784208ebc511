"""Forms read back, whatever they were filled in with: Word, Excel, CSV."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from kopilka.catalog.graph import Registry
from kopilka.exchange.forms.data import Base, FormData
from kopilka.exchange.forms.sheet_reading import read_sheet
from kopilka.exchange.forms.word_reading import read_word
from kopilka.records.base import Record
from kopilka.settings import DEFAULT_KINDS

__all__ = ["Base", "FormData", "read_form", "read_forms"]


def read_form(
    path: Path, models: Iterable[type[Record]] | None = None, registry: Registry | None = None
) -> FormData | None:
    """The form in a file, the first where it holds several; None when it is not our form."""
    return next(iter(read_forms(path, models, registry)), None)


def read_forms(
    path: Path, models: Iterable[type[Record]] | None = None, registry: Registry | None = None
) -> tuple[FormData, ...]:
    """All forms in a file: a Word form is one, a sheet has one in each row; none when it is not our form.

    `models` are the kinds of the bank, those of a new one when left out; `registry` turns names of
    organisations typed by hand into their ids. Never raises for what is inside the file.
    """
    known = tuple(models) if models is not None else _usual()
    if path.suffix.casefold() in {".docx", ".dotx"}:
        form = read_word(path, known, registry or Registry())
        return (form,) if form else ()
    return read_sheet(path, known, registry or Registry())


def _usual() -> tuple[type[Record], ...]:
    """The kinds of a new bank."""
    found = []
    for item in DEFAULT_KINDS:
        module, _, name = item.model.partition(":")
        found.append(getattr(import_module(module), name))
    return tuple(found)
