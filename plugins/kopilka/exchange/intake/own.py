"""Our own forms: read by their tags, without guessing; names stay only beside a consent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kopilka.exchange.forms.changes import Changes, changes_of
from kopilka.exchange.forms.data import FormData
from kopilka.exchange.forms.reading import read_forms
from kopilka.exchange.intake.bank import Bank
from kopilka.exchange.intake.draft import Draft, Removed, short_name, source_words
from kopilka.exchange.intake.paper import Refusal
from kopilka.exchange.intake.privacy import scrub
from kopilka.exchange.intake.reading import Seen
from kopilka.exchange.writing import write_record
from kopilka.records.source import Source
from kopilka.records.status import Status


@dataclass(frozen=True)
class Own:
    """A form of ours: its draft for a new record, and the form for the record that it was made from."""

    form: FormData
    draft: Draft
    fields: tuple[Seen, ...]
    removed: tuple[Removed, ...]


def read_own(bank: Bank, source: str, path: Path) -> tuple[Own, ...] | Refusal:
    """The forms of ours in a file; none when it is somebody's own document."""
    forms = read_forms(path, bank.kinds.values(), bank.registry)
    if forms and not any(form.data or form.body.strip() for form in forms):
        return Refusal("форма не заполнена", "Попросите автора заполнить её и прислать ещё раз.")
    wanted = (form for form in forms if bank.wanted in {None, form.model.kind.id})
    return tuple(_own(bank, source, form) for form in wanted if form.data or form.body.strip())


def merge(bank: Bank, own: Own, path: Path) -> Changes:
    """What a form changes in its record on disk."""
    text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
    return changes_of(own.form, Source(path.name, text), bank.registry)


def _own(bank: Bank, source: str, form: FormData) -> Own:
    removed: list[Removed] = []
    kept = FormData(
        form.model,
        {name: _bare(value, name, form, removed) for name, value in form.data.items()},
        _text(form.body, "текст записи", removed),
        form.places,
        form.record,
        form.revision,
        form.base,
    )
    index = bank.indexes[form.model.kind.id]
    fields = tuple(Seen(index.label((name,)), _place(form, name), (name,)) for name in kept.data)
    return Own(kept, _draft(bank, source, kept), fields, tuple(removed))


def _draft(bank: Bank, source: str, form: FormData) -> Draft:
    mark = source_words(source)
    usual: dict[str, Any] = {
        "status": Status.DRAFT.value,
        "created": bank.today.isoformat(),
        "sources": [{"document": mark}],
    }
    data = {**usual, **form.data}
    title = str(data.get("title", ""))
    name = form.record or short_name(title) or short_name(Path(source).stem) or "zayavka"
    return Draft(name, title, write_record(form.model, data, form.body), mark)


def _bare(value: Any, path: str, form: FormData, removed: list[Removed]) -> Any:
    if isinstance(value, str):
        return _text(value, _place(form, path), removed)
    if isinstance(value, list):
        return [_bare(item, f"{path}.{number}", form, removed) for number, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    nameless = "position" in value and "name" in value and not value.get("consent")
    if nameless:
        removed.append(Removed("имя", _place(form, path)))
    return {
        key: _bare(item, f"{path}.{key}", form, removed)
        for key, item in value.items()
        if not (nameless and key == "name")
    }


def _text(text: str, place: str, removed: list[Removed]) -> str:
    scrubbed = scrub(text, names=False)
    removed.extend(Removed(what, place) for what in scrubbed.removed)
    return scrubbed.text


def _place(form: FormData, path: str) -> str:
    near: Iterable[str] = (place for known, place in form.places.items() if known.startswith(f"{path}."))
    return form.places.get(path) or next(iter(near), "форма")
