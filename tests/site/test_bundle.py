"""The site's own static files."""

from __future__ import annotations

import re

from kopilka.site.bundle import ASSETS, read_bundle

PLAIN = {"k-content", "k-hero__main", "k-list__inside", "k-macro", "k-cat__n", "k-fnback"}
"""Classes that name a part for scripts and for banks of their own, and look like their surroundings."""


def test_styles_name_only_files_that_are_served() -> None:
    """Every font the stylesheet asks for lies beside it; nothing comes from elsewhere."""
    bundle = read_bundle()
    served = {file.path for file in bundle.files}
    css = next(file.content for file in bundle.files if file.path == bundle.stylesheet).decode()
    asked = re.findall(r"url\(([^)]*)\)", css)
    assert len(asked) == 6
    assert {f"assets/kopilka/{name}" for name in asked} <= served
    assert "http" not in css


def test_licences_of_the_fonts_are_served_with_them() -> None:
    """The Open Font License asks for that."""
    names = [file.path.rpartition("/")[2] for file in read_bundle().files]
    assert {"LICENSE-pt-sans.txt", "LICENSE-pt-serif.txt"} <= set(names)


def test_names_change_with_the_content_only() -> None:
    """A digest stands in the names of what changes, so a browser never shows old styles on a new page."""
    bundle = read_bundle()
    assert read_bundle() == bundle
    for path in (bundle.stylesheet, bundle.first_script, bundle.script):
        assert re.fullmatch(r"assets/kopilka/\w+\.[0-9a-f]{8}\.(css|js)", path)


def test_styles_and_scripts_are_whole() -> None:
    """Joined from parts, every brace closed."""
    for file in read_bundle().files:
        if file.path.endswith((".css", ".js")):
            text = file.content.decode()
            assert text.count("{") == text.count("}"), file.path


def test_classes_of_pages_have_rules() -> None:
    """A class in a template, in the renderer or in a script that no rule knows is a slip of the pen."""
    package = ASSETS.parent.parent
    css = "".join(path.read_text(encoding="utf-8") for path in (ASSETS / "css").iterdir())
    defined = set(re.findall(r"\.(k-[a-z0-9_-]+)", css))
    sources = [
        *(package / "site").rglob("*.html"),
        *(package / "site").glob("*.py"),
        *(package / "render").rglob("*.py"),
        *(package / "mkdocs_plugin" / "theme").rglob("*.html"),
        *(path for path in (ASSETS / "js").rglob("*.js") if not path.name.endswith(".min.js")),
    ]
    used = {
        name
        for path in sources
        for value in re.findall(r"(?:class|className)=\"([^\"]*)\"", path.read_text(encoding="utf-8"))
        for name in re.findall(r"(?<![\w{-])k-[a-z][a-z0-9_-]*(?<!-)(?![\w{-])", value)
    }
    assert len(used) > 100
    assert used - defined - PLAIN == set()


def test_small_styles_mean_the_same() -> None:
    """«Inside» stays inside when idle spaces go, within @container too."""
    styles = next(file for file in read_bundle().files if file.path.endswith(".css")).content.decode()
    assert ".k-table--fold *:is(tbody,tr,td,th,caption)" in styles
    assert ".k-table--fold:is(" not in styles
