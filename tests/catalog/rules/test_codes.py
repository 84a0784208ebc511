"""The codes of the house: permanent, described, each shown by an example that tells the truth."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from tests.catalog.rules.examples import UNTRIED, example_case
from tests.catalog.rules.trial import findings

from kopilka.catalog import rules
from kopilka.catalog.codes import ALL_CODES
from kopilka.catalog.rules import (
    ADDRESS_RULES,
    CATALOG_RULES,
    ENTRY_RULES,
    PART_RULES,
    RULE_CODES,
    TEXT_RULES,
)
from kopilka.diagnostics import Code, Severity
from kopilka.records.field_codes import FIELD_CODES
from kopilka.records.registry_rules import REGISTRY_CODES

TRIED = [code for code in (*FIELD_CODES, *RULE_CODES, *REGISTRY_CODES) if code.id not in UNTRIED]
FAMILIES = {
    "rules": range(220, 900),
    "fields": (199, *range(201, 220), 301, 302, *range(701, 704)),
    "registers": range(303, 320),
}


def test_codes_are_unique_and_in_order() -> None:
    """One number and one name for one problem, listed by number."""
    ids = [code.id for code in ALL_CODES]
    assert ids == sorted(set(ids))
    assert len({code.name for code in ALL_CODES}) == len(ALL_CODES)


@pytest.mark.parametrize("code", ALL_CODES, ids=lambda code: code.id)
def test_code_is_described(code: Code) -> None:
    """Every code has a number, an English name and a page worth reading."""
    assert re.fullmatch(r"K[1-9]\d\d", code.id)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    assert re.match(r"[«А-ЯЁA-Z]", code.title)
    assert not code.title.endswith(".")
    assert len(code.why) > 40
    assert code.why.endswith(".")
    assert code.before != code.after


def test_families() -> None:
    """The hundreds tell what a code is about."""
    for codes, family in (
        (RULE_CODES, FAMILIES["rules"]),
        (FIELD_CODES, FAMILIES["fields"]),
        (REGISTRY_CODES, FAMILIES["registers"]),
    ):
        assert [code.id for code in codes if int(code.id[1:]) not in family] == []


def test_private_data_and_foreign_code_are_errors() -> None:
    """What would publish somebody's data or somebody's code stops a build."""
    grave = {
        "K520",
        "K521",
        "K522",
        "K523",
        "K524",
        "K601",
        "K610",
        "K612",
        "K613",
        "K614",
        "K615",
        "K616",
        "K617",
        "K619",
    }
    assert {code.id for code in ALL_CODES if code.id in grave and code.severity is Severity.ERROR} == grave


@pytest.mark.parametrize("code", TRIED, ids=lambda code: code.id)
def test_example_before_shows_the_problem(code: Code) -> None:
    """What the page of a code calls wrong is called so by the check."""
    assert code.id in {found.code for found in findings(example_case(code, code.before))}


@pytest.mark.parametrize("code", TRIED, ids=lambda code: code.id)
def test_example_after_has_no_problem(code: Code) -> None:
    """What the page of a code calls right is let through."""
    assert code.id not in {found.code for found in findings(example_case(code, code.after))}


def test_every_file_of_rules_is_in_the_lists() -> None:
    """A rule that nobody calls finds nothing, and a code that nobody lists has no page."""
    called = {rule.__module__ for rule in (*ADDRESS_RULES, *TEXT_RULES, *ENTRY_RULES, *CATALOG_RULES)}
    called |= {rule.__module__ for _, rule in PART_RULES}
    names = [module.name for module in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}.")]
    assert [name for name in names if name not in called] == []
    listed = set(RULE_CODES)
    for name in names:
        assert set(getattr(importlib.import_module(name), "CODES", ())) <= listed


def test_every_function_of_rules_is_called() -> None:
    """What a rule's file offers under the name `check…` is used."""
    called = {*ADDRESS_RULES, *TEXT_RULES, *ENTRY_RULES, *CATALOG_RULES, *(rule for _, rule in PART_RULES)}
    for module in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}."):
        found = vars(importlib.import_module(module.name))
        offered = {value for name, value in found.items() if name.startswith("check")}
        assert offered <= called, module.name
