"""Every page that a record has, rendered; and what is true of a page whatever it shows."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from dragoman.pages.asked import Asked
from dragoman.pages.links import Served
from dragoman.pages.render import Here, Site, render
from dragoman.pages.routes import ROUTES, Route
from dragoman.record import Record

VOID = {"meta", "link", "input", "br", "col", "hr", "img"}


class Parsed(HTMLParser):
    """The links, ids, words and faults of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"not closed: {tag}" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "style" in given or any(name.startswith("on") for name in given):
            self.faults.append(f"inline style or script in {tag}")
        if tag == "a" and "a" in self.open:
            self.faults.append(f"a link in a link: {given.get('href')}")
        if tag == "script" and not given.get("src"):
            self.faults.append("inline script")
        if tag == "a" and given.get("href") is not None:
            self.links.append(str(given["href"]))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):  # type: ignore[union-attr]
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def found(path: str) -> tuple[Route, dict[str, str]] | None:
    """The route of a path and its arguments; None where there is none."""
    for route in ROUTES:
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(route.path))
        match = re.fullmatch(pattern, path)
        if match:
            return route, {k: unquote(v) for k, v in match.groupdict().items()}
    return None


def made(record: Record, address: str) -> tuple[Route, Any]:
    """The route and page of an address."""
    parts = urlsplit(address)
    there = found(parts.path)
    assert there, f"no page at {address}"
    route, args = there
    asked = Asked.parse(dict(parse_qsl(parts.query)), route.kind, route.extras)
    return route, route.make(record, args, asked, Served())


def html(record: Record, address: str) -> str:
    """The HTML of an address."""
    route, page = made(record, address)
    path = urlsplit(address).path
    return render(
        route.template, page, Site(Served(), writable=True, token="t"), Here(route.name, path, path)
    )


def addresses(record: Record) -> Iterator[str]:
    """The address of every event, document, actor and statement; of the first page, and of its relation."""
    links = Served()
    yield links.page("overview")
    yield made(record, "/")[1].pair
    for kind in ("event", "document", "actor", "statement"):
        yield from (links.thing(kind, id) for id in sorted(record.ids(kind + "s")))
