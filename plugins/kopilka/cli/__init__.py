"""The command line: translates words into calls and results into words; decides nothing."""

from kopilka.cli.main import main

__all__ = ["main"]
