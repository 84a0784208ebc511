"""All links of a bank, each address asked once, and what is told at the places where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event

from kopilka.catalog.accepting import Acceptance
from kopilka.catalog.check import adjust
from kopilka.catalog.link_codes import CLOSED_LINK, DEAD_LINK, MOVED_LINK, NO_SITE, SILENT_LINK, UNASKED_LINK
from kopilka.catalog.links import WebLink, links_of_entry, links_of_register
from kopilka.diagnostics import Code, Diagnostic
from kopilka.russian import quote
from kopilka.settings import Links
from kopilka.workspace.bank import Workspace
from kopilka.workspace.links.asking import NO_NETWORK, Answer, Asker, Fate
from kopilka.workspace.links.remembering import read_answers, write_answers
from kopilka.workspace.links.transport import Limits

CACHE = ".cache/links.json"
_FEW = 3
"""So many names that nobody knows, and no other answer, are a computer without a network."""


@dataclass(frozen=True, slots=True)
class LinkReport:
    """What is wrong with the links; how many addresses were asked, on how many sites, how many were known."""

    found: tuple[Diagnostic, ...]
    asked: int
    sites: int
    known: int
    offline: bool = False


def check_links(
    workspace: Workspace,
    wants: Callable[[str], bool] = lambda _: True,
    *,
    begin: Callable[[int, int], None] = lambda _asked, _sites: None,
) -> LinkReport:
    """Asks about the links of the files that `wants` lets through; `begin` hears how much there is to do.

    Answers are kept in the bank's `.cache`; what the records accept and the settings switch off is left out.
    Raises `OSError` when they cannot be kept.
    """
    settings, today = workspace.settings.checks.links, workspace.catalog.today
    links = [link for link in _links(workspace) if wants(link.path) and not _is_skipped(link.host, settings)]
    before = read_answers(workspace.root / CACHE, today, days=settings.remember_days)
    known = {link.url: before[link.url][1] for link in links if link.url in before}
    by_site = _by_site(link for link in links if link.url not in known)
    asked = sum(map(len, by_site.values()))
    begin(asked, len(by_site))
    fresh = _ask_all(by_site, settings) if by_site else {}
    if fresh and _is_offline(fresh):
        return LinkReport((), asked, len(by_site), len(known), offline=True)
    if fresh:
        write_answers(workspace.root / CACHE, {**before, **{url: (today, fresh[url]) for url in fresh}})
    told = (item for link in links for item in _tell(link, {**known, **fresh}[link.url]))
    checks = workspace.settings.checks
    acceptance = Acceptance.of(workspace.catalog.entries.values(), checks)
    return LinkReport(tuple(acceptance.leave(adjust(told, checks))), asked, len(by_site), len(known))


def _links(workspace: Workspace) -> Iterator[WebLink]:
    for entry in workspace.catalog.entries.values():
        yield from links_of_entry(entry)
    for path, _ in workspace.registers.stamps:
        text = (workspace.root / path).read_text(encoding="utf-8", errors="replace")
        yield from links_of_register(path, text)


def _is_skipped(host: str, settings: Links) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in settings.skipped)


def _by_site(links: Iterator[WebLink]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for link in links:
        found[link.host][link.url] = None
    return {host: list(urls) for host, urls in found.items()}


def _ask_all(by_site: Mapping[str, Sequence[str]], settings: Links) -> dict[str, Answer]:
    """Several sites at once, the pages of one site in turn; Ctrl+C ends it without waiting for the rest."""
    stop, limits = Event(), Limits(settings.timeout_seconds, settings.private)
    asker = Asker(limits, pause=settings.pause_milliseconds / 1000, stop=stop)

    def ask(urls: Sequence[str]) -> dict[str, Answer]:
        return {url: asker.ask(url) for url in urls if not stop.is_set()}

    with ThreadPoolExecutor(settings.at_once) as pool:
        try:
            answers = [pool.submit(ask, urls) for urls in by_site.values()]
            return {url: answer for done in answers for url, answer in done.result().items()}
        finally:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)


def _is_offline(fresh: Mapping[str, Answer]) -> bool:
    """Whether nothing answered at all: then the links are not to blame."""
    if all(answer.words == NO_NETWORK for answer in fresh.values()):
        return True
    unknown = all(answer.fate is Fate.NO_SITE or answer.words == NO_NETWORK for answer in fresh.values())
    return unknown and len(fresh) >= _FEW


_TOLD: Mapping[Fate, tuple[Code, str, str]] = {
    Fate.GONE: (
        DEAD_LINK,
        "страницы {url} нет: {words}",
        "Найдите, куда она переехала, положите файл рядом с записью или уберите ссылку.",
    ),
    Fate.NO_SITE: (
        NO_SITE,
        "сайта нет: {url}",
        "Проверьте, нет ли опечатки; если сайт закрылся, дайте другую ссылку или файл.",
    ),
    Fate.MOVED: (MOVED_LINK, "страница {url} переехала", "Впишите новый адрес: {target}"),
    Fate.SILENT: (
        SILENT_LINK,
        "{url} не открылась: {words}",
        "Откройте её сами. Если не открывается и через неделю, замените ссылку.",
    ),
    Fate.CLOSED: (
        CLOSED_LINK,
        "{url} открывается не всем: {words}",
        "Откройте её в окне без входа. Не открылась – положите файл рядом с записью.",
    ),
    Fate.UNASKED: (
        UNASKED_LINK,
        "{url} не проверена: {words}",
        "Дайте адрес, который открывается всем, или положите файл рядом с записью.",
    ),
}


def _tell(link: WebLink, answer: Answer) -> Iterator[Diagnostic]:
    if answer.fate in _TOLD:
        code, message, hint = _TOLD[answer.fate]
        facts = {"url": quote(link.url), "words": answer.words, "target": answer.target}
        yield link.tell(code, message.format(**facts), hint=hint.format(**facts))
