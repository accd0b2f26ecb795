"""The reading that a perfect reader would give of a generated text."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from benchmarks.worlds.facts import Person
from benchmarks.worlds.phrasing import Mark, number_words, walk
from benchmarks.worlds.tables import table
from benchmarks.worlds.tellings import Said, Telling
from dragoman.model.dates import precision
from dragoman.model.documents import Document, Metadata, Span
from dragoman.model.ids import actor_id, statement_id
from dragoman.model.readings import Mention, OfficeUse, Reader, Reading, Referent
from dragoman.model.statements import Attribution, Place, Quantity, Statement, Value
from dragoman.vocabulary.places import gazetteer
from dragoman.vocabulary.states import by_code
from dragoman.vocabulary.topics import topics_of

READER = Reader("0", "worlds", "worlds")
_SURE: Mapping[str, tuple[str, str, str, str]] = {  # certainty, stage, stance, polarity
    "happened": ("happened", "happened", "asserted", "affirmed"),
    "reported": ("reported", "happened", "reported", "affirmed"),
    "denied": ("denied", "happened", "denied", "affirmed"),
    "unconfirmed": ("unconfirmed", "happened", "unconfirmed", "affirmed"),
    "did not happen": ("happened", "happened", "asserted", "negated"),
    "planned": ("planned", "planned", "asserted", "affirmed"),
    "postponed": ("postponed", "postponed", "asserted", "affirmed"),
    "cancelled": ("cancelled", "cancelled", "asserted", "affirmed"),
}


def perfect(
    document: Document,
    marks: Sequence[Mark],
    told: Sequence[Telling | None],
    people: Mapping[str, Person],
    when: date,
) -> tuple[Reading, Mapping[int, str]]:
    """The reading of a document, and the statement of each line that tells something."""
    scribe = _Scribe(document, marks, people)
    statements: list[Statement] = []
    ids: dict[int, str] = {}
    first: dict[str, str] = {}
    for number, telling in enumerate(told):
        if telling is None:
            continue
        earlier = first.get(telling.happening.key) if telling.recounted else None
        made = scribe.statement(number, telling, earlier)
        ids[number] = made.id
        first.setdefault(telling.happening.key, made.id)
        statements += [made, *scribe.denial(number, made)]
    reading = Reading(
        document.id, READER, document.segments, Metadata(), scribe.referents(), scribe.mentions(),
        scribe.offices(when), tuple(statements), (),
    )  # fmt: skip
    return reading, ids


@cache
def place_named(name: str) -> Place:
    """A town or state of the tables as a place."""
    state = by_code().get(name)
    if state:
        return Place(state.name, state.name, (), state.code, state.lat, state.lon, kind="country")
    row = gazetteer().lookup(name)[0]
    country = by_code()[row.country or ""].name
    within = tuple(w for w in (row.admin2, row.admin1, country) if w)
    return Place(row.name, name, within, row.country, row.lat, row.lon, geonames=row.geonames, kind=row.kind)


class _Scribe:
    """Makes the parts of one document's reading."""

    def __init__(self, document: Document, marks: Sequence[Mark], people: Mapping[str, Person]) -> None:
        self.document = document
        self.people = people
        self.marks = sorted(marks, key=lambda m: (m.start, -m.end, m.kind))
        self.ids: dict[str, str] = {}
        for mark in self.marks:
            if mark.kind == "person":
                self.ids.setdefault(mark.value, actor_id(document.id, mark.start, mark.end))
            elif mark.kind == "state":
                self.ids.setdefault(mark.value, f"state:{mark.value}")

    def words(self, mark: Mark) -> str:
        """The characters of a mark."""
        return self.document.text[mark.start : mark.end]

    def span(self, mark: Mark) -> Span:
        """A mark's characters as a span."""
        return Span(self.document.id, mark.start, mark.end)

    def referents(self) -> tuple[Referent, ...]:
        """Who is named."""
        titled = {m.value for m in self.marks if m.kind == "office"}
        found = []
        for key, made in self.ids.items():
            named = [m for m in self.marks if m.value == key and m.kind in ("person", "state")]
            names = tuple(dict.fromkeys(self.words(m) for m in named if m.slot == "name"))
            names = tuple(sorted(names, key=lambda n: -len(n.split())))
            if key in self.people:
                state = self.people[key].state
                acts = ((f"state:{state}", "office"),) if key in titled else ()
                country = state if key in titled else None
                found.append(
                    Referent(made, names[0] if names else "", "person", country,
                             "GOV" if key in titled else None, names, acts)
                )  # fmt: skip
            else:
                found.append(Referent(made, by_code()[key].name, "state", key, None, names))
        return tuple(sorted(found, key=lambda r: r.id))

    def mentions(self) -> tuple[Mention, ...]:
        """The words that name somebody."""
        forms: dict[str, Any] = {"name": "name", "adjective": "adjective", "title": "title"}
        named = [m for m in self.marks if m.kind in ("person", "state")]
        return tuple(
            Mention(m.start, m.end, self.words(m), self.ids[m.value], forms[m.slot or "name"]) for m in named
        )

    def offices(self, when: date) -> tuple[OfficeUse, ...]:
        """The titles that the text gives."""
        return tuple(
            OfficeUse(self.ids[m.value], m.slot, f"state:{self.people[m.value].state}", "current",
                      when.isoformat(), self.span(m))
            for m in self.marks if m.kind == "office"
        )  # fmt: skip

    def statement(self, number: int, told: Telling, earlier: str | None) -> Statement:
        """The statement of one line."""
        (clause,) = walk(self.marks, "clause", number)
        trigger = next(walk(self.marks, "trigger", number), clause)
        act = told.happening.act
        certainty, stage, stance, polarity = _SURE[told.status]
        holders = list(walk(self.marks, "holder", number))
        said = tuple(Attribution(f"state:{h.value}", self.words(h), self.span(h)) for h in holders)
        return Statement(
            id=statement_id(self.document.id, clause.start, clause.end, act, 0), document=self.document.id,
            start=clause.start, end=clause.end, text=self.words(clause), trigger=self.span(trigger), act=act,
            certainty=certainty, polarity=polarity, stage=stage, stance=stance, timing="episode",  # type: ignore[arg-type]
            topics=topics_of(self.words(clause)), attribution=said,
            values=tuple(self.values(number, told, earlier)),
            quantities=tuple(self.quantities(number, told)), refers=earlier,
        )  # fmt: skip

    def denial(self, number: int, content: Statement) -> list[Statement]:
        """The act of speech in which something is denied."""
        for holder in walk(self.marks, "holder", number):
            end = content.start - len(" that ")
            span = Span(self.document.id, holder.start, end)
            agent = Value("agent", f"state:{holder.value}", (self.span(holder),))
            return [
                Statement(
                    statement_id(self.document.id, span.start, span.end, "deny", 0),
                    self.document.id,
                    span.start,
                    span.end,
                    self.document.text[span.start : span.end],
                    span,
                    "deny",
                    "happened",
                    "affirmed",
                    "happened",
                    "asserted",
                    "episode",
                    about=content.id,
                    values=(agent,),
                )
            ]
        return []

    def values(self, number: int, told: Telling, earlier: str | None) -> list[Value]:
        """Who, when and where."""
        roles = table("dealings")[told.happening.act]["roles"]
        taken = "reference" if earlier else None
        found = []
        if earlier:  # what the sentence takes up has the same parties
            happening = told.happening
            (clause,) = walk(self.marks, "clause", number)
            for slot, side in (("a", happening.agents), ("b", happening.others)):
                role = roles[slot]
                if told.happening.act == "visit" and slot == "b":
                    side = (happening.states[1],)
                held = self.ids.get(side[0], f"state:{side[0]}")
                found.append(Value(role, held, (self.span(clause),), inferred="reference"))
        for mark in walk(self.marks, "party", number):
            if roles[mark.slot]:
                found.append(Value(roles[mark.slot], self.ids[mark.value], (self.span(mark),)))
        for mark in walk(self.marks, "place", number):
            where = place_named(mark.value)
            found.append(Value("place", where.name, (self.span(mark),), where=where, inferred=taken))  # type: ignore[arg-type]
            if told.happening.act == "visit" and not earlier:
                host = f"state:{where.country}"
                found.append(Value("host", host, (self.span(mark),), inferred="reference"))
        for mark in walk(self.marks, "when", number):
            found.append(self._when(mark, told))
        for mark in walk(self.marks, "number", number):
            if mark.slot in ("count", "amount") and told.happening.act in ("supply_arms", "aid", "lend"):
                found.append(Value("object", self.words(mark), (self.span(mark),)))
        if told.side:
            trigger = next(walk(self.marks, "trigger", number))
            found.append(Value("characterization", self.words(trigger), (self.span(trigger),)))
        return found

    def _when(self, mark: Mark, told: Telling) -> Value:
        when, inferred = told.when or "", None
        if told.how == "no year":
            inferred = "publication date" if self.document.published else None
            when = when if inferred else f"XXXX{when[4:]}"
        return Value("when", when, (self.span(mark),), precision(when), inferred)  # type: ignore[arg-type]

    def quantities(self, number: int, told: Telling) -> list[Quantity]:
        """The numbers."""
        by_slot = {s.figure.slot: s for s in told.said}
        return [self._quantity(m, by_slot[m.slot]) for m in walk(self.marks, "number", number)]

    def _quantity(self, mark: Mark, said: Said) -> Quantity:
        figure = said.figure
        return Quantity(
            of=figure.of, low=said.amount, high=said.amount, unit=figure.unit, currency=figure.currency,
            comparator=said.comparator, measure=figure.measure, basis=figure.basis,  # type: ignore[arg-type]
            as_written=number_words(said), evidence=(self.span(mark),),
        )  # fmt: skip
