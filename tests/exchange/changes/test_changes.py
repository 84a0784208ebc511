"""What a report on a proposal says, and that a stranger's words forge nothing in it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.bank_maker import TODAY
from tests.golden import GOLDEN_FOLDER, Golden
from tests.workspace.git_bank import commit, edit, git, make_repository

from kopilka.diagnostics import Diagnostic, Severity, Span
from kopilka.exchange.changes import FORMATS, FileChanged, Proposal, render
from kopilka.exchange.changes.compare import AttachmentChange, Percent, RecordChange
from kopilka.exchange.changes.fields import FieldChange
from kopilka.exchange.changes.plain import for_html, for_markdown, for_summary
from kopilka.exchange.changes.registers import How, RegisterChange
from kopilka.exchange.changes.texts import compare_texts
from kopilka.exchange.changes.writers import MOST_CHARACTERS
from kopilka.workspace.proposals import read_proposal

CARDS = "practices/chitatelskie-karty.md"
LABORATORY = "practices/laboratoriya-voprosov.md"
HOSTILE = "# <img src=x onerror=alert(1)> @everyone ](https://evil.example) !12 <!-- www.evil.example"
CONSENT = """  - position: учитель химии
    name: Примерова Мария Ивановна
    consent:
      date: 2025-09-01
      basis: согласие № 12, хранится в школе
      until: 2028-09-01
  - position: учитель биологии"""


@pytest.fixture(scope="module")
def proposal(tmp_path_factory: pytest.TempPathFactory) -> Proposal:
    """A proposal that touches everything: records, a register, attachments, a consent, hostile words."""
    root = make_repository(tmp_path_factory.mktemp("git") / "bank")
    edit(
        root,
        CARDS,
        ("status: published", "status: draft"),
        ("  - position: учитель биологии", CONSENT),
        ("  - предметные\n", ""),
        ("    file: karty-5-klass.docx", "    file: karty.docx"),
        ("related:\n", "related:\n  - net-takoj\n"),
        ("start: 2023-09", "start: 2022-09"),
        ("Короткая карта", "Небольшая карта"),
    )
    text = (root / LABORATORY).read_text(encoding="utf-8")
    hostile = re.sub(r"title: .*", lambda _: f"title: {json.dumps(HOSTILE)}", text, count=1)
    (root / LABORATORY).write_text(f"{hostile}\n\n{HOSTILE}\n", encoding="utf-8")
    text = (root / CARDS).read_text(encoding="utf-8")
    (root / "practices/kopiya.md").write_text(text, encoding="utf-8")
    edit(root, "registry/vocabularies/audience.yml", ("label: ", "label: совсем "))
    git(root, "mv", "practices/chitatelskie-karty/karta.svg", "practices/chitatelskie-karty/karta-2.svg")
    (root / "README.md").write_text("x", encoding="utf-8")
    commit(root)
    return read_proposal(root, "main~..main", today=TODAY)


def small() -> Proposal:
    """A proposal made by hand: its report does not change when a rule or a record of the bank does."""
    words = compare_texts("Карта помогает искать смысл.", "Карта помогает искать и проверять смысл.")
    changed = RecordChange(
        How.CHANGED,
        "Практика",
        HOSTILE,
        CARDS,
        "черновик",
        public=False,
        fields=(
            FieldChange("Статус", "опубликована", "черновик"),
            FieldChange("Ключевые слова", added=("карта",), removed=("*чтение*",)),
            FieldChange("Аннотация", words=words),
        ),
        consents=("учитель химии: дано согласие – имя, должность; бессрочно",),
        readiness=Percent(60, 72, ("Результаты",)),
    )
    new = RecordChange(
        How.NEW,
        "Площадка",
        "Читаем медленно",
        "sites/chitaem.md",
        "опубликована",
        public=True,
        facts=(FieldChange("Организация", after="Школа-пример № 1"),),
        readiness=Percent(None, 40),
    )
    came = Diagnostic("K402", Severity.ERROR, CARDS, Span.at(7), "записи «net» нет", "Уберите ссылку.")
    return Proposal(
        "main..HEAD",
        (changed, new),
        (RegisterChange(How.NEW, "Организации", "Школа № 2 (shkola-2)"),),
        (AttachmentChange(How.CHANGED, "practices/karty/karta.svg", 2048, 3_000_000),),
        (FileChanged("A", ".github/workflows/zlo.yml"),),
        (came,),
        (),
    )


@pytest.mark.parametrize("kind", FORMATS)
def test_golden(golden: Golden, kind: str) -> None:
    """The whole report in each of its looks."""
    golden.check(GOLDEN_FOLDER / "changes" / f"{kind}.txt", render(small(), kind))


def test_everything_is_told(proposal: Proposal) -> None:
    """Fields, links, likeness, consents, registers, attachments, other files: each in its place."""
    assert {item.path: item.how for item in proposal.records} == {
        CARDS: How.CHANGED,
        LABORATORY: How.CHANGED,
        "practices/kopiya.md": How.NEW,
    }
    assert "K402" in {item.code for item in proposal.links}
    assert "K808" in {item.code for item in proposal.alike}
    changed = proposal.records[0]
    assert changed.consents == ("учитель химии: дано согласие – имя, должность; до 01.09.2028",)
    assert "Статус" in {field.label for field in changed.fields}
    assert [(item.how, item.register) for item in proposal.registers] == [(How.CHANGED, "Словари")]
    assert not any("chitaem-medlenno" in item.message for item in proposal.gone)
    assert [item.how for item in proposal.attachments] == [How.MOVED]
    assert [item.path for item in proposal.others] == ["README.md"]
    assert proposal.errors


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_page_has_only_its_own_tags(proposal: Proposal) -> None:
    """No tag or attribute of a record gets onto the page: no pictures, links, scripts."""
    tags = _Tags()
    tags.feed(render(proposal, "html"))
    assert not tags.found & {"img", "a", "script", "iframe", "form", "b", "link"}
    assert not any(name.startswith("on") for name in tags.attributes)


def test_comment_forges_nothing(proposal: Proposal) -> None:
    """In a comment only our own headings and tags stand; no mention, link or picture is left alive."""
    text = render(proposal, "markdown")
    assert set(re.findall(r"</?(\w+)", text)) <= {"details", "summary", "ins", "del"}
    headings = re.findall(r"^#+ .*", text, re.MULTILINE)
    assert not any("img" in heading or "everyone" in heading for heading in headings)
    assert not re.search(r"@\w|(?<!\\)\]\(|https?://|www\.\w|!\d|<!--", text)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("# Заголовок", "\\# Заголовок"),
        ("1. пункт", "1\\. пункт"),
        ("- пункт\n\n# Ещё", "\\- пункт # Ещё".replace("#", "\\#")),
        ("/close", "\\/close"),
        ("*жирно* `код`", "\\*жирно\\* \\`код\\`"),
        ("а\u202eб", "а&lt;U+202E&gt;б"),
        ("&lt;b&gt;", "&amp;\u2060lt;b&amp;\u2060gt;"),
    ],
)
def test_markdown_is_escaped(hostile: str, shown: str) -> None:
    """What would mean something in a comment is shown as it was written."""
    assert for_markdown(hostile) == shown


def test_summary_and_page_are_escaped() -> None:
    """Inside HTML nothing opens a tag, leaves an attribute or calls anybody."""
    assert for_html('<b title="x">&\'') == "&lt;b title=&quot;x&quot;&gt;&amp;&#x27;"
    assert "@\u2060all" in for_summary("@all")


def test_long_report_fits_a_comment(proposal: Proposal) -> None:
    """A report too long for a comment loses details, says so, and still ends with what happens next."""
    many = replace(proposal, records=proposal.records * 200, came=proposal.came * 50)
    text = render(many, "markdown")
    assert "и ещё" in text
    assert "### Записи" in text
    assert len(text) <= MOST_CHARACTERS
    assert "не уместились" in text
    assert text.rstrip().endswith("прочтёт методист банка.")


def test_nothing_changed() -> None:
    """An empty proposal is told so and is no error."""
    nothing = Proposal("main", (), (), (), (), (), ())
    assert "Ничего не меняется" in render(nothing, "text")


def test_words_of_a_text() -> None:
    """Only the paragraph that differs is told, and only the words that do; line ends do not count."""
    before = "Первый абзац.\n\nВторой абзац про\nчтение карт."
    assert compare_texts(before, before.replace("про\n", "про ")) == ()
    (words,) = compare_texts(before, before.replace("чтение", "разбор"))
    assert [(piece.kind, piece.text) for piece in words] == [
        ("same", "Второй абзац про "),
        ("removed", "чтение"),
        ("added", "разбор"),
        ("same", " карт."),
    ]


def test_taken_name_is_not_repeated(tmp_path: Path) -> None:
    """A name whose consent is withdrawn stands nowhere in the fields of the report."""
    root = make_repository(tmp_path / "bank")
    edit(root, CARDS, ("  - position: учитель биологии", CONSENT))
    commit(root)
    edit(root, CARDS, (CONSENT.rpartition("\n")[0] + "\n", "  - position: учитель химии\n"))
    commit(root)
    found = read_proposal(root, "main~..main", today=TODAY)
    assert "согласия больше нет" in found.records[0].consents[0]
    assert all("Примерова" not in render(found, kind) for kind in FORMATS)


def test_consents_of_pictures(tmp_path: Path) -> None:
    """A consent for a picture is told by its file, with the ways in which it may be shown."""
    root = make_repository(tmp_path / "bank")
    given = "      date: 2025-09-01\n      basis: согласия родителей, № 14\n"
    row = f"  - file: urok.jpg\n    source: снимок школы\n    people: children\n    consent:\n{given}"
    edit(root, CARDS, ("pictures:\n", f"pictures:\n{row}"))
    commit(root)
    edit(root, CARDS, (given, f"{given}      scope:\n        - site\n        - print\n"))
    commit(root)
    edit(root, CARDS, (row.replace(given, f"{given}      scope:\n        - site\n        - print\n"), ""))
    commit(root)
    changed = "согласие изменилось – было: на сайте; бессрочно; стало: на сайте, в печати; бессрочно"
    said = [
        read_proposal(root, f"main~{back}..main~{back - 1}", today=TODAY).records[0].consents
        for back in (3, 2, 1)
    ]
    assert said == [
        ("снимок urok.jpg: дано согласие – на сайте; бессрочно",),
        (f"снимок urok.jpg: {changed}",),
        ("снимок urok.jpg: согласия больше нет, детей на сайте не покажем. В истории Git оно осталось",),
    ]
