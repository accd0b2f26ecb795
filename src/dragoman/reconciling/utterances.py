"""Quotes over documents: the wordings of one utterance bear one id."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.ids import digest
from dragoman.model.statements import Quote
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.identity import Identities
from dragoman.vocabulary.spellings import plain_letters

_RUN = 5
_CROWD = 50


def joined(quotes: Sequence[Quote], identities: Identities) -> tuple[Quote, ...]:
    """The quotes with their actors' ids; those that share five words of one speaker are one utterance."""
    renamed = sorted((_renamed(q, identities) for q in quotes), key=lambda q: q.id)
    groups = Groups(q.id for q in renamed)
    held: dict[tuple[str, str], list[Quote]] = {}
    for quote in renamed:
        for run in _runs(quote.text):
            held.setdefault((quote.speaker or "", run), []).append(quote)
    for (speaker, _), alike in sorted(held.items()):
        if speaker and len(alike) <= _CROWD:
            for other in alike[1:]:
                groups.join(alike[0].id, other.id)
    several = {top for top, ids in groups.all().items() if len(ids) > 1}
    return tuple(
        replace(q, utterance="u-" + digest(groups.find(q.id))) if groups.find(q.id) in several else q
        for q in renamed
    )


def _runs(text: str) -> set[str]:
    words = re.findall(r"\w+", plain_letters(text))
    return {" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


def _renamed(quote: Quote, identities: Identities) -> Quote:
    of = identities.of
    said = tuple(replace(a, holder=of.get(a.holder, a.holder)) if a.holder else a for a in quote.attribution)
    speaker = of.get(quote.speaker, quote.speaker) if quote.speaker else None
    addressee = of.get(quote.addressee, quote.addressee) if quote.addressee else None
    return replace(quote, speaker=speaker, addressee=addressee, attribution=said)
