"""What is made of a record beside its page: its article for «Сборник по выбору», its part of common files."""

from __future__ import annotations

from tests.bank_maker import REPOSITORY, opened

from kopilka.catalog.graph import Entry
from kopilka.render.plain import plain_body
from kopilka.site import addresses
from kopilka.site.data.records import record_parts
from kopilka.site.data.shelf import Shelf
from kopilka.site.pages import Beside
from kopilka.site.plan import SitePlan


def _beside(plan: SitePlan, entry: Entry) -> Beside:
    found = plan.render(addresses.of_record(entry)).beside
    assert found
    return found


def test_the_article_of_a_record_is_the_body_of_its_page() -> None:
    """One file, with the body to the letter."""
    plan = opened(REPOSITORY).plan(directory_urls=True)
    entry = plan.drawing.view.catalog.entries["chitatelskie-karty"]
    (article,) = _beside(plan, entry).files
    assert article.path == "data/articles/chitatelskie-karty.js"
    assert "Ход работы" in article.content.decode()


def test_data_made_with_the_page_are_those_made_without_it() -> None:
    """The words of the rendered body are the words of the body read anew."""
    plan = opened(REPOSITORY).plan(directory_urls=True)
    view, shelf = plan.drawing.view, Shelf()
    for entry in view.catalog.newest:
        parts = _beside(plan, entry).parts
        assert parts == record_parts(view, entry, plain_body(entry.body))
        shelf.put(addresses.of_record(entry), parts)
    assert list(plan.data((), shelf)) == list(plan.data(()))


def test_a_shelf_gives_what_was_put_last() -> None:
    """Old bytes stay on the disk and are not found any more."""
    shelf = Shelf()
    for content in (b"one", b"", b"three"):
        shelf.put("a", {"text": content, "card": b"card"})
        shelf.put("b", {"text": content * 2})
        found = [shelf.get(*place) for place in (("a", "text"), ("a", "card"), ("b", "text"), ("b", "card"))]
        assert found == [content, b"card", content * 2, None]
