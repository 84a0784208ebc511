"""Bodies and one-line fields as other rooms see them."""

from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from tests.golden import GOLDEN_FOLDER
from tests.render.page import look

from kopilka.render.body import Body, BodyRenderer, Heading, Image, Link

RENDERER = BodyRenderer(abbreviations={"ИОМ": "индивидуальный образовательный маршрут"})


def test_empty_body() -> None:
    """Nothing comes of nothing."""
    assert RENDERER.render("") == Body("")
    assert RENDERER.render(" \n\n") == Body("")
    assert RENDERER.render_inline("") == ""


def test_headings_go_down() -> None:
    """Headings stand as deep in the page as asked, never deeper than six, and know their lines."""
    text = "## Ход работы\n\nтекст\n\n### Шаг\n###### Мелочь"
    assert RENDERER.render(text, shift=2, prefix="a-").headings == (
        Heading(4, "Ход работы", "a-hod-raboty", 1),
        Heading(5, "Шаг", "a-shag", 5),
        Heading(6, "Мелочь", "a-meloch", 6),
    )
    assert RENDERER.render(text, shift=0).html.startswith('<h2 id="hod-raboty">')


def test_links_and_pictures_are_found() -> None:
    """What a body points at is listed with its line, whether it was found or not."""
    text = '[Запись](zapis.md)\nи [пропажа](net.md)\n\n![Карта](karta.png "Подпись")\n\n- ![](net.png)'
    body = RENDERER.render(text, resolve={"zapis.md": "../zapis/", "karta.png": "karta.png"}.get)
    assert body.links == (
        Link("zapis.md", "Запись", "../zapis/", 1),
        Link("net.md", "пропажа", None, 2),
    )
    assert body.images == (
        Image("karta.png", "Карта", "Подпись", "karta.png", 4),
        Image("net.png", "", "", None, 6),
    )
    assert "пропажа" in look(body.html).text


def test_what_the_resolver_says_is_checked_too() -> None:
    """A resolver that returns a script is a fault of ours; the page does not suffer from it."""
    body = RENDERER.render("[x](a) ![y](b)", resolve=lambda _: "javascript:alert(1)")
    assert body.html == "<p>x y</p>\n"
    assert body.links[0].href is None


def test_addresses_are_made_fit_for_html() -> None:
    """Russian names of files work in every browser."""
    html = RENDERER.render('[x](<Карта "5".pdf>)').html
    assert html == '<p><a href="%D0%9A%D0%B0%D1%80%D1%82%D0%B0%20%225%22.pdf">x</a></p>\n'


def test_glossary_begins_anew_in_a_section() -> None:
    """The first ИОМ of a section is explained, the second is not, the heading never."""
    html = RENDERER.render("ИОМ, ИОМ\n\n## ИОМ\n\nИОМ").html
    assert html.count("<abbr") == 2
    assert "<abbr" not in html.partition("<h3")[2].partition("</h3>")[0]


def test_renderer_keeps_nothing() -> None:
    """One body leaves no trace in the next: no footnotes, references, anchors or explained words."""
    first = RENDERER.render("## А\n\nИОМ[^1] и [сноска]\n\n[^1]: т\n[сноска]: https://example.org").html
    RENDERER.render("[^1]: другое\n[сноска]: https://example.net\n\n[^1] [сноска] ИОМ\n\n## А")
    again = RENDERER.render("## А\n\nИОМ[^1] и [сноска]\n\n[^1]: т\n[сноска]: https://example.org").html
    assert first == again


def test_one_line() -> None:
    """A field of one line keeps emphasis and links and knows no blocks and no pictures."""
    html = RENDERER.render_inline(
        '# *Важно* - [сайт](https://example.org), [файл](a.pdf), ![вид](b.png) "и" `код`'
    )
    assert html == (
        '# <em>Важно</em>\u00a0– <a href="https://example.org" rel="noopener">сайт</a>, файл, вид'
        " «и» <code>код</code>"
    )


def test_one_line_with_a_resolver() -> None:
    """Relative links of a field work when somebody knows where they lead."""
    assert RENDERER.render_inline("[файл](a.pdf)", resolve="../{}".format) == '<a href="../a.pdf">файл</a>'


def test_plain_line_the_short_way() -> None:
    """Plain text without markup goes the short way and looks the same."""
    text = 'Школа "Росток" - для 5-7 классов: ИОМ {{ x }} > 5'
    assert RENDERER.render_inline(text) == RENDERER.render_inline(f"{text}**").removesuffix("**")


@given(st.text(alphabet='аИОМ .,-"«»{}>!?5%№\u00a0', max_size=40))
def test_any_plain_line_the_short_way(text: str) -> None:
    """The short way never differs from the long one, which a break at the end makes it take."""
    assert RENDERER.render_inline(text) == RENDERER.render_inline(f"{text}\\\nя").removesuffix("<br>\nя")


def test_same_bytes_in_every_run() -> None:
    """The HTML does not depend on the order in which Python keeps its sets."""
    script = (
        "import pathlib, sys; from kopilka.render.body import BodyRenderer\n"
        "for p in sorted(pathlib.Path(sys.argv[1]).glob('*.md')):\n"
        "    sys.stdout.buffer.write(BodyRenderer(abbreviations={'ИОМ': 'а', 'ИМЦ': 'б'})"
        ".render(p.read_text(encoding='utf-8')).html.encode())"
    )
    command = [sys.executable, "-c", script, str(GOLDEN_FOLDER / "render")]
    paths = os.pathsep.join(sys.path)
    runs = {
        subprocess.run(
            command,
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1


def test_whose_a_picture_is() -> None:
    """The credit stands under a figure, in its caption or alone; none under a picture that is not there."""
    text = (
        '![Карта](karta.png "Подпись")\n\n![План](plan.png)\n\n![Дети](deti.png)\n\nСлова ![знак](plan.png).'
    )
    shown = {"karta.png": "karta.png", "plan.png": "plan.png"}
    html = RENDERER.render(text, resolve=shown.get, credit="рисунок <школы>, {}".format).html
    credit = '<p class="k-fig__by">Рисунок &lt;школы&gt;, {}</p></figcaption>'
    assert f"<figcaption>Подпись{credit.format('karta.png')}" in html
    assert f"<figcaption>{credit.format('plan.png')}" in html
    assert html.count("k-fig__by") == 2
