"""Every picture says whose it is and on what terms it may be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kopilka.catalog.addresses import Address, pictures_shown
from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_key, at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of
from kopilka.records.pictures import Picture, picture_row
from kopilka.records.suggest import suggest
from kopilka.russian import NBSP, join_words, quote

NO_SOURCE = Code(
    "K621",
    "picture-without-source",
    Severity.WARNING,
    "Не сказано, чья картинка",
    "У каждой картинки есть автор, и без его разрешения её не печатают (ГК РФ, ст. 1229, 1270). Напишите, "
    "кто её "
    "снял или нарисовал и на каких условиях её можно брать. Одной строки без файла хватит на все картинки "
    "записи.",
    "pictures: []   # или поля нет вовсе\nmaterials:\n  - title: Карта\n    file: karta.svg\n"
    "    kind: изображение",
    "pictures:\n  - source: рисунки авторов практики\n    licence: CC-BY-4.0\nmaterials:\n  - title: Карта\n"
    "    file: karta.svg\n    kind: изображение",
)
STRAY_ROW = Code(
    "K622",
    "stray-picture-row",
    Severity.WARNING,
    "Строка о картинке, которой в записи нет",
    "Файл переименовали или убрали, а строка о нём осталась, или о нём написано дважды. Новая картинка "
    "останется "
    "без подписи, а согласие – без снимка.",
    "pictures:\n  - file: Karta.svg\n    source: рисунок авторов\n    licence: CC-BY-4.0\nmaterials:\n"
    "  - title: Карта\n    file: karta.svg\n    kind: изображение",
    "pictures:\n  - file: karta.svg\n    source: рисунок авторов\n    licence: CC-BY-4.0\nmaterials:\n"
    "  - title: Карта\n    file: karta.svg\n    kind: изображение",
)
CODES = (NO_SOURCE, STRAY_ROW)

_NAMED = 3
_ONE_ROW = (
    "Добавьте поле pictures с одной строкой на все картинки: source – чьи они, licence – условия, "
    "people – кто на них виден."
)


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:
    """Pictures that the record shows, and rows that tell of them."""
    shown, rows = pictures_shown(entry, around), entry.record.pictures
    if not shown and not rows:
        return
    untold = [name for name in shown if picture_row(rows, name) is None]
    if untold:
        yield _untold(entry, untold, shown)
    for number, row in enumerate(rows):
        yield from _stray(entry, number, row, shown)
        yield from _incomplete(entry, number, row, shown)


def _untold(entry: Entry, names: list[str], shown: Mapping[str, Address]) -> Diagnostic:
    few = [quote(name) for name in names[:_NAMED]]
    more = [f"ещё{NBSP}{len(names) - _NAMED}"] if len(names) > _NAMED else []
    message = f"не сказано, чьё это и на каких условиях: {join_words([*few, *more])}"
    return shown[names[0]].at(entry, NO_SOURCE, message, hint=_ONE_ROW)


def _stray(entry: Entry, number: int, row: Picture, shown: Mapping[str, Address]) -> Iterator[Diagnostic]:
    path = ("pictures", number)
    if any(other.file == row.file for other in entry.record.pictures[:number]):
        what = quote(row.file) if row.file else "всех картинках"
        message = f"поле {label_of(type(entry.record), path)}: о {what} уже сказано выше"
        yield at_key(entry, STRAY_ROW, path, message, hint="Оставьте одну строку.")
    elif row.file and row.file not in shown:
        near = suggest(row.file, list(shown))
        hint = f"Возможно, вы имели в виду {quote(near)}." if near else "Исправьте имя или уберите строку."
        where = (*path, "file")
        message = f"поле {label_of(type(entry.record), where)}: картинки {quote(row.file)} в записи нет"
        yield at_path(entry, STRAY_ROW, where, message, hint=hint)


def _incomplete(
    entry: Entry, number: int, row: Picture, shown: Mapping[str, Address]
) -> Iterator[Diagnostic]:
    """A row that speaks of pictures which are shown and lacks one half of what it owes."""
    missing = [name for name in ("source", "licence") if getattr(row, name) is None]
    if missing and any(picture_row(entry.record.pictures, name) is row for name in shown):
        path = ("pictures", number)
        asked = {"source": "чья картинка", "licence": "на каких условиях её можно показать"}
        owed = join_words([asked[name] for name in missing])
        message = f"поле {label_of(type(entry.record), path)}: не сказано, {owed}"
        hint = f"Заполните {join_words(missing)}; своё можно отдать под CC-BY-4.0, чужое – permission."
        yield at_key(entry, NO_SOURCE, path, message, hint=hint)
