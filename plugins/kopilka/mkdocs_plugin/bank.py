"""The bank behind a build: opened at the edge, where the clock is, its problems told to MkDocs' log."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from kopilka.diagnostics import Diagnostic, Report, Severity
from kopilka.russian import count
from kopilka.search.pagefind import require_pagefind
from kopilka.settings import Settings, SettingsError
from kopilka.site.plan import SitePlan
from kopilka.slugs import slugify
from kopilka.workspace import Workspace, open_workspace

log = get_plugin_logger("kopilka")

PROBLEMS = ("ошибка", "ошибки", "ошибок")

COPY = "KOPILKA_COPY"
"""Set to 1 where the site is built to be carried away: people on pictures may have agreed to less."""

_SHOWN = 50


def open_bank(config: MkDocsConfig, *, preview: bool) -> Workspace:
    """The bank in the folder of mkdocs.yml; raises `PluginError` when there is none or it cannot be used."""
    try:
        workspace = open_workspace(bank_root(config), today=today(), preview=preview)
        if workspace.settings.search.engine == "pagefind":
            require_pagefind()
    except SettingsError as error:
        raise PluginError(str(error)) from error
    return workspace


def share_settings(config: MkDocsConfig, settings: Settings) -> None:
    """Gives MkDocs what kopilka.yml says of the bank, where mkdocs.yml is silent; Latin anchors."""
    config.site_url = config.site_url or settings.bank.url
    config.site_description = config.site_description or settings.bank.title
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", lambda text, _separator: slugify(text))


def plan_bank(workspace: Workspace, config: MkDocsConfig) -> SitePlan:
    """The pages of the bank."""
    copied = os.environ.get(COPY) == "1"
    return workspace.plan(directory_urls=config.use_directory_urls, use="offline" if copied else "site")


def bank_root(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml, or the current one for a configuration made without a file."""
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def today() -> date:
    """The day of the build: SOURCE_DATE_EPOCH for builds that must repeat byte for byte, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now().astimezone().date()


def tell(report: Report) -> None:
    """Prints what is wrong with the records: errors as errors, the rest as information.

    MkDocs fails a strict build on any warning in its log; a remark about a record is not a reason for that.
    """
    errors = [item for item in report.diagnostics if item.severity is Severity.ERROR]
    remarks = [item for item in report.diagnostics if item.severity is Severity.WARNING]
    tell_all(errors, logging.ERROR)
    tell_all(remarks, logging.INFO)


def tell_all(problems: Iterable[Diagnostic], level: int) -> None:
    """Prints problems, the first fifty of them: a whole list is what `kopilka check` is for."""
    listed = list(problems)
    for problem in listed[:_SHOWN]:
        log.log(level, "%s", describe(problem))
    if len(listed) > _SHOWN:
        log.log(level, "…и ещё %d. Весь список: kopilka check", len(listed) - _SHOWN)


def describe(problem: Diagnostic) -> str:
    """One line: place, code, message; the hint below."""
    line = f"{problem.path}:{problem.span.line}:{problem.span.column}: {problem.code} {problem.message}"
    return f"{line}\n    {problem.hint}" if problem.hint else line


def refuse_errors(report: Report) -> None:
    """Stops a build of a bank with errors in records: raises `PluginError`."""
    errors = report.count(Severity.ERROR)
    if errors:
        raise PluginError(f"В записях {count(errors, PROBLEMS)}: сайт не собран, прежний остался на месте.")
