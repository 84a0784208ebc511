"""Bytes become text, or words about what kind of file it is."""

from __future__ import annotations

import pytest
from tests.golden import GOLDEN_FOLDER, Golden, show

from kopilka.records.source import MAX_FILE_BYTES, Source, decode

RECORD = "---\ntitle: Школа наставника\n---\n\nМолодой учитель и его наставник вместе ведут уроки.\n"

BROKEN = {
    "cp1251": RECORD.encode("cp1251"),
    "cp866": RECORD.encode("cp866"),
    "koi8-r": RECORD.encode("koi8-r"),
    "cp1251-from-windows": RECORD.replace("\n", "\r\n").encode("cp1251"),
    "utf-16": RECORD.encode("utf-16"),
    "utf-16-without-mark": RECORD.encode("utf-16-le"),
    "utf-16-be-without-mark": RECORD.encode("utf-16-be"),
    "torn-letter": RECORD.encode()[:-2] + "ё".encode()[:1] + b".\n",
    "mixed-encodings": RECORD.encode() + "и ещё строка".encode("cp1251"),
    "latin-1": "---\ntitle: Fédération\n---\n".encode("latin-1"),
    "word-document": b"PK\x03\x04\x14\x00\x06\x00",
    "old-word-document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "pdf": b"%PDF-1.7\n",
    "rtf": b"{\\rtf1\\ansi\\ansicpg1251 }",
    "picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "photo": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "zero-bytes": RECORD.encode() + b"\x00\x00",
    "vertical-tab": RECORD.replace("учитель и", "учитель\x0bи").encode(),
    "control-characters": b"\x1b[31m" + RECORD.encode() + b"\x7f",
    "lost-letters": RECORD.replace("учитель", "учител\ufffd").encode(),
    "too-large": b"a" * (MAX_FILE_BYTES + 1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_text_is_explained(name: str, golden: Golden) -> None:
    """Every kind of file gets its own words and its own remedy."""
    source, found = decode(f"practices/{name}.md", BROKEN[name])
    told = "прочитано" if source else "не прочитано"
    golden.check(GOLDEN_FOLDER / "reader" / f"source-{name}.txt", f"{told}\n\n{show(found)}")


@pytest.mark.parametrize(
    "data",
    [
        RECORD.encode(),
        b"\xef\xbb\xbf" + RECORD.encode(),
        RECORD.replace("\n", "\r\n").encode(),
        RECORD.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + RECORD.replace("\n", "\r\n", 2).encode(),
    ],
    ids=["plain", "BOM", "CRLF", "CR", "BOM and mixed line ends"],
)
def test_line_ends_and_bom_are_accepted_in_silence(data: bytes) -> None:
    """A file from any system is the same text."""
    assert decode("a.md", data) == (Source("a.md", RECORD), ())


def test_an_empty_file_is_an_empty_text() -> None:
    """What to say about it is for the next step, which knows what the file should be."""
    assert decode("a.md", b"") == (Source("a.md", ""), ())


def test_a_file_of_one_megabyte_is_read() -> None:
    """The limit itself is still allowed."""
    source, found = decode("a.md", b"a" * MAX_FILE_BYTES)
    assert source
    assert found == ()


def test_columns_are_counted_in_code_points() -> None:
    """A letter of two bytes, an emoji of four: one column each; the BOM is none."""
    _, found = decode("a.md", b"\xef\xbb\xbf" + "первая\r\nяё😀\x01".encode())
    assert (found[0].span.line, found[0].span.column) == (2, 4)


def test_a_wrong_byte_is_found_in_its_column() -> None:
    """The place is where the text stops being UTF-8."""
    _, found = decode("a.md", "строка\r\nяё".encode() + b"\xff")
    assert (found[0].span.line, found[0].span.column) == (2, 3)
