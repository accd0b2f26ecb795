"""A record that grows by an article: what the article changes, found without making all anew.

Everything that tells of the same acts, stands in the same documents, or is filed under the same key as what
is new is looked at, as it was and as it is now; what differs is the growth. Where that cannot be shown to be
all that differs, there is no answer, and all is made anew.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dragoman.model.documents import Document
from dragoman.model.growth import Growth, Kept, Look
from dragoman.model.office_tables import is_office_table
from dragoman.model.profiles import SourceProfile
from dragoman.model.readings import Reading
from dragoman.model.statements import Statement
from dragoman.model.views import Judgement
from dragoman.reconciling import (
    arrivals,
    commitments,
    covering,
    framing,
    growing_following,
    growing_judged,
    growing_kept,
    growing_near,
    growing_quotes,
    growing_territories,
    identity,
    newcomers,
    newly_held,
    newly_named,
    said_before,
    titles,
    told_otherwise,
    undated,
)
from dragoman.reconciling.arrivals import Arrived
from dragoman.reconciling.bearers import standing
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.framing import Quoted
from dragoman.reconciling.growing_around import Around
from dragoman.reconciling.growing_compared import Changes, Difference, Facts, Scenes
from dragoman.reconciling.growing_events import Loaded, Told, Turned, turned
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.judging import Rulings
from dragoman.reconciling.making import events_of
from dragoman.reconciling.newcomers import Placed
from dragoman.reconciling.people import family_names, names_of_people
from dragoman.reconciling.repeats import rests_on
from dragoman.reconciling.retelling import Retelling
from dragoman.reconciling.sides import actors_in
from dragoman.reconciling.stands import Scene, named_in
from dragoman.reconciling.told_otherwise import Reread

_MOST_RENAMED = 300  # statements that name somebody whose id is another now


def grow(
    look: Look,
    documents: Sequence[Document],
    readings: Sequence[Reading],
    judgements: Sequence[Judgement],
    profiles: Sequence[SourceProfile],
) -> Growth | None:
    """How a record differs by these documents, which are read and not in it; None where all is to be made
    anew to tell."""
    read = {r.document: r for r in readings}
    pairs = [(d, read[d.id]) for d in sorted(documents, key=lambda d: d.id) if d.id in read]
    ruled = growing_judged.ruled(judgements, look)
    if ruled is None or len(pairs) < len(documents) or any(is_office_table(d.text) for d in documents):
        return None
    arrived = arrivals.arrive(pairs, look, profiles)
    placed = newcomers.place(pairs, look, ruled.actors) if arrived else None
    if arrived is None or placed is None:
        return None
    around = Around(look, arrived, placed)
    new = _statements(readings, arrived, placed, around)
    dirty = _dirty(placed, look)
    if dirty is None or _dates_others(new, around, look):
        return None
    newcome = {d.id: d for d in arrived.documents}
    own = _alone(newcome, {s.id: s for s in new}, around)
    facts = Facts(look, own.told, dirty.reread.told)
    loaded = Loaded(look, newcome)
    change = turned(new, dirty.statements, dirty.afresh, around, loaded, lambda: _telling(facts))
    growth = _grown(pairs, change, dirty, around, own, Scenes(around, loaded, facts)) if change else None
    return growth if growth and not ruled.reaches(loaded.statements.values(), growth.made) else None


def _statements(
    readings: Sequence[Reading], arrived: Arrived, placed: Placed, around: Around
) -> list[Statement]:
    """The statements of new documents that stand, sorted by id."""
    of = Identities.made((), placed.of)
    every = (s for r in readings for s in r.statements if not rests_on(s.span, arrived.aside))
    found = sorted((identity.renamed(s, of) for s in every), key=lambda s: s.id)
    presumed = [replace(s, presumed=tuple(placed.of.get(p, p) for p in s.presumed)) for s in found]
    who = around.after(presumed)
    return list(standing(found, Identities.made(who.actors, placed.of)))


@dataclass(frozen=True, slots=True)
class _Dirty:
    """The statements of a record that name somebody who has another id now, or is called otherwise.

    `afresh` are those in whose document stands a word that is new among the names of people.
    """

    statements: frozenset[str]
    afresh: frozenset[str]
    reread: Reread


def _dirty(placed: Placed, look: Look) -> _Dirty | None:
    """The statements that new documents touch without telling of the same; None where they are many."""
    now = {a.id: a for a in placed.actors}
    were = [a for _, a in sorted(placed.otherwise.items())]
    ids = {*placed.renamed, *(a.id for a in were)}
    near = look.under("statements", "actor", sorted(ids)) if ids else frozenset()
    if len(near) > _MOST_RENAMED:
        return None
    told = [s for s in look.things("statements", near) if not actors_in([s]).isdisjoint(ids)]
    reread = told_otherwise.reread(
        were, [now[i] for i in sorted(placed.otherwise)], {s.document for s in told}, look
    )
    if reread is None:
        return None
    documents = reread.documents
    afresh = look.under("statements", "document", sorted(documents)) if documents else frozenset()
    return _Dirty(frozenset(s.id for s in told) | afresh, afresh, reread)


def _dates_others(new: Sequence[Statement], around: Around, look: Look) -> bool:
    """Whether new statements date a day that a document without a year tells."""
    keys = sorted(set(undated.asks(new, around.after(new))))
    return bool(keys) and bool(look.kept(growing_kept.LOOSE, keys))


def _telling(facts: Facts) -> Told:
    """How statements become events, of which each is told once as long as nothing of it is otherwise.

    Of which states a document of the record tells is the same before and after.
    """
    again = Retelling()
    return lambda statements, documents, who, origins: events_of(
        statements, documents, Rulings(), who, origins, facts.of(documents, after=True).subjects, again
    )


def _grown(
    pairs: Sequence[tuple[Document, Reading]],
    change: Turned,
    dirty: _Dirty,
    around: Around,
    own: Scene,
    scenes: Scenes,
) -> Growth | None:
    """The growth that follows from what differs among events; `own` is what new documents tell alone."""
    look, arrived, placed = around.look, around.arrived, around.placed
    new = own.statements.values()
    people = _of_people(pairs, change, around)
    changes = Changes(change, own.statements, dirty.statements, around, scenes)
    days = _days(arrived, look)
    if people is None or _titles_in_doubt(change, around, own, look):
        return None
    if not changes.compare(people.compared, people.quoted) or not changes.follow(days):
        return None
    difference = changes.difference
    if not _as_it_was(difference, look):
        return None
    difference.more(people.before, people.after)
    difference.more({}, _by_id(documents=arrived.documents, origins=arrived.origins, sources=arrived.sources))
    difference.more({"actors": dict.fromkeys(placed.renamed)}, _by_id(actors=placed.actors))
    was, now = (list(side["events"].values()) for side in (difference.before, difference.after))
    told = change.statements.values()
    known = around.before(told), around.after([*told, *new])
    coverage = covering.covered(was, now, known, arrived.documents, look)
    rows = {*changes.kept, *people.kept, *placed.kept, *arrived.kept, *coverage.kept}
    rows |= {*growing_kept.of_documents(own), *growing_following.last_day(days), *dirty.reread.kept}
    once, now_filed = _filed_anew(scenes.loaded, dirty, around)
    rows |= now_filed
    left = {(k.part, k.key, k.thing) for k in (*changes.left, *once)}
    left |= people.left | placed.left | coverage.left
    gone, made = difference.gone(), difference.made()
    gone["coverage"], made["coverage"] = frozenset(coverage.gone), tuple(coverage.made)
    return Growth(gone, made, frozenset(left - {(k.part, k.key, k.thing) for k in rows}), tuple(sorted(rows)))


def _filed_anew(loaded: Loaded, dirty: _Dirty, around: Around) -> tuple[set[Kept], set[Kept]]:
    """Under what statements looked for each other that name somebody who has another id now, and do now."""
    told = [loaded.statements[i] for i in sorted(dirty.statements)]
    renamed = [around.renamed(s) for s in told]
    before = set(growing_near.filed(told, around.before(told)))
    after = set(growing_near.filed(renamed, around.after(renamed)))
    return before - after, after - before


def _alone(documents: Mapping[str, Document], fresh: Mapping[str, Statement], around: Around) -> Scene:
    """The scene of the new documents alone, with all people that they name, in a statement or not."""
    who = around.after(fresh.values())
    found = Scene.of_all(who, around.origins(documents), documents, fresh, (), named_in(fresh.values(), who))
    people = Identities.made(around.placed.actors, {})
    named, families = (
        {d: words for d, words in of(people).items() if d in documents}
        for of in (names_of_people, family_names)
    )
    return replace(found, told=replace(found.told, people=named, families=families))


def _by_id(**things: Iterable[Any]) -> dict[str, dict[str, Any]]:
    return {kind: {t.id: t for t in some} for kind, some in things.items()}


@dataclass(frozen=True, slots=True)
class _People:
    """What new documents change of who is called what, holds which office and said what."""

    before: Mapping[str, Mapping[str, Any]]
    after: Mapping[str, Mapping[str, Any]]
    compared: tuple[Sequence[Compared], Sequence[Compared]]
    quoted: Callable[[Collection[str]], Quoted]
    left: frozenset[tuple[str, str, str]]
    kept: frozenset[Kept]


def _of_people(pairs: Sequence[tuple[Document, Reading]], change: Turned, around: Around) -> _People | None:
    look, arrived, placed = around.look, around.arrived, around.placed
    documents = {d.id: d for d in arrived.documents}
    readings = [r for _, r in pairs]
    events = list(change.gone.values()), list(change.made.values())
    named = newly_named.name_anew(pairs, placed, events, look)
    held = newly_held.hold_anew(pairs, placed, look)
    otherwise = frozenset(a.id for a in placed.otherwise.values())
    who = growing_quotes.Named(placed.of, placed.renamed, {a.id: a for a in placed.actors}, otherwise)
    said = growing_quotes.requoted([q for r in readings for q in r.quotes], arrived.documents, who, look)
    if named is None or said is None:
        return None
    lands = growing_territories.newly_called(readings, documents, look)
    own = framing.own_words(q for r in readings for q in r.quotes)
    called = {f"{n.actor}\x1f{n.document}": n for n in (*named.made, *lands.made)}
    return _People(
        {"naming": dict.fromkeys("\x1f".join(key) for key in named.gone), "quotes": said.before},
        {"naming": called, "quotes": said.after},
        (
            [*held.before, *said.compared[0], *named.before],
            [*held.after, *said.compared[1], *named.after],
        ),
        lambda asked: {**said_before.own_words(look, sorted(set(asked) - documents.keys())), **own},
        named.left | held.left | said.left | lands.left,
        frozenset({*named.kept, *held.kept, *said.kept, *lands.kept}),
    )


def _days(arrived: Arrived, look: Look) -> tuple[date | None, date | None]:
    """The last day on which a document appeared, without the new ones and with them."""
    before = growing_following.newest(look)
    after = commitments.newest(arrived.documents)
    return before, max((d for d in (before, after) if d), default=None)


def _titles_in_doubt(change: Turned, around: Around, own: Scene, look: Look) -> bool:
    """Whether titles may contradict others by what the new documents tell."""
    told = {s.document for s in change.statements.values()} & change.whole
    if look.kept(growing_kept.TITLED, sorted(told)):
        return True
    people = [*around.placed.actors, *around.placed.otherwise.values()]
    of = {o.of for a in people for o in a.offices if o.of} - {a.id for a in around.placed.actors}
    known = (*around.placed.actors, *look.brief("actors", sorted(of)))
    scene = replace(own, identities=Identities.made(known, {}))
    return any(True for _ in titles.in_doubt(people, scene))


def _as_it_was(difference: Difference, look: Look) -> bool:
    """Whether all that is gone or otherwise now was before just as the record has it."""
    return all(
        list(look.things(kind, list(before))) == [thing for _, thing in sorted(before.items())]
        for kind, before in difference.before.items()
        if before
    )
