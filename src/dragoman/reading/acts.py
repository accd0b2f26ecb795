"""The acts a document tells: who did what with whom, when and where, each with the clause that says it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.model import dates, ids
from dragoman.model.readings import Referent
from dragoman.model.statements import ROLES, Attribution, Field, Inferred, Place, Quote, Statement, Value
from dragoman.reading import likewise, occasions
from dragoman.reading.anaphora import UNSETTLED, Told, copied, linked, taken_up
from dragoman.reading.carried import Going, carried
from dragoman.reading.certainty import Judged, judge
from dragoman.reading.choosing import Pending, chosen, holders_first, in_order, owners, parts, unsided
from dragoman.reading.clause_words import borrowed, reach, trigger, worded
from dragoman.reading.clauses import Circumstances
from dragoman.reading.contacts import contact
from dragoman.reading.journeys import homeward
from dragoman.reading.marked import Marked
from dragoman.reading.marks import Cast, Paragraph, Parsed, PlaceMention, TimeMention
from dragoman.reading.parties import Parties
from dragoman.reading.performed import performed, refusing
from dragoman.reading.pointing import pointed
from dragoman.reading.roles import Casting, Match
from dragoman.reading.two_sides import sending
from dragoman.reading.unnamed_sides import missing, of_another, unnamed_sides
from dragoman.vocabulary.acts import frames
from dragoman.vocabulary.states import states
from dragoman.vocabulary.topics import topics_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def find(
    parsed: Parsed,
    cast: Cast,
    times: tuple[TimeMention, ...],
    places: tuple[PlaceMention, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Statement, ...]:
    """The acts of a document as statements, in the order of the text.

    An act stands only where its frame has the parties it needs; a definite noun without any takes those of
    the act it takes up, marked as inferred by reference. Every actor named is one of the cast: a state that
    only a visited city stands for is left out (`tell` adds it to the cast instead).
    """
    teller = _Teller(parsed, cast, Marked(times), Marked(places), quotes)
    return _worth(teller.all())


def tell(
    parsed: Parsed,
    cast: Cast,
    times: tuple[TimeMention, ...],
    places: tuple[PlaceMention, ...],
    quotes: tuple[Quote, ...],
) -> tuple[tuple[Statement, ...], Cast]:
    """The acts as in `find`, with the states of cities; the cast with these and the unnamed."""
    teller = _Teller(parsed, cast, Marked(times), Marked(places), quotes, everywhere=True)
    told = _worth(teller.all())
    known = {r.id for r in cast.referents}
    named = {v.value for s in told for v in s.values if v.field in ROLES} - known
    more = tuple(
        Referent(f"state:{state.code}", state.name, "state", state.code)
        for state in states()
        if f"state:{state.code}" in named
    )
    used = frozenset(v.value for s in told for v in s.values)
    groups = teller.casting.parties.groups
    more += groups.referents(used)
    mentions = (*cast.mentions, *groups.mentions(used))
    return told, replace(
        cast,
        referents=tuple(sorted((*cast.referents, *more), key=lambda r: r.id)),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.actor))),
    )


def _worth(told: Sequence[Told]) -> tuple[Statement, ...]:
    """The statements, linked, without the sayings that are about no act, and the promises that are about one.

    A promised act is that act, planned: to count the promise as well would count it twice.
    """
    both = zip(linked(told), told, strict=True)
    return tuple(s for s, t in both if (s.act != "promise" if s.about else not _empty(t)))


@dataclass(frozen=True, slots=True)
class _Scene:
    """A match with when, where and how surely it is told, and the number of its paragraph."""

    match: Match
    time: TimeMention | None
    spots: tuple[PlaceMention, ...]
    judged: Judged
    paragraph: int
    presumed: tuple[str, ...]
    sides: tuple[Value, ...] = ()


class _Teller:
    """Makes the statements of one document, paragraph by paragraph."""

    def __init__(
        self,
        parsed: Parsed,
        cast: Cast,
        times: Marked[TimeMention],
        places: Marked[PlaceMention],
        quotes: tuple[Quote, ...],
        everywhere: bool = False,
    ) -> None:
        self.parsed = parsed
        self.everywhere = everywhere
        self.times = times
        self.places = places
        self.quotes = quotes
        self.casting = Casting(Parties(cast, quotes, parsed.document), places)
        self.told: list[Told] = []
        self.counts: dict[tuple[int, int, str], int] = {}

    def all(self) -> list[Told]:
        """The statements of all paragraphs."""
        for number, paragraph in enumerate(self.parsed.paragraphs):
            pending = chosen(self.casting, paragraph)
            last = [self.told[-1].match] if self.told and self.told[-1].paragraph == number - 1 else []
            alike = likewise.find(self.casting, paragraph, [*last, *(p.match for p in pending if p.whole)])
            pending = in_order([*pending, *(Pending(match, True) for match in alike)])
            pending = holders_first(pending)
            around = Circumstances(paragraph, owners(pending), self.times, self.places)
            for one in pending:
                self.tell(one, around, number)
        return self.told

    def tell(self, pending: Pending, around: Circumstances, number: int) -> None:
        """Adds the statements of one match."""
        match = pending.match
        act = match.candidate.frame.act
        judged = performed(match, judge(match.candidate.anchor, match.paragraph, self.quotes))
        match = occasions.without_absent(match, judged)
        source = taken_up(match.candidate, self.told, number, judged.stage in UNSETTLED)
        if source is not None and not _fits(match, source):
            source = None
        sides: tuple[Value, ...] = ()
        time, near = around.when(match), around.where(match)
        ends = {_state(spot.place) for spot in _spots(match, near)} if act == "visit" else set()
        if homeward(match, ends, self.casting.parties):
            return
        if not pending.whole:
            far, inherits = (act in frames().telling[name] for name in ("inherit_far", "inherit"))
            bare = inherits or unsided(match)
            if source is None and bare:
                source = contact(self.told, number, far, self.sides) if inherits else None
            if source is None or (far and bare):
                sides = self.both(match, judged, bare)
                sides = sending(sides, near) if act in frames().telling["sent"] else sides
                source = None if sides else source
            if source is None and not sides:
                return
        if pending.whole and len(match.parties) == 1:
            sides = self.both(match, judged, False)
        if time is not None and judged.stage == "postponed" and time.value and time.value.startswith("../"):
            time = None  # "put off until Saturday" tells the last day of waiting, not of the act
        for part in parts(match) if pending.whole else [match]:
            lent = source if not pending.whole or _lacking(part) else None
            people = () if sides else _presumed(pending, part, lent)
            for when, spots in ((time, _spots(part, near)), *around.again(match)):
                self.add(_Scene(part, when, spots, judged, number, people, sides), lent)

    def both(self, match: Match, judged: Judged, bare: bool) -> tuple[Value, ...]:
        """Of the two states that the text is about, those that a match lacks."""
        denied = judged.polarity == "negated" or judged.stage == "hypothetical"
        if not bare and (denied or not unnamed_sides(match)):
            return ()
        two = tuple(self.casting.parties.two.parties(match.paragraph, self.place(match)))
        if bare or not two:
            return two
        act = match.candidate.frame.act
        like = (t.statement for t in self.told if t.statement.act == act)
        pair = {value.value for value in two}
        fought = act not in frames().telling["fought"] or any(pair <= self.sides(s) for s in like)
        return missing(match, two) if fought else ()

    def place(self, match: Match) -> int:
        """Where a match's own word stands in the document."""
        return match.paragraph.place(match.candidate.anchor)[0]

    def sides(self, statement: Statement) -> set[str]:
        """The states that take part, and the people of whom none is known."""
        return {self.state_of(v).value for v in statement.values if v.field in ROLES}

    def add(self, scene: _Scene, source: Statement | None) -> None:
        """Adds one statement; `source` is the act it takes up, or whose parties it takes."""
        match, time, spots, judged = scene.match, scene.time, scene.spots, scene.judged
        more = [(m.start, m.end) for m in (time, *spots) if m is not None]
        start, end = reach(match, more)
        values = (*self.roles(match), *self.when(match, time), *self.where(match, spots))
        if not spots:
            values = (*values, *self.there(match))
        values = (*values, *self.hit_alike(match), *scene.sides)
        act = match.candidate.frame.act
        refers = None
        if source is not None:
            lent = act in frames().telling["inherit"] and source.act != act
            refers = None if lent else source.id
            act = source.act if refers and source.act else act
            inherited = copied(source, values)
            if not refers:
                inherited = tuple(self.state_of(v) for v in inherited)
            values = (*values, *(v for v in inherited if refers or v.field in ROLES))
        values = (*values, *self.before(scene, values, source))
        values = _sided(match, values)
        first, last = trigger(match)
        if act in frames().telling["characterized"]:
            low, high = worded(match)
            values = (*values, self.value("characterization", self.parsed.text[low:high], low, high))
        ordinal = self.counts.get((start, end, act), 0)
        self.counts[start, end, act] = ordinal + 1
        text = self.parsed.text[start:end]
        statement = Statement(
            id=ids.statement_id(self.parsed.document, start, end, act, ordinal),
            document=self.parsed.document,
            start=start,
            end=end,
            text=text,
            trigger=self.parsed.span(first, last),
            act=act,
            certainty=judged.certainty,
            polarity="affirmed" if refusing(match) else judged.polarity,
            stage=judged.stage,
            stance=judged.stance,
            timing=judged.timing,
            topics=topics_of(text),
            attribution=self.attribution(judged),
            values=values,
            refers=refers,
            within=source.id if source is not None and not refers and source.act == "visit" else None,
            presumed=scene.presumed,
        )
        self.told.append(Told(statement, match, scene.paragraph))

    def roles(self, match: Match) -> Iterator[Value]:
        """The values of a match's arguments."""
        doers = {a.filler.actor for a in match.all("agent") if a.filler.actor}
        doers = doers - {a.filler.actor for a in match.all("object")} or doers
        for argument in match.arguments:
            filler = argument.filler
            again = filler.actor and (filler.actor in doers) == (argument.role == "object")
            if argument.role == "place" or (argument.role in ("agent", "object") and again):
                continue  # "recalled its ambassador" names whose he is, "Mali's recall of Keita" who does it
            if filler.actor is not None:
                field: Field = argument.role  # type: ignore[assignment] # the table's test holds roles to fields
                span = self.parsed.span(filler.start, filler.end)
                yield Value(field, filler.actor, (span,), inferred=filler.inferred)
            elif argument.role == "object" and argument.own:
                yield self.words(match.paragraph, filler.token)

    def before(self, scene: _Scene, values: Sequence[Value], source: Statement | None) -> Iterator[Value]:
        """The time and place of the sentence before, for an act that has no time of its own."""
        if scene.time is None and all(v.field != "when" for v in values):
            theirs = source.parties if source is not None else ()
            mine = {v.value for v in values if v.field in ("agent", "participant")}
            parties = frozenset((*mine, *theirs))
            sides = frozenset(self.state_of(v).value for v in values if v.field in ROLES)
            going = Going(scene.match, scene.judged, scene.paragraph, scene.spots, parties, sides)
            known = {v.field for v in values}
            found = carried(going, self.told, self.times, self.sides)
            yield from (v for v in found if v.field not in known)

    def hit_alike(self, match: Match) -> Iterator[Value]:
        """Whom an act like the one told last hits, where it names nobody ("Spain expelled 27")."""
        act, agents = match.candidate.frame.act, {a.filler.actor for a in match.all("agent")}
        if act not in frames().telling["elliptic"] or not agents or len(match.parties) > len(agents):
            return
        same = (t.statement for t in reversed(self.told[-12:]) if t.statement.act == act)
        for value in (v for s in same for v in s.all("counterpart")):
            if value.value not in agents:
                yield replace(value, inferred="reference")
                return

    def state_of(self, value: Value) -> Value:
        """A party of a contact as one to what was signed there: the state a person acts for, where known."""
        acted = self.casting.parties.represented(value.value) if value.field in ROLES else None
        known = acted is not None and self.casting.parties.kind(value.value) == "person"
        part = replace(value, field="participant") if value.field in ROLES else value
        return replace(part, value=acted) if known and acted is not None else part

    def words(self, paragraph: Paragraph, token: "Token") -> Value:
        """An object that names nobody, as the words of its phrase up to its head."""
        first = token.doc[max(min(token.left_edge.i, token.i), token.i - 6)]
        start, end = paragraph.place(first)[0], paragraph.place(token)[1]
        return self.value("object", self.parsed.text[start:end], start, end)

    def value(self, field: Field, text: str, start: int, end: int) -> Value:
        """A value that is words."""
        return Value(field, text, (self.parsed.span(start, end),))

    def when(self, match: Match, time: TimeMention | None) -> Iterator[Value]:
        """The value of a time."""
        if time is not None and time.value:
            span = self.parsed.span(time.start, time.end)
            inferred = time.inferred or _shared(match, time)
            yield Value("when", time.value, (span,), dates.precision(time.value), inferred)

    def where(self, match: Match, spots: Sequence[PlaceMention]) -> Iterator[Value]:
        """The values of the places, and of the host whose country a visited place lies in."""
        for spot in spots:
            name = spot.place.name if spot.place else spot.text
            span, inferred = self.parsed.span(spot.start, spot.end), _shared(match, spot)
            yield Value("place", name, (span,), inferred=inferred, where=spot.place)
        if match.candidate.frame.act != "visit" or match.all("host"):
            return
        agents = {self.casting.parties.represented(a.filler.actor or "") for a in match.all("agent")}
        agents |= {a.filler.actor for a in match.all("agent")}
        for spot in spots:
            country = _state(spot.place)
            known = self.everywhere or self.casting.parties.kind(country or "") is not None
            if country and known and country not in agents:
                yield Value("host", country, (self.parsed.span(spot.start, spot.end),), inferred="reference")
                return

    def there(self, match: Match) -> Iterator[Value]:
        """The place told last, where the clause says "in the city"."""
        word = pointed(match.candidate.anchor)
        if word is None:
            return
        for told in reversed(self.told[-12:]):
            for value in told.statement.all("place") if told.statement.stage not in UNSETTLED else ():
                if value.where is not None and value.where.kind not in ("state", "country"):
                    start, end = match.paragraph.place(word)
                    span = self.parsed.span(start, end)
                    yield replace(value, evidence=(span,), inferred="reference")
                    return

    def attribution(self, judged: Judged) -> tuple[Attribution, ...]:
        """On whose word it is told, outermost first."""
        return tuple(
            Attribution(
                holder=self.holder(r.start, r.end),
                text=self.parsed.text[r.start : r.end],
                cue=self.parsed.span(r.cue_start, r.cue_end),
                anonymous=r.anonymous,
            )
            for r in judged.reporters
        )

    def holder(self, start: int, end: int) -> str | None:
        """Whose word a stretch names: the longest mention in it."""
        found = [m for m in self.casting.parties.within(start, end) if m.form != "adjective"]
        best = max(found, key=lambda m: (m.end - m.start, -m.start), default=None)
        return best.actor if best else None


def _fits(match: Match, source: Statement) -> bool:
    """Whether a match can tell of the same act: its parties are among those of the other."""
    same = source.act == match.candidate.frame.act or not match.parties
    return set(match.parties) <= set(source.parties) and same and not of_another(match)


def _lacking(match: Match) -> bool:
    """Whether a complete match still leaves out who else took part."""
    return len(match.parties) < 2


def _presumed(pending: Pending, match: Match, lent: Statement | None) -> tuple[str, ...]:
    """The people on whose unknown office it hangs that this is an act of states."""
    if not pending.whole:
        return lent.presumed if lent is not None else ()
    named = {a.filler.actor for a in match.arguments if a.filler.presumed} if pending.presumed else set()
    return tuple(sorted(actor for actor in named if actor))


def _spots(match: Match, near: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The place an argument names, else the nearest the clause tells."""
    named = [a.place for a in match.arguments if a.place is not None]
    return tuple(named or near)[:1]


def _shared(match: Match, mention: TimeMention | PlaceMention) -> Inferred | None:
    """What a time or place that hangs on the verb before is inferred from."""
    return "reference" if borrowed(match, mention.start, mention.end) else None


def _sided(match: Match, values: Iterable[Value]) -> tuple[Value, ...]:
    """In acts of equals the subject's side is the agent where another side is named beside it."""
    found = tuple(values)
    if any(v.field == "counterpart" for v in found) and match.candidate.frame.symmetric:
        return tuple(replace(v, field="agent") if v.field == "participant" else v for v in found)
    return found


def _state(place: Place | None) -> str | None:
    return f"state:{place.country}" if place is not None and place.country else None


def _empty(told: Told) -> bool:
    """Whether a statement only says that somebody spoke: it stands where it is about an act."""
    return any("@act" in needs for needs in told.match.candidate.frame.needs)
