"""Files beside a record can be downloaded on a school's line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kopilka.catalog.addresses import Address, folder_of, is_file
from kopilka.catalog.check import Surroundings, Written
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import NBSP, decimal, quote

LARGE_ATTACHMENT = Code(
    "K409",
    "large-attachment",
    Severity.WARNING,
    "Файл слишком большой",
    "В школе с медленной связью такой файл не дождаться, а весь банк становится тяжёлым: в нём хранится "
    "каждая версия.",
    "![Доска с картами](foto-12-megabajt.jpg)",
    "![Доска с картами](foto.jpg)",
)
CODES = (LARGE_ATTACHMENT,)

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif"})


def check(written: Written, address: Address, around: Surroundings) -> Iterator[Diagnostic]:
    """Files over the limits of the settings; pictures have their own."""
    if not is_file(address):
        return
    limits, size = around.checks.limits, around.files.get(f"{folder_of(written)}{address.name}", 0)
    picture = PurePosixPath(address.name).suffix.lower() in PICTURES
    limit = limits.image_max_kilobytes if picture else limits.file_max_kilobytes
    if size > limit * 1024:
        what = "картинки" if picture else "файла"
        message = f"{quote(address.name)} занимает {_size(size)}, а для {what} можно до {_size(limit * 1024)}"
        yield address.at(written, LARGE_ATTACHMENT, message, hint=_remedy(picture=picture))


def _size(size: int) -> str:
    if size < 1024 * 1024:
        return f"{round(size / 1024)}{NBSP}КБ"
    return f"{decimal(round(size / 1024 / 1024, 1))}{NBSP}МБ"


def _remedy(*, picture: bool) -> str:
    if picture:
        return (
            "Уменьшите её до 1600 точек по ширине и сохраните как JPEG или WebP: на странице разницы "
            "не видно."
        )
    return "Сожмите картинки внутри файла, разделите его на части или дайте ссылку на видеоплощадку."
