"""Pictures alone in a paragraph become figures with captions; «Таблица: …» captions the table under it.

A caption is the title of the picture, `![что видно](karta.png "Подпись")`, or, when it needs markup or
quotes, the line right under the picture.
"""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from kopilka.render.words import BREAKS

_TABLE_CAPTION = re.compile(
    r"Таблица(?P<number>[ \u00a0]+[0-9.]*[0-9])?(?:\.[ \u00a0]|[ \u00a0]?[:–—][ \u00a0])\s*(?=\S)"
)


def figures(state: StateCore) -> None:
    """Core rule: a paragraph of pictures alone becomes figures; a line under a lone picture, its caption."""
    if "![" not in state.src:
        return
    result: list[Token] = []
    done, tokens = 0, state.tokens
    for place, token in enumerate(tokens):
        if token.type != "inline" or not token.content.startswith("!["):
            continue
        if tokens[place - 1].type == "paragraph_open" and (made := _figures_of(tokens[place - 1], token)):
            result += (*tokens[done : place - 1], *made)
            done = place + 2
    if done:
        state.tokens = result + tokens[done:]


def _figures_of(paragraph: Token, inline: Token) -> list[Token]:
    """The tokens of the figures that a paragraph is, or nothing when it is a paragraph of text."""
    children = [child for child in inline.children or [] if not _is_blank(child)]
    if children[0].type != "image":
        return []
    images = [child for child in children if child.type == "image"]
    if len(images) == len([child for child in children if child.type not in BREAKS]):
        return [token for image in images for token in _figure(paragraph, image, _title(image))]
    if len(images) == 1 and children[1].type in BREAKS:
        return _figure(paragraph, images[0], _unwrap(children[2:]))
    return []


def _is_blank(token: Token) -> bool:
    return token.type == "text" and not token.content.strip()


def _title(image: Token) -> list[Token]:
    title = str(image.attrs.get("title") or "").strip()
    return [Token("text", "", 0, content=title)] if title else []


def _unwrap(caption: list[Token]) -> list[Token]:
    """A caption all in italics is a caption, not emphasis."""
    opened = caption[0].type == "em_open" and caption[-1].type == "em_close"
    if opened and sum(token.type == "em_close" for token in caption) == 1:
        return caption[1:-1]
    return caption


def _figure(paragraph: Token, image: Token, caption: list[Token]) -> list[Token]:
    level, lines = paragraph.level, paragraph.map
    image.meta = {"caption": caption}
    picture = Token("inline", "", 0, children=[image], level=level + 1, map=lines, block=True)
    tokens = [Token("figure_open", "figure", 1, level=level, map=lines, block=True), picture]
    if caption:
        tokens += [
            Token("figcaption_open", "figcaption", 1, level=level + 1, block=True),
            Token("inline", "", 0, children=caption, level=level + 2, map=lines, block=True),
            Token("figcaption_close", "figcaption", -1, level=level + 1, block=True),
        ]
    return [*tokens, Token("figure_close", "figure", -1, level=level, block=True)]


def table_captions(state: StateCore) -> None:
    """Core rule: the paragraph «Таблица: …» or «Таблица 2. …» right before a table moves into it."""
    if "Таблица" not in state.src:
        return
    result: list[Token] = []
    for token in state.tokens:
        result.append(token)
        if token.type == "table_open" and _is_caption(result[-4:-1]):
            caption = result[-4:-1]
            del result[-4:]
            result += (token, *_caption(caption[1]))
    state.tokens = result


def _is_caption(before: list[Token]) -> bool:
    if len(before) < 3 or before[-1].type != "paragraph_close" or before[-1].hidden:
        return False
    children = before[-2].children
    return bool(children) and bool(_TABLE_CAPTION.match(children[0].content))  # type: ignore[index]


def _caption(inline: Token) -> list[Token]:
    """A number the author gave stays, the bare word «Таблица:» goes: a caption need not say what it is."""
    first = (inline.children or [])[0]
    match = _TABLE_CAPTION.match(first.content)
    if match and not match["number"]:
        first.content = first.content[match.end() :]
    return [
        Token("caption_open", "caption", 1, block=True),
        inline,
        Token("caption_close", "caption", -1, block=True),
    ]
