"""The Jinja environment: everything is escaped, icons are decoration, a name that is not there is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from kopilka.render.templates import make_environment

ICONS = Path("plugins/kopilka/site/icons")


def _environment(folder: Path, text: str) -> str:
    (folder / "page.html").write_text(text, encoding="utf-8")
    return (
        make_environment((folder,), icons=ICONS)
        .get_template("page.html")
        .render(word="<b>«а» & б</b>", text="в школе")
    )


def test_values_are_escaped(tmp_path: Path) -> None:
    """A value of a record never becomes markup."""
    assert _environment(tmp_path, "{{ word }}") == "&lt;b&gt;«а» &amp; б&lt;/b&gt;"


def test_plain_text_is_set_and_escaped(tmp_path: Path) -> None:
    """The filter `t` sets the text by the rules and still escapes it."""
    assert (
        _environment(tmp_path, "{{ word|t }} {{ text|t }}") == "&lt;b&gt;«а» &amp; б&lt;/b&gt; в\u00a0школе"
    )


def test_icons_are_hidden_from_screen_readers(tmp_path: Path) -> None:
    """An icon is decoration beside words; an unknown one is the neutral circle."""
    assert 'aria-hidden="true"' in _environment(tmp_path, "{{ icon('practice') }}")
    assert _environment(tmp_path, "{{ icon('no-such') }}") == _environment(tmp_path, "{{ icon('circle') }}")


def test_an_unknown_name_is_our_fault(tmp_path: Path) -> None:
    """A slip in a template is never printed as nothing."""
    with pytest.raises(UndefinedError):
        _environment(tmp_path, "{{ no_such_name }}")
