"""A corrected Word file of a book against the book: what an editor did, article by article."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.book.sample import BOOK, made_docx
from tests.golden import Golden

from kopilka.exchange.corrections import CorrectedBook, Corrections, compare_books, read_book, render
from kopilka.exchange.intake.paper import Refusal

DOCUMENT = "word/document.xml"
BASE = "customXml/item1.xml"
CARDS, LABORATORY = "chitatelskie-karty", "laboratoriya-voprosov"
WORDS = "Седьмой «Б»"
COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="7" w:author="Редактор"><w:p><w:r><w:t>Кто это сказал?</w:t></w:r></w:p></w:comment>'
    "</w:comments>"
)


def _edited(docx: bytes, edits: Mapping[str, str], more: Mapping[str, str] | None = None) -> bytes:
    """The file with its text changed as an editor's program would, and parts added to it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == DOCUMENT:
                text = _replaced(text.decode(), edits).encode()
            new.writestr(name, text)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return made.getvalue()


def _replaced(text: str, edits: Mapping[str, str]) -> str:
    for before, after in edits.items():
        assert before in text
        text = text.replace(before, after, 1)
    return text


def _read(docx: bytes) -> CorrectedBook:
    read = read_book("book.docx", docx)
    assert isinstance(read, CorrectedBook)
    return read


def _compared(docx: bytes) -> Corrections:
    read = _read(docx)
    return compare_books(read.parts, read)


@pytest.fixture(scope="module")
def docx() -> bytes:
    """The sample book for Word."""
    return made_docx()


def _insertion(words: str) -> str:
    return f'<w:ins w:id="900" w:author="Редактор"><w:r><w:t>{words}</w:t></w:r></w:ins>'


def _deletion(words: str) -> str:
    return f'<w:del w:id="901" w:author="Корректор"><w:r><w:delText>{words}</w:delText></w:r></w:del>'


@pytest.fixture(scope="module")
def corrected(docx: bytes) -> bytes:
    """What an editor does: rewrites, adds under «Исправления», crosses out, comments, drops a paragraph."""
    run = '<w:r><w:t xml:space="preserve">'
    quote = f"{run}{WORDS}</w:t></w:r>"
    return _edited(
        docx,
        {
            "Раздать карты.": "Раздать карты и карандаши.",
            quote: f'<w:commentRangeStart w:id="7"/>{quote}<w:commentRangeEnd w:id="7"/>',
            f"{run}Мы спорили до звонка.</w:t></w:r>": f"{run}Мы спорили </w:t></w:r>{_deletion('до звонка')}"
            f"{_insertion('весь урок')}{run}.</w:t></w:r>",
            f"{run}лист с пятью вопросами</w:t></w:r>": "",
            "Три года мы собирали": "Пять лет мы собирали",
        },
        {"word/comments.xml": COMMENTS},
    )


def test_untouched_file_has_no_corrections(docx: bytes) -> None:
    """Every text of the book is read back as it was written: fields, notes, hostile signs and all."""
    compared = _compared(docx)
    assert compared.book == BOOK.id
    assert compared.parts == ()


def test_report_of_corrections(corrected: bytes, golden: Golden) -> None:
    """Articles in the order of the book, paragraphs word by word, who corrected and who asked."""
    source = "# Ход работы\n\n3. Раздать карты.\n\n> Мы спорили до **звонка**.\n"
    text = render(_compared(corrected), "text", sources={f"practices/{CARDS}.md": source})
    golden.check(Path(__file__).parents[2] / "golden" / "exchange" / "corrections.txt", text)


def test_report_for_programs(corrected: bytes) -> None:
    """The JSON has a version, the record's path, both texts, tracked words and comments with their quote."""
    data = json.loads(render(_compared(corrected), "json", sources={}))
    assert (data["version"], data["book"]) == (1, BOOK.id)
    foreword, article = data["parts"]
    assert (foreword["id"], foreword["path"]) == ("predislovie", None)
    assert article["path"] == f"practices/{CARDS}.md"
    spoken = next(item for item in article["changes"] if "спорили" in item["before"])
    assert spoken["after"] == "Мы спорили весь урок."
    assert [(mark["author"], mark["kind"]) for mark in spoken["tracked"]] == [
        ("Корректор", "removed"),
        ("Редактор", "added"),
    ]
    assert article["comments"] == [{"author": "Редактор", "about": WORDS, "text": "Кто это сказал?"}]


def test_page_runs_nothing(docx: bytes) -> None:
    """A stranger's words in the report stay words, and the page may load nothing."""
    edited = _edited(docx, {"Раздать карты.": "&lt;script&gt;alert(1)&lt;/script&gt;"})
    page = render(_compared(edited), "html", sources={})
    assert "<script" not in page
    assert "&lt;script" in page
    assert "default-src 'none'" in page


def test_paragraph_that_moved_is_said_to_have_moved(docx: bytes) -> None:
    """What went here and came there is one change, in the article where it stands now."""
    lead = "Как учить понимать прочитанное на любом предмете."
    words = f'<w:r><w:t xml:space="preserve">{lead}</w:t></w:r>'
    place = '<w:p><w:pPr><w:pStyle w:val="Heading3"/></w:pPr>'
    edited = _edited(docx, {words: "", place: f"<w:p>{words}</w:p>{place}"})
    (part,) = _compared(edited).parts
    assert part.id == CARDS
    assert [(change.kind, change.after) for change in part.changes] == [("moved", lead)]


def test_lost_bookmarks_and_a_new_title_lose_no_article(docx: bytes) -> None:
    """An article is known by its text: its title may be rewritten and its bookmarks thrown away."""
    title, end = "Лаборатория вопросов: как учить спрашивать", "</w:t></w:r><w:bookmarkEnd"
    edited = _edited(docx, {f"{title}{end}": f"Вопросы{end}"})
    (part,) = _compared(edited).parts
    assert part.id == LABORATORY
    assert [change.after for change in part.changes] == ["Вопросы"]


def test_texts_thrown_away_by_a_program(docx: bytes) -> None:
    """Without the texts inside the file says so, and is compared with those of another file of the book."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if not name.startswith("customXml"):
                new.writestr(name, old.read(name))
    bare = _read(made.getvalue())
    assert bare.parts == ()
    compared = compare_books(_read(docx).parts, bare)
    assert (compared.parts, compared.since) == ((), True)
    assert "потеряла прежние тексты" in render(compared, "text", sources={})


@pytest.mark.parametrize(
    "damaged",
    [b"", b"PK\x03\x04 torn", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", b"<html>"],
    ids=["empty", "torn", "old", "another"],
)
def test_file_that_cannot_be_read_says_why(damaged: bytes) -> None:
    """A refusal in plain words, never an error of a library."""
    refused = read_book("book.docx", damaged)
    assert isinstance(refused, Refusal)
    assert refused.message
    assert refused.remedy


@pytest.mark.parametrize("inside", ["not json", '{"parts": 5}', '{"book": "x", "parts": [{"id": 1}]}', "[]"])
def test_damaged_texts_inside_the_file(docx: bytes, inside: str) -> None:
    """A file whose own texts somebody spoilt is refused as a damaged one."""
    edited = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(edited, "w") as new:
        for name in old.namelist():
            spoilt = f'<book xmlns="urn:kopilka:book">{inside}</book>'.encode()
            new.writestr(name, spoilt if name == BASE else old.read(name))
    assert isinstance(read_book("book.docx", edited.getvalue()), Refusal)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_file_saved_by_libreoffice(corrected: bytes, tmp_path: Path) -> None:
    """Another program that opens and saves the file changes nothing of what the editor did."""
    source = tmp_path / "book.docx"
    source.write_bytes(corrected)
    home, saved = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", tmp_path / "saved"
    command = ["soffice", home, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=300)
    here, there = _compared(corrected), _compared((saved / "book.docx").read_bytes())
    assert [(part.id, [change.after for change in part.changes]) for part in there.parts] == [
        (part.id, [change.after for change in part.changes]) for part in here.parts
    ]
