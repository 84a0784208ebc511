"""What forgetting a person changes in the files of a bank, worked out first and written afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from kopilka.exchange.forgetting.person import Sought
from kopilka.exchange.forgetting.texts import YAML, fields_in, forget_in_record, forget_in_text
from kopilka.exchange.writing import write_whole

TEXTS = frozenset({".md", ".yml", ".yaml", ".txt", ".csv", ".ics", ".svg", ".json", ".html", ".vtt", ".srt"})
"""Endings of files that are looked through and changed as texts."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file with the person in it, and its text without."""

    path: str
    before: str
    after: str

    @property
    def lines(self) -> list[str]:
        """The lines that go («- …») and come («+ …»), in order."""
        shown = unified_diff(self.before.splitlines(), self.after.splitlines(), n=0, lineterm="")
        return [f"{line[0]} {line[1:].strip()}" for line in list(shown)[2:] if line[0] in "+-"]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """All that a program can change, and what people have to look at themselves: `path, line, text`."""

    changes: tuple[Change, ...]
    doubtful: tuple[tuple[str, int, str], ...]
    unread: tuple[str, ...]


def plan_forgetting(root: Path, paths: Iterable[str], sought: Sought, records: frozenset[str]) -> Forgotten:
    """Looks through the files (`paths` relative to `root`); writes nothing.

    A record that could be read before and could not be afterwards is left alone and told among the unread.
    """
    changes, doubtful, unread = [], [], []
    for path in sorted(paths):
        if Path(path).suffix.lower() not in TEXTS:
            continue
        text = _read(root / path)
        if text is None:
            unread.append(path)
            continue
        has_fields = path in records or path.endswith(YAML)
        change = Change(path, text, _forget(path, text, sought, has_fields=has_fields))
        if has_fields and _breaks(change):
            unread.append(path)
        elif change.before != change.after:
            changes.append(change)
        doubtful += [(path, line, words) for line, words in _doubtful(change.after, sought)]
    return Forgotten(tuple(changes), tuple(doubtful), tuple(unread))


def write_changes(root: Path, changes: Sequence[Change]) -> None:
    """Writes each file whole, beside and then in its place; raises `OSError`."""
    for change in changes:
        target = root / change.path
        if target.resolve().is_relative_to(root.resolve()):
            write_whole(target, change.after)


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _forget(path: str, text: str, sought: Sought, *, has_fields: bool) -> str:
    if not sought.pattern.search(text):
        return text
    plain = text.replace("\r\n", "\n")
    if not has_fields or "\r" in plain:
        return forget_in_text(text, sought)
    done = forget_in_record(path, plain, sought)
    return done.replace("\n", "\r\n") if plain != text else done


def _breaks(change: Change) -> bool:
    """Whether a file could be read before and cannot be, or has other fields, afterwards."""
    if change.before == change.after:
        return False
    before, after = (fields_in(change.path, text) for text in (change.before, change.after))
    return before is not None and (after is None or list(before) != list(after))


def _doubtful(text: str, sought: Sought) -> Iterator[tuple[int, str]]:
    lines = text.split("\n")
    for place in sought.find(text):
        if not place.sure:
            line = text.count("\n", 0, place.start)
            yield line + 1, lines[line].strip()
