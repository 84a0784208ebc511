"""What to say of values that mean nothing here: unknown words, wrong forms, impossible dates."""

from __future__ import annotations

from collections.abc import Callable

from kopilka.records import field_codes as codes
from kopilka.records.finding import Explained, Finding, shown
from kopilka.records.shape_troubles import text_expected
from kopilka.records.status import Status
from kopilka.records.suggest import suggest
from kopilka.russian import quote

_RUSSIAN = {status.label: status.value for status in Status} | {
    "урок": "lesson",
    "день": "day",
    "неделя": "week",
    "месяц": "month",
    "четверть": "quarter",
    "полугодие": "half-year",
    "год": "year",
    "один раз": "once",
    "имя": "name",
    "должность": "position",
    "почта": "email",
    "фото": "photo",
    "видео": "video",
    "модели": "models",
    "мероприятия": "meetings",
    "обобщение опыта": "publications",
    "никого": "none",
    "взрослые": "adults",
    "дети": "children",
    "на сайте": "site",
    "в печати": "print",
    "в копии сайта для флешки": "offline",
    "общественное достояние": "public-domain",
    "с разрешения автора": "permission",
}
"""What the words that fields accept mean: people write them in Russian, and the list of them is shown so."""

_MEANINGS = {word: meaning for meaning, word in _RUSSIAN.items()}


def word_of(meaning: str) -> str:
    """The Russian word for a value that fields accept; the value itself where there is none."""
    return _MEANINGS.get(meaning, meaning)


def choice(finding: Finding) -> Explained:
    """A word that is not among those a field accepts."""
    expected = str(finding.ctx["expected"]).replace(" or ", ", ")
    allowed = [word.strip().strip("'") for word in expected.split(",")]
    written = str(finding.input)
    russian = {meaning: word for meaning, word in _RUSSIAN.items() if word in allowed}
    near = suggest(written, allowed) or _by_start(written, allowed) or suggest(written, russian)
    near = russian.get(near, near) if near else None
    if near:
        hint = f"Возможно, вы имели в виду {quote(near)}."
    else:
        hint = f"Можно: {', '.join(_with_meaning(word) for word in allowed)}."
    return Explained(
        codes.WRONG_VALUE, f"{finding.field} – значение {shown(finding.input)} не подходит", hint
    )


def _with_meaning(word: str) -> str:
    return f"{word} ({_MEANINGS[word]})" if word in _MEANINGS else word


def _by_start(written: str, allowed: list[str]) -> str | None:
    found = [word for word in allowed if len(written) > 2 and word.casefold().startswith(written.casefold())]
    return found[0] if found else None


def out_of_range(sign: str) -> Callable[[Finding], Explained]:
    """A number beyond a limit; `sign` is how the limit is told."""

    def tell(finding: Finding) -> Explained:
        limit = next(iter(finding.ctx.values()))
        return Explained(
            codes.OUT_OF_RANGE,
            f"{finding.field} – {finding.input}, нужно {sign} {limit:g}",
            "Проверьте число и единицу.",
        )

    return tell


def form(finding: Finding) -> Explained:
    """A text that is not written by its pattern."""
    right = FORMS.get(finding.ctx.get("pattern", ""), "посмотрите пример в справочнике полей")
    return Explained(
        codes.WRONG_FORM,
        f"{finding.field} – {shown(finding.input)} записано не по форме",
        f"Нужно так: {right}.",
    )


FORMS = {
    r"^([01]\d|2[0-3]):[0-5]\d$": "'09:30', время в кавычках",
    r"^\d{4}/\d{2}$": "'2024/25'",
    r"^\d+(\.\d+)*$": "'1' или '2.7', номер в кавычках",
    r"^K\d{3}$": "K712, латинская K и три цифры",
    r"^[^@\s]+@[^@\s]+\.[^@\s]+$": "info@example.org",
}
"""The right form for every pattern of the models."""


def slug(finding: Finding) -> Explained:
    """A text that cannot be an id."""
    return Explained(
        codes.WRONG_FORM,
        f"{finding.field} – {shown(finding.input)} не годится в идентификаторы",
        "Малые латинские буквы, цифры и дефис: shkola-376.",
    )


def term(finding: Finding) -> Explained:
    """A word that its vocabulary does not know."""
    vocabulary = finding.vocabularies.get(finding.ctx["vocabulary"])
    written = finding.ctx["written"]
    if isinstance(written, (list, dict)) or written is None:
        return text_expected(finding)
    if vocabulary is None:
        return Explained(
            codes.UNKNOWN_TERM,
            f"{finding.field}: нет словаря «{finding.ctx['vocabulary']}»",
            f"Добавьте файл registry/vocabularies/{finding.ctx['vocabulary']}.yml.",
        )
    near = suggest(str(written), vocabulary.names)
    if near:
        hint = f"Возможно, вы имели в виду {quote(vocabulary.by_id[vocabulary.find(near) or ''].label)}."
    else:
        some = "; ".join(item.label for item in vocabulary.terms[:8])
        more = " и другие" if len(vocabulary.terms) > 8 else ""
        hint = f"Есть: {some}{more}. Весь список – registry/vocabularies/{vocabulary.id}.yml."
    message = f"{finding.field}: слова {shown(written)} нет в словаре «{vocabulary.label}»"
    return Explained(codes.UNKNOWN_TERM, message, hint)


def date_form(finding: Finding) -> Explained:
    """Something that is no date, or a date in another order."""
    better = finding.ctx["better"]
    hint = (
        f"Пишите так: {better}."
        if better
        else "Пишите год, год-месяц или год-месяц-день: 2024, 2024-09, 2024-09-01."
    )
    return Explained(codes.DATE_FORM, f"{finding.field} – {shown(finding.input)} не похоже на дату", hint)


def date_calendar(finding: Finding) -> Explained:
    """A day that no calendar has."""
    return Explained(
        codes.DATE_CALENDAR,
        f"{finding.field} – дня {finding.ctx['written']} нет в календаре",
        "Проверьте день и месяц.",
    )


def date_year(finding: Finding) -> Explained:
    """A year out of all reason."""
    return Explained(
        codes.DATE_YEAR, f"{finding.field} – год в дате {finding.ctx['written']} невозможен", "Проверьте год."
    )


def party(finding: Finding) -> Explained:
    """The name of an executor that is a story."""
    return Explained(
        codes.TOO_LONG, f"{finding.field} – слишком длинно", "Назовите исполнителя короче, до 200 знаков."
    )
