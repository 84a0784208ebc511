"""Lists of numbers as short texts; assets/js/facets/10-bits.js unpacks them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

_FIRST = 35  # «#»: the sign before it ends a text of JSON
_HOLE = 92  # the backslash would take two signs
_BASE = 91
DIGITS = "".join(chr(code) for code in range(_FIRST, _FIRST + _BASE + 1) if code != _HOLE)

_LAST = 61
"""A digit below ends its number; the others say that more follow."""
_MORE = _BASE - _LAST


def pack_list(numbers: Iterable[int]) -> str:
    """Growing numbers by the gaps between them: in a frequent value a record takes one sign."""
    signs: list[str] = []
    following = 0
    for number in numbers:
        signs += _gap(number - following)
        following = number + 1
    return "".join(signs)


def _gap(gap: int) -> Iterator[str]:
    while gap >= _LAST:
        gap, rest = divmod(gap, _MORE)
        yield DIGITS[_LAST + rest]
    yield DIGITS[gap]


def pack_column(numbers: Sequence[int]) -> str:
    """A number for every record: first the highest digits of all, then the next; so they compress best."""
    columns: list[str] = []
    rest = list(numbers)
    while any(rest) or not columns:
        columns.append("".join(DIGITS[number % _BASE] for number in rest))
        rest = [number // _BASE for number in rest]
    return "".join(reversed(columns))
