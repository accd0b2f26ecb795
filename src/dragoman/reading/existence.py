"""Whether a thing is or was: "there is still no hotline", "it was switched on", "Malawi was consulted".

What one account tells in passing and another denies: each is a statement of its own without an act, with the
thing as its object, where no act's statement tells it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.model import dates
from dragoman.model.documents import Span
from dragoman.model.statements import Quote, Statement, Value
from dragoman.reading.certainty import Judged, judge
from dragoman.reading.marked import Marked
from dragoman.reading.marks import Cast, Paragraph, Parsed, TimeMention
from dragoman.reading.matters import Matters
from dragoman.reading.scope import clause, is_verb, negations
from dragoman.reading.unframed import unframed
from dragoman.vocabulary.existence import CONSULTED, stems, thing, words
from dragoman.vocabulary.states import naming

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_ORDINAL = 8  # so that no other statement of the same clause has the same id
_SHORT = 5  # words of a sentence that only denies: "It was not."
_SURE = ("happened", "ongoing")


@dataclass(frozen=True, slots=True)
class _Told:
    """A thing that a clause tells of, the word for it, the verb, and whether it says that it is."""

    thing: str
    word: "Token"
    verb: "Token"
    there: bool
    party: "Token | None" = None


@cache
def _gate() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(stems()) + r")", re.IGNORECASE)


def find(
    parsed: Parsed,
    cast: Cast,
    told: Sequence[Statement],
    times: Sequence[TimeMention],
    quotes: Sequence[Quote],
) -> tuple[Statement, ...]:
    """The statements with what the document tells of things that are or are not.

    Where a claim stands on just these words already, it gets the thing as its object.
    """
    about = Matters(cast, parsed)
    dated = Marked([t for t in times if t.value and t.kind == "date"])
    acts = {(s.trigger.start, s.trigger.end) for s in told if s.act is not None}
    made: dict[str, Statement] = {}
    for paragraph in (p for p in parsed.paragraphs if p.kind == "body"):
        if not _gate().search(paragraph.text) or not about.spoken_of(paragraph):
            continue
        for one in _all(paragraph):
            judged = judge(one.verb, paragraph, quotes)
            there = one.there if judged.stance != "denied" else not one.there
            if judged.stage not in _SURE or paragraph.place(one.verb) in acts:
                continue
            statement = _statement(replace(one, there=there), judged, paragraph, (parsed, cast, about, dated))
            if one.thing != CONSULTED or statement.parties:
                made.setdefault(statement.id, statement)
    return tuple(_merged(told, made))


def _merged(told: Sequence[Statement], made: Mapping[str, Statement]) -> Iterator[Statement]:
    """The statements with those made, one for the same words and polarity."""
    free = {(s.start, s.end, s.polarity): s for s in made.values() if not _of_consulting(s)}
    for statement in told:
        key = (statement.start, statement.end, statement.polarity)
        new = free.get(key) if statement.act is None and not statement.all("object", "agent") else None
        if new is None or new.certainty != statement.certainty:
            yield statement
            continue
        del free[key]
        known = {(v.field, v.value) for v in statement.values}
        more = tuple(v for v in new.values if (v.field, v.value) not in known)
        yield replace(statement, values=(*statement.values, *more))
    yield from free.values()
    yield from (s for s in made.values() if _of_consulting(s))


def _of_consulting(statement: Statement) -> bool:
    return any(v.value == CONSULTED for v in statement.all("object"))


def _all(paragraph: Paragraph) -> Iterator[_Told]:
    seen: set[int] = set()
    for match in _gate().finditer(paragraph.text):
        span = paragraph.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        token = span[0] if span is not None else None
        if token is None or token.i in seen:
            continue
        seen.add(token.i)
        lemma = token.lemma_.lower()
        if is_verb(token) and lemma in words("told", "verbs"):
            yield from _consulted(token, token, True)
        elif (
            lemma in words("told", "dark")
            and token.dep_ == "pobj"
            and token.head.head.lemma_.lower() == "keep"
        ):
            yield from _consulted(token, token.head.head, False)
        elif token.lower_ == "none":
            yield from _none(token)
        elif token.pos_ == "NOUN" and (kind := thing(lemma)):
            yield from _thing(token, kind)


def _thing(noun: "Token", kind: str) -> Iterator[_Told]:
    """What a clause tells of a thing: that there is none, or that it works, was signed, was fired."""
    verb = noun.head
    if not (is_verb(verb) or verb.pos_ == "AUX") or noun.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return
    lemma = verb.lemma_.lower()
    existing = lemma == "be" and any(c.dep_ == "expl" for c in verb.children)
    passive = noun.dep_ in ("nsubjpass", "dobj") and lemma in words("being", "object")
    own = noun.dep_ == "nsubj" and lemma in words("being", "own") and not _holds_another(verb)
    if not (existing or passive or own):
        return
    missing = _without(noun)
    if missing or not existing:
        yield _Told(kind, noun, verb, not (missing or negations(verb)))


def _holds_another(verb: "Token") -> bool:
    """Whether a thing tells of another that it holds: "the pact contains an annex"."""
    return any(c.dep_ == "dobj" and thing(c.lemma_.lower()) for c in verb.children)


def _without(noun: "Token") -> bool:
    """Whether a noun is told of as missing: "no hotline", "not a single shot"."""
    before = [noun.doc[i].lower_ for i in range(max(noun.sent.start, noun.left_edge.i - 1), noun.i)]
    return "no" in before or ("not" in before and bool({"a", "one", "single"} & set(before)))


def _none(token: "Token") -> Iterator[_Told]:
    """What "There is none" denies: the thing that the sentence before it told of last."""
    verb = token.head
    if verb.lemma_.lower() not in ("be", "exist") or not token.sent.start:
        return
    before = token.doc[token.sent.start - 1].sent
    for word in reversed(before):
        kind = thing(word.lemma_.lower()) if word.pos_ == "NOUN" else None
        if kind:
            yield _Told(kind, token, verb, False)
            return


def _consulted(word: "Token", verb: "Token", there: bool) -> Iterator[_Told]:
    """Whether a state was consulted, and whether the next sentence denies it: "It was not."."""
    party = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    party = party or next((c for c in verb.children if c.dep_ == "dobj"), None)
    if party is None:
        return
    denial = _denial(verb)
    if denial is not None:
        yield _Told(CONSULTED, denial, denial, not there, party)
    else:
        yield _Told(CONSULTED, word, verb, there != bool(negations(verb)), party)


def _denial(verb: "Token") -> "Token | None":
    """The verb of a short sentence right behind that denies what was told: "It was not."."""
    end = verb.sent.end
    if end >= len(verb.doc):
        return None
    after = verb.doc[end].sent
    short = [t for t in after if not t.is_punct and not t.is_space]
    if not 2 < len(short) + 1 <= _SHORT or short[0].pos_ != "PRON":
        return None
    root = after.root
    return root if any(t.dep_ == "neg" for t in short) and root.pos_ in ("AUX", "VERB") else None


def _open_ended(sentence: "TokenSpan") -> bool:
    """Whether a sentence is of all the time since, and not of the day told before."""
    return any(t.lower_ in words("being", "open") for t in sentence)


def _statement(
    one: _Told,
    judged: Judged,
    paragraph: Paragraph,
    around: tuple[Parsed, Cast, Matters, Marked[TimeMention]],
) -> Statement:
    parsed, cast, about, dated = around
    first, last = clause(one.verb)
    start, end = paragraph.place(paragraph.doc[min(first, one.word.i) : max(last, one.word.i) + 1])
    trigger = Span(parsed.document, *paragraph.place(one.word))
    where = paragraph.place(one.party) if one.party is not None else (start, end)
    named = {a: (parsed.span(s, e),) for s, e, a in about.parties(*where)}
    if not named and one.party is not None:
        known = naming(one.party.text)
        named = {f"government:{known[0]}": (parsed.span(*where),)} if known and known[1] == "capital" else {}
    values = [Value("participant", actor, spans) for actor, spans in named.items()]
    values.append(Value("object", one.thing, (trigger,)))
    sentence = one.word.sent
    low, high = paragraph.start + sentence.start_char, paragraph.start + sentence.end_char
    time = next(iter(dated.within(low, high)), None)
    if time is None and not _open_ended(sentence):
        time = next(reversed(dated.within(paragraph.start, low)), None)
    if time is not None and time.value:
        span = parsed.span(time.start, time.end)
        values.append(Value("when", time.value, (span,), dates.precision(time.value), time.inferred))
    stance = "reported" if judged.stance == "denied" else judged.stance
    told = replace(
        judged,
        stance=stance,
        polarity="affirmed" if one.there else "negated",
        certainty="ongoing" if judged.stage == "ongoing" else "happened",
    )
    return unframed(parsed, cast, told, trigger, values, clause=(start, end), ordinal=_ORDINAL)
