"""Pictures of strangers are shown without loss and do no harm."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from kopilka.book.pictures import PictureError, load_picture

_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20"'
)
_LIVE = f"""{_HEAD} onload="alert(1)"><script>alert(1)</script>
<style>@import url(https://example.org/a.css); text {{ font-family: Arial; fill: url(#g) }}</style>
<foreignObject><p>чужая страница</p></foreignObject>
<image href="file:///etc/passwd"/><image xlink:href="https://example.org/a.png"/>
<use xlink:href="#g"/><text style="font-family: Arial" font-family="Arial">Слова</text></svg>"""
_BOMB = f"""<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
{_HEAD}><text>&b;&c;</text></svg>"""


def _image(mode: str, kind: str, orientation: int = 0) -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    Image.new(mode, (40, 20)).save(out, kind, exif=exif)
    return out.getvalue()


def test_drawing_is_tamed(tmp_path: Path) -> None:
    """Nothing in a drawing runs, loads or leads out of it; what it draws stays."""
    (tmp_path / "a.svg").write_text(_LIVE, encoding="utf-8")
    picture = load_picture(tmp_path, "a.svg")
    drawn = picture.data.decode()
    for harm in ("script", "alert", "onload", "@import", "foreignObject", "passwd", "https://example.org"):
        assert harm not in drawn
    assert "Слова" in drawn
    assert 'xlink:href="#g"' in drawn
    assert "url(#g)" in drawn
    assert 'font-family="PT Sans, Arial"' in drawn
    assert (picture.width, picture.height) == (40, 20)


def test_entities_are_not_read(tmp_path: Path) -> None:
    """A drawing cannot grow by its entities, nor bring a file of the computer along."""
    (tmp_path / "a.svg").write_text(_BOMB, encoding="utf-8")
    drawn = load_picture(tmp_path, "a.svg").data.decode()
    assert "aaaa" not in drawn
    assert "root:" not in drawn


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "JPEG"), ("RGBA", "PNG"), ("L", "PNG")])
def test_without_loss(tmp_path: Path, mode: str, kind: str) -> None:
    """What every program can show goes into the book byte for byte."""
    data = _image(mode, kind)
    (tmp_path / "a.img").write_bytes(data)
    assert load_picture(tmp_path, "a.img").data == data


def test_colours_of_the_press(tmp_path: Path) -> None:
    """A picture in CMYK, which a file kept for long may not have, becomes RGB without loss."""
    (tmp_path / "a.jpg").write_bytes(_image("CMYK", "JPEG"))
    picture = load_picture(tmp_path, "a.jpg")
    assert picture.media_type == "image/png"
    assert Image.open(io.BytesIO(picture.data)).mode == "RGB"


def test_turned_upright(tmp_path: Path) -> None:
    """A photo that lies on its side stands upright in the book."""
    (tmp_path / "a.jpg").write_bytes(_image("RGB", "JPEG", orientation=6))
    picture = load_picture(tmp_path, "a.jpg")
    assert (picture.width, picture.height) == (20, 40)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.png", b"not a picture", "не картинка"),
        ("a.svg", b"<svg", "SVG повреждён"),
        ("a.svg", b"<html/>", "не картинка"),
        ("b.png", None, "не читается"),
    ],
)
def test_damaged(tmp_path: Path, name: str, data: bytes | None, why: str) -> None:
    """A damaged file is told of by its name."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(PictureError, match=why) as told:
        load_picture(tmp_path, name)
    assert told.value.file == name
