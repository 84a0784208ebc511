"""No child is named in full."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text
from kopilka.catalog.people import children_of
from kopilka.diagnostics import Code, Diagnostic, Severity

CHILD_NAME = Code(
    "K617",
    "child-name",
    Severity.ERROR,
    "Ребёнок назван по имени и фамилии",
    "Имя и фамилия ученика вместе со школой и классом – персональные данные ребёнка, и согласие на них "
    "дают родители. "
    "Опыту имя не нужно: довольно «ученик 5 класса» или одного имени, лучше изменённого.",
    "Ученица 5 класса Мария Примерова предложила свой вопрос.",
    "Ученица 5 класса предложила свой вопрос.",
)
CODES = (CHILD_NAME,)
WORDS = ("похоже, здесь имя и фамилия ребёнка: {shown}", "Оставьте «ученик 5 класса» или одно имя.")


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """A given name and a surname beside the word for a pupil or beside a class."""
    message, hint = WORDS
    told = set()
    for child in children_of(written):
        if child.offset not in told:
            told.add(child.offset)
            said = message.format(shown=child.text)
            yield at_text(written, CHILD_NAME, child.offset, len(child.text), said, hint=hint)
