"""The page that says what is wrong, where, why, and where to go on."""

from dataclasses import dataclass

from dragoman.errors import (
    CannotWrite,
    Contradiction,
    DragomanError,
    InputError,
    RecordError,
    TooLarge,
    UnknownId,
)
from dragoman.pages.links import Links
from dragoman.pages.shown import Link


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
    return ProblemPage(status, title, error.what[:300], error.why, error.do, ways)


def _kind(error: DragomanError) -> tuple[int, str]:
    if isinstance(error, UnknownId):
        return 404, "Not in this record"
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
    return 400, "This makes no sense"
