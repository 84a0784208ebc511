"""What somebody changed in the form of a record, and the record's file with only that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from kopilka.catalog.graph import Registry
from kopilka.exchange.forms.bodies import Part, join_body, split_body
from kopilka.exchange.forms.data import Base, FormData
from kopilka.exchange.forms.fields import Control, FormField, fields_of
from kopilka.exchange.forms.flat import cell_of
from kopilka.exchange.forms.layout import at
from kopilka.exchange.forms.merging import Merger
from kopilka.exchange.forms.to_word import same_meaning
from kopilka.exchange.forms.word import Filling, asked_data, revision_of, write_word
from kopilka.exchange.forms.word_reading import read_word
from kopilka.records.base import Record
from kopilka.records.frontmatter import split
from kopilka.records.source import Source
from kopilka.russian import capitalise, fold_label

NOTHING = "пусто"


@dataclass(frozen=True, slots=True)
class Change:
    """A field or a section that was changed in the form: its path and name, what was and what is there now.

    A conflict is a field that was changed in the record meanwhile too: `now` says to what; it is not merged.
    """

    path: str
    label: str
    before: str
    after: str
    place: str = ""
    conflict: bool = False
    now: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that was changed, and the text of the record's file with what could be merged.

    `outdated` says that the record was changed after the form had been made; `unsure` that the file has lost
    what the record was like then: nothing is merged.
    """

    items: tuple[Change, ...]
    text: str
    outdated: bool = False
    unsure: bool = False

    @property
    def merged(self) -> tuple[Change, ...]:
        """What was taken over."""
        return tuple(item for item in self.items if not item.conflict)


def changes_of(form: FormData, record: Source, registry: Registry | None = None) -> Changes:
    """What the form changes in the record whose file is `record`; a file that cannot be read stays as it is.

    Three versions are compared: the record when the form was made, the record now, the form.
    """
    raw, _ = split(record)
    if raw is None:
        return Changes((), record.text, unsure=True)
    registry = registry or Registry()
    fields = fields_of(form.model, registry)
    outdated = bool(form.revision) and form.revision != revision_of(record.text)
    now = _as_read(form.model, registry, Base(asked_data(fields, raw.meta), raw.body))
    base = _as_read(form.model, registry, form.base) if outdated and form.base else now
    unsure = outdated and form.base is None
    merger = Merger(record, form.model, raw.meta)
    found = []
    for field in (leaf for asked in fields for leaf in asked.leaves):
        change = _change(
            field,
            _Three(*(at(data, field.path) for data in (base.data, now.data, form.data))),
            form,
            unsure=unsure,
        )
        if change is not None:
            found.append(change)
            if not change.conflict:
                merger.put(field, at(now.data, field.path), at(form.data, field.path))
    in_body, body = _body(form, base.body, now.body, raw.body, unsure=unsure)
    found += in_body
    changed = any(not item.conflict for item in found)
    return Changes(tuple(found), merger.text(body) if changed else record.text, outdated, unsure)


@dataclass(frozen=True, slots=True)
class _Three:
    """A value when the form was made, in the record now, in the form."""

    base: Any
    now: Any
    form: Any

    @property
    def is_changed(self) -> bool:
        """Whether the form says something new."""
        return all(self.form != other for other in (self.base, self.now))


def _as_read(model: type[Record], registry: Registry, base: Base) -> Base:
    """The record as its own form would bring it back: so that only people's changes count as changes."""
    made = write_word(model, registry, Filling(base.data, base.body))
    form = read_word(BytesIO(made), (model,), registry)
    if form is None:
        raise AssertionError(f"a form of {model.__name__} cannot be read back")
    return Base(form.data, form.body)


def _change(field: FormField, three: _Three, form: FormData, *, unsure: bool) -> Change | None:
    if not three.is_changed:
        return None
    conflict = unsure or three.base != three.now
    before, after = _shown(field, three.now if unsure else three.base, three.form)
    return Change(
        field.tag,
        ": ".join(capitalise(label) for label in field.labels),
        before,
        after,
        form.places.get(field.tag, ""),
        conflict,
        _shown(field, three.base, three.now)[1] if conflict else "",
    )


def _shown(field: FormField, before: Any, after: Any) -> tuple[str, str]:
    """Both values in words; of lists of parts only the parts that differ."""
    if field.control is Control.ROWS:
        old, new = before or [], after or []
        before = [item for item in old if item not in new]
        after = [item for item in new if item not in old]
    return _words(field, before or None), _words(field, after)


def _words(field: FormField, value: Any) -> str:
    """A value for a person: of a row only the columns that say something."""
    return _GAPS.sub("|", cell_of(field, value, by_id=False)) or NOTHING


_Key = tuple[str, int]
_GAPS = re.compile(r"\|(?:[ \t]*\|)+")
_UNCHANGED = "В форме ничего не изменили."


def _keyed(body: str) -> dict[_Key, Part]:
    """The parts of a body by their titles; namesakes have numbers."""
    found: dict[_Key, Part] = {}
    for part in split_body(body):
        title = fold_label(part.title)
        found[title, sum(key[0] == title for key in found)] = part
    return found


def _body(form: FormData, base: str, now: str, written: str, *, unsure: bool) -> tuple[list[Change], str]:
    """The changed sections, and the body with them; the others stay as they were written."""
    was, current, new = _keyed(base), _keyed(now), _keyed(form.body)
    made = _keyed(written)
    found: list[Change] = []
    for key in [*new, *(key for key in was if key not in new)]:
        texts = _Three(*(_meant(parts.get(key)) for parts in (was, current, new)))
        if same_meaning(texts.form, texts.base) or same_meaning(texts.form, texts.now):
            continue
        conflict = unsure or not same_meaning(texts.base, texts.now)
        title = next(parts[key].title for parts in (new, was, current) if key in parts)
        label = f"Раздел «{title}»" if title else form.model.kind.body_title
        before = (texts.now if unsure else texts.base) or NOTHING
        found.append(
            Change(
                "body",
                label,
                before,
                texts.form or NOTHING,
                form.places.get("body", ""),
                conflict,
                texts.now if conflict else "",
            )
        )
        if not conflict:
            made = _replaced(made, key, new, list(new))
    merged = any(not item.conflict for item in found)
    return found, join_body(made.values()) if merged else written


def _meant(part: Part | None) -> str:
    return part.text if part else ""


def _replaced(
    made: Mapping[_Key, Part], key: _Key, new: Mapping[_Key, Part], order: Sequence[_Key]
) -> dict[_Key, Part]:
    """The parts with one replaced, taken out, or put in after the one that stands before it in the form."""
    if key in made:
        kept = {**made, key: new[key]} if key in new else {k: part for k, part in made.items() if k != key}
        return dict(kept)
    before = next((known for known in reversed(order[: order.index(key)]) if known in made), None)
    items = list(made.items())
    place = 0 if before is None else list(made).index(before) + 1
    return dict([*items[:place], (key, new[key]), *items[place:]])


def tell(changes: Changes) -> Iterator[str]:
    """The changes for a person, line by line: «было», «стало»."""
    if changes.unsure:
        yield "Запись изменили после того, как из неё сделали форму, а какой она была, файл не помнит."
        yield "Ничего не перенесено: сделайте форму заново (kopilka form) и повторите правку в ней."
    elif changes.outdated and changes.items:
        yield "Запись изменили после того, как из неё сделали форму: перенесено то, что не спорит с этим."
    for item in changes.items:
        place = f" ({item.place})" if item.place else ""
        yield f"{item.label}{place}{': не перенесено' if item.conflict else ''}"
        yield f"  было:  {_indented(item.before)}"
        if item.now:
            yield f"  сейчас в записи: {_indented(item.now)}"
        yield f"  стало: {_indented(item.after)}"
    if not changes.items:
        yield "Всё, что исправили в форме, в записи уже есть." if changes.outdated else _UNCHANGED


def _indented(text: str) -> str:
    return text.replace("\n", "\n         ")
