"""What a forge needs to check proposals: callers of one script, templates of proposals and of reports."""

from kopilka.exchange.ci.files import MARK, SCRIPT, make_files
from kopilka.exchange.ci.forges import FORGES, ForgeFiles

__all__ = ["FORGES", "MARK", "SCRIPT", "ForgeFiles", "make_files"]
