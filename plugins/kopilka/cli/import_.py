"""`kopilka import`: applications in Word, Excel and CSV become drafts of records."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kopilka.cli import streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import add_root, find_root, today
from kopilka.exchange.intake import AliasError, Bank, as_json, as_text, find_files, import_files, read_aliases
from kopilka.records.suggest import suggest
from kopilka.settings import SettingsError
from kopilka.workspace import Workspace, open_workspace

_DESCRIPTION = """Читает присланные заявки (Word, Excel, LibreOffice, CSV) и пишет черновики записей.
Что не понято, остаётся в черновике под заголовком «Не распознано»; телефоны, почта и имена не переносятся.
Код выхода: 0 – прочитано всё, 1 – часть файлов прочитать не удалось, 2 – неверная команда или настройки."""
_ALIASES = "aliases.toml"


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("import", help="прочитать заявки из Word и Excel", description=_DESCRIPTION)
    parser.add_argument("files", nargs="+", type=Path, metavar="ФАЙЛ", help="файлы и папки с заявками")
    add_root(parser)
    parser.add_argument("--kind", metavar="ВИД", help="вид записи (иначе узнаётся по форме): practice, site…")
    parser.add_argument(
        "--out", type=Path, metavar="ПАПКА", help="куда писать черновики (обычно – папка этого вида записей)"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", metavar="ВИД", help="вид отчёта: text или json"
    )
    parser.add_argument("--dry-run", action="store_true", help="только показать отчёт, ничего не записывать")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Reads the files, writes the drafts, prints the report."""
    missing = next((path for path in options.files if not path.exists()), None)
    if missing is not None:
        raise Usage(f"нет такого файла или папки: {missing}")
    workspace = open_workspace(find_root(options.root, Path.cwd()), today=today(os.environ))
    bank = _bank(workspace, options.kind)
    files = find_files(options.files)
    if not files:
        raise Usage("в этих папках нет ни одного файла")
    screen = streams.Screen.of(sys.stdout, os.environ)
    lines = import_files(
        bank,
        files,
        root=workspace.root,
        out=options.out.resolve() if options.out else None,
        dry=options.dry_run,
        progress=_progress() if sys.stderr.isatty() else None,
    )
    if options.format == "json":
        streams.say(as_json(lines, bank.indexes))
    else:
        streams.say(as_text(lines, bank.indexes, width=screen.width))
    return 1 if any(line.refusal for line in lines) else 0


def _bank(workspace: Workspace, kind: str | None) -> Bank:
    ids = [model.kind.id for model in workspace.kinds.values()]
    if kind is not None and kind not in ids:
        near = suggest(kind, ids)
        guess = f"возможно, {near}; " if near else ""
        raise Usage(f"--kind: «{kind}» не подходит; {guess}можно {', '.join(ids)}")
    try:
        aliases = read_aliases(workspace.root / workspace.settings.registry / _ALIASES)
    except AliasError as error:
        raise SettingsError(str(error)) from error
    titles = {id_: entry.record.title for id_, entry in workspace.catalog.entries.items()}
    known = {Path(path).stem: "" for path in workspace.kept}
    return Bank(
        workspace.kinds,
        workspace.registers.registry,
        {**known, **titles},
        aliases,
        workspace.catalog.today,
        kind,
    )


def _progress() -> Callable[[int, int, str], None]:
    def show(number: int, total: int, name: str) -> None:
        print(f"{number} из {total}: {name}", file=sys.stderr)

    return show
