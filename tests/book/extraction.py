"""The words of a PDF in the order of its content, as a screen reader's program takes them out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping

import pikepdf

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_SPAN = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_SOFT_HYPHEN = "\u00ad"


def page_texts(pdf: bytes) -> list[str]:
    """The text of every page, words that were hyphenated at a line's end joined again."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [_joined("".join(_pieces(page))) for page in opened.pages]


def _joined(text: str) -> str:
    return " ".join(re.sub(rf"[{_SOFT_HYPHEN}]\s*", "", text).split())


def _pieces(page: pikepdf.Page) -> Iterator[str]:
    fonts = {str(name): _meanings(font) for name, font in page.resources.get("/Font", {}).items()}
    letters: Mapping[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "Tf":
                letters = fonts[str(operands[0])]
            case "Tj":
                yield _said(bytes(operands[0]), letters)
            case "TJ":
                yield "".join(
                    _said(bytes(part), letters) for part in operands[0] if isinstance(part, pikepdf.String)
                )
            case "ET":
                yield " "


def _said(codes: bytes, letters: Mapping[int, str]) -> str:
    pairs = (codes[place : place + 2] for place in range(0, len(codes), 2))
    return "".join(letters.get(int.from_bytes(pair), "") for pair in pairs)


def _meanings(font: pikepdf.Object) -> dict[int, str]:
    """The glyphs of a font and the letters that they stand for."""
    found: dict[int, str] = {}
    for kind, body in _SECTION.findall(font.ToUnicode.read_bytes()):
        if kind == b"bfchar":
            found |= {int(code, 16): _letters(text) for code, text in _PAIR.findall(body)}
            continue
        for first, last, text in _SPAN.findall(body):
            start = int(text, 16)
            found |= {
                int(first, 16) + step: chr(start + step) for step in range(int(last, 16) - int(first, 16) + 1)
            }
    return found


def _letters(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")
