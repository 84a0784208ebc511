"""`kopilka check`, run as people run it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.bank_maker import make_bank
from tests.catalog.writing import practice
from tests.cli.command import complained, printed, run
from tests.workspace.links.site import serving

CLEAN = practice(title="Карты для чтения на уроках", reviewed="2026-09-01")
BROKEN = CLEAN.replace("keywords:", "keyword:").replace("created: '2025-06-10'", "created: 10.06.2025")
DOUBTFUL = CLEAN.replace("reviewed: '2026-09-01'", "reviewed: '2020-09-01'")


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank of a clean record, a broken one and a doubtful one."""
    folder = tmp_path_factory.mktemp("repository") / "bank"
    files = {
        "practices/karty.md": CLEAN,
        "practices/karty-2.md": BROKEN.replace("Карты для чтения", "Карты для письма"),
        "sites/README.md": "Здесь будут площадки.",
        "practices/staroe.md": DOUBTFUL.replace("Карты для чтения", "Полка давних работ"),
    }
    return make_bank(folder, files)


def codes(text: str) -> list[str]:
    """The codes in a report of JSON."""
    return [item["code"] for item in json.loads(text)["diagnostics"]]


def test_errors_end_with_one(bank: Path) -> None:
    """A bank with errors ends with the code 1; everything is told in one run, nothing on the error stream."""
    result = run("check", folder=bank)
    assert result.returncode == 1
    assert not result.stderr
    text = printed(result)
    assert "practices/karty-2.md:" in text
    assert "Возможно" in text
    assert "Пишите так: 2025-06-10." in text
    assert "Проверено: 3 записи. Найдено: 2 ошибки" in text


def test_clean_ends_with_zero(bank: Path) -> None:
    """A file without errors ends with 0, though another file has them; a name is no prefix of another."""
    result = run("check", "practices/karty.md", "--min-severity", "error", folder=bank)
    assert result.returncode == 0
    assert printed(result) == "Проверено: 1 запись. Всё в порядке.\n"


def test_links_are_asked_only_when_told_so(tmp_path: Path) -> None:
    """With `--links` the report has what the sites said; how it goes is told on the other stream."""
    with serving() as site:
        text = CLEAN + f"\n[Набор карт]({site.url}/gone) и [правила]({site.url}/ok).\n"
        settings = "checks: {links: {private: true, pause_milliseconds: 0}}\n"
        root = make_bank(tmp_path, {"practices/karty.md": text}, settings=settings)
        assert "K420" not in codes(printed(run("check", "--format", "json", folder=root)))
        assert not site.asked
        result = run("check", "practices", "--links", "--format", "json", folder=root)
        assert "K420" in codes(printed(result))
        assert complained(result) == "Спрашиваю 2 адреса на 1 сайте, без спешки…\n"
        again = run("check", "--links", "--format", "json", folder=root)
        assert codes(printed(again)) == codes(printed(result))
        assert "Ещё 1 адрес не спрашивал: недавно открывались." in complained(again)


def test_remarks_are_no_errors(bank: Path) -> None:
    """Remarks are shown and do not fail the check."""
    result = run("check", "practices/staroe.md", folder=bank)
    assert result.returncode == 0
    assert "замечание K712" in printed(result)


@pytest.mark.parametrize("least", ["error", "warning", "advice"])
def test_min_severity(bank: Path, least: str) -> None:
    """What is milder than asked for is neither shown nor counted."""
    data = json.loads(printed(run("check", "--format", "json", "--min-severity", least, folder=bank)))
    shown = {item["severity"] for item in data["diagnostics"]}
    allowed = {"error": {"error"}, "warning": {"error", "warning"}, "advice": {"error", "warning", "advice"}}
    assert shown <= allowed[least]
    assert data["summary"]["errors"] == 2
    assert sum(data["summary"].values()) == 3 + len(data["diagnostics"])


def test_bank_is_found_from_inside(bank: Path) -> None:
    """In a folder of the bank the bank is found, and paths are those from that folder."""
    result = run("check", "karty-2.md", folder=bank / "practices")
    assert result.returncode == 1
    assert printed(result).startswith("../practices/karty-2.md:")
    assert "Проверено: 1 запись." in printed(result)


def test_bank_is_named(bank: Path) -> None:
    """`--root` names the bank; paths are those of the one who reads, in JSON those of the bank."""
    text = printed(run("check", "--root", bank, bank / "practices/karty-2.md", folder=bank.parent))
    assert text.startswith("bank/practices/karty-2.md:")
    data = printed(run("check", "--root", "bank", "--format", "json", folder=bank.parent))
    assert {item["path"] for item in json.loads(data)["diagnostics"]} == {
        "practices/karty-2.md",
        "practices/karty.md",
        "practices/staroe.md",
    }


def test_whole_bank_as_a_path(bank: Path) -> None:
    """The bank's own folder is the whole bank; a folder is what lies in it."""
    everything = printed(run("check", "--format", "json", folder=bank))
    assert printed(run("check", ".", "--format", "json", folder=bank)) == everything
    assert codes(printed(run("check", "practices", "--format", "json", folder=bank))) == codes(everything)
    assert codes(printed(run("check", "sites", "--format", "json", folder=bank))) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "practices/net.md"], "нет такого файла или папки: practices/net.md"),
        (["check", ".."], ".. лежит вне банка"),
        (["check", "--root", "net"], "нет такой папки: net"),
        (["check", "--root", ".."], "это не банк «Копилки»"),
        (["check", "--readiness", "--format", "sarif"], "--readiness бывает вида text или json, а не sarif"),
    ],
)
def test_wrong_use_ends_with_two(bank: Path, arguments: list[str], words: str) -> None:
    """A call that makes no sense ends with 2 and words on the error stream."""
    result = run(*arguments, folder=bank)
    assert result.returncode == 2
    assert not result.stdout
    assert complained(result).startswith("kopilka: ")
    assert words in complained(result)


def test_wrong_settings_end_with_two(tmp_path: Path) -> None:
    """Settings that cannot be used end with 2, not with a traceback."""
    make_bank(tmp_path, {"practices/karty.md": CLEAN}, settings="bnak: {}\n")
    result = run("check", folder=tmp_path)
    assert result.returncode == 2
    assert "возможно, это bank" in complained(result)


def test_paths_for_a_forge_are_those_of_the_repository(bank: Path) -> None:
    """Where the bank is a folder of a repository, annotations name the files as the forge knows them."""
    (bank.parent / ".git").mkdir(exist_ok=True)
    for form, start in (("github", "file=bank/practices/"), ("gitlab", '"path": "bank/practices/')):
        assert start in printed(run("check", "--format", form, folder=bank))


def test_two_runs_are_the_same(bank: Path) -> None:
    """The order of what is found does not depend on the run."""
    seeds = ({"PYTHONHASHSEED": seed} for seed in "12")
    first, second = (run("check", "--format", "sarif", folder=bank, environment=seed) for seed in seeds)
    assert first.stdout == second.stdout


def test_readiness(bank: Path) -> None:
    """The list of records by readiness is a report too; records with errors are named, and the code is 1."""
    result = run("check", "--readiness", folder=bank)
    assert result.returncode == 1
    assert "Дальше: «Результаты» (results), это ещё" in printed(result)
    assert "сначала исправьте ошибки (kopilka check):\n       practices/karty-2.md" in printed(result)
