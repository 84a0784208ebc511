"""Every record that a record refers to exists."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Catalog
from kopilka.catalog.look import remember_last
from kopilka.catalog.mentions import doubtful_mentions
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.suggest import Choices
from kopilka.russian import fold_label, quote

UNKNOWN_RECORD = Code(
    "K402",
    "unknown-record",
    Severity.ERROR,
    "Такой записи нет",
    "Ссылка должна вести к существующей записи: её идентификатор – имя файла без «.md». Иначе читатель "
    "попадёт в никуда.",
    "related:\n  - laboratorya-voprosov",
    "related:\n  - laboratoriya-voprosov",
)
CODES = (UNKNOWN_RECORD,)


def check(catalog: Catalog, around: Surroundings) -> Iterator[Diagnostic]:
    """References to files that are not there; a record that could not be read is there."""
    hint = partial(hint_of, catalog=catalog)
    for mention in doubtful_mentions(catalog):
        if mention.target not in catalog.entries and mention.target not in around.records:
            yield mention.at(UNKNOWN_RECORD, f"записи {quote(mention.target)} нет", hint=hint(mention.target))


def hint_of(written: str, *, catalog: Catalog) -> str:
    """What may have been meant by an id that no record has."""
    ids, choices = _names(catalog)
    same = ids.get(fold_label(written))
    if same:
        return f"Здесь нужен идентификатор, имя файла без «.md»: {same}."
    near = choices.nearest(written)
    if near:
        id_ = ids[fold_label(near)]
        return f"Возможно, вы имели в виду {id_} – {quote(catalog.entries[id_].record.title)}."
    return "Идентификатор записи – имя её файла без «.md». Проверьте его или уберите ссылку."


@remember_last
def _names(catalog: Catalog) -> tuple[dict[str, str], Choices]:
    """Ids by id and by title, and the same names to guess among."""
    names = {entry.record.title: id_ for id_, entry in reversed(list(catalog.entries.items()))}
    names |= {id_: id_ for id_ in catalog.entries}
    return {fold_label(name): id_ for name, id_ in names.items()}, Choices(names)
