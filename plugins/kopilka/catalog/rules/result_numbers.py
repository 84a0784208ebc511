"""Numbers of a result make a story: what was, what became, of how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of
from kopilka.records.quantities import Result
from kopilka.russian import decimal

HALF_RESULT = Code(
    "K222",
    "half-result",
    Severity.WARNING,
    "Есть «было», нет «стало»",
    "Страница показывает, что изменилось: одного числа до начала для этого мало.",
    "results:\n  - what: Находят неявное\n    unit: '%'\n    before: 41",
    "results:\n  - what: Находят неявное\n    unit: '%'\n    before: 41\n    after: 63",
)
MORE_THAN_ALL = Code(
    "K223",
    "more-than-all",
    Severity.ERROR,
    "Больше, чем всего",
    "«15 из 14» – опечатка, и читатель перестанет верить остальным числам.",
    "results:\n  - what: Учителя, которые ведут карты\n    unit: человек\n    after: 15\n    out_of: 14",
    "results:\n  - what: Учителя, которые ведут карты\n    unit: человек\n    after: 9\n    out_of: 14",
)
WORSE_RESULT = Code(
    "K224",
    "worse-result",
    Severity.ADVICE,
    "Стало меньше, чем было",
    "Если меньше – лучше (ошибки, отказы, пропуски), скажите об этом, и страница покажет улучшение. Если "
    "стало хуже, "
    "честно расскажите об этом в тексте.",
    "results:\n  - what: Не приступают к задаче\n    unit: '%'\n    before: 27\n    after: 12",
    "results:\n  - what: Не приступают к задаче\n    unit: '%'\n    before: 27\n    after: 12\n    "
    "less_is_better: true",
)
NO_UNIT = Code(
    "K225",
    "result-without-unit",
    Severity.WARNING,
    "У результата нет единицы",
    "41 и 63 – это проценты, баллы или дети? Без единицы числа не сравнить.",
    "results:\n  - what: Находят неявное\n    before: 41\n    after: 63",
    "results:\n  - what: Находят неявное\n    unit: '%'\n    before: 41\n    after: 63",
)
CODES = (HALF_RESULT, MORE_THAN_ALL, WORSE_RESULT, NO_UNIT)


SHAPES = (("before", "after", "out_of", "unit"),)


def check(entry: Entry, path: Path, result: Result, around: Surroundings) -> Iterable[Diagnostic]:  # noqa: ARG001
    """A result with numbers; results in words are not judged here."""
    before, after = result.before, result.after
    if before is None and after is None:
        return ()
    if before is not None and after is not None and after >= before and result.unit and result.out_of is None:
        return ()
    return [*_incomplete(entry, path, result), *_compared(entry, path, result)]


def _incomplete(entry: Entry, path: Path, result: Result) -> Iterator[Diagnostic]:
    if result.after is None:
        hint = "Впишите after или уберите before, если после ещё не измеряли."
        message = f"{_label(entry, path)}: есть «было», нет «стало»"
        yield at_path(entry, HALF_RESULT, (*path, "before"), message, hint=hint)
    if result.unit is None:
        place = (*path, "before" if result.after is None else "after")
        hint = "Добавьте unit: '%', балл, человек."
        yield at_path(entry, NO_UNIT, place, f"{_label(entry, path)}: число без единицы", hint=hint)


def _label(entry: Entry, path: Path) -> str:
    return f"поле {label_of(type(entry.record), path)}"


def _compared(entry: Entry, path: Path, result: Result) -> Iterator[Diagnostic]:
    for name in ("before", "after"):
        value = getattr(result, name)
        if value is not None and result.out_of is not None and value > result.out_of:
            message = f"{_label(entry, path)}: {decimal(value)} из {decimal(result.out_of)}"
            yield at_path(entry, MORE_THAN_ALL, (*path, name), message, hint="Проверьте оба числа.")
    if (
        result.before is None
        or result.after is None
        or result.less_is_better
        or result.after >= result.before
    ):
        return
    message = f"{_label(entry, path)}: было {decimal(result.before)}, стало {decimal(result.after)}"
    hint = "Если чем меньше, тем лучше, добавьте less_is_better: true."
    yield at_path(entry, WORSE_RESULT, (*path, "after"), message, hint=hint)
