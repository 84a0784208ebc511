"""The bank's settings, `kopilka.yml`: its name, the kinds it keeps and where, how strict the checks are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

FILE_NAME = "kopilka.yml"

RelativeFolder = Annotated[str, StringConstraints(pattern=r"^[\w-][\w.-]*(/[\w-][\w.-]*)*$")]
Level = Literal["error", "warning", "advice", "off"]


class SettingsError(Exception):
    """The settings or the bank's layout cannot be used; the text is for the maintainer, in Russian."""


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Bank(_Settings):
    """What the bank is called and where it lives."""

    name: str = "Копилка"
    title: str = "Банк образовательных практик"
    motto: str = "Опыт, который можно повторить"
    lead: str = (
        "Что сделали коллеги в школах и детских садах, что от этого изменилось и где это можно увидеть. "
        "Каждую запись проверили эксперты."
    )
    url: str | None = None
    publisher: str | None = None
    place: str | None = None
    email: str | None = None
    licence: str = "CC-BY-4.0"


class KindFolder(_Settings):
    """A kind of record (`package.module:Model`) and the folder of its files."""

    model: Annotated[str, StringConstraints(pattern=r"^[\w.]+:\w+$")]
    folder: RelativeFolder


class Link(_Settings):
    """A link of the menu or the footer: a path inside the site or a full address."""

    label: str
    to: str


class Column(_Settings):
    """A column of the footer."""

    title: str
    links: tuple[Link, ...]


class Proposals(_Settings):
    """Where «Предложить правку» and «Сообщить об ошибке» lead.

    In the addresses `{path}` is the record's file, `{id}` its id, `{title}` its title, all URL-quoted.
    """

    edit: str | None = None
    report: str | None = None
    submit: str | None = None


class Limits(_Settings):
    """Sizes that the checks compare with."""

    body_min_words: int = Field(default=120, ge=0)
    body_min_characters: int = Field(default=7_200, ge=0)
    body_max_characters: int = Field(default=12_600, ge=1)
    file_max_kilobytes: int = Field(default=20_000, ge=1)
    image_max_kilobytes: int = Field(default=1_500, ge=1)
    confirm_years: int = Field(default=3, ge=1)
    file_types: tuple[str, ...] = (
        "pdf",
        "docx",
        "xlsx",
        "pptx",
        "odt",
        "ods",
        "odp",
        "csv",
        "txt",
        "zip",
        "jpg",
        "jpeg",
        "png",
        "webp",
        "svg",
        "mp4",
        "webm",
        "mp3",
        "ics",
    )


class Checks(_Settings):
    """How the checks behave in this bank."""

    severity: dict[Annotated[str, StringConstraints(pattern=r"^K\d{3}$")], Level] = {}
    limits: Limits = Limits()


DEFAULT_KINDS = (
    KindFolder(model="kopilka.records.practice:Practice", folder="practices"),
    KindFolder(model="kopilka.records.case:ProjectCase", folder="projects/cases"),
    KindFolder(model="kopilka.records.site:Site", folder="sites"),
    KindFolder(model="kopilka.records.network:NetworkProject", folder="projects/networks"),
)


class Settings(_Settings):
    """The whole of `kopilka.yml`; every part may be left out."""

    bank: Bank = Bank()
    kinds: tuple[KindFolder, ...] = DEFAULT_KINDS
    registry: RelativeFolder = "registry"
    templates: RelativeFolder | None = None
    proposals: Proposals = Proposals()
    checks: Checks = Checks()
    menu: tuple[Link, ...] = ()
    footer: tuple[Column, ...] = ()
    examples: tuple[Link, ...] = ()


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
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"Не удалось прочитать {FILE_NAME}: {error}") from error
    return parse_settings(text)


def parse_settings(text: str) -> Settings:
    """Settings from the text of `kopilka.yml`; raises `SettingsError`."""
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
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
    for problem in error.errors():
        place = ".".join(str(step) for step in problem["loc"]) or "весь файл"
        lines.append(f"  {place}: {_reason(problem)}")
    return "\n".join(lines)


def _reason(problem: Any) -> str:
    match problem["type"]:
        case "extra_forbidden":
            return "такой настройки нет; проверьте написание"
        case "missing":
            return "настройка обязательна"
        case "string_pattern_mismatch":
            return f"значение «{problem['input']}» записано не так; смотрите справочник настроек"
        case "literal_error":
            return f"значение «{problem['input']}» не подходит; можно {problem['ctx']['expected']}"
        case _:
            return f"значение «{problem['input']}» не подходит"
