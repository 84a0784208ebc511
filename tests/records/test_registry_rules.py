"""Registers that contradict themselves: names met twice, references to nothing, circles, broken addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel
from tests.catalog.rules.trial import registry
from tests.golden import GOLDEN_FOLDER, Golden, question_in, show

from kopilka.records.frontmatter import read_yaml
from kopilka.records.registry import GlossaryFile, OrganisationsFile, Vocabulary
from kopilka.records.registry_rules import REGISTRY_CODES, check_registers
from kopilka.records.source import Source
from kopilka.records.validate import validate

FOLDER = GOLDEN_FOLDER / "registers"
FILES = sorted(FOLDER.glob("*.yml"))
MODELS: dict[str, type[BaseModel]] = {
    "vocabularies": Vocabulary,
    "organisations": OrganisationsFile,
    "glossary": GlossaryFile,
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_register(path: Path, golden: Golden) -> None:
    """A wrong register gives what its golden file tells, a right one gives nothing."""
    question, kind = question_in(path), path.stem.partition("-")[0]
    source = Source(f"registry/{kind}.yml", question)
    vocabularies = registry().vocabularies
    value, wrong = validate(read_yaml(source)[0], MODELS[kind], source, vocabularies=vocabularies, whole=True)
    assert value is not None, wrong
    found = list(check_registers([(source, value)]))
    assert bool(found) is path.stem.endswith("wrong")
    golden.check_answer(path, question, show(found))


def test_every_code_of_registers_has_a_wrong_one() -> None:
    """No code without an example of what it says."""
    told = "".join(path.read_text(encoding="utf-8") for path in FILES)
    assert {code.id for code in REGISTRY_CODES if f" {code.id} " not in told} == set()


def test_two_files_are_one_register() -> None:
    """An organisation met in two files is told with the place of the first."""
    text = "organisations:\n  - {id: shkola-1, name: Школа, short: Школа, type: shkola}\n"
    sources = [Source(f"registry/organisations/{name}.yml", text) for name in "ab"]
    files = []
    for source in sources:
        value, _ = validate(
            read_yaml(source)[0], OrganisationsFile, source, vocabularies=registry().vocabularies, whole=True
        )
        assert value is not None
        files.append((source, value))
    (found,) = check_registers(files)
    assert found.path == "registry/organisations/b.yml"
    assert "registry/organisations/a.yml, строка 2" in found.message
