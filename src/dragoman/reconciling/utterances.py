"""Quotes over documents: the wordings of one utterance bear one id, and each says how it differs.

One utterance are quotes of one speaker that share five words in a row; of any speakers, direct quotes that
share a longer row; of two speakers in the same days, direct quotes that are nearly the same; and of one
speaker in the same days, quotes that say the same in other words, as two translations do.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from dragoman.model.dates import interval
from dragoman.model.documents import Document, Span
from dragoman.model.ids import digest
from dragoman.model.statements import Quote
from dragoman.reconciling.aligned import Heard, alike_at_first, beside, judged, word_for_word, words
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.stands import Stand, comparison

RUN = 5
LONG_RUN = 9
CROWD = 50  # quotes that share a row of words or a word, beyond which it tells nothing
_DAYS = 10
_LEAST_SHARED = 4
_SHARE = 0.6
_NEARLY_ALL = 0.9
_WORDS = 3

Shared = tuple[str, str]
"""What quotes share: of which speaker (empty: of anybody), and the row of words, or what a word means."""

Days = Mapping[str, date | None]
"""The first day on which each document may have appeared; None where it has no date."""


@dataclass(frozen=True, slots=True)
class Coming:
    """Only pairs with one of these quotes are asked for; what is `crowded` is shared by too many beside."""

    ids: frozenset[str]
    crowded: frozenset[Shared] = frozenset()


def joined(
    quotes: Sequence[Quote], identities: Identities, documents: Mapping[str, Document] | None = None
) -> tuple[Quote, ...]:
    """The quotes with their actors' ids and, where there are several wordings of one, how they differ."""
    every = sorted((renamed(q, identities.of) for q in quotes), key=lambda q: q.id)
    groups = Groups(q.id for q in every)
    for left, right in pairs(every, days((documents or {}).values())):
        groups.join(left, right)
    by_id = {q.id: q for q in every}
    found = dict(by_id)
    for ids in groups.all().values():
        if len(ids) > 1:
            found.update((q.id, q) for q in together([by_id[i] for i in ids]))
    return tuple(found[q.id] for q in every)


def pairs(quotes: Sequence[Quote], appeared: Days, coming: Coming | None = None) -> Iterator[tuple[str, str]]:
    """The ids of quotes that are of one utterance, two and two; those of one group are linked by some.

    With `coming` only what these quotes join, if `quotes` holds all that share with them what is not crowded.
    """
    heard = {q.id: Heard.of(q.text) for q in quotes}
    yield from _shared_runs(quotes, heard, coming)
    yield from _same_sense(quotes, heard, appeared, coming)
    yield from _given_to_two(quotes, heard, appeared, coming)


def days(documents: Iterable[Document]) -> Days:
    """When documents appeared, as far as quotes are held against each other by it."""
    known = ((d.id, interval(d.published)) for d in documents)
    return {document: found.start if found else None for document, found in known}


def told(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes worth listing: without the sense of what nobody known said, and his single words.

    Such a clause stands among the statements with its attribution; words of which another account has
    a wording are kept, whoever spoke.
    """
    return tuple(q for q in quotes if q.speaker or q.utterance or (q.direct and len(words(q.text)) >= _WORDS))


def compare(quotes: Sequence[Quote]) -> Iterator[Compared]:
    """Each wording held against the fullest of its utterance."""
    by_id = {q.id: q for q in quotes}
    for quote in quotes:
        fullest = by_id.get(quote.wording.beside) if quote.wording else None
        if quote.wording and fullest and quote.utterance:
            left, right = (_stand(q) for q in (fullest, quote))
            yield Compared((comparison(quote.utterance, "wording", left, right, judged(quote.wording)),), ())


def _stand(quote: Quote) -> Stand:
    return Stand(
        quote.text, quote.document, "", (Span(quote.document, quote.start, quote.end),), quote.speaker
    )


def together(wordings: Sequence[Quote]) -> Iterator[Quote]:
    """The wordings of one utterance, the others laid beside the fullest."""
    utterance = "u-" + digest(min(q.id for q in wordings))
    fullest = min(wordings, key=lambda q: (not q.direct, -len(words(q.text)), q.id))
    for quote in wordings:
        known = quote.wording if quote.wording and quote.wording.beside == fullest.id else None
        wording = None if quote is fullest else known or beside(quote, fullest)
        yield replace(quote, utterance=utterance, wording=wording)


def runs(said: Sequence[str], length: int) -> frozenset[str]:
    """Every row of so many words."""
    return frozenset(" ".join(said[i : i + length]) for i in range(len(said) - length + 1))


def _open(held: Mapping[Shared, list[Quote]], coming: Coming | None) -> Iterator[list[Quote]]:
    """The quotes that share something, each time where they are no crowd."""
    crowded = coming.crowded if coming else ()
    for shared in sorted(s for s, alike in held.items() if 1 < len(alike) <= CROWD):
        if shared not in crowded:
            yield held[shared]


def _asked(pair: tuple[str, str], coming: Coming | None) -> bool:
    return coming is None or not coming.ids.isdisjoint(pair)


def _shared_runs(
    quotes: Sequence[Quote], heard: Mapping[str, Heard], coming: Coming | None
) -> Iterator[tuple[str, str]]:
    """Pairs that share a row of words: a short one of one speaker, a long one of any."""
    held: dict[Shared, list[Quote]] = {}
    for quote in quotes:
        if quote.speaker:
            for run in runs(heard[quote.id].words, RUN):
                held.setdefault((quote.speaker, run), []).append(quote)
        if quote.direct:
            for run in runs(heard[quote.id].words, LONG_RUN):
                held.setdefault(("", run), []).append(quote)
    for alike in _open(held, coming):
        yield from (p for other in alike[1:] if _asked(p := (alike[0].id, other.id), coming))


def _same_sense(
    quotes: Sequence[Quote], heard: Mapping[str, Heard], appeared: Days, coming: Coming | None
) -> Iterator[tuple[str, str]]:
    """Pairs of one speaker in the same days that share most of what they mean."""
    held: dict[Shared, list[Quote]] = {}
    for quote in quotes:
        if quote.speaker:
            for word in heard[quote.id].content:
                held.setdefault((quote.speaker, word), []).append(quote)
    shared: Counter[tuple[str, str]] = Counter()
    for alike in _open(held, coming):
        shared.update(p for a, b in combinations(alike, 2) if _asked(p := (a.id, b.id), coming))
    by_id = {q.id: q for q in quotes}
    for (left, right), count in sorted(shared.items()):
        enough = means_the_same(heard[left].content, heard[right].content, count)
        if enough and same_days(by_id[left], by_id[right], appeared):
            yield left, right


def means_the_same(left: Collection[str], right: Collection[str], shared: int) -> bool:
    """Whether so many shared words of what two quotes mean are most of it."""
    less, more = sorted((len(left), len(right)))
    return shared >= _LEAST_SHARED and shared >= _SHARE * less and more <= 2 * less


def _given_to_two(
    quotes: Sequence[Quote], heard: Mapping[str, Heard], appeared: Days, coming: Coming | None
) -> Iterator[tuple[str, str]]:
    """Pairs of two speakers in the same days that say the same in nearly the same words."""
    held: dict[Shared, list[Quote]] = {}
    for quote in quotes:
        if quote.speaker and quote.direct:
            for word in heard[quote.id].content:
                held.setdefault(("", word), []).append(quote)
    looked: set[tuple[str, str]] = set()
    for alike in _open(held, coming):
        for one, other in combinations(alike, 2):
            pair = (one.id, other.id)
            if one.speaker == other.speaker or pair in looked or not _asked(pair, coming):
                continue
            looked.add(pair)
            if same_days(one, other, appeared) and said_alike(heard[one.id], heard[other.id]):
                yield pair


def said_alike(a: Heard, b: Heard) -> bool:
    """Whether two people's words are so alike that one of them hardly said them."""
    same = len(a.content & b.content) >= max(_LEAST_SHARED, _NEARLY_ALL * len(a.content | b.content))
    return same or word_for_word(a, b) or alike_at_first(a, b)


def same_days(a: Quote, b: Quote, appeared: Days) -> bool:
    """Whether two documents quote within some days; where one has no date, whether two people spoke."""
    if a.document == b.document or a.document not in appeared or b.document not in appeared:
        return False
    return near_days(appeared[a.document], appeared[b.document]) or (
        (appeared[a.document] is None or appeared[b.document] is None) and a.speaker != b.speaker
    )


def near_days(one: date | None, other: date | None) -> bool:
    """Whether two days are known and so near that one utterance may be told on both."""
    return one is not None and other is not None and abs((one - other).days) <= _DAYS


def renamed(quote: Quote, of: Mapping[str, str]) -> Quote:
    """The quote with each actor's id replaced by the one it leads to."""
    said = tuple(replace(a, holder=of.get(a.holder, a.holder)) if a.holder else a for a in quote.attribution)
    speaker = of.get(quote.speaker, quote.speaker) if quote.speaker else None
    addressee = of.get(quote.addressee, quote.addressee) if quote.addressee else None
    return replace(quote, speaker=speaker, addressee=addressee, attribution=said)
