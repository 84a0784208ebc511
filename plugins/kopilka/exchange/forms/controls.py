"""Content controls of Word: what a value is filled in with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kopilka.exchange.forms.fields import Choice, Control, FormField, shorten
from kopilka.exchange.forms.ooxml import Element, el, paragraph, run
from kopilka.exchange.forms.parts import FAINT
from kopilka.exchange.forms.to_word import WordWriter
from kopilka.exchange.forms.values import words_of
from kopilka.russian import fold_label

TAG_LIMIT = 64
FEW = 12
"""So many terms are check boxes beside each other; more are drop-downs."""
_SPARE = 3
_HINTS = {
    Control.CHOICE: "Выберите",
    Control.CHOICES: "Выберите",
    Control.NUMBER: "Число",
    Control.DAY: "дд.мм.гггг",
    Control.DATE: "мм.гггг",
    Control.LINES: "Каждое с новой строки",
}
_HINT = "Впишите здесь"


@dataclass
class ControlWriter:
    """Makes the controls of one document: each has a number of its own there."""

    aliases: Mapping[str, str]
    markdown: WordWriter = field(default_factory=WordWriter)
    _count: int = 0

    def cell(self, asked: FormField, value: Any, *, style: str = "") -> list[Element]:
        """What stands in the cell of a field."""
        if asked.control is Control.CHOICES and 0 < len(asked.choices) <= FEW and not asked.open:
            return self._boxes(asked, value or (), style)
        if asked.control in {Control.CHOICES, Control.RICHES}:
            return [self._repeated(asked, _list(value), style), _end()]
        if asked.control is Control.RICH:
            return [self.rich(asked.tag, self.aliases[asked.tag], str(value or ""), style), _end()]
        if asked.control in {Control.LINES, Control.TEXT}:
            return [self._lines(asked, value, style), _end()]
        return [paragraph(self._inline(asked, value), style=style)]

    def _lines(self, asked: FormField, value: Any, style: str) -> Element:
        """A paragraph a line: LibreOffice loses breaks inside a control of one paragraph."""
        lines = [" ".join(str(item).split()) for item in _list(value)]
        if asked.control is Control.TEXT:
            lines = words_of(asked, value).split("\n") if value else []
        shown = [paragraph(run(line), style=style) for line in lines]
        hint = paragraph(_hint_run(_HINTS.get(asked.control, _HINT)), style=style)
        return self._control(asked.tag, self.aliases[asked.tag], shown or [hint], hint=not shown)

    def rich(self, tag: str, alias: str, text: str, style: str = "") -> Element:
        """A control for text as in the body of a record."""
        blocks = self.markdown.blocks(text)
        # LibreOffice makes a control of the first paragraph alone and flattens it: this has nothing to lose.
        made = [_end(), *blocks] if blocks else [paragraph(_hint_run(_HINT), style=style)]
        if made[-1].tag.endswith("}tbl"):
            made.append(_end())
        return self._control(tag, alias, made, hint=not blocks)

    def rows(self, asked: FormField, rows: Sequence[Sequence[Element]]) -> Element:
        """Rows of a table that Word lets people repeat."""
        items = [
            el(
                "w:sdt",
                el("w:sdtPr", el("w:id", val=self._id()), el("w15:repeatingSectionItem")),
                el("w:sdtContent", *row),
            )
            for row in rows
        ]
        return self._control(asked.tag, self.aliases[asked.tag], items, el("w15:repeatingSection"))

    def _repeated(self, asked: FormField, values: Sequence[Any], style: str) -> Element:
        """A control for each value and some more, one below the other."""
        items = []
        for value in [*values, *[None] * max(_SPARE - len(values), 0)]:
            inside = (
                self.rich(asked.tag, self.aliases[asked.tag], str(value or ""), style)
                if asked.control is Control.RICHES
                else paragraph(self._inline(asked, value), style=style)
            )
            properties = el("w:sdtPr", el("w:id", val=self._id()), el("w15:repeatingSectionItem"))
            items.append(el("w:sdt", properties, el("w:sdtContent", inside)))
        return self._control(asked.tag, self.aliases[asked.tag], items, el("w15:repeatingSection"))

    def _boxes(self, asked: FormField, values: Any, style: str) -> list[Element]:
        """A check box a term, those of the record first and in its order, so that it comes back."""
        written = [words_of(asked, value) for value in _list(values)]
        wanted = {fold_label(label) for label in written}
        labels = [
            *written,
            *(choice.label for choice in asked.choices if fold_label(choice.label) not in wanted),
        ]
        return [
            paragraph(self._box(asked, checked=place < len(written)), run(f" {label}"), style=style)
            for place, label in enumerate(labels)
        ]

    def _box(self, asked: FormField, *, checked: bool) -> Element:
        sign = run(
            "☒" if checked else "☐",
            el("w:rFonts", ascii="MS Gothic", hAnsi="MS Gothic", eastAsia="MS Gothic"),
        )
        box = el(
            "w14:checkbox",
            el("w14:checked", val="1" if checked else "0"),
            el("w14:checkedState", val="2612", font="MS Gothic"),
            el("w14:uncheckedState", val="2610", font="MS Gothic"),
        )
        return self._control(asked.tag, self.aliases[asked.tag], [sign], box)

    def _inline(self, asked: FormField, value: Any) -> Element:
        """A control inside a line."""
        if asked.control is Control.FLAG:
            return self._box(asked, checked=bool(value))
        text = words_of(asked, value)
        hint = _HINTS.get(asked.control, _HINT)
        return self._control(
            asked.tag,
            self.aliases[asked.tag],
            [run(text) if text else _hint_run(hint)],
            _kind_of(asked, text),
            hint=not text,
        )

    def _control(
        self,
        tag: str,
        alias: str,
        content: Sequence[Element],
        kind: Element | None = None,
        *,
        hint: bool = False,
    ) -> Element:
        properties = el(
            "w:sdtPr",
            el("w:alias", val=alias),
            el("w:tag", val=shorten(tag, TAG_LIMIT)),
            el("w:id", val=self._id()),
        )
        if hint:
            properties.append(el("w:showingPlcHdr"))
        if kind is not None:
            properties.append(kind)
        return el("w:sdt", properties, el("w:sdtContent", *content))

    def _id(self) -> str:
        self._count += 1
        return str(100_000 + self._count)


def _kind_of(asked: FormField, text: str) -> Element:
    if asked.control in {Control.CHOICE, Control.CHOICES} and asked.choices:
        closed = not asked.open and (not text or asked.choice(text) is not None)
        return el("w:dropDownList" if closed else "w:comboBox", *map(_item, asked.choices))
    if asked.control is Control.DAY:
        return el(
            "w:date",
            el("w:dateFormat", val="dd.MM.yyyy"),
            el("w:lid", val="ru-RU"),
            el("w:storeMappedDataAs", val="dateTime"),
            el("w:calendar", val="gregorian"),
        )
    return el("w:text", multiLine="1")


def _item(choice: Choice) -> Element:
    return el("w:listItem", displayText=choice.label, value=choice.value)


def _hint_run(hint: str) -> Element:
    return run(hint, el("w:rStyle", val="PlaceholderText"), el("w:color", val=FAINT))


def _end() -> Element:
    """Word wants a paragraph at the end of a cell; this one takes no room."""
    return paragraph(style="KopilkaEnd")


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]
