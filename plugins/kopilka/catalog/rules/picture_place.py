"""Pictures do not tell where they were taken."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.addresses import files_beside, folder_of
from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.pictures import Trace
from kopilka.diagnostics import Code, Diagnostic, Severity, Span

PICTURE_PLACE = Code(
    "K620",
    "picture-place",
    Severity.ERROR,
    "В снимке записано место съёмки",
    "Телефон кладёт координаты внутрь файла. Вместе со снимком уйдёт и адрес: школы, дома, летнего лагеря, "
    "где были дети.",
    "practices/karty/\n  urok.jpg      # внутри – широта и долгота",
    "practices/karty/\n  urok.jpg      # тот же снимок без сведений о месте",
)
CODES = (PICTURE_PLACE,)


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:
    """Pictures beside the record that were found to tell a place."""
    if not around.traces:
        return
    for name in files_beside(written, around):
        path = folder_of(written) + name
        if Trace.PLACE in around.traces.get(path, ()):
            hint = (
                "Пересохраните снимок без сведений: в Windows – «Свойства», «Подробно», «Удаление свойств и "
                "личной информации»; на телефоне – отправьте копию без места."
            )
            yield PICTURE_PLACE.at(path, Span(), "в снимке записано место съёмки", hint=hint)
