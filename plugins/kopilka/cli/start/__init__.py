"""The files of a new bank: our templates, and the registers and an example of the bank that we ship with."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from string import Template

from kopilka.cli.start.sample import sample_fields, sample_sections
from kopilka.records.base import Record
from kopilka.settings import Settings
from kopilka.workspace import load_kinds
from kopilka.workspace.bank import Kinds

REGISTERS = ("registry/vocabularies", "registry/glossary.yml")
EXAMPLES = (
    "registry/organisations/primery.yml",
    "practices/polka-nezakonchennyh-rabot.md",
    "practices/polka-nezakonchennyh-rabot",
)
"""What a new bank takes over: in the repository it lies in its place, a wheel has copies (force-include)."""

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "bank"
_SHIPPED = _HERE / "shared"
_REPOSITORY = _HERE.parents[3]
_RENAMED = {"gitignore": ".gitignore"}
_QUOTED = frozenset({".yml"})


def write_bank(folder: Path, *, name: str, title: str, examples: bool) -> None:
    """Writes a new bank into a folder, which is made if need be; raises `OSError`."""
    kinds = load_kinds(folder, Settings().kinds)
    words = {"name": name, "title": title, "folders": "\n".join(_folder_rows(kinds))}
    for source in sorted(path for path in _TEMPLATES.rglob("*") if path.is_file()):
        target = folder / source.relative_to(_TEMPLATES)
        quoted = {key: json.dumps(word, ensure_ascii=False) for key, word in words.items()}
        filling = quoted if source.suffix in _QUOTED else words
        _write(target.with_name(_RENAMED.get(target.name, target.name)), _fill(source, filling))
    for place, model in kinds.items():
        _write(folder / place / "README.md", _about_kind(place, model))
    for path in (*REGISTERS, *(EXAMPLES if examples else ())):
        _copy(find_shared(path), folder / path)


def find_shared(path: str) -> Path:
    """A file or folder of the bank that we ship with: inside the installed package, or in the repository."""
    shipped = _SHIPPED / path
    return shipped if shipped.exists() else _REPOSITORY / path


def _folder_rows(kinds: Kinds) -> Iterator[str]:
    return (f"| `{place}/` | {model.kind.plural.lower()} |" for place, model in kinds.items())


def _about_kind(place: str, model: type[Record]) -> str:
    words = {
        "plural": model.kind.plural,
        "label": model.kind.label.lower(),
        "folder": place,
        "fields": "\n".join(sample_fields(model)),
        "sections": "\n\n".join(sample_sections(model)),
    }
    return _fill(_HERE / "kind.md", words)


def _fill(template: Path, words: dict[str, str]) -> str:
    return Template(template.read_text(encoding="utf-8")).substitute(words)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns(".*"))
    else:
        shutil.copyfile(source, target)
