"""Packed files from strangers: what may go wrong while one is opened and unpacked."""

from __future__ import annotations

from zipfile import BadZipFile

UNREADABLE = (OSError, ValueError, RuntimeError, NotImplementedError, BadZipFile, EOFError)
"""Torn, encrypted or packed in a way that Python does not know: trouble of the file, not ours."""
