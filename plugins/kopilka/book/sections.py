"""The text of an article: the record's body and every field its model declares, in a reader's order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import pairwise, takewhile
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from kopilka.book.grids import grid
from kopilka.book.outcomes import outcomes
from kopilka.book.reading import read_blocks
from kopilka.book.tree import Block, Definitions, Heading, Inline, Items, Paragraph, Text
from kopilka.book.values import Values, marks_at, sentence, shown
from kopilka.book.walking import words_of
from kopilka.catalog.graph import Entry
from kopilka.records.base import Record
from kopilka.records.fields import Ask, Show, declarations
from kopilka.records.parts import Person, SourceDocument
from kopilka.records.pictures import picture_row
from kopilka.records.quantities import Result
from kopilka.render.typography import typograph
from kopilka.russian import fold_label

_LEVEL = 2
"""The level of a section in the HTML of a record: `## Ход работы`."""
_SAID = frozenset({"title", "summary", "status", "organisations", "authors", "keywords", "demo", "pictures"})
"""Fields that the head of an article or a caption says, or that a book does not ask about."""
_FACTS = "Сведения о записи"
_NOTE = "_note"
"""A field named after another, `results_note`, is said right beside it."""


def sections_of(entry: Entry, values: Values, *, cut: frozenset[str], width: float) -> Iterator[Block]:
    """The blocks of an article, not numbered yet.

    `cut` are labels of fields and headings of the body that the book leaves out, folded; `width` is that of
    the text in millimetres.
    """
    return _Writer(entry, values, cut, width).blocks()


def references_of(entry: Entry, values: Values) -> Iterator[Block]:
    """Where the facts come from, source after source."""
    record = entry.record
    fields = (getattr(record, name) for name in _own_first(type(record)))
    sources = [item for value in fields for item in _as_tuple(value) if isinstance(item, SourceDocument)]
    if sources:
        yield Items(tuple((Paragraph(sentence(values.source(item))),) for item in sources), start=1)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the text of one article."""

    entry: Entry
    values: Values
    cut: frozenset[str]
    width: float

    def blocks(self) -> Iterator[Block]:
        """The brief facts, prose of the fields, the body, the rest of the fields, the panel of facts."""
        model = type(self.entry.record)
        yield from self._pairs(Show.HEAD, Show.BRIEF)
        names = self._fields(Show.SECTION)
        before = list(takewhile(partial(_is_prose, model), names))
        for name in before:
            yield from self._section(name)
        later = names[len(before) :]
        for heading, section in self._body():
            yield from (*heading, *section)
            for name in [name for name in later if _label(model, name) == fold_label(words_of(heading))]:
                later.remove(name)
                yield from self._field(name)
        for name in later:
            yield from self._section(name)
        yield from _headed(_FACTS, tuple(self._pairs(Show.FACTS)))

    def _fields(self, *places: Show) -> list[str]:
        """The names of the filled fields that stand in these places, and are neither cut nor said above."""
        record = self.entry.record
        declared = declarations(type(record))
        return [
            name
            for name in _own_first(type(record))
            if declared[name].show in places
            and name not in _SAID
            and not _is_beside(name, type(record))
            and _label(type(record), name) not in self.cut
            and getattr(record, name) not in (None, (), False)
        ]

    def _body(self) -> Iterator[tuple[tuple[Block, ...], tuple[Block, ...]]]:
        """The sections of the body: the heading, then what is under it; a body without any gets its own."""
        entry = self.entry
        html = self.values.renderer.render(
            entry.body,
            prefix=f"{entry.id}--",
            shift=0,
            resolve=self.values.resolve,
            credit=self._credit,
        ).html
        blocks = read_blocks(html)
        if blocks and not isinstance(blocks[0], Heading):
            title = Heading(_LEVEL, (Text(typograph(entry.kind.body_title)),), "")
            blocks = (title, *blocks)
        return (pair for pair in _split(blocks) if fold_label(words_of(pair[0])) not in self.cut)

    def _credit(self, name: str) -> str:
        row = picture_row(self.entry.record.pictures, name)
        return row.credit if row else ""

    def _section(self, name: str) -> Iterator[Block]:
        label = declarations(type(self.entry.record))[name].label
        return _headed(label, tuple(self._field(name)))

    def _field(self, name: str) -> Iterator[Block]:
        """A field as blocks: prose, a list, a table, terms with what they mean."""
        record = self.entry.record
        value = getattr(record, name)
        match value:
            case str() if not marks_at(type(record), name):
                yield from self.values.prose(value)
            case tuple():
                yield from self._list(name, value)
            case BaseModel() if not hasattr(value, "words"):
                yield Definitions(tuple(self._parts(value)))
            case _:
                yield Paragraph(sentence(self.values.field(record, name)))

    def _beside(self, name: str) -> tuple[Inline, ...]:
        """The words of the note beside a field."""
        note = getattr(self.entry.record, name + _NOTE, None)
        return self.values.line(note) if note else ()

    def _list(self, name: str, rows: tuple[Any, ...]) -> Iterator[Block]:
        first = rows[0]
        if isinstance(first, Result):
            yield replace(outcomes(self.values, rows), caption=sentence(self._beside(name)))
        elif isinstance(first, BaseModel) and not isinstance(first, Person) and not hasattr(first, "words"):
            yield grid(self.values, rows, width=self.width)
        elif lines := self.values.items(self.entry.record, name):
            yield Items(tuple((Paragraph(sentence(line)),) for line in lines))

    def _parts(self, value: BaseModel) -> Iterator[tuple[tuple[Inline, ...], tuple[Block, ...]]]:
        """The filled fields of a part, each under its label."""
        for name in shown(value):
            label = (Text(typograph(declarations(type(value))[name].label)),)
            if isinstance(getattr(value, name), tuple) and len(items := self.values.items(value, name)) > 1:
                yield label, (Items(tuple((Paragraph(sentence(item)),) for item in items), start=1),)
            elif words := self.values.field(value, name):
                yield label, (Paragraph(sentence(words)),)

    def _pairs(self, *places: Show) -> Iterator[Block]:
        """«Label – value» for every field of these places."""
        record = self.entry.record
        pairs: dict[str, tuple[Inline, ...]] = {}
        for name in self._fields(*places):
            if _holds_sources(record, name) or not (words := self.values.field(record, name)):
                continue
            if beside := self._beside(name):
                words = (*words, Text(": "), *beside)
            label = _short_label(type(record), name)
            pairs[label] = (*pairs[label], Text("; "), *words) if label in pairs else words
        if pairs:
            yield Definitions(
                tuple(
                    ((Text(typograph(label)),), (Paragraph(sentence(words)),))
                    for label, words in pairs.items()
                )
            )


def _headed(title: str, blocks: tuple[Block, ...]) -> Iterator[Block]:
    if blocks:
        yield Heading(_LEVEL, (Text(typograph(title)),), "")
        yield from blocks


def _split(blocks: Sequence[Block]) -> Iterator[tuple[tuple[Block, ...], tuple[Block, ...]]]:
    """The blocks by sections: each begins with a heading of the highest level."""
    starts = [n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level <= _LEVEL]
    edges = sorted({0, *starts, len(blocks)})
    for start, end in pairwise(edges):
        opened = int(start in starts)
        yield tuple(blocks[start : start + opened]), tuple(blocks[start + opened : end])


@lru_cache(maxsize=64)
def _own_first(model: type[Record]) -> tuple[str, ...]:
    """The fields of a model: its own before those that every record has."""
    own = [name for name in model.model_fields if name not in Record.model_fields]
    return (*own, *Record.model_fields)


def _is_beside(name: str, model: type[Record]) -> bool:
    return name.endswith(_NOTE) and name.removesuffix(_NOTE) in model.model_fields


def _is_prose(model: type[Record], name: str) -> bool:
    """Whether a field holds a text of its own and not a list, a part or the name of something."""
    return _is_text(model.model_fields[name].annotation) and not marks_at(model, name)


def _is_text(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return _is_text(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        return all(_is_text(part) for part in get_args(annotation) if part is not NoneType)
    return annotation is str


def _short_label(model: type[Record], name: str) -> str:
    """What stands beside a value: the field's name in comparisons where it has a shorter one."""
    declared = declarations(model)[name]
    return (declared.ask.label if isinstance(declared.ask, Ask) else "") or declared.label


def _label(model: type[Record], name: str) -> str:
    return fold_label(declarations(model)[name].label)


def _holds_sources(record: Record, name: str) -> bool:
    return any(isinstance(item, SourceDocument) for item in _as_tuple(getattr(record, name)))


def _as_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
