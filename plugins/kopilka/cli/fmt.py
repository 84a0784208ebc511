"""`kopilka fmt`: all records in one order and one style, so that a change shows nothing but itself."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kopilka.cli import streams
from kopilka.cli.banks import add_root, belongs, find_root, narrow, way
from kopilka.cli.reports.excerpt import visible
from kopilka.diagnostics import Diagnostic
from kopilka.exchange.writing import format_source, write_whole
from kopilka.records.base import Record
from kopilka.records.source import decode
from kopilka.russian import Forms, count
from kopilka.settings import read_settings
from kopilka.workspace import load_kinds
from kopilka.workspace.files import is_record, list_files

_DESCRIPTION = """Приводит записи к одному виду: порядок полей, кавычки, отступы. Слова и пометки остаются.
Код выхода: 0 – всё в порядке, 1 – есть нечитаемые записи, а с --check и записи не в том виде."""
_FILES: Forms = ("файл", "файла", "файлов")


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A record that was looked at: whether its text has to change, or what keeps it from being read."""

    path: str
    text: str | None = None
    trouble: str = ""


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("fmt", help="привести записи к одному виду", description=_DESCRIPTION)
    parser.add_argument("paths", nargs="*", metavar="ПУТЬ", help="только эти файлы и папки")
    parser.add_argument(
        "--check", action="store_true", help="ничего не менять, только назвать записи, которые не в том виде"
    )
    add_root(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Formats the records and tells which have changed."""
    root = find_root(options.root, Path.cwd()).resolve()
    wanted = narrow(root, options.paths)
    seen, changed, unread = 0, 0, 0
    for outcome in _outcomes(root, wanted):
        seen += 1
        trouble = outcome.trouble or ("" if options.check else _written(root, outcome))
        if trouble or outcome.text is not None:
            streams.say(f"{_line(root, outcome.path, trouble)}\n")
        changed += outcome.text is not None and not trouble
        unread += bool(trouble)
    streams.say(_total(seen, changed, unread, check=options.check))
    return 1 if unread or (options.check and changed) else 0


def _outcomes(root: Path, wanted: tuple[str, ...]) -> Iterator[_Outcome]:
    for folder, model in load_kinds(root, read_settings(root).kinds).items():
        records = (path for path, _ in list_files(root, folder) if is_record(path, folder))
        for path in sorted(path for path in records if belongs(path, wanted)):
            yield _outcome(root, path, model)


def _outcome(root: Path, path: str, model: type[Record]) -> _Outcome:
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        return _Outcome(path, trouble=str(error.strerror))
    source, found = decode(path, data)
    if source is None:
        return _Outcome(path, trouble=_told(found[0]))
    formatted = format_source(source, model)
    if formatted.troubles:
        return _Outcome(path, trouble=_told(formatted.troubles[0]))
    return _Outcome(path, formatted.text if formatted.text.encode() != data else None)


def _told(trouble: Diagnostic) -> str:
    return f"строка {trouble.span.line}: {trouble.message} ({trouble.code})"


def _written(root: Path, outcome: _Outcome) -> str:
    """Puts the new text into its file; returns what kept it from being written."""
    target = (root / outcome.path).resolve()
    if outcome.text is None:
        return ""
    if not target.is_relative_to(root):
        return "это ссылка на файл вне банка"
    try:
        write_whole(target, outcome.text)
    except OSError as error:
        return f"не удалось записать: {error.strerror}"
    return ""


def _line(root: Path, path: str, trouble: str) -> str:
    name = visible(f"{way(Path.cwd(), root)}{path}")
    return f"{name}: не тронут, {visible(trouble)}" if trouble else name


def _total(seen: int, changed: int, unread: int, *, check: bool) -> str:
    left = f" Не тронуто: {count(unread, _FILES)}, причины выше и в kopilka check." if unread else ""
    if not seen:
        return "Записей здесь нет.\n"
    if not changed:
        return f"Все записи в порядке: {seen}.\n" if not unread else f"{left.strip()}\n"
    if check:
        return f"Не в том виде: {changed} из {seen}. Приведите их командой kopilka fmt.{left}\n"
    return f"Отформатировано: {changed} из {seen}.{left}\n"
