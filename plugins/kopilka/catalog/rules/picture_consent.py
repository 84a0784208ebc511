"""People on pictures have agreed to be shown: a child by the parents, to this, and until today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kopilka.catalog.addresses import pictures_shown
from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_key, at_path
from kopilka.catalog.rules.name_consent import CONSENT_DATE
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
_PHOTOS = (".jpg", ".jpeg", ".webp")
_PEOPLE = frozenset({"adults", "children"})


def check(entry: Entry, path: Path, row: Picture, around: Surroundings) -> Iterable[Diagnostic]:
    """A row about pictures with people; a child without a consent is told of in drafts too."""
    if row.people not in _PEOPLE:
        return ()
    soon = entry.record.status.about_to_be_public
    if row.consent is not None:
        return _judge(entry, (*path, "consent"), row.consent, around) if soon else ()
    label = label_of(type(entry.record), path)
    if row.people == "children":
        hint = "Впишите в consent согласие родителей – дату и где оно хранится – или удалите снимок."
        return (
            at_path(
                entry,
                CHILD_PHOTO,
                (*path, "people"),
                f"поле {label}: на снимке дети, согласия родителей нет",
                hint=hint,
            ),
        )
    hint = "Впишите в consent согласие тех, кто виден: дату и где оно хранится."
    message = f"поле {label}: на снимке люди, согласия нет"
    return (at_path(entry, ADULT_PHOTO, (*path, "people"), message, hint=hint),) if soon else ()


def _judge(entry: Entry, path: Path, consent: PictureConsent, around: Surroundings) -> Iterator[Diagnostic]:
    label = f"поле {label_of(type(entry.record), path[:-1])}"
    if "site" not in consent.scope:
        hint = "Спросите согласия и на сайт или уберите снимок."
        yield at_path(
            entry, PHOTO_CONSENT_SCOPE, (*path, "scope"), f"{label}: согласие не для сайта", hint=hint
        )
    if consent.until is not None and consent.until.last < around.today:
        message = f"{label}: срок согласия истёк {short_date(consent.until.last)}"
        hint = "Возьмите новое согласие или уберите снимок."
        yield at_path(entry, PHOTO_CONSENT_ENDED, (*path, "until"), message, hint=hint)
    if consent.date.first > around.today:
        message = f"{label}: согласие датировано будущим, {consent.date.words}"
        hint = "Проверьте дату; пока согласия нет, уберите снимок."
        yield at_path(entry, CONSENT_DATE, (*path, "date"), message, hint=hint)


def check_told(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:
    """Photos of which nobody has said who is seen on them; drawings are not asked about."""
    rows = entry.record.pictures
    for number, row in enumerate(rows):
        if row.people is None:
            names = [
                name
                for name in pictures_shown(entry, around)
                if name.lower().endswith(_PHOTOS) and picture_row(rows, name) is row
            ]
            if names:
                path = ("pictures", number)
                label = label_of(type(entry.record), path)
                few = join_words([quote(name) for name in names[:3]])
                message = f"поле {label}: не сказано, кто на снимке: {few}"
                hint = "Впишите people: none – никого, adults – взрослые, children – дети."
                yield at_key(entry, WHO_IS_SEEN, path, message, hint=hint)
