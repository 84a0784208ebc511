"""Every rule on small records: wrong ones with what is said of them, right ones let through in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.catalog.rules.trial import findings, parse_cases, show_in_place
from tests.golden import GOLDEN_FOLDER, Golden, question_in

from kopilka.catalog.rules import RULE_CODES
from kopilka.records.field_codes import RETIRED_TERM

FOLDER = GOLDEN_FOLDER / "rules"
FILES = sorted(FOLDER.glob("*.txt"))
OWN = {code.id for code in (*RULE_CODES, RETIRED_TERM)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rule(path: Path, golden: Golden) -> None:
    """A wrong record gives what its golden file tells, a right one gives nothing."""
    question, answers = question_in(path), []
    for name, wrong, case in parse_cases(question):
        found = findings(case)
        assert bool(found) is wrong, f"{name}: {[str(item) for item in found]}"
        answers.append(f"=== {name}\n{show_in_place(found, case)}")
    golden.check_answer(path, question, "\n".join(answers))


def test_every_code_of_the_rules_has_a_wrong_record() -> None:
    """No code without an example of what it says."""
    told = "".join(path.read_text(encoding="utf-8") for path in FILES)
    assert {code for code in OWN if f"\n{code} " not in told} == set()


def test_every_rule_has_a_record_that_it_lets_through() -> None:
    """A rule that always speaks is no rule."""
    for path in FILES:
        cases = parse_cases(question_in(path))
        assert any(wrong for _, wrong, _ in cases), path
        assert any(not wrong for _, wrong, _ in cases), path
