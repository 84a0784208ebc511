"""From YAML text to a tree of nodes with marks, past guards that keep the C library from harm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml import Event, MarkedYAMLError, Node, ScalarNode
from yaml._yaml import CParser
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent

from kopilka.diagnostics import Code, Diagnostic
from kopilka.records import reading_codes as codes
from kopilka.records.quoting import quoted_value
from kopilka.records.sheet import MAX_DEPTH, Sheet
from kopilka.records.source import CONTROL_HINT
from kopilka.records.syntax import explain
from kopilka.russian import quote

PLAIN, QUOTED = "?", "!"
"""The non-specific tags of YAML 1.2 (§3.3.2): of unquoted scalars and collections, and of quoted scalars."""

_MAX_OPENERS = 256
_MAX_ANCHORS_SHOWN = 10
_CONTROL_SET = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_INVISIBLE_SET = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
_CONTROL = re.compile(f"[{_CONTROL_SET}]")
_UNCLEAN = re.compile(f"[{_CONTROL_SET}{_INVISIBLE_SET}]")
_INVISIBLE_HINT = "Наберите это слово заново с клавиатуры: знак попал сюда при вставке из Word или с сайта."
_STAIRS = re.compile(r"\n[-?: \t]{64}")
_FIRST_STAIRS = re.compile(r"[-?: \t]{64}")
"""Block nesting needs a larger column for every second level, and before it only blanks and signs.

No line that begins with such a run, no more than 128 levels.
"""
_ANCHOR = re.compile(r"""(?<![^\s\[\]{},:?'"-])&""")


class _Composer(CParser):
    """PyYAML's C parser without its resolver: the tag of a node is `PLAIN`, `QUOTED` or what was written."""

    def resolve(self, kind: type[Node], _value: str | None, implicit: tuple[bool, bool]) -> str:
        """Called by the C part for every node without a tag."""
        return QUOTED if kind is ScalarNode and not implicit[0] else PLAIN

    def descend_resolver(self, _node: Node | None, _index: int | Node | None) -> None:
        """Called by the C part before every node."""

    def ascend_resolver(self) -> None:
        """Called by the C part after every node."""


def is_clean(text: str) -> bool:
    """Whether a text has neither control characters nor such as nobody sees; what can be printed has none."""
    return text.replace("\n", "").isprintable() or _UNCLEAN.search(text) is None


def compose(sheet: Sheet) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The root node, None when there is no value at all; or None with what keeps the text from being read.

    A node may come with warnings. No alias reaches the tree, and its depth is bounded.
    """
    warnings: tuple[Diagnostic, ...] = ()
    if not is_clean(sheet.text):
        if _CONTROL.search(sheet.text):
            return None, (
                _unclean(sheet, _CONTROL, codes.CONTROL_CHARACTER, "управляющий знак", CONTROL_HINT),
            )
        warnings = (_unclean(sheet, _UNCLEAN, codes.INVISIBLE_CHARACTER, "знак", _INVISIBLE_HINT),)
    hazards = tuple(_find_hazards(sheet)) if _is_suspicious(sheet.text) else ()
    if hazards:
        return None, (*warnings, *hazards)
    try:
        return _Composer(sheet.text).get_single_node(), warnings
    except MarkedYAMLError as error:
        return None, (*warnings, explain(sheet, error))


def _unclean(sheet: Sheet, pattern: re.Pattern[str], code: Code, name: str, hint: str) -> Diagnostic:
    places = list(pattern.finditer(sheet.text))
    first = places[0]
    others = f", всего таких: {len(places)}" if len(places) > 1 else ""
    message = f"здесь невидимый {name} U+{ord(first[0]):04X}{others}"
    return code.at(sheet.path, sheet.span(first.start(), first.end()), message, hint=hint)


def _is_suspicious(text: str) -> bool:
    """A cheap upper bound on nesting, and a look for anchors: good records stop here."""
    openers = text.count("[") + text.count("{")
    anchored = "&" in text and _ANCHOR.search(text)
    stairs = _STAIRS.search(text) or _FIRST_STAIRS.match(text)
    return bool(openers > _MAX_OPENERS or anchored or stairs)


def _find_hazards(sheet: Sheet) -> Iterator[Diagnostic]:
    """Reads events, which needs no recursion in the C library, and stops at the first level too deep."""
    depth = anchors = 0
    for event in _events(sheet.text):
        if isinstance(event, CollectionEndEvent):
            depth -= 1
        elif isinstance(event, CollectionStartEvent):
            depth += 1
        if depth > MAX_DEPTH:
            yield too_deep(sheet, _offset(event))
            return
        if isinstance(event, NodeEvent) and event.anchor is not None and anchors < _MAX_ANCHORS_SHOWN:
            anchors += 1
            yield _anchor(sheet, event)


def _events(text: str) -> Iterator[Event]:
    """The events up to the first mistake: composing meets that again and explains it."""
    parser = _Composer(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    except MarkedYAMLError:
        return
    finally:
        parser.dispose()


def too_deep(sheet: Sheet, offset: int) -> Diagnostic:
    """The place where values are nested deeper than any record needs."""
    hint = (
        "Проверьте скобки и отступы: список пишут в одной паре скобок, например themes: [наставничество, "
        "адаптация]"
    )
    message = f"здесь значения вложены друг в друга глубже {MAX_DEPTH} уровней"
    return codes.TOO_DEEP.at(sheet.path, sheet.span(offset, offset + 1), message, hint=hint)


def _offset(event: Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _anchor(sheet: Sheet, event: NodeEvent) -> Diagnostic:
    start = _offset(event)
    name = f"{'*' if isinstance(event, AliasEvent) else '&'}{event.anchor}"
    text = re.match(r"[^\n,\[\]{}]+", sheet.text[start:])
    message = f"{quote(name)} в начале значения – для программы это ссылка, а не текст"
    in_quotes = quoted_value(text[0].strip() if text else name)
    hint = f"Если это текст, возьмите его в кавычки: {in_quotes}; если ссылка, повторите само значение."
    return codes.ANCHOR.at(sheet.path, sheet.span(start, start + len(name)), message, hint=hint)
