"""Which of a paragraph's matches stand: one for each trigger, and those that wait for an act told before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dragoman.reading.anaphora import definite
from dragoman.reading.frames import Candidate, candidates
from dragoman.reading.grammar import infinitive, lemma_of
from dragoman.reading.marks import Paragraph
from dragoman.reading.occasions import occasions
from dragoman.reading.roles import Casting, Match, complete, complete_but_parties
from dragoman.reading.unnamed_sides import unnamed_sides
from dragoman.vocabulary.acts import frames, word_classes

_LONGEST = 600  # words of a sentence; what is longer is a list or a table, and its parse costs the square


@dataclass(frozen=True, slots=True)
class Pending:
    """A match that is whole, or waits for an act whose parties it may take.

    `presumed`: it is whole only if another account tells the office of one of its people.
    """

    match: Match
    whole: bool
    presumed: bool = False


def chosen(casting: Casting, paragraph: Paragraph) -> list[Pending]:
    """The matches of a paragraph in order, one a trigger: verbs with objects, nouns, then bare verbs."""
    found: list[Pending] = []
    claimed: set[int] = set()
    sentences = (s for s in paragraph.doc.sents if len(s) <= _LONGEST)
    casting.parties.hear(paragraph)
    every = [casting.match(c, paragraph) for s in sentences for token in s for c in candidates(token)]
    waves = [[m for m in every if wave(m.candidate)] for wave in (_with_object, _of_noun, _bare)]
    for stands, whole, presumed in _STANDINGS:
        for match in (m for wave in waves for m in wave):
            own, words = _own(match.candidate), {w.i for w in match.candidate.words}
            if not own & claimed and stands(match):
                found.append(Pending(match, whole, presumed))
                claimed |= words
    return in_order([one for one in found if not _is_aim(one, found)])


def _is_aim(one: Pending, found: Sequence[Pending]) -> bool:
    """Whether it only says what the talks are for that its own verb tells ("met to discuss trade")."""
    talking, anchor = frames().telling["talking"], one.match.candidate.anchor
    if one.match.candidate.frame.act not in talking or not infinitive(anchor):
        return False
    if anchor.dep_ not in ("advcl", "xcomp"):
        return False
    tellers = [o.match.candidate for o in found if o is not one and o.whole]
    return any(t.anchor.i == anchor.head.i and t.frame.act in talking for t in tellers)


def in_order(found: Sequence[Pending]) -> list[Pending]:
    """Matches by their first word."""
    return sorted(found, key=lambda p: min(w.i for w in p.match.candidate.words))


def holders_first(pending: Sequence[Pending]) -> list[Pending]:
    """The matches with what holds one without parties before it ("signed during his visit to Lima")."""
    ordered = list(pending)
    for one in pending:
        holder = None if one.whole else _holder(one, pending)
        if holder is not None and ordered.index(holder) > ordered.index(one):
            ordered.remove(one)
            ordered.insert(ordered.index(holder) + 1, one)
    return ordered


def _holder(one: Pending, pending: Sequence[Pending]) -> Pending | None:
    """The whole match whose noun stands behind "during" or the like beside a match's own words."""
    anchor = one.match.candidate.anchor
    nouns = {
        noun.i
        for preposition in anchor.children
        if preposition.dep_ == "prep" and preposition.lower_ in word_classes().holding
        for noun in preposition.children
        if noun.dep_ == "pobj"
    }
    held = (p for p in pending if p.whole and p.match.candidate.noun is not None)
    return next((p for p in held if p.match.candidate.noun.i in nouns), None)  # type: ignore[union-attr] # not None


def _own(candidate: Candidate) -> set[int]:
    """The words no other match may hold: of a verb with its object only the verb."""
    words = {w.i for w in candidate.words}
    return words - {candidate.noun.i} if candidate.frame.verbs and candidate.noun is not None else words


def _with_object(candidate: Candidate) -> bool:
    return bool(candidate.frame.verbs) and bool(candidate.frame.objects)


def _of_noun(candidate: Candidate) -> bool:
    return bool(candidate.frame.nouns)


def _bare(candidate: Candidate) -> bool:
    return bool(candidate.frame.verbs) and not candidate.frame.objects


def unsided(match: Match) -> bool:
    """Whether a match that may be of the two states of a text names nobody but a body of neither."""
    candidate = match.candidate
    if not candidate.frame.sides or (candidate.frame.nouns and candidate.carried == "none"):
        return False  # "at the end of months of bargaining" tells of it in passing
    named = (a.filler for a in match.arguments if a.filler.actor and a.role not in ("place", "object"))
    return all("body" in f.kinds and f.country is None for f in named)


def _may_wait(match: Match) -> bool:
    """Whether a match without its parties may take those of an act told before."""
    candidate = match.candidate
    if not complete_but_parties(match):
        return False
    if unsided(match) or unnamed_sides(match):
        return True
    if candidate.noun is None:
        return False
    if candidate.frame.act in frames().telling["inherit"]:
        return True
    return bool(candidate.frame.nouns) and lemma_of(candidate.noun) in frames().references


_STANDINGS: tuple[tuple[Callable[[Match], bool], bool, bool], ...] = (
    (complete, True, False),
    (lambda match: complete(match, presumed=True), True, True),
    (_may_wait, False, False),
)
"""What lets a match stand, the surest first, and whether it is then whole and presumed."""


def owners(pending: Sequence[Pending]) -> list[tuple[Match, Match]]:
    """Each match with the one that what hangs on its words belongs to.

    That is itself, or, where it tells no act alone ("in a coup in 2021"), a whole match of the same act in
    its sentence ("seized power"). For one already known it is that of a clause about it ("it drew A").
    """
    whole = [p.match for p in pending if p.whole]
    found = []
    for one in pending:
        noun = one.match.candidate.noun
        same = [m for m in whole if not one.whole and _alike(m, one.match)]
        if noun is not None and same and definite(noun):
            same = [m for m in same if noun in occasions(m.candidate.anchor, m.candidate.noun)]
        alone = one.whole or noun is None or not same
        found.append((one.match, one.match if alone else same[0]))
    return found


def _alike(one: Match, other: Match) -> bool:
    first, second = one.candidate, other.candidate
    return first.frame.act == second.frame.act and first.anchor.sent.start == second.anchor.sent.start


def parts(match: Match) -> list[Match]:
    """A match as one statement for each who was met, or for each place of a mission."""
    telling = frames().telling
    act = match.candidate.frame.act
    if act in telling["split_counterpart"] and match.all("participant", "agent"):
        return _one_each(match, "counterpart")
    if act in telling["split_place"]:
        return _one_each(match, "host", "place")
    return [match]


def _one_each(match: Match, *roles: str) -> list[Match]:
    """A match for each filler of these roles that names somebody or somewhere in one list."""
    several = [a for a in match.all(*roles) if a.filler.actor or a.place]
    several = [a for a in several if a.key == several[0].key]
    if len(several) < 2:
        return [match]
    rest = tuple(a for a in match.arguments if a not in several)
    return [replace(match, arguments=(*rest, one)) for one in several]
