"""What a form says of its fields."""

from __future__ import annotations

import re

from tests.bank_maker import REPOSITORY, opened

from kopilka.exchange.forms.fields import every_field, fields_of
from kopilka.exchange.forms.helps import help_of


def test_a_form_speaks_of_what_is_seen_in_it() -> None:
    """No value of the file where there is a list or a box to tick; the rest of the help stays."""
    workspace = opened(REPOSITORY)
    said = {
        field.tag: help_of(field)
        for model in workspace.kinds.values()
        for field in every_field(fields_of(model, workspace.catalog.registry))
        if field.choices or field.declared.help.startswith("true") or field.dated
    }
    assert [
        words for words in said.values() if re.search(r"true|false|lesson|none|[Ии]дентификатор", words)
    ] == []
    assert said["organisations"] == "Выберите из списка или впишите название; первая – организация-заявитель."
    assert said["duration.span.unit"] == "Выберите из списка."
    assert said["resources.cost.approximate"] == "Отметьте, если сумма примерная."
    assert said["roadmap.done"] == "Дата, когда сделано, или «да»."
