"""The page that asks once more before two who take part as two are judged to be one."""

from dataclasses import dataclass

from dragoman.errors import Doubtful
from dragoman.model.statements import Statement
from dragoman.pages.links import Links
from dragoman.pages.shown import Link, Quoted
from dragoman.pages.words import Words
from dragoman.record import Record

_MOST = 5


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in which both take part: its words and its page."""

    words: Quoted
    href: str


@dataclass(frozen=True, slots=True)
class ConfirmPage:
    """Two actors that are to be one, and the statements in which they are two.

    `statements` counts them, `said` shows the first. `sent` are the names and values of the form that was
    sent, and `back` the page it came from.
    """

    title: str
    a: Link
    b: Link
    statements: int
    said: tuple[Said, ...]
    sent: tuple[tuple[str, str], ...]
    back: str


def confirm(
    record: Record, doubt: Doubtful, two: tuple[str, str], sent: tuple[tuple[str, str], ...], links: Links
) -> ConfirmPage:
    """The page that asks whether these two actors are one all the same."""
    words = Words(record, links)
    ids = [record.show(asked).item.id for asked in two]
    found: tuple[Statement, ...] = record.things("statements", doubt.evidence[:_MOST])
    words.know(ids, {s.document for s in found})
    a, b = (words.actor(id) for id in ids)
    return ConfirmPage(
        title=f"Are {a.text} and {b.text} one?",
        a=a,
        b=b,
        statements=len(doubt.evidence),
        said=tuple(Said(words.quoted(s.span), links.thing("statement", s.id)) for s in found),
        sent=sent,
        back=dict(sent).get("back") or links.page("judgements"),
    )
