"""The words of a paragraph as HTML: abbreviations, links, pictures, numbers of footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar
from urllib.parse import quote

from markdown_it.token import Token

from kopilka.render.addresses import Credit, Kind, Resolve, as_written, classify, no_credit
from kopilka.render.anchors import anchor_of
from kopilka.render.glossary import Abbreviations, escape, escape_attribute
from kopilka.render.parts import Image, Link
from kopilka.render.typography import typograph
from kopilka.render.words import plain
from kopilka.russian import capitalise

_PLAIN = {
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
    "s_open": "<s>",
    "s_close": "</s>",
}
_KEPT = "/%:?#[]@!$&'()*+,;=~"
"""What `quote` leaves alone in an address: everything that may already mean something there."""
_BARE = re.compile(r"https?://[^\s<>\"«»„“()]*[^\s<>\"«»„“().,;:!?…]")


class InlineWriter:
    """Writes the paragraphs of one body and gathers its links and pictures."""

    def __init__(
        self,
        abbreviations: Abbreviations,
        *,
        prefix: str,
        resolve: Resolve,
        credit: Credit = no_credit,
        pictures: bool = True,
    ) -> None:
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.places: set[str] = set()
        self._explained: set[str] = set()
        self._abbreviations = abbreviations
        self._prefix = prefix
        self._resolve = resolve
        self._credit = credit
        self._pictures = pictures
        self._line = 1
        self._explain = True
        self._closing = ""

    def begin_section(self, *, heading_is_open: bool = False) -> None:
        """Abbreviations are explained anew in every section, and never in its heading."""
        self._explained.clear()
        self._explain = not heading_is_open

    def write(self, inline: Token) -> str:
        """The HTML of a paragraph's content, already set."""
        children = inline.children
        if not children:
            return ""
        self._line = inline.map[0] + 1 if inline.map else 1
        if len(children) == 1 and children[0].type == "text":
            return self._text(children[0].content)
        out: list[str] = []
        for place, child in enumerate(children):
            kind = child.type
            if kind == "text":
                out.append(self._text(child.content))
            elif kind in _PLAIN and not child.attrs:
                out.append(_PLAIN[kind])
            else:
                out.append(self._writers[kind](self, children, place))
        return "".join(out)

    def note_return(self, token: Token) -> str:
        """The way back from a footnote to the text, in words: a bare arrow says nothing aloud."""
        number, own = _note_ids(token)
        times = token.meta.get("subId", 0)
        label = f"Вернуться к тексту, сноска {number}" + (f", место {times + 1}" if times else "")
        return (
            f' <a href="#{self._prefix}fnref_{own}" class="k-fnback" role="doc-backlink"'
            f' aria-label="{label}">к тексту</a>'
        )

    def credit_of(self, image: Token) -> str:
        """The line under a figure that says whose the picture is, as HTML; empty where it is not shown."""
        written = as_written(str(image.attrs["src"]))
        if classify(written) is not Kind.BANK or self._find(written) is None:
            return ""
        words = self._credit(written)
        return f'<p class="k-fig__by">{escape(typograph(capitalise(words)))}</p>' if words else ""

    def _picture(self, children: Sequence[Token], place: int) -> str:
        """An `img`; or a link when the picture is on another site; or its description when it is nowhere."""
        token = children[place]
        alt = plain(token.children or ())
        written = as_written(str(token.attrs["src"]))
        kind = classify(written)
        src = self._find(written) if kind is Kind.BANK and self._pictures else None
        caption = plain(token.meta.get("caption", ()))
        self.images.append(Image(written, alt, caption, src, self._line))
        figure = "caption" in token.meta
        if src is None:
            words = escape(alt or written)
            if kind is Kind.WEB:
                words = self._anchor(str(token.attrs["src"]), words, outside=True)
            return f'<p class="k-fig__lost">{words}</p>' if figure else words
        own = attributes(
            token, ("width", "height", "lang") if figure else ("width", "height", "class", "lang")
        )
        described = f'src="{escape_attribute(src)}" alt="{escape_attribute(alt)}"'
        return f'<img {described}{own} loading="lazy">'

    def _element(self, children: Sequence[Token], place: int) -> str:
        token = children[place]
        return f"<{token.tag}{attributes(token)}>"

    def _break(self, children: Sequence[Token], place: int) -> str:
        self._line += 1
        return "<br>\n" if children[place].type == "hardbreak" else children[place].content

    def _code(self, children: Sequence[Token], place: int) -> str:
        token = children[place]
        return f"<code{attributes(token)}>{escape(token.content)}</code>"

    def _text(self, text: str) -> str:
        if self._closing or not self._explain:
            return escape(text)
        if "://" in text:
            return self._text_with_addresses(text)
        return self._abbreviations.mark(text, self._explained)

    def _text_with_addresses(self, text: str) -> str:
        """Bare addresses of sites become links: people paste them so."""
        pieces, done = [], 0
        for match in _BARE.finditer(text):
            address = match[0]
            if classify(address) is not Kind.WEB:
                continue
            self.links.append(Link(address, address, address, self._line))
            pieces.append(self._abbreviations.mark(text[done : match.start()], self._explained))
            pieces.append(self._anchor(address, escape(address), outside=True))
            done = match.end()
        pieces.append(self._abbreviations.mark(text[done:], self._explained))
        return "".join(pieces)

    def _open_link(self, children: Sequence[Token], place: int) -> str:
        token = children[place]
        address, words = str(token.attrs["href"]), plain(_inside_link(children, place))
        written = as_written(address)
        kind = classify(written)
        href = self._href(address, written, kind)
        self.links.append(Link(written, words, href, self._line))
        if href is None:
            return ""
        self._closing = "</a>"
        return self._anchor(href, "", outside=kind is Kind.WEB, more=attributes(token)).removesuffix("</a>")

    def _close_link(self, _children: Sequence[Token], _place: int) -> str:
        closing, self._closing = self._closing, ""
        return closing

    def _href(self, address: str, written: str, kind: Kind) -> str | None:
        """Where a link leads on this page."""
        if kind in (Kind.WEB, Kind.MAIL):
            return address
        if kind is Kind.PLACE:
            anchor = self._prefix + anchor_of(written[1:])
            return f"#{anchor}" if anchor in self.places else None
        if kind is Kind.FORBIDDEN:
            return None
        path, mark, place = written.partition("#")
        found = self._find(path)
        return None if found is None else found + mark + (place if place.isascii() else anchor_of(place))

    def _find(self, path: str) -> str | None:
        """The address on this page of something in the bank, fit to stand in HTML."""
        found = self._resolve(path)
        if found is None or classify(found) is Kind.FORBIDDEN:
            return None
        return quote(found, safe=_KEPT)

    def _anchor(self, href: str, html: str, *, outside: bool, more: str = "") -> str:
        rel = ' rel="noopener"' if outside else ""
        return f'<a href="{escape_attribute(href)}"{rel}{more}>{html}</a>'

    def _note_number(self, children: Sequence[Token], place: int) -> str:
        token = children[place]
        number, own = _note_ids(token)
        return (
            f'<sup class="k-fnref"><a href="#{self._prefix}fn_{number}" id="{self._prefix}fnref_{own}"'
            f' role="doc-noteref" aria-label="Сноска {number}">{number}</a></sup>'
        )

    _writers: ClassVar[dict[str, Callable[[InlineWriter, Sequence[Token], int], str]]] = {
        "strong_open": _element,
        "em_open": _element,
        "softbreak": _break,
        "hardbreak": _break,
        "code_inline": _code,
        "link_open": _open_link,
        "link_close": _close_link,
        "image": _picture,
        "footnote_ref": _note_number,
    }


def attributes(token: Token, names: Sequence[str] = ("class", "lang")) -> str:
    """What an attribute list gave to a token, of these names."""
    if not token.attrs:
        return ""
    return "".join(f' {name}="{token.attrs[name]}"' for name in names if name in token.attrs)


def _inside_link(children: Sequence[Token], place: int) -> Iterator[Token]:
    """What stands in the link that opens at `place`; links do not hold links."""
    while (token := children[place := place + 1]).type != "link_close":
        yield token


def _note_ids(token: Token) -> tuple[int, str]:
    """A footnote's number, and the end of the id of this mention of it."""
    number, times = token.meta["id"] + 1, token.meta.get("subId", 0)
    return number, f"{number}_{times + 1}" if times else str(number)
