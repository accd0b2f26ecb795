"""The main text of an HTML page, and what its markup says of it. Offline: nothing is fetched.

The main text is found by trafilatura, the date by htmldate; what the page states in JSON-LD or meta tags
stands in `markup`.
"""

from dataclasses import dataclass

from htmldate import find_date
from lxml import etree, html  # type: ignore[import-untyped] # lxml ships no types
from trafilatura import bare_extraction
from trafilatura.settings import Document

from dragoman.errors import NothingToRead
from dragoman.gathering.encodings import plain_lines
from dragoman.gathering.markup import stated
from dragoman.model.documents import Metadata
from dragoman.model.written import written_date


@dataclass(frozen=True, slots=True)
class Page:
    """A page's title, the paragraphs of its main text in order, and what the page says of itself."""

    title: str | None
    paragraphs: tuple[str, ...]
    metadata: Metadata

    @property
    def text(self) -> str:
        """The title, and the paragraphs, parted by empty lines."""
        return "\n\n".join(([self.title] if self.title else []) + list(self.paragraphs))


def read_page(markup: str, what: str) -> Page:
    """The page that this HTML is. Raises NothingToRead, naming `what`, where it holds no main text."""
    tree = _tree(markup)
    if tree is None:
        raise NothingToRead(what, "the page holds no HTML that can be read", "save the page again")
    metadata = stated(tree)
    found = bare_extraction(
        markup, url=metadata.url, include_comments=False, favor_recall=False, with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip
    if not isinstance(found, Document) or not found.text:
        raise NothingToRead(what, "the page holds no main text", "save the page again after it has loaded")
    title = metadata.title or _line(found.title)
    metadata = metadata.over(
        Metadata(title=title, author=_line(found.author), published=_published(tree, metadata.url))
    )
    return Page(title, tuple(_paragraphs(found.text, title)), metadata)


def looks_like_page(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    head = text[:1000].lstrip().lower()
    return head.startswith(("<!doctype html", "<html")) or (head.startswith("<?xml") and "<html" in head)


def _tree(markup: str) -> html.HtmlElement | None:
    try:
        parsed = html.document_fromstring(
            markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return parsed


def _published(tree: html.HtmlElement, url: str | None) -> str | None:
    """htmldate's answer from markup alone: its search through the text guesses, and a guess is no date."""
    found = find_date(tree, extensive_search=False, original_date=True, url=url)
    return written_date(found) if found else None


def _paragraphs(text: str, title: str | None) -> list[str]:
    lines = [line.strip() for line in plain_lines(text).split("\n")]
    kept = [line for line in lines if line]
    return kept[1:] if kept and title and kept[0] == title else kept


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
