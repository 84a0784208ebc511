"""The links of a bank, asked of a real site: what is told where, how politely, and not twice."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.bank_maker import TODAY, make_bank, opened
from tests.catalog.writing import practice
from tests.workspace.links.site import Site, serving

from kopilka.workspace.links import CACHE, LinkReport, check_links

SETTINGS = "checks: {links: {private: true, pause_milliseconds: 0, skipped: [prervano.ru]}}\n"
REASON = "страницу вернут к сентябрю"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A site on this machine."""
    with serving() as site:
        yield site


def bank(root: Path, site: Site) -> Path:
    """Two records with links in fields, in texts, bare, and to sites that nobody may own."""
    first = practice(
        title="Карты для чтения на уроках",
        materials=[
            {"title": "Карты", "kind": "документ", "url": f"{site.url}/gone"},
            {"title": "Набор", "kind": "документ", "url": "https://example.org/nabor"},
            {"title": "Видео", "kind": "видео", "url": "https://video.prervano.ru/1"},
        ],
    )
    text = f"[Набор карт]({site.url}/moved), [правила]({site.url}/ok), запись: {site.url}/sick\n"
    second = (
        practice(title="Полка незаконченных работ", accepted=[{"code": "K424", "why": REASON}])
        + f"\n[Кабинет]({site.url}/closed) и ещё раз [карты]({site.url}/gone).\n"
    )
    return make_bank(
        root, {"practices/karty.md": f"{first}\n{text}", "practices/polka.md": second}, settings=SETTINGS
    )


def shown(report: LinkReport) -> list[tuple[str, str, str]]:
    """What is told: the file, the code, the piece of the page's address in the message."""
    return [
        (item.path, item.code, item.message.partition("/127.0.0.1:")[2].partition("/")[2].partition("»")[0])
        for item in sorted(report.found, key=lambda item: item.sort_key)
    ]


def test_links_of_a_bank(site: Site, tmp_path: Path) -> None:
    """Each finding stands at its link; a page named twice is asked once; sites wait for their turn."""
    root = bank(tmp_path, site)
    heard = []
    site.asked.clear()
    report = check_links(opened(root), begin=lambda *told: heard.append(told))
    assert shown(report) == [
        ("practices/karty.md", "K420", "gone"),
        ("practices/karty.md", "K422", "moved"),
        ("practices/karty.md", "K423", "sick"),
        ("practices/polka.md", "K420", "gone"),
    ]
    lines = (root / "practices/karty.md").read_text(encoding="utf-8").split("\n")
    for item in report.found:
        if item.path == "practices/karty.md":
            place = lines[item.span.line - 1][item.span.column - 1 : item.span.end_column - 1]
            assert place.startswith(site.url)
            assert place in item.message
    assert heard == [(5, 1)]
    assert site.asked["HEAD", "/gone"] == 1
    assert site.most == 1


def test_what_opened_is_not_asked_again(site: Site, tmp_path: Path) -> None:
    """Good answers hold for a week, bad ones are asked for anew; a spoilt file of answers harms nobody."""
    root = bank(tmp_path, site)
    workspace = opened(root)
    first = check_links(workspace)
    site.asked.clear()
    again = check_links(workspace)
    assert again.found == first.found
    assert again.known == 2
    assert {path for _, path in site.asked} == {"/gone", "/sick", "/closed"}
    later = check_links(opened(root, today=TODAY.replace(month=12)))
    assert later.known == 0
    for spoilt in ("{", "[1]", '{"http://a.ru/": {"day": "когда-то", "fate": "found"}}', '{"x": 1}'):
        (root / CACHE).write_text(spoilt, encoding="utf-8")
        assert check_links(workspace).known == 0


def test_only_the_links_of_wanted_files(site: Site, tmp_path: Path) -> None:
    """Asked about one file, the program asks about its links alone."""
    report = check_links(opened(bank(tmp_path, site)), lambda path: path == "practices/polka.md")
    assert [code for _, code, _ in shown(report)] == ["K420"]
    assert report.asked == 2


def test_without_a_network_nothing_is_blamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no name is known at all, the links are not called dead, and nothing is kept."""
    text = "[Раз](https://odin.ru/1), [два](https://dva.ru/2), [три](https://tri.ru/3)\n"
    files = {"practices/karty.md": practice(title="Карты для чтения на уроках") + f"\n{text}"}
    root = make_bank(tmp_path, files, settings=SETTINGS)

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    report = check_links(opened(root))
    assert report.offline
    assert report.found == ()
    assert not (root / CACHE).exists()
