"""Asks the sites that the bank links to whether the pages are still there."""

from kopilka.workspace.links.checking import CACHE, LinkReport, check_links

__all__ = ["CACHE", "LinkReport", "check_links"]
