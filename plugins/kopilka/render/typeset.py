"""Typography of a parsed body, in place: its paragraphs are set as wholes, whatever tags cut them."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.token import Token

from kopilka.render.typography import BLANK, PARAGRAPH, flow, tidy
from kopilka.render.words import BREAKS

_PIECE = "\x1f"
_SEPARATORS = str.maketrans({_PIECE: None, PARAGRAPH: None})


class _Galley:
    """Texts in their order, each with the token it came from; separators and stand-ins have none."""

    __slots__ = ("owners", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.owners: list[Token | None] = []

    def add(self, text: str, owner: Token | None = None) -> None:
        self.texts.append(text)
        self.owners.append(owner)

    def add_paragraph(self, children: Iterable[Token]) -> None:
        """The texts of one paragraph, something in place of what is not text, and a mark that it ends."""
        pictures: list[Token] = []
        address = False
        for child in children:
            if child.type == "text" and not address:
                self.add(child.content, child)
            elif child.type in BREAKS:
                self.add(BREAKS[child.type], child)
            elif child.nesting:
                # The words of `<https://…>` are an address; they stay as they are.
                address = child.nesting > 0 and child.info == "auto"
            else:
                self.add(BLANK)
                pictures.append(child)
        self.add(PARAGRAPH)
        for picture in pictures:
            if picture.children:
                self.add_paragraph(picture.children)


def typeset(tokens: Iterable[Token]) -> None:
    """Set every text in `tokens`; all at one go, for a hundred short calls cost more than the work itself."""
    galley = _Galley()
    for token in tokens:
        if token.type == "inline" and token.children:
            galley.add_paragraph(token.children)
    if not galley.texts:
        return
    texts = tidy(_join(galley)).split(_PIECE)
    whole, start = flow("".join(texts)), 0
    for owner, text in zip(galley.owners, texts, strict=True):
        end = start + len(text)
        if owner is not None:
            owner.content = whole[start:end]
        start = end


def _join(galley: _Galley) -> str:
    """All texts with separators between them, which must be the only ones there."""
    whole = _PIECE.join(galley.texts)
    pieces, paragraphs = len(galley.texts) - 1, galley.texts.count(PARAGRAPH)
    if whole.count(_PIECE) == pieces and whole.count(PARAGRAPH) == paragraphs:
        return whole
    pairs = zip(galley.texts, galley.owners, strict=True)
    return _PIECE.join(text.translate(_SEPARATORS) if owner else text for text, owner in pairs)
