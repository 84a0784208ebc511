"""The Word form of each kind, as a file of the site: an author takes it from the page of the form."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.site import addresses
from kopilka.site.bundle import StaticFile
from kopilka.workspace.bank import Workspace


def form_paths(workspace: Workspace) -> frozenset[str]:
    """Where the forms stand on the site."""
    return frozenset(addresses.of_word_form(model.kind) for model in workspace.kinds.values())


def word_forms(workspace: Workspace) -> Iterator[StaticFile]:
    """An empty form a kind, with the vocabularies of the bank; the same bank gives the same bytes."""
    from kopilka.exchange.forms.word import write_word  # noqa: PLC0415 - slow to load, and a check makes no forms

    for model in workspace.kinds.values():
        yield StaticFile(addresses.of_word_form(model.kind), write_word(model, workspace.shown.registry))
