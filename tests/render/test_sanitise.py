"""The last guard."""

from __future__ import annotations

from kopilka.render.sanitise import sanitise


def test_what_our_pages_use_stays() -> None:
    """Elements, classes and addresses of ours pass as they are."""
    html = (
        '<h3 id="a">x</h3><p class="k-lead">a <a href="https://example.org" rel="noopener">b</a>'
        ' <a href="../b/#c">c</a></p><figure class="k-fig k-left">'
        '<img src="a.png" alt="x" width="5" loading="lazy"></figure>'
    )
    assert sanitise(html) == html


def test_what_is_foreign_goes() -> None:
    """Scripts with their text, handlers, styles, foreign classes and addresses go; words stay."""
    html = (
        '<script>alert(1)</script><p class="md-header k-small" style="x" onclick="x" id="content">a</p>'
        '<a href="javascript:x" target="_blank">b</a><a href="//example.org">c</a><img src="data:x" alt="d">'
        '<iframe src="https://example.org"></iframe><custom-tag>e</custom-tag>'
    )
    assert sanitise(html) == '<p class="k-small">a</p><a>b</a><a>c</a><img alt="d">e'


def test_it_closes_what_is_open() -> None:
    """Whatever comes in, what goes out is well formed."""
    assert sanitise("<ul><li><em>a<p>b</ul></div>") == "<ul><li><em>a<p>b</p></em></li></ul>"


def test_spaces_and_braces() -> None:
    """No-break spaces are characters, opening braces are references."""
    assert sanitise("<p>a&nbsp;b {{ c }} &amp;nbsp;</p>") == "<p>a\u00a0b &#123;&#123; c }} &amp;nbsp;</p>"
