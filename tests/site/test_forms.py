"""The description of a form: every field is asked or is the bank's own; a fifth kind has a form too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import StringConstraints
from tests.bank_maker import REPOSITORY, make_bank, opened
from tests.site.test_fifth_kind import MODEL, SETTINGS, TEMPLATE

from kopilka.records.base import Record
from kopilka.records.case import ProjectCase
from kopilka.records.explain import TELLERS
from kopilka.records.fields import declarations
from kopilka.records.meaning_troubles import FORMS
from kopilka.records.network import NetworkProject
from kopilka.records.practice import Practice
from kopilka.records.site import Site
from kopilka.site.data.forms import form_files, shapes_of
from kopilka.site.form_words import choice_sentence, pattern_sentences, sentences
from kopilka.site.forms import form_of, is_own_work, shape_of

KINDS: tuple[type[Record], ...] = (Practice, ProjectCase, Site, NetworkProject)
TYPES = {
    "address",
    "choice",
    "date",
    "done",
    "integer",
    "list",
    "number",
    "organisation",
    "part",
    "party",
} | {
    "record",
    "term",
    "text",
    "truth",
}
FLAT = {"title", "summary"}


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.kind.id)
def test_every_field_is_asked_once_or_is_the_banks_own(model: type[Record]) -> None:
    """Nothing that a model declares is lost on the way to its form, and nothing is asked twice."""
    form = form_of(model, "x")
    asked = [key for group in form["groups"] for key in group["fields"]]
    own = {name for name, declared in declarations(model).items() if is_own_work(declared)}
    assert len(asked) == len(set(asked))
    assert set(asked) | own == set(model.model_fields)
    assert own == {"status", "created", "updated", "demo", "accepted"}
    assert [field["key"] for field in form["fields"]] == list(model.model_fields)
    assert {shape["type"] for shape in shapes_of(form)} <= TYPES
    assert set(form["groups"][0]["fields"]) >= FLAT


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.kind.id)
def test_names_of_people_wait_for_a_consent(model: type[Record]) -> None:
    """Wherever a part has a consent, the form knows what may be shown only with it."""
    rules = [shape["consent"] for shape in shapes_of(form_of(model, "x")) if "consent" in shape]
    assert rules
    assert all(
        rule == {"field": "consent", "covers": ["name"], "usual": ["name", "position"]} for rule in rules
    )


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.kind.id)
def test_pictures_are_told_of_where_they_are_added(model: type[Record]) -> None:
    """What tells of pictures stands with the files, and says which of its fields names the picture."""
    form = form_of(model, "x")
    place = next(group for group in form["groups"] if group.get("files"))
    field = next(field for field in form["fields"] if field["key"] in place["fields"])
    assert field["shape"]["item"]["picture"] == "file"
    assert sum("picture" in shape for shape in shapes_of(form)) == 1


def test_what_an_empty_list_stands_for() -> None:
    """A consent without a scope has one all the same, and the form shows it."""
    inner = (field for shape in shapes_of(form_of(Practice, "x")) for field in shape.get("fields", ()))
    assert sorted(field["usual"] for field in inner if "usual" in field) == [["name", "position"], ["site"]]


def test_limits_come_with_the_shape() -> None:
    """Lengths, patterns, ranges and the words of choices stand where the browser looks for them."""
    fields = {field["key"]: field["shape"] for field in form_of(Practice, "x")["fields"]}
    assert fields["title"] == {"type": "text", "min_length": 10, "max_length": 200}
    assert fields["grades"]["fields"][0]["shape"] == {"type": "integer", "ge": 1, "le": 11}
    assert fields["deficits"] == {"type": "list", "item": {"type": "term", "vocabulary": "deficit"}}
    per = next(field for field in fields["duration"]["fields"] if field["key"] == "per")
    assert ["week", "неделя"] in per["shape"]["choices"]
    coded = shape_of(Annotated[str, StringConstraints(pattern=r"^\d+$")] | None)
    assert coded == {"type": "text", "pattern": r"^\d+$"}


def test_a_value_that_no_form_can_ask_is_refused() -> None:
    """A model with such a field fails at once, not in a reader's browser."""
    with pytest.raises(TypeError):
        shape_of(dict[str, str])


def test_sentences_are_those_of_the_checks() -> None:
    """Every kind of problem has its sentence with places to fill, and no marks of ours are left in it."""
    told = sentences()
    assert told["string_too_short"] == [
        "{field} – {length|знак|знака|знаков}, нужно от {limit}",
        "Добавьте ещё хотя бы {rest|знак|знака|знаков}.",
    ]
    assert set(told) - {"number_among", "date_better", "empty", "wrong_type"} <= set(TELLERS)
    assert set(pattern_sentences()) == set(FORMS)
    for message, hint in (*told.values(), *pattern_sentences().values(), choice_sentence(["a", "b"])):
        assert "{field}" in message
        assert not any("\ue000" <= letter <= "\uf8ff" for letter in message + hint)


def test_a_fifth_kind_has_its_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model of the bank's own is asked as any other, and is offered where a kind is chosen."""
    monkeypatch.syspath_prepend(str(tmp_path))
    files = {"our_mentor.py": MODEL, "templates/mentor.html": TEMPLATE}
    plan = opened(make_bank(tmp_path, files, settings=SETTINGS)).plan(directory_urls=True)
    assert "predlozhit/nastavniki" in plan.pages
    assert 'data-kind="mentor"' in plan.render("predlozhit/nastavniki").html
    assert "Наставник" in plan.render("predlozhit").html
    made = {file.name: json.loads(file.json) for file in form_files(plan.drawing.view)}
    assert made["forms-mentor"]["folder"] == "mentors"
    assert "helps_with" in {key for group in made["forms-mentor"]["groups"] for key in group["fields"]}
    assert made["forms-mentor"]["bodyWorth"] > 0


def test_the_forge_is_offered_when_it_is_set(tmp_path: Path) -> None:
    """Without settings there is neither a forge nor an address to write to."""
    plan = opened(make_bank(tmp_path, {})).plan(directory_urls=True)
    terms = next(
        json.loads(file.json) for file in form_files(plan.drawing.view) if file.name == "forms-terms"
    )
    assert terms["forge"] is None
    assert terms["email"] is None
    assert {"level", "deficit", "audience"} <= set(terms["vocabularies"])


def test_pages_without_scripts_lead_to_the_guide() -> None:
    """The page says in words what to do where nothing is drawn."""
    html = opened(REPOSITORY).plan(directory_urls=True).render("predlozhit/praktiki").html
    assert "<noscript>" in html
    assert "avtoru" in html
