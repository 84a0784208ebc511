"""Causes of YAML errors that lie in quotes, brackets and characters with a meaning of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from yaml import (
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    ScalarToken,
)
from yaml._yaml import CParser

from kopilka.diagnostics import Diagnostic
from kopilka.records import reading_codes, syntax_codes
from kopilka.records.fault import BODY_HINT, Fault
from kopilka.records.quoting import quoted_value, shortened, split_line, unquoted, with_quoted_value

_PAIRS = {"[": "]", "{": "}"}
_COMMAND_CONTEXTS = (
    "while scanning an alias",
    "while scanning an anchor",
    "while scanning a tag",
    "while parsing a tag",
    "while scanning a block scalar",
    "while scanning a directive",
)
_COMMAND_PROBLEMS = (
    "found character that cannot start any token",
    "found undefined alias",
    "found undefined tag handle",
    "mapping keys are not allowed in this context",
)


def unclosed_quote(fault: Fault) -> Diagnostic | None:
    """A quote that the text ended in."""
    if fault.context == "while scanning a quoted scalar" and fault.problem.startswith("found unexpected"):
        return _quote_at(fault, fault.origin)
    return None


def _quote_at(fault: Fault, offset: int) -> Diagnostic:
    mark = fault.sheet.text[offset]
    name, value = split_line(fault.line_at(offset).text)
    hint = "Поставьте вторую такую же там, где кончается значение."
    if value.startswith(mark):
        hint = f"Закройте её в конце значения: {name}{shortened(value)}{mark}"
    message = f"кавычка {mark} открыта, но не закрыта"
    return fault.report(syntax_codes.UNCLOSED_QUOTE, offset, message, hint)


def backslash(fault: Fault) -> Diagnostic | None:
    """An escape that does not exist."""
    if fault.context != "while parsing a quoted scalar":
        return None
    name, value = split_line(fault.line.text)
    single = f"{name}'" + shortened(unquoted(value)).replace("'", "''") + "'"
    message = "обратная косая черта в двойных кавычках – команда, и такой команды нет"
    return fault.report(
        syntax_codes.BACKSLASH, fault.offset, message, f"Возьмите в одинарные кавычки: {single}"
    )


def text_after_quote(fault: Fault) -> Diagnostic | None:
    """Text right after a closing quote; the quote may have been meant to open, the one above not closed."""
    if not _stopped_in_block(fault) or not fault.before.strip():
        return None
    token = _quoted_token_before(fault)
    if token is None:
        return None
    if fault.line_at(token[0]).start != fault.line.start:
        return _quote_at(fault, token[0])
    value = split_line(fault.line.text)[1]
    hint = f"Замените кавычки «ёлочками» или возьмите всё значение в другие: {_in_other_quotes(value)}"
    message = "после закрывающей кавычки есть ещё текст"
    rest = len(fault.line.text) - len(fault.before)
    return fault.report(syntax_codes.TEXT_AFTER_QUOTE, fault.offset, message, hint, length=rest)


def _in_other_quotes(value: str) -> str:
    line = shortened(value)
    return f'"{line}"' if '"' not in line and "\\" not in line else "'" + line.replace("'", "''") + "'"


def _quoted_token_before(fault: Fault) -> tuple[int, int] | None:
    """Offsets of the quoted text that ends right before the fault."""
    parser = CParser(fault.sheet.text)
    last = None
    while (token := parser.get_token()) is not None and token.start_mark.index < fault.offset:
        last = token
    parser.dispose()
    if isinstance(last, ScalarToken) and last.style in {"'", '"'}:
        return last.start_mark.index, last.end_mark.index
    return None


def bracket(fault: Fault) -> Diagnostic | None:
    """A bracket without its pair, or a text that begins with one."""
    if fault.context.startswith("while parsing a flow") and fault.problem.startswith(
        "did not find expected ','"
    ):
        return _open_bracket(fault)
    if (
        fault.context == "while parsing a flow node"
        and not fault.character
        and (opened := _still_open(fault))
    ):
        return _open_bracket(replace(fault, origin=opened[-1]))
    if fault.context == "while parsing a flow node" and fault.character == ",":
        hint = "Между значениями в скобках ставят одну запятую."
        return fault.report(syntax_codes.UNREADABLE, fault.offset, "лишняя запятая", hint)
    if fault.character in {"]", "}"} and fault.problem.startswith("did not find expected"):
        hint = "Уберите её или добавьте парную в начале значения."
        message = f"скобка {fault.character} лишняя: открывающей пары у неё нет"
        return fault.report(syntax_codes.UNCLOSED_BRACKET, fault.offset, message, hint)
    if _stopped_in_block(fault) and fault.before.rstrip()[-1:] in {"]", "}"}:
        return _command(fault, fault.line.start + fault.line.text.find(split_line(fault.line.text)[1]))
    return None


def _still_open(fault: Fault) -> list[int]:
    """Offsets of the brackets that are open where the text ends, the innermost last."""
    parser = CParser(fault.sheet.text)
    opened: list[int] = []
    while (token := parser.get_token()) is not None:
        if isinstance(token, FlowSequenceStartToken | FlowMappingStartToken):
            opened.append(token.start_mark.index)
        elif isinstance(token, FlowSequenceEndToken | FlowMappingEndToken):
            del opened[-1:]
    parser.dispose()
    return opened


def _open_bracket(fault: Fault) -> Diagnostic:
    opened = fault.sheet.text[fault.origin]
    line = fault.line_at(fault.origin).text
    if line.count('"') % 2:
        return _quote_at(fault, fault.line_at(fault.origin).start + line.rindex('"'))
    closing = _PAIRS.get(opened, "]")
    if fault.character in {"]", "}"}:
        message = f"скобка {opened} открыта, а закрыта другой: {fault.character}"
    else:
        message = f"скобка {opened} открыта, но не закрыта"
    hint = (
        f"Поставьте {closing} там, где кончается перечисление. Если это просто текст, возьмите его в кавычки."
    )
    return fault.report(syntax_codes.UNCLOSED_BRACKET, fault.origin, message, hint)


def reserved_start(fault: Fault) -> Diagnostic | None:
    """A value that begins with a character which is a command."""
    if fault.context in _COMMAND_CONTEXTS:
        return _command(fault, fault.origin)
    if fault.problem == "did not find expected <document start>" and fault.sheet.text.startswith("%"):
        return _command(fault, 0)
    if fault.problem in _COMMAND_PROBLEMS or fault.problem == "did not find expected node content":
        return _command(fault, fault.offset)
    return None


def _command(fault: Fault, offset: int) -> Diagnostic:
    line, mark = fault.line_at(offset), fault.sheet.text[offset : offset + 1]
    if mark in {">", "|"}:
        message = f"после «{mark}» текст начинают со следующей строки, с отступом"
        hint = f"Перенесите текст на новую строку или, если «{mark}» – часть текста, возьмите его в кавычки."
        return fault.report(syntax_codes.RESERVED_START, offset, message, hint)
    if line.content == offset and re.match(r"\*\s", line.text[line.indent :]):
        hint = f"Напишите так: - {shortened(line.text.strip()[1:])}"
        return fault.report(
            syntax_codes.LIST_ITEM, offset, "пункты списка в шапке начинают с дефиса, не с «*»", hint
        )
    message = f"значение начинается с «{mark}», для программы это команда"
    hint = f"Возьмите значение в кавычки: {with_quoted_value(line.text)}"
    if line.content == offset:
        message = f"строка начинается с «{mark}», для программы это команда"
        hint = f"{BODY_HINT}; если это значение, возьмите его в кавычки: {quoted_value(line.text)}"
    return fault.report(syntax_codes.RESERVED_START, offset, message, hint)


def several_documents(fault: Fault) -> Diagnostic | None:
    """More than one YAML document in the text."""
    second = "expected a single document" in fault.context
    ended = fault.problem == "did not find expected <document start>" and re.search(
        r"^\.\.\.\s*$", fault.sheet.text[: fault.offset], re.MULTILINE
    )
    if not second and not ended:
        return None
    mark = fault.sheet.text[: fault.offset].rfind("\n...") + 1 if ended else fault.offset
    message = "здесь программа видит конец одной записи и начало другой"
    hint = "Оставьте в файле одну запись: уберите эту строку или разнесите записи по файлам."
    return fault.report(reading_codes.SEVERAL_DOCUMENTS, mark, message, hint, length=3)


def _stopped_in_block(fault: Fault) -> bool:
    return fault.problem in {"did not find expected key", "did not find expected '-' indicator"}


PUNCTUATION = (several_documents, unclosed_quote, backslash, text_after_quote, bracket, reserved_start)
