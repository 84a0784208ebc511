"""The folder beside the site: what takes its place, what is kept, what is refused, what is cleared away."""

from __future__ import annotations

from pathlib import Path

import pytest

from kopilka.mkdocs_plugin import staging
from kopilka.mkdocs_plugin.staging import Staging, StagingError


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A published site with one page."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old", encoding="utf-8")
    return site


def build_in(target: Path) -> Staging:
    """A build that wrote one page."""
    made = Staging.open(target)
    (made.folder / "index.html").write_text("new", encoding="utf-8")
    return made


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(item.name for item in folder.iterdir())


@pytest.mark.parametrize("steps", [1, 2])
def test_a_good_build_takes_the_place_of_the_site(
    old: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    """In one step where the system can exchange folders, in two elsewhere; nothing is left beside."""
    if steps == 2:
        monkeypatch.setattr(staging, "_renameat2", lambda _one, _other: False)
    build_in(old).publish()
    assert (old / "index.html").read_text(encoding="utf-8") == "new"
    assert names(old.parent) == ["site"]


def test_the_first_build_makes_the_site(tmp_path: Path) -> None:
    """There is nothing to replace yet, not even the folder around."""
    build_in(tmp_path / "public" / "site").publish()
    assert names(tmp_path / "public") == ["site"]


def test_a_failed_build_leaves_the_site(old: Path) -> None:
    """Thrown away, it leaves the site as it was and nothing beside it."""
    build_in(old).discard()
    assert (old / "index.html").read_text(encoding="utf-8") == "old"
    assert names(old.parent) == ["site"]


def test_hidden_files_of_the_site_are_kept(old: Path) -> None:
    """A published branch and a server's settings live in the site's folder; MkDocs keeps them, so do we."""
    (old / ".git").mkdir()
    (old / ".nojekyll").write_text("", encoding="utf-8")
    build_in(old).publish()
    assert names(old) == [".git", ".nojekyll", "index.html"]


def test_when_the_place_cannot_be_taken_the_site_comes_back(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second of two renames fails, as it does on Windows while a file is open."""
    monkeypatch.setattr(staging, "_renameat2", lambda _one, _other: False)
    made = build_in(old)
    rename = Path.rename

    def fail_once(self: Path, target: Path) -> Path:
        if self == made.folder:
            raise PermissionError("занято")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_once)
    with pytest.raises(StagingError, match="Прежний сайт на месте"):
        made.publish()
    assert (old / "index.html").read_text(encoding="utf-8") == "old"
    assert names(old.parent) == ["site"]


def test_leavings_of_a_killed_build_are_cleared(old: Path) -> None:
    """Its lock is free: the system lets go of it when the process dies."""
    dead = old.parent / ".site.kopilka-build-dead"
    dead.mkdir()
    (old.parent / ".site.kopilka-build-dead.lock").touch()
    build_in(old).publish()
    assert names(old.parent) == ["site"]


def test_a_site_set_aside_by_a_killed_build_comes_back(tmp_path: Path) -> None:
    """It died between two renames: the old site is found beside and put back before anything else."""
    (tmp_path / ".site.kopilka-build-dead.old").mkdir()
    (tmp_path / ".site.kopilka-build-dead.lock").touch()
    made = Staging.open(tmp_path / "site")
    assert (tmp_path / "site").is_dir()
    made.discard()


def test_another_running_build_is_left_alone(old: Path) -> None:
    """Two builds at once do not disturb each other; the last one to end is seen."""
    first, second = build_in(old), build_in(old)
    assert first.folder.exists()
    second.publish()
    first.publish()
    assert names(old.parent) == ["site"]


def test_a_link_or_a_file_in_the_place_is_refused(tmp_path: Path) -> None:
    """To replace a link would leave the folder behind it as it was."""
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real", target_is_directory=True)
    with pytest.raises(StagingError, match="ссылка"):
        Staging.open(tmp_path / "site")
    (tmp_path / "page").touch()
    with pytest.raises(StagingError, match="лежит файл"):
        Staging.open(tmp_path / "page")


@pytest.mark.parametrize("site", ["bank", "bank/docs", "bank/docs/site", "."])
def test_a_site_over_the_sources_is_refused(tmp_path: Path, site: str) -> None:
    """The build would wipe out the records."""
    docs = tmp_path / "bank" / "docs"
    docs.mkdir(parents=True)
    with pytest.raises(StagingError, match="сборка стёрла бы их"):
        Staging.open(tmp_path / site, keep_out=(docs,))


def test_where_nothing_can_be_written_the_reason_is_told(tmp_path: Path) -> None:
    """A file stands where the folder of the site should be made."""
    (tmp_path / "file").touch()
    with pytest.raises(StagingError, match="Проверьте права"):
        Staging.open(tmp_path / "file" / "site")
