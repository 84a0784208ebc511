"""Files of figures made safe to show everywhere, without loss: what was sent is what is printed."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path

from lxml import etree
from PIL import Image, ImageOps

from kopilka.book.tree import Figure
from kopilka.book.volume import MediaType, Picture

_SVG = "{http://www.w3.org/2000/svg}"
_ALIVE = frozenset({"script", "foreignObject", "iframe", "audio", "video", "handler", "listener", "set"})
"""Elements that run, load or hold somebody else's page."""
_INNER = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);base64,")
_OUTER_STYLE = re.compile(r"@import[^;]*;?|url\(\s*['\"]?(?!#)[^)]*\)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*([0-9.]+)\s*(px|pt|mm|cm|in|)")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_FAMILY = re.compile(r"(font-family\s*:\s*)")
_OURS = "PT Sans"
"""The face of drawings: those that their authors name are not in the book."""
_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})
_UPRIGHT = 1
_ORIENTATION = 0x0112


class PictureError(Exception):
    """A file that is no picture, or a damaged one; the text says why, in Russian."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}: {why}")
        self.file = file
        self.why = why


def load_pictures(root: Path, figures: Iterable[Figure]) -> Mapping[str, Picture]:
    """The pictures of figures by their file; raises `PictureError` for the first that cannot be shown."""
    files = dict.fromkeys(figure.file for figure in figures)
    return {file: load_picture(root, file) for file in files}


def load_picture(root: Path, file: str) -> Picture:
    """A picture of the bank, its path relative to `root`. Raises `PictureError`."""
    try:
        data = (root / file).read_bytes()
    except OSError as error:
        raise PictureError(file, f"файл не читается ({error.strerror or error})") from error
    try:
        return _drawing(data) if file.lower().endswith(".svg") else _raster(data)
    except etree.XMLSyntaxError as error:
        raise PictureError(file, f"рисунок SVG повреждён (строка {error.lineno or 1})") from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PictureError(file, "это не картинка, или файл повреждён") from error


def _raster(data: bytes) -> Picture:
    """The very bytes where every program reads them; turned upright and in RGB where the press needs it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        image = Image.open(io.BytesIO(data))
        image.load()
    upright = image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
    if image.mode in _MODES and upright and image.format in {"PNG", "JPEG", "GIF"}:
        return _picture(data, str(image.format), image)
    if image.format == "WEBP" and upright:
        return _picture(data, "WEBP", image, fallback=_png(image))
    turned = ImageOps.exif_transpose(image)
    return _picture(_png(turned), "PNG", turned)


def _picture(data: bytes, format_: str, image: Image.Image, fallback: bytes | None = None) -> Picture:
    return Picture(data, _TYPES[format_], image.width, image.height, fallback)


_TYPES: Mapping[str, MediaType] = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "GIF": "image/gif",
    "WEBP": "image/webp",
}


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    clear = "A" in image.getbands() or "transparency" in image.info
    image.convert("RGBA" if clear else "RGB").save(out, "PNG")
    return out.getvalue()


def _drawing(data: bytes) -> Picture:
    root = etree.fromstring(data, _parser())
    if root.tag != f"{_SVG}svg":
        raise ValueError(root.tag)
    _tame(root)
    width, height = _size(root)
    return Picture(etree.tostring(root, encoding="utf-8"), "image/svg+xml", width, height)


def _parser() -> etree.XMLParser:
    """Entities are not read and nothing is loaded: a drawing of ten lines cannot grow to a gigabyte."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )


def _tame(root: etree._Element) -> None:
    """Takes everything out of a drawing that runs, loads or leads out of it."""
    for element in list(root.iter()):
        name = str(element.tag).rpartition("}")[2]
        if name in _ALIVE or element.tag is etree.Entity:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        for key, value in list(element.attrib.items()):
            _tame_attribute(element, str(key), str(value))
        if name == "style" and element.text:
            element.text = _FAMILY.sub(rf"\1{_OURS}, ", _OUTER_STYLE.sub("none", element.text))


def _tame_attribute(element: etree._Element, key: str, value: str) -> None:
    name = key.rpartition("}")[2]
    led_out = name == "href" and not _INNER.match(value.strip())
    if name.lower().startswith("on") or led_out:
        del element.attrib[key]
    elif name == "font-family":
        element.set(key, f"{_OURS}, {value}")
    else:
        element.set(key, _FAMILY.sub(rf"\1{_OURS}, ", _OUTER_STYLE.sub("none", value)))


def _size(root: etree._Element) -> tuple[int, int]:
    """Pixels: by width and height, else by the view box, else what browsers take."""
    box = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if part]
    width, height = (_length(root.get(name, "")) for name in ("width", "height"))
    if len(box) == 4 and not (width and height):
        width, height = width or box[2], height or box[3]
    return max(round(width or 300), 1), max(round(height or 150), 1)


def _length(written: str) -> float:
    found = _NUMBER.fullmatch(written)
    return float(found[1]) * _PIXELS[found[2]] if found else 0.0
