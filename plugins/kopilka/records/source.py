"""From the bytes of a file to its text, or to words about what kind of file it is instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kopilka.diagnostics import Diagnostic, Span
from kopilka.records import reading_codes as codes
from kopilka.russian import count

MAX_FILE_BYTES = 1_048_576

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FOREIGN_FORMATS = (
    (b"PK\x03\x04", "документ Word, Excel или архив"),
    (b"\xd0\xcf\x11\xe0", "документ Word или Excel старого образца"),
    (b"%PDF", "документ PDF"),
    (b"{\\rtf", "документ RTF"),
    (b"\x89PNG", "картинка PNG"),
    (b"\xff\xd8\xff", "фотография JPEG"),
)
_OLD_ENCODINGS = (("cp1251", "Windows-1251"), ("cp866", "DOS (866)"), ("koi8-r", "КОИ-8"))
_FREQUENT_LETTERS = frozenset("оеаинтсрвлкмдпу")
_RESAVE = (
    "Сохраните файл заново в UTF-8: в Блокноте «Файл → Сохранить как», внизу «Кодировка: UTF-8»; "
    "в VS Code щёлкните по названию кодировки внизу справа и выберите «Save with Encoding → UTF-8»."
)


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file: line ends are LF, no BOM; the path is relative to the bank's root, with slashes."""

    path: str
    text: str


def decode(path: str, data: bytes) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The text in `data`; None with diagnostics when it is no text in UTF-8 or too much of it.

    A BOM and the line ends of Windows and of old Macs are accepted in silence.
    """
    if len(data) > MAX_FILE_BYTES:
        return None, (_too_large(path, len(data)),)
    foreign = _foreign_format(path, data)
    if foreign:
        return None, (foreign,)
    payload = data.removeprefix(_BOM)
    try:
        text = payload.decode()
    except UnicodeDecodeError as error:
        return None, (_not_utf8(path, payload, error.start),)
    if b"\r" in payload:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(payload.translate(None, _CONTROLS)) != len(payload):
        return None, (_control_character(path, text),)
    found = (_lost_characters(path, text),) if "\ufffd" in text else ()
    return Source(path, text), found


def place_in(text: str, offset: int, length: int = 1) -> Span:
    """Where the character number `offset` of a whole file's text stands."""
    line = text.count("\n", 0, offset) + 1
    return Span.at(line, offset - text.rfind("\n", 0, offset), length)


def _too_large(path: str, size: int) -> Diagnostic:
    return codes.FILE_TOO_LARGE.at(
        path,
        Span(),
        f"файл занимает {max(size // 1024, 1025)} КБ, а запись – не больше 1024 КБ",
        hint=(
            "Оставьте в записи только текст: картинки, таблицы и презентации кладут рядом отдельными файлами."
        ),
    )


def _foreign_format(path: str, data: bytes) -> Diagnostic | None:
    """Files of other programs under our extension; UTF-16 is told apart by its first bytes or its zeros."""
    name = next((name for start, name in _FOREIGN_FORMATS if data.startswith(start)), None)
    if name:
        hint = (
            "Создайте запись заново как обычный текст и перенесите в неё содержание, а этот файл приложите "
            "рядом."
        )
        return codes.NOT_TEXT.at(path, Span(), f"это {name}, а не текст записи", hint=hint)
    if data.startswith(_UTF16) or _looks_like_utf16(data):
        return codes.NOT_UTF8.at(
            path, Span(), "файл сохранён в кодировке UTF-16, а нужна UTF-8", hint=_RESAVE
        )
    if b"\x00" in data:
        hint = "Откройте файл в программе, где он создан, и перенесите текст в новую запись."
        return codes.NOT_TEXT.at(path, Span(), "это не текст: внутри есть нулевые байты", hint=hint)
    return None


def _looks_like_utf16(data: bytes) -> bool:
    """Russian or English text in UTF-16 has 00 or 04 as every second byte."""
    if b"\x00" not in data[:256]:
        return False
    head = data[:256]
    high = max(sum(byte in (0, 4) for byte in head[start::2]) for start in (0, 1))
    return len(head) >= 8 and high >= 0.9 * (len(head) // 2)


def _not_utf8(path: str, data: bytes, offset: int) -> Diagnostic:
    before = data[:offset].decode().replace("\r\n", "\n").replace("\r", "\n")
    encoding = _guess_encoding(data)
    if encoding:
        message, hint = f"файл сохранён в кодировке {encoding}, а нужна UTF-8", _RESAVE
    else:
        message = "этот знак записан не в UTF-8: файл повреждён или собран из кусков в разных кодировках"
        hint = f"Впишите испорченное место заново. {_RESAVE}"
    return codes.NOT_UTF8.at(path, place_in(before, len(before)), message, hint=hint)


def _guess_encoding(data: bytes) -> str | None:
    """The Cyrillic encoding whose reading looks most like Russian: mostly frequent small letters."""
    high = sum(byte > 127 for byte in data)
    scores = {name: _frequent_letters(data, codec) / high for codec, name in _OLD_ENCODINGS}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0.5 else None


def _frequent_letters(data: bytes, codec: str) -> int:
    return sum(letter in _FREQUENT_LETTERS for letter in data.decode(codec, errors="replace"))


def _control_character(path: str, text: str) -> Diagnostic:
    found = list(_CONTROL.finditer(text))
    first = found[0]
    others = f", всего таких: {len(found)}" if len(found) > 1 else ""
    return codes.CONTROL_CHARACTER.at(
        path,
        place_in(text, first.start()),
        f"здесь невидимый управляющий знак U+{ord(first[0]):04X}{others}",
        hint=CONTROL_HINT,
    )


CONTROL_HINT = (
    "Удалите его: поставьте курсор за ним и нажмите Backspace. "
    "Такие знаки приходят со вставкой из Word или PDF; вставляйте «только текст» (Ctrl+Shift+V)."
)


def _lost_characters(path: str, text: str) -> Diagnostic:
    total = text.count("\ufffd")
    return codes.LOST_CHARACTER.at(
        path,
        place_in(text, text.index("\ufffd")),
        f"вместо букв стоит «\ufffd» ({count(total, ('раз', 'раза', 'раз'))})",
        hint="Впишите пропавшие буквы заново: они потерялись, когда файл пересохраняли в другой кодировке.",
    )
