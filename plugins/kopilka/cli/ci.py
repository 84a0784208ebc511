"""`kopilka ci`: the files that make a forge check every proposal."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kopilka.cli import streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import add_root, find_repository, find_root
from kopilka.exchange.ci import FORGES, MARK, make_files
from kopilka.exchange.writing.files import write_whole
from kopilka.settings import Settings, read_settings
from kopilka.settings.forges import FORGE_NAMES

_DESCRIPTION = """Записывает в хранилище банка файлы, по которым сервер сам проверяет каждое предложение:
вызов одной и той же программы .ci/bank.py, шаблон предложения и форму «Сообщить об ошибке»."""


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("ci", help="настроить проверку на сервере", description=_DESCRIPTION)
    parser.add_argument(
        "forge",
        nargs="?",
        choices=tuple(FORGES),
        metavar="СЕРВЕР",
        help=f"{', '.join(FORGES)} (иначе – forge.kind из kopilka.yml)",
    )
    parser.add_argument("--out", type=Path, metavar="ПАПКА", help="куда записать (иначе – в папку банка)")
    parser.add_argument(
        "--force", action="store_true", help="заменить и те файлы, что сделаны не этой командой"
    )
    add_root(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes the files and says what to switch on in the forge."""
    root = find_root(options.root, Path.cwd()).resolve()
    settings = read_settings(root)
    kind = options.forge or settings.forge.kind
    if kind not in FORGES:
        raise Usage(
            f"назовите сервер: kopilka ci {next(iter(FORGES))} – или впишите forge.kind в kopilka.yml"
        )
    folder = options.out or _top(root)
    files = make_files(kind, settings)
    if not options.force:
        _refuse_foreign(folder, files)
    for path, text in files.items():
        try:
            write_whole(folder / path, text)
        except OSError as error:
            raise Usage(f"не удалось записать {folder / path}: {error.strerror or error}") from error
    streams.say(_next_steps(kind, files, settings, root))
    return 0


def _top(root: Path) -> Path:
    """A forge reads its files in the top folder of the repository only."""
    if find_repository(root) != root:
        raise Usage(
            "сервер ищет эти файлы только в верхней папке хранилища, а банк лежит глубже. "
            "Заведите банку отдельное хранилище или укажите --out и поправьте пути сами."
        )
    return root


def _refuse_foreign(folder: Path, files: Mapping[str, str]) -> None:
    """What a person has written, or changed in our name, is not overwritten unasked."""
    for path in files:
        there = folder / path
        if there.exists() and MARK not in there.read_text("utf-8", "replace"):
            raise Usage(
                f"{there} уже есть, и сделала его не эта команда. Переименуйте его или добавьте --force"
            )


def _next_steps(kind: Any, files: Mapping[str, str], settings: Settings, root: Path) -> str:
    forge = FORGES[kind]
    steps = [f"Сохраните файлы в Git и отправьте в ветку {settings.forge.branch}.", *forge.then]
    if not any((root / name).is_file() for name in ("requirements.lock", "requirements.txt")):
        steps.insert(0, "Впишите в requirements.txt, откуда ставить «Копилку»: сервер поставит её сам.")
    written = "".join(f"  {path}\n" for path in files)
    numbered = "".join(f"  {number}. {step}\n" for number, step in enumerate(steps, 1))
    return f"Для {FORGE_NAMES[kind]} записано:\n{written}\nДальше:\n{numbered}"
