"""The configuration of the editor, made from the models of the kinds, the registers and the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kopilka.catalog.graph import Catalog
from kopilka.records.base import Record
from kopilka.settings import Settings
from kopilka.site.data.forms import folder_of, shapes_of
from kopilka.site.editor.backends import WITH_PROPOSALS, backend_of
from kopilka.site.editor.fields import entry_fields, slug_options
from kopilka.site.forms import form_of

_WIDEST = 1600
_KILOBYTE = 1024
_LONGEST_LIST = 1_000
_MEDIA = "docs/assets"
"""Where files of no record would go; the records have folders of their own."""


Choices = Mapping[str, list[dict[str, str]]]


def config_of(catalog: Catalog, settings: Settings, choices: Choices) -> dict[str, Any]:
    """The type `CmsConfig` of Sveltia CMS, but that lists to choose from are named: see `choices_of`."""
    in_proposals = not settings.editor_is_local and settings.forge.kind in WITH_PROPOSALS
    return {
        "load_config_file": False,
        "backend": backend_of(settings),
        "publish_mode": "editorial_workflow" if in_proposals else "simple",
        "app_title": f"Редактор: {settings.bank.name}",
        "media_folder": _MEDIA,
        "public_folder": f"/{_MEDIA}",
        "media_libraries": _media(settings),
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "show_preview_links": False,
        "editor": {"preview": False},
        "collections": [_collection(model, settings, choices) for model in catalog.kinds],
    }


def choices_of(catalog: Catalog, settings: Settings) -> Choices:
    """What the selects offer, by the name after «@»: terms of vocabularies, organisations, records.

    Left out are a list with nothing in it, and one that a browser would take seconds to unroll.
    """
    forms = [form_of(model, folder_of(settings, model)) for model in catalog.kinds]
    used = {shape["vocabulary"] for form in forms for shape in shapes_of(form) if "vocabulary" in shape}
    known = catalog.registry.vocabularies
    found = {
        name: [_option(term.label, term.label) for term in known[name].terms if not term.replaced_by]
        for name in sorted(used)
        if name in known
    }
    organisations = catalog.registry.organisations.values()
    found["organisation"] = [_option(item.short, item.id) for item in organisations]
    found["record"] = [_option(entry.record.title, entry.id) for entry in catalog.by_title]
    return {name: options for name, options in found.items() if 0 < len(options) <= _LONGEST_LIST}


def _option(words: str, value: str) -> dict[str, str]:
    return {"label": words, "value": value}


def _media(settings: Settings) -> dict[str, Any]:
    """Pictures are made smaller, and what the camera wrote into them is gone; no shops of pictures."""
    return {
        "all": {
            "max_file_size": settings.checks.limits.file_max_kilobytes * _KILOBYTE,
            "slugify_filename": True,
            "transformations": {
                "raster_image": {"format": "webp", "quality": 85, "width": _WIDEST, "height": _WIDEST}
            },
        },
        "stock_assets": {"providers": []},
    }


def _collection(model: type[Record], settings: Settings, choices: Choices) -> dict[str, Any]:
    kind, form = model.kind, form_of(model, folder_of(settings, model))
    return {
        "name": kind.id,
        "label": kind.plural,
        "label_singular": kind.label,
        "folder": form["folder"],
        "format": f"kopilka-{kind.id}",
        "slug": slug_options(),
        "media_folder": "{{slug}}",
        "public_folder": "",
        "thumbnail": False,
        "sortable_fields": ["title", *_dates(form)],
        "view_groups": _groups(form),
        "fields": entry_fields(form, choices),
    }


def _dates(form: Mapping[str, Any]) -> list[str]:
    return [field["key"] for field in form["fields"] if field["shape"]["type"] == "date"]


def _groups(form: Mapping[str, Any]) -> list[dict[str, str]]:
    """The list of records may be looked at by what the bank itself says of them: by status."""
    own = (field for field in form["fields"] if field.get("own") and field["shape"]["type"] == "choice")
    return [{"name": field["key"], "label": field["label"], "field": field["key"]} for field in own]
