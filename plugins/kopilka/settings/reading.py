"""Reads `kopilka.yml` and says in Russian what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Hashable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kopilka.settings.model import Settings

FILE_NAME = "kopilka.yml"


class SettingsError(Exception):
    """The settings or the bank's layout cannot be used; the text is for the maintainer, in Russian."""


def read_settings(root: Path) -> Settings:
    """The settings of the bank in `root`; raises `SettingsError` in words a maintainer can act on."""
    path = root / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SettingsError(
            f"В папке {root} нет файла {FILE_NAME}: это не банк «Копилки».\n"
            "Перейдите в папку банка или начните новый: kopilka init ПАПКА"
        ) from None
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"{FILE_NAME} сохранён не в UTF-8. Сохраните его заново в этой кодировке."
        ) from error
    except OSError as error:
        raise SettingsError(f"Не удалось прочитать {FILE_NAME}: {error.strerror or error}") from error
    return parse_settings(text)


class _Loader(yaml.SafeLoader):
    """YAML in which `off`, `no` and dates are the words they look like, and no setting is given twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - PyYAML's
        found: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            key = str(self.construct_object(key_node))
            if key in found:
                raise SettingsError(
                    f"{FILE_NAME}, строка {key_node.start_mark.line + 1}: настройка «{key}» уже есть выше"
                )
            found[key] = self.construct_object(value_node, deep=deep)
        return found


_Loader.yaml_implicit_resolvers = {}
for _tag, _form, _starts in (
    ("null", r"(?:|~|null)", ["~", "n", ""]),
    ("bool", r"(?:true|false)", "tf"),
    ("int", r"-?[0-9]+", "-0123456789"),
    ("float", r"-?[0-9]+\.[0-9]+", "-0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"{_form}\Z"), _starts)


def parse_settings(text: str) -> Settings:
    """Settings from the text of `kopilka.yml`; raises `SettingsError`."""
    try:
        data = yaml.load(text, _Loader)  # noqa: S506 - it is a safe loader that reads even less
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f", строка {mark.line + 1}, столбец {mark.column + 1}" if mark else ""
        raise SettingsError(
            f"{FILE_NAME}{place}: файл не разобрать как YAML. Проверьте отступы и двоеточия."
        ) from error
    try:
        return Settings.model_validate({} if data is None else data)
    except ValidationError as error:
        raise SettingsError(_explain(error)) from error


def _explain(error: ValidationError) -> str:
    lines = [f"В {FILE_NAME} есть ошибки:"]
    lines += [f"  {_place(problem['loc'])}: {_reason(problem)}" for problem in error.errors()]
    return "\n".join(lines)


def _place(loc: tuple[str | int, ...]) -> str:
    """«kinds → 2-я строка → folder»."""
    steps = (f"{step + 1}-я строка" if isinstance(step, int) else step for step in loc if step != "[key]")
    return " → ".join(steps) or "весь файл"


_PAIRS = "нужны пары «настройка: значение», каждая на своей строке, а здесь {shown}"
_INTEGER = "нужно целое число, а здесь {shown}"
_REASONS = {
    "missing": "настройка обязательна, впишите её",
    "model_type": _PAIRS,
    "dict_type": _PAIRS,
    "tuple_type": "нужен список, каждое значение с новой строки после дефиса, а здесь {shown}",
    "string_type": "нужен текст, а здесь {shown}; возьмите значение в кавычки",
    "int_type": _INTEGER,
    "int_parsing": _INTEGER,
    "int_from_float": _INTEGER,
    "greater_than_equal": "нужно не меньше {ge}, а здесь {shown}",
    "literal_error": "значение {shown} не подходит; можно {expected}",
}
_WRITTEN_WRONG = "значение {shown} записано не так; посмотрите справочник настроек"


def _reason(problem: ErrorDetails) -> str:
    if problem["type"] == "extra_forbidden":
        near = _near(problem["loc"])
        return f"такой настройки нет; {f'возможно, это {near}' if near else 'проверьте написание'}"
    if problem["type"] == "told":
        return problem["msg"]
    words = _REASONS.get(problem["type"], _WRITTEN_WRONG)
    facts = {name: str(value).replace(" or ", " или ") for name, value in problem.get("ctx", {}).items()}
    return words.format_map({**facts, "shown": _shown(problem["input"])})


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "набор пар"
    if isinstance(value, list):
        return "список"
    return "пусто" if value is None else f"«{value}»"


def _near(loc: tuple[str | int, ...]) -> str | None:
    """The setting that a misspelt name was meant to be."""
    names = _names(Settings)
    for step in loc[:-1]:
        names = names if isinstance(step, int) else names.get(step, {})
    close = get_close_matches(str(loc[-1]), names, n=1)
    return close[0] if close else None


def _names(model: type[BaseModel]) -> dict[str, Any]:
    """The names of settings as a tree."""
    return {
        name: _names(inner) if (inner := _inner(info.annotation)) else {}
        for name, info in model.model_fields.items()
    }


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner(part))), None)
