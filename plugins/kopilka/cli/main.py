"""The commands and their options, in Russian."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kopilka import __version__
from kopilka.cli import check, diff, fmt, forget, form, import_, init, new, offline, schema, streams
from kopilka.cli.arguments import USAGE_ERROR, Parser, Usage
from kopilka.settings import SettingsError

_DESCRIPTION = "Банк образовательных практик: проверяет записи и начинает новые банки."
_EPILOGUE = "Справка по команде: kopilka КОМАНДА --help"
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; returns the exit code: 0 clean, 1 errors in the records, 2 wrong use or settings."""
    for stream in (sys.stdout, sys.stderr):
        streams.prepare(stream)
    parser = make_parser()
    options = parser.parse_args(arguments)
    if options.run is None:
        parser.print_help(sys.stderr)
        return USAGE_ERROR
    try:
        return int(options.run(options))
    except (SettingsError, Usage) as error:
        print(f"kopilka: {error}", file=sys.stderr)
        return USAGE_ERROR
    except KeyboardInterrupt:
        print("kopilka: остановлено", file=sys.stderr)
        return _INTERRUPTED


def make_parser() -> Parser:
    """The parser of the whole command line."""
    parser = Parser(prog="kopilka", description=_DESCRIPTION, epilog=_EPILOGUE)
    parser.add_argument(
        "--version", action="version", version=f"kopilka {__version__}", help="показать версию и выйти"
    )
    commands = parser.add_subparsers(title="команды", metavar="КОМАНДА", prog="kopilka")
    parser.set_defaults(run=None)
    check.add_command(commands)
    diff.add_command(commands)
    fmt.add_command(commands)
    forget.add_command(commands)
    import_.add_command(commands)
    form.add_command(commands)
    init.add_command(commands)
    new.add_command(commands)
    offline.add_command(commands)
    schema.add_command(commands)
    return parser
