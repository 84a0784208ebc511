"""How the book looks in Word: styles by what they dress, fonts, the theme, settings, page formats."""

# ruff: noqa: E501 - XML reads better unbroken

from __future__ import annotations

from dataclasses import dataclass

from kopilka.book.page import page_of
from kopilka.documents import HEAD
from kopilka.records.paper import Paper

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SERIF, SANS, MONO = "PT Serif", "PT Sans", "Courier New"
INK, GREY, ACCENT, LINE, SHADE = "1F2A37", "5F6B7A", "1D4E89", "8A97A6", "EEF3F8"
_TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its margins, in twentieths of a point."""

    width: int
    height: int
    inside: int
    outside: int
    top: int
    bottom: int

    @property
    def text(self) -> int:
        """The width of the text."""
        return self.width - self.inside - self.outside


def sheet_of(paper: Paper) -> Sheet:
    """The page of the printed book, so that lines and pages of both are much alike."""
    page = page_of(paper)
    sides = (page.width, page.height, page.inside, page.outside, page.top, page.bottom)
    return Sheet(*(round(side * _TWIPS) for side in sides))


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _run(
    font: str = "", size: float = 0, *, bold: bool = False, italic: bool = False, colour: str = ""
) -> str:
    return (
        f"{_fonts(font) if font else ''}{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}"
        f"{f'<w:color w:val={chr(34)}{colour}{chr(34)}/>' if colour else ''}"
        f"{f'<w:sz w:val={chr(34)}{round(size * 2)}{chr(34)}/><w:szCs w:val={chr(34)}{round(size * 2)}{chr(34)}/>' if size else ''}"
    )


def _gaps(before: float = 0, after: float = 0, line: int = 259) -> str:
    """Space before and after in points, the height of a line in 240ths of the letters'."""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="{line}" w:lineRule="auto"/>'


def _indent(left: int = 0, *, first: int = 0, hanging: int = 0, right: int = 0) -> str:
    step = f' w:hanging="{hanging}"' if hanging else f' w:firstLine="{first}"'
    return f'<w:ind w:left="{left}" w:right="{right}"{step}/>'


def _jc(how: str) -> str:
    return f'<w:jc w:val="{how}"/>'


def _style(  # noqa: PLR0913 - a style is a list of facts
    id_: str, name: str, paragraph: str = "", run: str = "", *, based: str = "Normal", following: str = ""
) -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    flow = f'<w:next w:val="{following}"/>' if following else ""
    default = "" if based else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{id_}"><w:name w:val="{name}"/>{base}{flow}<w:qFormat/>'
        f"{f'<w:pPr>{paragraph}</w:pPr>' if paragraph else ''}{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
    )


def _heading(level: int, size: float, before: float, after: float) -> str:
    return _style(
        f"Heading{level}", f"heading {level}",
        f'<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>{_gaps(before, after, 247)}<w:outlineLvl w:val="{level - 1}"/>',
        _run(SANS, size, bold=True, colour=ACCENT if level < 3 else INK), following="BodyText",
    )  # fmt: skip


_HEADINGS = ((1, 18, 0, 10), (2, 15, 0, 8), (3, 12, 14, 5), (4, 11, 12, 4), (5, 10.5, 10, 3), (6, 10, 10, 3))
_KEEP = "<w:keepNext/>"
_BAR = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{ACCENT}"/></w:pBdr>'
FRAME_INDENT = 227
FRAME = {
    "pBdr": f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{ACCENT}"/></w:pBdr>',
    "shd": f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>',
}
"""What sets the paragraphs of a note apart."""


def _text_styles() -> list[str]:
    return [
        _style("Normal", "Normal", _gaps(), based=""),
        _style("BodyText", "Body Text", f"{_indent(first=340)}{_jc('both')}"),
        *(_heading(*heading) for heading in _HEADINGS),
        _style("ListParagraph", "List Paragraph", _gaps(after=2)),
        _style("ListContinue", "List Continue", _gaps(after=2)),
        _style("Term", "Термин", f"{_KEEP}{_gaps(4, 0)}", _run(bold=True), following="Meaning"),
        _style("Meaning", "Толкование", f"{_gaps(after=3)}{_indent(340)}"),
        _style("Pair", "Пара", f"{_gaps(after=3)}{_indent(340, hanging=340)}"),
        _style("Quote", "Quote", f"{_gaps(4, 4)}{_indent(454, right=454)}", _run(italic=True)),
        _style("NoteTitle", "Врезка: заголовок", f"{_KEEP}{_gaps(8, 0)}{_indent(FRAME_INDENT)}", _run(SANS, bold=True), following="Note"),
        _style("Note", "Врезка", f"{_gaps()}{_indent(FRAME_INDENT)}"),
        _style("Listing", "Текст как есть", f"<w:suppressAutoHyphens/>{_gaps(4, 6, 240)}", _run(MONO, 8.5)),
        _style("Divider", "Отбивка", f"{_gaps(8, 8)}{_jc('center')}"),
        _style("Caption", "caption", f"<w:suppressAutoHyphens/>{_gaps(6, 4, 240)}", _run(SANS, 9, bold=True)),
        _style("Figure", "Рисунок", f"{_KEEP}{_gaps(8, 0, 240)}{_jc('center')}"),
        _style("FigureCaption", "Подпись рисунка", f"{_gaps(3, 8, 240)}{_jc('center')}", _run(SANS, 9), based="Caption"),
        _style("TableText", "Текст таблицы", _gaps(line=240), _run(size=8.5)),
        _style("TableHead", "Шапка таблицы", f"<w:suppressAutoHyphens/>{_gaps(line=240)}", _run(SANS, 8.5, bold=True)),
        _style("AfterTable", "После таблицы", '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>'),
    ]  # fmt: skip


def _book_styles(text: int) -> list[str]:
    """Styles of what stands around the texts; `text` is the width of a line."""
    leader = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{text}"/></w:tabs>'
    small = _run(SANS, 8, colour=GREY)
    return [
        _style("Title", "Title", f"{_gaps(80, 10, 247)}{_jc('center')}", _run(SANS, 24, bold=True, colour=ACCENT)),
        _style("Subtitle", "Subtitle", f"{_gaps(after=4)}{_jc('center')}", _run(size=12)),
        _style("TitleLine", "Титульный лист", f"{_gaps(after=3)}{_jc('center')}"),
        _style("Imprint", "Выходные сведения", _gaps(after=2, line=240), _run(size=8.5)),
        _style("Lead", "Вводный абзац", _gaps(6, 6), _run(size=11, italic=True)),
        _style("ArticleKind", "Вид статьи", _gaps(after=3), _run(SANS, 8.5, colour=GREY)),
        _style("ArticleAuthor", "Автор статьи", _gaps(), _run(italic=True)),
        _style("ArticlePlace", "Организация", _gaps(), _run(SANS, 9, colour=GREY)),
        _style("Summary", "Аннотация", f"{_BAR}{_gaps(10, 6)}{_indent(227)}"),
        _style("Keywords", "Ключевые слова", _gaps(after=8), _run(size=9)),
        _style("Bibliography", "Bibliography", f"{_gaps(after=2)}", _run(size=9)),
        _style("Address", "Адрес записи", f"<w:suppressAutoHyphens/>{_gaps(8, 0)}", _run(size=9)),
        _style("TOCHeading", "TOC Heading", f"{_KEEP}{_gaps(0, 10)}", _run(SANS, 18, bold=True, colour=ACCENT)),
        _style("TOC1", "toc 1", f"{leader}<w:suppressAutoHyphens/>{_gaps(8, 2, 247)}", _run(SANS, bold=True)),
        _style("TOC2", "toc 2", f"{leader}<w:suppressAutoHyphens/>{_gaps(3, 0, 247)}{_indent(227)}"),
        _style("TOC3", "toc 3", f"<w:suppressAutoHyphens/>{_gaps(0, 2, 240)}{_indent(227)}", _run(size=9, italic=True)),
        _style("Index1", "index 1", f"<w:suppressAutoHyphens/>{_gaps(after=1)}{_indent(340, hanging=340)}"),
        _style("Header", "header", f"{_gaps(line=240)}{_jc('center')}", small),
        _style("Footer", "footer", f"{_gaps(line=240)}{_jc('center')}", small),
        _style("FootnoteText", "footnote text", f"{_gaps(line=240)}", _run(size=8.5)),
    ]  # fmt: skip


def _character(id_: str, name: str, run: str, *, default: bool = False) -> str:
    mark = ' w:default="1"' if default else ""
    base = "" if default else '<w:basedOn w:val="DefaultParagraphFont"/>'
    return f'<w:style w:type="character"{mark} w:styleId="{id_}"><w:name w:val="{name}"/>{base}<w:qFormat/>{f"<w:rPr>{run}</w:rPr>" if run else ""}</w:style>'


def _other_styles() -> list[str]:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for side in sides)
    cells = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 40), ("left", 60), ("bottom", 40), ("right", 60))
    )
    empty = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    return [
        _character("DefaultParagraphFont", "Default Paragraph Font", "", default=True),
        _character("Hyperlink", "Hyperlink", f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>'),
        _character("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
        _character("Strong", "Strong", "<w:b/><w:bCs/>"),
        _character("Emphasis", "Emphasis", "<w:i/><w:iCs/>"),
        _character("Code", "Код", _fonts(MONO)),
        f'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{empty}</w:tblPr></w:style>',
        f'<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{cells}</w:tblCellMar></w:tblPr></w:style>',
    ]


def styles(page: Sheet) -> str:
    """`styles.xml`: everything is dressed by a style, so that an editor changes the look in one place."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(SERIF)}<w:sz w:val="20"/><w:szCs w:val="20"/>'
        '<w:lang w:val="ru-RU" w:eastAsia="ru-RU" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    made = "".join((*_text_styles(), *_book_styles(page.text), *_other_styles()))
    return f"{HEAD}<w:styles {_W}>{defaults}{made}</w:styles>"


def font_table() -> str:
    """`fontTable.xml`: what to take where the fonts are not installed."""
    fonts = (
        (SERIF, "Times New Roman", "roman"),
        (SANS, "Arial", "swiss"),
        (MONO, "Liberation Mono", "modern"),
    )
    made = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="CC"/><w:family w:val="{family}"/></w:font>'
        for name, other, family in fonts
    )
    return f"{HEAD}<w:fonts {_W}>{made}</w:fonts>"


def settings() -> str:
    """`settings.xml`: hyphens, facing pages, notes of their own kind, no older version's habits."""
    uri = "http://schemas.microsoft.com/office/word"
    options = (
        "overrideTableStyleFontSizeAndJustification",
        "enableOpenTypeFeatures",
        "doNotFlipMirrorIndents",
    )
    compat = f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>' + "".join(
        f'<w:compatSetting w:name="{option}" w:uri="{uri}" w:val="1"/>' for option in options
    )
    return (
        f'{HEAD}<w:settings {_W}><w:mirrorMargins/><w:defaultTabStop w:val="708"/><w:autoHyphenation/>'
        '<w:consecutiveHyphenLimit w:val="3"/><w:hyphenationZone w:val="227"/><w:doNotHyphenateCaps/>'
        '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:compat><w:doNotExpandShiftReturn/>{compat}</w:compat><w:themeFontLang w:val="ru-RU"/></w:settings>'
    )
