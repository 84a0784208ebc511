"""The comments of a record's header, each with the field that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a header by the path of the field or item they stand at; each begins with `#`.

    `above` has whole lines before it, `beside` what ends its line, `below` lines after the last of its parts.
    """

    above: Mapping[Path, Sequence[str]] = field(default_factory=dict)
    beside: Mapping[Path, str] = field(default_factory=dict)
    below: Mapping[Path, Sequence[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        whole = (*self.above.values(), *self.below.values())
        return sum(map(len, whole)) + len(self.beside)

    @property
    def places(self) -> frozenset[Path]:
        """Everything that has a comment."""
        return frozenset((*self.above, *self.beside, *self.below))
