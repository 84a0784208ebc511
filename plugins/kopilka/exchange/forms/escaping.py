"""Text that Markdown must take as it is."""

from __future__ import annotations

import re

_ALWAYS = re.compile(r"([\\`*\[\]<~{])")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"(#{1,6}(?=\s|$)|[>|:=]|[-+](?=[\s|:-]|$)|!!!|\?\?\?|---)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_NEVER_IN_URL = re.compile(r"[\s<>\\]")


def escape_text(text: str, *, in_table: bool = False) -> str:
    """The text with a backslash before every sign that would mean something."""
    escaped = _ENTITY.sub(r"\\&", _UNDERSCORE.sub(r"\\_", _ALWAYS.sub(r"\\\1", text)))
    escaped = escaped.replace("!\\[", "\\!\\[")
    return escaped.replace("|", "\\|") if in_table else escaped


def guard_line(line: str) -> str:
    """A line that is neither heading, nor item, nor the start of a block."""
    numbered = _NUMBERED.match(line)
    if numbered:
        return f"{numbered[1]}\\{line[len(numbered[1]) :]}"
    return f"\\{line}" if _LINE_START.match(line) else line


def escape_url(url: str) -> str:
    """An address for the brackets of a link."""
    safe = _NEVER_IN_URL.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)
    return f"<{safe}>" if set(safe) & set("()") else safe
