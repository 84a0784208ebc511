"""Looks at the bytes of a file before anything reads it: size, bombs, macros, passwords, broken ends."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from kopilka.exchange.archives import UNREADABLE
from kopilka.exchange.intake.paper import Refusal

MOST_BYTES = 50_000_000
MOST_UNPACKED = 300_000_000
MOST_RATIO = 120
MOST_PARTS = 5_000
_FREE_RATIO_BYTES = 20_000_000
"""A small file may well be packed hard; the ratio matters when what comes out is large."""

OFFICE = frozenset({".docx", ".xlsx"})
CONVERTED = {".doc": ".docx", ".odt": ".docx", ".rtf": ".docx", ".xls": ".xlsx", ".ods": ".xlsx"}
"""What LibreOffice makes of older and other documents."""
SAVED = frozenset({".md", ".zip"})
"""What the form of the site saves."""
READ = OFFICE | CONVERTED.keys() | SAVED | {".csv"}
_MACROS = frozenset({".docm", ".dotm", ".xlsm", ".xltm", ".xlsb"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}

_ASK_AGAIN = "Попросите автора прислать файл ещё раз."
RESAVE = {
    ".docx": "Откройте файл в Word и сохраните: «Файл → Сохранить как → Документ Word (.docx)».",
    ".xlsx": "Откройте файл в Excel и сохраните: «Файл → Сохранить как → Книга Excel (.xlsx)».",
}


def look_at(name: str, data: bytes) -> Refusal | None:
    """Why the file must not be read, or None."""
    ending = PurePath(name).suffix.lower()
    refusal = _by_ending(ending) or _by_size(data)
    if refusal or ending not in OFFICE | {".zip"}:
        return refusal
    if ending in OFFICE and data.startswith(_OLE):
        return _ole(ending, data)
    if ending in OFFICE and not data.startswith(b"PK"):
        return Refusal(f"внутри не документ {ending[1:]}, а другой файл под его именем", RESAVE[ending])
    return _packed(ending, data)


def _by_ending(ending: str) -> Refusal | None:
    if ending in _MACROS:
        return Refusal(
            "файл с макросами не читаем: в нём может быть вредная программа",
            RESAVE[".xlsx" if ending.startswith(".xl") else ".docx"],
        )
    if ending in READ:
        return None
    if ending == ".pdf":
        return Refusal("PDF не разобрать на поля", "Попросите автора прислать тот же текст в Word (.docx).")
    return Refusal(
        f"такие файлы ({ending or 'без расширения'}) не читаем",
        "Подойдут Word, Excel, LibreOffice, .csv, а из формы на сайте – .md и .zip.",
    )


def _by_size(data: bytes) -> Refusal | None:
    if not data.strip(b"\x00 \r\n\t"):
        return Refusal("файл пуст", _ASK_AGAIN)
    if len(data) > MOST_BYTES:
        return Refusal(
            f"файл больше {MOST_BYTES // 1_000_000} МБ",
            "Сожмите картинки: в Word «Формат рисунка → Сжать рисунки», и сохраните заново.",
        )
    return None


def _ole(ending: str, data: bytes) -> Refusal:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Refusal("файл закрыт паролем", "Попросите автора прислать его без пароля.")
    return Refusal("это документ старого образца под новым именем", RESAVE[ending])


def _packed(ending: str, data: bytes) -> Refusal | None:
    broken = Refusal("файл повреждён: он обрывается или записан с ошибкой", _ASK_AGAIN)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except UNREADABLE:
        return broken
    names = {part.filename for part in parts}
    if ending in OFFICE and any(name.lower().endswith("vbaproject.bin") for name in names):
        return _by_ending(f"{ending[:-1]}m")
    if _is_bomb(parts):
        return Refusal(
            "похоже на бомбу: маленький файл распаковывается в огромный",
            "Не открывайте его; спросите отправителя, что это.",
        )
    if any(part.flag_bits & 1 for part in parts):
        return Refusal("файл закрыт паролем", "Попросите автора прислать его без пароля.")
    return None if ending not in _MAIN or _MAIN[ending] in names else broken


def _is_bomb(parts: list[zipfile.ZipInfo]) -> bool:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    large = unpacked > _FREE_RATIO_BYTES and unpacked / packed > MOST_RATIO
    return unpacked > MOST_UNPACKED or large or len(parts) > MOST_PARTS
