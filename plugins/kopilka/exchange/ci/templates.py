"""What a person reads who opens a proposal or reports a mistake: said once, written as a forge wants it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kopilka.exchange.writing.emit import emit


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a report; `long` asks for several lines."""

    id: str
    label: str
    help: str
    required: bool = False
    long: bool = False


_PROPOSAL = """## Что меняется

<!-- Одной-двумя фразами: какая запись новая, что исправлено и почему. -->

## Откуда факты

<!-- Отчёт, приказ, страница организации. Для новой записи – кто её представил. -->

## Проверьте себя

- [ ] Взрослые названы по имени, только если дали согласие. Детей по имени нет.
- [ ] Нет телефонов, личной почты и домашних адресов.
- [ ] У картинок сказано, что на них, чьи они и на каких условиях.
- [ ] Текст и файлы можно распространять по лицензии {licence}, организация не против.

## Что будет дальше

1. Проверка начнётся сама и за несколько минут скажет, что поправить: где это и как.
2. Здесь же появится рассказ о том, что меняет предложение. Ошибки можно исправить, не открывая его заново.
3. Предложение прочтёт методист банка: примет, попросит уточнить или объяснит отказ.
4. Когда предложение примут, опубликованные записи появятся на сайте со следующей сборкой.
"""

REPORT_NAME = "Сообщить об ошибке"
REPORT_ABOUT = "Неточность, битая ссылка, опечатка, опыт изменился."
_REPORT_LEAD = (
    "Спасибо, что заметили: поможет даже одно слово. "
    "Телефонов, личной почты и имён детей не пишите, это увидят все."
)
_NEXT = (
    "Методист сверится с источником, поправит запись и ответит здесь. "
    "Если просите убрать имя или фотографию, сначала уберут, потом разберутся."
)
QUESTIONS = (
    Question(
        "place",
        "Где ошибка",
        "Адрес страницы или имя записи: оно стоит в самом низу страницы.",
        required=True,
    ),
    Question("wrong", "Что не так и как правильно", "Можно коротко.", required=True, long=True),
    Question("source", "Откуда вы это знаете", "Для цифр и дат нужен документ или ссылка."),
)


def proposal_text(licence: str) -> str:
    """The text that a proposal starts with."""
    return _PROPOSAL.format(licence=licence)


def report_text() -> str:
    """The report as a text to fill in."""
    return "\n".join(_report_lines())


def _report_lines() -> Iterator[str]:
    yield f"{_REPORT_LEAD}\n"
    for question in QUESTIONS:
        yield f"## {question.label}\n\n<!-- {question.help} -->\n"
    yield f"---\n\n{_NEXT}\n"


def report_form() -> str:
    """The report as a form of GitHub, Gitea and Forgejo."""
    body = [_words(_REPORT_LEAD), *(_field(question) for question in QUESTIONS), _words(_NEXT)]
    return emit({"name": REPORT_NAME, "description": REPORT_ABOUT, "title": "Ошибка: ", "body": body})


def _words(text: str) -> dict[str, Any]:
    return {"type": "markdown", "attributes": {"value": text}}


def _field(question: Question) -> dict[str, Any]:
    return {
        "type": "textarea" if question.long else "input",
        "id": question.id,
        "attributes": {"label": question.label, "description": question.help},
        "validations": {"required": question.required},
    }
