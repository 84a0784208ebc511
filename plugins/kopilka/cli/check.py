"""`kopilka check`: everything wrong in the bank, in one run."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from kopilka.cli import reports
from kopilka.diagnostics import Report, Severity
from kopilka.workspace import Workspace, open_workspace


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("check", help="проверить записи", description="Проверяет все записи и реестры банка.")
    parser.add_argument("--root", type=Path, default=Path(), metavar="ПАПКА", help="папка банка (где kopilka.yml)")
    parser.add_argument("paths", nargs="*", metavar="ПУТЬ", help="показать только эти файлы и папки")
    parser.add_argument("--format", choices=reports.FORMATS, default="text", help="вид отчёта (по умолчанию text)")
    parser.add_argument(
        "--min-severity",
        choices=[severity.key for severity in Severity],
        default="advice",
        help="не показывать то, что мягче: error – ошибки, warning – замечания, advice – советы",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Checks the bank and prints the report."""
    workspace = open_workspace(options.root, today=today())
    report = _narrow(workspace, options.paths).at_least(Severity.from_key(options.min_severity))
    sys.stdout.write(reports.render(report, options.format, root=workspace.root, colour=sys.stdout.isatty()))
    return 1 if report.count(Severity.ERROR) else 0


def _narrow(workspace: Workspace, paths: list[str]) -> Report:
    """The whole bank is always read, since records refer to each other; only what is shown is narrowed."""
    if not paths:
        return workspace.report
    wanted = tuple(_inside(workspace.root, path) for path in paths)
    shown = [d for d in workspace.report.diagnostics if d.path.startswith(wanted)]
    records = sum(path.startswith(wanted) for path in workspace.kept)
    return Report.of(records, shown)


def _inside(root: Path, path: str) -> str:
    absolute = Path(path).resolve()
    if absolute.is_relative_to(root):
        return absolute.relative_to(root).as_posix().removeprefix(".")
    return Path(path).as_posix()


def today() -> date:
    """The day of the run: SOURCE_DATE_EPOCH where it is set (reproducible builds), the clock otherwise."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return datetime.now(tz=UTC).astimezone().date()
