"""Addresses work for everybody, not only inside one school."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.addresses import Address
from kopilka.catalog.check import Surroundings, Written
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.addresses import Sort
from kopilka.russian import quote

LOCAL_ADDRESS = Code(
    "K414",
    "local-address",
    Severity.ADVICE,
    "Адрес работает только у вас",
    "Адрес внутренней сети или своего компьютера откроется лишь там, где вы сейчас сидите.",
    "url: http://192.168.1.10/karty",
    "url: https://shkola-primer-1.example/karty",
)
CODES = (LOCAL_ADDRESS,)

_PUBLIC = re.compile(
    r"https?://(?:[\w-]+\.)+[^\W\d_]{2,}(?<!\.local)(?<!\.lan)(?<!\.internal)(?:[:/?#]|\Z)", re.IGNORECASE
)
_NUMBERS = re.compile(
    r"https?://(?!(?:10|127|0)\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)\d+\.\d+\.\d+\.\d+"
)
_SPACE = re.compile(r"\s")


def check(written: Written, address: Address, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Hosts without a dot, private ranges of IP addresses, names of local networks."""
    text = address.text
    if (
        address.sort is Sort.WEB
        and not _PUBLIC.match(text)
        and not _NUMBERS.match(text)
        and not _SPACE.search(text)
    ):
        yield address.at(
            written,
            LOCAL_ADDRESS,
            f"адрес {quote(text)} откроется только в вашей сети",
            hint="Дайте адрес на сайте организации или положите файл рядом с записью.",
        )
