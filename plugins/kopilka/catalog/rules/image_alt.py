"""A picture tells in words what is seen on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text, signs_of
from kopilka.catalog.markdown import Link, links_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

NO_ALT = Code(
    "K510",
    "image-without-alt",
    Severity.WARNING,
    "Картинка без описания",
    "Незрячий коллега услышит «картинка» и ничего больше; при плохой связи на её месте будет пустота. "
    "Описание в квадратных "
    "скобках заменяет картинку тем, кто её не видит (ГОСТ Р 52872-2019).",
    "![](karta.svg)",
    "![Читательская карта: три графы и строка для своего вопроса](karta.svg)",
)
POOR_ALT = Code(
    "K511",
    "poor-image-alt",
    Severity.ADVICE,
    "Описание картинки ничего не говорит",
    "Слово «фото» или имя файла не заменяют картинку. Скажите, что на ней видно и зачем она здесь.",
    "![Рисунок 1](karta.svg)",
    "![Читательская карта: три графы и строка для своего вопроса](karta.svg)",
)
CODES = (NO_ALT, POOR_ALT)

_POOR = re.compile(
    r"(?:картинк[аи]|изображени[ея]|фото(?:графи[яи])?|рис(?:унок|\.)?|схема|скриншот|слайд|иллюстраци[яи]|image|img|picture|photo|"
    r"screenshot|без "
    r"имени|описание)[\s№\d.,:-]*|[\w\s.-]+\.(?:jpe?g|png|webp|svg|gif)|(?:img|dsc|image|scan)[\s_-]*\d+|[\d\W_]+",
    re.IGNORECASE,
)


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Pictures of the body.

    An empty description is refused, since in a record pictures are never mere decoration.
    """
    if b"![" not in signs_of(written).body:
        return
    for link in links_of(written):
        if link.image and link.place >= len(written.front):
            yield from _judge(written, link)


def _judge(written: Written, link: Link) -> Iterator[Diagnostic]:
    words, length = link.words.strip(), link.place - link.offset
    if not words:
        hint = "Скажите в квадратных скобках, что на ней видно: ![Карта: три графы и строка для вопроса](…)"
        yield at_text(
            written, NO_ALT, link.offset, length, f"у картинки {quote(link.address)} нет описания", hint=hint
        )
    elif _POOR.fullmatch(words):
        message = f"описание картинки {quote(words)} ничего не говорит тому, кто её не видит"
        yield at_text(
            written,
            POOR_ALT,
            link.offset,
            length,
            message,
            hint="Скажите, что на ней видно и зачем она здесь.",
        )
