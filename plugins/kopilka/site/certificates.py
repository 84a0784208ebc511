"""Pages that confirm certificates of publication: all numbers, and what each certificate says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kopilka.records.certificate import Certificate
from kopilka.records.parts import Person
from kopilka.russian import NBSP
from kopilka.site import addresses
from kopilka.site.drawing import Drawing
from kopilka.site.pages import Page

TITLE = "Справки о публикации"
_LIST_LEAD = "Найдите номер справки: на её странице – дата и сведения о работе, чтобы сверить с бумагой."
_LEAD = "Сверьте с бумагой номер, дату и сведения о работе: здесь то, что записано в банке."


def certificate_pages(drawing: Drawing) -> Iterator[Page]:
    """The list and a page for every number; none for a bank that has issued nothing."""
    entries = drawing.view.catalog.entries
    issued = sorted(drawing.view.registry.certificates, key=lambda item: item.number, reverse=True)
    if not issued:
        return
    made_up = {id_ for id_ in {item.record for item in issued} & entries.keys() if entries[id_].record.demo}
    rows = tuple((item, item.record in made_up) for item in issued)
    yield Page(
        path=addresses.CERTIFICATES,
        title=TITLE,
        description=_LIST_LEAD,
        key=rows,
        draw=partial(drawing.page, "certificates.html", title=TITLE, lead=_LIST_LEAD, rows=rows),
    )
    for certificate in issued:
        entry = entries.get(certificate.record)
        yield Page(
            path=addresses.of_certificate(certificate.number),
            title=f"Справка № {certificate.number}",
            description=_LEAD,
            key=(certificate, entry.version if entry else None),
            draw=partial(_draw, drawing, certificate),
        )


def _draw(drawing: Drawing, certificate: Certificate) -> str:
    view = drawing.view
    editions = (edition for edition in drawing.editions if edition.id == certificate.collection)
    return drawing.page(
        "certificate.html",
        certificate=certificate,
        published=certificate.published.replace("С. ", f"С.{NBSP}"),
        trail=[("Главная", view.url(addresses.HOME)), (TITLE, view.url(addresses.CERTIFICATES))],
        author=_author(drawing, certificate),
        entry=view.catalog.entries.get(certificate.record),
        edition=next(editions, None),
    )


def _author(drawing: Drawing, certificate: Certificate) -> str:
    """The author's name while it may be shown: the register itself knows no names."""
    if certificate.author is None:
        return ""
    names = (drawing.view.person_name(person) for person in _people(drawing, certificate))
    found = next((name for name in names if name and certificate.is_for(name)), None)
    return found or "имя сейчас не показывается: нет действующего согласия"


def _people(drawing: Drawing, certificate: Certificate) -> Iterator[Person]:
    """Everybody whom the record and the collections of it name as authors."""
    entry = drawing.view.catalog.entries.get(certificate.record)
    if entry is None:
        return
    yield from entry.record.authors
    for found in drawing.editions.with_record(entry):
        yield from found.item.override.authors if found.item.override else ()
