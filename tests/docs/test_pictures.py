"""The pictures of the guides: each is made by the script, used by a page, described in words, and light."""

from __future__ import annotations

import re
import runpy
from functools import cache

import pytest
from PIL import Image
from tests.bank_maker import REPOSITORY

DOCS = REPOSITORY / "docs"
FOLDER = DOCS / "assets" / "guide"
MOST_KILOBYTES = 100
SHORTEST_WORDS = 30
_PICTURE = re.compile(r"!\[([^\]]*)\]\(assets/guide/([\w-]+)\.webp\)(\{[^}]*\})?")
USED = [found for page in sorted(DOCS.glob("*.md")) for found in _PICTURE.findall(page.read_text("utf-8"))]


@cache
def made() -> set[str]:
    """The names of all pictures that `make pictures` makes."""
    return set(runpy.run_path(str(REPOSITORY / ".ci" / "pictures.py"), run_name="pictures")["PICTURES"])


def test_the_script_the_folder_and_the_pages_agree() -> None:
    """No picture that nobody makes, none that nobody shows."""
    assert {path.stem for path in FOLDER.iterdir()} == made()
    assert {name for _, name, _ in USED} == made()


@pytest.mark.parametrize(("words", "name", "style"), USED, ids=[name for _, name, _ in USED])
def test_a_picture_is_described_and_light(words: str, name: str, style: str) -> None:
    """Who does not see it reads what is on it; a slow line brings it; it fits the page."""
    assert len(words) >= SHORTEST_WORDS
    assert ".k-shot" in style
    path = FOLDER / f"{name}.webp"
    assert path.stat().st_size <= MOST_KILOBYTES * 1024
    with Image.open(path) as image:
        assert image.format == "WEBP"
        assert f"width={image.width}" in style
        assert f"height={image.height}" in style
