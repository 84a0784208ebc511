"""The examples of the codes as records: the piece that a code shows, put where it can be tried."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.catalog.rules.trial import NAME, Case, body_of, record_text

from kopilka.diagnostics import Code

# Kinds other than a practice, the practices' own fields being the most usual.
_KINDS = {
    "case": "K404 K705 K706 K707 K708 K226",
    "site": "K209 K221 K227 K713 K714",
    "network": "K709",
}
_KIND_OF = {code: kind for kind, codes in _KINDS.items() for code in codes.split()}

# What a piece of a field stands in.
_FRAMES = {
    "K413": "materials:\n  - title: Карты\n    kind: документ\n    {}",
    "K414": "materials:\n  - title: Карты\n    kind: документ\n    {}",
    "K415": "materials:\n  - title: Карты\n    kind: документ\n    {}",
    "K615": "materials:\n  - title: Карты\n    kind: документ\n    {}",
    "K602": "authors:\n  - name: Примерова Мария Ивановна\n    position: учитель\n    {}",
    "K603": "authors:\n  - name: Примерова Мария Ивановна\n    position: учитель\n    {}",
    "K604": "authors:\n  - name: Примерова Мария Ивановна\n    position: учитель\n    {}",
    "K709": "roadmap:\n  - work: Семинар\n    {}",
    "K713": "{}\n  level: муниципальный\n  by: методический совет",
    "K209": "scenario:\n  - title: Урок\n    {}",
    "K712": "reviewed: null\n{}",
    "K610": "authors:\n  - position: учитель\n    role: вожатый\n{}",
}
_FILES = {
    "karty.docx": 20_000,
    "nabor-kart.docx": 20_000,
    "karta.svg": 2_000,
    "plan.png": 2_000,
}
_FILES |= {
    "trenazhyor.exe": 2_000,
    "trenazhyor.xlsx": 2_000,
    "foto-12-megabajt.jpg": 12_000_000,
    "foto.jpg": 100_000,
}
_FILES |= {"doska.jpg": 2_000, "shema-marshruta.png": 2_000}
_OTHERS = {
    "practices/laboratoriya-voprosov.md": {},
    "practices/chitaem-medlenno.md": {},
    "practices/opublikovannaya-zapis.md": {},
    "practices/zapis-chernovik.md": {"status": "draft"},
    "projects/cases/ot-transformacii-k-sistemnym-izmeneniyam.md": {},
    "practices/chitatelskie-karty-na-urokah.md": {"title": "Читательские карты на уроках"},
}
_MORE = "пятиклассникам искать в тексте не только факты, но и смысл, а учителям договориться о вопросах"
_TOP = re.compile(r"^(?:# [^\n]*\n)*[a-z_]+:", re.MULTILINE)

UNTRIED = {
    "K199": "an example is a name of a file",
    "K303": "an example is a piece of a register",
    "K304": "an example is a piece of a register",
    "K305": "an example is a piece of a register",
    "K306": "an example is a piece of a register",
    "K307": "an example is a piece of a register",
    "K406": "an example is two names of files",
    "K412": "an example is a name of a file",
    "K411": "an example is a listing of a folder",
    "K508": "an example tells of the volume of a whole article",
    "K801": "an example needs its neighbour, see the golden cases",
    "K802": "an example needs its neighbour, see the golden cases",
    "K620": "an example is a listing of a folder",
    "K628": "an example is a listing of a folder",
    "K808": "an example needs its neighbour, see the golden cases",
    "K201": "an example is cut short, all that is required is in the record it would be put into",
    "K302": "no term of the repository's vocabularies is retired",
}
"""Codes whose examples are no piece of one record."""


def example_case(code: Code, text: str) -> Case:
    """The record in which an example of a code stands."""
    kind = _KIND_OF.get(code.id, "practice")
    own = re.match(r"# \S*?([\w-]+)\.md\n", text)
    text = re.sub(r"^# (?:\S*/\S*\.md|status:[^\n]*)\n", "", text)
    if own:
        text = re.sub(rf"(?<![\w-]){own[1]}(?![\w-])", NAME, text)
    frame = _FRAMES.get(code.id)
    if frame:
        text = frame.replace("{}", text.replace("\n", "\n    ") if "\n    {}" in frame else text)
    others = {
        path: record_text(*_other(path, fields)) for path, fields in _OTHERS.items() if _named(path, text)
    }
    case = Case(kind=kind, files={name: size for name, size in _FILES.items() if name in text}, others=others)
    if _TOP.match(text):
        return replace(case, fields=text.replace("…", _MORE))
    return replace(case, body=_body(kind, text.replace("…", "Учителя сверяют карты. " * 30)))


def _named(path: str, text: str) -> bool:
    return path.rpartition("/")[2].removesuffix(".md") in text


def _other(path: str, fields: dict[str, str]) -> tuple[str, str]:
    kind = "case" if path.startswith("projects") else "practice"
    written = {"title": f"Запись {path}", "summary": f"Аннотация записи {path}. " * 5} | fields
    return kind, "\n".join(f"{key}: '{value}'" for key, value in written.items())


def _body(kind: str, text: str) -> str:
    """A whole body when the example has headings, else a good body that begins with the example."""
    if text.lstrip().startswith("#"):
        return f"\n{text}\n"
    good = body_of(kind)
    first = good.index("\n\n") + 2
    return f"{good[:first]}{text}\n\n{good[first:]}"
