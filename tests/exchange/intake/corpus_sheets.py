"""Exports of many records: CSV of two sorts and a workbook."""

from __future__ import annotations

import io

import openpyxl


def csv_cp1251() -> bytes:
    """An export from an old Excel: cp1251 and semicolons."""
    rows = (
        "Название практики;Организация;Классы;Ключевые слова\r\n"
        "Карта класса: рисуем, где мы живём;Школа-пример № 1;5-6;карта, класс, план\r\n"
        '"Час ""почему"": вопросы без ответов";Школа-пример № 4;8;вопрос, час, спор\r\n'
    )
    return rows.encode("cp1251")


def csv_tabs() -> bytes:
    """UTF-8 with a mark at its beginning, and tabs."""
    return (
        "\ufeffНазвание практики\tОсновная идея\nПеремена без звонка: школа по часам\tЗвонок отключили\n"
    ).encode()


def excel_rows() -> bytes:
    """One row a record under a title row; 18.0, dates, an empty row."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Площадки"
    page.append(["Сводная таблица стажировочных площадок"])
    page.append(["№", "Название площадки", "Организация", "Объём в часах", "Форма проведения", "Телефон"])
    page.append([1, "Уроки без парт: пространство класса", "Школа-пример № 1", 18.0, "очно", 88127300000.0])
    page.append([None, None, None, None, None, None])
    page.append(
        [2, "Чтение схем: от карты к чертежу", "Школа-пример № 4", 24.5, "дистанционно", "8 921 000-00-00"]
    )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
