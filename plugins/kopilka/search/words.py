"""Words of a text as the index knows them: folded, cut to their stems, abbreviations kept whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import snowballstemmer  # type: ignore[import-untyped]

ABBREVIATION_LENGTH = 9
"""The longest word in capital letters that may be an abbreviation: ЦНППМПР, ЦОПМКП."""

_STOP = """
без близ в вместо вне во вокруг для до за из изо к ко кроме между меж на над надо накануне о об обо
около от ото перед передо пред по под подо подобно помимо посредством после при про прежде против
путем ради с со сверх среди сквозь спустя у через согласно а и да или либо ни но однако зато то тоже
также что чтобы чтоб если хотя как будто когда пока едва лишь ибо ведь поэтому потому оттого причем
притом поскольку так итак я мы ты вы он она оно они меня нас тебя вас его ее их мне нам тебе вам ему
ей им мной мною нами тобой вами ею ими нем ней них нему ним ними себя себе собой собою мой моя мое
мои моего моей моих моему моим моими наш наша наше наши нашего нашей наших нашему нашим нашими твой
твоя твое твои ваш ваша ваше ваши вашего вашей ваших вашему вашим вашими свой своя свое свои своего
своей своих своему своим своими свою мою твою нашу вашу этот эта это эти этого этой этих этому этим
этими эту этом тот та те того той тех тому тем теми ту том такой такая такое такие такого таких
таким такими такому таком такую весь вся все всего всей всех всему всем всеми всю кто кого кому кем
ком чего чему чем какой какая какое какие какого каких какому каким какими какую каком который
которая которое которые которого которой которых которому которым которыми которую котором чей чья
чье чьи сам сама само сами самого самой самих самому самим самими где куда откуда там тут здесь туда
сюда же бы ли не вот уже еще
"""
STOP_WORDS = frozenset(_STOP.split())
"""Prepositions, conjunctions, pronouns and the particles that carry no meaning of their own, folded."""

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u036f\u00ad]")
_CAPITALS = re.compile(rf"(?<![^\W_])[A-ZА-ЯЁ0-9]{{2,{ABBREVIATION_LENGTH}}}(?![^\W_])")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")


def fold(text: str) -> str:
    """The text in one case, ё as е, without stress marks and soft hyphens."""
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = text.lower().replace("ё", "е")
    return _MARKS.sub("", text) if _MARKS.search(text) else text


def forms(text: str) -> list[str]:
    """The words of a text, folded, in their order; a hyphen parts words."""
    return _WORD.findall(fold(text))


def capitals(text: str) -> list[str]:
    """The words in capital letters that may be abbreviations, folded."""
    return [fold(word) for word in _CAPITALS.findall(text) if _LETTER.search(word)]


class Stems:
    """From folded words to terms, for one set of abbreviations."""

    def __init__(self, literals: Iterable[str] = ()) -> None:
        """`literals` are words kept whole: abbreviations that a stemmer would spoil, «иом» → «и»."""
        self.literals = frozenset(literals)
        self._terms: dict[str, str | None] = {}

    def term(self, form: str) -> str | None:
        """The term of a folded word; None for a stop word."""
        try:
            return self._terms[form]
        except KeyError:
            term = self._terms[form] = self._find(form)
            return term

    def terms(self, words: Iterable[str]) -> list[str]:
        """The terms of folded words, stop words left out."""
        return [term for form in words if (term := self.term(form))]

    def phrase(self, text: str) -> tuple[str, ...]:
        """The terms of a phrase."""
        return tuple(self.terms(forms(text)))

    def _find(self, form: str) -> str | None:
        if form in self.literals:
            return form
        if form in STOP_WORDS:
            return None
        return form if _DIGIT.search(form) else stem(form)


_stem_word = snowballstemmer.stemmer("russian").stemWord


@cache
def stem(form: str) -> str:
    """The Snowball stem of a folded word; every distinct word is stemmed once."""
    return str(_stem_word(form))
