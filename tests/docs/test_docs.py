"""The pages of docs/ against the program: what they name exists, what they show is what the program does."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest
from tests.bank_maker import REPOSITORY, make_bank, opened

from kopilka.cli import main
from kopilka.cli.main import make_parser
from kopilka.diagnostics import Severity
from kopilka.exchange.writing import format_record
from kopilka.records.practice import Practice
from kopilka.records.status import Status
from kopilka.settings import Settings, parse_settings
from kopilka.site.settings_table import setting_names

DOCS = REPOSITORY / "docs"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}
TEXTS = {
    **PAGES,
    **{name: (REPOSITORY / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md")},
}
TODAY = "1795305600"  # 22.11.2026

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")


def fences(text: str, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    return [body for found, body in _FENCE.findall(text) if found == language]


def spans(text: str) -> list[str]:
    """Words set as code inside the text."""
    return _SPAN.findall(_FENCE.sub("", text))


def called(program: str) -> list[str]:
    """Every call of a program that the pages show, without its name: «check --readiness»."""
    lines = []
    for text in TEXTS.values():
        blocks = "\n".join(fences(text, "sh") + fences(text, "powershell"))
        lines += [line.partition("#")[0].strip() for line in blocks.splitlines()] + spans(text)
    start = f"{program} "
    return sorted({line.removeprefix(start) for line in lines if line.startswith(start)})


def commands() -> dict[str, argparse.ArgumentParser]:
    """The commands of the program by name."""
    action = next(a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def long_options(parser: argparse.ArgumentParser) -> set[str]:
    """The options of a command: «--root»."""
    return {name for action in parser._actions for name in action.option_strings if name.startswith("--")}


@pytest.mark.parametrize("call", called("kopilka"))
def test_a_command_that_is_named_exists(call: str) -> None:
    """The program's own parser takes every call that a page shows, with its options and their values."""
    words = shlex.split(call)
    if words[-1] in {"--help", "--version"}:
        with pytest.raises(SystemExit, match=r"^0$"):
            make_parser().parse_args(words)
    else:
        make_parser().parse_args(words)


def test_every_command_and_option_is_named() -> None:
    """A reader of the pages learns of everything that the command line can do."""
    text = "\n".join(PAGES.values())
    known = {name: long_options(parser) for name, parser in commands().items()}
    missing = [name for name in known if f"kopilka {name}" not in text]
    missing += [option for options in known.values() for option in options if option not in text]
    missing += [option for option in long_options(make_parser()) if option not in text]
    assert missing == []


def test_an_option_that_is_named_alone_exists() -> None:
    """«--title» in a sentence is an option of one of the commands."""
    known = set().union(*(long_options(parser) for parser in commands().values()))
    named = {span for text in PAGES.values() for span in spans(text) if re.fullmatch(r"--[a-z][a-z-]+", span)}
    assert named <= known


def test_a_make_target_that_is_named_exists() -> None:
    """`make site` and the rest are in the Makefile."""
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert {call.split()[0] for call in called("make")} <= targets


def test_every_part_of_the_settings_is_on_their_page() -> None:
    """The page calls the table for every part of the model; the table is made from the model."""
    printed = re.findall(r"settings_table\(([^)]*)\)", PAGES["nastrojki.md"])
    assert set(re.findall(r"'(\w+)'", " ".join(printed))) == set(Settings.model_fields)


def test_a_setting_that_is_named_exists() -> None:
    """`bank.url` in a sentence is a setting of the model."""
    parts = "|".join(Settings.model_fields)
    pattern = re.compile(rf"(?:{parts})(?:\.[a-z_]+)+")
    named = {span for text in TEXTS.values() for span in spans(text) if pattern.fullmatch(span)}
    assert named <= setting_names()
    assert named


@pytest.mark.parametrize("page", ["hranitelyu.md", "svoj-vid.md"])
def test_the_shown_settings_are_valid(page: str) -> None:
    """What a page offers to copy into kopilka.yml is taken as it stands."""
    for block in fences(PAGES[page], "yaml"):
        parse_settings(block)


def test_the_sample_record_passes_the_check(tmp_path: Path) -> None:
    """The sample that an author copies has no mistakes; only its story is cut short, as the page says."""
    (sample,) = fences(PAGES["zapis-fajlom.md"], "markdown")
    report = opened(make_bank(tmp_path, {"practices/vopros-dnya.md": sample})).report
    assert report.records == 1
    assert [item.code for item in report.diagnostics if item.severity > Severity.ADVICE] == ["K507"]
    assert format_record(sample, Practice) == sample


def test_the_shown_message_is_what_the_check_prints(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The excerpt on the methodologist's page is printed for such a record, letter for letter."""
    (sample,) = fences(PAGES["zapis-fajlom.md"], "markdown")
    spoilt = sample.replace("created: 2026-11-20", "created: 10.06.2025")
    monkeypatch.chdir(make_bank(tmp_path, {"practices/karty.md": spoilt}))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    assert main(["check"]) == 1
    (shown,) = fences(PAGES["metodistu.md"], "text")
    assert shown.strip() in capsys.readouterr().out


def test_the_kind_of_the_guide_works(tmp_path: Path) -> None:
    """The model, the template and the settings of the guide make a page, its list and its facet."""
    page = PAGES["svoj-vid.md"]
    (model,), (template,), (settings,) = (fences(page, language) for language in ("python", "jinja", "yaml"))
    template = template.replace("{% raw %}", "").replace("{% endraw %}", "")
    (sample,) = fences(PAGES["zapis-fajlom.md"], "markdown")
    record = re.sub(r"^(?:type|results|conditions):.*\n(?:  .*\n)*", "", sample, flags=re.MULTILINE)
    own = "helps_with: [первый год]\nstrong_in: [критическое мышление]\n"
    files = {
        "nastavnik.py": model,
        "templates/mentor.html": template,
        "mentors/kto-nachal.md": record.replace("status: submitted\n", f"status: published\n{own}"),
    }
    workspace = opened(make_bank(tmp_path, files, settings=settings))
    assert [item for item in workspace.report.diagnostics if item.severity is Severity.ERROR] == []
    plan = workspace.plan(directory_urls=True)
    assert "первый год" in plan.render("nastavniki/kto-nachal").html.replace("\u00a0", " ")
    assert {"nastavniki", "silnye-storony", "spravka/polya-mentor"} <= set(plan.pages)


def test_every_status_is_explained() -> None:
    """The methodologist's table has each status under the name of the file and in Russian."""
    page = PAGES["metodistu.md"]
    assert [status for status in Status if f"`{status.value}` {status.label}" not in page] == []


def test_a_place_that_is_named_exists() -> None:
    """Files and folders of the repository are where the pages say."""
    folders = "docs|registry|practices|projects|sites|plugins"
    pattern = re.compile(rf"(?:{folders})(?:/[\w-]+)*/?|[A-Z]+\.md|\w+\.yml")
    examples = {"practices/vopros-dnya/", "practices/karty.md"}
    named = {span for text in PAGES.values() for span in spans(text) if pattern.fullmatch(span)} - examples
    assert [name for name in sorted(named) if not (REPOSITORY / name).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_set_like_the_rest_of_the_site(page: str) -> None:
    """«Ёлочки» and short dashes outside code; a description for those who look for the page."""
    front, _, body = PAGES[page].removeprefix("---\n").partition("\n---\n")
    assert front.startswith("description: ")
    prose = re.sub(r"`[^`\n]+`|\{\{.*?\}\}|\{%.*?%\}|<[^>]+>", "", _FENCE.sub("", body))
    assert re.findall(r'["—„“]| - ', prose) == []
