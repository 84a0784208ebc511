"""Attribute lists."""

from __future__ import annotations

import pytest
from markdown_it.token import Token
from tests.render.page import look

from kopilka.render.attributes import CLASSES, apply_attributes, class_name
from kopilka.render.body import BodyRenderer

RENDERER = BodyRenderer()
# Where an author gives a class to each element.
PLACES = {
    "img": "![x](a.png){.NAME}",
    "table": "| a |\n| --- |\n| b |\n\n{.NAME}",
    "ul": "- a\n- b\n\n{.NAME}",
    "ol": "1. a\n2. b\n\n{.NAME}",
    "p": "a\n{.NAME}",
    "blockquote": "> a\n\n{.NAME}",
    "em": "b *a*{.NAME}",
    "strong": "b **a**{.NAME}",
    "a": "b [a](https://example.org){.NAME}",
}


@pytest.mark.parametrize(("tag", "place"), PLACES.items(), ids=PLACES)
def test_every_class_reaches_the_page(tag: str, place: str) -> None:
    """Each class of each element is read, passes the guard and leaves no trace in the text."""
    for name in sorted(CLASSES[tag]):
        html = RENDERER.render(place.replace("NAME", name)).html
        assert class_name(tag, name) in html
        assert "{" not in look(html).text


def test_every_element_has_a_place() -> None:
    """No element of the list is forgotten here."""
    assert PLACES.keys() == CLASSES.keys()


def test_only_what_is_allowed() -> None:
    """Sizes of pictures in pixels or percents, a language, classes of the element; nothing else."""
    token = Token("image", "img", 0)
    apply_attributes(token, ".left .button #id width=50% height=20px lang=en-GB style=x onload='x y' src=b")
    assert token.attrs == {"class": "k-left", "width": "50%", "height": "20", "lang": "en-GB"}


def test_sizes_that_make_no_sense() -> None:
    """A size that is no size is dropped."""
    token = Token("image", "img", 0)
    apply_attributes(token, "width=0 height=50% width=150% height=-1 width=1e9 lang=русский")
    assert token.attrs == {}
