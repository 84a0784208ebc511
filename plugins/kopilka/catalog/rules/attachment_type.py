"""Files beside a record are of the kinds that the bank accepts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kopilka.catalog.addresses import Address, folder_of, is_file
from kopilka.catalog.check import Surroundings, Written
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

ATTACHMENT_TYPE = Code(
    "K410",
    "attachment-type",
    Severity.ERROR,
    "Файлы такого вида банк не принимает",
    "Программы и документы с макросами опасны для того, кто их скачает; старые и редкие форматы откроются "
    "не у всех. "
    "Список разрешённых – в настройке checks.limits.file_types.",
    "materials:\n  - title: Тренажёр\n    file: trenazhyor.exe\n    kind: документ",
    "materials:\n  - title: Тренажёр\n    file: trenazhyor.xlsx\n    kind: таблица",
)
CODES = (ATTACHMENT_TYPE,)

_BETTER = {
    "doc": "docx", "docm": "docx", "rtf": "docx", "dot": "docx", "dotx": "docx", "xls": "xlsx",
    "xlsm": "xlsx", "ppt": "pptx", "pptm": "pptx", "pps": "pptx", "ppsx": "pptx", "bmp": "png",
    "gif": "webp или mp4", "tif": "jpg", "tiff": "jpg", "heic": "jpg", "avi": "mp4", "mov": "mp4",
    "wmv": "mp4", "mkv": "mp4", "rar": "zip", "7z": "zip", "wav": "mp3", "pages": "pdf", "djvu": "pdf",
}  # fmt: skip


def check(written: Written, address: Address, around: Surroundings) -> Iterator[Diagnostic]:
    """Files that the record names; those that it does not name are another rule's."""
    allowed, ending = around.checks.limits.file_types, _ending(address.name)
    if is_file(address) and ending not in allowed and f"{folder_of(written)}{address.name}" in around.files:
        message = f"{quote(address.name)} – файлы {_shown(ending)} банк не принимает"
        yield address.at(written, ATTACHMENT_TYPE, message, hint=_remedy(ending, allowed))


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower().lstrip(".")


def _shown(ending: str) -> str:
    return quote(f".{ending}") if ending else "без расширения"


def _remedy(ending: str, allowed: tuple[str, ...]) -> str:
    better = _BETTER.get(ending)
    if better:
        return f"Сохраните его как {better}."
    return f"Можно: {', '.join(allowed)}."
