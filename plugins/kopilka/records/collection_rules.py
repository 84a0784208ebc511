"""Checks of the manifests that no single field shows: numbers shared, texts missing, a record taken twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.collection import Collection
from kopilka.records.field_codes import FILE_NAME
from kopilka.records.isbn import digits_of
from kopilka.records.labels import label_of
from kopilka.records.manifest import Manifest
from kopilka.records.references import SLUG
from kopilka.records.registry_rules import DUPLICATE
from kopilka.records.spans import Path
from kopilka.records.suggest import suggest
from kopilka.russian import quote
from kopilka.slugs import slugify

SHARED_ISBN = Code(
    "K308",
    "shared-isbn",
    Severity.ERROR,
    "Один ISBN у двух изданий",
    "У печатной книги, PDF и EPUB номера разные, и номер прошлого выпуска второй раз не берут: по нему книгу "
    "ищут в магазине и библиотеке.",
    "isbn: {print: 978-5-00000-000-7, pdf: 978-5-00000-000-7}",
    "isbn: {print: 978-5-00000-000-7, pdf: 978-5-00000-001-4}",
)
EDITORIAL_TEXT = Code(
    "K309",
    "editorial-text",
    Severity.ERROR,
    "Нет текста предисловия, послесловия или приложения",
    "Текст пишут прямо здесь, в поле «Текст», или кладут файлом .md в папку сборника: нужно что-то одно.",
    "foreword: {file: predislovye.md}",
    "foreword: {text: Десять описаний из школ района.}",
)
RECORD_TWICE = Code(
    "K310",
    "record-twice",
    Severity.ERROR,
    "Запись названа в сборнике дважды",
    "Одна статья не печатается в книге два раза.",
    "sections:\n  - {title: Читаем, records: [tekst-nedeli]}\n  - {title: Считаем, records: [tekst-nedeli]}",
    "sections:\n  - {title: Читаем, records: [tekst-nedeli]}\n"
    "  - {title: Считаем, records: [smeta-shkolnogo-prazdnika]}",
)
EMPTY_SECTION = Code(
    "K311",
    "section-without-records",
    Severity.ERROR,
    "В разделе сборника нет записей",
    "Раздел – это статьи: назовите записи по одной (records) или опишите, какие взять (query).",
    "sections:\n  - title: Читаем",
    "sections:\n  - title: Читаем\n    records: [tekst-nedeli]",
)
EMPTY_QUERY = Code(
    "K312",
    "query-finds-nothing",
    Severity.ERROR,
    "Отбор сборника ничего не находит",
    "Раздел, который собирается по отбору, окажется в книге пустым.",
    "query: {kind: praktika}",
    "query: {kind: practice}",
)
IDLE_OVERRIDE = Code(
    "K313",
    "override-without-article",
    Severity.ERROR,
    "Поправка ни к чему не относится",
    "Статьи, которую вы поправили, в сборнике нет – или в ней нет того, что вы просите не печатать.",
    "sections: [{records: [tekst-nedeli]}]\narticles: [{record: krug-kolleg, title: Круг коллег}]",
    "sections: [{records: [tekst-nedeli]}]\narticles: [{record: tekst-nedeli, title: Текст недели}]",
)
MANIFEST_CODES = (SHARED_ISBN, EDITORIAL_TEXT, RECORD_TWICE, EMPTY_SECTION, EMPTY_QUERY, IDLE_OVERRIDE)


def check_manifests(manifests: Iterable[Manifest]) -> Iterator[Diagnostic]:
    """Everything wrong in each manifest by itself and between them."""
    together = sorted(manifests, key=lambda item: item.path)
    for manifest in together:
        yield from _file_name(manifest)
        yield from _texts(manifest)
        yield from _repeated(manifest)
        yield from _empty(manifest)
    yield from _shared_isbn(together)
    yield from _same_name(together)


def _same_name(manifests: Iterable[Manifest]) -> Iterator[Diagnostic]:
    """`sbornik.yaml` beside `sbornik.yml`: only one of them can be the collection of that name."""
    seen: dict[str, str] = {}
    for manifest in manifests:
        first = seen.setdefault(manifest.id, manifest.path)
        if first != manifest.path:
            message = f"сборник {quote(manifest.id)} уже есть: {first}"
            yield _at(manifest, DUPLICATE, (), message, hint="Оставьте один файл или дайте другое имя.")


def _at(manifest: Manifest, code: Code, path: Path, message: str, *, hint: str) -> Diagnostic:
    told = f"поле {label_of(Collection, path)}: {message}" if path else message
    return code.at(manifest.path, manifest.locate().value(path), told, hint=hint)


def _file_name(manifest: Manifest) -> Iterator[Diagnostic]:
    if not SLUG.match(manifest.id):
        name = PurePosixPath(manifest.path).name
        better = f"{slugify(manifest.id) or 'sbornik'}.yml"
        hint = f"Малые латинские буквы, цифры и дефис. Переименуйте, например, в «{better}»."
        yield _at(manifest, FILE_NAME, (), f"имя файла «{name}» не годится в идентификаторы", hint=hint)


def _texts(manifest: Manifest) -> Iterator[Diagnostic]:
    for path, text in manifest.editorial():
        if bool(text.text) == bool(text.file):
            both = bool(text.text)
            message = "заданы и текст, и файл" if both else "нет ни текста, ни файла"
            hint = "Оставьте одно: text или file." if both else "Впишите text или назовите файл .md: file."
            yield _at(manifest, EDITORIAL_TEXT, path, message, hint=hint)
        elif text.file and manifest.text_path(text) not in manifest.texts:
            message = f"файла {quote(text.file)} в папке сборника нет"
            yield _at(manifest, EDITORIAL_TEXT, (*path, "file"), message, hint=_where(manifest, text.file))


def _where(manifest: Manifest, written: str) -> str:
    near = suggest(written, [path.removeprefix(f"{manifest.folder}/") for path in manifest.texts])
    if near:
        return f"Возможно, вы имели в виду {near}."
    return f"Положите текст в папку {manifest.folder}/ файлом .md."


def _repeated(manifest: Manifest) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for section_number, section in enumerate(manifest.collection.sections):
        for number, record in enumerate(section.records):
            if record in seen:
                path = ("sections", section_number, "records", number)
                message = f"запись {quote(record)} в этом сборнике уже названа"
                yield _at(manifest, RECORD_TWICE, path, message, hint="Оставьте её в одном разделе.")
            seen.add(record)


def _empty(manifest: Manifest) -> Iterator[Diagnostic]:
    for number, section in enumerate(manifest.collection.sections):
        if not section.records and section.query is None:
            message = f"в разделе {quote(section.title or str(number + 1))} нет записей"
            hint = "Добавьте records со списком или query с отбором."
            yield _at(manifest, EMPTY_SECTION, ("sections", number), message, hint=hint)


def _shared_isbn(manifests: Iterable[Manifest]) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for manifest in manifests:
        numbers = manifest.collection.isbn
        for name in type(numbers).model_fields if numbers else ():
            number = getattr(numbers, name)
            if not number:
                continue
            here = f"{manifest.path}, поле {label_of(Collection, ('isbn', name))}"
            first = seen.setdefault(digits_of(number), here)
            if first != here:
                message = f"ISBN {number} уже занят: {first}"
                hint = "У каждого издания и формата номер свой. Номера ещё нет? Уберите строку."
                yield _at(manifest, SHARED_ISBN, ("isbn", name), message, hint=hint)
