"""One request to one site, and no step inside of one's own network.

The name of a site is looked up once, the address is judged, and the connection goes to that very address: a
site that answers another one the second time gets nowhere.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Timer
from urllib.parse import SplitResult, quote, urlsplit

_USUAL_PORTS = frozenset({80, 443, 8080, 8443})
_SCHEMES = {"http": 80, "https": 443}
_TRANSLATED = IPv6Network("64:ff9b::/96")
_KEPT = "/%:?#[]@!$&'()*+,;=~"
_AGENT = "kopilka-links (check of links of a library of teaching practices)"
_LONGEST = 2000
_WHOLE = 3
"""How many times longer than one wait for bytes a whole answer may take."""


class RefusedError(Exception):
    """The address lies inside of a network, or is asked at an unusual port; the text says why, in Russian."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a site answered: its code, and where it sends on to."""

    status: int
    location: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait, in seconds, and whether addresses inside of a network may be asked."""

    timeout: float
    private: bool


class _Connection(http.client.HTTPConnection):
    """A connection to an address that has been judged, under the name of the site."""

    def __init__(self, parts: SplitResult, address: str, limits: Limits, tls: ssl.SSLContext) -> None:
        self.default_port = _SCHEMES[parts.scheme]
        host = (parts.hostname or "").encode("idna").decode("ascii")
        super().__init__(host, parts.port or self.default_port, timeout=limits.timeout)
        self._address = address
        self._tls = tls if parts.scheme == "https" else None

    def connect(self) -> None:
        """Opens the connection; raises `OSError`."""
        self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._tls is not None:
            # The greeting comes after: until then nobody could cut it off.
            secured = self._tls.wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock = secured
            secured.do_handshake()


def request(method: str, url: str, limits: Limits, tls: ssl.SSLContext) -> Reply:
    """Asks for a page and reads only the head of the answer, never the page.

    Raises `RefusedError`, `OSError` (`socket.gaierror` for an unknown name), `http.client.HTTPException`, and
    `ValueError` for an address that makes no sense.
    """
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES or not parts.hostname or "@" in parts.netloc:
        raise ValueError(url)
    address = _find(parts, limits)
    path = quote(f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}", safe=_KEPT)
    connection = _Connection(parts, address, limits, tls)
    head = {"User-Agent": _AGENT, "Accept": "*/*", "Connection": "close"}
    with _patience(connection, limits.timeout * _WHOLE):
        connection.request(method, path, headers=head)
        reply = connection.getresponse()
        return Reply(reply.status, _plain(reply.getheader("Location") or ""))


def _plain(location: str) -> str:
    """An address in plain signs: some sites send letters, and a hostile one anything at all."""
    try:
        location = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return ""
    return quote(location[:_LONGEST], safe=_KEPT)


@contextmanager
def _patience(connection: http.client.HTTPConnection, seconds: float) -> Iterator[None]:
    """Ends a talk that drips byte by byte; each of them would be in time."""

    def cut() -> None:
        with suppress(OSError, AttributeError):  # it may be over by now
            connection.sock.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        connection.close()


def _find(parts: SplitResult, limits: Limits) -> str:
    """The address behind the name of a site; raises `RefusedError` when any address of it is not public."""
    port = parts.port or _SCHEMES[parts.scheme]
    if port not in _USUAL_PORTS and not limits.private:
        raise RefusedError(f"порт {port} необычный для сайта")
    host = (parts.hostname or "").encode("idna").decode("ascii")
    found = [str(item[4][0]) for item in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not limits.private and not all(map(is_public, found)):
        raise RefusedError("за именем сайта – адрес внутренней сети")
    return found[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the whole internet, whatever it is wrapped into."""
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif ip.sixtofour is not None or ip.teredo is not None or ip in _TRANSLATED:
            return False
    return ip.is_global and not ip.is_multicast
