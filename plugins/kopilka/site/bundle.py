"""The site's own static files: one stylesheet, the scripts, the fonts with their licences, the icon."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rcssmin import cssmin  # type: ignore[import-untyped]
from rjsmin import jsmin  # type: ignore[import-untyped]

HERE = Path(__file__).parent
ASSETS = HERE / "assets"
FOLDER = "assets/kopilka"

_INSIDE = re.compile(r"(?<=\S )(?=::?[a-z])")
"""Where a name is left out: the space of `.a :is(b)` means «inside», but rcssmin drops it in @container."""

_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file of the site: its path from the root and what is in it."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files, and the paths that a page's head names; these carry a digest, so browsers may keep them.

    `parts` are the scripts that a page loads only when it needs them: name → path. Each is a folder in
    `assets/js/`, joined in the order of the files' names; a `.min.js` in it is a library with its licence.
    """

    stylesheet: str
    first_script: str
    script: str
    icon: str
    parts: Mapping[str, str]
    files: tuple[StaticFile, ...]

    @property
    def parts_json(self) -> str:
        """The parts as JSON, for the loader."""
        return json.dumps(self.parts, separators=(",", ":"))


_ENGINES = {
    "lunr": ("search/*.js",),
    "pagefind": ("search/01-*.js", "search/10-*.js", "search/30-*.js", "search/55-*.js", "pagefind/*.js"),
}
"""What the part «search» is made of; Pagefind shares the reading of words and the snippets."""


def read_bundle(engine: str = "lunr") -> Bundle:
    """The files joined from `assets/`: styles and scripts in the order of their names.

    `engine` is the search engine of the settings.
    """
    stylesheet = _named("kopilka.css", join(ASSETS / "css", "*.css"))
    first = _named("first.js", _shrink(ASSETS / "js" / "first.js"))
    script = _named("kopilka.js", _icons() + b"\n" + join(ASSETS / "js", "[0-9]*.js"))
    icon = StaticFile(f"{FOLDER}/favicon.svg", (ASSETS / "favicon.svg").read_bytes())
    folders = sorted(
        path.name for path in (ASSETS / "js").iterdir() if path.is_dir() and path.name not in _ENGINES
    )
    parts = {name: _named(f"{name}.js", join(ASSETS / "js", f"{name}/*.js")) for name in folders}
    parts["search"] = _named("search.js", b"\n".join(join(ASSETS / "js", part) for part in _ENGINES[engine]))
    fonts = sorted((ASSETS / "fonts").iterdir())
    files = [stylesheet, first, script, icon, *parts.values()]
    files += (StaticFile(f"{FOLDER}/fonts/{font.name}", font.read_bytes()) for font in fonts)
    paths = {name: file.path for name, file in parts.items()}
    return Bundle(stylesheet.path, first.path, script.path, icon.path, paths, tuple(files))


def join(folder: Path, pattern: str) -> bytes:
    """The scripts or styles of a folder whose names fit, one after the other, made small."""
    return b"\n".join(_shrink(part) for part in sorted(folder.glob(pattern)))


def _shrink(path: Path) -> bytes:
    """A script or stylesheet without comments and idle spaces; libraries are small already."""
    text = path.read_text(encoding="utf-8")
    if path.name.endswith(".min.js"):
        return text.encode()
    small: str = jsmin(text) if path.suffix == ".js" else cssmin(_INSIDE.sub("*", text))
    return small.encode()


def _icons() -> bytes:
    """The icons for what scripts draw: the same files that the templates use."""
    drawings = {
        path.stem: found.group(1)
        for path in sorted((HERE / "icons").glob("*.svg"))
        if (found := _DRAWING.search(path.read_text(encoding="utf-8")))
    }
    return b"window.kopilka.icons = " + json.dumps(drawings, ensure_ascii=False).encode() + b";"


def _named(name: str, content: bytes) -> StaticFile:
    stem, _, suffix = name.rpartition(".")
    return StaticFile(f"{FOLDER}/{stem}.{sha256(content).hexdigest()[:8]}.{suffix}", content)
