"""What stands round an event: its parts, what each account calls its people, who is silent, what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.documents import Span
from dragoman.model.statements import Statement
from dragoman.model.views import Event, Naming
from dragoman.pages.accounts import Column
from dragoman.pages.lines import in_time, line
from dragoman.pages.shown import EventLine, Link, Quoted
from dragoman.pages.words import Words
from dragoman.reconciling.sources import not_held
from dragoman.record import Record

MOST_PARTS = 40
_MOST_NAMES = 6
_MOST_NAMED = 8
_MOST_SILENT = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """How one account tells of a part: the certainty (None where it leaves it out), and where."""

    letter: str
    name: str
    certainty: str | None
    href: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the event, and how each account tells of it."""

    line: EventLine
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """What an account calls somebody, and how often; `judges` says which stand the words take, if any.

    `own` is how often the account says it in its own voice, and not inside quotes.
    """

    words: Quoted
    count: int
    own: int
    judges: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody, and for each account what it calls them (empty where it names them not at all)."""

    actor: Link
    cells: tuple[tuple[Name, ...], ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """Sources that say nothing of the event, by the kind of their silence: how many, the first of them."""

    state: str
    number: int
    sources: tuple[Link, ...]


def parts(
    record: Record, events: Sequence[Event], columns: Sequence[Column], words: Words
) -> tuple[Part, ...]:
    """The parts of an event in time, with a mark for each account."""
    held = sorted(events, key=in_time)[:MOST_PARTS]
    told: dict[str, Statement] = {
        s.id: s for s in record.things("statements", [s for e in held for s in e.statements])
    }
    return tuple(
        Part(
            line(event, words, quotes=0),
            tuple(
                _mark(column, [told[s] for s in event.statements if s in told], words) for column in columns
            ),
        )
        for event in held
    )


def _mark(column: Column, statements: Sequence[Statement], words: Words) -> Mark:
    mine = [s for s in statements if s.document == column.account.id]
    if not mine:
        return Mark(column.account.letter, column.account.name, None, column.account.href)
    fullest = min(mine, key=lambda s: (s.start - s.end, s.id))
    return Mark(column.account.letter, column.account.name, fullest.certainty, words.links.span(fullest.span))


_ACT = Link("what happened")


def naming(record: Record, event: Event, columns: Sequence[Column], words: Words) -> tuple[Named, ...]:
    """What the accounts call the act and those who took part; only where one has a name of its own for it."""
    found = []
    parties = list(dict.fromkeys(p.actor for p in event.participants))[:_MOST_NAMED]
    for subject in (event.id, *parties):
        told: dict[str, Naming] = {n.document: n for n in record.near("naming", "actor", subject)}
        cells = tuple(_names(told.get(column.account.id), words) for column in columns)
        if any(cells):
            found.append(Named(_ACT if subject == event.id else words.actor(subject), cells))
    return tuple(found)


def _names(told: Naming | None, words: Words) -> tuple[Name, ...]:
    if told is None:
        return ()
    names = sorted(told.names, key=lambda n: (-n.count, n.text))[:_MOST_NAMES]
    return tuple(
        Name(words.quoted(_first(n.evidence)), n.count, n.count - n.quoted, n.judges)
        for n in names
        if n.evidence
    )


def _first(spans: Sequence[Span]) -> Span:
    return min(spans)


def silent(record: Record, event: Event, words: Words) -> tuple[Silent, ...]:
    """The sources that leave the event out though they cover its matter, those that do not cover it,
    and those of the user's table of which no account is held."""
    states: dict[str, list[str]] = {}
    for coverage in record.coverage(event.id):
        states.setdefault(coverage.state, []).append(coverage.source)
    rest = record.count("sources") - sum(map(len, states.values()))
    named = [s for state, many in states.items() if state != "reports" for s in many]
    names = {s.id: s.name for s in record.things("sources", named)}
    found = [
        Silent(state, len(sources), tuple(_source(s, names, words) for s in _by_name(sources, names)))
        for state, sources in sorted(states.items())
        if state != "reports"
    ]
    if rest > 0:
        found.append(Silent("does not cover", rest, ()))
    known = record.profiles()
    absent = [p.name for p in not_held(record.listing("sources").items, known)] if known else []
    if absent:
        found.append(Silent("not held", len(absent), tuple(Link(name) for name in absent[:_MOST_SILENT])))
    return tuple(found)


def _by_name(sources: Sequence[str], names: Mapping[str, str]) -> list[str]:
    return sorted(sources, key=lambda s: (names.get(s, s), s))[:_MOST_SILENT]


def _source(source: str, names: Mapping[str, str], words: Words) -> Link:
    return Link(names.get(source, source), words.links.thing("source", source))
