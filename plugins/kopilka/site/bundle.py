"""The site's own static files: one stylesheet, two scripts, the fonts with their licences, the icon."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"
FOLDER = "assets/kopilka"


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file of the site: its path from the root and what is in it."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files, and the paths that a page's head names; these carry a digest, so browsers may keep them."""

    stylesheet: str
    first_script: str
    script: str
    icon: str
    files: tuple[StaticFile, ...]


def read_bundle() -> Bundle:
    """The files joined from `assets/`: styles and scripts in the order of their names."""
    stylesheet = _named("kopilka.css", _join(ASSETS / "css", "*.css"))
    first = _named("first.js", (ASSETS / "js" / "first.js").read_bytes())
    script = _named("kopilka.js", _join(ASSETS / "js", "[0-9]*.js"))
    icon = StaticFile(f"{FOLDER}/favicon.svg", (ASSETS / "favicon.svg").read_bytes())
    fonts = sorted((ASSETS / "fonts").iterdir())
    files = [stylesheet, first, script, icon]
    files += (StaticFile(f"{FOLDER}/fonts/{font.name}", font.read_bytes()) for font in fonts)
    return Bundle(stylesheet.path, first.path, script.path, icon.path, tuple(files))


def _join(folder: Path, pattern: str) -> bytes:
    return b"\n".join(part.read_bytes() for part in sorted(folder.glob(pattern)))


def _named(name: str, content: bytes) -> StaticFile:
    stem, _, suffix = name.rpartition(".")
    return StaticFile(f"{FOLDER}/{stem}.{sha256(content).hexdigest()[:8]}.{suffix}", content)
