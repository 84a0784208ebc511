"""A person's name in headings and statements of responsibility (ГОСТ Р 7.0.100-2018, 7.0.80-2023)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kopilka.russian import NBSP

_RUSSIAN = frozenset(
    ("ван", "да", "дас", "де", "дель", "ден", "дер", "ди", "дос", "дю", "ла", "ле", "фон", "цу")
)
_LATIN = frozenset(("van", "von", "da", "de", "del", "den", "der", "di", "dos", "du", "la", "le", "zu"))
_PARTICLES = _RUSSIAN | _LATIN
_KINSHIP = frozenset(("оглы", "оглу", "кызы", "гызы", "заде", "улы", "уулу"))
_INITIAL = re.compile(r"^[^\W\d_]{1,2}\.$")
_GLUED = re.compile(r"(?<=\.)(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Name:
    """A surname and the given names shortened to initials; a name of one word has no initials."""

    last: str
    initials: str = ""

    @property
    def heading(self) -> str:
        """«Примерова, М. И.»: the heading of a description."""
        return f"{self.last}, {self.initials}" if self.initials else self.last

    @property
    def plain(self) -> str:
        """«Примерова М. И.»: references and contents."""
        return f"{self.last}{NBSP}{self.initials}" if self.initials else self.last

    @property
    def direct(self) -> str:
        """«М. И. Примерова»: statements of responsibility."""
        return f"{self.initials}{NBSP}{self.last}" if self.initials else self.last


@lru_cache(maxsize=4096)
def read_name(text: str) -> Name:
    """A name as people write it: «Примерова Мария Ивановна», «Примерова М.И.», «М. И. Примерова».

    The surname comes first unless initials do; particles («фон», «де») stay with it, and «оглы», «кызы»
    follow the initials. A comma parts the surname of a foreign name of any length: «Дойл, Артур Конан».
    """
    words = _GLUED.sub(" ", text.replace(NBSP, " ")).split()
    if "," in text:
        last, _, given = " ".join(words).partition(",")
        return Name(last.strip(), _initials(given.split()))
    if words and _INITIAL.match(words[0]):
        count = next((at for at, word in enumerate(words) if not _INITIAL.match(word)), len(words))
        return Name(" ".join(words[count:]), _initials(words[:count]))
    particles = next((at for at, word in enumerate(words) if word.casefold() not in _PARTICLES), 0)
    return Name(" ".join(words[: particles + 1]), _initials(words[particles + 1 :]))


def _initials(words: list[str]) -> str:
    """«Мария Ивановна» → «М. И.», «Анна-Мария» → «А.-М.», «Вели оглы» → «В. оглы»."""
    return NBSP.join(word if word.casefold() in _KINSHIP else _initial(word) for word in words)


def _initial(word: str) -> str:
    if _INITIAL.match(word):
        return word
    return "-".join(f"{part[0].upper()}." for part in word.split("-") if part)
