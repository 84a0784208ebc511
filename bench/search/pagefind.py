"""Pagefind over the same documents: its own index, its own script in Chromium, over HTTP."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

from bench.browser import chromium, served
from bench.search.corpus import Text
from bench.search.metrics import DEPTH

_ASK = """
async ([address, queries, depth]) => {
  const pagefind = await import(address + "pagefind/pagefind.js");
  await pagefind.options({ excerptLength: 1 });
  const found = [];
  for (const words of queries) {
    const { results } = await pagefind.search(words);
    const pages = await Promise.all(results.slice(0, depth).map((result) => result.data()));
    found.push(pages.map((page) => page.raw_url || page.url));
  }
  return found;
}
"""


def search_pagefind(
    documents: Sequence[Text],
    queries: Sequence[str],
    *,
    typing: bool,  # noqa: ARG001 - it takes every last word for an unfinished one
) -> list[list[str]]:
    """The ids found for every query, ten at most."""
    with tempfile.TemporaryDirectory(prefix="kopilka-pagefind-") as folder:
        asyncio.run(_index(Path(folder), documents))
        (Path(folder) / "index.html").write_text("<!doctype html><title>Pagefind</title>", encoding="utf-8")
        with served(Path(folder)) as address, chromium() as browser:
            page = browser.new_page()
            page.goto(address)
            found = page.evaluate(_ASK, [address, list(queries), DEPTH])
    return [[url.strip("/").removesuffix(".html") for url in urls] for urls in found]


async def _index(folder: Path, documents: Sequence[Text]) -> None:
    config = IndexConfig(output_path=str(folder / "pagefind"), force_language="ru")
    async with PagefindIndex(config=config) as index:
        for text in documents:
            await index.add_html_file(url=f"/{text.id}", content=_page(text))


def _page(text: Text) -> str:
    """A page as a site would have it; the weights are ours."""
    parts = (
        f"<h1>{escape(text.title)}</h1>",
        *(
            f'<p data-pagefind-weight="{weight}">{escape(value)}</p>'
            for weight, value in (
                (2, text.summary),
                (3, ", ".join(text.tags)),
                (2, text.organisation),
                (1, text.text),
            )
        ),
    )
    return f'<!doctype html><html lang="ru"><body>{"".join(parts)}</body></html>'
