"""Labels: the file of aliases agrees with the models, and a bank's own file goes first."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bank_maker import make_bank, opened

from kopilka.exchange.intake.aliases import (
    EVERY,
    AliasError,
    Aliases,
    default_aliases,
    parse_aliases,
    read_aliases,
)
from kopilka.exchange.intake.targets import BODY, Index, as_path, make_index
from kopilka.records.base import Record
from kopilka.records.labels import field_model
from kopilka.settings import DEFAULT_KINDS


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, type[Record]]:
    """The models of the kinds by id."""
    workspace = opened(make_bank(tmp_path_factory.mktemp("bank"), {}))
    assert len(workspace.kinds) == len(DEFAULT_KINDS)
    return {model.kind.id: model for model in workspace.kinds.values()}


def exists(model: type[Record], path: str) -> bool:
    """Whether a model has the field, or the section of the body, that an alias names."""
    steps = as_path(path)
    if steps[0] == BODY:
        return not steps[1] or any(section.title == steps[1] for section in model.kind.sections)
    owner: object = model
    for step in steps:
        fields = getattr(owner, "model_fields", {})
        if step not in fields:
            return False
        owner = field_model(fields[step])
    return True


def test_every_alias_names_a_field(models: dict[str, type[Record]]) -> None:
    """A path in the file of aliases is a field of the kind, for every kind of the common part."""
    for room, paths in default_aliases().labels.items():
        for model in models.values() if room == EVERY else [models[room]]:
            assert [path for path in paths if not exists(model, path)] == [], room


def test_forms_values_and_merged_rows_name_what_is_there(models: dict[str, type[Record]]) -> None:
    """Forms are of known kinds; words for values and fields of merged rows belong to some kind."""
    aliases = default_aliases()
    assert {form.kind for form in aliases.forms} <= set(models)
    paths = [*aliases.values, *(f"{name}.{item}" for name, items in aliases.merged.items() for item in items)]
    assert [path for path in paths if not any(exists(model, path) for model in models.values())] == []


def index_of(models: dict[str, type[Record]], kind: str, aliases: Aliases | None = None) -> Index:
    """The index of a kind."""
    return make_index(models[kind], aliases or default_aliases())


@pytest.mark.parametrize(
    ("kind", "label", "path"),
    [
        ("site", "3.6. Срок реализации программы стажировки (в учебных часах):", "programme.hours"),
        ("site", "АКАДЕМИЧЕСКИХ ЧАСОВ", "programme.hours"),
        ("practice", "Ключевые слова", "keywords"),
        ("practice", "Что нужно, чтобы повторить?", "conditions"),
        ("practice", "Возраст учителя", ""),
        ("practice", "Идеи", ""),
        ("case", "Приемущество перед аналогами", "advantage"),
        ("network", "С", ""),
    ],
)
def test_labels(models: dict[str, type[Record]], kind: str, label: str, path: str) -> None:
    """Numbers, brackets, case and a misprint do not matter; a short or strange label stays unknown."""
    match = index_of(models, kind).find(label)
    assert ".".join(match.path if match else ()) == path


def test_every_declared_label_is_understood(models: dict[str, type[Record]]) -> None:
    """A form that uses the words of the models needs no alias at all."""
    bare = Aliases((), {}, {}, {})
    for kind, model in models.items():
        index = index_of(models, kind, bare)
        for name, info in model.model_fields.items():
            match = index.find(info.title or "")
            assert match is not None
            assert model.model_fields[match.path[0]].title == info.title, name


def test_own_labels_of_a_bank(tmp_path: Path, models: dict[str, type[Record]]) -> None:
    """What a methodologist adds is understood, and goes before the program's own list."""
    own = tmp_path / "aliases.toml"
    own.write_text('[practice]\nidea = ["Изюминка"]\nproblem = ["Замысел"]\n', encoding="utf-8")
    index = index_of(models, "practice", read_aliases(own))
    for label, name in (("Изюминка", "idea"), ("Замысел", "problem")):
        match = index.find(label)
        assert match is not None
        assert match.path == (name,)
    assert read_aliases(tmp_path / "none.toml") is default_aliases()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[practice]\nidea = [", "не разобрать как TOML"),
        ('idea = ["Изюминка"]', "не раздел"),
        ('[practice]\nidea = "Изюминка"', "нужен список названий"),
        ('[[form]]\nsays = ["x"]', "нужны says и kind"),
    ],
)
def test_a_broken_list_is_explained(text: str, words: str) -> None:
    """A mistake in the list of labels is told with its place."""
    with pytest.raises(AliasError, match=words):
        parse_aliases(text, "aliases.toml")
