"""Entries for BibTeX, which reference managers read."""

from __future__ import annotations

from kopilka.citing.facts import Article, Book, Site


def bibtex_of(article: Article) -> str:
    """`@online` for a page of a site, `@incollection` for an article of a book."""
    host = article.host
    rows = [
        ("author", " and ".join(name.heading for name in article.authors)),
        ("title", article.title),
        ("organization", article.organisation),
        *(_site_rows(article) if isinstance(host, Site) else _book_rows(article, host)),
        ("url", article.network.url if article.network else ""),
    ]
    kind = "online" if isinstance(host, Site) else "incollection"
    lines = [f"  {name:<12} = {{{_braces(value)}}}" for name, value in rows if value]
    return f"@{kind}{{{article.id},\n" + ",\n".join(lines) + "\n}"


def _site_rows(article: Article) -> list[tuple[str, str]]:
    return [("year", str(article.year or ""))]


def _book_rows(article: Article, book: Book) -> list[tuple[str, str]]:
    pages = (str(page) for page in (article.first, article.last) if page is not None)
    return [
        ("booktitle", book.title),
        ("address", book.place),
        ("publisher", book.publisher),
        ("year", str(book.year or "")),
        ("pages", "--".join(dict.fromkeys(pages))),
    ]


def _braces(text: str) -> str:
    return text.replace("{", "(").replace("}", ")").replace("\\", "/")
