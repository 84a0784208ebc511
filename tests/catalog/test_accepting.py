"""What a record accepts with a reason is not told again; what cannot be accepted so is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.bank_maker import make_bank, opened
from tests.catalog.writing import practice

OLD = {"title": "Полка давних работ и находок", "reviewed": "2020-09-01"}
PHONE = {"title": "Карты для чтения на уроках", "authors": [{"position": "учитель, 8 900 000-00-00"}]}
WHY = "кружок закрыли, запись хранит опыт"


def told(
    root: Path, fields: Mapping[str, object], *codes: str, settings: str = "bank: {name: Проба}\n"
) -> str:
    """The codes of records in a bank of one record that accepts `codes`, with what is accepted wrongly."""
    accepted = {"accepted": [{"code": code, "why": WHY} for code in codes]} if codes else {}
    root = make_bank(root, {"practices/zapis.md": practice(**fields, **accepted)}, settings=settings)
    found = (item for item in opened(root).report.diagnostics if item.path.startswith("practices/"))
    return " ".join(item.code for item in found if item.code not in {"K230", "K231", "K508"})


@pytest.mark.parametrize(
    ("fields", "codes", "expected"),
    [
        (OLD, (), "K712"),
        (OLD, ("K712",), ""),
        (OLD, ("K712", "K712"), "K812"),
        (OLD, ("K712", "K230"), ""),
        (OLD, ("K713",), "K712 K812"),
        (OLD, ("K999",), "K712 K811"),
        (OLD, ("K712", "K420"), ""),
        (PHONE, ("K610",), "K610 K813"),
    ],
)
def test_what_is_accepted(
    fields: dict[str, object], codes: tuple[str, ...], expected: str, tmp_path: Path
) -> None:
    """Remarks and advice can be accepted, errors cannot; a link's fate is known to the network alone."""
    assert told(tmp_path, fields, *codes) == expected


def test_the_settings_decide_about_errors(tmp_path: Path) -> None:
    """The keeper of the bank may let authors accept an error, or call it a remark."""
    lenient = "checks: {acceptable: [K610]}\n"
    assert not told(tmp_path / "a", PHONE, "K610", settings=lenient)
    milder = "checks: {severity: {K610: warning}}\n"
    assert not told(tmp_path / "b", PHONE, "K610", settings=milder)
    stricter = "checks: {severity: {K712: error}}\n"
    assert told(tmp_path / "c", OLD, "K712", settings=stricter) == "K712 K813"


def test_files_beside_the_record_are_its_own(tmp_path: Path) -> None:
    """A finding about a file is accepted in the record that the file lies beside."""
    files = {
        "practices/zapis.md": practice(**OLD, accepted=[{"code": c, "why": WHY} for c in ("K712", "K411")]),
        "practices/zapis/lishnij.txt": "текст",
    }
    found = {item.code for item in opened(make_bank(tmp_path, files)).report.diagnostics}
    assert not found & {"K411", "K712", "K812"}


def test_a_record_with_wrong_fields_accepts_too(tmp_path: Path) -> None:
    """A slip in one field does not bring back what was accepted in another."""
    fields = {**OLD, "created": "10.06.2021"}
    assert told(tmp_path, fields, "K712") == "K701"
