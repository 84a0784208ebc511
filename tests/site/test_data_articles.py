"""The texts that «Сборник по выбору» is made of."""

from __future__ import annotations

from tests.bank_maker import REPOSITORY, opened


def test_the_article_of_a_record_is_the_body_of_its_page() -> None:
    """Taken from the drawn page or drawn again, it is the same; the page itself bears no marks of it."""
    plan = opened(REPOSITORY).plan(directory_urls=True)
    path = "praktiki/chitatelskie-karty"
    page = plan.render(path)
    name = "data/articles/chitatelskie-karty.js"
    drawn, again = (
        next(file.content for file in plan.data((), bodies) if file.path == name)
        for bodies in ({path: page.body}, {})
    )
    assert drawn == again
    assert "Ход работы" in drawn.decode()
    assert "\ue002" not in page.html
