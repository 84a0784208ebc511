"""The bars of EAN-13 (ISO/IEC 15420), by which a shop and a library read an ISBN off the cover."""

from __future__ import annotations

from kopilka.records.isbn import digits_of

_ODD = (
    "0001101",
    "0011001",
    "0010011",
    "0111101",
    "0100011",
    "0110001",
    "0101111",
    "0111011",
    "0110111",
    "0001011",
)
"""The seven modules of a digit in the left half, 1 for black; the other two sets come of this one."""
_PARITY = ("000000", "001011", "001101", "001110", "010011", "011001", "011100", "010101", "010110", "011010")
"""By the first digit, which has no bars: which digits of the left half are of the even set."""
_EDGE, _MIDDLE = "101", "01010"
_INVERTED = str.maketrans("01", "10")


def bars_of(isbn: str) -> str:
    """The 95 modules of a number of 13 digits, from left to right: «1» is black, «0» white."""
    first, *digits = map(int, digits_of(isbn))
    left = (
        _even(digit) if even == "1" else _ODD[digit]
        for digit, even in zip(digits, _PARITY[first], strict=False)
    )
    right = (_ODD[digit].translate(_INVERTED) for digit in digits[6:])
    return "".join((_EDGE, *left, _MIDDLE, *right, _EDGE))


def _even(digit: int) -> str:
    """A digit of the even set: that of the right half read backwards."""
    return _ODD[digit].translate(_INVERTED)[::-1]
