"""What a proposal changes in a bank, in people's words: compared as records, not as lines."""

from kopilka.exchange.changes.compare import Proposal, compare
from kopilka.exchange.changes.outline import outline
from kopilka.exchange.changes.side import FileChanged, Side, Written
from kopilka.exchange.changes.writers import FORMATS, render

__all__ = ["FORMATS", "FileChanged", "Proposal", "Side", "Written", "compare", "outline", "render"]
