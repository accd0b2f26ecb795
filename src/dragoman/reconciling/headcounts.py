"""How many of one thing two accounts of one matter count, though their sentences share no word.

"Detained its seven crew" and "nine men were led away" are counts of one thing where both accounts are of the
same two states and of the same weeks, tell that the same befell those they count, and each gives one number.
Where either number stands in the other account too, both know both, and nothing is held against anybody.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from dragoman.model.dates import Interval, in_year, interval, without_year
from dragoman.model.statements import Quantity, Statement
from dragoman.reconciling.counting import head_noun
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.stands import Scene
from dragoman.reconciling.tallied import Tally, tallies
from dragoman.reconciling.verdicts import quantities
from dragoman.vocabulary.headcounts import alike, class_of, deeds, has, words
from dragoman.vocabulary.matters import nameless
from dragoman.vocabulary.states import naming

_CROWD = 40
_WEEKS, _MONTH, _SLIP = 40, 31, 3  # days
_STATES, _NAME = 3, 3  # states of a document; words of a state's name
_TIMES = 5  # so much more is another thing, where the accounts do not count by one class of noun
_PARTED = 24  # characters before a number that may make it a part of another
_CAPITALS = re.compile(r"\b[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")
_AT = re.compile(r"\b(?:at|in|off|near|outside) (?:the )?([A-Z][\w'’-]+)")
_BARE = frozenset(("counted",))
_ANY, _YEAR = 2000, 366 // _WEEKS + 1
_PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Head:
    """One count of a document, with its class of things, what befell them, and the states that are named.

    `befell` is what its nearest words tell, `deeds` what its clause does; `mainly` are the states of which
    its document tells most; `appeared` is the document's day, or the last that it tells.
    """

    tally: Tally
    kind: str
    befell: frozenset[str]
    deeds: frozenset[str]
    states: frozenset[str]
    mainly: frozenset[str]
    appeared: date | None

    @property
    def document(self) -> str:
        """The document that gives it."""
        return self.tally.statement.document

    @property
    def dated(self) -> bool:
        """Whether its document says when it appeared."""
        return self.tally.published is not None

    @property
    def keys(self) -> Iterator[tuple[str, ...]]:
        """Under what it is looked for: class and deed, two states, and the weeks in which it appeared.

        An account without a day of its own is looked for in any year.
        """
        kind = _PEOPLE if self.kind in words("people") else self.kind
        for deed in sorted(self.deeds):
            for pair in combinations(sorted(self.states), 2):
                yield from (("heads", kind, deed, *pair, weeks) for weeks in self._weeks())

    def _weeks(self) -> Iterator[str]:
        day = self.appeared
        if day is None:
            return
        weeks, in_year_ = (day - date.min).days // _WEEKS, day.timetuple().tm_yday // _WEEKS
        if self.dated:
            yield from (str(weeks), str(weeks + 1), f"~{in_year_}")
        else:
            yield from (f"~{(in_year_ + step) % _YEAR}" for step in (-1, 0, 1))


def heads(scene: Scene) -> Sequence[Head]:
    """The counts of which another account may give another number."""
    return scene.once(_heads)


def _heads(scene: Scene) -> Sequence[Head]:
    return tuple(_all(tallies(scene), scene))


def _all(held: Sequence[Tally], scene: Scene) -> Iterator[Head]:
    states: dict[str, frozenset[str]] = {}
    days = _appeared(scene)
    for tally in held:
        statement, quantity = tally.statement, tally.quantity
        kind = _class(quantity) if quantity.measure == "count" else None
        if kind is None or statement.polarity != "affirmed" or tally.apart or not tally.value:
            continue
        text = scene.documents[statement.document].text
        at = quantity.evidence[0].start
        if has(text[max(at - _PARTED, statement.start, text.rfind(".", 0, at) + 1) : at], "parts"):
            continue
        befell, told = _deeds(statement, kind, at, text)
        if told and not has(statement.text, "over"):
            if statement.document not in states:
                states[statement.document] = states_told(statement.document, scene)
            of = statement.document
            mainly = scene.spoken.get(of, frozenset())
            yield Head(tally, kind, befell, told, states[of], mainly, days[of])


def _deeds(statement: Statement, kind: str, at: int, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """What befell those counted at a place: by the nearest words and by all of its clause or sentence."""
    befell, told = deeds(statement.text, kind, at - statement.start)
    if not told:
        start, end = sentence(text, statement.start, statement.end)
        befell, told = deeds(text[start:end], kind, at - start)
    return (befell or _BARE, told | _BARE) if kind in words("bare") else (befell, told)


def _appeared(scene: Scene) -> dict[str, date | None]:
    """By document the day on which it appeared, else the last that it tells, which may lie in any year."""
    last: dict[str, date | None] = {}
    for statement in scene.statements.values():
        document = statement.document
        published = interval(scene.documents[document].published)
        if published:
            last[document] = published.start
            continue
        told = [last.get(document)]
        for value in statement.all("when"):
            days = interval(in_year(value.value, _ANY) if without_year(value.value) else value.value)
            if days and days.days <= _MONTH and statement.stage == "happened":
                told.append(days.end.replace(year=_ANY))
        last[document] = max((d for d in told if d), default=None)
    return last


def _class(quantity: Quantity) -> str | None:
    """The class of what is counted; those counted by the name of their people alone are people."""
    named = quantity.as_written.split()[-1][:1].isupper() and not quantity.currency
    whole = quantity.of.removesuffix("s")
    known = class_of(quantity.of) or class_of(whole) or class_of(head_noun(whole))
    return known or ("anyone" if named else None)


def states_told(document: str, scene: Scene) -> frozenset[str]:
    """The states that a document tells most of, and beside them those that it names most often."""
    spoken = scene.spoken.get(document, frozenset())
    named: Counter[str] = Counter()
    for run in _CAPITALS.findall(scene.documents[document].text):
        named.update(_named(run))
    ranked = [s for s, _ in sorted(named.items(), key=lambda p: (-p[1], p[0])) if s not in spoken]
    return spoken | frozenset(ranked[: _STATES - len(spoken)])


@lru_cache(maxsize=65536)  # few runs of capitals, told again and again
def _named(run: str) -> frozenset[str]:
    parts = run.split()
    pieces = {" ".join(parts[at : at + n]) for at in range(len(parts)) for n in range(1, _NAME + 1)}
    known = (naming(p.removesuffix("'s").removesuffix("’s").rstrip("-")) for p in pieces)
    return frozenset(found[0] for found in known if found is not None)


def keys(scene: Scene) -> Iterator[tuple[tuple[str, ...], str]]:
    """Under what each count is looked for, with the statement's id."""
    for head in heads(scene):
        yield from ((key, head.tally.statement.id) for key in head.keys)


def clashing(
    scene: Scene, crowded: Collection[str], known: Collection[tuple[str, ...]]
) -> Iterator[tuple[Tally, Tally, str]]:
    """The pairs of counts of one thing that cannot both be true, with what befell it ("" for anything).

    `known` pairs of documents' statements are compared elsewhere.
    """
    buckets: dict[tuple[str, ...], list[Head]] = {}
    by_document: dict[str, list[Tally]] = {}
    for tally in tallies(scene):
        by_document.setdefault(tally.statement.document, []).append(tally)
    for head in heads(scene):
        for key in head.keys:
            if "|".join(key) not in crowded:
                buckets.setdefault(key, []).append(head)
    done: set[tuple[str, ...]] = set()
    for key, alike_ in sorted(buckets.items()):
        single = _told_once(alike_, key[2]) if len(alike_) <= _CROWD else ()
        for a, b in combinations(single, 2):
            pair = (a.tally.statement.id, b.tally.statement.id)
            if pair in done or pair in known or pair[::-1] in known or not _one_thing(a, b):
                continue
            done.add(pair)
            if not _told_in_both(a, b, by_document):
                yield a.tally, b.tally, "" if key[2] in _BARE else key[2]


def _told_once(alike_: Sequence[Head], deed: str) -> list[Head]:
    """For each document its count, where it gives one number alone of those whom this befell.

    Those of whom the nearest words tell it go before others whose clause tells it too.
    """
    by_document: dict[str, list[Head]] = {}
    for head in alike_:
        by_document.setdefault(head.document, []).append(head)
    kept = []
    for _, held in sorted(by_document.items()):
        nearest = [h for h in held if deed in h.befell] or held
        if len({h.tally.value for h in nearest}) == 1:
            kept.append(min(nearest, key=lambda h: h.tally.stand))
    return kept


def _one_thing(a: Head, b: Head) -> bool:
    """Whether two counts of other documents are of the same class, people and time."""
    one, other = a.tally, b.tally
    told = (one.statement, other.statement)
    if all(s.event for s in told) and (told[0].event != told[1].event or one.kind == other.kind):
        return False  # of one event they are compared there, and two events are two
    if not (a.befell & b.deeds or b.befell & a.deeds) or not alike(a.kind, b.kind):
        return False
    if not _same_states(a, b) or _elsewhere(one, other) or not _same_people(a, b) or _far_apart(a, b):
        return False
    if one.later_than(other) or other.later_than(one):
        return False
    lasts = a.kind in words("yearly") and (one.days is None or other.days is None)
    planned = {t.statement.stage in ("planned", "hypothetical") for t in (one, other)}
    return len(planned) == 1 and (lasts or _one_time(_days(one), _days(other)))


def _days(tally: Tally) -> Interval | None:
    """The days of a count, else those told before it; what is told "since Friday" ends with the account."""
    near = tally.near if tally.near and tally.near.days <= _SLIP else None
    days, end = tally.days or near, tally.published
    if days and end and days.days > _MONTH and days.start <= end.start and end.end < days.end:
        return Interval(days.start, end.end)
    return days


def _same_states(a: Head, b: Head) -> bool:
    """Whether two accounts are of the same two states: of those of which one of them tells most."""
    both = a.states & b.states
    mainly = [h.mainly for h in (a, b) if len(h.mainly) > 1]
    return len(both) > 1 and (not mainly or any(m <= both for m in mainly))


def _elsewhere(a: Tally, b: Tally) -> bool:
    """Whether both clauses name a place, and not the same, and tell no one day."""
    if a.days and a.days == b.days and a.days.days == 1:
        return False
    mine, theirs = (
        {w for w in _AT.findall(t.statement.text) if not naming(w) and w.casefold() not in nameless()}
        for t in (a, b)
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _far_apart(a: Head, b: Head) -> bool:
    """Whether so many people are counted by one account, under another noun, that they are no few of them."""
    few, many = sorted((a.tally.quantity, b.tally.quantity), key=lambda q: q.low or 0.0)
    return a.kind != b.kind and (many.low or 0.0) > _TIMES * (few.high or few.low or 0.0)


def _same_people(a: Head, b: Head) -> bool:
    """Whether two counts may be of the same people: of one state, or one of them says nothing of it.

    Of the dead and hurt, and of just any people, those of one state are a part.
    """
    if a.tally.people == b.tally.people:
        return True
    if a.tally.people and b.tally.people:
        return False
    whole = b if a.tally.people else a
    mixed = head_noun(whole.tally.quantity.of) in words("mixed")
    return a.kind == b.kind != "anyone" or not (mixed or (a.befell | b.befell) & words("tolls"))


def _one_time(a: Interval | None, b: Interval | None) -> bool:
    """Whether two counts may be of one time; a day is no part of a year's count."""
    if a is None or b is None:
        return not any(d and d.days > _MONTH for d in (a, b))
    if (a.days > _MONTH) != (b.days > _MONTH):
        return False
    return a.overlaps(b) or (max(a.days, b.days) <= _SLIP and a.distance(b) <= _SLIP)


def _told_in_both(a: Head, b: Head, by_document: Mapping[str, Sequence[Tally]]) -> bool:
    """Whether either account gives the number of the other, or one that agrees with it, of like things."""
    return any(
        quantities(t.quantity, mine.tally.quantity).verdict != "contradicts"
        for mine, theirs in ((a, b), (b, a))
        for t in by_document[theirs.document]
        if t.quantity.measure == "count"
        and t.quantity.comparator in ("exact", "about")
        and alike(_class(t.quantity) or "", mine.kind)
    )
