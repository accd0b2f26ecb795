"""What one document tells of one event: its statements, joined where one refers to another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.model.dates import Interval, interval, narrower, without_year
from dragoman.model.documents import Document, Span
from dragoman.model.statements import Place, Statement
from dragoman.reconciling.contexts import in_context
from dragoman.reconciling.counting import head_noun
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.sides import Sides, bare, countries, sides
from dragoman.vocabulary.families import ActFrame, frame

Reality = Literal["told", "planned", "supposed"]


@dataclass(frozen=True, slots=True)
class Account:
    """One document's account of one event.

    `when` is its most precise date with a year, `loose` one without a year; `context` the date, where it has
    none, of what it holds (a meeting within a visit) or of the visit in its document that holds it.
    `parties` leaves out states for which another party acts. `many` where it counts several such acts ("has
    visited eleven times") and so tells of no one of them. `print` is the text it prints: copies have one.
    `held_by` is the account, of no visit, that holds it ("they met at the forum"). `bond` is what a person
    judged it one with, and why; `apart` are statements whose event it is not, as a person judged. `year_from`
    are the words of others that give `when` its year, where its document gives none.
    """

    id: str
    document: str
    statements: tuple[Statement, ...]
    frame: ActFrame
    reality: Reality
    negated: bool
    sides: Sides
    parties: frozenset[str]
    states: frozenset[str]
    when: str | None
    loose: str | None
    context: str | None
    place: Place | None
    timing: str
    published: Interval | None
    topics: frozenset[str]
    many: bool
    print: str
    held_by: str | None = None
    bond: tuple[str, str] | None = None
    apart: frozenset[str] = frozenset()
    year_from: tuple[Span, ...] = ()

    @property
    def days(self) -> Interval | None:
        """The days that its date may mean."""
        return interval(self.when)

    @property
    def undone(self) -> bool:
        """Whether it tells that what was planned was put off or called off."""
        return any(s.certainty in ("postponed", "cancelled") for s in self.statements)

    @property
    def of_states(self) -> bool:
        """Whether it names states and nobody of theirs, as headlines do."""
        return all(p.startswith(("state:", "government:")) for p in self.parties)

    @property
    def rank(self) -> tuple[int, int, int, int, int, str]:
        """Its place in the order of grouping: what is told before what is planned, the precise first."""
        order = ("told", "planned", "supposed").index(self.reality)
        return (order, self.negated, self.vagueness, self.of_states, -len(self.parties), self.id)

    @property
    def vagueness(self) -> int:
        """0 for a day, up to 5 for a decade; 6 without a year, 7 without a date."""
        if self.days is None:
            return 6 if self.loose else 7
        return next((i for i, most in enumerate((1, 10, 31, 100, 366)) if self.days.days <= most), 5)


def accounts(
    statements: Sequence[Statement],
    documents: Mapping[str, Document],
    identities: Identities,
    prints: Mapping[str, str],
) -> tuple[Account, ...]:
    """The accounts of all statements that tell an act, in the order in which they are grouped.

    `prints` gives each document the text it prints, the same for copies.
    """
    told = {s.id: s for s in sorted(statements, key=lambda s: s.id) if s.act}
    groups = Groups(told)
    for statement in told.values():
        if statement.refers in told and told[statement.refers].document == statement.document:
            groups.join(statement.id, statement.refers)
    found = [_account([told[i] for i in ids], documents, identities) for ids in groups.all().values()]
    found = [replace(a, print=p) if (p := prints.get(a.document, a.print)) != a.print else a for a in found]
    found = _held(found)
    return tuple(sorted(in_context(found, identities), key=lambda a: a.rank))


def _held(found: Sequence[Account]) -> list[Account]:
    """The accounts, each with the one that holds it, where that is no visit."""
    holder = {s.id: a for a in found for s in a.statements}
    result = []
    for account in found:
        outer = [holder[s.within] for s in account.statements if s.within in holder and s.refers is None]
        others = sorted(a.id for a in outer if a.frame.family != "visit" and a.id != account.id)
        result.append(replace(account, held_by=others[0]) if others else account)
    return result


def reality(statement: Statement) -> Reality:
    """Whether a statement tells of what was or is, of what is planned, or of what might be."""
    if statement.stage == "hypothetical" or (
        statement.stage is None and statement.certainty == "speculative"
    ):
        return "supposed"
    if statement.stage in ("planned", "postponed", "cancelled") or (
        statement.stage is None and statement.certainty in ("planned", "postponed", "cancelled")
    ):
        return "planned"
    return "told"


def place_of(statements: Iterable[Statement]) -> Place | None:
    """The most specific place that some statements name."""
    found = [v.where or Place(v.value, v.value) for s in statements for v in s.all("place")]
    return (
        min(found, key=lambda p: (-len(p.within), p.country is None, p.name, p.as_written)) if found else None
    )


def _account(
    statements: Sequence[Statement], documents: Mapping[str, Document], identities: Identities
) -> Account:
    ordered = sorted(statements, key=lambda s: (s.start, s.end, s.id))
    ids = {s.id for s in ordered}
    roots = [s for s in ordered if s.refers not in ids] or ordered
    act = frame(roots[0].act or "")
    named = sides(roots)
    if len(bare(named.all, identities)) < 2:
        named = named | sides(ordered)
    dates = [act.began(v.value) for s in ordered for v in s.all("when")]
    dated = [d for d in dates if interval(d)]
    document = documents[ordered[0].document]
    place = place_of(roots) or place_of(ordered)
    here = {place.country} if place and place.country else set()
    when = _narrowest(dated)
    return Account(
        id=min(ids),
        document=document.id,
        statements=tuple(ordered),
        frame=act,
        reality=reality(roots[0]),
        negated=all(s.polarity == "negated" for s in roots),
        sides=named,
        parties=bare(named.all, identities),
        states=countries(named.all, identities) | here,
        when=when,
        loose=None if when else min((d for d in dates if without_year(d)), default=None),
        context=None,
        place=place,
        timing=roots[0].timing,
        published=interval(document.published),
        topics=frozenset(t for s in ordered for t in s.topics),
        many=(roots[0].timing == "standing" and not act.standing) or any(_several(s, act) for s in roots),
        print=document.id,
    )


def _several(statement: Statement, act: ActFrame) -> bool:
    """Whether a statement counts acts of its kind, more than one."""
    return any(
        q.measure == "count" and q.low is not None and q.low > 1 and head_noun(q.of) in act.counted
        for q in statement.quantities
    )


def _narrowest(dates: Sequence[str]) -> str | None:
    best: str | None = None
    for date in sorted(dates):
        best = narrower(best, date)
    return best
