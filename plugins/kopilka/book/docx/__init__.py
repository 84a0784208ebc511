"""The book for last corrections in Word: DOCX with styles, live contents and native footnotes."""

from kopilka.book.docx.writer import write_docx

__all__ = ["write_docx"]
