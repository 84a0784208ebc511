"""Takes the looks out of a Word package: nobody reads them, and mammoth's own XML reader is slow."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOISE = frozenset(
    f"{_W}{name}"
    for name in (
        "rFonts", "sz", "szCs", "lang", "color", "spacing", "ind", "jc", "proofErr", "bookmarkStart",
        "bookmarkEnd", "tabs", "shd", "tcW", "tcBorders", "tblBorders", "tblW", "tblLook", "tblGrid",
        "tblCellMar", "tcMar", "vAlign", "latentStyles", "docDefaults", "rsids", "tblInd", "tblLayout",
        "trHeight", "cantSplit", "noProof", "kern", "bCs", "iCs", "widowControl", "keepNext", "keepLines",
        "contextualSpacing", "snapToGrid", "pBdr", "sectPr", "lastRenderedPageBreak", "tblStylePr",
        "uiPriority", "qFormat", "rsid", "semiHidden", "unhideWhenUsed", "next", "link", "tblpPr",
        "suppressAutoHyphens", "autoSpaceDE", "autoSpaceDN", "adjustRightInd", "textAlignment",
        "outlineLvl", "nsid", "tmpl", "lvlJc", "lvlText", "lvlRestart", "multiLevelType", "w", "position",
        "effect",
    )
)  # fmt: skip
_DEEP = frozenset({"word/styles.xml", "word/numbering.xml"})
_LOOKS = frozenset({f"{_W}pPr", f"{_W}rPr", f"{_W}tblPr", f"{_W}trPr", f"{_W}tcPr"})
_DROPPED = (
    "word/theme/",
    "word/fontTable",
    "word/webSettings",
    "word/settings",
    "docProps/",
    "customXml/",
    "word/fonts/",
)


def lighten(data: bytes) -> bytes:
    """The same document with fewer elements; raises what zipfile and lxml raise for broken packages."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in dict.fromkeys(old.namelist()):
            if not name.startswith(_DROPPED):
                content = old.read(name)
                new.writestr(name, _light(name, content) if _is_text(name) else content)
    return out.getvalue()


def _is_text(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml")


def _light(name: str, content: bytes) -> bytes:
    root = etree.fromstring(content, safe_parser())
    for node in list(root.iter(*_NOISE)):
        _drop(node)
    if name in _DEEP:
        for node in list(root.iter(*_LOOKS)):
            _drop(node)
    for node in root.iter(f"{_W}p", f"{_W}r", f"{_W}tr"):
        node.attrib.clear()
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _drop(node: Any) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def safe_parser() -> Any:
    """A parser that opens nothing and unfolds nothing."""
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
