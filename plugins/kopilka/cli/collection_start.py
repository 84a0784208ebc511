"""`kopilka new collection`: the manifest of a сборник with its essentials asked for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, get_args

from kopilka.catalog.graph import Registry
from kopilka.cli import asking, streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import today, way
from kopilka.exchange.writing import name_record, write_whole
from kopilka.exchange.writing.manifest import write_manifest
from kopilka.records.collection import Collection, Purpose
from kopilka.records.fields import declarations
from kopilka.russian import fold_label
from kopilka.settings import read_settings
from kopilka.workspace import load_kinds
from kopilka.workspace.bank import Kinds
from kopilka.workspace.registers import COLLECTIONS, load_registry

_NAMES = frozenset({"collection", "collections", "сборник", "сборники"})
_ANY = "любая тема"


def is_meant(kind: str) -> bool:
    """Whether a person calls a collection so."""
    return fold_label(kind) in _NAMES


def run(options: argparse.Namespace, root: Path) -> int:
    """Writes the manifest and says what to do next."""
    settings = read_settings(root)
    kinds = load_kinds(root, settings.kinds)
    registry = load_registry(root, settings.registry).registry
    year = today(os.environ).year
    if options.title is not None:
        known = _known(options, registry, kinds, year)
    elif sys.stdin.isatty() and sys.stdout.isatty():
        known = dict(ask_for(registry, kinds, input, year=year))
    else:
        raise Usage("укажите заглавие: --title «Читаем, считаем, сомневаемся»")
    folder = f"{settings.registry}/{COLLECTIONS}"
    taken = {path.stem for path in (root / folder).glob("*")}
    path = f"{folder}/{name_record(known['title'], taken)}.yml"
    try:
        write_whole(root / path, write_manifest(known), new=True)
    except OSError as error:
        raise Usage(f"не удалось записать {path}: {error.strerror}") from error
    streams.say(_next_steps(root, path))
    return 0


def _known(options: argparse.Namespace, registry: Registry, kinds: Kinds, year: int) -> dict[str, Any]:
    """What the call says; the records are those of the bank's first kind, until somebody chooses."""
    known: dict[str, Any] = {"title": asking.title(options.title), "year": year}
    if options.organisation:
        known["publisher"] = asking.organisation(options.organisation, registry)
    kind = next(iter(kinds.values())).kind
    return {**known, "sections": [{"query": {"kind": kind.id}}]}


def ask_for(registry: Registry, kinds: Kinds, ask: asking.Ask, *, year: int) -> Iterator[tuple[str, Any]]:
    """The title, what the book is for, where, when and by whom it is published, which records it takes."""
    streams.say("Сборник: несколько вопросов, на любой кроме первого можно ответить пустой строкой.\n")
    yield "title", asking.asked(ask, _question("title"), asking.title)
    yield "subtitle", asking.asked(ask, _question("subtitle"), str)
    purposes = get_args(Purpose)
    question = asking.menu(declarations(Collection)["purpose"].label, purposes)
    yield "purpose", asking.asked(ask, question, partial(asking.choice, labels=purposes))
    yield "year", int(asking.asked(ask, f"Год выхода, обычно {year}\n> ", partial(_year, usual=year)))
    yield "place", asking.asked(ask, _question("place"), str)
    yield "publisher", asking.asked(ask, _question("publisher"), partial(_party, registry=registry))
    position = asking.asked(ask, "Кто составляет: должность, например «методист»\n> ", str)
    yield "compilers", [{"position": position}] if position else []
    yield "sections", [{"query": _query(registry, kinds, ask)}]


def _question(name: str) -> str:
    declared = declarations(Collection)[name]
    return f"{declared.label}. {declared.help}\n> "


def _year(words: str, *, usual: int) -> str:
    if not words:
        return str(usual)
    if not words.isdecimal() or not 1990 <= int(words) <= 2100:
        raise Usage("год – четыре цифры, от 1990 до 2100")
    return words


def _party(words: str, *, registry: Registry) -> str:
    """An organisation of the register by its id, others in the words of the person."""
    try:
        return asking.organisation(words, registry) if words else ""
    except Usage:
        return words


def _query(registry: Registry, kinds: Kinds, ask: asking.Ask) -> dict[str, Any]:
    """Which records the first section takes; more sections are written into the file."""
    models = {model.kind.plural: model.kind.id for model in kinds.values()}
    question = asking.menu("Какие записи войдут", models)
    kind = asking.asked(ask, question, partial(asking.choice, labels=tuple(models)))
    query: dict[str, Any] = {"kind": models[kind or next(iter(models))]}
    themes = registry.vocabularies.get("theme")
    if themes is not None:
        labels = (_ANY, *(term.label for term in themes.terms if not term.replaced_by))
        theme = asking.asked(ask, asking.menu("На какую тему", labels), partial(asking.choice, labels=labels))
        query |= {"themes": [theme]} if theme and theme != _ANY else {}
    return query


def _next_steps(root: Path, path: str) -> str:
    place = f"{way(Path.cwd(), root)}{path}"
    name = Path(path).stem
    return f"""Сборник: {place}

Дальше:
  впишите, что знаете: над каждым полем сказано, что в нём пишут; чтобы поле заработало, сотрите # перед ним;
  предисловие и приложения можно положить файлами .md в папку {place.removesuffix(".yml")}/;
  kopilka check {place}      нет ли ошибок в самом файле
  kopilka publish {name} --check      чего не хватает до печати
  kopilka publish {name}      собрать книгу
"""
