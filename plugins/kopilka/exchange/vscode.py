"""What makes VS Code complete and complain in a bank; why so, docs/decisions/0011 tells."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kopilka.exchange.schema import make_schema
from kopilka.exchange.writing.draft import write_draft
from kopilka.exchange.writing.emit import emit
from kopilka.records.base import Record
from kopilka.records.collection import Collection
from kopilka.records.dates import PartialDate
from kopilka.records.fields import declaration, declarations
from kopilka.records.labels import inner_model
from kopilka.records.references import TermOf, marks_of
from kopilka.records.registry import GlossaryFile, OrganisationsFile, Vocabulary

Kinds = Mapping[str, type[Record]]
Vocabularies = Mapping[str, Vocabulary]

FOLDER = ".vscode"
_DAY = PartialDate(2000, 1, 1)
_HOLE = re.compile("\ue000(\\d+)\ue001")
_GROUPS = ("severity", "file", "line", "endLine", "column", "endColumn", "code", "message")
_PROBLEMS = {
    "owner": "kopilka",
    "source": "kopilka",
    "fileLocation": ["relative", "${workspaceFolder}"],
    "severity": "info",
    "pattern": {
        "regexp": (
            r"^::(error|warning|notice) file=([^,]+),line=(\d+),endLine=(\d+),col=(\d+),endColumn=(\d+),"
            r"title=\S+ (K\d+)::(.*?)(?:%0A.*)?$"
        ),
        **{name: number for number, name in enumerate(_GROUPS, 1)},
    },
}
"""Reads the report that forges read: a line a problem, never folded."""


def make_settings(kinds: Kinds, vocabularies: Vocabularies, *, registry: str) -> dict[str, str]:
    """The files of a bank's `.vscode` by path: settings, tasks, snippets, schemas of the registers."""
    registers: dict[str, tuple[str, str, type[BaseModel]]] = {
        "organisations": ("Организации", f"/{registry}/organisations/*.yml", OrganisationsFile),
        "vocabulary": ("Словарь", f"/{registry}/vocabularies/*.yml", Vocabulary),
        "glossary": ("Термины", f"/{registry}/glossary*.yml", GlossaryFile),
        "collection": ("Сборник", f"/{registry}/collections/*.yml", Collection),
    }
    files: dict[str, Any] = {
        f"schemas/{name}.json": make_schema(model, vocabularies, title=title)
        for name, (title, _, model) in registers.items()
    }
    places = {f"./{FOLDER}/schemas/{name}.json": place for name, (_, place, _) in registers.items()}
    files["settings.json"] = _settings(places)
    files["tasks.json"] = {"version": "2.0.0", "tasks": list(_tasks())}
    files["extensions.json"] = {"recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"]}
    files["kopilka.code-snippets"] = dict(_snippets(kinds, vocabularies))
    return {f"{FOLDER}/{name}": dump(content) for name, content in files.items()}


def dump(content: Any) -> str:
    """JSON for people to read in a diff."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _settings(registers: dict[str, str]) -> dict[str, Any]:
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[markdown]": {
            "editor.wordWrap": "on",
            "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
            "editor.snippetSuggestions": "top",
            "editor.wordBasedSuggestions": "off",
            "editor.tabSize": 2,
            "editor.insertSpaces": True,
            "files.trimTrailingWhitespace": False,
        },
        "yaml.schemas": registers,
    }


def _tasks() -> Iterator[dict[str, Any]]:
    """`check` fills the list of problems; the same program that the bank's forge runs, in the same words."""
    paths = {
        "options": {"env": {"PATH": "${workspaceFolder}/.venv/bin:${env:PATH}"}},
        "windows": {"options": {"env": {"PATH": "${workspaceFolder}\\.venv\\Scripts;${env:PATH}"}}},
    }
    yield {
        "label": "kopilka: проверить",
        "type": "shell",
        "command": "kopilka check --format github",
        "group": {"kind": "build", "isDefault": True},
        "presentation": {"reveal": "never", "clear": True},
        "problemMatcher": _PROBLEMS,
        **paths,
    }
    yield {
        "label": "kopilka: привести этот файл к общему виду",
        "type": "shell",
        "command": 'kopilka fmt "${file}"',
        "presentation": {"reveal": "silent", "clear": True},
        "problemMatcher": [],
        **paths,
    }


def _snippets(kinds: Kinds, vocabularies: Vocabularies) -> Iterator[tuple[str, dict[str, Any]]]:
    """A whole record of each kind, and each field by its name or its Russian label."""
    seen = set[tuple[str, str]]()
    for model in kinds.values():
        draft = write_draft(model, {"created": _DAY}, vocabularies=vocabularies, today=_DAY.first)
        today = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
        told, body = f"Черновик вида «{model.kind.label}»", _escaped(draft).replace(str(_DAY), today)
        yield f"Новая запись: {model.kind.label}", _snippet([model.kind.label, model.kind.id], told, body)
        for name, declared in declarations(model).items():
            info = model.model_fields[name]
            body = _Holes(vocabularies).field(name, info)
            if (name, body) in seen:
                continue
            seen.add((name, body))
            told = f"{declared.label}. {declared.help}"
            yield f"{model.kind.label}: {name}", _snippet([name, declared.label], told, body)


def _snippet(prefix: list[str], description: str, body: str) -> dict[str, Any]:
    lines = body.rstrip("\n").split("\n")
    return {"scope": "markdown", "prefix": prefix, "description": description, "body": lines}


def _escaped(text: str) -> str:
    """Text that a snippet puts in as it is."""
    return re.sub(r"([\\$}])", r"\\\1", text)


class _Holes:
    """A field as text with places to fill: examples to write over, words of vocabularies to choose from."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self.vocabularies = vocabularies
        self.numbers = count(1)
        self.holes: dict[str, str] = {}

    def field(self, name: str, info: FieldInfo) -> str:
        example = declaration(info).example
        text = emit({name: self._value(info.annotation, info.metadata, example)})
        return _HOLE.sub(lambda found: self.holes[found[1]], _escaped(text))

    def _value(self, annotation: Any, metadata: list[Any], example: Any) -> Any:
        model = inner_model(annotation)
        if isinstance(example, list):
            return [self._value(annotation, metadata, item) for item in example[:1]]
        if model is not None and isinstance(example, dict):
            held = ((name, model.model_fields[name], value) for name, value in example.items())
            return {name: self._value(info.annotation, info.metadata, value) for name, info, value in held}
        return self._hole(annotation, metadata, example)

    def _hole(self, annotation: Any, metadata: list[Any], example: Any) -> str:
        number = str(next(self.numbers))
        choices = self._choices(annotation, metadata)
        if choices:
            listed = ",".join(re.sub(r"([\\,|$}])", r"\\\1", choice) for choice in choices)
            self.holes[number] = f"${{{number}|{listed}|}}"
        else:
            written = emit({"a": example}).removeprefix("a:").strip()
            self.holes[number] = f"${{{number}:{_escaped(written)}}}"
        return f"\ue000{number}\ue001"

    def _choices(self, annotation: Any, metadata: list[Any]) -> list[str]:
        marks = [*(mark for _, mark in marks_of(annotation)), *metadata]
        terms = (self.vocabularies.get(mark.id) for mark in marks if isinstance(mark, TermOf))
        vocabulary = next(terms, None)
        if vocabulary is not None:
            return [term.label for term in vocabulary.terms if not term.replaced_by]
        return [choice for choice in get_args(annotation) if isinstance(choice, str)]
