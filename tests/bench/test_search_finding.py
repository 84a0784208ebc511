"""The benchmark of the search in a browser runs over small banks; how large its figures are is not judged."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from bench.finding.browser import Measured, measure
from bench.finding.queries import COUNT, make_queries
from bench.finding.report import Bank, Peer, percentile, tables
from bench.finding.rich import Words, write_rich_bank
from bench.finding.run import FOLDER
from bench.finding.site import documents_of, plan_of, write_site
from bench.generator import write_bank
from bench.node import run_script

from kopilka.search import Document

SIZE = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the bank and the site lie."""
    return tmp_path_factory.mktemp("finding")


@pytest.fixture(scope="module")
def documents(folder: Path) -> list[Document]:
    """The documents of a rich bank."""
    write_rich_bank(folder / "bank", SIZE)
    return documents_of(plan_of(folder / "bank"))


@pytest.fixture(scope="module")
def measured(folder: Path, documents: list[Document]) -> Measured:
    """Everything measured in the browser."""
    site = write_site(plan_of(folder / "bank"), folder / "shell")
    return measure(site, make_queries(documents)[:16], starts=1, clicks=9)


def test_rich_bodies_have_many_words(folder: Path, documents: list[Document]) -> None:
    """Bodies keep their size and marks; the words are many more than the phrases have."""
    write_bank(folder / "phrases", SIZE)
    few = documents_of(plan_of(folder / "phrases"))
    words, phrases = ({word for text in listed for word in text.text.split()} for listed in (documents, few))
    assert len(words) > 3 * len(phrases)
    lengths = [sum(len(text.text) for text in listed) for listed in (documents, few)]
    assert 0.8 < lengths[0] / lengths[1] < 1.25


def test_made_up_words_are_the_same_every_time() -> None:
    """They depend on the record's number alone."""
    text = "учитель собирает записи и раздаёт карточки"
    assert Words().enrich(text, 5) == Words().enrich(text, 5) != Words().enrich(text, 6)


def test_queries_are_many_and_the_same(documents: list[Document]) -> None:
    """Whole, unfinished and in a foreign layout."""
    queries = make_queries(documents)
    assert queries == make_queries(documents)
    assert len(queries) == COUNT >= 200
    assert sum(query["typing"] for query in queries) == COUNT // 4
    assert any(re.match(r"[a-z\[\];',. `]+$", query["words"]) for query in queries)


def test_nothing_comes_before_the_field_is_touched(measured: Measured) -> None:
    """What the first query downloads is told by parts."""
    assert not measured.weight.before
    assert {"код", "слова и словарь", "вхождения слов", "карточки и тексты"} <= measured.weight.parts.keys()
    assert measured.weight.total == sum(measured.weight.parts.values()) > 0
    assert measured.facets > 0


def test_every_figure_is_measured(measured: Measured) -> None:
    """In a quick browser and in a slow one."""
    assert [speed.slower for speed in measured.speeds] == [1, 4]
    for speed in measured.speeds:
        assert speed.ready.wall > 0
        assert speed.ready.cpu > 0
        assert len(speed.first) == len(speed.again) == 16
        assert len(speed.compute) == len(speed.click) == len(speed.cards) == 9
        assert all(cost.wall > 0 and cost.cpu > 0 for cost in (*speed.first, *speed.click, *speed.cards))


def test_peers_over_the_same_documents(documents: list[Document]) -> None:
    """Both build, load and answer."""
    given = {"documents": [asdict(one) for one in documents], "queries": make_queries(documents)[:5]}
    peers = [Peer(name, **figures) for name, figures in run_script(FOLDER / "peers.js", given).items()]
    assert [peer.name for peer in peers] == ["lunr", "minisearch"]
    assert all(peer.bytes > 0 and len(peer.asked) == 5 for peer in peers)


def test_table_has_the_bars(measured: Measured) -> None:
    """A reader sees at once what is asked for."""
    peer = Peer("lunr", 2048, 12.0, [1.0, 2.0])
    printed = tables([Bank("фразы", measured, (peer,))], 10_000)
    assert "10\u00a0000 записей" in printed
    assert re.search(r"\| первый запрос скачивает, КБ gzip \| [\d\u00a0]+ \|  \| 1 024 \|", printed)
    assert "| lunr.js 2.3.9 + ru | фразы | 2 | 12 | 2,0 / 2,0 |" in printed


def test_percentile() -> None:
    """The value that so many others do not exceed."""
    assert percentile([3, 1, 2, 4], 0.5) == 3
    assert percentile(range(100), 0.95) == 95
    assert percentile([7], 0.95) == 7
