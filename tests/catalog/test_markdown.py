"""Headings, links and code of a body, found without a parser."""

from __future__ import annotations

import pytest

from kopilka.catalog.check import Manuscript
from kopilka.catalog.markdown import (
    has_usual_sections,
    headings_of,
    links_of,
    prose_of,
    usual_links_of,
)
from kopilka.records.practice import Practice

FRONT = "---\ntitle: а\n---\n"


def manuscript(body: str) -> Manuscript:
    """A body after the shortest front matter."""
    return Manuscript("proba", "practices/proba.md", Practice.kind, FRONT, body, 4)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Введение\n", [(2, "Введение")]),
        ("# А\n\n### Б ###\n###### В", [(1, "А"), (3, "Б"), (6, "В")]),
        ("## **Введение** {#vvedenie}\n", [(2, "Введение")]),
        ("   ## С отступом\n", [(2, "С отступом")]),
        ("    ## Это код\n", []),
        ("##Слитно\n#метка\n####### Семь\n", []),
        ("##\n", [(2, "")]),
        ("Введение\n===\n\nХод\n---\n", [(1, "Введение"), (2, "Ход")]),
        ("| а |\n| --- |\n\n---\n", []),
        ("```\n## В коде\n```\n## Снаружи\n", [(2, "Снаружи")]),
        ("~~~ md\n## В коде\n~~~~\n## Снаружи\n", [(2, "Снаружи")]),
        ("```\n## Код без конца\n", []),
        ("Слова про `## код`\n", []),
    ],
)
def test_headings(body: str, expected: list[tuple[int, str]]) -> None:
    """Both ways of marking, with closing marks, attributes and emphasis taken away; not in code."""
    assert [(heading.level, heading.title) for heading in headings_of(manuscript(body))] == expected


def test_a_heading_knows_its_place() -> None:
    """From the first mark to the end of the line, counted from the beginning of the file."""
    (heading,) = headings_of(manuscript("Слова.\n\n## Ход работы\nДальше."))
    text = FRONT + "Слова.\n\n## Ход работы\nДальше."
    assert text[heading.offset : heading.end] == "## Ход работы"
    assert heading.length == len("## Ход работы")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[а](б.md)", [("а", "б.md", False)]),
        ("![а](б.svg)", [("а", "б.svg", True)]),
        ('![а](б.svg "Подпись (со скобками)")', [("а", "б.svg", True)]),
        ("[а](<б в.pdf>)", [("а", "б в.pdf", False)]),
        ("[а](б в.pdf)", [("а", "б в.pdf", False)]),
        ("[а](см. приложение)", [("а", "см. приложение", False)]),
        ("[а](смотри дальше)", []),
        ("[1] (не ссылка)", []),
        (r"\[а](б.md)", []),
        ("[а](б_(в).md)", [("а", "б_(в).md", False)]),
        ("[![а](б.svg)](в.md)", [("а", "б.svg", True), ("![…]", "в.md", False)]),
        ("`[а](б.md)`", []),
        ("[а][б]\n\n[б]: https://a.example\n", [("б", "https://a.example", False)]),
        ("Слово.[^1]\n\n[^1]: https://a.example\n", []),
        ("<https://a.example> и <b>", [("", "https://a.example", False)]),
        ("[а](\n\nб)", []),
        ("[а]()", [("а", "", False)]),
    ],
)
def test_links(body: str, expected: list[tuple[str, str, bool]]) -> None:
    """Links, pictures, definitions and addresses in angle brackets; not in code."""
    found = links_of(manuscript(body))
    assert [(link.words, link.address, link.image) for link in found] == expected
    assert all((FRONT + body).startswith(link.written, link.place) for link in found)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Без ссылок.", []),
        ("[Запись](zapis.md) и [сайт](https://a.example/b?c#d).", ["Запись", "сайт"]),
        ("![Карта](karta.svg)", None),
        ("[Файл](fajl.pdf)", None),
        ("[Сайт](https://forms.gle/a)", None),
        ("[Сайт](http://server/a)", None),
        ("[Сайт](https://a.local/a)", None),
        ("[Сайт](javascript:a)", None),
        ("[](https://a.example)", None),
        (r"\[а](https://a.example)", None),
        ("[а]: https://a.example\n\n[а](https://a.example)", None),
    ],
)
def test_usual_links_need_no_closer_look(body: str, expected: list[str] | None) -> None:
    """Only links to records and to public sites in their right form are usual."""
    assert usual_links_of(manuscript(body)) == expected


def test_usual_sections() -> None:
    """The sections of the kind in order, each with text; anything else wants a closer look."""
    titles = [section.title for section in Practice.kind.sections]
    good = "\n".join(f"## {title}\n\nТекст.\n" for title in titles)
    assert has_usual_sections(manuscript(good))
    assert has_usual_sections(manuscript(f"\n\nНачало.\n\n{good}"))
    for bad in (
        "",
        good.replace("## Ход работы\n\nТекст.\n", "## Ход работы\n\n"),
        good.replace("Ход работы", "Ход"),
        good.replace("## Выводы", "### Выводы"),
        good + "\n### Ещё\n",
        good + "\nЕщё\n---\n",
        good.replace("## Выводы\n\nТекст.", "## Выводы\n\n"),
        "\n".join(reversed(good.split("\n"))),
    ):
        assert not has_usual_sections(manuscript(bad))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("слово `код` слово", "слово ····· слово"),
        ("``код ` код`` слово", "············· слово"),
        ("`не закрыто", "`не закрыто"),
        ("`раз\n\nдва`", "`раз\n\nдва`"),
        ("`раз\nдва`", "····\n····"),
        ("```\nкод\n```\nслово", "···\n···\n···\nслово"),
        ("> ```\n> код\n> ```\nслово", "·····\n·····\n·····\nслово"),
        ("~~~\n```\n~~~\n`а`", "···\n···\n···\n···"),
    ],
)
def test_code_is_blanked_place_for_place(body: str, expected: str) -> None:
    """Everything else stays where it was."""
    assert prose_of(manuscript(body)) == FRONT + expected
