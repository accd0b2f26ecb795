"""Missions told of without their opening: those that stand, those to come, and those that move.

"Kenya has embassies in Oslo and Rome", "the Peruvian consulate in Fez", "Mali will move its
embassy to Abuja": each is a statement without an act, with the sending state as its agent, the words for
the mission as its object, and its place. What an act of opening or closing tells already is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.dates import interval
from dragoman.model.documents import Span
from dragoman.model.statements import Place, Quote, Statement, Value
from dragoman.reading.certainty import Judged, judge
from dragoman.reading.fillers import Filler
from dragoman.reading.grammar import child, is_verb, lemma_of
from dragoman.reading.marked import Marked
from dragoman.reading.marks import Cast, Paragraph, Parsed, PlaceMention, TimeMention
from dragoman.reading.mission_stands import STANDS, follows, held, named, none, sure, unhoused
from dragoman.reading.parties import Parties
from dragoman.reading.scope import clause, negations
from dragoman.reading.subjects import surface_subject
from dragoman.reading.unframed import unframed
from dragoman.vocabulary.missions import kind_of_mission, mission_words, named_missions
from dragoman.vocabulary.places import gazetteer
from dragoman.vocabulary.states import by_code

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTS = ("open_mission", "close_mission")
_STEPS = 5  # from a mission up to the word that opens it
_LONGEST = 40  # words of a clause; of a longer one only the words for the mission are kept


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a mission stands: the words, and the place they name."""

    start: int
    end: int
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class _Told:
    """One mission as one clause tells it. `verb` is the verb that tells it, where it is not only named."""

    noun: "Token"
    sender: Filler
    seat: _Seat
    judged: Judged
    verb: "Token | None"


def find(
    parsed: Parsed,
    cast: Cast,
    told: Sequence[Statement],
    around: tuple[Sequence[TimeMention], Sequence[PlaceMention], Sequence[Quote]],
) -> tuple[Statement, ...]:
    """The missions of a document, each once as standing or to come; `around`: its times, places, quotes."""
    times, places, quotes = around
    reader = _Reader(parsed, Parties(cast, quotes, parsed.document), Marked(places), told, quotes)
    dated = Marked([t for t in times if t.value and t.kind == "date"])
    counts: dict[tuple[int, int], int] = {}
    for statement in (s for s in told if s.act is None):
        counts[statement.start, statement.end] = counts.get((statement.start, statement.end), 0) + 1
    made, seen = [], set()
    for paragraph in parsed.paragraphs:
        for one in reader.missions(paragraph) if paragraph.kind == "body" else ():
            stage = "planned" if one.judged.stage == "planned" else "stands"
            key = (one.sender.actor or "", lemma_of(one.noun), one.seat.name, stage)
            if key in seen:
                continue
            seen.add(key)
            start, end = _stretch(one, paragraph)
            ordinal = counts.get((start, end), 0)
            counts[start, end] = ordinal + 1
            trigger = Span(parsed.document, *paragraph.place(one.verb or one.noun))
            values = _values(one, paragraph, parsed, dated)
            made.append(
                unframed(parsed, cast, one.judged, trigger, values, clause=(start, end), ordinal=ordinal)
            )
    return tuple(made)


def _stretch(one: _Told, paragraph: Paragraph) -> tuple[int, int]:
    """Where the clause of a mission stands; where that is long or only names it, its own words."""
    phrase = paragraph.place(one.noun.doc[one.noun.left_edge.i : one.noun.i + 1])
    start, end = min(phrase[0], one.seat.start), max(phrase[1], one.seat.end)
    if one.verb is not None:
        first, last = clause(one.verb)
        if last - first < _LONGEST:
            whole = paragraph.place(one.noun.doc[first : last + 1])
            start, end = min(start, whole[0]), max(end, whole[1])
    return start, end


def _values(one: _Told, paragraph: Paragraph, parsed: Parsed, dated: Marked[TimeMention]) -> Iterator[Value]:
    sender, seat, noun = one.sender, one.seat, one.noun
    who = (parsed.span(sender.start, sender.end),)
    yield Value("agent", sender.actor or "", who, inferred=sender.inferred)
    first = min((c for c in noun.lefts if c.dep_ in ("compound", "amod")), key=lambda c: c.i, default=noun)
    start, end = paragraph.place(first)[0], paragraph.place(noun)[1]
    yield Value("object", parsed.text[start:end], (parsed.span(start, end),))
    yield Value("place", seat.name, (parsed.span(seat.start, seat.end),), where=seat.place)
    for since in (
        c for c in (one.verb.children if one.verb and noun.dep_ == "dobj" else ()) if c.lower_ == "since"
    ):
        thing = child(since, "pobj")
        time = dated.at(paragraph, thing) if thing is not None else None
        if time is not None and interval(time.value):
            yield Value(
                "when", time.value or "", (parsed.span(time.start, time.end),), inferred=time.inferred
            )


class _Reader:
    """Finds the missions of the paragraphs of one document."""

    def __init__(
        self,
        parsed: Parsed,
        parties: Parties,
        places: Marked[PlaceMention],
        told: Sequence[Statement],
        quotes: Sequence[Quote],
    ) -> None:
        self.parsed, self.parties, self.places, self.quotes = parsed, parties, places, quotes
        self.acts = {
            place: s.act for s in told if s.act in _ACTS for place in range(s.trigger.start, s.trigger.end)
        }

    def missions(self, paragraph: Paragraph) -> Iterator[_Told]:
        """The missions of a paragraph in order."""
        last: Token | None = None
        for start, end in named_missions(paragraph.text):
            span = paragraph.doc.char_span(start, end, alignment_mode="expand")
            noun = span.root if span is not None and len(span) else None
            if noun is None or not (noun.tag_[:2] == "NN" or noun.dep_ == "conj"):
                continue
            if last is not None:
                yield from self._unnamed(last, noun.i, paragraph)
            last = noun
            yield from self._told(noun, paragraph)
        if last is not None:
            yield from self._unnamed(last, last.sent.end, paragraph)

    def _unnamed(self, before: "Token", end: int, paragraph: Paragraph) -> Iterator[_Told]:
        """A mission that is not named again: "Chad opened one, and Mali set up its own", "plans another"."""
        for token in before.doc[before.i + 1 : min(end, before.sent.end)]:
            if token.lower_ not in ("own", "another") or token.dep_ != "dobj":
                continue
            verb = token.head
            having = lemma_of(verb) in mission_words("having")
            judged = judge(verb, paragraph, self.quotes)
            if self._opened(verb, paragraph) or not (having or lemma_of(verb) in mission_words("opening")):
                continue
            senders, seats = self._subjects(verb, paragraph), list(self._seats(token, verb, paragraph))
            for sender, seat in self._pairs(senders, seats, token, verb, paragraph) if sure(judged) else ():
                yield _Told(before, sender, seat, judged, verb)

    def _opened(self, word: "Token", paragraph: Paragraph) -> str | None:
        """The act of opening or closing that a word tells."""
        return self.acts.get(paragraph.place(word)[0])

    def _act_over(self, noun: "Token", paragraph: Paragraph) -> str | None:
        """The act of opening or closing that tells of a mission."""
        above = noun
        for _ in range(_STEPS):
            act = self._opened(above, paragraph)
            if act or above.head.i == above.i or (above.i != noun.i and is_verb(above)):
                return act
            above = above.head
        return None

    def _told(self, noun: "Token", paragraph: Paragraph) -> Iterator[_Told]:
        verb, link = _verb(noun)
        own = [o for o in self.parties.owners(paragraph, noun) if "state" in o.kinds]
        word = lemma_of(verb) if verb is not None else ""
        raised = bool(own) and word in mission_words("raising") and link != "conj"
        act = self._act_over(noun, paragraph)
        if act is not None and not raised:
            if act == "open_mission" and noun.dep_ == "conj" and verb is not None:
                yield from self._opened_too(noun, verb, paragraph)
            return
        if verb is not None and own and word in mission_words("moving"):
            yield from self._moved(noun, verb, own, paragraph)
        elif verb is not None and raised:
            yield from self._raised(noun, verb, own, paragraph)
        elif not none(noun):
            yield from self._standing(noun, own, paragraph)

    def _standing(self, noun: "Token", own: list[Filler], paragraph: Paragraph) -> Iterator[_Told]:
        """A mission that stands or is to come: one that a state has, or that is only named."""
        verb, link = _verb(noun)
        word = lemma_of(verb) if verb is not None else ""
        having = verb is not None and word in mission_words("having") and link in ("dobj", "conj")
        judged = named(noun, having)
        if having and verb is not None and judged is not None:
            kept = bool(own) and word in mission_words("keeping")
            judged = STANDS if kept else held(verb, judge(verb, paragraph, self.quotes))
            own = own or self._subjects(verb, paragraph)
        elif verb is not None and word == "be" and child(verb, "expl") is not None and not negations(verb):
            told = judge(verb, paragraph, self.quotes)
            judged = (judged or STANDS) if told.stage != "hypothetical" and sure(told) else None
        elif verb is not None and word in mission_words("standing_for") and link == "by":
            having, judged, own = True, judge(verb, paragraph, self.quotes), self._subjects(verb, paragraph)
            judged = held(verb, judged)
        elif verb is not None and link in ("nsubj", "nsubjpass") and (led := follows(verb)) is not None:
            coming = judge(led, paragraph, self.quotes)
            having, judged = True, coming if coming.stage == "planned" and sure(coming) else None
            own = own or self._sayers(verb, paragraph)
        elif verb is not None and link == "nsubj" and unhoused(verb):
            judged = None
        elif not own and link == "with":
            own, judged = self._named_before(noun, paragraph), STANDS
        if judged is None:
            return
        seats = list(self._seats(noun, verb if having else None, paragraph))
        for sender, seat in self._pairs(own, seats, noun, verb, paragraph):
            yield _Told(noun, sender, seat, judged, verb if having else None)

    def _opened_too(self, noun: "Token", verb: "Token", paragraph: Paragraph) -> Iterator[_Told]:
        """A mission joined to one that is opened: "opened an embassy in Juba and a consulate in Wau"."""
        judged = judge(verb, paragraph, self.quotes)
        senders = self._subjects(verb, paragraph)
        seats = list(self._behind(noun, ("in", "at"), paragraph))
        for sender, seat in self._pairs(senders, seats, noun, verb, paragraph) if sure(judged) else ():
            yield _Told(noun, sender, seat, judged, verb)

    def _raised(
        self, noun: "Token", verb: "Token", own: Sequence[Filler], paragraph: Paragraph
    ) -> Iterator[_Told]:
        """A mission that becomes one of another kind: "upgraded its legation in Quito to an embassy"."""
        judged = judge(verb, paragraph, self.quotes)
        links = [c for c in (*verb.children, *noun.children) if c.lower_ in ("to", "into") and c.i > noun.i]
        inner = [t for link in links for t in link.subtree if kind_of_mission(t.text)]
        seats = list(self._seats(noun, None, paragraph))
        if inner and sure(judged):
            head = next((t for t in inner if t.dep_ == "pobj"), inner[0])
            yield from (_Told(head, own[0], s, judged, verb) for s in seats if _abroad(own[0], s))
        elif not inner:
            yield from (_Told(noun, own[0], s, STANDS, None) for s in seats if _abroad(own[0], s))

    def _pairs(
        self,
        own: Sequence[Filler],
        seats: Sequence[_Seat],
        noun: "Token",
        verb: "Token | None",
        paragraph: Paragraph,
    ) -> Iterator[tuple[Filler, _Seat]]:
        """Who sends a mission and where it stands; both of two states "in each other's capitals"."""
        codes = [_code(f) for f in own]
        if len(own) == 2 and not seats:
            words = {t.lower_ for t in (*noun.subtree, *(verb.subtree if verb is not None else ()))}
            if words & {"capital", "capitals"} and words & {"other", "respective"}:
                for sender, code in zip(own, reversed(codes), strict=True):
                    seat = _capital(code, paragraph.place(noun))
                    if seat is not None:
                        yield sender, seat
            return
        for sender in own:
            yield from ((sender, seat) for seat in seats if _abroad(sender, seat))

    def _moved(
        self, noun: "Token", verb: "Token", own: Sequence[Filler], paragraph: Paragraph
    ) -> Iterator[_Told]:
        """A mission that moves: where it goes to, or where it stands if it leaves only its house."""
        judged = judge(verb, paragraph, self.quotes)
        if negations(verb):
            return
        goal = ("to", "into")
        seats = [*self._behind(verb, goal, paragraph), *self._behind(noun, goal, paragraph)]
        seats = seats if sure(judged) else []
        if not seats or judged.stage == "planned":
            left = list(self._behind(noun, ("in", "at"), paragraph))
            left += [s for word in (verb, noun) for s in self._behind(word, ("from",), paragraph)]
            yield from (_Told(noun, own[0], s, STANDS, None) for s in left if _abroad(own[0], s))
        yield from (_Told(noun, own[0], s, judged, verb) for s in seats if _abroad(own[0], s))

    def _subjects(self, verb: "Token", paragraph: Paragraph) -> list[Filler]:
        """The states that have what a verb of having tells."""
        subject, _ = surface_subject(verb)
        if subject is None:
            return []
        found = [f for t in (subject, *subject.conjuncts) for f in self.parties.of(paragraph, t) if f.actor]
        return [f for f in found if "state" in f.kinds and f.party]

    def _sayers(self, verb: "Token", paragraph: Paragraph) -> list[Filler]:
        """The state whose officials say that something will come: "Chadian officials say …"."""
        subject = surface_subject(verb.head)[0] if verb.dep_ == "ccomp" else None
        told = self.parties.of(paragraph, subject) if subject is not None else ()
        return [f for f in map(self.parties.behind, told) if (f.actor or "").startswith("state:")]

    def _named_before(self, noun: "Token", paragraph: Paragraph) -> list[Filler]:
        """The state that is "with" a mission: "Chad, with embassies in Paris and Rome"."""
        head = noun.head.head
        return [f for f in self.parties.of(paragraph, head) if f.actor and "state" in f.kinds]

    def _seats(self, noun: "Token", verb: "Token | None", paragraph: Paragraph) -> Iterator[_Seat]:
        """Where a mission stands, as its own words, those of one named beside it, or its verb tell."""
        found = list(self._behind(noun, ("in", "at", "to"), paragraph))
        for other in () if found else noun.conjuncts:
            found += list(self._behind(other, ("in", "at"), paragraph)) if other.i > noun.i else []
        if not found and verb is not None:
            found = list(self._behind(verb, ("in", "at"), paragraph))
        if not found:
            found = [s for c in noun.lefts if c.dep_ == "compound" for s in self._seat(c, paragraph)]
        yield from found

    def _behind(self, word: "Token", links: Sequence[str], paragraph: Paragraph) -> Iterator[_Seat]:
        for link in (
            c for c in word.children if c.lower_ in links and c.dep_ in ("prep", "dative", "advmod")
        ):
            for town in (c for c in link.children if c.dep_ == "pobj"):
                for each in (town, *town.conjuncts):
                    yield from self._seat(each, paragraph)

    def _seat(self, token: "Token", paragraph: Paragraph) -> Iterator[_Seat]:
        spot = self.places.at(paragraph, token)
        if spot is not None and spot.place is not None and spot.place.country:
            yield _Seat(spot.start, spot.end, spot.place.name, spot.place)


def _verb(noun: "Token") -> tuple["Token | None", str]:
    """The verb over a mission and how it hangs on it; "with" where it is what a state is "with".

    The parse may join a mission to the town before it: "an embassy in Lima and a consulate in Cuzco".
    """
    above, joined = noun, False
    while above.head.i != above.i:
        if above.dep_ in ("conj", "appos") and not is_verb(above.head):
            above, joined = above.head, True
        elif above.dep_ == "pobj" and joined and above.head.lower_ in ("in", "at"):
            above = above.head.head
            if is_verb(above):
                return above, "conj"
        else:
            break
    if above.dep_ == "pobj":
        link = above.head.lower_
        return (above.head.head, link) if link == "with" or is_verb(above.head.head) else (None, link)
    if is_verb(above.head) or above.head.pos_ == "AUX":
        return above.head, above.dep_
    return None, above.dep_


def _abroad(sender: Filler, seat: _Seat) -> bool:
    return seat.place.country not in (None, _code(sender))


def _code(sender: Filler) -> str:
    """The code of the state that a filler is, or is of."""
    return sender.country or (sender.actor or "").rpartition(":")[2]


def _capital(code: str, at: tuple[int, int]) -> _Seat | None:
    """The capital of a state as the seat of a mission whose words stand here."""
    state = by_code().get(code)
    rows = [r for r in gazetteer().lookup(state.capital or "") if r.country == code] if state else []
    row = next((r for r in rows if r.kind == "city"), next(iter(rows), None))
    if row is None:
        return None
    place = Place(
        row.name, row.name, row.within, row.country, row.lat, row.lon, row.disputed, row.geonames, row.kind
    )
    return _Seat(*at, row.name, place)
