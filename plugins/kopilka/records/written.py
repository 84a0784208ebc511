"""Texts that must be written in a certain way, with the right way told by an example."""

from __future__ import annotations

import re
from typing import Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError


def like(pattern: str, right: str) -> Any:
    """The mark of a text that must match `pattern` in full; `right` is an example for those who miss it."""
    form = re.compile(pattern)

    def check(value: str) -> str:
        if form.fullmatch(value):
            return value
        raise PydanticCustomError("written_form", "not in this form", {"right": right})

    return AfterValidator(check)
