"""Turns what people wrote into values of a field's type: dates, numbers, terms, organisations, lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from rapidfuzz import fuzz, process

from kopilka.catalog.graph import Registry
from kopilka.exchange.intake.aliases import Aliases
from kopilka.exchange.intake.amounts import number_in, partial_date
from kopilka.exchange.intake.labels import fold
from kopilka.exchange.intake.outcome import Outcome
from kopilka.exchange.intake.paper import markdown, plain
from kopilka.exchange.intake.phrases import ADDRESS, split_address, ticked
from kopilka.exchange.intake.places import bare_name, find_place
from kopilka.exchange.intake.privacy import REMOVED
from kopilka.records.dates import PartialDate
from kopilka.records.quantities import Text
from kopilka.records.references import AddressMark, OrganisationMark, PartyMark, RecordMark, TermOf
from kopilka.records.registry import Vocabulary
from kopilka.russian import quote

Mark = TermOf | OrganisationMark | PartyMark | RecordMark | AddressMark

_ITEM = re.compile(r"^\s*(?:[-–—•▪●·*+]|\d{1,2}[.)]|[а-яa-z]\))\s+")
_INLINE_NUMBERS = re.compile(r"(?:^|\s)\d{1,2}[.)]\s+")
_LEAD = re.compile(
    r"(?<!\w)(?:т|тел|моб|телефон|факс|e-mail|email|эл\. ?почта|почта|снилс|инн|паспорт)\.?:?\s*$",
    re.IGNORECASE,
)
_TERM_SURE = 88
_SAME_WORDS = 97
_BEGINNING = 8
"""A shorter beginning of a name may be any word's."""
_YES = frozenset({"да", "есть", "имеется", "true", "выполнено", "сделано", "☒", "+", "x", "х", "✓", "1"})
_NO = frozenset({"нет", "отсутствует", "не имеется", "false", "не выполнено", "☐", "-", "–", "0"})


@dataclass(frozen=True)
class Tools:
    """What values are looked up in: the bank's registers, the titles of its records, words for values."""

    registry: Registry
    titles: Mapping[str, str]
    aliases: Aliases
    readers: Mapping[type[BaseModel], Callable[[str, Tools], Outcome]] = field(default_factory=dict)

    @cached_property
    def organisations(self) -> dict[str, str]:
        """Ids by folded names."""
        found: dict[str, str] = {}
        for item in self.registry.organisations.values():
            for name in (item.id, item.short, item.name):
                found.setdefault(fold(name), item.id)
                found.setdefault(bare_name(name), item.id)
        return found

    @cached_property
    def records(self) -> dict[str, str]:
        """Ids of records by folded titles."""
        return {fold(title): id_ for id_, title in self.titles.items()}


def convert(  # noqa: PLR0911 - a type a line
    annotation: Any, text: str, tools: Tools, path: str = ""
) -> Outcome:
    """The value of a text for a field of this type; the text itself is left where nothing comes out."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        mark = next((item for item in parts[1:] if isinstance(item, Mark)), None)
        if mark:
            return _of_mark(mark, text, tools)
        if annotation == Text:
            return Outcome(markdown(text).strip())
        return convert(parts[0], text, tools, path)
    if origin in {Union, UnionType}:
        return _of_union([part for part in parts if part is not NoneType], text, tools, path)
    if origin is tuple:
        return _list(parts[0], text, tools, path)
    if origin is Literal:
        return _choice(parts, text, tools.aliases.values.get(path, {}))
    return _of_class(annotation, text, tools, path)


def _of_class(annotation: Any, text: str, tools: Tools, path: str) -> Outcome:
    words = plain(text).strip()
    if annotation is PartialDate:
        found = partial_date(words)
        return Outcome(found) if found else Outcome(None, text)
    if annotation is bool:
        return _yes_or_no(words, text)
    if annotation in {int, float}:
        return number_in(words, whole=annotation is int)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _choice(tuple(item.value for item in annotation), text, {})
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _of_model(annotation, text, tools, path)
    return Outcome(_without_traces(one_line(words)) or None)


def _without_traces(words: str) -> str:
    """A phrase without the marks of what was taken out, and without the words that led to it."""
    if not REMOVED.search(words):
        return words
    pieces = [_LEAD.sub("", REMOVED.sub("", piece)).strip(" .:–-()") for piece in re.split(r"[,;]", words)]
    return ", ".join(piece for piece in pieces if any(sign.isalpha() for sign in piece))


def _of_union(parts: list[Any], text: str, tools: Tools, path: str) -> Outcome:
    tried = Outcome(None, text)
    for part in parts:
        tried = convert(part, text, tools, path)
        if tried.value is not None:
            return tried
    return tried


def _yes_or_no(words: str, text: str) -> Outcome:
    said = words.lower().split()[0].strip(".,;:!") if words.split() else ""
    if said in _YES or said in _NO:
        return Outcome(said in _YES)
    return Outcome(None, text)


def _of_mark(mark: Mark, text: str, tools: Tools) -> Outcome:
    words = one_line(plain(text))
    if isinstance(mark, TermOf):
        return _term(mark, words, tools)
    if isinstance(mark, OrganisationMark):
        return find_place(words, tools.organisations, tools.registry.organisations)
    if isinstance(mark, RecordMark):
        return _record(words, tools)
    if isinstance(mark, AddressMark):
        return _address(words)
    return Outcome(words or None)


def _term(mark: TermOf, words: str, tools: Tools) -> Outcome:
    vocabulary = tools.registry.vocabularies.get(mark.id)
    if vocabulary is None or not words:
        return Outcome(None, words)
    found = vocabulary.find(words) or _begun(vocabulary, words)
    if found is None:
        names = {fold(name): name for name in vocabulary.names}
        near = process.extractOne(fold(words), names.keys(), scorer=fuzz.ratio, score_cutoff=_TERM_SURE)
        if near is None:
            return Outcome(None, words, (f"в словаре «{vocabulary.label}» нет значения {quote(words)}",))
        found = vocabulary.find(names[near[0]])
        asks = () if near[1] > 99 else (f"{quote(words)} прочитано как {quote(names[near[0]])}",)
        return Outcome(vocabulary.by_id[found or ""].label, asks=asks)
    return Outcome(vocabulary.by_id[found].label)


def _begun(vocabulary: Vocabulary, words: str) -> str | None:
    """The one term that begins with these words: «начальное общее» is «начальное общее образование»."""
    start = fold(words)
    begun = {vocabulary.find(name) for name in vocabulary.names if fold(name).startswith(f"{start} ")}
    return begun.pop() if len(begun) == 1 and len(start) >= _BEGINNING else None


def _record(words: str, tools: Tools) -> Outcome:
    found = words if words in tools.titles else tools.records.get(fold(words))
    if found:
        return Outcome(found)
    return Outcome(None, words, (f"в банке нет записи {quote(words)}: впишите её имя файла, когда появится",))


def _address(words: str) -> Outcome:
    found = ADDRESS.findall(words)
    if not found:
        return Outcome(None, words)
    address = found[0].rstrip(".,;:)»")
    rest = REMOVED.sub("", ADDRESS.sub("", words, count=1)).strip(" ,;:.()–-")
    asks = (f"из нескольких сведений в ячейке взят адрес {address}",) if rest else ()
    return Outcome(address if address.startswith("http") else f"https://{address}", rest, asks)


def with_address(model: type[BaseModel], item: dict[str, Any]) -> dict[str, Any]:
    """A part whose words hold an address, and whose own places for one are empty: it goes there."""
    own = [name for name in model.model_fields if _is_address(_annotation(model, name))]
    words = next((name for name, info in model.model_fields.items() if info.is_required()), "")
    if not own or any(name in item for name in own) or not isinstance(item.get(words), str):
        return item
    text, address = split_address(item[words])
    return {**item, words: text, own[0]: address} if address else item


def _is_address(annotation: Any) -> bool:
    return isinstance(annotation, AddressMark) or any(map(_is_address, get_args(annotation)))


def _choice(options: tuple[Any, ...], text: str, names: Mapping[str, tuple[str, ...]]) -> Outcome:
    said = fold(plain(ticked(text)))
    known = {fold(str(option)): option for option in options}
    known |= {fold(name): option for option in options for name in names.get(str(option), ())}
    near = (
        process.extractOne(said, known.keys(), scorer=fuzz.ratio, score_cutoff=_TERM_SURE) if said else None
    )
    value = known[near[0]] if near else _loosely(said, known)
    return Outcome(None, text) if value is None else Outcome(value)


def _loosely(said: str, known: Mapping[str, Any]) -> Any:
    """The one option whose long name has all the words that are said, or the other way round."""
    alike = {
        option
        for name, option in known.items()
        if min(len(said.split()), len(name.split())) > 2 and fuzz.token_set_ratio(said, name) >= _SAME_WORDS
    }
    return alike.pop() if len(alike) == 1 else None


def _of_model(model: type[BaseModel], text: str, tools: Tools, path: str) -> Outcome:
    """A part that has a reader of its own; otherwise its first field of words takes the text."""
    reader = tools.readers.get(model)
    if reader:
        return reader(text, tools)
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    for name in required:
        outcome = convert(_annotation(model, name), text, tools, f"{path}.{name}")
        if outcome.value is not None:
            return Outcome(with_address(model, {name: outcome.value}), outcome.left, outcome.asks)
    return Outcome(None, text)


def _annotation(model: type[BaseModel], name: str) -> Any:
    info = model.model_fields[name]
    return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation


def annotation_of(model: type[BaseModel], name: str) -> Any:
    """The whole annotation of a field, with the marks that pydantic keeps apart."""
    return _annotation(model, name)


def _list(inner: Any, text: str, tools: Tools, path: str) -> Outcome:
    short = _is_short(inner)
    values: list[Any] = []
    left: list[str] = []
    asks: list[str] = []
    whole = convert(inner, text, tools, path) if _is_term(inner) and "\n" not in text else Outcome(None)
    if whole.value is not None and not whole.asks and not whole.left:
        return Outcome([whole.value])
    for item in split_items(ticked(text) if short else text, commas=short):
        outcome = convert(inner, item, tools, path)
        if outcome.value is not None and outcome.value not in values:
            values.append(outcome.value)
        if outcome.left:
            left.append(outcome.left)
        asks += outcome.asks
    return Outcome(values or None, "\n".join(left), tuple(asks))


def _is_term(inner: Any) -> bool:
    """Whether the items are terms: the name of one may hold a comma."""
    return any(isinstance(item, TermOf) for item in get_args(inner)[1:])


def _is_short(inner: Any) -> bool:
    """Whether the items are names of things, which people part by commas: terms, keywords."""
    marks = [item for item in get_args(inner)[1:] if isinstance(item, Mark)]
    if marks:
        return not isinstance(marks[0], (OrganisationMark, RecordMark))
    limits = [getattr(item, "max_length", None) for item in get_args(inner)[1:]]
    return any(limit is not None and limit <= 60 for limit in limits)


def split_items(text: str, *, commas: bool = False) -> list[str]:
    """The items of a list: lines, numbered items within a line, parts between «;», and with `commas` «,»."""
    lines = [_ITEM.sub("", line).strip() for line in text.split("\n")]
    if len(lines) == 1 and len(_INLINE_NUMBERS.findall(text)) > 1:
        lines = [part.strip() for part in _INLINE_NUMBERS.split(text)]
    parts = [part for line in lines for part in line.split(";")]
    if commas:
        parts = [piece for part in parts for piece in re.split(r",(?![^(]*\))", part)]
    return [item for part in parts if (item := part.strip(" \t\u00a0.,;")) and plain(item).strip()]


def one_line(text: str) -> str:
    """A text on one line, without the signs of a list."""
    return " ".join(" ".join(_ITEM.sub("", line) for line in text.split("\n")).split())
