"""The text of the Word file from the title page to the last one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kopilka.book.docx.markup import (
    FIELD_END,
    anchor,
    bookmark_name,
    field,
    field_start,
    hidden_field,
    in_field,
    paragraph,
    run,
)
from kopilka.book.docx.passages import Passage
from kopilka.book.docx.place import Place
from kopilka.book.docx.sections import Sections, end_section
from kopilka.book.docx.text import TextWriter
from kopilka.book.phrases import (
    ABBREVIATIONS,
    ABBREVIATIONS_ID,
    CONTENTS,
    CONTRIBUTORS,
    CONTRIBUTORS_ID,
    KEYWORDS,
    ON_THE_SITE,
    REFERENCES,
    byline,
    contents_words,
    kind_words,
    person_words,
    place_words,
)
from kopilka.book.tree import Link, Styled, Text
from kopilka.book.volume import Article, Book, Chapter, Imprint, Index, Pages, Section

_CONTENTS_LEVEL = 3
"""The level of the authors in the contents: below every title."""
_GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
"""By it Word shows its button «Обновить таблицу»."""
_GAP = '<w:spacing w:before="160" w:after="40"/>'
_GAPS = {
    "output": '<w:spacing w:before="2400" w:after="60"/>',
    "title": '<w:spacing w:before="1600" w:after="200"/>',
}
"""Space above a group of lines: the title page is parted into three."""
_IMPRINT_STYLES = {"title": "Title", "subtitle": "Subtitle"}


@dataclass(frozen=True, slots=True)
class DocumentWriter:
    """Writes `document.xml` of one book; `level` is that of an article's title."""

    book: Book
    pages: Pages
    imprint: Imprint
    text: TextWriter
    sections: Sections
    level: int

    def body(self) -> str:
        """Everything between the tags of the body."""
        return "".join(self._parts()) + self.sections.bare()

    def _parts(self) -> Iterator[str]:
        self.text.begin(Passage("titul", "Титул и выходные сведения", ""))
        yield "".join(self._lines(self.imprint.title_page, "TitleLine"))
        yield end_section(self.sections.bare())
        yield "".join(self._lines(self.imprint.verso, "Imprint"))
        yield end_section(self.sections.bare())
        yield self._contents()
        yield end_section(self.sections.running(1, CONTENTS))
        yield from (self._chapter(chapter) for chapter in self.book.front)
        for section in self.book.sections:
            yield self._half_title(section) if section.title else ""
            yield from (self._article(article) for article in section.articles)
        yield from (self._chapter(chapter) for chapter in self.book.back)
        yield from self._lists()
        yield from (self._index(index) for index in self.book.indexes)
        self.text.begin(Passage("vyhodnye", "Выпускные данные", ""))
        yield "".join(self._lines(self.imprint.last_page, "Imprint"))

    def _lines(self, groups: Mapping[str, Sequence[str]], style: str) -> Iterator[str]:
        """Groups of lines, a gap before each but the first."""
        for number, (name, lines) in enumerate(groups.items()):
            own = _IMPRINT_STYLES.get(name, style) if style == "TitleLine" else style
            for place, line in enumerate(lines):
                gap = (
                    {"spacing": _GAPS.get(name, _GAP) if style == "TitleLine" else _GAP}
                    if number and not place
                    else {}
                )
                yield self.text.words(own, line, gap)

    # Contents

    def _contents(self) -> str:
        """Contents with the pages of the set book in them; Word renews them by its own command."""
        code = f'TOC \\o "1-{self.level}" \\f C \\n {_CONTENTS_LEVEL}-{_CONTENTS_LEVEL} \\h \\z'
        entries = list(self._entries()) or [("TOC1", "")]
        entries[0] = (entries[0][0], field_start(code) + entries[0][1])
        entries[-1] = (entries[-1][0], entries[-1][1] + FIELD_END)
        made = "".join(paragraph(style, runs) for style, runs in entries)
        head = paragraph("TOCHeading", run(CONTENTS))
        gallery = (
            '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        )
        return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{head}{made}</w:sdtContent></w:sdt>"

    def _entries(self) -> Iterator[tuple[str, str]]:
        """Lines of the contents: the style and the runs."""
        yield from (self._entry(1, chapter.id, chapter.title) for chapter in self.book.front)
        for section in self.book.sections:
            if section.title:
                yield self._entry(1, section.id, section.title)
            for article in section.articles:
                yield self._entry(self.level, article.id, article.title)
                yield f"TOC{_CONTENTS_LEVEL}", run(contents_words(article))
        yield from (self._entry(1, chapter.id, chapter.title) for chapter in self.book.back)
        yield from (self._entry(1, id_, title) for id_, title, _, _ in self._last_lists())
        yield from (self._entry(1, index.id, index.title) for index in self.book.indexes)

    def _entry(self, level: int, id_: str, title: str) -> tuple[str, str]:
        return f"TOC{level}", anchor(id_, f"{run(title)}<w:r><w:tab/></w:r>{self._page(id_)}")

    def _page(self, place: str) -> str:
        return field(f"PAGEREF {bookmark_name(place)} \\h", str(self.pages.first.get(place, "…")))

    # Parts

    def _title(self, level: int, id_: str, title: str, path: str = "") -> str:
        self.text.begin(Passage(id_, title, path))
        return self.text.paragraph(f"Heading{level}", (Text(title),), place=id_)

    def _chapter(self, chapter: Chapter) -> str:
        made = self._title(1, chapter.id, chapter.title) + self.text.blocks(chapter.blocks)
        return made + end_section(self.sections.running(1, chapter.title))

    def _half_title(self, section: Section) -> str:
        made = self._title(1, section.id, section.title)
        lead = self.text.words("Lead", section.lead) if section.lead else ""
        return made + lead + end_section(self.sections.bare(middle=True))

    def _article(self, article: Article) -> str:
        return "".join(
            (
                self._title(self.level, article.id, article.title, article.path),
                self._opening(article),
                self.text.blocks(article.blocks),
                *self._references(article),
                end_section(self.sections.running(self.level, article.title)),
            )
        )

    def _opening(self, article: Article) -> str:
        """What stands above the text; whose the article is goes into the contents from here."""
        entry = hidden_field(f"TC {in_field(contents_words(article))} \\f C \\l {_CONTENTS_LEVEL}")
        return "".join(self._opening_lines(article)).replace("</w:pPr>", f"</w:pPr>{entry}", 1)

    def _opening_lines(self, article: Article) -> Iterator[str]:
        yield self.text.words("ArticleKind", kind_words(article))
        yield from (self.text.words("ArticleAuthor", byline(author, article)) for author in article.authors)
        yield from (self.text.words("ArticlePlace", place_words(place)) for place in article.organisations)
        if article.summary:
            yield self.text.words("Summary", article.summary)
        if article.keywords:
            label = Styled("strong", (Text(f"{KEYWORDS}:"),))
            yield self.text.paragraph("Keywords", (label, Text(f" {', '.join(article.keywords)}")))

    def _references(self, article: Article) -> Iterator[str]:
        if article.references:
            yield self.text.words(f"Heading{self.level + 1}", REFERENCES)
            yield self.text.blocks(article.references, Place("Bibliography"))
        if article.url:
            yield self.text.paragraph(
                "Address", (Text(f"{ON_THE_SITE}: "), Link(article.url, (Text(article.url),)))
            )

    def _index(self, index: Index) -> str:
        made = [self._title(1, index.id, index.title)]
        for entry in index.entries:
            places = (anchor(place, self._page(place)) for place in entry.places if place in self.text.ids)
            made.append(paragraph("Index1", run(f"{entry.label}, ") + run(", ").join(places)))
            self.text.say(entry.label)
        return "".join(made) + end_section(self.sections.running(1, index.title))

    def _lists(self) -> Iterator[str]:
        for id_, title, style, lines in self._last_lists():
            made = self._title(1, id_, title) + "".join(self.text.words(style, line) for line in lines)
            yield made + end_section(self.sections.running(1, title))

    def _last_lists(self) -> Iterator[tuple[str, str, str, Iterable[str]]]:
        book = self.book
        if book.abbreviations:
            lines = (f"{short} – {meaning}" for short, meaning in book.abbreviations)
            yield ABBREVIATIONS_ID, ABBREVIATIONS, "ListContinue", lines
        if book.contributors:
            yield CONTRIBUTORS_ID, CONTRIBUTORS, "ListContinue", map(person_words, book.contributors)
