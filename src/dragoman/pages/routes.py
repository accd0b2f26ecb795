"""Every page by its address: the one table that the server and the static site walk.

A route's `make` takes the record, the arguments of the address, what is asked, and the links; it returns
the page's dataclass. The JSON twin of a page is at its address with `.json` behind it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.pages import (
    actor,
    add,
    atlas,
    check,
    document,
    event,
    guide,
    judgements,
    lists,
    matters,
    network,
    overview,
    relation,
    search,
    statement,
    thing,
    timeline,
)
from dragoman.pages.asked import Asked
from dragoman.pages.links import LISTS, Links
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


def _list(
    kind: str, make: Callable[[Record, Asked, Links], Any], page: type, extras: tuple[str, ...] = ()
) -> Route:
    """The list of a kind of thing, at the name of the kind."""
    return Route(
        kind, f"/{kind}", f"{kind}.html", lambda record, _, asked, links: make(record, asked, links),
        page, listing=True, kind=kind, extras=extras,
    )  # fmt: skip


def _thing(kind: str) -> Route:
    """The page of one thing of a kind that has no page of its own making."""
    return Route(
        LISTS[kind], f"/{kind}/{{id}}", "thing.html",
        lambda record, args, _, links: thing.thing(record, kind, args["id"], links), thing.ThingPage,
    )  # fmt: skip


_LISTS = (
    _list("events", lists.events, lists.EventsPage),
    _list("statements", lists.statements, lists.StatementsPage),
    _list("documents", lists.documents, lists.DocumentsPage),
    _list("actors", lists.actors, lists.ActorsPage),
    _list("sources", lists.sources, lists.SourcesPage),
    _list("disagreements", matters.disagreements, matters.DisagreementsPage, ("show",)),
    _list("commitments", matters.commitments, matters.CommitmentsPage),
    _list("missions", matters.missions, matters.MissionsPage),
    _list("agreements", matters.agreements, matters.AgreementsPage),
    _list("quotes", matters.quotes, matters.QuotesPage),
)
_THINGS = tuple(
    _thing(kind)
    for kind in ("disagreement", "commitment", "mission", "agreement", "quote", "source", "origin")
)
_DESK = (
    Route(
        "failures", "/failures", "failures.html",
        lambda record, _, asked, links: matters.failures(record, asked, links), matters.FailuresPage,
    ),
    Route(
        "search", "/search", "search.html",
        lambda record, _, asked, links: search.search(record, asked, links), search.SearchPage,
        kind="documents", extras=("in",),
    ),
    Route(
        "check", "/check", "check.html",
        lambda record, _, asked, links: check.check(record, asked, links), check.CheckPage,
        extras=("text", "published"),
    ),
    Route(
        "judgements", "/judgements", "judgements.html",
        lambda record, _, asked, links: judgements.judgements(record, asked, links),
        judgements.JudgementsPage,
    ),
    Route("add", "/add", "add.html", lambda record, *_: add.add(record), add.AddPage),
)  # fmt: skip

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
    *_LISTS,
    *_THINGS,
    *_DESK,
    Route(
        "statements", "/statement/{id}", "statement.html",
        lambda record, args, asked, links: statement.statement(record, args["id"], links),
        statement.StatementPage,
    ),
    Route("help", "/help", "help.html", lambda *_: guide.guide(), guide.GuidePage),
    Route(
        "timeline", "/timeline", "timeline.html",
        lambda record, args, asked, links: timeline.timeline(record, asked, links),
        timeline.TimelinePage, kind="events",
    ),
    Route(
        "map", "/map", "map.html",
        lambda record, args, asked, links: atlas.atlas(record, asked, links),
        atlas.MapPage, kind="events", extras=atlas.EXTRAS,
    ),
    Route(
        "network", "/network", "network.html",
        lambda record, args, asked, links: network.network(record, asked, links),
        network.NetworkPage, kind="events", extras=network.EXTRAS,
    ),
)  # fmt: skip
"""All pages; the order is that of matching."""
