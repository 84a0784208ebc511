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
    r"<(?<!\\<)(?<!\]\(<)(?:"
    r"(?P<comment>!--)|(?P<other>[!?][A-Za-z\[][^<>\n]{0,60}>?)"
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
_DANGEROUS = frozenset(
    {"script", "style", "iframe", "object", "embed", "img", "svg", "form", "link", "meta", "base"}
)


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Tags, comments and declarations; an address in angle brackets is a link and stays."""
    if not signs_of(written).have(b"<"):
        return
    opened: set[str] = set()
    for match in _HTML.finditer(prose_of(written)):
        if match["comment"]:
            message = "примечание <!-- … --> читатель увидит на странице как текст"
            hint = "Уберите его; о замечаниях по записи лучше писать рецензенту."
        elif match["other"]:
            message, hint = f"{quote(match[0])} – это HTML", "Уберите."
        elif not match[0].endswith(">") and match["tag"].lower() not in _DANGEROUS:
            continue  # «x<y и 5 < 7» is arithmetic
        elif match[0][1] == "/" and match["tag"].lower() in opened:
            continue  # told with the tag that it closes
        else:
            opened.add(match["tag"].lower())
            message = f"тег {quote('<' + match['tag'] + '>')} – это HTML"
            better = _TAGS.get(match["tag"].lower())
            hint = (
                f"В Markdown для этого есть: {better}."
                if better
                else "Уберите тег; показать его как пример можно в `…`."
            )
        yield at_text(written, RAW_HTML, match.start(), len(match[0]), message, hint=hint)
