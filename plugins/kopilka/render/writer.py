"""The blocks of a parsed body as HTML, in one walk over its tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from markdown_it.token import Token

from kopilka.render.anchors import Anchors
from kopilka.render.glossary import escape, escape_attribute
from kopilka.render.inline import InlineWriter, attributes
from kopilka.render.notes import note_kind
from kopilka.render.parts import Heading
from kopilka.render.words import plain

# What needs no thought: the kind of a token → its HTML.
_PLAIN = {
    "paragraph_close": "</p>\n",
    "bullet_list_close": "</ul>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_open": "<li>",
    "list_item_close": "</li>\n",
    "blockquote_close": "</blockquote>\n",
    "hr": "<hr>\n",
    "dl_open": "<dl>\n",
    "dl_close": "</dl>\n",
    "dt_open": "<dt>",
    "dt_close": "</dt>\n",
    "dd_open": "<dd>",
    "dd_close": "</dd>\n",
    "table_close": "</table></div>\n",
    "caption_open": "<caption>",
    "caption_close": "</caption>\n",
    "thead_open": "<thead>",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>",
    "tr_close": "</tr>\n",
    "figcaption_open": "<figcaption>",
    "admonition_close": "</div></div>\n",
    "admonition_title_open": '<p class="k-note__title">',
    "admonition_title_close": "</p>\n",
    "footnote_block_open": '<section class="k-footnotes" role="doc-endnotes" aria-label="Сноски">\n<ol>\n',
    "footnote_block_close": "</ol>\n</section>\n",
    "footnote_close": "</li>\n",
}
_ALIGNED = {"text-align:right": "r", "text-align:center": "k-center"}
_DEEPEST = 6


class Writer:
    """Writes one body; afterwards its headings are here, its links and pictures with `inline`."""

    def __init__(self, inline: InlineWriter, *, prefix: str, shift: int) -> None:
        self.headings: list[Heading] = []
        self._inline = inline
        self._prefix = prefix
        self._shift = shift
        self._written = 0
        self._tables = 0
        self._fold = False
        self._labels: list[str] = []
        self._column = 0
        self._cell = "td"
        self._credit = ""

    def write(self, tokens: Sequence[Token]) -> str:
        """The HTML of all tokens, already set."""
        self._number_headings(tokens)
        out: list[str] = []
        for place, token in enumerate(tokens):
            kind = token.type
            if kind == "inline":
                out.append(self._inline.write(token))
            elif token.hidden:
                continue
            elif (html := _PLAIN.get(kind)) is not None:
                out.append(html)
            else:
                out.append(self._writers[kind](self, tokens, place))
        return "".join(out)

    def _number_headings(self, tokens: Sequence[Token]) -> None:
        """Anchors first: a link may lead to a heading further down."""
        anchors = Anchors(prefix=self._prefix)
        for place, token in enumerate(tokens):
            if token.type == "heading_open":
                words = plain(tokens[place + 1].children or ())
                level = min(int(token.tag[1]) + self._shift, _DEEPEST)
                line = token.map[0] + 1 if token.map else 1
                self.headings.append(Heading(level, words, anchors.take(words), line))
        self._inline.places.update(heading.anchor for heading in self.headings)

    def _heading(self, _tokens: Sequence[Token], _place: int) -> str:
        heading = self.headings[self._written]
        self._inline.begin_section(heading_is_open=True)
        return f'<h{heading.level} id="{heading.anchor}">'

    def _heading_end(self, _tokens: Sequence[Token], _place: int) -> str:
        heading = self.headings[self._written]
        self._written += 1
        self._inline.begin_section()
        return f"</h{heading.level}>\n"

    def _simple(self, tokens: Sequence[Token], place: int) -> str:
        token = tokens[place]
        return f"<{token.tag}{attributes(token)}>"

    def _bullet_list(self, tokens: Sequence[Token], place: int) -> str:
        return f"<ul{attributes(tokens[place])}>\n"

    def _ordered_list(self, tokens: Sequence[Token], place: int) -> str:
        token = tokens[place]
        start = f' start="{token.attrs["start"]}"' if "start" in token.attrs else ""
        return f"<ol{start}{attributes(token)}>\n"

    def _table(self, tokens: Sequence[Token], place: int) -> str:
        self._tables += 1
        self._labels = []
        own = str(tokens[place].attrs.get("class", ""))
        self._fold = "k-table--fold" in own
        classes = f"k-table {own}".rstrip()
        name = escape_attribute(self._table_name(tokens, place))
        wrap = f'<div class="k-tablewrap" role="region" tabindex="0" aria-label="{name}">'
        return f'{wrap}<table class="{classes}">\n'

    def _table_name(self, tokens: Sequence[Token], place: int) -> str:
        """What a screen reader calls the table: its caption, or its section; no two alike on a page."""
        if tokens[place + 1].type == "caption_open":
            about = plain(tokens[place + 2].children or ())
            if about.startswith("Таблица"):
                return about
        else:
            about = self.headings[self._written - 1].text if self._written else ""
        number = f" {self._tables}" if self._tables > 1 else ""
        return f"Таблица{number}: {about}" if about else f"Таблица{number}"

    def _row(self, _tokens: Sequence[Token], _place: int) -> str:
        self._column = 0
        return "<tr>"

    def _head_cell(self, tokens: Sequence[Token], place: int) -> str:
        """A heading of a column; an empty corner is no heading."""
        words = plain(tokens[place + 1].children or ())
        self._labels.append(words)
        self._cell = "th" if words else "td"
        scope = ' scope="col"' if words else ""
        return f"<{self._cell}{scope}{_alignment(tokens[place])}>"

    def _body_cell(self, tokens: Sequence[Token], place: int) -> str:
        """A cell; where a table folds on a phone, with its column's name, and the first one heads the row."""
        column, self._column = self._column, self._column + 1
        aligned = _alignment(tokens[place])
        self._cell = "th" if self._fold and column == 0 else "td"
        if self._cell == "th":
            return f'<th scope="row"{aligned}>'
        label = f' data-l="{escape_attribute(self._labels[column])}"' if self._fold else ""
        return f"<td{label}{aligned}>"

    def _cell_end(self, _tokens: Sequence[Token], _place: int) -> str:
        return f"</{self._cell}>"

    def _figure(self, tokens: Sequence[Token], place: int) -> str:
        image = (tokens[place + 1].children or [])[0]
        own = str(image.attrs.get("class", ""))
        self._credit = self._inline.credit_of(image)
        return f'<figure class="{f"k-fig {own}".rstrip()}">'

    def _caption_end(self, _tokens: Sequence[Token], _place: int) -> str:
        credit, self._credit = self._credit, ""
        return f"{credit}</figcaption>"

    def _figure_end(self, _tokens: Sequence[Token], _place: int) -> str:
        """A figure without a caption has the credit alone in its place."""
        credit, self._credit = self._credit, ""
        return f"{f'<figcaption>{credit}</figcaption>' if credit else ''}</figure>\n"

    def _note(self, tokens: Sequence[Token], place: int) -> str:
        kind = note_kind(tokens[place])
        return f'<div class="k-note k-note--{kind.id}" role="note"><div class="k-note__body">\n'

    def _footnote(self, tokens: Sequence[Token], place: int) -> str:
        return f'<li id="{self._prefix}fn_{tokens[place].meta["id"] + 1}">'

    def _note_return(self, tokens: Sequence[Token], place: int) -> str:
        return self._inline.note_return(tokens[place])

    def _code(self, tokens: Sequence[Token], place: int) -> str:
        return f'<pre tabindex="0"><code>{escape(tokens[place].content)}</code></pre>\n'

    _writers: ClassVar[dict[str, Callable[[Writer, Sequence[Token], int], str]]] = {
        "paragraph_open": _simple,
        "bullet_list_open": _bullet_list,
        "blockquote_open": _simple,
        "ordered_list_open": _ordered_list,
        "heading_open": _heading,
        "heading_close": _heading_end,
        "table_open": _table,
        "tr_open": _row,
        "th_open": _head_cell,
        "td_open": _body_cell,
        "th_close": _cell_end,
        "td_close": _cell_end,
        "figure_open": _figure,
        "figcaption_close": _caption_end,
        "figure_close": _figure_end,
        "admonition_open": _note,
        "footnote_open": _footnote,
        "footnote_anchor": _note_return,
        "fence": _code,
        "code_block": _code,
    }


def _alignment(cell: Token) -> str:
    name = _ALIGNED.get(str(cell.attrs.get("style", "")))
    return f' class="{name}"' if name else ""
