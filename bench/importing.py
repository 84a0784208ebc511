"""How long an import of many applications takes."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import docx

from bench.generator import write_bank
from bench.measure import Cost, python, run

_TEXT = "Учитель читает текст вместе с детьми и задаёт вопросы, на которые нет готового ответа. " * 5
_ROWS = (
    ("Полное наименование организации-заявителя", "Школа-пример № 1"),
    ("Наименование программы стажировки", "Карта вопросов за один урок"),
    ("Срок реализации программы стажировки (в учебных часах)", "восемнадцать (18)"),
    ("Прогноз востребованности программы стажировки", "До 48 человек в год"),
    ("Номер телефона, факс организации-заявителя", "8 (812) 730-00-00"),
)
_PARAGRAPHS = 60
"""About ten pages."""
_RECORDS = 10


def write_forms(folder: Path, number: int) -> None:
    """Writes applications of ten pages, each with a title of its own."""
    for count in range(number):
        form = docx.Document()
        form.add_paragraph("ЗАЯВКА на присвоение статуса «Районная стажировочная площадка»")
        form.add_paragraph(f"по теме «Читаем медленно: опыт школы № {count}»")
        table = form.add_table(len(_ROWS), 2)
        for row, pair in zip(table.rows, _ROWS, strict=True):
            for cell, text in zip(row.cells, pair, strict=True):
                cell.text = text
        for part in range(_PARAGRAPHS):
            form.add_paragraph(f"{part}. {_TEXT}")
        out = io.BytesIO()
        form.save(out)
        (folder / f"zayavka-{count}.docx").write_bytes(out.getvalue())


def measure(forms: Path) -> Cost:
    """Imports a folder of forms into a new small bank: where they are already, nothing is to be done."""
    with tempfile.TemporaryDirectory(prefix="kopilka-bench-") as name:
        bank = Path(name)
        write_bank(bank, _RECORDS)
        return run([*python("-m", "kopilka.cli"), "import", str(forms), "--root", str(bank)], bank)
