"""`kopilka offline`: the whole site as one ZIP that opens from a folder, without a network."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kopilka.cli import streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import add_root, find_root
from kopilka.settings import read_settings
from kopilka.slugs import slugify
from kopilka.workspace.packing import pack_folder

_DESCRIPTION = """Собирает сайт и складывает его в один ZIP: для флешки и для школы без интернета.
Поиск, фильтры, маршрут и сравнение работают и там."""
_BUILD = ("-m", "mkdocs", "build", "--strict", "--quiet", "--no-directory-urls", "--site-dir")
_NOT_NEEDED = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})
"""Files that only a server reads."""
_START = "nachat.html"
_MEGABYTE = 1024 * 1024


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("offline", help="сложить сайт в ZIP для флешки", description=_DESCRIPTION)
    parser.add_argument(
        "-o", "--output", type=Path, metavar="ФАЙЛ", help="куда записать (иначе – dist/ИМЯ-БАНКА.zip)"
    )
    add_root(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Builds the site into a folder of its own, packs it and says how to use it."""
    root = find_root(options.root, Path.cwd())
    name = slugify(read_settings(root).bank.name) or "kopilka"
    target = (options.output or root / "dist" / f"{name}.zip").absolute()
    if target.is_dir():
        raise Usage(f"{target} – папка, а нужно имя файла")
    with TemporaryDirectory(prefix="kopilka-") as folder:
        site = Path(folder, name)
        built = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, *_BUILD, str(site)],
            cwd=root,
            check=False,
            env={**os.environ, "KOPILKA_COPY": "1"},
        )
        if built.returncode:
            raise Usage("сайт не собрался, причина выше; ZIP не записан")
        size = _pack(site, target, name)
    streams.say(_next_steps(target, size, name))
    return 0


def _pack(site: Path, target: Path, name: str) -> int:
    try:
        return pack_folder(
            site, target, top=name, leave=_NOT_NEEDED, more={_START: _start_page(name).encode()}
        )
    except OSError as error:
        raise Usage(f"не удалось записать {target}: {error.strerror or error}") from error


def _start_page(name: str) -> str:
    """Stands at the top of the ZIP, where among the site's folders nobody would find its first page."""
    page = f"{name}/index.html"
    return (
        '<!doctype html>\n<html lang="ru"><head><meta charset="utf-8"><title>Открыть каталог</title>'
        f'<meta http-equiv="refresh" content="0; url={page}"></head>'
        f'<body><p><a href="{page}">Открыть каталог</a></p></body></html>\n'
    )


def _next_steps(target: Path, size: int, name: str) -> str:
    megabytes = f"{max(size / _MEGABYTE, 0.1):.1f}".replace(".", ",")
    return f"""Готово: {target} ({megabytes} МБ)

Распакуйте ZIP в любую папку или на флешку и откройте {_START}: начнётся с главной страницы.
Интернет не нужен. Открывать прямо из ZIP, не распаковав, нельзя: ссылки не найдут папку {name}.
"""
