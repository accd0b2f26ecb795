"""All views of readings, step by step, and what a record keeps of them so that it can grow."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from dragoman.model.documents import Document
from dragoman.model.growth import Kept, Reconciled
from dragoman.model.office_tables import is_office_table
from dragoman.model.profiles import SourceProfile
from dragoman.model.readings import Reading
from dragoman.model.statements import Statement
from dragoman.model.views import Event, Judgement, Views
from dragoman.reconciling import (
    agreements,
    answers,
    askers,
    called,
    callings,
    charges,
    commitments,
    comparisons,
    contacts,
    coverage,
    dated_deeds,
    disagreements,
    doubts,
    envoys,
    existence,
    figures,
    framing,
    growing_kept,
    holders,
    incumbents,
    initiative,
    instruments,
    judging,
    known_people,
    missions,
    naming,
    papers,
    put_off,
    rebuttals,
    representing,
    rounds,
    seats,
    signers,
    sources,
    spoken,
    taking_part,
    tallies,
    titles,
    utterances,
    versions,
    wording,
)
from dragoman.reconciling.accounts import accounts
from dragoman.reconciling.bearers import standing
from dragoman.reconciling.gathering import gather, look_again
from dragoman.reconciling.identity import Identities, identified, linked, renamed
from dragoman.reconciling.judging import Rulings, rulings
from dragoman.reconciling.judging_events import bound, corrected, tellable
from dragoman.reconciling.one_matter import of_one_matter
from dragoman.reconciling.origins import Origins, find
from dragoman.reconciling.repeats import furniture, rests_on
from dragoman.reconciling.settling import Settled, settle
from dragoman.reconciling.single import joined_singles
from dragoman.reconciling.stands import Scene, named_in, subjects_of
from dragoman.reconciling.telling import Context, tell
from dragoman.reconciling.undated import in_their_years
from dragoman.reconciling.wholes import joined_parts


def made(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    judgements: Sequence[Judgement],
    profiles: Sequence[SourceProfile],
    *,
    keep: bool,
) -> Reconciled:
    """All views of these readings, and where `keep` is asked for what their parts keep."""
    read = {r.document: r for r in readings}
    told = sources.named(sorted(documents, key=lambda d: d.id), profiles)
    held = versions.of_one_address([_with_segments(d, read) for d in told])
    by_id = {d.id: d for d in held}
    kept = [r for _, r in sorted(read.items()) if r.document in by_id]
    asked = rulings(judgements, kept)
    found = linked(kept, asked)
    identities = identified(found, asked)
    grows = keep and not any(is_office_table(d.text) for d in held)
    rows: list[Kept] = list(known_people.kept(found)) if grows else []
    del found
    origins = find(held, {r.document: r.segments for r in kept})
    held = versions.of_one_outlet(held, origins.text)
    by_id = {d.id: d for d in held}
    statements = _statements(held, kept, asked, identities, origins)
    named_states = named_in(statements, identities)
    events = events_of(statements, by_id, asked, identities, origins, subjects_of(named_states))
    in_events = _with_events(statements, events)
    scene = Scene.of_all(identities, origins, by_id, in_events, events, named_states)
    unquoted = asked.rejected("quotes")
    said = [q for r in kept for q in r.quotes if q.id not in unquoted]
    quotes = utterances.told(utterances.joined(said, identities, by_id))
    compared = [*_compared(scene), *holders.compare(scene, kept)]
    posts = incumbents.posts(kept, by_id, identities.of)
    compared += incumbents.compare(posts, identities.name)
    compared += [*utterances.compare(quotes), *spoken.compare(scene, quotes)]
    taking_part = frozenset(p.actor for e in events for p in e.participants)
    every = naming.named(kept, by_id, identities)
    named = naming.telling(every, taking_part, identities)
    compared += called.compare(named, identities)
    framed = (*framing.of_acts(scene, said), *framing.of_territories(kept, by_id, said))
    pairs = {c.id: c for found in compared for c in found.comparisons}
    differing = disagreements.view([c for found in compared for c in found.clashes], scene)
    dismissed = tuple(d for d in differing if asked.dismisses(d))
    newest = commitments.newest(held)
    views = Views(
        sources=sources.view(held, profiles),
        documents=held,
        actors=identities.actors,
        statements=tuple(in_events.values()),
        events=events,
        quotes=quotes,
        disagreements=tuple(d for d in differing if d not in dismissed),
        comparisons=tuple(c for _, c in sorted(pairs.items())),
        naming=tuple(sorted((*named, *framed), key=lambda n: (n.actor, n.document))),
        commitments=commitments.view(scene, newest),
        missions=missions.view(scene),
        agreements=agreements.view(scene),
        origins=origins.all,
        coverage=coverage.view(events, by_id, identities),
        judgements=judging.view(asked, events, dismissed, by_id),
        reader=max((r.reader for r in kept), key=lambda r: (r.version, r.pipeline, r.tables), default=None),
    )
    if grows:
        read_too = growing_kept.Readings(every, named, posts, said, kept)
        return Reconciled(views, chain(rows, growing_kept.of_all(scene, documents, views, read_too, newest)))
    return Reconciled(views)


def _compared(scene: Scene) -> list[comparisons.Compared]:
    """All comparisons with the clashes among them."""
    finders = (
        wording,
        callings,
        doubts,
        answers,
        charges,
        contacts,
        figures,
        tallies,
        dated_deeds,
        askers,
        existence,
        rebuttals,
        put_off,
        rounds,
        titles,
        taking_part,
        signers,
        instruments,
        papers,
        envoys,
        representing,
        initiative,
        seats,
    )
    found = chain.from_iterable(f.compare(scene) for f in finders)
    return [comparisons.compare(scene), *found, *taking_part.on_occasions(scene)]


def _with_segments(document: Document, read: Mapping[str, Reading]) -> Document:
    reading = read.get(document.id)
    return replace(document, segments=reading.segments) if reading else document


def _statements(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    asked: Rulings,
    identities: Identities,
    origins: Origins,
) -> tuple[Statement, ...]:
    """The statements that stand: no furniture, none that was rejected; sorted by id."""
    aside = furniture(documents, {r.document: r.segments for r in readings}, origins.text)
    kept = judging.corrected_statements((s for r in readings for s in r.statements), asked)
    found = (renamed(s, identities) for s in kept if not rests_on(s.span, aside))
    return standing(tuple(sorted(found, key=lambda s: s.id)), identities)


def events_of(
    statements: Sequence[Statement],
    documents: Mapping[str, Document],
    asked: Rulings,
    identities: Identities,
    origins: Origins,
    subjects: Mapping[str, frozenset[str]],
    telling: Callable[[Settled, Context], Event] = tell,
) -> tuple[Event, ...]:
    """The events that statements tell of, sorted by id.

    `subjects` are the codes of the states of which each document tells, also by statements that are not here.
    """
    told = tellable(statements, asked)
    found = accounts(told, documents, identities, origins.text)
    found = in_their_years(found, statements, documents, identities)
    groups = gather(bound(found, asked), identities)
    groups = of_one_matter(joined_parts(groups, identities), documents, identities)
    first = settle(groups, identities)
    lent = {s.group.id: (s.part_of, s.when if s.when_from else None) for s in first if s.part_of}
    groups = joined_singles(look_again(groups, lent, identities), documents, identities, subjects)
    groups = joined_parts(groups, identities)
    context = Context(identities, origins)
    events = sorted((telling(s, context) for s in settle(groups, identities)), key=lambda e: e.id)
    return corrected(events, asked, statements, identities)


def _with_events(statements: Sequence[Statement], events: Sequence[Event]) -> Mapping[str, Statement]:
    """The statements by id, each with its event."""
    of = {s: e.id for e in events for s in e.statements}
    return {s.id: replace(s, event=of.get(s.id)) for s in statements}
