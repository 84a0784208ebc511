"""A list of what to put right before print, to send to authors: a page for the browser, a file for Word."""

from kopilka.exchange.checklists.page import write_page
from kopilka.exchange.checklists.sheet import Checklist, Part, Remark
from kopilka.exchange.checklists.word import write_word

__all__ = ["Checklist", "Part", "Remark", "write_page", "write_word"]
