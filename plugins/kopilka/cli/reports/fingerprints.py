"""Names of problems that outlive an edit: a forge tells by them which problems are new and which are gone."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kopilka.diagnostics import Diagnostic

_LINE = re.compile(r"(строк\w*)\s+\d+")


def fingerprints(found: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each problem with its name, made of the file, the code and the words without paths and line numbers.

    Of several alike in one file the second has number 1, and so on.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for item in found:
        words = _LINE.sub(r"\1", item.message.replace(item.path, ""))
        key = (item.path, item.code, words)
        text = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        yield item, hashlib.sha256(text.encode(errors="replace")).hexdigest()[:40]
