"""The sign of copyright by ГОСТ Р 7.0.1-2003 and ГК РФ, ст. 1271."""

from __future__ import annotations


def copyright_line(holder: str, year: int | None, *, what: str = "") -> str:
    """«© ГАУ ДПО «ИРО», 2025»; `what` names a part of the rights: «© Иванов И. И., оформление, 2025»."""
    return ", ".join(part for part in (f"©\u00a0{holder}", what, str(year or "")) if part)
