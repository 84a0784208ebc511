"""What to say of values of the wrong kind or size: missing, empty, too long, a word in place of a list."""

from __future__ import annotations

import re

from kopilka.records import field_codes as codes
from kopilka.records.finding import Explained, Finding, plain, shown
from kopilka.russian import Forms, count

CHARACTERS: Forms = ("знак", "знака", "знаков")
VALUES: Forms = ("значение", "значения", "значений")

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_ENUMERATION = re.compile(r"[^\[\]{}:#,;'\"]+(?:[,;][^\[\]{}:#,;'\"]+)*")
_YES = frozenset({"да", "yes", "y", "on", "есть", "+", "истина"})
_NO = frozenset({"нет", "no", "n", "off", "-", "ложь"})


def missing(finding: Finding) -> Explained:
    """A required field that is not there."""
    hint = f"Добавьте строку «{finding.key}: …». {finding.help}" if finding.help else "Добавьте это поле."
    return Explained(codes.MISSING, f"не заполнено поле {finding.label}", hint.strip())


def too_short(finding: Finding) -> Explained:
    """A text with too few characters, or none."""
    length, least = len(str(finding.input).strip()), finding.ctx["min_length"]
    if length == 0:
        return Explained(codes.TOO_SHORT, f"{finding.field} пустое", _fill(finding))
    return Explained(
        codes.TOO_SHORT,
        f"{finding.field} – {count(length, CHARACTERS)}, нужно от {least}",
        f"Добавьте ещё хотя бы {count(least - length, CHARACTERS)}.",
    )


def too_long(finding: Finding) -> Explained:
    """A text with too many characters."""
    length, most = len(str(finding.input).strip()), finding.ctx["max_length"]
    return Explained(
        codes.TOO_LONG,
        f"{finding.field} – {count(length, CHARACTERS)}, можно до {most}",
        "Сократите; подробности оставьте для текста записи.",
    )


def list_too_short(finding: Finding) -> Explained:
    """A list with too few values, or none."""
    actual, least = finding.ctx["actual_length"], finding.ctx["min_length"]
    if actual == 0:
        return Explained(
            codes.LIST_LENGTH, f"{finding.field} пустое", f"Нужно хотя бы {count(least, VALUES)}."
        )
    return Explained(
        codes.LIST_LENGTH,
        f"{finding.field} – {count(actual, VALUES)}, нужно от {least}",
        "Допишите недостающее.",
    )


def list_too_long(finding: Finding) -> Explained:
    """A list with too many values."""
    actual, most = finding.ctx.get("actual_length") or len(finding.input), finding.ctx["max_length"]
    return Explained(
        codes.LIST_LENGTH,
        f"{finding.field} – {count(actual, VALUES)}, можно до {most}",
        "Оставьте самые важные.",
    )


def text_expected(finding: Finding) -> Explained:
    """Something else in place of a text."""
    if finding.input is None:
        return Explained(codes.WRONG_TYPE, f"{finding.field} пустое", _fill(finding))
    message = f"{finding.field} – нужен текст, а здесь {shown(finding.input)}"
    if isinstance(finding.input, (list, dict)):
        return Explained(codes.WRONG_TYPE, message, "Запишите одной строкой, без скобок и дефисов.")
    return Explained(codes.WRONG_TYPE, message, f"Возьмите значение в кавычки: '{plain(finding.input)}'.")


def list_expected(finding: Finding) -> Explained:
    """One value in place of a list; words with commas are shown as the list they were meant to be."""
    message = f"{finding.field} – нужен список"
    written = finding.input
    if written is None:
        return Explained(codes.WRONG_TYPE, f"{finding.field} пустое", _fill(finding))
    if isinstance(written, dict):
        hint = "Поставьте перед каждой строкой списка дефис и пробел: «- ключ: значение»."
    elif isinstance(written, str) and _ENUMERATION.fullmatch(written) and len(written) <= 80:
        hint = f"Запишите так: [{', '.join(part.strip() for part in re.split('[,;]', written))}]"
    else:
        hint = "Каждое значение – с новой строки, после дефиса и пробела: «- значение»."
    return Explained(codes.WRONG_TYPE, message, hint)


def part_expected(finding: Finding) -> Explained:
    """A word in place of a part with its own fields."""
    if finding.input is None:
        return Explained(codes.WRONG_TYPE, f"{finding.field} пустое", _fill(finding))
    hint = "Запишите каждое с новой строки и с отступом: «ключ: значение»."
    if finding.parts:
        hint = f"{hint} Здесь бывают: {', '.join(finding.parts)}."
    message = f"{finding.field} – нужны подписанные значения, а здесь {shown(finding.input)}"
    return Explained(codes.WRONG_TYPE, message, hint)


def number_expected(finding: Finding) -> Explained:
    """Words in place of a number; a number among them is shown alone."""
    message = f"{finding.field} – нужно число, а здесь {shown(finding.input)}"
    numbers = _NUMBER.findall(str(finding.input)) if isinstance(finding.input, str) else []
    if len(numbers) == 1:
        return Explained(codes.WRONG_TYPE, message, f"Оставьте только число: {numbers[0].replace(',', '.')}")
    return Explained(codes.WRONG_TYPE, message, "Напишите цифрами; дробную часть отделяйте точкой.")


def whole_number_expected(finding: Finding) -> Explained:
    """A fraction in place of a whole number."""
    message = f"{finding.field} – нужно целое число, а здесь {shown(finding.input)}"
    return Explained(codes.WRONG_TYPE, message, "Округлите.")


def truth_expected(finding: Finding) -> Explained:
    """A word in place of true or false."""
    word = str(finding.input).strip().lower()
    meant = "true" if word in _YES else "false" if word in _NO else ""
    hint = f"Напишите {meant}." if meant else "Напишите true (да) или false (нет)."
    message = f"{finding.field} – нужно true или false, а здесь {shown(finding.input)}"
    return Explained(codes.WRONG_TYPE, message, hint)


def _fill(finding: Finding) -> str:
    if finding.required:
        return f"Заполните его. {finding.help}".strip()
    return "Заполните его или уберите строку целиком."
