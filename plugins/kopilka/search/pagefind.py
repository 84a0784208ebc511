"""Another engine for very large banks: Pagefind, whose index is fetched piece by piece from a server.

The program is optional (`pip install kopilka[pagefind]`). It reads folders of pages, so the documents are
laid out for it as small pages named by their numbers. https://pagefind.app/
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from kopilka.search.documents import BOOSTS, FIELDS, Document
from kopilka.settings import SettingsError

_NEEDED = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "wasm.ru.pagefind",
    "*.pf_meta",
    "index/*",
)
"""Pagefind's own pages and pieces of texts are left out: ours are shown."""
_PROGRAMS = ("pagefind_bin", "pagefind_bin_extended")
_MARK = b"pagefind_dcd"
"""Stands before the JSON of a piece."""


@dataclass(frozen=True, slots=True)
class PagefindFile:
    """A file of Pagefind's bundle: its path inside the bundle and what is in it."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PagefindBundle:
    """The files, and the names that Pagefind gave to the documents, in the documents' order."""

    files: tuple[PagefindFile, ...]
    names: tuple[str, ...]


def require_pagefind() -> None:
    """Raises `SettingsError` when the program is not installed."""
    if find_spec("pagefind") is None or not any(map(find_spec, _PROGRAMS)):
        raise SettingsError(
            "В kopilka.yml выбран поиск pagefind, а программа не поставлена.\n"
            'Поставьте её: pip install "kopilka[pagefind]" – или уберите настройку search.engine.'
        )


def build_pagefind(documents: Iterable[Document]) -> PagefindBundle:
    """Pagefind's index of the documents; raises `SettingsError` when the program fails."""
    require_pagefind()
    with TemporaryDirectory(prefix="kopilka-") as folder:
        pages, bundle = Path(folder, "pages"), Path(folder, "bundle")
        pages.mkdir()
        for number, document in enumerate(documents):
            (pages / f"{number}.html").write_text(_page(document), encoding="utf-8")
        _run(pages, bundle)
        return PagefindBundle(tuple(_files(bundle)), _names(bundle))


def _page(document: Document) -> str:
    fields = (
        f'<div data-pagefind-weight="{BOOSTS[name]}">{escape(getattr(document, name))}</div>'
        for name in FIELDS
    )
    return f'<html lang="ru"><body data-pagefind-body>{"".join(fields)}</body></html>'


def _run(pages: Path, bundle: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(bundle)]
    done = subprocess.run(  # noqa: S603 - the program's own name and our folders
        [*command, "--force-language", "ru"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SettingsError(f"Pagefind не собрал указатель:\n{done.stdout}{done.stderr}".rstrip())


def _files(bundle: Path) -> Iterator[PagefindFile]:
    for pattern in _NEEDED:
        for path in sorted(bundle.glob(pattern)):
            yield PagefindFile(path.relative_to(bundle).as_posix(), path.read_bytes())


def _names(bundle: Path) -> tuple[str, ...]:
    """Each document's piece tells the page that it was made from: «/12.html»."""
    found = {}
    for path in (bundle / "fragment").iterdir():
        piece = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_MARK))
        found[int(piece["url"].strip("/").removesuffix(".html"))] = path.stem
    return tuple(found[number] for number in range(len(found)))
