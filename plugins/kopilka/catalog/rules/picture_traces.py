"""Files of pictures tell nothing of people besides the picture itself."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.addresses import files_beside, folder_of
from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.pictures import Trace
from kopilka.diagnostics import Code, Diagnostic, Severity, Span
from kopilka.russian import join_words

PICTURE_TRACES = Code(
    "K628",
    "picture-traces",
    Severity.WARNING,
    "В файле снимка есть лишнее",
    "Камера и программы дописывают в файл имя владельца, номер камеры, комментарии, имена отмеченных людей и "
    "уменьшенную копию, на которой видно то, что потом обрезали. Всё это скачает каждый, кто откроет снимок.",
    "practices/karty/\n  urok.jpg      # внутри – имя владельца и номер камеры",
    "practices/karty/\n  urok.jpg      # тот же снимок без этих сведений",
)
CODES = (PICTURE_TRACES,)

_REMEDY = (
    "Пересохраните снимок без сведений: в Windows – «Свойства», «Подробно», «Удаление свойств и личной "
    "информации»; на телефоне – отправьте снимок экрана или копию без сведений."
)


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:
    """Pictures beside the record; a place is an error of its own rule."""
    if not around.traces:
        return
    for name in files_beside(written, around):
        path = folder_of(written) + name
        told = around.traces.get(path, frozenset()) - {Trace.PLACE}
        if told:
            words = join_words([trace.value for trace in Trace if trace in told])
            yield PICTURE_TRACES.at(path, Span(), f"в файле снимка записано лишнее: {words}", hint=_REMEDY)
