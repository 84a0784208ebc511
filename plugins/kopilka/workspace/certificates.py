"""Issues certificates of publication: finds the facts, takes a number, keeps the register."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kopilka.book.certificate import Paper
from kopilka.diagnostics import Severity
from kopilka.exchange.writing.emit import emit
from kopilka.exchange.writing.files import write_whole
from kopilka.records.certificate import Certificate, fingerprint, next_number
from kopilka.records.dates import PartialDate
from kopilka.records.parts import Person
from kopilka.russian import fold_label, join_words, quote
from kopilka.workspace.bank import Workspace
from kopilka.workspace.publications import CannotIssueError, Publication, find_publication, paper_of
from kopilka.workspace.registers import CERTIFICATES

_HEAD = """# Выданные справки о публикации. Пишет kopilka certificate, по этому списку сайт их подтверждает.
# Имён здесь нет: вместо имени – отпечаток, по нему программа узнаёт автора среди авторов записи.
"""


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate with the paper to print; `known` for one that had been issued before."""

    certificate: Certificate
    paper: Paper
    known: bool


def issue(workspace: Workspace, record: str, *, author: str | None, collection: str | None) -> Issued:
    """The certificate of a record, that of an author where one is asked for; raises `CannotIssueError`.

    Without `collection` it is the latest one that has the record, else the bank's page. A certificate of
    the same facts is not issued twice: it comes back under its number.
    """
    _refuse_broken_register(workspace)
    work = find_publication(workspace, record, collection)
    person = _person(work, author)
    before = _same(work, person)
    certificate = before or _new(work, person)
    return Issued(certificate, paper_of(work, person, certificate), known=before is not None)


def register(workspace: Workspace, certificate: Certificate) -> None:
    """Adds a certificate to the register of the bank, whole or not at all. Raises `OSError`."""
    issued = (*workspace.catalog.registry.certificates, certificate)
    rows = [item.model_dump(mode="json", exclude_none=True) | {"date": str(item.date)} for item in issued]
    path = workspace.root / workspace.settings.registry / CERTIFICATES
    write_whole(path, _HEAD + emit({"certificates": rows}).rstrip() + "\n")


def _refuse_broken_register(workspace: Workspace) -> None:
    path = f"{workspace.settings.registry}/{CERTIFICATES}"
    wrong = (item for item in workspace.report.diagnostics if item.path == path)
    if any(item.severity is Severity.ERROR for item in wrong):
        raise CannotIssueError(f"в {path} есть ошибки: поправьте их сначала, kopilka check покажет какие")


# Whose it is


def _person(work: Publication, wanted: str | None) -> Person | None:
    """The author that is meant; the only named one where nobody is asked for, None for several or none."""
    named = [person for person in work.people if person.public_name(work.workspace.catalog.today)]
    if wanted is None:
        return named[0] if len(named) == 1 else None
    fitting = [person for person in work.people if person.name and _fits(wanted, person.name)]
    shown = [person for person in fitting if person in named]
    if len(shown) == 1:
        return shown[0]
    if fitting and not shown:
        raise CannotIssueError(
            f"имя «{fitting[0].name}» печатать нельзя: в записи нет действующего согласия на публикацию имени"
        )
    if fitting:
        raise CannotIssueError(f"автор «{wanted}» не один: назовите имя и отчество полностью")
    names = join_words(quote(person.name) for person in named if person.name)
    known = f"; с согласием названы: {names}" if names else "; в записи никто не назван по имени"
    raise CannotIssueError(f"«{wanted}» нет среди авторов записи «{work.entry.id}»{known}")


def _fits(wanted: str, name: str) -> bool:
    """Whether the words, whole or the first letters before a point, stand in the name in their order."""
    words = fold_label(wanted.replace(".", ". ")).split()
    parts = fold_label(name).split()
    return len(words) <= len(parts) and all(
        part.startswith(word.rstrip(".")) if word.endswith(".") else part == word
        for word, part in zip(words, parts, strict=False)
    )


# The certificate


def _same(work: Publication, person: Person | None) -> Certificate | None:
    """The certificate of the same facts, if there is one."""
    issued = work.workspace.catalog.registry.certificates
    return next((item for item in issued if _certificate(work, person, item.number, item.date) == item), None)


def _new(work: Publication, person: Person | None) -> Certificate:
    today = work.workspace.catalog.today
    number = next_number(work.workspace.catalog.registry.certificates, today.year)
    return _certificate(work, person, number, PartialDate(today.year, today.month, today.day))


def _certificate(work: Publication, person: Person | None, number: str, day: PartialDate) -> Certificate:
    return Certificate(
        number=number,
        date=day,
        record=work.entry.id,
        title=work.item.title,
        organisation=work.organisation,
        author=fingerprint(number, person.name) if person and person.name else None,
        collection=work.collection_id,
        published=work.where,
    )


def save(folder: Path, certificate: Certificate, printed: bytes) -> Path:
    """Puts the PDF into the folder, whole; where it stands now. Raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{certificate.number}.pdf"
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(printed)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path
