"""The imprint has what an edition of its kind owes (ГОСТ Р 7.0.4-2020)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kopilka.book.gaps.proof import Proof
from kopilka.catalog.parts import find_shaped
from kopilka.catalog.print_codes import IMPRINT_ADVICE, IMPRINT_GAP
from kopilka.citing.editions import Form, main_form
from kopilka.diagnostics import Diagnostic
from kopilka.records.collection import Collection, Purpose
from kopilka.records.collection_parts import Contributor, Isbns
from kopilka.records.fields import declarations
from kopilka.russian import fold_label, join_words, quote

_ALWAYS = ("purpose", "place", "publisher", "publisher_address", "annotation", "date")
_PRINTED = ("udc", "bbk", "author_mark", "print_run", "printer")
_SCHOLARLY = ("responsible_editor", "reviewers", "recommended")
_REVIEWED = ("reviewers",)
_WELCOME = ("foreword", "readers", "age", "udc", "bbk")

_BY_PURPOSE: Mapping[Purpose, tuple[str, ...]] = {
    "научное издание": _SCHOLARLY,
    "научно-методическое издание": _SCHOLARLY,
    "учебно-методическое издание": _SCHOLARLY,
    "научно-практическое издание": _REVIEWED,
}
"""What an edition owes besides, by what it is for; the others owe nothing more."""

_BARE = frozenset(
    {"сборник", "труды", "материалы", "сборник статей", "сборник материалов", "сборник практик"},
)
"""Titles that tell nothing apart; the standard forbids them."""


def check(proof: Proof) -> Iterator[Diagnostic]:
    """Fields that this kind of edition owes, numbers of its formats, its people and its title."""
    collection = proof.collection
    form = main_form(collection)
    owed = (*_ALWAYS, *(_PRINTED if form is Form.PRINT else ()))
    for name in owed:
        if not getattr(collection, name):
            yield _gap(proof, name, f"{_FORMS[form][1]} без него нельзя")
    if collection.purpose:
        for name in _BY_PURPOSE.get(collection.purpose, ()):
            if not getattr(collection, name):
                yield _gap(proof, name, f"виду {quote(collection.purpose)} без него нельзя")
    for name in _WELCOME:
        if not getattr(collection, name) and name not in owed:
            yield _advice(proof, name, "можно без этого, но лучше заполнить")
    yield from _isbn(proof, form)
    yield from _people(proof)
    yield from _rights(proof)
    yield from _title(proof)
    yield from _wording(proof)


_FORMS = {
    Form.PRINT: ("печатной книги", "печатной книге"),
    Form.PDF: ("электронной книги", "электронной книге"),
    Form.EPUB: ("электронной книги", "электронной книге"),
}


def _label(name: str) -> str:
    return quote(declarations(Collection)[name].label)


def _gap(proof: Proof, name: str, why: str) -> Diagnostic:
    declared = declarations(Collection)[name]
    hint = f"Добавьте строку «{name}: …». {declared.help}"
    return proof.at(IMPRINT_GAP, (name,), f"нет поля {_label(name)}: {why}", hint=hint)


def _advice(proof: Proof, name: str, why: str) -> Diagnostic:
    declared = declarations(Collection)[name]
    hint = f"Строка «{name}: …». {declared.help}"
    return proof.at(IMPRINT_ADVICE, (name,), f"нет поля {_label(name)}: {why}", hint=hint)


def _isbn(proof: Proof, form: Form) -> Iterator[Diagnostic]:
    """A printed book has a number; an electronic one may do without."""
    numbers = proof.collection.isbn
    lacking = [name for name in declarations(Isbns) if not getattr(numbers, name, None)]
    hint = "Номер даёт агентство ISBN (Российская книжная палата); у каждого формата он свой."
    if form is Form.PRINT and Form.PRINT in lacking:
        yield proof.at(IMPRINT_GAP, ("isbn",), f"нет ISBN для {_FORMS[form][0]}", hint=hint)
    if files := [name.upper() for name in lacking if name != Form.PRINT]:
        copies = "без номера это копия печатной книги, а не отдельное издание"
        lost = "без номера книгу не учтут ни библиотека, ни магазин"
        message = f"нет ISBN для {join_words(files)}: {copies if form is Form.PRINT else lost}"
        yield proof.at(IMPRINT_ADVICE, ("isbn",), message, hint=hint)


def _people(proof: Proof) -> Iterator[Diagnostic]:
    collection = proof.collection
    if not collection.compilers and not collection.responsible_editor:
        yield _gap(proof, "compilers", "должно быть видно, кто отвечает за книгу")
    for path, person in find_shaped(collection, *declarations(Contributor)):
        role = _label(str(path[0]))
        if not person.name:
            hint = "Возьмите согласие и впишите name и consent: в выходных сведениях людей называют."
            message = f"{role}: имени не будет, останется только должность"
            yield proof.at(IMPRINT_ADVICE, path, message, hint=hint)
        if path[0] == "reviewers" and not person.degree:
            hint = "Строка «degree: …». Если степени нет, так и оставьте."
            yield proof.at(IMPRINT_ADVICE, path, f"{role}: не указана учёная степень", hint=hint)


def _rights(proof: Proof) -> Iterator[Diagnostic]:
    if not proof.collection.holders and not proof.collection.publisher:
        yield _gap(proof, "holders", "без него нет строки с ©")


def _wording(proof: Proof) -> Iterator[Diagnostic]:
    """Lines that the title page takes as they are written."""
    collection = proof.collection
    if collection.place and re.match(r"(?:г\.|город)\s", collection.place):
        message = f"{_label('place')}: на титуле пишут только название города"
        hint = f"Так: «place: {collection.place.split(maxsplit=1)[1]}»."
        yield proof.at(IMPRINT_ADVICE, ("place",), message, hint=hint)
    if collection.readers and not collection.readers.casefold().startswith("для "):
        message = f"{_label('readers')}: строка титула начинается со слова «для»"
        yield proof.at(
            IMPRINT_ADVICE, ("readers",), message, hint="Так: «readers: для учителей и методистов»."
        )
    if collection.recommended and not (collection.recommended.protocol and collection.recommended.date):
        message = f"{_label('recommended')}: не сказано, каким протоколом и когда"
        hint = "Впишите protocol и date: решение совета печатают с номером и днём."
        yield proof.at(IMPRINT_ADVICE, ("recommended",), message, hint=hint)


def _title(proof: Proof) -> Iterator[Diagnostic]:
    if fold_label(proof.collection.title) in _BARE:
        message = f"заглавие {quote(proof.collection.title)} ничего не говорит о книге"
        hint = "Назовите тему, а слово «сборник» перенесите в поле kind."
        yield proof.at(IMPRINT_GAP, ("title",), message, hint=hint)
