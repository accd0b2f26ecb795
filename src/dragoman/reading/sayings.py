"""What a party is quoted as saying, where no act, claim or figure of its words is told otherwise.

A sentence that a state, its officials or a body are quoted with is told on their word, whatever it says ("We
are one house with two doors"), and so is one of somebody whom the text names only as "the general". Each is a
statement without an act, so that two translations of it can be held against each other.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.model.documents import Span
from dragoman.model.statements import Quote, Statement, Value
from dragoman.reading.certainty import judge
from dragoman.reading.marks import Cast, Parsed
from dragoman.reading.matters import Matters
from dragoman.reading.scope import is_verb
from dragoman.reading.unframed import unframed

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_LEAST = 4  # words that say something by themselves
_ORDINAL = 9  # so that no other statement of the same clause has the same id


def find(
    parsed: Parsed, cast: Cast, told: Sequence[Statement], quotes: Sequence[Quote]
) -> tuple[Statement, ...]:
    """The sentences of parties' direct quotes on which no statement stands, in order."""
    about = Matters(cast, parsed)
    found: list[Statement] = []
    for quote in quotes:
        if quote.direct and (quote.speaker is None or about.is_party(quote.speaker)):
            found += _of_quote(quote, quotes, (parsed, cast, about, told))
    return tuple(found)


def _of_quote(
    quote: Quote,
    quotes: Sequence[Quote],
    around: tuple[Parsed, Cast, Matters, Sequence[Statement]],
) -> Iterator[Statement]:
    parsed, cast, about, told = around
    for paragraph in parsed.paragraphs:
        if paragraph.kind != "body" or paragraph.end <= quote.start or quote.end <= paragraph.start:
            continue
        if quote.speaker is None and not about.spoken_of(paragraph):
            continue
        low, high = (max(0, edge - paragraph.start) for edge in (quote.start, quote.end))
        for sentence in paragraph.doc.sents:
            words = [t for t in sentence if low <= t.idx < high and not t.is_punct and not t.is_space]
            if len(words) < _LEAST:
                continue
            start, end = paragraph.place(sentence.doc[words[0].i : words[-1].i + 1])
            verb = _said(sentence, words)
            place = paragraph.place(verb) if verb is not None else (start, end)
            if verb is None or any(s.start < place[1] and place[0] < s.end for s in told):
                continue
            judged = judge(verb, paragraph, quotes)
            parties = {a: (parsed.span(s, e),) for s, e, a in about.parties(start, end)}
            values = [Value("participant", actor, spans) for actor, spans in parties.items()]
            trigger = Span(parsed.document, *place)
            yield unframed(parsed, cast, judged, trigger, values, clause=(start, end), ordinal=_ORDINAL)


def _said(sentence: "TokenSpan", words: Sequence["Token"]) -> "Token | None":
    """The verb that heads what is said: the highest one of the sentence within the quote."""
    inside = {t.i for t in words}
    verbs = [t for t in words if (is_verb(t) or t.pos_ == "AUX") and t.dep_ not in ("aux", "auxpass")]
    return min(verbs, key=lambda t: (sum(a.i in inside for a in t.ancestors), t.i), default=None)
