"""Numbers and dates in words of people: «восемнадцать (18)», «18.0», «с сентября 2023 по май 2025 года»."""

from __future__ import annotations

import re

from kopilka.exchange.intake.outcome import Outcome
from kopilka.records.dates import better_form

_NUMBER = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?(?!\d)|(?<![\w.])\d+(?:[.,]\d+)?(?!\d)"
)
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?\Z")
_MONTH = r"(?:январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*"
_DATE = re.compile(
    rf"\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{4}}-\d{{2}}(?:-\d{{2}})?|\d{{1,2}}[./]\d{{4}}"
    rf"|(?:\d{{1,2}}\s+)?{_MONTH}(?:\s+\d{{4}})?|\d{{4}}(?!\d)"
)
_WORDS = {
    name: value
    for value, names in (
        (1, "один одна одного"),
        (2, "два две двух"),
        (3, "три трех"),
        (4, "четыре четырех"),
        (5, "пять пяти"),
        (6, "шесть шести"),
        (7, "семь семи"),
        (8, "восемь восьми"),
        (9, "девять девяти"),
        (10, "десять десяти"),
        (11, "одиннадцать"),
        (12, "двенадцать двенадцати"),
        (13, "тринадцать"),
        (14, "четырнадцать"),
        (15, "пятнадцать"),
        (16, "шестнадцать"),
        (17, "семнадцать"),
        (18, "восемнадцать"),
        (19, "девятнадцать"),
        (20, "двадцать двадцати"),
        (30, "тридцать"),
        (40, "сорок"),
        (50, "пятьдесят"),
        (60, "шестьдесят"),
        (70, "семьдесят"),
        (80, "восемьдесят"),
        (90, "девяносто"),
        (100, "сто"),
    )
    for name in names.split()
}


def numbers(text: str) -> list[float]:
    """The numbers of a text in order: «1 200,5» is 1200.5."""
    found = (re.sub(r"[ \u00a0]", "", match[0]).replace(",", ".") for match in _NUMBER.finditer(text))
    return [float(item) for item in found]


def tidy(number: float) -> int | float:
    """18.0 as 18."""
    return int(number) if number == int(number) else number


def number_in(text: str, *, whole: bool) -> Outcome:
    """The number that a text names; of several the first, and a person is asked."""
    found = numbers(text) or _in_words(text)
    if not found or (whole and found[0] != int(found[0])):
        return Outcome(None, text)
    several = len(set(found)) > 1
    asks = (f"из «{text}» взято число {tidy(found[0])}",) if several else ()
    return Outcome(tidy(found[0]), text if several else "", asks)


def _in_words(text: str) -> list[float]:
    words = [_WORDS.get(word) for word in re.findall(r"[а-я]+", text.lower().replace("ё", "е"))]
    known = [word for word in words if word]
    return [float(sum(known))] if known and len(known) <= 3 else []


def partial_date(text: str) -> str:
    """The date of a text as the records have it, `2024-09`; empty when it is none."""
    words = " ".join(text.replace("\u00a0", " ").split()).strip(" .,;")
    if _ISO.match(words):
        return words
    return better_form(words.removesuffix("00:00:00").strip()) or better_form(words + ".") or ""


def period_in(text: str) -> dict[str, str]:
    """The start and the end that a text names: «2023–2025 гг.»; empty when it names none."""
    words = " ".join(text.lower().replace("ё", "е").replace("\u00a0", " ").split())
    found = [match[0] for match in _DATE.finditer(words)]
    if not 1 <= len(found) <= 2:
        return {}
    last_year = re.search(r"\d{4}", found[-1])
    if last_year and not re.search(r"\d{4}", found[0]):
        found[0] = f"{found[0]} {last_year[0]}"
    dates = [partial_date(item) for item in found]
    if not all(dates):
        return {}
    if len(dates) == 2 and dates[0] > dates[1] and last_year and dates[0][:4] == last_year[0]:
        dates[0] = f"{int(last_year[0]) - 1}{dates[0][4:]}"  # «сентябрь – май 2025»
    if len(dates) == 2:
        return {"start": dates[0], "end": dates[1]}
    return {"end": dates[0]} if re.match(r"(?:до|по)\s", words) else {"start": dates[0]}
