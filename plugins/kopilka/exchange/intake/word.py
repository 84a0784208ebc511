"""Reads a Word document: mammoth makes HTML of it, lxml walks over the HTML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import mammoth  # type: ignore[import-untyped]
from lxml import etree, html

from kopilka.exchange.intake.lighten import lighten
from kopilka.exchange.intake.paper import (
    BOLD,
    ITALIC,
    SIGNS,
    Block,
    Cell,
    Paper,
    Picture,
    Refusal,
    Row,
    Table,
    clean,
    link,
    marked,
    plain,
    sign_of,
)

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Название'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
u => em
"""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MOST_SPAN = 64
_MOST_DEPTH = 40
_BROKEN = Refusal(
    "файл повреждён: Word-документ внутри не разобрать",
    "Откройте его в Word, сохраните заново как .docx или попросите автора прислать ещё раз.",
)


def read_word(data: bytes) -> Paper | Refusal:
    """The document's blocks, tables and pictures; what stands outside of the text comes last."""
    taken: list[tuple[bytes, str, str]] = []
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(lighten(data)),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(_keep(taken)),
        )
        root = html.fragment_fromstring(made.value, create_parent="div")
    except RecursionError:
        return _BROKEN
    except Exception:  # noqa: BLE001 - mammoth fails in any way on a document made badly
        return _BROKEN
    walk = _Walk(taken)
    walk.blocks_of(root)
    read = Paper(tuple(walk.blocks), tuple(walk.pictures), tuple(walk.notes))
    return Paper((*read.blocks, *_outside(data, read)), read.pictures, (*read.notes, *_comments(data)))


def _keep(taken: list[tuple[bytes, str, str]]) -> Any:
    def keep(image: Any) -> dict[str, str]:
        try:
            with image.open() as stream:
                content = stream.read()
        except Exception:  # noqa: BLE001 - a picture that lies elsewhere or nowhere
            content = b""
        taken.append((content, image.content_type or "", image.alt_text or ""))
        return {"src": f"kopilka:{len(taken) - 1}"}

    return keep


@dataclass
class _Walk:
    """One walk over the HTML; counts paragraphs and tables as a reader would."""

    taken: list[tuple[bytes, str, str]]
    blocks: list[Block | Table] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0

    def blocks_of(self, parent: Any) -> None:
        for node in parent:
            if not isinstance(node.tag, str):
                continue
            if node.tag == "table":
                self._table(node, "")
                continue
            self.paragraphs += 1
            place = f"абзац {self.paragraphs}"
            if node.tag in {"ul", "ol"}:
                self._add("list", "\n".join(self._items(node, place)), place)
            elif node.tag[0] == "h" and node.tag[1:].isdigit():
                self._add("heading", self._inline(node, place), place, int(node.tag[1:]))
            else:
                self._add("text", self._inline(node, place), place)

    def _add(self, kind: Any, text: str, place: str, level: int = 0) -> None:
        if plain(text).strip() or (kind == "text" and SIGNS.search(text)):
            self.blocks.append(Block(kind, text.strip(), place, level))

    def _items(self, node: Any, place: str, depth: int = 0) -> Iterator[str]:
        for number, item in enumerate(node.iterchildren("li"), start=1):
            mark = f"{number}. " if node.tag == "ol" else "- "
            own = self._inline(item, place, skip=("ul", "ol")).strip().replace("\n", " ")
            if plain(own).strip():
                yield "  " * depth + mark + own
            for inner in item.iterchildren("ul", "ol"):
                yield from self._items(inner, place, min(depth + 1, 4))

    def _inline(self, node: Any, place: str, skip: tuple[str, ...] = (), depth: int = 0) -> str:
        if depth > _MOST_DEPTH:
            return clean("".join(node.itertext()))
        parts = [clean(node.text or "")]
        for child in node:
            if isinstance(child.tag, str) and child.tag not in skip:
                parts.append(self._run(child, place, skip, depth))
            parts.append(clean(child.tail or ""))
        return "".join(parts)

    def _run(self, node: Any, place: str, skip: tuple[str, ...], depth: int) -> str:
        if node.tag == "img":
            return self._picture(node, place)
        if node.tag == "br":
            return "\n"
        if node.tag == "input":
            return "☒ " if node.get("checked") is not None else "☐ "
        text = self._inline(node, place, skip, depth + 1)
        if node.tag in {"strong", "em"}:
            return marked(text, BOLD if node.tag == "strong" else ITALIC)
        address = node.get("href", "") if node.tag == "a" else ""
        if address.startswith(("http://", "https://")):
            return link(text, clean(address))
        return "" if node.tag == "a" and text == "↑" else text

    def _picture(self, node: Any, place: str) -> str:
        """Keeps a picture; gives the sign that stands in its place."""
        number = node.get("src", "").partition(":")[2]
        if not number.isdigit():
            return ""
        content, mime, alt = self.taken[int(number)]
        sign = sign_of(len(self.pictures))
        self.pictures.append(Picture(content, mime, clean(alt or node.get("alt", "")), place, sign))
        return sign

    def _table(self, node: Any, caption: str) -> None:
        self.tables += 1
        name = f"таблица {self.tables}"
        position = len(self.blocks)
        rows = [
            Row(tuple(cells), f"{name}, строка {number}")
            for number, cells in enumerate(self._grid(node, name), start=1)
        ]
        self.blocks.insert(position, Table(tuple(rows), name, caption))

    def _grid(self, node: Any, name: str) -> Iterator[list[Cell]]:
        """Rows with every merged cell repeated where it reaches down, so that columns stay in line."""
        hanging: dict[int, tuple[int, Cell]] = {}
        for number, row in enumerate(node.iterfind(".//tr"), start=1):
            if next(row.iterancestors("table")) is not node:
                continue
            cells: list[Cell] = []
            column = 0
            for item in row.iterchildren("td", "th"):
                column = _take_hanging(hanging, column, cells)
                place = f"{name}, строка {number}"
                down = _span(item, "rowspan")
                cell = Cell(self._cell(item, place, cells), _span(item, "colspan"), tall=down > 1)
                cells.append(cell)
                if down > 1:
                    hanging[column] = (down - 1, cell)
                column += cell.span
            _take_hanging(hanging, column, cells)
            yield cells

    def _cell(self, node: Any, place: str, before: list[Cell]) -> str:
        lines = [clean(node.text or "")]
        for child in node:
            if not isinstance(child.tag, str):
                continue
            if child.tag in {"ul", "ol"}:
                lines += self._items(child, place)
            elif child.tag == "table":
                self._table(child, next((plain(cell.text) for cell in before if len(cell.text) > 3), ""))
            elif child.tag == "p" or (child.tag[0] == "h" and child.tag[1:].isdigit()):
                lines.append(self._inline(child, place))
            else:
                lines.append(self._run(child, place, (), 0))
            lines.append(clean(child.tail or ""))
        return "\n".join(line.rstrip() for line in lines if plain(line).strip())


def _take_hanging(hanging: dict[int, tuple[int, Cell]], column: int, cells: list[Cell]) -> int:
    while column in hanging:
        left, cell = hanging.pop(column)
        cells.append(Cell(cell.text, cell.span, again=True, tall=True))
        if left > 1:
            hanging[column] = (left - 1, cell)
        if not cell.span:
            break
        column += cell.span
    return column


def _span(node: Any, name: str) -> int:
    value = node.get(name, "1")
    return min(max(int(value), 1), _MOST_SPAN) if value.isdigit() else 1


def _outside(data: bytes, read: Paper) -> Iterator[Block]:
    """Paragraphs that mammoth passes by: headers and footers of pages, formulas, rare frames."""
    known = _words_of(read)
    for part, place in _parts(data):
        for text in _paragraphs(part):
            words = set(text.split())
            if words - known and any(sign.isalpha() for sign in text):
                known |= words
                yield Block("text", clean(text), place, level=-1)


def _words_of(paper: Paper) -> set[str]:
    texts: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Table):
            texts += [cell.text for row in block.rows for cell in row.cells]
        else:
            texts.append(block.text)
    return set(" ".join(plain(text) for text in texts).split())


def _parts(data: bytes) -> Iterator[tuple[bytes, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if name == "word/document.xml":
                yield archive.read(name), "вне основного текста"
            elif name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
                yield archive.read(name), "колонтитул"


def _paragraphs(part: bytes) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    root = etree.fromstring(part, parser)
    for paragraph in root.iter(f"{_W}p") if root is not None else ():
        texts = [
            node.text or "" if node.tag != f"{_W}br" else " "
            for node in paragraph.iter(f"{_W}t", f"{_M}t", f"{_W}br", f"{_W}tab")
        ]
        text = "".join(texts).strip()
        if text:
            yield text


def _comments(data: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "word/comments.xml" not in archive.namelist():
            return
        number = archive.read("word/comments.xml").count(b"<w:comment ")
    if number:
        yield (
            "поля документа",
            f"примечания рецензентов не переносим, их в файле {number}: просмотрите в Word",
        )
