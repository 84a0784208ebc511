"""The files of a forge as texts by path, ready to be written into a repository."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kopilka.exchange.ci.forges import FORGES, ForgeFiles, Templates
from kopilka.exchange.ci.templates import proposal_text, report_form, report_text
from kopilka.settings import ForgeKind, Settings

SCRIPT = ".ci/bank.py"
"""What does all the work; every caller runs it."""

MARK = "kopilka ci"
"""Stands in every file that this module makes: such a file may be made again."""

_TEXTS = Path(__file__).parent / "texts"
_ABOUT = f"Сделано командой {MARK}: правки здесь пропадут, когда её выполнят снова."
_IMAGE = "python:3.13-bookworm"
_PINNED = {
    "checkout": "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
    "upload": "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2",
    "pages-upload": "actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0",
    "pages-deploy": "actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5",
}
"""Actions by their commits: a tag can be moved to another program, a commit cannot."""


def make_files(kind: ForgeKind, settings: Settings) -> Mapping[str, str]:
    """Every file of a forge by its path in the repository; `KeyError` for `none`."""
    forge = FORGES[kind]
    return {
        SCRIPT: _read("bank.py.in"),
        **dict(_callers(forge, settings)),
        **dict(_templates(forge, settings)),
    }


def _callers(forge: ForgeFiles, settings: Settings) -> Iterator[tuple[str, str]]:
    words = {**_PINNED, "branch": settings.forge.branch, "image": _IMAGE, "runner": forge.runner}
    for path, name in forge.callers.items():
        text = _read(name)
        for key, word in words.items():
            text = text.replace(f"@{key}@", word)
        yield path, f"# {_ABOUT}\n{text}"


def _templates(forge: ForgeFiles, settings: Settings) -> Iterator[tuple[str, str]]:
    note = f"\n<!-- {MARK} -->\n"
    yield forge.proposal, proposal_text(settings.bank.licence) + note
    if forge.templates is Templates.FORM:
        yield forge.report, f"# {_ABOUT}\n{report_form()}"
    else:
        yield forge.report, report_text() + note


def _read(name: str) -> str:
    return (_TEXTS / name).read_text(encoding="utf-8")
