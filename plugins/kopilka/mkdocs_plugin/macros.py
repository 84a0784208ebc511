"""The bank's macros for hand-written pages, lent to mkdocs-macros. Records never meet them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs_macros.plugin import MacrosPlugin

from kopilka.mkdocs_plugin.pages import page_path
from kopilka.site.macros import Macros
from kopilka.site.plan import SitePlan


def lend_macros(config: MkDocsConfig, plan: Callable[[], SitePlan]) -> None:
    """Registers the macros, when the bank uses mkdocs-macros; `plan` gives the plan of the moment."""
    plugin = config.plugins.get("macros")
    if isinstance(plugin, MacrosPlugin):
        names = Macros(plan(), "index").all()
        plugin.register_macros({name: partial(_call, name, plugin, plan) for name in names})


def _call(name: str, plugin: MacrosPlugin, plan: Callable[[], SitePlan], *args: Any, **kwargs: Any) -> object:
    result: object = Macros(plan(), page_path(plugin.page)).all()[name](*args, **kwargs)
    return _embed(result) if isinstance(result, str) else result


def _embed(html: str) -> str:
    """Blocks stand apart from the text around them, so that rules for plain lists and tables pass them by."""
    return html if html.startswith("<a ") else f'<div class="k-embed">{html}</div>'
