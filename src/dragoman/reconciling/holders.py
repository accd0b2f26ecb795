"""Titles in the coverage held against the user's table of office-holders, which is one more account.

A title contradicts the table only where the table gives that office to somebody else, or to the same person
at another time, both at the date that the text speaks of and when it was published: who writes of the past
often gives a person today's title.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.dates import Interval, in_words, interval
from dragoman.model.documents import Document
from dragoman.model.office_tables import is_office_table
from dragoman.model.readings import OfficeUse, Reading
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.stands import Clash, Scene, Stand, comparison
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.offices import OfficeTitle, offices_by_name
from dragoman.vocabulary.spellings import plain_letters

_SAME = Judged("same", "the table of office-holders has it so")
_ACTING = Judged("wording", "the table of office-holders has it in another capacity")
_OTHER_TIME = Judged(
    "contradicts", "the table of office-holders has this person in that office at another time"
)
_OTHER_HOLDER = Judged("contradicts", "the table of office-holders has another person in that office then")
_UNSAID = Judged("not comparable", "the table of office-holders does not say who held it then")
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tenant:
    """One line of a table: who held an office, and when."""

    person: str
    use: OfficeUse

    def covers(self, days: Interval) -> bool:
        """Whether the tenure holds one of these days; one without dates holds any."""
        held = interval(self.use.when) if self.use.when else None
        return held is None or held.overlaps(days)


def compare(scene: Scene, readings: Sequence[Reading]) -> Iterator[Compared]:
    """Each title that an account gives somebody in an office of the table, compared with the table."""
    tables = {d for d, document in scene.documents.items() if is_office_table(document.text)}
    if not tables:
        return
    tenants = _tenants([r for r in readings if r.document in tables], scene)
    told: dict[tuple[str, _Key, str], list[OfficeUse]] = {}
    for reading in readings:
        for use in reading.offices if reading.document not in tables else ():
            key = _key(use, scene)
            if key and key in tenants and use.held in ("current", "acting"):
                person = scene.identities.of.get(use.actor, use.actor)
                told.setdefault((person, key, reading.document), []).append(use)
    for (person, key, document), uses in sorted(told.items(), key=lambda t: t[0]):
        dated = [(use, days) for use in uses if (days := _days(use, scene.documents[document]))]
        for use, days in dated[:1]:
            yield _judged(person, use, days, tenants[key], scene)


def _tenants(readings: Sequence[Reading], scene: Scene) -> Mapping[_Key, Sequence[Tenant]]:
    found: dict[_Key, list[Tenant]] = {}
    for reading in readings:
        for use in reading.offices:
            key = _key(use, scene)
            if key:
                person = scene.identities.of.get(use.actor, use.actor)
                found.setdefault(key, []).append(Tenant(person, use))
    return found


def _key(use: OfficeUse, scene: Scene) -> _Key | None:
    """The office, as its plain title and what it is of; None where it is not said of what."""
    if not use.of:
        return None
    row = offices_by_name().get(use.title.casefold())
    of = scene.identities.of.get(use.of, use.of).replace("government:", "state:")
    return (row.title if row else plain_letters(use.title), plain_letters(of))


def _days(use: OfficeUse, document: Document) -> tuple[Interval, ...]:
    """The days for which a text gives a title: of its sentence, and of its publication."""
    told = (interval(use.when), interval(document.published))
    return tuple(dict.fromkeys(d for d in told if d and d.days <= 366))


def _judged(
    person: str, use: OfficeUse, days: Sequence[Interval], tenants: Sequence[Tenant], scene: Scene
) -> Compared:
    mine = [t for t in tenants if t.person == person]
    then = [t for t in mine if any(t.covers(d) for d in days)]
    if then:
        exact = [t for t in then if t.use.held == use.held]
        return _compared(person, use, (exact or then)[0], _SAME if exact else _ACTING, scene)
    row = offices_by_name().get(use.title.casefold())
    others = _others(person, days, tenants, row, scene)
    if others:
        return _compared(person, use, others[0], _OTHER_HOLDER, scene)
    if mine and all(t.use.when for t in mine):
        return _compared(person, use, mine[0], _OTHER_TIME, scene)
    return _compared(person, use, tenants[0], _UNSAID, scene)


def _others(
    person: str,
    days: Sequence[Interval],
    tenants: Sequence[Tenant],
    row: OfficeTitle | None,
    scene: Scene,
) -> list[Tenant]:
    """Who else holds an office of one holder on all these days, by whole names that share no word."""
    if row is None or not row.single:
        return []
    name = set(plain_letters(scene.identities.name(person)).split())
    found = []
    for tenant in tenants:
        other = set(plain_letters(scene.identities.name(tenant.person)).split())
        whole = len(name) > 1 and len(other) > 1 and name.isdisjoint(other)
        held = interval(tenant.use.when) if tenant.use.when else None
        if tenant.person != person and whole and held and all(held.holds(d) for d in days):
            found.append(tenant)
    return found


def _compared(person: str, use: OfficeUse, tenant: Tenant, judged: Judged, scene: Scene) -> Compared:
    line = tenant.use.evidence
    name, held = scene.identities.name(tenant.person), in_words(tenant.use.when)
    capacity = "" if tenant.use.held == "current" else tenant.use.held + " "
    left = Stand(f"{scene.identities.name(person)}: {use.title}", use.evidence.document, "", (use.evidence,))
    right = Stand(f"{name}: {capacity}{tenant.use.title}, {held}", line.document, "", (line,))
    compared = comparison(person, "title", left, right, judged)
    if judged.verdict != "contradicts":
        return Compared((compared,), ())
    about = f"Title of {scene.identities.name(person)}"
    positions = ((left.value, (left,)), (right.value, (right,)))
    return Compared((compared,), (Clash(person, "title", "title", about, judged, positions),))
