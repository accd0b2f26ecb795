"""Who spoke: the same words that two accounts put into the mouths of two people.

Near-equal direct quotes of the same days, each given to one person, cannot both be the one's: most often one
paper mixed up its speakers. What two people say together, or one repeats of the other within one account,
is no such thing.
"""

from collections.abc import Iterator, Sequence

from dragoman.model.documents import Span
from dragoman.model.statements import Quote
from dragoman.reconciling.aligned import Heard
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.utterances import Days, days, said_alike
from dragoman.reconciling.verdicts import Judged

_OTHER = Judged("contradicts", "the same words are given to two people")
_DAYS = 31
_SHOWN = 70


def compare(scene: Scene, quotes: Sequence[Quote]) -> Iterator[Compared]:
    """For each utterance that accounts give to two people: the clash."""
    return given_to_two(quotes, scene.identities, days(scene.documents.values()))


def given_to_two(quotes: Sequence[Quote], who: Identities, appeared: Days) -> Iterator[Compared]:
    """For each utterance that accounts give to two people: the clash."""
    utterances: dict[str, list[Quote]] = {}
    for quote in sorted(quotes, key=lambda q: q.id):
        if quote.utterance and quote.direct and who.kind(quote.speaker or "") == "person":
            utterances.setdefault(quote.utterance, []).append(quote)
    for utterance, said in sorted(utterances.items()):
        heard = {q.id: Heard.of(q.text) for q in said}
        first = min(said, key=lambda q: (-len(heard[q.id].content), q.id))
        near = [q for q in said if _same_days(first, q, appeared)]
        alike = [q for q in near if said_alike(heard[first.id], heard[q.id])]
        if len({q.speaker for q in alike}) > 1 and _one_each(alike):
            yield _clash(utterance, alike, who)


def _one_each(quotes: Sequence[Quote]) -> bool:
    """Whether every account gives the words to one person only."""
    given = {(q.document, q.speaker) for q in quotes}
    return len({document for document, _ in given}) == len(given)


def _same_days(a: Quote, b: Quote, appeared: Days) -> bool:
    """Whether two accounts may be of one occasion; one without a date may."""
    left, right = appeared[a.document], appeared[b.document]
    return left is None or right is None or abs((left - right).days) <= _DAYS


def _clash(utterance: str, quotes: Sequence[Quote], who: Identities) -> Compared:
    by_speaker: dict[str, list[Stand]] = {}
    for quote in quotes:
        assert quote.speaker is not None
        span = Span(quote.document, quote.start, quote.end)
        name = who.name(quote.speaker)
        stand = Stand(name, quote.document, "", (span,), quote.speaker)
        by_speaker.setdefault(quote.speaker, []).append(stand)
    positions = tuple(
        (who.name(speaker), tuple(sorted(stands))) for speaker, stands in sorted(by_speaker.items())
    )
    first, *others = (stands[0] for _, stands in positions)
    compared = tuple(comparison(utterance, "speaker", first, other, _OTHER) for other in others)
    words = min((q.text for q in quotes), key=lambda t: (len(t), t)).strip(" ,.")
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"
    clash = Clash(utterance, "participants", "speaker", f"Who said “{shown}”", _OTHER, positions)
    return Compared(compared, (clash,))
