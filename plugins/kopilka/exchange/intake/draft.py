"""The draft of a record: its data and body, what was not understood at the end, private data nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Any

from kopilka.exchange.intake.assemble import Made
from kopilka.exchange.intake.paper import BOLD, ITALIC, SIGNS, Block, Paper, Row, Table, markdown
from kopilka.exchange.intake.pictures import Kept, Pictures, put_in
from kopilka.exchange.intake.privacy import REMOVED, asks_for_phone, scrub, scrub_digits
from kopilka.exchange.intake.reading import Leftover
from kopilka.exchange.writing import write_record
from kopilka.records.base import Record
from kopilka.records.status import Status
from kopilka.slugs import slugify

UNKNOWN = "Не распознано"
FROM_APPLICATION = "из присланной заявки"
"""All that is known of its pictures; their author, terms and people the check asks about."""
_MOST_NAME = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that is ready to be written: `mark` tells drafts of one source from others."""

    name: str
    title: str
    text: str
    mark: str
    pictures: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """What was left out of a source on purpose: its kind and place, never itself."""

    what: str
    place: str


def without_private(paper: Paper) -> tuple[Paper, tuple[Removed, ...]]:
    """The document without contacts and names, before anything looks at it."""
    removed: list[Removed] = []

    def bare(text: str, place: str) -> str:
        scrubbed = scrub(text)
        removed.extend(Removed(what, place) for what in scrubbed.removed)
        return scrubbed.text

    def row(item: Row) -> Row:
        seen: dict[str, str] = {}
        phones = bool(item.cells) and asks_for_phone(item.cells[0].text)
        for cell in item.cells:
            text = bare(cell.text, item.place) if cell.text else ""
            if phones and cell is not item.cells[0]:
                scrubbed = scrub_digits(text)
                removed.extend(Removed(what, item.place) for what in scrubbed.removed)
                text = scrubbed.text
            seen.setdefault(cell.text, text)
        return Row(tuple(replace(cell, text=seen[cell.text]) for cell in item.cells), item.place)

    blocks: list[Block | Table] = [
        replace(block, rows=tuple(row(item) for item in block.rows), caption=scrub(block.caption).text)
        if isinstance(block, Table)
        else replace(block, text=bare(block.text, block.place))
        for block in paper.blocks
    ]
    pictures = tuple(replace(picture, alt=scrub(picture.alt).text) for picture in paper.pictures)
    return replace(paper, blocks=tuple(blocks), pictures=pictures), tuple(removed)


def make_draft(made: Made, model: type[Record], *, source: str, today: date, pictures: Pictures) -> Draft:
    """The file of a record from what a source gave; what is not known is left out."""
    data: dict[str, Any] = _bare(made.data)
    data.setdefault("status", Status.DRAFT.value)
    data.setdefault("created", today.isoformat())
    mark = source_words(source)
    data.setdefault("sources", [{"document": mark}])
    body, shown = put_in(body_of(made, model), pictures)
    if pictures.kept and "materials" in model.model_fields:
        others = [_material(item) for item in pictures.kept if item.name not in shown]
        if others:
            data["materials"] = [*data.get("materials", []), *others]
        data.setdefault("pictures", [{"source": FROM_APPLICATION}])
    title = str(data.get("title", ""))
    name = short_name(title) or short_name(PurePath(source).stem) or "zayavka"
    text = write_record(model, data, body)
    return Draft(name, title, text, mark, pictures.kept)


def source_words(source: str) -> str:
    """How the file is called in the record: people put their names into the names of files."""
    name = PurePath(source).name.replace("_", " ")
    scrubbed = scrub(name, person=True).text
    return f"Заявка, файл «{PurePath(source).name if scrubbed == name else scrubbed}»"


def short_name(title: str) -> str:
    """The name of a record's file: whole words, so long as fits an address."""
    slug = slugify(REMOVED.sub("", title))
    if len(slug) <= _MOST_NAME:
        return slug
    return slug[: _MOST_NAME + 1].rpartition("-")[0] or slug[:_MOST_NAME]


def body_of(made: Made, model: type[Record]) -> str:
    """The text of the record: free text, the sections of its kind in their order, what was not understood."""
    order = ["", *(section.title for section in model.kind.sections)]
    sections = sorted(made.body, key=lambda title: order.index(title) if title in order else len(order))
    parts: list[str] = []
    for title in sections:
        parts += [f"## {title}", *made.body[title]] if title else made.body[title]
    if made.leftovers:
        parts += [f"## {UNKNOWN}", *(_leftover(item) for item in made.leftovers)]
    return scrub("\n\n".join(_spaced(part) for part in parts)).text


def _leftover(item: Leftover) -> str:
    head = f"{item.place[:1].upper()}{item.place[1:]}."
    label = markdown(item.label.strip().rstrip(":.").replace(BOLD, "").replace(ITALIC, ""))
    text = markdown(item.text.strip())
    lead = f"**{head} {label}:**" if label else f"**{head}**"
    return f"{lead}\n\n{text}" if "\n" in text or text.startswith(("- ", "1. ")) else f"{lead} {text}"


def _spaced(text: str) -> str:
    """Lines of a cell are paragraphs; items of a list stay together."""
    lines = [line.rstrip() for line in text.split("\n")]
    made: list[str] = []
    for line in lines:
        if made and made[-1] and line and not (_is_item(line) and _is_item(made[-1])):
            made.append("")
        made.append(line)
    return "\n".join(made)


def _is_item(line: str) -> bool:
    head = line.lstrip().partition(" ")[0]
    return head in {"-", "*", "+"} or (head[:-1].isdigit() and head[-1:] in {".", ")"})


def _material(picture: Kept) -> dict[str, str]:
    return {
        "title": picture.alt or f"Картинка из заявки, {picture.place}",
        "file": picture.name,
        "kind": "изображение",
    }


def _bare(value: Any) -> Any:
    """The same data; a private number that came together only in a field is taken out of it too."""
    if isinstance(value, str):
        return SIGNS.sub("", scrub(value).text)
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items()}
    return [_bare(item) for item in value] if isinstance(value, list) else value


def without_traces(made: Made) -> list[Leftover]:
    """Takes out leftovers of which only the mark of something private is left; gives them back."""
    gone = [item for item in made.leftovers if not any(map(str.isalnum, REMOVED.sub("", item.text)))]
    made.leftovers = [item for item in made.leftovers if item not in gone]
    return gone


def told(removed: Iterable[Removed]) -> dict[str, int]:
    """How many of each kind were left out."""
    found: dict[str, int] = {}
    for item in removed:
        found[item.what] = found.get(item.what, 0) + 1
    return found
