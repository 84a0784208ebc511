"""A book of 400 pages, format by format: `python -m bench book`; beside it WeasyPrint and pandoc."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

from bench.measure import REPOSITORY, Cost, python, run

_ARTICLES = 50
_RECORD = "chitatelskie-karty"
"""Eight pages with two tables, a drawing, notes and a footnote."""
_BOOK = "kniga"
_FORMATS = ("pdf", "print", "epub", "docx", "offprints")
_LANDMARK = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_PEER = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"


def write_bank(root: Path, articles: int = _ARTICLES) -> None:
    """A bank of equal records, each with its own title and files, and a collection of them all."""
    shutil.copytree(REPOSITORY / "registry", root / "registry", ignore=shutil.ignore_patterns("collections"))
    shutil.copy(REPOSITORY / "kopilka.yml", root)
    text = (REPOSITORY / f"practices/{_RECORD}.md").read_text(encoding="utf-8")
    ids = [f"{_RECORD}-{number}" for number in range(1, articles + 1)]
    for number, id_ in enumerate(ids, start=1):
        own = text.replace("Читательские карты:", f"Читательские карты, опыт {number}:", 1)
        (root / "practices").mkdir(exist_ok=True)
        (root / f"practices/{id_}.md").write_text(own, encoding="utf-8")
        shutil.copytree(REPOSITORY / f"practices/{_RECORD}", root / f"practices/{id_}")
    records = "\n".join(f"      - {id_}" for id_ in ids)
    folder = root / "registry/collections"
    folder.mkdir()
    (folder / f"{_BOOK}.yml").write_text(
        "title: Четыреста страниц\nyear: 2026\ndemo: true\n"
        f"sections:\n  - title: Статьи\n    records:\n{records}\n",
        encoding="utf-8",
    )


def main(arguments: Sequence[str]) -> None:
    """Measures every format in a process of its own and prints the table."""
    with tempfile.TemporaryDirectory(prefix="kopilka-bench-") as name:
        root = Path(name)
        write_bank(root, int(arguments[0]) if arguments else _ARTICLES)
        print(f"{'что':<28}{'секунд':>8}{'процессор':>11}{'МБ памяти':>11}{'МБ на диске':>13}")
        for format_ in _FORMATS:
            shutil.rmtree(root / ".cache", ignore_errors=True)  # the layout is remembered there
            out = root / f"out-{format_}"
            cost = run([*_publish(root, format_), "--out", str(out)], root)
            _print(f"kopilka publish, {format_}", cost, out)
        for format_ in ("epub", "docx"):
            out = root / f"again-{format_}"
            cost = run([*_publish(root, format_), "--out", str(out)], root)
            _print(f"раскладка есть, {format_}", cost, out)
        _print(
            "то же, ничего не менялось", run([*_publish(root, "pdf"), "--out", str(root / "out-pdf")], root)
        )
        for label, command, made in _peers(root):
            _print(label, run(command, root), made)


def _publish(root: Path, format_: str) -> list[str]:
    return [*python("-m", "kopilka.cli"), "publish", _BOOK, "--format", format_, "--root", str(root)]


def _peers(root: Path) -> Iterator[tuple[str, list[str], Path]]:
    """The same texts, as the EPUB has them, given to those who make books of HTML."""
    page = root / "book.html"
    page.write_text(_as_html(root / f"out-epub/{_BOOK}/{_BOOK}.epub"), encoding="utf-8")
    if find_spec("weasyprint"):
        pdf = root / "weasyprint.pdf"
        yield "WeasyPrint, PDF", [sys.executable, "-c", _PEER, str(page), str(pdf)], pdf
    if pandoc := shutil.which("pandoc"):
        for format_ in ("epub", "docx"):
            made = root / f"pandoc.{format_}"
            yield f"pandoc, {format_}", [pandoc, str(page), "-o", str(made)], made


def _as_html(epub: Path) -> str:
    """The documents of an EPUB as one page; pictures are left out for all alike."""
    with ZipFile(epub) as archive:
        texts = [
            archive.read(name).decode() for name in sorted(archive.namelist()) if name.endswith(".xhtml")
        ]
    bodies = (found[1] for text in texts if (found := _LANDMARK.search(text)))
    body = re.sub(r"<img[^>]*>", "", "\n".join(bodies))
    return (
        f'<!doctype html><html lang="ru"><meta charset="utf-8"><title>Книга</title><body>{body}</body></html>'
    )


def _print(label: str, cost: Cost, made: Path | None = None) -> None:
    files = [made] if made and made.is_file() else list(made.rglob("*.*")) if made else []
    size = sum(file.stat().st_size for file in files if file.is_file()) / 1024 / 1024
    print(f"{label:<28}{cost.wall:>8.1f}{cost.cpu:>11.1f}{cost.megabytes:>11.0f}{size:>13.1f}")
