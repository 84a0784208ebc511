"""A person sought in texts: the surname with the given name or initials beside it, in any case, any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from kopilka.catalog.names import fold, is_given, is_patronymic, is_surname
from kopilka.slugs import slugify

_ENDINGS = (
    *("ого", "ому", "ыми", "ими"),
    *("ая", "ую", "ой", "ою", "ей", "ею", "ем", "ом", "ым", "им", "ий", "ый", "ых", "их"),
    *("а", "я", "у", "ю", "е", "ы", "и", "й", "ь"),
)
_SOFT = re.compile(r"(?<=..)[еийь]+\Z")
_FLEETING = {"павл": "павел", "льв": "лев"}
_WORD = r"[А-ЯЁа-яё]{2,}(?:-[А-ЯЁа-яё]+)?"
_GAP = r"[\s\u00a0]+"
_INITIALS = r"[А-ЯЁа-яё]\.(?:[\s\u00a0]*[А-ЯЁа-яё]\.)?"
_AFTER = re.compile(
    rf"(?:,?{_GAP}(?P<given>{_WORD})(?P<rest>{_GAP}(?P<patronymic>{_WORD}))?(?!\w|\.\w))|"
    rf"[\s\u00a0]*(?P<initials>{_INITIALS})"
)
_BEFORE = re.compile(
    rf"(?<![\w-])(?P<given>{_WORD})(?P<rest>{_GAP}(?P<patronymic>{_WORD}))?{_GAP}\Z|"
    rf"(?<![\w-])(?P<initials>{_INITIALS})[\s\u00a0]*\Z"
)
_REACH = 80


def root_of(word: str) -> str:
    """What stays of a word of a name when its case changes: «Мария», «Марией» and «Марии» have one root."""
    folded = fold(word)
    ending = next((end for end in _ENDINGS if folded.endswith(end) and len(folded) - len(end) >= 2), "")
    root = _SOFT.sub("", folded[: len(folded) - len(ending)])
    return _FLEETING.get(root, root)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text names the person; `sure` when the given name or initials stand beside the surname."""

    start: int
    end: int
    sure: bool


@dataclass(frozen=True)
class Sought:
    """Whom to take out: the words of the name, the patronymic empty where it was not told."""

    surname: str
    given: str
    patronymic: str = ""

    @property
    def slug(self) -> str:
        """The beginning of the surname as names of files have it."""
        return slugify(root_of(self.surname))

    def names_file(self, path: str) -> bool:
        """Whether the name of a file has the surname, in Russian or in Latin letters."""
        name = PurePosixPath(path).name.lower()
        latin, slug = re.sub(r"[^a-z]+", "-", name), self.slug
        return bool(self.pattern.search(name.replace("_", " "))) or (
            len(slug) > 3
            and re.search(rf"(?<![a-z]){re.escape(slug)}[a-z]{{0,4}}(?![a-z])", latin) is not None
        )

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The surname in any case; whether it is the person is told by the words around it."""
        letters = root_of(self.surname).replace("е", "[её]")
        return re.compile(rf"(?<![\w-]){letters}[а-яё]{{0,4}}(?![\w-])", re.IGNORECASE)

    def find(self, text: str) -> Iterator[Place]:
        """Every place that names this person, and places with the surname alone; none of namesakes."""
        for hit in self.pattern.finditer(text):
            if root_of(hit[0]) != root_of(self.surname):
                continue
            after = _AFTER.match(text, hit.end())
            before = _BEFORE.search(text, max(hit.start() - _REACH, 0), hit.start())
            end = self._agrees(after, hit.end()) if after else None
            start = self._begins(before, hit.start()) if before else None
            if end is not None:
                yield Place(hit.start(), end, sure=True)
            elif start is not None:
                yield Place(start, hit.end(), sure=True)
            elif not _is_another(after) and not _is_another(before):
                yield Place(hit.start(), hit.end(), sure=False)

    def names(self, text: str) -> bool:
        """Whether a whole text is this person's name."""
        return any(place.sure for place in self.find(text))

    def _agrees(self, after: re.Match[str], surname_end: int) -> int | None:
        """Where the name ends that follows the surname; None when it is another person's."""
        if after["initials"]:
            return after.end() if self._has_initials(after["initials"]) else None
        if root_of(after["given"]) != root_of(self.given):
            return None
        follows = after["patronymic"]
        if follows and is_patronymic(follows):
            return after.end() if self._has_patronymic(follows) else None
        return max(after.end("given"), surname_end)

    def _begins(self, before: re.Match[str], surname_start: int) -> int | None:
        """Where the name begins that stands before the surname; None when it is another person's."""
        if before["initials"]:
            return before.start() if self._has_initials(before["initials"]) else None
        given, second = before["given"], before["patronymic"]
        if second and is_patronymic(second):
            same = root_of(given) == root_of(self.given) and self._has_patronymic(second)
            return before.start() if same else None
        nearest = second or given
        if root_of(nearest) != root_of(self.given):
            return None
        return min(before.start("patronymic" if second else "given"), surname_start)

    def _has_initials(self, written: str) -> bool:
        letters = [letter.lower() for letter in written if letter.isalpha()]
        own = [fold(word)[0] for word in (self.given, self.patronymic) if word]
        return all(one == other for one, other in zip(letters, own, strict=False))

    def _has_patronymic(self, written: str) -> bool:
        return not self.patronymic or root_of(written) == root_of(self.patronymic)


def _is_another(match: re.Match[str] | None) -> bool:
    """Whether a given name or initials beside the surname make it a namesake's."""
    if match is None:
        return False
    words = (match["given"], match["patronymic"])
    return bool(match["initials"]) or any(word and word[0].isupper() and is_given(word) for word in words)


def read_person(written: str) -> Sought | None:
    """A name as people write it, in any case and order; None without both a surname and a given name."""
    words = re.findall(_WORD, written)
    if not 2 <= len(words) <= 3:
        return None
    patronymic = next((word for word in words if is_patronymic(word) and len(words) == 3), "")
    others = [word for word in words if word != patronymic]
    given = next((word for word in others if is_given(word)), "")
    if len(others) == 2 and given and is_given(others[0]) and is_given(others[1]):
        given = next((word for word in others if not is_surname(word)), others[1])
    if len(others) != 2:
        return None
    surname = next((word for word in others if word != given), "") if given else others[0]
    given = given or others[1]
    return Sought(surname, given, patronymic) if surname and min(len(surname), len(given)) > 1 else None
