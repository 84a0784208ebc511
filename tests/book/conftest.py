"""The sample book as files, made once."""

from __future__ import annotations

import pytest
from tests.book.sample import made_docx, made_epub


@pytest.fixture(scope="session")
def epub() -> bytes:
    """The sample book for e-readers."""
    return made_epub()


@pytest.fixture(scope="session")
def docx() -> bytes:
    """The sample book for Word."""
    return made_docx()
