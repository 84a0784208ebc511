"""`kopilka init`: a new, empty bank that checks and builds."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from kopilka.cli import streams
from kopilka.cli.arguments import Usage
from kopilka.cli.start import write_bank
from kopilka.settings import Bank

_DESCRIPTION = """Начинает новый банк: настройки, словари, термины и папки для записей.
Банк сразу проверяется и собирается, остаётся вписать организации и первую запись."""
_MOST = 80


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("init", help="начать новый банк", description=_DESCRIPTION)
    parser.add_argument("folder", type=Path, metavar="ПАПКА", help="где начать: новая или пустая папка")
    parser.add_argument("--name", default=Bank().name, metavar="ИМЯ", help="короткое имя банка («Копилка»)")
    parser.add_argument(
        "--title", default=Bank().title, metavar="НАЗВАНИЕ", help="полное название, оно стоит под именем"
    )
    parser.add_argument(
        "--examples", action="store_true", help="положить запись-пример и выдуманные организации к ней"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes the bank and says what to do next."""
    folder = options.folder.absolute()
    name, title = _words(options.name, "--name"), _words(options.title, "--title")
    _refuse_taken(folder)
    try:
        write_bank(folder, name=name, title=title, examples=options.examples)
    except OSError as error:
        raise Usage(f"не удалось записать {error.filename or folder}: {error.strerror}") from error
    streams.say(_next_steps(options.folder))
    return 0


def _words(written: str, option: str) -> str:
    words = " ".join(written.split())
    if not words or not words.isprintable():
        raise Usage(f"{option}: впишите имя буквами")
    if len(words) > _MOST:
        raise Usage(f"{option}: длиннее {_MOST} знаков, в шапку сайта не поместится")
    return words


def _refuse_taken(folder: Path) -> None:
    """A new bank goes into a folder of its own; one that `git init` or `git clone` has just made will do."""
    if folder.is_dir():
        taken = next((item for item in sorted(folder.iterdir()) if item.name != ".git"), None)
        if taken is not None:
            raise Usage(f"папка {folder} не пуста, в ней есть {taken.name}. Укажите новую или пустую папку.")
    elif folder.exists():
        raise Usage(f"{folder} – файл, а нужна папка")


def _next_steps(folder: Path) -> str:
    path = f'"{folder}"' if " " in str(folder) else str(folder)
    return f"""Новый банк готов: {folder.absolute()}

Дальше:
  cd {path}
  kopilka check            проверить
  mkdocs serve --strict    посмотреть: http://127.0.0.1:8000/

Впишите свои организации в registry/organisations/nashi.yml.
Образец записи лежит в README каждой папки: practices, projects, sites.
"""
