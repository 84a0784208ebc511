"""`kopilka schema`: the fields of each kind as JSON Schema, and settings that make VS Code know them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from kopilka.cli import collection_start, streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import add_root, find_root
from kopilka.cli.kinds import find_kind
from kopilka.exchange.schema import make_schema
from kopilka.exchange.vscode import dump, make_settings
from kopilka.exchange.writing import write_whole
from kopilka.records.collection import Collection
from kopilka.settings import read_settings
from kopilka.workspace import load_kinds
from kopilka.workspace.bank import Kinds
from kopilka.workspace.registers import load_registry

_DESCRIPTION = """Печатает JSON Schema вида записей: поля, подсказки, примеры, слова из словарей.
Без вида нужна папка: туда лягут схемы всех видов. --vscode обновляет настройки VS Code в самом банке."""


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("schema", help="схема полей для редакторов", description=_DESCRIPTION)
    parser.add_argument(
        "kind",
        nargs="?",
        metavar="ВИД",
        help="вид записи: practice, «Практика», папка; collection – сборник",
    )
    parser.add_argument("--out", type=Path, metavar="ПАПКА", help="куда положить схемы: ВИД.schema.json")
    parser.add_argument("--vscode", action="store_true", help="записать .vscode: подсказки, проверка, схемы")
    add_root(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints or writes the schemas."""
    root = find_root(options.root, Path.cwd()).resolve()
    settings = read_settings(root)
    kinds = load_kinds(root, settings.kinds)
    vocabularies = load_registry(root, settings.registry, before=None).registry.vocabularies
    if options.vscode:
        files = make_settings(kinds, vocabularies, registry=settings.registry)
        return _write({root / path: text for path, text in files.items()})
    chosen = _chosen(options.kind, kinds)
    texts = {
        name: dump(make_schema(model, vocabularies, title=title)) for name, (title, model) in chosen.items()
    }
    if options.out:
        return _write({options.out / f"{name}.schema.json": text for name, text in texts.items()})
    if not options.kind:
        raise Usage("укажите вид записи или папку для всех схем: --out schemas")
    streams.say("".join(texts.values()))
    return 0


def _chosen(written: str | None, kinds: Kinds) -> dict[str, tuple[str, type[BaseModel]]]:
    """The models that are asked for with their Russian names: one kind, a collection, or all of them."""
    collection: dict[str, tuple[str, type[BaseModel]]] = {"collection": ("Сборник", Collection)}
    if written and collection_start.is_meant(written):
        return collection
    models = [find_kind(kinds, written)[1]] if written else kinds.values()
    named: dict[str, tuple[str, type[BaseModel]]] = {
        model.kind.id: (model.kind.label, model) for model in models
    }
    return named if written else named | collection


def _write(files: dict[Path, str]) -> int:
    for path, text in files.items():
        try:
            write_whole(path, text)
        except OSError as error:
            raise Usage(f"не удалось записать {path}: {error.strerror}") from error
        streams.say(f"{path}\n")
    return 0
