"""Every page by its address: the one table that the server and the static site walk.

A route's `make` takes the record, the arguments of the address, what is asked, and the links; it returns
the page's dataclass. The JSON twin of a page is at its address with `.json` behind it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.pages import actor, document, event, overview, relation, statement
from dragoman.pages.asked import Asked
from dragoman.pages.links import Links
from dragoman.record import Record

Make = Callable[[Record, Mapping[str, str], Asked, Links], Any]


@dataclass(frozen=True, slots=True)
class Route:
    """One kind of page. `name` marks its entry in the menu; `page` is the dataclass that `make` returns, by
    which the JSON twin is described; `kind` is the record's kind whose filters it
    takes (empty: none), `extras` the further names its address may ask for; `listing` where it is a list."""

    name: str
    path: str
    template: str
    make: Make
    page: type
    listing: bool = False
    kind: str = ""
    extras: tuple[str, ...] = ()


ROUTES: tuple[Route, ...] = (
    Route(
        "overview", "/", "overview.html",
        lambda record, args, asked, links: overview.overview(record, asked, links),
        overview.OverviewPage,
        kind="events",
    ),
    Route(
        "between", "/between/{a}/{b}", "between.html",
        lambda record, args, asked, links: relation.relation(record, args["a"], args["b"], links),
        relation.BetweenPage,
    ),
    Route(
        "actors", "/actor/{id}", "actor.html",
        lambda record, args, asked, links: actor.actor(record, args["id"], links),
        actor.ActorPage,
    ),
    Route(
        "events", "/event/{id}", "event.html",
        lambda record, args, asked, links: event.event(record, args["id"], links, asked.page),
        event.EventPage,
    ),
    Route(
        "documents", "/document/{id}", "document.html",
        lambda record, args, asked, links: document.document(record, args["id"], asked, links),
        document.DocumentPage,
        extras=document.EXTRAS,
    ),
    Route(
        "statements", "/statement/{id}", "statement.html",
        lambda record, args, asked, links: statement.statement(record, args["id"], links),
        statement.StatementPage,
    ),
)  # fmt: skip
"""All pages; the order is that of matching."""
