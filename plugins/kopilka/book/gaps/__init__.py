"""What a collection lacks before it can go to print: the rules, one a file."""

from __future__ import annotations

from kopilka.book.gaps import articles, glyphs, imprint, known, outside, pictures, quotations, tables
from kopilka.book.gaps.articles import Volume, volumes
from kopilka.book.gaps.proof import GapRule, Proof
from kopilka.catalog.check import adjust
from kopilka.diagnostics import Report

__all__ = ["Proof", "Volume", "find_gaps", "volumes"]

GAP_RULES: tuple[GapRule, ...] = (
    imprint.check,
    known.check,
    articles.check,
    pictures.check,
    tables.check,
    outside.check,
    quotations.check,
    glyphs.check,
)


def find_gaps(proof: Proof) -> Report:
    """Every gap, at its place and as grave as the bank's settings say; the report counts the articles."""
    found = (problem for rule in GAP_RULES for problem in rule(proof))
    return Report.of(len(proof.articles), adjust(found, proof.around.checks))
