"""Attribute lists `{.right width=300}` of a record: read, cut down to what is allowed, put on their element.

Where they may stand: right after a picture, a link, code or emphasis; on the last line of a paragraph;
on a line of their own under a table, a list or a quotation; at the end of a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

CLASSES = {
    "img": frozenset({"left", "right", "wide", "small", "frame"}),
    "table": frozenset({"fold", "wide", "small"}),
    "ul": frozenset({"columns", "plain"}),
    "ol": frozenset({"columns", "steps"}),
    "p": frozenset({"lead", "small", "center"}),
    "blockquote": frozenset({"lead", "small"}),
    "em": frozenset({"nowrap"}),
    "strong": frozenset({"nowrap"}),
    "a": frozenset({"button", "nowrap"}),
}
"""The classes an author may give, by element; on the page each one has a prefix."""

_ITEM = r"(?:[.#][\w-]+|[\w:-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\"'{}]+))"
_LIST = re.compile(rf"(?<!{{){{:?[ \t]*({_ITEM}(?:[ \t]+{_ITEM})*)[ \t]*}}(?!}})")
_ONE = re.compile(_ITEM)
_PIXELS = re.compile(r"([1-9][0-9]{0,3})(?:px)?")
_PERCENT = re.compile(r"(?:100|[1-9][0-9]?)%")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")

_TAKERS = frozenset({"image", "code_inline", "link_close", "strong_close", "em_close", "s_close"})


def attribute_lists(state: StateCore) -> None:
    """Core rule: every attribute list leaves the text; what is allowed of it goes to its element."""
    if "{" not in state.src:
        return
    lonely = False
    for place, token in enumerate(state.tokens):
        if token.type == "inline" and "{" in token.content and token.children:
            lonely = lonely or token.content.startswith("{")
            _take_inline(token.children)
            _take_block(state.tokens, place)
    if lonely:
        state.tokens = _take_lonely(state.tokens)


def class_name(tag: str, name: str) -> str:
    """The class on the page for one that an author gave."""
    return f"k-table--{name}" if tag == "table" else f"k-{name}"


def apply_attributes(token: Token, written: str) -> None:
    """Put the allowed part of `written` on a token: classes of its tag, sizes of a picture, a language."""
    allowed = CLASSES.get(token.tag, frozenset())
    for item in _ONE.findall(written):
        name, _, value = item.partition("=")
        value = value.strip("\"'")
        if item[0] == ".":
            if item[1:] in allowed:
                token.attrJoin("class", class_name(token.tag, item[1:]))
        elif name == "lang" and _LANGUAGE.fullmatch(value):
            token.attrSet("lang", value)
        elif name in ("width", "height") and token.tag == "img":
            _apply_size(token, name, value)


def _apply_size(token: Token, name: str, value: str) -> None:
    if pixels := _PIXELS.fullmatch(value):
        token.attrSet(name, pixels[1])
    elif name == "width" and _PERCENT.fullmatch(value):
        token.attrSet(name, value)


def _take_inline(children: list[Token]) -> None:
    """Lists right after a picture, a link, code or emphasis."""
    for place, child in enumerate(children[1:], start=1):
        if child.type != "text" or not child.content.startswith("{"):
            continue
        before = children[place - 1]
        if before.type in _TAKERS and (match := _LIST.match(child.content)):
            apply_attributes(_opener(children, place - 1), match[1])
            child.content = child.content[match.end() :]


def _opener(tokens: list[Token], place: int) -> Token:
    """The token that the one at `place` closes, or that token itself when it closes nothing."""
    depth = 0
    for token in _backwards(tokens, place):
        depth += token.nesting
        if depth == 0:
            return token
    return tokens[place]


def _backwards(tokens: list[Token], place: int) -> Iterator[Token]:
    """The tokens from `place` to the first one."""
    return (tokens[number] for number in range(place, -1, -1))


def _take_block(tokens: list[Token], place: int) -> None:
    """A list at the end of a heading, or on the last line of a paragraph."""
    children, owner = tokens[place].children or [], tokens[place - 1]
    if not children or children[-1].type != "text":
        return
    last = children[-1]
    text = last.content.rstrip()
    match = _LIST.fullmatch(text, max(text.rfind("{"), 0))
    if match is None:
        return
    if owner.type == "heading_open":
        last.content = text[: match.start()].rstrip()
    elif owner.type == "paragraph_open" and match.start() == 0 and _is_last_line(children):
        apply_attributes(_list_of(tokens, place - 1) if owner.hidden else owner, match[1])
        del children[-2:]


def _is_last_line(children: list[Token]) -> bool:
    """Whether the last token begins a line of its paragraph, and not the first one."""
    return len(children) > 1 and children[-2].type == "softbreak"


def _list_of(tokens: list[Token], place: int) -> Token:
    """The list in whose last item the hidden paragraph at `place` stands."""
    for token in _backwards(tokens, place - 1):
        if token.type in ("bullet_list_open", "ordered_list_open") and token.level < tokens[place].level:
            return token
    return tokens[place]


def _take_lonely(tokens: list[Token]) -> list[Token]:
    """A list that is a whole paragraph, or the last row of a table, belongs to the block before it."""
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        written = _whole(tokens, place)
        if token.type == "paragraph_open" and written and kept and kept[-1].nesting == -1:
            apply_attributes(_opener(kept, len(kept) - 1), written)
            place += 3
            continue
        if token.type == "tbody_close":
            _take_row(kept)
        kept.append(token)
        place += 1
    return kept


def _whole(tokens: list[Token], place: int) -> str | None:
    """What the attribute list says when it is all that the block at `place` holds."""
    if place + 1 >= len(tokens) or tokens[place + 1].type != "inline":
        return None
    children = tokens[place + 1].children or []
    if len(children) != 1 or children[0].type != "text":
        return None
    match = _LIST.fullmatch(children[0].content.strip())
    return match[1] if match else None


def _take_row(kept: list[Token]) -> None:
    """Cut the last row off when its first cell is an attribute list and the others are empty."""
    start = len(kept) - 1
    while kept[start].type != "tr_open":
        start -= 1
    cells = [token for token in kept[start:] if token.type == "inline"]
    written = _whole(kept, start + 1)
    if written is None or any(cell.content for cell in cells[1:]):
        return
    del kept[start:]
    table = next(token for token in _backwards(kept, start - 1) if token.type == "table_open")
    apply_attributes(table, written)
