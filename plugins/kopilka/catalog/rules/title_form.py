"""A title reads as a title and a summary as plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import capitalise, fold_label, quote

SUMMARY_REPEATS_TITLE = Code(
    "K803",
    "summary-repeats-title",
    Severity.ADVICE,
    "Аннотация начинается с названия",
    "В карточке они стоят рядом: читатель прочтёт одно и то же дважды, а нового узнает меньше.",
    "title: Читательские карты на любом уроке\nsummary: Читательские карты на любом уроке – это практика, "
    "которая …",
    "title: Читательские карты на любом уроке\nsummary: Короткая карта с тремя вопросами помогает …",
)
CAPITALS = Code(
    "K804",
    "title-in-capitals",
    Severity.ADVICE,
    "Название прописными буквами",
    "Прописные читаются медленнее, а программа экранного чтения может произнести их по одной.",
    "title: ЧИТАТЕЛЬСКИЕ КАРТЫ НА ЛЮБОМ УРОКЕ",
    "title: Читательские карты на любом уроке",
)
TITLE_POINT = Code(
    "K805",
    "title-ends-with-point",
    Severity.ADVICE,
    "Точка в конце названия",
    "После названий и заголовков точку не ставят.",
    "title: Читательские карты на любом уроке.",
    "title: Читательские карты на любом уроке",
)
TITLE_KIND = Code(
    "K806",
    "title-names-kind",
    Severity.ADVICE,
    "Название начинается с вида записи",
    "Что это практика или кейс, сказано рядом. Первые слова названия видно лучше всего: пусть они говорят "
    "о деле.",
    "title: Практика «Читательские карты на любом уроке»",
    "title: Читательские карты на любом уроке",
)
MARKUP = Code(
    "K807",
    "markup-in-plain-text",
    Severity.WARNING,
    "Разметка в простом тексте",
    "Название и аннотацию показывают в карточке, в поиске и в сборнике как есть: звёздочки и скобки "
    "останутся видны.",
    "summary: Карта с **тремя вопросами** помогает …",
    "summary: Карта с тремя вопросами помогает …",
)
CODES = (SUMMARY_REPEATS_TITLE, CAPITALS, TITLE_POINT, TITLE_KIND, MARKUP)

_MARKUP = re.compile(
    r"\*\*[^*]+\*\*|__[^_]+__|(?<!\w)[*_][^\s*_][^*_]*[*_](?!\w)|`[^`]+`|!?\[[^\]]*\]\([^)]*\)|^\s*#{1,6}\s|^\s*[-*]\s",
    re.MULTILINE,
)
_KIND = re.compile(r"[\s:–—-]+(?=[«\"А-ЯЁA-Z])")


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """The two texts that stand on every card."""
    title, summary = entry.record.title, entry.record.summary
    if title.isupper():
        hint = f"Нужно так: {capitalise(title.lower())}"
        yield at_path(entry, CAPITALS, ("title",), "название набрано прописными буквами", hint=hint)
    if title[-1] == "." and not title.endswith(("...", "г.", "др.", "пр.")):
        yield at_path(entry, TITLE_POINT, ("title",), "в конце названия точка", hint="Уберите её.")
    if title.startswith(entry.kind.label) and (match := _KIND.match(title, len(entry.kind.label))):
        message = f"название начинается со слова {quote(entry.kind.label)}"
        hint = f"Начните с дела: {capitalise(title[match.end() :].strip('«»'))}"
        yield at_path(entry, TITLE_KIND, ("title",), message, hint=hint)
    if summary[:2].lower() == title[:2].lower() and fold_label(summary).startswith(fold_label(title)):
        hint = "Начните с того, что делают и для кого."
        yield at_path(
            entry, SUMMARY_REPEATS_TITLE, ("summary",), "аннотация начинается с названия", hint=hint
        )
    for name, text in (("title", title), ("summary", summary)):
        match = (
            _MARKUP.search(text)
            if "*" in text or "_" in text or "`" in text or "[" in text or text[0] in "#-"
            else None
        )
        if match:
            hint = "Оставьте простые слова; разметка работает в тексте записи."
            yield at_path(
                entry, MARKUP, (name,), f"разметка {quote(match[0])} останется видна читателю", hint=hint
            )
