"""Deeds told with their day: "The crossing was reopened on 14 May", "Gas is to flow through Nador in 2029".

Each is a statement of its own without an act: its objects are the name of the deed and the names of what it
was done to, those of the sentence before where its own has none. So accounts can be held against each other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from dragoman.model import dates
from dragoman.model.documents import Span
from dragoman.model.statements import Place, Quote, Statement, Value
from dragoman.reading.certainty import Judged, judge
from dragoman.reading.marked import Marked
from dragoman.reading.marks import Cast, Paragraph, Parsed, PlaceMention, TimeMention
from dragoman.reading.matters import Matters
from dragoman.reading.scope import clause, is_verb, negations
from dragoman.reading.taken_up import taken_up
from dragoman.reading.timing import verb_of
from dragoman.reading.unframed import unframed
from dragoman.vocabulary.cues import reporting
from dragoman.vocabulary.dated_deeds import (
    DatedDeed,
    deeds_of_noun,
    deeds_of_verb,
    named_posts,
    operating,
)
from dragoman.vocabulary.matters import nameless
from dragoman.vocabulary.spellings import plain_letters
from dragoman.vocabulary.states import naming
from dragoman.vocabulary.works import is_work

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDINAL = 9  # so that no other statement of the same clause has the same id
_PLACE_TAKING = ("take", "happen", "occur", "be")
_DUE = ("planned", "hypothetical")
_STANCES = ("asserted", "reported", "alleged")
_SHORTEST = 3
_LEAP = 2000  # a year that has every day
_BEHIND = 90  # characters behind a clause in which it may tell the place instead of one that it rejects
_REACH = 50  # characters before a place in which it is rejected
_CLAUSE = 2  # so many steps keep to a deed's own clause
_BACK = 3  # sentences of the same paragraph before it in which a deed's thing may be named
_AT = re.compile(r"\b(?:at|in|off|near)\s+(?:the\s+)?(?:[a-z]+\s+){0,4}$")
_REJECTED = re.compile(r"\bnot\s+(?!only)(?:\w+\s+){0,6}$", re.IGNORECASE)
_INSTEAD = re.compile(r"[^.;]{3,70}?,? but (?:at|in|off|near) [^.,;]{3,60}")
_SIGLUM = re.compile(r"[A-Z]{3,}-?\d*$")
_BUT = re.compile(r"\bbut\s+(?:\w+\s+){1,6}$")


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed, the word that tells it, its verb, and when it was or is to be done."""

    deed: DatedDeed
    word: "Token"
    verb: "Token"
    time: TimeMention
    when: str
    judged: Judged


@dataclass(frozen=True, slots=True)
class _Around:
    """What a deed's statement is made of beside its own words."""

    parsed: Parsed
    cast: Cast
    about: Matters
    spots: Marked[PlaceMention]


def find(
    parsed: Parsed,
    cast: Cast,
    times: Sequence[TimeMention],
    spots: Sequence[PlaceMention],
    quotes: Sequence[Quote],
) -> tuple[Statement, ...]:
    """The dated deeds of a document, in order."""
    dated = Marked([t for t in times if t.value and t.kind == "date"])
    told = [
        (deed, paragraph)
        for paragraph in parsed.paragraphs
        if paragraph.kind == "body" and (near := dated.within(paragraph.start, paragraph.end))
        for deed in _all(paragraph, near, quotes)
    ]
    if not told:
        return ()
    around = _Around(parsed, cast, Matters(cast, parsed), Marked(spots))
    made: dict[str, Statement] = {}
    for deed, paragraph in told:
        for statement in _statements(deed, paragraph, around):
            made.setdefault(statement.id, statement)
    return tuple(made.values())


def told(acts: Sequence[Statement], deeds: Sequence[Statement]) -> tuple[Statement, ...]:
    """All these statements; an act that gives no time has that of the deed which its own word tells.

    "Handed over at the Nemba crossing on 6 March": the day goes with the verb, wherever the parse hangs it.
    """
    dated = [d for d in deeds if d.polarity == "affirmed"]
    return (*(_timed(s, dated) if s.act and not s.all("when") else s for s in acts), *deeds)


def _timed(act: Statement, deeds: Sequence[Statement]) -> Statement:
    own = range(act.trigger.start, act.trigger.end)
    deed = next((d for d in deeds if d.trigger.start in own and d.stage == act.stage), None)
    return replace(act, values=(*act.values, *deed.all("when"))) if deed else act


def _all(paragraph: Paragraph, times: Sequence[TimeMention], quotes: Sequence[Quote]) -> Iterator[_Deed]:
    """The dated deeds of a paragraph; of two times of one verb that which needs no other counts."""
    told: set[int] = set()
    for time in sorted(times, key=lambda t: (t.basis != "stated", t.start)):
        span = paragraph.doc.char_span(
            time.start - paragraph.start, time.end - paragraph.start, alignment_mode="expand"
        )
        verb = _verb(span.root) if span is not None else None
        taken = taken_up(paragraph, time)
        if taken is not None:
            verb, time = taken
        if verb is None or not time.value or verb.i in told:
            continue
        for deed, word in _deeds(verb):
            told.add(verb.i)
            judged = judge(verb, paragraph, quotes)
            when = _when(deed, time.value, verb, judged)
            if when is not None:
                yield _Deed(deed, word, verb, time, when, _plain(judged))


def _verb(token: "Token") -> "Token | None":
    """The verb that a time goes with; "the crossing" is none, though the parse may hold it for one."""
    verb = verb_of(token)
    named = verb is not None and verb.tag_ == "VBG" and verb.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj")
    return verb_of(verb.head) if verb is not None and named else verb


def _deeds(verb: "Token") -> Iterator[tuple[DatedDeed, "Token"]]:
    """The deeds that a verb tells, itself or of its subject."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.lemma_.lower() in _PLACE_TAKING and subject is not None:
        yield from ((d, subject) for d in deeds_of_noun(subject.lemma_.lower()))
        return
    if not is_verb(verb):
        return
    particle = next(
        (c.lower_ for c in verb.children if c.i == verb.i + 1 and c.dep_ in ("prt", "advmod", "prep")), ""
    )
    lemma = verb.lemma_.lower()
    undergoer = _undergoer(verb)
    for deed in deeds_of_verb(lemma, particle) or deeds_of_verb(lemma):
        if not deed.things or (undergoer is not None and undergoer.lemma_.lower() in deed.things):
            yield deed, verb


def _undergoer(verb: "Token") -> "Token | None":
    """What a deed is done to: the object, else the subject; for "which" what it stands for."""
    for labels in (("dobj",), ("nsubjpass", "nsubj")):
        found = next((c for c in verb.children if c.dep_ in labels), None)
        if found is not None:
            return verb.head if found.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else found
    return verb.head if verb.dep_ == "acl" else None


def _when(deed: DatedDeed, value: str, verb: "Token", judged: Judged) -> str | None:
    """The day of what was done, or when what is due is to be done; "not before 2030" is from then on."""
    barred = bool(negations(verb)) and value.startswith("../")
    if deed.due and barred and judged.stage in _DUE:
        return value[3:] + "/.."
    if judged.stance not in _STANCES or judged.polarity != "affirmed":
        return None
    done = judged.stage == "ongoing" and value.endswith("/..")  # "has been shut since 6 November"
    day = value.removesuffix("/..") if done else value
    days = dates.interval(dates.in_year(day, _LEAP) if dates.without_year(day) else day)
    if days is not None and days.days == 1 and (done or judged.stage == "happened"):
        return day
    return value if deed.due and days is not None and judged.stage in _DUE else None


def _plain(judged: Judged) -> Judged:
    """How sure a deed is: what cannot be done before a day is planned for then, or later."""
    if judged.polarity == "affirmed":
        return judged
    return replace(judged, polarity="affirmed", stage="planned", stance="asserted", certainty="planned")


def _statements(told: _Deed, paragraph: Paragraph, around: _Around) -> Iterator[Statement]:
    """The statement of a deed, and that it was not where its text says it was not; none of nothing named."""
    first, last = clause(told.verb)
    start, end = paragraph.place(paragraph.doc[min(first, told.word.i) : max(last, told.word.i) + 1])
    start, end = min(start, told.time.start), max(end, told.time.end)
    names = dict(_names(told, paragraph, around.parsed))
    if not names:
        return
    trigger = Span(around.parsed.document, *paragraph.place(told.word))
    named: dict[str, list[Span]] = {}
    sentence = paragraph.place(paragraph.doc[told.verb.sent.start : told.verb.sent.end])
    for a, b, actor in around.about.parties(start, end) or around.about.parties(*sentence):
        named.setdefault(actor, []).append(around.parsed.span(a, b))
    span = around.parsed.span(told.time.start, told.time.end)
    values = [Value("participant", actor, tuple(spans)) for actor, spans in named.items()]
    values.append(Value("object", _label(told), (trigger,)))
    values += names.values()
    values.append(Value("when", told.when, (span,), dates.precision(told.when), told.time.inferred))
    found, rejected = _places(start, end, paragraph, around)
    make = partial(unframed, around.parsed, around.cast, clause=(start, end))
    where = [Value("place", found[0].name, (found[1],), where=found[0])] if found else []
    yield make(told.judged, trigger, [*values, *where], ordinal=_ORDINAL)
    if rejected:
        where = [Value("place", rejected[0].name, (rejected[1],), where=rejected[0])]
        denied = replace(told.judged, polarity="negated")
        yield make(denied, trigger, [*values, *where], ordinal=_ORDINAL + 1)


def _places(
    start: int, end: int, paragraph: Paragraph, around: _Around
) -> tuple[tuple[Place, Span] | None, tuple[Place, Span] | None]:
    """The last place of a clause, and the one that it rejects ("not at Adré, as is claimed, but at Tiné")."""
    found, rejected = None, None
    for spot in around.spots.within(start, min(end + _BEHIND, paragraph.end)):
        at, known = spot.start - paragraph.start, naming(spot.text)
        before = paragraph.text[max(0, at - _REACH) : at]
        if (known is not None and known[1] != "capital") or not _AT.search(before):
            continue
        place = spot.place or Place(spot.text, spot.text)
        refused = _REJECTED.search(before)
        if refused and spot.start < end:
            instead = _INSTEAD.match(paragraph.text, at)
            behind = paragraph.start + instead.end() if instead else spot.end
            rejected = (place, around.parsed.span(spot.start - len(before) + refused.start(), behind))
        elif spot.start < end or (rejected and found is None and _BUT.search(before)):
            found = (place, around.parsed.span(spot.start, spot.end))
    post = named_posts().search(paragraph.text, start - paragraph.start, end - paragraph.start)
    if post and found is None and rejected is None:
        first, last = (paragraph.start + edge for edge in post.span("post"))
        found = (Place(post["post"], post["post"]), around.parsed.span(first, last))
    return found, rejected


def _names(told: _Deed, paragraph: Paragraph, parsed: Parsed) -> Iterator[tuple[str, Value]]:
    """The names of what a deed is done to; where it has none, those told with it or before, marked so."""
    doc, sentence = paragraph.doc, told.verb.sent
    undergoer = _undergoer(told.verb) if told.word is told.verb else told.word
    first, last = clause(told.verb)
    sources = _sources(told.verb)
    doers = {t.i for c in told.verb.children if _does(c, told.verb) for t in c.subtree}
    wider = [list(undergoer.subtree) if undergoer is not None else []]
    wider += [[t for t in doc[first : last + 1] if t.i not in doers], list(sentence)]
    for _ in range(_BACK):
        if sentence.start:
            sentence = doc[sentence.start - 1].sent
            wider.append(list(sentence))
    found: list[Token] = []
    number = 0
    for number, tokens in enumerate(wider):
        found += [t for t in tokens if _is_name(t, number == 0) and t.i not in sources]
        if found and (number < _CLAUSE or not told.deed.due):
            break  # but what is due is often told of a work that was named long before
    for token in found:
        span = parsed.span(*paragraph.place(token))
        name = plain_letters(token.text)
        yield name, Value("object", name, (span,), inferred="reference" if number else None)


def _sources(verb: "Token") -> frozenset[int]:
    """Where those stand on whose word a clause is told: "Mr Leghari said that …"."""
    above = [v for v in verb.ancestors if v.lemma_.lower() in reporting()]
    said = (c for v in above for c in v.children if c.dep_ == "nsubj")
    return frozenset(t.i for c in said for t in c.subtree)


def _does(child: "Token", verb: "Token") -> bool:
    """Whether a word beside a verb is who does the deed, to somebody or something else."""
    acts = child.dep_ == "nsubj" and any(c.dep_ == "dobj" for c in verb.children)
    return acts or child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")


def _label(told: _Deed) -> str:
    """What a deed is called; where something is due that is no work's own use, with what that is."""
    undergoer = _undergoer(told.verb) if told.word is told.verb and told.deed.due else None
    if undergoer is None or undergoer.tag_ not in ("NN", "NNS"):
        return told.deed.name
    lemma = undergoer.lemma_.lower()
    return told.deed.name if lemma in operating() or is_work(lemma) else f"{told.deed.name} of {lemma}"


def _is_name(token: "Token", capitals: bool) -> bool:
    """Whether a word names a thing, a person or a place of its own, and no state or its people."""
    if token.tag_ not in ("NNP", "NNPS") and not _SIGLUM.match(token.text):
        return False
    if not token.text[0].isupper():
        return False
    plain, known = plain_letters(token.text), naming(token.text)
    if known is not None:
        return capitals and known[1] == "capital"
    return len(plain) >= _SHORTEST and plain not in nameless()
