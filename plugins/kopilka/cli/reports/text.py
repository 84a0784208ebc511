"""The format for people: place, the line itself with a caret under it, the remedy; in the manner of ruff and rustc."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from pathlib import Path

from kopilka.diagnostics import Diagnostic, Report, Severity
from kopilka.russian import count

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ADVICE: "36"}
_WIDTH = 110
_RECORDS = ("запись", "записи", "записей")
_ERRORS = ("ошибка", "ошибки", "ошибок")
_WARNINGS = ("замечание", "замечания", "замечаний")
_ADVICE = ("совет", "совета", "советов")


def render(report: Report, *, root: Path, colour: bool = False) -> str:
    """Every problem with its line, then the counts."""
    parts = []
    for path, group in groupby(report.diagnostics, key=lambda item: item.path):
        lines = _lines(root / path)
        parts += [_problem(item, lines, colour=colour) for item in group]
    return "\n".join([*parts, _total(report, colour=colour)]) + "\n"


@lru_cache(maxsize=4)
def _lines(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text(encoding="utf-8-sig", errors="replace").splitlines())
    except OSError:
        return ()


def _problem(item: Diagnostic, lines: tuple[str, ...], *, colour: bool) -> str:
    span = item.span
    head = _paint(f"{item.severity.label} {item.code}", _COLOURS[item.severity], colour=colour)
    rows = [f"{_paint(f'{item.path}:{span.line}:{span.column}', '1', colour=colour)}: {head} {item.message}"]
    if 0 < span.line <= len(lines) and lines[span.line - 1].strip():
        rows += _excerpt(item, lines[span.line - 1])
    if item.hint:
        rows.append(f"      {_paint('как исправить:', '1', colour=colour)} {item.hint}")
    return "\n".join(rows) + "\n"


def _excerpt(item: Diagnostic, line: str) -> list[str]:
    span = item.span
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    offset = max(0, min(start - _WIDTH // 3, len(line) - _WIDTH)) if len(line) > _WIDTH else 0
    shown = line[offset : offset + _WIDTH].replace("\t", " ")
    length = max(1, min(end, offset + len(shown)) - start)
    number = f"{span.line:>5} │ "
    dots = "…" if offset else ""
    return [f"{number}{dots}{shown}", " " * (len(number) + len(dots) + start - offset) + "^" * length]


def _total(report: Report, *, colour: bool) -> str:
    counted = report.summary
    if not report.diagnostics:
        return _paint(f"Проверено: {count(counted.records, _RECORDS)}. Всё в порядке.", "32", colour=colour)
    found = (
        count(counted.errors, _ERRORS),
        count(counted.warnings, _WARNINGS),
        count(counted.advice, _ADVICE),
    )
    return f"Проверено: {count(counted.records, _RECORDS)}. Найдено: {', '.join(found)}."


def _paint(text: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
