"""Phrases that mean one thing: where one stands, a concept token «§n» stands beside the words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kopilka.search.documents import Group
from kopilka.search.words import STOP_WORDS, Stems, capitals, forms

Phrase = tuple[str, ...]

MARK = "§"

_FURTHER = re.compile(r"\(далее\s*[-–—]?\s*(?:также\s+)?«?([A-ZА-ЯЁ][\w-]{1,14})»?\)")
_SPARE_WORDS = 3
_UPPER = re.compile(r"[A-ZА-ЯЁ]")


class Concepts:
    """The groups as terms. A phrase may belong to several groups."""

    def __init__(self, groups: Iterable[Group], stems: Stems) -> None:
        """Groups of one single word say no more than the word and are left out."""
        listed = [(group, _phrases(group, stems)) for group in groups]
        seen_from = {id_ for group, _ in listed for id_ in (group.id, *group.see) if group.see}
        kept = [
            (group, phrases)
            for group, phrases in listed
            if phrases and (len(phrases) > 1 or len(phrases[0]) > 1 or group.id in seen_from)
        ]
        self.phrases = [phrases for _, phrases in kept]
        numbers = {group.id: number for number, (group, _) in enumerate(kept)}
        self.near = [[numbers[id_] for id_ in group.see if id_ in numbers] for group, _ in kept]
        self._by_first = _by_first(self.phrases)

    def find(self, terms: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """Concept tokens in a run of terms, with the places where they begin and end.

        Of overlapping phrases of one concept the first and longest counts.
        """
        by_first = self._by_first
        starts = [place for place, term in enumerate(terms) if term in by_first]
        done: dict[int, int] = {}
        for start in starts:
            for phrase, concept in by_first[terms[start]]:
                end = start + len(phrase)
                if start >= done.get(concept, 0) and tuple(terms[start:end]) == phrase:
                    done[concept] = end
                    yield f"{MARK}{concept}", start, end


def _phrases(group: Group, stems: Stems) -> list[Phrase]:
    return list(dict.fromkeys(filter(None, map(stems.phrase, group.phrases))))


def _by_first(concepts: Iterable[Sequence[Phrase]]) -> dict[str, list[tuple[Phrase, int]]]:
    found: dict[str, list[tuple[Phrase, int]]] = defaultdict(list)
    for number, phrases in enumerate(concepts):
        for phrase in phrases:
            found[phrase[0]].append((phrase, number))
    for listed in found.values():
        listed.sort(key=lambda item: (-len(item[0]), item))
    return dict(found)


def further(text: str) -> Iterator[tuple[str, str]]:
    """«Полное имя (далее – ПИ)» in a text: the abbreviation and the words that it is made of."""
    if "(далее" in text:
        for match in _FURTHER.finditer(text):
            name = _full_name(text[max(0, match.start() - 300) : match.start()], match[1])
            if name:
                yield match[1], name


def mine(told: Iterable[tuple[str, str]]) -> list[Group]:
    """Groups from what `further` found in all texts: of several names the most frequent."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for short, name in told:
        found[short][name] += 1
    names = {short: min(counts, key=lambda name: (-counts[name], name)) for short, counts in found.items()}
    return [Group(id=f"далее {short}", phrases=(name, short)) for short, name in sorted(names.items())]


def _full_name(before: str, short: str) -> str:
    """The words at the end of a text that an abbreviation stands for; empty when they do not fit it."""
    if len(_UPPER.findall(short)) < 2:
        return ""
    words, letters = forms(before), [letter for letter in "".join(forms(short)) if letter.isalpha()]
    for start in range(len(words) - 2, max(-1, len(words) - 2 * len(letters) - _SPARE_WORDS), -1):
        if _stands_for(words[start:], letters):
            return " ".join(words[start:])
    return ""


def _stands_for(words: Sequence[str], letters: Sequence[str]) -> bool:
    if words[0][0] != letters[0]:
        return False
    rest = iter(word[0] for word in words)
    meaning = [word for word in words if word not in STOP_WORDS]
    return len(meaning) <= len(letters) + _SPARE_WORDS and all(letter in rest for letter in letters)


def written_short(groups: Iterable[Group]) -> set[str]:
    """The folded abbreviations among the phrases: single words in capital letters."""
    phrases = (phrase for group in groups for phrase in group.phrases)
    return {short for phrase in phrases for short in capitals(phrase) if forms(phrase) == [short]}
