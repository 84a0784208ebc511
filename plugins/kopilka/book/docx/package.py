"""The parts of a Word file beside its text: what it is, what belongs to it, its theme."""

# ruff: noqa: E501 - XML reads better unbroken

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from kopilka.book.docx.carrier import OFFICE, PACKAGE
from kopilka.book.docx.looks import ACCENT, INK, LINE, SANS, SERIF, SHADE
from kopilka.book.docx.markup import SPACES
from kopilka.book.volume import ENDINGS
from kopilka.documents import HEAD, escape

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/numbering.xml": f"{_WORD}.numbering+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "/word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "/customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
_ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    **{ending: kind for kind, ending in ENDINGS.items() if kind != "image/webp"},
}


def content_types(heads: Iterable[str]) -> str:
    """`[Content_Types].xml`; `heads` are the files of running heads."""
    known = _TYPES | {f"/word/{name}": f"{_WORD}.{name.partition('-')[0]}+xml" for name in heads}
    endings = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in _ENDINGS.items())
    parts = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in known.items())
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{HEAD}<Types xmlns="{space}">{endings}{parts}</Types>'


def package_relations() -> str:
    """`_rels/.rels`."""
    own = {
        f"{OFFICE}/officeDocument": "word/document.xml",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties": "docProps/core.xml",
        f"{OFFICE}/extended-properties": "docProps/app.xml",
    }
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(own.items(), start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{made}</Relationships>'


def core(title: str, subject: str, modified: datetime) -> str:
    """`docProps/core.xml`."""
    spaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    day = f"{modified.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return (
        f"{HEAD}<cp:coreProperties {spaces}><dc:title>{escape(title)}</dc:title><dc:subject>{escape(subject)}</dc:subject>"
        f'<dc:language>ru-RU</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>'
    )


APP = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Kopilka</Application></Properties>"
)
CUSTOM_PROPERTIES = (
    f'{HEAD}<ds:datastoreItem ds:itemID="{{6B6F7069-6C6B-4100-8000-626F6F6B0001}}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    '<ds:schemaRefs><ds:schemaRef ds:uri="urn:kopilka:book"/></ds:schemaRefs></ds:datastoreItem>'
)
CUSTOM_RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}">'
    f'<Relationship Id="rId1" Type="{OFFICE}/customXmlProps" Target="itemProps1.xml"/></Relationships>'
)


def footnotes(notes: Iterable[str]) -> str:
    """`footnotes.xml`: the two lines above notes that Word wants, then the notes."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id_}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:{line}/></w:r></w:p></w:footnote>'
        for kind, id_, line in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    return f"{HEAD}<w:footnotes {SPACES}>{separators}{''.join(notes)}</w:footnotes>"


def theme() -> str:
    """`theme1.xml`: Word takes a file without a theme for one from a foreign program and repairs it."""
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{plain}</a:ln>'
    colours = {
        "dk1": INK,
        "lt1": "FFFFFF",
        "dk2": ACCENT,
        "lt2": SHADE,
        "accent1": ACCENT,
        "accent2": "A33B1F",
    }
    colours |= {"accent3": "2F6F4F", "accent4": "7A5C00", "accent5": "6B3F86", "accent6": LINE}
    colours |= {"hlink": ACCENT, "folHlink": "6B3F86"}
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    fonts = "".join(
        f'<a:{name}><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/></a:{name}>'
        for name, face in (("majorFont", SANS), ("minorFont", SERIF))
    )
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Kopilka"><a:themeElements>'
        f'<a:clrScheme name="Kopilka">{scheme}</a:clrScheme><a:fontScheme name="Kopilka">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Kopilka"><a:fillStyleLst>{plain * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
