"""Applications are not collected in forms that keep their data abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.addresses import Address
from kopilka.catalog.check import Surroundings, Written
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.addresses import Sort
from kopilka.russian import quote

FOREIGN_FORM = Code(
    "K415",
    "foreign-form",
    Severity.WARNING,
    "Форма хранит данные за границей",
    "Заявка – это имя, школа и почта педагога. Собирать их через зарубежный сервис нельзя: первичная "
    "запись данных "
    "граждан России должна идти в базу в России (152-ФЗ, ст. 18, ч. 5).",
    "url: https://forms.gle/primer",
    "url: https://shkola-primer-4.example/zayavka",
)
CODES = (FOREIGN_FORM,)

_FORM = re.compile(
    r"https?://(?:forms\.gle|docs\.google\.com/forms|(?:[\w-]+\.)?(?:typeform|jotform|surveymonkey|airtable|tally|paperform)\.\w+"
    r"|forms\.(?:office|microsoft)\.com)(?:[/?#]|\Z)",
    re.IGNORECASE,
)


def is_foreign_form(address: str) -> bool:
    """Whether an address is that of a known foreign service of forms."""
    return _FORM.match(address) is not None


def check(written: Written, address: Address, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Links to known foreign services of forms."""
    if address.sort is Sort.WEB and is_foreign_form(address.text):
        yield address.at(
            written,
            FOREIGN_FORM,
            f"форма {quote(address.text)} хранит данные за границей",
            hint="Возьмите российский сервис форм или дайте адрес почты организации: mailto:…",
        )
