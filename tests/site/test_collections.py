"""Pages of collections, before their books are set and after; where a record says it was published."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.bank_maker import make_bank, opened
from tests.examples import body_of, full_example, record_text

from kopilka.catalog.published import FILE_NAME, BookFile, ContentsRow, Published, Role
from kopilka.records.practice import Practice
from kopilka.workspace import Workspace

ID = "chitaem"
MANIFEST = """title: Читаем вместе
subtitle: Опыт школ района
issue: 2
year: 2026
place: Примерск
publisher: metodicheskij-centr-primer
print_run: 100
isbn: {print: 978-5-00000-000-7}
recommended: {council: учёным советом, protocol: 5, date: 2026-08-28}
compilers:
  - {name: Образцова Анна Викторовна, position: методист}
sections:
  - title: Читаем
    records: [karty]
  - title: Спрашиваем
    records: [voprosy]
articles:
  - {record: voprosy, title: Вопрос важнее ответа}
"""
BOOK = Published(
    id=ID,
    digest="ab",
    pages=76,
    printed_sheets=Decimal("4.42"),
    publisher_sheets=Decimal("3.90"),
    day=date(2026, 9, 1),
    commit="a1b2c3d4e5f6",
    files=(
        BookFile(role=Role.SCREEN, path="chitaem.pdf", size=4),
        BookFile(role=Role.EPUB, path="chitaem.epub", size=9),
        BookFile(role=Role.OFFPRINT, path="offprints/karty.pdf", size=4, record="karty"),
    ),
    contents=(
        ContentsRow(kind="part", id="predislovie", title="От составителей", first=4, last=5),
        ContentsRow(kind="section", id="razdel-1", title="Читаем", first=6, last=6),
        ContentsRow(kind="article", id="karty", title="Читательские карты", first=7, last=12),
        ContentsRow(kind="part", id="ukazatel", title="Указатель авторов", first=75, last=76),
    ),
)


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank of two practices and a collection of them, not yet set."""
    meta = full_example(Practice) | {"related": [], "demo": False}
    record = record_text(meta, body_of(Practice))
    files = {
        "practices/karty.md": record,
        "practices/voprosy.md": record.replace("Читательские карты", "Лаборатория вопросов"),
        f"registry/collections/{ID}.yml": MANIFEST,
    }
    return make_bank(tmp_path_factory.mktemp("bank"), files, settings="bank: {url: https://example.org/b}\n")


@pytest.fixture
def set_bank(bank: Path) -> Workspace:
    """The same with its book; the EPUB is not whole on the disk."""
    folder = bank / "books" / ID
    (folder / "offprints").mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_text(BOOK.to_json(), encoding="utf-8")
    for path in ("chitaem.pdf", "chitaem.epub", "offprints/karty.pdf"):
        (folder / path).write_bytes(b"%PDF")
    return opened(bank)


def shown(workspace: Workspace, path: str) -> str:
    """A page with ordinary spaces."""
    return workspace.plan(directory_urls=True).render(path).html.replace("\u00a0", " ").replace("\u2060", "")


def test_a_collection_that_is_not_set_has_its_contents_without_pages(bank: Path) -> None:
    """The titles are those of the manifest; no downloads, no invented pages."""
    (bank / "books" / ID / FILE_NAME).unlink(missing_ok=True)
    html = shown(opened(bank), f"sborniki/{ID}")
    assert "Книга ещё не свёрстана" in html
    assert "Вопрос важнее ответа" in html
    assert "k-contents__p" not in html
    assert "Образцова" not in html, "a compiler without a consent"


def test_a_set_collection_tells_pages_sizes_and_how_to_cite_it(set_bank: Workspace) -> None:
    """The contents are those of the book; a file that is not whole is not offered."""
    html = shown(set_bank, f"sborniki/{ID}")
    assert "76 страниц · 4,42 усл. печ. л. · рекомендован учёным советом, протокол № 5 от 28.08.2026" in html
    assert "страницы </span>7–12" in html
    assert 'chitaem.pdf" download' in html
    assert "EPUB" not in html
    assert "версия a1b2c3d" in html
    assert "Выпуск 2 / " not in html, "nobody answers for it: no founder, no compiler by name"
    assert "Примерск : Методический центр-пример, 2026. – 76 с. – ISBN 978-5-00000-000-7" in html
    assert "– С. 7–12." in html
    assert "Лаборатория вопросов" not in html, "it did not go into the set book"


def test_the_files_of_a_book_are_copied_to_its_address(set_bank: Workspace) -> None:
    """Next to the page of the collection."""
    assets = {asset.path: asset.origin for asset in set_bank.plan(directory_urls=True).assets}
    assert assets[f"sborniki/{ID}/offprints/karty.pdf"] == f"books/{ID}/offprints/karty.pdf"
    assert f"sborniki/{ID}/chitaem.epub" not in assets


def test_a_record_says_where_it_was_published(set_bank: Workspace) -> None:
    """With its pages and its offprint, and one more way to cite it; the other record says nothing."""
    html = shown(set_bank, "praktiki/karty")
    assert "Опубликовано в сборнике" in html
    assert "2026, с. 7–12 · " in html
    assert "Статья, 2026" in html
    assert "Опубликовано в сборнике" not in shown(set_bank, "praktiki/voprosy")


def test_the_page_is_drawn_again_when_the_book_changes(set_bank: Workspace, bank: Path) -> None:
    """`serve` compares keys: a new setting moves the pages."""
    before = set_bank.plan(directory_urls=True).pages
    moved = BOOK.model_copy(update={"pages": 80})
    (bank / "books" / ID / FILE_NAME).write_text(moved.to_json(), encoding="utf-8")
    after = opened(bank).plan(directory_urls=True).pages
    changed = {path for path in before if before[path].key != after[path].key}
    assert {"sborniki", f"sborniki/{ID}", "praktiki/karty"} <= changed
