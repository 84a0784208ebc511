"""Awkward applications, each as somebody really sends them, made by a script."""

from __future__ import annotations

from collections.abc import Callable

from tests.exchange.intake.corpus_applications import base_site, internship, misprints, missing_appendix
from tests.exchange.intake.corpus_broken import bomb, macros, password, scan_only, truncated
from tests.exchange.intake.corpus_sheets import csv_cp1251, csv_tabs, excel_rows
from tests.exchange.intake.corpus_tables import (
    case_table,
    grouped,
    long_values,
    merged_cells,
    nested_table,
    network_table,
    one_column,
    practice_table,
    repeated_answers,
    unknown_terms,
)
from tests.exchange.intake.corpus_texts import (
    check_boxes,
    header_footer,
    loose_lines,
    pictures,
    practice_headings,
    private_data,
    strange_kind,
    tracked_changes,
)

CORPUS: dict[str, Callable[[], bytes]] = {
    "01-stazhirovochnaya.docx": internship,
    "02-bazovaya.docx": base_site,
    "03-praktika-tablica.docx": practice_table,
    "04-praktika-zagolovki.docx": practice_headings,
    "05-pasport-proekta.docx": case_table,
    "06-set.docx": network_table,
    "07-opechatki.docx": misprints,
    "08-obedinennye.docx": merged_cells,
    "09-vlozhennaya.docx": nested_table,
    "10-pravki.docx": tracked_changes,
    "11-galochki.docx": check_boxes,
    "12-kartinki.docx": pictures,
    "13-lichnoe.docx": private_data,
    "14-pismo.docx": loose_lines,
    "15-bez-prilozheniya.docx": missing_appendix,
    "16-dlinnye.docx": long_values,
    "17-kolontitul.docx": header_footer,
    "18-odna-kolonka.docx": one_column,
    "19-neizvestnoe.docx": unknown_terms,
    "20-dvazhdy.docx": repeated_answers,
    "21-staryj.csv": csv_cp1251,
    "22-tabulyaciya.csv": csv_tabs,
    "23-ploshchadki.xlsx": excel_rows,
    "24-skan.docx": scan_only,
    "25-parol.docx": password,
    "26-bomba.docx": bomb,
    "27-makros.docm": macros,
    "28-makros-vnutri.docx": macros,
    "29-oborvan.docx": truncated,
    "30-pusto.docx": lambda: b"",
    "31-pismo-ne-zayavka.docx": strange_kind,
    "32-gruppy.docx": grouped,
}
"""The name of the file as it came, and what makes it."""
