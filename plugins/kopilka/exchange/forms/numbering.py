"""The lists of a Word document: which number or bullet stands before a paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from kopilka.exchange.forms.ooxml import Element, attribute, child, el, every

_BULLETS = ("•", "–", "▪")
_LEVELS = 6
_STEP = 360


@dataclass
class Numbering:
    """Lists of one document; `formats` says of each list and level whether it counts and from what."""

    formats: dict[tuple[str, str], int | None] = field(default_factory=dict)
    _count: int = 0

    def add(self, *, ordered: bool, start: int = 1, level: int = 0) -> str:
        """The number of a new list."""
        self._count += 1
        number = str(self._count)
        for step in range(_LEVELS):
            self.formats[number, str(step)] = (start if step == level else 1) if ordered else None
        return number

    def element(self) -> Element:
        """The part `numbering.xml`."""
        abstract = [_abstract("0", ordered=False), _abstract("1", ordered=True)]
        lists = [self._list(str(number)) for number in range(1, self._count + 1)]
        return el("w:numbering", *abstract, *lists)

    def _list(self, number: str) -> Element:
        starts = [self.formats[number, str(level)] for level in range(_LEVELS)]
        made = el("w:num", el("w:abstractNumId", val="0" if starts[0] is None else "1"), numId=number)
        for level, start in enumerate(starts):
            if start is not None:
                made.append(el("w:lvlOverride", el("w:startOverride", val=str(start)), ilvl=str(level)))
        return made


def _abstract(number: str, *, ordered: bool) -> Element:
    levels = [
        el(
            "w:lvl",
            el("w:start", val="1"),
            el("w:numFmt", val="decimal" if ordered else "bullet"),
            el("w:lvlText", val=f"%{level + 1}." if ordered else _BULLETS[level % 3]),
            el("w:lvlJc", val="left"),
            el("w:pPr", el("w:ind", left=str(_STEP * (level + 1)), hanging=str(_STEP))),
            ilvl=str(level),
        )
        for level in range(_LEVELS)
    ]
    return el("w:abstractNum", el("w:multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=number)


def read_numbering(root: Element | None) -> dict[tuple[str, str], int | None]:
    """Of each list and level: the first number, or None for bullets."""
    if root is None:
        return {}
    abstract = {
        attribute(item, "w:abstractNumId"): {
            attribute(level, "w:ilvl"): _start(level) for level in every(item, "w:lvl")
        }
        for item in every(root, "w:abstractNum")
    }
    found: dict[tuple[str, str], int | None] = {}
    for item in every(root, "w:num"):
        number = attribute(item, "w:numId")
        for level, start in abstract.get(attribute(child(item, "w:abstractNumId")), {}).items():
            found[number, level] = start
        for override in every(item, "w:lvlOverride"):
            key = (number, attribute(override, "w:ilvl"))
            begins = attribute(child(override, "w:startOverride"))
            if found.get(key) is not None and begins.isdigit():
                found[key] = int(begins)
    return found


def _start(level: Element) -> int | None:
    if attribute(child(level, "w:numFmt")) in {"bullet", "none", ""}:
        return None
    begins = attribute(child(level, "w:start"))
    return int(begins) if begins.isdigit() else 1
