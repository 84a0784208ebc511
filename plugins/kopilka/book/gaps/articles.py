"""The records of a collection may be printed: readable, approved, real, named, of the right volume."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kopilka.book.gaps.proof import Proof
from kopilka.book.volume import Article
from kopilka.book.walking import words_of
from kopilka.catalog.collections import Item
from kopilka.catalog.look import at_text
from kopilka.catalog.print_codes import DEMO_ARTICLE, EMPTY_BOOK, NAMELESS, NOT_APPROVED, UNREADABLE, VOLUME
from kopilka.catalog.rules.body_length import PAGE
from kopilka.catalog.rules.name_consent import troubles_of
from kopilka.citing import author_sheets, sheets_words
from kopilka.diagnostics import Diagnostic, Severity
from kopilka.records.status import Status
from kopilka.russian import NBSP, Forms, count, group_digits, quote

CHARACTERS: Forms = ("знак", "знака", "знаков")
PAGES: Forms = ("страница", "страницы", "страниц")
_READY = frozenset({Status.APPROVED, Status.PUBLISHED})


def check(proof: Proof) -> Iterator[Diagnostic]:
    """Every record that the manifest asks for."""
    yield from _unreadable(proof)
    if not proof.articles:
        hint = "Назовите записи в разделах или ослабьте отбор."
        yield proof.at(EMPTY_BOOK, ("sections",), "в книгу не вошла ни одна запись", hint=hint)
    for item, article in proof.articles:
        yield from _status(proof, item)
        yield from _people(proof, item)
        yield from _volume(proof, item, article)


def _unreadable(proof: Proof) -> Iterator[Diagnostic]:
    for place, id_ in proof.resolved.missing:
        for path in proof.around.records.get(id_, ()):
            own = [item for item in proof.known if item.path == path and item.severity is Severity.ERROR]
            where = f"{path}, строка {own[0].span.line} – {own[0].message}" if own else path
            message = f"запись {quote(id_)} не читается, в книге её не будет"
            yield proof.at(UNREADABLE, place, message, hint=f"Исправьте: {where}")


def _status(proof: Proof, item: Item) -> Iterator[Diagnostic]:
    record = item.entry.record
    if record.status not in _READY:
        old = "Опыт больше не живёт? Уберите запись из сборника. Живёт – верните ей статус published."
        new = "Проведите её через экспертизу или уберите из сборника."
        hint = old if record.status is Status.ARCHIVED else new
        message = f"статус записи – {quote(record.status.label)}, а в книгу берут одобренные и опубликованные"
        yield proof.at_field(item, NOT_APPROVED, ("status",), message, hint=hint)
    if record.demo and not proof.collection.demo:
        hint = "Замените её настоящей. Сборник тоже пример? Тогда добавьте в него «demo: true»."
        message = f"запись {quote(item.entry.id)} придумана для примера"
        yield proof.at(DEMO_ARTICLE, item.place, message, hint=hint)


def _people(proof: Proof, item: Item) -> Iterator[Diagnostic]:
    """Consents of the authors, also of a record that is not public yet and so was not asked for them."""
    if not item.entry.record.status.about_to_be_public and not (item.override and item.override.authors):
        for number, person in enumerate(item.entry.record.authors):
            for trouble in troubles_of(person, proof.day):
                path = ("authors", number, *trouble.path)
                yield proof.at_field(
                    item, trouble.code, path, f"автор статьи: {trouble.message}", hint=trouble.hint
                )
    people = (item.override.authors if item.override else ()) or item.entry.record.authors
    if people and not any(person.name for person in people):
        hint = "Спросите у авторов согласие и впишите name и consent, если они не против."
        message = "никто из авторов не назван по имени, в книге будут только должности"
        yield proof.at_field(item, NAMELESS, ("authors",), message, hint=hint)


@dataclass(frozen=True, slots=True)
class Volume:
    """How long an article is.

    `written` are the characters of its text with spaces, `sheets` its authors' sheets in the book with
    everything that its fields add, `pages` those of the set book, None before it is set.
    """

    id: str
    title: str
    written: int
    sheets: Decimal
    pages: int | None

    @property
    def words(self) -> str:
        """«в тексте 8900 знаков, в книге 0,22 авт. л., 7 страниц»: the book adds what the fields tell."""
        printed = f"{sheets_words(self.sheets)}{NBSP}авт.{NBSP}л."
        pages = f", {count(self.pages, PAGES)}" if self.pages else ""
        return f"в тексте {count(self.written, CHARACTERS)}, в книге {printed}{pages}"


def volumes(proof: Proof) -> tuple[Volume, ...]:
    """How long each article is, in the order of the book."""
    return tuple(volume_of(proof, item, article) for item, article in proof.articles)


def volume_of(proof: Proof, item: Item, article: Article) -> Volume:
    """How long an article is."""
    texts = (article.title, article.summary, ", ".join(article.keywords))
    length = sum(map(len, texts)) + len(words_of(article.blocks)) + len(words_of(article.references))
    first, last = proof.pages.get(article.id, (1, 0))
    pages = last - first + 1 or None
    return Volume(article.id, article.title, len(item.entry.body.strip()), author_sheets(length), pages)


def _volume(proof: Proof, item: Item, article: Article) -> Iterator[Diagnostic]:
    """Judged by what the author wrote, as the check of the bank does, and told with what comes of it."""
    entry, limits = item.entry, proof.around.checks.limits
    volume = volume_of(proof, item, article)
    least, most = limits.body_min_characters, limits.body_max_characters
    if not entry.kind.sections or least <= volume.written <= most:
        return
    short = volume.written < least
    difference = least - volume.written if short else volume.written - most
    message = f"статья {'короткая' if short else 'длинная'}: {volume.words}"
    hint = (
        f"Нужно от {group_digits(least)} до {group_digits(most)} знаков, это "
        f"{least // PAGE}–{most // PAGE} страниц по {group_digits(PAGE)} знаков: "
        f"{'допишите' if short else 'сократите'} примерно {count(_round(difference), CHARACTERS)}."
    )
    start = len(entry.front) + len(entry.body) - len(entry.body.lstrip())
    yield at_text(entry, VOLUME, start, 1, message, hint=hint)


def _round(number: int) -> int:
    """To hundreds: nobody counts the last letters."""
    return max(round(number, -2), 100)
