"""The frame led to pages, and the addresses of pages."""

from __future__ import annotations

import pytest

from kopilka.site.frame import FooterColumn, Frame, Frames, Link, Tab, absolute, climb, page_file, page_url

PLAN = Frame(
    name="Проба",
    title="Банк",
    tabs=(
        Tab("Каталог", "katalog", sections=("temy",)),
        Tab("Практики", "praktiki"),
        Tab("Форма", "forma", last=True),
    ),
    footer=(
        FooterColumn("Найти", (Link("ИОМ", "slovar#iom"), Link("Реестр", "dannye/reestr.xlsx"))),
        FooterColumn(
            "О сайте", (Link("Для слабовидящих", "#a11y"), Link("Почта", "mailto:bank@example.org"))
        ),
    ),
    licence=Link("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
)


@pytest.mark.parametrize(
    ("path", "folders", "files"),
    [
        ("index", "", "index.html"),
        ("", "", "index.html"),
        ("temy", "temy/", "temy.html"),
        ("/temy/", "temy/", "temy.html"),
        ("guides/index", "guides/", "guides/index.html"),
        ("praktiki/karty", "praktiki/karty/", "praktiki/karty.html"),
        ("slovar#iom", "slovar/#iom", "slovar.html#iom"),
        ("dannye/reestr.xlsx", "dannye/reestr.xlsx", "dannye/reestr.xlsx"),
    ],
)
def test_addresses_of_pages(path: str, folders: str, files: str) -> None:
    """A page is a folder or a file, as the site is built; a file is its own address."""
    assert page_url(path, directory_urls=True) == folders
    assert page_url(path, directory_urls=False) == files


@pytest.mark.parametrize(
    ("path", "folders", "files"),
    [
        ("index", "", ""),
        ("temy", "../", ""),
        ("praktiki/karty", "../../", "../"),
        ("guides/index", "../", "../"),
    ],
)
def test_the_way_up_to_the_root(path: str, folders: str, files: str) -> None:
    """As many steps as the page's address has folders."""
    assert climb(path, directory_urls=True) == folders
    assert climb(path, directory_urls=False) == files


def test_files_of_pages() -> None:
    """Where a page lies on the disk."""
    assert page_file("index", directory_urls=True) == "index.html"
    assert page_file("temy/igra", directory_urls=True) == "temy/igra/index.html"
    assert page_file("temy/igra", directory_urls=False) == "temy/igra.html"


def test_addresses_are_led_from_the_page() -> None:
    """Paths of the site start from the page, whole addresses and places stay."""
    frame = Frames(PLAN, directory_urls=True).at("praktiki/karty")
    assert frame.home_url == "../../"
    assert [tab.url for tab in frame.tabs] == ["../../katalog/", "../../praktiki/", "../../forma/"]
    assert [link.url for column in frame.footer for link in column.links] == [
        "../../slovar/#iom",
        "../../dannye/reestr.xlsx",
        "#a11y",
        "mailto:bank@example.org",
    ]
    assert frame.licence == PLAN.licence
    assert Frames(PLAN, directory_urls=True).at("index").home_url == "./"


@pytest.mark.parametrize(
    ("path", "active"),
    [
        ("praktiki/karty", 1),
        ("praktiki", 1),
        ("temy/igra/stranica-2", 0),
        ("praktikum/karty", None),
        ("index", None),
    ],
)
def test_the_tab_of_the_part_is_active(path: str, active: int | None) -> None:
    """By whole steps of the path, not by its first letters."""
    tabs = Frames(PLAN, directory_urls=True).at(path).tabs
    assert [number for number, tab in enumerate(tabs) if tab.active] == ([] if active is None else [active])


def test_pages_of_one_depth_and_tab_share_a_frame() -> None:
    """The theme draws a frame once, so it must be the same object."""
    frames = Frames(PLAN, directory_urls=True)
    assert frames.at("praktiki/karty") is frames.at("praktiki/tekst-nedeli")
    assert frames.at("praktiki/karty") is not frames.at("praktiki")


def test_a_page_that_may_be_anywhere_starts_from_the_root_of_the_server() -> None:
    """404 is shown at any depth."""
    frame = absolute(Frames(PLAN, directory_urls=True).at("index"), "/bank")
    assert frame.home_url == "/bank/"
    assert frame.tabs[1].url == "/bank/praktiki/"
    assert frame.footer[1].links[0].url == "#a11y"
