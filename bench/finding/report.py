"""The figures of a large bank beside their bars."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from bench.finding.browser import Cost, Measured, Speed
from bench.markdown import number, rows, whole

_KILO = 1024
_NAMES = {"lunr": "lunr.js 2.3.9 + ru", "minisearch": "MiniSearch 7.2"}

_SPEEDS: tuple[tuple[str, str, Callable[[Speed], str]], ...] = (
    ("индекс готов после прихода, мс", "500", lambda speed: _one(speed.ready)),
    ("дольше всего страница стоит при этом, мс", "", lambda speed: number(speed.longest, 0)),
    ("запрос впервые, p95, мс", "50", lambda speed: _costs(speed.first)),
    ("тот же запрос ещё раз, p95, мс", "50", lambda speed: _costs(speed.again)),
    ("щелчок: расчёт, p95, мс", "16", lambda speed: _costs(speed.compute, 1)),
    ("щелчок впервые: до списка на экране, p95, мс", "50", lambda speed: _costs(speed.cards)),
    ("– мышью, которая задержалась на значении, p95, мс", "50", lambda speed: _costs(speed.approached)),
    ("тот же щелчок ещё раз, p95, мс", "50", lambda speed: _costs(speed.click)),
)


@dataclass(frozen=True, slots=True)
class Peer:
    """A stock engine over the same documents, under Node."""

    name: str
    bytes: int
    load: float
    asked: list[float]


@dataclass(frozen=True, slots=True)
class Bank:
    """One measured bank."""

    name: str
    ours: Measured
    peers: tuple[Peer, ...]


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of the others does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def tables(banks: Sequence[Bank], size: int) -> str:
    """All tables in Markdown."""
    busy = f"средняя загрузка после замера {number(os.getloadavg()[0], 0)} на {os.cpu_count()} ядрах"
    head = f"{whole(size)} записей по 4 КБ; {busy}."
    return "\n\n".join((head, _bars(banks), *_peers(banks)))


def _bars(banks: Sequence[Bank]) -> str:
    speeds = [speed for bank in banks for speed in bank.ours.speeds]
    names = [bank.name if slower == 1 else f"… ×{slower} медленнее" for bank, slower in _columns(banks)]
    head = ("Что", *names, "Надо")
    body = [*_weights(banks), *((name, *map(show, speeds), bar) for name, bar, show in _SPEEDS)]
    return rows(head, body)


def _columns(banks: Sequence[Bank]) -> Iterator[tuple[Bank, int]]:
    for bank in banks:
        for speed in bank.ours.speeds:
            yield bank, speed.slower


def _weights(banks: Sequence[Bank]) -> Iterator[tuple[str, ...]]:
    columns = [bank.ours if slower == 1 else None for bank, slower in _columns(banks)]

    def line(name: str, bar: str, show: Callable[[Measured], str]) -> tuple[str, ...]:
        return (name, *(show(ours) if ours else "" for ours in columns), bar)

    yield line("до поля поиска загружено, файлов", "0", lambda ours: str(len(ours.weight.before)))
    yield line("первый запрос скачивает, КБ gzip", "1 024", lambda ours: _kilobytes(ours.weight.total))
    for part in dict.fromkeys(part for ours in columns if ours for part in ours.weight.parts):
        yield line(f"– {part}", "", partial(_part, name=part))
    yield line("data/facets.js, КБ gzip", "200", lambda ours: _kilobytes(ours.facets))


def _part(ours: Measured, *, name: str) -> str:
    return _kilobytes(ours.weight.parts.get(name, 0))


def _peers(banks: Sequence[Bank]) -> Iterator[str]:
    head = ("Индекс целиком, под Node", "Банк", "КБ gzip", "загрузка, мс", "запрос p50 / p95, мс")
    body = [
        (_NAMES[peer.name], bank.name, _kilobytes(peer.bytes), number(peer.load, 0), _pair(peer.asked, 1))
        for bank in banks
        for peer in bank.peers
    ]
    if body:
        yield rows(head, body)


def _one(cost: Cost) -> str:
    return f"{number(cost.wall, 0)} (проц. {number(cost.cpu, 0)})"


def _costs(costs: Sequence[Cost], digits: int = 0) -> str:
    """The clock and the processor, of the deed that nineteen of twenty do not exceed; the median after it."""
    wall, cpu = ([getattr(cost, name) for cost in costs] for name in ("wall", "cpu"))
    late, usual = ((percentile(wall, share), percentile(cpu, share)) for share in (0.95, 0.5))
    first, second = (f"{number(a, digits)} (проц. {number(b, digits)})" for a, b in (late, usual))
    return f"{first}; обычно {second}"


def _pair(values: Sequence[float], digits: int = 0) -> str:
    return " / ".join(number(percentile(values, share), digits) for share in (0.5, 0.95))


def _kilobytes(size: int) -> str:
    return whole(round(size / _KILO))
