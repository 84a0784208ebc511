"""A kind's form as fields of the editor: what the declarations say, in the words of Sveltia CMS."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

from kopilka.site.form_words import pattern_sentences

BODY = "body"
SHORT = 300
"""A text that may be longer than this gets several lines."""

Field = dict[str, Any]
_Form = Mapping[str, Any]

_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_DONE = r"^(да|нет|true|false|\d{4}(-\d{2}(-\d{2})?)?)$"
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DATE_SAID = "Год, месяц или день: 2024, 2024-09 или 2024-09-01."
_NOT_BY_FORM = "Записано не по форме: посмотрите подсказку под названием поля."
_LONG_EXAMPLE = 100
_LONGEST_NAME = 48
"""Letters of the title that make the name of a file; in Latin they are some sixty."""
_UNLIMITED = 10_000
"""Sveltia reads a list with `min` alone as one of exactly so many places."""


def entry_fields(form: _Form, offered: Container[str]) -> list[Field]:
    """All fields of a kind: in the order of its form, with the text among them, then the bank's own.

    `form` is what `form_of` gives. What a select offers is named: «@theme», see `choices_of`; what is
    not `offered`, being empty as in a new bank or too long, is written in words instead.
    """
    by_key = {field["key"]: field for field in form["fields"]}
    found: list[Field] = []
    for group in form["groups"]:
        found += [_field(by_key.pop(key)) for key in group["fields"]]
        if group.get("text"):
            found.append(_body(form))
    found += (_field(field) for field in by_key.values())
    return [_with_offered(field, offered) for field in found]


def _with_offered(field: Field, offered: Container[str]) -> Field:
    options = field.get("options")
    if isinstance(options, str) and options[1:] not in offered:
        kept = {name: value for name, value in field.items() if name not in {"options", "multiple"}}
        hint = _BY_ID.get(options[1:], field["hint"])
        return {**kept, "widget": "list" if field.get("multiple") else "string", "hint": hint}
    if "fields" in field:
        return {**field, "fields": [_with_offered(inner, offered) for inner in field["fields"]]}
    return field


def _field(field: _Form, *, covered: bool = False) -> Field:
    own = bool(field.get("own"))
    hint = " ".join(_hints(field, own=own, covered=covered))
    common = {"name": field["key"], "label": field["label"], "hint": hint}
    return {
        **common,
        "required": field["required"] and not own,
        **_widget(field["shape"], field),
    }


def _hints(field: _Form, *, own: bool, covered: bool) -> Iterator[str]:
    kind = _held(field["shape"])["type"]
    if kind in _FROM_REGISTER:
        yield _FROM_REGISTER[kind]
    elif kind not in {"choice", "truth"}:  # their help names the words of the file
        yield field["help"]
    example = field["example"]
    if isinstance(example, str) and len(example) <= _LONG_EXAMPLE and kind in _TYPED:
        yield f"Например: {example.rstrip('.')}."
    if own and field["required"]:
        yield "Можно не заполнять: впишется само."
    if covered:
        yield "Без согласия, отмеченного ниже, в файл не попадёт."


_TYPED = frozenset({"text", "date", "party"})
_FROM_REGISTER = {
    "organisation": "Начните писать название и выберите из реестра организаций.",
    "record": "Начните писать название записи и выберите из списка.",
}


_BY_ID = {
    "organisation": "Идентификатор из реестра организаций, например shkola-primer-1.",
    "record": "Идентификатор записи: имя её файла без .md.",
}
"""What to write where there is no list to choose from."""


def _held(shape: _Form) -> _Form:
    """The shape of a value, or of the items of a list."""
    item: _Form = shape.get("item", shape)
    return item


def _widget(shape: _Form, field: _Form) -> Field:
    """The control for the shape of a field or of its items, with its limits."""
    kind = shape["type"]
    if kind == "list":
        return _list(shape, field)
    if kind == "part":
        return {"widget": "object", "collapsed": "auto", "fields": _inner(shape)}
    if kind in {"term", "organisation", "record"}:
        return {"widget": "select", "options": "@" + shape.get("vocabulary", kind)}
    if kind == "choice":
        options = [{"label": words, "value": value} for value, words in shape["choices"]]
        return {"widget": "select", "options": options}
    if kind == "address":
        return {"widget": "string" if _is_of_web(field["example"]) else "file"}
    return _PLAIN[kind](shape) if kind in _PLAIN else _text(shape)


def _is_of_web(example: Any) -> bool:
    """Whether an address is mostly that of a page; where it is a file's, the file is to be chosen."""
    return str(example[0] if isinstance(example, list) else example).startswith("http")


def _inner(shape: _Form) -> list[Field]:
    covers = shape.get("consent", {}).get("covers", ())
    return [_field(field, covered=field["key"] in covers) for field in shape["fields"]]


def _list(shape: _Form, field: _Form) -> Field:
    item = shape["item"]
    limits = {to: shape[name] for name, to in (("min_length", "min"), ("max_length", "max")) if name in shape}
    if "min" in limits:
        limits.setdefault("max", _UNLIMITED)
    inner = _widget(item, field)
    if inner["widget"] == "select":
        return {**inner, "multiple": True, **limits}
    if inner["widget"] == "object":
        summary = {"summary": f"{{{{fields.{first}}}}}"} if (first := _named_by(item)) else {}
        return {"widget": "list", "collapsed": "auto", "fields": inner["fields"], **summary, **limits}
    if inner["widget"] == "string" and "pattern" not in inner:
        return {"widget": "list", **limits}  # a line each
    return {"widget": "list", "field": {"name": "item", "label": field["label"], **inner}, **limits}


def _named_by(shape: _Form) -> str:
    """The first text that is always there: it names a row that is folded up."""
    fields = [field for field in shape["fields"] if field["shape"]["type"] == "text"]
    return next((field["key"] for field in fields if field["required"]), fields[0]["key"] if fields else "")


def _text(shape: _Form) -> Field:
    long = shape.get("max_length", 0) > SHORT
    found: Field = {"widget": "text" if long else "string"}
    for name, to in (("min_length", "minlength"), ("max_length", "maxlength")):
        if shape.get(name, 0) > 1:
            found[to] = shape[name]
    if "pattern" in shape:
        said = pattern_sentences().get(shape["pattern"], ["", ""])[1]
        found["pattern"] = [shape["pattern"], said or _NOT_BY_FORM]
    return found


def _number(shape: _Form) -> Field:
    found: Field = {"widget": "number", "value_type": "int" if shape["type"] == "integer" else "float"}
    if found["value_type"] == "float":
        found["step"] = 0.1
    for names, to in ((("ge", "gt"), "min"), (("le", "lt"), "max")):
        for name in names:
            if name in shape:
                found[to] = shape[name]
    return found


_PLAIN: Mapping[str, Callable[[_Form], Field]] = {
    "integer": _number,
    "number": _number,
    "truth": lambda _: {"widget": "boolean", "default": False},
    "date": lambda _: {"widget": "string", "pattern": [_DATE, _DATE_SAID]},
    "done": lambda _: {"widget": "string", "pattern": [_DONE, f"Да, нет или когда. {_DATE_SAID}"]},
}


def _body(form: _Form) -> Field:
    helps = [f"{section['title']}: {section['help']}" for section in form["texts"]]
    headings = "\n\n".join(f"## {section['title']}" for section in form["texts"])
    return {
        "name": BODY,
        "label": form["bodyTitle"],
        "hint": " ".join(helps) or "Рассказ своими словами: абзацы, списки, подзаголовки.",
        "required": False,
        "widget": "richtext",
        "modes": ["rich_text", "raw"],
        "editor_components": ["image"],
        "buttons": [
            "bold",
            "italic",
            "link",
            "heading-two",
            "heading-three",
            "bulleted-list",
            "numbered-list",
        ],
        **({"default": headings} if headings else {}),
    }


def slug_options() -> dict[str, Any]:
    """The name of a new file: from the title, to be seen and put right before the first save."""
    return {
        "template": f"{{{{title | truncate({_LONGEST_NAME})}}}}",
        "editable": ["create"],
        "hint": "Имя файла и адрес страницы: латиница, цифры и дефис. Потом его не меняют.",
        "pattern": [_SLUG, "Только маленькие латинские буквы, цифры и дефис между ними."],
    }
