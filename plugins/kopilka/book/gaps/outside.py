"""Links of the articles that lead to records outside the book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kopilka.book.gaps.proof import Proof
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path, at_text
from kopilka.catalog.markdown import links_of
from kopilka.catalog.parts import find_marked
from kopilka.catalog.print_codes import OUTSIDE_LINK
from kopilka.diagnostics import Diagnostic, Severity
from kopilka.records.addresses import record_of
from kopilka.records.labels import label_of
from kopilka.records.references import RecordMark
from kopilka.russian import quote


def check(proof: Proof) -> Iterator[Diagnostic]:
    """One finding for a record that an article leads to, at the first place; graver where nothing remains."""
    inside = {item.entry.id for item in proof.resolved.items}
    for item, _ in proof.articles:
        told: set[str] = set()
        for target, found in _leads(item.entry):
            if target in proof.catalog.entries and target not in inside and target not in told:
                told.add(target)
                yield _judged(found, has_site=proof.around.bank.url is not None)


def _leads(entry: Entry) -> Iterator[tuple[str, Diagnostic]]:
    """The records that an article names, in its text and then in its fields."""
    for link in links_of(entry):
        target = record_of(link.address)
        if target:
            message = f"ссылка в тексте ведёт на запись {quote(target)}, которой в книге нет"
            yield target, at_text(entry, OUTSIDE_LINK, link.offset, link.place - link.offset, message)
    for path, target in find_marked(entry.record, RecordMark):
        label = label_of(type(entry.record), path[:1])
        message = f"поле {label} ведёт на запись {quote(target)}, которой в книге нет"
        yield target, at_path(entry, OUTSIDE_LINK, path, message)


def _judged(found: Diagnostic, *, has_site: bool) -> Diagnostic:
    if has_site:
        hint = "Возьмите и её в сборник или оставьте так: в книге будет адрес её страницы на сайте."
        return replace(found, hint=hint)
    hint = "Возьмите и её в сборник. В настройках нет адреса сайта (bank.url), и останутся одни слова."
    return replace(found, severity=Severity.WARNING, hint=hint)
