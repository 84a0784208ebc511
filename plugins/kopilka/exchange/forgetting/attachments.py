"""Files beside the records that name the person or may show them: people have to look at those."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kopilka.exchange.archives import UNREADABLE
from kopilka.exchange.forgetting.changes import TEXTS
from kopilka.exchange.forgetting.person import Sought

_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".mp4", ".webm", ".mp3"})
_MARKED = frozenset({".jpg", ".jpeg", ".png", ".webp"})
_MARKS = 400_000
"""Bytes at the beginning of a photo: the marks stand before the picture itself."""
_ZIPPED = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub"})
_WORDS = (".xml", ".xhtml", ".html", ".opf", ".ncx")
_MOST = 20_000_000
"""Characters of one document that are looked through: more is a bomb or no text."""
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BLOCK = re.compile(r"</(?:w:p|a:p|text:p|si|c|p|li|td|h\d)>")


@dataclass(frozen=True, slots=True)
class Mention:
    """A file that a person has to look at, and why."""

    path: str
    why: str


def find_mentions(
    root: Path, paths: Iterable[str], sought: Sought, touched: frozenset[str]
) -> tuple[Mention, ...]:
    """Files whose name or text names the person, and files beside `touched` records that may show them.

    `touched` are the folders of the records in which the person was named, ending with «/».
    """
    return tuple(_mentions(root, sorted(paths), sought, touched))


def _mentions(root: Path, paths: list[str], sought: Sought, touched: frozenset[str]) -> Iterator[Mention]:
    for path in paths:
        ending = PurePosixPath(path).suffix.lower()
        beside = any(path.startswith(folder) for folder in touched)
        if sought.names_file(path):
            yield Mention(path, "фамилия в имени файла")
        elif ending in _ZIPPED:
            text = _text_of(root / path)
            if text is None:
                yield Mention(path, "файл не открылся: посмотрите сами")
            elif any(place.sure for place in sought.find(text)):
                yield Mention(path, "имя в тексте документа")
        elif ending in _MARKED and _names_inside(root / path, sought):
            yield Mention(path, "похоже, фамилия записана внутри снимка: пересохраните его без сведений")
        elif beside and ending in _PICTURES:
            yield Mention(path, "лежит рядом с записью, где был человек: может показывать его")
        elif beside and ending not in TEXTS:
            yield Mention(path, "лежит рядом с записью, где был человек, а прочитать его программа не может")


def _names_inside(path: Path, sought: Sought) -> bool:
    """Whether the marks of a photo have the surname, in letters of one byte or two."""
    try:
        with path.open("rb") as file:
            data = file.read(_MARKS)
    except OSError:
        return False
    texts = (data.decode(name, "ignore") for name in ("utf-8", "utf-16-le"))
    return any(sought.pattern.search(text) for text in texts) or (
        len(sought.slug) > 3 and sought.slug.encode() in data.lower()
    )


def _text_of(path: Path) -> str | None:
    """The words of an office document; None when it cannot be opened."""
    left, texts = _MOST, []
    try:
        with zipfile.ZipFile(path) as packed:
            for item in packed.infolist():
                if not item.filename.endswith(_WORDS) or left <= 0:
                    continue
                with packed.open(item) as file:
                    data = file.read(left)
                left -= len(data)
                texts.append(_TAG.sub("", _BLOCK.sub("\n", data.decode("utf-8", "replace"))))
    except UNREADABLE:
        return None
    return "\n".join(texts)
