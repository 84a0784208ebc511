"""pydantic's findings in Russian: a function an error type gives the code, the sentence and the remedy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from kopilka.diagnostics import Code
from kopilka.records import field_codes as codes
from kopilka.records.registry import Vocabulary
from kopilka.records.suggest import suggest
from kopilka.russian import Forms, count, quote

CHARACTERS: Forms = ("знак", "знака", "знаков")
VALUES: Forms = ("значение", "значения", "значений")


@dataclass(frozen=True, slots=True)
class Explained:
    """A problem in words."""

    code: Code
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Finding:
    label: str
    input: Any
    ctx: Mapping[str, Any]
    vocabularies: Mapping[str, Vocabulary]

    @property
    def field(self) -> str:
        return f"поле {self.label}"


def explain(problem: ErrorDetails, label: str, vocabularies: Mapping[str, Vocabulary]) -> Explained:
    """The problem in the words of a colleague; `label` is the place in Russian, quoted."""
    finding = _Finding(label, problem.get("input"), problem.get("ctx", {}), vocabularies)
    teller = _TELLERS.get(problem["type"])
    return (
        teller(finding) if teller else Explained(codes.WRONG_FORM, f"{finding.field} – значение не подходит")
    )


def _missing(finding: _Finding) -> Explained:
    return Explained(codes.MISSING, f"не заполнено {finding.field}", "Поле обязательное: добавьте его.")


def _too_short(finding: _Finding) -> Explained:
    length, least = len(str(finding.input).strip()), finding.ctx["min_length"]
    if length == 0:
        return Explained(
            codes.TOO_SHORT, f"{finding.field} пустое", "Заполните его или уберите строку целиком."
        )
    return Explained(
        codes.TOO_SHORT,
        f"{finding.field} – {count(length, CHARACTERS)}, нужно от {least}",
        f"Добавьте ещё хотя бы {count(least - length, CHARACTERS)}.",
    )


def _too_long(finding: _Finding) -> Explained:
    length, most = len(str(finding.input).strip()), finding.ctx["max_length"]
    return Explained(
        codes.TOO_LONG,
        f"{finding.field} – {count(length, CHARACTERS)}, можно до {most}",
        "Сократите; подробности оставьте для текста записи.",
    )


def _list_short(finding: _Finding) -> Explained:
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


def _list_long(finding: _Finding) -> Explained:
    actual, most = finding.ctx.get("actual_length") or len(finding.input), finding.ctx["max_length"]
    return Explained(
        codes.LIST_LENGTH,
        f"{finding.field} – {count(actual, VALUES)}, можно до {most}",
        "Оставьте самые важные.",
    )


def _text_expected(finding: _Finding) -> Explained:
    if finding.input is None:
        return Explained(
            codes.WRONG_TYPE, f"{finding.field} пустое", "Заполните его или уберите строку целиком."
        )
    if isinstance(finding.input, (list, dict)):
        return Explained(
            codes.WRONG_TYPE,
            f"{finding.field} – нужен текст, а здесь список",
            "Запишите одной строкой, без дефиса.",
        )
    return Explained(
        codes.WRONG_TYPE,
        f"{finding.field} – нужен текст, а здесь {_shown(finding.input)}",
        f"Возьмите значение в кавычки: '{finding.input}'.",
    )


def _list_expected(finding: _Finding) -> Explained:
    return Explained(
        codes.WRONG_TYPE,
        f"{finding.field} – нужен список",
        "Каждое значение – с новой строки, после дефиса и пробела: «- значение».",
    )


def _group_expected(finding: _Finding) -> Explained:
    return Explained(
        codes.WRONG_TYPE,
        f"{finding.field} – нужны подписанные значения, а здесь {_shown(finding.input)}",
        "Запишите каждое с новой строки и с отступом: «ключ: значение».",
    )


def _number_expected(finding: _Finding) -> Explained:
    return Explained(
        codes.WRONG_TYPE,
        f"{finding.field} – нужно число, а здесь {_shown(finding.input)}",
        "Оставьте только цифры; дробную часть отделяйте точкой.",
    )


def _bool_expected(finding: _Finding) -> Explained:
    return Explained(
        codes.WRONG_TYPE,
        f"{finding.field} – нужно true или false, а здесь {_shown(finding.input)}",
        "true – да, false – нет.",
    )


def _choice(finding: _Finding) -> Explained:
    allowed = [
        word.strip().strip("'") for word in str(finding.ctx["expected"]).replace(" or ", ", ").split(",")
    ]
    near = suggest(str(finding.input), allowed) or _by_start(str(finding.input), allowed)
    hint = f"Возможно, вы имели в виду {quote(near)}." if near else f"Можно: {', '.join(allowed)}."
    return Explained(
        codes.WRONG_VALUE, f"{finding.field} – значение {_shown(finding.input)} не подходит", hint
    )


def _by_start(written: str, allowed: list[str]) -> str | None:
    found = [word for word in allowed if len(written) > 2 and word.casefold().startswith(written.casefold())]
    return found[0] if found else None


def _range(sign: str) -> Callable[[_Finding], Explained]:
    def tell(finding: _Finding) -> Explained:
        limit = next(iter(finding.ctx.values()))
        return Explained(
            codes.OUT_OF_RANGE,
            f"{finding.field} – {finding.input}, нужно {sign} {limit:g}",
            "Проверьте число и единицу.",
        )

    return tell


def _pattern(finding: _Finding) -> Explained:
    form = _FORMS.get(finding.ctx.get("pattern", ""), "посмотрите пример в справочнике полей")
    return Explained(
        codes.WRONG_FORM,
        f"{finding.field} – {_shown(finding.input)} записано не по форме",
        f"Нужно так: {form}.",
    )


_FORMS = {
    r"^([01]\d|2[0-3]):[0-5]\d$": "'09:30', время в кавычках",
    r"^\d{4}/\d{2}$": "'2024/25'",
    r"^\d+(\.\d+)*$": "'1' или '2.7', номер в кавычках",
    r"^[^@\s]+@[^@\s]+\.[^@\s]+$": "info@example.org",
}


def _slug(finding: _Finding) -> Explained:
    return Explained(
        codes.WRONG_FORM,
        f"{finding.field} – {_shown(finding.input)} не годится в идентификаторы",
        "Малые латинские буквы, цифры и дефис: shkola-376.",
    )


def _term(finding: _Finding) -> Explained:
    vocabulary = finding.vocabularies.get(finding.ctx["vocabulary"])
    written = finding.ctx["written"]
    if not isinstance(written, str):
        return _text_expected(finding)
    if vocabulary is None:
        return Explained(codes.UNKNOWN_TERM, f"{finding.field}: нет словаря «{finding.ctx['vocabulary']}»")
    near = suggest(written, vocabulary.names)
    if near:
        hint = f"Возможно, вы имели в виду {quote(vocabulary.by_id[vocabulary.find(near) or ''].label)}."
    else:
        shown = ", ".join(term.label for term in vocabulary.terms[:8])
        more = " …" if len(vocabulary.terms) > 8 else ""
        hint = f"Есть: {shown}{more}. Весь список – registry/vocabularies/{vocabulary.id}.yml."
    return Explained(
        codes.UNKNOWN_TERM,
        f"{finding.field}: слова {quote(written)} нет в словаре «{vocabulary.label}»",
        hint,
    )


def _date_form(finding: _Finding) -> Explained:
    better = finding.ctx["better"]
    hint = (
        f"Пишите так: {better}."
        if better
        else "Пишите год, год-месяц или год-месяц-день: 2024, 2024-09, 2024-09-01."
    )
    return Explained(codes.DATE_FORM, f"{finding.field} – {_shown(finding.input)} не похоже на дату", hint)


def _date_calendar(finding: _Finding) -> Explained:
    return Explained(
        codes.DATE_CALENDAR,
        f"{finding.field} – дня {finding.ctx['written']} нет в календаре",
        "Проверьте день и месяц.",
    )


def _date_year(finding: _Finding) -> Explained:
    return Explained(
        codes.DATE_YEAR, f"{finding.field} – год в дате {finding.ctx['written']} невозможен", "Проверьте год."
    )


def _party(finding: _Finding) -> Explained:
    return Explained(
        codes.TOO_LONG, f"{finding.field} – слишком длинно", "Назовите исполнителя короче, до 200 знаков."
    )


def _shown(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "список"
    if isinstance(value, dict):
        return "подписанные значения"
    if value is None:
        return "пусто"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return quote(text if len(text) <= 40 else text[:39] + "…")


_TELLERS: dict[str, Callable[[_Finding], Explained]] = {
    "missing": _missing,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "too_short": _list_short,
    "too_long": _list_long,
    "string_type": _text_expected,
    "tuple_type": _list_expected,
    "list_type": _list_expected,
    "model_type": _group_expected,
    "model_attributes_type": _group_expected,
    "int_type": _number_expected,
    "int_parsing": _number_expected,
    "int_from_float": _number_expected,
    "float_type": _number_expected,
    "float_parsing": _number_expected,
    "finite_number": _number_expected,
    "bool_type": _bool_expected,
    "bool_parsing": _bool_expected,
    "enum": _choice,
    "literal_error": _choice,
    "greater_than": _range("больше"),
    "greater_than_equal": _range("не меньше"),
    "less_than": _range("меньше"),
    "less_than_equal": _range("не больше"),
    "string_pattern_mismatch": _pattern,
    "slug_form": _slug,
    "unknown_term": _term,
    "date_form": _date_form,
    "date_calendar": _date_calendar,
    "date_year": _date_year,
    "party_length": _party,
}
