"""A place where the YAML library stopped, with the lines around it that the cause is looked for in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaml import MarkedYAMLError

from kopilka.diagnostics import Code, Diagnostic
from kopilka.records.sheet import Sheet

BODY_HINT = "Если здесь уже начинается текст записи, поставьте перед ним отдельную строку ---"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet and the offset of its first character."""

    start: int
    text: str

    @property
    def indent(self) -> int:
        """How many spaces it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def content(self) -> int:
        """The offset of its first character that is no space."""
        return self.start + self.indent

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return re.match(r" *-(?: |\Z)", self.text) is not None

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing, or nothing but a comment."""
        return self.text.strip()[:1] in {"", "#"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What the library says (`problem`, in `context`), where it stopped and where that thing began."""

    sheet: Sheet
    problem: str
    context: str
    offset: int
    origin: int

    @classmethod
    def of(cls, sheet: Sheet, error: MarkedYAMLError) -> Fault:
        """The fault that a YAML error speaks of."""
        offset = error.problem_mark.index if error.problem_mark else 0
        origin = error.context_mark.index if error.context_mark else offset
        return cls(sheet, error.problem or "", error.context or "", offset, origin)

    @property
    def character(self) -> str:
        """The character it stopped at, empty at the end of the text."""
        return self.sheet.text[self.offset : self.offset + 1]

    @property
    def line(self) -> Line:
        """The line it stopped on."""
        return self.line_at(self.offset)

    @property
    def before(self) -> str:
        """That line up to the place."""
        return self.sheet.text[self.line.start : self.offset]

    @property
    def above(self) -> Line | None:
        """The nearest line above that is not empty."""
        return next(iter(self.lines_above(self.line)), None)

    def line_at(self, offset: int) -> Line:
        """The line that a character stands on."""
        return Line(self.sheet.text.rfind("\n", 0, offset) + 1, self.sheet.line_at(offset))

    def lines_above(self, line: Line) -> list[Line]:
        """The lines before `line` that are not empty, the nearest first."""
        found = []
        start = 0
        for text in self.sheet.text[: line.start].split("\n")[:-1]:
            found.append(Line(start, text))
            start += len(text) + 1
        return [above for above in reversed(found) if not above.is_empty]

    def owner(self, line: Line) -> Line | None:
        """The nearest line above with a smaller indent."""
        return next((above for above in self.lines_above(line) if above.indent < line.indent), None)

    def report(self, code: Code, offset: int, message: str, hint: str, *, length: int = 1) -> Diagnostic:
        """A diagnostic at a place of the sheet."""
        return code.at(self.sheet.path, self.sheet.span(offset, offset + length), message, hint=hint)
