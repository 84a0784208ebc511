"""Asks Git about the states of a bank: which commit a name means, which files it has, what they hold."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_PATIENCE = 300
_FILE_MODES = frozenset({"100644", "100755"})
_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
}


class GitError(Exception):
    """Git cannot tell what was asked; the text says why and what to do, in Russian."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a commit: its path from the bank's root, its name in Git's store, its size in bytes."""

    path: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that differs between two states: `A`, `M`, `D` or `R`; for `R` where it was before."""

    letter: str
    path: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Git:
    """The repository around a bank; `prefix` is the bank's folder in it, empty or ending with «/»."""

    root: Path
    prefix: str

    @classmethod
    def around(cls, root: Path) -> Git:
        """The repository that the folder lies in; raises `GitError` where there is none."""
        done = _run(root, "rev-parse", "--show-prefix")
        if done.returncode:
            raise GitError(_no_repository(root, done.stderr.decode("utf-8", "replace")))
        return cls(root, done.stdout.decode("utf-8", "surrogateescape").rstrip("\n"))

    def commit(self, name: str) -> str:
        """The full name of the commit that people call `name`; raises `GitError`."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        done = _run(self.root, *asked)
        if name.startswith("-") or done.returncode:
            raise GitError(f"нет такого состояния: {name}. {self._advice()}")
        return done.stdout.decode("ascii").strip()

    def common(self, base: str, head: str) -> str:
        """The commit that two commits grew from; raises `GitError` where the history is too short."""
        done = _run(self.root, "merge-base", base, head)
        if done.returncode:
            raise GitError(f"у этих двух состояний не видно общего предка. {self._advice()}")
        return done.stdout.decode("ascii").strip()

    def _advice(self) -> str:
        shallow = _run(self.root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        if shallow:
            return (
                "История скачана не целиком (неглубокий клон): выполните git fetch --unshallow, "
                "а в автоматической проверке укажите глубину 0 (fetch-depth: 0, GIT_DEPTH: 0)."
            )
        return "Подойдёт ветка, метка или номер коммита: их покажут git branch --all и git log --oneline."

    def files(self, commit: str) -> Iterator[Blob]:
        """The plain files of the bank in a commit; links and other repositories are not among them."""
        listed = self._ask("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *self._here())
        for line in _split(listed):
            facts, _, path = line.partition("\t")
            mode, _, name, size = facts.split()
            inside = path.removeprefix(self.prefix)
            if mode in _FILE_MODES and _is_safe(inside):
                yield Blob(inside, name, int(size))

    def contents(self, blobs: Iterable[Blob]) -> Iterator[tuple[Blob, bytes]]:
        """What the files hold, all from one run of Git."""
        wanted = list(blobs)
        asked = "".join(f"{blob.name}\n" for blob in wanted).encode()
        answer, place = self._ask("cat-file", "--batch", given=asked), 0
        for blob in wanted:
            start = answer.index(b"\n", place) + 1
            place = start + blob.size + 1
            yield blob, answer[start : start + blob.size]

    def changes(self, base: str, head: str | None) -> tuple[FileChange, ...]:
        """The files of the bank that differ between a commit and another one, or the folder as it is."""
        plain = ("--no-ext-diff", "--no-textconv", "--no-color", "-z", "-M", "--name-status", "--relative")
        listed = self._ask("diff", *plain, base, *([head] if head else []), "--", ".")
        found = list(_changes(_split(listed)))
        if head is None:
            new = _split(self._ask("ls-files", "--others", "--exclude-standard", "-z", "--", "."))
            found += [FileChange("A", path) for path in new]
        return tuple(sorted(found, key=lambda change: change.path))

    def _here(self) -> tuple[str, ...]:
        return (self.prefix,) if self.prefix else ()

    def _ask(self, *words: str, given: bytes = b"") -> bytes:
        done = _run(self.root, *words, given=given)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise GitError(f"Git не смог прочитать историю: {said}. {self._advice()}")
        return done.stdout


def _run(root: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Git, asking nobody anything and writing nothing, its words taken literally."""
    command = ["git", "--literal-pathspecs", "-c", "core.quotePath=false", "-C", str(root), *words]
    try:
        return subprocess.run(  # noqa: S603 - a list of words, no shell; names of commits never start with «-»
            command,
            input=given,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            env={**os.environ, **_QUIET},
        )
    except FileNotFoundError:
        raise GitError(
            "на этом компьютере нет Git. Установите его с https://git-scm.com и повторите команду."
        ) from None
    except subprocess.TimeoutExpired:
        raise GitError("Git не ответил за пять минут. Повторите команду позже.") from None


def _no_repository(root: Path, said: str) -> str:
    if "dubious ownership" in said:
        return f"папка чужого владельца. Доверьте её Git: git config --global --add safe.directory {root}"
    return (
        f"папка {root} не в репозитории Git: прежних состояний банка в ней нет. "
        "Перейдите в папку банка, взятую из Git."
    )


def _split(listed: bytes) -> list[str]:
    return [item for item in listed.decode("utf-8", "surrogateescape").split("\0") if item]


def _changes(words: list[str]) -> Iterator[FileChange]:
    rest = iter(words)
    for letter in rest:
        first = next(rest)
        if letter[0] in "RC":
            second = next(rest)
            yield FileChange("R", second, first) if letter[0] == "R" else FileChange("A", second)
        else:
            yield FileChange(letter[0] if letter[0] in "AD" else "M", first)


def _is_safe(path: str) -> bool:
    """Whether a path may be written below a folder; a commit made by hand can hold any."""
    steps = path.split("/")
    return "\\" not in path and ":" not in path and all(step not in {"", ".", ".."} for step in steps)
