"""The commands and their options, in Russian."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from kopilka import __version__
from kopilka.cli import streams
from kopilka.cli.arguments import USAGE_ERROR, Parser, Usage
from kopilka.settings import SettingsError

_DESCRIPTION = "Банк образовательных практик: проверяет записи и начинает новые банки."
_EPILOGUE = "Справка по команде: kopilka КОМАНДА --help"
_INTERRUPTED = 130

_COMMANDS = {
    "check": "check",
    "certificate": "certificate",
    "ci": "ci",
    "diff": "diff",
    "editor": "editor",
    "fmt": "fmt",
    "forget": "forget",
    "import": "import_",
    "form": "form",
    "init": "init",
    "new": "new",
    "offline": "offline",
    "publish": "publish",
    "schema": "schema",
}
"""The modules of the commands: only the one that was called for is loaded.

What reads Word and draws pages takes half a second to load, and a check before each change needs neither.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; returns the exit code: 0 clean, 1 errors in the records, 2 wrong use or settings."""
    for stream in (sys.stdout, sys.stderr):
        streams.prepare(stream)
    words = sys.argv[1:] if arguments is None else arguments
    try:
        return _run(words)
    except (SettingsError, Usage) as error:
        print(f"kopilka: {error}", file=sys.stderr)
        return USAGE_ERROR
    except KeyboardInterrupt:
        print("kopilka: остановлено", file=sys.stderr)
        return _INTERRUPTED


def _run(words: Sequence[str]) -> int:
    parser = make_parser(words[:1])
    options = parser.parse_args(words)
    if options.run is None:
        parser.print_help(sys.stderr)
        return USAGE_ERROR
    return int(options.run(options))


def make_parser(called: Sequence[str] = ()) -> Parser:
    """The parser of the commands that are `called`; of all of them when none is or some are unknown."""
    parser = Parser(prog="kopilka", description=_DESCRIPTION, epilog=_EPILOGUE)
    parser.add_argument(
        "--version", action="version", version=f"kopilka {__version__}", help="показать версию и выйти"
    )
    commands = parser.add_subparsers(title="команды", metavar="КОМАНДА", prog="kopilka")
    parser.set_defaults(run=None)
    known = called if called and _COMMANDS.keys() >= set(called) else _COMMANDS
    for name in known:
        import_module(f"kopilka.cli.{_COMMANDS[name]}").add_command(commands)
    return parser
