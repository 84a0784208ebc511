"""The editor served to this computer: its files, who may ask for them, and what it knows of the bank."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest
from tests.bank_maker import TODAY, make_bank

from kopilka.workspace.editing import open_editor
from kopilka.workspace.serving import LocalServer


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank without records."""
    return make_bank(tmp_path, {})


@pytest.fixture
def server(bank: Path) -> Iterator[LocalServer]:
    """The editor of the bank, on a free port."""
    opened = open_editor(bank, today=TODAY, port=0)
    Thread(target=opened.serve_forever, daemon=True).start()
    yield opened
    opened.shutdown()
    opened.server_close()


def ask(server: LocalServer, path: str, host: str | None = None) -> tuple[HTTPResponse, bytes]:
    """What the server answers."""
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=300)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_the_page_and_its_files(server: LocalServer) -> None:
    """The root leads to the page; scripts are called scripts, or a browser would not run them."""
    assert ask(server, "/")[0].headers["Location"] == server.address
    assert ask(server, "/admin")[0].headers["Location"] == server.address
    page, html = ask(server, "/admin/")
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    script, _ = ask(server, "/admin/vendor/editor.min.js")
    assert script.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert b"vendor/editor.min.js" in html
    assert ask(server, "/admin/../kopilka.yml")[0].status == 404
    assert ask(server, "/%2e%2e/kopilka.yml")[0].status == 404


def test_nobody_else_is_answered(server: LocalServer) -> None:
    """A strange name that was led to this computer gets nothing."""
    assert ask(server, "/admin/", f"localhost:{server.server_port}")[0].status == 200
    assert ask(server, "/admin/", "bank.example")[0].status == 421


def test_a_new_organisation_is_there_after_opening_the_page_anew(server: LocalServer, bank: Path) -> None:
    """What there is to choose from is read again; settings spoilt meanwhile leave it as it was."""
    register = bank / "registry" / "organisations" / "nasha.yml"
    written = {"organisations": [{"id": "nasha-shkola", "name": "Наша", "short": "Наша", "type": "школа"}]}
    register.write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")
    assert "nasha-shkola" in choices(server)
    (bank / "kopilka.yml").write_text("bank: [", encoding="utf-8")
    assert "nasha-shkola" in choices(server)


def choices(server: LocalServer) -> str:
    """What the page is told of the bank."""
    _, page = ask(server, "/admin/")
    name = page.decode().partition('src="bank.')[2].partition('"')[0]
    return ask(server, f"/admin/bank.{name}")[1].decode()
