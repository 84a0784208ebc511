"""`kopilka init`: a bank of one's own in a minute."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load
from tests.bank_maker import REPOSITORY, make_bank, opened
from tests.cli.command import DAY, complained, printed, run

from kopilka.cli.start import EXAMPLES, REGISTERS, find_shared
from kopilka.cli.start.sample import sample_fields, sample_sections
from kopilka.exchange.writing import format_record
from kopilka.records.base import Record
from kopilka.records.case import ProjectCase
from kopilka.records.network import NetworkProject
from kopilka.records.practice import Practice
from kopilka.records.site import Site
from kopilka.settings import DEFAULT_KINDS, parse_settings, read_settings
from kopilka.workspace import load_kinds

MODELS: tuple[type[Record], ...] = (Practice, ProjectCase, Site, NetworkProject)


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new bank with a name that YAML and a shell could trip over, and with the example."""
    folder = tmp_path_factory.mktemp("home") / "новый банк"
    arguments = ("--name", "Родник: «опыт» & 50 %", "--title", "Банк # школ {района}", "--examples")
    result = run("init", folder, *arguments, folder=folder.parent)
    assert result.returncode == 0, complained(result)
    assert not result.stderr
    return folder


def files(folder: Path) -> set[str]:
    """The files of a folder, relative to it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_next_steps(tmp_path: Path) -> None:
    """The person is told where the bank is and what to do next; the path can be copied."""
    result = run("init", "мой банк", folder=tmp_path)
    assert result.returncode == 0
    text = printed(result)
    assert text.startswith(f"Новый банк готов: {tmp_path / 'мой банк'}\n")
    assert '  cd "мой банк"\n' in text
    assert "mkdocs serve --strict" in text


def test_everything_is_there(bank: Path) -> None:
    """A bank has settings, pages, registers, folders of the kinds, and what a repository wants."""
    expected = {
        *("kopilka.yml", "mkdocs.yml", "README.md", "LICENSE-CONTENT.md", ".gitignore"),
        *("docs/o-banke.md", "docs/avtoru.md", "registry/glossary.yml", "registry/organisations/nashi.yml"),
        *(f"{kind.folder}/README.md" for kind in DEFAULT_KINDS),
        *(f"registry/vocabularies/{path.name}" for path in (REPOSITORY / "registry/vocabularies").iterdir()),
    }
    assert expected <= files(bank)


def test_new_bank_checks(bank: Path) -> None:
    """A new bank has no errors."""
    result = run("check", folder=bank)
    assert result.returncode == 0, printed(result)
    assert "Проверено: 1 запись." in printed(result)


def test_new_bank_builds(bank: Path, tmp_path: Path) -> None:
    """A new bank is built strictly, its own pages and the example included."""
    copy = shutil.copytree(bank, tmp_path / bank.name)
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=copy,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert result.returncode == 0, result.stderr.decode()
    home = (copy / "site/index.html").read_text(encoding="utf-8")
    assert "Родник: «опыт» &amp; 50" in home.replace("\u00a0", " ")
    assert (copy / "site/o-banke/index.html").exists()
    assert (copy / "site/praktiki/polka-nezakonchennyh-rabot/index.html").exists()


def test_empty_bank(tmp_path: Path) -> None:
    """Without `--examples` a bank has no records and no invented organisations, and no errors."""
    assert run("init", ".", folder=tmp_path).returncode == 0
    workspace = opened(tmp_path)
    assert workspace.catalog.entries == {}
    assert workspace.catalog.registry.organisations == {}
    assert workspace.report.diagnostics == ()
    assert workspace.settings.bank.name == "Копилка"


def test_names(bank: Path) -> None:
    """The name and the title come into the settings as they were given."""
    settings = read_settings(bank)
    assert settings.bank.name == "Родник: «опыт» & 50 %"
    assert settings.bank.title == "Банк # школ {района}"
    with (bank / "mkdocs.yml").open("rb") as config:
        assert yaml_load(config)["site_name"] == settings.bank.name


def test_nothing_is_left_to_fill(bank: Path) -> None:
    """No place of a template stays empty."""
    for path in files(bank) - {"docs/o-banke.md", "docs/avtoru.md"}:
        text = (bank / path).read_text(encoding="utf-8", errors="replace")
        assert not re.search(r"\$\{|\$\$", text), path


def test_nothing_of_this_workplace(bank: Path) -> None:
    """A new bank holds neither the paths of the machine nor the organisations of another bank."""
    for path in files(bank):
        assert str(REPOSITORY) not in (bank / path).read_text(encoding="utf-8", errors="replace")
    assert all(item.demo for item in opened(bank).catalog.registry.organisations.values())


def test_commented_settings_are_good(bank: Path) -> None:
    """Every line of the settings that waits behind a # can be taken into use."""
    text = (bank / "kopilka.yml").read_text(encoding="utf-8")
    lines = [re.sub(r"^(\s*)# (?=\s*\w+: ?\S*)", r"\1", line) for line in text.splitlines()]
    setting = re.compile(r"^\s*(?:place|email|url|edit|report|forge|kind|repository|checks|severity|limits):")
    used = [new if setting.match(new) else old for new, old in zip(lines, text.splitlines(), strict=True)]
    settings = parse_settings("\n".join(used))
    assert settings.checks.severity == {"K712": "error"}
    assert settings.bank.email
    assert settings.proposals.report
    assert settings.forge.address == "https://git.example.org/metodisty/bank"


def test_commented_organisation_is_good(tmp_path: Path) -> None:
    """The example of an organisation, taken from behind its #, passes the check."""
    run("init", ".", folder=tmp_path)
    path = tmp_path / "registry/organisations/nashi.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    start = lines.index("# organisations:")
    path.write_text("\n".join(line.removeprefix("# ") for line in lines[start:-1]), encoding="utf-8")
    workspace = opened(tmp_path)
    assert workspace.report.diagnostics == ()
    assert "shkola-1" in workspace.catalog.registry.organisations


@pytest.mark.parametrize("model", MODELS)
def test_sample_in_the_folder_is_a_record(bank: Path, tmp_path: Path, model: type[Record]) -> None:
    """The sample in the README of a kind's folder is a record that can be read, with all that is required."""
    folder = next(place for place, kind in load_kinds(bank, DEFAULT_KINDS).items() if kind is model)
    readme = (bank / folder / "README.md").read_text(encoding="utf-8")
    sample = readme.partition("```markdown\n")[2].partition("```")[0]
    workspace = opened(make_bank(tmp_path, {f"{folder}/obrazec.md": sample}))
    assert format_record(sample, model) == sample
    entry = workspace.catalog.entries["obrazec"]
    assert type(entry.record) is model
    assert entry.record.status.value == "draft"


@pytest.mark.parametrize("model", MODELS)
def test_sample_has_required_fields_alone(model: type[Record]) -> None:
    """A sample is as short as it can be."""
    names = [line.partition(":")[0] for line in sample_fields(model) if line[:1] not in " -"]
    assert names == [name for name, info in model.model_fields.items() if info.is_required()]
    assert len(list(sample_sections(model))) == max(len(model.kind.sections), 1)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: (folder / "письмо.docx").write_bytes(b""), "не пуста, в ней есть письмо.docx"),
        (lambda folder: (folder / ".env").write_bytes(b""), "не пуста, в ней есть .env"),
        (lambda folder: (folder.rmdir(), folder.write_bytes(b"")), "– файл, а нужна папка"),
    ],
)
def test_taken_folder(tmp_path: Path, make: object, words: str) -> None:
    """A folder with anything in it is refused and left as it was."""
    folder = tmp_path / "bank"
    folder.mkdir()
    assert callable(make)
    make(folder)
    before = files(tmp_path)
    result = run("init", "bank", folder=tmp_path)
    assert result.returncode == 2
    assert words in complained(result)
    assert files(tmp_path) == before


def test_folder_of_a_new_repository(tmp_path: Path) -> None:
    """What `git init` has just made is an empty folder too; deeper folders are made on the way."""
    (tmp_path / ".git").mkdir()
    assert run("init", ".", folder=tmp_path).returncode == 0
    assert run("init", "a/b/c", folder=tmp_path).returncode == 0
    assert (tmp_path / "a/b/c/kopilka.yml").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--name", "  "], "--name: впишите имя буквами"),
        (["--title", "а\x1bб"], "--title: впишите имя буквами"),
        (["--name", "и" * 81], "--name: длиннее 80 знаков"),
    ],
)
def test_impossible_names(tmp_path: Path, arguments: list[str], words: str) -> None:
    """A name that cannot stand in the header of a site is refused before anything is written."""
    result = run("init", "bank", *arguments, folder=tmp_path)
    assert result.returncode == 2
    assert words in complained(result)
    assert not (tmp_path / "bank").exists()


def test_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder inside a file cannot be made, and that is told in words."""
    (tmp_path / "file").write_bytes(b"")
    result = run("init", "file/bank", folder=tmp_path)
    assert result.returncode == 2
    assert complained(result).startswith("kopilka: не удалось записать ")
    assert "Traceback" not in complained(result)


def test_wheel_ships_what_a_new_bank_takes() -> None:
    """The list in pyproject.toml and the list in the program are one; all of it is there."""
    build = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"][
        "build"
    ]
    shipped = build["targets"]["wheel"]["force-include"]
    assert shipped == {path: f"kopilka/cli/start/shared/{path}" for path in (*REGISTERS, *EXAMPLES)}
    for path in shipped:
        assert find_shared(path) == REPOSITORY / path
        assert find_shared(path).exists()


def test_example_needs_nothing_else() -> None:
    """The example that is taken along refers to no record that stays behind."""
    entry = opened(REPOSITORY).catalog.entries[Path(EXAMPLES[1]).stem]
    assert entry.record.demo
    assert entry.record.related == ()
    assert ".md)" not in entry.body
