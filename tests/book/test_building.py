"""A collection of a small bank becomes a book: who is named, where links lead, what is cut."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from tests.bank_maker import REPOSITORY, make_bank, opened

from kopilka.book.building import Bank, build_book
from kopilka.book.tree import Figure, Heading, Link
from kopilka.book.volume import Book
from kopilka.book.walking import walk, words_of

_FIRST, _SECOND = "spor-po-pravilam", "nastavnik-na-chas"
_AUTHORS = """authors:
  - name: Согласнова Анна Петровна
    position: учитель истории
    consent: {date: 2026-01-10, basis: "согласие № 1, хранится в школе"}
  - name: Молчалина Вера Ильинична
    position: методист
  - name: Прошедшева Ольга Львовна
    position: завуч
    consent: {date: 2025-01-10, basis: "согласие № 2, хранится в школе", until: 2026-01-10}
"""
_MORE = f"""
Смотрите [соседнюю статью]({_SECOND}.md), [площадку](chitaem-medlenno.md) и [бланк](blank.docx).

![Стол с карточками](stol.png)

![Дети за столом](deti.png)
"""
_PICTURES = """pictures:
  - file: stol.png
    source: фото школы
  - file: deti.png
    people: children
    consent: {date: 2026-01-10, basis: "согласия родителей, хранятся в школе", scope: [site]}
"""
_MANIFEST = f"""title: Маленькая книга
year: 2026
demo: true
sections:
  - title: Споры
    lead: С чего начать.
    records: [{_FIRST}, {_SECOND}]
articles:
  - record: {_SECOND}
    title: Час с наставником
    cut: [Введение, Риски]
foreword:
  text: "Начните со [споров]({_FIRST}.md)."
appendices:
  - title: Бланк
    text: Пять строк.
"""


def _url(entry: object) -> str:
    return f"https://example.org/{getattr(entry, 'id', '')}/"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The book of two practices; a third record of the bank is not in it."""
    image = io.BytesIO()
    Image.new("RGB", (40, 30)).save(image, "PNG")
    first = (REPOSITORY / f"practices/{_FIRST}.md").read_text(encoding="utf-8")
    first = first.replace("\ncreated:", f"\n{_AUTHORS}{_PICTURES}created:", 1) + _MORE
    files: dict[str, str | bytes] = {
        f"practices/{_FIRST}.md": first,
        f"practices/{_FIRST}/stol.png": image.getvalue(),
        f"practices/{_FIRST}/deti.png": image.getvalue(),
        f"practices/{_FIRST}/blank.docx": b"-",
        f"practices/{_SECOND}.md": (REPOSITORY / f"practices/{_SECOND}.md").read_text(encoding="utf-8"),
        "sites/chitaem-medlenno.md": (REPOSITORY / "sites/chitaem-medlenno.md").read_text(encoding="utf-8"),
        "registry/collections/kniga.yml": _MANIFEST,
    }
    bank = opened(make_bank(tmp_path_factory.mktemp("bank"), files))
    return build_book("kniga", Bank(bank.catalog, bank.root, bank.files, _url))


def test_names(book: Book) -> None:
    """Only the one who agreed, and whose consent still holds, is named anywhere in the book."""
    said = repr(book.sections) + repr(book.indexes) + repr(book.contributors)
    assert "Согласнова" in said
    assert "Молчалина" not in said
    assert "Прошедшева" not in said
    assert [author.name for author in book.contributors] == ["Согласнова Анна Петровна"]
    assert [author.position for author in book.articles[0].authors] == [
        "учитель истории",
        "методист",
        "завуч",
    ]


def test_links(book: Book) -> None:
    """A link to a neighbour stays inside, one to another record and to a file leads to the site."""
    links = {
        words_of(node.content).replace("\u00a0", " "): node.href
        for node in walk(book.articles[0].blocks)
        if isinstance(node, Link)
    }
    assert links["соседнюю статью"] == f"#{_SECOND}"
    assert links["площадку"] == "https://example.org/chitaem-medlenno/"
    assert links["бланк"] == f"https://example.org/{_FIRST}/"
    assert [node.href for node in walk(book.front[0].blocks) if isinstance(node, Link)] == [f"#{_FIRST}"]


def test_pictures(book: Book) -> None:
    """A picture says whose it is; children whose parents agreed to the site alone are not printed."""
    figures = [node for node in walk(book.articles[0].blocks) if isinstance(node, Figure)]
    assert [(Path(figure.file).name, figure.credit) for figure in figures] == [("stol.png", "Фото школы")]


def test_override(book: Book) -> None:
    """The manifest gives an article another title and leaves out sections of the text and fields."""
    article = book.articles[1]
    headings = [words_of(block.content) for block in article.blocks if isinstance(block, Heading)]
    assert article.title == "Час с\u00a0наставником"
    assert "Введение" not in headings
    assert "Риски" not in headings
    assert "Выводы" in headings


def test_parts(book: Book) -> None:
    """An appendix keeps its name before its title; ids are met once in the whole book."""
    assert [chapter.title for chapter in book.back] == ["Приложение. Бланк"]
    texts = [article.blocks for article in book.articles]
    texts += [chapter.blocks for chapter in (*book.front, *book.back)]
    nodes = [node for blocks in texts for node in walk(blocks)]
    ids = [node.id for node in nodes if isinstance(node, Heading | Figure)]
    assert len(ids) == len(set(ids))
    assert all(ids)
