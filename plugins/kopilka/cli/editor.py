"""`kopilka editor`: the editor of records in the browser, writing into the bank's folder."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from kopilka.cli import streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import add_root, find_root, today
from kopilka.workspace.editing import open_editor

_DESCRIPTION = """Открывает редактор записей в браузере этого компьютера: поля с подсказками вместо файла.
Что сохранено в редакторе, сразу лежит в папке банка. Интернет не нужен."""
_PORT = 8010


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("editor", help="править записи в браузере", description=_DESCRIPTION)
    parser.add_argument(
        "--port", type=int, default=_PORT, metavar="ПОРТ", help=f"порт этого компьютера (иначе – {_PORT})"
    )
    add_root(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serves the editor until it is stopped."""
    root = find_root(options.root, Path.cwd()).resolve()
    if not (root / ".git").exists():
        raise Usage(f"редактор открывает только папки под Git, а {root} – нет.\nВыполните в ней: git init")
    try:
        server = open_editor(root, today=today(os.environ), port=options.port)
    except (OSError, OverflowError) as error:
        beside = f"kopilka editor --port {_PORT + 1}"
        raise Usage(f"порт {options.port} занят или запрещён. Возьмите другой: {beside}") from error
    streams.say(_how_to(server.address, root))
    with server:
        server.serve_forever()
    return 0


def _how_to(address: str, root: Path) -> str:
    return f"""Редактор записей: {address}

Откройте этот адрес в Яндекс Браузере, Edge или Chrome, нажмите «Открыть папку банка»
и выберите папку {root}
Браузер спросит, можно ли в неё писать: разрешите. Остановить редактор – Ctrl+C.
"""
