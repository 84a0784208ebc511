"""The page of a forge on which a person makes a new file, for those who have an account there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from kopilka.settings import Forge, ForgeKind
from kopilka.settings.forges import FORGE_NAMES


@dataclass(frozen=True, slots=True)
class NewFilePage:
    """The forge's name; its page with `{folder}` and `{name}` to fill, and what brings the text along.

    Without `text` it goes through the clipboard. A forge without such a page has `ready` false: the address
    is that of the repository, and the file is made by hand.
    """

    name: str
    address: str
    text: str | None
    ready: bool


_GITEA = ("_new/{branch}/{{folder}}?filename={{name}}", "&value=")
_PAGES: Mapping[ForgeKind, tuple[str, str | None]] = {
    "github": ("new/{branch}/{{folder}}?filename={{name}}", "&value="),
    "gitlab": ("-/new/{branch}?file_name={{folder}}/{{name}}", None),  # it filled the text in before 18 only
    "gitea": _GITEA,
    "forgejo": _GITEA,
}


def new_file_page(forge: Forge) -> NewFilePage | None:
    """Where a new file of the bank is made; None when the bank names no forge."""
    if forge.address is None:
        return None
    name = FORGE_NAMES[forge.kind]
    if forge.kind not in _PAGES:
        return NewFilePage(name, forge.address, None, ready=False)
    way, text = _PAGES[forge.kind]
    return NewFilePage(name, f"{forge.address}/{way.format(branch=quote(forge.branch))}", text, ready=True)
