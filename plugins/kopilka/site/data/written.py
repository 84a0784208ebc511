"""Pages written by hand, as the search reads them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page of docs/: its path in the site, its title and description, its text without tags."""

    path: str
    title: str
    description: str
    text: str
