"""Keeps files within 300 lines and functions within 60, so that each stays one thing."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

FILE_LINES = 300
FUNCTION_LINES = 60


def find_large(path: Path) -> Iterator[str]:
    """What in `path` is over the limit, as `path:line: text`."""
    text = path.read_text(encoding="utf-8")
    lines = len(text.splitlines())
    if lines > FILE_LINES:
        yield f"{path}:1: {lines} lines, the limit is {FILE_LINES}"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = count_lines(node)
            if length > FUNCTION_LINES:
                yield f"{path}:{node.lineno}: {node.name}: {length} lines, the limit is {FUNCTION_LINES}"


def count_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the function without its decorators and docstring."""
    total = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        total -= (first.end_lineno or first.lineno) - first.lineno + 1
    return total


if __name__ == "__main__":
    files = sorted(path for folder in sys.argv[1:] for path in Path(folder).rglob("*.py"))
    large = [line for path in files for line in find_large(path)]
    print("\n".join(large) if large else f"{len(files)} files within {FILE_LINES} lines")
    sys.exit(bool(large))
