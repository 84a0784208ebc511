"""The hooks of MkDocs in the order it calls them; each says what to do and its neighbours do it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import jinja2
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from kopilka.mkdocs_plugin.bank import log, open_bank, plan_bank, refuse_errors, share_settings, tell
from kopilka.mkdocs_plugin.building import Build, strict_warnings
from kopilka.mkdocs_plugin.macros import lend_macros
from kopilka.mkdocs_plugin.serving import Rebuilder, Run
from kopilka.mkdocs_plugin.staging import Staging, StagingError
from kopilka.mkdocs_plugin.theming import wear_theme
from kopilka.mkdocs_plugin.view import PageView

_NO_DIRTY = (
    "Сборка с --dirty обновила бы только часть страниц, и каталог разошёлся бы с записями. "
    "Уберите --dirty: mkdocs serve и без него обновляет только то, что изменилось."
)


class KopilkaConfig(Config):  # type: ignore[no-untyped-call]
    """How this one build is made; what the bank is stands in kopilka.yml, which every face of it reads."""

    preview = c.Type(bool, default=False)
    """Whether drafts and records under review are built too, each marked as such."""


class KopilkaPlugin(BasePlugin[KopilkaConfig]):  # type: ignore[no-untyped-call]
    """Hands the bank's pages to MkDocs. With `on_startup` one object lives through all of `serve`."""

    _build: Build
    _run: Run
    _nav: Navigation
    _view: PageView

    def __init__(self) -> None:
        self._serving = False
        self._dirty = False
        self._staging: Staging | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers what MkDocs was called for."""
        self._serving, self._dirty = command == "serve", dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Opens the bank, tells its problems and, in a build, stops at errors."""
        if self._dirty:
            raise PluginError(_NO_DIRTY)
        wear_theme(config)
        workspace = open_bank(config, preview=self._serving or self.config.preview)
        share_settings(config, workspace.settings)
        tell(workspace.report)
        if not self._serving:
            refuse_errors(workspace.report)
        self._build = Build(workspace, plan_bank(workspace, config), forgiving=self._serving)
        lend_macros(config, lambda: self._build.plan)
        self._stage(config)
        return config

    @event_priority(-50)  # after plugins that add pages of docs/, so that taken addresses are seen
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds the planned pages and files, and our own styles, scripts and fonts."""
        self._build.add_files(files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keeps the navigation for pages that are written again."""
        self._nav = nav
        return nav

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """From here pages are drawn."""
        self._build.begin(files, env)
        self._run = Run(self._build, config, env, files, self._nav)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Dresses pages without an address of their own, such as 404."""
        context["kopilka"] = self._build.view_lost(config)  # type: ignore[typeddict-unknown-key]
        return context

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Renders a record, or looks up the surroundings of a hand-written page; one page at a time."""
        self._view = context["kopilka"] = self._build.view(page)  # type: ignore[typeddict-unknown-key]
        return context

    @event_priority(-100)  # what is looked at must be what is written
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Looks at the page that is about to be written."""
        self._build.look(page, output, self._view)
        return output

    @event_priority(-100)  # others may still write into the site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Compares the plan with the disk and, if all is well, puts the new site in place of the old."""
        self._build.finish(Path(config.site_dir))
        self._publish(config)

    def on_build_error(self, *, error: Exception) -> None:
        """Throws a failed build away; the site stays as it was."""
        self._discard()

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Replaces MkDocs' full rebuild by one that renders only what changed."""
        if self._serving and callable(builder):
            server.builder = Rebuilder(builder, lambda: self._run)
            for path in self._build.workspace.watched:
                server.watch(str(path))
        return server

    def on_shutdown(self) -> None:
        """Leaves nothing behind when the build was interrupted."""
        self._discard()

    def _stage(self, config: MkDocsConfig) -> None:
        self._discard()  # mkdocs-macros leaves a build by sys.exit, of which no hook is told
        sources = (Path(config.docs_dir), *self._build.workspace.watched)
        try:
            self._staging = Staging.open(Path(config.site_dir), keep_out=sources)
        except StagingError as error:
            raise PluginError(str(error)) from error
        config.site_dir = str(self._staging.folder)

    def _publish(self, config: MkDocsConfig) -> None:
        staging = self._staging
        if staging is None or any(strict_warnings()):
            return  # MkDocs stops a strict build right after this hook, and `on_build_error` clears up
        self._staging, config.site_dir = None, str(staging.target)
        try:
            staging.publish()
        except StagingError as error:
            raise PluginError(str(error)) from error
        self._run.move_to(staging.target)
        log.info("Сайт собран: %s", staging.target)

    def _discard(self) -> None:
        if hasattr(self, "_build"):
            self._build.ahead.close()
        if self._staging is not None:
            self._staging.discard()
        self._staging = None
