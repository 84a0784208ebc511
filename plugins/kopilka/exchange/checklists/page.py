"""The checklist as a page of its own: no scripts, nothing from outside, boxes to tick, prints well."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.documents import escape
from kopilka.exchange.checklists.sheet import FINE, MUST, Checklist, Part, Remark

_STYLE = """
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
body { font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .2rem; }
.note, .place { color: #666; font-size: .9rem; margin: 0; } @media (prefers-color-scheme: dark) {
  .note, .place { color: #aaa; } }
ul { list-style: none; padding: 0; } li { margin: .9rem 0; padding-left: 2rem; }
input { width: 1.15rem; height: 1.15rem; margin: .2rem 0 0 -2rem; float: left; }
.hint { margin: .15rem 0 0; } .must { font-weight: 600; }
@media print {
  body { max-width: none; margin: 0; }
  li, h2 { break-inside: avoid; } h2 { break-after: avoid; }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_page(checklist: Checklist) -> str:
    """The whole page."""
    parts = "\n".join(line for part in checklist.parts for line in _part(part))
    title = escape(checklist.title)
    return (
        '<!doctype html>\n<html lang="ru">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n<p>{escape(checklist.lead)}</p>\n{parts}\n"
        "</main>\n</body>\n</html>\n"
    )


def _part(part: Part) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(part.title)}</h2>"
    if part.note:
        yield f'<p class="note">{escape(part.note)}</p>'
    if part.remarks:
        yield f"<ul>\n{''.join(map(_remark, part.remarks))}</ul>"
    else:
        yield f"<p>{FINE}</p>"
    yield "</section>"


def _remark(remark: Remark) -> str:
    must = f'<span class="must">{MUST.capitalize()}:</span> ' if remark.must else ""
    hint = f'\n<p class="hint">{escape(remark.hint)}</p>' if remark.hint else ""
    place = f'\n<p class="place">{escape(remark.place)}</p>' if remark.place else ""
    return f'<li><label><input type="checkbox"> {must}{escape(remark.text)}</label>{hint}{place}</li>\n'
