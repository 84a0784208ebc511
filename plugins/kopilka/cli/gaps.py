"""`kopilka publish … --check`: what a collection lacks before it can go to print."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kopilka.book.gaps import Proof, volumes
from kopilka.cli import reports, streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import find_repository, way
from kopilka.cli.reports.as_text import paint
from kopilka.cli.reports.findings import Findings
from kopilka.diagnostics import Report, Severity
from kopilka.exchange.checklists import write_page, write_word
from kopilka.exchange.writing import write_whole
from kopilka.workspace import Workspace
from kopilka.workspace.checklists import checklist_of
from kopilka.workspace.git import GitError
from kopilka.workspace.proofs import check_collection

_BOLD = "1"


def check(workspace: Workspace, ids: Sequence[str], *, report: str, out: Path | None) -> int:
    """Prints the gaps of collections and writes their checklists into `out`; 1 when something is grave.

    Raises `Usage` where a collection cannot be laid out: its commit is not there, its settings are wrong.
    """
    checked = [_checked(workspace, id_) for id_ in ids]
    every = (item for _, found in checked for item in found.diagnostics)
    together = Report.of(sum(found.records for _, found in checked), every)
    screen = streams.Screen.of(sys.stdout, os.environ)
    findings = _findings(workspace, [proof for proof, _ in checked], together)
    streams.say(reports.render(findings, report, screen))
    for proof, found in checked:
        if report == "text":
            streams.say(_volumes(proof, screen))
        if out is not None:
            _write_checklist(proof, found, out, quiet=report != "text")
    return 1 if together.count(Severity.ERROR) else 0


def _checked(workspace: Workspace, id_: str) -> tuple[Proof, Report]:
    try:
        return check_collection(workspace, id_, books=workspace.root / workspace.settings.books)
    except GitError as error:
        frozen = workspace.registers.registry.collections[id_].commit
        raise Usage(f"сборник {id_} взят из состояния {frozen} (поле commit): {error}") from error


def _findings(workspace: Workspace, proofs: Sequence[Proof], found: Report) -> Findings:
    files: list[str] = []
    for proof in proofs:
        files += (proof.manifest.path, *proof.manifest.texts)
        files += (item.entry.path for item, _ in proof.articles)
    root = workspace.root
    looked_at = tuple(dict.fromkeys(files))
    return Findings(found, root, looked_at, way(Path.cwd(), root), way(find_repository(root), root))


def _volumes(proof: Proof, screen: streams.Screen) -> str:
    """How long each article is: characters, authors' sheets, pages of the set book."""
    rows = [f"  {volume.title}\n    {volume.words}\n" for volume in volumes(proof)]
    if not rows:
        return ""
    note = "" if proof.pages else "  Страниц пока не сосчитать: книга не набирается.\n"
    title = paint(f"Объём статей: {proof.collection.title}", _BOLD, screen)
    return "".join((f"\n{title}\n", *rows, note))


def _write_checklist(proof: Proof, found: Report, out: Path, *, quiet: bool) -> None:
    checklist = checklist_of(proof, found)
    written = {
        out / f"{proof.manifest.id}-chto-popravit.html": write_page(checklist).encode(),
        out / f"{proof.manifest.id}-chto-popravit.docx": write_word(checklist),
    }
    for path, data in written.items():
        try:
            write_whole(path, data)
        except OSError as error:
            raise Usage(f"не удалось записать {path}: {error.strerror}") from error
        if not quiet:
            streams.say(f"{path}\n")
