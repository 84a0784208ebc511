"""Small pieces of WordprocessingML: runs, paragraphs with properties in the order of the schema, fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2s

from kopilka.documents import clean, escape, quoted
from kopilka.russian import NBSP

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_PARAGRAPH_ORDER = (
    "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs",
    "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "sectPr",
)  # fmt: skip
"""Word calls a file damaged whose properties stand in another order than the schema's."""
_PIECES = re.compile("([\n\t])")
_JOINER = "\u2060"
_STAYS = re.compile(rf"(?<=[0-9№§]){NBSP}|{NBSP}(?=[0-9])|(?<=[A-ZА-ЯЁ]\.){NBSP}|{NBSP}(?=[A-ZА-ЯЁ]\.)")


def for_word(text: str) -> str:
    """Text as Word sets it best: its no-break spaces do not stretch, so only the needed ones stay.

    They stay between initials and between a number and its word; joiners would be seen as boxes.
    """
    if _JOINER in text:
        text = text.replace(_JOINER, "")
    if NBSP not in text:
        return text
    return _STAYS.sub("\x1f", text).replace(NBSP, " ").replace("\x1f", NBSP)


def run(text: str, properties: str = "") -> str:
    """A run of words; line ends and tabs become those of Word."""
    inside = "".join(_piece(piece) for piece in _PIECES.split(clean(for_word(text))) if piece)
    return f"<w:r>{_in(properties, 'w:rPr')}{inside}</w:r>" if inside else ""


def _piece(piece: str) -> str:
    if piece == "\n":
        return "<w:br/>"
    return "<w:tab/>" if piece == "\t" else f'<w:t xml:space="preserve">{escape(piece)}</w:t>'


def _in(inside: str, tag: str) -> str:
    return f"<{tag}>{inside}</{tag}>" if inside else ""


def paragraph(style: str, runs: str, properties: Mapping[str, str] | None = None) -> str:
    """A paragraph; `properties` are elements by name: `{"jc": '<w:jc w:val="center"/>'}`."""
    known = properties or {}
    inside = "".join(known[name] for name in _PARAGRAPH_ORDER if name in known)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{inside}</w:pPr>{runs}</w:p>'


def field(code: str, result: str, properties: str = "") -> str:
    """A field that Word can renew; `code` is its instruction, `result` the words shown until then."""
    props = _in(properties, "w:rPr")
    return f'{field_start(code)}{run(result, properties)}<w:r>{props}<w:fldChar w:fldCharType="end"/></w:r>'


def field_start(code: str) -> str:
    """The instruction of a field whose result follows; `FIELD_END` closes it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def hidden_field(code: str) -> str:
    """A field without a result, such as an entry for the contents."""
    inside = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {escape(code)} </w:instrText>',
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r><w:rPr><w:vanish/></w:rPr>{piece}</w:r>" for piece in inside)


def in_field(text: str) -> str:
    """Words for the instruction of a field, in its quotation marks."""
    words = " ".join(clean(for_word(text)).split())
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def bookmark_name(place: str) -> str:
    """The bookmark of a place of the book: Word wants at most 40 letters and digits."""
    return f"_K{blake2s(place.encode(), digest_size=8).hexdigest()}"


def anchor(place: str, inside: str) -> str:
    """Runs that lead to a place of the book."""
    return f'<w:hyperlink w:anchor="{bookmark_name(place)}" w:history="1">{inside}</w:hyperlink>'


def attribute(text: str) -> str:
    """A stranger's text as the value of an attribute, in its quotation marks, one line."""
    return quoted(" ".join(clean(for_word(text)).split()))
