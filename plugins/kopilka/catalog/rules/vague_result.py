"""A result says what changed, and not that all went well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.catalog.parts import field_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of
from kopilka.records.quantities import Result
from kopilka.russian import quote

VAGUE_RESULT = Code(
    "K229",
    "vague-result",
    Severity.WARNING,
    "Результат – общие слова",
    "«Повысился уровень» и «и т. д.» подходят к любой работе. Читатель решает, стоит ли повторять: "
    "ему нужно, что изменилось, у кого и на сколько.",
    "results:\n  - what: Получены положительные результаты",
    "results:\n  - what: Находят в тексте неявное\n    unit: '%'\n    before: 41\n    after: 63",
)
CODES = (VAGUE_RESULT,)

SHAPES = (("before", "after", "out_of", "unit"),)

LISTS = ("results", "expected_results")
_TAIL = re.compile(r"\bи\s+(?:т\.\s?[дп]\.?|так далее|тому подобное|пр\.|прочее)\s*\Z", re.IGNORECASE)
_VAGUE = re.compile(
    r"\W*(?:(?:значительно|заметно|существенно|в целом)\s+)?(?:"
    r"(?:повы[сш]\w+|улучш\w+|вырос\w*|возрос\w*|рост|сформирован\w*|развит\w*)\s+(?:общ\w+\s+)?"
    r"(?:уров(?:ень|ня)|качеств[оа]|мотиваци[яи]|интерес\w*|активност[ьи]|компетентност[ьи]|профессионализм\w*|"
    r"эффективност[ьи])"
    r"(?:\s+(?:обучени[яе]|образовани[яе]|мотивации|знаний|учащихся|учеников|обучающихся|детей|педагогов|учителей|"
    r"работы|подготовки|компетенций|к\s+учёбе|к\s+учебе)){0,3}"
    r"|(?:получен\w*|достигнут\w*|есть|наблюда\w+|отмеча\w+|имеется)\s+"
    r"(?:положительн\w+|хорош\w+|высок\w+|поставленн\w+|значительн\w+)\s+"
    r"(?:результат\w*|динамик\w+|эффект\w*|отзыв\w*|цел[ьи]|изменени[яе]|улучшени[яе])"
    r"|положительн\w+\s+(?:динамик\w+|результат\w*|эффект\w*)|цел[ьи]\s+достигнут[аы]?|всё\s+получилось"
    r")\W*",
    re.IGNORECASE,
)

PATTERNS = {"tail": _TAIL, "whole": _VAGUE}
"""How such texts are known; the form on the site looks for them while they are typed."""

LONGEST = 150
"""Characters of a text that is looked at as a whole: a longer one has surely more to say."""

WORDS = ("{field}: {shown} – общие слова", "Скажите, что изменилось, у кого, на сколько и чем измеряли.")


def check(entry: Entry, path: Path, result: Result, around: Surroundings) -> Iterable[Diagnostic]:  # noqa: ARG001
    """A result without a number of its own."""
    if result.after is not None or result.before is not None or not is_vague(result.what):
        return ()
    return (_tell(entry, (*path, "what"), result.what),)


def check_texts(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Results that are plain texts."""
    for name in LISTS:
        for number, text in enumerate(field_of(entry.record, name)):
            if isinstance(text, str) and is_vague(text):
                yield _tell(entry, (name, number), text)


def is_vague(text: str) -> bool:
    """Whether a text without a number says only that all went well, or breaks off with «и т. д.»."""
    if any(sign.isdigit() for sign in text):
        return False
    return _TAIL.search(text) is not None or (len(text) <= LONGEST and _VAGUE.fullmatch(text) is not None)


def _tell(entry: Entry, path: Path, text: str) -> Diagnostic:
    shown = text if len(text) <= 60 else f"{text[:59]}…"
    field = f"поле {label_of(type(entry.record), path)}"
    message = WORDS[0].format(field=field, shown=quote(shown))
    return at_path(entry, VAGUE_RESULT, path, message, hint=WORDS[1])
