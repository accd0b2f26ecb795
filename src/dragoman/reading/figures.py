"""Figures: what a clause tells of the size of a thing, where no act and no claim tells it already.

"A border of some 900 kilometres", "Spain, with 41,300 visitors", "4,000 recruits were trained": the length,
number or sum is a statement of its own, with the thing it is told of as its object, so that other accounts
can be held against it. So is the number that a text sets its figure against ("up from 72 million").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.model import dates
from dragoman.model.documents import Span
from dragoman.model.statements import Quote, Statement, Value
from dragoman.reading import contrasts
from dragoman.reading.certainty import Judged, judge, label
from dragoman.reading.marked import Marked
from dragoman.reading.marks import Cast, Parsed, TimeMention
from dragoman.reading.matters import Matters, stems
from dragoman.reading.measured_things import thing as thing_of
from dragoman.reading.quantities import Found, loose
from dragoman.reading.scope import clause, form, is_verb
from dragoman.reading.timing import verb_of
from dragoman.reading.unframed import unframed
from dragoman.vocabulary.cues import group, reporting
from dragoman.vocabulary.measures import tolls, words
from dragoman.vocabulary.states import people_of
from dragoman.vocabulary.units import base

if TYPE_CHECKING:
    from spacy.tokens import Token

_MANY = 10  # a count from here on is a figure, whatever is counted
_LONG = 120  # months; a shorter time is a part of some act
_LONGEST = 40  # words of a clause; of a longer one only the words around the number are kept
_LONGEST_SENTENCE = 300
_TO = 5  # characters before a number that hold "to"
_BEFORE = 34  # characters before a number in which it can be set against another


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number with the words for what it is told of, and where its clause stands in the document."""

    found: Found
    thing: str
    said: tuple["Token", ...]
    start: int
    end: int
    refused: bool = False


def find(
    parsed: Parsed,
    cast: Cast,
    told: Sequence[Statement],
    quantities: Sequence[Found],
    around: tuple[Sequence[TimeMention], Sequence[Quote]],
) -> tuple[Statement, ...]:
    """The figures of a document, in order; `around` are its times and quotes."""
    times, quotes = Marked([t for t in around[0] if t.value and t.kind == "date"]), around[1]
    about = Matters(cast, parsed)
    free = {id(f) for f in loose(quantities, told)}
    counts: dict[tuple[int, int], int] = {}
    for statement in told:
        if statement.act is None:
            counts[statement.start, statement.end] = counts.get((statement.start, statement.end), 0) + 1
    made = []
    contrasted = contrasts.find(parsed, quantities)
    refused = {id(c.refused) for c in contrasted}
    known = {id(q) for q in quantities}
    meant = {id(c.own): c.own for c in contrasted} | {
        id(c.refused): c.refused for c in contrasted if c.refused
    }
    bare = [f for i, f in meant.items() if i not in known]
    for number, found in enumerate([*quantities, *bare]):
        near = [q for q in quantities[max(0, number - 6) : number + 6] if q.paragraph is found.paragraph]
        own, told_of = id(found) not in known, id(found) in meant or _telling(found, about)
        if not own and not (told_of and (id(found) in free or _set_against(found, near))):
            continue
        figure = replace(_figure(found), refused=id(found) in refused)
        ordinal = counts.get((figure.start, figure.end), 0)
        counts[figure.start, figure.end] = ordinal + 1
        told_ = _statement(figure, ordinal, near, _Around(parsed, cast, about, times, quotes))
        made.append(replace(told_, quantities=(found.quantity,)) if own else told_)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a figure's statement is made of beside its own words."""

    parsed: Parsed
    cast: Cast
    about: Matters
    times: Marked[TimeMention]
    quotes: Sequence[Quote]


def _telling(found: Found, about: Matters) -> bool:
    """Whether a number is a figure that accounts of relations may differ in."""
    quantity, paragraph = found.quantity, found.paragraph
    if paragraph.kind != "body" or len(found.token.sent) > _LONGEST_SENTENCE:
        return False
    if not about.spoken_of(paragraph):
        return False
    low = quantity.low if quantity.low is not None else quantity.high or 0.0
    if quantity.measure == "duration":
        unit, factor = base(quantity.unit)
        return (unit == "month" and low * factor >= _LONG) or _of_a_tie(found, about)
    if quantity.measure == "ordinal":
        return any(word in group("matters") for word in stems(quantity.of))
    if quantity.measure == "count":
        return low >= _MANY or (_counted(found, about) and not _speaking(found))
    return quantity.measure in ("amount", "share", "change")


def _speaking(found: Found) -> bool:
    """Whether those counted are only who says something: "two diplomats told the paper"."""
    above = found.counted.head
    said_by = found.counted.dep_ == "pobj" and above.lower_ == "to" and above.head.lower_ == "according"
    says = found.counted.dep_ == "nsubj" and above.lemma_.lower() in reporting()
    return said_by or says


def _of_a_tie(found: Found, about: Matters) -> bool:
    """Whether a time is that of what binds states: "the lease is to run for two years"."""
    verb = verb_of(found.token)
    if verb is None:
        return False
    first, last = clause(verb)
    return about.bound(*found.paragraph.place(verb.doc[first : last + 1]))


def _counted(found: Found, about: Matters) -> bool:
    """Whether even a few of what is counted matter: they are of a party, or arms, people, papers."""
    quantity = found.quantity
    if quantity.of in tolls().values() or people_of(quantity.of):
        return True
    if any(word in words("figures") or word in group("matters") for word in stems(quantity.of)[-1:]):
        return True
    start, _ = found.paragraph.place(found.token)
    _, end = found.paragraph.place(found.counted)
    return bool(about.parties(start, end))


def _set_against(found: Found, near: Sequence[Found]) -> bool:
    """Whether a number is only what another of its sentence is held against."""
    text = found.paragraph.text
    start = found.quantity.evidence[0].start - found.paragraph.start
    before = text[max(0, start - _BEFORE) : start].lower().split()
    while before and before[-1] in words("mere"):
        before.pop()
    ahead = " ".join(before)
    if not any(ahead == w or ahead.endswith(" " + w) for w in words("baselines")):
        return False
    return any(_alike(found, other) for other in near if other is not found)


def _alike(a: Found, b: Found) -> bool:
    """Whether two numbers of one sentence measure the same kind of thing."""
    if a.token.sent.start != b.token.sent.start or a.quantity.measure != b.quantity.measure:
        return False
    return (a.quantity.currency, a.quantity.unit) == (b.quantity.currency, b.quantity.unit)


def _figure(found: Found) -> _Figure:
    """A number with its thing and its clause."""
    thing, said = thing_of(found)
    first, last = _stretch(found, said)
    start, end = found.paragraph.place(found.token.doc[first : last + 1])
    span = found.quantity.evidence[0]
    return _Figure(found, thing, said, min(start, span.start), max(end, span.end))


def _stretch(found: Found, said: Sequence["Token"]) -> tuple[int, int]:
    """The first and last token of the clause that tells a number, cut to its own words where it is long."""
    verb = verb_of(found.token)
    held = [found.token.i, found.counted.i, *(t.i for t in said)]
    if verb is not None:
        first, last = clause(verb)
        if last - first < _LONGEST and first <= min(held) and max(held) <= last:
            return first, last
    return min(held), max(held)


def _statement(figure: _Figure, ordinal: int, near: Sequence[Found], around: _Around) -> Statement:
    parsed, found = around.parsed, figure.found
    verb = _told_by(found)
    judged = _judged(
        figure, judge(verb if verb is not None else found.counted, found.paragraph, around.quotes)
    )
    said = figure.said or (found.counted,)
    spans = tuple(Span(parsed.document, *found.paragraph.place(t)) for t in said)
    values = [*_parties(figure, around), Value("object", figure.thing, spans)]
    time = _when(found, near, around.times)
    if time is not None and time.value:
        place = parsed.span(time.start, time.end)
        values.append(Value("when", time.value, (place,), dates.precision(time.value), time.inferred))
    trigger, clause = found.quantity.evidence[0], (figure.start, figure.end)
    return unframed(parsed, around.cast, judged, trigger, values, clause=clause, ordinal=ordinal)


def _told_by(found: Found) -> "Token | None":
    """The verb that tells a number; behind a comma and "to" it is not that of the relative clause before.

    "They agreed to raise trade, which stood at two million, to five million" tells what is to come.
    """
    verb, link = verb_of(found.token), found.counted.head
    closed = link.lower_ == "to" and link.i and link.nbor(-1).text == ","
    if verb is not None and closed and verb.dep_ == "relcl":
        return verb_of(verb.head)
    return verb


def _judged(figure: _Figure, judged: Judged) -> Judged:
    """How sure a figure is: a number is negated where the text rejects it, and not by "did not exceed"."""
    if figure.refused:
        return replace(judged, polarity="negated")
    if _aimed_at(figure.found):
        return replace(judged, stage="planned", certainty=label("planned", judged.stance, judged.polarity))
    within = "not " in figure.found.quantity.as_written.lower()
    return replace(judged, polarity="affirmed") if within else judged


def _aimed_at(found: Found) -> bool:
    """Whether a number is what something is yet to be brought to: "will raise trade, now 2, to 5 billion"."""
    start = found.quantity.evidence[0].start - found.paragraph.start
    if found.paragraph.text[max(0, start - _TO) : start].split()[-1:] != ["to"]:
        return False
    before = found.token.doc[found.token.sent.start : found.token.i]
    raised = [t for t in before if t.lemma_.lower() in words("raising") and is_verb(t)]
    return bool(raised) and form(raised[-1]).tense in ("infinitive", "modal")


def _parties(figure: _Figure, around: _Around) -> Iterator[Value]:
    """The parties that the clause names, else those of its sentence."""
    seen: dict[str, list[Span]] = {}
    named = around.about.parties(figure.start, figure.end)
    for start, end, actor in named or around.about.parties(*_sentence(figure.found)):
        seen.setdefault(actor, []).append(around.parsed.span(start, end))
    for actor, spans in seen.items():
        yield Value("participant", actor, tuple(spans))


def _when(found: Found, near: Sequence[Found], times: Marked[TimeMention]) -> TimeMention | None:
    """The time of the sentence that stands nearer to this number than to any other.

    Two numbers of one clause share its only time: "41 Danes and 19 Poles crossed on 6 February".
    """
    start, end = _sentence(found)
    own = found.quantity.evidence[0]  # a number that the text only rejects is not among those near
    others = [q for q in near if start <= q.quantity.evidence[0].start < end]
    numbers = [own, *(q.quantity.evidence[0] for q in others)]
    every = times.within(start, end)
    every = [t for t in every if not _of_noun(t, found)] or every
    best = None
    for time in every:
        closest = min(numbers, key=lambda s: (_gap(s, time), s.start))
        shared = len(every) == 1 and any(
            q.quantity.evidence[0] == closest and q.counted in found.counted.conjuncts for q in others
        )
        if (closest == own or shared) and (best is None or _gap(own, time) < _gap(own, best)):
            best = time
    return best


def _of_noun(time: TimeMention, found: Found) -> bool:
    """Whether a time before a number is that of a noun, as in "under the deal of January"."""
    ahead = found.paragraph.text[: max(0, time.start - found.paragraph.start)]
    return time.end <= found.quantity.evidence[0].start and ahead.endswith(" of ")


def _gap(number: Span, time: TimeMention) -> int:
    """How far a time stands from a number; one before it counts double, for most stand behind."""
    return time.start - number.end if time.start >= number.end else 2 * max(0, number.start - time.end)


def _sentence(found: Found) -> tuple[int, int]:
    sentence, paragraph = found.token.sent, found.paragraph
    return paragraph.start + sentence.start_char, paragraph.start + sentence.end_char
