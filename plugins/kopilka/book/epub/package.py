"""What makes an EPUB of XHTML files: the package, the navigation, the container."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from kopilka.book.epub.documents import Part, page
from kopilka.book.epub.pagination import TITLE, Marks
from kopilka.book.phrases import CONTENTS, CONTENTS_ID, title_words
from kopilka.book.volume import Book, Imprint
from kopilka.documents import escape, quoted
from kopilka.records.isbn import digits_of

CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)
_SUMMARY = (
    "Весь текст размечен: заголовки, списки, таблицы с шапками, сноски; номера страниц те же, "
    "что в печатной книге."
)
_DESCRIBED = "У всех рисунков есть описания."
_NOT_DESCRIBED = "Описания есть не у всех рисунков."
_CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


@dataclass(frozen=True, slots=True)
class Contents:
    """The documents of the EPUB: parts in the order of reading, their files, the pages, the pictures."""

    parts: Sequence[Part]
    files: Mapping[str, str]
    pages: Mapping[int, str]
    pictures: Sequence[tuple[str, str]]
    cover: bool


def package(book: Book, imprint: Imprint, contents: Contents, *, described: bool, modified: datetime) -> str:
    """`package.opf`; `described` says that every picture has words, only then conformity is claimed."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" xml:lang="ru" '
        'unique-identifier="book-id">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{_metadata(book, imprint, modified)}'
        f"{_accessibility(book, contents, described=described)}</metadata>\n"
        f"<manifest>\n{_manifest(contents)}</manifest>\n"
        f'<spine toc="ncx">\n{_spine(contents)}</spine>\n</package>\n'
    )


def identifier(book: Book) -> str:
    """The ISBN of the EPUB, or a number made of what the book is called."""
    isbn = book.collection.isbn
    if isbn and isbn.epub:
        return f"urn:isbn:{digits_of(isbn.epub)}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'kopilka:{book.id}:{book.collection.year}')}"


def _metadata(book: Book, imprint: Imprint, modified: datetime) -> str:
    collection = book.collection
    lines = [
        _dc("identifier", identifier(book), "book-id"),
        _dc("title", title_words(book), "title"),
        '<meta refines="#title" property="title-type">main</meta>',
    ]
    if collection.subtitle:
        lines += [
            _dc("title", collection.subtitle, "subtitle"),
            '<meta refines="#subtitle" property="title-type">subtitle</meta>',
        ]
    names = (author.name for author in book.contributors if author.name)
    for number, name in enumerate(names, start=1):
        role = f'<meta refines="#author-{number}" property="role" scheme="marc:relators">aut</meta>'
        lines += [_dc("creator", name, f"author-{number}"), role]
    lines += [
        _dc("language", "ru"),
        _dc("date", str(collection.date or collection.year)),
        *(_dc("publisher", line) for line in imprint.last_page.get("publisher", ())[:1]),
        *(_dc("rights", line) for line in imprint.verso.get("rights", ())),
        *([_dc("description", collection.annotation)] if collection.annotation else []),
        f'<meta property="dcterms:modified">{modified.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}</meta>',
    ]
    return "".join(f"{line}\n" for line in lines)


def _dc(name: str, value: str, id_: str = "") -> str:
    return f"<dc:{name}{f' id={quoted(id_)}' if id_ else ''}>{escape(value)}</dc:{name}>"


def _accessibility(book: Book, contents: Contents, *, described: bool) -> str:
    pictures = bool(contents.pictures) or contents.cover
    features = [
        "tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability",
        "pageBreakMarkers", "pageNavigation",
        *(["index"] if book.indexes else []),
        *(["alternativeText"] if pictures and described else []),
    ]  # fmt: skip
    known = [
        ("schema:accessMode", "textual"),
        *([("schema:accessMode", "visual")] if pictures else []),
        *([("schema:accessModeSufficient", "textual")] if described else []),
        *(("schema:accessibilityFeature", feature) for feature in features),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", f"{_SUMMARY}{_about_pictures(contents, described=described)}"),
        ("pageBreakSource", _source(book)),
        *([("dcterms:conformsTo", _CONFORMS)] if described else []),
    ]
    return "".join(f'<meta property="{name}">{escape(value)}</meta>\n' for name, value in known)


def _about_pictures(contents: Contents, *, described: bool) -> str:
    if not contents.pictures:
        return ""
    return f" {_DESCRIBED if described else _NOT_DESCRIBED}"


def _source(book: Book) -> str:
    isbn = book.collection.isbn
    return f"urn:isbn:{digits_of(isbn.print)}" if isbn and isbn.print else f"{title_words(book)}, PDF"


def _manifest(contents: Contents) -> str:
    xhtml = "application/xhtml+xml"
    items = [
        ("nav", "nav.xhtml", xhtml, "nav"),
        ("ncx", "toc.ncx", "application/x-dtbncx+xml", ""),
        ("style", "style.css", "text/css", ""),
        *([("cover", "cover.xhtml", xhtml, ""), ("cover-image", "cover.png", "image/png", "cover-image")]
          if contents.cover else []),
        *((_item_id(contents, part), contents.files[part.id], xhtml, "") for part in contents.parts),
        *((f"picture-{number}", *found, "") for number, found in enumerate(contents.pictures, start=1)),
    ]  # fmt: skip
    return "".join(
        f'<item id="{id_}" href={quoted(file)} media-type="{kind}"{_property(name)}/>\n'
        for id_, file, kind, name in items
    )


def _property(name: str) -> str:
    return f' properties="{name}"' if name else ""


def _spine(contents: Contents) -> str:
    ids = [*(["cover"] if contents.cover else []), *(_item_id(contents, part) for part in contents.parts)]
    return "".join(f'<itemref idref="{id_}"/>\n' for id_ in ids)


def _item_id(contents: Contents, part: Part) -> str:
    return contents.files[part.id].removesuffix(".xhtml")


def navigation(contents: Contents) -> str:
    """`nav.xhtml`: contents, printed pages, landmarks."""
    pages = "".join(f"<li><a href={quoted(place)}>{page}</a></li>" for page, place in contents.pages.items())
    return page(
        CONTENTS,
        f'<nav epub:type="toc" role="doc-toc" id="toc" aria-label="{CONTENTS}">\n<h1>{CONTENTS}</h1>\n'
        f"<ol>{_tree(contents)}</ol>\n</nav>\n"
        '<nav epub:type="page-list" role="doc-pagelist" id="page-list" aria-label="Страницы" '
        f'hidden="hidden">\n<h2>Страницы</h2>\n<ol>{pages}</ol>\n</nav>\n'
        f'<nav epub:type="landmarks" id="landmarks" aria-label="Части книги" hidden="hidden">\n'
        f"<h2>Части книги</h2>\n<ol>{''.join(_landmarks(contents))}</ol>\n</nav>",
    )


def _tree(contents: Contents) -> str:
    made, inside = "", False
    for number, part in enumerate(contents.parts):
        following = contents.parts[number + 1].level if number + 1 < len(contents.parts) else 1
        made += f"<li><a href={quoted(contents.files[part.id])}>{escape(part.title)}</a>"
        if following > part.level:
            made, inside = f"{made}<ol>", True
        elif inside and following < part.level:
            made, inside = f"{made}</li></ol></li>\n", False
        else:
            made += "</li>\n"
    return made


def _landmarks(contents: Contents) -> Iterator[str]:
    first = next((part for part in contents.parts if part.kind in {"part", "chapter"}), None)
    known = [("titlepage", TITLE, "Титульный лист"), ("toc", CONTENTS_ID, CONTENTS)]
    if first:
        known.append(("bodymatter", first.id, "Начало текста"))
    if contents.cover:
        yield '<li><a epub:type="cover" href="cover.xhtml">Обложка</a></li>'
    for kind, id_, title in known:
        yield f'<li><a epub:type="{kind}" href={quoted(contents.files[id_])}>{title}</a></li>'


def old_navigation(book: Book, contents: Contents) -> str:
    """`toc.ncx` for readers that were made before EPUB 3."""
    points = "".join(
        f'<navPoint id="point-{number}" playOrder="{number}">'
        f"<navLabel><text>{escape(part.title)}</text></navLabel>"
        f"<content src={quoted(contents.files[part.id])}/></navPoint>\n"
        for number, part in enumerate(contents.parts, start=1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="ru">\n'
        f'<head><meta name="dtb:uid" content={quoted(identifier(book))}/></head>\n'
        f"<docTitle><text>{escape(title_words(book))}</text></docTitle>\n<navMap>\n{points}</navMap>\n</ncx>\n"
    )


def pages_of(marks: Marks, files: Mapping[str, str]) -> dict[int, str]:
    """The address of every printed page, in their order."""
    found = ((page, f"{files[place]}#page-{page}") for place, pages in marks.at.items() for page in pages)
    return dict(sorted(found))
