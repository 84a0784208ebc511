"""What is measured, each in a process of its own: beside a peer, or against a bar of its own."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import importing, serving
from bench.generator import write_bank
from bench.measure import REPOSITORY, Cost, environment, python, run
from bench.plain import write_plain


@dataclass(frozen=True, slots=True)
class Pair:
    """Runs of ours and of the peer, one after the other, over one bank."""

    case: str
    size: int
    ours: tuple[Cost, ...]
    peer: tuple[Cost, ...]

    @property
    def wall_ratio(self) -> float:
        """How many times longer ours takes, by the clock: the median of the neighbouring runs."""
        return _ratio(self.ours, self.peer, lambda cost: cost.wall)

    @property
    def cpu_ratio(self) -> float:
        """The same by the processor's time, which neighbours on the machine disturb less."""
        return _ratio(self.ours, self.peer, lambda cost: cost.cpu)


@dataclass(frozen=True, slots=True)
class Stages:
    """Seconds of processor time of our own stages."""

    size: int
    seconds: dict[str, float]


@dataclass(frozen=True, slots=True)
class Served:
    """Seconds from the writing of a changed record to its page, for each change."""

    size: int
    seconds: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """Seconds of a work that has a bar of its own and no peer; `size` is of records or of forms."""

    case: str
    size: int
    seconds: float


def median(costs: Sequence[Cost]) -> Cost:
    """The middle of each figure."""
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.megabytes for cost in costs),
    )


class Banks:
    """Generated banks and plain projects in one folder, each written once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def bank(self, size: int) -> Path:
        """A bank of so many records."""
        return self._made(f"bank-{size}", size, write_bank)

    def plain(self, size: int) -> Path:
        """The plain MkDocs project over the same bodies."""
        return self._made(f"plain-{size}", size, write_plain)

    def formatted(self, size: int) -> Path:
        """The same bank in canonical order and style."""
        return self._made(f"formatted-{size}", size, _write_formatted)

    def forms(self, number: int) -> Path:
        """A folder of so many applications in Word."""
        return self._made(f"forms-{number}", number, importing.write_forms)

    def _made(self, name: str, size: int, write: Callable[[Path, int], None]) -> Path:
        place = self._folder / name
        if not place.exists():
            place.mkdir(parents=True)
            write(place, size)
        return place


def measure_check(banks: Banks, size: int, runs: int) -> Pair:
    """`kopilka check` beside the bare composing and validating."""
    root = str(banks.bank(size))
    ours = python("-m", "kopilka.cli", "check", "--root", root)
    bare = python("-m", "bench.bare", root)
    costs = [(run(ours, REPOSITORY), run(bare, REPOSITORY)) for _ in range(runs)]
    return Pair("check", size, *_apart(costs))


def measure_fmt(banks: Banks, size: int, runs: int) -> Pair:
    """`kopilka fmt --check` over a formatted bank, as people and forges run it, beside the same bare work."""
    root = str(banks.formatted(size))
    ours = python("-m", "kopilka.cli", "fmt", "--check", "--root", root)
    bare = python("-m", "bench.bare", root)
    costs = [(run(ours, REPOSITORY), run(bare, REPOSITORY)) for _ in range(runs)]
    return Pair("fmt", size, *_apart(costs))


def _write_formatted(place: Path, size: int) -> None:
    write_bank(place, size)
    run(python("-m", "kopilka.cli", "fmt", "--root", str(place)), REPOSITORY)


def measure_build(banks: Banks, size: int, runs: int) -> Pair:
    """A strict build of the bank beside plain MkDocs with Material over the same bodies."""
    places = (banks.bank(size), banks.plain(size))
    costs = [(_build(places[0]), _build(places[1])) for _ in range(runs)]
    return Pair("build", size, *_apart(costs))


def measure_stages(banks: Banks, size: int) -> Stages:
    """Our own time by stages."""
    return Stages(size, json.loads(_printed(python("-m", "bench.stages", str(banks.bank(size))))))


def measure_likeness(banks: Banks, size: int) -> list[Work]:
    """The search for near-duplicates by the processor: all sketches to make, and, as in `serve`, kept."""
    seconds = json.loads(_printed(python("-m", "bench.likeness", str(banks.bank(size)))))
    return [Work(case, size, seconds[case]) for case in seconds]


def measure_import(banks: Banks, number: int) -> Work:
    """`kopilka import` of a folder of applications by the clock."""
    return Work("import", number, importing.measure(banks.forms(number)).wall)


def measure_serve(banks: Banks, size: int, changes: int) -> Served:
    """The wait for changed records in a running `mkdocs serve`."""
    return Served(size, tuple(serving.measure(banks.bank(size), size, changes)))


def _printed(command: list[str]) -> bytes:
    return subprocess.run(command, cwd=REPOSITORY, env=environment(), check=True, capture_output=True).stdout


def _build(project: Path) -> Cost:
    shutil.rmtree(project / "site", ignore_errors=True)
    return run(python("-m", "mkdocs", "build", "--strict", "--quiet"), project)


def _apart(costs: list[tuple[Cost, Cost]]) -> tuple[tuple[Cost, ...], tuple[Cost, ...]]:
    return tuple(ours for ours, _ in costs), tuple(peer for _, peer in costs)


def _ratio(ours: Sequence[Cost], peer: Sequence[Cost], figure: Callable[[Cost], float]) -> float:
    return statistics.median(figure(a) / figure(b) for a, b in zip(ours, peer, strict=True))
