"""Under what the statements of acts look for each other when they are grouped.

Accounts of one event, and events of which one holds the other, share a family of acts or are a visit and what
may lie in it; they share two states, where each names two, and a year, where each gives one. About the turn
of a year the next one is asked for too, and of what is done once all. The country of the place counts as a
state. Parties that act for no state are a way to each other too, but not from one statement of two states or
more to another, which have these.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations

from dragoman.model.dates import interval
from dragoman.model.growth import Kept, Look
from dragoman.model.statements import Statement, is_actor
from dragoman.reconciling.accounts import reality
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.sides import countries, tokens
from dragoman.vocabulary.families import families, frame
from dragoman.vocabulary.states import by_code

PART = "near"
_VISIT = "visit"
_CROWD = 8  # states of one statement, of which more are filed one by one
_YEARS = 3  # that a date may span and still be filed under each
_LEAST_DAYS = 365  # of a year
_TOLD, _SIGNED, _PLANNED = 7, 31, 63  # days: a few slips, papers named alike, plans of one matter
_ANY, _NO_DATE = "", "*"
_FEW, _MANY = "-", "+"  # behind a party of no state: beside it stand no two states, or they do


def filed(statements: Iterable[Statement], identities: Identities) -> Iterator[Kept]:
    """Under what each statement of an act is found; what has no date also by its document."""
    for statement in statements:
        if statement.act:
            family, document = frame(statement.act).family, statement.document
            years = _years(statement)
            for ends in _ends(statement, identities):
                yield Kept(PART, "|".join((family, *ends, _ANY)), statement.id)
                for year in years:
                    yield Kept(PART, "|".join((family, *ends, year)), statement.id)
                if not years:
                    yield Kept(PART, "|".join((family, *ends, _NO_DATE)), statement.id, document)
            parties = "|".join(tokens(statement.parties, identities))
            yield Kept(PART, f"{family}|{document}", statement.id, parties)


def asks(
    statements: Iterable[Statement], identities: Identities, former: Mapping[str, Collection[str]]
) -> Iterator[str]:
    """Under what statements of acts look for others of their event, for what holds it and for its parts.

    `former` are the ids under which the record has some of the actors.
    """
    for statement in statements:
        if not statement.act:
            continue
        act, years = frame(statement.act), _years(statement)
        of_family = (*_years(statement, _slip(statement)), _NO_DATE) if years and not act.once else (_ANY,)
        close = years or (_NO_DATE,)
        for ends in _every_ends(statement, identities, former):
            yield from ("|".join((act.family, *ends, year)) for year in of_family)
            if act.inside:
                yield from ("|".join((_VISIT, *ends, year)) for year in (*close, _NO_DATE))
            if act.family == _VISIT:
                yield from ("|".join((part, *ends, year)) for part in _parts() for year in close)


def under(look: Look, keys: Collection[str]) -> set[str]:
    """The ids of the statements under some keys.

    What has no date may be of each act of its kind that its document tells of one of its parties, so that
    these are found with it.
    """
    rows = look.kept(PART, keys)
    undated = {row.thing: f"{row.key.partition('|')[0]}|{row.payload}" for row in rows if row.payload}
    beside = look.kept(PART, sorted(set(undated.values()))) if undated else ()
    of_parties: dict[tuple[str, str], set[str]] = {}
    for row in beside:
        for party in row.payload.split("|"):
            of_parties.setdefault((row.key, party), set()).add(row.thing)
    own = {(row.key, party) for row in beside if row.thing in undated for party in row.payload.split("|")}
    return {row.thing for row in rows}.union(*(of_parties[at] for at in own))


def _ends(statement: Statement, identities: Identities) -> Iterator[tuple[str, ...]]:
    """Every two of its states; one alone, where it names no other or very many."""
    codes = sorted(_codes(statement, identities))
    if 2 <= len(codes) <= _CROWD:
        yield from combinations(codes, 2)
    few = len(countries(statement.parties, identities)) < 2
    if few or len(codes) > _CROWD:
        yield from ((code, "") for code in codes)
    yield from ((party, _FEW if few else _MANY) for party in _of_no_state(statement, identities))


def _every_ends(
    statement: Statement, identities: Identities, former: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, ...]]:
    """As they are filed, and each of the states, under which stand those that name it alone.

    A statement of one state may be of an event between it and any other.
    """
    codes = sorted(_codes(statement, identities))
    named = countries(statement.parties, identities)
    for party in _of_no_state(statement, identities):
        for known in {party, *former.get(party, ())}:
            yield from ((known, beside) for beside in (_FEW, *([_MANY] if len(named) < 2 else [])))
    if len(named) == 1:
        (code,) = named
        yield from ((min(code, other), max(code, other)) for other in sorted(by_code()) if other != code)
    if len(codes) <= _CROWD:
        yield from combinations(codes, 2)
    yield from ((code, "") for code in codes)


def _of_no_state(statement: Statement, identities: Identities) -> list[str]:
    """Its parties by which texts can know each other though they act for no state."""
    return [t for t in tokens(statement.parties, identities) if is_actor(t)]


def _codes(statement: Statement, identities: Identities) -> frozenset[str]:
    here = {v.where.country for v in statement.all("place") if v.where and v.where.country}
    return countries(statement.parties, identities) | here


def _years(statement: Statement, beside: int = 0) -> tuple[str, ...]:
    """The years of its dates, and of so many days beside them; none where it has no date, or one of many
    years."""
    days = [d for v in statement.all("when") if (d := interval(v.value))]
    found = {year for d in days for year in range(d.start.year, d.end.year + 1)}
    if len(found) > _YEARS:
        return ()
    for day in days if beside else ():
        first, last = day.start.timetuple().tm_yday, day.end.timetuple().tm_yday
        found |= {day.start.year - 1} if first <= beside else set()
        found |= {day.end.year + 1} if last > _LEAST_DAYS - beside else set()
    return tuple(map(str, sorted(found)))


def _slip(statement: Statement) -> int:
    """How many days may lie between its date and that of another account, or of one that parts the two."""
    if reality(statement) != "told":
        return _PLANNED
    return _SIGNED if frame(statement.act or "").family == "signing" else _TOLD


@cache
def _parts() -> tuple[str, ...]:
    """The families of acts that a visit may hold."""
    return tuple(sorted({row.family for row in families().values() if row.inside}))
