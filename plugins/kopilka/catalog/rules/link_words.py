"""The words of a link say where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text
from kopilka.catalog.markdown import links_of, usual_links_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

POOR_LINK = Code(
    "K512",
    "poor-link-words",
    Severity.ADVICE,
    "По словам ссылки не понять, куда она ведёт",
    "Программа экранного чтения перечисляет ссылки отдельно от текста: «тут, тут, здесь». А зрячий "
    "читатель ищет глазами "
    "именно слова ссылки.",
    "Карты можно скачать [здесь](karty.docx).",
    "Можно скачать [набор карт для 5 класса](karty.docx).",
)
EMPTY_LINK = Code(
    "K513",
    "empty-link-words",
    Severity.WARNING,
    "У ссылки нет слов",
    "Такую ссылку не увидеть и не нажать, а программа экранного чтения назовёт её «ссылка» и только.",
    "[](karty.docx)",
    "[Набор карт для 5 класса](karty.docx)",
)
CODES = (POOR_LINK, EMPTY_LINK)

_POOR = re.compile(
    r"(?:вот )?(?:здесь|тут|сюда|туда|там|отсюда|ссылк[аеиу]|по (?:этой )?ссылке|ссылка здесь|подробнее(?: "
    r"здесь)?|далее|ещё|читать(?: далее)?|"
    r"скачать|открыть|смотреть|перейти|источник|сайт|файл|документ|материал|приложение|видео|нажмите(?: "
    r"сюда| здесь)?|here|link|click here)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LONGEST_POOR = 24
_SIGNS = " .,:;!?*_«»\"'"


def _is_poor(words: str) -> bool:
    bare = words.strip(_SIGNS)
    if len(bare) > _LONGEST_POOR and not bare.startswith(("http", "www")):
        return False
    return _POOR.fullmatch(bare) is not None or _ADDRESS.fullmatch(bare) is not None


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Links of the body and of texts in the front matter."""
    usual = usual_links_of(written)
    if usual is not None and not any(map(_is_poor, usual)):
        return
    for link in links_of(written):
        if link.image or link.bare:
            continue
        if not link.words.strip(_SIGNS):
            hint = "Напишите в квадратных скобках, куда она ведёт."
            yield at_text(written, EMPTY_LINK, link.offset, 2, "у ссылки нет слов", hint=hint)
        elif _is_poor(link.words):
            message = f"по словам {quote(link.words.strip())} не понять, куда ведёт ссылка"
            hint = "Сделайте ссылкой название того, что за ней: [набор карт для 5 класса](…)"
            yield at_text(written, POOR_LINK, link.offset, len(link.words) + 2, message, hint=hint)
