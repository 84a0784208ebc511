"""Terms that a vocabulary has replaced are replaced in records too."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Entry, Registry
from kopilka.catalog.look import at_path, remember_last
from kopilka.diagnostics import Diagnostic
from kopilka.records.field_codes import RETIRED_TERM
from kopilka.records.labels import label_of
from kopilka.records.references import TermOf, routes, values_at
from kopilka.russian import quote


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:
    """Values of vocabularies that have retired terms; most have none, and then nothing is looked at."""
    retired = _retired(around.registry)
    if not retired:
        return
    for route in routes(type(entry.record)):
        if not isinstance(route.mark, TermOf) or route.mark.id not in retired:
            continue
        for path, term in values_at(entry.record, route.steps):
            better = retired[route.mark.id].get(term)
            if better:
                written = around.registry.term_label(route.mark.id, term)
                message = (
                    f"поле {label_of(type(entry.record), path)}: слово {quote(written)} выведено из словаря"
                )
                label = around.registry.term_label(route.mark.id, better)
                yield at_path(entry, RETIRED_TERM, path, message, hint=f"Теперь говорят {quote(label)}.")


@remember_last
def _retired(registry: Registry) -> dict[str, dict[str, str]]:
    """For each vocabulary with retired terms, what each was replaced by."""
    found = {
        vocabulary.id: {term.id: term.replaced_by for term in vocabulary.terms if term.replaced_by}
        for vocabulary in registry.vocabularies.values()
    }
    return {id_: terms for id_, terms in found.items() if terms}
