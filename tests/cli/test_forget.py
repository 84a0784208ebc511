"""`kopilka forget`: the person goes, the rest of every file stays byte for byte."""

from __future__ import annotations

import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.bank_maker import make_bank, opened
from tests.catalog.rules.trial import record_text
from tests.cli.command import complained, printed, run

NAME = ("Примеровой", "Марии", "Ивановны")
FIELDS = """authors:
  - name: Примерова Мария Ивановна  # так в приказе
    position: учитель биологии
    consent:
      date: 2025-09-01
      basis: согласие № 12
      scope: [name, photo]
    role: ведёт карты
  - position: завуч
    consent: {date: 2025-09-01, basis: 'согласие, № 13', scope: [name]}
    name: Примерова М. И.
  - {name: Мария Примерова, position: методист, consent: {date: 2025-09-01, basis: 'да, № 1'}}
  - {position: методист, name: "Примерова Мария Ивановна"}
  - name: Примерова Анна Петровна
    position: учитель химии"""
LEFT = """authors:
  - position: учитель биологии
    role: ведёт карты
  - position: завуч
  - {position: методист}
  - {position: методист}
  - name: Примерова Анна Петровна
    position: учитель химии"""
BODY = "\nМетодику дала учитель Примерова Мария Ивановна. Ей помогал Пётр.\n\n\nСпасибо Марии Примеровой!  \n"
LEFT_BODY = "\nМетодику дала учитель. Ей помогал Пётр.\n\n\nСпасибо (имя убрано)!  \n"
PATH = "practices/karta.md"
BOOK = "registry/collections/kniga.yml"
MANIFEST = """title: Читаем вместе
compilers:
  - name: Примерова Мария Ивановна
    position: методист
    consent: {date: 2025-09-01, basis: № 12}
foreword: Спасибо Марии Примеровой.
"""
LEFT_MANIFEST = """title: Читаем вместе
compilers:
  - position: методист
foreword: Спасибо (имя убрано).
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank with a person in every corner of it, under Git."""
    files: dict[str, str | bytes] = {
        PATH: record_text("practice", FIELDS, BODY).replace("\n", "\r\n"),
        "practices/karta/foto.jpg": b"\xff\xd8\xff\xd9",
        "sites/drugaya/zal.jpg": b"\xff\xd8\xff\xe1\x00\x20Exif\0\0" + "Примерова М. И.".encode(),
        BOOK: MANIFEST,
        "practices/karta/primerova-urok.pdf": b"%PDF-1.4",
        "sites/drugaya.md": record_text("site", "", "\nПримерова\n"),
        "practices/karta/bityj.docx": b"PK",
    }
    root = make_bank(tmp_path / "bank", files)
    with ZipFile(root / "practices/karta/plan.docx", "w") as packed:
        packed.writestr("word/document.xml", "<w:p><w:t>Пример</w:t><w:t>ова Мария</w:t></w:p>")
    git = ("git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@primer.example")
    author = ("-c", "user.name=Мария Примерова", "-c", "user.email=m.primerova@primer.example")
    for call in (("init", "-q"), ("add", "."), (*author, "commit", "-qm", "Первая запись")):
        subprocess.run([*git, *call], check=True, capture_output=True)
    return root


def test_the_person_goes_and_the_rest_stays(bank: Path) -> None:
    """Names and consents go, positions stay, namesakes too; every other byte is as it was."""
    before = {path: path.read_bytes() for path in bank.rglob("*") if path.is_file()}
    result = run("forget", *NAME, "--yes", folder=bank)
    assert result.returncode == 1, complained(result)
    expected = record_text("practice", LEFT, LEFT_BODY).replace("\n", "\r\n").encode()
    assert (bank / PATH).read_bytes() == expected
    same = {path for path, data in before.items() if path.read_bytes() == data}
    assert set(before) - same == {bank / PATH, bank / BOOK}
    assert (bank / BOOK).read_text(encoding="utf-8") == LEFT_MANIFEST
    assert opened(bank).report.records == 2


def test_what_is_left_for_people_is_told(bank: Path) -> None:
    """Files to look at, a surname alone, the history; nothing is changed without a word for it."""
    text = printed(run("forget", *NAME, folder=bank))
    assert "- name: Примерова Мария Ивановна" in text
    assert "--yes" in text
    assert "Ничего не изменено" in text
    text = printed(run("forget", *NAME, "--yes", folder=bank))
    for words in (
        "karta/foto.jpg – лежит рядом",
        "karta/primerova-urok.pdf – фамилия в имени файла",
        "karta/plan.docx – имя в тексте документа",
        "karta/bityj.docx – файл не открылся",
        "drugaya/zal.jpg – похоже, фамилия записана внутри снимка",
        "файлы с фамилией в имени:\n  practices/karta/primerova-urok.pdf",
        "подписал сам:\n  Мария Примерова <m.primerova@primer.example>",
        "Соберите и выложите сайт заново",
        "sites/drugaya.md",
        "Первая запись",
        "git filter-repo",
    ):
        assert words in text


def test_twice_is_once(bank: Path) -> None:
    """The second time nothing changes."""
    run("forget", *NAME, "--yes", folder=bank)
    once = (bank / PATH).read_bytes()
    assert "этого имени нет" in printed(run("forget", *NAME, "--yes", folder=bank))
    assert (bank / PATH).read_bytes() == once


def test_a_surname_alone_is_refused(bank: Path) -> None:
    """Too many people have it."""
    result = run("forget", "Примерова", folder=bank)
    assert result.returncode == 2
    assert "фамилия и имя" in complained(result)
