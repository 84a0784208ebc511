"""A small bank with hand-written pages, and MkDocs run over it in this process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from tests.bank_maker import make_bank

PRACTICE = """\
---
title: '{title}'
summary: >-
  Короткая карта с тремя вопросами помогает пятиклассникам искать в тексте не только факты, но и смысл.
  Карта одна для всех предметов.
status: published
organisations: [shkola-primer-1]
levels: [основное общее образование]
audience: [учитель-предметник]
themes: [читательская грамотность]
type: педагогическая
keywords: [чтение, вопросы к тексту, смысл]
demo: true
sources:
  - document: Описание практики, представлено организацией
    date: 2026-06-02
created: 2026-06-10
---

## Введение

{body}

## Ход работы

Учителя договариваются о трёх вопросах.
"""

MKDOCS = """\
site_name: Проба
site_url: https://bank.example/sub/
theme: {name: material, language: ru}
plugins:
  - kopilka
  - macros: {on_undefined: strict, on_error_fail: true}
nav:
  - Учителю:
      - guides/teacher.md
      - guides/author.md
markdown_extensions: [admonition]
validation:
  nav: {omitted_files: warn}
  links: {anchors: warn, unrecognized_links: warn}
"""

TEACHER = """\
# Учителю

Начните с [практики](../praktiki/karty.md#cite). Всего практик: {{ count_records(kind='practice') }}.

{{ cards(kind='practice') }}

## Первый шаг

Один.

## Второй шаг

Два.
"""


def practice(
    title: str = "Читательские карты на любом уроке", body: str = "Пятиклассник читает на уроках."
) -> str:
    """The text of a whole record."""
    return PRACTICE.format(title=title, body=body)


@dataclass
class Site:
    """A bank in a folder and the site that MkDocs makes of it."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where the site is built."""
        return self.root / "site"

    def write(self, path: str, text: str) -> None:
        """Writes a file of the bank."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def settings(self, old: str, new: str) -> None:
        """Changes mkdocs.yml."""
        path = self.root / "mkdocs.yml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def page(self, path: str) -> str:
        """The HTML of a built page."""
        return (self.folder / path).read_text(encoding="utf-8")

    def config(self, *, strict: bool = True) -> MkDocsConfig:
        """The loaded mkdocs.yml."""
        return load_config(str(self.root / "mkdocs.yml"), strict=strict)

    def build(self, *, strict: bool = True, dirty: bool = False) -> None:
        """What `mkdocs build` does; raises what it raises."""
        config = self.config(strict=strict)
        config.plugins.on_startup(command="build", dirty=dirty)
        try:
            build(config, dirty=dirty)
        finally:
            config.plugins.on_shutdown()


def make_site(folder: Path, patch: pytest.MonkeyPatch) -> Site:
    """A bank of two practices and two hand-written pages, with the day of the build fixed."""
    patch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 2026-11-22
    patch.chdir(folder)
    files = {
        "practices/karty.md": practice(),
        "practices/tekst-nedeli.md": practice("Текст недели: читаем всей школой"),
        "docs/guides/teacher.md": TEACHER,
        "docs/guides/author.md": "# Автору\n\nСмотрите [учителю](teacher.md).\n",
        "mkdocs.yml": MKDOCS,
    }
    return Site(make_bank(folder / "bank", files))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A bank of a test's own."""
    return make_site(tmp_path, monkeypatch)
