"""Records hold no code of templates and no commands to include other files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text, signs_of
from kopilka.catalog.markdown import prose_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

TEMPLATE_CODE = Code(
    "K522",
    "template-code",
    Severity.ERROR,
    "В записи код шаблона",
    "Фигурные скобки {{ … }} и {% … %} – команды для сборщика сайта. В записях они не выполняются, и "
    "читатель увидит их "
    "как есть. В ограждённом коде (между ``` или в обратных кавычках) они безвредны и разрешены.",
    "Всего практик: {{ practices | length }}",
    "Всего практик в банке больше сорока.",
)
INCLUDE = Code(
    "K523",
    "include-directive",
    Severity.ERROR,
    "В записи команда вставить другой файл",
    "Запись должна быть понятна сама по себе. Команды вставки в записях не выполняются: ими можно было бы "
    "показать "
    "на сайте любой файл с компьютера, где он собирается.",
    '--8<-- "obshchee/vvedenie.md"',
    "Общее введение – в записи [«Лаборатория вопросов»](laboratoriya-voprosov.md).",
)
ATTRIBUTE_CODE = Code(
    "K524",
    "event-attribute",
    Severity.ERROR,
    "В фигурных скобках – не оформление",
    "В фигурных скобках можно задать только вид и ширину: {.right width=300}. Обработчики событий и стили "
    "на страницу "
    "не попадут.",
    '![Карта](karta.svg){onclick="alert(1)"}',
    "![Карта: три графы](karta.svg){.right width=300}",
)
CODES = (TEMPLATE_CODE, INCLUDE, ATTRIBUTE_CODE)

# `{#name}` is an anchor in an attribute list; a comment of templates has a space: `{# … #}`.
_TEMPLATE = re.compile(r"\{(?:\{|%|#(?![\w-]))(?:[^\n]{0,200}?[}%#]\})?")
_INCLUDE = re.compile(
    r"-{1,}8<-{1,}[^\n]*|!!!\s?include\b[^\n]*|\[\[\s*include\b[^\n]*|\{!\s*[^\n]*?!\}|::\s?include\b[^\n]*|!INCLUDE\b[^\n]*"
)
_ATTRIBUTE = re.compile(
    r"\{:?[^{}\n]{0,300}?(?P<name>\bon[a-z]{3,}|\bstyle|\bsrcdoc|\bformaction|\bhref|\bsrc)\s*=[^{}\n]{0,300}\}",
    re.IGNORECASE,
)


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Template code and directives anywhere but in code; attribute lists with what they may not hold."""
    signs = signs_of(written)
    braces = signs.have(b"{")
    if braces:
        yield from _templates(written)
        yield from _attributes(written)
    if braces or signs.have(b"include") or signs.have(b"<") or signs.have(b"!INC"):
        for match in _INCLUDE.finditer(prose_of(written)):
            hint = "Перенесите нужный текст сюда или дайте ссылку на другую запись."
            message = f"{quote(_short(match[0]))} – команда вставить другой файл, в записях она не работает"
            yield at_text(written, INCLUDE, match.start(), len(match[0]), message, hint=hint)


def _templates(written: Written) -> Iterator[Diagnostic]:
    text, front = prose_of(written), len(written.front)
    for match in _TEMPLATE.finditer(text):
        if match.start() < front and text[: match.start()].rstrip(" ").endswith((":", "-")):
            continue  # a whole value in braces is no YAML: the reader has told
        message = f"{quote(_short(match[0]))} – код шаблона, в записях он не работает"
        hint = (
            "Напишите то, что должно получиться, обычными словами; пример кода возьмите в обратные кавычки."
        )
        yield at_text(written, TEMPLATE_CODE, match.start(), len(match[0]), message, hint=hint)


def _attributes(written: Written) -> Iterator[Diagnostic]:
    start = len(written.front)
    if "{" not in written.body:
        return
    for match in _ATTRIBUTE.finditer(prose_of(written), start):
        message = f"{quote(match['name'])} в фигурных скобках на страницу не попадёт"
        hint = "Оставьте только вид и ширину: {.right width=300}."
        yield at_text(written, ATTRIBUTE_CODE, match.start("name"), len(match["name"]), message, hint=hint)


def _short(text: str) -> str:
    line = text.strip()
    return line if len(line) <= 40 else line[:39] + "…"
