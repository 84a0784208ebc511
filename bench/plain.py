"""The peer of the build: plain MkDocs with Material over the same bodies, as pages outside the navigation."""

from __future__ import annotations

from pathlib import Path

from bench.draw import id_of
from bench.generator import record_files

_SETTINGS = """\
site_name: Проба скорости
theme: {name: material, language: ru, font: false}
plugins: [] # поиск выключен
nav: [index.md]
not_in_nav: /zapisi/
markdown_extensions: [admonition, attr_list, def_list, footnotes] # what our own dialect has too
"""


def write_plain(root: Path, size: int) -> None:
    """The project in `root`: of each record its body under a front matter with the title alone."""
    pages = root / "docs/zapisi"
    pages.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (root / "docs/index.md").write_text("# Проба скорости\n", encoding="utf-8")
    for number, (_, text) in enumerate(record_files(size)):
        _, front, body = text.split("---\n", 2)
        title = front.split("\n", 1)[0]
        (pages / f"{id_of(number)}.md").write_text(f"---\n{title}\n---\n{body}", encoding="utf-8")
