"""Titles compared: one body named in two ways.

A person may hold several offices and a rank at once and others later, so titles that merely differ are no
contradiction.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations

from dragoman.model.dates import interval
from dragoman.model.views import Actor, Office
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.envoys import ranks_in
from dragoman.vocabulary.offices import OfficeTitle, offices_by_name
from dragoman.vocabulary.spellings import plain_letters
from dragoman.vocabulary.states import naming

_LONG = 3
_MONTHS = 200
_MONTH = 31
_MINISTER = " minister"
_MINISTRY = Judged("contradicts", "two ministries of two ministers are given to one person at one time")
_DEPUTY = Judged("contradicts", "one account gives the office to its holder's deputy")
_RANK = Judged("contradicts", "one envoy has one rank, and the accounts give him two")
_BODY = Judged("contradicts", "one body cannot bear both names at that time")


def compare(scene: Scene) -> Iterator[Compared]:
    """The clashes among the titles of one person."""
    people = [a for a in scene.identities.actors if a.kind == "person" and a.offices]
    together = _documents_together(scene)
    for person in people:
        yield from _bodies(person, scene, together)
        yield from _ministries(person, together)
        yield from _deputies(person, together)
        yield from _envoys(person, together)


def in_doubt(people: Iterable[Actor], scene: Scene) -> Iterator[tuple[str, str]]:
    """Each document that gives one of these people a title that another title may contradict, with the
    person's id: whether it does hangs on the events that both documents tell."""
    for person in (p for p in people if p.kind == "person" and p.offices):
        pairs = [
            (left, right)
            for (left, one), (right, other) in combinations(_named_bodies(person, scene), 2)
            if _one_word_apart(one, other) and _same_post(left, right)
        ]
        pairs += [
            (left, right)
            for (left, one), (right, other) in combinations(_of_ministries(person), 2)
            if one.sector != other.sector and left.of == right.of
        ]
        pairs += [*_ranks(person), *_posts(person)]
        documents = {d for pair in pairs for office in pair for d in office.documents}
        yield from ((document, person.id) for document in sorted(documents))


def _ministries(person: Actor, together: frozenset[tuple[str, str]]) -> Iterator[Compared]:
    """Two ministries of one state, of two arms of it, that accounts of one event give to one person.

    One minister may well hold finance and trade; foreign affairs and defence are two people's.
    """
    for (left, one), (right, other) in combinations(_of_ministries(person), 2):
        apart = one.sector != other.sector and left.of == right.of and _in_one_month(left, right)
        if apart and _of_one_matter(left, right, together):
            yield _clash(person.id, f"Title of {person.name}", _MINISTRY, [(left, ()), (right, ())])


def _deputies(person: Actor, together: frozenset[tuple[str, str]]) -> Iterator[Compared]:
    """An office and its deputy's that accounts of one event give to one person, neither of them both."""
    for holder, deputy in _ranks(person):
        if _of_one_matter(holder, deputy, together) and _same_time(holder, deputy, together):
            yield _clash(person.id, f"Title of {person.name}", _DEPUTY, [(holder, ()), (deputy, ())])


def _envoys(person: Actor, together: frozenset[tuple[str, str]]) -> Iterator[Compared]:
    """Two ranks of an envoy that accounts of one matter give to one person, neither of them both."""
    for left, right in _posts(person):
        if _of_one_matter(left, right, together) and _same_time(left, right, together):
            yield _clash(person.id, f"Title of {person.name}", _RANK, [(left, ()), (right, ())])


def _posts(person: Actor) -> Iterator[tuple[Office, Office]]:
    """Each two offices of a person that are of two ranks of envoys of one state."""
    held = [(o, rank) for o in person.offices if o.as_ in ("current", "acting") and (rank := _rank(o))]
    for (left, one), (right, other) in combinations(held, 2):
        states = {o.of.partition(":")[2] for o in (left, right) if o.of}
        if one != other and len(states) == 1:
            yield left, right


def _rank(office: Office) -> str | None:
    """The rank of an envoy that a title is, if it is one."""
    words = f"acting {office.title}" if office.as_ == "acting" else office.title
    found = list(ranks_in(words))
    return found[0][0] if found and not found[0][1] else None


def _of_one_matter(left: Office, right: Office, together: frozenset[tuple[str, str]]) -> bool:
    """Whether accounts of one event or of one day's doings give the offices, and none of them both."""
    if set(left.documents) & set(right.documents):
        return False
    days = interval(left.when)
    one_day = days is not None and days.days == 1 and days == interval(right.when)
    return one_day or any(tuple(sorted((x, y))) in together for x in left.documents for y in right.documents)


def _ranks(person: Actor) -> Iterator[tuple[Office, Office]]:
    """Each office of a person that one holds at a time, with that of its deputy that he is given too."""
    for holder, deputy in permutations(person.offices, 2):
        row = offices_by_name().get(holder.title.casefold())
        title = deputy.title.casefold()
        rank = title.removeprefix("deputy ").removeprefix("vice ")
        below = rank != title or deputy.as_ == "deputy"
        single = row is not None and row.single and not row.head and holder.as_ == "current"
        state = {o.of.partition(":")[2] for o in (holder, deputy) if o.of}
        if single and below and offices_by_name().get(rank) == row and len(state) == 1:
            yield holder, deputy


def _of_ministries(person: Actor) -> list[tuple[Office, OfficeTitle]]:
    return [(o, row) for o in person.offices if (row := _ministry(o)) and o.as_ == "current"]


def _named_bodies(person: Actor, scene: Scene) -> list[tuple[Office, tuple[str, ...]]]:
    return [(o, body) for o in person.offices if (body := _body(o, scene))]


def _ministry(office: Office) -> OfficeTitle | None:
    """The ministry of an office that one person holds at a time, where its title is one."""
    row = offices_by_name().get(office.title.casefold())
    ministry = row and row.single and not row.head and row.title.endswith(_MINISTER)
    return row if ministry and office.of and not office.inferred else None


def _in_one_month(a: Office, b: Office) -> bool:
    left, right = interval(a.when), interval(b.when)
    if left is None or right is None or max(left.days, right.days) > _MONTH:
        return False
    return left.overlaps(right) or abs((left.start - right.start).days) <= _MONTH


def _documents_together(scene: Scene) -> frozenset[tuple[str, str]]:
    """Pairs of documents that tell of one event, so that their titles are of one time."""
    return frozenset(
        pair
        for event in scene.events
        if len(event.documents) <= 20
        for pair in combinations(event.documents, 2)
    )


def _bodies(person: Actor, scene: Scene, together: frozenset[tuple[str, str]]) -> Iterator[Compared]:
    """Two names of the body in which a person holds one post, that differ in one word."""
    for (left, one), (right, other) in combinations(_named_bodies(person, scene), 2):
        if _one_word_apart(one, other) and _same_post(left, right) and _same_time(left, right, together):
            if set(left.documents) & set(right.documents):
                continue  # a document that names both means two bodies
            yield _clash(person.id, f"Title of {person.name}", _BODY, [(left, one), (right, other)])


def _body(office: Office, scene: Scene) -> tuple[str, ...]:
    """The words of the longest name of a body in a title, without the state's: ("state", "x", "council")."""
    of = scene.identities.name(office.of) if office.of else ""
    parts = re.split(r"\s+(?:of|for|at|in)\s+|,\s+", f"{office.title}, {of}")
    bodies = [_bare(part) for part in parts]
    best = max(bodies, key=lambda b: (len(b), b))
    return best if len(best) >= _LONG else ()


def _bare(part: str) -> tuple[str, ...]:
    words = [w for w in re.sub(r"['’]s?\b", "", part).split() if w.casefold() != "the"]
    return tuple(plain_letters(w) for w in words if naming(w) is None)


def _one_word_apart(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(a) == len(b) and a[-1] == b[-1] and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _same_post(a: Office, b: Office) -> bool:
    left, right = (plain_letters(re.split(r"\s+of\s+|\s+for\s+", o.title)[0]) for o in (a, b))
    return left == right and a.as_ == b.as_


def _same_time(a: Office, b: Office, together: frozenset[tuple[str, str]]) -> bool:
    left, right = interval(a.when), interval(b.when)
    if left and right:
        return abs((left.start - right.start).days) <= _MONTHS or left.overlaps(right)
    return any(tuple(sorted((x, y))) in together for x in a.documents for y in b.documents)


def _clash(
    subject: str, about: str, judged: Judged, held: Sequence[tuple[Office, tuple[str, ...]]]
) -> Compared:
    stands = []
    for office, _ in held:
        spans = {d: tuple(e for e in office.evidence if e.document == d) for d in office.documents}
        stands.append(tuple(Stand(office.title, d, "", s) for d, s in sorted(spans.items())))
    positions = tuple((_label(o, body), s) for (o, body), s in zip(held, stands, strict=True))
    compared = comparison(subject, "title", stands[0][0], stands[1][0], judged)
    clash = Clash(subject, "title", "title", about, judged, tuple(sorted(positions)))
    return Compared((compared,), (clash,))


def _label(office: Office, body: tuple[str, ...]) -> str:
    words = " ".join(body)
    return office.title if words in plain_letters(office.title) else f"{office.title}, {words.title()}"
