"""Asks a person at the terminal, again until the answer makes sense."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kopilka.catalog.graph import Registry
from kopilka.cli import streams
from kopilka.cli.arguments import Usage
from kopilka.records.suggest import suggest
from kopilka.russian import fold_label, quote

Ask = Callable[[str], str]
_MOST_SHOWN = 5


def asked(ask: Ask, question: str, understand: Callable[[str], str]) -> str:
    """Asks until the answer makes sense; raises `Usage` when there is nobody to answer."""
    while True:
        try:
            return understand(ask(question).strip())
        except EOFError:
            raise Usage("ответа нет, ничего не начато") from None
        except Usage as error:
            streams.say(f"{error}\n")


def title(words: str) -> str:
    """The name of something new; raises `Usage` for none."""
    name = " ".join(words.split())
    if not name or not name.isprintable():
        raise Usage("впишите название буквами")
    return name


def organisation(words: str, registry: Registry) -> str:
    """The id of the organisation that is meant; raises `Usage` with the nearest ones when it is not clear."""
    names = dict(_names_of(registry))
    found = names.get(fold_label(words))
    if found:
        return found
    inside = sorted({id_ for name, id_ in names.items() if fold_label(words) in name})
    if len(inside) == 1:
        return inside[0]
    near = suggest(fold_label(words), names)
    near_ids = inside[:_MOST_SHOWN] or ([names[near]] if near else [])
    shown = "; ".join(f"{id_} ({registry.organisations[id_].short})" for id_ in near_ids)
    hint = f"Похожие: {shown}" if shown else "Впишите её в registry/organisations или оставьте пустой"
    raise Usage(f"организации {quote(words)} нет в реестре. {hint}")


def _names_of(registry: Registry) -> Iterator[tuple[str, str]]:
    for id_, known in registry.organisations.items():
        for name in (known.name, known.short, id_):
            yield fold_label(name), id_


def menu(label: str, choices: Iterable[str]) -> str:
    """A question with numbered answers."""
    rows = "".join(f"  {number}. {choice}\n" for number, choice in enumerate(choices, 1))
    return f"{label}: номер или слово\n{rows}> "


def choice(words: str, *, labels: Sequence[str]) -> str:
    """The answer of a menu, empty for none; raises `Usage` for one that is not there."""
    if not words:
        return ""
    if words.isdecimal() and 1 <= int(words) <= len(labels):
        return labels[int(words) - 1]
    near = suggest(words, labels)
    if near is None:
        raise Usage(f"{quote(words)} в списке нет")
    return near
