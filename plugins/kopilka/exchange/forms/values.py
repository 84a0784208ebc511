"""A value of a record as the words of a form, and words of a form as a value."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from kopilka.exchange.forms.fields import Control, FormField
from kopilka.records.dates import better_form

_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")
_NUMBER = re.compile(r"[-+\u2212]?\d+(?:\.\d+)?\Z")
YES = frozenset({"да", "true", "верно", "1", "+", "x", "х", "✓", "☒", "☑", "выполнено"})
NO = frozenset({"нет", "false", "0", "-", "–", "☐", "не выполнено"})


def words_of(field: FormField, value: Any) -> str:
    """What stands in the form for one value."""
    if value is None:
        return ""
    if field.control is Control.CHOICE or field.control is Control.CHOICES:
        known = field.choice(str(value))
        return known.label if known else str(value)
    if field.control in {Control.DATE, Control.DAY}:
        return _date_words(value)
    if field.control is Control.FLAG:
        return "да" if value else "нет"
    if field.control is Control.NUMBER and isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def _date_words(value: Any) -> str:
    if isinstance(value, bool):
        return "да" if value else ""
    found = _ISO.match(f"{value:%Y-%m-%d}" if isinstance(value, date) else str(value))
    if not found:
        return str(value)
    return ".".join(part for part in reversed(found.groups()) if part)


def value_of(field: FormField, text: str) -> Any:
    """The value that one text of the form means; None for nothing, the text itself when it means none."""
    words = text.strip()
    if not words:
        return None
    if field.control in {Control.CHOICE, Control.CHOICES}:
        known = field.choice(words)
        return known.value if known else words
    if field.control is Control.FLAG:
        return _flag(words)
    if field.control is Control.NUMBER:
        return _number(words, whole=field.whole)
    if field.control in {Control.DATE, Control.DAY}:
        return _date(words, dated=field.dated)
    return words


def _flag(words: str) -> Any:
    folded = words.casefold()
    return True if folded in YES else False if folded in NO else words


def _number(words: str, *, whole: bool) -> Any:
    plain = re.sub(r"[\s\u00a0\u202f]", "", words).replace(",", ".").replace("\u2212", "-")
    if not _NUMBER.match(plain):
        return words
    number = float(plain)
    return (
        int(number)
        if number == int(number) and (whole or "." not in plain or number.is_integer())
        else number
    )


def _date(words: str, *, dated: bool) -> Any:
    if dated and words.casefold() in YES:
        return True
    if dated and words.casefold() in NO:
        return False
    return better_form(words) or words
