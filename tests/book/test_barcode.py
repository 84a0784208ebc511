"""The bars on a cover give back the number, read by the tables of the standard."""

from __future__ import annotations

import pytest

from kopilka.book.barcode import bars_of

_SETS = {
    "A": "0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011",
    "B": "0100111 0110011 0011011 0100001 0011101 0111001 0000101 0010001 0001001 0010111",
    "C": "1110010 1100110 1101100 1000010 1011100 1001110 1010000 1000100 1001000 1110100",
}
_FIRST = ["AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"]


@pytest.mark.parametrize("number", ["978-5-00000-000-7", "978-5-17-118366-6", "979-8-6024-0545-3"])
def test_bars_are_read_back(number: str) -> None:
    """ISO/IEC 15420: guards, two halves of six digits, the first digit told by the sets of the left half."""
    bars = bars_of(number)
    assert (bars[:3], bars[45:50], bars[92:], len(bars)) == ("101", "01010", "101", 95)
    signs = [bars[at : at + 7] for at in (*range(3, 45, 7), *range(50, 92, 7))]
    known = {
        code: (name, str(digit)) for name, row in _SETS.items() for digit, code in enumerate(row.split())
    }
    sets, digits = zip(*(known[sign] for sign in signs), strict=True)
    assert sets[6:] == ("C",) * 6
    first = _FIRST.index("".join(sets[:6]))
    assert f"{first}{''.join(digits)}" == number.replace("-", "")
