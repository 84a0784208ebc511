"""The last guard: HTML cut down to the elements and attributes that our pages use."""

from __future__ import annotations

import nh3

from kopilka.render.addresses import Kind, classify
from kopilka.render.attributes import CLASSES, class_name
from kopilka.render.notes import NOTE_KINDS
from kopilka.render.typography import NBSP

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = (
    "p",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "hr",
    "figure",
    "figcaption",
    "section",
    "div",
)
_TABLE = ("table", "caption", "thead", "tbody", "tr", "th", "td")
_WORDS = ("a", "em", "strong", "s", "code", "sup", "abbr", "br", "img")
_TAGS = {*_HEADINGS, *_BLOCKS, *_TABLE, *_WORDS}

_ATTRIBUTES = {
    "a": {"href", "id", "lang", "aria-label", "title"},
    "img": {"src", "alt", "width", "height", "lang"},
    "abbr": {"title"},
    "ol": {"start", "lang"},
    "li": {"id"},
    "td": {"data-l"},
    "div": {"aria-label"},
    "section": {"aria-label"},
    **{tag: {"lang"} for tag in ("p", "em", "strong", "s", "code", "blockquote", "ul", "table")},
    **{tag: {"id"} for tag in _HEADINGS},
}
_VALUES = {
    "a": {"rel": {"noopener"}, "role": {"doc-noteref", "doc-backlink"}},
    "img": {"loading": {"lazy"}},
    "th": {"scope": {"col", "row"}},
    "div": {"role": {"region", "note"}, "tabindex": {"0"}},
    "section": {"role": {"doc-endnotes"}},
    "pre": {"tabindex": {"0"}},
}
_OWN_CLASSES = {
    "div": {"k-note", "k-note__body", "k-tablewrap", *(f"k-note--{kind.id}" for kind in NOTE_KINDS)},
    "p": {"k-note__title", "k-fig__lost", "k-fig__by"},
    "table": {"k-table"},
    "th": {"r", "k-center"},
    "td": {"r", "k-center"},
    "figure": {"k-fig", *(class_name("figure", name) for name in CLASSES["img"])},
    "section": {"k-footnotes"},
    "sup": {"k-fnref"},
    "a": {"k-fnback"},
}
_CLASSES = {
    tag: _OWN_CLASSES.get(tag, set()) | {class_name(tag, name) for name in CLASSES.get(tag, ())}
    for tag in (*_OWN_CLASSES, *CLASSES)
}


def _guard_relative(address: str) -> str | None:
    return None if classify(address) is Kind.FORBIDDEN else address


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    tag_attribute_values=_VALUES,
    allowed_classes=_CLASSES,
    url_schemes={"http", "https", "mailto"},
    url_relative=_guard_relative,
    link_rel=None,
)


def sanitise(html: str) -> str:
    """HTML with nothing in it but what a record may show; well formed, whatever came in.

    No-break spaces stay characters, as XML wants them.
    """
    return hide_braces(_CLEANER.clean(html).replace("&nbsp;", NBSP))


def hide_braces(html: str) -> str:
    """Opening braces as references: template code stays text even if a page is fed to a template engine."""
    return html.replace("{", "&#123;")
