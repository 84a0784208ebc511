"""Pictures of a document: named by what is in them, made smaller, without the place where they were taken."""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PIL import Image, ImageOps

from kopilka.exchange.intake.paper import SIGNS, Picture

MOST_SIDE = 1600
MOST_PIXELS = 60_000_000
_WHOSE = "из заявки не видно, чьи картинки и кто на снимках: допишите поле «Картинки и снимки»"
_ALT = re.compile(r"[\[\]\n]+")
_GAPS = re.compile(r"\n{3,}")
_KEPT = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
_DRAWN = {
    "image/svg+xml": "SVG",
    "image/x-emf": "EMF",
    "image/emf": "EMF",
    "image/x-wmf": "WMF",
    "image/wmf": "WMF",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture as it will lie beside the record."""

    name: str
    data: bytes
    alt: str
    place: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures to keep, what is told of the others, and which is meant by each sign in the text."""

    kept: tuple[Kept, ...]
    asks: tuple[tuple[str, str], ...]
    signs: Mapping[str, Kept] = field(default_factory=dict)


def take_pictures(pictures: Iterable[Picture]) -> Pictures:
    """Pictures of a document for the record's folder; one picture met twice is kept once."""
    kept: dict[str, Kept] = {}
    signs: dict[str, Kept] = {}
    asks: list[tuple[str, str]] = []
    for picture in pictures:
        made = _take(picture)
        if isinstance(made, str):
            asks.append((picture.place, made))
        else:
            signs[picture.sign] = kept.setdefault(made.name, made)
    first = next(iter(kept.values()), None)
    told = ((first.place, _WHOSE),) if first else ()
    return Pictures(tuple(kept.values()), (*told, *asks), signs)


def put_in(body: str, pictures: Pictures) -> tuple[str, frozenset[str]]:
    """The text with pictures where their signs stood, each a paragraph; and the names of those shown."""
    shown: list[str] = []
    lines: list[str] = []
    for line in body.split("\n"):
        signs = SIGNS.findall(line)
        lines.append(SIGNS.sub("", line).rstrip() if signs else line)
        for kept in [pictures.signs[sign] for sign in signs if sign in pictures.signs]:
            lines += ["", f"![{_ALT.sub(' ', kept.alt).strip()}]({kept.name})", ""]
            shown.append(kept.name)
    return _GAPS.sub("\n\n", "\n".join(lines)).strip("\n"), frozenset(shown)


def _take(picture: Picture) -> Kept | str:
    drawn = _DRAWN.get(picture.mime)
    if drawn:
        return f"рисунок {drawn} не перенесён: сохраните его в Word как картинку PNG и приложите"
    try:
        data, ending = _smaller(picture.data)
    except _TooLargeError:
        return "картинка слишком велика: уменьшите её и приложите"
    except Exception:  # noqa: BLE001 - what a stranger calls a picture breaks decoders in any way
        return "картинка повреждена или неизвестного вида: приложите её отдельно в PNG или JPEG"
    name = f"kartinka-{hashlib.sha256(picture.data).hexdigest()[:10]}.{ending}"
    return Kept(name, data, picture.alt.strip(), picture.place)


class _TooLargeError(Exception):
    """More pixels than a picture in a document needs."""


def _smaller(data: bytes) -> tuple[bytes, str]:
    """The picture drawn anew from its pixels alone: EXIF, place and comments stay behind."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _TooLargeError
            ending = _KEPT.get(image.format or "", "png")
            turned = ImageOps.exif_transpose(image)
            turned = turned.convert("RGB" if ending == "jpg" else _mode(turned))
    turned.thumbnail((MOST_SIDE, MOST_SIDE))
    bare = Image.new(turned.mode, turned.size)
    bare.paste(turned)
    out = io.BytesIO()
    options = {"quality": 85, "optimize": True} if ending != "png" else {"optimize": True}
    bare.save(out, {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}[ending], **options)
    return out.getvalue(), ending


def _mode(image: Image.Image) -> str:
    return "RGBA" if image.mode in {"RGBA", "LA", "P", "PA"} else "RGB"
