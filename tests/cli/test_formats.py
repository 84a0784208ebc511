"""One report in six formats."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from tests.golden import GOLDEN_FOLDER, Golden

from kopilka.cli import reports
from kopilka.cli.reports.findings import Findings
from kopilka.cli.streams import Screen
from kopilka.diagnostics import Code, Diagnostic, Report, Severity, Span
from kopilka.records.field_codes import MISSING, TOO_SHORT, UNKNOWN

PATH = "practices/карта, «пробная».md"
OWN = Code("K999", "own-rule", Severity.ADVICE, "Правило этого банка", "Так решили.", "a", "b")

RECORD = """\
---
title: Карты
sumary: Короткая карта с тремя вопросами 😀 для чтения
keywords: [{}]
---

\tОтступ сделан знаком табуляции.
""".format(", ".join(f"слово-{number}" for number in range(60)))

FOUND = [
    MISSING.at(PATH, Span.at(1, 1, 3), "не заполнено поле «Статус»", hint="Добавьте."),
    TOO_SHORT.at(PATH, Span.at(2, 8, 5), "поле «Наименование» – 5 знаков, нужно от 10"),
    UNKNOWN.at(
        PATH,
        Span.at(3, 1, 6),
        "поля «sumary» нет",
        hint="Возможно, вы имели в виду «summary».",
    ),
    OWN.at(
        PATH,
        Span.at(4, 400, 8),
        "слишком много слов",
        hint="Оставьте 100 % главного:\r\nдесять, не больше.",
    ),
    OWN.at(PATH, Span.at(7, 1, 1), "отступ: табуляция"),
    Diagnostic("K303", Severity.WARNING, "registry/slova.yml", Span(2, 3, 4, 1), "два одинаковых\x1b[31m id"),
    OWN.at("practices/dokument.md", Span(), "это документ Word, а не текст"),
]


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    """A report over a small folder, seen from outside of it."""
    root = tmp_path / "bank"
    (root / "practices").mkdir(parents=True)
    (root / "registry").mkdir()
    (root / PATH).write_text(RECORD, encoding="utf-8")
    (root / "practices/dokument.md").write_bytes(b"PK\x03\x04\x00\x1b[2J")
    (root / "registry/slova.yml").write_text("terms:\n  - id: a\n  - id: a\n", encoding="utf-8")
    files = (
        "practices/dokument.md",
        "practices/chisto.md",
        PATH,
        "registry/slova.yml",
    )
    return Findings(Report.of(3, FOUND), root, files=files, here="bank/", repository="data/bank/")


@pytest.fixture
def clean(tmp_path: Path) -> Findings:
    """A report with nothing in it."""
    return Findings(Report.of(2, []), tmp_path, files=("practices/a.md", "practices/b.md"))


def written(findings: Findings, form: str) -> Any:
    """A report of JSON, parsed."""
    return json.loads(reports.render(findings, form, Screen()))


def test_text(findings: Findings, golden: Golden) -> None:
    """The text for people is the same to the sign."""
    golden.check(GOLDEN_FOLDER / "cli" / "report.txt", reports.render(findings, "text", Screen(width=80)))


def test_text_in_colour(findings: Findings, golden: Golden) -> None:
    """Colours add to the text and take nothing away."""
    coloured = reports.render(findings, "text", Screen(width=80, colour=True))
    golden.check(GOLDEN_FOLDER / "cli" / "report-colour.txt", coloured)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == reports.render(findings, "text", Screen(width=80))


def test_text_on_a_narrow_screen(findings: Findings) -> None:
    """On a terminal long sentences are folded between words, and nothing is lost."""
    text = reports.render(findings, "text", Screen(width=60, live=True))
    assert all(len(line) <= 60 for line in text.splitlines()[:-1])
    plain = reports.render(findings, "text", Screen(width=60))
    assert text.split() == plain.split()


def test_clean_text(clean: Findings) -> None:
    """A clean bank is told so in one line."""
    text = reports.render(clean, "text", Screen()).replace("\u00a0", " ")
    assert text == "Проверено: 2 записи. Всё в порядке.\n"


@pytest.mark.parametrize("form", reports.FORMATS)
def test_every_format_ends_its_last_line(findings: Findings, clean: Findings, form: str) -> None:
    """Nothing is glued to what the shell prints next; a clean report of GitHub alone is empty."""
    for each in (findings, clean):
        text = reports.render(each, form, Screen())
        assert text.endswith("\n") or (form == "github" and not each.report.diagnostics and not text)


def test_json(findings: Findings) -> None:
    """JSON has exactly the promised shape; paths are those of the bank."""
    data = written(findings, "json")
    assert list(data) == ["version", "summary", "diagnostics"]
    assert data["version"] == 1
    assert data["summary"] == {"records": 3, "errors": 3, "warnings": 1, "advice": 3}
    assert [list(item) for item in data["diagnostics"]] == [
        ["code", "severity", "path", "line", "column", "end_line", "end_column", "message", "hint"]
    ] * len(FOUND)
    unknown = next(item for item in data["diagnostics"] if item["code"] == UNKNOWN.id)
    assert unknown == {
        "code": "K202",
        "severity": "error",
        "path": PATH,
        "line": 3,
        "column": 1,
        "end_line": 3,
        "end_column": 7,
        "message": "поля «sumary» нет",
        "hint": "Возможно, вы имели в виду «summary».",
    }


def test_json_is_readable(findings: Findings) -> None:
    """Russian is written as it is, not as codes."""
    assert "практ" not in reports.render(findings, "json", Screen())
    assert "не заполнено поле «Статус»" in reports.render(findings, "json", Screen())


def unescape(text: str, *, is_property: bool) -> str:
    """What the runner of GitHub makes of an escaped text: see @actions/core, command.ts."""
    if is_property:
        text = text.replace("%2C", ",").replace("%3A", ":")
    return text.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def test_github(findings: Findings) -> None:
    """A command a line; what the runner reads back is what was meant."""
    lines = reports.render(findings, "github", Screen()).splitlines()
    assert len(lines) == len(FOUND)
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 3 + ["::warning"] + ["::notice"] * 3
    found = {}
    for line in lines:
        match = re.fullmatch(r"::\w+ ([^:]*)::(.*)", line)
        assert match, line
        properties = dict(pair.split("=") for pair in match[1].split(","))
        assert list(properties) == ["file", "line", "endLine", "col", "endColumn", "title"]
        read = {name: unescape(value, is_property=True) for name, value in properties.items()}
        found[read["line"], read["title"]] = (read, unescape(match[2], is_property=False))
    properties, text = found["4", "совет K999"]
    assert properties["file"] == f"data/bank/{PATH}"
    assert (properties["col"], properties["endColumn"], properties["endLine"]) == ("400", "408", "4")
    assert text == "слишком много слов\nОставьте 100 % главного:\r\nдесять, не больше."


def test_gitlab(findings: Findings) -> None:
    """Code Quality wants five things of an issue; the paths are those of the repository."""
    issues = written(findings, "gitlab")
    assert len(issues) == len(FOUND)
    for issue in issues:
        assert list(issue) == ["description", "check_name", "fingerprint", "severity", "location"]
        assert re.fullmatch(r"[0-9a-f]{40}", issue["fingerprint"])
        assert issue["location"]["path"].startswith("data/bank/")
        assert set(issue["location"]["lines"]) == {"begin", "end"}
    assert [issue["severity"] for issue in issues].count("major") == 3
    assert {issue["severity"] for issue in issues} == {"major", "minor", "info"}
    assert len({issue["fingerprint"] for issue in issues}) == len(FOUND)
    unknown = next(issue for issue in issues if issue["check_name"] == "K202")
    assert unknown["description"] == "Поля «sumary» нет. Возможно, вы имели в виду «summary»."


def test_sarif(findings: Findings) -> None:
    """A log of SARIF 2.1.0 with its rules, and results that point at them."""
    log = written(findings, "sarif")
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert driver["name"] == "kopilka"
    rules = driver["rules"]
    assert [rule["id"] for rule in rules] == ["K201", "K202", "K203", "K303", "K999"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
        line, column, end_line, end_column = place["region"].values()
        assert (1, 1) <= (line, column) <= (end_line, end_column)
        assert list(place["region"]) == ["startLine", "startColumn", "endLine", "endColumn"]
        assert set(result["partialFingerprints"]) == {"kopilka/v1"}


def test_sarif_rules_explain(findings: Findings) -> None:
    """A rule has a name in the style of SARIF, a title, a reason and an example before and after."""
    rules = {rule["id"]: rule for rule in written(findings, "sarif")["runs"][0]["tool"]["driver"]["rules"]}
    rule = rules["K202"]
    assert rule["name"] == "UnknownField"
    assert rule["shortDescription"]["text"] == "Такого поля нет."
    assert rule["fullDescription"]["text"] == UNKNOWN.why
    assert UNKNOWN.before in rule["help"]["text"]
    assert UNKNOWN.after in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rules["K999"] == {"id": "K999"}


def test_sarif_addresses(findings: Findings) -> None:
    """Addresses are relative to the repository and percent-encoded, so that a forge finds the file."""
    results = written(findings, "sarif")["runs"][0]["results"]
    addresses = {
        location["physicalLocation"]["artifactLocation"]["uri"]
        for result in results
        for location in result["locations"]
    }
    assert all(address.isascii() and " " not in address for address in addresses)
    assert {unquote(address) for address in addresses} == {
        f"data/bank/{PATH}",
        "data/bank/practices/dokument.md",
        "data/bank/registry/slova.yml",
    }


def test_junit(findings: Findings) -> None:
    """Every file is a test, a clean one too; errors fail it, the rest is said beside."""
    suites = ET.fromstring(reports.render(findings, "junit", Screen()))  # noqa: S314 - our own text
    (suite,) = suites
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("4", "1", "0")
    cases = {case.get("name"): case for case in suite}
    assert len(cases) == 4
    assert list(cases["practices/chisto.md"]) == []
    failed = cases[PATH]
    failure, beside = failed
    assert (failure.tag, beside.tag) == ("failure", "system-out")
    assert failure.get("type") == "K201"
    assert failure.get("message") == "Не заполнено поле «Статус». Добавьте."
    assert (failure.text or "").count("\n") == 4
    assert "K999" in (beside.text or "")
    assert failed.get("file") == f"data/bank/{PATH}"
    assert [child.tag for child in cases["practices/dokument.md"]] == ["system-out"]


def test_junit_is_xml_whatever_is_quoted(tmp_path: Path) -> None:
    """Control signs and half a pair of a surrogate cannot be written in XML and become a mark."""
    spoilt = UNKNOWN.at("a.md", Span(), "поля «\x00\x1b\ud800\uffff&<>]]>\"'» нет")
    text = reports.render(Findings(Report.of(1, [spoilt]), tmp_path, files=("a.md",)), "junit", Screen())
    failure = ET.fromstring(text)[0][0][0]  # noqa: S314 - our own text
    assert failure.get("message") == "Поля «\ufffd\ufffd\ufffd\ufffd&<>]]>\"'» нет."


def test_clean_machine_formats(clean: Findings) -> None:
    """A clean report is a whole document of its format too."""
    assert written(clean, "gitlab") == []
    assert written(clean, "json")["diagnostics"] == []
    assert written(clean, "sarif")["runs"][0]["results"] == []
    assert reports.render(clean, "github", Screen()) == ""
    suite = ET.fromstring(reports.render(clean, "junit", Screen()))[0]  # noqa: S314 - our own text
    assert [case.get("name") for case in suite] == ["practices/a.md", "practices/b.md"]
