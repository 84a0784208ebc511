"""Shorter ways to the same tokens: most lines of a record are plain prose and need not ask every rule.

markdown-it tries a dozen rules at every line and at every punctuation mark. Here a line or a text that
can only be prose is recognised at once. `tests/render/test_shortcuts.py` holds both ways equal.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_block import StateBlock, heading
from markdown_it.rules_core import StateCore, normalize, text_join
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

# What may begin markup inside a paragraph. A lone «!» or «]» means nothing without «[».
_MARKUP = re.compile(r"[\n\\`*_~\[<&^]")
# What an inline rule of our dialect may begin with; a closing bracket is where a link's words end.
_BEGINNINGS = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "footnote_inline": "^",
    "footnote_ref": "[",
    "autolink": "<",
    "entity": "&",
}
_STOPS = re.compile(r"[\n!&*<\[\\\]^_`~]")

# Emphasis that can be read in one way only: it stands between words and holds no other markup.
_EMPHASIS = re.compile(
    r"(?<![^ \n(«„\"–—])(\*\*?)"
    r"([^\W_](?:[^\n\\`*_~\[<&^]*(?:[^\W_]|[.,:;!?»“\"…)]))?)"
    r"\1(?![^ \n.,:;!?»“\"…)–—])"
)
_FOR_REAL = False
"""The library's rules are asked with `silent`: whether to look only."""
_NO_LAST_BREAK = False
_ELEMENTS = {"**": "strong", "*": "em"}
_SPACED_BREAK = re.compile(r"[ \t]\n|\n[ \t]")

# What a line of prose begins with: no list, table, quotation, fence, reference or underline does so.
_PROSE = re.compile(r"[^\W\d_]|[«„“\"(…—–№]|[0-9]+(?:[^0-9.)]|$)|[*_]{1,2}[^\W_]|`[^`]", re.MULTILINE)
_FIRST_ITEM = re.compile(r"(?:[-+*]|1[.)])[ \t]+[^ \t\n]")
_ITEM = re.compile(r"(?:[-+*]|[0-9]{1,9}[.)])[ \t]")


def is_plain(text: str) -> bool:
    """Whether a line has no mark of markup in it, nor an address that would become a link."""
    return not _MARKUP.search(text) and "://" not in text


def take_shortcuts(parser: MarkdownIt) -> None:
    """Teach a parser the short ways."""
    parser.block.ruler.before("table", "lone_block", _lone_block)
    parser.core.ruler.at("normalize", _normalize)
    parser.core.ruler.at("inline", _inline)
    parser.core.ruler.at("text_join", _text_join)
    parser.inline = _LeapingParser(parser.inline)


class _LeapingParser(ParserInline):
    """The library's parser of paragraphs, which asks at a mark only the rules that begin with it."""

    def __init__(self, taught: ParserInline) -> None:
        self.ruler = taught.ruler
        self.ruler2 = taught.ruler2
        self.terminator_re = _STOPS
        names = [name for name in taught.ruler.get_active_rules() if name not in ("text", "linkify")]
        rules = dict(zip(taught.ruler.get_active_rules(), taught.ruler.getRules(""), strict=True))
        self._rules: dict[str, tuple[RuleFuncInlineType, ...]] = {
            mark: tuple(rules[name] for name in names if mark in _BEGINNINGS[name])
            for mark in "\n!&*<[\\]^_`~"
        }

    def tokenize(self, state: StateInline) -> None:
        """As the library's, mark by mark; in between lies text."""
        source, end, rules, search = state.src, state.posMax, self._rules, self.terminator_re.search
        deepest = state.md.options["maxNesting"]
        while state.pos < end:
            stop = search(source, state.pos, end)
            place = stop.start() if stop else end
            if place > state.pos:
                state.append_pending(source[state.pos : place])
                state.pos = place
            elif state.level >= deepest or not any(rule(state, _FOR_REAL) for rule in rules[source[place]]):
                state.append_pending(source[place])
                state.pos += 1
        if state.pending:
            state.pushPending()


def _normalize(state: StateCore) -> None:
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _text_join(state: StateCore) -> None:
    """Escapes and references are the only texts that need joining."""
    if "\\" in state.src or "&" in state.src:
        text_join(state)


def _inline(state: StateCore) -> None:
    """The library's rule, with simple texts taken as they are."""
    parse, markup = state.md.inline.parse, _MARKUP.search
    for token in state.tokens:
        if token.type != "inline":
            continue
        content = token.content
        if not markup(content):
            token.children = [_text(content, 0)] if content else []
            continue
        token.children = _prose(content)
        if not token.children:
            parse(content, state.md, state.env, token.children)


def _prose(content: str) -> list[Token]:
    """The tokens of a text with nothing but line ends and simple emphasis; none when there is more in it."""
    if "\n" in content and _SPACED_BREAK.search(content):
        return []
    tokens: list[Token] = []
    pieces = _EMPHASIS.split(content)
    for text, mark, inside in zip(pieces[::3], [*pieces[1::3], ""], [*pieces[2::3], ""], strict=True):
        if not _add_lines(tokens, text):
            return []
        if mark:
            name = _ELEMENTS[mark]
            opening = Token(f"{name}_open", name, 1, markup=mark)
            closing = Token(f"{name}_close", name, -1, markup=mark)
            tokens += (opening, _text(inside, 1), closing)
    return tokens


def _add_lines(tokens: list[Token], text: str) -> bool:
    """Add plain lines and the breaks between them, unless there is markup in them after all."""
    for number, line in enumerate(text.split("\n")):
        if _MARKUP.search(line):
            return False
        if number:
            tokens.append(Token("softbreak", "br", 0))
        if line:
            tokens.append(_text(line, 0))
    return True


def _text(content: str, level: int) -> Token:
    return Token("text", "", 0, content=content, level=level)


def _lone_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - theirs
    """A paragraph of prose, or a heading, that no other rule can claim."""
    if silent or state.sCount[start] - state.blkIndent >= 4:
        return False
    begin = state.bMarks[start] + state.tShift[start]
    if state.src[begin] == "#":
        return _ends_here(state, start) and heading(state, start, end, silent)
    if not _PROSE.match(state.src, begin):
        return False
    after = _end_of_prose(state, start)
    if not _ends_here(state, after - 1):
        return False
    state.line = after
    lines, level = [start, after], state.level
    if after == start + 1:
        content = state.src[begin : state.eMarks[start]]
    else:
        content = state.getLines(start, after, state.blkIndent, _NO_LAST_BREAK)
    state.tokens += (
        Token("paragraph_open", "p", 1, map=lines, level=level, block=True),
        Token("inline", "", 0, map=lines, level=level + 1, block=True, content=mdTrim(content), children=[]),
        Token("paragraph_close", "p", -1, level=level, block=True),
    )
    return True


def _end_of_prose(state: StateBlock, start: int) -> int:
    """The first line after `start` that may be something else than the next line of the paragraph."""
    line = start + 1
    while line < state.lineMax and 0 <= state.sCount[line] - state.blkIndent < 4:
        if not _PROSE.match(state.src, state.bMarks[line] + state.tShift[line]):
            break
        line += 1
    return line


def _ends_here(state: StateBlock, line: int) -> bool:
    """Whether nothing after this line can belong to it: a gap comes, or the end, or an item of a list."""
    after = line + 1
    if after >= state.lineMax:
        return True
    if state.isEmpty(after):
        return not _is_definition(state, after + 1)
    return _is_item(state, after)


def _is_definition(state: StateBlock, line: int) -> bool:
    """Whether a definition `: …` may follow after a gap, which makes the line before it a term."""
    return line < state.lineMax and state.src[state.bMarks[line] + state.tShift[line] :][:1] in (":", "~")


def _is_item(state: StateBlock, line: int) -> bool:
    """Whether a list goes on at `line`, left of the text of this item, or begins there."""
    indent, place = state.sCount[line], state.bMarks[line] + state.tShift[line]
    if indent >= state.blkIndent:
        return indent - state.blkIndent < 4 and bool(_FIRST_ITEM.match(state.src, place))
    if indent < 0 or (state.listIndent >= 0 and indent - state.listIndent >= 4):
        return False
    return bool(_ITEM.match(state.src, place))
