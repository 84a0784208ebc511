"""The kind of record that a command speaks of, however a person calls it."""

from __future__ import annotations

from kopilka.cli.arguments import Usage
from kopilka.records.base import Record
from kopilka.records.suggest import suggest
from kopilka.russian import fold_label, join_words, quote
from kopilka.workspace.bank import Kinds


def find_kind(kinds: Kinds, written: str) -> tuple[str, type[Record]]:
    """The folder and the model of a kind by its id, Russian name, address or folder; raises `Usage`."""
    names = {
        fold_label(name): folder
        for folder, model in kinds.items()
        for name in (model.kind.id, model.kind.label, model.kind.plural, model.kind.slug, folder)
    }
    folder = names.get(fold_label(written))
    if folder is not None:
        return folder, kinds[folder]
    near = suggest(fold_label(written), names)
    guess = f" Возможно, {kinds[names[near]].kind.id}." if near else ""
    known = join_words([f"{model.kind.id} ({model.kind.label})" for model in kinds.values()], last="или")
    raise Usage(f"нет такого вида записей: {quote(written)}.{guess} Можно: {known}")
