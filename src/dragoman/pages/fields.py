"""The fields of an event as drafted rows of its claim sheet: who, when, where, how sure, how many, titles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.dates import precision
from dragoman.model.documents import Span
from dragoman.model.statements import ROLES, Quantity, Statement, is_actor
from dragoman.model.views import Actor, Comparison, Disagreement, Event, EventValue, Verdict
from dragoman.pages.dates import said
from dragoman.pages.dealings import reason
from dragoman.pages.sheet import Drafted, Reading, split, worst
from dragoman.pages.shown import Link, rating
from dragoman.pages.words import Words

_MOST_READINGS = 4
_HOW = {
    "reference": "resolved from other words",
    "publication date": "from the publication date",
    "dateline": "from the dateline",
    "other account": "from another account",
    "whole event": "from the event it is part of",
}
_ROLES: tuple[str, ...] = ROLES
_WORDS_FOR = {"when": "When", "place": "Where", "object": "What", "characterization": "What it is called"}
_UNSURE = ("unconfirmed", "doubted", "alleged", "speculative", "denied", "reported")


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what is told of it: its statements, and what was compared."""

    event: Event
    statements: tuple[Statement, ...]
    disagreements: tuple[Disagreement, ...]
    comparisons: tuple[Comparison, ...]
    people: tuple[Actor, ...]


def drafts(told: Told, words: Words) -> tuple[Drafted, ...]:
    """The fields of an event, in the order in which one asks: what, who, when, where, how many, as what."""
    used: set[str] = set()
    made = [
        _status(told, words),
        _parties(told, words),
        _valued("when", told, words, used),
        _valued("place", told, words, used),
        _valued("object", told, words, used),
        *_numbers(told, words, used),
        *_titles(told, words, used),
        _valued("characterization", told, words, used),
    ]
    made += [_disputed(d, words) for d in told.disagreements if d.id not in used]
    return tuple(made)


def _valued(field: str, told: Told, words: Words, used: set[str]) -> Drafted:
    """A field whose values the record has compared already (when, where, what)."""
    of = {s.id: s for s in told.statements}
    readings: dict[str, list[Reading]] = {}
    values = [v for v in told.event.values if v.field == field]
    for value in sorted(values, key=lambda v: (v.verdict != "same", v.value)):
        for document, tellers in _by_document(value, of).items():
            readings.setdefault(document, []).append(_reading(value, tellers, words))
    about = _about(told, (field,), used)
    outside = [v for v in values if v.inferred and not v.statements]
    why = reason(about) if about else "".join(f"Worked out {_how(v.inferred)}." for v in outside[:1])
    words_for = [s for v in outside[:1] for s in v.evidence[:1]]
    way = words.links.thing("disagreement", about.id) if about else "".join(map(words.links.span, words_for))
    return Drafted(
        id=field,
        field=_WORDS_FOR[field],
        says=_consensus(field, told.event, values, words),
        readings=readings,
        verdict=about.verdict if about else None,
        why=why,
        href=way,
        rating=rating(next((v.credibility for v in values if v.verdict == "same"), None)),
    )


def _how(inferred: str | None) -> str:
    return _HOW.get(inferred or "", f"from the {inferred}")


def _by_document(value: EventValue, of: dict[str, Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for id in value.statements:
        if id in of:
            found.setdefault(of[id].document, []).append(of[id])
    return found


def _reading(value: EventValue, tellers: Sequence[Statement], words: Words) -> Reading:
    """What one account's statements say of a value; the words that say it directly before others."""
    spoken = [v for s in tellers for v in s.values if v.field == value.field and v.evidence]
    spoken = [v for v in spoken if v.value == value.value] or spoken
    spoken.sort(key=lambda v: (v.inferred is not None, v.evidence[0].start - v.evidence[0].end, v.evidence))
    inferred = spoken[0].inferred if spoken else value.inferred
    spans = spoken[0].evidence[:1] if spoken else tuple(s for s in value.evidence)[:1]
    return Reading(
        value=said(value.value) if value.field == "when" else words.actor(value.value).text,
        words=words.quotes(spans),
        verdict=value.verdict,
        how=_how(inferred) if inferred else None,
    )


def _consensus(field: str, event: Event, values: Sequence[EventValue], words: Words) -> tuple[Link, ...]:
    against = [v for v in values if v.verdict == "contradicts"]
    if against:
        agreed = [v for v in values if v.verdict == "same"]
        told = [said(v.value) if field == "when" else words.actor(v.value).text for v in (*agreed, *against)]
        return tuple(Link(one) for one in dict.fromkeys(told))
    if field == "when" and event.when:
        return (Link(said(event.when)),)
    if field == "place" and event.place:
        within = [w for w in event.place.within[:2] if w != event.place.name]
        return (Link(", ".join((event.place.name, *within))),)
    agreed = [v for v in values if v.verdict == "same"] or list(values)
    return tuple(words.actor(v.value) for v in agreed[:3])


def _parties(told: Told, words: Words) -> Drafted:
    """Who took part: in each account its parties, each with the fullest words that name it directly.

    An account that names fewer of them than another is less precise; a person names his state too.
    """
    readings: dict[str, list[Reading]] = {}
    held: dict[str, dict[str, list[tuple[bool, int, Span]]]] = {}
    for statement in told.statements:
        for value in statement.values:
            if value.field in _ROLES and is_actor(value.value):
                spans = held.setdefault(statement.document, {}).setdefault(value.value, [])
                spans += [(value.inferred is not None, s.start - s.end, s) for s in value.evidence]
    about = next((d for d in told.disagreements if d.kind == "participants"), None)
    verdicts = {} if about else _compared(told.event, held)
    for document, actors in held.items():
        for actor, spans in list(actors.items())[: _MOST_READINGS * 2]:
            inferred, _, span = min(spans) if spans else (True, 0, None)
            quotes = words.quotes([span]) if span else ()
            how = _HOW["reference"] if inferred else None
            verdict = verdicts.pop(document, None)  # once in a cell
            readings.setdefault(document, []).append(Reading(words.actor(actor).text, quotes, verdict, how))
    return Drafted(
        id="parties",
        field="Who took part",
        says=tuple(words.actor(p.actor) for p in told.event.participants[:6]),
        readings=readings,
        verdict=about.verdict if about else None,
        why=reason(about) if about else "",
    )


def _compared(event: Event, held: Mapping[str, Iterable[str]]) -> dict[str, Verdict]:
    """How each account's parties stand to those of all: the same, or fewer. Nothing where none names all."""
    stands_for = {p.actor: p.represents for p in event.participants if p.represents}
    named = {d: {*actors, *(stands_for[a] for a in actors if a in stands_for)} for d, actors in held.items()}
    every = set().union(*named.values())
    if len(named) < 2 or every not in named.values():
        return {}
    return {d: "same" if who == every else "less precise" for d, who in named.items()}


def _status(told: Told, words: Words) -> Drafted:
    """How sure each account is that it happened, in its clause."""
    found: dict[str, dict[str, Statement]] = {}
    for statement in sorted(told.statements, key=lambda s: (s.start - s.end, s.id)):
        found.setdefault(statement.document, {}).setdefault(statement.certainty, statement)
    verdicts: dict[str, Verdict | None] = {}
    for compared in told.comparisons:
        if compared.field == "status" and compared.subject == told.event.id:
            for side in (compared.left, compared.right):
                both = (verdicts.get(side.document), compared.verdict)
                verdicts[side.document] = worst(both)  # type: ignore[assignment] # one of the two
    return Drafted(
        id="status",
        field="How sure",
        says=(Link(told.event.status),),
        readings={
            document: [
                Reading("", words.quotes([s.span]), verdicts.get(document), certainty=certainty)
                for certainty, s in list(sorts.items())[:3]
            ]
            for document, sorts in found.items()
        },
    )


def _numbers(told: Told, words: Words, used: set[str]) -> Iterator[Drafted]:
    """Each thing counted or measured: one row for all numbers of one kind."""
    groups: dict[tuple[str, str, str], dict[str, list[Quantity]]] = {}
    for statement in told.statements:
        for quantity in statement.quantities:
            key = (quantity.of, quantity.measure, quantity.currency or quantity.unit or "")
            documents = groups.setdefault(key, {})
            documents.setdefault(statement.document, []).append(quantity)
    for (of, measure, unit), documents in sorted(groups.items()):
        spans = {s for many in documents.values() for q in many for s in q.evidence}
        about = _about(told, ("count", "number", "quantity"), used, spans)
        forms = list(dict.fromkeys(q.as_written for many in documents.values() for q in many))[:1]
        if about:
            forms = list(dict.fromkeys(p.value for p in about.positions))[:3]
        yield Drafted(
            id=f"number-{of}-{measure}-{unit}".replace(" ", "-"),
            field=f"How many: {of}" if measure in ("count", "ordinal") else f"How much: {of}",
            says=tuple(Link(form) for form in forms),
            readings=_sides(about, words)
            | {d: [_number(q, about, words) for q in many[:3]] for d, many in documents.items()},
            verdict=about.verdict if about else None,
            why=reason(about) if about else "",
            href=words.links.thing("disagreement", about.id) if about else "",
        )


def _number(quantity: Quantity, about: Disagreement | None, words: Words) -> Reading:
    here = about and any(set(quantity.evidence) & set(p.evidence) for p in about.positions)
    return Reading(
        value=quantity.as_written,
        words=words.quotes(quantity.evidence),
        verdict=about.verdict if about and here else None,
        how=quantity.basis,
    )


def _titles(told: Told, words: Words, used: set[str]) -> Iterator[Drafted]:
    """Each person's offices as the accounts give them."""
    documents = {s.document for s in told.statements}
    for person in told.people:
        about = _about(told, ("title",), used, subject=person.id)
        against = {s for p in about.positions for s in p.evidence} if about else set()
        readings: dict[str, list[Reading]] = {}
        for office in person.offices:
            for document, spans in split(office.evidence).items():
                if document in documents:
                    verdict = about.verdict if about and against & set(spans) else None
                    reading = Reading(
                        office.title,
                        words.quotes(spans[:1]),
                        verdict,
                        said(office.when) if office.when else None,
                    )
                    readings.setdefault(document, []).append(reading)
        if readings:
            shared = set.intersection(*({r.value.casefold() for r in many} for many in readings.values()))
            alike = "same" if shared and len(readings) > 1 else None
            titles = list(dict.fromkeys(r.value for many in readings.values() for r in many))
            yield Drafted(
                id=f"office-{person.id}",
                field=f"Office of {person.name}",
                says=tuple(Link(t) for t in titles[:2]),
                readings={d: _first_of_each(many) for d, many in readings.items()},
                verdict=about.verdict if about else alike,
                why=reason(about) if about else "",
                href=words.links.thing("disagreement", about.id) if about else "",
            )


def _first_of_each(readings: Sequence[Reading]) -> list[Reading]:
    first: dict[str, Reading] = {}
    for reading in readings:
        first.setdefault(reading.value, reading)
    return sorted(first.values(), key=lambda r: (r.verdict is None, r.value))[:_MOST_READINGS]


def _disputed(about: Disagreement, words: Words) -> Drafted:
    """A disagreement that no field above holds: its positions, by account."""
    return Drafted(
        id=about.id,
        field=about.about,
        says=tuple(words.actor(p.value) for p in about.positions),
        readings=_sides(about, words),
        verdict=about.verdict,
        why=reason(about),
        href=words.links.thing("disagreement", about.id),
    )


def _sides(about: Disagreement | None, words: Words) -> dict[str, list[Reading]]:
    """The positions of a disagreement, by account. Where one doubts, the others are not marked."""
    if about is None:
        return {}
    readings: dict[str, list[Reading]] = {}
    for position in about.positions:
        unsure = about.verdict != "doubted" or position.certainty in _UNSURE
        for document, spans in split(position.evidence).items():
            reading = Reading(
                value=said(position.value)
                if precision(position.value) and about.kind == "date"
                else position.value,
                words=words.quotes(spans[:1]),
                verdict=about.verdict if unsure else None,
                certainty=position.certainty if about.kind == "status" else None,
            )
            readings.setdefault(document, []).append(reading)
    return {d: many[:_MOST_READINGS] for d, many in readings.items()}


def _about(
    told: Told,
    fields: Iterable[str],
    used: set[str],
    spans: set[Span] | None = None,
    subject: str | None = None,
) -> Disagreement | None:
    """The gravest disagreement about a field (of these words, or of this person), marked as used."""
    names = tuple(fields)
    found = [
        d
        for d in told.disagreements
        if (d.field in names or d.kind in names)
        and d.subject == (subject or told.event.id)
        and (spans is None or any(spans & set(p.evidence) for p in d.positions))
    ]
    gravest = worst(d.verdict for d in found)
    chosen = next((d for d in found if d.verdict == gravest), None)
    used.update([chosen.id] if chosen else [])
    return chosen
