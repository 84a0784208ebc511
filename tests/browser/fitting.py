"""Whether a page stays within the window."""

from __future__ import annotations

from playwright.sync_api import Page

TIGHTEST = ((1280, "200"), (390, "200"), (320, ""))
"""Widths in pixels with the chosen size of letters in per cent; the last is as it is for everybody."""


def too_wide(page: Page) -> int:
    """By how many pixels a page is wider than its window; 0 when it fits."""
    extra: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return max(extra, 0)


def too_wide_anywhere(page: Page) -> list[str]:
    """Where a page does not fit: from 320 pixels on and with letters of double size; leaves it narrow."""
    found = []
    for width, size in TIGHTEST:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("size => kopilka.apply({ size })", size)
        if extra := too_wide(page):
            found.append(f"{extra} px too many at {width} px {size}")
    return found
