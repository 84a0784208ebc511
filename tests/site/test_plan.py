"""The plan of the site: links lead somewhere, both ways of addresses, archive, preview, keys."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath

import pytest
from tests.bank_maker import REPOSITORY, make_bank, opened
from tests.examples import body_of, full_example, record_text

from kopilka.records.practice import Practice
from kopilka.site.frame import page_url
from kopilka.site.plan import SitePlan
from kopilka.workspace import Workspace
from kopilka.workspace.forms import form_paths

ADDRESSES = pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "files"])


class _Links(HTMLParser):
    """Gathers what a page links to and what can be linked to on it."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Remembers addresses and ids."""
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.targets.append(value)
            elif name == "id" and value:
                self.anchors.append(value)


@pytest.fixture(scope="module")
def repository() -> Workspace:
    """The bank of this repository."""
    return opened(REPOSITORY)


@ADDRESSES
def test_every_inner_link_leads_to_a_page_or_a_file(repository: Workspace, *, directory_urls: bool) -> None:
    """No page of the site links to nowhere, whichever way addresses are written."""
    plan = repository.plan(directory_urls=directory_urls)
    read = {path: _read(plan.render(path).html) for path in plan.pages}
    urls = {normpath(page_url(path, directory_urls=directory_urls)): path for path in plan.pages}
    urls |= dict.fromkeys((*(asset.path for asset in plan.assets), *form_paths(repository)), "")
    written = (path.stem for path in (REPOSITORY / "docs").glob("*.md"))
    urls |= {normpath(page_url(name, directory_urls=directory_urls)): "" for name in written}
    lost = [
        (path, target)
        for path, links in read.items()
        for target in links.targets
        if _is_inner(target) and not _found(path, target, urls, read, directory_urls=directory_urls)
    ]
    assert lost == []


def _read(html: str) -> _Links:
    links = _Links()
    links.feed(html)
    return links


def _is_inner(target: str) -> bool:
    return not re.match(r"[a-z]+:", target)


def _found(
    path: str, target: str, urls: dict[str, str], read: dict[str, _Links], *, directory_urls: bool
) -> bool:
    page, _, anchor = target.partition("#")
    address = page.partition("?")[0]
    own = page_url(path, directory_urls=directory_urls)
    folder = own if own.endswith("/") else own.rpartition("/")[0]
    place = urls.get(normpath(join(folder, address))) if address else path
    return place is not None and (not anchor or place == "" or anchor in read[place].anchors)


def test_ids_on_a_page_are_unique(repository: Workspace) -> None:
    """Anchors of a record's text never meet those of the page round it."""
    plan = repository.plan(directory_urls=True)
    for path in plan.pages:
        anchors = _read(plan.render(path).html).anchors
        assert len(anchors) == len(set(anchors)), path


def test_private_statuses_stay_home_and_a_preview_shows_them(tmp_path: Path) -> None:
    """A draft is on no page of the public site, by no name; the preview shows it and says so."""
    from kopilka.records.practice import Practice  # noqa: PLC0415 - only this test needs the model

    meta = full_example(Practice) | {
        "status": "draft",
        "title": "Черновик, которого никто не видит",
        "related": [],
    }
    root = make_bank(tmp_path, {"practices/chernovik.md": record_text(meta, body_of(Practice))})
    public = opened(root).plan(directory_urls=True)
    assert "praktiki/chernovik" not in public.pages
    assert not any("которого никто не" in public.render(path).html for path in public.pages)
    preview = opened(root, preview=True).plan(directory_urls=True)
    assert "Предварительный просмотр" in preview.render("praktiki/chernovik").html


def test_an_archived_record_says_so(tmp_path: Path) -> None:
    """An archived record keeps its page, with a banner and a tag."""
    from kopilka.records.practice import Practice  # noqa: PLC0415 - only this test needs the model

    meta = full_example(Practice) | {"status": "archived", "related": []}
    root = make_bank(tmp_path, {"practices/staraya.md": record_text(meta, body_of(Practice))})
    plan = opened(root).plan(directory_urls=True)
    assert "Запись в архиве" in plan.render("praktiki/staraya").html
    assert ">архив<" in plan.render("praktiki").html


def test_two_pages_for_one_address_are_an_error(tmp_path: Path) -> None:
    """A record that takes the address of a list's second page is told, not lost."""
    from kopilka.records.practice import Practice  # noqa: PLC0415 - only this test needs the model

    files = {
        f"practices/zapis-{number}.md": record_text(full_example(Practice) | {"related": []})
        for number in range(60)
    }
    files["practices/stranica-2.md"] = files["practices/zapis-0.md"]
    plan = opened(make_bank(tmp_path, files)).plan(directory_urls=True)
    assert [d.code for d in plan.diagnostics] == ["K901"]


def test_keys_change_with_the_record_and_what_shows_it(repository: Workspace) -> None:
    """A changed title changes the keys of its page and of the lists that show it, and of no other record."""
    id_ = "chitatelskie-karty"
    entry = repository.catalog.entries[id_]
    changed = replace(
        entry, record=entry.record.model_copy(update={"title": "Совсем другое имя"}), front="другое"
    )
    catalog = replace(repository.catalog, entries={**repository.catalog.entries, id_: changed})
    before, after = (
        repository.plan(directory_urls=True),
        replace(repository, catalog=catalog).plan(directory_urls=True),
    )
    differ = {path for path in before.pages if before.pages[path].key != after.pages[path].key}
    assert {f"praktiki/{id_}", "praktiki", "katalog", "temy/chitatelskaya-gramotnost", "index"} <= differ
    assert "proekty/traektoriya-razvitiya" not in differ
    _same_where_keys_agree(before, after, differ)


def _same_where_keys_agree(before: SitePlan, after: SitePlan, differ: set[str]) -> None:
    for path in before.pages:
        if path not in differ:
            assert before.render(path) == after.render(path), path


def test_two_plans_of_one_bank_draw_the_same(repository: Workspace) -> None:
    """Nothing on a page depends on chance or on the clock."""
    first, second = repository.plan(directory_urls=True), opened(REPOSITORY).plan(directory_urls=True)
    assert list(first.pages) == list(second.pages)
    assert all(first.render(path) == second.render(path) for path in first.pages)


def test_pictures_that_nobody_agreed_to_stay_home(tmp_path: Path) -> None:
    """A photo of children without a consent is neither on the page nor among the files of the site."""
    rows = [
        {"source": "рисунок авторов", "licence": "CC-BY-4.0", "people": "none"},
        {"file": "deti.jpg", "source": "снимок школы", "licence": "permission", "people": "children"},
    ]
    meta = {**full_example(Practice), "related": [], "pictures": rows}
    body = body_of(Practice) + "\n![План кабинета](plan.png)\n\n![Дети у доски](deti.jpg)\n"
    files = {"practices/zapis.md": record_text(meta, body)}
    files |= {f"practices/zapis/{name}": "файл" for name in ("plan.png", "deti.jpg")}
    plan = opened(make_bank(tmp_path, files)).plan(directory_urls=True)
    assert {asset.path.rpartition("/")[2] for asset in plan.assets} == {"plan.png"}
    page = plan.render(f"{Practice.kind.slug}/zapis").html
    assert "Рисунок авторов, CC" in page
    assert "Дети у" in page
    assert "deti.jpg" not in page


def test_a_copy_for_a_stick_asks_for_a_consent_of_its_own(tmp_path: Path) -> None:
    """What may stand on the site need not be carried away, and the other way round."""
    given = {"date": "2025-09-01", "basis": "№ 14–38"}
    rows = [
        {"file": f"{use}.jpg", "people": "children", "consent": {**given, "scope": [use]}}
        for use in ("site", "offline")
    ]
    files = {
        "practices/zapis.md": record_text({**full_example(Practice), "related": [], "pictures": rows}),
        **{f"practices/zapis/{use}.jpg": "файл" for use in ("site", "offline")},
    }
    workspace = opened(make_bank(tmp_path, files))
    for use in ("site", "offline"):
        plan = workspace.plan(directory_urls=False, use=use)
        assert [asset.path.rpartition("/")[2] for asset in plan.assets] == [f"{use}.jpg"]
