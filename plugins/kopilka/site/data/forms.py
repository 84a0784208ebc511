"""What the forms of the site are made of: a file a kind, and one with what all of them share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from kopilka.records.base import Record
from kopilka.records.registry import Vocabulary
from kopilka.records.suggest import CYRILLIC_KEYS, LATIN_KEYS, LOOKALIKES
from kopilka.russian import MONTHS, MONTHS_GENITIVE, MONTHS_PREPOSITIONAL
from kopilka.settings import Settings
from kopilka.site.data.files import DataFile, data_file
from kopilka.site.forge_pages import new_file_page
from kopilka.site.form_gates import text_gates
from kopilka.site.form_words import choice_sentence, pattern_sentences, sentences
from kopilka.site.forms import form_of
from kopilka.site.view import View
from kopilka.slugs import transliterate

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


def form_files(view: View) -> Iterator[DataFile]:
    """«forms-practice» and so on, then «forms-terms»."""
    forms = [form_of(model, folder_of(view.settings, model)) for model in view.catalog.kinds]
    for form in forms:
        yield data_file(f"forms-{form['kind']}", form)
    yield data_file("forms-terms", terms_data(view, forms))


def folder_of(settings: Settings, model: type[Record]) -> str:
    """Where the bank keeps records of a kind."""
    name = f"{model.__module__}:{model.__name__}"
    return next((kind.folder for kind in settings.kinds if kind.model == name), model.kind.slug)


def terms_data(view: View, forms: list[dict[str, Any]]) -> dict[str, Any]:
    """The type `FormTerms` of assets/js/form.d.ts; only vocabularies that some form asks for."""
    used = {shape["vocabulary"] for form in forms for shape in shapes_of(form) if "vocabulary" in shape}
    choices = (shape["choices"] for form in forms for shape in shapes_of(form) if "choices" in shape)
    known = view.registry.vocabularies
    return {
        "vocabularies": {id_: vocabulary_data(known[id_]) for id_ in sorted(used) if id_ in known},
        "organisations": [[item.id, item.short, item.name] for item in view.registry.organisations.values()],
        "sentences": sentences(),
        "patterns": pattern_sentences(),
        "choices": {
            " ".join(values): choice_sentence(values)
            for values in ([value for value, _ in pairs] for pairs in choices)
        },
        "months": [MONTHS, MONTHS_GENITIVE, MONTHS_PREPOSITIONAL],
        "keys": [LATIN_KEYS, CYRILLIC_KEYS],
        "lookalikes": LOOKALIKES,
        "letters": {letter: transliterate(letter) for letter in _LETTERS},
        "bank": view.settings.bank.name,
        "email": view.settings.bank.email,
        "gates": text_gates(view.settings.checks),
        "forge": asdict(page) if (page := new_file_page(view.settings.forge)) else None,
    }


def shapes_of(held: Any) -> Iterator[Mapping[str, Any]]:
    """Every shape inside a form, however deep."""
    if isinstance(held, list):
        for item in held:
            yield from shapes_of(item)
    elif isinstance(held, dict):
        if "type" in held and isinstance(held["type"], str):
            yield held
        for name in ("fields", "shape", "item"):
            yield from shapes_of(held.get(name))


def vocabulary_data(vocabulary: Vocabulary) -> dict[str, Any]:
    """The type `FormVocabulary` of assets/js/form.d.ts."""
    terms = [term for term in vocabulary.terms if not term.replaced_by]
    return {
        "label": vocabulary.label,
        "terms": [[term.id, term.label, term.note or "", term.short or "", *term.synonyms] for term in terms],
    }
