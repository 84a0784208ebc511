"""A real site on this machine is asked about its pages; nobody outside is."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from tests.workspace.links.site import Site, serving

from kopilka.workspace.links.asking import NO_NETWORK, Answer, Asker, Fate
from kopilka.workspace.links.transport import Limits, is_public


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A site on this machine."""
    with serving() as site:
        yield site


def asker(*, timeout: float = 5, private: bool = True) -> Asker:
    """One that does not rest between questions."""
    return Asker(Limits(timeout, private), pause=0)


@pytest.mark.parametrize(
    ("page", "fate", "words"),
    [
        ("/ok", Fate.FOUND, ""),
        ("/ok#mesto", Fate.FOUND, ""),
        ("/страница с пробелом?q=да", Fate.FOUND, ""),
        ("/only-get", Fate.FOUND, ""),
        ("/for-a-while", Fate.FOUND, ""),
        ("/mixed", Fate.FOUND, ""),
        ("/slash", Fate.FOUND, ""),
        ("/endless", Fate.FOUND, ""),
        ("/gone", Fate.GONE, "сайт отвечает 404: страницы нет"),
        ("/never", Fate.GONE, "сайт отвечает 410: страницы нет"),
        ("/to-main", Fate.GONE, "сайт отправляет на главную"),
        ("/closed", Fate.CLOSED, "сайт просит войти или не пускает"),
        ("/room", Fate.CLOSED, "сайт просит войти или не пускает"),
        ("/sick", Fate.SILENT, "сайт отвечает 503"),
        ("/loop", Fate.SILENT, "сайт водит по кругу"),
        ("/chain-0", Fate.SILENT, "сайт водит по кругу"),
        ("/to-disk", Fate.SILENT, "сайт отправляет по адресу, по которому не перейти"),
        ("/to-nowhere", Fate.SILENT, "сайт отправляет по адресу, по которому не перейти"),
        ("/rubbish", Fate.SILENT, "ответ сайта не понять"),
    ],
)
def test_fates_of_pages(site: Site, page: str, fate: Fate, words: str) -> None:
    """Every fate of a page, with the reason for people."""
    assert asker().ask(site.url + page) == Answer(fate, words)


@pytest.mark.parametrize(
    ("page", "target"),
    [
        ("/moved", "/ok"),
        ("/moved-far", "/ok"),
        ("/moved#mesto", "/ok#mesto"),
        ("/moved-in-letters", "/%D0%BA%D0%B0%D1%80%D1%82%D1%8B"),
    ],
)
def test_a_page_that_has_moved_for_ever(site: Site, page: str, target: str) -> None:
    """Its new address is told, in plain signs, with the place on the page."""
    assert asker().ask(site.url + page) == Answer(Fate.MOVED, target=site.url + target)


@pytest.mark.parametrize("page", ["/silent", "/drip"])
def test_slow_sites_are_not_waited_for(site: Site, page: str) -> None:
    """Neither one that says nothing nor one that says it byte by byte."""
    assert asker(timeout=0.2).ask(site.url + page).fate is Fate.SILENT


def test_troubles_of_connections(site: Site) -> None:
    """A site that speaks no TLS, and a port where nobody listens."""
    assert asker().ask(site.url.replace("http:", "https:")) == Answer(
        Fate.SILENT, "защищённое соединение не получилось"
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert asker().ask(f"http://127.0.0.1:{port}/") == Answer(Fate.SILENT, "сайт не принимает соединения")


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        (socket.EAI_NONAME, Answer(Fate.NO_SITE, "такого имени в интернете нет")),
        (socket.EAI_AGAIN, Answer(Fate.SILENT, NO_NETWORK)),
    ],
)
def test_names_that_lead_nowhere(code: int, answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the service of names answers is put in here: a test does not ask the one outside."""

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(code, "")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert asker().ask("http://shkola-kotoroj-net.ru/") == answer


def test_nothing_inside_the_network_is_asked() -> None:
    """A stranger's record must not look into the network of those who check it."""
    with serving() as site:
        fate = asker(private=False).ask(f"{site.url}/ok").fate
        assert (fate, site.asked.total()) == (Fate.UNASKED, 0)
    assert asker(private=False).ask("http://127.0.0.1:80/ok") == Answer(
        Fate.UNASKED, "за именем сайта – адрес внутренней сети"
    )
    assert asker(private=False).ask("http://2130706433/").fate is Fate.UNASKED
    assert asker(private=False).ask("http://127.1/").fate is Fate.UNASKED


def test_where_a_site_leads_is_judged_too(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site of the internet cannot send the question into the network: each step is judged anew."""
    judged = iter([True, False])
    monkeypatch.setattr("kopilka.workspace.links.transport.is_public", lambda _: next(judged))
    port = frozenset({site.server_address[1]})
    monkeypatch.setattr("kopilka.workspace.links.transport._USUAL_PORTS", port)
    assert asker(private=False).ask(f"{site.url}/for-a-while").fate is Fate.UNASKED


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.31.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - nothing is bound to it
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
        ("ff02::1", False),
    ],
)
def test_public_addresses(address: str, *, public: bool) -> None:
    """Only addresses of the whole internet are public, also inside of another one."""
    assert is_public(address) is public
