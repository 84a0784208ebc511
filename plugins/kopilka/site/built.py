"""The plan against the disk: after a build every planned page and file is there, and no page is empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kopilka.diagnostics import Code, Diagnostic, Span
from kopilka.site.build_codes import EMPTY_PAGE, MISSING_FILE, MISSING_PAGE
from kopilka.site.frame import page_file

_OPEN = b' id="content">'
_CLOSE = b"</article>"


def compare(
    pages: Mapping[str, str], files: Iterable[str], site: Path, *, directory_urls: bool, read: bool = True
) -> tuple[Diagnostic, ...]:
    """What the built site in `site` lacks, in the order of paths.

    `pages` are the planned paths with the records they come from (or ""), `files` the planned files. With
    `read` every page is opened to see that its content is there, not only its frame.
    """
    found = []
    for path, source in pages.items():
        file = page_file(path, directory_urls=directory_urls)
        problem = _look(site / file, read=read)
        if problem is not None:
            found.append(problem.at(source or file, Span(), f"{problem.title.lower()}: {file}"))
    found.extend(
        MISSING_FILE.at(file, Span(), f"файла нет в собранном сайте: {file}")
        for file in files
        if not (site / file).is_file()
    )
    return tuple(sorted(found, key=lambda item: item.sort_key))


def _look(file: Path, *, read: bool) -> Code | None:
    try:
        size = file.stat().st_size
    except FileNotFoundError:
        return MISSING_PAGE
    if size == 0 or (read and not _has_content(file.read_bytes())):
        return EMPTY_PAGE
    return None


def _has_content(page: bytes) -> bool:
    _, opened, rest = page.partition(_OPEN)
    body, closed, _ = rest.partition(_CLOSE)
    return bool(opened and closed and body.strip())
