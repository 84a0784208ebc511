"""The files of the editor: its page, what it is told of this bank, and Sveltia CMS as it was bundled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from kopilka.catalog.graph import Catalog
from kopilka.settings import Settings
from kopilka.site.bundle import ASSETS, StaticFile, join
from kopilka.site.data.forms import folder_of, shapes_of, vocabulary_data
from kopilka.site.editor.backends import asked_hosts
from kopilka.site.editor.config import choices_of, config_of
from kopilka.site.forms import form_of

FOLDER = "admin"

_HERE = Path(__file__).parent
_PAGE = _HERE / "page"
_VENDOR = _HERE / "vendor"
_FORM = "form/[12]*.js"
"""The scripts of the form that need no page: the editor reads and writes records by them."""


def editor_files(catalog: Catalog, settings: Settings) -> Iterator[StaticFile]:
    """All files of the editor, for the records of `catalog`: what is served or laid out on the site.

    It asks nobody for anything but itself and, where one is set, the forge: its page forbids it to.
    """
    begin = b"window.kopilka = {};\n"
    records = _named("records", begin + join(ASSETS / "js", _FORM) + b"\n" + join(_PAGE, "*.js"))
    bank = _named("bank", _bank(catalog, settings))
    yield StaticFile(f"{FOLDER}/index.html", _page(settings, (records, bank)))
    yield from (records, bank)
    yield StaticFile(f"{FOLDER}/favicon.svg", (ASSETS / "favicon.svg").read_bytes())
    for path in sorted(path for path in _VENDOR.rglob("*") if path.is_file()):
        yield StaticFile(f"{FOLDER}/vendor/{path.relative_to(_VENDOR).as_posix()}", path.read_bytes())


def _bank(catalog: Catalog, settings: Settings) -> bytes:
    """The type `EditorBank` of page/editor.d.ts, as a script."""
    forms = [form_of(model, folder_of(settings, model)) for model in catalog.kinds]
    used = {shape["vocabulary"] for form in forms for shape in shapes_of(form) if "vocabulary" in shape}
    known = catalog.registry.vocabularies
    choices = choices_of(catalog, settings)
    told: dict[str, Any] = {
        "config": config_of(catalog, settings, choices),
        "choices": choices,
        "forms": {form["kind"]: form for form in forms},
        "vocabularies": {name: vocabulary_data(known[name]) for name in sorted(used) if name in known},
        "local": settings.editor_is_local,
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f"window.kopilka.editor.bank = {text};\n".encode()


def _page(settings: Settings, scripts: tuple[StaticFile, ...]) -> bytes:
    html = (_PAGE / "index.html").read_text(encoding="utf-8")
    tags = "\n".join(
        f'<script src="{script.path.removeprefix(f"{FOLDER}/")}"></script>' for script in scripts
    )
    hosts = " ".join(("", *asked_hosts(settings)))
    return html.replace("<!-- scripts -->", tags).replace(" {hosts}", hosts).encode()


def _named(stem: str, content: bytes) -> StaticFile:
    return StaticFile(f"{FOLDER}/{stem}.{sha256(content).hexdigest()[:8]}.js", content)
