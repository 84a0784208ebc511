"""`mkdocs serve`: what is written again after a change, what stays in view when something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from tests.mkdocs_plugin.conftest import Site, practice

from kopilka.mkdocs_plugin import serving
from kopilka.mkdocs_plugin.later import Later
from kopilka.mkdocs_plugin.serving import Rebuilder

RECORD = "praktiki/karty/index.html"


@dataclass
class Served:
    """A served bank: change files of `site`, call `rebuild`, look at `out`."""

    site: Site
    out: Path
    server: LiveReloadServer
    full_builds: list[int]

    def rebuild(self) -> set[str]:
        """What the server does after a change; the paths of the pages it wrote."""
        before = self._stamps()
        self.server.builder()
        return {path for path, stamp in self._stamps().items() if before.get(path) != stamp}

    @property
    def later(self) -> Later:
        """What the server left for later."""
        assert isinstance(self.server.builder, Rebuilder)
        return self.server.builder.later

    def page(self, path: str) -> str:
        """A page as it is shown."""
        return (self.out / path).read_text(encoding="utf-8")

    def _stamps(self) -> dict[str, tuple[int, int]]:
        found = {}
        for path in self.out.rglob("*.html"):
            status = path.stat()
            found[path.relative_to(self.out).as_posix()] = (status.st_mtime_ns, status.st_ino)
        return found


@pytest.fixture
def served(site: Site) -> Iterator[Served]:
    """The bank after the first build of `mkdocs serve`, with a server made as MkDocs makes it."""
    out = site.root / "served"
    full_builds: list[int] = []

    def configure() -> MkDocsConfig:
        config = site.config(strict=False)
        config.site_dir, config.site_url = str(out), "http://127.0.0.1:8000/"
        return config

    def build_all() -> None:
        full_builds.append(1)
        config = configure()
        build(config, serve_url=config.site_url)

    config = configure()
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url=config.site_url)
    server = LiveReloadServer(build_all, "127.0.0.1", 0, str(out))
    config.plugins.on_serve(server, config=config, builder=build_all)
    yield Served(site, out, server, full_builds)
    server.server_close()
    config.plugins.on_shutdown()


def test_nothing_changed_nothing_written(served: Served) -> None:
    """A touched file is no change."""
    (served.site.root / "practices/karty.md").touch()
    assert served.rebuild() == set()


def test_a_changed_record_is_written_with_what_shows_it(served: Served) -> None:
    """Its page and the lists with its title change; the other record and the glossary are left alone."""
    served.site.write("practices/karty.md", practice(title="Карты с новым названием"))
    written = served.rebuild()
    assert "Карты с новым названием" in served.page(RECORD)
    assert "<title>Карты с новым названием" in served.page(RECORD)
    assert {RECORD, "praktiki/index.html", "guides/teacher/index.html"} <= written
    assert written.isdisjoint(
        {"praktiki/tekst-nedeli/index.html", "slovar/index.html", "guides/author/index.html"}
    )
    assert served.full_builds == []


def test_a_new_record_gets_a_page_and_a_gone_one_loses_it(served: Served) -> None:
    """Hand-written pages that count records count anew."""
    served.site.write("practices/novaya.md", practice(title="Новая практика о чтении"))
    assert "praktiki/novaya/index.html" in served.rebuild()
    assert "Всего практик: 3." in served.page("guides/teacher/index.html")
    (served.site.root / "practices/novaya.md").unlink()
    served.rebuild()
    assert not (served.out / "praktiki/novaya/index.html").exists()
    assert "Всего практик: 2." in served.page("guides/teacher/index.html")


def test_a_spoilt_record_keeps_its_last_page(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    """The problem is told, the page stays; mended, the record is shown anew."""
    served.site.write("practices/karty.md", practice().replace("summary:", "sumary:"))
    served.rebuild()
    assert "practices/karty.md:3:1: K202" in caplog.text
    assert "Читательские карты" in served.page(RECORD)
    served.site.write("practices/karty.md", practice(title="Карты исправлены и снова здесь"))
    served.rebuild()
    assert "Карты исправлены" in served.page(RECORD)


def test_files_beside_records_come_and_go(served: Served) -> None:
    """A picture added while serving is there at once, changed with its record, gone with it."""
    picture = served.site.root / "practices/karty/karta.svg"
    served.site.write("practices/karty/karta.svg", "<svg/>")
    served.site.write("practices/karty.md", practice(body="![Карта с вопросами](karta.svg)"))
    served.rebuild()
    shown = served.out / "praktiki/karty/karta.svg"
    assert shown.read_text(encoding="utf-8") == "<svg/>"
    picture.unlink()
    served.site.write("practices/karty.md", practice())
    served.rebuild()
    assert not shown.exists()


def test_a_register_changes_the_pages_that_use_it(served: Served) -> None:
    """A renamed theme is renamed on the records that have it."""
    path = served.site.root / "registry/vocabularies/theme.yml"
    text = path.read_text(encoding="utf-8").replace("label: читательская грамотность", "label: умное чтение")
    served.site.write("practices/karty.md", practice().replace("читательская грамотность", "умное чтение"))
    served.site.write(
        "practices/tekst-nedeli.md", practice().replace("читательская грамотность", "умное чтение")
    )
    path.write_text(text, encoding="utf-8")
    served.rebuild()
    assert "умное чтение" in served.page(RECORD)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/guides/author.md", "# Автору\n\nДругой текст.\n"),
        ("kopilka.yml", "bank: {name: Другое имя}\n"),
    ],
)
def test_what_changes_more_than_records_is_built_whole(served: Served, path: str, text: str) -> None:
    """Hand-written pages, settings, themes go through MkDocs' own build."""
    served.site.write(path, text)
    written = served.rebuild()
    assert served.full_builds == [1]
    assert {RECORD, "guides/author/index.html"} <= written
    served.site.write("practices/karty.md", practice(title="Карты после полной сборки"))
    served.rebuild()
    assert served.full_builds == [1]
    assert "Карты после полной сборки" in served.page(RECORD)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("kopilka.yml", "bank: ["),
        ("mkdocs.yml", "plugins: ["),
        ("docs/guides/author.md", "{{ net_takogo() }}"),
    ],
)
def test_a_broken_setting_or_macro_leaves_the_last_good_site(
    served: Served, caplog: pytest.LogCaptureFixture, path: str, text: str
) -> None:
    """The server goes on showing what it had, says what is wrong, and recovers when it is mended."""
    good = (served.site.root / path).read_text(encoding="utf-8")
    served.site.write(path, text)
    assert served.rebuild() == set()
    assert "Сайт не обновлён, показываю прежний" in caplog.text
    served.site.write(path, good)
    served.rebuild()
    assert "Смотрите" in served.page("guides/author/index.html")


def test_a_broken_link_is_told_and_does_not_stop_the_server(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    """A macro may print what no check has seen; the author reads about it and goes on."""
    served.site.write("docs/guides/author.md", '# Автору\n\nСмотрите. <a href="../net/">нет</a>\n')
    served.rebuild()
    assert "K950" in caplog.text
    assert "../net/" in served.page("guides/author/index.html")


def test_the_server_watches_records_and_registers(served: Served) -> None:
    """Everything whose change makes the bank another."""
    watched = {Path(path).name for path in served.server._watched_paths}
    assert {"kopilka.yml", "registry", "practices"} <= watched


def test_a_changed_record_is_found_by_its_new_words(served: Served) -> None:
    """The search index follows the pages."""
    served.site.write("practices/karty.md", practice(title="Перфокарты вместо тетрадей"))
    served.rebuild()
    assert "фокарт" in (served.out / "data/search.js").read_text(encoding="utf-8")


def test_a_large_bank_shows_the_page_first_and_the_data_after(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The author does not wait for the search index; it is there soon after, as of the last change."""
    monkeypatch.setattr(serving, "MANY_PAGES", 0)
    served.later._pause = 600
    before = (served.out / "data/manifest.js").read_bytes()
    for title in ("Карты с новым названием", "Карты с новейшим названием"):
        served.site.write("practices/karty.md", practice(title=title))
        served.rebuild()
        assert title in served.page(RECORD)
    assert (served.out / "data/manifest.js").read_bytes() == before
    served.later.settle()
    assert (served.out / "data/manifest.js").read_bytes() != before
    assert "новейшим" in (served.out / "data/cards-0.js").read_text(encoding="utf-8")


def test_data_that_cannot_be_written_do_not_stop_the_server(
    served: Served, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The author reads what happened; the next change is written as ever."""
    monkeypatch.setattr(serving, "MANY_PAGES", 0)
    served.later._pause = 600
    (served.out / "data/manifest.js").unlink()
    (served.out / "data/manifest.js").mkdir()
    served.site.write("practices/karty.md", practice(title="Карты с новым названием"))
    served.rebuild()
    served.later.settle()
    assert "Поиск и каталог на сайте остались прежними" in caplog.text


def test_what_waits_is_forgotten_before_a_whole_build(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site's folder is about to be replaced, with data of its own."""
    monkeypatch.setattr(serving, "MANY_PAGES", 0)
    served.later._pause = 600
    served.site.write("practices/karty.md", practice(title="Карты с новым названием"))
    served.rebuild()
    served.site.write("docs/guides/author.md", "# Автору\n\nДругой текст.\n")
    served.rebuild()
    written = (served.out / "data/manifest.js").read_bytes()
    served.later.settle()
    assert (served.out / "data/manifest.js").read_bytes() == written
