"""Values for every field of a form, hostile ones among them, and what a form must bring back of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from kopilka.documents import clean
from kopilka.exchange.forms.fields import Control, FormField
from kopilka.exchange.forms.from_word import PLACEHOLDERS
from kopilka.exchange.forms.to_word import same_meaning

HOSTILE = (
    "<w:p>&amp;]]></w:p>",
    "\x00\x07 звонок \x1b[31m\ufffe",
    "\u202eсправа налево\u202c שלום مرحبا",
    '=HYPERLINK("http://example.org")',
    "a;b|c\\;d\\|e\\",
    "*звёздочка* _черта_ `код` [скобка](x) <b> ~~нет~~ # {: .x} 1. - > | &nbsp; ![x](y)",
    "😀👩‍👩‍👧 ё\u0301",
    "_x000D_ да нет ☒ ☐",
)
LONG = "я" * 10_000
_LINES = st.one_of(st.text(max_size=40), st.sampled_from(HOSTILE)).map(
    lambda text: " ".join(clean(text).split())
)
LINE = _LINES.filter(lambda text: bool(text) and text not in PLACEHOLDERS)
TEXT = st.lists(LINE, min_size=1, max_size=3).map("\n\n".join)
_DATES = st.one_of(
    st.integers(1950, 2090).map(str),
    st.dates().filter(lambda day: 1950 < day.year < 2090).map(lambda day: f"{day:%Y-%m}"),
    st.dates().filter(lambda day: 1950 < day.year < 2090).map(lambda day: f"{day:%Y-%m-%d}"),
)


def values_for(field: FormField) -> st.SearchStrategy[Any]:
    """What may stand in a field."""
    simple: dict[Control, st.SearchStrategy[Any]] = {
        Control.LINE: LINE,
        Control.TEXT: st.lists(LINE, min_size=1, max_size=3).map("\n".join),
        Control.RICH: TEXT,
        Control.NUMBER: st.integers(0, 100_000)
        if field.whole
        else st.floats(0, 1e6).map(lambda x: round(x, 2)),
        Control.DATE: _DATES,
        Control.DAY: _DATES,
        Control.FLAG: st.just(value=True),
        Control.LINES: st.lists(LINE, min_size=1, max_size=4),
        Control.RICHES: st.lists(TEXT, min_size=1, max_size=4),
    }
    if field.control is Control.GROUP:
        return record_data(field.fields).filter(bool)
    if field.control is Control.ROWS:
        return st.lists(record_data(field.fields).filter(bool), min_size=1, max_size=5)
    if field.control in {Control.CHOICE, Control.CHOICES}:
        known = st.sampled_from([choice.value for choice in field.choices])
        return (
            known if field.control is Control.CHOICE else st.lists(known, min_size=1, max_size=4, unique=True)
        )
    return simple[field.control]


def record_data(fields: tuple[FormField, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Data of a record in which any field may be missing."""
    return st.fixed_dictionaries({}, optional={field.name: values_for(field) for field in fields})


def compare(
    fields: tuple[FormField, ...], want: Mapping[str, Any], got: Mapping[str, Any], path: str = ""
) -> None:
    """Fails at the field that came back another."""
    assert set(want) == set(got), (path, want, got)
    for field in fields:
        if field.name in want:
            _compare(field, want[field.name], got[field.name])


def _compare(field: FormField, want: Any, got: Any) -> None:
    if field.control is Control.GROUP:
        compare(field.fields, want, got, field.tag)
    elif field.control is Control.ROWS:
        assert len(want) == len(got), field.tag
        for one, other in zip(want, got, strict=True):
            compare(field.fields, one, other, field.tag)
    elif field.control is Control.RICH:
        assert same_meaning(want, got), (field.tag, want, got)
    elif field.control is Control.RICHES:
        assert len(want) == len(got), (field.tag, want, got)
        assert all(map(same_meaning, want, got)), (field.tag, want, got)
    else:
        assert want == got, field.tag
