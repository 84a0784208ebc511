"""Walks over a document and gives every text to the field that its label or heading names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kopilka.exchange.intake.aliases import Aliases
from kopilka.exchange.intake.labels import MOST_LABEL, fold, speaks_of
from kopilka.exchange.intake.paper import Block, Paper, Table, is_bold, plain
from kopilka.exchange.intake.reading import Answer, Leftover, Reading, Seen
from kopilka.exchange.intake.tables import TableWalk
from kopilka.exchange.intake.targets import BODY, SURE, Index, Match, Path

_INLINE = re.compile(r"\s*([^:\n]{2,160}?)\s*(?::|\s[–—]\s)\s*(.*)\Z", re.DOTALL)
_FACTS = (
    re.compile(r"должност"),
    re.compile(r"фамили|\bф\s?и\s?о\b"),
    re.compile(r"почт|e mail|email|электронн\w* адрес"),
    re.compile(r"телефон|факс"),
    re.compile(r"сайт"),
)
_APPENDIX = re.compile(r"приложени[ея]", re.IGNORECASE)


def understand(paper: Paper, index: Index, aliases: Aliases) -> Reading:
    """The answers, rows and leftovers of a document; names of forms and mere headings ask for nothing."""
    forms = tuple(phrase for form in aliases.forms if not form.weak for phrase in form.says)
    walk = _Walk(index, forms, frozenset(fold(heading) for heading in aliases.headings))
    for block in paper.blocks:
        if isinstance(block, Table):
            walk.table(block)
        else:
            walk.block(block)
    walk.close()
    return walk.reading


@dataclass
class _Walk:
    """The walk's state: which heading is open and what it names."""

    index: Index
    forms: tuple[str, ...]
    headings: frozenset[str]
    reading: Reading = field(default_factory=Reading)
    target: Match | None = None
    head: str = ""
    head_place: str = ""
    within: Path = ()
    used: bool = True

    def block(self, block: Block) -> None:
        if not plain(block.text).strip():
            self._picture(block)
        elif block.level < 0:
            self.reading.leftovers.append(Leftover("", block.text, block.place))
        elif block.kind == "heading":
            self._heading(block.text, block.place, block.level)
        elif block.kind == "list":
            self._give(block.text, block.place)
        else:
            self._text(block)

    def table(self, table: Table) -> None:
        caption = self.index.find(table.caption) if table.caption else self.target
        walk = TableWalk(self.index, self.reading, self, caption)
        walk.run(table)
        self.used = True
        if self.target and self.target.path[0] != BODY:
            self.target, self.head = None, ""

    def paragraph(self, text: str, place: str) -> None:
        """A cell that stands alone in its row is read as a paragraph."""
        self._text(Block("text", text, place))

    def open(self, match: Match, label: str, place: str) -> None:
        """A heading that names a field or a part: what follows belongs to it."""
        self.close()
        self.target, self.head, self.head_place, self.used = match, label, place, False
        self.reading.heads.append(Seen(label, place, match.path, match.how, match.score))
        target = self.index.targets.get(match.path)
        if target and target.part:
            self.within = match.path
        elif len(match.path) == 1:
            self.within = ()

    def unknown(self, label: str, place: str) -> None:
        """A heading that names nothing."""
        self.close()
        self.target, self.head, self.head_place, self.used = None, label, place, False
        self.within = ()

    def close(self) -> None:
        """A heading with nothing under it: known ones are told as empty, unknown ones are kept as text."""
        if self.used or not self.head:
            return
        self.used = True
        if self.target:
            self.reading.empty.append(Seen(self.head, self.head_place, self.target.path))
            if _APPENDIX.search(self.head):
                self.reading.asks.append(
                    (self.head_place, "приложения, о котором сказано, в файле нет: попросите прислать")
                )
        else:
            self.reading.leftovers.append(Leftover("", self.head, self.head_place))

    def answer(self, match: Match, label: str, text: str, place: str) -> None:
        """An answer to a field, or a note that there is none."""
        if not plain(text).strip(" _\n\t-–—.…"):
            self.reading.empty.append(Seen(label, place, match.path, match.how, match.score))
            return
        self.reading.answers.append(
            Answer(match.path, label, text.strip().strip("_").strip(), place, match.how, match.score)
        )
        said = [pattern for pattern in _FACTS if pattern.search(fold(label))]
        if len(said) > 1:
            self.reading.asks.append(
                (place, f"в одной ячейке несколько сведений («{label}»): проверьте, что взято")
            )

    def leave(self, label: str, text: str, place: str) -> None:
        """Text under a label that names nothing."""
        self.reading.leftovers.append(Leftover(label, text, place))

    def _heading(self, text: str, place: str, level: int) -> None:
        label = plain(text).strip()
        if self._inline(text, place, guess=True):
            return
        match = self.index.find(label, self.within)
        if self.mere(label) or (level == 1 and not self.reading.answers and self._names_form(label)):
            self._mere(label, place)
        elif match:
            self.open(match, label, place)
        elif level == 1 and not self.reading.titles:
            self.close()
            self.target, self.head = None, ""
            self.reading.titles.append(Seen(label, place))
        else:
            self.unknown(label, place)

    def mere(self, label: str) -> bool:
        """Whether it is a heading that asks for nothing."""
        return fold(label) in self.headings

    def _mere(self, label: str, place: str) -> None:
        self.close()
        self.target, self.head, self.within = None, "", ()
        self.reading.heads.append(Seen(label, place))

    def _names_form(self, label: str) -> bool:
        return any(speaks_of(label, phrase) for phrase in self.forms)

    def _text(self, block: Block) -> None:
        bare = plain(block.text).strip()
        lines = block.text.split("\n")
        if len(lines) > 1 and any(self._label_in(line) for line in lines):
            for line in lines:
                if plain(line).strip():
                    self._text(Block("text", line, block.place))
            return
        if self._inline(block.text, block.place) or self._prefix(bare, block.place):
            return
        bold = is_bold(block.text)
        if self.mere(bare):
            self._mere(bare, block.place)
            return
        match = (
            self.index.find(bare.rstrip(":"), self.within, guess=bold) if len(bare) <= MOST_LABEL else None
        )
        if match and (bold or bare.endswith(":") or len(fold(bare)) > 3):
            self.open(match, bare.rstrip(":"), block.place)
        elif self.target is None and len(bare) <= 2 * MOST_LABEL and self._names_form(bare):
            self._said_inside(bare, block.place)
            self.reading.heads.append(Seen(bare, block.place))
        elif bold and len(bare) < 160 and (self.target is None or self.target.path[0] != BODY):
            self._heading(block.text, block.place, 1 if not self.reading.answers else 2)
        else:
            self._give(block.text, block.place)

    def _picture(self, block: Block) -> None:
        """A picture that stands alone belongs to the text around it; elsewhere it is one of the materials."""
        if self.target and self.target.path[0] == BODY:
            self.used = True
            self.reading.answers.append(Answer(self.target.path, self.head, block.text, block.place))

    def _give(self, text: str, place: str) -> None:
        self.used = True
        if self.target:
            self.answer(self.target, self.head, text, place)
        else:
            self.leave(self.head, text, place)

    def _label_in(self, line: str) -> Match | None:
        found = _INLINE.match(plain(line))
        return self.index.find(found[1], self.within, guess=False) if found else None

    def _inline(self, text: str, place: str, *, guess: bool = False) -> bool:
        """«Название: …» in one paragraph."""
        found = _INLINE.match(plain(text))
        if found is None:
            return False
        match = self.index.find(found[1], self.within, guess=guess or text.startswith("\ue010"))
        if match is None or match.score < SURE:
            return False
        value = found[2].strip()
        if not value:
            return False
        self.close()
        self.answer(match, found[1].strip(), value, place)
        self.target, self.head, self.used = match, found[1].strip(), True
        target = self.index.targets.get(match.path)
        if match.path[0] != BODY and not (target and len(value) > 200):
            self.target, self.head = None, ""
        return True

    def _said_inside(self, bare: str, place: str) -> None:
        """The name of a form that says what it is about: «на статус площадки по теме „…“»."""
        for start, path in self.index.starts:
            found = re.search(rf"(?i)(?<!\w){start}\s*:?\s*«(.+)»", bare, re.DOTALL)
            if found:
                self.answer(Match(path, "alias"), start, " ".join(found[1].split()), place)

    def _prefix(self, bare: str, place: str) -> bool:
        """«по теме …»: the label and the answer without a colon."""
        folded = fold(bare)
        for start, path in self.index.starts:
            if (folded == start or folded.startswith(start + " ")) and len(bare) < 400:
                words = len(start.split())
                value = "" if folded == start else bare.split(maxsplit=words)[-1].strip(" :_")
                if not any(sign.isalpha() for sign in value):
                    self.reading.empty.append(Seen(bare, place, path))
                else:
                    value = (
                        value[1:-1]
                        if value[:1] == "«" and value.endswith("»") and value.count("«") == 1
                        else value
                    )
                    self.answer(Match(path, "alias"), " ".join(bare.split()[:words]), value, place)
                return True
        return False
