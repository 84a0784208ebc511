"""Every sign of the book is in a font of the book."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import typst

from kopilka.book.gaps.proof import Proof
from kopilka.book.walking import words_of
from kopilka.catalog.look import at_text
from kopilka.catalog.print_codes import MISSING_GLYPH
from kopilka.diagnostics import Diagnostic, Span
from kopilka.records.source import Source
from kopilka.russian import quote

FONTS = Path(__file__).parents[1] / "fonts"
_SURE = re.compile(r"[\n\r\t\x20-\x7eА-яЁё«»–—…№°±×·„“”‘’§©−]")
"""Signs that the main font is known to have: nearly all of any text."""
_TRIAL = b"""#set document(title: "-")
#set text(font: "PT Serif")
#json(bytes(sys.inputs.sign))
"""
_HINT = "Замените его словом, обычным знаком или картинкой."


def check(proof: Proof) -> Iterator[Diagnostic]:
    """The first place of each sign in every file of the book."""
    for item, article in proof.articles:
        texts = (article.title, article.summary, *article.keywords, words_of(article.blocks))
        for sign in sorted(lacking((*texts, words_of(article.references)))):
            place = max((item.entry.front + item.entry.body).find(sign), 0)
            yield at_text(item.entry, MISSING_GLYPH, place, 1, _told(sign), hint=_HINT)
    for source in (proof.manifest.source, *proof.manifest.texts.values()):
        for sign in sorted(lacking((source.text,))):
            yield MISSING_GLYPH.at(source.path, _span(source, sign), _told(sign), hint=_HINT)


def lacking(texts: Iterable[str]) -> frozenset[str]:
    """The signs of the texts that no font of the book has; unseen ones are set as nothing by most fonts."""
    signs = {sign for text in texts for sign in set(_SURE.sub("", text))}
    return frozenset(sign for sign in signs if not _can_be_set(sign))


@lru_cache(maxsize=4096)
def _can_be_set(sign: str) -> bool:
    """Whether one of the fonts that stand in for the main one has it: the setter itself is asked, 5 ms."""
    try:
        # The stub wants the source and the folders to be of one type.
        typst.compile(  # type: ignore[misc]
            _TRIAL,
            sys_inputs={"sign": json.dumps(sign)},
            font_paths=[FONTS],
            ignore_system_fonts=True,
            pdf_standards=["ua-1", "a-2a"],
        )
    except RuntimeError:
        return False
    return True


def _told(sign: str) -> str:
    return f"знака {quote(sign)} (U+{ord(sign):04X}) нет ни в одном шрифте книги"


def _span(source: Source, sign: str) -> Span:
    offset = source.text.index(sign)
    line = source.text.count("\n", 0, offset) + 1
    return Span.at(line, offset - source.text.rfind("\n", 0, offset))
