"""The report on a proposal as a page of its own: no scripts, nothing from outside, prints well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kopilka.exchange.changes.fields import FieldChange
from kopilka.exchange.changes.outline import Block, Bullets, Fold, Heading, Line
from kopilka.exchange.changes.plain import for_html
from kopilka.exchange.changes.texts import Paragraph

_STYLE = """
:root { color-scheme: light dark; }
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
body { font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2rem; }
details { border: 1px solid #8888; border-radius: .4rem; padding: .5rem 1rem; margin: .6rem 0; }
summary { font-weight: 600; cursor: pointer; }
dt { font-weight: 600; margin-top: .6rem; } dd { margin: 0 0 0 1rem; }
ins { text-decoration: underline; background: #2a93; } del { background: #d333; }
@media print { body { max-width: none; margin: 0; } details { break-inside: avoid; } }
"""


def page(blocks: Iterable[Block], *, title: str = "Что меняет предложение") -> str:
    """The whole page; `title` is what a browser's tab says."""
    inside = "\n".join(line for block in blocks for line in _html(block))
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        '<!doctype html>\n<html lang="ru">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{for_html(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{inside}\n</main>\n</body>\n</html>\n"
    )


def _html(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"<h{block.level}>{for_html(block.text)}</h{block.level}>"
    elif isinstance(block, Line):
        yield f"<p>{for_html(block.text)}</p>"
    elif isinstance(block, Bullets):
        tag = "ol" if block.numbered else "ul"
        yield f"<{tag}>{''.join(f'<li>{for_html(item)}</li>' for item in block.items)}</{tag}>"
    elif isinstance(block, Fold):
        yield f"<details open><summary>{for_html(block.summary)}</summary>"
        for inner in block.blocks:
            yield from _html(inner)
        yield "</details>"
    else:
        yield f"<dl><dt>{for_html(block.label)}</dt>{''.join(_change(block))}</dl>"


def _change(change: FieldChange) -> Iterator[str]:
    if change.before:
        yield f"<dd>было: {for_html(change.before)}</dd>"
    if change.after:
        yield f"<dd>{'стало: ' if change.before else ''}{for_html(change.after)}</dd>"
    yield from (f"<dd>добавлено: <ins>{for_html(item)}</ins></dd>" for item in change.added)
    yield from (f"<dd>убрано: <del>{for_html(item)}</del></dd>" for item in change.removed)
    yield from (f"<dd>{_words(words)}</dd>" for words in change.words)


_TAGS = {"same": ("", ""), "removed": ("<del>", "</del>"), "added": ("<ins>", "</ins>")}


def _words(words: Paragraph) -> str:
    return "".join(f"{_TAGS[p.kind][0]}{for_html(p.text)}{_TAGS[p.kind][1]}" for p in words)
