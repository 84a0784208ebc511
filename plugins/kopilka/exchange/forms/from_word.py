"""From paragraphs, lists and tables of Word to Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from kopilka.exchange.forms.escaping import escape_text, escape_url, guard_line
from kopilka.exchange.forms.ooxml import Element, attribute, child, every, local

PLACEHOLDERS = frozenset(
    {
        "Впишите здесь",
        "Выберите",
        "Число",
        "дд.мм.гггг",
        "мм.гггг",
        "Каждое с новой строки",
        # what Word itself offers when a control has been emptied
        "Место для ввода текста.",
        "Место для ввода даты.",
        "Выберите элемент.",
        "Click or tap here to enter text.",
        "Click or tap to enter a date.",
        "Choose an item.",
        "Click here to enter text.",
    }
)
OWN_SCHEME = "kopilka:"
_HEADING = re.compile(r"(?:heading|заголовок|[hн]eading[ _]?)\s*(\d)", re.IGNORECASE)
_TOGGLES = {"b": "w:b", "i": "w:i", "strike": "w:strike"}
_AROUND = frozenset({"w:sdt", "w:sdtContent", "w:ins", "w:smartTag", "w:moveTo", "w:fldSimple"})
_SIGNS = (("b", "**"), ("i", "*"), ("strike", "~~"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What paragraphs refer to: lists by number and level, addresses and names of styles by id."""

    lists: Mapping[tuple[str, str], int | None] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    styles: Mapping[str, str] = field(default_factory=dict)

    def style(self, element: Element | None) -> str:
        """The name of a style, without spaces."""
        written = attribute(element)
        return self.styles.get(written, written).replace(" ", "")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text with one look."""

    text: str
    marks: frozenset[str] = frozenset()
    link: str = ""
    raw: bool = False


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of Markdown; blocks that belong together stand without a line between them."""

    text: str
    kind: str = ""


def blocks_in(container: Element) -> Iterator[Element]:
    """Paragraphs and tables of a container, out of the controls around them."""
    for item in container:
        name = local(item)
        if name in {"w:p", "w:tbl"}:
            yield item
        elif name in {"w:sdt", "w:sdtContent", "w:ins", "w:customXml", "w:smartTag"}:
            yield from blocks_in(item)


def to_markdown(blocks: Iterable[Element], reading: Reading) -> str:
    """The Markdown of blocks; placeholders say nothing."""
    made: list[_Block] = []
    counts: dict[tuple[str, str], int] = {}
    for block in blocks:
        written = _table(block, reading) if local(block) == "w:tbl" else _paragraph(block, reading, counts)
        if written is not None and (written.text.strip() or written.kind == "raw"):
            made.append(written)
    text = ""
    for before, block in zip([None, *made], made, strict=False):
        together = before is not None and before.kind == block.kind and bool(block.kind)
        text += ("\n" if together else "\n\n" if before else "") + block.text
    return text.strip("\n")


def plain_text(container: Element) -> str:
    """The words in a container as they stand: a line a paragraph; placeholders say nothing."""
    paragraphs = [container] if local(container) == "w:p" else list(every(container, "w:p"))
    if not paragraphs:
        paragraphs = [container]
    lines = ["".join(piece.text for piece in _pieces(item, Reading())) for item in paragraphs]
    text = "\n".join(line for line in lines if " ".join(line.split()) not in PLACEHOLDERS)
    return text.strip()


def _paragraph(  # noqa: PLR0911 - a style a line
    block: Element, reading: Reading, counts: dict[tuple[str, str], int]
) -> _Block | None:
    pieces = list(_pieces(block, reading))
    text = "".join(piece.text for piece in pieces)
    if " ".join(text.split()) in PLACEHOLDERS:
        return None
    properties = child(block, "w:pPr")
    style = reading.style(child(properties, "w:pStyle"))
    if style == "KopilkaRawLine":
        return _Block(text, "raw")
    if style in {"KopilkaHelp", "KopilkaExample"}:
        return None
    written = _inline(pieces)
    heading = _HEADING.search(style) or _HEADING.search(attribute(child(properties, "w:pStyle")))
    if heading:
        level = max(2, min(6, int(heading[1])))
        return _Block(f"{'#' * level} {' '.join(written.split())}") if written.strip() else None
    listed = child(properties, "w:numPr")
    if listed is not None and attribute(child(listed, "w:numId")) not in {"", "0"}:
        return _item(written, listed, reading, counts)
    if style in {"Quote", "Quotations", "IntenseQuote"}:
        return _Block("\n".join(f"> {line}" for line in written.split("\n")))
    return _Block(written)


def _item(written: str, listed: Element, reading: Reading, counts: dict[tuple[str, str], int]) -> _Block:
    level = attribute(child(listed, "w:ilvl")) or "0"
    number = attribute(child(listed, "w:numId"))
    start = reading.lists.get((number, level))
    sign = "-"
    if start is not None:
        count = counts.get((number, level), start)
        counts[number, level] = count + 1
        sign = f"{count}."
    depth = min(int(level), 8) if level.isdigit() else 0
    for key in [key for key in counts if key[0] == number and key[1] > level]:
        del counts[key]
    indent = "    " * depth
    body = written.replace("\n", f"\n{indent}{' ' * (len(sign) + 1)}")
    return _Block(f"{indent}{sign} {body}", "list")


def _table(block: Element, reading: Reading) -> _Block | None:
    rows = [[_cell(cell, reading) for cell in _cells(row)] for row in _rows(block)]
    width = max(map(len, rows), default=0)
    if not width or not any(any(row) for row in rows):
        return None
    whole = [[*row, *[""] * (width - len(row))] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in whole]
    return _Block("\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]]))


def _rows(container: Element) -> Iterator[Element]:
    for item in container:
        if local(item) == "w:tr":
            yield item
        elif local(item) in {"w:sdt", "w:sdtContent", "w:ins"}:
            yield from _rows(item)


def _cells(container: Element) -> Iterator[Element]:
    for item in container:
        if local(item) == "w:tc":
            yield item
        elif local(item) in {"w:sdt", "w:sdtContent"}:
            yield from _cells(item)


rows_in = _rows
cells_in = _cells


def _cell(cell: Element, reading: Reading) -> str:
    parts = [_inline(list(_pieces(item, reading)), in_table=True) for item in every(cell, "w:p")]
    return " ".join(" ".join(part.replace("\\\n", " ").split()) for part in parts if part.strip())


def _pieces(container: Element, reading: Reading, link: str = "") -> Iterator[_Piece]:
    """The runs of a paragraph; what was deleted under tracking does not count."""
    for item in container:
        name = local(item)
        if name == "w:r":
            yield from _run(item, reading, link)
        elif name == "w:hyperlink":
            yield from _pieces(item, reading, _address(item, reading))
        elif name in _AROUND and not (name == "w:sdt" and is_placeholder(item, reading)):
            yield from _pieces(item, reading, link)


def _address(link: Element, reading: Reading) -> str:
    """Where a link leads: a file beside the record, an address, a place in the text."""
    target = reading.links.get(attribute(link, "r:id"), "").removeprefix(OWN_SCHEME)
    return target or (f"#{anchor}" if (anchor := attribute(link, "w:anchor")) else "")


def is_placeholder(control: Element, reading: Reading) -> bool:
    """Whether a control shows only what to write there."""
    properties = child(control, "w:sdtPr")
    if child(properties, "w:showingPlcHdr") is None:
        return False
    runs = list(every(control, "w:r"))
    shown = {attribute(child(item, "w:rPr", "w:rStyle")) for item in runs}
    text = "".join(node.text or "" for node in every(control, "w:t"))
    return " ".join(text.split()) in PLACEHOLDERS or all(
        "laceholder" in reading.styles.get(s, s) for s in shown
    )


def _run(item: Element, reading: Reading, link: str) -> Iterator[_Piece]:
    properties = child(item, "w:rPr")
    style = reading.style(child(properties, "w:rStyle"))
    marks = frozenset(name for name, tag in _TOGGLES.items() if _is_on(child(properties, tag)))
    text = "".join(_characters(item))
    if text:
        yield _Piece(text, marks, link, raw=style == "KopilkaRaw")


def _is_on(toggle: Element | None) -> bool:
    return toggle is not None and attribute(toggle) not in {"0", "false", "off"}


def _characters(item: Element) -> Iterator[str]:
    for part in item:
        name = local(part)
        if name == "w:t":
            yield part.text or ""
        elif name == "w:tab":
            yield "\t"
        elif name in {"w:br", "w:cr"}:
            yield "\n"
        elif name == "w:noBreakHyphen":
            yield "\u2011"


def _inline(pieces: list[_Piece], *, in_table: bool = False) -> str:
    """The Markdown of runs; a mark that Markdown would not take there is left out, never the text."""
    text = ""
    groups = [(look, "".join(piece.text for piece in same)) for look, same in groupby(pieces, key=_look)]
    for place, ((marks, link, raw), words) in enumerate(groups):
        if raw:
            text += words
            continue
        after = groups[place + 1][1][:1] if place + 1 < len(groups) else ""
        text += _marked(words, marks, link, before=text[-1:], after=after, in_table=in_table)
    lines = [line.strip() for line in text.split("\n")]
    return "\\\n".join(guard_line(line) for line in lines if line)  # an empty line would end the paragraph


def _look(piece: _Piece) -> tuple[frozenset[str], str, bool]:
    return piece.marks, piece.link, piece.raw


def _marked(  # noqa: PLR0913 - a piece and all that stands round it
    words: str, marks: frozenset[str], link: str, *, before: str, after: str, in_table: bool
) -> str:
    core = words.strip()
    if not core or not (marks or link):
        return escape_text(words, in_table=in_table)
    head, tail = words[: words.index(core[0])], words[len(words.rstrip()) :]
    made = escape_text(core, in_table=in_table)
    if link:
        made = f"[{made}]({escape_url(link)})"
    for mark, sign in _SIGNS:
        if mark in marks and "\n" not in made and _may_stand(made, head[-1:] or before, tail[:1] or after):
            made = f"{sign}{made}{sign}"
    return head + made + tail


def _may_stand(core: str, before: str, after: str) -> bool:
    """Whether Markdown takes marks around the text for marks: see «flanking» in CommonMark."""
    opens = not _is_sign(core[:1]) or not before or before.isspace() or _is_sign(before)
    closes = not _is_sign(core[-1:]) or not after or after.isspace() or _is_sign(after)
    return opens and closes and before not in {"*", "_", "~"}


def _is_sign(character: str) -> bool:
    return bool(character) and not character.isalnum() and not character.isspace()
