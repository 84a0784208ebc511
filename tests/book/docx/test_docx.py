"""The Word file of a book: opens without repair, and is what an editor expects of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]
from tests.book.blocks import paragraph
from tests.book.sample import BOOK, PAGES, made_docx
from tests.golden import Golden

from kopilka.book.tree import Figure, Footnote, Link, Paragraph, Table, Text
from kopilka.book.volume import Book

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def document(docx: bytes) -> Document:
    """The file as python-docx opens it."""
    return python_docx.Document(io.BytesIO(docx))


@pytest.fixture(scope="module")
def parts(docx: bytes) -> Mapping[str, bytes]:
    """The parts of the package."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_word_opens_it_without_repair(docx: bytes, tmp_path: Path) -> None:
    """The validator of OOXML finds nothing that Word would mend."""
    file = tmp_path / "book.docx"
    file.write_bytes(docx)
    result = OpenXmlValidator().validate(file)
    assert not result.errors, result.errors


def test_bytes_are_the_same_twice(docx: bytes) -> None:
    """One book, one file."""
    assert made_docx() == docx


def test_headings_are_headings(document: Document) -> None:
    """Sections, articles and their parts stand on their levels; Word's own outline is the book's."""
    outline = [
        (int(item.style.name[-1]), item.text)
        for item in document.paragraphs
        if item.style is not None and item.style.name is not None and item.style.name.startswith("Heading")
    ]
    assert outline[0] == (1, "Предисловие")
    assert (1, "Читаем") in outline
    assert (2, "Лаборатория вопросов: как учить спрашивать") in outline
    assert (3, "Ход работы") in outline
    assert (4, "Что понадобится") in outline
    assert outline[-1] == (1, "Предметный указатель")


def test_contents_hold_the_printed_pages(parts: Mapping[str, bytes]) -> None:
    """The contents are a field of Word that already shows titles, authors and pages of the set book."""
    root = etree.fromstring(parts["word/document.xml"])
    contents = root.find(f".//{W}sdt")
    assert contents is not None
    assert "TOC \\o" in "".join(map(str, contents.itertext(f"{W}instrText")))
    lines = ["".join(map(str, item.itertext(f"{W}t"))) for item in contents.iter(f"{W}p")]
    first = PAGES.first["laboratoriya-voprosov"]
    assert f"Лаборатория вопросов: как учить спрашивать{first}" in lines
    assert "Примерова\u00a0М.\u00a0И." in lines


def test_every_reference_has_its_place(parts: Mapping[str, bytes]) -> None:
    """Links inside and numbers of pages lead to bookmarks that are there; each bookmark is there once."""
    text = parts["word/document.xml"].decode()
    names = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', text)
    assert len(names) == len(set(names))
    asked = set(re.findall(r'w:anchor="([^"]+)"', text)) | set(re.findall(r"PAGEREF (\w+)", text))
    assert asked
    assert asked <= set(names)


def test_footnotes_are_native(parts: Mapping[str, bytes]) -> None:
    """Each article has its two notes, counted anew in its section."""
    notes = etree.fromstring(parts["word/footnotes.xml"]).findall(f"{W}footnote")
    called = etree.fromstring(parts["word/document.xml"]).findall(f".//{W}footnoteReference")
    assert [item.get(f"{W}id") for item in called] == [item.get(f"{W}id") for item in notes[2:]]
    assert len(called) == 2 * len(BOOK.articles)
    assert b'<w:numRestart w:val="eachSect"/>' in parts["word/document.xml"]


def test_tables_repeat_their_heads(document: Document) -> None:
    """The first row of a table is marked as its head, its words stand in the cells."""
    table = document.tables[0]
    head = table.rows[0]._tr
    assert head.find(f".//{qn('w:tblHeader')}") is not None
    assert [cell.text for cell in table.rows[0].cells] == ["Этап", "Что делают", "Мин"]
    assert table.rows[3].cells[0].text == "Итого"


def test_captions_count_themselves(parts: Mapping[str, bytes]) -> None:
    """Numbers of tables and figures are fields, begun anew where an article begins."""
    codes = re.findall(r"(SEQ [^<]+?) </w:instrText>", parts["word/document.xml"].decode())
    assert (
        codes
        == ["SEQ Таблица \\* ARABIC \\r 1", "SEQ Рисунок \\* ARABIC \\r 1", "SEQ Рисунок \\* ARABIC"] * 3
    )


def test_pictures_have_words_and_drawings_stay(document: Document, parts: Mapping[str, bytes]) -> None:
    """Alternative text is there; a drawing lies beside its picture of dots."""
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert described == ["Карта с пятью вопросами", "Рост числа верных ответов"] * len(BOOK.articles)
    media = sorted(Path(name).suffix for name in parts if name.startswith("word/media/"))
    assert media == [".png", ".png", ".svg"]


def test_only_pages_and_mailboxes_are_outside(parts: Mapping[str, bytes]) -> None:
    """Nothing is loaded when the file is opened, and a script of a stranger stays words."""
    outer = [
        item.get("Target", "")
        for name, data in parts.items()
        if name.endswith(".rels")
        for item in etree.fromstring(data)
        if item.get("TargetMode") == "External"
    ]
    assert outer
    assert all(target.startswith(("https://", "http://", "mailto:")) for target in outer)


def test_odd_nestings_open_without_repair(tmp_path: Path) -> None:
    """Pictures, links and notes inside of a note, a table without columns, a book without articles."""
    figure = next(block for block in BOOK.articles[0].blocks if isinstance(block, Figure))
    deep = Footnote(2, (paragraph("Глубже."),))
    note = Footnote(1, (Paragraph((Link("https://example.org/", (Text("адрес"),)), deep)), figure))
    blocks = (Paragraph((Link("#nowhere", (Text("слова"), note)),)), Table("t", 0, (), (), (), ()))
    article = replace(BOOK.articles[0], blocks=blocks, authors=(), organisations=())
    books = {
        "odd.docx": replace(BOOK, sections=(replace(BOOK.sections[0], articles=(article,)),), indexes=()),
        "empty.docx": Book(BOOK.id, BOOK.collection, BOOK.root, ()),
    }
    for name, book in books.items():
        (tmp_path / name).write_bytes(made_docx(book))
        result = OpenXmlValidator().validate(tmp_path / name)
        assert not result.errors, result.errors
    with zipfile.ZipFile(tmp_path / "odd.docx") as archive:
        assert b"image" in archive.read("word/_rels/footnotes.xml.rels")


@hypothesis_settings(max_examples=10)
@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_makes_a_whole_file(words: str, title: str) -> None:
    """Whatever signs an author sends, the file is XML and python-docx opens it."""
    article = replace(BOOK.articles[0], title=title, blocks=(paragraph(words),), keywords=(words,))
    made = made_docx(replace(BOOK, sections=(replace(BOOK.sections[0], articles=(article,)),), indexes=()))
    assert python_docx.Document(io.BytesIO(made)).paragraphs


def test_article_as_word_gets_it(parts: Mapping[str, bytes], golden: Golden) -> None:
    """The text of an article, held for review."""
    text = parts["word/document.xml"].decode()
    start = text.index("Читательские карты: десять минут", text.index("</w:sdt>"))
    article = text[text.rindex("<w:p>", 0, start) : text.index("</w:sectPr>", start)]
    lines = article.replace("</w:p>", "</w:p>\n").replace("</w:tr>", "</w:tr>\n")
    golden.check(Path(__file__).parents[2] / "golden" / "book" / "docx-article.xml", f"{lines}\n")
