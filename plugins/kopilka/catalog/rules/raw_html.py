"""Records hold no HTML: it is shown as text, and it is not for records to draw pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text, signs_of
from kopilka.catalog.markdown import prose_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

RAW_HTML = Code(
    "K520",
    "raw-html",
    Severity.ERROR,
    "В записи есть HTML",
    "Записи приходят от разных людей, поэтому чужая разметка на страницу не попадает: читатель увидит её "
    "как текст. "
    "Всё, что нужно, есть в Markdown. Показать тег как пример можно в обратных кавычках: `<b>`.",
    "Это <b>важно</b>.<br>Читайте дальше. <!-- проверить -->",
    "Это **важно**.\n\nЧитайте дальше.",
)
CODES = (RAW_HTML,)

_HTML = re.compile(
    r"<(?<!\\<)(?:"
    r"(?P<comment>!--)|(?P<other>[!?][A-Za-z\[])"
    r"|/?(?P<tag>[A-Za-z][A-Za-z0-9-]{0,30})(?=[\s/>])(?:[^<>]{0,2000}>)?"
    r")"
)
_TAGS = {
    "b": "**жирный**", "strong": "**жирный**", "i": "*курсив*", "em": "*курсив*",
    "br": "пустая строка между абзацами", "p": "пустая строка между абзацами", "a": "[слова](адрес)",
    "img": "![описание](файл)", "ul": "список с дефисами", "ol": "список с числами",
    "li": "строка с дефисом или числом", "table": "таблица из знаков |", "h1": "## Заголовок",
    "h2": "## Заголовок", "h3": "### Подзаголовок", "hr": "строка ---", "blockquote": "строка со знаком >",
    "code": "`код`", "iframe": "ссылка на видео", "video": "ссылка на видео",
    "details": '!!! note "Заголовок"', "sup": "сноска [^1]", "u": "**жирный**", "center": "обычный абзац",
    "font": "обычный текст", "span": "обычный текст", "div": "обычный абзац",
}  # fmt: skip


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Tags, comments and declarations; an address in angle brackets is a link and stays."""
    if not signs_of(written).have(b"<"):
        return
    for match in _HTML.finditer(prose_of(written)):
        if match["comment"]:
            message = "примечание <!-- … --> читатель увидит на странице как текст"
            hint = "Уберите его; о замечаниях по записи лучше писать рецензенту."
        elif match["other"]:
            message, hint = f"{quote(match[0] + '…')} – это HTML", "Уберите."
        else:
            message = f"тег {quote('<' + match['tag'] + '>')} – это HTML"
            better = _TAGS.get(match["tag"].lower())
            hint = (
                f"В Markdown для этого есть: {better}."
                if better
                else "Уберите тег; показать его как пример можно в `…`."
            )
        yield at_text(written, RAW_HTML, match.start(), len(match[0]), message, hint=hint)
