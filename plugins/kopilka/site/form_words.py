"""The sentences of `check` as templates for the form: said by records/explain.py, filled in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kopilka.records.explain import explain
from kopilka.records.fields import declare
from kopilka.records.finding import Finding
from kopilka.records.meaning_troubles import FORMS
from kopilka.records.registry import Vocabulary
from kopilka.records.shape_troubles import CHARACTERS, VALUES
from kopilka.russian import count, quote

_LABEL, _WORD, _HELP = "\ue000", "\ue001", "\ue002"
_LENGTH, _LIMIT = 5011, 7023
"""Numbers that no sentence has; whatever the length and the limit, the rest of the sentence is the same."""

_HOLES = (
    ("поле " + _LABEL, "{field}"),
    (quote(_WORD), "{shown}"),
    (_WORD, "{word}"),
    (_HELP, "{help}"),
    *(
        (count(number, forms), "{" + name + "|" + "|".join(forms) + "}")
        for name, number in (("length", _LENGTH), ("limit", _LIMIT), ("rest", _LIMIT - _LENGTH))
        for forms in (CHARACTERS, VALUES)
    ),
    (str(_LENGTH), "{length}"),
    (str(_LIMIT), "{limit}"),
)

_CTX: Mapping[str, Mapping[str, Any]] = {
    "string_too_short": {"min_length": _LIMIT},
    "string_too_long": {"max_length": _LIMIT},
    "too_short": {"actual_length": _LENGTH, "min_length": _LIMIT},
    "too_long": {"actual_length": _LENGTH, "max_length": _LIMIT},
    "int_parsing": {},
    "float_parsing": {},
    "int_from_float": {},
    "greater_than": {"gt": _LIMIT},
    "greater_than_equal": {"ge": _LIMIT},
    "less_than": {"lt": _LIMIT},
    "less_than_equal": {"le": _LIMIT},
    "date_calendar": {"written": _WORD},
    "date_year": {"written": _WORD},
    "party_length": {},
}
"""The problems that can be met in a form, with what pydantic says of each."""


def sentences() -> dict[str, list[str]]:
    """Message and hint for each kind of problem, with `{field}`, `{length|знак|знака|знаков}` to fill."""
    found = {kind: _sentence(kind, _input(kind), ctx) for kind, ctx in _CTX.items()}
    found["number_among"] = _sentence("float_parsing", f"{_LENGTH} {_WORD}", {}, shown=f"{_LENGTH} {_WORD}")
    found["wrong_type"] = _sentence("", _WORD, {})
    found["date_form"] = _sentence("date_form", _WORD, {"better": ""})
    found["date_better"] = _sentence("date_form", _WORD, {"better": _LIMIT})
    found["unknown_term"] = _unknown_term()
    info: Any = declare(label=_LABEL, help=_HELP, example=None)
    empty = explain("string_type", Finding(_LABEL, None, {}, {}, key="key", info=info))
    found["empty"] = [_holed(empty.message), _holed(empty.hint)]
    return found


def pattern_sentences() -> dict[str, list[str]]:
    """Message and hint for a text that is not written by its pattern, for every pattern of the models."""
    return {pattern: _sentence("string_pattern_mismatch", _WORD, {"pattern": pattern}) for pattern in FORMS}


def choice_sentence(values: list[str]) -> list[str]:
    """Message and hint for a word that is not among `values`, where none of them is near."""
    expected = ", ".join(f"'{value}'" for value in values)
    return _sentence("literal_error", _WORD, {"expected": expected})


def _input(kind: str) -> Any:
    if kind.startswith("string_too"):
        return "x" * _LENGTH
    return (_WORD,) if kind.startswith("too_") else _WORD


def _sentence(kind: str, written: Any, ctx: Mapping[str, Any], shown: str = "") -> list[str]:
    said = explain(kind, Finding(_LABEL, written, ctx, {}))
    message = said.message.replace(quote(shown), "{shown}") if shown else said.message
    return [_holed(message), _holed(said.hint)]


def _unknown_term() -> list[str]:
    term = {"id": "a", "label": "\ue003"}
    vocabulary = Vocabulary.model_validate({"id": "v", "label": "\ue004", "terms": [term]})
    ctx = {"vocabulary": "v", "written": _WORD}
    far = explain("unknown_term", Finding(_LABEL, _WORD, ctx, {"v": vocabulary}))
    return [_holed(far.message).replace("\ue004", "{vocabulary}"), ""]


def _holed(text: str) -> str:
    for words, hole in _HOLES:
        text = text.replace(words, hole)
    return text
