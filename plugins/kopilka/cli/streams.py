"""What is printed where: UTF-8 into files and pipes, on a screen what it can show, colour if wanted."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

WIDTH = 110
_NARROWEST = 40
_PLAIN = "kopilka-plain"
_EQUIVALENTS = str.maketrans("«»„“–—…│\u00a0−≈№Ёё", '""""--.| -~NЕе', "\u2060")


@dataclass(frozen=True, slots=True)
class Screen:
    """What the reader's screen can do; a `live` one is a terminal that somebody looks at."""

    width: int = WIDTH
    colour: bool = False
    live: bool = False

    @classmethod
    def of(cls, stream: TextIO, environment: Mapping[str, str]) -> Screen:
        """The screen behind a stream; a file or a pipe is plain and of a fixed width."""
        if not stream.isatty():
            return cls()
        width = shutil.get_terminal_size((WIDTH, 24)).columns
        return cls(max(width, _NARROWEST), _wants_colour(environment), live=True)


def _wants_colour(environment: Mapping[str, str]) -> bool:
    """See https://no-color.org; an old Windows console would print the codes as rubbish."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return sys.platform != "win32" or any(name in environment for name in ("WT_SESSION", "TERM", "ANSICON"))


def prepare(stream: TextIO) -> None:
    """Makes a stream able to take any text: UTF-8 where nobody looks, the nearest signs on an old screen."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        codecs.register_error(_PLAIN, _nearest_signs)
        reconfigure(errors=_PLAIN)
    else:
        reconfigure(encoding="utf-8", errors="replace")


def _nearest_signs(error: UnicodeError) -> tuple[str, int]:
    """One plain sign for each that the screen does not know, so that the caret stays under its place."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end].translate(_EQUIVALENTS)
    return "".join(sign if _known(sign, error.encoding) else "?" for sign in signs), error.end


def _known(sign: str, encoding: str) -> bool:
    return bool(sign.encode(encoding, errors="ignore"))


def say(text: str) -> None:
    """Prints a text; `kopilka check | head` ends without a word when the reader has seen enough."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would flush again at its end and complain about the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
