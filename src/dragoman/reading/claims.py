"""Claims: clauses that tell how sure something between states is, where no act is told.

"No evidence confirms such deals", "discussions on visas are under way", "the country still has no treaty
on fish": a claim has a cue of certainty or a negation, and a party or a matter of cooperation, or stands in
a paragraph that speaks of parties.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.model import dates
from dragoman.model.documents import Span
from dragoman.model.statements import Quote, Stance, Statement, Value
from dragoman.reading.certainty import Judged, doubting, judge
from dragoman.reading.claim_clauses import (
    STRONG,
    accounted,
    argued,
    clauses,
    content,
    cued,
    deed,
    done_by,
    foretold,
    heads_own,
    rejected,
    stood_for,
    tabled,
    told_before,
    under_way,
    undone,
    unproven,
)
from dragoman.reading.marked import Marked
from dragoman.reading.marks import Cast, Paragraph, Parsed, TimeMention
from dragoman.reading.matters import Matters
from dragoman.reading.scope import clause
from dragoman.reading.unframed import unframed
from dragoman.vocabulary.cues import group
from dragoman.vocabulary.topics import topics_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 60  # words of a clause; a longer one says more than one thing
_AHEAD = 30  # characters before a day that hold for what it had been set
_LONGEST_LIST = 120  # words of a clause that lists what is on an agenda


@dataclass(frozen=True, slots=True)
class _Claim:
    """A clause that may be a claim: its predicate, how it is judged, and where it stands."""

    verb: "Token"
    predicate: "Token"
    judged: Judged
    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the clause."""
        return self.paragraph.text[self.start - self.paragraph.start : self.end - self.paragraph.start]


def find(
    parsed: Parsed,
    cast: Cast,
    statements: Sequence[Statement],
    quotes: Sequence[Quote] = (),
    times: Sequence[TimeMention] = (),
) -> tuple[Statement, ...]:
    """The claims of a document, in order; what an act's statement tells already is left out.

    Of what is planned the day by which it is to be done is told with it.
    """
    dated = Marked([t for t in times if t.value and t.kind == "date"])
    told = _Told(statements)
    about = Matters(cast, parsed)
    found: list[Statement] = []
    around: _Claim | None = None
    for claim in sorted(_told_surely(parsed, quotes, about), key=lambda c: (c.start, -c.end)):
        within = around is not None and claim.start < around.end
        if around is not None and within and not (claim.end <= around.end and _own(claim, around)):
            continue
        if not _covered(claim, told.near(claim.start, claim.end)):
            found.append(_statement(claim, parsed, cast, about, dated))
            around = claim if around is None or claim.end > around.end else around
    return tuple(found)


def _own(claim: _Claim, around: _Claim) -> bool:
    """Whether a claim within another is one of its own: a relative clause, or one that is surer or less sure.

    "Togo is planning a port, though money might not be found" tells two things.
    """
    if claim.verb.dep_ == "relcl":
        return True
    mine, theirs = claim.judged, around.judged
    told = mine.polarity == "negated" or mine.certainty not in ("happened", "ongoing")
    return told and (mine.certainty, mine.polarity) != (theirs.certainty, theirs.polarity)


class _Told:
    """The acts' statements by where they stand."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._sorted = sorted((s for s in statements if s.act is not None), key=lambda s: (s.start, s.id))
        self._starts = [s.start for s in self._sorted]
        self._longest = max((s.end - s.start for s in self._sorted), default=0)

    def near(self, start: int, end: int) -> list[Statement]:
        """Those that overlap these characters."""
        low = bisect_left(self._starts, start - self._longest)
        return [s for s in self._sorted[low : bisect_left(self._starts, end)] if start < s.end]


def _told_surely(parsed: Parsed, quotes: Sequence[Quote], about: Matters) -> Iterator[_Claim]:
    """The clauses with a cue of certainty or a negation, from the outermost in."""
    for paragraph in parsed.paragraphs:
        heads = tuple(clauses(paragraph))
        doubting_verbs = {verb.i: how for verb in heads if (how := _doubts(verb)) is not None}
        doubted: dict[int, Stance] = dict(_doubted_later(heads, doubting_verbs))
        for token in heads:
            predicate = content(token)
            judged = doubting(judge(predicate, paragraph, quotes), doubted.get(token.i))
            if doubting_verbs.get(token.i) == "unconfirmed":
                judged = doubting(judged, "unconfirmed")
            yield from _deeds(token, paragraph, quotes, about)
            surely = cued(token, judged) or (argued(token, judged) and _by_party(token, paragraph, about))
            if not (surely or _spoken_of(token, judged, paragraph, about)):
                continue
            told = stood_for(predicate) or token
            claim = _claim(told, predicate if told is token else told, judged, paragraph)
            if claim is not None and (_relevant(claim, told, about) or _beside(token, judged, claim, about)):
                yield claim


def _doubts(verb: "Token") -> Stance | None:
    """How a clause doubts something already told: it rejects it, or says that nothing confirms it."""
    doubt: Stance | None = "denied" if rejected(verb) else "unconfirmed" if unproven(verb) else None
    return doubt if doubt is not None and told_before(verb) else None


def _doubted_later(
    heads: Sequence["Token"], doubting_verbs: Mapping[int, Stance]
) -> Iterator[tuple[int, Stance]]:
    """The clauses given on somebody's word that the same or the next sentence rejects or leaves unproven."""
    for verb in heads:
        if verb.i in doubting_verbs:
            first = verb.sent.start
            told = accounted(verb) or (accounted(verb.doc[first - 1]) if _goes_on(first, heads) else None)
            if told is not None:
                yield told.i, doubting_verbs[verb.i]


def _goes_on(first: int, heads: Sequence["Token"]) -> bool:
    """Whether the sentence before the one that begins here holds one of the clauses."""
    return any(head.sent.end == first for head in heads)


def _deeds(verb: "Token", paragraph: Paragraph, quotes: Sequence[Quote], about: Matters) -> Iterator[_Claim]:
    """What a party has promised or means to do, is charged with, or denies."""
    done = deed(verb)
    if done is None or not (
        _by_party(verb, paragraph, about)
        or _of_party(verb, paragraph, about)
        or _by_nobody_named(verb, paragraph, about)
    ):
        return
    judged = judge(done, paragraph, quotes)
    claim = _claim(done, done, judged, paragraph)
    claim = _without_relative(claim) if claim is not None else None
    if claim is not None and (judged.stage == "planned" or judged.stance in STRONG):
        yield claim


def _by_nobody_named(verb: "Token", paragraph: Paragraph, about: Matters) -> bool:
    """Whether somebody unnamed who speaks for a party promises: "the ministries agreed to set up a line"."""
    subject = _subject(verb)
    if subject is None or verb.lemma_.lower() not in group("promised") or subject.pos_ == "PRON":
        return False
    return subject.lower_ in group("binding subjects") and about.spoken_of(paragraph)


def _subject(verb: "Token") -> "Token | None":
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def _without_relative(claim: _Claim) -> _Claim:
    """A claim without the relative clause that ends it, which tells of something else."""
    after = [t for t in claim.verb.subtree if t.dep_ == "relcl" and t.left_edge.i > claim.verb.i + 1]
    if not after:
        return claim
    first = min(t.left_edge.i for t in after)
    while claim.verb.doc[first - 1].is_punct:
        first -= 1
    _, end = claim.paragraph.place(claim.verb.doc[first - 1])
    return replace(claim, end=end) if end > claim.start else claim


def _of_party(verb: "Token", paragraph: Paragraph, about: Matters) -> bool:
    """Whether the object of a verb is a party: "lawyers accuse Chad of …"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return thing is not None and bool(about.parties(*paragraph.place(thing)))


def _spoken_of(verb: "Token", judged: Judged, paragraph: Paragraph, about: Matters) -> bool:
    """Whether a clause of a paragraph on parties tells that something is not so, may be, or is to come."""
    if not about.spoken_of(paragraph):
        return False
    return undone(judged) or argued(verb, judged) or foretold(verb, judged) or under_way(verb, judged)


def _beside(verb: "Token", judged: Judged, claim: _Claim, about: Matters) -> bool:
    """Whether a claim that names neither party nor matter is of what its paragraph tells of parties."""
    if not about.spoken_of(claim.paragraph):
        return False
    if judged.stance in (*STRONG, "speculative") or undone(judged) or argued(verb, judged):
        return True
    said = any(about.parties(r.start, r.end) for r in claim.judged.reporters)
    named = said or bool(about.parties(claim.start, claim.end)) or bool(topics_of(claim.text))
    return named or any(t.ent_type_ == "DATE" for t in verb.subtree)


def _relevant(claim: _Claim, verb: "Token", about: Matters) -> bool:
    """Whether a claim is of a matter between states, or plainly of what a party did or is asked about."""
    if about.relevant(claim.start, claim.end):
        return True
    held = claim.judged.stance == "speculative" and bool(claim.judged.reporters)
    if claim.judged.stance not in STRONG:
        return held and _by_party(verb, claim.paragraph, about)
    if claim.judged.stance == "denied" and any(about.parties(r.start, r.end) for r in claim.judged.reporters):
        return True  # what a state or its officials deny is of a matter between states, or was asked as one
    near = about.parties(claim.paragraph.start, claim.paragraph.end)
    return (bool(near) and bool(topics_of(claim.text))) or _by_party(verb, claim.paragraph, about)


def _claim(verb: "Token", predicate: "Token", judged: Judged, paragraph: Paragraph) -> _Claim | None:
    """The claim of a verb's clause; None where the clause is longer than one thing said."""
    first, last = clause(verb)
    if verb.dep_ in ("acl", "relcl") and not heads_own(verb):
        first = min(first, verb.head.left_edge.i)
        last = max(last, verb.head.right_edge.i)
    if last - first >= (_LONGEST_LIST if tabled(verb) else _LONGEST):
        return None
    return _Claim(verb, predicate, judged, paragraph, *paragraph.place(paragraph.doc[first : last + 1]))


def _by_party(verb: "Token", paragraph: Paragraph, about: Matters) -> bool:
    """Whether the subject is a party or a matter between states."""
    subject = _subject(verb)
    if subject is None:
        return False
    start, end = paragraph.place(subject)
    if about.parties(start, end):
        return True
    named = verb.lemma_ == "be" and not any(c.dep_ == "acomp" for c in verb.children)
    return not named and about.of_cooperation(start, end)


def _covered(claim: _Claim, told: Sequence[Statement]) -> bool:
    """Whether an act's statement tells this clause already: it has its predicate, or most of its words."""
    start, end = claim.paragraph.place(claim.predicate)
    for statement in told:
        if statement.trigger.start < end and start < statement.trigger.end:
            return True
        common = min(statement.end, claim.end) - max(statement.start, claim.start)
        inside = claim.start <= statement.trigger.start < claim.end
        inside = inside and not _before_verb(claim, statement)
        if inside and common * 2 >= claim.end - claim.start:
            return True
    return False


def _before_verb(claim: _Claim, statement: Statement) -> bool:
    """Whether an act is told of a claim's subject alone: "a pact that Fiji signed may be put to a vote"."""
    subjects = (c for c in claim.predicate.children if c.dep_ in ("nsubj", "nsubjpass"))
    verbs = (c for n in subjects for c in n.children if c.dep_ == "relcl" and c.i < claim.predicate.i)
    trigger = statement.trigger
    return any(trigger.start <= claim.paragraph.place(v)[0] < trigger.end for v in verbs)


def _statement(
    claim: _Claim, parsed: Parsed, cast: Cast, about: Matters, dated: Marked[TimeMention]
) -> Statement:
    trigger = Span(parsed.document, *claim.paragraph.place(claim.predicate))
    values = (*_parties(claim, parsed, about), *_due(claim, parsed, dated))
    return unframed(parsed, cast, claim.judged, trigger, values, clause=(claim.start, claim.end))


def _due(claim: _Claim, parsed: Parsed, dated: Marked[TimeMention]) -> Iterator[Value]:
    """The one time of what is planned; of several the one behind "by" or "before".

    Of what was put off or called off, the one for which it had been set ("due on 17 September").
    """
    stage = claim.judged.stage
    found = dated.within(claim.start, claim.end) if stage in ("planned", "postponed", "cancelled") else []
    found = [t for t in found if not _told_aside(claim, t)] if found else []
    if stage != "planned":
        found = [t for t in found if _set_for().search(parsed.text[max(0, t.start - _AHEAD) : t.start])]
    ahead = [
        t for t in found if parsed.text[max(0, t.start - 12) : t.start].rstrip().endswith((" by", " before"))
    ]
    time = (ahead or found)[0] if len(ahead or found) == 1 else None
    if time is not None and time.value:
        span = parsed.span(time.start, time.end)
        yield Value("when", time.value, (span,), dates.precision(time.value), time.inferred)


def _told_aside(claim: _Claim, time: TimeMention) -> bool:
    """Whether a time stands in a relative clause: "a commission, which last met in 2009, will be called"."""
    place = claim.paragraph.place
    aside = (t for t in claim.verb.subtree if t.dep_ == "relcl" and t.i != claim.verb.i)
    return any(place(t.left_edge)[0] <= time.start and time.end <= place(t.right_edge)[1] for t in aside)


@cache
def _set_for() -> re.Pattern[str]:
    """The words right before the day for which something had been set."""
    told = "|".join(sorted(group("set for")))
    return re.compile(rf"\b(?:{told})(?: (?:in|at) [A-Z][\w-]+)? (?:(?:for|on|in) )?(?:the )?$")


def _parties(claim: _Claim, parsed: Parsed, about: Matters) -> Iterator[Value]:
    """The parties of a claim, the doer first where a verb above tells who it is ("Chad plans to …")."""
    seen: dict[str, list[Span]] = {}
    doer = done_by(claim.verb)
    own = about.parties(*claim.paragraph.place(doer)) if doer is not None else []
    for start, end, actor in (*own, *about.parties(claim.start, claim.end)):
        seen.setdefault(actor, []).append(parsed.span(start, end))
    for actor, spans in seen.items():
        yield Value("participant", actor, tuple(dict.fromkeys(spans)))
