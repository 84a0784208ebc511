"""A stranger's words made harmless for the place where they are shown."""

from __future__ import annotations

import html
import re
from unicodedata import category

_JOINER = "\u2060"
"""Takes no room and parts what a forge would take for a mention, a number of a task or an address."""
_KEPT = frozenset("\u200d\u00ad")
_CATCHING = re.compile(r"[@#!~%$^&](?=[\w\"'“«{\[])|(?<=\w):(?=//|\w)|(?<=www)\.|GH(?=-\d)", re.IGNORECASE)
_SMILEY = re.compile(r":(?=[\w+-]+:)")
_START = re.compile(r"^(?:(\d+)([.)])|([-+=.#>]))")
_ESCAPED = frozenset("\\`*_[]{}|~!^$#/")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def one_line(text: str) -> str:
    """The text in one line; signs that hide, move or turn words are shown by their numbers."""
    line = " ".join(text.replace("\u2028", " ").replace("\u2029", " ").split(" "))
    return "".join(_visible(sign) for sign in re.sub(r"[\r\n\t\v\f\x85]+", " ", line))


def _visible(sign: str) -> str:
    hides = category(sign) in {"Cc", "Cf", "Cs"} and sign not in _KEPT
    return f"<U+{ord(sign):04X}>" if hides else sign


def for_html(text: str) -> str:
    """The text as HTML that shows it."""
    return html.escape(one_line(text))


def for_markdown(text: str) -> str:
    """The text as Markdown of a forge that shows it and nothing else.

    No headings, HTML, pictures, links; no mentions, tasks, smileys, commands of a comment either.
    """
    apart = _apart(one_line(text))
    marked = "".join(f"\\{sign}" if sign in _ESCAPED else _NAMED.get(sign, sign) for sign in apart)
    return _START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[0]}", marked)


def for_summary(text: str) -> str:
    """The text inside HTML in a comment: forges look for mentions and addresses there too."""
    escaped = html.escape(_apart(one_line(text)))
    return escaped.replace("[", "&#91;").replace("]", "&#93;").replace("`", "&#96;")


def _apart(text: str) -> str:
    parted = _CATCHING.sub(lambda found: f"{found[0]}{_JOINER}", text)
    return _SMILEY.sub(f":{_JOINER}", parted)
