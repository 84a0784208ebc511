"""What the text of a Word file refers to: links, pictures, lists and footnotes, each in its own part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kopilka.book.docx.markup import SPACES, attribute
from kopilka.book.volume import ENDINGS, MediaType, Picture
from kopilka.documents import HEAD

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMU = 9525
"""English metric units in a pixel of the screen."""
_EMU_TWIP = 635
_SVG = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{}"/></a:ext></a:extLst>'
)


@dataclass(slots=True)
class Relations:
    """The relations of one part: ids by kind and target."""

    known: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, kind: str, target: str) -> str:
        """The id of a relation, the same for the same target."""
        return self.known.setdefault((kind, target), f"rId{len(self.known) + 1}")

    def xml(self) -> str:
        """The `.rels` part; links are the only targets outside the file."""
        made = "".join(
            f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target={attribute(target)}{_outside(kind)}/>'
            for (kind, target), id_ in self.known.items()
        )
        return f'{HEAD}<Relationships xmlns="{PACKAGE}">{made}</Relationships>'


def _outside(kind: str) -> str:
    return ' TargetMode="External"' if kind == "hyperlink" else ""


@dataclass(slots=True)
class Lists:
    """The lists of the document; each numbered one counts for itself."""

    starts: list[tuple[int, int]] = field(default_factory=list)

    def add(self, start: int | None, level: int) -> int:
        """The number of a list that counts from `start` at a level, or has marks."""
        if start is None:
            return 1
        self.starts.append((start, level))
        return len(self.starts) + 1

    def xml(self) -> str:
        """`numbering.xml`."""
        numbers = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="{level}">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for number, (start, level) in enumerate(self.starts, start=2)
        )
        marks = "".join(_level(level, "bullet", ("•", "–", "▪")[level % 3]) for level in range(LEVELS))
        counts = "".join(_level(level, "decimal", f"%{level + 1}.") for level in range(LEVELS))
        return (
            f"{HEAD}<w:numbering {SPACES}>{_abstract(0, marks)}{_abstract(1, counts)}"
            f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{numbers}</w:numbering>'
        )


LEVELS = 9
STEP = 340
"""How much further each level of a list stands, in twentieths of a point."""


def _abstract(id_: int, levels: str) -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{id_}">{kind}{levels}</w:abstractNum>'


def _level(level: int, kind: str, mark: str) -> str:
    indent = f'<w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{mark}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
    )


@dataclass(slots=True)
class Media:
    """The pictures of the document, each file once; `widest` and `highest` in twentieths of a point."""

    pictures: Mapping[str, Picture]
    relations: Relations
    widest: int
    highest: int
    files: dict[str, bytes] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _count: int = 0

    def drawing(self, file: str, alt: str) -> str:
        """A picture in a run; empty when Word cannot show such a file."""
        picture = self.pictures.get(file)
        shown = self._shown(file, picture) if picture else ""
        if picture is None or not shown:
            return ""
        self._count += 1
        width, height = self._size(picture)
        size = f'cx="{width}" cy="{height}"'
        named = f'id="{self._count}" name="Рисунок {self._count}" descr={attribute(alt)}'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr {named}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
            "</wp:cNvGraphicFramePr><a:graphic>"
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
            f"<pic:blipFill>{shown}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _shown(self, file: str, picture: Picture) -> str:
        """What fills the picture: its file, or its PNG with the drawing beside for those who read it."""
        if picture.fallback is None:
            if picture.media_type in {"image/svg+xml", "image/webp"}:
                return ""
            return f'<a:blip r:embed="{self._embed(file, picture.data, picture.media_type)}"/>'
        plain = self._embed(f"{file}.png", picture.fallback, "image/png")
        if picture.media_type != "image/svg+xml":
            return f'<a:blip r:embed="{plain}"/>'
        drawn = self._embed(file, picture.data, picture.media_type)
        return f'<a:blip r:embed="{plain}">{_SVG.format(drawn)}</a:blip>'

    def _embed(self, file: str, data: bytes, kind: MediaType) -> str:
        known = self._names.get(file)
        if known is None:
            known = f"media/image{len(self.files) + 1}.{ENDINGS[kind]}"
            self._names[file] = known
            self.files[known] = data
        return self.relations.add("image", known)

    def _size(self, picture: Picture) -> tuple[int, int]:
        width, height = max(picture.width, 1) * _EMU, max(picture.height, 1) * _EMU
        scale = min(1.0, self.widest * _EMU_TWIP / width, self.highest * _EMU_TWIP / height)
        return max(round(width * scale), 1), max(round(height * scale), 1)
