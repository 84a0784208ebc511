"""What an unquoted value means: a number, yes or no, nothing, or the text as it was written."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from kopilka.records.quoting import quoted_value, shortened
from kopilka.russian import capitalise

Scalar = str | int | float | bool | None

NOTHING = frozenset({"", "~", "null"})
WORDS: dict[str, tuple[Scalar, bool]] = {
    "": (None, False),
    "~": (None, False),
    "null": (None, False),
    "true": (True, False),
    "false": (False, False),
    "=": ("=", True),
}
"""The words that are no texts or are read differently: what each means, and whether that is doubtful."""
for _word in ("yes", "no", "on", "off", "y", "n", "true", "false", "null"):
    for _form in (_word, _word.capitalize(), _word.upper()):
        WORDS.setdefault(_form, (_form, True))

_NUMERIC_START = frozenset("0123456789+-.")
_INTEGER = re.compile(r"(?:0|-?[1-9][0-9]{0,14})\Z")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.(?:0|[0-9]*[1-9])\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_AMBIGUOUS = re.compile(
    r"""(?:
        [-+]?[0-9][0-9_]*                                           # 010, +5, 1_000, too many digits
      | [-+]?0x[0-9a-fA-F_]+ | [-+]?0o[0-7_]+ | [-+]?0b[01_]+       # 0x1F, 0o17, 0b11
      | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?            # 12:30 in the base of sixty
      | [-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?  # 1.10, 1., .5, 1.5e3
      | [-+]?[0-9][0-9_]*[eE][-+]?[0-9]+                            # 1e3
      | [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)
      | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?
        (?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?               # a date with a time
    )\Z""",
    re.VERBOSE,
)


def resolve(text: str) -> tuple[Scalar, bool]:
    """The meaning of an unquoted value and whether other programs may read it differently.

    A narrowed YAML 1.2 core schema: only what every reader of YAML takes for the same number, truth or
    nothing is such; all the rest is text. Dates stay text: the models read them.
    """
    if text in WORDS:
        return WORDS[text]
    return _number(text) if text[0] in _NUMERIC_START else (text, False)


@lru_cache(maxsize=4_096)
def _number(text: str) -> tuple[Scalar, bool]:
    """The meaning of what begins as a number; the same years and days stand in all records."""
    if _INTEGER.match(text):
        return int(text), False
    if _DECIMAL.match(text) and len(text) <= 16:  # a float keeps 15 digits
        return float(text), False
    if _DATE.match(text):
        return text, not is_real_date(text)
    return text, _AMBIGUOUS.match(text) is not None


def is_real_date(text: str) -> bool:
    """Whether `2024-02-30` is a day of the calendar."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def describe_ambiguity(text: str) -> tuple[str, str]:
    """Why an ambiguous value is read differently, and how to write it so that it is not."""
    in_quotes = f"возьмите в кавычки: {quoted_value(text)}"
    if _DATE.match(text):
        return "такого дня нет в календаре", f"Проверьте день и месяц; если это не дата, {in_quotes}"
    readings, plain = _other_readings(text)
    reason = f"разные программы читают это по-разному: как текст {shortened(text)} или как {readings}"
    if plain is None:
        return reason, capitalise(in_quotes)
    return reason, f"Если это обозначение или слово, {in_quotes}; если нет, напишите {plain}"


_WORD_READINGS = {
    **dict.fromkeys(("yes", "on", "y", "true"), ("«да»", "true")),
    **dict.fromkeys(("no", "off", "n", "false"), ("«нет»", "false")),
    "null": ("«ничего»", "null"),
    "=": ("служебный знак", None),
}


def _other_readings(text: str) -> tuple[str, str | None]:
    """What other programs see in the text, and the plain way to write that when there is one."""
    if text.lower() in _WORD_READINGS:
        return _WORD_READINGS[text.lower()]
    if "-" in text[1:] and ":" in text:
        return "время в своём часовом поясе", None
    if len(text) > _LONGEST_EXPLAINED:
        return "число", None
    if ":" in text:
        return f"число {_sixty(text)}", None
    if re.fullmatch(r"[-+]?0[0-7]+", text):
        return f"число {int(text)} либо {int(text, 8)}", str(int(text))
    plain = _plain_number(text)
    return (f"число {plain}", plain) if plain else ("число", None)


_LONGEST_EXPLAINED = 40


def _sixty(text: str) -> str:
    """12:30 in the base of sixty is 750."""
    total = 0
    for part in text.lstrip("+-").replace("_", "").split(".")[0].split(":"):
        total = total * 60 + int(part)
    return f"-{total}" if text.startswith("-") else str(total)


def _plain_number(text: str) -> str | None:
    """The number a program may see in the text, as it should be written."""
    digits = text.replace("_", "")
    try:
        number = int(digits, 0) if re.match(r"[-+]?0[xob]", digits) else float(digits)
    except ValueError:
        return None
    return f"{number:.15g}" if abs(number) < 1e15 else None
