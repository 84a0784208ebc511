"""`kopilka forget`: takes a person out of the bank and says where the name still is."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kopilka.cli import streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import add_root, find_root
from kopilka.cli.reports.excerpt import visible
from kopilka.exchange.forgetting import (
    Change,
    Forgotten,
    Mention,
    Sought,
    Traces,
    find_mentions,
    find_traces,
    plan_forgetting,
    read_person,
    write_changes,
)
from kopilka.settings import Settings, read_settings
from kopilka.workspace import load_kinds
from kopilka.workspace.files import is_record, list_files

_DESCRIPTION = """Убирает человека из записей, реестров и страниц банка: имя и согласие, а из текстов имя.
Должность и роль остаются. Сначала показывает, что изменится, и спрашивает.
Код выхода: 0 – имени больше нет, 1 – осталось то, что убирают руками, или вы отказались."""
_YES = frozenset({"да", "д", "yes", "y"})


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("forget", help="убрать человека из банка", description=_DESCRIPTION)
    parser.add_argument(
        "person", nargs="+", metavar="ИМЯ", help="фамилия, имя и, если есть, отчество, в любом падеже"
    )
    parser.add_argument("--yes", action="store_true", help="не спрашивать")
    add_root(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Shows what will change, asks, changes, and tells what is left for people."""
    sought = read_person(" ".join(options.person))
    if sought is None:
        raise Usage("нужны фамилия и имя, можно с отчеством: kopilka forget Примерова Мария Ивановна")
    root = find_root(options.root, Path.cwd()).resolve()
    files, records = _files(root, read_settings(root))
    plan = plan_forgetting(root, files, sought, records)
    streams.say("".join(f"{line}\n" for line in _shown(plan)))
    if plan.changes and not _change(root, plan.changes, agreed=options.yes):
        return 1
    touched = frozenset(f"{change.path.removesuffix('.md')}/" for change in plan.changes)
    mentions = find_mentions(root, files, sought, touched)
    traces = find_traces(root, sought)
    streams.say("".join(f"{line}\n" for line in _left(plan, mentions, traces, sought)))
    return 1 if mentions or plan.doubtful or plan.unread else 0


def _files(root: Path, settings: Settings) -> tuple[list[str], frozenset[str]]:
    """Every file of the bank: records with what lies beside them, registers, pages; and which are records."""
    folders = tuple(load_kinds(root, settings.kinds))
    places = dict.fromkeys((*folders, settings.registry, settings.books, "docs"))
    found = {path for place in places for path, _ in list_files(root, place)}
    records = frozenset(path for path in found for place in folders if _is_of(path, place))
    return sorted(found), records


def _is_of(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/") and is_record(path, folder)


def _shown(plan: Forgotten) -> Iterator[str]:
    for change in plan.changes:
        yield visible(change.path)
        yield from (f"  {visible(line)}" for line in change.lines)
    if not plan.changes:
        yield "В текстах банка этого имени нет."


def _change(root: Path, changes: tuple[Change, ...], *, agreed: bool) -> bool:
    if not agreed and not _asked():
        streams.say("Ничего не изменено.\n")
        return False
    try:
        write_changes(root, changes)
    except OSError as error:
        raise Usage(f"не удалось записать {error.filename}: {error.strerror}") from error
    streams.say(f"Изменено файлов: {len(changes)}.\n")
    return True


def _asked() -> bool:
    if not sys.stdin.isatty():
        streams.say("Чтобы изменить файлы, повторите команду с ключом --yes.\n")
        return False
    streams.say("Убрать? (да/нет) ")
    return sys.stdin.readline().strip().lower() in _YES


def _left(plan: Forgotten, mentions: tuple[Mention, ...], traces: Traces, sought: Sought) -> Iterator[str]:
    if plan.doubtful:
        yield "\nФамилия без имени – решите сами, тот ли это человек:"
        yield from (f"  {visible(path)}:{line}: {visible(words)}" for path, line, words in plan.doubtful)
    if plan.unread:
        yield "\nНе удалось прочитать или изменить – откройте сами:"
        yield from (f"  {visible(path)}" for path in plan.unread)
    if mentions:
        yield "\nФайлы, которые нужно посмотреть и заменить или удалить:"
        yield from (f"  {visible(item.path)} – {item.why}" for item in mentions)
    if plan.changes:
        yield "\nСоберите и выложите сайт заново: на прежнем имя ещё стоит. Копии на флешках замените."
    yield from _history(traces, sought)


def _history(traces: Traces, sought: Sought) -> Iterator[str]:
    """Where the history keeps the name, and how it is cleaned."""
    if not traces.asked:
        yield "\nИстории Git здесь нет. Если копии банка есть в других местах, уберите имя и там."
        return
    for words, lines in (
        (f"История Git ещё хранит фамилию {sought.surname}:", traces.commits),
        ("В истории есть файлы с фамилией в имени:", traces.files),
        ("Правки, которые человек подписал сам:", traces.signatures),
    ):
        if lines:
            yield f"\n{words}"
            yield from (f"  {visible(line)}" for line in lines)
    if traces.commits or traces.files or traces.signatures:
        yield from _CLEANING


_CLEANING = (
    "Сохраните правку обычным коммитом, а историю очистите, если этого требует человек:",
    "  1. сделайте запасную копию и соберите все открытые предложения;",
    "  2. впишите в файл zamena.txt строку «Фамилия Имя Отчество==>имя убрано» для каждой формы имени;",
    "  3. git filter-repo --replace-text zamena.txt; файлы убирает --invert-paths --path ФАЙЛ, подписи –",
    "     --mailmap; затем git push --force --all;",
    "  4. попросите всех скачать банк заново: старые копии и ответвления хранят имя дальше.",
)
