"""Every feature of the dialect, as an input and the HTML it makes, in `tests/golden/render`."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.golden import GOLDEN_FOLDER, Golden

from kopilka.render.body import Body, BodyRenderer
from kopilka.render.typography import JOINER, NBSP

INPUTS = sorted((GOLDEN_FOLDER / "render").glob("*.md"))
MEANINGS = {
    "ИОМ": "индивидуальный образовательный маршрут",
    "ИМЦ": 'информационно-методический "центр"',
    "ФГОС": "федеральный государственный образовательный стандарт",
    "ДПО": "дополнительное профессиональное образование",
    "ДППО": "дополнительное профессиональное педагогическое образование",
    "РС НМС": "региональная система научно-методического сопровождения",
}
LOST = {"net.png", "net-takoj.md"}


def resolve(address: str) -> str | None:
    """Another record becomes its page, a file stays, some are not there."""
    if address in LOST:
        return None
    return f"../{address.removesuffix('.md')}/" if address.endswith(".md") else address


def visible(body: Body) -> str:
    """The HTML with its invisible spaces spelt out, and what was found in the body under it."""
    html = body.html.replace(NBSP, "&nbsp;").replace(JOINER, "&NoBreak;")
    found = [repr(part) for part in (*body.headings, *body.links, *body.images)]
    return "\n".join([html, *found, ""])


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_dialect(path: Path, golden: Golden) -> None:
    """A feature renders as it did when somebody looked at it."""
    renderer = BodyRenderer(abbreviations=MEANINGS)
    body = renderer.render(path.read_text(encoding="utf-8"), prefix="p-", resolve=resolve)
    golden.check(path.with_suffix(".html"), visible(body))
