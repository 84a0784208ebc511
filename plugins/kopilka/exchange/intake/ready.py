"""Records that the form of the site has saved: a `.md`, or a `.zip` of it with its files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Any

from kopilka.exchange.archives import UNREADABLE
from kopilka.exchange.intake.bank import Bank
from kopilka.exchange.intake.paper import Picture, Refusal
from kopilka.exchange.intake.pictures import Kept, take_pictures
from kopilka.exchange.intake.privacy import scrub
from kopilka.records.frontmatter import RawRecord, split
from kopilka.records.source import Source
from kopilka.settings import Checks
from kopilka.slugs import slugify

_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
_FILES = frozenset(f".{ending}" for ending in Checks().limits.file_types) - _PICTURES
_MOST_FILES = 240
_ODD = re.compile(r"[^a-zA-Z0-9._-]+")
_COPY = re.compile(r" ?\(\d+\)\Z")
_ASK = "Попросите автора открыть его в форме на сайте и сохранить заново."
_NO_RECORD = Refusal("это не запись банка: в начале файла нет полей между строками «---»", _ASK)


@dataclass(frozen=True, slots=True)
class Ready:
    """A record as it came: its kind, its text without private data, the files beside it."""

    kind: str
    name: str
    raw: RawRecord
    text: str
    removed: tuple[str, ...]
    files: tuple[Kept, ...]
    asks: tuple[tuple[str, str], ...]


def read_ready(bank: Bank, source: str, data: bytes) -> Ready | Refusal:
    """The record of a saved file; `data` has been looked at as any stranger's file is."""
    held = _unpacked(data) if data.startswith(b"PK") else {source: data}
    if isinstance(held, Refusal):
        return held
    records = [name for name in held if name.lower().endswith(".md")]
    if len(records) != 1:
        return Refusal("в архиве должна быть одна запись .md и её файлы", _ASK)
    try:
        written = held[records[0]].decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return Refusal("файл записи сохранён не в UTF-8", _ASK)
    bare = scrub(written, names=False)
    raw, _ = split(Source(records[0], bare.text))
    if raw is None or not raw.meta:
        return _NO_RECORD
    kind = bank.wanted or _kind(bank, raw.meta)
    if kind is None:
        kinds = ", ".join(bank.indexes)
        return Refusal("не понять, что это за запись", f"Назовите вид: --kind и одно из {kinds}.")
    files, asks = _files({name: held[name] for name in held if name != records[0]})
    name = _COPY.sub("", PurePosixPath(records[0]).stem)
    return Ready(kind, name, raw, bare.text, bare.removed, tuple(files), tuple(asks))


def _kind(bank: Bank, meta: dict[str, Any]) -> str | None:
    """The one kind whose fields these are."""
    known = {
        kind: sum(key in index.model.model_fields for key in meta) for kind, index in bank.indexes.items()
    }
    most = max(known.values(), default=0)
    best = [kind for kind, number in known.items() if number == most]
    return best[0] if most > 1 and len(best) == 1 else None


def _unpacked(data: bytes) -> dict[str, bytes] | Refusal:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir()]
            if len(parts) > _MOST_FILES:
                return Refusal("в архиве слишком много файлов", _ASK)
            return {part.filename: archive.read(part) for part in parts}
    except UNREADABLE:
        return Refusal("архив не открывается", "Попросите автора прислать файл ещё раз.")


def _files(held: dict[str, bytes]) -> tuple[list[Kept], list[tuple[str, str]]]:
    """Files under the names that the record calls them by, or near to them; pictures are drawn anew."""
    kept: list[Kept] = []
    asks: list[tuple[str, str]] = []
    for path, data in held.items():
        own = PurePosixPath(path).name
        name = _free_name(own, {item.name.lower() for item in kept})
        ending = PurePosixPath(name).suffix.lower()
        if ending in _PICTURES:
            made = take_pictures([Picture(data, "", "", name)])
            kept += [Kept(name, picture.data, "", name) for picture in made.kept]
            asks += [ask for ask in made.asks if not made.kept]
        elif ending in _FILES:
            kept.append(Kept(name, data, "", name))
        else:
            asks.append((own, "файлы такого вида банк не хранит: не перенесён"))
        if name != own and any(item.name == name for item in kept):
            asks.append((own, f"файл теперь зовётся {name}: поправьте его имя в записи"))
    return kept, asks


def _free_name(own: str, taken: AbstractSet[str]) -> str:
    """The name, in Latin letters where it is not, with a number where another file has it already."""
    name = PurePosixPath(own)
    stem = (slugify(name.stem) or "fail") if _ODD.search(own) else name.stem
    ending = _ODD.sub("", name.suffix)
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(free for free in (f"{each}{ending}" for each in names) if free.lower() not in taken)
