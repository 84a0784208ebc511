"""A collection of a small bank becomes a book on disk: whole, the same each time, never half-made."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.bank_maker import opened
from tests.workspace.git_bank import commit, edit, git
from tests.workspace.small_book import ID, MANIFEST, RECORD, make_book_bank

from kopilka.catalog.published import FILE_NAME, Published, Role, read_published
from kopilka.workspace.formats import Format
from kopilka.workspace.publishing import PublishError, publish
from kopilka.workspace.standing import Outcome

_QUICK = (Format.PDF, Format.OFFPRINTS)


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank of one practice, with a collection of it."""
    return make_book_bank(tmp_path_factory.mktemp("bank"))


@pytest.fixture
def own_bank(bank: Path, tmp_path: Path) -> Path:
    """The bank, to be changed by a test."""
    return Path(shutil.copytree(bank, tmp_path / "bank"))


@pytest.fixture(scope="module")
def shelf(bank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book in all its formats."""
    out = tmp_path_factory.mktemp("books")
    _publish(bank, out, tuple(Format))
    return out


def _publish(
    bank: Path, out: Path, formats: tuple[Format, ...] = _QUICK, tell: Callable[[str], object] = len
) -> Outcome:
    return publish(opened(bank), ID, formats=formats, out=out, tell=tell)


def _told(out: Path) -> Published:
    found = read_published((out / ID / FILE_NAME).read_text(encoding="utf-8"))
    assert found is not None
    return found


def _files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_everything_is_there(shelf: Path) -> None:
    """Every format lies where `book.json` tells, of the size that it tells; nothing else lies beside."""
    book = _told(shelf)
    assert {file.role for file in book.files} == set(Role)
    assert all((shelf / ID / file.path).stat().st_size == file.size for file in book.files)
    assert {path.name for path in shelf.iterdir()} == {ID}
    assert book.pages_of(RECORD) is not None


def test_same_bytes(bank: Path, shelf: Path, tmp_path: Path) -> None:
    """One manifest and one state of the bank give the same bytes in every format."""
    _publish(bank, tmp_path, tuple(Format))
    assert _files(tmp_path) == _files(shelf)


def test_nothing_to_do(bank: Path, shelf: Path, tmp_path: Path) -> None:
    """What stands and would be the same is left alone; what is lost or torn is made again, and only that."""
    out = Path(shutil.copytree(shelf, tmp_path / "out"))
    assert _publish(bank, out, tuple(Format)).made == ()
    (out / ID / f"{ID}.epub").unlink()
    (out / ID / f"{ID}.docx").write_bytes(b"torn")
    made = _publish(bank, out, tuple(Format)).made
    assert {file.role for file in made} == {Role.EPUB, Role.DOCX}
    assert _files(out) == _files(shelf)


def test_changed_record(own_bank: Path, shelf: Path, tmp_path: Path) -> None:
    """A changed record makes the book anew; files of the former one do not stay beside it."""
    out = Path(shutil.copytree(shelf, tmp_path / "out"))
    edit(own_bank, f"practices/{RECORD}.md", ("## Введение\n", "## Введение\n\nПравка.\n"))
    _publish(own_bank, out, (Format.PDF,))
    assert {file.role for file in _told(out).files} == {Role.SCREEN, Role.PICTURE}
    assert not (out / ID / f"{ID}.epub").exists()


def test_interrupted(own_bank: Path, shelf: Path, tmp_path: Path) -> None:
    """Ctrl+C in the middle leaves the former book; the next run finishes the work."""
    out = Path(shutil.copytree(shelf, tmp_path / "out"))
    edit(own_bank, f"practices/{RECORD}.md", ("## Введение\n", "## Введение\n\nПравка.\n"))

    def stop(words: str) -> None:
        if words.startswith("Оттиски"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _publish(own_bank, out, _QUICK, stop)
    assert _files(out / ID) == _files(shelf / ID)
    _publish(own_bank, out)
    assert {path.name for path in out.iterdir()} == {ID}


def test_killed_between_moves(bank: Path, shelf: Path, tmp_path: Path) -> None:
    """A run that was killed after it had taken the former book away is healed by the next."""
    out = Path(shutil.copytree(shelf, tmp_path / "out"))
    (out / ID).rename(out / f".{ID}.former")
    (out / f".{ID}.new").mkdir()
    assert _publish(bank, out, tuple(Format)).made == ()
    assert _files(out) == _files(shelf)


def test_broken_record(own_bank: Path, tmp_path: Path) -> None:
    """A record that cannot be read is named with its line, and no book is made without it."""
    edit(own_bank, f"practices/{RECORD}.md", ("status: ", "statuss: "))
    with pytest.raises(PublishError, match=rf"practices/{RECORD}\.md, строка \d+: "):
        _publish(own_bank, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_lost_record(own_bank: Path, tmp_path: Path) -> None:
    """A record that the bank does not have is named too."""
    edit(own_bank, MANIFEST, (f"[{RECORD}]", f"[{RECORD}, net-takoj]"))
    with pytest.raises(PublishError, match="записи «net-takoj» в банке нет"):
        _publish(own_bank, tmp_path / "out")


def test_damaged_picture(own_bank: Path, tmp_path: Path) -> None:
    """A damaged picture is named by its file."""
    (own_bank / f"practices/{RECORD}/foto.png").write_bytes(b"no picture")
    edit(
        own_bank,
        f"practices/{RECORD}.md",
        ("## Введение\n", "## Введение\n\n![Класс за столами](foto.png)\n"),
    )
    with pytest.raises(PublishError, match=rf"practices/{RECORD}/foto\.png: это не картинка"):
        _publish(own_bank, tmp_path / "out")


def test_frozen(own_bank: Path, tmp_path: Path) -> None:
    """A collection frozen at a commit is made from that state, however the records have changed since."""
    git(own_bank, "init", "--quiet", "--initial-branch=main")
    commit(own_bank, "Банк")
    state = git(own_bank, "rev-parse", "HEAD").strip()
    with (own_bank / MANIFEST).open("a", encoding="utf-8") as manifest:
        manifest.write(f'commit: "{state[:10]}"\n')
    _publish(own_bank, tmp_path / "before")
    edit(own_bank, f"practices/{RECORD}.md", ("## Введение\n", "## Введение\n\nПравка после заморозки.\n"))
    _publish(own_bank, tmp_path / "after")
    assert _told(tmp_path / "after").commit == state
    assert _files(tmp_path / "after") == _files(tmp_path / "before")
