"""What a page's own markup states: JSON-LD (schema.org), Open Graph, canonical link, meta tags."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped] # lxml ships no types

from dragoman.gathering.languages import primary
from dragoman.model.documents import Genre, Metadata
from dragoman.model.sites import host
from dragoman.model.written import written_date

_ARTICLE = re.compile(r"Article|Report|Posting|Transcript|Statement|WebPage$")
_GENRES: dict[str, Genre] = {  # schema.org types that name a kind of text
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "BackgroundNewsArticle": "analysis",
    "AdvertiserContentArticle": "sponsored",
    "ReportageNewsArticle": "news",
}
_META = {  # a meta tag's property or name → our field, the first that speaks wins
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "source": ("og:site_name", "dc.publisher", "application-name", "publisher"),
    "author": ("article:author_name", "author", "dc.creator", "parsely-author", "sailthru.author"),
    "published": ("article:published_time", "datepublished", "dc.date.issued", "dc.date", "pubdate",
                  "publishdate", "parsely-pub-date", "citation_publication_date"),
    "url": ("og:url", "twitter:url"),
}  # fmt: skip


def stated(tree: HtmlElement) -> Metadata:
    """What the markup states: first JSON-LD of an article, then meta tags, then the canonical link."""
    linked, tags = _linked(tree), _tags(tree)
    url = _address(tree.xpath("string(//link[@rel='canonical']/@href)")) or _address(tags.get("url"))
    source = _outlet(tags.get("source")) or _outlet(linked.source)
    return replace(linked, source=source, title=_without(linked.title or tags.get("title"), source)).over(
        Metadata(
            url=url,
            author=_person(tags.get("author")),
            published=written_date(tags["published"]) if "published" in tags else None,
            language=primary(tree.xpath("string(/html/@lang)")),
        )
    )


def _outlet(name: str | None) -> str | None:
    """The name, unless it is an address."""
    return None if not name or re.match(r"https?:|www\.|@", name) else name


def _without(title: str | None, source: str | None) -> str | None:
    """The title without the outlet's name behind it (`Border post opens | Rift Herald`)."""
    parts = re.match(r"(.{8,}?)\s+[|–—-]\s+([^|]+)$", title or "")
    return parts[1] if parts and source and parts[2].casefold() == source.casefold() else title


def _tags(tree: HtmlElement) -> dict[str, str]:
    said: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            said.setdefault(name, content)
    return {field: said[n] for field, names in _META.items() for n in reversed(names) if n in said}


def _linked(tree: HtmlElement) -> Metadata:
    """JSON-LD's account of the article; broken JSON-LD says nothing."""
    things = [
        t for script in tree.xpath("//script[@type='application/ld+json']") for t in _things(script.text)
    ]
    articles = [
        t for t in things if _ARTICLE.search(_kind(t)) and (t.get("headline") or t.get("datePublished"))
    ]
    articles.sort(key=lambda t: _kind(t).endswith("WebPage"))  # an article before the page that holds it
    if not articles:
        return Metadata()
    article = articles[0]
    return Metadata(
        source=_name(article.get("publisher")),
        title=_string(article.get("headline")),
        author=_person(_names(article.get("author"))),
        published=written_date(_string(article.get("datePublished")) or ""),
        genre=_GENRES.get(_kind(article)),
    )


def _things(source: str | None, depth: int = 4) -> Iterator[dict[str, Any]]:
    try:
        yield from _walk(json.loads(source or "null", strict=False), depth)
    except (ValueError, RecursionError):
        return


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, depth)
    elif isinstance(value, dict):
        yield value
        if depth:
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _walk(value.get(key), depth - 1)


def _kind(thing: dict[str, Any]) -> str:
    kind = thing.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind or "")


def _string(value: Any) -> str | None:
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _names(value: Any) -> str | None:
    values = value if isinstance(value, list) else [value]
    return ", ".join(name for name in map(_name, values) if name) or None


def _person(name: str | None) -> str | None:
    """The name, unless it is an address."""
    stripped = re.sub(r"^by\s+", "", name or "", flags=re.IGNORECASE).strip()
    return None if not stripped or re.match(r"https?:|@|www\.", stripped) else stripped


def _address(url: str | None) -> str | None:
    said = (url or "").strip()
    return said if host(said) and said.lower().startswith(("http://", "https://")) else None
