"""Pages drawn ahead in a second process are the pages that the plan draws."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from tests.bank_maker import make_bank, opened
from tests.examples import body_of, full_example, record_text

from kopilka.mkdocs_plugin import ahead
from kopilka.mkdocs_plugin.ahead import FEWEST, Ahead
from kopilka.records.practice import Practice
from kopilka.site.plan import SitePlan

FORKS = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="Windows has no fork: everything is drawn in one process"
)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> SitePlan:
    """The plan of a small bank."""
    text = record_text(full_example(Practice) | {"related": []}, body_of(Practice))
    root = make_bank(
        tmp_path_factory.mktemp("bank"), {f"practices/zapis-{number}.md": text for number in range(6)}
    )
    return opened(root).plan(directory_urls=True)


@pytest.fixture
def _two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with two processors and no other thread; pytest's own threads only wait."""
    monkeypatch.setattr(ahead, "_can_fork", lambda: True)


@FORKS
@pytest.mark.usefixtures("_two_processes")
@pytest.mark.filterwarnings("ignore:This process.*multi-threaded:DeprecationWarning")
def test_pages_in_order_are_the_plans_own(plan: SitePlan) -> None:
    """Whoever drew a page, it is the same to the letter."""
    artist = Ahead(plan, tuple(plan.pages), fewest=1)
    assert all(artist.render(path) == plan.render(path) for path in plan.pages)
    artist.close()


@FORKS
@pytest.mark.usefixtures("_two_processes")
@pytest.mark.filterwarnings("ignore:This process.*multi-threaded:DeprecationWarning")
def test_pages_asked_for_out_of_order_are_drawn_all_the_same(plan: SitePlan) -> None:
    """A page that is left out or comes first does no harm."""
    artist = Ahead(plan, tuple(plan.pages), fewest=1)
    for path in reversed(list(plan.pages)[:20]):
        assert artist.render(path) == plan.render(path)
    artist.close()


@FORKS
@pytest.mark.usefixtures("_two_processes")
@pytest.mark.filterwarnings("ignore:This process.*multi-threaded:DeprecationWarning")
def test_a_lost_child_is_no_lost_page(plan: SitePlan) -> None:
    """When the second process is killed, the rest is drawn here."""
    artist = Ahead(plan, tuple(plan.pages), fewest=1)
    os.kill(artist._child.pid or 0, signal.SIGKILL)
    assert all(artist.render(path) == plan.render(path) for path in plan.pages)
    artist.close()


def test_a_small_bank_needs_no_second_process(plan: SitePlan, tmp_path: Path) -> None:
    """Under the limit nothing is started, and pages are drawn as ever."""
    artist = Ahead(plan, tuple(plan.pages)[: FEWEST - 1])
    assert artist._pipe is None
    assert artist.render("index") == plan.render("index")
    assert list(tmp_path.iterdir()) == []
