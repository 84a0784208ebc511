"""The MkDocs face of «Копилка»: hands the plan's pages to MkDocs and dresses them in the theme."""

from kopilka.mkdocs_plugin.plugin import KopilkaPlugin

__all__ = ["KopilkaPlugin"]
