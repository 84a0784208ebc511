"""Generated banks are the same every time, clean, and as varied as they claim to be."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from bench.__main__ import main
from bench.draw import id_of, kind_of
from bench.generator import record_files, write_bank
from bench.records import title_of
from tests.bank_maker import opened

SIZE = 200


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated bank."""
    root = tmp_path_factory.mktemp("bank")
    write_bank(root, SIZE)
    return root


def test_records_are_clean(bank: Path) -> None:
    """No rule of the bank finds anything in them: what is measured is the way of good records."""
    workspace = opened(bank)
    assert workspace.report.diagnostics == ()
    assert len(workspace.catalog.entries) == SIZE
    assert len(workspace.catalog.registry.organisations) == 200


def test_the_same_records_come_every_time(tmp_path: Path, bank: Path) -> None:
    """Two banks of one size are equal to the byte."""
    main(["generate", str(tmp_path), str(SIZE)])
    files = [path.relative_to(bank) for path in bank.rglob("*") if path.is_file()]
    assert len(files) > SIZE
    assert all((tmp_path / path).read_bytes() == (bank / path).read_bytes() for path in files)


def test_a_record_depends_on_its_number_alone() -> None:
    """A larger bank begins with the records of a smaller one."""
    assert list(record_files(40))[:20] == list(record_files(20))


def test_kinds_are_mixed_as_in_a_real_bank() -> None:
    """Four records of five are practices; the other kinds are all there."""
    kinds = Counter(kind_of(number) for number in range(1000))
    assert kinds == {"practice": 800, "case": 100, "site": 50, "network": 50}
    assert len({id_of(number) for number in range(1000)}) == 1000


def test_no_two_titles_are_alike() -> None:
    """Ten thousand records have ten thousand titles, summaries tell records apart too."""
    assert len({title_of(number) for number in range(10_000)}) == 10_000


def test_records_are_of_the_size_they_should_be() -> None:
    """About four kilobytes of body, about sixty values above it."""
    bodies, values = [], []
    for _, text in record_files(SIZE):
        _, front, body = text.split("---\n", 2)
        bodies.append(len(body.encode()))
        values.append(count_values(yaml.safe_load(front)))
    assert 3_500 < sum(bodies) / SIZE < 4_500
    assert 55 < sum(values) / SIZE < 70


def test_practices_have_every_part_of_a_body() -> None:
    """The five sections, a list, a table, a note."""
    text = next(text for path, text in record_files(60) if path == "practices/practice-00043.md")
    assert text.count("\n## ") == 5
    assert all(sign in text for sign in ("\n1. ", "\n- ", "\n| --- |", "\n!!! tip", "\n    "))


def count_values(data: Any) -> int:
    """How many texts, numbers and dates there are, however deep."""
    if isinstance(data, dict):
        return sum(map(count_values, data.values()))
    return sum(map(count_values, data)) if isinstance(data, list) else 1
