"""The sample book as PDF: kept for long, read aloud, printed; what cannot be set is named."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import page as validator
import pikepdf
import pytest
from tests.book.extraction import page_texts
from tests.book.sample import BOOK, IMPRINT, PICTURES
from tests.golden import GOLDEN_FOLDER, Golden

from kopilka.book.covers import cover_of, spine_of
from kopilka.book.offprints import offprint_of
from kopilka.book.press import BLEED, SHEET, Press, PressError
from kopilka.book.volume import Book, Pages, Picture

_MOMENT = 1_756_684_800
_POINTS = 72 / 25.4
_DOTS = 60
_FALSE_ALARM = "STREAM-LENGTH-001"
"""The validator cries so when compressed bytes happen to end with 0x0D; lengths have a test of their own."""


@dataclass(frozen=True)
class Printed:
    """The files of the sample book."""

    pages: Pages
    screen: bytes
    block: bytes
    jacket: bytes
    offprint: bytes
    shots: dict[int, bytes]


def _press(book: Book = BOOK) -> Press:
    return Press(book, PICTURES, moment=_MOMENT)


@pytest.fixture(scope="module")
def printed() -> Iterator[Printed]:
    """The sample book, printed once in every form."""
    with _press() as press:
        cover = cover_of(BOOK, IMPRINT, pages=1)
        pages = press.pages(IMPRINT, cover=cover)
        screen = press.screen(IMPRINT, cover)
        shots = press._compiler.compile(str(press._root / "book.typ"), format="png", ppi=_DOTS)
        assert isinstance(shots, list)
        article = BOOK.articles[0]
        yield Printed(
            pages,
            screen,
            press.block(IMPRINT, pages.count),
            press.jacket(cover_of(BOOK, IMPRINT, pages=pages.count, bleed=BLEED)),
            press.offprint(article, offprint_of(BOOK, article, pages, citation="Как цитировать статью")),
            dict(enumerate(shots, start=1)),
        )


@pytest.mark.parametrize(
    "profile", [validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_2A]
)
@pytest.mark.parametrize("name", ["screen", "offprint"])
def test_is_valid(printed: Printed, name: str, profile: validator.ValidationProfile) -> None:
    """The files for the screen keep PDF/UA-1 and PDF/A-2a, whatever a stranger wrote into the texts."""
    report = validator.validate_pdf_bytes(getattr(printed, name), profile=profile)
    failures = [failure for failure in report.failures if not failure.rule_id.endswith(_FALSE_ALARM)]
    assert [(failure.rule_id, failure.message) for failure in failures] == []


@pytest.mark.parametrize("name", ["screen", "offprint"])
def test_lengths_of_streams(printed: Printed, name: str) -> None:
    """What the validator is not asked about: every stream is as long as it says."""
    with pikepdf.open(io.BytesIO(getattr(printed, name))) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        assert all(len(item.read_raw_bytes()) == int(item.Length) for item in streams)


def test_same_bytes(printed: Printed) -> None:
    """The same book gives the same bytes, from another folder and in another order of work."""
    with _press() as press:
        assert press.block(IMPRINT, printed.pages.count) == printed.block
        assert press.screen(IMPRINT, cover_of(BOOK, IMPRINT, pages=1)) == printed.screen


def test_bookmarks(printed: Printed) -> None:
    """Bookmarks repeat the contents: parts of the book, in them articles, in those their sections."""
    with pikepdf.open(io.BytesIO(printed.screen)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        section = next(item for item in outline.root if item.title == BOOK.sections[0].title)
    assert titles[:2] == ["Содержание", BOOK.front[0].title]
    assert [item.title for item in section.children] == [item.title for item in BOOK.sections[0].articles]
    assert next(item.title for item in section.children[0].children) == "Зачем это нужно"


def test_text(printed: Printed) -> None:
    """Words come out in the order of reading, hyphenated ones whole; the contents tell the right pages."""
    texts = page_texts(printed.screen)
    contents = texts[4]
    for article in BOOK.articles[:2]:
        first = printed.pages.first[article.id]
        assert re.search(rf"{re.escape(article.title)}[ .]+{first}\b", contents), contents
        opening = texts[first + 1]
        places = [opening.index(words) for words in (article.title, article.summary[:30], "Зачем это нужно")]
        assert places == sorted(places)
        assert "одинаковые обсуждают вслух, разные – объясняют друг другу." in opening


def test_page_labels(printed: Printed) -> None:
    """A reader's program calls pages by their printed numbers; the cover has none of them."""
    with pikepdf.open(io.BytesIO(printed.screen)) as pdf:
        assert len(pdf.pages) == printed.pages.count + 2
        assert str(pdf.pages[2].label) == "1"
        assert str(pdf.pages[-1].label) == str(printed.pages.count)


def test_pages(printed: Printed) -> None:
    """Every part has its pages, one after another; the first place of each page is known."""
    pages = printed.pages
    order = [article.id for article in BOOK.articles]
    firsts = [pages.first[id_] for id_ in order]
    assert firsts == sorted(firsts)
    assert all(pages.first[id_] <= pages.last[id_] < pages.count for id_ in order)
    assert [number for number, _ in pages.starts] == sorted({number for number, _ in pages.starts})
    assert dict(pages.starts)[firsts[0]] == order[0]


def test_block(printed: Printed) -> None:
    """The block for the press has no cover, comes by fours and has three millimetres to cut off."""
    with pikepdf.open(io.BytesIO(printed.block)) as pdf:
        assert len(pdf.pages) % SHEET == 0
        assert len(pdf.pages) - printed.pages.count < SHEET
        trim, media = (list(map(float, pdf.pages[0][name])) for name in ("/TrimBox", "/MediaBox"))
    assert round((trim[0] - media[0]) / _POINTS) == BLEED
    assert round((trim[2] - trim[0]) / _POINTS) == 148


def test_jacket(printed: Printed) -> None:
    """The cover for the press is two pages and the spine wide."""
    spine = spine_of(printed.pages.count)
    with pikepdf.open(io.BytesIO(printed.jacket)) as pdf:
        trim = list(map(float, pdf.pages[0]["/TrimBox"]))
    assert (trim[2] - trim[0]) / _POINTS == pytest.approx(2 * 148 + spine, abs=0.1)


def test_spine() -> None:
    """A title longer than the spine is cut there, the issue is not."""
    long = BOOK.collection.model_copy(update={"title": "Читаем, считаем и сомневаемся " * 5, "issue": "12"})
    words = cover_of(replace(BOOK, collection=long), IMPRINT, pages=200).data["spine-words"]
    assert words.endswith("… Выпуск\u00a012")
    assert len(words) < 90


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("cover", 1),
        ("title", 3),
        ("imprint", 4),
        ("contents", 5),
        ("article", 8),
        ("table", 9),
        ("lists", 20),
    ],
)
def test_looks(printed: Printed, golden: Golden, name: str, number: int) -> None:
    """Pages look as they did when somebody last looked at them: `--update-golden`, then look."""
    golden.check_picture(GOLDEN_FOLDER / "book" / f"page-{name}.png", printed.shots[number])


def test_names_the_culprit() -> None:
    """A picture that cannot be set is told of by the record it stands in, not by the setter's own words."""
    damaged = {file: replace(picture, data=b"no picture") for file, picture in PICTURES.items()}
    with Press(BOOK, damaged, moment=_MOMENT) as press, pytest.raises(PressError) as told:
        press.pages(IMPRINT)
    assert told.value.path == BOOK.articles[0].path
    assert told.value.words


def test_no_pictures() -> None:
    """A book without pictures is set as well."""
    texts = tuple(
        replace(section, articles=tuple(replace(item, blocks=()) for item in section.articles))
        for section in BOOK.sections
    )
    nothing: dict[str, Picture] = {}
    with Press(replace(BOOK, sections=texts), nothing, moment=_MOMENT) as press:
        assert press.pages(IMPRINT).count > SHEET
