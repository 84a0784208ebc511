"""The kinds of notes `!!! совет "Заголовок"`: what they are called in a record and on the page."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it.rules_core import StateCore
from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class NoteKind:
    """A kind of note: the end of its class, its own heading, the words an author may call it by."""

    id: str
    title: str
    names: tuple[str, ...]


NOTE_KINDS = (
    NoteKind("info", "Примечание", ("note", "info", "abstract", "примечание", "заметка", "справка")),
    NoteKind("tip", "Совет", ("tip", "hint", "совет", "подсказка")),
    NoteKind("key", "Важно", ("important", "key", "важно", "главное")),
    NoteKind("example", "Пример", ("example", "пример")),
    NoteKind("warn", "Внимание", ("warning", "caution", "attention", "danger", "внимание", "осторожно")),
    NoteKind("question", "Вопрос", ("question", "help", "faq", "вопрос")),
    NoteKind("done", "Получилось", ("success", "check", "done", "итог", "вывод", "получилось")),
    NoteKind("fail", "Не получилось", ("failure", "fail", "bug", "error", "ошибка", "риск")),
    NoteKind("quote", "Из первых уст", ("quote", "cite", "цитата")),
)
_BY_NAME = {name: kind for kind in NOTE_KINDS for name in kind.names}


def note_titles(state: StateCore) -> None:
    """Core rule: a note without a heading of its own gets that of its kind instead of the English word."""
    if "!!!" not in state.src and "???" not in state.src:
        return
    for place, token in enumerate(state.tokens):
        if token.type == "admonition_title_open" and _names_itself(state.tokens[place - 1]):
            state.tokens[place + 1].content = note_kind(state.tokens[place - 1]).title


def note_kind(token: Token) -> NoteKind:
    """The kind a note's opening token names; a name we do not know makes a plain note."""
    return _BY_NAME.get(str(token.meta["tag"]), NOTE_KINDS[0])


def _names_itself(token: Token) -> bool:
    """Whether the heading is only the kind's name, which the parser repeats when the author gave none."""
    return token.content.lower() == str(token.meta["tag"])
