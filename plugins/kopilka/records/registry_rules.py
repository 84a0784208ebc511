"""Checks of the registers that no single field shows: names met twice, references to nothing, circles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import BaseModel

from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.addresses import Sort, meant_web, sort_address
from kopilka.records.certificate import CertificatesFile
from kopilka.records.registry import GlossaryFile, Organisation, OrganisationsFile, Term, Vocabulary
from kopilka.records.source import Source
from kopilka.records.spans import Path, locate
from kopilka.records.suggest import suggest
from kopilka.russian import fold_label, quote

DUPLICATE = Code(
    "K303",
    "duplicate-entry",
    Severity.ERROR,
    "В реестре два одинаковых идентификатора или названия",
    "По идентификатору записи ссылаются на реестр: если их два, неизвестно, на какой.",
    "- id: shkola-376\n- id: shkola-376",
    "- id: shkola-376\n- id: shkola-544",
)
DANGLING = Code(
    "K304",
    "dangling-entry",
    Severity.ERROR,
    "Реестр ссылается на то, чего в нём нет",
    "Ссылка «шире», «заменён на», «входит в» или «см. также» должна вести к существующей строке реестра.",
    "parent: soft-skils",
    "parent: soft-skills",
)
AMBIGUOUS = Code(
    "K305",
    "ambiguous-name",
    Severity.WARNING,
    "Одно слово значит два термина",
    "Термин в записи можно назвать синонимом или сокращением. Если так же называют другой термин, запись "
    "попадёт "
    "не туда, а куда – зависит от порядка строк.",
    "- {id: karta, label: карта, synonyms: [схема]}\n- {id: plan, label: план, synonyms: [схема]}",
    "- {id: karta, label: карта, synonyms: [схема]}\n- {id: plan, label: план}",
)
CIRCLE = Code(
    "K306",
    "registry-circle",
    Severity.ERROR,
    "Строки реестра замкнулись в круг",
    "Термин не может быть шире самого себя, а организация – входить в саму себя: из такого круга не выйти "
    "ни читателю, "
    "ни программе.",
    "- {id: karta, label: карта, parent: karta}",
    "- {id: karta, label: карта}",
)
BAD_SITE = Code(
    "K307",
    "bad-registry-address",
    Severity.ERROR,
    "Адрес в реестре записан с ошибкой",
    "Сайт организации стоит на её странице и у каждой её записи: с ошибкой в адресе все эти ссылки никуда "
    "не ведут.",
    "site: www.shkola-primer.example",
    "site: https://www.shkola-primer.example",
)
REGISTRY_CODES = (DUPLICATE, DANGLING, AMBIGUOUS, CIRCLE, BAD_SITE)

Found = tuple[Source, Path, str]
"""A value with its place: the file, the path to it and what is written there."""

Rows = list[tuple[Source, Path, str, Iterable[tuple[Path, str]]]]
"""Rows of a register: the file, the path, the id, and what the row refers to with the way there."""


def check_registers(files: Sequence[tuple[Source, BaseModel]]) -> Iterator[Diagnostic]:
    """Everything wrong between the rows of the registers."""
    vocabularies = [(source, value) for source, value in files if isinstance(value, Vocabulary)]
    yield from _duplicates((source, ("id",), value.id) for source, value in vocabularies)
    for source, vocabulary in vocabularies:
        yield from _check_terms(source, vocabulary)
    organisations = list(_organisations(files))
    yield from _check_rows(
        [(source, path, row.id, _one("parent", row.parent)) for source, path, row in organisations]
    )
    yield from _circles(
        {row.id: (row.parent, (source, (*path, "parent"), row.id)) for source, path, row in organisations}
    )
    for source, path, row in organisations:
        yield from _check_addresses(source, path, row)
    yield from _check_rows(
        [
            (source, ("entries", index), row.id, [(("see", place), id_) for place, id_ in enumerate(row.see)])
            for source, value in files
            if isinstance(value, GlossaryFile)
            for index, row in enumerate(value.entries)
        ]
    )
    yield from _duplicates(
        (source, ("certificates", index, "number"), row.number)
        for source, value in files
        if isinstance(value, CertificatesFile)
        for index, row in enumerate(value.certificates)
    )


def _organisations(files: Sequence[tuple[Source, BaseModel]]) -> Iterator[tuple[Source, Path, Organisation]]:
    for source, value in files:
        if isinstance(value, OrganisationsFile):
            for index, row in enumerate(value.organisations):
                yield source, ("organisations", index), row


def _one(name: str, target: str | None) -> list[tuple[Path, str]]:
    return [((name,), target)] if target else []


def _check_terms(source: Source, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    terms = [(("terms", index), term) for index, term in enumerate(vocabulary.terms)]
    rows: Rows = [
        (source, path, term.id, _one("parent", term.parent) + _one("replaced_by", term.replaced_by))
        for path, term in terms
    ]
    yield from _check_rows(rows)
    yield from _duplicates(((source, (*path, "label"), term.label) for path, term in terms))
    yield from _circles(
        {term.id: (term.parent, (source, (*path, "parent"), term.id)) for path, term in terms}
    )
    yield from _circles(
        {term.id: (term.replaced_by, (source, (*path, "replaced_by"), term.id)) for path, term in terms}
    )
    yield from _ambiguous(source, terms)


def _ambiguous(source: Source, terms: list[tuple[tuple[str, int], Term]]) -> Iterator[Diagnostic]:
    """Synonyms and abbreviations that another term is called by."""
    owners = {fold_label(term.label): term for _, term in reversed(terms)}
    for path, term in terms:
        names: list[tuple[Path, str]] = [((*path, "short"), term.short)] if term.short else []
        names += [((*path, "synonyms", place), name) for place, name in enumerate(term.synonyms)]
        for place, name in names:
            owner = owners.setdefault(fold_label(name), term)
            if owner is not term:
                message = f"словом {quote(name)} называют и термин {quote(owner.label)}"
                hint = "Оставьте его у одного из двух."
                yield AMBIGUOUS.at(source.path, locate(source, whole=True).value(place), message, hint=hint)


def _check_rows(rows: Rows) -> Iterator[Diagnostic]:
    known = {id_ for _, _, id_, _ in rows}
    yield from _duplicates((source, (*path, "id"), id_) for source, path, id_, _ in rows)
    for source, path, _, targets in rows:
        for way, target in targets:
            if target not in known:
                yield _dangling((source, (*path, *way), target), known)


def _duplicates(values: Iterable[Found]) -> Iterator[Diagnostic]:
    seen: dict[str, Found] = {}
    for source, path, text in values:
        first = seen.setdefault(fold_label(text), (source, path, text))
        if first[1] == path and first[0] is source:
            continue
        line = locate(first[0], whole=True).value(first[1]).line
        span = locate(source, whole=True).value(path)
        message = f"{quote(text)} уже есть: {first[0].path}, строка {line}"
        yield DUPLICATE.at(source.path, span, message, hint="Оставьте одно или дайте другое имя.")


def _circles(parents: Mapping[str, tuple[str | None, Found]]) -> Iterator[Diagnostic]:
    """Each circle once, at the row of it that comes first."""
    done: set[str] = set()
    for start in parents:
        way: list[str] = []
        current: str | None = start
        while current is not None and current in parents and current not in done:
            done.add(current)
            way.append(current)
            current = parents[current][0]
        if current is not None and current in way:
            source, path, _ = parents[current][1]
            message = f"строки замкнулись в круг: {' → '.join([*way[way.index(current) :], current])}"
            span = locate(source, whole=True).value(path)
            yield CIRCLE.at(source.path, span, message, hint="Уберите одну из этих ссылок.")


def _check_addresses(source: Source, path: Path, row: Organisation) -> Iterator[Diagnostic]:
    addresses = [((*path, "site"), row.site)]
    if row.contacts:
        addresses.append(((*path, "contacts", "url"), row.contacts.url))
    for place, address in addresses:
        if not address or (sort_address(address) is Sort.WEB and not _SPACE.search(address)):
            continue
        joined = _SPACE.sub("", address)
        better = meant_web(joined) if sort_address(joined) is not Sort.WEB else joined
        hint = f"Нужно так: {better}" if better else "Нужен адрес сайта: https://…"
        span = locate(source, whole=True).value(place)
        yield BAD_SITE.at(source.path, span, f"адрес {quote(address)} записан с ошибкой", hint=hint)


_SPACE = re.compile(r"\s+")


def _dangling(found: Found, known: Iterable[str]) -> Diagnostic:
    source, path, text = found
    near = suggest(text, known)
    hint = f"Возможно, вы имели в виду {quote(near)}." if near else "Проверьте написание или добавьте строку."
    span = locate(source, whole=True).value(path)
    return DANGLING.at(source.path, span, f"{quote(text)} нет в этом реестре", hint=hint)
