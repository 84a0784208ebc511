"""A proposal as a page of plain blocks in Russian; the writers only give them their marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kopilka.diagnostics import Diagnostic
from kopilka.exchange.changes.compare import AttachmentChange, Proposal, RecordChange
from kopilka.exchange.changes.fields import FieldChange
from kopilka.exchange.changes.next_steps import next_steps
from kopilka.exchange.changes.registers import How, RegisterChange
from kopilka.exchange.changes.side import FileChanged
from kopilka.russian import NBSP, count, decimal, join_words

_MEGABYTE = 1024 * 1024
_KILOBYTE = 1024
_MOST_FILES = 40


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is the page's own."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `numbered` where the order matters."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """Details under a line that sums them up."""

    summary: str
    blocks: tuple[Block, ...]


Block = Heading | Line | Bullets | Fold | FieldChange

_SAID = {How.NEW: "новая", How.CHANGED: "изменена", How.MOVED: "переименована", How.REMOVED: "убрана"}
_SUMS = {
    How.NEW: ("новая запись", "новые записи", "новых записей"),
    How.CHANGED: ("изменённая", "изменённые", "изменённых"),
    How.MOVED: ("переименованная", "переименованные", "переименованных"),
    How.REMOVED: ("убранная", "убранные", "убранных"),
}
_FILES = {How.NEW: "добавлен", How.CHANGED: "заменён", How.MOVED: "перемещён", How.REMOVED: "убран"}
_ITEMS = {How.NEW: "добавлено", How.CHANGED: "изменено", How.MOVED: "перемещено", How.REMOVED: "убрано"}
_LETTERS = {"A": "добавлен", "M": "изменён", "D": "убран", "R": "перемещён"}


def outline(proposal: Proposal) -> Iterator[Block]:
    """The page: the sum, what needs a decision, the records, the rest, what happens next."""
    yield Heading(1, "Что меняет предложение")
    yield Line(_sum(proposal))
    yield from _problems("Ссылки, которые никуда не ведут", proposal.links)
    yield from _problems("Похоже на то, что уже есть", proposal.alike)
    yield from _problems("Что ещё поправить", proposal.rest)
    yield from _consents(proposal.records)
    if proposal.records:
        yield Heading(2, "Записи")
        yield from (_record(item) for item in proposal.records)
    if proposal.registers:
        yield Heading(2, "Словари и реестры")
        yield from _registers(proposal.registers)
    if proposal.attachments:
        yield Heading(2, "Вложения")
        yield Bullets(tuple(_attachment(item) for item in proposal.attachments))
    yield from _others(proposal.others)
    if proposal.gone:
        yield Heading(2, "Что исправлено")
        yield Bullets(tuple(_problem(item) for item in proposal.gone))
    yield Heading(2, "Что дальше")
    yield Bullets(next_steps(proposal), numbered=True)


def _sum(proposal: Proposal) -> str:
    if proposal.is_empty:
        return "Ничего не меняется."
    sums = []
    for how, forms in _SUMS.items():
        number = sum(item.how is how for item in proposal.records)
        sums += [count(number, forms)] if number else []
    for number, forms in (
        (len(proposal.registers), ("слово реестров", "слова реестров", "слов реестров")),
        (len(proposal.attachments), ("вложение", "вложения", "вложений")),
        (len(proposal.others), ("другой файл", "других файла", "других файлов")),
    ):
        sums += [count(number, forms)] if number else []
    changed = f"{join_words(sums)}. " if sums else ""
    errors = count(proposal.errors, ("новая ошибка", "новые ошибки", "новых ошибок"))
    milder = len(proposal.came) - proposal.errors
    remarks = f", замечаний и советов: {milder}" if milder else ""
    return f"{changed}{errors if proposal.errors else 'Новых ошибок нет'}{remarks}."


def _problems(title: str, found: tuple[Diagnostic, ...]) -> Iterator[Block]:
    if found:
        yield Heading(2, title)
        yield Bullets(tuple(_problem(item, hint=True) for item in found))


def _problem(item: Diagnostic, *, hint: bool = False) -> str:
    advice = f" {item.hint}" if hint and item.hint else ""
    return f"{item.severity.label} {item.code}, {item.path}, строка {item.span.line}: {item.message}.{advice}"


def _consents(records: Iterable[RecordChange]) -> Iterator[Block]:
    found = tuple(f"{item.title} – {said}" for item in records for said in item.consents)
    if found:
        yield Heading(2, "Согласия")
        yield Bullets(found)


def _record(item: RecordChange) -> Fold:
    status = f", {item.status}" if item.status else ""
    blocks: list[Block] = [Line(f"{item.kind}{status}. Файл {item.path}")]
    if item.old_path:
        blocks.append(Line(f"Раньше лежала в {item.old_path}. Старый адрес страницы перестанет открываться."))
    if not item.readable:
        blocks.append(Line("Файл не прочитать как запись: что с ним, сказано выше."))
    blocks += [*item.facts, *item.fields, *_readiness(item)]
    return Fold(f"{item.title} – {_SAID[item.how]}{_short(item)}", tuple(blocks))


def _short(item: RecordChange) -> str:
    was, now = item.readiness.before, item.readiness.after
    if item.how is How.REMOVED or now is None:
        return ""
    change = f"{was}{NBSP}% → {now}{NBSP}%" if was is not None and was != now else f"{now}{NBSP}%"
    return f", заполнена на {change}"


def _readiness(item: RecordChange) -> Iterator[Block]:
    if item.how is not How.REMOVED and item.readiness.next:
        yield Line(f"Чего ещё не хватает: {'; '.join(item.readiness.next)}.")


def _registers(items: Iterable[RegisterChange]) -> Iterator[Block]:
    for item in items:
        name = f"{item.register}: {item.title} – {_ITEMS[item.how]}"
        yield Fold(name, item.fields) if item.fields else Bullets((name,))


def _attachment(item: AttachmentChange) -> str:
    where = f"{item.old_path} → {item.path}" if item.how is How.MOVED else item.path
    sizes = {
        How.NEW: _size(item.after),
        How.REMOVED: _size(item.before),
        How.CHANGED: f"{_size(item.before)} → {_size(item.after)}",
    }
    return f"{where} – {_FILES[item.how]}{f', {sizes[item.how]}' if item.how in sizes else ''}"


def _size(number: int) -> str:
    if number >= _MEGABYTE:
        return f"{decimal(round(number / _MEGABYTE, 1))}{NBSP}МБ"
    return f"{max(round(number / _KILOBYTE), 1)}{NBSP}КБ" if number else "пустой"


def _others(files: tuple[FileChanged, ...]) -> Iterator[Block]:
    if files:
        yield Heading(2, "Другие файлы")
        yield Line("Это не записи: посмотрите сами, нужны ли такие правки.")
        shown = [f"{item.path} – {_LETTERS[item.letter]}" for item in files[:_MOST_FILES]]
        more = len(files) - len(shown)
        yield Bullets((*shown, *([f"… и ещё {more}"] if more else [])))
