"""The manifest of a collection: its numbers, its papers, and what people hear of a wrong field."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from tests.bank_maker import make_bank, opened
from tests.catalog.rules.trial import registry
from tests.golden import GOLDEN_FOLDER, Golden, show

from kopilka.records.collection import Collection
from kopilka.records.frontmatter import read_yaml
from kopilka.records.isbn import Isbn, check_digit, digits_of
from kopilka.records.paper import PAPERS, Paper
from kopilka.records.source import Source
from kopilka.records.validate import validate

ISBN: TypeAdapter[str] = TypeAdapter(Isbn)
PAPER: TypeAdapter[str] = TypeAdapter(Paper)
_WRONG = """\
titel: Читаем вместе
year: 26
purpose: методическое
publisher: [Центр]
udc: три
author_mark: Читаем
isbn: {print: 978-5-00000-000-8, pdf: 5-00000-001-4}
annotation: Коротко.
age: 12
paper: А5
print_run: сто
commit: HEAD
date: 01.09.2026
recommended: учёный совет
sections:
  - titel: Читаем
    query: {status: published, order: по алфавиту}
"""


@pytest.mark.parametrize(
    "written", ["978-5-00000-000-7", "ISBN 978-5-00000-000-7", "9785000000007", "978 5 00000 000 7"]
)
def test_an_isbn_as_people_write_it(written: str) -> None:
    """With the word and without, with hyphens or blanks; the number is the same."""
    assert digits_of(ISBN.validate_python(written)) == "9785000000007"


@pytest.mark.parametrize(
    "written", ["978-5-00000-000-8", "5-00000-000-7", "977-5-00000-000-7", "978-5-00000-OOO-7", "", None, []]
)
def test_what_is_no_isbn(written: object) -> None:
    """A wrong digit, ten digits, another prefix, letters, nothing."""
    with pytest.raises(ValidationError):
        ISBN.validate_python(written)


@given(st.from_regex(r"97[89][0-9]{9}", fullmatch=True), st.integers(0, 11))
def test_the_check_digit_sees_one_wrong_digit(first: str, place: int) -> None:
    """Whichever digit is mistaken for the next one, the last digit no longer fits (ISO 2108)."""
    slip = first[:place] + str((int(first[place]) + 1) % 10) + first[place + 1 :]
    assert check_digit(slip) != check_digit(first)


@pytest.mark.parametrize("written", ["60х84/16", "60x84/16", "60 × 84 / 16", "60*84/16"])
def test_the_sign_of_a_paper_format(written: str) -> None:
    """The sign between the numbers is typed as anything that looks like it."""
    assert PAPER.validate_python(written) == "60×84/16"
    assert PAPERS["60×84/16"].page == (148, 210)


def test_wrong_fields_are_told(golden: Golden) -> None:
    """Each wrong field at its place, in words, with what was meant."""
    source = Source("registry/collections/proba.yml", _WRONG)
    data, _ = read_yaml(source)
    value, found = validate(data, Collection, source, vocabularies=registry().vocabularies, whole=True)
    assert value is None
    golden.check(GOLDEN_FOLDER / "manifest-fields.txt", show(found))


def test_the_papers_of_the_model_are_those_of_the_table() -> None:
    """A format that may be written has its sizes."""
    assert [name for name in PAPERS if PAPER.validate_python(name) != name] == []


def test_two_files_of_one_name(tmp_path: Path) -> None:
    """The first stays the collection of that name, the other is told of."""
    text = "title: Читаем вместе\nyear: 2026\nsections: [{records: [proba]}]\n"
    names = ("registry/collections/proba.yaml", "registry/collections/proba.yml")
    bank = opened(make_bank(tmp_path / "bank", dict.fromkeys(names, text)))
    assert bank.catalog.registry.manifests["proba"].path == names[0]
    told = [(found.path, found.code) for found in bank.report.diagnostics if found.code != "K402"]
    assert told == [(names[1], "K303")]
