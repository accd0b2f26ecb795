"""Claims: clauses that tell how sure something between states is, where no act is told.

"No evidence confirms such deals", "discussions on visas are under way", "the country has not yet developed
a nuclear programme": a claim has a cue of certainty or a negation, and a party or a matter of cooperation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.documents import Span
from dragoman.model.ids import statement_id
from dragoman.model.statements import Attribution, Quote, Statement, Value
from dragoman.reading.certainty import Judged, judge
from dragoman.reading.marks import Cast, Paragraph, Parsed, PlaceMention, TimeMention
from dragoman.reading.reporters import Reporter
from dragoman.reading.scope import clause, is_verb, keys, negations
from dragoman.vocabulary.cues import group
from dragoman.vocabulary.topics import topics_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTIES = ("state", "government", "organization", "bloc", "armed_group", "subnational", "group", "person")
_LONGEST = 60  # words of a clause; a longer one says more than one thing


@dataclass(frozen=True, slots=True)
class _Claim:
    """A clause that may be a claim: its predicate, how it is judged, and where it stands."""

    predicate: "Token"
    judged: Judged
    start: int
    end: int


def find(
    parsed: Parsed,
    cast: Cast,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    statements: Sequence[Statement],
    quotes: Sequence[Quote] = (),
) -> tuple[Statement, ...]:
    """The claims of a document, in order; what an act's statement tells already is left out."""
    told = sorted((s.start, s.end, s.trigger.start) for s in statements if s.act is not None)
    found: list[Statement] = []
    last = -1
    for paragraph in parsed.paragraphs:
        if paragraph.kind != "body":
            continue
        for claim in _claims(paragraph, quotes):
            if claim.start < last or _covered(claim, told) or not _relevant(claim, cast, parsed):
                continue
            found.append(_statement(claim, parsed, cast))
            last = claim.end
    return tuple(found)


def _claims(paragraph: Paragraph, quotes: Sequence[Quote]) -> Iterator[_Claim]:
    """The clauses of a paragraph with a cue, from the outermost in."""
    for token in paragraph.doc:
        if not _heads_clause(token):
            continue
        predicate = _content(token)
        judged = judge(predicate, paragraph, quotes)
        if not _cued(predicate, token, judged):
            continue
        first, last = clause(token)
        if last - first < _LONGEST:
            start, end = paragraph.place(paragraph.doc[first : last + 1])
            yield _Claim(predicate, judged, start, end)


def _heads_clause(token: "Token") -> bool:
    """Whether a verb heads a clause with a subject of its own."""
    if not is_verb(token) and token.pos_ != "AUX":
        return False
    if token.dep_ in ("aux", "auxpass", "amod", "compound", "relcl", "acl", "xcomp", "pcomp"):
        return False
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children)


def _content(verb: "Token") -> "Token":
    """The word whose certainty a clause tells: under "no evidence confirms X", X."""
    words = group("proofs")
    for subject in (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "attr", "dobj")):
        if subject.lemma_.lower() in words:
            inner = next((g for c in subject.children if c.dep_ == "prep" for g in c.children), None)
            clausal = next((c for c in subject.children if c.dep_ in ("acl", "ccomp")), None)
            found = clausal if clausal is not None and is_verb(clausal) else inner
            if found is not None:
                return found
    if verb.lemma_.lower() in words:
        for label in ("ccomp", "dobj", "nsubjpass"):
            found = next((c for c in verb.children if c.dep_ == label), None)
            if found is not None:
                return found
    return verb


def _cued(predicate: "Token", verb: "Token", judged: Judged) -> bool:
    """Whether a clause tells how sure it is, or denies: what plainly happened or goes on is no claim."""
    if judged.stance in ("unconfirmed", "doubted", "denied", "reported", "alleged"):
        return True
    if judged.stance == "speculative":
        return bool(judged.reporters) and judged.stage != "hypothetical"
    if judged.polarity == "negated":
        return bool(negations(verb)) and judged.stage in ("happened", "ongoing")
    return judged.stage == "ongoing" and any(key in group("states") for key in keys(verb))


def _covered(claim: _Claim, told: Sequence[tuple[int, int, int]]) -> bool:
    """Whether an act's statement stands on this clause already."""
    for start, end, trigger in told:
        common = min(end, claim.end) - max(start, claim.start)
        if claim.start <= trigger < claim.end and common * 2 >= min(end - start, claim.end - claim.start):
            return True
    return False


def _relevant(claim: _Claim, cast: Cast, parsed: Parsed) -> bool:
    """Whether a state, its people in office or a body takes part, and the matter is one between states."""
    kinds = {r.id: r.kind for r in cast.referents}
    inside = [m for m in cast.at(claim.start, claim.end) if kinds.get(m.actor, "state") in _PARTIES]
    text = parsed.text[claim.start : claim.end]
    matter = bool(topics_of(text)) or any(word in group("matters") for word in _stems(text))
    return matter and (bool(inside) or any(word in group("matters") for word in _stems(text)))


def _stems(text: str) -> list[str]:
    words = [word.strip(".,;:()“”\"'’").lower() for word in text.split()]
    return [w[:-1] if w.endswith("s") and not w.endswith("ss") else w for w in words]


def _statement(claim: _Claim, parsed: Parsed, cast: Cast) -> Statement:
    judged = claim.judged
    place = next(p for p in parsed.paragraphs if p.start <= claim.start < p.end).place(claim.predicate)
    text = parsed.text[claim.start : claim.end]
    return Statement(
        id=statement_id(parsed.document, claim.start, claim.end, None, 0),
        document=parsed.document,
        start=claim.start,
        end=claim.end,
        text=text,
        trigger=Span(parsed.document, *place),
        act=None,
        certainty=judged.certainty,
        polarity=judged.polarity,
        stage=judged.stage,
        stance=judged.stance,
        timing=judged.timing,
        topics=topics_of(text),
        attribution=tuple(_attribution(r, parsed, cast) for r in judged.reporters),
        values=tuple(_parties(claim, parsed, cast)),
    )


def _attribution(reporter: Reporter, parsed: Parsed, cast: Cast) -> Attribution:
    held = [m for m in cast.at(reporter.start, reporter.end) if m.form != "adjective"]
    holder = held[-1].actor if held and reporter.start != reporter.cue_start else None
    cue = parsed.span(reporter.cue_start, reporter.cue_end)
    return Attribution(holder, parsed.text[reporter.start : reporter.end], cue, reporter.anonymous)


def _parties(claim: _Claim, parsed: Parsed, cast: Cast) -> Iterator[Value]:
    kinds = {r.id: r.kind for r in cast.referents}
    seen: dict[str, list[Span]] = {}
    for mention in cast.at(claim.start, claim.end):
        if kinds.get(mention.actor, "state") in _PARTIES:
            seen.setdefault(mention.actor, []).append(parsed.span(mention.start, mention.end))
    for actor, spans in seen.items():
        yield Value("participant", actor, tuple(spans))
