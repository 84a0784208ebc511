"""`kopilka diff`: what a proposal changes, in people's words."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from kopilka.cli import streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import add_root, find_root, today
from kopilka.exchange.changes import FORMATS, render
from kopilka.workspace.proposals import GitError, read_proposal

_DESCRIPTION = """Говорит, что меняет предложение: новые, изменённые и убранные записи поле за полем,
согласия, ссылки, повторы, ошибки, которые появились или ушли. Файлы банка не трогает.
Код выхода: 0 – новых ошибок нет, 1 – есть, 2 – неверная команда или настройки."""


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("diff", help="рассказать, что меняет предложение", description=_DESCRIPTION)
    parser.add_argument(
        "states",
        metavar="БЫЛО..СТАЛО",
        help="два состояния: main..HEAD; main...HEAD – от места, где они разошлись; "
        "одно main – сравнить с файлами на диске",
    )
    add_root(parser)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        metavar="ВИД",
        help=f"вид отчёта: {', '.join(FORMATS)} (обычно text)",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="ФАЙЛ", help="куда записать (иначе – на экран)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compares the two states and prints or writes the report."""
    root = find_root(options.root, Path.cwd())
    try:
        proposal = read_proposal(root, options.states, today=today(os.environ))
    except GitError as error:
        raise Usage(str(error)) from error
    text = render(proposal, options.format)
    if options.output is None:
        streams.say(text)
    else:
        _write(options.output, text)
    return 1 if proposal.errors else 0


def _write(target: Path, text: str) -> None:
    """Beside and then moved: nobody ever finds half a report."""
    if target.is_dir():
        raise Usage(f"{target} – папка, а нужно имя файла")
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(target)
    except OSError as error:
        raise Usage(f"не удалось записать {target}: {error.strerror or error}") from error
