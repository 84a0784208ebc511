"""What people call the forges."""

from __future__ import annotations

from collections.abc import Mapping

from kopilka.settings.model import ForgeKind

FORGE_NAMES: Mapping[ForgeKind, str] = {
    "github": "GitHub",
    "gitlab": "GitLab",
    "gitea": "Gitea",
    "forgejo": "Forgejo",
    "gitverse": "GitVerse",
    "gitflic": "GitFlic",
}
