"""Says in plain words why the YAML library stopped: it names symptoms, people need cause and remedy."""

from __future__ import annotations

import re

from yaml import MarkedYAMLError

from kopilka.diagnostics import Diagnostic
from kopilka.records import reading_codes, syntax_codes
from kopilka.records.fault import BODY_HINT, Fault, Line
from kopilka.records.punctuation import PUNCTUATION
from kopilka.records.quoting import shortened, split_line, with_quoted_value
from kopilka.records.sheet import Sheet
from kopilka.russian import count, quote

_NO_SPACE = re.compile(r"[ ]*(?:-[ ]+)*[A-Za-z_]\w*(:)(?=[^\s:/])")
_NO_SPACE_DASH = re.compile(r"[ ]*(-)(?=[^\s-])")
_HARD_SPACE = re.compile(r"[ ]*(?:(\u00a0)|-(\u00a0)|[^:\n]*:(\u00a0))")
_TABS = re.compile(r"[ ]*(\t+)")
_FIELD_NAME = re.compile(r"[ ]*(?:-[ ]+)*[A-Za-z_][\w-]*[ ]*\Z")
_PROSE_COLON = re.compile(r" +[^\s:'\"#-][^:]*\s[^:]*(:)\s")
_PROSE = re.compile(r"[A-ZА-ЯЁ#>*!«][^\n]*\s\S+\s\S")
_UNEVEN = "отступ этой строки не такой, как у соседних"
_SPACES = ("пробел", "пробела", "пробелов")


def explain(sheet: Sheet, error: MarkedYAMLError) -> Diagnostic:
    """The diagnostic for a text that is no YAML: the first cause that fits, the most telling first."""
    fault = Fault.of(sheet, error)
    for cause in _CAUSES:
        found = cause(fault)
        if found:
            return found
    hint = "Сравните эту строку и строку выше с готовой записью: двоеточия, кавычки, скобки и отступы."
    return fault.report(syntax_codes.UNREADABLE, fault.offset, "разобрать написанное здесь не удалось", hint)


def explain_no_fields(sheet: Sheet) -> Diagnostic:
    """The diagnostic for a header that is a text or a list instead of fields."""
    start = len(sheet.text) - len(sheet.text.lstrip())
    fault = Fault(sheet, "", "", start, start)
    unspaced = _unspaced(fault, fault.line)
    if unspaced:
        return unspaced
    what = "список" if fault.line.is_item or fault.character == "[" else "просто текст"
    hint = "Каждая строка – имя поля, двоеточие, пробел и значение, например title: Школа наставника"
    return fault.report(reading_codes.NOT_A_MAPPING, start, f"в шапке {what}, а нужны поля", hint)


def _tab(fault: Fault) -> Diagnostic | None:
    match = _TABS.match(fault.line.text)
    if match:
        hint = f"Замените Tab пробелами, по два на каждый уровень: «  {shortened(fault.line.text)}»"
        place = fault.line.start + match.start(1)
        return fault.report(syntax_codes.TAB, place, "отступ сделан клавишей Tab", hint, length=len(match[1]))
    if fault.character == "\t":
        return fault.report(
            syntax_codes.TAB, fault.offset, "здесь табуляция вместо пробела", "Замените её пробелом."
        )
    return None


def _hard_space(fault: Fault) -> Diagnostic | None:
    for line in (fault.line, fault.above):
        match = _HARD_SPACE.match(line.text) if line else None
        if line and match and match.lastindex:
            place = line.start + match.start(match.lastindex)
            hint = "Сотрите его и наберите заново клавишей «пробел»."
            return fault.report(
                syntax_codes.NO_SPACE, place, "здесь неразрывный пробел, а нужен обычный", hint
            )
    return None


def _unspaced(fault: Fault, line: Line) -> Diagnostic | None:
    for pattern, name in ((_NO_SPACE, "двоеточия"), (_NO_SPACE_DASH, "чёрточки")):
        match = pattern.match(line.text)
        if match:
            right = f"{line.text[: match.end(1)]} {line.text[match.end(1) :]}"
            hint = f"Поставьте пробел: {shortened(right)}"
            place = line.start + match.start(1)
            return fault.report(syntax_codes.NO_SPACE, place, f"нет пробела после {name}", hint)
    return None


def _second_colon(fault: Fault) -> Diagnostic | None:
    if not fault.problem.startswith("mapping values"):
        return None
    if re.search(r":\s", fault.before):
        hint = f"Возьмите значение в кавычки: {with_quoted_value(fault.line.text)}"
        message = "второе двоеточие в строке: программа ждёт за ним ещё одно значение"
        return fault.report(syntax_codes.COLON_IN_VALUE, fault.offset, message, hint)
    return _inside_value(fault) or _after_unfinished_line(fault)


def _inside_value(fault: Fault) -> Diagnostic | None:
    """A line that YAML takes for the continuation of the value above it."""
    owner = fault.owner(fault.line)
    if owner is None or not split_line(owner.text)[1]:
        return None
    if fault.line.is_item:
        return _misplaced_item(fault)
    if _FIELD_NAME.match(fault.before):
        if owner.is_item and not split_line(owner.text)[0].endswith(": "):
            return _nameless_item(fault, owner)
        return _shifted(
            fault, owner.indent + 2 * owner.is_item, "строка сдвинута вправо и приклеилась к значению выше"
        )
    message = "двоеточие внутри длинного значения: программа ждёт за ним ещё одно"
    hint = (
        "Поставьте после имени поля знак >- и начните весь текст со следующей строки: "
        f"{split_line(owner.text)[0]}>-"
    )
    return fault.report(syntax_codes.COLON_IN_VALUE, fault.offset, message, hint)


def _nameless_item(fault: Fault, item: Line) -> Diagnostic:
    """`- text` with fields below: its own first field has no name."""
    text = item.text.strip()[1:].strip()
    hint = f"Впишите имя первого поля: - имя: {shortened(text)}"
    message = f"у этого пункта ниже есть поля, а сам он – просто текст: {quote(shortened(text))}"
    return fault.report(syntax_codes.NO_COLON, item.content, message, hint, length=len(item.text))


def _after_unfinished_line(fault: Fault) -> Diagnostic | None:
    above = fault.above
    if above is None:
        return None
    unspaced = _unspaced(fault, above)
    if unspaced or ":" not in above.text:
        return unspaced or _without_colon(fault, above)
    return _shifted(fault, above.indent, _UNEVEN)


def _no_colon(fault: Fault) -> Diagnostic | None:
    if fault.problem != "could not find expected ':'":
        return None
    line = fault.line_at(fault.origin)
    return _unspaced(fault, line) or _colon_above(fault, line) or _without_colon(fault, line)


def _colon_above(fault: Fault, line: Line) -> Diagnostic | None:
    """A text of several lines under its field whose first line YAML took for a field of its own."""
    above = next(iter(fault.lines_above(line)), None)
    match = _PROSE_COLON.match(above.text) if above and 0 < above.indent == line.indent else None
    if above is None or match is None:
        return None
    message = "двоеточие внутри длинного значения: программа приняла слова перед ним за имя поля"
    owner = fault.owner(above)
    field = f"{owner.text.strip()} >-" if owner else ">-"
    hint = f"Поставьте после имени поля знак >-, тогда двоеточия не мешают: {field}"
    return fault.report(syntax_codes.COLON_IN_VALUE, above.start + match.start(1), message, hint)


def _without_colon(fault: Fault, line: Line) -> Diagnostic:
    text = line.text.strip()
    message = f"в строке нет двоеточия: {quote(shortened(text))}"
    field = re.match(r"([A-Za-z_]\w*)\s+(\S.*)", text)
    if field:
        hint = f"Напишите так: {field[1]}: {shortened(field[2])}"
    elif "：" in text:
        hint = "Замените широкое двоеточие «：» обычным, за ним поставьте пробел."
    elif _PROSE.match(text) or _follows_body(fault, line):
        hint = f"{BODY_HINT}; если это продолжение значения, начните строку с двух пробелов."
    else:
        hint = (
            "Поле пишут так: имя, двоеточие, пробел, значение. Продолжение значения начинают с двух пробелов."
        )
    return fault.report(syntax_codes.NO_COLON, line.content, message, hint, length=len(text))


def _follows_body(fault: Fault, line: Line) -> bool:
    """Whether a blank line or a heading stands right above: so bodies look, not headers."""
    above = fault.sheet.text[: line.start].rstrip(" ").split("\n")[-2:-1]
    return bool(above) and above[0].strip()[:2] in {"", "##"}


def _shifted_start(fault: Fault) -> Diagnostic | None:
    if fault.problem != "did not find expected <document start>":
        return None
    first = fault.line_at(len(fault.sheet.text) - len(fault.sheet.text.lstrip("\n ")))
    hint = f"Уберите пробелы в её начале: {shortened(first.text)}"
    found = fault.report(syntax_codes.SHIFTED_INDENT, first.content, "первая строка сдвинута вправо", hint)
    return found if first.indent else None


def _without_name(fault: Fault) -> Diagnostic | None:
    if fault.character != ":" or fault.before.strip(" -"):
        return None
    hint = "Впишите имя поля, например title: Школа наставника"
    return fault.report(reading_codes.KEY_NOT_TEXT, fault.offset, "перед двоеточием нет имени поля", hint)


def _stray_item(fault: Fault) -> Diagnostic | None:
    on_key_line = fault.problem.startswith("block sequence entries")
    if on_key_line or (_begins_line(fault) and fault.line.is_item):
        return _misplaced_item(fault)
    return None


def _shifted_line(fault: Fault) -> Diagnostic | None:
    if not _begins_line(fault):
        return None
    item = next((above for above in fault.lines_above(fault.line) if above.is_item), None)
    if fault.problem == "did not find expected '-' indicator" and item:
        if item.indent < fault.line.indent:
            return _shifted(fault, item.indent + 2, _UNEVEN)
        message = "строка стоит вровень с пунктами списка, но начинается не с чёрточки"
        hint = "Если это пункт списка, начните его с «- »; если новое поле, выровняйте его по полям выше."
        return fault.report(syntax_codes.SHIFTED_INDENT, fault.offset, message, hint)
    above = fault.above
    return _shifted(fault, above.indent if above else 0, _UNEVEN)


def _begins_line(fault: Fault) -> bool:
    """Whether something unexpected stands at the beginning of a line."""
    return fault.problem.startswith("did not find expected") and not fault.before.strip()


def _misplaced_item(fault: Fault) -> Diagnostic:
    line = fault.line
    if not line.is_item and line.text[len(fault.before) :].strip() == "-":
        message = "одна чёрточка для программы – начало списка, а не значение"
        hint = (
            f"Возьмите её в кавычки: {with_quoted_value(line.text)}. Если значения нет, уберите поле совсем."
        )
        return fault.report(syntax_codes.RESERVED_START, fault.offset, message, hint)
    if not line.is_item:
        message = "пункт списка стоит на одной строке с именем поля"
        hint = (
            "Перенесите его на следующую строку, с отступом в два пробела: "
            f"{shortened(line.text[len(fault.before) :])}"
        )
        return fault.report(syntax_codes.LIST_ITEM, fault.offset, message, hint)
    sibling = next((above for above in fault.lines_above(line) if above.is_item), None)
    if sibling is None or sibling.indent == line.indent:
        message = "пункт списка стоит не под именем своего поля"
        hint = "Перед списком нужна строка с именем поля и двоеточием без значения, например themes:"
    else:
        message = "пункт списка стоит не под остальными"
        hint = f"Выровняйте чёрточки: перед этой нужно столько же пробелов, сколько выше ({sibling.indent})."
    return fault.report(syntax_codes.LIST_ITEM, line.content, message, hint)


def _shifted(fault: Fault, indent: int, message: str) -> Diagnostic:
    line = fault.line
    need = f"нужно {count(indent, _SPACES)}" if indent else "пробелы не нужны"
    hint = (
        f"Выровняйте по соседним полям: перед {quote(shortened(line.text, 30))} {need}, сейчас {line.indent}."
    )
    return fault.report(syntax_codes.SHIFTED_INDENT, line.content, message, hint)


_CAUSES = (
    _tab,
    _hard_space,
    *PUNCTUATION,
    _second_colon,
    _no_colon,
    _stray_item,
    _shifted_start,
    _without_name,
    _shifted_line,
)
