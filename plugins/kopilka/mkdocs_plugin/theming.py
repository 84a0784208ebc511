"""Our templates over Material's, in every bank, without a line in its mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

THEME = Path(__file__).parent / "theme"


def wear_theme(config: MkDocsConfig) -> None:
    """Puts our templates between the bank's own (`custom_dir`) and Material's; raises `PluginError`.

    Fonts, palette and features are switched off here and not only left out of mkdocs.yml: Material would
    fetch the first from Google, and the other two need its scripts, which our pages do not load.
    """
    theme = config.theme
    if theme.name != "material":
        raise PluginError(f"«Копилка» собирается в теме material, а в mkdocs.yml указана {theme.name}.")
    theme["font"], theme["palette"], theme["features"] = False, None, []
    if str(THEME) not in theme.dirs:
        theme.dirs.insert(1 if theme.custom_dir else 0, str(THEME))
