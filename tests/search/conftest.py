"""The documents of this repository's own bank, indexed once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kopilka.search import Document, Group, Index, SearchFile, build_index, pack
from kopilka.site.data import search
from kopilka.site.data.build import SiteData
from kopilka.site.data.written import WrittenPage
from kopilka.workspace import open_workspace

REPOSITORY = Path(__file__).parent.parent.parent
WRITTEN = (WrittenPage("uchitelyu", "Учителю", "Как искать", "Наберите слово «портфолио» или номер школы."),)


@dataclass(frozen=True)
class Indexed:
    """What was indexed and what came of it."""

    documents: list[Document]
    groups: list[Group]
    index: Index
    files: list[SearchFile]


@pytest.fixture(scope="session")
def data() -> SiteData:
    """The bank's data for scripts."""
    plan = open_workspace(REPOSITORY, today=date(2026, 11, 22)).plan(directory_urls=True)
    return SiteData(plan.drawing.view, WRITTEN)


@pytest.fixture(scope="session")
def indexed(data: SiteData) -> Indexed:
    """The bank's index."""
    documents = list(data.documents)
    groups = list(search.groups(data._view.registry))
    index = build_index(documents, groups)
    return Indexed(documents, groups, index, pack(index))
