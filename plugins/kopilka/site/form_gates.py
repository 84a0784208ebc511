"""The rules of the catalogue that need one record alone, as data: the form tells of them while one types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kopilka.catalog import names, people
from kopilka.catalog.pictures import PICTURES
from kopilka.catalog.rules import (
    birth_date,
    body_length,
    child_name,
    name_consent,
    picture_consent,
    picture_source,
    private_email,
    private_numbers,
    vague_result,
)
from kopilka.diagnostics import Code
from kopilka.settings import Checks

_WORD = r"\p{L}\p{N}_"
_EDGE = rf"(?:(?<![{_WORD}])(?=[{_WORD}])|(?<=[{_WORD}])(?![{_WORD}]))"
_OUTSIDE = {r"\w": f"[{_WORD}]", r"\W": f"[^{_WORD}]", r"\b": _EDGE, r"\Z": "$", r"\"": '"'}
_INSIDE = {r"\w": _WORD, r"\"": '"'}
_TOLD = (
    *private_numbers.CODES,
    private_email.PRIVATE_EMAIL,
    birth_date.BIRTH_DATE,
    child_name.CHILD_NAME,
    vague_result.VAGUE_RESULT,
    *picture_source.CODES,
    *picture_consent.CODES,
    name_consent.CONSENT_DATE,
)
_PIECE = re.compile(r"\\.|\[|\]|[^\\\[\]]+", re.DOTALL)


def text_gates(checks: Checks) -> dict[str, Any]:
    """The type `FormGates` of assets/js/form.d.ts; a rule that the bank has switched off is not there."""
    numbers, email, vague = private_numbers, private_email, vague_result
    return {
        "numbers": {
            "patterns": _patterns(numbers.PATTERNS),
            "words": {code.id: [code.name, *words] for code, words in numbers.WORDS.items()},
        },
        "email": {
            "patterns": _patterns(email.PATTERNS, whole=("official", "person")),
            "words": list(email.WORDS),
        },
        "people": {
            "patterns": _patterns(names.PATTERNS | people.PATTERNS | birth_date.PATTERNS, whole=("given",)),
            "known": names.KNOWN,
            "words": {"child": list(child_name.WORDS), "born": list(birth_date.WORDS)},
            "past": birth_date.LONG_AGO,
        },
        "vague": {
            "patterns": _patterns(vague.PATTERNS, whole=("whole",)),
            "words": list(vague.WORDS),
            "lists": list(vague.LISTS),
            "longest": vague.LONGEST,
        },
        "pictures": {
            "words": {
                trouble: [code.id, *words]
                for rule in (picture_source, picture_consent)
                for trouble, (code, *words) in rule.WORDS.items()
            },
            "owed": picture_source.OWED,
            "named": picture_source.NAMED,
            "endings": PICTURES,
            "photos": picture_consent.PHOTOS,
        },
        "words": checks.limits.body_min_words,
        "volume": [checks.limits.body_min_characters, checks.limits.body_max_characters],
        "sizes": {"page": body_length.PAGE, "sheet": body_length.SHEET},
        "severity": severities(checks, _TOLD),
    }


def severities(checks: Checks, codes: Iterable[Code]) -> dict[str, str]:
    """How loudly each code speaks in this bank; those that are switched off are left out."""
    found = {code.id: checks.severity.get(code.id, code.severity.key) for code in codes}
    return {code: severity for code, severity in found.items() if severity != "off"}


def javascript(pattern: re.Pattern[str]) -> list[str]:
    """The pattern's source and flags for `new RegExp`: what Python means by a word, its edge and the end."""
    flags = ("i" if pattern.flags & re.IGNORECASE else "") + "u"
    inside, pieces = False, []
    source = "".join(pattern.pattern.split()) if pattern.flags & re.VERBOSE else pattern.pattern
    for piece in _PIECE.findall(source):
        inside = piece == "[" or (inside and piece != "]")
        pieces.append((_INSIDE if inside else _OUTSIDE).get(piece, piece))
    return ["".join(pieces), flags]


def _patterns(patterns: Mapping[str, re.Pattern[str]], whole: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Those of `whole` must match all of a text."""
    found = {name: javascript(pattern) for name, pattern in patterns.items()}
    return found | {name: [f"^(?:{found[name][0]})$", found[name][1]] for name in whole}
