"""Where the measurements were made: without that the figures say little."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = ("mkdocs", "mkdocs-material", "pydantic", "PyYAML", "markdown-it-py", "nh3")


def describe(day: str) -> dict[str, str]:
    """The day, the processor, the memory, the system, and the versions of what is measured."""
    return {
        "день": day,
        "процессор": f"{_processor()}, ядер: {os.cpu_count()}",
        "память": _memory(),
        "система": platform.platform(terse=True),
        "Python": platform.python_version(),
        **{name: version(name) for name in _LIBRARIES},
    }


def _processor() -> str:
    return _line(Path("/proc/cpuinfo"), "model name") or platform.processor() or platform.machine()


def _memory() -> str:
    kilobytes = _line(Path("/proc/meminfo"), "MemTotal").removesuffix(" kB")
    return f"{round(int(kilobytes) / 1024**2)} ГБ" if kilobytes else "неизвестно"


def _line(path: Path, name: str) -> str:
    if not path.exists():
        return ""
    found = (line.partition(":") for line in path.read_text(encoding="utf-8").splitlines())
    return next((value.strip() for key, _, value in found if key.strip() == name), "")
