"""Where the editor keeps what is written: a forge that it can speak to, or a folder of this computer."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from kopilka.settings import Forge, Settings

Backend = dict[str, Any]

WITH_PROPOSALS = frozenset({"github", "gitlab"})
"""Where a draft becomes a proposal that somebody looks at; elsewhere a save is a commit."""

_NAMES = {"github": "github", "gitlab": "gitlab", "gitea": "gitea", "forgejo": "gitea"}
_GITHUB = "https://github.com"
_MESSAGES = {
    "create": "Новая запись: {{slug}}",
    "update": "Правка записи: {{slug}}",
    "delete": "Удалена запись: {{slug}}",
    "uploadMedia": "Файл: {{path}}",
    "deleteMedia": "Удалён файл: {{path}}",
}


def backend_of(settings: Settings) -> Backend:
    """The setting `backend` of Sveltia CMS."""
    forge = settings.forge
    if settings.editor_is_local:
        # It wants a forge even where the folder is all there is; to this one nobody can sign in.
        name = settings.bank.name.replace("/", " ")
        return {"name": "gitea", "repo": f"local/{name}", "auth_methods": ["token"]}
    return {
        "name": _NAMES[forge.kind],
        "repo": forge.repository,
        "branch": forge.branch,
        "commit_messages": _MESSAGES,
        **_roots(forge),
        **_sign_in(settings),
    }


def _roots(forge: Forge) -> Backend:
    host = forge.host or ""
    if forge.kind == "github":
        return {} if host == _GITHUB else {"base_url": host, "api_root": f"{host}/api/v3"}
    version = "v4" if forge.kind == "gitlab" else "v1"
    return {"base_url": host, "api_root": f"{host}/api/{version}"}


def _sign_in(settings: Settings) -> Backend:
    """By a token of one's own; by a page of the forge too, where the editor is known to it by an id."""
    app_id = settings.editor.app_id
    if app_id is None or settings.forge.kind == "github":  # GitHub asks for a server in between
        return {"auth_methods": ["token"]}
    pkce = {"auth_type": "pkce"} if settings.forge.kind == "gitlab" else {}
    return {"app_id": app_id, "auth_methods": ["oauth", "token"], **pkce}


def asked_hosts(settings: Settings) -> tuple[str, ...]:
    """The only addresses besides its own that the editor may ask: those of the forge."""
    backend = backend_of(settings)
    if settings.editor_is_local:
        return ()
    if "api_root" not in backend:
        return ("https://api.github.com", "https://raw.githubusercontent.com")
    parts = urlsplit(backend["api_root"])
    return (f"{parts.scheme}://{parts.netloc}",)
