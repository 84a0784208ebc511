"""Latin, stable names for addresses and anchors made of Russian words."""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i j k l m n o p r s t u f h c ch sh shch _ y _ e yu ya".split(),
        strict=True,
    )
)
_LETTERS["ъ"] = _LETTERS["ь"] = ""
_TABLE = str.maketrans(_LETTERS)
_OTHER = re.compile(r"[^a-z0-9]+")


def transliterate(text: str) -> str:
    """Small Latin letters for Russian ones, as usual in web addresses: «Ход работы» → `hod raboty`."""
    return text.lower().translate(_TABLE)


@lru_cache(maxsize=65536)
def slugify(text: str) -> str:
    """A name for an address: `hod-raboty`; empty when nothing of the text can be kept."""
    return _OTHER.sub("-", transliterate(text)).strip("-")
