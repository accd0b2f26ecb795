"""Quotes over documents: the wordings of one utterance bear one id, and each says how it differs.

One utterance are quotes of one speaker that share five words in a row; of any speakers, direct quotes that
share a longer row; of two speakers in the same days, direct quotes that are nearly the same; and of one
speaker in the same days, quotes that say the same in other words, as two translations do.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from dragoman.model.dates import interval
from dragoman.model.documents import Document, Span
from dragoman.model.ids import digest
from dragoman.model.statements import Quote
from dragoman.reconciling.aligned import alike_at_first, beside, content, judged, word_for_word, words
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.stands import Stand, comparison

_RUN = 5
_LONG_RUN = 9
_CROWD = 50
_DAYS = 10
_LEAST_SHARED = 4
_SHARE = 0.6
_NEARLY_ALL = 0.9
_WORDS = 3


def joined(
    quotes: Sequence[Quote], identities: Identities, documents: Mapping[str, Document] | None = None
) -> tuple[Quote, ...]:
    """The quotes with their actors' ids and, where there are several wordings of one, how they differ."""
    renamed = sorted((_renamed(q, identities) for q in quotes), key=lambda q: q.id)
    groups = Groups(q.id for q in renamed)
    pairs = (*_shared_runs(renamed), *_same_sense(renamed, documents or {}))
    for left, right in (*pairs, *_given_to_two(renamed, documents or {})):
        groups.join(left, right)
    by_id = {q.id: q for q in renamed}
    found = dict(by_id)
    for ids in groups.all().values():
        if len(ids) > 1:
            found.update(_together([by_id[i] for i in ids]))
    return tuple(found[q.id] for q in renamed)


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


def _together(wordings: Sequence[Quote]) -> Iterator[tuple[str, Quote]]:
    """The wordings of one utterance, the others laid beside the fullest."""
    utterance = "u-" + digest(min(q.id for q in wordings))
    fullest = min(wordings, key=lambda q: (not q.direct, -len(words(q.text)), q.id))
    for quote in wordings:
        wording = None if quote is fullest else beside(quote, fullest)
        yield quote.id, replace(quote, utterance=utterance, wording=wording)


def _shared_runs(quotes: Sequence[Quote]) -> Iterator[tuple[str, str]]:
    """Pairs that share a row of words: a short one of one speaker, a long one of any."""
    held: dict[tuple[str, ...], list[Quote]] = {}
    for quote in quotes:
        said = [w for w, _, _ in words(quote.text)]
        if quote.speaker:
            for run in _runs(said, _RUN):
                held.setdefault((quote.speaker, run), []).append(quote)
        if quote.direct:
            for run in _runs(said, _LONG_RUN):
                held.setdefault((run,), []).append(quote)
    for _, alike in sorted(held.items()):
        if len(alike) <= _CROWD:
            yield from ((alike[0].id, other.id) for other in alike[1:])


def _runs(said: Sequence[str], length: int) -> set[str]:
    return {" ".join(said[i : i + length]) for i in range(len(said) - length + 1)}


def _same_sense(quotes: Sequence[Quote], documents: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """Pairs of one speaker in the same days that share most of what they mean."""
    meant = {q.id: content(q.text) for q in quotes if q.speaker}
    held: dict[tuple[str, str], list[Quote]] = {}
    for quote in quotes:
        for word in sorted(meant.get(quote.id, ())):
            held.setdefault((quote.speaker or "", word), []).append(quote)
    shared: Counter[tuple[str, str]] = Counter()
    for _, alike in sorted(held.items()):
        if len(alike) <= _CROWD:
            shared.update((a.id, b.id) for i, a in enumerate(alike) for b in alike[i + 1 :])
    by_id = {q.id: q for q in quotes}
    for (left, right), count in sorted(shared.items()):
        sizes = sorted((len(meant[left]), len(meant[right])))
        alike_in_length = sizes[1] <= 2 * sizes[0]
        enough = count >= _LEAST_SHARED and count >= _SHARE * sizes[0] and alike_in_length
        if enough and _same_days(by_id[left], by_id[right], documents):
            yield left, right


def _given_to_two(quotes: Sequence[Quote], documents: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """Pairs of two speakers in the same days that say the same in nearly the same words."""
    held: dict[str, list[Quote]] = {}
    for quote in quotes:
        if quote.speaker and quote.direct:
            for word in sorted(content(quote.text)):
                held.setdefault(word, []).append(quote)
    looked: set[tuple[str, str]] = set()
    for _, alike in sorted(held.items()):
        for one, other in combinations(alike, 2) if len(alike) <= _CROWD else ():
            if one.speaker == other.speaker or (one.id, other.id) in looked:
                continue
            looked.add((one.id, other.id))
            if _same_days(one, other, documents) and said_alike(one.text, other.text):
                yield one.id, other.id


def said_alike(a: str, b: str) -> bool:
    """Whether two people's words are so alike that one of them hardly said them."""
    left, right = content(a), content(b)
    same = len(left & right) >= max(_LEAST_SHARED, _NEARLY_ALL * len(left | right))
    return same or word_for_word(a, b) or alike_at_first(a, b)


def _same_days(a: Quote, b: Quote, documents: Mapping[str, Document]) -> bool:
    if a.document == b.document or not {a.document, b.document} <= set(documents):
        return False
    left, right = (interval(documents[q.document].published) for q in (a, b))
    if left is None or right is None:
        return a.speaker != b.speaker
    return abs((left.start - right.start).days) <= _DAYS


def _renamed(quote: Quote, identities: Identities) -> Quote:
    of = identities.of
    said = tuple(replace(a, holder=of.get(a.holder, a.holder)) if a.holder else a for a in quote.attribution)
    speaker = of.get(quote.speaker, quote.speaker) if quote.speaker else None
    addressee = of.get(quote.addressee, quote.addressee) if quote.addressee else None
    return replace(quote, speaker=speaker, addressee=addressee, attribution=said)
