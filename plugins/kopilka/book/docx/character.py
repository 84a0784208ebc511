"""What sets words apart inside a paragraph of Word."""

from __future__ import annotations

from types import MappingProxyType

MARKS = MappingProxyType(
    {
        "strong": '<w:rStyle w:val="Strong"/>',
        "emphasis": '<w:rStyle w:val="Emphasis"/>',
        "code": '<w:rStyle w:val="Code"/>',
        "strike": "<w:strike/>",
        "sub": '<w:vertAlign w:val="subscript"/>',
        "sup": '<w:vertAlign w:val="superscript"/>',
        "link": '<w:rStyle w:val="Hyperlink"/>',
        "note": '<w:rStyle w:val="FootnoteReference"/>',
    }
)
"""Properties of a run by what the words are."""
_SECOND = {MARKS["strong"]: "<w:b/>", MARKS["emphasis"]: "<w:i/>"}
_ORDER = ("<w:rStyle", "<w:b/", "<w:i/", "<w:strike", "<w:vertAlign")


def add_mark(properties: str, mark: str) -> str:
    """Properties of words that are set apart inside others: Word has one style and one height for a run."""
    added = MARKS[mark]
    if "<w:rStyle" in properties and "<w:rStyle" in added:
        added = _SECOND.get(added, "")
    if "<w:vertAlign" in properties and "<w:vertAlign" in added:
        added = ""
    parts = [*properties.replace("/><", "/>\n<").split("\n"), added]
    return "".join(sorted(filter(None, dict.fromkeys(parts)), key=_rank))


def _rank(property_: str) -> int:
    return next(at for at, name in enumerate(_ORDER) if property_.startswith(name))
