"""What `kopilka ci` makes for each forge: valid, alike, safe with strangers, committed here."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from tests.bank_maker import REPOSITORY

from kopilka.exchange.ci import FORGES, SCRIPT, make_files
from kopilka.exchange.ci.templates import QUESTIONS
from kopilka.settings import ForgeKind, Settings, parse_settings, read_settings

SETTINGS = read_settings(REPOSITORY)
ACTIONS = ("github", "gitea", "forgejo", "gitverse")
"""The forges whose callers are workflows of GitHub Actions."""

WORKFLOW_KEYS = {"name", "on", "permissions", "concurrency", "jobs", "env", "defaults", "run-name"}
JOB_KEYS = {
    *("name", "if", "needs", "runs-on", "permissions", "environment", "concurrency", "outputs", "env"),
    *("defaults", "steps", "timeout-minutes", "strategy", "continue-on-error", "container", "services"),
}
STEP_KEYS = {
    *("id", "if", "name", "uses", "run", "working-directory", "shell", "with", "env"),
    *("continue-on-error", "timeout-minutes"),
}
"""What the schema of GitHub's workflows allows (json.schemastore.org/github-workflow, 2026)."""

GITLAB_WORDS = {"workflow", "stages", "default", "variables", "include", "image"}
GITLAB_JOB_KEYS = {"stage", "script", "after_script", "rules", "artifacts", "image", "needs"}


class Loader(yaml.SafeLoader):
    """YAML 1.2: `on` is a word."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, form) for tag, form in forms if tag != "tag:yaml.org,2002:bool"]
    for letter, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def callers(kind: ForgeKind) -> dict[str, Any]:
    """The callers of a forge, parsed, by path."""
    files = make_files(kind, SETTINGS)
    return {path: yaml.load(files[path], Loader) for path in FORGES[kind].callers}  # noqa: S506 - a safe one


WORKFLOWS = [
    pytest.param(workflow, id=path)
    for kind in FORGES
    if kind in ACTIONS
    for path, workflow in callers(kind).items()
]


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    """Every step of every job."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("kind", FORGES)
def test_the_committed_copies_are_what_the_command_makes(kind: ForgeKind) -> None:
    """This repository has the files of every forge, letter for letter."""
    for path, text in make_files(kind, SETTINGS).items():
        assert (REPOSITORY / path).read_text(encoding="utf-8") == text, f"make it again: kopilka ci {kind}"


@pytest.mark.parametrize("kind", FORGES)
def test_a_caller_only_calls_the_script(kind: ForgeKind) -> None:
    """All the checking is in one place, whichever the forge is; nothing of the text is left unfilled."""
    files = make_files(kind, SETTINGS)
    texts = "\n".join(files[path] for path in FORGES[kind].callers)
    assert {"check", "diff", "preview"} <= set(re.findall(rf"python3 {re.escape(SCRIPT)} (\w+)", texts))
    assert "kopilka check" not in texts
    assert "mkdocs" not in texts
    assert re.findall(r"@[a-z-]+@", texts) == []


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_a_workflow_has_only_what_the_schema_knows(workflow: dict[str, Any]) -> None:
    """A misspelt key would be passed over in silence, or stop the whole file."""
    assert set(workflow) <= WORKFLOW_KEYS
    assert all(set(job) <= JOB_KEYS and job["timeout-minutes"] for job in workflow["jobs"].values())
    assert all(set(step) <= STEP_KEYS and ("run" in step) != ("uses" in step) for step in steps(workflow))


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_a_stranger_gains_nothing(workflow: dict[str, Any]) -> None:
    """No secrets, none of the proposal's words in a shell, actions by their commits, no rights of ours."""
    assert "pull_request_target" not in workflow["on"]
    assert workflow["permissions"]["contents"] == "read"
    assert "secrets." not in str(workflow)
    for step in steps(workflow):
        assert "${{" not in step.get("run", "")
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step.get("uses", f"actions/x@{'0' * 40}"))
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_what_runs_a_proposal_cannot_write() -> None:
    """On GitHub the check has no right to write; the comment has it, and runs nothing of the proposal's."""
    check, comment, pages = callers("github").values()
    assert set(check["on"]) == {"pull_request", "push"}
    assert check["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in check["jobs"].values())
    assert set(comment["on"]) == {"workflow_run"}
    assert comment["on"]["workflow_run"]["workflows"] == [check["name"]]
    (checkout,) = (step for step in steps(comment) if "uses" in step)
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert "pull_request" not in pages["on"]
    keyed = [step["run"] for step in steps(comment) if "GH_TOKEN" in step.get("env", {})]
    assert all(SCRIPT not in run for run in keyed)


@pytest.mark.parametrize("kind", ["gitea", "forgejo", "gitverse"])
def test_forges_without_a_marketplace_get_commands_alone(kind: ForgeKind) -> None:
    """Which actions a server of one's own can reach, nobody knows."""
    (workflow,) = callers(kind).values()
    assert all("run" in step for step in steps(workflow))


@pytest.mark.parametrize("kind", ["gitlab", "gitflic"])
def test_jobs_of_gitlab_and_gitflic(kind: ForgeKind) -> None:
    """Known words only, a stage that is listed, reports where the script writes them."""
    pipeline, *others = callers(kind).values()
    jobs = {name: job for name, job in pipeline.items() if name not in GITLAB_WORDS}
    for other in others:
        jobs |= other
    for job in jobs.values():
        assert set(job) <= GITLAB_JOB_KEYS
        assert job["stage"] in pipeline["stages"]
    assert jobs["bank"]["artifacts"]["when"] == "always"
    if kind == "gitlab":
        assert jobs["bank"]["artifacts"]["reports"] == {
            "codequality": "dist/proverka/gl-code-quality.json",
            "junit": "dist/proverka/junit.xml",
        }


def test_the_branch_and_the_licence_are_the_banks() -> None:
    """A bank whose main branch is `bank/glavnaya` is checked there."""
    text = "forge: {kind: gitlab, repository: a/b, branch: bank/glavnaya}\nbank: {licence: CC-BY-SA-4.0}"
    files = make_files("github", parse_settings(text))
    assert 'branches: ["bank/glavnaya"]' in files[".github/workflows/bank.yml"]
    assert "по лицензии CC-BY-SA-4.0," in files[".github/PULL_REQUEST_TEMPLATE.md"]


def test_templates_are_the_same_everywhere() -> None:
    """One text of a proposal; one set of questions, whether it is a form or a text."""
    made = {kind: make_files(kind, Settings()) for kind in FORGES}
    assert len({made[kind][forge.proposal] for kind, forge in FORGES.items()}) == 1
    asked = [(question.label, question.help) for question in QUESTIONS]
    for kind, forge in FORGES.items():
        report = made[kind][forge.report]
        if forge.report.endswith(".yml"):
            fields = [item for item in yaml.safe_load(report)["body"] if item["type"] != "markdown"]
            found = [(item["attributes"]["label"], item["attributes"]["description"]) for item in fields]
        else:
            found = re.findall(r"^## (.+)\n\n<!-- (.+) -->$", report, re.MULTILINE)
        assert found == asked


def test_the_author_is_told_what_happens_next() -> None:
    """Whoever opens a proposal reads it in Russian before anything else happens."""
    text = make_files("gitlab", Settings())[FORGES["gitlab"].proposal]
    _, _, after = text.partition("## Что будет дальше")
    assert re.findall(r"^\d", after, re.MULTILINE) == ["1", "2", "3", "4"]
    assert "методист" in after
