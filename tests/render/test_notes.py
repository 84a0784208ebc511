"""Kinds of notes."""

from __future__ import annotations

from kopilka.render.body import BodyRenderer
from kopilka.render.notes import NOTE_KINDS
from kopilka.render.typography import typograph


def test_names_do_not_repeat() -> None:
    """An author's word means one kind of note."""
    names = [name for kind in NOTE_KINDS for name in kind.names]
    assert len(set(names)) == len(names)


def test_every_name_has_a_russian_title() -> None:
    """However a note is called, its page shows the Russian title of its kind."""
    renderer = BodyRenderer()
    for kind in NOTE_KINDS:
        for name in kind.names:
            html = renderer.render(f"!!! {name}\n    Текст.").html
            assert f'class="k-note k-note--{kind.id}"' in html
            assert f'<p class="k-note__title">{typograph(kind.title)}</p>' in html
