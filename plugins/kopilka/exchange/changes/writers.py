"""The page of a proposal as text, Markdown, HTML, or the proposal itself as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from kopilka.exchange.changes.compare import Proposal
from kopilka.exchange.changes.fields import FieldChange
from kopilka.exchange.changes.outline import Block, Bullets, Fold, Heading, Line, outline
from kopilka.exchange.changes.page import page
from kopilka.exchange.changes.plain import for_markdown, for_summary, one_line
from kopilka.exchange.changes.texts import Paragraph

FORMATS = ("text", "markdown", "html", "json")
MOST_CHARACTERS = 60_000
"""A comment of GitHub holds 65 536."""
_MOST_ITEMS = 30
_CUT = "Подробности не уместились в комментарий: они в отчёте HTML (`kopilka diff --format html`)."


def render(proposal: Proposal, kind: str) -> str:
    """The report in one of `FORMATS`."""
    if kind == "json":
        return _as_json(proposal)
    blocks = tuple(outline(proposal))
    return {"text": as_text, "markdown": _as_markdown, "html": page}[kind](blocks)


def _as_json(proposal: Proposal) -> str:
    data: dict[str, Any] = {"version": 1, "errors": proposal.errors, **asdict(proposal)}
    for found in (*data["came"], *data["gone"]):
        found["severity"] = found["severity"].key
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode() + "\n"


def as_text(blocks: Iterable[Block]) -> str:
    """The blocks as lines for a terminal."""
    return "\n".join(line for block in blocks for line in _text(block)).lstrip("\n") + "\n"


def _text(block: Block, indent: str = "") -> Iterator[str]:
    if isinstance(block, Heading):
        yield from ["", block.text if block.level > 1 else block.text.upper(), ""]
    elif isinstance(block, Line):
        yield f"{indent}{one_line(block.text)}"
    elif isinstance(block, Bullets):
        marks = _marks(block)
        yield from (f"{indent}{mark} {one_line(item)}" for mark, item in zip(marks, block.items, strict=True))
    elif isinstance(block, Fold):
        yield f"{indent}• {one_line(block.summary)}"
        for inner in block.blocks:
            yield from _text(inner, f"{indent}    ")
    else:
        yield from _text_change(block, indent)


def _marks(block: Bullets) -> Iterable[str]:
    return (f"{number}." if block.numbered else "–" for number in range(1, len(block.items) + 1))


def _text_change(change: FieldChange, indent: str) -> Iterator[str]:
    yield f"{indent}{one_line(change.label)}"
    inside = f"{indent}  "
    if change.before:
        yield f"{inside}было:  {one_line(change.before)}"
    if change.after:
        yield f"{inside}{'стало' if change.before else 'здесь'}: {one_line(change.after)}"
    yield from (f"{inside}+ {one_line(item)}" for item in change.added)
    yield from (f"{inside}− {one_line(item)}" for item in change.removed)
    yield from (f"{inside}{_text_words(words)}" for words in change.words)


_BRACKETS = {"same": ("", ""), "removed": ("[−", "−]"), "added": ("{+", "+}")}


def _text_words(words: Paragraph) -> str:
    return "".join(f"{_BRACKETS[p.kind][0]}{one_line(p.text)}{_BRACKETS[p.kind][1]}" for p in words)


def _as_markdown(blocks: tuple[Block, ...]) -> str:
    """Details that would not fit go first; what happens next always stays."""
    made = ["\n".join(_markdown(block)) for block in blocks]
    room = MOST_CHARACTERS - len(_CUT) - sum(map(len, made[-2:]))
    kept: list[str] = []
    for text in made[:-2]:
        room -= len(text) + 2
        if room < 0:
            kept.append(_CUT)
            break
        kept.append(text)
    return "\n\n".join([*kept, *made[-2:]]) + "\n"


def _markdown(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * (block.level + 1)} {for_markdown(block.text)}"
    elif isinstance(block, Line):
        yield for_markdown(block.text)
    elif isinstance(block, Bullets):
        marks = (mark.replace("–", "-") for mark in _marks(block))
        items = [f"{mark} {for_markdown(item)}" for mark, item in zip(marks, block.items, strict=True)]
        yield from items[:_MOST_ITEMS]
        yield from [f"- … и ещё {len(items) - _MOST_ITEMS}"] if len(items) > _MOST_ITEMS else []
    elif isinstance(block, Fold):
        inside = "\n\n".join("\n".join(_markdown(inner)) for inner in block.blocks)
        yield f"<details><summary>{for_summary(block.summary)}</summary>\n\n{inside}\n\n</details>"
    else:
        yield from _markdown_change(block)


def _markdown_change(change: FieldChange) -> Iterator[str]:
    yield f"**{for_markdown(change.label)}**\n"
    if change.before:
        yield f"- было: {for_markdown(change.before)}"
    if change.after:
        yield f"- {'стало: ' if change.before else ' '}{for_markdown(change.after)}".replace("-  ", "- ")
    yield from (f"- добавлено: {for_markdown(item)}" for item in change.added)
    yield from (f"- убрано: {for_markdown(item)}" for item in change.removed)
    yield from (f"- {_markdown_words(words)}" for words in change.words)


_TAGS = {"same": ("", ""), "removed": ("<del>", "</del>"), "added": ("<ins>", "</ins>")}


def _markdown_words(words: Paragraph) -> str:
    return "".join(f"{_TAGS[p.kind][0]}{for_markdown(p.text)}{_TAGS[p.kind][1]}" for p in words)
