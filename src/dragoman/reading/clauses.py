"""When and where the clause that tells an act says that it took place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from dragoman.model.dates import precision
from dragoman.reading.clause_words import to_be, whole
from dragoman.reading.grammar import is_verb, lemma_of, passive
from dragoman.reading.lending import (
    acted_on,
    aims,
    at_the_time,
    in_course_of,
    lenders,
    of_thing,
    only_opens,
    paid,
    speaking,
    whose_time,
)
from dragoman.reading.marked import Marked, by_verb, head_of
from dragoman.reading.marks import Paragraph, PlaceMention, TimeMention
from dragoman.reading.occasions import follows, hosted_by, hosts, occasions, told_of
from dragoman.reading.pointing import LOCATING, POINTING, there
from dragoman.reading.repeated import stretch
from dragoman.reading.roles import Match
from dragoman.reading.taken_up import taken_up
from dragoman.vocabulary.acts import frames, word_classes
from dragoman.vocabulary.measures import words as number_words

if TYPE_CHECKING:
    from spacy.tokens import Token

M = TypeVar("M", TimeMention, PlaceMention)
_STATES = ("state", "country")
_DEEPEST = 14
_BEHIND = 4  # words from the head of a time to the "when" that takes it up
_BETWEEN = 30  # letters between a place and a time behind it
_APART = frozenset({"for", "about", "over", "against", "because", "despite"})
_AT_LAST = frozenset({"by", "until", "till", "before", "within"})
_BIDDEN = ("xcomp", "ccomp", "acl", "advcl", "relcl")
_COMPLEMENTS = ("attr", "prep", "pobj", "acl", "xcomp", "acomp")


class Circumstances:
    """When and where the acts of one paragraph took place, by what each time and place hangs on."""

    def __init__(
        self,
        paragraph: Paragraph,
        matches: Sequence[tuple[Match, Match]],
        times: Marked[TimeMention],
        places: Marked[PlaceMention],
    ) -> None:
        self._paragraph = paragraph
        self._spots = places
        self._days = times
        self._owners = _owners(matches)
        told = [t for t in times.within(paragraph.start, paragraph.end) if t.value and t.kind == "date"]
        self._times = self._hung(told, locating=False)
        self._take_up(told)
        self._dated, self._told = told, dict[int, list[TimeMention]]()
        self._places = self._hung(places.within(paragraph.start, paragraph.end), locating=True)

    def when(self, match: Match) -> TimeMention | None:
        """The time that hangs on a match's words, the nearest; None where there is none.

        A meeting told in one breath behind a journey has its time: "flew to Oslo on 3 May and met the king".
        """
        others = (lenders, at_the_time, in_course_of)
        for one in (match, *(m for find in others for m in find(match, self._owners))):
            found = _outside(stretch(one), self._times.get(id(one), []))
            found = [t for t in found if not only_opens(t.value or "", one)]
            if found:
                return _nearest(one, found)
        verbs = tuple(whose_time(match)) if self._dated else ()
        if verbs and not self._told:  # most acts need none
            self._told = by_verb(self._paragraph, self._dated)
        told = ((t, fine) for v, fine in verbs for t in self._told.get(v.i, ()))
        shared = (t for t, fine in told if precision(t.value) in fine)
        return next((replace(t, inferred=t.inferred or "reference") for t in shared), None)

    def again(self, match: Match) -> list[tuple[TimeMention | None, tuple[PlaceMention, ...]]]:
        """When and where a clause says that its act was done once more."""
        more = stretch(match)
        if more is None:
            return []
        times = [t for t in self._days.within(*more) if t.value and t.kind == "date"]
        spots = self._spots.within(*more)
        return [(times[0] if times else None, tuple(spots[:1]))] if times or spots else []

    def where(self, match: Match) -> list[PlaceMention]:
        """The places that hang on a match's words, the nearest first."""
        anchor = self._paragraph.start + match.candidate.anchor.idx
        agents = {(a.filler.start, a.filler.end) for a in match.all("agent", "participant")}
        found = [p for p in self._places.get(id(match), []) if not any(s <= p.start < e for s, e in agents)]
        found = _outside(stretch(match), found)
        named = self._where(match.candidate.anchor)
        if named is not None:
            return [named, *found]
        found = found or self._hosting(match) or self._lent(lenders(match, self._owners))
        found = found or self._visited(match) or self._lent(in_course_of(match, self._owners))
        found = (
            found
            or self._lent(aims(match, self._owners))
            or there(self._paragraph, match.candidate.anchor, self._spots)
        )
        return sorted(found, key=lambda p: (abs(p.start - anchor), p.start))

    def _lent(self, others: Sequence[Match]) -> list[PlaceMention]:
        """The place that another act lends: one that its words name, else where it was."""
        for one in others:
            named = [a.place for a in one.arguments if a.place is not None]
            return (named or self._places.get(id(one), []))[:1]
        return []

    def _hosting(self, match: Match) -> list[PlaceMention]:
        """The city that is said to host or see what is told: "Vienna hosted the talks", "was the venue"."""
        carrier = match.candidate.carrier
        if carrier is None or lemma_of(carrier) not in frames().telling["hosting"]:
            carrier = _of_venue(match.candidate.noun)
        carrier = carrier or hosted_by(match.candidate.anchor, match.candidate.noun)
        if carrier is None:
            return []
        spots = [self._spots.at(self._paragraph, c) for c in carrier.lefts if c.dep_ == "nsubj"]
        return [s for s in spots if s is not None and s.place is not None and s.place.kind not in _STATES]

    def _visited(self, match: Match) -> list[PlaceMention]:
        """The place that a visited thing is of: "visited the islands of Samoa"."""
        if match.candidate.frame.act not in frames().telling["lasting"]:
            return []
        things = [c for w in match.candidate.words for c in w.children if c.dep_ == "dobj"]
        of = [p for thing in things for p in thing.children if p.dep_ == "prep" and p.lower_ == "of"]
        spots = [self._spots.at(self._paragraph, word) for p in of for word in p.children]
        return [spot for spot in spots if spot is not None]

    def _where(self, verb: "Token") -> PlaceMention | None:
        """The place a clause with "where" hangs on: "Goma, where the consulate was opened"."""
        if verb.dep_ == "xcomp" and verb.head.dep_ == "relcl":  # "where he was to meet"
            verb = verb.head
        opening = next((c for c in verb.children if c.lower_ == "where"), None)
        if verb.dep_ != "relcl" or opening is None:
            return None
        named = self._spots.at(self._paragraph, verb.head)
        if named is None:  # a time may stand between: "flew to Quito on Monday, where …"
            start = self._paragraph.start
            before = self._spots.within(start + verb.head.left_edge.idx - _BETWEEN, start + opening.idx)
            named = before[-1] if before else None
        return named

    def _hung(self, mentions: Iterable[M], locating: bool) -> dict[int, list[M]]:
        found: dict[int, list[M]] = {}
        for mention in mentions:
            head = head_of(self._paragraph, mention.start, mention.end)
            if head is None or (locating and not _located(head)):
                continue
            for match in self._owner(head):
                found.setdefault(id(match), []).append(mention)
        return found

    def _take_up(self, times: Sequence[TimeMention]) -> None:
        """Nothing; what a clause with "when" tells has the day before it, whatever that is to the rest."""
        for time in times:
            verb, day = taken_up(self._paragraph, time) or (None, time)
            joined = [c for c in verb.children if c.dep_ == "conj" and is_verb(c)] if verb is not None else []
            for word in (verb, *joined) if verb is not None else ():
                for match in self._owners.get(word.i, ()):
                    others = [t for t in self._times.get(id(match), []) if t.start != time.start]
                    self._times[id(match)] = [*others, day]

    def _owner(self, head: "Token") -> list[Match]:
        """The matches whose word a time or place hangs on, through the nouns and prepositions between."""
        current = head
        for _ in range(_DEEPEST):
            if current.i in self._owners and current.i != head.i:
                told = self._judging(head, current) or self._reason_for(current)
                return told or self._joined(head, current)
            above = current.head
            if current.i != head.i and speaking(current) and above.i in self._owners:
                speech = frames().telling["speech"]
                return [m for m in self._owners[above.i] if m.candidate.frame.act in speech]
            if current.i != head.i and (above.i == current.i or is_verb(current)):
                told = (
                    self._picked(current) or self._behind(head, current) or self._below(current, _COMPLEMENTS)
                )
                return told or self._when(head, current)
            if current.pos_ in ("NOUN", "PROPN", "NUM") and not _opens_where(current):
                told = self._below(current, ("relcl", "ccomp", "xcomp"))
                if told:
                    return told
            if above.i == current.i or (_sets_apart(current) and not self._set_for(current)):
                return []
            if of_thing(current, head) and acted_on(above, self._owners.get(above.i, ())):
                return []
            current = above
        return []

    def _judging(self, head: "Token", noun: "Token") -> list[Match]:
        """What is said of an act, whose time it is: "praised the results of the visit on Monday"."""
        outcome = noun.head.head
        if noun.dep_ != "pobj" or noun.head.lower_ != "of" or outcome.dep_ != "dobj":
            return []
        if head.head.lower_ == "of" or not any(c.lower_ in POINTING for c in noun.children):
            return []
        speech = frames().telling["speech"]
        return [m for m in self._owners.get(outcome.head.i, ()) if m.candidate.frame.act in speech]

    def _reason_for(self, noun: "Token") -> list[Match]:
        """What is done for what a noun tells: "recalled its envoy for consultations on Monday"."""
        if lemma_of(noun) not in frames().telling["aside"] or noun.head.lower_ != "for":
            return []
        verb = noun.head.head
        done = passive(verb) or any(c.dep_ == "dobj" for c in verb.children)
        return self._owners.get(verb.i, []) if done else []

    def _picked(self, copula: "Token") -> list[Match]:
        """The acts whose time or place a sentence points out: "it was in Osh that they met"."""
        it = any(c.dep_ == "nsubj" and c.lower_ == "it" for c in copula.children)
        return self._below(copula, ("ccomp", "advcl")) if it and lemma_of(copula) == "be" else []

    def _behind(self, head: "Token", verb: "Token") -> list[Match]:
        """What went before, whose day is told behind it: "the unrest followed a visit on Tuesday".

        Of two acts told in the past the day may be either's; in the present it is that of the first.
        """
        past = verb.tag_ not in ("VBZ", "VBP")
        either = past and any(self._owners.get(c.i) for c in verb.children if c.dep_ == "nsubj")
        if either or lemma_of(verb) not in frames().telling["behind"]:
            return []
        before = (c for c in verb.children if c.dep_ == "dobj" and c.i < head.i)
        return [m for noun in before for m in self._owners.get(noun.i, ())]

    def _set_for(self, link: "Token") -> bool:
        """Whether "for" names the day that is set for something: "the talks are planned for 3 May"."""
        days = (c for c in link.children if c.dep_ == "pobj")
        start = self._paragraph.start
        dated = any(self._days.within(start + d.left_edge.idx, start + d.idx + len(d)) for d in days)
        return dated and link.lower_ == "for" and lemma_of(link.head) in frames().telling["setting"]

    def _below(self, word: "Token", relations: tuple[str, ...]) -> list[Match]:
        """The acts told inside what a word governs: "in 1992, X was one of the first to …"."""
        waiting: list[Token] = [word]
        found: list[Match] = []
        for _ in range(_DEEPEST):
            if not waiting:
                break
            current = waiting.pop(0)
            for inner in current.children:
                if inner.dep_ in relations:
                    waiting.append(inner)
                    found.extend(self._owners.get(inner.i, ()))
            if found:
                return found
        return []

    def _when(self, head: "Token", verb: "Token") -> list[Match]:
        """The acts of a clause that takes its time from the words before it: "in July 2024, when X met Y"."""
        for clause in (c for c in verb.children if c.dep_ == "advcl" and c.i > head.i):
            opening = clause.left_edge
            if opening.lower_ == "when" and 0 < opening.i - head.i <= _BEHIND:
                joined = [c for c in clause.children if c.dep_ == "conj" and is_verb(c)]
                return [m for word in (clause, *joined) for m in self._owners.get(word.i, ())]
        return []

    def _joined(self, head: "Token", owner: "Token") -> list[Match]:
        """A time at the head of a sentence belongs to the verbs joined behind it as well."""
        found = list(self._owners[owner.i])
        if (
            is_verb(owner)
            and head.i < owner.i
            and all(c.i > head.i for c in owner.children if c.dep_ == "nsubj")
        ):
            for other in owner.children:
                if other.dep_ == "conj" and other.i in self._owners:
                    found.extend(self._owners[other.i])
        return found


def _sets_apart(word: "Token") -> bool:
    """Whether a preposition tells what an act is for or about, and not when and where it is done."""
    return word.dep_ == "prep" and word.lower_ in _APART


def _opens_where(noun: "Token") -> bool:
    """Whether the clause behind a time is of a place before it: "on Monday, where he met"."""
    clauses = (c for c in noun.children if c.dep_ == "relcl")
    return any(w.lower_ == "where" for c in clauses for w in c.subtree)


def _owners(matches: Sequence[tuple[Match, Match]]) -> Mapping[int, list[Match]]:
    """Matches by the words a time or place may hang on: the trigger's, and the verb of its noun."""
    owners: dict[int, list[Match]] = {}
    for match, owner in matches:
        words = list(match.candidate.words)
        if (
            match.candidate.carried in ("light", "reverse", "happening")
            and match.candidate.carrier is not None
            and not follows(match.candidate.carrier)
        ):
            words.append(match.candidate.carrier)
        if match.candidate.frame.act in frames().telling["bidden"]:
            words.extend(_going(match.candidate.anchor))
        noun = match.candidate.noun
        subject = whole(noun) if noun is not None else None
        words.extend(paid(noun) if noun is not None else ())
        near = (noun.i, noun.head.i, subject.head.i) if noun is not None and subject is not None else ()
        if subject is not None and match.candidate.anchor.i in near:
            words.extend(_taking_place(subject))
        if match.candidate.frame.act in frames().telling["gathering"]:
            for occasion in occasions(match.candidate.anchor, noun):
                words += [occasion, *told_of(occasion), *_taking_place(occasion)]
        for index in dict.fromkeys(w.i for w in words):
            here = owners.setdefault(index, [])
            if not any(m is owner for m in here):
                here.append(owner)
    return owners


def _going(verb: "Token") -> Iterator["Token"]:
    """The verbs of going that a verb of bidding governs: "told two diplomats to leave on 3 May".

    The day by which they are to go is not that of the bidding.
    """
    for one in (verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative"))):
        for clause in one.children:
            if clause.dep_ not in _BIDDEN or lemma_of(clause) not in frames().conditions["leaving"]:
                continue
            if not any(c.lower_ in _AT_LAST for c in clause.children):
                yield clause


def _of_venue(noun: "Token | None") -> "Token | None":
    """The verb that makes its subject the venue of what a noun tells: "became the scene of talks"."""
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "for", "to"):
        return None
    venue = noun.head.head
    is_venue = venue.dep_ in ("attr", "dobj") and lemma_of(venue) in frames().telling["venues"]
    return venue.head if is_venue else None


def _taking_place(noun: "Token") -> Iterator["Token"]:
    """The verbs that say of their subject that it took place, was held or is to be, or how large it was."""
    verbs = word_classes().happening | word_classes().light | number_words("sized")
    told = noun.dep_ in ("nsubj", "nsubjpass") and is_verb(noun.head) and lemma_of(noun.head) in verbs
    if told and not follows(noun.head):
        yield noun.head
        yield from to_be(noun.head)
    for word in noun.subtree:  # the parse hangs it on the last name too: "the visit to Peru, which began on"
        if word.i == noun.i or word.pos_ == "PROPN" or word.tag_ == "NNS":
            clauses = (c for c in word.children if c.dep_ == "relcl" and lemma_of(c) in verbs and _which(c))
            yield from (c for c in clauses if word.tag_ != "NNS" or noun.tag_ == "NNS" or _of_one(c))
    held = frames().telling["held"]  # "the talks held in Osh"
    yield from (c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN" and lemma_of(c) in held)
    yield from hosts(noun)


def _which(verb: "Token") -> bool:
    """Whether what a clause tells is told of a thing: "which began", "that was held"."""
    told = any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in ("which", "that") for c in verb.children)
    return told and not any(c.dep_ == "dobj" and c.lower_ != "place" for c in verb.children)


def _of_one(verb: "Token") -> bool:
    """Whether a clause tells of one thing, not of several: "which was held", "which has begun"."""
    return any(c.lower_ in ("was", "is", "has") for c in verb.children)


def _located(head: "Token") -> bool:
    """Whether a place is where something is: behind "in", "at" and the like, alone or joined."""
    current = head
    while current.dep_ == "conj" and current.head.i < current.i:
        current = current.head
    for _ in range(3):
        if current.dep_ == "pobj" and current.head.lower_ == "of" and _is_region(current.head.head):
            current = current.head.head  # "in the town of Abéché"
            continue
        if current.dep_ == "pobj":
            return current.head.lower_ in LOCATING
        if current.dep_ not in ("compound", "nmod", "appos", "poss"):
            return False
        current = current.head
    return False


def _is_region(noun: "Token") -> bool:
    return noun.dep_ == "pobj" and lemma_of(noun) in word_classes().regions


def _outside(stretch_: tuple[int, int] | None, mentions: list[M]) -> list[M]:
    """The mentions that do not tell when or where the act was done once more."""
    if stretch_ is None:
        return mentions
    return [m for m in mentions if not stretch_[0] <= m.start < stretch_[1]]


def _nearest(match: Match, found: Sequence[TimeMention]) -> TimeMention:
    anchor = match.paragraph.start + match.candidate.anchor.idx
    return min(found, key=lambda t: (abs(t.start - anchor), t.start))
