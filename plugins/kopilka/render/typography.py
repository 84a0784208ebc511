"""Russian typography of plain text: «ёлочки», the en dash, no-break spaces, ranges and the ellipsis.

Two steps, so that a paragraph cut by tags is still set as one text: `tidy` changes the length of a
text and looks only near itself, `flow` sees the whole paragraph and never changes its length.
"""

from __future__ import annotations

import re

NBSP = "\u00a0"
JOINER = "\u2060"
BLANK = "\ufffc"
"""Stands in a text for something that is not text: a picture, code, a note's number."""
PARAGRAPH = "\x1e"
"""Parts paragraphs that are set at one go; like every separator here it counts as a space."""

# Every pattern here starts with the character it is about and looks back after it: the engine then
# leaps to such characters, and the text between them costs next to nothing.

# ── tidy ────────────────────────────────────────────────────────────────────────────────────────
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"«»]*[^\s<>\"«».,;:!?…]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<![\w/.-])[\w-]{1,63}(?:\.[\w-]{1,63})+/[^\s<>\"«»]*"
)
_MAYBE_ADDRESS = re.compile(r"://|@|www\.|\.[a-zа-я]{2,9}/")
_DOUBLE_HYPHEN = re.compile(r"--(?<!\S--)(?!\S)")
_PERCENT = re.compile(r"%(?<=[0-9]%)(?![\w%-])")
_NUMBER_SIGN = re.compile(r"№(?=[0-9])")
_SECTION_SIGN = re.compile(r"§(?=[0-9])")
_RANGE = re.compile(
    r"[0-9IVX](?<![\w.,:/+\-–—\u2060].)[0-9IVX.:,]{0,9}[-–—][0-9IVX][0-9IVX.:,]{0,9}(?<![.:,])"
    r"(?![\w/+:\u2060]|[.,][0-9]|[-–—](?![а-яё]{1,3}\b))"
)
_NUMBER = re.compile(r"[1-9][0-9]{0,3}(?:,[0-9]{1,4})?|0(?:,[0-9]{1,4})?")
_MOMENT = re.compile(r"[0-9]{1,2}[.:][0-9]{2}(?:\.[0-9]{4})?")
_ROMAN = re.compile(r"[IVX]{1,6}")
_CODE_BEFORE = re.compile(r"(?:№|ГОСТ(?: Р)?|СанПиН|ОСТ|СП|ISO|ISBN|ISSN|тел\.?)[\s\u00a0]*$")
_CODE_REACH = 12


def _join_range(match: re.Match[str]) -> str:
    """«5-7» with an unbreakable dash, or the match as it was when it is a code, a score or a date."""
    first, _, last = match[0].replace("—", "-").replace("–", "-").partition("-")
    before = match.string[max(0, match.start() - _CODE_REACH) : match.start()]
    if not _is_range(first, last) or _CODE_BEFORE.search(before):
        return match[0]
    return f"{first}{JOINER}–{JOINER}{last}"


def _is_range(first: str, last: str) -> bool:
    if _NUMBER.fullmatch(first) and _NUMBER.fullmatch(last):
        return _ascends(first, last)
    return any(shape.fullmatch(first) and shape.fullmatch(last) for shape in (_MOMENT, _ROMAN))


def _ascends(first: str, last: str) -> bool:
    """5-7 does, 3-2 does not; of a year and two digits 2024-25 does, 2009-12 may be a month."""
    if len(first) == 4 and len(last) == 2:
        return int(last) > max(int(first[2:]), 12)
    return float(first.replace(",", ".")) < float(last.replace(",", "."))


def tidy(text: str) -> str:
    """Dots to an ellipsis, «--» to a dash, ranges, and the space inside «5 %» and «№ 5»; not in addresses."""
    if not ("/" in text or "@" in text or "www." in text) or not _MAYBE_ADDRESS.search(text):
        return _tidy(text)
    pieces: list[str] = []
    done = 0
    for match in _ADDRESS.finditer(text):
        pieces += (_tidy(text[done : match.start()]), match[0])
        done = match.end()
    pieces.append(_tidy(text[done:]))
    return "".join(pieces)


def _tidy(text: str) -> str:
    if "..." in text:
        text = text.replace("...", "…")
    if "--" in text:
        text = _DOUBLE_HYPHEN.sub("–", text)
    if "%" in text:
        text = _PERCENT.sub(f"{NBSP}%", text)
    if "№" in text:
        text = _NUMBER_SIGN.sub(f"№{NBSP}", text)
    if "§" in text:
        text = _SECTION_SIGN.sub(f"§{NBSP}", text)
    return _RANGE.sub(_join_range, text)


# ── flow ────────────────────────────────────────────────────────────────────────────────────────
_DASH = re.compile(r"[-—](?<!\S.)(?!\S)")

# Words that do not stay at the end of a line: all of one letter, and the short ones that lead on.
_ONE = "[а-яёА-ЯЁ]"
_TWO = "[ВКСНПДвкснпд]о|[ЗНзн]а|[Нн][еи]|[Оо][бт]|[Ии]з"
_THREE = "[Дд]ля|[Пп]ри|[Чч]то|[Ии]ли|[Кк]ак|[Бб]ез|[Нн]ад|[Пп]од|[Пп]ро|[Гг]де"
_AFTER_NUMBER = (
    r"[%‰₽°€$]|[0-9]{3}(?![0-9])"
    r"|(?!(?:или|что|как|для|при|без|над|под|про|это|они|все|где|чем|так|уже|ещё|если|когда)\b)[а-яё]{3}"
    r"|(?:г|гг|ч|м|кг|км|см|мм|мл|л|га|шт|кл|сл|тыс|млн|млрд)\b|[КМГкМГ][бБ]\b"
)


# One pass over the spaces only: every alternative looks around the space and takes nothing else, so
# that the replacement is a constant and the work stays inside the regex engine. The first test sends
# the common case, a space after a long word, past everything that looks back.
_AROUND_SPACE = (
    r"(?:(?<![а-яё]{4}.)(?:"
    rf"(?<=\b{_ONE}.)|(?<=\b(?:{_TWO}).)|(?<=\b[\w]{{3}}.)(?<=(?:{_THREE}).)"
    rf"|(?<=[0-9].)(?={_AFTER_NUMBER})"
    r"|(?<=[0-9]-[а-яё].)(?=[а-яё]{3})"
    r"|(?<=[№§].)"
    r"|(?<=\..)(?:"
    r"(?<=\b[А-ЯЁ]..)(?=[А-ЯЁ])"
    r"|(?<=\b[Тт]..)(?=[дпеко][.…])"
    r"|(?<=\b[гдпсч]..)(?<![0-9][ \u00a0\n][гсч]..)(?=[А-ЯЁ0-9])"
    r"|(?<=\b(?:ст|гл|пп|им|ул|гр)..)(?=[А-ЯЁ0-9])"
    r"|(?<=\b(?:[Рр]ис|[Сс]тр)..)(?=[0-9])"
    r"|(?<=\b[Тт]абл..)(?=[0-9])"
    r"))|(?=[–бжл№§А-ЯЁ])(?:"
    r"(?=–(?!\S))"
    r"|(?<=[\w.»].)(?=[№§])"
    r"|(?<=[а-яё].)(?=(?:же?|ли|бы?)\b)"
    r"|(?<=[а-яё].)(?=[А-ЯЁ]\.[ \u00a0\n]?[А-ЯЁ]\.)"
    r"))"
)
_SPACE = re.compile(f" {_AROUND_SPACE}", re.DOTALL)
_BREAK = re.compile(f"\n{_AROUND_SPACE}", re.DOTALL)

_QUOTES = re.compile('[«»„“”"]+')
_OPENS, _CLOSES, _STAYS = 1, -1, 0
_BEFORE_OPENING = frozenset("([{-–—/\u2060")
_AFTER_CLOSING = frozenset(".,;:!?…)]}-–—/\u2060")


def flow(text: str) -> str:
    """Quotes, dashes and no-break spaces of a whole paragraph; the length stays the same.

    `text` may hold a line break for a space, `BLANK` for what is not text, `PARAGRAPH` between paragraphs.
    """
    if '"' in text or "„" in text or "“" in text or "”" in text or "«" in text:
        text = _set_quotes(text)
    if "-" in text or "—" in text:
        text = _DASH.sub("–", text)
    text = _SPACE.sub(NBSP, text)
    return _BREAK.sub(NBSP, text) if "\n" in text else text


def _set_quotes(text: str) -> str:
    """Every matched pair of quotation marks in the Russian form of its depth; the rest is left alone."""
    pairs = _pair_quotes(text)
    if not pairs:
        return text
    marks: dict[int, str] = {}
    ends: list[int] = []
    for start, end in sorted(pairs):
        while ends and ends[-1] < start:
            ends.pop()
        marks[start], marks[end] = "„“" if ends else "«»"
        ends.append(end)
    pieces: list[str] = []
    done = 0
    for place in sorted(marks):
        pieces += (text[done:place], marks[place])
        done = place + 1
    return "".join((*pieces, text[done:]))


def _pair_quotes(text: str) -> list[tuple[int, int]]:
    """Where the matched quotation marks stand, as (opening, closing)."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    end = 0
    for run in _QUOTES.finditer(text):
        if opened and text.find(PARAGRAPH, end, run.start()) >= 0:
            opened.clear()
        start, end = run.span()
        left, right = text[start - 1 : start] or " ", text[end : end + 1] or " "
        may_open = not right.isspace() and (left.isspace() or left in _BEFORE_OPENING)
        may_close = not left.isspace() and (right.isspace() or right in _AFTER_CLOSING)
        for place in range(start, end):
            role = _role(text[place], may_open, may_close, bool(opened))
            if role == _OPENS:
                opened.append(place)
            elif role == _CLOSES and opened:
                pairs.append((opened.pop(), place))
    return pairs


def _role(mark: str, may_open: bool, may_close: bool, is_opened: bool) -> int:  # noqa: FBT001 - a truth table
    """What a mark does; its place says it, and where that is not clear, its shape."""
    if may_open != may_close:
        return _OPENS if may_open else _CLOSES
    if mark in "«„":
        return _OPENS
    if mark == "»" or (mark == "“" and not may_close):
        return _CLOSES
    if not may_close:
        return _STAYS
    return _CLOSES if is_opened else _OPENS


def typograph(text: str) -> str:
    """A title, a summary or a label as a Russian typesetter would set it; plain text in, plain text out.

    Doing it twice changes nothing more. Addresses of sites and letters are left as they are.
    """
    return flow(tidy(text))
