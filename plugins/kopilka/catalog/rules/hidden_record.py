"""What readers see does not refer to what they do not."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Catalog
from kopilka.catalog.mentions import doubtful_mentions
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

HIDDEN_RECORD = Code(
    "K405",
    "hidden-record",
    Severity.WARNING,
    "Опубликованная запись ссылается на неопубликованную",
    "На сайте такой ссылки не будет: читатель не увидит ни её, ни того, что за ней стоит.",
    "# status: published\nrelated:\n  - zapis-chernovik",
    "# status: published\nrelated:\n  - opublikovannaya-zapis",
)
CODES = (HIDDEN_RECORD,)


def check(catalog: Catalog, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """References from public records to records that are not public."""
    for mention in doubtful_mentions(catalog):
        target = catalog.entries.get(mention.target)
        if target is None or target.record.status.public or not mention.entry.record.status.public:
            continue
        message = (
            f"запись {quote(target.id)} ещё не опубликована, её статус – {quote(target.record.status.label)}"
        )
        yield mention.at(HIDDEN_RECORD, message, hint="Опубликуйте и её или уберите ссылку до тех пор.")
