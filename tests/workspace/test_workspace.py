"""Opening a bank: everything wrong is told in one run, and only what changed is read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.bank_maker import REPOSITORY, make_bank, opened
from tests.examples import body_of, full_example, record_text

from kopilka.records.practice import Practice
from kopilka.settings import SettingsError
from kopilka.workspace import Workspace

GOOD = record_text(
    full_example(Practice) | {"related": [], "results": [], "materials": []}, body_of(Practice)
)


def _codes(workspace: Workspace, path: str) -> set[str]:
    return {item.code for item in workspace.report.diagnostics if item.path == path}


def test_a_wrong_field_hides_nothing_else(tmp_path: Path) -> None:
    """A misspelt key, an unknown organisation and record, a phone, a missing section: all in one run."""
    meta = full_example(Practice) | {"related": ["no-such-record"], "organisations": ["shkola-kotoroj-net"]}
    meta["sumary"] = meta.pop("summary")
    meta["period"] = {"start": "2024-09", "end": "2023-05"}
    body = "\n## Введение\n\nТел. +7 912 345-67-89.\n"
    root = make_bank(tmp_path, {"practices/plohaya.md": record_text(meta, body)})
    found = _codes(opened(root), "practices/plohaya.md")
    assert {"K202", "K401", "K402", "K501", "K610", "K704"} <= found
    assert "K201" not in found


def test_what_stands_for_a_wrong_field_is_never_blamed(tmp_path: Path) -> None:
    """Two records without titles are not told that their titles are alike, nor that a status is wrong."""
    meta = full_example(Practice) | {"related": []}
    del meta["title"], meta["summary"], meta["status"], meta["sources"]
    files = {f"practices/{name}.md": record_text(meta, body_of(Practice)) for name in ("pervaya", "vtoraya")}
    found = opened(make_bank(tmp_path, files)).report.diagnostics
    wrong = [item for item in found if item.severity.key == "error" and "файл" not in item.message]
    assert {item.code for item in wrong} <= {"K201", "K407"}


def test_items_that_are_wrong_are_not_called_too_few(tmp_path: Path) -> None:
    """A list whose only term is misspelt is one problem."""
    meta = full_example(Practice) | {"related": [], "themes": ["наставничесво"]}
    root = make_bank(tmp_path, {"practices/zapis.md": record_text(meta, body_of(Practice))})
    codes = [item.code for item in opened(root).report.diagnostics if item.code[:2] in {"K2", "K3"}]
    assert codes == ["K301"]


def test_a_record_with_wrong_fields_is_on_no_page(tmp_path: Path) -> None:
    """What was saved of a record for the checks never reaches the site."""
    meta = full_example(Practice) | {"related": [], "keywords": ["одно"]}
    root = make_bank(tmp_path, {"practices/zapis.md": record_text(meta, body_of(Practice))})
    workspace = opened(root, preview=True)
    assert "zapis" not in workspace.catalog.entries
    assert "praktiki/zapis" not in workspace.plan(directory_urls=True).pages


def test_only_changed_records_are_read_again(tmp_path: Path) -> None:
    """After one file changes, the others keep the very objects they had."""
    files = {f"practices/zapis-{number}.md": GOOD for number in range(3)}
    root = make_bank(tmp_path, files)
    before = opened(root)
    changed = root / "practices" / "zapis-1.md"
    changed.write_text(GOOD.replace("Читательские карты", "Другие карты"), encoding="utf-8")
    after = before.reload()
    same = [
        id_ for id_ in before.catalog.entries if before.catalog.entries[id_] is after.catalog.entries[id_]
    ]
    assert same == ["zapis-0", "zapis-2"]
    assert after.catalog.entries["zapis-1"].record.title.startswith("Другие карты")


def test_a_removed_record_is_gone_and_a_new_one_is_there(tmp_path: Path) -> None:
    """Coming and going files are seen."""
    root = make_bank(tmp_path, {"practices/staraya.md": GOOD})
    before = opened(root)
    (root / "practices" / "staraya.md").rename(root / "practices" / "novaya.md")
    assert list(before.reload().catalog.entries) == ["novaya"]


def test_a_changed_register_is_read_and_every_record_looked_at_anew(tmp_path: Path) -> None:
    """A term that leaves the vocabulary is a problem of the records that use it."""
    root = make_bank(tmp_path, {"practices/zapis.md": GOOD})
    before = opened(root)
    vocabulary = root / "registry" / "vocabularies" / "practice-type.yml"
    text = (
        vocabulary.read_text(encoding="utf-8")
        .replace("педагогическая", "другая")
        .replace("pedagogicheskaya", "drugaya")
    )
    vocabulary.write_text(text, encoding="utf-8")
    os.utime(vocabulary, ns=(1, 1))
    assert "K301" in _codes(before.reload(), "practices/zapis.md")


def test_severities_follow_the_settings(tmp_path: Path) -> None:
    """A bank may make a rule stricter, milder, or switch it off."""
    meta = full_example(Practice) | {"related": [], "keywords": ["одно"]}
    files = {"practices/zapis.md": record_text(meta, body_of(Practice))}
    for level, expected in {"advice": {"advice"}, "off": set()}.items():
        root = make_bank(tmp_path / level, files, settings=f"checks: {{severity: {{K208: '{level}'}}}}\n")
        assert {d.severity.key for d in opened(root).report.diagnostics if d.code == "K208"} == expected


def test_a_folder_that_is_no_bank_is_told_so(tmp_path: Path) -> None:
    """Without kopilka.yml there is no bank, and the message says how to begin one."""
    with pytest.raises(SettingsError, match="kopilka init"):
        opened(tmp_path)


def test_names_that_are_no_records_are_passed_by(tmp_path: Path) -> None:
    """README and hidden files are nobody's records; a Russian file name is told with a better one."""
    files = {
        "practices/README.md": "# Читайте\n",
        "practices/.skryt.md": "x",
        "practices/Моя запись.md": GOOD,
    }
    workspace = opened(make_bank(tmp_path, files))
    names = [(d.path, d.hint) for d in workspace.report.diagnostics if d.code == "K199"]
    assert [path for path, _ in names] == ["practices/Моя запись.md"]
    assert "moya-zapis.md" in names[0][1]
    assert workspace.report.records == 1


def test_the_repository_is_watched() -> None:
    """`serve` looks at the settings, the registers and the folders of records."""
    watched = {path.relative_to(REPOSITORY).as_posix() for path in opened(REPOSITORY).watched}
    assert {"kopilka.yml", "registry", "practices", "projects/cases", "projects/networks", "sites"} <= watched
