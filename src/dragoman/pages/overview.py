"""The first page: what happened and how sure it is, what must not be relied on, how far to trust it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.model.views import Commitment, Disagreement
from dragoman.pages import dealings, pairs
from dragoman.pages.asked import Asked
from dragoman.pages.dates import said
from dragoman.pages.dealings import CommitmentLine, Point
from dragoman.pages.lines import wholes
from dragoman.pages.links import Links
from dragoman.pages.measured import Measure, measures
from dragoman.pages.shown import Count, EventLine, Link, Quoted
from dragoman.pages.words import Words
from dragoman.record import Filters, Record, Wanted
from dragoman.record.filters import fold

MOST_EVENTS = 24
MOST_POINTS = 6
MOST_COMMITMENTS = 12
MOST_SOURCES = 12
MOST_LANGUAGES = 12
_STATUSES = (
    "happened", "ongoing", "planned", "postponed", "cancelled", "did not happen", "reported", "alleged",
    "unconfirmed", "denied", "speculative",
)  # fmt: skip
_UNSURE = ("unconfirmed", "alleged", "reported", "speculative", "denied")
_GRAVE = ("contradicts", "doubted", "other measure")


@dataclass(frozen=True, slots=True)
class Unsure:
    """Statements of one certainty that is not sure, with the words of one of them."""

    certainty: str
    count: Count
    words: Quoted


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source with what is known of it; what is not is None."""

    name: str
    href: str
    country: str | None
    owner: str | None
    control: str | None
    languages: tuple[str, ...]
    documents: Count


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """A record at a glance.

    `left` and `right` are the states whose relation is shown (None where the record tells of no two), `pair`
    their address; `between`, `since` and `until` what was asked. `statuses` count events by how sure they
    are; `undated` those that have no date. `mild` counts the disagreements that are mere wording or another
    measure; `alone` the events that rest on one origin. `published` are the days of the first and the last
    document (None where none is dated), `languages` count the documents in each, `lacking` what is missing.
    """

    title: str
    left: Link | None
    right: Link | None
    pair: str
    between: str
    since: str
    until: str
    documents: int
    held: tuple[Count, ...]
    lede: tuple[Link, ...]
    statuses: tuple[Count, ...]
    events: tuple[EventLine, ...]
    total: int
    undated: Count | None
    all_events: str
    points: tuple[Point, ...]
    more_points: Count | None
    mild: Count | None
    unsure: tuple[Unsure, ...]
    alone: Count | None
    published: Link | None
    languages: tuple[Count, ...]
    lacking: tuple[Count, ...]
    sources: tuple[SourceLine, ...]
    more_sources: int
    measures: tuple[Measure, ...]
    commitments: tuple[CommitmentLine, ...]
    more_commitments: Count | None


def overview(record: Record, asked: Asked, links: Links) -> OverviewPage:
    """The first page; `asked` may name two parties and a date from which on."""
    counts = record.counts()
    parties = _parties(record, asked)
    filters = replace(asked.filters, between=parties)
    words = Words(record, links)
    words.know(parties or ())
    asking = _asking(filters)
    shown = record.page("events", filters, Wanted(sort="-date", per_page=MOST_EVENTS))
    statuses = record.tally("events", "status", filters)
    grave = _grave(record, filters)
    verdicts = record.tally("disagreements", "verdict", filters.fit("disagreements"))
    left, right = (words.actor(parties[0]), words.actor(parties[1])) if parties else (None, None)
    named = f"{left.text} and {right.text}" if left and right else "All that is held"
    owed, more_owed = _open(record, filters, words, asking)
    alone = record.amounts("events", filters).get(1, 0)
    return OverviewPage(
        title=named,
        left=left,
        right=right,
        pair=links.between(pairs.short(parties[0]), pairs.short(parties[1])) if parties else "",
        between=_named(left, right, asking),
        since=asked.filters.since or "",
        until=asked.filters.until or "",
        documents=counts["documents"],
        held=tuple(_held(counts, links)),
        lede=tuple(_lede(shown.total, statuses, verdicts, alone, links, asking))
        if counts["documents"]
        else (Link("Nothing has been read yet."),),
        statuses=tuple(_statuses(statuses, links, asking)),
        events=wholes(shown.items, words),
        total=shown.total,
        undated=Count(shown.undated, "without a date", links.list("events", **asking, undated="yes"))
        if shown.undated
        else None,
        all_events=links.list("events", **asking),
        points=dealings.points(grave[:MOST_POINTS], words),
        more_points=_rest(sum(verdicts.get(v, 0) for v in _GRAVE) - MOST_POINTS, links, asking),
        mild=_count(verdicts.get("wording", 0), "difference of wording", links, asking, "wording"),
        unsure=tuple(_unsure(record, filters, words, asking)),
        alone=Count(alone, "event", links.list("events", **asking, sort="count")) if alone else None,
        published=_published(record, links),
        languages=tuple(_languages(record)),
        lacking=tuple(_lacking(record, counts, links)),
        sources=_sources(record, links),
        more_sources=max(0, counts["sources"] - MOST_SOURCES),
        measures=measures(),
        commitments=owed,
        more_commitments=more_owed,
    )


def _parties(record: Record, asked: Asked) -> tuple[str, str] | None:
    wanted = asked.filters.between
    if wanted is None:
        return pairs.leading(record)
    return pairs.party(record, wanted[0]).id, pairs.party(record, wanted[1]).id


def _named(left: Link | None, right: Link | None, asking: dict[str, str]) -> str:
    """Two parties as a person would write them; by id where a name holds the comma between them."""
    names = [link.text for link in (left, right) if link]
    return asking.get("between", "") if any("," in name for name in names) else ", ".join(names)


def _asking(filters: Filters) -> dict[str, str]:
    """The filters as a list's address names them."""
    told = {"between": ",".join(filters.between) if filters.between else ""}
    told |= {"from_": filters.since or "", "to": filters.until or ""}
    return {name: value for name, value in told.items() if value}


def _held(counts: Mapping[str, int], links: Links) -> Iterator[Count]:
    for kind in ("documents", "sources", "origins", "statements", "events"):
        what = {"origins": "independent origin"}.get(kind, kind.removesuffix("s"))
        yield Count(counts[kind], what, links.list(kind) if kind != "origins" else links.list("sources"))


def _lede(
    total: int,
    statuses: Mapping[str, int],
    verdicts: Mapping[str, int],
    alone: int,
    links: Links,
    asking: dict[str, str],
) -> Iterator[Link]:
    if not total:
        yield Link("Nothing is held on this. ")
        yield Link("Every event of the record", links.list("events"))
        yield Link(" may tell of something near.")
        return
    yield Link(f"{total:,} events" if total != 1 else "1 event", links.list("events", **asking))
    kinds = [s for s in _STATUSES if statuses.get(s)]
    for number, status in enumerate(kinds[:4]):
        yield Link(": " if not number else (" and " if number == len(kinds[:4]) - 1 else ", "))
        yield Link(f"{statuses[status]:,} {status}", links.list("events", **asking, status=status))
    yield Link(". ")
    if alone:
        yield Link(f"{alone:,} rest on one origin", links.list("events", **asking, sort="count"))
        yield Link(". ")
    against, doubts = verdicts.get("contradicts", 0), verdicts.get("doubted", 0)
    if against:
        words = "One point is contested" if against == 1 else f"{against:,} points are contested"
        yield Link(words, "#unsafe", "contra")
        yield Link("; " if doubts else ".")
    if doubts:
        yield Link("one is doubted" if doubts == 1 else f"{doubts:,} are doubted", "#unsafe")
        yield Link(".")
    if not against and not doubts:
        yield Link("No account contradicts another on what was compared.")


def _statuses(statuses: Mapping[str, int], links: Links, asking: dict[str, str]) -> Iterator[Count]:
    quiet = ("happened", "planned", "cancelled")  # told apart even where there is none
    for status in _STATUSES:
        number = statuses.get(status, 0)
        if number or status in quiet:
            yield Count(number, status, links.list("events", **asking, status=status), status)


def _grave(record: Record, filters: Filters) -> list[Disagreement]:
    """The disagreements that a reader must know of, the gravest first."""
    found: list[Disagreement] = []
    for verdict in _GRAVE:
        if len(found) >= MOST_POINTS:
            break
        asked = replace(filters.fit("disagreements"), verdict=verdict)
        found += record.top("disagreements", asked, MOST_POINTS)
    return found


def _rest(number: int, links: Links, asking: dict[str, str]) -> Count | None:
    return Count(number, "more point", links.list("disagreements", **asking)) if number > 0 else None


def _count(number: int, what: str, links: Links, asking: dict[str, str], verdict: str) -> Count | None:
    return Count(number, what, links.list("disagreements", **asking, verdict=verdict)) if number else None


def _unsure(record: Record, filters: Filters, words: Words, asking: dict[str, str]) -> Iterator[Unsure]:
    """What is not sure, with the words of the first statement of each kind."""
    fitting = filters.fit("statements")
    counts = record.tally("statements", "certainty", fitting)
    for certainty in _UNSURE:
        if counts.get(certainty):
            (first,) = record.top("statements", replace(fitting, certainty=certainty), 1)
            href = words.links.list("statements", **asking, certainty=certainty)
            yield Unsure(certainty, Count(counts[certainty], "statement", href), words.quoted(first.span))


def _published(record: Record, links: Links) -> Link | None:
    """The days on which the first and the last document were published."""
    ends = [record.top("documents", Filters(), 1, sort) for sort in ("date", "-date")]
    days = [said(d.published) for found in ends for d in found if d.published]
    if not days:
        return None
    return Link(" to ".join(dict.fromkeys(days)), links.list("documents", sort="date"))


def _languages(record: Record) -> Iterator[Count]:
    """How many documents are in which language, the commonest first."""
    held = {language: n for language, n in record.told("documents", "language").items() if language}
    for language, number in sorted(held.items(), key=lambda kept: (-kept[1], kept[0]))[:MOST_LANGUAGES]:
        yield Count(number, language, "")


def _lacking(record: Record, counts: Mapping[str, int], links: Links) -> Iterator[Count]:
    """What is missing of the documents: dates, sources, readings."""
    for field, what in (("published", "without a date of publication"), ("source", "without a source")):
        number = record.count("documents", Filters(missing=field))
        yield Count(number, what, links.list("documents", missing=field))
    yield Count(record.unreadable(), "failed to be read", links.page("failures"))
    again = counts["documents"] - counts["origins"]
    yield Count(again, "repeat the words or the word of another", links.list("documents"))


def _sources(record: Record, links: Links) -> tuple[SourceLine, ...]:
    shown = record.page("sources", Filters(), Wanted(sort="-count", per_page=MOST_SOURCES)).items
    of = record.tally("documents", "source")
    return tuple(
        SourceLine(
            name=s.name,
            href=links.thing("source", s.id),
            country=s.country,
            owner=s.owner,
            control=s.control,
            languages=s.languages,
            documents=Count(of.get(fold(s.name), 0), "document", links.list("documents", source=s.name)),
        )
        for s in shown
    )


def _open(
    record: Record, filters: Filters, words: Words, asking: dict[str, str]
) -> tuple[tuple[CommitmentLine, ...], Count | None]:
    """The commitments that are open, in progress or overdue, by due date; and how many more there are."""
    fitting = replace(filters.fit("commitments"), since=None, until=None)
    found: list[Commitment] = []
    counts = record.tally("commitments", "status", fitting)
    owed = [s for s in ("overdue", "open", "in progress") if counts.get(s)]
    for status in owed:
        found += record.top("commitments", replace(fitting, status=status), MOST_COMMITMENTS, "date")
    total = sum(counts[status] for status in owed)
    shown = dealings.by_due(found)[:MOST_COMMITMENTS]
    words.know((c.actor for c in shown), {s.document for c in shown for s in c.evidence})
    more = total - len(shown)
    where = words.links.list("commitments", **{k: v for k, v in asking.items() if k == "between"})
    rest = Count(more, "more commitment", where) if more > 0 else None
    return tuple(dealings.commitment(c, words) for c in shown), rest
