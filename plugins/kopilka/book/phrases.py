"""The words that all formats of a book put around the text: who wrote it, what a table is called."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.book.tree import Figure, Heading, Table
from kopilka.book.volume import Article, Author, Book, Chapter
from kopilka.book.walking import walk
from kopilka.citing import read_name
from kopilka.russian import NBSP

CONTENTS = "Содержание"
KEYWORDS = "Ключевые слова"
REFERENCES = "Список источников"
ABBREVIATIONS = "Список сокращений"
CONTRIBUTORS = "Об авторах"
ON_THE_SITE = "В банке"
CONTENTS_ID, ABBREVIATIONS_ID, CONTRIBUTORS_ID = "soderzhanie", "spisok-sokrashchenij", "ob-avtorah"
"""Ids of the parts that every book has of itself."""
NO_ALT = "Изображение без описания"
"""What a screen reader says of a picture that nobody has described; the checks ask for better."""


def kind_words(article: Article) -> str:
    """What the article tells of: «Практика»; one made up to show the way says so."""
    return article.kind + (" · пример" if article.demo else "")


def author_words(author: Author) -> str:
    """«Примерова Мария Ивановна, учитель»; only the position without a consent."""
    return ", ".join(part for part in (author.name, author.position) if part)


def byline(author: Author, article: Article) -> str:
    """The author with the organisation, unless it is the article's own, which is told below."""
    own = {name for name, _ in article.organisations}
    place = "" if author.organisation in own else author.organisation
    return ", ".join(part for part in (author_words(author), place) if part)


def person_words(author: Author) -> str:
    """A line of «Об авторах»: «Примерова Мария Ивановна, учитель, Школа-пример № 1»."""
    return ", ".join(part for part in (author.name, author.position, author.organisation) if part)


def place_words(organisation: tuple[str, str]) -> str:
    """«Школа-пример № 1, Примерск»."""
    return ", ".join(part for part in organisation if part)


def contents_words(article: Article) -> str:
    """Whose the article is, for the contents: «Примерова М. И.»; the organisations where nobody is named."""
    names = [read_name(author.name).plain for author in article.authors if author.name]
    return ", ".join(names or [name for name, _ in article.organisations])


def caption_label(block: Table | Figure) -> str:
    """«Таблица 1», «Рис. 2»; empty for one without a number."""
    if not block.number:
        return ""
    return f"{'Таблица' if isinstance(block, Table) else 'Рис.'}{NBSP}{block.number}"


def title_words(book: Book) -> str:
    """«Читаем, считаем, сомневаемся. Выпуск 2»."""
    collection = book.collection
    issue = f"Выпуск{NBSP}{collection.issue}" if collection.issue else ""
    return ". ".join(part for part in (collection.title.rstrip("."), issue) if part)


def figures_of(book: Book) -> Iterator[Figure]:
    """Every figure of the book."""
    texts: tuple[Chapter | Article, ...] = (*book.front, *book.articles, *book.back)
    return (node for text in texts for node in walk(text.blocks) if isinstance(node, Figure))


def places_of(book: Book) -> Iterator[str]:
    """The id of everything in the book that can be led to."""
    texts: tuple[Chapter | Article, ...] = (*book.front, *book.articles, *book.back)
    for part in (*texts, *book.sections, *book.indexes):
        yield part.id
    for text in texts:
        yield from (node.id for node in walk(text.blocks) if isinstance(node, Heading | Table | Figure))
