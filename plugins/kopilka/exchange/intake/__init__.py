"""Applications that people send, read into drafts of records."""

from kopilka.exchange.intake.aliases import AliasError, read_aliases
from kopilka.exchange.intake.bank import Bank
from kopilka.exchange.intake.report import Line, as_json, as_text
from kopilka.exchange.intake.run import find_files, import_files

__all__ = ["AliasError", "Bank", "Line", "as_json", "as_text", "find_files", "import_files", "read_aliases"]
