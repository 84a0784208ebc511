"""`kopilka form`: a form in Word, Excel or CSV, empty or filled with a record."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from kopilka.catalog.graph import Registry
from kopilka.cli import streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import add_root, find_root, today
from kopilka.exchange.forms.sheets import write_csv, write_xlsx
from kopilka.exchange.forms.word import Filling, revision_of, write_word
from kopilka.records.base import Record
from kopilka.records.frontmatter import split
from kopilka.records.source import decode
from kopilka.records.suggest import suggest
from kopilka.russian import fold_label, join_words, quote
from kopilka.workspace import Workspace, open_workspace
from kopilka.workspace.files import record_id

_DESCRIPTION = """Делает форму, которую заполняют в Word, LibreOffice или Excel: пустую – для вида записи,
заполненную – из записи. Готовую форму читает kopilka import."""


def _word(model: type[Record], registry: Registry, fillings: Sequence[Filling]) -> bytes:
    return write_word(model, registry, fillings[0] if fillings else None)


_Writer = Callable[[type[Record], Registry, Sequence[Filling]], bytes]
_WRITERS: Mapping[str, _Writer] = {".docx": _word, ".xlsx": write_xlsx, ".csv": write_csv}


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("form", help="сделать форму для Word или Excel", description=_DESCRIPTION)
    parser.add_argument(
        "what",
        metavar="ВИД|ЗАПИСЬ",
        help="вид записи (practice или «Практика») – пустая форма; имя записи или путь к ней – заполненная",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="ФАЙЛ",
        help="куда записать: .docx, .xlsx или .csv",
    )
    parser.add_argument("--force", action="store_true", help="заменить файл, если он уже есть")
    add_root(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes the form and says what to do with it."""
    write = _writer(options.output)
    if options.output.exists() and not options.force:
        raise Usage(
            f"{options.output} уже есть: вдруг его уже заполнили. Назовите файл иначе или добавьте --force"
        )
    workspace = open_workspace(find_root(options.root, Path.cwd()), today=today(os.environ))
    model, fillings = _wanted(workspace, options.what)
    _save(options.output, write(model, workspace.catalog.registry, fillings))
    streams.say(_next_steps(model, options.output, fillings))
    return 0


def _writer(path: Path) -> _Writer:
    try:
        return _WRITERS[path.suffix.casefold()]
    except KeyError:
        raise Usage(f"{path}: форма бывает {join_words(_WRITERS, last='или')}; допишите окончание") from None


def _wanted(workspace: Workspace, what: str) -> tuple[type[Record], tuple[Filling, ...]]:
    """The kind, and the record when one was named; raises `Usage`."""
    for model in workspace.kinds.values():
        kind = model.kind
        if fold_label(what) in {fold_label(name) for name in (kind.id, kind.label, kind.plural, kind.slug)}:
            return model, ()
    path = _path_of(workspace, what)
    if path is None:
        raise Usage(_unknown(workspace, what))
    folder = next(folder for folder in workspace.kinds if path.startswith(f"{folder}/"))
    return workspace.kinds[folder], (_filling(workspace.root, path),)


def _path_of(workspace: Workspace, what: str) -> str | None:
    written = Path(what)
    if written.is_file() and written.resolve().is_relative_to(workspace.root):
        path = written.resolve().relative_to(workspace.root).as_posix()
        return path if path in workspace.kept else None
    return next((path for path in workspace.kept if what in {path, record_id(path)}), None)


def _filling(root: Path, path: str) -> Filling:
    source, _ = decode(path, (root / path).read_bytes())
    raw = split(source)[0] if source else None
    if source is None or raw is None:
        raise Usage(f"{path} не прочитать. Что с ним не так, скажет kopilka check {path}")
    return Filling(raw.meta, raw.body, record_id(path), revision_of(source.text))


def _unknown(workspace: Workspace, what: str) -> str:
    kinds = [model.kind.id for model in workspace.kinds.values()]
    near = suggest(what, [*kinds, *(record_id(path) for path in workspace.kept)])
    guess = f" Возможно, {near}." if near else ""
    known = f"Виды: {join_words(kinds, last='и')}; имя записи – имя её файла без .md"
    return f"нет ни вида, ни записи {quote(what)}.{guess} {known}"


def _save(path: Path, data: bytes) -> None:
    """Writes beside and moves: a form is whole or not there. Raises `Usage`."""
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            file.write(data)
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
    except OSError as error:
        raise Usage(f"не удалось записать {path}: {error.strerror or error}") from error


def _next_steps(model: type[Record], path: Path, fillings: Sequence[Filling]) -> str:
    if fillings:
        record = fillings[0].record
        return f"Запись {record} теперь в {path}: исправьте её там и верните командой kopilka import {path}\n"
    return f"Форма «{model.kind.label}» готова: {path}\nЗаполненную прочитает kopilka import {path}\n"
