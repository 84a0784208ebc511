"""People on pictures have agreed to be shown: a child by the parents, to this, and until today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kopilka.catalog.addresses import pictures_shown
from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_key, at_path
from kopilka.catalog.rules.name_consent import CONSENT_DATE
from kopilka.catalog.rules.picture_source import NAMED
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of
from kopilka.records.pictures import Picture, PictureConsent, picture_row
from kopilka.russian import join_words, quote, short_date

CHILD_PHOTO = Code(
    "K623",
    "child-photo-without-consent",
    Severity.ERROR,
    "Снимок ребёнка без согласия родителей",
    "Лицо ребёнка на открытом сайте – его персональные данные и изображение: показать их можно только с "
    "письменного "
    "согласия родителей (ГК РФ, ст. 152.1; СК РФ, ст. 64; 152-ФЗ). Пока согласия нет, на сайт такой снимок "
    "не попадёт, "
    "но в хранилище он лежит: безопаснее удалить.",
    "pictures:\n  - source: снимок школы\n    licence: permission\n    people: children",
    "pictures:\n  - source: снимок школы\n    licence: permission\n    people: children\n    consent:\n"
    "      date: 2025-09-01\n      basis: согласия родителей 5 «А», хранятся в школе, № 14–38",
)
ADULT_PHOTO = Code(
    "K624",
    "photo-without-consent",
    Severity.WARNING,
    "Снимок взрослого без согласия",
    "Показать человека на сайте можно с его согласия (ГК РФ, ст. 152.1). Без него можно разве что общий вид "
    "зала, "
    "где никто не главный.",
    "pictures:\n  - source: снимок школы\n    licence: permission\n    people: adults",
    "pictures:\n  - source: снимок школы\n    licence: permission\n    people: adults\n    consent:\n"
    "      date: 2025-09-01\n      basis: согласия педагогов, хранятся в школе, № 3–5",
)
PHOTO_CONSENT_ENDED = Code(
    "K625",
    "photo-consent-ended",
    Severity.ERROR,
    "Срок согласия на снимок истёк",
    "После окончания срока показывать людей нельзя. На сайт снимок уже не попадает.",
    "pictures:\n  - source: снимок школы\n    licence: permission\n    people: children\n    consent:\n"
    "      date: 2022-09-01\n      basis: согласия родителей 5 «А», № 14–38\n      until: 2025-09-01",
    "pictures:\n  - source: снимок школы\n    licence: permission\n    people: children\n    consent:\n"
    "      date: 2025-09-01\n      basis: согласия родителей 5 «А», № 14–38\n      until: 2028-09-01",
)
PHOTO_CONSENT_SCOPE = Code(
    "K626",
    "photo-consent-without-site",
    Severity.ERROR,
    "Согласие на снимок – не для сайта",
    "Люди разрешили напечатать снимок или взять его с собой на флешке, а про сайт не говорили. На сайт он не "
    "попадает.",
    "pictures:\n  - source: снимок школы\n    licence: permission\n    people: adults\n    consent:\n"
    "      date: 2025-09-01\n      basis: согласия педагогов, № 3–5\n      scope: [print]",
    "pictures:\n  - source: снимок школы\n    licence: permission\n    people: adults\n    consent:\n"
    "      date: 2025-09-01\n      basis: согласия педагогов, № 3–5\n      scope: [site, print]",
)
WHO_IS_SEEN = Code(
    "K627",
    "people-on-photo-unknown",
    Severity.ADVICE,
    "Не сказано, кто на снимке",
    "Программа лиц не узнаёт. Если на снимке люди, нужно их согласие; если никого нет, так и скажите: "
    "people: none.",
    "pictures:\n  - source: снимок школы\n    licence: permission\nmaterials:\n  - title: Доска\n    file: "
    "doska.jpg\n"
    "    kind: изображение",
    "pictures:\n  - source: снимок школы\n    licence: permission\n    people: none\nmaterials:\n  - title: "
    "Доска\n"
    "    file: doska.jpg\n    kind: изображение",
)
CODES = (CHILD_PHOTO, ADULT_PHOTO, PHOTO_CONSENT_ENDED, PHOTO_CONSENT_SCOPE, WHO_IS_SEEN)

SHAPES = (("source", "licence", "people", "consent"),)
PHOTOS = (".jpg", ".jpeg", ".webp")

WORDS: Mapping[str, tuple[Code, str, str]] = {
    "children": (
        CHILD_PHOTO,
        "на снимке дети, согласия родителей нет",
        "Впишите согласие родителей (consent) – дату и где оно хранится – или удалите снимок.",
    ),
    "adults": (
        ADULT_PHOTO,
        "на снимке люди, согласия нет",
        "Впишите согласие тех, кто виден (consent): дату и где оно хранится.",
    ),
    "scope": (
        PHOTO_CONSENT_SCOPE,
        "согласие не для сайта",
        "Спросите согласия и на сайт или уберите снимок.",
    ),
    "until": (
        PHOTO_CONSENT_ENDED,
        "срок согласия истёк {day}",
        "Возьмите новое согласие или уберите снимок.",
    ),
    "date": (
        CONSENT_DATE,
        "согласие датировано будущим, {day}",
        "Проверьте дату; пока согласия нет, уберите снимок.",
    ),
    "unknown": (
        WHO_IS_SEEN,
        "не сказано, кто на снимке: {names}",
        "Скажите, кто на нём виден (people): никого – none, взрослые – adults, дети – children.",
    ),
}
"""What is said of each trouble: the code, the message, the hint; the form on the site says the same."""


def check(entry: Entry, path: Path, row: Picture, around: Surroundings) -> Iterable[Diagnostic]:
    """A row about pictures with people; a child without a consent is told of in drafts too."""
    if row.people is None or row.people == "none":
        return ()
    soon = entry.record.status.about_to_be_public
    if row.consent is not None:
        return _judge(entry, path, row.consent, around) if soon else ()
    if row.people == "children" or soon:
        return (_tell(entry, path, row.people, ("people",)),)
    return ()


def _judge(entry: Entry, path: Path, consent: PictureConsent, around: Surroundings) -> Iterator[Diagnostic]:
    if "site" not in consent.scope:
        yield _tell(entry, path, "scope", ("consent", "scope"))
    if consent.until is not None and consent.until.last < around.today:
        yield _tell(entry, path, "until", ("consent", "until"), day=short_date(consent.until.last))
    if consent.date.first > around.today:
        yield _tell(entry, path, "date", ("consent", "date"), day=consent.date.words)


def _tell(entry: Entry, path: Path, trouble: str, place: Path, *, day: str = "") -> Diagnostic:
    """A trouble of `WORDS` about the row at `path`, at a place inside it."""
    code, message, hint = WORDS[trouble]
    message = f"поле {label_of(type(entry.record), path)}: {message.format(day=day)}"
    return at_path(entry, code, (*path, *place), message, hint=hint)


def check_told(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:
    """Photos of which nobody has said who is seen on them; drawings are not asked about."""
    rows = entry.record.pictures
    for number, row in enumerate(rows):
        if row.people is None:
            names = [
                name
                for name in pictures_shown(entry, around)
                if name.lower().endswith(PHOTOS) and picture_row(rows, name) is row
            ]
            if names:
                path = ("pictures", number)
                code, message, hint = WORDS["unknown"]
                few = join_words([quote(name) for name in names[:NAMED]])
                message = f"поле {label_of(type(entry.record), path)}: {message.format(names=few)}"
                yield at_key(entry, code, path, message, hint=hint)
