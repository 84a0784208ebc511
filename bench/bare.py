"""The peer of `kopilka check`: reads, composes with the C library, validates with pydantic, and nothing else.

Run as a program: `python -m bench.bare ROOT`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from kopilka.records.base import Record
from kopilka.records.case import ProjectCase
from kopilka.records.network import NetworkProject
from kopilka.records.practice import Practice
from kopilka.records.registry import Vocabulary
from kopilka.records.site import Site

_FOLDERS: dict[str, type[Record]] = {
    "practices": Practice,
    "projects/cases": ProjectCase,
    "sites": Site,
    "projects/networks": NetworkProject,
}
_TAG = "tag:yaml.org,2002:"
_PLAIN: dict[str, Callable[[str], object]] = {
    f"{_TAG}int": int,
    f"{_TAG}float": float,
    f"{_TAG}bool": "true".__eq__,
}


def check(root: Path) -> int:
    """Validates every record of a bank and lets it go; returns how many there were."""
    context = {"vocabularies": _read_vocabularies(root / "registry/vocabularies")}
    number = 0
    for folder, model in _FOLDERS.items():
        for path in (root / folder).glob("*.md"):
            front = path.read_text(encoding="utf-8").split("---\n", 2)[1]
            model.model_validate(_plain(yaml.compose(front, Loader=yaml.CSafeLoader)), context=context)
            number += 1
    return number


def _read_vocabularies(folder: Path) -> dict[str, Vocabulary]:
    texts = (path.read_text(encoding="utf-8") for path in folder.glob("*.yml"))
    read = (Vocabulary.model_validate(_plain(yaml.compose(text, Loader=yaml.CSafeLoader))) for text in texts)
    return {vocabulary.id: vocabulary for vocabulary in read}


def _plain(node: Any) -> Any:
    """A tree of nodes as dicts, lists, texts, numbers and truths."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    make = _PLAIN.get(node.tag)
    return make(node.value) if make else node.value


if __name__ == "__main__":
    print(check(Path(sys.argv[1])))
