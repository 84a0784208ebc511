"""What YAML accepts in silence and loses or glues together: surely not what was meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from yaml import MappingNode, Node, ScalarNode

from kopilka.diagnostics import Diagnostic
from kopilka.records import reading_codes as codes
from kopilka.records import syntax_codes
from kopilka.records.quoting import shortened, with_quoted_value
from kopilka.records.sheet import Sheet
from kopilka.russian import quote

BULLETS = frozenset("-–—•·")

_MARK = re.compile(
    r"""(?:^|(?<=\s))(?P<comment>\#[^\n]*)
      | (?<![^\s\[\]{},:?'"-])(?P<tag>!)(?=\s|\Z)""",
    re.MULTILINE | re.VERBOSE,
)
_GLUED = re.compile(r"\n[ \t]*(- [^\n]*)")


def find_lost_words(sheet: Sheet, root: Node) -> Iterator[Diagnostic]:
    """Hashtags taken for comments and exclamation marks taken for tags."""
    marks = [match for match in _MARK.finditer(sheet.text) if match["tag"] or _is_hashtag(sheet.text, match)]
    if not marks:
        return
    starts, ends = zip((0, 0), *_scalar_places(root), strict=True)
    for match in marks:
        if match.start() < ends[bisect_left(starts, match.start()) - 1]:
            continue  # a part of a value
        if match["tag"]:
            yield tag_problem(sheet, match.start())
        else:
            yield _hashtag(sheet, match.start(), match["comment"])


def _is_hashtag(text: str, match: re.Match[str]) -> bool:
    """Whether a comment stands after something on its line and begins with a word, as comments seldom do."""
    line_start = text.rfind("\n", 0, match.start()) + 1
    stands_alone = not text[line_start : match.start()].strip()
    begins_with_word = bool(match["comment"][1:2].strip("# \t"))
    return begins_with_word and not stands_alone


def _scalar_places(node: Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, ScalarNode):
        yield node.start_mark.index, node.end_mark.index
        return
    parts = [part for pair in node.value for part in pair] if isinstance(node, MappingNode) else node.value
    for part in parts:
        yield from _scalar_places(part)


def _hashtag(sheet: Sheet, offset: int, words: str) -> Diagnostic:
    message = f"{quote(shortened(words))} в запись не попадёт: после пробела и решётки начинается пометка"
    hint = f"Возьмите значение в кавычки: {with_quoted_value(sheet.line_at(offset))}"
    return codes.TEXT_AFTER_HASH.at(sheet.path, sheet.span(offset, offset + len(words)), message, hint=hint)


def tag_problem(sheet: Sheet, offset: int) -> Diagnostic:
    """A value that begins with an exclamation mark: the word with it is lost."""
    word = re.match(r"\S+", sheet.text[offset:])
    length = len(word[0]) if word else 1
    if sheet.text.startswith("!!", offset):
        hint = (
            f"Уберите {quote(sheet.text[offset : offset + length])}: значение и без этого прочитается верно."
        )
    else:
        hint = f"Возьмите значение в кавычки: {with_quoted_value(sheet.line_at(offset))}"
    message = "значение начинается с «!», для программы это команда, и в текст она не попадёт"
    return codes.TAG.at(sheet.path, sheet.span(offset, offset + length), message, hint=hint)


def find_glued_item(sheet: Sheet, node: Node) -> Diagnostic | None:
    """An item of a list that became a part of the text above it, or a whole list that became one text."""
    start = node.start_mark.index
    glued = _GLUED.search(sheet.text, start, node.end_mark.index)
    if glued:
        message = "этот пункт приклеился к значению выше: он стоит правее соседей или под готовым значением"
        hint = "Поставьте чёрточки одного списка друг под другом, а рядом с именем поля ничего не пишите."
        place = sheet.span(glued.start(1), glued.end(1))
        return syntax_codes.LIST_ITEM.at(sheet.path, place, message, hint=hint)
    line_start = sheet.text.rfind("\n", 0, start) + 1
    mark = node.value[:1]
    if mark not in BULLETS or sheet.text[line_start:start].strip(" "):
        return None
    return _odd_bullet(sheet, start, mark)


def _odd_bullet(sheet: Sheet, offset: int, mark: str) -> Diagnostic | None:
    text = sheet.line_at(offset).strip()[1:]
    hint = f"Напишите так: - {shortened(text)}"
    place = sheet.span(offset, offset + 1)
    if mark != "-":
        message = f"пункт списка начинается с «{mark}», а программа ждёт дефис и пробел"
        return syntax_codes.LIST_ITEM.at(sheet.path, place, message, hint=hint)
    if text[:1].isalpha() or text[:1] == "\u00a0":
        message = "после чёрточки нет обычного пробела, и список не получился"
        return syntax_codes.NO_SPACE.at(sheet.path, place, message, hint=hint)
    return None


def find_lost_number(sheet: Sheet, node: Node) -> Diagnostic | None:
    """`>5` with nothing below is no text for YAML but a command to indent by five."""
    start = node.start_mark.index
    match = re.match(r"[>|]\s?[0-9]", sheet.text[start : start + 3])
    if match is None:
        return None
    message = f"значение начинается с «{match[0][0]}», для программы это команда, и число за ней потерялось"
    hint = f"Возьмите значение в кавычки: {with_quoted_value(sheet.line_at(start))}"
    place = sheet.span(start, node.end_mark.index)
    return syntax_codes.RESERVED_START.at(sheet.path, place, message, hint=hint)
