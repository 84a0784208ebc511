"""Small records for trying rules: a good one of each kind, and what a case puts in place of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import yaml
from tests.bank_maker import REPOSITORY, TODAY

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Registry, assemble
from kopilka.catalog.pictures import Trace, is_picture
from kopilka.catalog.rules import CATALOG_RULES
from kopilka.diagnostics import Diagnostic
from kopilka.records.base import Record
from kopilka.records.case import ProjectCase
from kopilka.records.network import NetworkProject
from kopilka.records.practice import Practice
from kopilka.records.registry import Vocabulary
from kopilka.records.site import Site
from kopilka.settings import Bank, Checks, Limits
from kopilka.workspace.loading import load_record
from kopilka.workspace.registers import load_registry

MODELS: dict[str, tuple[type[Record], str]] = {
    "practice": (Practice, "practices"),
    "case": (ProjectCase, "projects/cases"),
    "site": (Site, "sites"),
    "network": (NetworkProject, "projects/networks"),
}
NAME = "proba"
_SENTENCES = (
    "Учителя параллели раз в неделю сверяют, что у кого получилось, и меняют только одно: текст карты. "
    "Дети читают вслух, спорят и записывают свой вопрос. "
)
_WORDS = (_SENTENCES * 2).strip()
_COMMON = {
    "title": "title: 'Проба: читаем медленно и вместе'",
    "summary": (
        "summary: >-\n  Дети читают текст вслух, задают по вопросу и ищут, на что в нём есть только "
        "намёк,\n  а учителя раз в неделю сверяют, у кого что получилось."
    ),
    "status": "status: published",
    "organisations": "organisations: [shkola-primer-1]",
    "levels": "levels: [основное общее образование]",
    "audience": "audience: [учитель-предметник]",
    "themes": "themes: [читательская грамотность]",
    "keywords": "keywords: [чтение, карта, вопросы]",
    "sources": "sources:\n  - document: Описание практики",
    "created": "created: 2025-06-10",
    "reviewed": "reviewed: 2026-09-14",
    "demo": "demo: true",
}
_OWN = {
    "practice": {
        "type": "type: педагогическая",
        "results": "results: [{what: Находят неявное, unit: '%', before: 41, after: 63}]",
        "conditions": "conditions: [карту ведут трое]",
    },
    "case": {"unique_idea": "unique_idea: Одна карта на всех.", "goal": "goal: Читать с толком."},
    "site": {"type": "type: стажировочная"},
    "network": {"coordinator": "coordinator: metodicheskij-centr-primer"},
}
_CREDIT = "pictures: [{source: рисунок авторов, licence: CC-BY-4.0, people: none}]"
_TOLD = {"gps": Trace.PLACE, "owner": Trace.AUTHOR, "serial": Trace.SERIAL, "small": Trace.THUMBNAIL}
"""A word in the name of a file → what its marks tell."""

_TOP_KEY = re.compile(r"^(?=\w+:)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """A record to try: its own fields and body, files beside it, other records of the bank."""

    fields: str = ""
    body: str | None = None
    kind: str = "practice"
    without: tuple[str, ...] = ()
    files: Mapping[str, int] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The record's file."""
        return f"{MODELS[self.kind][1]}/{NAME}.md"

    @property
    def text(self) -> str:
        """The whole file; a record with pictures says whose they are, unless the case does."""
        told = "pictures:" in self.fields or not any(map(is_picture, self.files))
        fields = self.fields if told else f"{self.fields}\n{_CREDIT}"
        return record_text(self.kind, fields, self.body, without=self.without)


@lru_cache(maxsize=1)
def registry() -> Registry:
    """The repository's registers, with one retired term to try."""
    loaded = load_registry(REPOSITORY, "registry").registry
    vocabulary = loaded.vocabularies["theme"]
    retired = vocabulary.terms[0].model_copy(
        update={
            "id": "chtenie-staroe",
            "label": "чтение (старое)",
            "replaced_by": "funkcionalnaya-gramotnost",
        }
    )
    changed = Vocabulary(id=vocabulary.id, label=vocabulary.label, terms=(*vocabulary.terms, retired))
    return Registry({**loaded.vocabularies, "theme": changed}, loaded.organisations, loaded.glossary)


def body_of(kind: str) -> str:
    """A good body of the kind."""
    sections = MODELS[kind][0].kind.sections
    if not sections:
        return f"\n{_WORDS}\n"
    return "\n" + "\n".join(f"## {section.title}\n\n{_WORDS}\n" for section in sections)


def record_text(
    kind: str, fields: str = "", body: str | None = None, *, without: tuple[str, ...] = ()
) -> str:
    """A good record with the given fields and body instead of its own, and `without` some of its fields."""
    blocks = _COMMON | _OWN[kind]
    written = {block.partition(":")[0]: block.rstrip() for block in _TOP_KEY.split(fields) if block.strip()}
    front = "\n".join(block for key, block in (blocks | written).items() if key not in without)
    return f"---\n{front}\n---\n{body_of(kind) if body is None else body}"


def surroundings(case: Case) -> Surroundings:
    """The registers, the limits and the files around a case."""
    limits = Limits(image_max_kilobytes=1_000, file_max_kilobytes=10_000, body_min_words=100)
    folder = PurePosixPath(case.path).parent.as_posix()
    own = tuple(f"{folder}/" for _, folder in MODELS.values())
    files = {
        name if name.startswith(own) else f"{folder}/{NAME}/{name}": size for name, size in case.files.items()
    }
    paths = {NAME: (case.path,)}
    for path in case.others:
        id_ = PurePosixPath(path).stem
        paths[id_] = tuple(sorted((*paths.get(id_, ()), path)))
    return Surroundings(
        registry(),
        Checks(limits=limits),
        Bank(email="bank@primer.example"),
        TODAY,
        files,
        paths,
        {path: told for path in files if (told := frozenset(_TOLD[word] for word in _TOLD if word in path))},
    )


def findings(case: Case) -> list[Diagnostic]:
    """Everything found in the case's bank, as a check of the whole bank finds it."""
    around = surroundings(case)
    found: list[Diagnostic] = []
    entries = []
    models = {folder: model for model, folder in MODELS.values()}
    with TemporaryDirectory() as folder:
        for path, text in {case.path: case.text, **case.others}.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
            loaded = load_record(Path(folder), path, models[PurePosixPath(path).parent.as_posix()], around)
            found += loaded.found
            entries += [loaded.entry] if loaded.entry else []
    catalog = assemble(models.values(), entries, around.registry, today=TODAY)
    found += [problem for rule in CATALOG_RULES for problem in rule(catalog, around)]
    return sorted(set(found), key=lambda item: item.sort_key)


def show_in_place(found: Iterable[Diagnostic], case: Case) -> str:
    """Diagnostics under the lines they point at."""
    texts = {case.path: case.text, **case.others}
    return "".join(_shown(item, texts.get(item.path, "").split("\n")) for item in found)


def _shown(item: Diagnostic, lines: list[str]) -> str:
    rows = [f"{item.code} {item.severity.label}: {item.message}"]
    if item.hint:
        rows.append(f"     → {item.hint}")
    if not item.path.endswith(f"/{NAME}.md"):
        rows.append(f"     ({item.path})")
    line = lines[item.span.line - 1] if item.span.line <= len(lines) else ""
    if line.strip():
        last = item.span.end_column - 1 if item.span.end_line == item.span.line else len(line)
        rows += [f"   | {line}", f"   | {' ' * (item.span.column - 1)}{'^' * (last - item.span.column + 1)}"]
    return "\n".join(rows) + "\n"


def parse_cases(text: str) -> list[tuple[str, bool, Case]]:
    """The cases of a golden file: name, whether it is wrong, the case.

    A case begins with `=== неверно: …` or `=== верно: …`. Then may come `@вид case`, `@файл karta.svg 20000`,
    `@запись practices/drugaya.md {status: draft}`, `@без summary`. Then fields. Then, after `---`, the body
    or, after `+++`, what stands at the beginning of a good body.
    """
    cases = []
    for chunk in re.split(r"^(?==== )", text, flags=re.MULTILINE):
        head, _, rest = chunk.partition("\n")
        if head.startswith("=== "):
            cases.append((head[4:], head.startswith("=== неверно"), _parse(rest)))
    return cases


def _parse(text: str) -> Case:
    kind, files, others, fields, without = "practice", {}, {}, [], []
    found = re.match(r"(.*?)(?:^(---|\+\+\+)\n(.*))?\Z", text, re.DOTALL | re.MULTILINE)
    front, mark, body = found.groups() if found else (text, None, None)
    for line in front.split("\n"):
        word, _, rest = line.partition(" ")
        if word == "@вид":
            kind = rest
        elif word == "@без":
            without.append(rest)
        elif word == "@файл":
            name, _, size = rest.rpartition(" ")
            files[name] = int(size)
        elif word == "@запись":
            path, _, flow = rest.partition(" ")
            others[path] = _other(path, flow)
        else:
            fields.append(line)
    return Case("\n".join(fields).strip("\n"), _body(kind, mark, body), kind, tuple(without), files, others)


def _body(kind: str, mark: str | None, text: str | None) -> str | None:
    if mark is None or text is None:
        return None
    body = text.strip("\n")
    if mark == "---":
        return f"\n{body}\n"
    first = body_of(kind).index("\n\n") + 2 if MODELS[kind][0].kind.sections else 1
    return f"{body_of(kind)[:first]}{body}\n\n{body_of(kind)[first:]}"


def _other(path: str, flow: str) -> str:
    kind = next(kind for kind, (_, folder) in MODELS.items() if path.startswith(f"{folder}/"))
    fields = {"title": f"Другая запись: {Path(path).stem}", "summary": f"Аннотация записи {path}. " * 5}
    fields |= yaml.safe_load(flow) if flow else {}
    return record_text(kind, yaml.safe_dump(fields, allow_unicode=True, sort_keys=False))
