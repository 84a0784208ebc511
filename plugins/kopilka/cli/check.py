"""`kopilka check`: everything wrong in the bank, in one run."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from kopilka.cli import reports, streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import add_root, belongs, find_repository, find_root, narrow, today, way
from kopilka.cli.reports.findings import Findings
from kopilka.diagnostics import Diagnostic, Report, Severity
from kopilka.russian import count
from kopilka.workspace import Workspace, open_workspace

_DESCRIPTION = """Проверяет все записи и реестры банка и говорит, что поправить: где, что и как.
Код выхода: 0 – ошибок нет, 1 – есть ошибки, 2 – неверная команда или настройки."""
_LISTED = ("text", "json")
"""The formats of the list of records by readiness."""


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("check", help="проверить записи", description=_DESCRIPTION)
    parser.add_argument("paths", nargs="*", metavar="ПУТЬ", help="показать только эти файлы и папки")
    add_root(parser)
    parser.add_argument(
        "--format",
        choices=reports.FORMATS,
        default="text",
        metavar="ВИД",
        help=f"вид отчёта: {', '.join(reports.FORMATS)} (обычно text)",
    )
    parser.add_argument(
        "--min-severity",
        choices=[severity.key for severity in Severity],
        default=Severity.ADVICE.key,
        metavar="СТЕПЕНЬ",
        help="не показывать то, что мягче: error – только ошибки, warning – ещё и замечания, advice – всё",
    )
    parser.add_argument(
        "--readiness",
        action="store_true",
        help="показать, насколько заполнена каждая запись и что дописать сначала (вид text или json)",
    )
    parser.add_argument(
        "--links",
        action="store_true",
        help="спросить сайты, на месте ли страницы, на которые ссылаются записи (нужен интернет)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Checks the bank and prints the report."""
    if options.readiness and options.format not in _LISTED:
        raise Usage(f"--readiness бывает вида {' или '.join(_LISTED)}, а не {options.format}")
    root = find_root(options.root, Path.cwd())
    workspace = open_workspace(root, today=today(os.environ))
    wanted = narrow(workspace.root, options.paths)
    links = _ask_links(workspace, wanted) if options.links else ()
    findings = _findings(workspace, wanted, links, Severity.from_key(options.min_severity))
    screen = streams.Screen.of(sys.stdout, os.environ)
    if options.readiness:
        from kopilka.cli import listing  # noqa: PLC0415 - a check before each change does not need it

        text = listing.render(listing.list_records(workspace, wanted), options.format, screen)
    else:
        text = reports.render(findings, options.format, screen)
    streams.say(text)
    return 1 if findings.report.count(Severity.ERROR) else 0


def _ask_links(workspace: Workspace, wanted: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """What the sites say of the links; how it goes is told beside the report, which other programs read."""
    from kopilka.workspace.links import check_links  # noqa: PLC0415 - slow to load, and rarely asked for

    def begin(asked: int, sites: int) -> None:
        if asked:
            print(
                f"Спрашиваю {count(asked, _ADDRESSES)} на {count(sites, _SITES)}, без спешки…",
                file=sys.stderr,
            )

    try:
        report = check_links(workspace, lambda path: belongs(path, wanted), begin=begin)
    except OSError as error:
        raise Usage(f"не удалось записать ответы сайтов в {error.filename}: {error.strerror}") from error
    if report.offline:
        print("Похоже, нет интернета: ссылки не проверены.", file=sys.stderr)
    elif report.known:
        known = count(report.known, _ADDRESSES)
        print(f"Ещё {known} не спрашивал: недавно открывались.", file=sys.stderr)
    return report.found


_ADDRESSES = ("адрес", "адреса", "адресов")
_SITES = ("сайте", "сайтах", "сайтах")


def _findings(
    workspace: Workspace, wanted: tuple[str, ...], links: tuple[Diagnostic, ...], least: Severity
) -> Findings:
    """The whole bank is always read, since records refer to each other; only what is shown is narrowed."""
    root = workspace.root
    records = [path for path in workspace.kept if belongs(path, wanted)]
    registers = [path for path, _ in workspace.registers.stamps if belongs(path, wanted)]
    found = (item for item in (*workspace.report.diagnostics, *links) if belongs(item.path, wanted))
    return Findings(
        Report.of(len(records), found).at_least(least),
        root,
        files=(*records, *registers),
        here=way(Path.cwd(), root),
        repository=way(find_repository(root), root),
    )
