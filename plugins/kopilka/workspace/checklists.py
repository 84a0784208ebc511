"""The gaps of a collection as a list for its authors: the book first, then the articles in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kopilka.book.gaps import Proof, volumes
from kopilka.diagnostics import Diagnostic, Report, Severity, Span
from kopilka.exchange.checklists import Checklist, Part, Remark
from kopilka.russian import Forms, capitalise, count, short_date

_PLACES: Forms = ("место", "места", "мест")
_ARTICLES: Forms = ("статья", "статьи", "статей")


def checklist_of(proof: Proof, report: Report) -> Checklist:
    """The list that people get; every finding of the report is in it once."""
    title = f"Что поправить до печати: {proof.collection.title}"
    return Checklist(title, _lead(proof, report), tuple(_parts(proof, report.diagnostics)))


def _lead(proof: Proof, report: Report) -> str:
    checked = f"Проверено {short_date(proof.day)}: {count(len(proof.articles), _ARTICLES)}."
    must = report.count(Severity.ERROR)
    other = len(report.diagnostics) - must
    if not report.diagnostics:
        return f"{checked} Замечаний нет, можно печатать."
    first = f"Обязательно исправить: {count(must, _PLACES)}." if must else "Обязательных правок нет."
    return f"{checked} {first}" + (f" Стоит посмотреть: {count(other, _PLACES)}." if other else "")


def _parts(proof: Proof, found: Sequence[Diagnostic]) -> Iterator[Part]:
    lengths = {volume.id: volume.words for volume in volumes(proof)}
    articles = [(item.entry.path, item, article) for item, article in proof.articles]
    known = {path for path, _, _ in articles}
    others = dict.fromkeys(
        [proof.manifest.path, *sorted({item.path for item in found if item.path not in known})]
    )
    for path in others:
        remarks = _remarks(path, found)
        if remarks or path == proof.manifest.path:
            yield Part(_name(proof, path), path, remarks)
    for path, item, article in articles:
        yield Part(article.title, f"{path} · {lengths[item.entry.id]}", _remarks(path, found))


def _name(proof: Proof, path: str) -> str:
    """What a file that is no article is called."""
    if path == proof.manifest.path:
        return "Выходные сведения и состав"
    return "Тексты редакции" if path in proof.manifest.texts else "Запись, которая не читается"


def _remarks(path: str, found: Sequence[Diagnostic]) -> tuple[Remark, ...]:
    """The gravest first."""
    own = sorted(
        (item for item in found if item.path == path), key=lambda item: (-item.severity, item.span.line)
    )
    return tuple(
        Remark(capitalise(item.message), item.hint, _place(item.span), item.severity is Severity.ERROR)
        for item in own
    )


def _place(span: Span) -> str:
    return "" if span == Span() else f"Строка {span.line}"
