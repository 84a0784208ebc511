"""What an address in a record may be."""

from __future__ import annotations

import pytest

from kopilka.render.addresses import Kind, as_written, classify

KINDS = {
    "https://example.org": Kind.WEB,
    "HTTP://EXAMPLE.ORG/a:b": Kind.WEB,
    "mailto:imc@example.org": Kind.MAIL,
    "#itogi": Kind.PLACE,
    "drugaya-zapis.md#itogi": Kind.BANK,
    "../karta.png": Kind.BANK,
    "папка/карта: 5 класс.pdf": Kind.BANK,
    "карта.pdf?a:b": Kind.BANK,
    "": Kind.FORBIDDEN,
    "карта: 5 класс.pdf": Kind.FORBIDDEN,
    "javascript:alert(1)": Kind.FORBIDDEN,
    "java\nscript:alert(1)": Kind.FORBIDDEN,
    "\u200bjavascript:alert(1)": Kind.FORBIDDEN,
    "javascript%3Aalert(1)": Kind.FORBIDDEN,
    "data:image/png;base64,AA": Kind.FORBIDDEN,
    "tel:123": Kind.FORBIDDEN,
    "ftp://example.org": Kind.FORBIDDEN,
    "//example.org": Kind.FORBIDDEN,
    "\\\\example.org": Kind.FORBIDDEN,
    "http:example.org": Kind.FORBIDDEN,
}


@pytest.mark.parametrize(("address", "kind"), KINDS.items(), ids=range(len(KINDS)))
def test_kinds(address: str, kind: Kind) -> None:
    """Only the web, letters, places on the page and things of the bank are let through."""
    assert classify(address) is kind


def test_as_written() -> None:
    """An address in percent signs is the file that the author saw."""
    assert as_written("%D0%BA%D0%B0%D1%80%D1%82%D0%B0%205.pdf") == "карта 5.pdf"
