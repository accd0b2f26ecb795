"""Who is spoken of in a document: states, governments, organizations and persons, by whatever words.

The stages, in order: names of the tables (known), titles (titles), names of persons (names), who bears which
title (offices), bodies no table knows (bodies), capitals that act (metonyms), descriptions, pronouns.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from dragoman.model.ids import actor_id
from dragoman.model.readings import Mention, OfficeUse, Referent
from dragoman.reading import (
    barring,
    bodies,
    collectives,
    counterparts,
    delegates,
    descriptions,
    known,
    ledes,
    metonyms,
    names,
    offices,
    own_state,
    pronouns,
    teaching,
    titles,
)
from dragoman.reading.bearings import Bearing, sector_of
from dragoman.reading.drafts import Draft, Numbering, Profile, state_behind
from dragoman.reading.governments import explicit as governments_of
from dragoman.reading.knowledge import UNNAMED, Knowledge
from dragoman.reading.lines import Line
from dragoman.reading.lines import lines as lines_of
from dragoman.reading.marks import Cast, Parsed
from dragoman.reading.name_forms import Book, Pieces
from dragoman.reading.names import NameUse
from dragoman.reading.titles import Title
from dragoman.vocabulary.leaders import state_of_leader
from dragoman.vocabulary.organizations import organizations_by_id
from dragoman.vocabulary.states import by_code


def find(parsed: Parsed) -> Cast:
    """The actors of a document, their mentions and the offices they are given.

    Mentions are in order of their start; two of one span are a plural that means both ("both leaders"). An
    adjective may stand inside a longer mention ("Russian" in "Russian government").
    """
    rows = lines_of(parsed)
    numbering = Numbering(rows)
    tables = own_state.with_own(rows, known.find(rows))
    given = titles.find(rows, tables)
    barred = barring.barred(rows, tables, given)
    book = names.learn(rows, barred, teaching.places(rows, given, barred))
    uses = names.find(rows, book, barred)
    bearings = offices.find(rows, tables, given, uses)
    bearings += ledes.find(rows, given, uses, bearings)
    given = _with(given, counterparts.find(rows, tables, uses, bearings))
    bearings = offices.find(rows, tables, given, uses)
    bearings += ledes.find(rows, given, uses, bearings)
    bearings = delegates.led(rows, tables, bearings)
    people = _people(book, bearings, counterparts.states_of(rows, tables, uses))
    drafts = [
        d
        for line, ks in zip(rows, tables, strict=True)
        for d in metonyms.find(line, ks, barred[line.index], numbering)
    ]
    drafts += [_named(rows[u.line], u, numbering) for row in uses for u in row]
    taken = _taken(rows, barred, uses)
    more = bodies.find(rows, tables, taken, numbering)
    know = Knowledge({**people, **more.profiles}, _by_person(bearings), rows, numbering)
    drafts += more.drafts
    _mark(taken, more.drafts)
    drafts += _titled(rows, bearings, numbering)
    ends = {(u.line, u.last): _person_key(u.person) for row in uses for u in row}
    governments = list(governments_of(know, tables, taken, ends))
    drafts += governments
    _mark(taken, governments)
    bound = frozenset((b.title.line, b.title.first) for b in bearings)
    drafts += descriptions.anaphoric(know, drafts, given, bound, taken)
    drafts += collectives.find(know, tables, drafts)
    drafts += pronouns.find(know, drafts)
    return _cast(parsed, rows, _sifted([d for d in drafts if d.actor != UNNAMED]), know.profiles, bearings)


def _with(given: Sequence[Sequence[Title]], more: Sequence[Title]) -> tuple[tuple[Title, ...], ...]:
    """The titles of each line with further ones, in order."""
    rows = [list(row) for row in given]
    for title in more:
        if not any(t.begin < title.until and title.begin < t.until for t in rows[title.line]):
            rows[title.line].append(title)
    return tuple(tuple(sorted(row, key=lambda t: t.begin)) for row in rows)


def _of(bearing: Bearing) -> str | None:
    """What a title is held of; one before which a capital or palace stands is held of its state."""
    if bearing.of is None or bearing.title.office.title == "spokesperson":
        return bearing.of
    return bearing.of.replace("government:", "state:")


def _person_key(person: Pieces) -> str:
    return "person|" + " ".join(person)


def _named(line: Line, use: NameUse, numbering: Numbering) -> Draft:
    return numbering.draft(line, use.first, use.last, _person_key(use.person), "name")


def _people(book: Book, bearings: Sequence[Bearing], peers: Mapping[Pieces, str]) -> dict[str, Profile]:
    """The persons with the state and sector their offices give them, or whose like they are called."""
    held: dict[Pieces, list[Bearing]] = defaultdict(list)
    for bearing in bearings:
        held[bearing.person].append(bearing)
    found = {}
    for person, spelling in book.spellings.items():
        own = held.get(person, [])
        leads = state_of_leader(" ".join(person)) if not own and len(person) > 1 else None
        if leads:  # whom the whole world knows needs no title ("Castro received Nelson Mandela")
            known = ((f"state:{leads}", "table"),)
            found[_person_key(person)] = Profile(spelling, "person", leads, "GOV", known)
            continue
        if not any(b.of for b in own) and (peer := peers.get(person)):
            code = peer.partition(":")[2]
            found[_person_key(person)] = Profile(spelling, "person", code, "GOV", ((peer, "adjective"),))
            continue
        stands = _represented(own)
        state = next((a.partition(":")[2] for a in stands if a.startswith("state:")), None)
        sectors = Counter(s for b in own if (s := sector_of(b)))
        sector = min(sectors.items(), key=lambda item: (-item[1], item[0]))[0] if sectors else None
        how = (
            "table" if state and all(b.title.of is None for b in own) and _tabled(person, state) else "office"
        )
        found[_person_key(person)] = Profile(
            spelling, "person", state, sector, tuple((a, how) for a in stands)
        )
    return found


def _tabled(person: Pieces, state: str) -> bool:
    """Whether the table of leaders has somebody as this state's."""
    return state_of_leader(" ".join(person)) == state


def _represented(held: Sequence[Bearing]) -> tuple[str, ...]:
    """The states and bodies a person's offices stand for, those of present offices first."""
    found: list[str] = []
    for bearing in sorted(held, key=lambda b: b.held == "former"):
        of = bearing.of
        if of is None or ":" not in of or bearing.title.office.sector in ("EDU", "JRN", "NGO"):
            continue
        state = state_behind(of)
        found += [a for a in (state, of if not of.startswith(("state:", "government:")) else None) if a]
    return tuple(dict.fromkeys(found))


def _by_person(bearings: Sequence[Bearing]) -> dict[str, list[Bearing]]:
    """Each person's bearings, of several alike the first."""
    found: dict[str, dict[tuple[str, str, str | None], Bearing]] = {}
    for b in bearings:
        found.setdefault(_person_key(b.person), {}).setdefault((b.title.office.title, b.held, b.of), b)
    return {person: list(held.values()) for person, held in found.items()}


def _taken(
    rows: Sequence[Line], barred: Sequence[Sequence[bool]], uses: Sequence[Sequence[NameUse]]
) -> list[list[bool]]:
    taken = [list(row) for row in barred]
    for row in uses:
        for use in row:
            taken[use.line][use.first : use.last] = [True] * (use.last - use.first)
    return taken


def _mark(taken: list[list[bool]], drafts: Iterable[Draft]) -> None:
    for d in drafts:
        taken[d.line][d.first : d.last] = [True] * (d.last - d.first)


def _titled(rows: Sequence[Line], bearings: Sequence[Bearing], numbering: Numbering) -> list[Draft]:
    """The titles that stand with a name, as mentions of whoever bears them; of a plural's many, none."""
    found: dict[tuple[int, int], Draft] = {}
    for b in bearings:
        if not b.title.plural:
            last = min(b.title.last, b.title.until)
            found.setdefault(
                (b.title.line, b.title.begin),
                numbering.draft(rows[b.title.line], b.title.begin, last, _person_key(b.person), "title"),
            )
    return list(found.values())


def _sifted(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in order without those that overlap a longer one of another span, adjectives left alone."""
    kept: list[Draft] = []
    end = -1
    for draft in sorted(set(drafts), key=lambda d: (d.start, -d.end, d.actor)):
        if draft.form == "adjective":
            kept.append(draft)
        elif draft.start >= end or (
            kept and any((k.start, k.end) == (draft.start, draft.end) for k in kept[-3:])
        ):
            kept.append(draft)
            end = max(end, draft.end)
    return kept


def _cast(
    parsed: Parsed,
    rows: Sequence[Line],
    drafts: Sequence[Draft],
    profiles: Mapping[str, Profile],
    bearings: Sequence[Bearing],
) -> Cast:
    ids: dict[str, str] = {}
    used: set[str] = set()
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    mentions = []
    for draft in drafts:
        if draft.actor not in ids:
            ids[draft.actor] = _fresh(parsed, draft, used) if draft.actor in profiles else draft.actor
            used.add(ids[draft.actor])
        text = parsed.text[draft.start : draft.end]
        if draft.form in ("name", "metonym"):
            spellings[draft.actor][" ".join(text.split())] += 1
        quoted = rows[draft.line].quoted(draft.start, draft.end)
        mentions.append(Mention(draft.start, draft.end, text, ids[draft.actor], draft.form, quoted))
    referents = [_referent(key, id_, profiles, ids, spellings[key]) for key, id_ in ids.items()]
    uses = [
        OfficeUse(
            ids[_person_key(b.person)], b.title.title, _of(b), b.held, None, parsed.span(b.start, b.end)
        )
        for b in bearings
        if _person_key(b.person) in ids
    ]
    return Cast(
        tuple(sorted(referents, key=lambda r: r.id)),
        tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.actor))),
        tuple(sorted(set(uses), key=lambda u: (u.evidence, u.actor, u.title))),
    )


def _fresh(parsed: Parsed, draft: Draft, used: Set[str]) -> str:
    """The id of an actor first mentioned here; the second of two that one plural means begins later."""
    start = draft.start
    while (found := actor_id(parsed.document, start, draft.end)) in used:
        start += 1
    return found


def _referent(
    key: str, id_: str, profiles: Mapping[str, Profile], ids: Mapping[str, str], found: Counter[str]
) -> Referent:
    seen = tuple(sorted(found, key=lambda n: (-len(n), n)))
    profile = profiles.get(key)
    if profile is None:
        return _of_table(id_, seen)
    stands = tuple((ids.get(a, a), how) for a, how in profile.represents)
    return Referent(
        id_, profile.name, profile.kind, profile.country, profile.sector, seen or (profile.name,), stands
    )


def _of_table(id_: str, seen: tuple[str, ...]) -> Referent:
    kind, _, key = id_.partition(":")
    if kind == "state":
        return Referent(id_, by_code()[key].name, "state", key, None, seen)
    if kind == "government":
        name = f"government of {by_code()[key].name}"
        return Referent(id_, name, "government", key, "GOV", seen, ((f"state:{key}", "table"),))
    body = organizations_by_id()[id_]
    state = state_behind(id_)
    stands = ((state, "table"),) if state else ()
    return Referent(id_, body.name, body.kind, body.country, body.sector, seen, stands)


__all__ = ["find"]
