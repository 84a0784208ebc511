"""The standard parser of command lines, speaking Russian."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from typing import Any, NoReturn

from kopilka.records.suggest import suggest
from kopilka.russian import join_words

USAGE_ERROR = 2


class Usage(Exception):  # noqa: N818 - it is a wrong call, told to the person, and no fault
    """A command was called in a way that makes no sense; the text says what to do, in Russian."""


class _Formatter(argparse.HelpFormatter):
    """Help with Russian headings."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or "Как вызвать: ")


class Parser(argparse.ArgumentParser):
    """A parser whose help and complaints are in Russian."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **options)
        self._positionals.title = "что указать"
        self._optionals.title = "параметры"
        self.add_argument("-h", "--help", action="help", help="показать эту справку и выйти")

    def error(self, message: str) -> NoReturn:
        """Tells what is wrong with the call and ends the program with the code 2."""
        self.exit(USAGE_ERROR, f"kopilka: {translate(message)}\nСправка: {self.prog} --help\n")


def translate(message: str) -> str:
    """A complaint of the standard parser in Russian; an unknown one stays as it is."""
    place, _, rest = message.partition(": ") if message.startswith("argument ") else ("", "", message)
    name = place.removeprefix("argument ")
    for pattern, tell in _COMPLAINTS:
        found = pattern.fullmatch(rest)
        if found:
            words = tell(found)
            return f"{name}: {words}" if name else words
    return message


def _choice(found: re.Match[str]) -> str:
    allowed = re.findall(r"[\w-]+", found["allowed"])
    near = suggest(found["written"], allowed)
    guess = f"возможно, {near}; " if near else ""
    return f"«{found['written']}» не подходит; {guess}можно {join_words(allowed, last='или')}"


def _unknown(found: re.Match[str]) -> str:
    return f"лишнее в команде: {found['rest']}"


_COMPLAINTS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"invalid choice: '?(?P<written>.*?)'?(?:, maybe .*)? \(choose from (?P<allowed>.*)\)"),
        _choice,
    ),
    (
        re.compile(r"the following arguments are required: (?P<names>.*)"),
        lambda found: f"не хватает: {found['names']}",
    ),
    (re.compile(r"unrecognized arguments: (?P<rest>.*)"), _unknown),
    (re.compile(r"expected one argument"), lambda _: "нужно значение"),
    (re.compile(r"expected at least one argument"), lambda _: "нужно хотя бы одно значение"),
    (re.compile(r"expected (?P<number>\d+) arguments?"), lambda found: f"нужно значений: {found['number']}"),
    (
        re.compile(r"not allowed with argument (?P<other>.*)"),
        lambda found: f"не бывает вместе с {found['other']}",
    ),
    (
        re.compile(r"ignored explicit argument '?(?P<written>.*?)'?"),
        lambda found: f"значение «{found['written']}» здесь не нужно",
    ),
    (
        re.compile(r"invalid \w+ value: '?(?P<written>.*?)'?"),
        lambda found: f"«{found['written']}» не подходит",
    ),
)
