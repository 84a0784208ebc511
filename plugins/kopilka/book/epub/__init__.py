"""The book for e-readers: EPUB 3.3 with its printed pages and metadata of accessibility."""

from kopilka.book.epub.writer import write_epub

__all__ = ["write_epub"]
