"""Licences that a record and a picture may have, with what each allows in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Licence = Literal[
    "CC-BY-4.0",
    "CC-BY-SA-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-NC-ND-4.0",
    "CC0-1.0",
]

PictureTerms = Literal[Licence, "public-domain", "permission"]
"""A picture may also be free because it is old, or be lent to this one bank."""

LICENCES: Mapping[str, tuple[str, str]] = {
    "CC-BY-4.0": ("CC BY 4.0", "можно менять и распространять с указанием авторов"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", "можно менять и распространять на тех же условиях с указанием авторов"),
    "CC-BY-NC-4.0": ("CC BY-NC 4.0", "можно менять и распространять не ради прибыли, с указанием авторов"),
    "CC-BY-NC-SA-4.0": (
        "CC BY-NC-SA 4.0",
        "можно менять не ради прибыли, на тех же условиях, с указанием авторов",
    ),
    "CC-BY-ND-4.0": ("CC BY-ND 4.0", "можно распространять без изменений с указанием авторов"),
    "CC-BY-NC-ND-4.0": ("CC BY-NC-ND 4.0", "можно распространять без изменений, не ради прибыли"),
    "CC0-1.0": ("CC0 1.0", "можно использовать без условий"),
}

_TERMS = {
    **{id_: name for id_, (name, _) in LICENCES.items()},
    "public-domain": "общественное достояние",
    "permission": "с разрешения автора",
}


def terms_words(terms: PictureTerms) -> str:
    """The terms of a picture as they stand in its credit: «CC BY 4.0», «с разрешения автора»."""
    return _TERMS[terms]
