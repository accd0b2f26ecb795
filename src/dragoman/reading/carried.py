"""The time and place that the sentence before lends an act of the same people: one occasion told in two.

"Traoré flew to Accra on 3 May. He met President Mahama and signed a treaty." Both go with the journey. Told
in another tense, with a word like "earlier" or with a time of its own, a sentence has nothing from the one
before. What two states sealed without a day was sealed when the text last had them together.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dragoman.model.statements import Statement, Value
from dragoman.reading.anaphora import Told, definite
from dragoman.reading.certainty import Judged
from dragoman.reading.grammar import lemma_of
from dragoman.reading.marked import Marked
from dragoman.reading.marks import PlaceMention, TimeMention
from dragoman.reading.roles import Match
from dragoman.reading.scope import form, is_verb
from dragoman.vocabulary.acts import frames

_BACK = 6  # statements among which the one before is looked for
_LATELY, _PARAGRAPHS = 12, 2  # statements and paragraphs among which two states last came together
_COUNTED = ("publication date", "dateline", "reference")  # days without a year of their own are of late
_AFTER = frozenset({"after", "following"})
_THE_NOUN = 2  # words of "the talks"
_LONGEST = 60  # words of a sentence in which a word of another time is looked for


@dataclass(frozen=True, slots=True)
class Going:
    """An act without a time: how surely it is told, in which paragraph, where it was and who took part.

    `sides`: the states of those who took part.
    """

    match: Match
    judged: Judged
    paragraph: int
    spots: Sequence[PlaceMention]
    parties: frozenset[str]
    sides: frozenset[str]


def carried(
    act: Going, told: Sequence[Told], times: Marked[TimeMention], sides: Callable[[Statement], set[str]]
) -> tuple[Value, ...]:
    """The time and the place for an act without a time, each marked as inferred; mostly nothing.

    Where its own place lies in another country than the occasion's, it was another occasion. `sides` tells
    the states that take part in a statement.
    """
    telling = frames().telling
    kind = act.match.candidate.frame.act
    known = telling["during"] | telling["at_once"] | (telling["after"] if _after(act.match) else frozenset())
    if kind not in known or not _goes_on(act, times):
        return ()
    return _of_the_sentence_before(act, told, sides) or (
        _of_late(act, told, sides) if kind in telling["sealing"] else ()
    )


def _of_late(act: Going, told: Sequence[Told], sides: Callable[[Statement], set[str]]) -> tuple[Value, ...]:
    """The day on which the text last has the two states together, if no other day is told since."""
    telling = frames().telling
    occasions = telling["lasting"] | telling["gathering"] | telling["sealing"]
    if len(act.sides) != 2:
        return ()
    for one in reversed(told[-_LATELY:]):
        held = one.statement
        if act.paragraph - one.paragraph > _PARAGRAPHS:
            return ()
        days = held.all("when") if _came_to_pass(held) else ()
        if days:
            recent = all(_exact(v) and v.inferred in _COUNTED for v in days)
            together = recent and held.act in occasions and act.sides <= sides(held)
            return tuple(_values(held, placed=False)) if together else ()
    return ()


def _of_the_sentence_before(
    act: Going, told: Sequence[Told], sides: Callable[[Statement], set[str]]
) -> tuple[Value, ...]:
    """The day, and for what is done during an occasion its place, of the sentence before.

    Somebody of the act took part in that occasion; behind "after the talks" also somebody of his state.
    """
    after = _after(act.match)
    telling = frames().telling
    kind = act.match.candidate.frame.act
    occasions = telling["lasting"] | telling["gathering"]
    sentence = act.match.candidate.anchor.sent
    for one in reversed(told[-_BACK:]):
        before = one.match.candidate.anchor
        if one.paragraph != act.paragraph or before.sent.end < sentence.start:
            return ()
        held = one.statement
        if before.sent.end == sentence.start and held.act in occasions and _of_these(act, held, after, sides):
            here = _countries(held.all("place"))
            apart = any(s.place and s.place.country not in here for s in act.spots) if here else False
            return () if apart else tuple(_values(held, placed=kind in telling["during"]))
    return ()


def _goes_on(act: Going, times: Marked[TimeMention]) -> bool:
    """Whether it is told as done, in the simple past, in a sentence with no time and no other order."""
    verb, paragraph, judged = act.match.candidate.anchor, act.match.paragraph, act.judged
    plain = judged.certainty == "happened" and judged.polarity == "affirmed" and judged.timing == "episode"
    if not plain or not is_verb(verb) or form(verb).tense != "past":
        return False
    sentence = verb.sent
    start, end = paragraph.start + sentence.start_char, paragraph.start + sentence.end_char
    if any(t.kind != "duration" for t in times.within(start, end)):
        return False
    apart = frames().telling["apart"]
    return not any(word.lower_ in apart for word in islice(sentence, _LONGEST))


def _of_these(act: Going, held: Statement, after: bool, sides: Callable[[Statement], set[str]]) -> bool:
    """Whether somebody of an act, or `after` it of his state, took part in a dated one that came to pass."""
    fine = any(v.precision in ("day", "span") for v in held.all("when"))
    both = not act.parties.isdisjoint(held.parties) or (after and not act.sides.isdisjoint(sides(held)))
    return _came_to_pass(held) and fine and both


def _after(match: Match) -> bool:
    """Whether an act is told as done after "the talks" or the like, by no measure of time."""
    contacts, references = frames().telling["contact"], frames().references
    for preposition in (c for c in match.candidate.anchor.children if c.lower_ in _AFTER):
        bare = all(c.dep_ == "pobj" for c in preposition.children)
        told = (c for c in preposition.children if references.get(lemma_of(c)) in contacts)
        nouns = [c for c in told if definite(c)]
        if bare and nouns and len(list(nouns[0].subtree)) == _THE_NOUN:
            return True
    return False


def _exact(day: Value) -> bool:
    """Whether a time is a day or some days of a known year."""
    return day.precision in ("day", "span") and not any(mark in day.value for mark in "X~")


def _came_to_pass(held: Statement) -> bool:
    return held.certainty == "happened" and held.polarity == "affirmed" and held.timing == "episode"


def _countries(places: Sequence[Value]) -> set[str | None]:
    return {v.where.country for v in places if v.where is not None}


def _values(held: Statement, placed: bool) -> Iterator[Value]:
    for value in held.all("when")[:1]:
        yield replace(value, inferred="reference")
    for value in held.all("place")[:1] if placed else ():
        if value.where is not None and value.where.kind not in ("state", "country"):
            yield replace(value, inferred="reference")
