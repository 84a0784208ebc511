"""The editor of a bank's records on this computer: served to its browser, writing into the bank's folder."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from kopilka.settings import SettingsError
from kopilka.site.editor import FOLDER, editor_files
from kopilka.workspace.bank import open_workspace
from kopilka.workspace.serving import LocalServer


def open_editor(root: Path, *, today: date, port: int) -> LocalServer:
    """A server of the editor; what it offers to choose from is read again with every opening of its page.

    Raises `SettingsError` for wrong settings, `OSError` when the port is taken.
    """
    workspace = open_workspace(root, today=today, preview=True)

    def files() -> Mapping[str, bytes]:
        nonlocal workspace
        with suppress(SettingsError):  # spoilt meanwhile: the person sees the bank as it was
            workspace = workspace.reload()
        return {file.path: file.content for file in editor_files(workspace.catalog, workspace.settings)}

    return LocalServer(files, f"{FOLDER}/index.html", port)
