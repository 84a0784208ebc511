"""What comes of a text that was to become a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a text: the value (None for none), what was left of it, what a person must look at."""

    value: Any = None
    left: str = ""
    asks: tuple[str, ...] = ()
