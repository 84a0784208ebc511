"""The format for people, in the manner of ruff and rustc: the place, the line with a caret, the remedy."""

from __future__ import annotations

from itertools import groupby
from textwrap import wrap

from kopilka.cli.reports.excerpt import excerpt, lines_of, visible
from kopilka.cli.reports.findings import Findings
from kopilka.cli.streams import Screen
from kopilka.diagnostics import Diagnostic, Report, Severity, Span
from kopilka.russian import Forms, count, join_words

_RED, _YELLOW, _BLUE, _GREEN, _BOLD = "31", "33", "36", "32", "1"
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.ADVICE: _BLUE}
_RECORDS: Forms = ("запись", "записи", "записей")
_FORMS: dict[Severity, Forms] = {
    Severity.ERROR: ("ошибка", "ошибки", "ошибок"),
    Severity.WARNING: ("замечание", "замечания", "замечаний"),
    Severity.ADVICE: ("совет", "совета", "советов"),
}
_WHOLE_FILE = Span()
_MARGIN = 5
_REMEDY = "Как исправить:"


def render(findings: Findings, screen: Screen) -> str:
    """Every problem with its line, then the counts."""
    parts = []
    for path, group in groupby(findings.report.diagnostics, key=lambda item: item.path):
        lines = lines_of(findings.root / path)
        parts += [_problem(item, lines, findings.here, screen) for item in group]
    return "\n".join([*parts, total(findings.report, screen)]) + "\n"


def total(report: Report, screen: Screen) -> str:
    """What was looked at and what was found: «Проверено: 46 записей. Найдено: 3 ошибки и 1 совет»."""
    checked = f"Проверено: {count(report.records, _RECORDS)}."
    found = [count(number, forms) for severity, forms in _FORMS.items() if (number := report.count(severity))]
    if not found:
        return f"{checked} {paint('Всё в порядке.', _GREEN, screen)}"
    return f"{checked} Найдено: {join_words(found)}."


def paint(text: str, colour: str, screen: Screen) -> str:
    """The text in a colour of the terminal, where colour is wanted."""
    return f"\x1b[{colour}m{text}\x1b[0m" if screen.colour else text


def fold(text: str, *, indent: int, width: int, hang: int | None = None) -> list[str]:
    """A paragraph in lines of a screen; addresses and other long words stay whole."""
    return wrap(
        text,
        max(width, indent + 30),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent if hang is None else hang),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _problem(item: Diagnostic, lines: tuple[str, ...], here: str, screen: Screen) -> str:
    span = item.span
    rows = _head(item, here, screen)
    if span != _WHOLE_FILE and span.line <= len(lines) and lines[span.line - 1].strip():
        rows += _excerpt(lines[span.line - 1], item, screen)
    if item.hint:
        first, *more = fold(f"{_REMEDY} {visible(item.hint)}", indent=_MARGIN + 3, width=screen.width)
        rows += [first.replace(_REMEDY, paint(_REMEDY, _BOLD, screen), 1), *more]
    return "\n".join(rows) + "\n"


def _head(item: Diagnostic, here: str, screen: Screen) -> list[str]:
    """One line for programs that look for lines; on a terminal it is folded between words."""
    place = visible(f"{here}{item.path}:{item.span.line}:{item.span.column}")
    name = f"{item.severity.label} {item.code}"
    text = f"{place}: {name}: {visible(item.message)}"
    first, *more = fold(text, indent=0, width=screen.width, hang=_MARGIN + 3) if screen.live else [text]
    first = first.replace(place, paint(place, _BOLD, screen), 1)
    return [first.replace(name, paint(name, f"{_BOLD};{_COLOURS[item.severity]}", screen), 1), *more]


def _excerpt(line: str, item: Diagnostic, screen: Screen) -> list[str]:
    rule = paint("│", _BLUE, screen)
    shown, carets = excerpt(line, item.span, width=screen.width - _MARGIN - 3)
    number = paint(f"{item.span.line:>{_MARGIN}}", _BLUE, screen)
    return [
        f"{number} {rule} {shown}",
        f"{' ' * _MARGIN} {rule} {paint(carets, f'{_BOLD};{_COLOURS[item.severity]}', screen)}",
    ]
