"""`kopilka fmt`: one order and one style, and nothing lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bank_maker import REPOSITORY, make_bank
from tests.cli.command import complained, printed, run

WRITTEN = """---
# как в протоколе
status: draft
title: 'Карта чтения'   # короче
themes: [наставничество, 'адаптация']
---
Текст.


Ещё текст.\x20
"""
CANONICAL = """---
title: Карта чтения # короче
# как в протоколе
status: draft
themes:
  - наставничество
  - адаптация
---

Текст.


Ещё текст.
"""
PATH = "practices/karta.md"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank with a record to format, one that is formatted, and two that cannot be read."""
    files: dict[str, str | bytes] = {
        PATH: b"\xef\xbb\xbf" + WRITTEN.replace("\n", "\r\n").encode(),
        "sites/gotova.md": CANONICAL,
        "sites/tab.md": "---\ntitle:\n\tКарта\n---\n",
        "sites/old.md": "---\ntitle: Карта\n---\n".encode("cp1251"),
        "practices/README.md": "---\nb: 1\na: 2\n---\n",
    }
    return make_bank(tmp_path / "bank", files)


def test_records_are_formatted(bank: Path) -> None:
    """What has changed is named and counted; what cannot be read is left, with the reason."""
    result = run("fmt", folder=bank)
    assert printed(result) == (
        "practices/karta.md\n"
        "sites/old.md: не тронут, строка 2: файл сохранён в кодировке Windows-1251, а нужна UTF-8 (K103)\n"
        "sites/tab.md: не тронут, строка 3: отступ сделан клавишей Tab (K131)\n"
        "Отформатировано: 1 из 4. Не тронуто: 2 файла, причины выше и в kopilka check.\n"
    )
    assert result.returncode == 1
    assert (bank / PATH).read_bytes() == CANONICAL.encode()
    assert (bank / "sites/old.md").read_bytes() == "---\ntitle: Карта\n---\n".encode("cp1251")
    assert (bank / "practices/README.md").read_text(encoding="utf-8") == "---\nb: 1\na: 2\n---\n"
    assert not [path.name for path in bank.rglob(".*")]


def test_check_changes_nothing(bank: Path) -> None:
    """`--check` names the records and fails, from inside a folder too."""
    before = (bank / PATH).read_bytes()
    result = run("fmt", "--check", ".", folder=bank / "practices")
    assert (
        printed(result)
        == "../practices/karta.md\nНе в том виде: 1 из 1. Приведите их командой kopilka fmt.\n"
    )
    assert result.returncode == 1
    assert (bank / PATH).read_bytes() == before


def test_nothing_to_do(bank: Path) -> None:
    """A clean run, an empty place and a place that is not there."""
    clean = run("fmt", "sites/gotova.md", folder=bank)
    assert (printed(clean), clean.returncode) == ("Все записи в порядке: 1.\n", 0)
    empty = run("fmt", "registry", folder=bank)
    assert (printed(empty), empty.returncode) == ("Записей здесь нет.\n", 0)
    assert "нет такого файла или папки: нет.md" in complained(run("fmt", "нет.md", folder=bank))


def test_a_link_out_of_the_bank_is_left(bank: Path) -> None:
    """A record that lies elsewhere is somebody else's file."""
    outside = bank.parent / "chuzhaya.md"
    outside.write_text(WRITTEN, encoding="utf-8")
    (bank / "practices/ssylka.md").symlink_to(outside)
    result = run("fmt", "practices/ssylka.md", folder=bank)
    assert "не тронут, это ссылка на файл вне банка" in printed(result)
    assert outside.read_text(encoding="utf-8") == WRITTEN


def test_the_bank_we_ship_with_is_formatted() -> None:
    """Its records are what the guide shows, and the sample of `kopilka init` is among them."""
    result = run("fmt", "--check", folder=REPOSITORY)
    assert result.returncode == 0, printed(result)
