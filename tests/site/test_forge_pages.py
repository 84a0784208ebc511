"""Where a new file is made on each forge."""

from __future__ import annotations

import pytest

from kopilka.settings import parse_settings
from kopilka.site.forge_pages import new_file_page

PAGES = {
    "github": ("https://github.com/a/b/new/razdel/1/{folder}?filename={name}", "&value="),
    "gitlab": ("https://gitlab.com/a/b/-/new/razdel/1?file_name={folder}/{name}", None),
    "gitea": ("https://git.ru/a/b/_new/razdel/1/{folder}?filename={name}", "&value="),
    "forgejo": ("https://git.ru/a/b/_new/razdel/1/{folder}?filename={name}", "&value="),
    "gitverse": ("https://gitverse.ru/a/b", None),
    "gitflic": ("https://gitflic.ru/project/a/b", None),
}


@pytest.mark.parametrize("kind", PAGES)
def test_the_page_of_each_forge(kind: str) -> None:
    """Its own page where it has one, the repository where it has none; the branch is the bank's."""
    url = ", url: https://git.ru" if kind in {"gitea", "forgejo"} else ""
    settings = parse_settings(f"forge: {{kind: {kind}, repository: a/b, branch: razdel/1{url}}}")
    page = new_file_page(settings.forge)
    assert page is not None
    assert (page.address, page.text) == PAGES[kind]
    assert page.ready == ("{name}" in page.address)


def test_a_bank_in_a_folder() -> None:
    """No forge, no page."""
    assert new_file_page(parse_settings("").forge) is None
