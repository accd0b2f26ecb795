"""Groups joined because each is the only act of its kind, by these parties, that its documents tell of.

Two accounts of one story seldom give the same detail: one dates an act, the other names who else took part.
Where neither document tells of a second such act, and nothing speaks against it, both mean one. It is asked
that all who may be meant fit each other: where one fits two that do not fit, nobody can say which is meant.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product

from dragoman.model.dates import Interval, in_year, interval
from dragoman.model.documents import Document
from dragoman.reconciling.fitting import (
    Group,
    appeared_before,
    held_alike,
    judged_apart,
    parties_match,
)
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.one_matter import Told
from dragoman.reconciling.placing import is_country, relation
from dragoman.reconciling.same_matter import figures_of
from dragoman.reconciling.sides import Match, covers, tokens

_STORY = 60  # days between the publication of two accounts of one story
_NEWS = 7  # and of two that tell an act as news of which neither gives the date
_PAIR = 2  # states of which two documents tell
_WHY = "same parties; the only such act in either account of one story"


def joined_singles(
    groups: Sequence[Group],
    documents: Mapping[str, Document],
    identities: Identities,
    subjects: Mapping[str, frozenset[str]],
) -> tuple[Group, ...]:
    """The groups, those joined of which each is the only one that its documents tell; sorted by id.

    `subjects` are the codes of the states of which each document tells, by all its statements.
    Those that name the same parties come first; what leaves out a party is then held against the rest.
    """
    told = Told(groups, documents, identities)
    edges: dict[Match, list[tuple[str, str]]] = {"full": [], "partial": []}
    for a, b in _pairs(groups, subjects, identities):
        match = _may_be_one(a, b, told) if _of_one_story(a, b, documents, subjects) else None
        if match:
            edges[match].append((a.id, b.id))
    by_id = {g.id: g for g in groups}
    _join(by_id, edges["full"], identities)
    whole = {end for edge in edges["full"] for end in edge}
    _join(by_id, [e for e in edges["partial"] if whole.isdisjoint(e)], identities)
    return tuple(sorted(by_id.values(), key=lambda g: g.id))


def _join(by_id: dict[str, Group], edges: Sequence[tuple[str, str]], identities: Identities) -> None:
    """Nothing; groups all of which may be one are one from now on, under the least of their ids."""
    fitting: dict[str, set[str]] = {}
    sets = Groups(end for edge in edges for end in edge)
    for a, b in edges:
        fitting.setdefault(a, set()).add(b)
        fitting.setdefault(b, set()).add(a)
        sets.join(a, b)
    for members in sets.all().values():
        every = set(members)
        if not all(fitting[m] >= every - {m} for m in members):
            continue
        first, *rest = sorted((by_id.pop(m) for m in members), key=lambda g: g.head.rank)
        for group in rest:
            for account in group.accounts:
                first.take(account, identities, _WHY)
            first.reasons |= group.reasons
        by_id[first.id] = first


def _pairs(
    groups: Sequence[Group], subjects: Mapping[str, frozenset[str]], identities: Identities
) -> Iterator[tuple[Group, Group]]:
    """The pairs of groups that tell the same act of a common party, one at least without a date, once.

    Only those of one story are wanted: they are looked for under two states that their documents are about.
    """
    single = [g for g in groups if _is_single(g)]
    names = {g.id: frozenset(tokens(g.parties, identities)) or g.states for g in single}
    seen: set[tuple[str, str]] = set()
    for alike in _by_story(single, subjects):
        undated = [g for g in alike if g.days is None]
        dated = [g for g in alike if g.days is not None]
        for one, other in chain(combinations(undated, 2), product(undated, dated)):
            a, b = (one, other) if one.id < other.id else (other, one)
            if (a.id, b.id) not in seen:
                seen.add((a.id, b.id))
                if not names[a.id].isdisjoint(names[b.id]):
                    yield a, b


def _by_story(groups: Sequence[Group], subjects: Mapping[str, frozenset[str]]) -> Iterable[list[Group]]:
    """The groups that tell one act, in documents that are about the same two states."""
    held: dict[tuple[object, ...], list[Group]] = {}
    for group in groups:
        twos = {two for d in group.documents for two in combinations(sorted(subjects[d]), _PAIR)}
        for act in {a.frame.act for a in group.accounts}:
            for two in twos:
                key = act, *two, group.head.reality, group.head.negated
                held.setdefault(key, []).append(group)
    return held.values()


def _is_single(group: Group) -> bool:
    head = group.head
    return not head.many and head.reality != "supposed" and not head.frame.speech


def _may_be_one(a: Group, b: Group, told: Told) -> Match | None:
    """Whether two groups may be of one act as far as parties, place, time and matter go."""
    if a.head.reality != b.head.reality or a.head.negated != b.head.negated or a.documents & b.documents:
        return None
    if judged_apart(a.accounts, b.accounts) or relation(a.place, b.place) == "apart":
        return None
    if not _may_be_of_one_time(a, b) or _count_apart(a, b) or told.speaks_against(a, b):
        return None
    if not (_people_alike(a, b, told.identities) and _held_alike(a, b)):
        return None
    matches = {parties_match(a.head, b, told.identities), parties_match(b.head, a, told.identities)}
    return None if None in matches else "full" if matches == {"full"} else "partial"


def _people_alike(a: Group, b: Group, identities: Identities) -> bool:
    """Whether both name somebody alike, if any names people: a minister's signing is not any signing."""
    act = a.head.frame
    if act.once or act.standing or act.sides == "alone":
        return True
    mine, theirs = ({p for p in g.parties if not p.startswith(("state:", "government:"))} for g in (a, b))
    return not (mine or theirs) or any(covers(p, q, identities) for p in mine for q in theirs)


def _held_alike(a: Group, b: Group) -> bool:
    """Whether none is told as held by a gathering ("they met at the forum") that the other leaves out."""
    return not any(x.held_by and not held_alike(x, g) for g, o in ((a, b), (b, a)) for x in o.accounts)


def _count_apart(a: Group, b: Group) -> bool:
    """Whether they give two numbers for one thing: without a common date, of two acts as well as of one."""
    mine, theirs = ({f for x in g.accounts for f in figures_of(x)} for g in (a, b))
    things = {f[:2] for f in mine} & {f[:2] for f in theirs}
    return any({f for f in mine if f[:2] == t}.isdisjoint(theirs) for t in things)


def _may_be_of_one_time(a: Group, b: Group) -> bool:
    """Whether one of them is without a date or a year, and all that both say of the time can be true."""
    if a.days is not None and b.days is not None:
        return False  # grouping has looked at these
    loose = {x.loose for g in (a, b) for x in g.accounts if x.loose}
    known: Interval | None = a.days or b.days
    undated = [x for g in (a, b) for x in g.accounts if x.days is None and x.reality == "told"]
    if known and any(appeared_before(x, known) for x in undated):
        return False
    if known is None or not loose:
        return len(loose) < 2
    years = {known.start.year, known.end.year}
    return all(any((d := interval(in_year(w, y))) and d.overlaps(known) for y in years) for w in loose)


def _of_one_story(
    a: Group, b: Group, documents: Mapping[str, Document], subjects: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a document of each is about the same states, two at least, and both appeared in the same weeks.

    Of one that does not tell when it appeared nobody knows; it may be where the other group dates the act.
    """
    dated = a.days is not None or b.days is not None
    days = _NEWS if not dated and _is_news(a) and _is_news(b) and not _in_one_town(a, b) else _STORY
    return any(
        len(subjects[one] & subjects[other]) >= _PAIR
        and _within(days, documents[one], documents[other], unknown=dated)
        for one in sorted(a.documents)
        for other in sorted(b.documents)
    )


def _is_news(group: Group) -> bool:
    return any(a.timing == "episode" for a in group.accounts)


def _in_one_town(a: Group, b: Group) -> bool:
    return relation(a.place, b.place) == "same" and not is_country(a.place)


def _within(days: int, a: Document, b: Document, *, unknown: bool) -> bool:
    """Whether two documents appeared within so many days of each other."""
    left, right = interval(a.published), interval(b.published)
    if left is None or right is None:
        return unknown
    return left.distance(right) <= days
