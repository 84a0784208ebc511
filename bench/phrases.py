"""The phrases of made-up records, by the name of their list in `phrases.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

PHRASES: Mapping[str, list[Any]] = yaml.load(
    Path(__file__).with_name("phrases.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)
