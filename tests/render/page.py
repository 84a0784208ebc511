"""A browser's view of rendered HTML, for tests: which elements, attributes and addresses are really there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

VOID = frozenset({"br", "hr", "img"})
ELEMENTS = VOID | {
    *("a", "abbr", "blockquote", "caption", "code", "dd", "div", "dl", "dt", "em", "figcaption", "figure"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "s", "section", "strong", "sup"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}
ATTRIBUTES = frozenset(
    {
        *("alt", "aria-label", "class", "data-l", "height", "href", "id", "lang", "loading", "rel", "role"),
        *("scope", "src", "start", "tabindex", "title", "width"),
    }
)
CLASS = re.compile(r"(?:k-[a-z_-]+|r)(?: k-[a-z_-]+| r)*")
SAFE = re.compile(r"https?://[^/\\]|mailto:|[^:/\\?#]*(?:[/\\?#]|$)")


def is_safe(address: str) -> bool:
    """Whether an address leads to the web, to a letter or within the site, even for a lenient browser."""
    bare = "".join(letter for letter in unquote(address) if letter.isprintable() and letter != " ").lower()
    return bool(SAFE.match(bare)) and not bare.replace("\\", "/").startswith("//")


@dataclass
class Page(HTMLParser):
    """Reads HTML and fails at anything a record must never bring to a page."""

    text: str = ""
    opened: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Elements and attributes we know, addresses that lead where they say."""
        assert tag in ELEMENTS, tag
        names = [name for name, _ in attrs]
        assert ATTRIBUTES.issuperset(names), names
        assert len(set(names)) == len(names), names
        for name, value in attrs:
            if name in ("href", "src"):
                assert is_safe(value or ""), value
                self.addresses.append(value or "")
            elif name == "class":
                assert CLASS.fullmatch(value or ""), value
        if tag == "img":
            assert not (dict(attrs).get("src") or "").startswith("http"), (
                "a page must not load anything from outside"
            )
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Everything is closed in the order it was opened."""
        assert self.opened, tag
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keeps what a reader sees."""
        self.text += data

    def handle_comment(self, data: str) -> None:
        """There are no comments."""
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        """There are no declarations."""
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        """There are no processing instructions."""
        raise AssertionError(data)


def look(html: str) -> Page:
    """The page a browser makes of `html`; fails at anything foreign, unclosed or dangerous."""
    page = Page()
    page.feed(html)
    page.close()
    assert not page.opened, page.opened
    return page
