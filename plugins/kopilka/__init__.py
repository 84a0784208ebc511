"""Копилка: a knowledge base of educational practices kept as Markdown records."""

__version__ = "0.1.0"
