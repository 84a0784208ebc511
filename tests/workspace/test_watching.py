"""A bank is watched while somebody edits it."""

from __future__ import annotations

from pathlib import Path

from tests.bank_maker import REPOSITORY, make_bank, opened
from tests.workspace.git_bank import edit

from kopilka.workspace.watching import states

_RECORD = "practices/spor-po-pravilam.md"


def test_change_is_seen(tmp_path: Path) -> None:
    """The bank is given as it is, and anew when a record has changed."""
    record = (REPOSITORY / _RECORD).read_text(encoding="utf-8")
    seen = states(opened(make_bank(tmp_path, {_RECORD: record})))
    before = next(seen).catalog.entries["spor-po-pravilam"].record.title
    edit(tmp_path, _RECORD, (before, "Совсем другое название записи"))
    assert next(seen).catalog.entries["spor-po-pravilam"].record.title == "Совсем другое название записи"
