"""A record as it was published, in a collection or in the bank: the facts that a certificate says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kopilka.book.certificate import Paper
from kopilka.catalog.collections import Item, resolve
from kopilka.catalog.graph import Entry
from kopilka.catalog.published import Published
from kopilka.citing import Article, Book, Network, Site, describe, describe_host, read_name
from kopilka.citing.editions import article_in, day_words, edition_of, isbns_of, main_form, party_name
from kopilka.citing.wording import lowered
from kopilka.records.certificate import Certificate
from kopilka.records.collection import Collection
from kopilka.records.parts import Person
from kopilka.records.suggest import suggest
from kopilka.render.typography import typograph
from kopilka.russian import NBSP, join_words, long_date, quote
from kopilka.site.addresses import of_certificate, of_record
from kopilka.site.frame import page_url
from kopilka.workspace.bank import Workspace
from kopilka.workspace.books import read_books


class CannotIssueError(Exception):
    """A certificate cannot be issued; the text says why, in Russian."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A record as it was published: in a collection, or in the bank."""

    workspace: Workspace
    item: Item
    article: Article
    collection_id: str | None
    collection: Collection | None

    @property
    def entry(self) -> Entry:
        """The record."""
        return self.item.entry

    @property
    def people(self) -> tuple[Person, ...]:
        """Its authors, as the collection has them."""
        return (self.item.override.authors if self.item.override else ()) or self.entry.record.authors

    @property
    def organisation(self) -> str:
        """The holder of the record, by its short name."""
        registry = self.workspace.catalog.registry
        return party_name(registry, self.entry.record.organisations[0], short=True)

    @property
    def where(self) -> str:
        """The description of what it was published in; compilers and editors are not named."""
        host = self.article.host
        nameless = replace(host, compilers=(), editors=()) if isinstance(host, Book) else host
        return describe_host(replace(self.article, host=nameless)).replace(NBSP, " ")


def find_publication(workspace: Workspace, record: str, collection: str | None) -> Publication:
    """A record in the collection that is named, else in the latest that has it, else on its page.

    Raises `CannotIssueError` for a record that is not there or not published.
    """
    entry = _entry(workspace, record)
    found = _editions(workspace, entry)
    if collection is not None and collection not in found:
        named = f"она есть в таких: {join_words(found)}" if found else "она ни в один не вошла"
        raise CannotIssueError(f"в сборнике «{collection}» нет записи «{entry.id}»; {named}")
    chosen = collection or next(iter(found), None)
    if chosen is None:
        return Publication(workspace, Item(entry, None, ()), _page(workspace, entry), None, None)
    item, book = found[chosen]
    about = workspace.catalog.registry.collections[chosen]
    return Publication(workspace, item, _article(workspace, item, about, book), chosen, about)


def _editions(workspace: Workspace, entry: Entry) -> dict[str, tuple[Item, Published | None]]:
    """The collections that have the record, the latest first; a set book that has not it does not count."""
    collections = workspace.catalog.registry.collections
    books = read_books(workspace.root, workspace.settings.books)
    found = {}
    for id_ in sorted(collections, key=lambda name: (-collections[name].year, name)):
        items = resolve(collections[id_], workspace.catalog).items
        item = next((item for item in items if item.entry.id == entry.id), None)
        book = books.get(id_)
        if item and (book is None or book.pages_of(entry.id)):
            found[id_] = (item, book)
    return found


def _article(workspace: Workspace, item: Item, about: Collection, book: Published | None) -> Article:
    registry, today = workspace.catalog.registry, workspace.catalog.today
    edition = edition_of(about, registry, day=today, form=main_form(about))
    return article_in(
        edition, item, registry, day=today, pages=book.pages_of(item.entry.id) if book else None
    )


def _page(workspace: Workspace, entry: Entry) -> Article:
    bank, record = workspace.settings.bank, entry.record
    url = _outside(workspace, of_record(entry))
    names = (person.public_name(workspace.catalog.today) for person in record.authors)
    return Article(
        id=entry.id,
        title=record.title,
        authors=tuple(read_name(name) for name in names if name),
        organisation=party_name(workspace.catalog.registry, record.organisations[0]),
        host=Site(title=bank.name, kind=bank.title, place=bank.place or ""),
        year=record.created.year,
        network=Network(url=url) if url else None,
    )


def _entry(workspace: Workspace, id_: str) -> Entry:
    entries = workspace.catalog.entries
    if id_ not in entries:
        if any(item.path.endswith(f"/{id_}.md") for item in workspace.report.diagnostics):
            raise CannotIssueError(f"в записи «{id_}» есть ошибки: kopilka check покажет какие")
        near = suggest(id_, entries)
        raise CannotIssueError(f"нет записи «{id_}»" + (f"; возможно, {near}" if near else ""))
    entry = entries[id_]
    if not entry.record.status.public:
        raise CannotIssueError(
            f"запись «{id_}» ещё не опубликована: её статус – «{entry.record.status.label}». "
            "Справку выдают на то, что уже можно прочитать"
        )
    return entry


def paper_of(work: Publication, person: Person | None, certificate: Certificate) -> Paper:
    """What is printed: the wording of the settings with the facts put in."""
    settings = work.workspace.settings.certificates
    name = person.name if person else None
    author = f"{name} ({person.position})" if person and name else ""
    words = {
        "author": author,
        "title": certificate.title,
        "organisation": certificate.organisation,
        "where": _where(work),
    }
    return Paper(
        heading=settings.heading,
        number=certificate.number,
        day=long_date(certificate.date.first),
        issuer=settings.issuer or _issuer(work),
        text=typograph(_filled(settings.text if author else settings.text_without_author, words)),
        facts=tuple((label, typograph(value)) for label, value in _rows(work, author)),
        check=_outside(work.workspace, of_certificate(certificate.number)) or "",
        post=settings.post or "",
        signer=settings.signer or "",
        demo=work.entry.record.demo,
    )


def _filled(template: str, words: dict[str, str]) -> str:
    """The wording with facts put in; what a fact says is never looked into for places of others."""
    pieces = template.split("{")
    parts = [pieces[0]]
    for piece in pieces[1:]:
        name, closed, rest = piece.partition("}")
        parts.append(words[name] + rest if closed and name in words else "{" + piece)
    return "".join(parts)


def _where(work: Publication) -> str:
    """«в сборнике «Читаем» (Примерск, 2026, выпуск 2, с. 6–12)»; quotes of the title become inner ones."""
    bank, about = work.workspace.settings.bank, work.collection
    if about is None:
        when = day_words(work.entry.record.created)
        return f"на сайте {quote(bank.name)} ({lowered(bank.title)}, {when})"
    issue_ = f"выпуск{NBSP}{about.issue}" if about.issue else ""
    parts = (about.place or "", str(about.year), issue_, _pages(work.article))
    return f"в сборнике {quote(about.title)} ({', '.join(filter(None, parts))})"


def _pages(article: Article) -> str:
    if article.first is None:
        return ""
    return f"с.{NBSP}{article.first}" + (f"–{article.last}" if article.last != article.first else "")


def _issuer(work: Publication) -> str:
    about, bank = work.collection, work.workspace.settings.bank
    if about and about.publisher:
        return party_name(work.workspace.catalog.registry, about.publisher)
    return f"{bank.name}. {bank.title}"


def _rows(work: Publication, author: str) -> Iterator[tuple[str, str]]:
    about = work.collection
    yield "Работа", work.item.title
    if author:
        yield "Автор", author
    yield "Организация", work.organisation
    yield "Библиографическое описание", describe(work.article)
    if about and (numbers := isbns_of(about, main_form(about))):
        yield "ISBN", ", ".join(numbers)
    if about and about.date:
        yield "Дата выхода", day_words(about.date)
    if url := _outside(work.workspace, of_record(work.entry)):
        yield "Постоянный адрес", url


def _outside(workspace: Workspace, path: str) -> str | None:
    """The whole address of a page as the site is usually built, with folders."""
    base = workspace.settings.bank.url
    return f"{base.rstrip('/')}/{page_url(path, directory_urls=True)}" if base else None
