"""The relation of two parties as text, part by part, each line with the words it rests on."""

from collections.abc import Iterator, Mapping

from dragoman.cli import words as w
from dragoman.cli.words import Words
from dragoman.model.dates import in_words
from dragoman.model.statements import Quote
from dragoman.model.views import Commitment, Event, Mission
from dragoman.reconciling.between import Relation

MOST_QUOTES = 12
MOST_WORDS = 160


def sheet(relation: Relation, quotes: Mapping[str, Quote], words: Words) -> str:
    """The relation as text, every line with the words it rests on; "none" where a part is empty."""
    head = f"{words.actor(relation.left)} and {words.actor(relation.right)}"
    parts: dict[str, Iterator[str]] = {
        "Contacts and acts, in order": _events(relation.contacts, words),
        "Without a date": _events(relation.undated, words),
        "Embassies and consulates": _missions(relation.missions, words),
        "Agreements": _agreements(relation, words),
        "Fields of cooperation, and how sure the accounts are": _fields(relation, words),
        "Positions": _positions(relation, words),
        "What was said": _quotes(relation, quotes, words),
        "Third parties": _third(relation, words),
        "Disputes between the accounts, and what would settle them": _disputes(relation, words),
        "Open commitments": _commitments(relation.commitments, words),
        "Open, told beside it, and not known to whom else": _perhaps(relation, words),
    }
    lines = [head]
    for title, body in parts.items():
        told = list(body)
        lines += ["", title, *(told or ["  none in this record"])]
    return "\n".join(lines)


def _events(events: tuple[Event, ...], words: Words) -> Iterator[str]:
    for event in events:
        yield f"  {in_words(event.when):<14} {event.status:<12} {event.title} ({w.behind(event)}) {event.id}"
        yield "      " + words.fullest(event.evidence)


def _missions(missions: tuple[Mission, ...], words: Words) -> Iterator[str]:
    for mission in missions:
        since = f", since {mission.since}" if mission.since else ""
        yield (
            f"  {mission.kind} of {words.actor(mission.sending)}, {mission.place or 'place not stated'}: "
            f"{mission.status}{since}"
        )
        yield "      " + words.fullest(mission.evidence)


def _agreements(relation: Relation, words: Words) -> Iterator[str]:
    for agreement in relation.agreements:
        on = f" on {', '.join(agreement.fields)}" if agreement.fields else ""
        signed = f", signed {agreement.signed}" if agreement.signed else ""
        yield f"  {w.shortened(agreement.name, 80)}{on}: {agreement.status}{signed}"
        if len(agreement.names) > 1:
            yield "      called " + ", ".join(f"“{name}”" for name in agreement.names[:4])
        yield "      " + words.fullest(agreement.evidence)


def _fields(relation: Relation, words: Words) -> Iterator[str]:
    for field in relation.fields:
        behind = w.origins(field.origins, len(field.documents))
        doubt = "; one account or more will not confirm it" if field.doubted else ""
        yield f"  {field.topic}: {field.certainty} ({behind}; said: {', '.join(field.certainties)}{doubt})"
        yield "      " + words.quoted(field.evidence[:1])


def _quotes(relation: Relation, quotes: Mapping[str, Quote], words: Words) -> Iterator[str]:
    told = [quotes[q] for q in relation.quotes if q in quotes]
    for quote in told[:MOST_QUOTES]:
        said = f"“{w.shortened(quote.text, MOST_WORDS)}” — {words.account(quote.document)}"
        yield f"  {words.actor(quote.speaker)}: {said}"
    if len(told) > MOST_QUOTES:
        yield f"  … and {len(told) - MOST_QUOTES} more (dragoman quotes)"


def _disputes(relation: Relation, words: Words) -> Iterator[str]:
    needs = {s.dispute: s.needs for s in relation.settling}
    for dispute in relation.disputes:
        yield f"  {dispute.verdict}: {dispute.explanation}"
        for position in dispute.positions:
            yield "      " + words.quoted(position.evidence[:1])
        for need in needs.get(dispute.id, ()):
            yield f"      would settle it: {need}"


def _positions(relation: Relation, words: Words) -> Iterator[str]:
    for said in relation.positions:
        yield f"  {words.actor(said.speaker)}, for {words.actor(said.side)}: {said.act}, {said.certainty}"
        yield "      " + words.quoted(said.evidence)


def _third(relation: Relation, words: Words) -> Iterator[str]:
    for other in relation.third:
        events = w.counted(len(other.events), "event")
        yield f"  {words.actor(other.actor)}: {', '.join(other.roles)} ({events})"


def _perhaps(relation: Relation, words: Words) -> Iterator[str]:
    yield from _commitments(relation.perhaps, words)
    yield from _missions(relation.perhaps_missions, words)


def _commitments(commitments: tuple[Commitment, ...], words: Words) -> Iterator[str]:
    for commitment in commitments:
        due = f", due {commitment.due}" if commitment.due else ""
        yield f"  {commitment.status}{due}: {words.actor(commitment.actor)}"
        yield "      " + words.quoted(commitment.evidence[:1])
