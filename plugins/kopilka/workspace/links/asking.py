"""What has become of a page: follows where its site leads and puts the answer into words."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from threading import Event, Lock
from urllib.parse import urldefrag, urljoin, urlsplit

from kopilka.workspace.links.transport import Limits, RefusedError, Reply, request

_MOST_STEPS = 6
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOR_EVER = frozenset({301, 308})
_GONE = frozenset({404, 410})
_CLOSED = frozenset({401, 403, 407, 451})
_SIGN_IN = re.compile(r"/(?:log-?in|sign-?in|auth|sso|oauth|passport|vhod)(?:[/?.]|\Z)", re.IGNORECASE)


class Fate(StrEnum):
    """What has become of a page."""

    FOUND = "found"
    MOVED = "moved"
    GONE = "gone"
    NO_SITE = "no-site"
    SILENT = "silent"
    CLOSED = "closed"
    UNASKED = "unasked"


@dataclass(frozen=True, slots=True)
class Answer:
    """The fate of a page, the reason in words, and the new address of one that has moved."""

    fate: Fate
    words: str = ""
    target: str = ""


class Asker:
    """Asks politely: one request at a time to a site, with a pause after it; `stop` ends the waiting."""

    def __init__(self, limits: Limits, *, pause: float, stop: Event | None = None) -> None:
        """`pause` in seconds."""
        self._limits = limits
        self._pause = pause
        self._stop = stop or Event()
        self._tls = ssl.create_default_context()
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)
        self._guard = Lock()

    def ask(self, url: str) -> Answer:
        """The fate of the page at an address; never raises for what a site does."""
        start, place = urldefrag(url)
        current, for_ever, seen = start, True, {start}
        for _ in range(_MOST_STEPS):
            reply = self._reply(current)
            if isinstance(reply, Answer):
                return reply
            if reply.status not in _REDIRECTS or not reply.location:
                return _judge(start, current, reply, place, for_ever=for_ever)
            following = _next(current, reply.location)
            if isinstance(following, Answer):
                return following
            current = following
            for_ever = for_ever and reply.status in _FOR_EVER
            if current in seen:
                break
            seen.add(current)
        return Answer(Fate.SILENT, "сайт водит по кругу")

    def _reply(self, url: str) -> Reply | Answer:
        """The head of a page; where a site does not like the short question, the usual one is asked."""
        reply = self._once("HEAD", url)
        if isinstance(reply, Answer) or reply.status < http.client.BAD_REQUEST:
            return reply
        return self._once("GET", url)

    def _once(self, method: str, url: str) -> Reply | Answer:
        try:
            with self._turn(urlsplit(url).hostname or ""):
                try:
                    return request(method, url, self._limits, self._tls)
                finally:
                    self._stop.wait(self._pause)
        except Exception as error:  # noqa: BLE001 - what is no trouble of a site is raised again
            return _told(error)

    def _turn(self, host: str) -> Lock:
        with self._guard:
            return self._turns[host.lower()]


def _next(page: str, location: str) -> str | Answer:
    try:
        return urldefrag(urljoin(page, location)).url
    except ValueError as error:
        return _told(error)


def _told(error: Exception) -> Answer:
    """The trouble in words; raises what is no trouble of a site but a fault of ours."""
    for kind, tell in _TROUBLES:
        if isinstance(error, kind):
            return tell(error)
    raise error


def _judge(start: str, end: str, reply: Reply, place: str, *, for_ever: bool) -> Answer:
    if reply.status in _GONE:
        return Answer(Fate.GONE, f"сайт отвечает {reply.status}: страницы нет")
    if reply.status in _CLOSED or (end != start and _SIGN_IN.search(urlsplit(end).path)):
        return Answer(Fate.CLOSED, "сайт просит войти или не пускает")
    if reply.status >= http.client.BAD_REQUEST or reply.status in _REDIRECTS:
        return Answer(Fate.SILENT, f"сайт отвечает {reply.status}")
    if end in {start, f"{start}/"}:
        return Answer(Fate.FOUND)
    if urlsplit(end).path in {"", "/"} and urlsplit(start).path not in {"", "/"}:
        return Answer(Fate.GONE, "сайт отправляет на главную")
    return Answer(Fate.MOVED, target=f"{end}#{place}" if place else end) if for_ever else Answer(Fate.FOUND)


def _no_name(error: Exception) -> Answer:
    gone = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
    if isinstance(error, socket.gaierror) and error.errno in gone:
        return Answer(Fate.NO_SITE, "такого имени в интернете нет")
    return Answer(Fate.SILENT, NO_NETWORK)


def _no_trust(error: Exception) -> Answer:
    if not isinstance(error, ssl.SSLCertVerificationError):
        return Answer(Fate.SILENT, "защищённое соединение не получилось")
    why = error.verify_message
    if "expired" in why:
        return Answer(Fate.SILENT, "сертификат сайта просрочен")
    if "unable to get" in why or "self" in why:
        return Answer(Fate.SILENT, "сертификат выдал центр, которого этот компьютер не знает")
    return Answer(Fate.SILENT, "сертификат сайта не проверить")


NO_NETWORK = "имя сайта не узнать: похоже, нет связи"

_TROUBLES: tuple[tuple[type[Exception], Callable[[Exception], Answer]], ...] = (
    (RefusedError, lambda error: Answer(Fate.UNASKED, str(error))),
    (socket.gaierror, _no_name),
    (ssl.SSLError, _no_trust),
    (TimeoutError, lambda _: Answer(Fate.SILENT, "сайт не ответил вовремя")),
    (ConnectionRefusedError, lambda _: Answer(Fate.SILENT, "сайт не принимает соединения")),
    (OSError, lambda _: Answer(Fate.SILENT, "соединение оборвалось")),
    (http.client.HTTPException, lambda _: Answer(Fate.SILENT, "ответ сайта не понять")),
    (ValueError, lambda _: Answer(Fate.SILENT, "сайт отправляет по адресу, по которому не перейти")),
)
"""The first that fits."""
