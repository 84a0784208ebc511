"""`kopilka publish`: collections as books, for the screen, for the press, for e-readers, for corrections."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from kopilka.cli import reports, streams
from kopilka.cli.arguments import Usage
from kopilka.cli.banks import add_root, find_root, today
from kopilka.records.manifest import Manifest
from kopilka.records.suggest import suggest
from kopilka.russian import count, join_words
from kopilka.settings import Settings, read_settings
from kopilka.workspace import Workspace, open_workspace
from kopilka.workspace.formats import Format
from kopilka.workspace.inputs import inputs_of
from kopilka.workspace.registers import load_registry
from kopilka.workspace.standing import Outcome, standing
from kopilka.workspace.watching import states

_DESCRIPTION = """Собирает сборник в книгу: PDF для экрана и для типографии с обложкой, EPUB, DOCX,
оттиски статей. Сборник описан в registry/collections/ИМЯ.yml. Что не изменилось, заново не собирается."""
_ROLES = {
    "pdf": "для экрана",
    "print": "для типографии",
    "cover": "обложка для типографии",
    "epub": "для читалок и телефона",
    "docx": "для правки",
    "picture": "обложка картинкой",
}
_PAGES = ("страница", "страницы", "страниц")
_OFFPRINTS = ("оттиск", "оттиска", "оттисков")
_KILOBYTE = 1024
_WIPE = "\r\x1b[K"


def add_command(commands: Any) -> None:
    """Declares the command and its options."""
    parser = commands.add_parser("publish", help="собрать сборник в книгу", description=_DESCRIPTION)
    parser.add_argument("ids", nargs="*", metavar="СБОРНИК", help="имя файла сборника без .yml")
    parser.add_argument("--all", action="store_true", help="все сборники банка")
    parser.add_argument(
        "--format",
        metavar="ВИДЫ",
        default=",".join(Format),
        help=f"через запятую: {', '.join(Format)} (обычно все)",
    )
    parser.add_argument(
        "--out", type=Path, metavar="ПАПКА", help="куда записать (иначе – books из kopilka.yml)"
    )
    parser.add_argument(
        "--watch", action="store_true", help="собирать заново, пока вы правите; обычно только pdf"
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="не собирать, а сказать, чего не хватает до печати; с --out положить туда и список для авторов",
    )
    parser.add_argument(
        "--report",
        choices=reports.FORMATS,
        default="text",
        metavar="ВИД",
        help=f"вид отчёта для --check: {', '.join(reports.FORMATS)} (обычно text)",
    )
    parser.add_argument(
        "--corrections",
        type=Path,
        metavar="ФАЙЛ",
        help="не собирать, а сказать, что редактор исправил в DOCX, по статьям; с --out положить список туда",
    )
    add_root(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Publishes the collections; returns 1 when one of them could not be made."""
    root, day = find_root(options.root, Path.cwd()).resolve(), today(os.environ)
    formats, settings = _formats(options.format), read_settings(root)
    other = options.corrections or options.check or options.watch
    inputs = None if other else inputs_of(root, settings, today=day)
    if inputs and (told := _standing(root, settings, options, formats, inputs)):
        streams.say(told)
        return 0
    workspace = open_workspace(root, today=day)
    ids = _ids(workspace, options)
    if other:
        return _other(workspace, ids, formats, options)
    done = [_publish(workspace, id_, formats, options.out, inputs) for id_ in ids]
    return 0 if all(done) else 1


def _standing(
    root: Path, settings: Settings, options: argparse.Namespace, formats: list[Format], inputs: str
) -> str:
    """What is said when everything stands already, without reading the bank; else nothing."""
    manifests = load_registry(root, settings.registry).registry.manifests
    ids = sorted(manifests) if options.all else list(dict.fromkeys(options.ids))
    out = _folder(root, settings, options.out)
    found = {
        id_: standing(root, id_, formats=formats, out=out, inputs=inputs) for id_ in ids if id_ in manifests
    }
    told = [_report(manifests[id_], outcome) for id_, outcome in found.items() if outcome]
    return "".join(told) if len(told) == len(ids) else ""


def _other(workspace: Workspace, ids: list[str], formats: list[Format], options: argparse.Namespace) -> int:
    """What may be asked for instead of the finished book."""
    if options.corrections:
        from kopilka.cli.corrections import tell_corrections  # noqa: PLC0415 - readers of Word load slowly

        return tell_corrections(workspace, ids, file=options.corrections, out=options.out)
    if options.check:
        from kopilka.cli import gaps  # noqa: PLC0415 - the same

        return gaps.check(workspace, ids, report=options.report, out=options.out)
    return _watch(workspace, ids, [Format.PDF] if len(formats) == len(Format) else formats, options.out)


def _ids(workspace: Workspace, options: argparse.Namespace) -> list[str]:
    known = sorted(workspace.registers.registry.manifests)
    if options.all:
        return known
    if not options.ids:
        there = f" В банке есть: {join_words(known)}." if known else " Начать: kopilka new collection."
        raise Usage(f"назовите сборник или добавьте --all.{there}")
    for id_ in options.ids:
        if id_ not in known:
            raise Usage(_unknown(workspace, id_, known))
    return list(dict.fromkeys(options.ids))


def _unknown(workspace: Workspace, id_: str, known: list[str]) -> str:
    """A manifest that cannot be read is told of with what is wrong in it; else what the name may mean."""
    path = f"{workspace.settings.registry}/collections/{id_}.yml"
    wrong = [item for item in workspace.report.diagnostics if item.path == path]
    if wrong:
        first = f"строка {wrong[0].span.line}: {wrong[0].message}. {wrong[0].hint}".rstrip()
        rest = f" Ошибок в файле {len(wrong)}, все покажет kopilka check {path}" if len(wrong) > 1 else ""
        return f"сборник не читается: {path}, {first}{rest}"
    near = suggest(id_, known)
    guess = f" Возможно, {near}?" if near else f" Есть: {join_words(known)}." if known else ""
    return f"нет сборника {path}.{guess}"


def _formats(written: str) -> list[Format]:
    names = [name.strip() for name in written.split(",") if name.strip()]
    for name in names:
        if name not in list(Format):
            near = suggest(name, list(Format))
            raise Usage(
                f"--format: «{name}» не подходит; {f'возможно, {near}; ' if near else ''}"
                f"можно {join_words(list(Format), last='или')}"
            )
    return [item for item in Format if item in names]


def _publish(
    workspace: Workspace, id_: str, formats: list[Format], out: Path | None, inputs: str | None = None
) -> bool:
    """Publishes one collection and tells of it; whether it went well."""
    from kopilka.workspace.publishing import PublishError, publish  # noqa: PLC0415 - the press loads slowly

    screen = streams.Screen.of(sys.stderr, os.environ)

    def tell(words: str) -> None:
        if screen.live:
            print(f"{_WIPE}{id_}: {words.lower()}…", end="", file=sys.stderr, flush=True)

    folder = _folder(workspace.root, workspace.settings, out)
    try:
        outcome = publish(workspace, id_, formats=formats, out=folder, tell=tell, inputs=inputs)
    except PublishError as error:
        print(f"{_WIPE if screen.live else ''}kopilka: {error}", file=sys.stderr)
        return False
    if screen.live:
        print(_WIPE, end="", file=sys.stderr)
    streams.say(_report(workspace.registers.registry.manifests[id_], outcome))
    return True


def _folder(root: Path, settings: Settings, out: Path | None) -> Path:
    return (out or root / settings.books).absolute()


def _watch(workspace: Workspace, ids: list[str], formats: list[Format], out: Path | None) -> int:
    for state in states(workspace):
        for id_ in ids:
            if id_ in state.registers.registry.manifests:
                _publish(state, id_, formats, out)
            else:
                print(f"kopilka: {_unknown(state, id_, [])}", file=sys.stderr)
        streams.say("Слежу за правками. Остановить – Ctrl+C.\n")
    return 0


def _report(manifest: Manifest, outcome: Outcome) -> str:
    """What was made and where; a line when everything stood already."""
    sheets = str(outcome.book.printed_sheets).replace(".", ",")
    head = f"{manifest.collection.title}: {count(outcome.book.pages, _PAGES)}, {sheets} усл. печ. л."
    if not outcome.made:
        return f"{head}\nНичего не изменилось, книга в папке {outcome.folder}\n"
    files = [file for file in outcome.made if file.record is None]
    width = max((len(file.path) for file in files), default=0)
    lines = [f"  {file.path:<{width}}  {_size(file.size):>8}  {_ROLES[file.role]}" for file in files]
    if offprints := [file for file in outcome.made if file.record]:
        total = _size(sum(file.size for file in offprints))
        lines.append(f"  {'offprints/':<{width}}  {total:>8}  {count(len(offprints), _OFFPRINTS)} статей")
    return "\n".join((head, *lines, f"Папка: {outcome.folder}", ""))


def _size(size: int) -> str:
    if size < _KILOBYTE * _KILOBYTE:
        return f"{max(1, round(size / _KILOBYTE))} КБ"
    return f"{size / _KILOBYTE / _KILOBYTE:.1f}".replace(".", ",") + " МБ"
