"""Records come from strangers: whatever they write, the page stays inert and their text stays text."""

from __future__ import annotations

import jinja2
import pytest
from _pytest.mark import ParameterSet
from hypothesis import given
from hypothesis import strategies as st
from tests.render.page import look

from kopilka.render.body import BodyRenderer
from kopilka.render.sanitise import sanitise
from kopilka.render.typography import typograph

RENDERER = BodyRenderer(abbreviations={"ИОМ": 'маршрут" onmouseover="alert(1)', "<b>": "<script>"})

MARKUP = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//example.org/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\x0c>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' onerror='alert(1)'/>",
    "<IMG SRC=javascript:alert('XSS')>",
    "<img src=`javascript:alert(1)`>",
    '<img """><script>alert(1)</script>">',
    "<svg onload=alert(1)>",
    "<svg><script>alert&#40;1)</script>",
    "<svg><a xlink:href=javascript:alert(1)>x</a></svg>",
    '<math><mtext></p><style><img src="</style><img src=x onerror=alert(1)>">',
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=//example.org/x.swf>",
    "<link rel=stylesheet href=//example.org/x.css>",
    "<style>@import '//example.org/x.css';</style>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=//example.org/>",
    "<body onload=alert(1)>",
    "<form action=//example.org><input name=password></form>",
    "<button formaction=javascript:alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<div style='background:url(javascript:alert(1))'>x</div>",
    "<div style='position:fixed;inset:0'>x</div>",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    "<?php system('id') ?>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "</p></div></section></main><h1>x",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<template><script>alert(1)</script></template>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
]
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3A;alert(1)",
    "&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;:alert(1)",
    "&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java\tscript:alert(1)",
    "<java script:alert(1)>",
    "< javascript:alert(1)>",
    "\x01javascript:alert(1)",
    "java\x00script:alert(1)",
    "\u00a0javascript:alert(1)",
    "\u200bjavascript:alert(1)",
    "java\u00adscript:alert(1)",
    "java%73cript:alert(1)",
    "javascript%3Aalert(1)",
    "javascript\\:alert(1)",
    "vbscript:msgbox(1)",
    "VBSCRIPT:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+",
    "data:image/png;base64,iVBORw0KGgo=",
    "DATA:,x",
    "file:///etc/passwd",
    "blob:https://example.org/1",
    "view-source:https://example.org",
    "ftp://example.org",
    "//example.org/x",
    "/\\example.org/x",
    "\\\\example.org\\x",
    "%5C%5Cexample.org",
    "http:example.org",
    "https:/\\example.org",
    "http://javascript:alert(1)",
    "http://[::1",
    "mailto:x@example.org?body=<script>",
    'x"onmouseover="alert(1)',
    "x' onmouseover='alert(1)",
    "x><script>alert(1)</script>",
    "C:\\Windows\\system.ini",
]
PLACES = [
    "[x]({})",
    "![x]({})",
    '![x]({} "подпись")',
    "[x](<{}>)",
    "<{}>",
    "[x][1]\n\n[1]: {}",
    "[![x]({})]({})",
    "| a |\n| --- |\n| [x]({}) |",
    "^[сноска [x]({})]",
]
ATTRIBUTES = [
    "![x](a.png){onerror=alert(1)}",
    '![x](a.png){: onerror="alert(1)" }',
    "![x](a.png){src=javascript:alert(1)}",
    '![x](a.png){style="position:fixed"}',
    '![x](a.png){width="1 onerror=alert(1)"}',
    "![x](a.png){width=expression(alert(1))}",
    "![x](a.png){.evil .k-bar .md-header}",
    '![x](a.png){class="evil" id=content name=body}',
    '![x" onerror="alert(1)](a.png)',
    '![x](a.png "x" onerror="alert(1)")',
    "![x](a.png '\"><script>alert(1)</script>')",
    "[x](a.md){target=_blank onclick=alert(1)}",
    '[x](a.md "\\" onclick=\\"alert(1)")',
    '*x*{lang="en\\" onclick=\\"alert(1)"}',
    "абзац\n{: onclick=alert(1) style=color:red }",
    "## x {onclick=alert(1) #content}",
    '## "><script>alert(1)</script>',
    '!!! note "<script>alert(1)</script>"\n    x',
    '!!! "><script>alert(1)</script>\n    x',
    "!!! k-bar evil\n    x",
    '```"><script>alert(1)</script>\nx\n```',
    '```js onclick="alert(1)"\n</code></pre><script>alert(1)</script>\n```',
    '[^"><script>]\n\n[^"><script>]: x',
    "| <script> |\n| --- |\n| </td><script>alert(1)</script> |\n{.fold}",
    'Таблица: "><script>alert(1)</script>\n\n| a |\n| - |\n| b |',
    'ИОМ и <b>ИОМ</b> и "ИОМ"',
    '<https://example.org/"onmouseover=alert(1)>',
    'https://example.org/"onmouseover=alert(1) и https://javascript:alert(1)',
    "https://example.org/<script>alert(1)</script>",
]
TEMPLATES = [
    "{{ config }}",
    "{{ 7*7 }}",
    "{{ cycler.init.globals.os.popen('id').read() }}",
    "{% include 'secret.txt' %}",
    "{% raw %}{{ x }}{% endraw %}",
    "{# заметка #}",
    '--8<-- "README.md"',
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{!README.md!}",
    "[[ x ]]",
]
RUNS = [
    "[",
    "![",
    "*",
    "**a ",
    "_a",
    "`",
    ">",
    "> ",
    "- ",
    "(",
    "&",
    "~~a",
    "^[",
    "|",
    "{.a",
    '"',
    "«",
    "5-",
    "# ",
]


def everything() -> list[str]:
    """Every payload, an address in every place where one may stand."""
    placed = [place.replace("{}", address) for address in ADDRESSES for place in PLACES]
    return [*MARKUP, *placed, *ATTRIBUTES, *TEMPLATES]


def numbered(payloads: list[str]) -> list[ParameterSet]:
    """Payloads as parameters with a number for a name: they are no names themselves."""
    return [pytest.param(payload, id=str(number)) for number, payload in enumerate(payloads)]


@pytest.mark.parametrize("text", numbered(MARKUP))
def test_markup_stays_visible_text(text: str) -> None:
    """Raw HTML is shown as it was typed, and does nothing."""
    seen = look(RENDERER.render(f"До {text} после").html).text
    assert "alert" not in text or "alert" in seen
    assert "До" in seen
    assert "после" in seen


@pytest.mark.parametrize("address", numbered(ADDRESSES))
@pytest.mark.parametrize("place", numbered(PLACES))
def test_addresses(address: str, place: str) -> None:
    """An address that is not http, mailto or something of the bank leads nowhere, wherever it stands."""
    text = place.replace("{}", address)
    look(RENDERER.render(text).html)
    look(RENDERER.render_inline(text, resolve=str))


@pytest.mark.parametrize("text", numbered(ATTRIBUTES))
def test_attributes(text: str) -> None:
    """Attribute lists, titles, headings and notes bring no attribute, class or element of their own."""
    look(RENDERER.render(text).html)
    look(RENDERER.render_inline(text))


@pytest.mark.parametrize("text", numbered(TEMPLATES))
def test_template_code_survives_as_text(text: str) -> None:
    """Template code is seen by the reader, even when the page itself goes through a template engine."""
    html = RENDERER.render(f"До `{text}` после\n\n{text}").html
    seen = look(html).text
    assert text in seen
    assert typograph(text) in seen.partition("после")[2]
    engine = jinja2.Environment(autoescape=True, keep_trailing_newline=True)
    assert engine.from_string(html).render() == html


@pytest.mark.parametrize("text", numbered([*MARKUP, *ATTRIBUTES]))
def test_sanitiser_alone(text: str) -> None:
    """The last guard holds even if the parser lets everything through."""
    html = sanitise(text)
    look(html)
    assert sanitise(html) == html


def test_in_a_list_in_a_quotation() -> None:
    """Blocks round a payload neither break nor let it out."""
    for text in everything():
        indented = text.replace("\n", "\n>    ")
        look(RENDERER.render(f"> 1. {indented}\n>\n> **после**").html)


@given(st.lists(st.one_of(st.sampled_from(everything()), st.text(max_size=12)), max_size=6))
def test_any_mixture(pieces: list[str]) -> None:
    """Payloads and any characters in any order make a well-formed, inert page."""
    for glue in ("", " ", "\n", "\n\n", "\n    "):
        look(RENDERER.render(glue.join(pieces)).html)
    look(RENDERER.render_inline(" ".join(pieces)))


@pytest.mark.parametrize("unit", numbered(RUNS))
def test_long_runs(unit: str) -> None:
    """Ten thousand marks in a row neither crash the renderer nor hold it up."""
    look(RENDERER.render(unit * 10_000).html)
