"""What the rules need to know of Markdown.

Code to pass by, headings, links and pictures, found without a parser.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kopilka.catalog.check import Written
from kopilka.catalog.look import remember_last, signs_of, text_of
from kopilka.records.addresses import PLAIN_SITE
from kopilka.records.kind import Section

_FENCE = re.compile(r"^[ \t>]*(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
_TICKS = re.compile(r"`+")
_NOT_BREAK = re.compile(r"[^\n]")
CODE = "·"
"""Stands in `prose_of` for every character of code."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, its words without marks, where it begins and ends in the file."""

    level: int
    title: str
    offset: int
    end: int

    @property
    def length(self) -> int:
        """Characters from the first mark to the end of the heading."""
        return self.end - self.offset


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture: its words, its address as written and as meant, where they stand in the file."""

    offset: int
    words: str
    written: str
    place: int
    image: bool = False
    bare: bool = False

    @property
    def address(self) -> str:
        """The address without the brackets `<…>`."""
        return self.written[1:-1] if self.written[:1] == "<" and self.written[-1:] == ">" else self.written


@remember_last
def prose_of(written: Written) -> str:
    """The whole file with the code of its body blanked out, place for place."""
    signs = signs_of(written).body
    if b"`" not in signs and b"~~~" not in signs:
        return text_of(written)
    return written.front + _blank_code(written.body)


def _blank_code(body: str) -> str:
    pieces, done = [], 0
    for start, end in _fences(body):
        pieces += [_blank_spans(body[done:start]), _NOT_BREAK.sub(CODE, body[start:end])]
        done = end
    return "".join((*pieces, _blank_spans(body[done:])))


def _fences(body: str) -> Iterator[tuple[int, int]]:
    """Fenced code with its fences; a fence that is never closed reaches to the end."""
    opened: re.Match[str] | None = None
    for found in _FENCE.finditer(body):
        if opened is None:
            opened = found
        elif _closes(body, opened, found):
            yield opened.start(), found.end()
            opened = None
    if opened is not None:
        yield opened.start(), len(body)


def _closes(body: str, opened: re.Match[str], found: re.Match[str]) -> bool:
    line_end = body.find("\n", found.end())
    rest = body[found.end() : line_end if line_end >= 0 else len(body)]
    return found[1][0] == opened[1][0] and len(found[1]) >= len(opened[1]) and not rest.strip("~ \t")


def _blank_spans(text: str) -> str:
    if "`" not in text:
        return text
    pieces, done = [], 0
    for start, end in _code_spans(text):
        pieces += [text[done:start], _NOT_BREAK.sub(CODE, text[start:end])]
        done = end
    return "".join((*pieces, text[done:]))


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Code inside paragraphs: a run of ticks to the next run of the same length, in one paragraph."""
    runs = list(_TICKS.finditer(text))
    paragraphs, by_length = _paragraphs(text, runs), defaultdict(list)
    for number, run in enumerate(runs):
        by_length[len(run[0])].append(number)
    number = 0
    while number < len(runs):
        same = by_length[len(runs[number][0])]
        place = bisect_right(same, number)
        if place < len(same) and paragraphs[same[place]] == paragraphs[number]:
            yield runs[number].start(), runs[same[place]].end()
            number = same[place]
        number += 1


def _paragraphs(text: str, runs: list[re.Match[str]]) -> list[int]:
    """For each run of ticks, the number of the paragraph that it stands in."""
    numbers, number, done = [], 0, 0
    for run in runs:
        number += text.count("\n\n", done, run.start())
        done = max(run.start() - 1, 0)
        numbers.append(number)
    return numbers


# Two literal signs to begin with: the engine leaps from one to the next. Few people indent a heading.
_ATX = re.compile(r"\n#(#{0,5})(?![^ \t\n])[ \t]*([^\n]*)")
_INDENTED_ATX = re.compile(r"\n {1,3}#(#{0,5})(?![^ \t\n])[ \t]*([^\n]*)")
_SETEXT = re.compile(r"\n {0,3}(?![ #>|*+-])([^\n|]+)\n {0,3}(=+|-{2,})[ \t]*(?![^\n])")
_HEADING_END = re.compile(r"(?:[ \t]+#+)?[ \t]*(?:\{[^{}]*\})?[ \t]*\Z")
_EMPHASIS = re.compile(r"[*_`]{1,3}")


@remember_last
def has_usual_sections(written: Written) -> bool:
    """Whether the headings are the sections of the kind, in order, with text under each, and no others.

    Most records are so, and the rules of headings have nothing to say of them.
    """
    sections, signs = written.kind.sections, signs_of(written).body
    if not sections or signs.count(b"#") != 2 * len(sections) or b"\n--" in signs or b"=" in signs:
        return False
    text, place = prose_of(written), len(written.front) - 1
    for number, mark in enumerate(_marks(sections)):
        found = text.find(mark, place)
        if found < 0 or (number and _is_blank(text, place, found)):
            return False
        place = found + len(mark) - 1
    return not _is_blank(text, place, len(text))


def _is_blank(text: str, start: int, end: int) -> bool:
    return start >= end or text[start:end].isspace()


@remember_last
def _marks(sections: tuple[Section, ...]) -> list[str]:
    return [f"\n## {section.title}\n" for section in sections]


@remember_last
def has_rare_headings(written: Written) -> bool:
    """Whether some headings may be indented, or underlined instead of marked in front."""
    signs = signs_of(written).body
    return b"\n--" in signs or b"\n==" in signs or b" #" in signs


@remember_last
def headings_of(written: Written) -> tuple[Heading, ...]:
    """The headings of the body in their order; not those inside lists, quotations and notes."""
    text, base = prose_of(written), len(written.front) - 1
    found = [_heading(match, 1 + len(match[1]), match[2]) for match in _ATX.finditer(text, base)]
    if not has_rare_headings(written):
        return tuple(found)
    found += [_heading(match, 1 + len(match[1]), match[2]) for match in _INDENTED_ATX.finditer(text, base)]
    found += [
        _heading(match, 1 if match[2][0] == "=" else 2, match[1]) for match in _SETEXT.finditer(text, base)
    ]
    return tuple(sorted(found, key=lambda heading: heading.offset))


def _heading(match: re.Match[str], level: int, words: str) -> Heading:
    if words[-1:] in ("#", "}", " ", "\t"):
        words = _HEADING_END.sub("", words)
    if "*" in words or "_" in words:
        words = _EMPHASIS.sub("", words)
    return Heading(level, words.strip(), match.start() + 1, match.end())


# A label stops at any bracket, so the work is linear; the target may hold brackets one level deep.
_LINK = re.compile(
    r"\[((?:[^\[\]\\]|\\.)*)\]\(([^()]{0,2000}(?:\([^()]{0,500}\)[^()]{0,500}){0,5})\)", re.DOTALL
)
_OUTER = re.compile(r"\)[^\[\]]{0,200}\]\(([^()]{0,2000})\)")
_TARGET = re.compile(r"\s*(<[^<>\n]*>|\S*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\(.*\)))?\s*\Z", re.DOTALL)
_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*\Z")
_FIRST_DEFINITION = re.compile(rb"\[(?!\^)[^\[\]\n]*\]:")
_SIGNS_OF_DEFINITION = re.compile(rb"\n\[(?!\^)[^\[\]\n]*\]:")
_DEFINITION = re.compile(r"\n {0,3}\[(?!\^)([^\[\]\n]+)\]:[ \t]*(\S+)")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_LOOKS_LIKE_ADDRESS = re.compile(r"[/\\.#@:]|%20")


# A link to a public site or to a record; the words are the group.
_USUAL = re.compile(rf"\[(?<!!\[)(?<!\\\[)([^\[\]\\]+)\]\((?:[a-z0-9-]+\.md|{PLAIN_SITE})\)")


def _may_define(signs: bytes) -> bool:
    """Whether some line may be a definition of a link: `[words]: address`."""
    return _FIRST_DEFINITION.match(signs) is not None or _SIGNS_OF_DEFINITION.search(signs) is not None


@remember_last
def usual_links_of(written: Written) -> list[str] | None:
    """The words of all links when each is of the most usual form; None when a closer look is needed."""
    front, body, _ = signs_of(written)
    number = body.count(b"](") if b"]" in body else 0
    if b"<" in body or (b"]" in front and b"](" in front) or (b"]:" in body and _may_define(body)):
        return None
    if not number:
        return []
    words = _USUAL.findall(prose_of(written), len(written.front))
    return words if len(words) == number else None


@remember_last
def links_of(written: Written) -> tuple[Link, ...]:
    """Links and pictures of the whole file, front matter too, in their order."""
    front, body, _ = signs_of(written)
    base = len(written.front)
    found: list[Link] = []
    if b"](" in body or b"](" in front:
        text, start = prose_of(written), 0 if b"](" in front else base
        for match in _LINK.finditer(text, start):
            found += _link(written, match, 2)
        if b")](" in body or b")\n](" in body:
            for match in _OUTER.finditer(text, base):
                found += _link(written, match, 1)
    if _may_define(body):
        found += [
            Link(match.start() + 1, match[1], match[2], match.start(2))
            for match in _DEFINITION.finditer(prose_of(written), base - 1)
        ]
    if b"<" in body:
        found += [
            Link(match.start(), "", match[1], match.start(1), bare=True)
            for match in _AUTOLINK.finditer(prose_of(written), base)
        ]
    return tuple(found)


def _link(written: Written, match: re.Match[str], group: int) -> Iterator[Link]:
    text, inner, place = text_of(written), match[group], match.start(group)
    if "\n\n" in inner or text[match.start() - 1 : match.start()] == "\\":
        return
    target = _TARGET.match(inner)
    if target:
        address, start = target[1], place + target.start(1)
    elif _LOOKS_LIKE_ADDRESS.search(inner):
        bare = _TITLE.sub("", inner)
        address, start = bare.strip(), place + len(bare) - len(bare.lstrip())
    else:
        return
    words = text[match.start(1) : match.end(1)] if group == 2 else "![…]"
    image = group == 2 and text[match.start() - 1 : match.start()] == "!" and match.start() > 0
    yield Link(match.start() - image, words, address, start, image=image)
