"""Bodies of made-up records: about four kilobytes of Cyrillic Markdown, no two of them alike."""

from __future__ import annotations

from bench.draw import Draw


def practice_body(draw: Draw, title: str) -> str:
    """The five sections of a practice, with a numbered list, a table, a list of findings and a note."""
    return "\n\n".join(
        (
            "## Введение",
            draw.phrase("introduction"),
            draw.phrase("reasons"),
            "## Ход работы",
            f"Порядок один для {draw.whole(2, 9)} групп. На всё уходит {5 * draw.whole(3, 8)} минут.",
            _steps(draw),
            _table(draw),
            *draw.phrases("pace", 2),
            "## Методические приёмы и находки",
            _findings(draw),
            _note(draw),
            "## Результаты",
            f"Следили за работой {draw.whole(5, 9)} месяцев подряд. {' '.join(draw.phrases('outcomes', 2))}",
            "## Выводы",
            " ".join(draw.phrases("conclusions", 2)) + _link(draw, title),
        )
    )


def prose_body(draw: Draw, title: str) -> str:
    """A body without prescribed sections, of the same size and with the same parts."""
    paragraphs = draw.phrases("prose", 5)
    return "\n\n".join(
        (
            *paragraphs[:2],
            "## Как это устроено",
            _steps(draw),
            _table(draw),
            draw.phrase("pace"),
            *paragraphs[2:],
            "## Что мы поняли",
            _findings(draw),
            _note(draw),
            draw.phrase("outcomes") + _link(draw, title),
        )
    )


def _steps(draw: Draw) -> str:
    steps = draw.phrases("steps", 5)
    return "\n".join(
        f"{number}. {step} – {draw.whole(2, 12)} мин." for number, step in enumerate(steps, start=1)
    )


def _table(draw: Draw) -> str:
    rows = [f"| {' | '.join(row)} | {draw.whole(2, 15)} |" for row in draw.phrases("table_rows", 4)]
    return "\n".join(
        ("| Шаг | Что делают дети | Что делает взрослый | Минут |", "| --- | --- | --- | --- |", *rows)
    )


def _findings(draw: Draw) -> str:
    return "\n".join(f"- {finding}." for finding in draw.phrases("findings", 3))


def _note(draw: Draw) -> str:
    return f'!!! tip "Что важно знать заранее"\n\n    {draw.phrase("advice")}'


def _link(draw: Draw, title: str) -> str:
    """A link to an earlier practice, in three records of four; the first record has nowhere to lead."""
    before = draw.earlier(1) if draw.chance(75) else []
    return (
        f" Похожий порядок описан в записи [по соседству с этой]({before[0]}.md)."
        if before
        else f" «{title}»."
    )
