"""The canonical text of a record, for everything that writes one."""

from kopilka.exchange.writing.record import write_record

__all__ = ["write_record"]
