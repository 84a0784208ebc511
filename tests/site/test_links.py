"""Which links of a page are found wanting."""

from __future__ import annotations

import pytest

from kopilka.site.links import BadLink, LinkCheck, resolve

KNOWN = {
    "index.html",
    "praktiki/karty/index.html",
    "praktiki/karty/karta.svg",
    "slovar/index.html",
    "опыт.pdf",
}
PAGE = "praktiki/karty/index.html"


def look(html: str) -> list[str]:
    """The bad links of one page."""
    check = LinkCheck(KNOWN, common=("a11y",))
    return [bad.href for bad in check.look(PAGE, html)]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../../slovar/">',
        '<a class="x" href="../../">',
        '<a href="../../slovar/?q=1">',
        '<a href="">',
        '<a href="./">',
        '<img alt="a" src="karta.svg">',
        '<a href="#mesto">к месту</a><h2 id="mesto">',
        '<a href="#a11y">',
        '<a href="https://example.org/x">',
        '<a href="mailto:bank@example.org">',
        '<a href="../../%D0%BE%D0%BF%D1%8B%D1%82.pdf">',
        '<img src="data:image/gif;base64,R0lGOD">',
        '<link rel="canonical" href="https://example.org/">',
        "&lt;a href=&quot;net/&quot;&gt;",
    ],
)
def test_good_links(html: str) -> None:
    """Pages, files, places, other sites, mailboxes; what only looks like a link in a text."""
    assert look(html) == []


@pytest.mark.parametrize(
    ("html", "href"),
    [
        ('<a href="../net/">', "../net/"),
        ('<img src="net.svg">', "net.svg"),
        ('<a href="#net">', "#net"),
        ('<a href="../../../vne/">', "../../../vne/"),
        ('<a href="/slovar/">', "/slovar/"),
        ('<a href="a&amp;b/">', "a&b/"),
    ],
)
def test_bad_links(html: str, href: str) -> None:
    """Missing pages, files and places; the way out of the site; the root of a server that may not be ours."""
    assert look(html) == [href]


def test_requests_to_other_sites_are_told_apart() -> None:
    """A link leads away when pressed; a picture asks as soon as the page is opened."""
    check = LinkCheck(KNOWN)
    found = list(check.look(PAGE, '<a href="https://a.example/"><img src="https://b.example/x.png">'))
    assert [(bad.href, bad.outside) for bad in found] == [("https://b.example/x.png", True)]


def test_places_on_other_pages_are_looked_up_at_the_end() -> None:
    """Each page that links lead to is read once, however many links there are."""
    check = LinkCheck(KNOWN)
    links = '<a href="../../slovar/#iom"><a href="../../slovar/#net">'
    assert not list(check.look(PAGE, links))
    assert not list(check.look("index.html", '<a href="slovar/#iom">'))
    read: list[str] = []

    def read_page(path: str) -> str:
        read.append(path)
        return '<dt id="iom">ИОМ</dt>'

    assert list(check.finish(read_page)) == [
        BadLink(PAGE, "../../slovar/#net", "на той странице нет места «net»")
    ]
    assert read == ["slovar/index.html"]


@pytest.mark.parametrize(
    ("folder", "path", "file"),
    [
        ("praktiki/karty/", "../tekst/", "praktiki/tekst/index.html"),
        ("praktiki/karty/", "../../", "index.html"),
        ("praktiki/karty/", "..", "praktiki/index.html"),
        ("praktiki/karty/", ".", "praktiki/karty/index.html"),
        ("", "a/../b.html", "b.html"),
        ("", "../a.html", "../a.html"),
        ("praktiki/", "karty.html", "praktiki/karty.html"),
    ],
)
def test_addresses_are_followed_as_a_browser_would(folder: str, path: str, file: str) -> None:
    """Up, down and through folders; out of the site stays out of the site."""
    assert resolve(folder, path) == file
