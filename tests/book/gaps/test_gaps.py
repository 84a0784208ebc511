"""A collection that is not ready in every way: each gap is told once, at its place, with its remedy."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from tests.bank_maker import make_bank, opened
from tests.catalog.rules.trial import body_of, record_text
from tests.golden import GOLDEN_FOLDER, Golden, show

from kopilka.book.gaps import Proof
from kopilka.book.gaps.glyphs import lacking
from kopilka.catalog.print_codes import EMPTY_BOOK, PRINT_CODES, UNSETTABLE
from kopilka.diagnostics import Code, Report, Severity
from kopilka.exchange.checklists import write_page, write_word
from kopilka.workspace import Workspace
from kopilka.workspace.checklists import checklist_of
from kopilka.workspace.proofs import check_collection

BAD = Path(__file__).parent / "bad.yml"
_REAL = "demo: false"
_WIDE = (
    "| № | Мероприятие | Ответственный | Соисполнитель | Аудитория | Результат | Документ | Срок | Итог |\n"
    "| - | - | - | - | - | - | - | - | - |\n"
    "| 1 | Семинар | Методист | Куратор | Педагоги | Программа | Приказ | 01.09.2026 | Успех |\n"
)
_DEEP = ">" * 18
"""More quotations in one another than Typst lays out."""
_BODY = f"""
## Введение

Подробнее – в записи [«За бортом»](za-bortom.md), а также в [соседней статье](chernovik.md). Итог 👍.

> Чтение начинается там, где кончается удивление.

> Чтение начинается с вопроса.
>
> – Л. С. Выготский. Мышление и речь

![Доска после урока](doska.png)

![](shema.png)

## Результаты

{_WIDE}
## Ход работы

Дети читают вслух.
"""


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A bank whose only collection is as bad as can be."""
    person = "authors:\n  - {name: Примерова Мария Ивановна, position: учитель}"
    children = (
        "pictures:\n  - {file: krug.png, people: children, consent: {date: 2025-09-01, basis: согласия}}"
    )
    picture = io.BytesIO()
    Image.new("RGB", (320, 240), "white").save(picture, "PNG")
    files: dict[str, str | bytes] = {
        "registry/collections/plohoj.yml": BAD.read_text(encoding="utf-8"),
        "registry/collections/plohoj/predislovie.md": "Значок: 🚀\n",
        "practices/gotovaya.md": record_text("practice", f"{_REAL}\nrelated: [za-bortom]", _BODY),
        "practices/gotovaya/doska.png": picture.getvalue(),
        "practices/gotovaya/shema.png": b"\x89PNG\r\n\x1a\n, torn",
        "practices/chernovik.md": record_text(
            "practice",
            f"{_REAL}\nstatus: content_review\ntitle: 'Черновик: читаем и спорим'\n{person}\n{children}",
            f"{body_of('practice')}\n![Круг после урока](krug.png)\n",
        ),
        "practices/chernovik/krug.png": picture.getvalue(),
        "practices/primer.md": record_text(
            "practice", "title: 'Пример: как заполняют запись'\nauthors: [{position: учитель}]"
        ),
        "practices/slomana.md": record_text(
            "practice", "title: 'Сломана: нет такого уровня'\nlevels: [нулевой]"
        ),
        "practices/za-bortom.md": record_text("practice", f"{_REAL}\ntitle: 'За бортом: в книгу не взяли'"),
    }
    return opened(make_bank(tmp_path_factory.mktemp("gaps") / "bank", files))


@pytest.fixture(scope="module")
def checked(bank: Workspace) -> tuple[Proof, Report]:
    """The collection with its gaps."""
    return check_collection(bank, "plohoj", books=bank.root / "books")


def test_every_gap_is_told(checked: tuple[Proof, Report], golden: Golden) -> None:
    """All the words that a bad collection calls forth, in order."""
    golden.check(GOLDEN_FOLDER / "gaps.txt", show(checked[1].diagnostics))


def test_every_code_has_its_gap(checked: tuple[Proof, Report]) -> None:
    """No code that nobody has seen; no articles, and a text that Typst refuses, are collections below."""
    told = {found.code for found in checked[1].diagnostics}
    assert {code.id for code in PRINT_CODES} - told == {EMPTY_BOOK.id, UNSETTABLE.id}


@pytest.mark.parametrize(
    ("chosen", "code", "place"),
    [
        ("query: {kind: practice, year: 1990}", EMPTY_BOOK, "  - title: Читаем"),
        ("records: [gotovaya]", UNSETTABLE, f"{_DEEP} Слишком глубоко."),
    ],
)
def test_a_book_that_cannot_be_set(tmp_path: Path, chosen: str, code: Code, place: str) -> None:
    """No article at all, or one with quotations too deep for Typst: said at the line to mend."""
    manifest = f"title: Читаем вместе\nyear: 2026\nsections:\n  - title: Читаем\n    {chosen}\n"
    files = {
        "registry/collections/kniga.yml": manifest,
        "practices/gotovaya.md": record_text(
            "practice", _REAL, f"{body_of('practice')}\n{_DEEP} Слишком глубоко.\n"
        ),
    }
    bank = opened(make_bank(tmp_path / "bank", files))
    _, report = check_collection(bank, "kniga", books=bank.root / "books")
    (found,) = (item for item in report.diagnostics if item.code == code.id)
    lines = (bank.root / found.path).read_text(encoding="utf-8").splitlines()
    assert lines[found.span.line - 1] == place


def test_an_unreadable_record_is_named_by_file_and_line(checked: tuple[Proof, Report]) -> None:
    """The manifest's own line says which record is lost, and the remedy where its fault is."""
    (found,) = (item for item in checked[1].diagnostics if item.code == "K924")
    assert found.path == "registry/collections/plohoj.yml"
    assert "practices/slomana.md, строка " in found.hint


def test_a_ready_collection_lacks_nothing(tmp_path: Path) -> None:
    """An approved record of the right size in a full imprint: nothing to say that must be done."""
    long = body_of("practice").replace("## Выводы", "И так всю четверть. " * 300 + "\n\n## Выводы")
    full = BAD.read_text(encoding="utf-8").split("# Чего здесь нет\n")[1].replace("#", "")
    bank = opened(
        make_bank(
            tmp_path / "bank",
            {
                "registry/collections/gotovyj.yml": full,
                "practices/gotovaya.md": record_text("practice", _REAL, long),
            },
        )
    )
    proof, report = check_collection(bank, "gotovyj", books=bank.root / "books")
    assert [found for found in report.diagnostics if found.severity is not Severity.ADVICE] == []
    assert "Замечаний нет" in checklist_of(proof, report).lead
    ((first, last),) = proof.pages.values()
    assert last > first > 1


def test_the_checklist_for_authors(checked: tuple[Proof, Report]) -> None:
    """The page and the Word file tell every finding once, the obligatory ones marked."""
    proof, report = checked
    checklist = checklist_of(proof, report)
    remarks = [remark for part in checklist.parts for remark in part.remarks]
    assert len(remarks) == len(report.diagnostics)
    page = write_page(checklist)
    assert page.count("<input ") == len(remarks)
    assert page.count("Обязательно:") == report.count(Severity.ERROR)
    word = write_word(checklist)
    assert word == write_word(checklist)
    text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(word)).paragraphs)
    assert text.count("☐") == len(remarks)
    assert zipfile.ZipFile(io.BytesIO(word)).testzip() is None


def test_signs_of_the_fonts() -> None:
    """What the book's faces have between them is let through: letters of the peoples of Russia, arrows."""
    assert lacking(["Ӑӗ Ҫуллă ӧ ң → ☐ ½ × ≈ №"]) == frozenset()
    assert lacking(["итог 👍 и 漢"]) == {"👍", "漢"}
