"""Headings make an outline: from the second level down, no step left out, none empty, none twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text
from kopilka.catalog.markdown import Heading, has_usual_sections, headings_of, prose_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import fold_label, quote

SKIPPED_LEVEL = Code(
    "K515",
    "skipped-heading-level",
    Severity.WARNING,
    "Пропущен уровень заголовка",
    "По уровням программа экранного чтения строит оглавление: через ступень в нём пропадает раздел (ГОСТ Р "
    "52872-2019).",
    "## Ход работы\n\n#### Сентябрь\n\n…",
    "## Ход работы\n\n### Сентябрь\n\n…",
)
FIRST_LEVEL = Code(
    "K516",
    "first-level-heading",
    Severity.WARNING,
    "Заголовок первого уровня в тексте",
    "Первый уровень на странице один – название записи. Разделы начинаются со второго.",
    "# Введение\n\n…",
    "## Введение\n\n…",
)
EMPTY_HEADING = Code(
    "K517",
    "empty-heading",
    Severity.WARNING,
    "Пустой заголовок",
    "В оглавлении появится строка без слов, на которую нельзя нажать.",
    "##\n\nТекст раздела.",
    "## Ход работы\n\nТекст раздела.",
)
REPEATED_HEADING = Code(
    "K518",
    "repeated-heading",
    Severity.ADVICE,
    "Два одинаковых заголовка",
    "В оглавлении их не различить, а ссылка на место страницы ведёт к первому.",
    "### Как это устроено\n\n…\n\n### Как это устроено\n\n…",
    "### Как устроен урок\n\n…\n\n### Как устроен разбор\n\n…",
)
NOT_A_HEADING = Code(
    "K519",
    "heading-without-space",
    Severity.WARNING,
    "Нет пробела после решётки",
    "Без пробела это не заголовок: на странице останутся решётки, а в оглавлении раздела не будет.",
    "##Ход работы",
    "## Ход работы",
)
CODES = (SKIPPED_LEVEL, FIRST_LEVEL, EMPTY_HEADING, REPEATED_HEADING, NOT_A_HEADING)

_NO_SPACE = re.compile(r"\n##(#{0,4})([^#\s][^\n]*)")


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Headings of the body in their order."""
    if has_usual_sections(written):
        return
    before, seen = 1, set()
    sections = {fold_label(section.title) for section in written.kind.sections}
    for heading in headings_of(written):
        level, title = heading.level, heading.title
        if not title:
            yield _tell(
                written, EMPTY_HEADING, heading, "заголовок пустой", "Впишите слова или уберите решётки."
            )
        elif level == 1:
            message = f"заголовок {quote(title)} – первого уровня"
            yield _tell(written, FIRST_LEVEL, heading, message, f"Добавьте решётку: ## {title}")
        elif level > before + 1:
            yield _skipped(written, heading, before)
        folded = fold_label(title)
        if title and folded in seen and not (level <= 2 and folded in sections):
            message = f"заголовок {quote(title)} уже был"
            yield _tell(written, REPEATED_HEADING, heading, message, "Назовите их по-разному.")
        seen.add(folded)
        before = max(level, 2) if level == 1 else level
    yield from _without_space(written)


def _skipped(written: Written, heading: Heading, before: int) -> Diagnostic:
    marks = "#" * (before + 1)
    after = "начинается" if before == 1 else f"после уровня {before} идёт сразу"
    message = (
        f"заголовок {quote(heading.title)}: {after} {'с уровня' if before == 1 else 'уровень'} "
        f"{heading.level}"
    )
    return _tell(written, SKIPPED_LEVEL, heading, message, f"Нужно так: {marks} {heading.title}")


def _without_space(written: Written) -> Iterator[Diagnostic]:
    if "##" not in written.body:
        return
    text = prose_of(written)
    for match in _NO_SPACE.finditer(text, len(written.front) - 1):
        marks, place = f"##{match[1]}", match.start() + 1
        hint = f"Нужно так: {marks} {match[2].strip()}"
        yield at_text(
            written, NOT_A_HEADING, place, len(marks), f"нет пробела после {quote(marks)}", hint=hint
        )


def _tell(written: Written, code: Code, heading: Heading, message: str, hint: str) -> Diagnostic:
    return at_text(written, code, heading.offset, heading.length, message, hint=hint)
