"""`kopilka schema`: for one kind on the screen, for all of them in a folder, for an editor in the bank."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bank_maker import make_bank
from tests.cli.command import complained, printed, run


def test_a_schema_is_printed(tmp_path: Path) -> None:
    """One kind, by its Russian name; a collection by its own."""
    bank = make_bank(tmp_path / "bank", {})
    result = run("schema", "Практика", folder=bank)
    assert result.returncode == 0
    assert json.loads(printed(result))["title"] == "Практика"
    assert json.loads(printed(run("schema", "сборник", folder=bank)))["title"] == "Сборник"


def test_schemas_are_written(tmp_path: Path) -> None:
    """All kinds into a folder; settings of VS Code into the bank."""
    bank = make_bank(tmp_path / "bank", {})
    assert run("schema", "--out", "schemas", folder=bank).returncode == 0
    names = sorted(path.name for path in (bank / "schemas").iterdir())
    assert names == [f"{name}.schema.json" for name in ("case", "collection", "network", "practice", "site")]
    assert run("schema", "--vscode", folder=bank).returncode == 0
    assert json.loads((bank / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]


def test_wrong_calls(tmp_path: Path) -> None:
    """A kind that is not there, and nothing to choose from."""
    bank = make_bank(tmp_path / "bank", {})
    assert "нет такого вида записей: «praktise»." in complained(run("schema", "praktise", folder=bank))
    assert "укажите вид записи или папку для всех схем" in complained(run("schema", folder=bank))
