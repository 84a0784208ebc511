"""Writes drafts: the same source gives the same file, what a person has edited is never overwritten."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from kopilka.exchange.intake.draft import Draft

State = Literal["written", "same", "edited"]
_CREATED = re.compile(r"(?m)^created: .*$")
_MOST_SAME = 1000


@dataclass
class Store:
    """The drafts of one run: `known` are the ids of the bank's records, `taken` those given in this run."""

    known: Collection[str]
    dry: bool = False
    taken: set[str] = field(default_factory=set)

    def put(self, folder: Path, draft: Draft) -> tuple[Path, State]:
        """Writes a draft into a folder, unless it lies there already; where it is, and what was done."""
        path, state = self._place(folder, draft)
        self.taken.add(path.stem)
        if state == "written" and not self.dry:
            _write(path, draft.text.encode())
        if state != "edited" and not self.dry:
            for picture in draft.pictures:
                target = folder / path.stem / picture.name
                if not target.exists():
                    _write(target, picture.data)
        return path, state

    def replace(self, path: Path, text: str) -> None:
        """Writes a record that a form has changed."""
        if not self.dry:
            _write(path, text.encode())

    def _place(self, folder: Path, draft: Draft) -> tuple[Path, State]:
        for number in range(1, _MOST_SAME):
            name = draft.name if number == 1 else f"{draft.name}-{number}"
            path = folder / f"{name}.md"
            if name in self.taken:
                continue
            if not path.exists():
                if name not in self.known:
                    return path, "written"
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            if _undated(text) == _undated(draft.text):
                return path, "same"
            if draft.mark in text:
                return path, "edited"
        raise OSError(f"{draft.name}: слишком много записей с таким названием")


def _undated(text: str) -> str:
    """The text but for the day on which it came: that is another one every day."""
    return _CREATED.sub("", text.replace("\r\n", "\n"), count=1)


def _write(path: Path, data: bytes) -> None:
    """Beside, then in its place: a broken run leaves no half of a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
