"""Files that cannot or must not be read: scans, locked, hostile and torn ones."""

from __future__ import annotations

from tests.exchange.intake.corpus_applications import internship
from tests.exchange.intake.paper_maker import Sheet, add_part, photo


def scan_only() -> bytes:
    """A scan: a picture and nothing else."""
    return Sheet().picture(photo(gps=False)).bytes()


def password() -> bytes:
    """What Word writes under a password: an OLE container with the package encrypted."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\x00" * 1000
        + "EncryptedPackage".encode("utf-16-le")
        + b"\x00" * 500
    )


def bomb() -> bytes:
    """A small package that unpacks into a huge one."""
    return add_part(Sheet().text("x").bytes(), "word/media/zero.bin", b"\x00" * 30_000_000)


def macros() -> bytes:
    """A macro inside of a package that calls itself harmless."""
    return add_part(Sheet().text("x").bytes(), "word/vbaProject.bin", b"macro")


def truncated() -> bytes:
    """The mail broke off."""
    return internship()[:9000]
