"""How a text stands in YAML: bare where every reader takes it for that text, in quotes or as a block else.

The rules are those of the npm library `yaml` 2 (`stringifyString` with `lineWidth: 0`), so that editors in a
browser write the same bytes; `tests/exchange/writing/test_parity.py` holds both equal. On top of them quotes
stand around what our own reader, or a reader of YAML 1.1, takes for something else: no, 12:30, 1_000, a date
in a field of words.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache

from kopilka.records.scalars import WORDS, is_real_date, resolve

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_UNREADABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What our reader refuses bare, and JSON does not escape."""

_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.;!?()«»–—…%№/-]*[\w.,;!?)»…%])?")
"""Most texts: letters first, then such signs as mean nothing to YAML. Words like «no» are apart."""

_INDICATORS = re.compile(
    r"""\A[\n\t ,[\]{}#&*!|>'"%@`] | \A[?-]\Z | \A[?-][ \t]
      | [\n:][ \t] | [ \t]\n | [\n\t ]\# | [\n\t :]\Z""",
    re.VERBOSE,
)
_MARKER = re.compile(r"(?:\A|(?<=[\n\r\u2028\u2029]))(?:%|---|\.\.\.)")
_OTHER_TYPES = re.compile(
    r"""(?: ~ | [Nn]ull | NULL | [Tt]rue | TRUE | [Ff]alse | FALSE
      | 0o[0-7]+ | [-+]?[0-9]+ | 0x[0-9a-fA-F]+
      | [-+]?\.(?:inf|Inf|INF) | \.nan | \.NaN | \.NAN
      | [-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+
      | [-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)
    )?\Z""",
    re.VERBOSE,
)
_NO_BLOCK = re.compile(r"[\s\S]*\n[\t ]+\Z|\s*\Z|[\n ]*\t")
"""Blanks in the last line, nothing but blanks, a tab where the indentation is measured."""
_LINE_END = re.compile(r"\n+")
_INNER_LINE_END = re.compile(r"(?:\A|(?<!\n))\n+(?!\n|\Z)")
_ESCAPES = re.compile(r"\\u(?P<code>[0-9a-f]{4})|(?P<space>[ ])(?=\\n)|\\[^u]")
_SHORT_ESCAPES = {
    "0000": r"\0",
    "0007": r"\a",
    "000b": r"\v",
    "001b": r"\e",
    "0085": r"\N",
    "2028": r"\L",
    "2029": r"\P",
}


def write_text(text: str, indent: str) -> str:
    """A text as the value of a field or an item; `indent` is where its lines begin if there are several."""
    if _PLAIN.fullmatch(text) and text not in WORDS:
        return text
    if _CONTROLS.search(text) or _UNREADABLE.search(text):
        return _in_double_quotes(text)
    if "\n" in text:
        return _in_double_quotes(text) if _NO_BLOCK.match(text) else _block(text, indent)
    return _in_quotes(text) if _is_ambiguous(text) else text


@lru_cache(maxsize=512)
def write_key(name: str, indent: str) -> str:
    """The name of a field, without its colon; `indent` is where the field stands."""
    if name.isidentifier() and not _OTHER_TYPES.match(name):
        return name  # our reader takes `no:` for a name
    if _CONTROLS.search(name) or _UNREADABLE.search(name) or "\n" in name:
        return _in_double_quotes(name)
    marked = not indent and _MARKER.match(name)
    return _in_quotes(name) if marked or name == "<<" or _is_ambiguous(name) else name


def _is_ambiguous(text: str) -> bool:
    """Whether the bare text would be read as something else than this text."""
    if _INDICATORS.search(text) or _OTHER_TYPES.match(text):
        return True
    meaning, doubtful = resolve(text)
    return doubtful or meaning != text or (len(text) == 10 and text[:4].isdecimal() and is_real_date(text))


def _in_quotes(text: str) -> str:
    """Double quotes, unless the text has such itself and no single ones."""
    return f"'{text}'" if '"' in text and "'" not in text else _in_double_quotes(text)


def _in_double_quotes(text: str) -> str:
    """JSON with the short escapes of YAML, on one line."""
    written = json.dumps(text, ensure_ascii=False)
    written = _UNREADABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
    return _ESCAPES.sub(_escape, written)


def _escape(found: re.Match[str]) -> str:
    if found["space"]:  # a blank at the end of a line does not count unless it is escaped
        return r"\ "
    code = found["code"]
    if code is None:
        return found[0]
    short = rf"\x{code[2:]}" if code.startswith("00") else found[0]
    return _SHORT_ESCAPES.get(code, short)


def _block(text: str, indent: str) -> str:
    """The lines of the text under `|`: `|-` without a line end after the last one, `|+` with several."""
    core = text.rstrip("\n\t ")
    tail = text[len(core) :]
    if "\n" not in tail:
        chomp, core, tail = "-", text, ""
    else:
        chomp = "" if tail.index("\n") == len(tail) - 1 else "+"
        tail = _INNER_LINE_END.sub(lambda found: found[0] + indent, tail.removesuffix("\n"))
    lead = re.match(r"[ \n]*", core)
    begins_blank = lead is not None and " " in lead[0]
    inner = _LINE_END.sub(lambda found: found[0] + indent, core)
    return f"|{'2' if begins_blank else ''}{chomp}\n{indent}{inner}{tail}"
