"""Opens the two states of a bank that a proposal lies between, without touching anybody's files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kopilka.exchange.changes import FileChanged, Proposal, Side, Written, compare
from kopilka.records.frontmatter import split
from kopilka.records.source import Source
from kopilka.settings import Settings, SettingsError
from kopilka.workspace.bank import Workspace, open_workspace
from kopilka.workspace.git import Git, GitError
from kopilka.workspace.states import laid_out, settings_at

__all__ = ["GitError", "read_proposal"]

_OUR_MODELS = "kopilka."


@dataclass(frozen=True, slots=True)
class _Range:
    """Two states as people name them, and the commits that they mean; no `head` is the folder as it is."""

    words: str
    base: str
    head: str | None


def read_proposal(root: Path, words: str, *, today: date) -> Proposal:
    """What changes between two states: `BASE..HEAD`, `BASE...HEAD` from where they parted, or `BASE` alone.

    `BASE` alone is compared with the folder as it is. Raises `GitError` and `SettingsError`.
    """
    root = root.resolve()
    git = Git.around(root)
    asked = _range(git, words)
    base_settings = settings_at(git, asked.base)
    if asked.head:
        _refuse_foreign_code(base_settings, settings_at(git, asked.head))
    code = any(not item.model.startswith(_OUR_MODELS) for item in base_settings.kinds)
    with laid_out(git, asked.base, code=code) as before, laid_out(git, asked.head) as after:
        old = open_workspace(before, today=today)
        new = open_workspace(after, today=today)
        files = [
            FileChanged(item.letter, item.path, item.before) for item in git.changes(asked.base, asked.head)
        ]
        return compare(_side(old), _side(new), files, words=asked.words)


def _range(git: Git, words: str) -> _Range:
    for dots in ("...", ".."):
        base, found, head = words.partition(dots)
        if found:
            first, second = git.commit(base or "HEAD"), git.commit(head or "HEAD")
            return _Range(words, git.common(first, second) if dots == "..." else first, second)
    return _Range(words, git.commit(words), None)


def _refuse_foreign_code(before: Settings, after: Settings) -> None:
    """A kind of one's own is a program: that of a proposal is not run before somebody has read it."""
    known = {item.model for item in before.kinds}
    for item in after.kinds:
        if not item.model.startswith(_OUR_MODELS) and item.model not in known:
            raise SettingsError(
                f"предложение добавляет вид записей со своей программой ({item.model}). Чужую программу "
                "сравнение не запускает: прочитайте её сами и примите отдельно от записей."
            )


def _side(workspace: Workspace) -> Side:
    """The opened bank as the comparison looks at it."""
    records = {}
    for path, (_, loaded) in workspace.kept.items():
        model = next(model for folder, model in workspace.kinds.items() if path.startswith(f"{folder}/"))
        entry = loaded.entry or (loaded.draft.entry if loaded.draft else None)
        raw = split(Source(path, entry.front + entry.body))[0] if entry else None
        meta, body = (raw.meta, raw.body) if raw else ({}, "")
        records[path] = Written(path, model, meta, body, entry)
    catalog, files = workspace.catalog, workspace.files
    return Side(
        records, workspace.report, catalog.registry, files, catalog.today, workspace.settings.registry
    )
