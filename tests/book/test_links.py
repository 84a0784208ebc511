"""Where links of strangers' texts may lead."""

from __future__ import annotations

import pytest

from kopilka.book.links import external


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("HTTP://Пример.рф/путь", "http://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C"),
        ("https://example.org/%zz a#b#c", "https://example.org/%25zz%20a#b%23c"),
        ("mailto:shkola@example.org", "mailto:shkola@example.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("//example.org/", ""),
        ("https://user@example.org/", ""),
        ("http://[", ""),
        ("mailto:a@b.ru?body=x", ""),
        ("", ""),
    ],
)
def test_only_pages_and_mailboxes(written: str, address: str) -> None:
    """Addresses of pages come out as any program reads them, everything else as nothing."""
    assert external(written) == address
