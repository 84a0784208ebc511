"""Paper formats of books: the printer's sheet, its share, the trimmed page (ГОСТ 5773-90)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

_SIGN = re.compile(r"[xхХX*×]")


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """A sheet of `sheet` centimetres folded into `share` leaves gives trimmed pages of `page` mm."""

    sheet: tuple[int, int]
    share: int
    page: tuple[int, int]


PAPERS: Mapping[str, PaperFormat] = MappingProxyType(
    {
        # A5 and A4, as digital presses trim them: the standard says 145 × 200 and 205 × 290.
        "60×84/16": PaperFormat((60, 84), 16, (148, 210)),
        "60×84/8": PaperFormat((60, 84), 8, (210, 297)),
        "60×90/16": PaperFormat((60, 90), 16, (145, 215)),
        "70×90/16": PaperFormat((70, 90), 16, (170, 215)),
        "70×100/16": PaperFormat((70, 100), 16, (170, 240)),
        "84×108/32": PaperFormat((84, 108), 32, (130, 200)),
    }
)
"""The formats a collection may have, by the way an imprint names them."""


def _sign(value: Any) -> Any:
    return _SIGN.sub("×", "".join(value.split())) if isinstance(value, str) else value


Paper = Annotated[
    Literal["60×84/16", "60×84/8", "60×90/16", "70×90/16", "70×100/16", "84×108/32"],
    BeforeValidator(_sign),
]
"""A paper format; the sign between the numbers may be typed as a letter."""
