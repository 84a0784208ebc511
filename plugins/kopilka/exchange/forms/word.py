"""A form in Word, empty or filled with a record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from lxml import etree

from kopilka.catalog.graph import Registry
from kopilka.documents import clean, pack
from kopilka.exchange.forms import parts
from kopilka.exchange.forms.bodies import asked_parts
from kopilka.exchange.forms.controls import ControlWriter
from kopilka.exchange.forms.fields import FORM_VERSION, FormField, aliases_of, fields_of
from kopilka.exchange.forms.layout import FormWriter
from kopilka.exchange.forms.ooxml import el, name_of, to_bytes
from kopilka.records.base import Record

BASE_SPACE = "urn:kopilka:form"
_SPACES: Any = {None: BASE_SPACE}


@dataclass(frozen=True)
class Filling:
    """What a form is filled with: a record's data and body, its id and version; nothing for an empty form."""

    data: Mapping[str, Any] = field(default_factory=dict)
    body: str = ""
    record: str = ""
    revision: str = ""


def revision_of(text: str) -> str:
    """The version of a record's file: the same for the same text."""
    return sha256(text.encode()).hexdigest()[:16]


def write_word(model: type[Record], registry: Registry, filling: Filling | None = None) -> bytes:
    """The file `.docx` of a form."""
    filling = filling or Filling()
    fields = fields_of(model, registry)
    controls = ControlWriter(aliases_of(fields))
    writer = FormWriter(model, fields, controls)
    body = writer.body(filling.data, asked_parts(model.kind, filling.body))
    document = el("w:document", body)
    document.set(name_of("mc:Ignorable"), "w14 w15")
    title = f"Форма «{model.kind.label}», версия {FORM_VERSION}"
    return pack(
        {
            "[Content_Types].xml": parts.content_types(),
            "_rels/.rels": parts.package_relations(),
            "word/document.xml": to_bytes(document),
            "word/_rels/document.xml.rels": parts.document_relations(controls.markdown.relations.ids),
            "word/styles.xml": parts.styles(),
            "word/numbering.xml": to_bytes(controls.markdown.numbering.element()),
            "word/settings.xml": parts.document_settings(),
            "word/fontTable.xml": parts.font_table(),
            "word/footer1.xml": parts.footer(title),
            "docProps/core.xml": parts.core(title),
            "docProps/custom.xml": parts.properties(_properties(model, filling)),
            "customXml/item1.xml": _base(fields, filling),
            "customXml/_rels/item1.xml.rels": parts.custom_xml_relations(),
            "customXml/itemProps1.xml": parts.custom_xml_properties(),
        }
    )


def _properties(model: type[Record], filling: Filling) -> dict[str, str]:
    known = {"kopilka.kind": model.kind.id, "kopilka.form": FORM_VERSION}
    if filling.record:
        known |= {"kopilka.record": filling.record, "kopilka.revision": filling.revision}
    return known


def _base(fields: tuple[FormField, ...], filling: Filling) -> bytes:
    """The record as it was when the form was made: only what the form asks for, so nothing private leaves."""
    root = etree.Element(f"{{{BASE_SPACE}}}form", nsmap=_SPACES)
    if filling.record:
        base = {"data": asked_data(fields, filling.data), "body": filling.body}
        root.text = clean(json.dumps(base, ensure_ascii=False, default=str))
    return to_bytes(root)


def asked_data(fields: tuple[FormField, ...], data: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a record's data that a form asks for."""
    return {field.name: _asked(field, data[field.name]) for field in fields if field.name in data}


def _asked(asked: FormField, value: Any) -> Any:
    if not asked.fields:
        return value
    if isinstance(value, Mapping):
        return asked_data(asked.fields, value)
    if isinstance(value, (list, tuple)):
        return [asked_data(asked.fields, item) if isinstance(item, Mapping) else item for item in value]
    return value
