"""Pictures are fine enough for paper, and those who are seen on them have agreed to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from kopilka.book.gaps.proof import Proof
from kopilka.book.page import page_of
from kopilka.book.tree import Figure
from kopilka.book.walking import walk
from kopilka.catalog.addresses import Address, pictures_shown
from kopilka.catalog.collections import Item
from kopilka.catalog.pictures import PHOTOS, is_withheld
from kopilka.catalog.print_codes import COARSE_PICTURE, DAMAGED_PICTURE, PICTURE_CONSENT
from kopilka.diagnostics import Diagnostic
from kopilka.russian import NBSP, quote

WANTED = 300
"""Dots per inch that a printing house asks for."""

LEAST = 200
"""Dots per inch below which dots are seen from where a book is held."""

_INCH = 25.4


def check(proof: Proof) -> Iterator[Diagnostic]:
    """Every picture of every article."""
    for item, article in proof.articles:
        shown = pictures_shown(item.entry, proof.around)
        printed = {node.file for node in walk(article.blocks) if isinstance(node, Figure)}
        folder = f"{item.entry.path.removesuffix('.md')}/"
        for name, address in shown.items():
            if is_withheld(item.entry.record, name, proof.day, use="print"):
                yield _not_for_print(item, name, address)
            elif f"{folder}{name}" in proof.damaged:
                message = f"{quote(name)}: {proof.damaged[f'{folder}{name}']}"
                hint = "Откройте файл у себя и сохраните заново или возьмите другой."
                yield address.at(item.entry, DAMAGED_PICTURE, message, hint=hint)
            elif f"{folder}{name}" in printed:
                yield from _coarse(proof, item, f"{folder}{name}", address)


def _not_for_print(item: Item, name: str, address: Address) -> Diagnostic:
    hint = "Возьмите согласие и на печать (scope: [site, print]) или замените снимок."
    message = f"{quote(name)}: нет согласия на печать тех, кого видно"
    return address.at(item.entry, PICTURE_CONSENT, message, hint=hint)


def _coarse(proof: Proof, item: Item, path: str, address: Address) -> Iterator[Diagnostic]:
    """A drawing in lines has no pixels and is never coarse; a photograph is set as wide as the text."""
    if path not in proof.pictures or not path.lower().endswith(PHOTOS):
        return
    inches = page_of(proof.collection.paper).measure / _INCH
    width, height = proof.pictures[path].width, proof.pictures[path].height
    dots = int(width / inches)
    if dots < LEAST:
        message = f"{width} × {height} точек – во всю ширину текста это {dots} на дюйм, на бумаге будет грубо"
        wanted = ceil(WANTED * inches / 100) * 100
        hint = f"Возьмите снимок шириной хотя бы {wanted}{NBSP}точек или поставьте схему в SVG."
        yield address.at(item.entry, COARSE_PICTURE, message, hint=hint)
