"""The canonical text of a record, for everything that writes one."""

from kopilka.exchange.writing.draft import write_draft
from kopilka.exchange.writing.files import write_whole
from kopilka.exchange.writing.naming import name_record
from kopilka.exchange.writing.record import Formatted, format_record, format_source, write_record

__all__ = [
    "Formatted",
    "format_record",
    "format_source",
    "name_record",
    "write_draft",
    "write_record",
    "write_whole",
]
