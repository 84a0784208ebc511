"""The editor of records in a browser: Sveltia CMS, told by our models what to ask and how to write."""

from kopilka.site.editor.files import FOLDER, editor_files

__all__ = ["FOLDER", "editor_files"]
