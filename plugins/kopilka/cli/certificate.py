"""`kopilka certificate`: справка о публикации as PDF, entered in the register of the bank."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kopilka.cli import streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import add_root, find_root, today
from kopilka.workspace import open_workspace

_DESCRIPTION = """Выдаёт справку о публикации записи: PDF с номером, местом публикации, страницами и QR-кодом.
Номер и сведения попадают в реестр справок, и сайт подтверждает справку на своей странице.
Если такая справка уже выдана, печатает её ещё раз под тем же номером."""


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("certificate", help="выдать справку о публикации", description=_DESCRIPTION)
    parser.add_argument("record", metavar="ЗАПИСЬ", help="идентификатор записи: имя её файла без .md")
    parser.add_argument(
        "--author", metavar="ИМЯ", help="чья справка, если авторов несколько: фамилия, можно с именем"
    )
    parser.add_argument(
        "--collection", metavar="СБОРНИК", help="какой сборник назвать (обычно последний, где есть запись)"
    )
    parser.add_argument("--out", type=Path, metavar="ПАПКА", help="куда положить PDF (обычно books/spravki)")
    add_root(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Issues the certificate, or prints the one that was issued before."""
    from kopilka.book.certificate import print_certificate  # noqa: PLC0415 - slow to load
    from kopilka.workspace.certificates import issue, register, save  # noqa: PLC0415 - the same
    from kopilka.workspace.publications import CannotIssueError  # noqa: PLC0415 - the same

    workspace = open_workspace(find_root(options.root, Path.cwd()), today=today(os.environ))
    try:
        issued = issue(workspace, options.record, author=options.author, collection=options.collection)
    except CannotIssueError as error:
        raise Usage(str(error)) from error
    printed = print_certificate(issued.paper, day=issued.certificate.date.first)
    if not issued.known:
        register(workspace, issued.certificate)
    folder = options.out or workspace.root / workspace.settings.books / "spravki"
    path = save(folder, issued.certificate, printed)
    streams.say("".join(f"{line}\n" for line in _told(issued, path, workspace.settings.registry)))
    return 0


def _told(issued: Any, path: Path, registry: str) -> Iterator[str]:
    certificate = issued.certificate
    again = " (выдана раньше, напечатана ещё раз)" if issued.known else ""
    yield f"Справка № {certificate.number}{again}: {path}"
    if not issued.known:
        yield f"Она записана в {registry}/certificates.yml: по этому файлу сайт подтверждает справки."
    if certificate.author is None:
        yield "Справка выдана организации. Чтобы назвать автора, добавьте --author."
    if issued.paper.check:
        yield f"Проверить её можно будет здесь, когда сайт обновится: {issued.paper.check}"
    else:
        yield "QR-кода и адреса проверки на ней нет: впишите адрес сайта в kopilka.yml, bank: url."
