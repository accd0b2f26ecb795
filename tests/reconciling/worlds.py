"""Small worlds for the tests of reconciling: documents and readings built by hand, sentence by sentence.

A world is written as stories; a story is a list of tellings, and each telling becomes one line of the text
and one statement. Actors are written as names: "Putin/RUS" is a person who acts for Russia, "RUS" the state.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman.model.dates import precision
from dragoman.model.documents import Document, Metadata, Segment, Span
from dragoman.model.ids import actor_id, digest, document_id, quote_id, statement_id, text_hash
from dragoman.model.readings import Held, Mention, OfficeUse, Reader, Reading, Referent
from dragoman.model.statements import Attribution, Place, Quantity, Quote, Statement, Value
from dragoman.model.views import Event, Views
from dragoman.reconciling import reconcile
from dragoman.vocabulary.states import by_code

READER = Reader("0.1.0", "test", "test")
_COUNTRY = {"kind": "country"}
PLACES = {
    "Moscow": Place("Moscow", "Moscow", ("Russia",), "RUS", 55.75, 37.6, geonames=524901),
    "Kazan": Place("Kazan", "Kazan", ("Tatarstan", "Russia"), "RUS", 55.8, 49.1, geonames=551487),
    "Russia": Place("Russia", "Russia", (), "RUS", 60.0, 100.0, kind="country"),
    "Kenya": Place("Kenya", "Kenya", (), "KEN", 1.0, 38.0, kind="country"),
    "Nairobi": Place("Nairobi", "Nairobi", ("Kenya",), "KEN", -1.28, 36.8, geonames=184745),
    "Mombasa": Place("Mombasa", "Mombasa", ("Kenya",), "KEN", -4.05, 39.66, geonames=186301),
    "Hanoi": Place("Hanoi", "Hanoi", ("Vietnam",), "VNM", 21.0, 105.8, geonames=1581130),
    "Vienna": Place("Vienna", "Vienna", ("Austria",), "AUT", 48.2, 16.37, geonames=2761369),
    "Geneva": Place("Geneva", "Geneva", ("Switzerland",), "CHE", 46.2, 6.1, geonames=2660646),
    "Bamako": Place("Bamako", "Bamako", ("Mali",), "MLI", 12.6, -8.0, geonames=2460596),
    "Mali": Place("Mali", "Mali", (), "MLI", 17.0, -4.0, kind="country"),
}


@dataclass(frozen=True)
class Tells:
    """One sentence with its statement. Roles map to names of actors; `refers` and `within` count from 0."""

    text: str
    act: str | None = None
    roles: dict[str, str | Sequence[str]] = field(default_factory=dict)
    when: str | None = None
    place: str | None = None
    certainty: str = "happened"
    stage: str | None = "happened"
    stance: str = "asserted"
    polarity: str = "affirmed"
    timing: str = "episode"
    topics: tuple[str, ...] = ()
    object: str | None = None
    holder: str | None = None
    quantities: tuple[dict[str, Any], ...] = ()
    offices: tuple[tuple[str, str, str | None], ...] = ()  # (who, title, of)
    refers: int | None = None
    within: int | None = None
    about: int | None = None
    quotes: tuple[tuple[str, str], ...] = ()  # (words, speaker)
    trigger: str | None = None  # a word of the text; the whole where none is named


@dataclass(frozen=True)
class Story:
    """One document."""

    name: str
    tells: Sequence[Tells]
    published: str | None = None
    source: str | None = None
    genre: str | None = None
    lead: str = ""
    glued: bool = False  # all tellings stand in one line


def planned(text: str, act: str, roles: dict[str, Any], **more: Any) -> Tells:
    """A telling of what is to come."""
    return Tells(text, act, roles, **{"certainty": "planned", "stage": "planned", **more})


def quantity(of: str, low: float, **more: Any) -> dict[str, Any]:
    """A quantity's fields, exact unless said otherwise."""
    return {
        "of": of, "low": low, "high": low, "unit": None, "currency": None, "comparator": "exact",
        "measure": "count", "basis": None, "as_written": f"{low:g} {of}", **more,
    }  # fmt: skip


def build(story: Story) -> tuple[Document, Reading]:
    """The document and reading of a story."""
    return _Builder(story).build()


def world(*stories: Story) -> Views:
    """The views of some stories."""
    built = [build(s) for s in stories]
    return reconcile([d for d, _ in built], [r for _, r in built])


def events(views: Views, act: str) -> list[Event]:
    """The events of one act, by date and title."""
    return sorted((e for e in views.events if e.act == act), key=lambda e: (e.when or "", e.title))


class _Builder:
    def __init__(self, story: Story) -> None:
        self.story = story
        head = story.lead + "\n" if story.lead else ""
        self.text = head + ("" if story.glued else "\n").join(t.text for t in story.tells) + "\n"
        self.hash = text_hash(self.text)
        self.id = document_id(self.hash, story.source or story.name)
        self.referents: dict[str, Referent] = {}
        self.mentions: list[Mention] = []

    def build(self) -> tuple[Document, Reading]:
        story, statements, offices, quotes = self.story, [], [], []
        at = len(story.lead) + 1 if story.lead else 0
        for number, telling in enumerate(story.tells):
            statements.append(self.statement(telling, at, number))
            for who, title, of in telling.offices:
                start = self.text.index(title, at)
                span = Span(self.id, start, start + len(title))
                held: Held = "deputy" if title.casefold().startswith("deputy ") else "current"
                offices.append(
                    OfficeUse(self.actor(who), title, self.office_of(of), held, telling.when, span)
                )
            for words, speaker in telling.quotes:
                start = self.text.index(words, at)
                end = start + len(words)
                made = quote_id(self.id, start, end)
                quotes.append(Quote(made, self.id, start, end, words, self.actor(speaker), None, None, True))
            at += len(telling.text) + (not story.glued)
        linked = tuple(self.linked(s, story.tells[i], statements) for i, s in enumerate(statements))
        segments = (Segment(0, len(self.text), "body"),)
        document = Document(
            self.id, story.name, (story.name,), None, story.source, None, None, story.published,
            "given" if story.published else None, "en", story.genre, self.text, self.hash, None, segments,
        )  # fmt: skip
        reading = Reading(
            self.id, READER, segments, Metadata(), tuple(self.referents.values()),
            tuple(sorted(self.mentions, key=lambda m: m.start)),
            tuple(offices), tuple(s for s in linked if s.act or s.quantities or s.topics), tuple(quotes),
        )  # fmt: skip
        return document, reading

    def office_of(self, of: str | None) -> str | None:
        return self.actor(of) if of and (of in by_code() or "/" in of) else of

    def actor(self, name: str) -> str:
        """The id of an actor, made known with a mention where its words stand."""
        if ":" in name:
            self.referents.setdefault(name, Referent(name, name.partition(":")[2], "organization"))
            return name
        if name in by_code():
            code, label = f"state:{name}", by_code()[name].name
            self.referents.setdefault(code, Referent(code, label, "state", name, names=(label,)))
            return code
        full, _, country = name.partition("/")
        country, _, kind = country.partition("=")
        known = next((i for i, r in self.referents.items() if r.name == full), None)
        if known:
            return known
        start = max(self.text.find(full), 0)
        made = actor_id(self.id, start, start + len(full))
        acts_for = ((f"state:{country}", "office"),) if country and by_code().get(country) else ()
        self.referents[made] = Referent(
            made,
            full,
            kind or "person",
            country or None,
            None,
            (full,),
            acts_for,  # type: ignore[arg-type]
        )
        if self.text.find(full) >= 0:
            self.mentions.append(Mention(start, start + len(full), full, made, "name"))
        return made

    def statement(self, t: Tells, at: int, number: int) -> Statement:
        span = Span(self.id, at, at + len(t.text))
        values = []
        for role, names in t.roles.items():
            for name in [names] if isinstance(names, str) else names:
                values.append(Value(role, self.actor(name), (span,)))  # type: ignore[arg-type]
        if t.object:
            values.append(Value("object", t.object, (span,)))
        if t.when:
            values.append(Value("when", t.when, (span,), precision(t.when)))
        if t.place:
            where = PLACES[t.place]
            values.append(Value("place", where.name, (span,), where=where))
        said = (Attribution(self.actor(t.holder), t.holder, span),) if t.holder else ()
        word = t.text.index(t.trigger) if t.trigger else 0
        trigger = Span(self.id, at + word, at + word + len(t.trigger)) if t.trigger else span
        return Statement(
            statement_id(self.id, span.start, span.end, t.act, number), self.id, span.start, span.end, t.text,
            trigger, t.act, t.certainty, t.polarity, t.stage, t.stance, t.timing, t.topics, said, None,  # type: ignore[arg-type]
            tuple(values), tuple(Quantity(evidence=(span,), **q) for q in t.quantities),
        )  # fmt: skip

    def linked(self, statement: Statement, t: Tells, every: list[Statement]) -> Statement:
        from dataclasses import replace

        ids = [None if i is None else every[i].id for i in (t.refers, t.within, t.about)]
        return replace(statement, refers=ids[0], within=ids[1], about=ids[2])


def name_of(views: Views, actor: str) -> str:
    """An actor's name."""
    return next(a.name for a in views.actors if a.id == actor)


def key(*parts: str) -> str:
    """A hash for made-up ids."""
    return digest(*parts)
