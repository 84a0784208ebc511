"""Writes a bank of N records that is the same at every run: `python -m bench generate DIR N`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from bench import records
from bench.bodies import practice_body, prose_body
from bench.draw import ORGANISATIONS, Draw, Terms, id_of, kind_of, read_terms
from bench.phrases import PHRASES

REPOSITORY = Path(__file__).parent.parent

_FOLDERS = {
    "practice": "practices",
    "case": "projects/cases",
    "site": "sites",
    "network": "projects/networks",
}
_MAKERS = {
    "practice": records.practice,
    "case": records.case,
    "site": records.site,
    "network": records.network,
}
_WIDTH = 110

_SETTINGS = """\
bank:
  name: Проба скорости
checks:
  limits:
    body_min_characters: 0 # записи короче статьи сборника: так и задумано
  severity: {K808: "off"} # фразы у записей общие: так и задумано
"""
_MKDOCS = """\
site_name: Проба скорости
theme: {name: material, language: ru}
plugins: [kopilka]
nav: [o-probe.md]
"""
_PAGE = "# О пробе\n\nЗаписи этого банка составлены программой: на них измеряют скорость.\n"


def write_bank(root: Path, size: int) -> None:
    """A whole bank in `root`: settings, the repository's vocabularies, 200 organisations, `size` records."""
    shutil.copytree(REPOSITORY / "registry/vocabularies", root / "registry/vocabularies", dirs_exist_ok=True)
    shutil.copy(REPOSITORY / "registry/glossary.yml", root / "registry")
    _write(root / "registry/organisations/proba.yml", _dump({"organisations": list(organisations())}))
    _write(root / "kopilka.yml", _SETTINGS)
    _write(root / "mkdocs.yml", _MKDOCS)
    _write(root / "docs/o-probe.md", _PAGE)
    for path, text in record_files(size):
        _write(root / path, text)


def record_files(size: int) -> Iterator[tuple[str, str]]:
    """Paths and texts of the records; a record depends on its number alone."""
    terms = read_terms(REPOSITORY / "registry/vocabularies")
    for number in range(size):
        front, body = make_record(number, terms)
        yield f"{_FOLDERS[kind_of(number)]}/{id_of(number)}.md", f"---\n{front}---\n{body}\n"


def make_record(number: int, terms: Terms) -> tuple[str, str]:
    """The front matter and the body of one record."""
    draw, kind = Draw(number, terms), kind_of(number)
    meta = _MAKERS[kind](draw)
    write_body = practice_body if kind == "practice" else prose_body
    front = _dump({name: value for name, value in meta.items() if value != []})
    return front.replace("'no':", "no:"), write_body(draw, meta["title"])  # people do not quote names


def organisations() -> Iterator[dict[str, object]]:
    """Made-up schools of ten districts."""
    for number, id_ in enumerate(ORGANISATIONS, start=1):
        area = PHRASES["areas"][number % len(PHRASES["areas"])]
        yield {
            "id": id_,
            "name": f"Муниципальное общеобразовательное учреждение «Школа № {number}»",
            "short": f"Школа № {number}",
            "type": "shkola",
            "municipality": f"{area} район",
            "region": "Примерный край",
            "demo": True,
        }


def _dump(data: object) -> str:
    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=_WIDTH))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
