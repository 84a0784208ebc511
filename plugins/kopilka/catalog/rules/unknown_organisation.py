"""Every organisation that a record names is in the register."""

from __future__ import annotations

from collections.abc import Iterable

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry, Registry
from kopilka.catalog.look import at_path, remember_last
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of
from kopilka.records.references import SLUG
from kopilka.records.suggest import Choices
from kopilka.russian import fold_label, quote

UNKNOWN_ORGANISATION = Code(
    "K401",
    "unknown-organisation",
    Severity.ERROR,
    "Организации нет в реестре",
    "По идентификатору запись попадает на страницу организации, а читатель видит её название, район и сайт. "
    "Без строки в registry/organisations показать нечего.",
    "organisations:\n  - shkola-primer1",
    "organisations:\n  - shkola-primer-1",
)
CODES = (UNKNOWN_ORGANISATION,)


def check(entry: Entry, path: Path, written: str, around: Surroundings) -> Iterable[Diagnostic]:
    """A reference to an organisation."""
    if written in around.registry.organisations:
        return ()
    return (_unknown(entry, path, written, around.registry),)


def check_party(entry: Entry, path: Path, written: str, around: Surroundings) -> Iterable[Diagnostic]:
    """An executor in free words is right; one that looks like an id is to be an id."""
    if "-" not in written or not SLUG.match(written) or written in around.registry.organisations:
        return ()
    return (_unknown(entry, path, written, around.registry),)


def _unknown(entry: Entry, path: Path, written: str, registry: Registry) -> Diagnostic:
    label = label_of(type(entry.record), path)
    message = f"поле {label}: организации {quote(written)} нет в реестре"
    return at_path(entry, UNKNOWN_ORGANISATION, path, message, hint=hint_of(written, registry))


def hint_of(written: str, registry: Registry) -> str:
    """What may have been meant by a name that the register does not have."""
    ids, choices = _names(registry)
    same = ids.get(fold_label(written))
    if same:
        return f"Здесь нужен идентификатор из реестра: {same}."
    near = choices.nearest(written)
    if near:
        id_ = ids[fold_label(near)]
        return f"Возможно, вы имели в виду {id_} – {quote(registry.organisations[id_].short)}."
    return "Проверьте идентификатор или добавьте организацию в registry/organisations."


@remember_last
def _names(registry: Registry) -> tuple[dict[str, str], Choices]:
    """Ids by everything an organisation may be called, and the same names to guess among."""
    names = {
        name: organisation.id
        for organisation in reversed(list(registry.organisations.values()))
        for name in (organisation.name, organisation.short, organisation.id)
    }
    return {fold_label(name): id_ for name, id_ in names.items()}, Choices(names)
