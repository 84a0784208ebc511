"""One file from its bytes to drafts and a report; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from kopilka.exchange.intake.assemble import Made, assemble
from kopilka.exchange.intake.bank import Bank
from kopilka.exchange.intake.draft import (
    Draft,
    Removed,
    make_draft,
    short_name,
    without_private,
    without_traces,
)
from kopilka.exchange.intake.kinds import find_kind
from kopilka.exchange.intake.office import convert
from kopilka.exchange.intake.own import Own, read_own
from kopilka.exchange.intake.paper import Paper, Refusal, Table
from kopilka.exchange.intake.pictures import Pictures, take_pictures
from kopilka.exchange.intake.reading import Reading, Seen
from kopilka.exchange.intake.ready import read_ready
from kopilka.exchange.intake.safety import CONVERTED, SAVED, look_at
from kopilka.exchange.intake.sheets import read_sheet
from kopilka.exchange.intake.targets import Index
from kopilka.exchange.intake.walk import understand
from kopilka.exchange.intake.word import read_word
from kopilka.records.references import SLUG
from kopilka.russian import quote

_SCAN = Refusal(
    "в файле только картинки – похоже на скан: текста, который можно прочитать, нет",
    "Попросите автора прислать исходный файл Word.",
)
_FEW_WORDS = 8
"""So few words beside a picture are its caption."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Text that found no field: its label, place and the field whose label is the nearest."""

    label: str
    place: str
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A draft with everything that a methodologist has to know of it."""

    kind: str
    draft: Draft
    fields: tuple[Seen, ...]
    asks: tuple[tuple[str, str], ...]
    unknown: tuple[Unknown, ...]
    empty: tuple[Seen, ...]
    heads: tuple[Seen, ...]
    removed: tuple[Removed, ...]
    own: Own | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: drafts, or why there are none."""

    source: str
    told: tuple[Told, ...] = ()
    refusal: Refusal | None = None


def read_one(bank: Bank, source: str, data: bytes, path: Path | None = None) -> Outcome:
    """Reads a file that anybody may have sent; what is wrong with it is told, never raised.

    `path` is where the file lies: a form of ours is read from there, by its tags.
    """
    refusal = look_at(source, data)
    if refusal:
        return Outcome(source, refusal=refusal)
    ending = PurePath(source).suffix.lower()
    if ending in SAVED:
        saved = _saved(bank, source, data)
        return Outcome(source, refusal=saved) if isinstance(saved, Refusal) else Outcome(source, (saved,))
    if ending not in CONVERTED:
        return _read(bank, source, ending, data, path)
    converted = convert(source, data, CONVERTED[ending])
    refusal = converted if isinstance(converted, Refusal) else look_at(f"x{CONVERTED[ending]}", converted)
    if isinstance(converted, Refusal) or refusal:
        return Outcome(source, refusal=refusal)
    with TemporaryDirectory(prefix="kopilka-") as folder:
        made = Path(folder) / f"converted{CONVERTED[ending]}"
        made.write_bytes(converted)
        return _read(bank, source, made.suffix, converted, made)


def _read(bank: Bank, source: str, ending: str, data: bytes, path: Path | None) -> Outcome:
    own = _own(bank, source, path) if path else ()
    if isinstance(own, Refusal):
        return Outcome(source, refusal=own)
    if own:
        return Outcome(source, own)
    papers = _papers(bank, source, ending, data)
    if isinstance(papers, Refusal):
        return Outcome(source, refusal=papers)
    told: list[Told] = []
    refusal: Refusal | None = None
    for paper in papers:
        made = _told(bank, source, paper)
        if isinstance(made, Told):
            told.append(made)
        elif refusal is None:
            place = f" ({paper.blocks[0].place})" if len(papers) > 1 else ""
            refusal = replace(made, message=made.message + place)
    return Outcome(source, tuple(told), refusal)


def _saved(bank: Bank, source: str, data: bytes) -> Told | Refusal:
    ready = read_ready(bank, source, data)
    if isinstance(ready, Refusal):
        return ready
    title = str(ready.raw.meta.get("title") or "")
    name = ready.name if SLUG.match(ready.name) else short_name(title) or "zayavka"
    draft = Draft(name, title, ready.text, title, ready.files)
    known = bank.indexes[ready.kind].model.model_fields
    fields = tuple(Seen(key, f"поле {key}", (key,)) for key in ready.raw.meta if key in known)
    removed = tuple(Removed(what, "файл записи") for what in ready.removed)
    return Told(ready.kind, draft, fields, ready.asks, (), (), (), removed)


def _own(bank: Bank, source: str, path: Path) -> tuple[Told, ...] | Refusal:
    found = read_own(bank, source, path)
    if isinstance(found, Refusal):
        return found
    return tuple(
        Told(own.form.model.kind.id, own.draft, own.fields, (), (), (), (), own.removed, own) for own in found
    )


def _papers(bank: Bank, source: str, ending: str, data: bytes) -> tuple[Paper, ...] | Refusal:
    if ending != ".docx":
        return read_sheet(
            source, data, lambda word: any(index.find(word, guess=False) for index in _wanted(bank))
        )
    paper = read_word(data)
    return paper if isinstance(paper, Refusal) else _whole(paper)


def _wanted(bank: Bank) -> list[Index]:
    return [index for kind, index in bank.indexes.items() if bank.wanted in {None, kind}]


def _whole(paper: Paper) -> tuple[Paper, ...] | Refusal:
    words = _words(paper)
    if paper.pictures and words < _FEW_WORDS:
        return _SCAN
    if not words:
        return Refusal("в документе нет текста", "Попросите автора прислать файл ещё раз.")
    return (paper,)


def _is_scan(paper: Paper) -> bool:
    """Whether pictures say more than the words beside them."""
    return bool(paper.pictures) and _words(paper) < min(10 * len(paper.pictures), 60)


def _words(paper: Paper) -> int:
    return sum(
        len(text.split())
        for block in paper.blocks
        for text in (
            [cell.text for row in block.rows for cell in row.cells]
            if isinstance(block, Table)
            else [block.text]
        )
    )


def _told(bank: Bank, source: str, paper: Paper) -> Told | Refusal:
    found = find_kind(paper, bank, source)
    if found is None and _is_scan(paper):
        return _SCAN
    if found is None:
        kinds = ", ".join(f"{id_} – {index.model.kind.label.lower()}" for id_, index in bank.indexes.items())
        remedy = f"Перенесите этот файл отдельно и назовите вид: --kind ВИД, где ВИД – одно из: {kinds}."
        return Refusal("не понять, что это за запись", remedy)
    kind, form = found
    index = bank.indexes[kind]
    bare, removed = without_private(paper)
    reading = understand(bare, index, bank.aliases)
    made = assemble(reading, index, bank.tools, form.facts if form else {})
    if not made.fields and _is_scan(paper):
        return _SCAN
    if not made.fields:
        return Refusal(
            "ни одно поле не узнано",
            f"Посмотрите, та ли это форма. Вид записи сейчас – {quote(kind)}, сменить его: --kind.",
        )
    reading.empty += [Seen(item.label, item.place) for item in without_traces(made)]
    pictures = take_pictures(bare.pictures)
    draft = make_draft(made, index.model, source=source, today=bank.today, pictures=pictures)
    return _report(kind, index, draft, reading, made, removed, (*bare.notes, *pictures.asks))


def _report(  # noqa: PLR0913, PLR0917 - a report is a list of facts
    kind: str,
    index: Index,
    draft: Draft,
    reading: Reading,
    made: Made,
    removed: tuple[Removed, ...],
    notes: tuple[tuple[str, str], ...],
) -> Told:
    unknown = tuple(Unknown(item.label, item.place, _nearest(index, item.label)) for item in made.leftovers)
    asks = tuple(dict.fromkeys((*made.asks, *notes)))
    return Told(
        kind, draft, tuple(made.fields), asks, unknown, tuple(reading.empty), tuple(reading.heads), removed
    )


def _nearest(index: Index, label: str) -> str:
    path = index.top.nearest(label) if label and not index.find(label) else None
    return index.label(path) if path else ""


__all__ = ["Outcome", "Pictures", "Told", "Unknown", "read_one"]
