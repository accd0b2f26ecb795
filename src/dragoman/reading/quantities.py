"""Quantities of a text: numbers with what they count or measure, and the statements they belong to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.model.ids import statement_id
from dragoman.model.statements import Basis, Comparator, Quantity, Statement
from dragoman.reading.counted import Thing, after_number, again_a_sum, ordinal_thing, times_thing
from dragoman.reading.marks import Paragraph, Parsed
from dragoman.reading.numbers import Number, numbers
from dragoman.reading.scope import climb, is_verb
from dragoman.reading.uncounted import uncounted
from dragoman.vocabulary.measures import bases, comparators, naming, words
from dragoman.vocabulary.units import base

if TYPE_CHECKING:
    from spacy.tokens import Token

_GAP = 60  # characters between a clause and a number of its own
_REACH = 40  # characters before a number in which its comparator stands
_BETWEEN = re.compile(r"[\s$€£¥₹₽]*$")
_NEAR = 6  # steps from a number to the word its basis or its statement rests on
LENGTHS = ("metre", "square metre")  # the size of a thing, seldom of what is done with it
_CLOSED = ("relative", "that", "adverbial", "ing")


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity with the token of its number, and the token of what it counts."""

    quantity: Quantity
    token: "Token"
    counted: "Token"
    paragraph: Paragraph


def find(parsed: Parsed) -> tuple[Found, ...]:
    """The quantities of a document, in order. Dates, ages and numbers in names are none."""
    return tuple(_all(parsed))


def attach(statements: Sequence[Statement], quantities: Sequence[Found], text: str) -> tuple[Statement, ...]:
    """The statements with the quantities that modify their trigger or an argument of it.

    `text` is the document's. A clause is as long as to hold its numbers: "trade between X and Y" goes on to
    what it "reached".
    """
    triggers = _Triggers(statements)
    taken: dict[str, list[Found]] = {}
    for found in quantities:
        statement = triggers.above(found)
        if statement is not None:
            taken.setdefault(statement.id, []).append(found)
    known = {s.id for s in statements}
    renamed: dict[str, str] = {}
    held = []
    for statement in statements:
        numbers_ = tuple(_named(f, statement) for f in taken.get(statement.id, ()))
        longer = _reaching(statement, taken.get(statement.id, ()), known, text)
        renamed[statement.id] = longer.id
        held.append(_at_most(replace(longer, quantities=(*statement.quantities, *numbers_))))
    return tuple(_pointing(s, renamed) for s in held)


def _at_most(statement: Statement) -> Statement:
    """The statement of a size: "did not exceed" bounds a number and negates nothing."""
    bound = any(q.as_written.lower().startswith("not ") for q in statement.quantities)
    negated = statement.act is None and statement.polarity == "negated"
    return replace(statement, polarity="affirmed") if bound and negated else statement


def _reaching(statement: Statement, quantities: Sequence[Found], known: set[str], text: str) -> Statement:
    """The statement with its clause reaching to its numbers near it; a new clause has a new id."""
    start, end = statement.start, statement.end
    for found in quantities:
        span = found.quantity.evidence[0]
        if span.start - end <= _GAP and start - span.end <= _GAP:
            start, end = min(start, span.start), max(end, span.end)
    if (start, end) == (statement.start, statement.end):
        return statement
    ordinal = 0
    while (new := statement_id(statement.document, start, end, statement.act, ordinal)) in known:
        ordinal += 1
    known.add(new)
    return replace(statement, id=new, start=start, end=end, text=text[start:end])


def _pointing(statement: Statement, renamed: Mapping[str, str]) -> Statement:
    """The statement with the new ids of those it points at."""
    about, refers, within = (
        renamed.get(i, i) if i else i for i in (statement.about, statement.refers, statement.within)
    )
    return replace(statement, about=about, refers=refers, within=within)


def loose(quantities: Sequence[Found], statements: Sequence[Statement]) -> tuple[Found, ...]:
    """Those of these quantities that belong to none of these statements, in order."""
    triggers = _Triggers(statements)
    return tuple(found for found in quantities if triggers.above(found) is None)


class _Triggers:
    """The statements by where their triggers stand."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._sorted = sorted(
            statements, key=lambda s: (s.trigger.start, s.act is None, s.end - s.start, s.id)
        )
        self._starts = [s.trigger.start for s in self._sorted]
        self._longest = max((s.trigger.end - s.trigger.start for s in self._sorted), default=0)

    def above(self, found: Found) -> Statement | None:
        """The statement whose trigger is a number's own word or stands above it, the nearest first."""
        sized = base(found.quantity.unit)[0] in LENGTHS
        chain = (*_chain(found.counted, sized), *_chain(found.token, sized))
        for token in (*chain, *_summed(found), *_sized(chain)):
            start, end = found.paragraph.place(token)
            low = bisect_left(self._starts, start - self._longest)
            for statement in self._sorted[low : bisect_left(self._starts, end)]:
                if start < statement.trigger.end:
                    return statement
        return None


def _chain(token: "Token", sized: bool) -> list["Token"]:
    """A number's word and those it modifies, up to the clause's own verb; of a length no further."""
    chain = [token]
    for step, (below, above, joined) in enumerate(climb(token)):
        only_sums = joined == "participle" and below.lemma_.lower() in words("sums")
        lemma = below.lemma_.lower()
        goes_on = (joined == "relative" and lemma in words("partaking")) or (
            joined in ("adverbial", "ing") and lemma in words("toll")
        )
        closed = (joined in _CLOSED and not goes_on) or (sized and is_verb(below))
        if step > _NEAR or closed or (joined == "participle" and not only_sums):
            break
        chain.append(above)
    return chain


def _summed(found: Found) -> Iterator["Token"]:
    """What a sum consists of or is meant for: "9 million dollars in aid".

    So too what another number joined to it is of: "9 million dollars and 40 tonnes of rice".
    """
    own = tuple(dict.fromkeys((found.counted, found.token)))
    joined = (other for word in own for other in word.conjuncts if _numbered(other))
    for word in dict.fromkeys((*own, *joined)):
        if word not in own:
            yield word
        for preposition in word.children:
            if preposition.lower_ in ("in", "of"):
                yield from (c for c in preposition.children if c.dep_ == "pobj")


def _numbered(noun: "Token") -> bool:
    """Whether a noun is a number or has one before it."""
    return noun.like_num or any(c.dep_ == "nummod" for c in noun.children)


def _sized(chain: Sequence["Token"]) -> Iterator["Token"]:
    """The noun whose size a verb tells: "trade between X and Y fell to …", "the raid left nine dead".

    Where the number itself is the subject, it is what the verb's prepositions name ("900 men took part in the
    drill").
    """
    for below, verb in pairwise(chain):
        if verb.lemma_.lower() not in words("sized"):
            continue
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if all(s.i != below.i for s in subjects):
            for subject in subjects:
                yield from _measured(subject)
        else:
            inner = (c for p in verb.children if p.dep_ == "prep" for c in p.children)
            yield from (c for c in inner if c.dep_ == "pobj")


def _measured(noun: "Token") -> Iterator["Token"]:
    """A noun, and what it only measures: "the volume of trade"."""
    yield noun
    if noun.lemma_.lower() in words("sizes"):
        for preposition in (c for c in noun.children if c.lower_ in ("of", "in")):
            yield from (c for c in preposition.children if c.dep_ == "pobj")


def _all(parsed: Parsed) -> Iterator[Found]:
    for paragraph in parsed.paragraphs:
        text = paragraph.text
        last: Thing | None = None
        for number in numbers(text):
            token = _token(paragraph, number)
            if token is None or uncounted(number, token, text):
                continue
            thing = _thing(number, token, text) or (again_a_sum(number, token, last) if last else None)
            if thing is not None:
                last = thing if thing.currency or thing.measure == "amount" else last
                quantity = _quantity(parsed, paragraph.start, number, thing, text)
                yield Found(quantity, token, thing.token, paragraph)


def _token(paragraph: Paragraph, number: Number) -> "Token | None":
    """The token of a number's last word."""
    span = paragraph.doc.char_span(number.start, number.end, alignment_mode="expand")
    return span[-1] if span is not None else None


def _thing(number: Number, token: "Token", text: str) -> Thing | None:
    if number.kind == "ordinal":
        return ordinal_thing(token)
    if number.kind == "times":
        return times_thing(token, token, "count")
    return after_number(number, token, text)


def _quantity(parsed: Parsed, offset: int, number: Number, thing: Thing, text: str) -> Quantity:
    comparator, start, end = _comparator(number, thing, text)
    high = number.high
    if number.kind == "vague":
        comparator, high = "at least", None
    return Quantity(
        of=thing.of,
        low=number.low,
        high=high,
        unit=thing.unit,
        currency=thing.currency,
        comparator=comparator,
        measure=thing.measure,
        basis=_basis(thing) if thing.measure in ("amount", "count") else None,
        as_written=text[start:end],
        evidence=(parsed.span(offset + start, offset + end),),
    )


def _comparator(number: Number, thing: Thing, text: str) -> tuple[Comparator, int, int]:
    """How exact a number is, and from where to where its words go."""
    start, end = min(number.start, thing.start), max(number.end, thing.end)
    before = text[max(0, start - _REACH) : start].lower()
    plain = _BETWEEN.sub("", before)
    found: Comparator = "exact"
    for words_, kind in comparators("before"):
        ahead = plain[: -len(words_)]
        if plain.endswith(words_) and not ahead[-1:].isalpha():
            if words_ == "over" and set(ahead.split()[-1:]) & (words("handing") | words("quarrelling")):
                break
            found, start = kind, start - (len(before) - len(plain)) - len(words_)
            break
    after = text[end : end + _REACH].lower().lstrip()
    for words_, kind in comparators("after"):
        if found == "exact" and after.startswith(words_) and not after[len(words_) :][:1].isalpha():
            found, end = kind, end + text[end : end + _REACH].lower().index(words_) + len(words_)
            break
    if found == "exact" and text[number.end : number.end + 1] == "+":
        found = "at least"
    return found, start, end


def _basis(thing: Thing) -> Basis | None:
    """What a number rests on; only sums are disbursed."""
    found = _rests_on(thing.token)
    return None if found == "disbursed" and thing.measure == "count" else found


def _rests_on(token: "Token") -> Basis | None:
    for child in token.children:
        if child.dep_ in ("acl", "amod") and child.tag_ == "VBN" and child.lemma_.lower() in bases():
            return bases()[child.lemma_.lower()]
    for step, (_, above, joined) in enumerate(climb(token)):
        if step > _NEAR or joined in ("relative", "that", "subject"):
            return None
        if above.lemma_.lower() in bases():
            return bases()[above.lemma_.lower()]
        if above.pos_ in ("VERB", "AUX") and joined != "infinitive":
            return None
    return None


def _named(found: Found, statement: Statement) -> Quantity:
    """A quantity with what its statement's act is counted as ("the second" of "meetings")."""
    quantity = found.quantity
    known = naming("acts").get(statement.act or "")
    start, end = statement.trigger.start, statement.trigger.end
    head = found.paragraph.start + found.token.head.idx
    of_act = start <= head < end or quantity.of == "times"
    if known and of_act and quantity.measure in ("ordinal", "count") and quantity.unit is None:
        return replace(quantity, of=known)
    return quantity
