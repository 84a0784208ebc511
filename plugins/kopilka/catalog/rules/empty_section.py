"""Under every heading there is something to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text, text_of
from kopilka.catalog.markdown import has_rare_headings, has_usual_sections, headings_of, prose_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

EMPTY_SECTION = Code(
    "K506",
    "empty-section",
    Severity.WARNING,
    "Под заголовком пусто",
    "Заголовок обещает ответ, а его нет. Если сказать пока нечего, раздел лучше не открывать.",
    "## Результаты\n\n## Выводы\n\nКарта работает, если её ведут трое.",
    "## Результаты\n\nДогадываются о неявном 63 % учеников вместо 41 %.\n\n## Выводы\n\nКарта работает, "
    "если её ведут трое.",
)
CODES = (EMPTY_SECTION,)

# A line with a mark of a heading, or under one, and nothing before the next mark or the end.
_NOTHING = re.compile(r"\n#[^\n]*\s*(?:\n#|\Z)")
_NOTHING_UNDER = re.compile(r"\n(?:#[^\n]*|=+|-+)\s*(?:\n {0,3}#|\Z)")


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Headings followed at once by a heading of the same level, of a higher one, or by the end."""
    if has_usual_sections(written):
        return
    pattern = _NOTHING_UNDER if has_rare_headings(written) else _NOTHING
    if not pattern.search(prose_of(written), len(written.front) - 1):
        return
    text, headings = text_of(written), headings_of(written)
    if not headings:
        return
    ends = [heading.offset for heading in headings[1:]] + [len(text)]
    levels = [heading.level for heading in headings[1:]] + [0]
    for heading, end, level in zip(headings, ends, levels, strict=True):
        if heading.title and level <= heading.level and not text[heading.end : end].strip():
            message = f"под заголовком {quote(heading.title)} пусто"
            hint = "Допишите текст или уберите заголовок."
            yield at_text(written, EMPTY_SECTION, heading.offset, heading.length, message, hint=hint)
