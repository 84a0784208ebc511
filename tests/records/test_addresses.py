"""What an address is, and how a slip in it should be written."""

from __future__ import annotations

import pytest

from kopilka.records.addresses import Sort, meant_web, record_of, relative, sort_address


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("https://a.example/b", Sort.WEB),
        ("http://a.example", Sort.WEB),
        ("https://a.example/?u=https://b.example", Sort.WEB),
        ("https://https://a.example", Sort.WRONG),
        ("HTTP://a.example", Sort.WRONG),
        ("http:/a.example", Sort.WRONG),
        ("www.a.example", Sort.WRONG),
        ("a.example.ru/b", Sort.WRONG),
        ("//a.example", Sort.WRONG),
        ("ftp://a.example", Sort.WRONG),
        ("tel:80000000000", Sort.WRONG),
        ("info@a.example", Sort.WRONG),
        ("mailto:info@a.example", Sort.MAIL),
        ("mailto:info", Sort.WRONG),
        ("#mesto", Sort.PLACE),
        ("zapis.md", Sort.RECORD),
        ("../sites/zapis.md#mesto", Sort.RECORD),
        ("/sites/zapis.md", Sort.OUTSIDE),
        ("karta.svg", Sort.FILE),
        ("img/karta.svg", Sort.FILE),
        ("карта урока.svg", Sort.FILE),
        ("../karta.svg", Sort.OUTSIDE),
        ("img/../../karta.svg", Sort.OUTSIDE),
        ("..\\karta.svg", Sort.OUTSIDE),
        ("/karta.svg", Sort.OUTSIDE),
        ("~/karta.svg", Sort.OUTSIDE),
        ("karta..svg", Sort.FILE),
        ("javascript:alert(1)", Sort.DANGEROUS),
        ("JaVaScRiPt:alert(1)", Sort.DANGEROUS),
        (" java\tscript:alert(1)", Sort.DANGEROUS),
        ("vbscript:x", Sort.DANGEROUS),
        ("data:text/html,x", Sort.DANGEROUS),
        ("", Sort.FILE),
    ],
)
def test_sort(text: str, sort: Sort) -> None:
    """Every address is one thing."""
    assert sort_address(text) is sort


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("http:/a.example", "http://a.example"),
        ("https:\\\\a.example", "https://a.example"),
        ("htttps://a.example", "https://a.example"),
        ("https//a.example", "https://a.example"),
        ("ttps://a.example", "https://a.example"),
        ("http;//a.example", "http://a.example"),
        ("https:a.example", "https://a.example"),
        ("https://https://a.example", "https://a.example"),
        ("www.a.example", "https://www.a.example"),
        ("школа.рф/карты", "https://школа.рф/карты"),
        ("tel:80000000000", ""),
        ("karta.svg", ""),
    ],
)
def test_slips(slip: str, right: str) -> None:
    """The right form is guessed only when the web was surely meant."""
    assert meant_web(slip) == right


@pytest.mark.parametrize(
    ("address", "id_"),
    [
        ("zapis.md", "zapis"),
        ("../sites/zapis.md", "zapis"),
        ("zapis.md#mesto", "zapis"),
        ("zapis.mdx", ""),
        ("zapis.pdf", ""),
        ("https://a.example/readme.md", ""),
    ],
)
def test_records_in_addresses(address: str, id_: str) -> None:
    """A record is named by its file, whatever the folder."""
    assert record_of(address) == id_


def test_relative_addresses() -> None:
    """The name of a file is what is left of the place on the page and of percent signs."""
    assert relative("karta%20nomer%201.svg?v=2#mesto") == "karta nomer 1.svg"
