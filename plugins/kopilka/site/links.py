"""Whether the links of built pages lead somewhere: pages, files and places, in one pass over each page.

Everything a page prints is looked at, not only the bodies: the plan's own links are right by construction,
but a template or a macro is code like any other. One page costs about a tenth of a millisecond.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

# Named tags, not any: the names let the expression run at a gigabyte in seconds instead of a minute.
_REFERENCE = re.compile(
    r"<(a|area|audio|embed|iframe|image|img|link(?! rel=\"canonical\")|script|source|track|use|video)"
    r"\s(?:[^<>]*?\s)?(?:href|src)=\"([^\"]*)\""
)
_PLACE = re.compile(r"\sid=\"([^\"]*)\"")
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BadLink:
    """A link that fails: on which page, as it is written there, and why."""

    page: str
    href: str
    reason: str
    outside: bool = False


class LinkCheck:
    """Looks at pages one by one and keeps little: places on other pages are looked up at the end.

    `known` are the files of the site as paths from its root; `common` are places that every page has.
    """

    def __init__(self, known: Collection[str], *, common: Collection[str] = ()) -> None:
        self._known = known
        self._common = frozenset(common)
        self._good: set[str] = set()
        self._pending: dict[str, dict[str, list[tuple[str, str]]]] = {}

    def look(self, page: str, text: str) -> Iterator[BadLink]:
        """The bad links of a page; `page` is the path of its file: «praktiki/karty/index.html»."""
        folder = page[: page.rfind("/") + 1]
        up = "../" * folder.count("/")  # most links start at the root, and most have been seen before
        for tag, raw in set(_REFERENCE.findall(text)):
            if raw.startswith(up) and raw[len(up) :] in self._good:
                continue
            href = html.unescape(raw) if "&" in raw else raw
            if _SCHEME.match(href):
                if tag not in ("a", "area") and not href.startswith("data:"):
                    yield BadLink(page, href, "с этой страницы уходит запрос на чужой сайт", outside=True)
                continue
            path, mark, place = href.partition("#")
            target = resolve(folder, path) if path else page
            if target not in self._known:
                yield BadLink(page, href, "такой страницы или такого файла нет")
            elif path and not mark and raw.startswith(up):
                self._good.add(raw[len(up) :])
            elif mark and place and target != page:
                self._pending.setdefault(target, {}).setdefault(unquote(place), []).append((page, href))
            elif mark and place and not self._has(text, unquote(place)):
                yield BadLink(page, href, "на странице нет такого места")

    def finish(self, read: Callable[[str], str]) -> Iterator[BadLink]:
        """The bad links to places on other pages; `read` gives the text of a built page by its path."""
        for target, places in sorted(self._pending.items()):
            found = frozenset(_PLACE.findall(read(target))) | self._common
            for place, sources in sorted(places.items()):
                if place not in found:
                    for page, href in sources:
                        yield BadLink(page, href, f"на той странице нет места «{place}»")
        self._pending.clear()

    def _has(self, text: str, place: str) -> bool:
        return place in self._common or f' id="{html.escape(place)}"' in text


def resolve(folder: str, path: str) -> str:
    """The file that a relative address means, seen from a page in `folder` («praktiki/karty/»).

    An address that climbs out of the site keeps its «../» and so is never known.
    """
    path = path.partition("?")[0]
    while path.startswith("../") and folder:
        folder = folder[: folder.rfind("/", 0, -1) + 1]
        path = path[3:]
    target = folder + unquote(path)
    if "./" in target or target.endswith((".", "/..")):
        slash = target.endswith(("/", "."))
        target = posixpath.normpath(target)
        target = "" if target == "." else target + ("/" if slash else "")
    return target + "index.html" if not target or target.endswith("/") else target
