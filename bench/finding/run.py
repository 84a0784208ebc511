"""`python -m bench finding`: the search and the facets of a large bank in a browser, against their bars."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from bench.finding.browser import measure
from bench.finding.queries import make_queries
from bench.finding.report import Bank, Peer, tables
from bench.finding.rich import write_rich_bank
from bench.finding.site import documents_of, plan_of, write_site
from bench.generator import write_bank
from bench.markdown import renew
from bench.measure import REPOSITORY
from bench.node import run_script
from kopilka.search import Document

START, END = "<!-- поиск в браузере -->", "<!-- конец поиска в браузере -->"

FOLDER = Path(__file__).parent

_SIZE = 10_000
_BANKS: dict[str, Callable[[Path, int], None]] = {"фразы": write_bank, "живой словарь": write_rich_bank}


def main(arguments: Sequence[str]) -> None:
    """Measures both banks, prints the tables, with `--write` renews the page of the benchmark."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="kopilka-finding-") as temporary:
        folder = options.keep or Path(temporary)
        banks = [_measure(name, folder, options) for name in options.banks]
    text = tables(banks, options.size)
    print(text)
    if options.write:
        renew(REPOSITORY / "bench/README.md", text, start=START, end=END)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench finding", description="Измеряет поиск и фильтры большого банка в браузере."
    )
    parser.add_argument("--write", action="store_true", help="записать таблицу в bench/README.md")
    parser.add_argument("--size", type=int, default=_SIZE, metavar="N", help="сколько записей в банках")
    parser.add_argument("--no-peers", action="store_true", help="без lunr.js и MiniSearch рядом")
    parser.add_argument(
        "--banks", nargs="+", choices=_BANKS, default=list(_BANKS), metavar="БАНК", help="какие банки мерить"
    )
    parser.add_argument(
        "--keep", type=Path, metavar="ПАПКА", help="где держать банки, чтобы не писать их заново"
    )
    return parser


def _measure(name: str, folder: Path, options: argparse.Namespace) -> Bank:
    place = folder / f"{list(_BANKS).index(name)}-{options.size}"
    if not place.exists():
        _tell(f"{name}: пишу банк")
        _BANKS[name](place, options.size)
    _tell(f"{name}: собираю данные")
    plan = plan_of(place)
    site = write_site(plan, folder / "shell")
    documents = documents_of(plan)
    queries = make_queries(documents)
    _tell(f"{name}: меряю в браузере")
    ours = measure(site, queries)
    return Bank(name, ours, () if options.no_peers else _peers(documents, queries))


def _peers(documents: Sequence[Document], queries: Sequence[dict[str, object]]) -> tuple[Peer, ...]:
    _tell("рядом: lunr.js и MiniSearch")
    given = {"documents": [asdict(document) for document in documents], "queries": list(queries)}
    measured = run_script(FOLDER / "peers.js", given)
    return tuple(Peer(name, **figures) for name, figures in measured.items())


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
