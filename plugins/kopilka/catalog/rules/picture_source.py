"""Every picture says whose it is and on what terms it may be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kopilka.catalog.addresses import Address, pictures_shown
from kopilka.catalog.check import Path, Surroundings
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

NAMED = 3
"""So many pictures are named, the others are counted."""

WORDS: Mapping[str, tuple[Code, str, str]] = {
    "untold": (
        NO_SOURCE,
        "не сказано, чьё это и на каких условиях: {names}",
        "Хватит одной строки (pictures): чьи (source), на каких условиях (licence), кто виден (people).",
    ),
    "incomplete": (
        NO_SOURCE,
        "не сказано, {owed}",
        "Впишите это ({keys}); своё можно отдать под CC-BY-4.0, чужое – с разрешения автора (permission).",
    ),
    "twice": (STRAY_ROW, "о {what} уже сказано выше", "Оставьте одну строку."),
    "stray": (STRAY_ROW, "картинки {shown} в записи нет", "Исправьте имя или уберите строку."),
}
"""What is said of each trouble: the code, the message, the hint; the form on the site says the same."""

OWED = {"source": "чья картинка", "licence": "на каких условиях её можно показать"}


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
    few = [quote(name) for name in names[:NAMED]]
    more = [f"ещё{NBSP}{len(names) - NAMED}"] if len(names) > NAMED else []
    code, message, hint = WORDS["untold"]
    return shown[names[0]].at(entry, code, message.format(names=join_words([*few, *more])), hint=hint)


def _stray(entry: Entry, number: int, row: Picture, shown: Mapping[str, Address]) -> Iterator[Diagnostic]:
    path = ("pictures", number)
    if any(other.file == row.file for other in entry.record.pictures[:number]):
        code, message, hint = WORDS["twice"]
        what = quote(row.file) if row.file else "всех картинках"
        yield at_key(entry, code, path, f"{_field(entry, path)}: {message.format(what=what)}", hint=hint)
    elif row.file and row.file not in shown:
        code, message, hint = WORDS["stray"]
        near = suggest(row.file, list(shown))
        hint = f"Возможно, вы имели в виду {quote(near)}." if near else hint
        where = (*path, "file")
        message = f"{_field(entry, where)}: {message.format(shown=quote(row.file))}"
        yield at_path(entry, code, where, message, hint=hint)


def _incomplete(
    entry: Entry, number: int, row: Picture, shown: Mapping[str, Address]
) -> Iterator[Diagnostic]:
    """A row that speaks of pictures which are shown and lacks one half of what it owes."""
    missing = [name for name in OWED if getattr(row, name) is None]
    if missing and any(picture_row(entry.record.pictures, name) is row for name in shown):
        path = ("pictures", number)
        code, message, hint = WORDS["incomplete"]
        message = f"{_field(entry, path)}: {message.format(owed=join_words(OWED[name] for name in missing))}"
        yield at_key(entry, code, path, message, hint=hint.format(keys=join_words(missing)))


def _field(entry: Entry, path: Path) -> str:
    return f"поле {label_of(type(entry.record), path)}"
