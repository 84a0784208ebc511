"""No private numbers in a record: phones, СНИЛС, a person's ИНН, a passport."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text, signs_of, text_of
from kopilka.diagnostics import Code, Diagnostic, Severity

MOBILE_PHONE = Code(
    "K610",
    "private-phone",
    Severity.ERROR,
    "Мобильный телефон в записи",
    "Мобильный номер – личные данные: он останется в истории файлов и у всех, кто скачал банк. Связаться "
    "можно и через "
    "сайт организации.",
    "lead: методист, тел. 8 900 000-00-00",
    "lead: методист",
)
PHONE = Code(
    "K611",
    "phone",
    Severity.ADVICE,
    "Телефон в записи",
    "Телефоны устаревают первыми. Контакты организации живут в одном месте – на её сайте и в реестре.",
    "Звоните: 8 (800) 000-00-00.",
    "Телефон – на [странице контактов](https://shkola-primer-4.example/kontakty/).",
)
SNILS = Code(
    "K612",
    "snils",
    Severity.ERROR,
    "СНИЛС в записи",
    "СНИЛС – личные данные, в открытом банке им не место: по нему оформляют чужие заявки.",
    "Стажёр, СНИЛС 112-233-445 95",
    "Стажёр",
)
PERSONAL_INN = Code(
    "K613",
    "personal-inn",
    Severity.ERROR,
    "ИНН человека в записи",
    "ИНН из 12 цифр принадлежит человеку, а не организации (у неё их 10). Это личные данные.",
    "Эксперт, ИНН 500100732259",
    "Эксперт",
)
PASSPORT = Code(
    "K614",
    "passport",
    Severity.ERROR,
    "Паспортные данные в записи",
    "По номеру паспорта можно взять кредит на чужое имя. В открытом банке его быть не должно.",
    "Договор с наставником, паспорт 40 00 000000",
    "Договор с наставником",
)
CODES = (MOBILE_PHONE, PHONE, SNILS, PERSONAL_INN, PASSPORT)

_BREAKS = b"\n\"'|,;:/=&?#_%<>[]{}!@$^~`*\\"
_KEPT = b"0123456789" + _BREAKS
_DROPPED = bytes(byte for byte in range(128) if byte not in _KEPT and not chr(byte).isalpha())
_DIGITS = bytes.maketrans(b"0123456789", b"0" * 10)
_LONG_NUMBER = b"0" * 10
_HALF_OF_PASSPORT = b"0" * 6
"""In the signs of a file without spaces, dashes, dots and round brackets.

Cyrillic is gone from them already.
"""

_START = r"(?<![\w/=#№&+-])(?<!\d[.,])"
_END = r"(?![\w/=@]|[-.,]\d)"
_GAP = r"[ \u00a0\u2011().–-]{0,3}"
_SEP = r"[ \u00a0\u2011–-]"
_PHONE = re.compile(rf"(?:\+7|{_START}8){_GAP}(\d{{3}}){_GAP}\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_END}")
_MOBILE = re.compile(rf"{_START}\(?(9\d{{2}})\)?{_SEP}\d{{3}}{_SEP}\d{{2}}{_SEP}\d{{2}}{_END}")
_SNILS = re.compile(
    rf"{_START}\d{{3}}{_SEP}\d{{3}}{_SEP}\d{{3}}{_SEP}{{1,3}}\d{{2}}{_END}|{_START}[0-6]\d{{10}}{_END}"
)
_INN = re.compile(rf"{_START}\d{{12}}{_END}")
_PASSPORT = re.compile(
    r"(?:[Пп]аспорт[а-я]*|[Сс]ери[яию])[^\d\n]{0,40}\d{2}[ \u00a0]?\d{2}[^\d\n]{0,12}\d{6}(?!\d)"
)
_DOCUMENT = re.compile(
    r"(?:ОГРН|БИК|сч[её]т\w*|р/с|к/с|УИН|КБК|ОКТМО|ISBN|ISSN|ГОСТ|артикул\w*|реестр\w*|протокол\w*|приказ\w*|№)[^\d\n]{0,20}\Z",
    re.IGNORECASE,
)

PATTERNS = {
    "phone": _PHONE,
    "mobile": _MOBILE,
    "snils": _SNILS,
    "inn": _INN,
    "passport": _PASSPORT,
    "document": _DOCUMENT,
}
"""What numbers look like; the form on the site looks for them while they are typed."""

WORDS = {
    MOBILE_PHONE: ("мобильный телефон", "Уберите его; для связи дайте страницу контактов организации."),
    PHONE: ("телефон в записи скоро устареет", "Дайте ссылку на страницу контактов организации."),
    SNILS: ("номер СНИЛС", "Уберите его: в открытом банке личным номерам не место."),
    PERSONAL_INN: ("ИНН человека", "Уберите его; у организации ИНН из 10 цифр."),
    PASSPORT: ("паспортные данные", "Уберите их: в открытом банке им не место."),
}


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Where ten digits stand with little between them, the numbers are looked at closely."""
    digits = signs_of(written).whole.translate(_DIGITS)
    half, long = _HALF_OF_PASSPORT in digits, _has_long_number(digits)
    if not half and not long:
        return
    text = text_of(written)
    passport = half and ("аспорт" in text or "сери" in text or "Сери" in text)
    taken = 0
    numbers = [*(_passports(text) if passport else ()), *(_numbers(text) if long else ())]
    for match, code in sorted(numbers, key=lambda item: item[0].start()):
        if match.start() < taken:
            continue
        taken = match.end()
        message, hint = WORDS[code]
        yield at_text(written, code, match.start(), match.end() - match.start(), message, hint=hint)


def _has_long_number(signs: bytes) -> bool:
    """Whether ten digits stand together when what may stand inside of a number is dropped.

    Where a Cyrillic word stood between two numbers there are two spaces now: they keep the numbers apart.
    """
    if _LONG_NUMBER not in signs.translate(None, _DROPPED):
        return False
    return _LONG_NUMBER in signs.replace(b"  ", b"\n").translate(None, _DROPPED)


def _passports(text: str) -> Iterator[tuple[re.Match[str], Code]]:
    return ((match, PASSPORT) for match in _PASSPORT.finditer(text))


def _numbers(text: str) -> Iterator[tuple[re.Match[str], Code]]:
    for match in _all_but_documents(_SNILS, text):
        if is_snils(match[0]):
            yield match, SNILS
    for match in _all_but_documents(_INN, text):
        if is_personal_inn(match[0]):
            yield match, PERSONAL_INN
    for pattern in (_PHONE, _MOBILE):
        for match in _all_but_documents(pattern, text):
            if match[1][0] in "34589":
                yield match, MOBILE_PHONE if match[1][0] == "9" else PHONE


def _all_but_documents(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Numbers that no word before them calls a document's."""
    for match in pattern.finditer(text):
        if not _DOCUMENT.search(text, max(match.start() - 40, 0), match.start()):
            yield match


def is_snils(text: str) -> bool:
    """Whether the check digits are those of a СНИЛС (постановление Правления ПФР № 192п)."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    if len(digits) != 11 or digits[:9] == [0] * 9:
        return False
    total = sum(digit * weight for digit, weight in zip(digits, range(9, 0, -1), strict=False)) % 101
    return total % 100 == digits[9] * 10 + digits[10]


_FIRST = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_SECOND = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)


def is_personal_inn(text: str) -> bool:
    """Whether twelve digits are the ИНН of a person: both check digits agree (приказ ФНС № ЕД-7-14/559@)."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    if len(digits) != 12 or not any(digits):
        return False
    first = sum(digit * weight for digit, weight in zip(digits, _FIRST, strict=False)) % 11 % 10
    second = sum(digit * weight for digit, weight in zip(digits, _SECOND, strict=False)) % 11 % 10
    return digits[10] == first and digits[11] == second
