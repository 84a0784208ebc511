"""International Standard Book Numbers: thirteen digits, the last of which checks the others (ISO 2108)."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

_SEPARATORS = re.compile(r"[\s\u00a0\u2010-\u2015-]+")
_PREFIX = re.compile(r"^ISBN(?:-13)?:?\s*", re.IGNORECASE)
_LENGTH = 13


def digits_of(written: str) -> str:
    """The digits alone: `978-5-00000-000-7` → `9785000000007`; other signs stay, so that they are noticed."""
    return _SEPARATORS.sub("", _PREFIX.sub("", written.strip()))


def check_digit(first: str) -> str:
    """The thirteenth digit for twelve others: weights 1 and 3 in turn, up to the next ten (ISO 2108)."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first[: _LENGTH - 1]))
    return str(-total % 10)


def _isbn(value: Any) -> str:
    text = _PREFIX.sub("", str(value).strip()) if isinstance(value, (str, int)) else ""
    digits = digits_of(text)
    if len(digits) != _LENGTH or not digits.isascii() or not digits.isdecimal():
        raise PydanticCustomError("isbn_form", "not an ISBN", {"written": value})
    if not digits.startswith(("978", "979")):
        raise PydanticCustomError("isbn_form", "not an ISBN", {"written": value})
    right = check_digit(digits)
    if digits[-1] != right:
        raise PydanticCustomError("isbn_digit", "wrong check digit", {"written": value, "right": right})
    return "-".join(part for part in _SEPARATORS.split(text) if part)


Isbn = Annotated[str, BeforeValidator(_isbn), StringConstraints(max_length=17)]
"""An ISBN of thirteen digits, with its hyphens as the agency gave them."""
