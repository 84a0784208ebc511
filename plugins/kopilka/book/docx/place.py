"""Where blocks stand in the Word file, and what their paragraphs have of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from kopilka.book.docx.carrier import LEVELS, STEP

Properties: TypeAlias = Mapping[str, str]
"""Elements of a paragraph's properties by name."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: the style of their paragraphs, the depth of the list, what frames them.

    `indent` is where the text of the place begins, in twentieths of a point.
    """

    style: str = "BodyText"
    depth: int = 0
    number: int = 0
    indent: int = 0
    properties: Properties = field(default_factory=dict)

    def paragraph(self) -> Properties:
        """The properties of a paragraph that stands here: the frame, the list, how far it is moved in."""
        if not self.depth:
            return self.properties
        level = min(self.depth, LEVELS) - 1
        hanging = STEP if self.number else 0
        indent = f'<w:ind w:left="{self.indent + STEP * (level + 1)}" w:hanging="{hanging}"/>'
        item = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self.number}"/></w:numPr>'
        return {**self.properties, "ind": indent, **({"numPr": item} if self.number else {})}
