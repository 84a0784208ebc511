"""Quotations tell whose words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.book.gaps.proof import Proof
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_text
from kopilka.catalog.markdown import prose_of
from kopilka.catalog.print_codes import UNSOURCED_QUOTE
from kopilka.diagnostics import Diagnostic

_QUOTE = re.compile(r"^ {0,3}>(?! ?\[!)[^\n]*(?:\n(?![ \t]*\n)[^\n]+)*", re.MULTILINE)
"""A block of lines that begin with `>`; notes like `> [!TIP]` are no quotations."""

_SOURCE = re.compile(
    r"\[\^[^\]\n]+\]"  # a footnote
    r"|\]\("  # a link
    r"|https?://"
    r"|\[\d+(?:, ?[сc]\. ?\d+)?\]"  # [3, с. 8]
    r"|^[> ]*[—–-]{1,2} ?[«\"А-ЯЁA-Z]"  # a line of its own: – М. М. Бахтин
    r"|\([А-ЯЁA-Z«][^()\n]{2,200}\)[.!?…]?\s*\Z"  # (Л. С. Выготский) at the end
    r"|[—–] [А-ЯЁ][^.!?\n]{2,120}[.!?]?\s*\Z",  # … – говорит учитель
    re.MULTILINE,
)
_LINE_START = re.compile(r"^ {0,3}> ?", re.MULTILINE)
_SHOWN = 40
_HINT = "Добавьте строку «> – Кто сказал, где», сноску или ссылку; свои слова оформите без знака >."


def check(proof: Proof) -> Iterator[Diagnostic]:
    """Every block quotation of every article."""
    for item, _ in proof.articles:
        yield from _unsourced(item.entry)


def _unsourced(entry: Entry) -> Iterator[Diagnostic]:
    text = prose_of(entry)
    for found in _QUOTE.finditer(text, len(entry.front)):
        if _SOURCE.search(found[0]) or _is_introduced(text[: found.start()]) or _follows(text, found.end()):
            continue
        words = " ".join(_LINE_START.sub("", found[0]).split())
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
        message = f"цитата без источника: «{shown}»"
        yield at_text(entry, UNSOURCED_QUOTE, found.start(), len(found[0]), message, hint=_HINT)


def _is_introduced(before: str) -> bool:
    """Whether the words above say whose words come: «Из расшифровки урока:»."""
    return before.rstrip()[-1:] == ":"


def _follows(text: str, place: int) -> bool:
    """Whether the paragraph right after begins with a dash and a name, as some put it."""
    return re.match(r"\s*\n[—–-]{1,2} ?[«\"А-ЯЁA-Z]", text[place : place + 20]) is not None
