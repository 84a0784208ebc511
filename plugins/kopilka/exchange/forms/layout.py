"""The pages of a form in Word: how to fill it in, tables of fields by groups, the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kopilka.exchange.forms.bodies import AskedPart
from kopilka.exchange.forms.controls import ControlWriter
from kopilka.exchange.forms.fields import Control, FormField
from kopilka.exchange.forms.helps import help_of
from kopilka.exchange.forms.ooxml import Element, el, name_of, paragraph, run, words
from kopilka.exchange.forms.parts import SHADE
from kopilka.exchange.forms.values import words_of
from kopilka.records.base import Record
from kopilka.records.fields import Show
from kopilka.russian import capitalise

WIDE_FROM = 7
"""A table of so many columns and more stands on a page turned on its side."""
_GROUPS = {
    Show.HEAD: "Главное",
    Show.BRIEF: "Коротко о важном",
    Show.FACTS: "Сведения",
    Show.SECTION: "Подробно",
}
_TABLES = "Большие таблицы"
_WIDTH, _LONG_WIDTH, _LABEL = 9638, 14570, 3800
_SPARE = 3
_LONG = frozenset({Control.RICH, Control.RICHES, Control.LINES, Control.TEXT})
_HOW = (
    "Щёлкните по серым словам и пишите. Поля со звёздочкой * обязательны, остальные – если есть что сказать.",
    "Нужна ещё строка в таблице? Нажмите «+» у края последней; в LibreOffice вставьте строку ниже.",
    "Подписи не меняйте: по ним видно, где что. Телефоны и личную почту не пишите: банк открыт всем.",
)


class FormWriter:
    """Writes the text of one form."""

    def __init__(self, model: type[Record], fields: Sequence[FormField], controls: ControlWriter) -> None:
        self._model = model
        self._fields = fields
        self._controls = controls

    def body(self, data: Mapping[str, Any], parts: Sequence[AskedPart]) -> Element:
        """The element `w:body`."""
        kind = self._model.kind
        made = [words(f"{kind.label}: форма для банка практик", "Title")]
        made += [words(line, "KopilkaHelp") for line in _HOW]
        wide = [field for field in self._fields if _is_wide(field)]
        number = 0
        for show, title in _GROUPS.items():
            group = [field for field in self._fields if field.declared.show is show and field not in wide]
            if group:
                number += 1
                made.append(words(f"{number}. {title}", "Heading1"))
                made.extend(self._group(group, data))
        if wide:
            number += 1
            made.append(_section_end(_page()))
            made.append(words(f"{number}. {_TABLES}", "Heading1"))
            for field in wide:
                made.extend(self._rows(field, data.get(field.name), _LONG_WIDTH))
            made.append(_section_end(_page(turned=True)))
        made.append(words(f"{number + 1}. {capitalise(kind.body_title)}", "Heading1"))
        for place, part in enumerate(parts):
            made.extend(self._part(part, place))
        return el("w:body", *made, _page())

    def _group(self, fields: Sequence[FormField], data: Mapping[str, Any]) -> Iterator[Element]:
        """Tables of the fields of a group: neighbours that are no lists of parts share a table."""
        rows: list[Element] = []
        for field in fields:
            value = data.get(field.name)
            if field.control is Control.ROWS:
                yield from _labelled_table(rows)
                rows = []
                yield from self._rows(field, value, _WIDTH)
            else:
                rows.extend(self._field(field, value))
        yield from _labelled_table(rows)

    def _field(self, field: FormField, value: Any) -> Iterator[Element]:
        if field.control is Control.GROUP:
            yield el(
                "w:tr", el("w:trPr", el("w:cantSplit")), _cell(_label(field), _WIDTH, span=2, shade=True)
            )
            held = value if isinstance(value, Mapping) else {}
            for inner in field.fields:
                yield from self._field(inner, held.get(inner.name))
            return
        answer = self._controls.cell(field, value)
        whole = [] if field.control in _LONG else [el("w:trPr", el("w:cantSplit"))]
        yield el("w:tr", *whole, _cell(_label(field), _LABEL), _cell(answer, _WIDTH - _LABEL))

    def _rows(self, field: FormField, value: Any, width: int) -> Iterator[Element]:
        columns = field.columns
        widths = _widths(columns, width)
        held = (
            [item for item in value if isinstance(item, Mapping)] if isinstance(value, (list, tuple)) else []
        )
        rows = [
            [self._row(columns, item, widths, len(field.path))]
            for item in [*held, *[{}] * max(1, _SPARE - len(held))]
        ]
        head = [
            _cell(_column_label(column, len(field.path)), size, shade=True)
            for column, size in zip(columns, widths, strict=True)
        ]
        caption = _cell(_label(field), width, span=len(columns))
        repeat = el("w:trPr", el("w:cantSplit"), el("w:tblHeader"))
        first = el("w:tr", el("w:trPr", el("w:cantSplit")), caption)
        yield _table([first, el("w:tr", repeat, *head), self._controls.rows(field, rows)], widths)
        yield paragraph(style="KopilkaEnd")

    def _row(
        self, columns: Sequence[FormField], item: Mapping[str, Any], widths: Sequence[int], depth: int
    ) -> Element:
        cells = [
            _cell(self._controls.cell(column, at(item, column.path[depth:]), style="TableCell"), size)
            for column, size in zip(columns, widths, strict=True)
        ]
        return el("w:tr", *cells)

    def _part(self, part: AskedPart, place: int) -> Iterator[Element]:
        star = " *" if part.required else ""
        if part.title:
            yield words(f"{part.title}{star}", "Heading2")
        if part.help:
            yield words(part.help, "KopilkaHelp")
        yield self._controls.rich(f"body.{place}", part.title or self._model.kind.body_title, part.text)
        yield paragraph(style="KopilkaEnd")


def at(item: Any, path: Sequence[str]) -> Any:
    """The value that names lead to; None where there is none."""
    for step in path:
        item = item.get(step) if isinstance(item, Mapping) else None
    return item


def _is_wide(field: FormField) -> bool:
    return field.control is Control.ROWS and len(field.columns) >= WIDE_FROM


def _label(field: FormField) -> list[Element]:
    """The label of a field with its help and an example."""
    star = [run(" *", el("w:color", val="B3261E"))] if field.required else []
    made = [paragraph(run(capitalise(field.label)), *star, style="KopilkaLabel")]
    if said := help_of(field):
        made.append(words(said, "KopilkaHelp"))
    example = _example(field)
    return [*made, words(f"Например: {example}", "KopilkaExample")] if example else made


def _example(field: FormField) -> str:
    """The example as it would stand in the form; a list of parts or a check box needs none."""
    if field.control in {Control.GROUP, Control.ROWS, Control.FLAG} or field.declared.example is None:
        return ""
    if isinstance(field.declared.example, (list, tuple)):
        return "; ".join(words_of(field, item) for item in field.declared.example)
    return words_of(field, field.declared.example)


def _column_label(column: FormField, depth: int) -> list[Element]:
    star = [run(" *", el("w:color", val="B3261E"))] if column.required else []
    return [paragraph(run(column_title(column, depth)), *star, style="TableHead")]


def column_title(column: FormField, depth: int) -> str:
    """The label of a column; of a field inside a part of the row, with the part's own."""
    return ": ".join(capitalise(label) for label in column.labels[depth:])


_WEIGHTS = {Control.RICH: 5, Control.TEXT: 4, Control.LINES: 3, Control.LINE: 3, Control.CHOICE: 3}


def _widths(columns: Sequence[FormField], width: int) -> list[int]:
    weights = [_weight(column) for column in columns]
    sizes = [int(width * weight / sum(weights)) for weight in weights]
    return [*sizes[:-1], width - sum(sizes[:-1])]


def _weight(column: FormField) -> float:
    longest = max(len(word) for label in column.labels[-1:] for word in label.split())
    return max(_WEIGHTS.get(column.control, 2), longest / 4)


def _labelled_table(rows: Iterable[Element]) -> Iterator[Element]:
    rows = list(rows)
    if rows:
        yield _table(rows, (_LABEL, _WIDTH - _LABEL))
        yield paragraph(style="KopilkaEnd")


def _table(rows: Iterable[Element], widths: Sequence[int]) -> Element:
    properties = el(
        "w:tblPr",
        el("w:tblStyle", val="TableGrid"),
        el("w:tblW", w=str(sum(widths)), type="dxa"),
        el("w:tblLayout", type="fixed"),
    )
    return el(
        "w:tbl", properties, el("w:tblGrid", *(el("w:gridCol", w=str(int(size))) for size in widths)), *rows
    )


def _cell(content: Sequence[Element], width: float, *, span: int = 1, shade: bool = False) -> Element:
    properties = [el("w:tcW", w=str(int(width)), type="dxa")]
    if span > 1:
        properties.append(el("w:gridSpan", val=str(span)))
    if shade:
        properties.append(el("w:shd", val="clear", color="auto", fill=SHADE))
    return el("w:tc", el("w:tcPr", *properties), *content)


def _page(*, turned: bool = False) -> Element:
    """A4 with a footer."""
    foot = el("w:footerReference", type="default")
    foot.set(name_of("r:id"), "rId5")
    size = (
        el("w:pgSz", w="16838", h="11906", orient="landscape")
        if turned
        else el("w:pgSz", w="11906", h="16838")
    )
    margins = el(
        "w:pgMar",
        top="1134",
        right="1134",
        bottom="1134",
        left="1134",
        header="567",
        footer="567",
        gutter="0",
    )
    return el("w:sectPr", foot, size, margins)


def _section_end(page: Element) -> Element:
    return el("w:p", el("w:pPr", el("w:pStyle", val="KopilkaEnd"), page))
