"""`kopilka form`, as a person calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kopilka.cli import main
from kopilka.exchange.forms.reading import read_form, read_forms

BANK = Path(__file__).parents[1] / "banks" / "full"


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv"])
def test_an_empty_form_of_a_kind(tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A kind by its Russian name gives a form in each format; one that is there already is not replaced."""
    path = tmp_path / f"form.{ending}"
    call = ["form", "Практика", "-o", str(path), "--root", str(BANK)]
    assert main(call) == 0
    assert "Форма «Практика» готова" in capsys.readouterr().out
    assert main(call) == 2
    assert "--force" in capsys.readouterr().err
    assert main([*call, "--force"]) == 0


def test_the_form_of_a_record(tmp_path: Path) -> None:
    """A record by its id or path gives a form filled with it, which names it."""
    record = next(path for path in sorted((BANK / "practices").glob("*.md")) if path.name != "README.md")
    for what, name in ((record.stem, "a.docx"), (str(record), "b.xlsx")):
        path = tmp_path / name
        assert main(["form", what, "-o", str(path), "--root", str(BANK)]) == 0
        form = read_form(path) or next(iter(read_forms(path)), None)
        assert form is not None
        assert form.record == record.stem
        assert form.data["title"]


def test_wrong_calls(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown name and an unknown ending are told with what to do."""
    assert main(["form", "practise", "-o", str(tmp_path / "a.docx"), "--root", str(BANK)]) == 2
    assert "Возможно, practice" in capsys.readouterr().err
    assert main(["form", "practice", "-o", str(tmp_path / "a.pdf"), "--root", str(BANK)]) == 2
    assert ".docx, .xlsx или .csv" in capsys.readouterr().err
    assert main(["form", "practice", "-o", str(tmp_path / "no" / "a.docx"), "--root", str(BANK)]) == 2
    assert "не удалось записать" in capsys.readouterr().err
