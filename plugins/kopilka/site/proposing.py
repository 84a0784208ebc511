"""«Предложить практику»: a page that helps to choose a kind, and a form for every kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kopilka.site import addresses
from kopilka.site.drawing import Drawing
from kopilka.site.pages import Page

TITLE = "Предложить практику"
_LEAD = "Форма для новой записи банка: без регистрации, черновик остаётся в этом браузере."


def form_pages(drawing: Drawing) -> Iterator[Page]:
    """The choice of a kind, then its forms; scripts fill them from the kind's data file."""
    kinds = tuple(model.kind for model in drawing.view.catalog.kinds)
    yield Page(
        path=addresses.PROPOSE,
        title=TITLE,
        description=_LEAD,
        key=(kinds, drawing.view.settings),
        draw=partial(drawing.page, "propose.html", title=TITLE, kinds=kinds, form_path=addresses.of_form),
    )
    for kind in kinds:
        title = f"{TITLE}: {kind.label.lower()}" if len(kinds) > 1 else TITLE
        yield Page(
            path=addresses.of_form(kind),
            title=title,
            description=_LEAD,
            key=(kind, drawing.view.settings),
            draw=partial(
                drawing.page,
                "form.html",
                kind=kind,
                title=_heading(kind.label, kind.gender),
                word_form=addresses.of_word_form(kind),
            ),
        )


def _heading(label: str, gender: str) -> str:
    """«Новая практика», «Новый проектный кейс»."""
    new = {"m": "Новый", "f": "Новая", "n": "Новое"}[gender]
    return f"{new} {label[:1].lower()}{label[1:]}"
