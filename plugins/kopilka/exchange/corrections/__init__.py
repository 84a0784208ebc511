"""A corrected Word file of a book: what the editor changed, article by article, to carry into the records."""

from kopilka.exchange.corrections.comparing import Corrections, compare_books
from kopilka.exchange.corrections.document import CorrectedBook, read_book
from kopilka.exchange.corrections.report import FORMATS, render

__all__ = ["FORMATS", "CorrectedBook", "Corrections", "compare_books", "read_book", "render"]
