"""pydantic's findings in Russian: who tells of which error type."""

from __future__ import annotations

from collections.abc import Callable

from kopilka.records import edition_troubles as edition
from kopilka.records import field_codes as codes
from kopilka.records import meaning_troubles as meaning
from kopilka.records import shape_troubles as shape
from kopilka.records.finding import Explained, Finding


def explain(kind: str, finding: Finding) -> Explained:
    """The problem in the words of a colleague; `kind` is pydantic's error type."""
    teller = TELLERS.get(kind)
    if teller is None:
        return Explained(codes.WRONG_FORM, f"{finding.field} – значение не подходит", finding.help)
    return teller(finding)


TELLERS: dict[str, Callable[[Finding], Explained]] = {
    "missing": shape.missing,
    "string_too_short": shape.too_short,
    "string_too_long": shape.too_long,
    "too_short": shape.list_too_short,
    "too_long": shape.list_too_long,
    "string_type": shape.text_expected,
    "tuple_type": shape.list_expected,
    "list_type": shape.list_expected,
    "model_type": shape.part_expected,
    "model_attributes_type": shape.part_expected,
    "int_type": shape.number_expected,
    "int_parsing": shape.number_expected,
    "int_from_float": shape.whole_number_expected,
    "float_type": shape.number_expected,
    "float_parsing": shape.number_expected,
    "finite_number": shape.number_expected,
    "bool_type": shape.truth_expected,
    "bool_parsing": shape.truth_expected,
    "enum": meaning.choice,
    "literal_error": meaning.choice,
    "greater_than": meaning.out_of_range("больше"),
    "greater_than_equal": meaning.out_of_range("не меньше"),
    "less_than": meaning.out_of_range("меньше"),
    "less_than_equal": meaning.out_of_range("не больше"),
    "string_pattern_mismatch": meaning.form,
    "slug_form": meaning.slug,
    "unknown_term": meaning.term,
    "date_form": meaning.date_form,
    "date_calendar": meaning.date_calendar,
    "date_year": meaning.date_year,
    "party_length": meaning.party,
    "written_form": edition.written_form,
    "isbn_form": edition.isbn_form,
    "isbn_digit": edition.isbn_digit,
}
"""Who tells of what."""
