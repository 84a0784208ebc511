"""MkDocs over a small bank, end to end: what is built, what stops a build, what never gets into a page."""

from __future__ import annotations

import re
from datetime import date

import pytest
from mkdocs.exceptions import Abort
from tests.mkdocs_plugin.conftest import Site, make_site, practice

from kopilka.mkdocs_plugin.bank import today
from kopilka.site.built import compare
from kopilka.workspace import open_workspace

RECORD = "praktiki/karty/index.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The bank as it is, built; to look at only."""
    with pytest.MonkeyPatch.context() as patch:
        site = make_site(tmp_path_factory.mktemp("built"), patch)
        site.build()
    return site


def test_every_planned_page_is_on_the_disk(built: Site) -> None:
    """A strict build writes all pages of the plan, with their content, and every file the pages load."""
    plan = open_workspace(built.root, today=date(2026, 11, 22)).plan(directory_urls=True)
    pages = {path: page.source for path, page in plan.pages.items()}
    assert len(pages) > 10
    assert compare(pages, [], built.folder, directory_urls=True) == ()


def test_records_stay_out_of_the_navigation(built: Site) -> None:
    """No record is named in the frame of another page: the site grows with the records, no faster."""
    assert "tekst-nedeli" not in built.page("guides/author/index.html")
    assert "tekst-nedeli" not in built.page("slovar/index.html")


def test_records_are_in_the_sitemap(built: Site) -> None:
    """Search engines learn of records from the sitemap, by their full addresses."""
    assert "<loc>https://bank.example/sub/praktiki/karty/</loc>" in built.page("sitemap.xml")
    assert '<link rel="canonical" href="https://bank.example/sub/praktiki/karty/">' in built.page(RECORD)


def test_no_page_loads_anything_from_elsewhere(built: Site) -> None:
    """No address of another server stands where a browser asks; Material's scripts are gone."""
    pages = [path.read_text(encoding="utf-8") for path in built.folder.rglob("*.html")]
    assert not [
        found for page in pages for found in re.findall(r'<(?:script|img|link rel="st)[^>]*"https?:', page)
    ]
    assert not list(built.folder.glob("assets/javascripts/**/*"))
    assert not list(built.folder.rglob("search_index*"))


def test_without_directory_urls(site: Site) -> None:
    """The same bank as plain .html files, links and all."""
    site.settings("theme:", "use_directory_urls: false\ntheme:")
    site.build()
    assert 'href="../praktiki/karty.html"' in site.page("praktiki/tekst-nedeli.html") + site.page(
        "temy/chitatelskaya-gramotnost.html"
    )
    assert 'href="../assets/kopilka/kopilka.' in site.page("praktiki/karty.html")


def test_macros_print_records_on_hand_written_pages(built: Site) -> None:
    """A page of docs/ counts and lists records, with links that lead from it."""
    page = built.page("guides/teacher/index.html")
    assert "Всего практик: 2." in page
    assert '<div class="k-embed">' in page
    assert 'href="../../praktiki/karty/"' in page


def test_macros_never_touch_a_record(site: Site) -> None:
    """Forced past the check, braces in a title stay braces, although mkdocs-macros runs titles too."""
    site.write("practices/karty.md", practice(title="Карты {{ 1 + 1 }} и {% raw %} на уроке"))
    site.write("kopilka.yml", "checks: {severity: {K522: 'off'}}\n")
    site.build()
    page = site.page(RECORD)
    assert "Карты {{ 1 + 1 }} и {% raw %} на уроке" in page.replace("&#123;", "{").replace("\u00a0", " ")


def test_words_from_people_are_escaped_in_the_head(site: Site) -> None:
    """A title with markup is text in the page's head and body alike."""
    site.write("practices/karty.md", practice(title='Карты <script>alert(1)</script> "и" вопросы'))
    site.write("kopilka.yml", "checks: {severity: {K520: 'off'}}\n")
    site.build()
    page = site.page(RECORD)
    assert "<script>alert" not in page
    assert "<title>Карты &lt;script&gt;" in page


def test_the_lost_page_leads_on_from_any_depth(built: Site) -> None:
    """404 has the frame and ways on, with addresses from the root of the server."""
    page = built.page("404.html")
    assert "Такой страницы нет" in page
    assert 'href="/sub/praktiki/"' in page
    assert 'href="/sub/assets/kopilka/kopilka.' in page


def test_home_may_be_written_by_hand(site: Site) -> None:
    """docs/index.md takes the place of the planned home page; other addresses may not be taken."""
    site.write("docs/index.md", "# Моя главная\n")
    site.settings("nav:\n", "nav:\n  - index.md\n")
    site.build()
    assert "Моя главная" in site.page("index.html")


def test_an_address_of_the_catalogue_may_not_be_taken(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """A hand-written page on the place of a list stops the build and is named."""
    site.write("docs/praktiki.md", "# Наши практики\n")
    with pytest.raises(Abort):
        site.build(strict=False)
    assert "K901" in caplog.text
    assert "docs/praktiki.md" in caplog.text


def test_an_error_in_a_record_leaves_the_last_site(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """The build stops with the record's problem and the number of problems; the site stays as it was."""
    site.build()
    before = {path: path.stat().st_mtime_ns for path in site.folder.rglob("*")}
    site.write("practices/karty.md", practice().replace("summary:", "sumary:"))
    with pytest.raises(Abort):
        site.build(strict=False)
    assert "practices/karty.md:3:1: K202" in caplog.text
    assert "В записях 1\N{NO-BREAK SPACE}ошибка" in caplog.text
    assert {path: path.stat().st_mtime_ns for path in site.folder.rglob("*")} == before
    assert sorted(path.name for path in site.root.iterdir() if path.name.startswith(".")) == []


def test_a_remark_does_not_stop_a_strict_build(site: Site) -> None:
    """Strict is about MkDocs' own warnings and errors of records; a remark is told and passes."""
    site.write("practices/karty.md", practice(title="Читательские\N{ZERO WIDTH SPACE}карты на уроке"))
    workspace = open_workspace(site.root, today=date(2026, 11, 22))
    assert workspace.report.summary.warnings
    site.build()


def test_a_warning_of_mkdocs_stops_a_strict_build(site: Site) -> None:
    """MkDocs speaks up after the last hook; the new site must not have taken its place by then."""
    site.build()
    site.write("docs/forgotten.md", "# Страница, которой нет в меню\n")
    with pytest.raises(Abort, match="strict"):
        site.build()
    assert not (site.folder / "forgotten").exists()
    site.build(strict=False)
    assert (site.folder / "forgotten").exists()


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ('<a href="../../praktiki/net/">нет</a>', "такой страницы или такого файла нет"),
        ('<a href="../../praktiki/karty/#net">нет</a>', "нет места «net»"),
        ('<a href="#net">нет</a>', "на странице нет такого места"),
        ('<img src="net.png" alt="">', "такой страницы или такого файла нет"),
    ],
)
def test_a_broken_link_stops_the_build(
    site: Site, caplog: pytest.LogCaptureFixture, link: str, words: str
) -> None:
    """Links in HTML written by hand or printed by a macro, which MkDocs does not look at, are looked at."""
    site.write("docs/guides/author.md", f"# Автору\n\n{link}\n")
    with pytest.raises(Abort):
        site.build(strict=False)
    assert "docs/guides/author.md:1:1: K950" in caplog.text
    assert words in caplog.text


def test_a_template_that_prints_no_content_stops_the_build(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    """A theme that loses what the plugin hands it would publish empty records."""
    site.write("over/main.html", '{% extends "base.html" %}{% block container %}{% endblock %}')
    site.settings("theme: {", "theme: {custom_dir: over, ")
    with pytest.raises(Abort):
        site.build(strict=False)
    assert "K952" in caplog.text


def test_a_build_without_the_plugin_is_noticed(site: Site) -> None:
    """Links of docs/ into the catalogue and macros lead nowhere then: MkDocs itself stops a strict build."""
    site.settings("  - kopilka\n", "")
    with pytest.raises(SystemExit):
        site.build()


def test_what_was_built_without_the_plugin_is_noticed(site: Site) -> None:
    """The plan compared with the disk names every page that is missing and every page without content."""
    site.build()
    (site.folder / RECORD).unlink()
    (site.folder / "slovar/index.html").write_text('<article id="content"></article>', encoding="utf-8")
    pages = {"praktiki/karty": "practices/karty.md", "slovar": ""}
    found = compare(pages, ["praktiki/karty/karta.svg"], site.folder, directory_urls=True)
    assert [(item.code, item.path) for item in found] == [
        ("K951", "practices/karty.md"),
        ("K953", "praktiki/karty/karta.svg"),
        ("K952", "slovar/index.html"),
    ]


def test_dirty_builds_are_refused(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """--dirty would publish a catalogue that has drifted from its records."""
    with pytest.raises(Abort):
        site.build(strict=False, dirty=True)
    assert "--dirty" in caplog.text


def test_another_theme_is_refused(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """Without Material's stylesheet the pages would be bare."""
    site.settings("name: material, language: ru", "name: mkdocs")
    with pytest.raises(Abort):
        site.build(strict=False)
    assert "в теме material" in caplog.text


def test_a_folder_without_settings_is_no_bank(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """The message says which file is missing and what to do."""
    (site.root / "kopilka.yml").unlink()
    with pytest.raises(Abort):
        site.build(strict=False)
    assert "kopilka init" in caplog.text


def test_two_builds_of_one_commit_are_the_same(site: Site) -> None:
    """Byte for byte, the compressed sitemap included."""
    site.build()
    first = {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}
    site.build()
    assert {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()} == first


def test_the_day_comes_from_the_environment_or_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH makes builds repeatable; without it the day is the clock's."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today() == date(1970, 1, 1)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert today().year >= 2026


def test_hand_written_pages_have_neighbours_and_a_way_back(built: Site) -> None:
    """Crumbs, the other pages of the part, and the sections of the page stand beside it."""
    teacher = built.page("guides/teacher/index.html")
    assert '<li class="is-up"><a href="../../">Главная</a></li>' in teacher
    assert 'aria-label="Учителю"' in teacher
    assert 'href="../author/">Автору</a>' in teacher
    assert 'href="#pervyj-shag">Первый шаг</a>' in teacher
    author = built.page("guides/author/index.html")
    assert '<li class="is-up"><a href="../teacher/">Учителю</a></li>' in author
