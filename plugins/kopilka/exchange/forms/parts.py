"""The parts of a Word document beside its text: styles, settings, properties, relations."""

# ruff: noqa: E501 - XML reads better unbroken

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from kopilka.documents import HEAD, clean

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "application/vnd.openxmlformats-officedocument"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SERIF, SANS, MONO = "PT Serif", "PT Sans", "PT Mono"
INK, GREY, FAINT, ACCENT, LINE, SHADE = "1F2A37", "5F6B7A", "7C8896", "1D4E89", "C9D1DA", "EEF3F8"


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}" w:eastAsia="{name}"/>'


def _style(  # noqa: PLR0913 - a style is a list of facts
    id_: str, name: str, *, kind: str = "paragraph", based: str = "", paragraph: str = "", run: str = ""
) -> str:
    default = ' w:default="1"' if id_ == "Normal" else ""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    flow = '<w:next w:val="Normal"/>' if id_.startswith("Heading") else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id_}"{default}><w:name w:val="{name}"/>{base}{flow}<w:qFormat/>'
        f"{f'<w:pPr>{paragraph}</w:pPr>' if paragraph else ''}{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
    )


def _heading(level: int, size: int, before: int) -> str:
    return _style(
        f"Heading{level}",
        f"heading {level}",
        based="Normal",
        paragraph=f'<w:keepNext/><w:spacing w:before="{before}" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>',
        run=f'{_fonts(SANS)}<w:b/><w:color w:val="{ACCENT}"/><w:sz w:val="{size}"/>',
    )


def styles() -> bytes:
    """`styles.xml`."""
    made = [*_text_styles(), *_form_styles(), *_character_styles(), _table_style()]
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(SERIF)}<w:color w:val="{INK}"/><w:sz w:val="21"/>'
        '<w:szCs w:val="21"/><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    return f"{HEAD}<w:styles {_W}>{defaults}{''.join(made)}</w:styles>".encode()


def _text_styles() -> list[str]:
    """Styles of running text."""
    return [
        _style(
            "Normal",
            "Normal",
            paragraph='<w:spacing w:before="0" w:after="80" w:line="264" w:lineRule="auto"/>',
        ),
        _style(
            "Title",
            "Title",
            based="Normal",
            paragraph='<w:spacing w:before="0" w:after="80"/>',
            run=f'{_fonts(SANS)}<w:b/><w:color w:val="{ACCENT}"/><w:sz w:val="40"/>',
        ),
        *(
            _heading(level, size, before)
            for level, size, before in (
                (1, 30, 320),
                (2, 25, 240),
                (3, 23, 200),
                (4, 22, 160),
                (5, 21, 160),
                (6, 21, 160),
            )
        ),
        _style("ListParagraph", "List Paragraph", based="Normal", paragraph='<w:spacing w:after="40"/>'),
        _style(
            "Quote", "Quote", based="Normal", paragraph='<w:ind w:left="360" w:right="360"/>', run="<w:i/>"
        ),
    ]


def _form_styles() -> list[str]:
    """Styles of paragraphs in the tables of a form."""
    small = f'{_fonts(SANS)}<w:color w:val="{GREY}"/><w:sz w:val="17"/>'
    return [
        _style(
            "KopilkaLabel",
            "KopilkaLabel",
            based="Normal",
            paragraph='<w:spacing w:before="20" w:after="20"/>',
            run=f'{_fonts(SANS)}<w:b/><w:sz w:val="20"/>',
        ),
        _style(
            "KopilkaHelp",
            "KopilkaHelp",
            based="Normal",
            paragraph='<w:spacing w:after="20" w:line="240" w:lineRule="auto"/>',
            run=small,
        ),
        _style("KopilkaExample", "KopilkaExample", based="KopilkaHelp", run="<w:i/>"),
        _style(
            "TableHead",
            "Table Head",
            based="Normal",
            paragraph='<w:keepNext/><w:spacing w:after="20" w:line="240" w:lineRule="auto"/>',
            run=f'{_fonts(SANS)}<w:b/><w:sz w:val="17"/>',
        ),
        _style(
            "TableCell",
            "Table Cell",
            based="Normal",
            paragraph='<w:spacing w:after="20" w:line="240" w:lineRule="auto"/>',
            run='<w:sz w:val="19"/>',
        ),
        _style(
            "KopilkaEnd",
            "KopilkaEnd",
            based="Normal",
            paragraph='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
            run='<w:sz w:val="2"/>',
        ),
        _style(
            "KopilkaRawLine",
            "KopilkaRawLine",
            based="Normal",
            paragraph='<w:spacing w:after="0"/>',
            run=f'{_fonts(MONO)}<w:sz w:val="18"/>',
        ),
    ]


def _character_styles() -> list[str]:
    """Styles of words inside of a paragraph."""
    return [
        _style("DefaultParagraphFont", "Default Paragraph Font", kind="character"),
        _style("PlaceholderText", "Placeholder Text", kind="character", run=f'<w:color w:val="{GREY}"/>'),
        _style(
            "Hyperlink",
            "Hyperlink",
            kind="character",
            run=f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>',
        ),
        _style("KopilkaRaw", "KopilkaRaw", kind="character", run=f'{_fonts(MONO)}<w:sz w:val="18"/>'),
    ]


def _table_style() -> str:
    return (
        f'<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr>{_borders()}'
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for side in sides)
    return f"<w:tblBorders>{lines}</w:tblBorders>"


def font_table() -> bytes:
    """`fontTable.xml`: what to take where the fonts are not installed."""
    fonts = ((SERIF, "Georgia", "roman"), (SANS, "Arial", "swiss"), (MONO, "Courier New", "modern"))
    made = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="CC"/><w:family w:val="{family}"/></w:font>'
        for name, other, family in fonts
    )
    return f"{HEAD}<w:fonts {_W}>{made}</w:fonts>".encode()


def document_settings() -> bytes:
    """`settings.xml`: the form is of today's Word, not of 2007's."""
    compat = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    return f'{HEAD}<w:settings {_W}><w:defaultTabStop w:val="708"/>{compat}<w:themeFontLang w:val="ru-RU"/></w:settings>'.encode()


def footer(text: str) -> bytes:
    """`footer1.xml`: what the form is, and the page."""
    page = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    words = f'<w:r><w:t xml:space="preserve">{escape(clean(text))} · </w:t></w:r>'
    return f'{HEAD}<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="KopilkaHelp"/><w:jc w:val="right"/></w:pPr>{words}{page}</w:p></w:ftr>'.encode()


def properties(values: Mapping[str, str]) -> bytes:
    """`docProps/custom.xml`."""
    items = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(clean(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    spaces = (
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
    )
    return f"{HEAD}<Properties {spaces}>{items}</Properties>".encode()


def core(title: str) -> bytes:
    """`docProps/core.xml`: a title, and no days: the same form is the same file."""
    spaces = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f"{HEAD}<cp:coreProperties {spaces}><dc:title>{escape(clean(title))}</dc:title><dc:language>ru-RU</dc:language></cp:coreProperties>".encode()


def relations(items: Mapping[str, tuple[str, str]], *, external: bool = False) -> str:
    """Relations by id: a type and a target."""
    mode = ' TargetMode="External"' if external else ""
    return "".join(
        f'<Relationship Id="{id_}" Type="{kind if ":" in kind else f"{_TYPE}/{kind}"}" Target={quoteattr(clean(target))}{mode}/>'
        for id_, (kind, target) in items.items()
    )


def relations_part(*written: str) -> bytes:
    """A `.rels` part."""
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(written)}</Relationships>'.encode()
    )


def package_relations() -> bytes:
    """`_rels/.rels`."""
    return relations_part(
        relations(
            {
                "rId1": ("officeDocument", "word/document.xml"),
                "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                "rId3": ("custom-properties", "docProps/custom.xml"),
            }
        )
    )


def document_relations(links: Mapping[str, str]) -> bytes:
    """`word/_rels/document.xml.rels`; `links` are ids by address."""
    own = {
        "rId1": ("styles", "styles.xml"),
        "rId2": ("numbering", "numbering.xml"),
        "rId3": ("settings", "settings.xml"),
        "rId4": ("fontTable", "fontTable.xml"),
        "rId5": ("footer", "footer1.xml"),
        "rId6": ("customXml", "../customXml/item1.xml"),
    }
    return relations_part(
        relations(own),
        relations({id_: ("hyperlink", address) for address, id_ in links.items()}, external=True),
    )


def custom_xml_relations() -> bytes:
    """`customXml/_rels/item1.xml.rels`."""
    return relations_part(relations({"rId1": ("customXmlProps", "itemProps1.xml")}))


def custom_xml_properties() -> bytes:
    """`customXml/itemProps1.xml`."""
    return (
        f'{HEAD}<ds:datastoreItem ds:itemID="{{6B6F7069-6C6B-4100-8000-666F726D0001}}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
    ).encode()


def content_types() -> bytes:
    """`[Content_Types].xml`."""
    word = f"{_OFFICE}.wordprocessingml"
    parts = {
        "/word/document.xml": f"{word}.document.main+xml",
        "/word/styles.xml": f"{word}.styles+xml",
        "/word/numbering.xml": f"{word}.numbering+xml",
        "/word/settings.xml": f"{word}.settings+xml",
        "/word/fontTable.xml": f"{word}.fontTable+xml",
        "/word/footer1.xml": f"{word}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/custom.xml": f"{_OFFICE}.custom-properties+xml",
        "/customXml/itemProps1.xml": f"{_OFFICE}.customXmlProperties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()
