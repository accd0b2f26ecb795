"""One office of one holder that two accounts give to two people at one time.

At one time: on one day, or one of them between two uses for the other within a month. Who follows whom in an
office is no contradiction, so a week between two names proves nothing; unless one account knows the other's
holder in another office of that state then ("Prime Minister Mora" here, and there "Foreign Minister Mora" and
"Prime Minister Salas").
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model.dates import interval
from dragoman.model.documents import Document, Span
from dragoman.model.office_tables import is_office_table
from dragoman.model.readings import OfficeUse, Reading
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.stands import Clash, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.offices import offices_by_name
from dragoman.vocabulary.spellings import plain_letters

_MONTH = 31
_CLOSE = 2
_NEAR = 3
_HOLDER = Judged("contradicts", "only one person can hold this office at a time")
Post = tuple[str, str]


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """On this day a document gives the office to this person."""

    day: date
    person: str
    document: str
    evidence: Span
    late: bool = False  # who writes of the past may give a person today's title


@dataclass(frozen=True, slots=True)
class Held:
    """The uses of an office, and those of other offices of its state for the same people."""

    uses: tuple[Use, ...] = ()
    beside: tuple[Use, ...] = ()


def compare(posts: Mapping[Post, Held], name: Callable[[str], str]) -> Iterator[Compared]:
    """The clashes between the holders of one office, for each office (`posts`) and two people."""
    for post, held in sorted(posts.items()):
        yield from of_post(post, held, name)


def of_post(post: Post, held: Held, name: Callable[[str], str]) -> Iterator[Compared]:
    """The clashes between the holders of one office; `name` gives what to call somebody."""
    about = f"Who was {post[0]} of {name(post[1])}"
    uses = held.uses
    pairs = {tuple(sorted((a.person, b.person))): (a, b) for a, b in _in_its_place(held)}
    pairs |= {tuple(sorted((a.person, b.person))): (a, b) for a, b in _at_one_time(uses)}
    for _, (one, other) in sorted(pairs.items()):
        if _both_whole(name(one.person), name(other.person)) and not _named_together(one, other, uses):
            yield _clash(about, one, other, name)


def posts(
    readings: Iterable[Reading], documents: Mapping[str, Document], of: Mapping[str, str]
) -> Mapping[Post, Held]:
    """By office and state the days on which it is given to somebody; `of` leads to the actors' ids."""
    found: dict[Post, set[Use]] = {}
    for reading in readings:
        if is_office_table(documents[reading.document].text):
            continue
        for use in reading.offices:
            post, days = post_of(use, of), interval(use.when)
            if post and days and days.days <= _CLOSE:
                person = of.get(use.actor, use.actor)
                published = interval(documents[reading.document].published)
                late = published is None or (published.start - days.start).days > _MONTH
                told = Use(days.start, person, reading.document, use.evidence, late)
                found.setdefault(post, set()).add(told)
    return with_others({post: Held(tuple(sorted(uses))) for post, uses in found.items()})


def with_others(posts: Mapping[Post, Held]) -> Mapping[Post, Held]:
    """The offices, each with what is told in others of its state of those who have it."""
    of: dict[tuple[str, str], dict[Post, list[Use]]] = {}
    for post, held in posts.items():
        for use in held.uses:
            of.setdefault((post[1], use.person), {}).setdefault(post, []).append(use)
    found = {}
    for post, held in posts.items():
        beside = set(held.beside)
        for person in {u.person for u in held.uses}:
            others = of[post[1], person]
            beside.update(u for other, uses in others.items() if other != post for u in uses)
        found[post] = Held(held.uses, tuple(sorted(beside)))
    return found


def post_of(use: OfficeUse, of: Mapping[str, str]) -> Post | None:
    """The office, where one person of a state holds it at a time and this one holds it now."""
    row = offices_by_name().get(use.title.casefold())
    whose = of.get(use.of or "", use.of or "").replace("government:", "state:")
    single = row is not None and row.single and not row.is_rank and row.of in ("state", "any")
    current = whose.startswith("state:") and use.held == "current"
    return (row.title, whose) if row and single and current else None


def _at_one_time(uses: Sequence[Use]) -> Iterator[tuple[Use, Use]]:
    """For each two people one pair of uses that cannot both be right; `uses` are in the order of days."""
    last: dict[str, Use] = {}
    turned: dict[tuple[str, str], Use] = {}
    given: set[tuple[str, str]] = set()
    for use in uses:
        for person, earlier in sorted(last.items()):
            pair = (min(person, use.person), max(person, use.person))
            if person == use.person or (use.day - earlier.day).days > _MONTH:
                continue
            before = turned.get((use.person, person))  # the last use for this person before the other's
            between = before is not None and (use.day - before.day).days <= _MONTH
            if pair not in given and earlier.document != use.document and (between or use.day == earlier.day):
                given.add(pair)
                yield earlier, use
            mine = last.get(use.person)
            if mine is None or mine.day < earlier.day:
                turned[person, use.person] = earlier
        last[use.person] = use


def _in_its_place(held: Held) -> Iterator[tuple[Use, Use]]:
    """Uses for two people, the second of whom another account knows in another office of the state then,
    beside the first."""
    told: dict[str, list[Use]] = {}
    for use in held.uses:
        told.setdefault(use.document, []).append(use)
    known: dict[str, list[Use]] = {}
    for other in held.beside:
        if all(u.person != other.person for u in told.get(other.document, ())):
            known.setdefault(other.person, []).append(other)
    for use in held.uses:
        for other in known.get(use.person, ()) if not use.late else ():
            if other.document != use.document and abs((other.day - use.day).days) <= _CLOSE:
                there = told.get(other.document, ())
                yield from ((y, use) for y in there if abs((y.day - use.day).days) <= _NEAR)


def _both_whole(a: str, b: str) -> bool:
    """Two whole names that share no word: anything less may be one person."""
    left, right = (set(plain_letters(name).split()) for name in (a, b))
    return len(left) > 1 and len(right) > 1 and left.isdisjoint(right)


def _named_together(one: Use, other: Use, uses: Sequence[Use]) -> bool:
    """Whether a document gives the office to both, and so means two offices."""
    with_one, with_other = ({u.document for u in uses if u.person == p} for p in (one.person, other.person))
    return not with_one.isdisjoint(with_other)


def _clash(about: str, one: Use, other: Use, name: Callable[[str], str]) -> Compared:
    stands = [Stand(name(u.person), u.document, "", (u.evidence,)) for u in (one, other)]
    compared = comparison(one.person, "title", stands[0], stands[1], _HOLDER)
    positions = tuple(sorted((s.value, (s,)) for s in stands))
    subject = min(one.person, other.person)
    return Compared((compared,), (Clash(subject, "title", "title", about, _HOLDER, positions),))
