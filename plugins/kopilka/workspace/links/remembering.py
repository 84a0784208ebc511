"""Links that opened lately are kept in a file, so that nobody is asked about them every day."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kopilka.exchange.writing.files import write_whole
from kopilka.workspace.links.asking import Answer, Fate

_KEPT = frozenset({Fate.FOUND, Fate.MOVED})
Remembered = Mapping[str, tuple[date, Answer]]
"""The day when an address was asked for, and the answer."""


def read_answers(path: Path, today: date, *, days: int) -> dict[str, tuple[date, Answer]]:
    """The answers that still hold; none when the file is not there or is not ours."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    items = written.items() if isinstance(written, dict) else ()
    found = ((url, _answer(item)) for url, item in items)
    return {url: kept for url, kept in found if kept and 0 <= (today - kept[0]).days < days}


def _answer(item: Any) -> tuple[date, Answer] | None:
    try:
        fate, target = Fate(item["fate"]), item.get("target", "")
        day = date.fromisoformat(item["day"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return (day, Answer(fate, target=target)) if fate in _KEPT and isinstance(target, str) else None


def write_answers(path: Path, answers: Remembered) -> None:
    """Keeps what opened; raises `OSError`."""
    kept = {
        url: {"day": day.isoformat(), "fate": answer.fate.value, "target": answer.target}
        for url, (day, answer) in sorted(answers.items())
        if answer.fate in _KEPT
    }
    write_whole(path, f"{json.dumps(kept, ensure_ascii=False, indent=1)}\n")
