"""The body of a record: Markdown from strangers in, safe HTML of one page section out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kopilka.render.addresses import Credit, Resolve, keep_address, lose_address, no_credit
from kopilka.render.dialect import quick_dialect
from kopilka.render.glossary import Abbreviations
from kopilka.render.inline import InlineWriter
from kopilka.render.parts import Body, Heading, Image, Link
from kopilka.render.plain import plain_blocks
from kopilka.render.sanitise import hide_braces, sanitise
from kopilka.render.shortcuts import is_plain
from kopilka.render.typeset import typeset
from kopilka.render.typography import typograph
from kopilka.render.writer import Writer

__all__ = ["Body", "BodyRenderer", "Heading", "Image", "Link"]

_NOTHING: Mapping[str, str] = MappingProxyType({})


class BodyRenderer:
    """Renders bodies and one-line fields; made once for a bank, keeps nothing between texts."""

    def __init__(self, *, abbreviations: Mapping[str, str] = _NOTHING) -> None:
        self._parser = quick_dialect()
        self._abbreviations = Abbreviations(abbreviations)

    def render(
        self,
        text: str,
        *,
        prefix: str = "",
        shift: int = 1,
        resolve: Resolve = keep_address,
        credit: Credit = no_credit,
    ) -> Body:
        """The HTML of a body.

        `prefix` goes before every id; `shift` puts headings that much lower; `resolve` turns the relative
        address of a picture, a file or a record into one that works on the page, or None: then the words
        of the link stay without it and the link is listed with no `href`. `credit` says whose a picture is:
        its words stand under the figure.
        """
        tokens = self._parser.parse(text)
        words = plain_blocks(tokens)
        typeset(tokens)
        inline = InlineWriter(self._abbreviations, prefix=prefix, resolve=resolve, credit=credit)
        writer = Writer(inline, prefix=prefix, shift=shift)
        html = sanitise(writer.write(tokens))
        return Body(html, tuple(writer.headings), tuple(inline.links), tuple(inline.images), words)

    def render_inline(self, text: str, *, resolve: Resolve = lose_address) -> str:
        """The HTML of a one-line field: emphasis, code, links; no blocks, no pictures.

        Relative links lose their address unless `resolve` knows it. Text without any mark of markup, which
        most fields are, takes a short way: all of it is escaped, so there is nothing to sanitise.
        """
        if is_plain(text):
            return hide_braces(self._abbreviations.mark(typograph(text), set()))
        tokens = self._parser.parseInline(text)
        typeset(tokens)
        inline = InlineWriter(self._abbreviations, prefix="", resolve=resolve, pictures=False)
        return sanitise("".join(map(inline.write, tokens)))
