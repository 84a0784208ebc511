"""What all tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings
from tests.golden import Golden

# No deadline: shared machines stall now and then. Derandomised: a failure in CI is a failure here.
settings.register_profile("kopilka", deadline=None, derandomize=True)
settings.load_profile("kopilka")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option that renews golden files."""
    parser.addoption(
        "--update-golden", action="store_true", help="write golden files anew instead of comparing"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares with golden files, or renews them when pytest was asked to."""
    return Golden(update=bool(request.config.getoption("--update-golden")))
