"""No text makes a rule crash, stall or lose its place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.rules.trial import MODELS, Case, findings, registry, surroundings

from kopilka.catalog.check import Manuscript
from kopilka.catalog.codes import ALL_CODES
from kopilka.catalog.markdown import headings_of, links_of, prose_of
from kopilka.catalog.rules import check_text
from kopilka.diagnostics import Diagnostic

CODES = {code.id: code for code in ALL_CODES}

# Pieces that rules look for, so that random texts are full of almost-problems.
PIECES = st.sampled_from(
    [
        "# ", "## ", "##", "### Результаты", "## Введение", "\n\n", "\n", " ", "    ", "---", "===",
        "\n--\n", "| а | б |", "| --- |", "![", "](", ")", "[", "]", "(", "<", ">", "<b>", "</b>", "<!--",
        "<script", "javascript:", "data:", "{{", "}}", "{%", "%}", "{#", "{.a}", "{onclick=1}", "--8<--",
        "include", "`", "```", "~~~", "\\", "https://", "http:/", "example.org", "www.", "mailto:", "@",
        "mail.ru", "karta.svg", "../", "drugaya.md", "#mesto", "8 900 000-00-00", "112-233-445 95",
        "паспорт 40 00 000000", "12.03.2010", "г. р.", "родился ", "ученик ", "ученица ", "5 класса ",
        "Мария ", "Примерова", "Ивановна", "М. ", "И. ", "учитель ", ", 7 «А» класс", "здесь", "фото",
        "\u00a0", "\u2028", "\x85", "ё", "İ", "ß", "😀", "\ufeff", "١٢٣", "слово ", "Слово. ", "1", "20",
        "2024",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60).map("".join)


def assert_in_place(found: list[Diagnostic], text: str) -> None:
    """Every finding has a known code, words, and a place inside the file."""
    lines = text.split("\n")
    for item in found:
        assert CODES[item.code].severity is item.severity
        assert item.message
        assert "\n" not in item.message
        if not item.path.endswith(".md"):
            continue
        span = item.span
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_column <= len(lines[span.end_line - 1]) + 2


@settings(max_examples=400)
@given(body=TEXTS, kind=st.sampled_from(sorted(MODELS)))
def test_no_body_breaks_the_rules(body: str, kind: str) -> None:
    """Any body: findings lie in the file."""
    case = Case(kind=kind, body=body.replace("\r", " "))
    assert_in_place(findings(case), case.text)


@settings(max_examples=200)
@given(text=TEXTS)
def test_no_text_of_a_field_breaks_the_rules(text: str) -> None:
    """Any text in the fields that people write freely."""
    quoted = "".join(sign if sign.isprintable() else " " for sign in text).replace("'", "''")
    case = Case(
        kind="network",
        fields=f"goal: 'Цель: {quoted}'\njoining: {{steps: ['Шаг {quoted}'], url: 'x{quoted}'}}\n"
        f"roadmap: [{{work: Семинар, when: 'в{quoted}', responsible: ['к{quoted[:100]}']}}]",
    )
    assert_in_place(findings(case), case.text)


@settings(max_examples=200)
@given(front=TEXTS, body=TEXTS)
def test_no_manuscript_breaks_the_rules_of_text(front: str, body: str) -> None:
    """A record whose fields are wrong is looked at all the same."""
    front = f"---\n{front}\n---\n"
    written = Manuscript(
        "proba", "practices/proba.md", MODELS["practice"][0].kind, front, body, front.count("\n") + 1
    )
    assert_in_place(list(check_text(written, surroundings(Case()))), front + body)


@settings(max_examples=300)
@given(body=TEXTS)
def test_helpers_keep_places(body: str) -> None:
    """Blanking code keeps every other sign where it was; headings and links stand where they say."""
    front = "---\ntitle: а\n---\n"
    written = Manuscript("proba", "practices/proba.md", MODELS["case"][0].kind, front, body, 4)
    text, prose = front + body, prose_of(written)
    assert len(prose) == len(text)
    assert all(here in {sign, "·"} for sign, here in zip(text, prose, strict=True))
    for heading in headings_of(written):
        assert 0 <= heading.offset < heading.end <= len(text)
        assert 1 <= heading.level <= 6
    for link in links_of(written):
        assert text.startswith(link.written, link.place)


@pytest.mark.parametrize(
    "piece",
    [
        "[", "](", "[](", "![](", "[a](", ")](", "(", "<", "<a ", "</", "{", "{{", "{%", "{:", "`",
        "`` ` ", "~~~\n", "```\n", "# ", "\n#", "\n## \n", "--", "|--", "| --- |\n", "|\n", "\n- |",
        "http://", "https://a.a.", "@", "a@a.", "a.", "8 9", "8(900)", "112-233-", "0" * 50, "паспорт ",
        "паспорт 4", "родился ", "ученик ", "ученица 5 «А» класса ", "Мария ", "Мария Ивановна ", "И. ",
        "И.И.", "Аа ", "вна ", "овна ", " класс, ", ", 7 класс", "\n\n\n", "  ", " ", "\t", "[^1]: ",
        "[a]: ", "\\", "include", "on=", "{on", "<!--", "**", "*a",
    ],
)  # fmt: skip
def test_no_repetition_stalls_the_rules(piece: str) -> None:
    """A file of one sign over and over, as large as a file may be, is looked through in linear time.

    A busy machine makes a measurement larger now and then, a square makes it larger always.
    """
    assert any(_spent(piece, 160_000) < 16 * max(_spent(piece, 20_000), 0.02) for _ in range(5))


def _spent(piece: str, size: int) -> float:
    """Seconds of the processor that the rules of text take for so many signs."""
    kind = MODELS["practice"][0].kind
    body = piece * (size // len(piece))
    written = Manuscript("proba", "practices/proba.md", kind, "---\n---\n", body, 3)
    around = surroundings(Case())
    start = time.process_time()
    check_text(written, around)
    return time.process_time() - start


def test_the_registers_of_the_trial_are_there() -> None:
    """The trial stands on the repository's own words."""
    assert registry().organisations["shkola-primer-1"].short
