"""`python -m bench`: measure everything; with a word after it, one thing: `search`, `book` and others."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench import book
from bench.cases import (
    Banks,
    measure_build,
    measure_check,
    measure_fmt,
    measure_import,
    measure_likeness,
    measure_serve,
    measure_stages,
)
from bench.finding import run as finding
from bench.generator import write_bank
from bench.machine import describe
from bench.markdown import renew
from bench.measure import REPOSITORY
from bench.report import Results, table
from bench.search import compare

CASES = ("check", "fmt", "likeness", "import", "build", "serve", "stages")
SIZES = (100, 1_000, 10_000)
_QUICK = 1_000
_CHANGES = 5
_FORMS = 200


def main(arguments: Sequence[str]) -> None:
    """Measures, prints the tables and writes the JSON."""
    if arguments[:1] == ["generate"]:
        write_bank(Path(arguments[1]), int(arguments[2]))
        return
    if arguments[:1] == ["search"]:
        compare.main(arguments[1:])
        return
    if arguments[:1] == ["finding"]:
        finding.main(arguments[1:])
        return
    if arguments[:1] == ["book"]:
        book.main(arguments[1:])
        return
    options = _parser().parse_args(arguments)
    results = Results(describe(datetime.now(UTC).date().isoformat()))
    sizes = [size for size in options.sizes if size <= _QUICK or not options.quick]
    if options.keep:
        _measure(results, Banks(options.keep), sizes, options)
    else:
        with tempfile.TemporaryDirectory(prefix="kopilka-bench-") as folder:
            _measure(results, Banks(Path(folder)), sizes, options)
    print(table(results))
    _save(results, options.json, write=options.write)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench", description="Измеряет скорость банка рядом с тем, с чем его сравнивают."
    )
    parser.add_argument("--quick", action="store_true", help="только банки до 1000 записей")
    parser.add_argument(
        "--write", action="store_true", help="записать таблицу в bench/README.md, числа – в bench/results"
    )
    parser.add_argument(
        "--only",
        nargs="+",
        choices=CASES,
        default=CASES,
        metavar="ЧТО",
        help=f"что мерить: {', '.join(CASES)}",
    )
    parser.add_argument(
        "--sizes", nargs="+", type=int, default=SIZES, metavar="N", help="сколько записей в банках"
    )
    parser.add_argument(
        "--forms", type=int, default=_FORMS, metavar="N", help="сколько заявок принимать из Word"
    )
    parser.add_argument(
        "--runs", type=int, default=3, metavar="N", help="сколько раз мерить; показана середина"
    )
    parser.add_argument(
        "--keep", type=Path, metavar="ПАПКА", help="где держать банки, чтобы не писать их заново"
    )
    parser.add_argument(
        "--json",
        type=Path,
        default=REPOSITORY / ".cache/bench.json",
        metavar="ФАЙЛ",
        help="куда записать числа",
    )
    return parser


def _measure(results: Results, banks: Banks, sizes: Sequence[int], options: argparse.Namespace) -> None:
    for size in sizes:
        _tell(f"{size} записей")
        if "check" in options.only:
            results.pairs.append(measure_check(banks, size, options.runs))
        if "fmt" in options.only:
            results.pairs.append(measure_fmt(banks, size, options.runs))
        if "likeness" in options.only:
            results.works += measure_likeness(banks, size)
        if "build" in options.only:
            results.pairs.append(measure_build(banks, size, options.runs))
        if "stages" in options.only:
            results.stages.append(measure_stages(banks, size))
        if "serve" in options.only:
            results.served.append(measure_serve(banks, size, _CHANGES))
    if "import" in options.only:
        _tell(f"{options.forms} заявок")
        results.works.append(measure_import(banks, options.forms))


def _save(results: Results, place: Path, *, write: bool) -> None:
    text = json.dumps(results.as_json(), ensure_ascii=False, indent=1) + "\n"
    if write:
        place = REPOSITORY / f"bench/results/{results.machine['день']}.json"
        _renew(REPOSITORY / "bench/README.md", results)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    _tell(f"Числа записаны: {place.relative_to(REPOSITORY) if place.is_relative_to(REPOSITORY) else place}")


def _renew(readme: Path, results: Results) -> None:
    """Puts the new tables in place of the old ones."""
    machine = "; ".join(f"{name} {value}" for name, value in results.machine.items())
    renew(readme, f"{machine}.\n\n{table(results)}")


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
