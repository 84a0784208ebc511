"""Unquoted values mean what every program takes them for, or stay as they were written."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from kopilka.records.scalars import Scalar, describe_ambiguity, resolve

AMBIGUOUS = """
    yes No on OFF y N True FALSE Null
    010 08 -0 +5 1_000 1__ 0x1F 0o17 0b1 9999999999999999
    12:30 09:00 1:2:3 -1:30 12:30.5
    1.10 1. .5 +1.5 1e3 1.5e+3 .inf -.Inf .nan =
    2024-02-30 2023-02-29 2024-13-01 2024-09-01T10:00:00+03:00
"""
HUGE = ["9" * 5000, "1" + ":1" * 5000, "0x" + "f" * 5000, "1e" + "9" * 5000, "1." + "0" * 5000]
ORDINARY = """
    да нет yes! nope 2024-09-01 2024-02-29 2024-09 2024-9-1 01.09.2024 25:99 10-12 12:60
    - + . ... 1а 1,5 ++1 0x 0b2 _1 a:b 1.2.3 ٣ ½ ²
"""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("7", 7),
        ("-14", -14),
        ("999999999999999", 999_999_999_999_999),
        ("0.5", 0.5),
        ("-91.5", -91.5),
        ("1.0", 1.0),
        ("2024", 2024),
    ],
)
def test_plain_meanings(text: str, value: Scalar) -> None:
    """Nothing, truth and plain decimal numbers."""
    meaning, ambiguous = resolve(text)
    assert (meaning, type(meaning), ambiguous) == (value, type(value), False)


@pytest.mark.parametrize("text", [*AMBIGUOUS.split(), "2024-09-01 10:00:00", *HUGE])
def test_what_programs_read_differently_stays_text(text: str) -> None:
    """The text is kept letter by letter and there is something to say about it."""
    assert resolve(text) == (text, True)
    reason, hint = describe_ambiguity(text)
    assert reason
    assert "кавычки" in hint


@pytest.mark.parametrize("text", [*ORDINARY.split(), "5 лет", "№ 5", "12:30 и 14:00"])
def test_ordinary_text_is_silent(text: str) -> None:
    """No remark where no program errs; digits of other scripts are text, too."""
    assert resolve(text) == (text, False)


@given(st.text())
@example("1_")
@example("2024-02-30")
def test_meaning_is_found_for_any_text(text: str) -> None:
    """No text is refused, and what is not resolved is kept."""
    value, ambiguous = resolve(text)
    assert not isinstance(value, str) or value == text
    if ambiguous:
        assert value == text
        assert all(describe_ambiguity(text))


CORE_SCHEMA = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|null|Null|NULL|~|true|True|TRUE|false|False|FALSE"
)
"""What YAML 1.2.2 (§10.3.2) does not take for text."""


def as_pyyaml_reads(text: str) -> object:
    """The value in YAML 1.1, or the mistake it ends in."""
    try:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except (ValueError, yaml.YAMLError) as error:
        return error


@given(
    st.text("0123456789+-._:xobeEinfaTZ ", min_size=1, max_size=12).filter(lambda text: text == text.strip())
)
@example("2024-02-30")
@example("1.10")
@example("190:20:30")
def test_silence_means_that_others_agree(text: str) -> None:
    """Where nothing is said, YAML 1.1 and YAML 1.2 read the same as we do; dates aside."""
    value, ambiguous = resolve(text)
    if ambiguous:
        return
    other = as_pyyaml_reads(text)
    if isinstance(value, str):
        assert isinstance(other, (str, date, yaml.YAMLError, dict, list)) or other is None
        assert not isinstance(other, datetime)
        assert not CORE_SCHEMA.fullmatch(text)
    else:
        assert (other, type(other)) == (value, type(value))
