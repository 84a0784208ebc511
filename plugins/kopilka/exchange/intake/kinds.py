"""Tells what kind of record a document speaks of: by the name of its form, then by its labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kopilka.exchange.intake.aliases import Form
from kopilka.exchange.intake.bank import Bank
from kopilka.exchange.intake.labels import MOST_LABEL, speaks_of
from kopilka.exchange.intake.paper import Block, Paper, Table, is_bold, plain

_FORM_WEIGHT = 6
_NEAR_TOP = 12
_HINT_WEIGHT = 2
_MOST_HINTS = 3


def find_kind(paper: Paper, bank: Bank, source: str) -> tuple[str, Form | None] | None:
    """The id of the kind and the form that was recognised; None when nothing tells."""
    heads = [*_heads(paper), paper.name, source.replace("_", " ").replace("-", " ")]
    forms = [form for head in heads for form in bank.aliases.forms if _says(form, head)]
    known = [form for form in forms if form.kind in bank.indexes and not form.weak]
    kind = bank.wanted or _best(paper, bank, known, heads)
    if kind is None:
        return None
    return kind, next((form for form in known if form.kind == kind), None)


def _says(form: Form, head: str) -> bool:
    return bool(head) and any(speaks_of(head, phrase) for phrase in form.says)


def _best(paper: Paper, bank: Bank, forms: list[Form], heads: list[str]) -> str | None:
    scores: Counter[str] = Counter()
    labels = list(_labels(paper))
    for label in labels:
        for kind, index in bank.indexes.items():
            columns = any(names.find(label, guess=False) for names in index.columns.values())
            scores[kind] += bool(index.find(label, guess=False)) + columns
    if forms:
        scores[forms[0].kind] += _FORM_WEIGHT
    return _leader(scores + _hints(bank, [*heads, *labels]))


def _leader(scores: Counter[str]) -> str | None:
    ranked = scores.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _hints(bank: Bank, texts: list[str]) -> Counter[str]:
    """How many texts have a word that is said of a kind; many say no more than a few."""
    weak = [form for form in bank.aliases.forms if form.weak and form.kind in bank.indexes]
    counts = {form.kind: sum(_says(form, text) for text in texts) for form in weak}
    return Counter({kind: _HINT_WEIGHT * min(count, _MOST_HINTS) for kind, count in counts.items()})


def _heads(paper: Paper) -> Iterator[str]:
    """Headings, bold lines and the first paragraphs; a row merged across is a heading too."""
    for number, block in enumerate(paper.blocks):
        if isinstance(block, Table):
            yield from (plain(row.cells[0].text) for row in block.rows[:2] if len(row.cells) == 1)
        elif number < _NEAR_TOP or block.kind == "heading" or is_bold(block.text):
            yield plain(block.text)[: 2 * MOST_LABEL]


def _labels(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        if isinstance(block, Block):
            text = plain(block.text)
            yield from (
                (text[:MOST_LABEL].partition(":")[0],) if len(text) < MOST_LABEL or ":" in text[:80] else ()
            )
            continue
        for row in block.rows:
            texts = dict.fromkeys(plain(cell.text).strip().rstrip(":") for cell in row.cells)
            yield from [text for text in texts if 2 < len(text) <= MOST_LABEL][:-1] or list(texts)[:1]
        if block.rows:
            yield from (plain(cell.text) for cell in block.rows[0].cells[-1:] if len(cell.text) <= MOST_LABEL)
