"""The body has the sections of its kind, each once, in order, under their own names, and none empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text
from kopilka.catalog.markdown import Heading, has_usual_sections, headings_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.suggest import suggest
from kopilka.russian import fold_label, join_words, quote

MISSING_SECTION = Code(
    "K501",
    "missing-section",
    Severity.WARNING,
    "Нет раздела",
    "Читатель ищет ответы в одних и тех же местах, а сборник печатает статьи одного строения. Разделы вида "
    "записи – "
    "это вопросы, на которые она отвечает.",
    "## Введение\n\n…\n\n## Ход работы\n\n…\n\n## Результаты\n\n…\n\n## Выводы\n\n…",
    "## Введение\n\n…\n\n## Ход работы\n\n…\n\n## Методические приёмы и находки\n\n…\n\n## Результаты\n\n"
    "…\n\n## Выводы\n\n…",
)
SECTION_ORDER = Code(
    "K502",
    "section-order",
    Severity.WARNING,
    "Разделы не по порядку",
    "Порядок разделов – порядок рассказа: зачем, что делали, что помогло, что вышло, что дальше.",
    "## Введение\n\n…\n\n## Ход работы\n\n…\n\n## Результаты\n\n…\n\n## Методические приёмы и находки\n\n"
    "…\n\n## Выводы\n\n…",
    "## Введение\n\n…\n\n## Ход работы\n\n…\n\n## Методические приёмы и находки\n\n…\n\n## Результаты\n\n"
    "…\n\n## Выводы\n\n…",
)
SECTION_NAME = Code(
    "K503",
    "section-name",
    Severity.WARNING,
    "Раздел назван немного иначе",
    "По точному названию раздел попадает на своё место на странице и в сборнике.",
    "## Методические находки и приёмы",
    "## Методические приёмы и находки",
)
REPEATED_SECTION = Code(
    "K504",
    "repeated-section",
    Severity.WARNING,
    "Раздел встречается дважды",
    "Читатель дойдёт до первого и решит, что это всё.",
    "## Результаты\n\n…\n\n## Выводы\n\n…\n\n## Результаты\n\n…",
    "## Результаты\n\n…\n\n## Выводы\n\n…",
)
EXTRA_SECTION = Code(
    "K505",
    "extra-section",
    Severity.ADVICE,
    "Лишний раздел",
    "У записей этого вида разделы одни и те же: по ним их сравнивают. Свои заголовки лучше сделать "
    "подразделами.",
    "## Ход работы\n\n…\n\n## Подготовка учителя\n\n…",
    "## Ход работы\n\n…\n\n### Подготовка учителя\n\n…",
)
CODES = (MISSING_SECTION, SECTION_ORDER, SECTION_NAME, REPEATED_SECTION, EXTRA_SECTION)

_NUMBERING = re.compile(
    r"^(?:(?:\d+|[IVX]+)(?:\.\d+)*[.)]?\s+|раздел\s+\d+[.:]?\s+)|[\s.:;]+$", re.IGNORECASE
)

_Found = dict[str, Heading]


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """For kinds that declare sections.

    The headings that are looked at are those of the second level and above.
    """
    if not written.kind.sections or has_usual_sections(written) or not written.body.strip():
        return
    titles = [section.title for section in written.kind.sections]
    headings = [heading for heading in headings_of(written) if heading.level <= 2]
    found: _Found = {}
    names = {fold_label(title): title for title in titles}
    others: list[Heading] = []
    for heading in headings:
        title = names.get(fold_label(heading.title))
        if title is None:
            others.append(heading)
        elif title in found:
            yield _repeated(written, heading, title)
        else:
            found[title] = heading
    yield from _others(written, others, titles, found)
    yield from _missing(written, titles, found)
    yield from _order(written, titles, found)


def _repeated(written: Written, heading: Heading, title: str) -> Diagnostic:
    message = f"раздел {quote(title)} уже был"
    hint = "Соедините оба раздела в один."
    return at_text(written, REPEATED_SECTION, heading.offset, heading.length, message, hint=hint)


def _others(
    written: Written, others: list[Heading], titles: list[str], found: _Found
) -> Iterator[Diagnostic]:
    """Headings that no section is called by.

    Misspelt ones take the place of the missing section they are like.
    """
    for heading in others:
        missing = [title for title in titles if title not in found]
        bare = _NUMBERING.sub("", heading.title)
        meant = suggest(bare, missing) or _by_words(bare, missing)
        place = (heading.offset, heading.length)
        if meant:
            found[meant] = heading
            message = f"раздел назван {quote(heading.title)}, а нужно {quote(meant)}"
            yield at_text(written, SECTION_NAME, *place, message, hint=f"Напишите так: ## {meant}")
        elif heading.title:
            message = f"раздела {quote(heading.title)} у записей этого вида нет"
            hint = f"Сделайте его подразделом: ### {heading.title}"
            yield at_text(written, EXTRA_SECTION, *place, message, hint=hint)


_SYNONYMS = {
    "вступление": "Введение", "актуальность": "Введение", "описание": "Ход работы",
    "содержание": "Ход работы", "этапы": "Ход работы", "реализация": "Ход работы",
    "находки": "Методические приёмы и находки", "приемы": "Методические приёмы и находки",
    "методы": "Методические приёмы и находки", "итоги": "Результаты", "результат": "Результаты",
    "эффекты": "Результаты", "заключение": "Выводы", "вывод": "Выводы",
}  # fmt: skip


def _by_words(heading: str, missing: list[str]) -> str | None:
    """The section that is usually meant by such a heading."""
    words = fold_label(heading).split()
    meant = next((_SYNONYMS[word] for word in words if word in _SYNONYMS), None)
    return meant if meant in missing else None


def _missing(written: Written, titles: list[str], found: _Found) -> Iterator[Diagnostic]:
    required = {section.title: section for section in written.kind.sections if section.required}
    absent = [title for title in titles if title in required and title not in found]
    if not absent:
        return
    deeper = {fold_label(heading.title): heading for heading in headings_of(written) if heading.level > 2}
    for title in absent:
        heading = deeper.get(fold_label(title))
        if heading:
            message, hint = f"раздел {quote(title)} сделан подразделом", f"Поставьте два знака #: ## {title}"
            yield at_text(written, SECTION_NAME, heading.offset, heading.length, message, hint=hint)
    absent = [title for title in absent if fold_label(title) not in deeper]
    if absent:
        offset, length = _place(written, titles, found, absent[0])
        yield at_text(written, MISSING_SECTION, offset, length, _absent(absent), hint=_what(absent, written))


def _absent(titles: list[str]) -> str:
    if len(titles) == 1:
        return f"нет раздела {quote(titles[0])}"
    return f"нет разделов {join_words(map(quote, titles))}"


def _what(titles: list[str], written: Written) -> str:
    help_of = {section.title: section.help for section in written.kind.sections}
    if len(titles) == 1:
        return f"Добавьте заголовок «## {titles[0]}» и текст под ним. {help_of[titles[0]]}"
    return f"Добавьте заголовки: {', '.join(f'«## {title}»' for title in titles)}; под каждым – текст."


def _place(written: Written, titles: list[str], found: _Found, title: str) -> tuple[int, int]:
    """Where the section was expected: the heading before it, or the beginning of the body."""
    before = [found[item] for item in titles[: titles.index(title)] if item in found]
    if before:
        return before[-1].offset, before[-1].length
    blank = len(written.body) - len(written.body.lstrip())
    return len(written.front) + blank, 1


def _order(written: Written, titles: list[str], found: _Found) -> Iterator[Diagnostic]:
    """The first heading that stands after one that should follow it."""
    last = -1
    for heading in sorted(found.values(), key=lambda item: item.offset):
        title = next(name for name, item in found.items() if item is heading)
        number = titles.index(title)
        if number < last:
            message = f"раздел {quote(title)} стоит после раздела {quote(titles[last])}, а должен быть раньше"
            hint = f"Порядок такой: {', '.join(titles)}."
            yield at_text(written, SECTION_ORDER, heading.offset, heading.length, message, hint=hint)
            return
        last = number
