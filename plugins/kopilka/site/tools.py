"""Pages of the reader's tools: search, choosing by one's difficulties, the route, comparison.

Scripts fill them; without scripts each says so and leads to the static lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kopilka.site import addresses
from kopilka.site.drawing import Drawing
from kopilka.site.pages import Page

_TOOLS = (
    (addresses.SEARCH, "Поиск по банку", "search.html", "Поиск по записям, организациям, словарю и справке."),
    (addresses.PICK, "Подобрать под себя", "pick.html", "Практики, площадки и события под ваши трудности."),
    (addresses.ROUTE, "Мой маршрут", "route.html", "Свой план: что изучить, где побывать, что попробовать."),
    (
        addresses.OWN_COLLECTION,
        "Сборник по выбору",
        "own.html",
        "Свои записи – книжкой для печати.",
    ),
    (addresses.COMPARE, "Сравнить записи", "compare.html", "От двух до четырёх записей рядом."),
)


def tool_pages(drawing: Drawing) -> Iterator[Page]:
    """A page for every tool; its template and the part of the scripts that it asks for have its name."""
    for path, title, template, description in _TOOLS:
        yield Page(
            path=path,
            title=title,
            description=description,
            key=(template, id(drawing.view.registry)),
            draw=partial(drawing.page, template, title=title),
        )
