"""Latin, stable names for addresses and anchors made of Russian words."""

from __future__ import annotations

import re
from functools import lru_cache

_TABLE = str.maketrans(
    {
        "а": "a",
        "б": "b",
        "в": "v",
        "г": "g",
        "д": "d",
        "е": "e",
        "ё": "yo",
        "ж": "zh",
        "з": "z",
        "и": "i",
        "й": "j",
        "к": "k",
        "л": "l",
        "м": "m",
        "н": "n",
        "о": "o",
        "п": "p",
        "р": "r",
        "с": "s",
        "т": "t",
        "у": "u",
        "ф": "f",
        "х": "h",
        "ц": "c",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ы": "y",
        "ь": "",
        "э": "e",
        "ю": "yu",
        "я": "ya",
    }
)
_OTHER = re.compile(r"[^a-z0-9]+")


def transliterate(text: str) -> str:
    """Small Latin letters for Russian ones, as usual in web addresses: «Ход работы» → `hod raboty`."""
    return text.lower().translate(_TABLE)


@lru_cache(maxsize=65536)
def slugify(text: str) -> str:
    """A name for an address: `hod-raboty`; empty when nothing of the text can be kept."""
    return _OTHER.sub("-", transliterate(text)).strip("-")
