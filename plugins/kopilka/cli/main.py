"""The commands and their options, in Russian."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kopilka.cli import check
from kopilka.settings import SettingsError

USAGE_ERROR = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; returns the exit code: 0 clean, 1 errors in the records, 2 wrong use or settings."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except SettingsError as error:
        print(f"kopilka: {error}", file=sys.stderr)  # noqa: T201 - this is the face that prints
        return USAGE_ERROR


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(prog="kopilka", description="Банк образовательных практик: проверка и сборка.")
    commands = parser.add_subparsers(title="команды", metavar="КОМАНДА", required=True)
    check.add_command(commands)
    return parser


def root_option(parser: argparse.ArgumentParser) -> None:
    """`--root`: where the bank is."""
    parser.add_argument("--root", type=Path, default=Path(), metavar="ПАПКА", help="папка банка (где kopilka.yml)")
