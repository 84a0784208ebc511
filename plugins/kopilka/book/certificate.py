"""A certificate of publication as PDF: one page, tagged, with a code that leads to the page confirming it."""

from __future__ import annotations

import io
import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import segno
import typst

from kopilka.book.gaps.glyphs import lacking
from kopilka.book.press import FONTS

_TEMPLATE = Path(__file__).parent / "typst" / "certificate.typ"
_UNKNOWN = "\u25a1"
"""Stands for a sign that no face has."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed, already in words; `facts` are labels with what stands beside them.

    `check` is the address of the page that confirms the certificate, empty for a bank without an address.
    """

    heading: str
    number: str
    day: str
    issuer: str
    text: str
    facts: tuple[tuple[str, str], ...]
    check: str
    post: str
    signer: str
    demo: bool


def print_certificate(paper: Paper, *, day: date) -> bytes:
    """The PDF (PDF/UA-1 and PDF/A-2a); `day` is the time that it tells: the same paper, the same bytes."""
    moment = int(datetime.combine(day, time(12), UTC).timestamp())
    text = json.dumps({**asdict(paper), "code": _code(paper.check)}, ensure_ascii=False)
    unknown = dict.fromkeys(map(ord, lacking((text,))), _UNKNOWN)
    made: Any = typst.compile(
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"paper": text.translate(unknown)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=moment,
    )
    return bytes(made)


def _code(address: str) -> str:
    """The QR code of an address as SVG; empty for none."""
    if not address:
        return ""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", border=0, svgclass=None, lineclass=None
    )
    return drawn.getvalue().decode()
