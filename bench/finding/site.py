"""The site that is measured: pages of a small bank around the data of a large one.

The catalogue and the search page are the same for any bank; ten thousand pages of records, which nobody
opens here, would only take their minutes.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.generator import write_bank
from bench.measure import python, run
from bench.stages import TODAY
from kopilka.search import Document
from kopilka.site.data.build import SiteData
from kopilka.site.plan import SitePlan
from kopilka.workspace import open_workspace

_SHELL = 100


def plan_of(bank: Path) -> SitePlan:
    """The plan of a bank's site."""
    return open_workspace(bank, today=TODAY).plan(directory_urls=True)


def write_site(plan: SitePlan, folder: Path) -> Path:
    """The pages and the data in `folder`; gives the site's own folder."""
    site = folder / "site"
    if not site.exists():
        write_bank(folder, _SHELL)
        run(python("-m", "mkdocs", "build", "--strict", "--quiet"), folder)
    shutil.rmtree(site / "data")
    for file in plan.data(()):
        target = site / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    return site


def documents_of(plan: SitePlan) -> list[Document]:
    """The documents of our index, for the peers."""
    return list(SiteData(plan.drawing.view, ()).documents)
