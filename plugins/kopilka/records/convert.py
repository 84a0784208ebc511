"""From YAML nodes to plain data, with everything in them that should have been written otherwise."""

from __future__ import annotations

from typing import Any

from yaml import MappingNode, Node, ScalarNode

from kopilka.diagnostics import Code, Diagnostic
from kopilka.records import reading_codes as codes
from kopilka.records import syntax_codes
from kopilka.records.compose import PLAIN, QUOTED, too_deep
from kopilka.records.losses import (
    BULLETS,
    find_glued_item,
    find_lost_number,
    find_lost_words,
    tag_problem,
)
from kopilka.records.quoting import quoted_value, shortened
from kopilka.records.scalars import Scalar, describe_ambiguity, resolve
from kopilka.records.sheet import MAX_DEPTH, Sheet
from kopilka.russian import group_digits, quote

NOT_NAMES = frozenset({"true", "false", "null"})


def convert(sheet: Sheet, root: Node) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Dicts, lists and scalars of a composed tree; None as data when the tree is too deep or too large."""
    reading = _Reading(sheet)
    data = reading.value(root, 1)
    if reading.hopeless:
        return None, tuple(reading.found)
    if "#" in sheet.text or "!" in sheet.text:
        reading.found.extend(find_lost_words(sheet, root))
    return data, tuple(reading.found)


class _Reading:
    """One walk over the tree of one sheet."""

    __slots__ = ("found", "hopeless", "nodes", "sheet")

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.nodes = 0
        self.found: list[Diagnostic] = []
        self.hopeless = False

    def value(self, node: Node, depth: int) -> Any:
        if node.__class__ is ScalarNode:
            return self._scalar(node)
        if node.tag != PLAIN:
            self._tag(node)
        if self._is_hopeless(node, depth):
            return None
        if node.__class__ is MappingNode:
            return self._mapping(node, depth + 1)
        return [self.value(item, depth + 1) for item in node.value]

    def _is_hopeless(self, node: Node, depth: int) -> bool:
        self.nodes += len(node.value)
        if self.hopeless:
            return True
        if depth > MAX_DEPTH:
            self.found.append(too_deep(self.sheet, node.start_mark.index))
            self.hopeless = True
        elif self.nodes > self.sheet.max_nodes:
            limit = group_digits(self.sheet.max_nodes)
            hint = "Большую таблицу приложите отдельным файлом, а в записи оставьте главное."
            self._report(codes.TOO_MANY_VALUES, node, f"здесь уже больше {limit} значений", hint)
            self.hopeless = True
        return self.hopeless

    def _mapping(self, node: Node, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        repeated: list[Node] = []
        for key_node, value_node in node.value:
            if key_node.__class__ is not ScalarNode:
                self._complex_key(key_node)
                continue
            key = key_node.value
            ordinary = key_node.tag == PLAIN and key.isidentifier() and key not in NOT_NAMES
            if not ordinary and not self._accept_name(key_node, value_node):
                continue
            value = self.value(value_node, depth)
            if key in data:
                repeated.append(key_node)
            else:
                data[key] = value
        if repeated:
            self._report_repeated(repeated, node)
        return data

    def _accept_name(self, node: Node, value: Node) -> bool:
        """Looks at an unusual name of a field; False when the field cannot be kept."""
        name = node.value
        if node.tag != PLAIN:
            if node.tag != QUOTED:
                self._tag(node)
            return True
        if name == "<<":
            hint = "Впишите сами поля, каждое своей строкой."
            self._report(codes.MERGE_KEY, node, "поле << вливает сюда чужие поля: в записях так нельзя", hint)
        elif name in {"", "~"}:
            hint = "Впишите имя поля, например title: Школа наставника"
            self._report(codes.KEY_NOT_TEXT, node, "перед двоеточием нет имени поля", hint)
        elif name[0] == "\u00a0":
            hint = "Сотрите отступ и наберите его заново клавишей «пробел»."
            self._report(
                syntax_codes.NO_SPACE,
                node,
                "отступ сделан неразрывными пробелами, их программа не считает",
                hint,
            )
        elif ":" in name and value.tag == PLAIN and value.value == "":
            hint = f"Поставьте пробел после двоеточия: {name.replace(':', ': ', 1)}"
            self._report(
                syntax_codes.NO_SPACE, node, f"нет пробела после двоеточия: {quote(shortened(name))}", hint
            )
        else:
            self._check_name(node)
            return True
        return False

    def _check_name(self, node: Node) -> None:
        meaning, ambiguous = resolve(node.value)
        if ambiguous or not isinstance(meaning, str):
            meant = "служебное слово" if node.value in NOT_NAMES else "число"
            message = f"имя поля {quote(node.value)} программа примет за {meant}"
            self._report(
                codes.KEY_NOT_TEXT, node, message, f"Возьмите имя в кавычки: {quoted_value(node.value)}:"
            )

    def _complex_key(self, node: Node) -> None:
        start = node.start_mark.index
        if self.sheet.text[start - 1 : start + 1] == "{{":
            message = "двойные фигурные скобки: похоже, это осталось от шаблона"
            hint = "Замените их самим значением; если скобки нужны в тексте, возьмите всё значение в кавычки."
        else:
            message = "на месте имени поля стоит список или набор в скобках"
            hint = "Имя поля – одно слово, например themes: [наставничество]"
        self._report(codes.COMPLEX_KEY, node, message, hint)

    def _report_repeated(self, repeated: list[Node], owner: Node) -> None:
        first = {key.value: key for key, _ in reversed(owner.value) if isinstance(key, ScalarNode)}
        for node in repeated:
            key = first[node.value]
            line = self.sheet.span(key.start_mark.index, key.end_mark.index).line
            message = f"поле {quote(shortened(node.value))} уже есть в строке {line}"
            hint = "Оставьте одно из двух: верное значение, а второе удалите."
            self._report(codes.DUPLICATE_KEY, node, message, hint)

    def _scalar(self, node: Node) -> Scalar:
        text: str = node.value
        tag = node.tag
        if tag == PLAIN:
            value, ambiguous = resolve(text)
            if ambiguous:
                reason, hint = describe_ambiguity(text)
                self._report(codes.AMBIGUOUS_VALUE, node, reason, hint)
            elif text[:1] in BULLETS or " - " in text:
                self._add(find_glued_item(self.sheet, node))
            return value
        if tag != QUOTED:
            self._tag(node)
        elif not text:
            self._add(find_lost_number(self.sheet, node))
        return text

    def _tag(self, node: Node) -> None:
        self._add(tag_problem(self.sheet, node.start_mark.index))

    def _add(self, diagnostic: Diagnostic | None) -> None:
        if diagnostic is not None:
            self.found.append(diagnostic)

    def _report(self, code: Code, node: Node, message: str, hint: str) -> None:
        place = self.sheet.span(node.start_mark.index, node.end_mark.index)
        self.found.append(code.at(self.sheet.path, place, message, hint=hint))
