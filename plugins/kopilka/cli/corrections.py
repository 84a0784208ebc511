"""`kopilka publish СБОРНИК --corrections ФАЙЛ`: what an editor changed in the Word file of a book."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kopilka.cli import streams
from kopilka.cli.arguments import Usage
from kopilka.exchange.writing import write_whole
from kopilka.workspace import Workspace

_FORMATS = ("html", "json")
"""What is written into a folder; the screen gets the text."""


def tell_corrections(workspace: Workspace, ids: Sequence[str], *, file: Path, out: Path | None) -> int:
    """Prints what the editor changed in one collection, or writes it into the folder `out`."""
    from kopilka.exchange.corrections import render  # noqa: PLC0415 - readers of Word load slowly
    from kopilka.workspace.correcting import (  # noqa: PLC0415 - the same
        CorrectionsError,
        read_corrections,
        sources_of,
    )

    if len(ids) != 1:
        raise Usage("--corrections: назовите один сборник")
    try:
        corrections = read_corrections(workspace, ids[0], file.name, file.read_bytes())
    except OSError as error:
        raise Usage(f"не удалось прочитать {file}: {error.strerror or error}") from error
    except CorrectionsError as error:
        raise Usage(str(error)) from error
    sources = sources_of(workspace, corrections)
    streams.say(render(corrections, "text", sources=sources))
    if out is not None:
        for kind in _FORMATS:
            _write(out / f"{ids[0]}-pravki.{kind}", render(corrections, kind, sources=sources))
    return 0


def _write(target: Path, text: str) -> None:
    try:
        write_whole(target, text)
    except OSError as error:
        raise Usage(f"не удалось записать {target}: {error.strerror or error}") from error
    streams.say(f"{target}\n")
