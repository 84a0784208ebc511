"""The measurements as a table, a small chart and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from bench.cases import Pair, Served, Stages, Work, median
from bench.markdown import number, rows, whole

_NAMES = {"check": "проверка", "fmt": "общий вид", "build": "сборка"}
_PEERS = {
    "check": "только разбор и pydantic",
    "fmt": "только разбор и pydantic",
    "build": "MkDocs + Material",
}
_LIMITS = {"check": "1,5×, 400 МБ", "fmt": "1,5×, 400 МБ", "build": "1,2×, 600 МБ"}
_WORKS = {
    "likeness": ("похожие тексты среди записей", "10 с"),
    "likeness again": ("то же ещё раз, в serve", "10 с"),
    "import": ("импорт заявок по 10 страниц", "60 с"),
}
_STAGES = {
    "read": "чтение и проверка",
    "plan": "план сайта",
    "render records": "страницы записей",
    "render lists": "списки",
}
_WIDTH = 40
_SERVE_LIMIT = "2 с"


@dataclass
class Results:
    """Everything measured in one run of the benchmark."""

    machine: dict[str, str]
    pairs: list[Pair] = field(default_factory=list)
    stages: list[Stages] = field(default_factory=list)
    served: list[Served] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Plain data for a file: every run, not only the medians."""
        return asdict(self)


def table(results: Results) -> str:
    """All tables in Markdown."""
    parts = [
        _pairs(results.pairs),
        _works(results.works),
        _served(results.served),
        _stages(results.stages),
        _chart(results),
    ]
    return "\n\n".join(part for part in parts if part)


def _pairs(pairs: Sequence[Pair]) -> str:
    if not pairs:
        return ""
    head = ("Что", "Записей", "Мы, с", "Сравнение, с", "Во сколько раз", "По процессору", "Мы, МБ", "Надо")
    return rows(head, (_pair(pair) for pair in pairs))


def _pair(pair: Pair) -> tuple[str, ...]:
    ours, peer = median(pair.ours), median(pair.peer)
    return (
        f"{_NAMES[pair.case]}, рядом – {_PEERS[pair.case]}",
        whole(pair.size),
        f"{number(ours.wall)} (проц. {number(ours.cpu)})",
        f"{number(peer.wall)} (проц. {number(peer.cpu)})",
        number(pair.wall_ratio),
        number(pair.cpu_ratio),
        f"{ours.megabytes:.0f}",
        _LIMITS[pair.case],
    )


def _works(works: Sequence[Work]) -> str:
    """What has no peer, beside its bar."""
    if not works:
        return ""
    lines = (
        (_WORKS[work.case][0], whole(work.size), number(work.seconds), _WORKS[work.case][1]) for work in works
    )
    return rows(("Что ещё", "Сколько", "Секунд", "Надо"), lines)


def _served(served: Sequence[Served]) -> str:
    if not served:
        return ""
    lines = (
        (
            whole(item.size),
            number(sorted(item.seconds)[len(item.seconds) // 2]),
            number(max(item.seconds)),
            _SERVE_LIMIT,
        )
        for item in served
    )
    return rows(("Правка видна в serve: записей", "обычно, с", "дольше всего, с", "Надо"), lines)


def _stages(stages: Sequence[Stages]) -> str:
    """Milliseconds a record: the same at every size when the cost is linear."""
    if not stages:
        return ""
    head = ("Мс процессора на запись, без MkDocs", *(whole(item.size) for item in stages))
    lines = (
        (words, *(number(1000 * item.seconds[name] / item.size) for item in stages))
        for name, words in _STAGES.items()
    )
    return rows(head, lines)


def _chart(results: Results) -> str:
    """Milliseconds a record of the whole processes: level bars are a straight line from nought."""
    lines = [
        (f"{_NAMES[pair.case]}, {who}", pair.size, 1000 * median(costs).cpu / pair.size)
        for pair in results.pairs
        for who, costs in (("мы", pair.ours), ("сравнение", pair.peer))
    ]
    if not lines:
        return ""
    most = max(value for _, _, value in lines)
    lines.sort(key=lambda line: line[0])
    bars = (
        f"{name:<20}{whole(size):>7} {'█' * max(round(_WIDTH * value / most), 1)} {number(value)}"
        for name, size, value in lines
    )
    return "\n".join(("```text", "мс процессора на запись, весь процесс", *bars, "```"))
