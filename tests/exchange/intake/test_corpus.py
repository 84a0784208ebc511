"""The corpus of awkward applications: what must come out of each, and that no word of any is lost."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from tests.bank_maker import TODAY, make_bank, opened
from tests.exchange.intake.corpus import CORPUS
from tests.golden import GOLDEN_FOLDER, Golden

from kopilka.exchange.intake import Bank, Line, as_json, as_text
from kopilka.exchange.intake.aliases import default_aliases
from kopilka.exchange.intake.one import Outcome, read_one

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD = re.compile(r"[^\W\d_]{2,}")
_PRIVATE = frozenset((
    "смирнова", "анна", "павловна", "петрова", "мария", "ивановна", "орлова", "елена",
    "викторовна", "ким", "соколова", "вера", "андреевна", "кузнецова", "ольга", "петровна",
    "пётр", "иванов", "shkola", "mail", "ru", "petrova", "mi", "yandex",
    "kuznetsova", "gmail",
    "тел", "com",
))  # fmt: skip
"""What is left out on purpose and told of: names and e-mail addresses of the corpus."""


@pytest.fixture(scope="session")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """A bank with the repository's registers and no record."""
    workspace = opened(make_bank(tmp_path_factory.mktemp("bank"), {}))
    return Bank(workspace.kinds, workspace.registers.registry, {}, default_aliases(), TODAY)


@pytest.fixture(scope="session")
def outcomes(bank: Bank) -> dict[str, tuple[bytes, Outcome]]:
    """Every file of the corpus, read once."""
    made = {name: make() for name, make in CORPUS.items()}
    return {name: (data, read_one(bank, name, data)) for name, data in made.items()}


def lines_of(outcome: Outcome) -> list[Line]:
    """The lines of the report that a file gives."""
    lines = [Line(outcome.source, f"{told.draft.name}.md", "written", told) for told in outcome.told]
    return [*lines, Line(outcome.source, refusal=outcome.refusal)] if outcome.refusal else lines


def words_in(data: bytes) -> set[str]:
    """The words of a Word document as it stands, deleted ones left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        roots = [
            etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)
        ]
    paragraphs = [paragraph for root in roots for paragraph in root.iter(f"{_W}p")]
    texts = ["".join(node.text or " " for node in item.iter(f"{_W}t", f"{_W}br")) for item in paragraphs]
    return {word.lower() for word in _WORD.findall(" ".join(texts))}


@pytest.mark.parametrize("name", CORPUS)
def test_what_comes_out(
    name: str, bank: Bank, outcomes: dict[str, tuple[bytes, Outcome]], golden: Golden
) -> None:
    """Each application gives the record, the report and the questions that a methodologist expects of it."""
    _, outcome = outcomes[name]
    report = as_text(lines_of(outcome), bank.indexes).split("\nФайл ")[0]
    drafts = "\n".join(told.draft.text for told in outcome.told)
    golden.check(GOLDEN_FOLDER / "intake" / f"{name}.txt", f"{report}\n{drafts}")


@pytest.mark.parametrize("name", [name for name in CORPUS if name.endswith(".docx")])
def test_no_word_is_lost(name: str, bank: Bank, outcomes: dict[str, tuple[bytes, Outcome]]) -> None:
    """Every word of a document is in the record, in the report, or among what was left out on purpose."""
    data, outcome = outcomes[name]
    if outcome.refusal:
        return
    told = " ".join([as_json(lines_of(outcome), bank.indexes), *(item.draft.text for item in outcome.told)])
    kept = {word.lower() for word in _WORD.findall(told.replace("\\n", " "))}
    assert words_in(data) - kept - _PRIVATE == set()


@pytest.mark.parametrize("name", CORPUS)
def test_nothing_private_comes_in(name: str, bank: Bank, outcomes: dict[str, tuple[bytes, Outcome]]) -> None:
    """Neither a draft nor a report holds a name, a telephone, an e-mail or a number of the applications."""
    _, outcome = outcomes[name]
    told = " ".join([as_json(lines_of(outcome), bank.indexes), *(item.draft.text for item in outcome.told)])
    for secret in (
        "Петрова",
        "Смирнова",
        "Орлова",
        "Кузнецова",
        "Соколова",
        "Иванов",
        "@",
        "445 95",
        "730-",
        "921",
    ):
        assert secret not in told, secret


def test_report_for_programs(bank: Bank, outcomes: dict[str, tuple[bytes, Outcome]]) -> None:
    """JSON says of each field where it stood and how surely it was understood."""
    _, outcome = outcomes["07-opechatki.docx"]
    file = json.loads(as_json(lines_of(outcome), bank.indexes))["files"][0]
    demand = next(item for item in file["fields"] if item["field"] == "programme.demand")
    assert demand["how"] == "guess"
    assert demand["confidence"] >= 78
    assert demand["place"] == "таблица 1, строка 2"
    assert Path(file["record"]).suffix == ".md"
