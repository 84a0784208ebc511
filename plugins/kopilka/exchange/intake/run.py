"""Many files at once: read in helping processes when that pays, written one after another."""

from __future__ import annotations

import os
import pickle
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from hashlib import sha256
from pathlib import Path

from kopilka.exchange.forms.changes import tell
from kopilka.exchange.intake.bank import Bank
from kopilka.exchange.intake.one import Outcome, Told, read_one
from kopilka.exchange.intake.own import merge
from kopilka.exchange.intake.paper import Refusal
from kopilka.exchange.intake.report import Line
from kopilka.exchange.intake.safety import MOST_BYTES
from kopilka.exchange.intake.store import Store
from kopilka.records.references import SLUG

FEW = 6
"""So few files are read faster than helpers start."""

Progress = Callable[[int, int, str], None]
_CRASH = Refusal(
    "файл не разобрать: программа на нём споткнулась", "Сохраните его в Word заново и попробуйте ещё раз."
)
_bank: Bank | None = None


def find_files(paths: Iterable[Path]) -> list[tuple[str, Path]]:
    """The files that were named, and those of the named folders, with the names for the report."""
    found: dict[Path, str] = {}
    for path in paths:
        if path.is_dir():
            for item in sorted(path.rglob("*")):
                if item.is_file() and not _is_systems_own(item.name):
                    found.setdefault(item.resolve(), item.relative_to(path).as_posix())
        else:
            found.setdefault(path.resolve(), path.name)
    return [(name, path) for path, name in found.items()]


def _is_systems_own(name: str) -> bool:
    """Whether nobody has sent it: a lock of an open document, what Windows and macOS keep for themselves."""
    return name.startswith((".", "~$")) or name.lower() in {"thumbs.db", "desktop.ini"}


def import_files(  # noqa: PLR0913 - each is named at the call
    bank: Bank,
    files: list[tuple[str, Path]],
    *,
    root: Path,
    out: Path | None = None,
    dry: bool = False,
    progress: Progress | None = None,
) -> list[Line]:
    """Reads the files and writes the drafts; a broken file is a line of the report like any other."""
    store = Store(bank.titles.keys(), dry=dry)
    twins = find_twins(files)
    read = [(name, path) for name, path in files if name not in twins]
    lines = [Line(name, state="twin", record=first) for name, first in twins.items()]
    for number, outcome in enumerate(_outcomes(bank, read, root), start=1):
        if progress:
            progress(number, len(read), outcome.source)
        lines += _stored(bank, store, outcome, root, out)
    order = {name: number for number, (name, _) in enumerate(files)}
    return sorted(lines, key=lambda line: order[line.source])


def find_twins(files: list[tuple[str, Path]]) -> dict[str, str]:
    """Files that hold the same as an earlier one, byte for byte: the letter was sent twice."""
    sizes = Counter(_size(path) for _, path in files)
    firsts: dict[tuple[str, bytes], str] = {}
    found = {}
    for name, path in files:
        size = _size(path)
        if not 0 < size <= MOST_BYTES or sizes[size] < 2:
            continue
        content = path.suffix.lower(), sha256(path.read_bytes()).digest()
        first = firsts.setdefault(content, name)
        if first != name:
            found[name] = first
    return found


def _size(path: Path) -> int:
    """What cannot be looked at is told of when it is read."""
    try:
        return path.stat().st_size if os.access(path, os.R_OK) else 0
    except OSError:
        return 0


def _stored(bank: Bank, store: Store, outcome: Outcome, root: Path, out: Path | None) -> Iterator[Line]:
    for told in outcome.told:
        folder = out or root / bank.folder(told.kind)
        try:
            merged = _merged(bank, store, told, root / bank.folder(told.kind))
            if merged:
                yield Line(
                    outcome.source, merged[0].relative_to(root).as_posix(), merged[1], told, changes=merged[2]
                )
                continue
            path, state = store.put(folder, told.draft)
        except OSError as error:
            refusal = Refusal(f"не записать: {error.strerror or error}", "Проверьте папку и место на диске.")
            yield Line(outcome.source, refusal=refusal)
            continue
        shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
        yield Line(outcome.source, shown, "dry" if store.dry and state == "written" else state, told)
    if outcome.refusal:
        yield Line(outcome.source, refusal=outcome.refusal)


def _merged(bank: Bank, store: Store, told: Told, folder: Path) -> tuple[Path, str, tuple[str, ...]] | None:
    """A form that was made from a record changes that record, and only what was changed in the form."""
    path = folder / f"{told.own.form.record}.md" if told.own and told.own.form.record else None
    if told.own is None or path is None or not SLUG.match(path.stem) or not path.is_file():
        return None
    changes = merge(bank, told.own, path)
    if not changes.merged:
        return path, "same", tuple(tell(changes))
    store.replace(path, changes.text)
    return path, "merged", tuple(tell(changes))


def _outcomes(bank: Bank, files: list[tuple[str, Path]], root: Path) -> Iterator[Outcome]:
    workers = min(os.cpu_count() or 1, 8, len(files) // 2)
    if len(files) <= FEW or workers < 2:
        yield from (_read(bank, name, path) for name, path in files)
        return
    done = 0
    try:
        packed = pickle.dumps(bank)
        with ProcessPoolExecutor(workers, initializer=_start, initargs=(str(root), packed)) as pool:
            for outcome in pool.map(_helped, *zip(*files, strict=True), chunksize=4):
                done += 1
                yield outcome
    except (BrokenProcessPool, pickle.PicklingError, AttributeError, OSError):
        yield from (_read(bank, name, path) for name, path in files[done:])


def _start(root: str, packed: bytes) -> None:
    """A bank's own kinds are importable only from its folder."""
    global _bank  # noqa: PLW0603 - what a helping process works with
    sys.path.append(root)
    _bank = pickle.loads(packed)  # noqa: S301 - packed by ourselves a moment ago


def _helped(name: str, path: Path) -> Outcome:
    if _bank is None:
        raise RuntimeError("a helper was not started properly")
    return _read(_bank, name, path)


def _read(bank: Bank, name: str, path: Path) -> Outcome:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        return Outcome(
            name,
            refusal=Refusal(f"не открыть: {error.strerror or error}", "Закройте его в других программах."),
        )
    try:
        return read_one(bank, name, data, path)
    except Exception:
        if os.environ.get("KOPILKA_DEBUG"):
            raise
        return Outcome(name, refusal=_CRASH)
