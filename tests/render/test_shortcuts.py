"""The short ways of the parser lead to the same place."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token
from tests.golden import GOLDEN_FOLDER

from kopilka.render.dialect import plain_dialect, quick_dialect

PLAIN, QUICK = plain_dialect(), quick_dialect()
BRICKS = [
    *(
        "слово",
        "**",
        "*",
        "_",
        "`",
        "[",
        "](",
        "](a.md)",
        "!",
        "![",
        "\n",
        "\n\n",
        "\n\n",
        "  \n",
        "- ",
        "1. ",
    ),
    *(
        " ",
        "    ",
        "\t",
        "> ",
        "# ",
        "## ",
        "|",
        "---",
        "| a | b |\n|---|---|\n",
        ":   ",
        "\n:   ",
        "~ ",
        "~~",
    ),
    *(
        "!!! note\n",
        "[^1]",
        "[^1]: ",
        "^[",
        "\\",
        "&amp;",
        "<",
        "{.left}",
        "«",
        '"',
        ".",
        ",",
        "(",
        ")",
        "-",
        "=",
    ),
    *(
        "===",
        "x",
        "1",
        "2) ",
        "5-7",
        "…",
        "\u00a0",
        "№",
        "+",
        "`a`",
        "```\n",
        "Таблица: т",
        "https://a.b",
        "\0",
    ),
    *("\r\n", "\u200b"),
]


def parts(tokens: list[Token]) -> list[Any]:
    """Tokens as data; the library leaves empty texts where emphasis was, which nobody reads."""
    for token in tokens:
        token.children = [child for child in token.children or [] if child.type != "text" or child.content]
    return [token.as_dict() for token in tokens]


@given(st.lists(st.sampled_from(BRICKS), max_size=24).map("".join))
def test_same_tokens(text: str) -> None:
    """Whatever is written, the quick dialect reads it as the library does."""
    assert parts(QUICK.parse(text)) == parts(PLAIN.parse(text))
    assert parts(QUICK.parseInline(text)) == parts(PLAIN.parseInline(text))


def test_same_tokens_of_real_texts() -> None:
    """So it reads every text that a golden file keeps."""
    for path in sorted((GOLDEN_FOLDER / "render").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert parts(QUICK.parse(text)) == parts(PLAIN.parse(text))
