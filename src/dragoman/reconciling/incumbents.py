"""One office of one holder that two accounts give to two people at one time.

At one time: on one day, or one of them between two uses for the other within a month, or within six weeks
where one of the two is no more than a week away. Who follows whom in an office is no contradiction, so a week
between two names proves nothing; unless one account knows the other's holder in another office of that state
in those days ("Prime Minister Mora" here, and there "Foreign Minister Mora" and "Prime Minister Salas").
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model.dates import Interval, interval
from dragoman.model.documents import Document, Span
from dragoman.model.office_tables import is_office_table
from dragoman.model.readings import OfficeUse, Reading
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.stands import Clash, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.offices import offices_by_name
from dragoman.vocabulary.spellings import plain_letters

_MONTH = 31
_SPELL = 45  # nobody gives an office up and has it again within so many days
_STAY = 7
_SOON = 14
_BEFORE = 3  # a minister may rise to an office within days; nobody goes back from it so soon
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
    deputy: bool = False  # who deputizes is not the head of anything
    ahead: int = 0  # so many days later at the most is what it announces


@dataclass(frozen=True, slots=True)
class Held:
    """The uses of an office, and those of other offices of its state for others in the same documents."""

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
    """By office and state the days on which it is given to somebody, and which other offices of the state the
    same documents give to others; `of` leads to the actors' ids."""
    found: dict[Post, set[Use]] = {}
    beside: dict[Post, set[Use]] = {}
    for reading in readings:
        if is_office_table(documents[reading.document].text):
            continue
        here: dict[Post, set[Use]] = {}
        others: dict[str, set[Use]] = {}
        for use in reading.offices:
            told = _use(use, documents[reading.document], of)
            if told is None:
                continue
            post = post_of(use, of)
            if post:
                here.setdefault(post, set()).add(told)
            whose = _state(use, of)
            if whose and use.held in ("current", "deputy") and not _is_rank(use):
                others.setdefault(whose, set()).add(told)
        for post, uses in here.items():
            holders = {u.person for u in uses}
            found.setdefault(post, set()).update(uses)
            beside.setdefault(post, set()).update(
                u for u in others.get(post[1], ()) if u.person not in holders
            )
    return {post: Held(tuple(sorted(uses)), tuple(sorted(beside[post]))) for post, uses in found.items()}


def _use(use: OfficeUse, document: Document, of: Mapping[str, str]) -> Use | None:
    published = interval(document.published)
    day = _day(use, published)
    if day is None:
        return None
    late = published is None or (published.start - day).days > _MONTH
    deputy = use.held == "deputy"
    return Use(
        day, of.get(use.actor, use.actor), document.id, use.evidence, late, deputy, _ahead(use, published)
    )


def _ahead(use: OfficeUse, published: Interval | None) -> int:
    """How many days after its publication what an account announces is over; 0 where it announces nothing."""
    days = interval(use.when)
    if days is None or published is None or days.days > _MONTH:
        return 0
    return max(0, (days.end - published.end).days)


def _day(use: OfficeUse, published: Interval | None) -> date | None:
    """The day for which an account gives an office: of what it tells, or of its publication where that tells
    of some day of the month before, or of what is yet to come."""
    days = interval(use.when)
    if days is None:
        return None
    if published and (published.end < days.start or _STAY < days.days <= _MONTH):
        fresh = published.days == 1 and (published.start - days.start).days <= _MONTH
        return published.start if fresh else None
    return days.start if days.days <= _STAY else None


def _state(use: OfficeUse, of: Mapping[str, str]) -> str | None:
    """The state of which an office is held."""
    whose = of.get(use.of or "", use.of or "").replace("government:", "state:")
    return whose if whose.startswith("state:") else None


def _is_rank(use: OfficeUse) -> bool:
    row = offices_by_name().get(use.title.casefold())
    return row is not None and row.is_rank


def post_of(use: OfficeUse, of: Mapping[str, str]) -> Post | None:
    """The office, where one person of a state holds it at a time and this one holds it now."""
    row = offices_by_name().get(use.title.casefold())
    whose = _state(use, of)
    single = row is not None and row.single and not row.is_rank and row.of in ("state", "any")
    return (row.title, whose) if row and single and whose and use.held == "current" else None


def _at_one_time(uses: Sequence[Use]) -> Iterator[tuple[Use, Use]]:
    """For each two people one pair of uses that cannot both be right; `uses` are in the order of days."""
    last: dict[str, Use] = {}
    turned: dict[tuple[str, str], Use] = {}
    given: set[tuple[str, str]] = set()
    for use in uses:
        for person, earlier in sorted(last.items()):
            pair = (min(person, use.person), max(person, use.person))
            if person == use.person or (use.day - earlier.day).days > _SPELL:
                continue
            before = turned.get((use.person, person))  # the last use for this person before the other's
            between = before is not None and _too_short(before.day, earlier.day, use.day)
            if pair not in given and earlier.document != use.document and (between or use.day == earlier.day):
                given.add(pair)
                yield earlier, use
            mine = last.get(use.person)
            if mine is None or mine.day < earlier.day:
                turned[person, use.person] = earlier
        last[use.person] = use


def _too_short(before: date, other: date, after: date) -> bool:
    """Whether somebody is called the holder before and after another so soon that both cannot be right."""
    nearest = min((other - before).days, (after - other).days)
    return (after - before).days <= (_SPELL if nearest <= _STAY else _MONTH)


def _in_its_place(held: Held) -> Iterator[tuple[Use, Use]]:
    """Uses for two people, the second of whom another account knows in another office of the state then,
    beside the first."""
    told: dict[str, list[Use]] = {}
    for use in held.uses:
        told.setdefault(use.document, []).append(use)
    known: dict[str, list[Use]] = {}
    for other in held.beside:
        known.setdefault(other.person, []).append(other)
    for use in held.uses:
        for other in known.get(use.person, ()) if not use.late else ():
            there = told[other.document]
            later = (other.day - use.day).days
            announced = -min(_SOON, other.ahead) <= later < 0
            near = announced or -_BEFORE <= later <= _STAY
            if near and all(u.person != use.person for u in there):
                sure = other.deputy or announced or later == 0
                most = _MONTH if sure else _STAY  # else he may have had both, until another came
                yield from ((y, use) for y in there if abs((y.day - use.day).days) <= most)


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
