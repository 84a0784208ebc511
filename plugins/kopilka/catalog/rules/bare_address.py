"""An address in the text is a link with words, not a string of signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text, signs_of
from kopilka.catalog.markdown import prose_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

BARE_ADDRESS = Code(
    "K514",
    "bare-address",
    Severity.ADVICE,
    "Голый адрес в тексте",
    "Сам по себе адрес в тексте не нажимается, а вслух читается по буквам. Ссылка со словами понятнее и "
    "короче.",
    "Запись урока: https://example.org/urok-5",
    "Посмотрите [запись урока биологии](https://example.org/urok-5).",
)
CODES = (BARE_ADDRESS,)

# What stands before an address that is a link already, or a part of something else.
_BARE = re.compile(r"http(?<![(<\[\"'=/\w]http)s?://[^\s<>()\[\]«»]+")
_SIGNS = re.compile(rb"http(?<![(<\[\"'=/\w]http)s?://")


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Addresses of the body outside links, code and definitions of links."""
    for place, address in bare_addresses(written):
        hint = f"Дайте ссылке слова: [что там]({address})"
        yield at_text(written, BARE_ADDRESS, place, len(address), f"голый адрес {quote(address)}", hint=hint)


def bare_addresses(written: Written) -> Iterator[tuple[int, str]]:
    """Such addresses with their offsets in the file."""
    if not _SIGNS.search(signs_of(written).body):
        return
    text, start = prose_of(written), len(written.front)
    for match in _BARE.finditer(text, start):
        if not _is_definition(text, match.start()):
            yield match.start(), match[0].rstrip(".,;:!?")


def _is_definition(text: str, offset: int) -> bool:
    before = text[text.rfind("\n", 0, offset) + 1 : offset].strip()
    return before.startswith("[") and before.endswith("]:") and not before.startswith("[^")
