"""The rules, one a file; a new rule is a new file and a line here."""

from __future__ import annotations

from collections.abc import Iterable

from kopilka.catalog.addresses import AddressRule, address_of, linked_addresses
from kopilka.catalog.check import CatalogRule, EntryRule, Path, Surroundings, TextRule, Written
from kopilka.catalog.graph import Entry
from kopilka.catalog.parts import PartRule, Shape, Sought, Survey
from kopilka.catalog.rules import (
    attachment_type,
    bad_address,
    bare_address,
    birth_date,
    body_length,
    child_name,
    collection,
    dangerous_link,
    duplicate_id,
    editorial_text,
    empty_material,
    empty_section,
    escaped_text,
    event_stage,
    expired_status,
    foreign_form,
    future_date,
    heading_levels,
    hidden_record,
    image_alt,
    large_attachment,
    link_in_field,
    link_words,
    local_address,
    loose_times,
    missing_attachment,
    name_consent,
    name_in_text,
    near_duplicate,
    not_confirmed,
    outside_attachment,
    own_transfer,
    parent_cycle,
    picture_consent,
    picture_place,
    picture_source,
    picture_traces,
    placeholder,
    private_email,
    private_numbers,
    proof_and_transfer,
    raw_html,
    refused_host,
    remote_image,
    repeated_number,
    repeated_value,
    result_numbers,
    retired_term,
    reversed_dates,
    reversed_range,
    sample_text,
    scenario_order,
    sections,
    self_reference,
    similar_titles,
    stage_dates,
    stray_file,
    template_code,
    title_form,
    trial_record,
    unclear_when,
    uneven_table,
    unknown_organisation,
    unknown_record,
    unused_attachment,
    vague_result,
)
from kopilka.diagnostics import Code, Diagnostic
from kopilka.records.references import AddressMark, OrganisationMark, PartyMark, RecordMark

ADDRESS_RULES: tuple[AddressRule, ...] = (
    dangerous_link.check,
    bad_address.check,
    local_address.check,
    foreign_form.check,
    missing_attachment.check,
    outside_attachment.check,
    large_attachment.check,
    attachment_type.check,
    link_in_field.check,
    remote_image.check,
)
"""Rules of one address, of a field or of the text."""

TEXT_RULES: tuple[TextRule, ...] = (
    raw_html.check,
    template_code.check,
    unused_attachment.check,
    image_alt.check,
    link_words.check,
    bare_address.check,
    sections.check,
    empty_section.check,
    heading_levels.check,
    body_length.check,
    escaped_text.check,
    uneven_table.check,
    private_numbers.check,
    private_email.check,
    birth_date.check,
    child_name.check,
    refused_host.check,
    placeholder.check,
    picture_place.check,
    picture_traces.check,
)
"""Rules of the text: they need no fields and so look at every file that could be read."""


def _on(shapes: Iterable[Shape], rule: PartRule) -> tuple[tuple[Sought, PartRule], ...]:
    return tuple((shape, rule) for shape in shapes)


def _check_address(entry: Entry, path: Path, text: str, around: Surroundings) -> list[Diagnostic]:
    address = address_of(path, text)
    return (
        []
        if address is None
        else [problem for rule in ADDRESS_RULES for problem in rule(entry, address, around)]
    )


PART_RULES: tuple[tuple[Sought, PartRule], ...] = (
    (AddressMark, _check_address),
    (OrganisationMark, unknown_organisation.check),
    (PartyMark, unknown_organisation.check_party),
    (RecordMark, self_reference.check),
    *_on(empty_material.SHAPES, empty_material.check),
    *_on(own_transfer.TRANSFERS, own_transfer.check_transfer),
    *_on(own_transfer.PAIRS, own_transfer.check_pair),
    *_on(reversed_range.RANGES, reversed_range.check_range),
    *_on(reversed_range.PLACES, reversed_range.check_places),
    *_on(result_numbers.SHAPES, result_numbers.check),
    *_on(vague_result.SHAPES, vague_result.check),
    *_on(loose_times.SHAPES, loose_times.check),
    *_on(name_consent.SHAPES, name_consent.check),
    *_on(picture_consent.SHAPES, picture_consent.check),
    *_on(reversed_dates.SPANS, reversed_dates.check_span),
    *_on(reversed_dates.INTAKES, reversed_dates.check_intake),
    *_on(reversed_dates.CONSENTS, reversed_dates.check_consent),
    *_on(unclear_when.SHAPES, unclear_when.check),
    *_on(future_date.DATED, future_date.check_dated),
    *_on(future_date.DONE, future_date.check_done),
    *_on(future_date.REPEATED, future_date.check_repeated),
)
"""Rules of the parts of a record: of spans, amounts, people, references. One walk serves them all."""

_SURVEY = Survey(PART_RULES)

ENTRY_RULES: tuple[EntryRule, ...] = (
    retired_term.check,
    repeated_value.check,
    repeated_number.check,
    name_in_text.check,
    stage_dates.check,
    event_stage.check,
    future_date.check,
    not_confirmed.check,
    expired_status.check,
    scenario_order.check,
    title_form.check,
    vague_result.check_texts,
    proof_and_transfer.check,
    sample_text.check,
    trial_record.check,
    picture_source.check,
    picture_consent.check_told,
)
"""Rules of one record's fields."""

CATALOG_RULES: tuple[CatalogRule, ...] = (
    unknown_record.check,
    hidden_record.check,
    parent_cycle.check,
    duplicate_id.check,
    stray_file.check,
    similar_titles.check,
    near_duplicate.check,
    collection.check,
    editorial_text.check,
)
"""Rules of all records together."""

RULE_CODES: tuple[Code, ...] = (
    *reversed_range.CODES,
    *result_numbers.CODES,
    *repeated_number.CODES,
    *loose_times.CODES,
    *unknown_organisation.CODES,
    *unknown_record.CODES,
    *self_reference.CODES,
    *parent_cycle.CODES,
    *hidden_record.CODES,
    *duplicate_id.CODES,
    *missing_attachment.CODES,
    *outside_attachment.CODES,
    *large_attachment.CODES,
    *attachment_type.CODES,
    *unused_attachment.CODES,
    *stray_file.CODES,
    *bad_address.CODES,
    *local_address.CODES,
    *foreign_form.CODES,
    *empty_material.CODES,
    *own_transfer.CODES,
    *repeated_value.CODES,
    *sections.CODES,
    *empty_section.CODES,
    *body_length.CODES,
    *image_alt.CODES,
    *link_words.CODES,
    *bare_address.CODES,
    *heading_levels.CODES,
    *raw_html.CODES,
    *dangerous_link.CODES,
    *template_code.CODES,
    *uneven_table.CODES,
    *remote_image.CODES,
    *escaped_text.CODES,
    *link_in_field.CODES,
    *name_consent.CODES,
    *private_numbers.CODES,
    *private_email.CODES,
    *birth_date.CODES,
    *child_name.CODES,
    *name_in_text.CODES,
    *reversed_dates.CODES,
    *stage_dates.CODES,
    *event_stage.CODES,
    *unclear_when.CODES,
    *future_date.CODES,
    *not_confirmed.CODES,
    *expired_status.CODES,
    *scenario_order.CODES,
    *similar_titles.CODES,
    *title_form.CODES,
    *near_duplicate.CODES,
    *refused_host.CODES,
    *placeholder.CODES,
    *picture_place.CODES,
    *picture_source.CODES,
    *picture_consent.CODES,
    *picture_traces.CODES,
    *vague_result.CODES,
    *proof_and_transfer.CODES,
    *sample_text.CODES,
    *trial_record.CODES,
)
"""Every code that a rule of its own may give."""


def check_text(written: Written, around: Surroundings) -> tuple[Diagnostic, ...]:
    """Everything wrong in the text of a record, whatever its fields."""
    return tuple(_check_text(written, around))


def check_entry(entry: Entry, around: Surroundings) -> tuple[Diagnostic, ...]:
    """Everything wrong in one record by itself: its text and its fields."""
    found = _check_text(entry, around)
    found += _SURVEY.check(entry, around)
    for rule in ENTRY_RULES:
        found += rule(entry, around)
    return tuple(found)


def _check_text(written: Written, around: Surroundings) -> list[Diagnostic]:
    found = [problem for rule in TEXT_RULES for problem in rule(written, around)]
    for address in linked_addresses(written):
        for look in ADDRESS_RULES:
            found += look(written, address, around)
    return found
