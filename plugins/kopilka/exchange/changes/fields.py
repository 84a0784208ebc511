"""Field by field: what was and what is there now, lists as added and removed, long texts word by word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from kopilka.exchange.changes.side import Written
from kopilka.exchange.changes.texts import Paragraph, compare_texts
from kopilka.exchange.changes.values import Words, hide_name, is_empty, item_type, label, names_of, typed
from kopilka.exchange.forms.bodies import split_body
from kopilka.records.labels import inner_model
from kopilka.records.parts import Person
from kopilka.russian import fold_label, quote

_LONG = 90
_ORDER = "порядок другой, слова те же"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs: `before` and `after`, or what was `added` and `removed`, or the words."""

    label: str
    before: str = ""
    after: str = ""
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    words: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldComparer:
    """Compares fields of two states, each told in the words of its own state."""

    old: Words
    new: Words

    def record(self, before: Written, after: Written) -> tuple[FieldChange, ...]:
        """Everything that differs between two versions of a record, in the order of its declarations."""
        fields = tuple(self.part(before.meta, after.meta, after.model))
        return (*fields, *_bodies(before.body, after.body, after.model.kind.body_title))

    def part(
        self, before: Mapping[str, Any], after: Mapping[str, Any], model: type[BaseModel], above: str = ""
    ) -> Iterator[FieldChange]:
        """The fields that differ, those unknown to the model last."""
        was, now = _without_names(before, after, model)
        known = [name for name in model.model_fields if name in was or name in now]
        for key in dict.fromkeys([*known, *now, *was]):
            old, new = was.get(key), now.get(key)
            if old != new and not (is_empty(old) and is_empty(new)):
                info = model.model_fields.get(key)
                yield from self._value(f"{above}{label(info, key)}", old, new, typed(info))

    def _value(self, name: str, old: Any, new: Any, annotation: Any) -> Iterator[FieldChange]:
        model = inner_model(annotation)
        if isinstance(old, list) or isinstance(new, list):
            yield from self._list(name, _listed(old), _listed(new), annotation)
        elif model and isinstance(old, Mapping) and isinstance(new, Mapping):
            yield from self.part(old, new, model, f"{name}: ")
        elif isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > _LONG:
            words = compare_texts(old, new)
            yield from [FieldChange(name, words=words)] if words else []
        else:
            before, after = self.old.of(old, annotation), self.new.of(new, annotation)
            yield from [FieldChange(name, before, after)] if before != after else []

    def _list(self, name: str, old: list[Any], new: list[Any], annotation: Any) -> Iterator[FieldChange]:
        gone, come = _rest(old, new), _rest(new, old)
        model, kind = inner_model(annotation), item_type(annotation)
        if model:
            for was, now in _pairs(gone, come):
                gone.remove(was)
                come.remove(now)
                yield from self.part(was, now, model, f"{name}, {quote(next(names_of([now])))}: ")
        removed = tuple(self.old.of(item, kind) for item in gone)
        added = tuple(self.new.of(item, kind) for item in come)
        if set(removed) != set(added):
            same = set(removed) & set(added)
            yield FieldChange(
                name,
                added=tuple(item for item in added if item not in same),
                removed=tuple(item for item in removed if item not in same),
            )
        elif not gone and not come and sorted(map(_key, old)) == sorted(map(_key, new)):
            yield FieldChange(name, after=_ORDER)


def _without_names(
    before: Mapping[str, Any], after: Mapping[str, Any], model: type[BaseModel]
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """A name that was taken away, or has no consent any more, is not repeated."""
    if not issubclass(model, Person):
        return before, after
    kept = before.get("name") == after.get("name") or after.get("consent")
    was = before if kept and after.get("name") else {**before, "consent": None}
    shown = hide_name(was, model)
    old = {**before, "name": shown.get("name")} if before.get("name") else before
    return old, hide_name(after, model)


def _listed(value: Any) -> list[Any]:
    return [] if is_empty(value) else list(value) if isinstance(value, (list, tuple)) else [value]


def _key(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _rest(items: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """The items that the other list has not, as many times as it lacks them."""
    left, found = Counter(map(_key, others)), []
    for item in items:
        if left[_key(item)]:
            left[_key(item)] -= 1
        else:
            found.append(item)
    return found


def _pairs(gone: Sequence[Any], come: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Parts of the same name are versions of one; the only one that went and the only one that came too."""
    old = [item for item in gone if isinstance(item, Mapping)]
    new = [item for item in come if isinstance(item, Mapping)]
    found = []
    for item in old:
        name = _name(item)
        twin = next((other for other in new if name and _name(other) == name), None)
        if twin is not None:
            new.remove(twin)
            found.append((item, twin))
    return found


def _name(item: Mapping[str, Any]) -> str:
    id_ = item.get("id")
    return str(id_) if id_ else fold_label(next(names_of([item])))


def _bodies(before: str, after: str, title: str) -> Iterator[FieldChange]:
    """The sections that differ, each by its heading; one that went or came is told as a whole."""
    old, new = _sections(before), _sections(after)
    for key in dict.fromkeys([*new, *old]):
        was, now = old.get(key), new.get(key)
        words = compare_texts(was[1] if was else "", now[1] if now else "")
        named = (now or was or ("", ""))[0]
        name = f"Раздел {quote(named)}" if named else title
        if words or (was is None) != (now is None):
            state = " (новый)" if was is None else " (убран)" if now is None else ""
            yield FieldChange(f"{name}{state if named else ''}", words=words)


def _sections(body: str) -> dict[tuple[str, int], tuple[str, str]]:
    found: dict[tuple[str, int], tuple[str, str]] = {}
    for part in split_body(body):
        folded = fold_label(part.title)
        found[folded, sum(key[0] == folded for key in found)] = (part.title, part.text)
    return found
