"""The log of judgements: what stands, what rests and what was undone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model.documents import Span
from dragoman.model.views import Judgement
from dragoman.pages.asked import Asked
from dragoman.pages.links import LISTS, Links
from dragoman.pages.listing import Pager, pager
from dragoman.pages.shown import Link, Quoted
from dragoman.pages.words import Words
from dragoman.record import Record

_MOST_WORDS = 4
_SINGULAR = {plural: singular for singular, plural in LISTS.items()}


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """A judgement: what was decided of what, by whom, when, why.

    `state` is stands, rests (its words are not held, or another forbids it), undone, or undo (it takes
    another back). `undoable` where a reader may take it back. `words` are those it is anchored to.
    """

    id: str
    kind: str
    targets: tuple[Link, ...]
    field: str | None
    value: str | None
    by: str
    at: str
    reason: str
    state: str
    undoable: bool
    undone_by: Link | None
    words: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement on the page of what was judged: what, by whom, why, and where in the log."""

    id: str
    decided: str
    by: str
    reason: str
    href: str


@dataclass(frozen=True, slots=True)
class JudgementsPage:
    """The log, the newest first, and how many judgements stand."""

    title: str
    total: int
    standing: int
    pager: Pager
    lines: tuple[JudgementLine, ...]


def judgements(record: Record, asked: Asked, links: Links) -> JudgementsPage:
    """The page of the judgements."""
    log = record.judgements()
    undone = {t: j.id for j in log if j.kind == "undo" for t in j.targets}
    newest = tuple(reversed(log))
    first = (asked.page - 1) * asked.per_page
    here = newest[first : first + asked.per_page]
    words = Words(record, links)
    words.know(t for j in here for t in j.targets)
    return JudgementsPage(
        title="Judgements",
        total=len(log),
        standing=sum(j.standing and j.kind != "undo" for j in log),
        pager=pager(len(log), len(here), asked, lambda **c: links.page("judgements", **asked.given(**c))),
        lines=tuple(_line(j, undone, words) for j in here),
    )


def judged(log: Iterable[Judgement], links: Links) -> tuple[Judged, ...]:
    """Judgements on one thing in a line each, with their place in the log."""
    log_page = links.page("judgements")
    return tuple(Judged(j.id, _decided(j), j.by, j.reason, f"{log_page}#{j.id}") for j in log)


def _decided(told: Judgement) -> str:
    if told.kind == "correct":
        return f"{told.field} is {told.value or 'not known'}"
    return {"same": "joined with another", "different": "parted from another"}.get(told.kind, "rejected")


def _line(told: Judgement, undone: dict[str, str], words: Words) -> JudgementLine:
    taken = undone.get(told.id)
    state = "undo" if told.kind == "undo" else "undone" if taken else "stands" if told.standing else "rests"
    log = words.links.page("judgements")
    return JudgementLine(
        id=told.id,
        kind=told.kind,
        targets=tuple(_target(t, told, words) for t in told.targets),
        field=told.field,
        value=told.value,
        by=told.by,
        at=told.at[:16].replace("T", " "),
        reason=told.reason,
        state=state,
        undoable=state in ("stands", "rests"),
        undone_by=Link(taken, f"{log}#{taken}") if taken else None,
        words=_words(told, words),
    )


def _target(target: str, told: Judgement, words: Words) -> Link:
    if told.kind == "undo":
        return Link(target, f"{words.links.page('judgements')}#{target}")
    if told.of == "actors":
        found = words.actor(target)
        return Link(found.text, found.href or words.links.thing("actor", target))
    kind = _SINGULAR.get(told.of or "", "")
    return Link(target, words.links.thing(kind, target) if kind else "")


def _words(told: Judgement, words: Words) -> tuple[Quoted, ...]:
    """The words it is anchored to, where their documents are held."""
    anchors: Sequence[Span] = [Span(a.document, a.start, a.end) for a in told.anchors]
    return tuple(words.quoted(s) for s in anchors[:_MOST_WORDS] if words.holds(s.document))
