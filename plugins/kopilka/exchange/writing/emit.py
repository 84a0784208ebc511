"""From data to lines of YAML: a field a line, lists by dashes, two blanks a level, comments beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import isfinite
from typing import Any

from kopilka.exchange.writing.texts import write_key, write_text
from kopilka.records.comments import Comments, Path
from kopilka.records.scalars import resolve

_Lines = Iterator[str]
_STEP = "  "


NO_COMMENTS = Comments()


def emit(data: Mapping[str, Any], comments: Comments = NO_COMMENTS) -> str:
    """The text of a header, without its fences; each line ends with a line end."""
    return "".join(f"{line}\n" for line in _nested(data, comments, (), ""))


def _nested(value: Mapping[str, Any] | Sequence[Any], comments: Comments, path: Path, indent: str) -> _Lines:
    """The lines of fields or of items, with the comments among them."""
    is_mapping = isinstance(value, Mapping)
    for name, held in value.items() if isinstance(value, Mapping) else enumerate(value):
        place = (*path, name)
        yield from (f"{indent}{words}" for words in comments.above.get(place, ()))
        if is_mapping:
            yield from _entry(f"{indent}{write_key(str(name), indent)}:", held, comments, place, indent)
        else:
            yield from _item(held, comments, place, indent)
    yield from (f"{indent}{words}" for words in comments.below.get(path, ()))


def _entry(head: str, value: Any, comments: Comments, path: Path, indent: str) -> _Lines:
    """A field with its value, beside its name or on the lines below it."""
    if value and isinstance(value, (dict, list)):
        yield f"{head}{_beside(comments, path)}"
        yield from _nested(value, comments, path, indent + _STEP)
    elif value is None:
        yield f"{head}{_beside(comments, path)}"
    else:
        yield from _scalar(head, value, comments, path, indent)


def _item(item: Any, comments: Comments, path: Path, indent: str) -> _Lines:
    """An item of a list; a comment above its first field stands above the dash."""
    if not isinstance(item, (dict, list)) or not item:
        yield from _scalar(f"{indent}-", item, comments, path, indent)
        return
    inner, dashed = indent + _STEP, False
    for line in _nested(item, comments, path, inner):
        content = line.removeprefix(inner)
        if dashed:
            yield line
        elif content.startswith("#"):
            yield f"{indent}{content}"
        else:
            yield f"{indent}- {content}"
            dashed = True


def _scalar(head: str, value: Any, comments: Comments, path: Path, indent: str) -> _Lines:
    first, *rest = _written(value, indent + _STEP).split("\n")
    yield f"{head} {first}{_beside(comments, path)}"
    yield from rest


def _beside(comments: Comments, path: Path) -> str:
    return f" {comments.beside[path]}" if path in comments.beside else ""


def _written(value: Any, indent: str) -> str:
    if isinstance(value, str):
        return write_text(value, indent)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, (int, float)):
        return _number(value)
    return {"[]": "[]", "{}": "{}"}.get(str(value)) or str(value)


def _number(value: float) -> str:
    """The number as every reader of YAML takes it: without an exponent, with digits that a float keeps."""
    if isinstance(value, int) or not isfinite(value):
        return (
            str(value)
            if isinstance(value, int)
            else repr(value).replace("inf", ".inf").replace("nan", ".nan")
        )
    value += 0.0  # there is no minus zero
    for digits in range(17, 0, -1):
        written = f"{Decimal(f'{value:.{digits}g}'):f}"
        plain = written.rstrip("0").rstrip(".") if "." in written else written
        if isinstance(resolve(plain)[0], (int, float)):
            return plain
    return repr(value)
