"""The dialect of records becomes the tree of a book."""

from __future__ import annotations

from pprint import pformat

from tests.golden import GOLDEN_FOLDER, Golden, question_in

from kopilka.book.numbering import number
from kopilka.book.reading import read_blocks, read_inline
from kopilka.book.tree import Footnote, Heading, Link, Paragraph, Table, Text
from kopilka.book.walking import walk, words_of
from kopilka.render.body import BodyRenderer

_FILE = GOLDEN_FOLDER / "book/reading.txt"


def _read(text: str) -> str:
    renderer = BodyRenderer(abbreviations={"ФГОС": "федеральный государственный образовательный стандарт"})
    html = renderer.render(text, prefix="zapis--", shift=0).html
    return pformat(number("zapis", read_blocks(html)), width=120) + "\n"


def test_dialect(golden: Golden) -> None:
    """Every construction of the dialect, with notes where they are called and everything numbered."""
    question = question_in(_FILE)
    golden.check_answer(_FILE, question, _read(question))


def test_levels_without_gaps() -> None:
    """A record that leaps from `##` to `####` has no gap in the book: readers of screens would stumble."""
    blocks = number("zapis", (_heading(2), _heading(4), _heading(4), _heading(2), _heading(3)))
    assert [block.level for block in blocks if isinstance(block, Heading)] == [1, 2, 2, 1, 2]


def _heading(level: int) -> Heading:
    return Heading(level, (Text("Раздел"),), "")


def test_own_number_of_a_table() -> None:
    """The number that the author gave stays, so that «см. таблицу 3» still leads there."""
    renderer = BodyRenderer()
    table = "| а | б |\n| - | - |\n| 1 | 2 |\n"
    text = f"Таблица 3. Первая\n\n{table}\nТаблица: Вторая\n\n{table}"
    blocks = number("zapis", read_blocks(renderer.render(text).html))
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [(found.number, words_of(found.caption)) for found in tables] == [(3, "Первая"), (4, "Вторая")]


def test_note_called_twice() -> None:
    """A footnote stands where it is called first; the second call repeats its number."""
    html = BodyRenderer().render("Раз.[^a] Два.[^a] Три.[^b]\n\n[^a]: Общая.\n[^b]: Своя.\n").html
    notes = [node for node in walk(number("zapis", read_blocks(html))) if isinstance(node, Footnote)]
    assert [(note.number, bool(note.blocks)) for note in notes] == [(1, True), (1, False), (2, True)]


def test_links_that_lead_nowhere() -> None:
    """A link to what a book cannot lead to is its words."""
    html = BodyRenderer().render_inline(
        "[файл](a.docx), [сайт](https://example.org)", resolve=lambda _: "a.docx"
    )
    assert [type(item) for item in read_inline(html)] == [Text, Link]


def test_empty() -> None:
    """Nothing gives nothing."""
    assert read_blocks("") == ()
    assert read_inline(" ") == ()
    assert words_of((Paragraph((Text("Два  слова"),)),)) == "Два  слова"


def test_turned_writing() -> None:
    """A sign that turns the direction of writing does not set the rest of a paragraph backwards."""
    html = BodyRenderer().render("Слева \u202eнаправо\u2069.").html
    assert words_of(read_blocks(html)) == "Слева направо."
