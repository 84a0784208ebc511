"""The small rules of punctuation that descriptions and references share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kopilka.citing.facts import Article, Book, Issue, Network, Site
from kopilka.citing.names import Name
from kopilka.russian import NBSP, short_date

AREA = ". – "
AND_OTHERS = f"[и{NBSP}др.]"
_FULL_LIST = 4
_SHORT_LIST = 3
_SHORT_WORDS = {"выпуск": "Вып.", "часть": "Ч.", "том": "Т.", "книга": "Кн."}


def joined(parts: Iterable[str], sign: str) -> str:
    """The parts that are there, with the sign between them; a point is never doubled."""
    result = ""
    for part in filter(None, parts):
        ended = result.endswith((".", "…")) and sign.startswith(".")
        result += (sign[1:] if ended else sign) + part if result else part
    return result


def closed(text: str) -> str:
    """The text with a point at its end; not after another point or an ellipsis."""
    return text if text.endswith((".", "…")) else f"{text}."


def listed(names: Sequence[Name]) -> str:
    """Four names in full; of more, the first three and «[и др.]» (ГОСТ Р 7.0.100-2018, 5.2.6)."""
    shown = names if len(names) <= _FULL_LIST else names[:_SHORT_LIST]
    words = ", ".join(name.direct for name in shown)
    return words if len(shown) == len(names) else f"{words} {AND_OTHERS}"


def lowered(text: str) -> str:
    """The first letter small, unless the word is an abbreviation or a name in quotes."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def title_words(book: Book) -> str:
    """«Урок чтения : сборник практик»: the title with all that belongs to it."""
    return joined((book.title, *(lowered(words) for words in book.subtitle)), " : ")


def site_words(site: Site) -> str:
    """«Копилка : банк практик : [сайт]»."""
    return joined((site.title, lowered(site.kind), "[сайт]"), " : ")


def issue_words(issue: Issue | None, *, short: bool = False) -> str:
    """«Выпуск 3»; `short`: «Вып. 3» (ГОСТ Р 7.0.12-2011)."""
    if issue is None:
        return ""
    word = {"выпуск": "Вып.", "часть": "Ч.", "том": "Т.", "книга": "Кн."}.get(
        issue.word.casefold(), issue.word
    )
    words = f"{word if short else issue.word}{NBSP}{issue.number}"
    return f"{words}: {issue.title}" if short and issue.title else joined((words, issue.title), ", ")


def pages_words(article: Article) -> str:
    """«С. 6–12», «С. 6», or nothing before the pages are known."""
    if article.first is None:
        return ""
    last = article.last if article.last is not None else article.first
    return f"С.{NBSP}{article.first}" + ("" if last == article.first else f"–{last}")


def output_words(book: Book, *, places: dict[str, str] | None = None) -> str:
    """«Энск : ИРО, 2025»; an unknown place is told as such, an unknown year or publisher left out."""
    place = (places or {}).get(book.place, book.place)
    if book.publisher and not place:
        place = f"[Б.{NBSP}м.]"
    return joined((joined((place, book.publisher), " : "), str(book.year or "")), ", ")


def address_words(network: Network | None) -> str:
    """«URL: https://… (дата обращения: 15.05.2025)»."""
    if network is None or not network.url:
        return ""
    seen = f" (дата обращения: {short_date(network.visited)})" if network.visited else ""
    return f"URL: {network.url}{seen}"


def doi_words(network: Network | None) -> str:
    """«DOI 10.1234/abc»: the number alone, without the address of the resolver."""
    doi = network.doi if network else ""
    for start in ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "doi:"):
        doi = doi.removeprefix(start)
    return f"DOI {doi}" if doi else ""
