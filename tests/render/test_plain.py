"""The words of Markdown without its marks are the words of the page."""

from __future__ import annotations

import html
import re

import pytest
from tests.bank_maker import REPOSITORY, opened

from kopilka.render.body import BodyRenderer
from kopilka.render.plain import plain_body, plain_line, run_on

CASES = {
    "## Ход работы\n\nСначала **спорят**, потом *пишут*.": "Ход работы · Сначала спорят, потом пишут.",
    "на**став**ник": "наставник",
    '[Карты](karty.md) и [сайт](https://example.org/a_(b) "Подсказка")': "Карты и сайт",
    "[карта][k]\n\n[k]: https://example.org/karta": "карта",
    '![Дети у доски](doska.png "Урок")': "Дети у доски · Урок",
    "- один\n- два\n  1. три": "один · два · три",
    "| Было | Стало |\n|:--|--:|\n| 41 % | `63` % |": "Было · Стало · 41 % · 63 %",
    "Если 5 < x, а y > 3, то a|b": "Если 5 < x, а y > 3, то a|b",
    "Вопрос[^1].\n\n[^1]: Ответ *мелко*.": "Вопрос. Ответ мелко.",
    "```\nx = 1  # **не жирно**\n```": "x = 1 # **не жирно**",
    "snake_case и 2 * 3 * 4": "snake_case и 2 * 3 * 4",
    "Термин\n: Его смысл": "Термин · Его смысл",
    "> Цитата\nв две строки": "Цитата в две строки",
    "a\\*b &amp; c&nbsp;d — &#1071;": "a*b & c d — Я",
    "Адрес https://example.org/karty остаётся": "Адрес https://example.org/karty остаётся",
    "## Заголовок {#svoj .k-small}": "Заголовок",
    "5\u2060–\u20607 классы": "5–7 классы",
    "": "",
}


@pytest.mark.parametrize("text", CASES)
def test_words_without_marks(text: str) -> None:
    """Every kind of markup leaves its words and nothing of itself."""
    assert plain_body(text) == CASES[text]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("вопрос на полях", "вопрос на полях"),
        ("**жирно** и [ссылка](https://example.org)", "жирно и ссылка"),
        ("  пять   пробелов\u00a0тут ", "пять пробелов тут"),
        ("## не заголовок", "## не заголовок"),
    ],
)
def test_a_line(text: str, words: str) -> None:
    """A field of one line has no headings and no lists."""
    assert plain_line(text) == words


def test_pieces_in_one_line() -> None:
    """What has no end of its own is parted by a dot in the middle; empty pieces leave no trace."""
    assert (
        run_on(["Введение", "", "Мы начали.", "Потом:", "первое", " "])
        == "Введение · Мы начали. Потом: первое"
    )
    assert run_on([]) == ""


_RETURN = re.compile(r'<a [^>]*role="doc-backlink"[^>]*>.*?</a>|<sup[^>]*>.*?</sup>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+")


def _words_of_page(page: str) -> list[str]:
    text = html.unescape(_TAG.sub(" ", _RETURN.sub(" ", page)))
    pictures = " ".join(re.findall(r'\balt="([^"]*)"', page))
    return sorted(_WORD.findall(text + " " + html.unescape(pictures)))


def test_bodies_of_the_bank_say_what_their_pages_say() -> None:
    """For every record of the repository's bank: the same words as often, none more and none less."""
    renderer = BodyRenderer()
    for entry in opened(REPOSITORY).catalog.entries.values():
        page = renderer.render(entry.body, resolve=lambda address: address).html
        assert sorted(_WORD.findall(plain_body(entry.body))) == _words_of_page(page), entry.id
