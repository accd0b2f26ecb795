"""The page that says what is wrong, where, why, and where to go on."""

import re
from dataclasses import dataclass

from dragoman.errors import (
    CannotWrite,
    Contradiction,
    Doubtful,
    DragomanError,
    InputError,
    RecordError,
    TooLarge,
    UnknownId,
)
from dragoman.pages.links import Links
from dragoman.pages.shown import Link

# What the errors advise on a terminal; in a browser the list is a page.
_LISTED = re.compile("dragoman (actors|documents|events|judgements|sources) lists them")


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """What is wrong. `status` is that of HTTP; `what`, `why` and `do` are those of the error."""

    status: int
    title: str
    what: str
    why: str
    do: str
    links: tuple[Link, ...]


def problem(error: DragomanError, links: Links) -> ProblemPage:
    """The page for an error of ours, with the status that fits it."""
    status, title = _kind(error)
    return of(status, title, error, links)


def of(status: int, title: str, error: DragomanError, links: Links) -> ProblemPage:
    """The page for an error, with this status and title."""
    ways = (
        Link("Overview", links.page("overview")),
        Link("Events", links.list("events")),
        Link("Documents", links.list("documents")),
        Link("Search", links.page("search")),
    )
    listed = _LISTED.fullmatch(error.do)
    if not listed:
        return ProblemPage(status, title, error.what[:300], error.why, error.do, ways)
    kind = listed[1]
    leads = Link(f"All {kind}", links.page(kind) if kind == "judgements" else links.list(kind))
    others = tuple(way for way in ways if way.href != leads.href)
    do = f"the list of {kind} shows those that are held"
    return ProblemPage(status, title, error.what[:300], error.why, do, (leads, *others))


def _kind(error: DragomanError) -> tuple[int, str]:
    if isinstance(error, UnknownId):
        return 404, "Not in this record"
    if isinstance(error, Doubtful):
        return 409, "The accounts speak against it"
    if isinstance(error, Contradiction):
        return 409, "Another judgement stands against it"
    if isinstance(error, CannotWrite):
        return 409, "The record cannot be written now"
    if isinstance(error, RecordError):
        return 503, "The record cannot be read"
    if isinstance(error, TooLarge):
        return 413, "This is too large"
    if isinstance(error, InputError):
        return 422, "This could not be read"
    return 400, "What was asked for cannot be understood"
