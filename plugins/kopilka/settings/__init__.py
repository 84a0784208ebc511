"""The bank's settings, `kopilka.yml`."""

from kopilka.settings.model import (
    DEFAULT_KINDS,
    Bank,
    Checks,
    Column,
    Forge,
    ForgeKind,
    Hosts,
    KindFolder,
    Level,
    Limits,
    Link,
    Proposals,
    RelativeFolder,
    Search,
    Settings,
)
from kopilka.settings.reading import FILE_NAME, SettingsError, parse_settings, read_settings

__all__ = [
    "DEFAULT_KINDS",
    "FILE_NAME",
    "Bank",
    "Checks",
    "Column",
    "Forge",
    "ForgeKind",
    "Hosts",
    "KindFolder",
    "Level",
    "Limits",
    "Link",
    "Proposals",
    "RelativeFolder",
    "Search",
    "Settings",
    "SettingsError",
    "parse_settings",
    "read_settings",
]
