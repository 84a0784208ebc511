"""`kopilka new`: a draft of a record with its fields and sections in place."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from kopilka.catalog.graph import Registry
from kopilka.cli import asking, collection_start, streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import add_root, find_root, today, way
from kopilka.cli.kinds import find_kind
from kopilka.exchange.writing import name_record, write_draft, write_whole
from kopilka.exchange.writing.draft import terms_asked
from kopilka.records.base import Record
from kopilka.records.fields import declarations
from kopilka.settings import read_settings
from kopilka.workspace import load_kinds
from kopilka.workspace.bank import Kinds
from kopilka.workspace.files import is_record, list_files, record_id
from kopilka.workspace.registers import load_registry

_DESCRIPTION = """Начинает запись или (вид collection) сборник: файл с полями, которые останется заполнить.
В терминале спросит о главном; с --title не спрашивает ничего. Готовый файл никогда не перезаписывает."""


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("new", help="начать запись или сборник", description=_DESCRIPTION)
    parser.add_argument(
        "kind", metavar="ВИД", help="вид записи: practice, «Практика» или папка; collection – сборник"
    )
    parser.add_argument("--title", metavar="НАЗВАНИЕ", help="наименование записи; без него команда спросит")
    parser.add_argument(
        "--organisation", metavar="ОРГАНИЗАЦИЯ", help="идентификатор или название из реестра организаций"
    )
    add_root(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes the draft and says what to do next."""
    root = find_root(options.root, Path.cwd()).resolve()
    if collection_start.is_meant(options.kind):
        return collection_start.run(options, root)
    settings = read_settings(root)
    kinds = load_kinds(root, settings.kinds)
    folder, model = find_kind(kinds, options.kind)
    registry = load_registry(root, settings.registry, before=None).registry
    known = dict(_known(options, model, registry))
    text = write_draft(model, known, vocabularies=registry.vocabularies, today=today(os.environ))
    path = f"{folder}/{name_record(known['title'], _names(root, kinds))}.md"
    try:
        write_whole(root / path, text, new=True)
    except OSError as error:
        raise Usage(f"не удалось записать {path}: {error.strerror}") from error
    streams.say(_next_steps(root, path))
    return 0


def _names(root: Path, kinds: Kinds) -> set[str]:
    """The ids that are taken: of records, and of folders with their files."""
    taken = {path.name for folder in kinds for path in (root / folder).glob("*") if path.is_dir()}
    return taken | {
        record_id(path) for folder in kinds for path, _ in list_files(root, folder) if is_record(path, folder)
    }


def _known(options: argparse.Namespace, model: type[Record], registry: Registry) -> Iterator[tuple[str, Any]]:
    """What the call says, or what the person answers."""
    if options.title is not None:
        yield "title", asking.title(options.title)
        if options.organisation:
            yield "organisations", [asking.organisation(options.organisation, registry)]
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Usage("укажите название: --title «Карта чтения на любом уроке»")
    yield from ask_for(model, registry, input, organisation=options.organisation)


def ask_for(
    model: type[Record], registry: Registry, ask: asking.Ask, *, organisation: str | None = None
) -> Iterator[tuple[str, Any]]:
    """The title, the organisation and the words of one vocabulary that a record cannot do without."""
    declared = declarations(model)
    streams.say(
        f"{model.kind.label}: несколько вопросов, на любой кроме первого можно ответить пустой строкой.\n"
    )
    yield "title", asking.asked(ask, f"{declared['title'].label}. {declared['title'].help}\n> ", asking.title)
    label = declared["organisations"].label
    if organisation:
        yield "organisations", [asking.organisation(organisation, registry)]
    else:
        question = f"{label}: название или идентификатор\n> "
        found = asking.asked(
            ask, question, lambda words: asking.organisation(words, registry) if words else ""
        )
        yield "organisations", [found] if found else []
    for name, info in model.model_fields.items():
        vocabulary = registry.vocabularies.get(terms_asked(info) or "")
        if vocabulary is not None and info.is_required():
            labels = [term.label for term in vocabulary.terms if not term.replaced_by]
            yield (
                name,
                asking.asked(
                    ask, asking.menu(declared[name].label, labels), partial(asking.choice, labels=labels)
                ),
            )


def _next_steps(root: Path, path: str) -> str:
    place = f"{way(Path.cwd(), root)}{path}"
    return f"""Черновик: {place}

Дальше:
  заполните поля: над каждым сказано, что в нём пишут, пометки потом можно стереть;
  картинки и файлы положите в папку {place.removesuffix(".md")}/;
  kopilka check {place}    что ещё не заполнено
  kopilka fmt {place}      привести к общему виду
"""
