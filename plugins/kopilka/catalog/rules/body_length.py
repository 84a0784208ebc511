"""The body says enough to repeat the work, and fits an article of the сборник."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import NBSP, count, decimal, group_digits, quote

SHORT_BODY = Code(
    "K507",
    "short-body",
    Severity.WARNING,
    "Текст слишком короткий",
    "Аннотация говорит, о чём опыт; текст – как его повторить. В нескольких строках этого не сказать.",
    "## Ход работы\n\nРаздали карты и обсудили.",
    "## Ход работы\n\n1. **Август.** Учителя параллели договариваются о трёх вопросах …\n2. **Сентябрь.** "
    "Каждый готовит две карты …",
)
ARTICLE_VOLUME = Code(
    "K508",
    "article-volume",
    Severity.ADVICE,
    "Объём не для сборника",
    "Статья сборника – от 4 до 7 страниц, это 7200–12 600 знаков с пробелами. Для сайта объём не важен, но "
    "в сборник "
    "короткую запись придётся дополнить, а длинную сократить. Пределы меняет настройка checks.limits.",
    "## Введение\n\n(во всей записи 3000 знаков)",
    "## Введение\n\n(во всей записи 9000 знаков)",
)
CODES = (SHORT_BODY, ARTICLE_VOLUME)

SHEET = 40_000
"""Characters with spaces in an author's sheet (ГОСТ Р 7.0.3-2006)."""

PAGE = 1_800
"""Characters with spaces on a typewritten page."""

_WORDS = ("слово", "слова", "слов")
_CHARACTERS = ("знак", "знака", "знаков")


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:
    """Words for every kind whose body has sections of its own.

    Volume for the same, as they become articles.
    """
    body, limits = written.body, around.checks.limits
    if not body or body.isspace():
        message = f"текста нет: раздел {quote(written.kind.body_title)} пуст"
        yield at_text(written, SHORT_BODY, len(written.front) + len(body), 1, message, hint=_HOW)
        return
    if not written.kind.sections:
        return
    words, record = _words(body, limits.body_min_words), written.record
    if words < limits.body_min_words:
        message = f"в тексте {count(words, _WORDS)}, нужно от {limits.body_min_words}"
        yield at_text(written, SHORT_BODY, *_start(written), message, hint=_HOW)
    elif record is not None and not record.demo:  # an example goes into no сборник
        length = len(body.strip())
        if not limits.body_min_characters <= length <= limits.body_max_characters:
            yield at_text(
                written, ARTICLE_VOLUME, *_start(written), _volume(length), hint=_article(length, around)
            )


def _start(written: Written) -> tuple[int, int]:
    """Where the text begins."""
    return len(written.front) + len(written.body) - len(written.body.lstrip()), 1


def _words(body: str, least: int) -> int:
    """The number of words; of a text with many spaces, that it is enough of them."""
    spaces = body.count(" ")
    return spaces if spaces > _PLENTY * least else len(body.split())


_PLENTY = 2
"""Between two words there may be two spaces, an indent, a sign of a list."""

_HOW = "Расскажите по шагам, что делали, с чем столкнулись и что вышло, чтобы коллега мог повторить."


def _volume(length: int) -> str:
    pages = max(round(length / PAGE), 1)
    sheets = f"{decimal(round(length / SHEET, 2))}{NBSP}авторского листа"
    return f"объём текста – {count(length, _CHARACTERS)}: {sheets}, около {count(pages, _PAGES_OF)}"


_PAGES_OF = ("страницы", "страниц", "страниц")


def _article(length: int, around: Surroundings) -> str:
    least, most = around.checks.limits.body_min_characters, around.checks.limits.body_max_characters
    what = "дополните" if length < least else "сократите"
    return (
        f"Для статьи в сборник нужно {group_digits(least)}–{group_digits(most)} знаков: {what}, "
        "если запись пойдёт туда."
    )
