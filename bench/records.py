"""Front matter of made-up records: about sixty values each, every kind with the parts that are its own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bench.draw import Draw, id_of, kind_of
from bench.phrases import PHRASES

Meta = dict[str, Any]

_FIRST_DAY = date(2024, 9, 2)
_TITLES = len(PHRASES["what"]) * len(PHRASES["where"]) * len(PHRASES["how"])
_STRIDE = 7_919
"""A prime that shares nothing with the number of titles: neighbours differ, and none comes twice."""


def title_of(number: int) -> str:
    """A title that no other record has."""
    place = number * _STRIDE % _TITLES
    place, what = divmod(place, len(PHRASES["what"]))
    how, where = divmod(place, len(PHRASES["where"]))
    again = f", год {number // _TITLES + 1}" if number >= _TITLES else ""
    parts = PHRASES["what"][what], PHRASES["where"][where], PHRASES["how"][how]
    return f"{parts[0]} {parts[1]}: {parts[2]}{again}"


def common(draw: Draw) -> Meta:
    """What every kind has."""
    title = title_of(draw.number)
    created = _FIRST_DAY + timedelta(days=draw.whole(0, 600))
    what, _, how = title.partition(": ")
    return {
        "title": title,
        "summary": f"{' '.join(draw.phrases('summary', 2))} В этой записи: {how}; {what.lower()}.",
        "status": "archived" if draw.chance(2) else "published",
        "organisations": draw.organisations(1),
        "authors": [{"position": draw.phrase("positions"), "role": draw.phrase("roles")}],
        "levels": draw.terms("level", draw.whole(1, 2)),
        "audience": draw.terms("audience", draw.whole(1, 2)),
        "themes": draw.terms("theme", draw.whole(1, 2)),
        "deficits": draw.terms("deficit", draw.whole(1, 2)),
        "deficits_note": draw.phrase("difficulty"),
        "recognition": draw.term("recognition"),
        "period": _period(draw),
        "keywords": draw.phrases("keywords", 4),
        "related": draw.earlier(2),
        "sources": [
            {
                "document": "Описание опыта, представлено организацией",
                "issuer": "методическая служба",
                "date": created - timedelta(days=8),
            }
        ],
        "created": created,
        "reviewed": created + timedelta(days=draw.whole(30, 150)),
        "demo": True,
    }


def _period(draw: Draw) -> Meta:
    """From a September on; three of five works are over by now."""
    first = draw.whole(2020, 2024)
    start = {"start": f"{first}-09"}
    return start | {"end": f"{first + draw.whole(1, 2)}-05"} if draw.chance(60) else start


def practice(draw: Draw) -> Meta:
    """A practice: results, resources, time, conditions, risks, who has repeated it."""
    meta = common(draw)
    low = draw.whole(1, 8)
    risk, remedy = draw.phrase("risks")
    own = {
        "type": draw.term("practice-type"),
        "subjects": draw.terms("subject", draw.whole(1, 2)),
        "grades": {"min": low, "max": low + draw.whole(0, 3)},
        "competences": draw.terms("competence", 1),
        "problem": draw.phrase("problem"),
        "idea": draw.phrase("idea"),
        "methods": draw.phrases("methods", 3),
        "results": [_result(draw, what) for what in draw.phrases("changes", 2)],
        "results_note": f"{draw.whole(20, 180)} детей, сентябрь 2024 – май 2025 года",
        "resources": {
            "equipment": draw.phrase("needs"),
            "cost": {"roubles": 100 * draw.whole(0, 30), "per": "на группу в год"},
            "preparation_minutes": 5 * draw.whole(2, 18),
        },
        "duration": {"session_minutes": 5 * draw.whole(2, 9), "times": draw.whole(1, 3), "per": "week"},
        "group": {"min": draw.whole(6, 12), "max": draw.whole(15, 30), "note": "группа или класс"},
        "conditions": draw.phrases("conditions", 2),
        "risks": [{"risk": risk, "remedy": remedy}],
    }
    if draw.chance(30):
        own["transfer"] = [_transfer(draw, meta["organisations"])]
    return meta | own


def _result(draw: Draw, what: str) -> Meta:
    before = draw.whole(10, 45)
    after = before + draw.whole(3, 40)
    return {"what": what, "unit": "%", "before": before, "after": after, "evidence": draw.phrase("proofs")}


def _transfer(draw: Draw, holders: list[str]) -> Meta:
    other = next(id_ for id_ in draw.organisations(2) if id_ not in holders)
    return {
        "organisation": other,
        "since": f"{draw.whole(2024, 2025)}-09",
        "changes": draw.phrase("transfer"),
    }


def case(draw: Draw) -> Meta:
    """A project case: stages, events, expected results; four of five belong to a cascade."""
    year = draw.whole(2023, 2025)
    meta = common(draw) | {
        "period": {"start": f"{year}-09", "end": f"{year + 2}-05"},
        "unique_idea": draw.phrase("idea"),
        "goal": draw.phrase("problem"),
        "tasks": draw.phrases("conditions", 2),
        "personalisation": draw.terms("personalisation", 2),
        "stages": [
            {"name": "Проба", "start": f"{year}-09", "end": f"{year}-12"},
            {"name": "Основной", "start": f"{year + 1}-01", "end": f"{year + 1}-12"},
            {"name": "Передача", "start": f"{year + 2}-01", "end": f"{year + 2}-05"},
        ],
        "events": [
            _event(draw, number, f"{month} {year}", "Проба")
            for number, month in enumerate(("сентябрь", "октябрь", "декабрь"), start=1)
        ],
        "expected_results": draw.phrases("changes", 2),
    }
    root = _root_of_cascade(draw.number)
    return meta | {"parent": id_of(root)} if root != draw.number else meta


def _event(draw: Draw, number: int, when: str, stage: str) -> Meta:
    return {
        "no": str(number),
        "title": draw.phrase("works"),
        "when": when,
        "stage": stage,
        "who": [draw.phrase("positions"), *draw.organisations(1)],
    }


def _root_of_cascade(number: int) -> int:
    """The first case of every hundred records leads the others."""
    first = number - number % 100
    return next(root for root in range(first, number + 1) if kind_of(root) == "case")


def site(draw: Draw) -> Meta:
    """A site: status, programme, staff, scenario, intakes, the practices it shows."""
    shown = draw.earlier(3)
    return common(draw) | {
        "type": draw.term("site-type"),
        "granted": {
            "level": draw.term("recognition"),
            "by": "методический совет",
            "document": f"протокол № {draw.whole(1, 40)}",
            "start": date(2025, 9, 1),
            "end": date(2028, 8, 31),
        },
        "programme": {"hours": draw.whole(8, 36), "mode": "очно", "takeaway": draw.phrase("idea")},
        "staff": [
            {"person": {"position": position}, "work": draw.phrase("roles")}
            for position in draw.phrases("positions", 2)
        ],
        "scenario": [
            {
                "start": f"{10 + step}:00",
                "minutes": 45,
                "title": title,
                "place": f"кабинет {draw.whole(1, 60)}",
            }
            for step, title in enumerate(draw.phrases("steps", 3))
        ],
        "capacity": {"max": draw.whole(8, 20)},
        "intakes": [{"start": date(2027, 1, draw.whole(11, 29)), "places": 12, "taken": draw.whole(0, 11)}],
        "practices": shown,
        "trained": [{"year": "2024/25", "number": draw.whole(5, 90)}],
    }


def network(draw: Draw) -> Meta:
    """A network project: partners in pairs, a road map, meetings, the way in."""
    first, second, third, fourth = draw.organisations(4)
    meta = common(draw)
    return meta | {
        "coordinator": meta["organisations"][0],
        "partners": [
            {"organisation": first, "role": "lider", "pair": second},
            {"organisation": third, "role": "nastavnik", "pair": fourth},
        ],
        "goal": draw.phrase("idea"),
        "joining": {"steps": ["Прочитать положение", "Написать координатору"], "deadline": date(2027, 3, 1)},
        "roadmap": [
            _row(draw, number, work) for number, work in enumerate(draw.phrases("works", 5), start=1)
        ],
        "meetings": [{"title": draw.phrase("works"), "start": date(2027, 2, draw.whole(1, 28)), "hours": 8}],
        "products": draw.earlier(1),
    }


def _row(draw: Draw, number: int, work: str) -> Meta:
    return {
        "no": str(number),
        "work": work,
        "when": f"{draw.phrase('months')} {draw.whole(2025, 2027)}",
        "responsible": draw.organisations(1),
        "result": draw.phrase("changes"),
        "done": draw.chance(40),
    }
