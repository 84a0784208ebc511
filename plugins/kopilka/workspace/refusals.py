"""Why a book cannot be made, told with the file and the line to look at."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kopilka.book.pictures import PictureError
from kopilka.book.press import PressError
from kopilka.diagnostics import Severity
from kopilka.russian import quote
from kopilka.workspace.bank import Workspace
from kopilka.workspace.editions import Edition
from kopilka.workspace.files import record_id
from kopilka.workspace.git import GitError

_WORD = re.compile(r"[\w-]+")
_ENOUGH = 4
"""So many words in a row find their place in a record."""


_REASONS = {
    errno.ENOSPC: "на диске кончилось место",
    errno.EROFS: "этот диск только для чтения",
    errno.EACCES: "нет права писать сюда, или файл открыт в другой программе",
    errno.EPERM: "нет права писать сюда, или файл открыт в другой программе",
    errno.ENAMETOOLONG: "слишком длинное имя или слишком глубокая папка",
}
"""What a person can do something about, in words."""


class PublishError(Exception):
    """A book that cannot be made; the text says why and what to do, in Russian."""


@contextmanager
def told_in_words(workspace: Workspace, id_: str) -> Iterator[None]:
    """Turns whatever stops the press into words for the person who called."""
    try:
        yield
    except PictureError as error:
        raise PublishError(f"{error.file}: {error.why}. Замените файл или уберите его из записи.") from error
    except PressError as error:
        raise PublishError(_unset(workspace, id_, error)) from error
    except GitError as error:
        raise PublishError(f"сборник {quote(id_)}: {error}") from error
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        reason = _REASONS.get(error.errno or 0) or error.strerror or error
        raise PublishError(
            f"не удалось записать{where}: {reason}. Прежняя книга осталась на месте."
        ) from error


def refuse_gaps(workspace: Workspace, edition: Edition) -> None:
    """Raises `PublishError` for a collection without records, and for named ones that are not there."""
    missing = [_missing(workspace, id_) for _, id_ in edition.resolved.missing]
    if missing:
        raise PublishError("\n".join((f"{edition.manifest.path}: в книгу войдёт не всё.", *missing)))
    if not edition.book.articles:
        hint = "Назовите записи в разделах или ослабьте отбор."
        raise PublishError(f"{edition.manifest.path}: в сборник не вошла ни одна запись. {hint}")


def _missing(workspace: Workspace, id_: str) -> str:
    """A record that cannot be read, with the first thing that is wrong in it; or one that there is not."""
    files = [path for path in workspace.kept if record_id(path) == id_]
    for item in workspace.report.diagnostics:
        if item.path in files and item.severity is Severity.ERROR:
            return f"{item.path}, строка {item.span.line}: {item.message}. {item.hint}".rstrip()
    return f"записи {quote(id_)} в банке нет. Проверьте имя или уберите её из сборника."


def _unset(workspace: Workspace, id_: str, error: PressError) -> str:
    if not error.path:
        return f"книгу {quote(id_)} не удалось набрать. Проверьте её: kopilka publish {id_} --check"
    line = line_of(workspace.root / error.path, error.words)
    where = f"{error.path}, строка {line}" if line else error.path
    start = " ".join(error.words.split()[:8])
    return f"{where}: место {quote(f'{start}…')} не набирается. Проверьте разметку, таблицы и картинки там."


def line_of(file: Path, words: str) -> int:
    """The line of a record where some words of the book stand; 0 when they are not found."""
    sought = _WORD.findall(words)[:_ENOUGH]
    if not sought or not file.is_file():
        return 0
    text = file.read_text(encoding="utf-8", errors="replace")
    found = re.search(r"\W+".join(map(re.escape, sought)), text)
    return text.count("\n", 0, found.start()) + 1 if found else 0
