"""Groups joined that tell one matter without a date that would show it, or plan it for two dates.

Same parties and act, told in the same weeks, and one of these: both name the same thing beside the parties
("the refinery at Soyo"); both are news of the same days with the same thing done; their documents tell of
one meeting or visit of these parties; one tells what the other denies, puts off or calls off. Nothing may
speak against it: another place or topic, "a second", a tranche, two such acts in one document. Where several
may be meant, none is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from dragoman.model.dates import Interval
from dragoman.model.documents import Document
from dragoman.reconciling.accounts import Account
from dragoman.reconciling.fitting import Group, judged_apart, parties_match
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.matters import About, about
from dragoman.reconciling.placing import is_country, relation
from dragoman.reconciling.same_matter import other_matter, other_mission, same_figures
from dragoman.reconciling.sentences import sentence
from dragoman.reconciling.sides import specific, tokens
from dragoman.vocabulary.instruments import instruments_named
from dragoman.vocabulary.matters import once_in_a_matter
from dragoman.vocabulary.spellings import name_key

_WEEKS, _WEEK, _DAYS, _MONTH = 21, 7, 2, 31
_NAMED = "same parties and matter, named alike; told in the same weeks"
_WEAKER = (
    _FRESH := "same parties and matter; told as news in the same days",
    _OCCASION := "same parties; told with the same meeting or visit",
    _PLANNED := "same parties and goal; announced in the same days for other dates",
    _DENIED := "same parties; told and denied in the same days",
)
_Key = tuple[str, tuple[str, ...]]


def of_one_matter(
    groups: Sequence[Group], documents: Mapping[str, Document], identities: Identities
) -> tuple[Group, ...]:
    """The groups, those joined that are of one matter; sorted by id."""
    buckets: dict[_Key, list[Group]] = {}
    for group in groups:
        if _may_join(group):
            names = tokens(group.parties, identities) or tuple(sorted(group.states))
            buckets.setdefault((group.head.frame.family, names), []).append(group)
    told = Told(groups, documents, identities)
    gone: set[int] = set()
    for _, alike in sorted(buckets.items()):
        if len({d for g in alike for d in g.documents}) > 1:
            gone |= _joined(sorted(alike, key=lambda g: g.id), told)
    return tuple(sorted((g for g in groups if id(g) not in gone), key=lambda g: g.id))


def _may_join(group: Group) -> bool:
    head = group.head
    deed = not (head.many or head.frame.speech) and head.reality != "supposed"
    return deed and any(a.timing == "episode" for a in group.accounts)


def _joined(alike: Sequence[Group], told: "Told") -> set[int]:
    """The groups of one family and parties that were taken into another: by names first, then by the rest."""
    gone = _merged(alike, [(a, b, why) for a, b, why in _edges(alike, told) if why == _NAMED], told)
    left = [g for g in alike if id(g) not in gone]
    single = [g for g in left if not any(_another(g, o) for o in left)]
    weaker = [(a, b, why) for a, b, why in _edges(single, told) if why in _WEAKER]
    return gone | _merged(single, weaker, told)


def _another(group: Group, other: Group) -> bool:
    """Whether one document tells of both as acts of one kind, so that nobody knows which others mean."""
    same = group.head.reality == other.head.reality and group.head.negated == other.head.negated
    return group is not other and same and bool(group.documents & other.documents)


def _edges(alike: Sequence[Group], told: "Told") -> Iterator[tuple[Group, Group, str]]:
    """The pairs that are of one matter, and why; only those published in the same weeks are looked at."""
    ordered = sorted(alike, key=lambda g: (_published(g) is None, _published(g), g.id))
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 :]:
            left, right = _published(a), _published(b)
            if left and right and (right.start - left.end).days > _WEEKS:
                break
            why = told.why(a, b)
            if why:
                yield a, b, why


def _merged(alike: Sequence[Group], edges: Iterable[tuple[Group, Group, str]], told: "Told") -> set[int]:
    """The groups that were taken into others; where one of a set speaks against another, none is."""
    by_id = {g.id: g for g in alike}
    sets, reasons = Groups(by_id), {}
    for a, b, why in edges:
        sets.join(a.id, b.id)
        reasons[a.id, b.id] = why
    gone: set[int] = set()
    for members in sets.all().values():
        held = sorted((by_id[m] for m in members), key=lambda g: g.head.rank)
        if len(held) < 2 or any(told.against(a, b) for a, b in combinations(held, 2)):
            continue
        first, *rest = held
        whys = {why for (a, _), why in reasons.items() if a in members}
        for group in rest:
            for account in group.accounts:
                first.take(account, told.identities)
            first.reasons |= group.reasons
            gone.add(id(group))
        first.reasons |= whys
    return gone


class Told:
    """What the groups' documents tell beside the groups themselves."""

    def __init__(
        self, groups: Sequence[Group], documents: Mapping[str, Document], identities: Identities
    ) -> None:
        self.identities = identities
        self._documents = documents
        self._in: dict[str, list[Group]] = {}
        self._about: dict[str, About] = {}
        for group in groups:
            for document in group.documents:
                self._in.setdefault(document, []).append(group)

    def why(self, a: Group, b: Group) -> str | None:
        """Why two groups are of one matter; None where nothing says so, or something speaks against it."""
        finder = self._finder(a, b)
        why = finder(a, b) if finder else None  # that is for few, and quicker told than what speaks against
        return why if why and not self.against(a, b) else None

    def _finder(self, a: Group, b: Group) -> Callable[[Group, Group], str | None] | None:
        told, denied = _told_first(a, b)
        if _undone(denied) != _undone(told) and (denied.head.negated or told.head.reality == "told"):
            return self._denied
        if a.head.reality != b.head.reality:
            return None
        return self._planned if a.head.reality == "planned" else self._news

    def against(self, a: Group, b: Group) -> bool:
        """Whether something speaks against their being of one matter."""
        if a.documents & b.documents or judged_apart(a.accounts, b.accounts):
            return True
        if not {x.frame.act for x in a.accounts} & {x.frame.act for x in b.accounts}:
            return True
        if relation(a.place, b.place) == "apart" or self.speaks_against(a, b):
            return True
        return not self._same_parties(a, b)

    def speaks_against(self, a: Group, b: Group) -> bool:
        """Whether what two groups are about tells two matters, or sets one of them apart from another."""
        mine, theirs = _bases(a), _bases(b)
        if _apart(mine, theirs):
            return True
        if any(other_matter(x, y) or other_mission(x, [y]) for x in a.accounts for y in b.accounts):
            return True
        gap = _gap(a, b)
        if self.about(a).new != self.about(b).new and (gap is None or gap > _DAYS):
            return True  # in the news of a day or two "a new loan" is the loan
        return self.about(a).apart != self.about(b).apart

    def _same_parties(self, a: Group, b: Group) -> bool:
        """Whether both name all parties; an act at a place of one party alone has no more."""
        if parties_match(a.head, b, self.identities) == parties_match(b.head, a, self.identities) == "full":
            return True
        return a.head.frame.placed and a.parties == b.parties and relation(a.place, b.place) == "same"

    def _news(self, a: Group, b: Group) -> str | None:
        """Why two groups told as done are of one act."""
        if not _undated(a, b) and not _slipped(a, b):
            return None
        gap, together = _gap(a, b), self._occasion(a, b)
        unmistakable = together or same_figures(a.accounts, b.accounts)
        if self._named(a, b) and (gap <= _WEEKS if gap is not None else unmistakable):
            return _NAMED
        if not _undated(a, b) or self._named_apart(a, b):
            return None
        if together and a.head.frame.inside:
            return _OCCASION
        fresh = gap is not None and gap <= _DAYS and once_in_a_matter(a.head.frame.act)
        mine, theirs = self.about(a).things, self.about(b).things
        return _FRESH if fresh and (mine & theirs or not mine or not theirs) else None

    def _planned(self, a: Group, b: Group) -> str | None:
        """Why two plans for two times are of one act."""
        if _undated(a, b):
            return self._news(a, b)
        gap = _gap(a, b)
        if a.days is None or b.days is None or a.days.overlaps(b.days) or gap is None or gap > _WEEK:
            return None
        apart = a.days.distance(b.days)
        if apart <= 2 * _MONTH and self._named(a, b):
            return _NAMED
        close = apart <= (_DAYS if a.days.days == b.days.days == 1 else _MONTH)
        return _PLANNED if close and self._one_goal(a, b) and not self._named_apart(a, b) else None

    def _one_goal(self, a: Group, b: Group) -> bool:
        """Whether one person is to go to one town, or two are to meet."""
        people = [p for p in a.parties & b.parties if self.identities.kind(p) == "person"]
        if a.head.frame.family == "visit":
            return bool(people) and relation(a.place, b.place) in ("same", "within", "holds")
        return a.head.frame.near and len(people) > 1

    def _denied(self, a: Group, b: Group) -> str | None:
        """Why one group tells what the other says was not."""
        told, denied = _told_first(a, b)
        said = _published(denied)
        when = told.days or _published(told)
        if told.head.reality != "told" or said is None or when is None:
            return None
        if denied.days and not (told.days and told.days.overlaps(denied.days)):
            return None
        if (
            when.days > _WEEK
            or not -_DAYS <= (said.start - when.end).days <= _WEEK
            or self._named_apart(a, b)
        ):
            return None
        people = [p for p in a.parties & b.parties if specific(p, self.identities)]
        there = denied.days is not None and relation(a.place, b.place) == "same" and not is_country(a.place)
        if a.head.frame.near and (len(people) > 1 or there or self._named(a, b)):
            return _DENIED
        later = said.start >= when.end and once_in_a_matter(a.head.frame.act)
        return _DENIED if later and a.parties == b.parties and self._of_one_thing(a, b) else None

    def _of_one_thing(self, a: Group, b: Group) -> bool:
        """Whether nothing told of what was done shows two things: two treaties, two goods."""
        return not (
            _apart(self.about(a).things, self.about(b).things)
            or _apart(self._instruments(a), self._instruments(b))
        )

    def _instruments(self, group: Group) -> frozenset[str]:
        """What tells the instruments named in the sentences of a group from others: "fish", "tax"."""
        found: set[str] = set()
        for statement in (s for a in group.accounts for s in a.statements):
            text = self._documents[statement.document].text
            start, end = sentence(text, statement.start, statement.end)
            found |= {stem for named in instruments_named(text[start:end]) for stem in named.stems}
        return frozenset(found)

    def _named(self, a: Group, b: Group) -> bool:
        """Whether both name one thing, in an act that is done once in a matter; or the town it is done in."""
        if not once_in_a_matter(a.head.frame.act):
            return False
        in_one_town = a.head.frame.placed and relation(a.place, b.place) == "same" and not is_country(a.place)
        return in_one_town or bool(self.about(a).names & self.about(b).names)

    def _named_apart(self, a: Group, b: Group) -> bool:
        return _apart(self.about(a).names, self.about(b).names)

    def _occasion(self, a: Group, b: Group) -> bool:
        """Whether documents of both tell of one meeting or visit of these parties."""
        mine = {id(g) for d in a.documents for g in self._in[d]}
        return any(
            id(g) in mine and self._holds(g, a) and self._holds(g, b)
            for d in sorted(b.documents)
            for g in self._in[d]
        )

    def _holds(self, occasion: Group, group: Group) -> bool:
        head = occasion.head
        meets = head.frame.family in ("visit", "contact") and head.reality == "told" and not head.negated
        close = occasion.place is not None if occasion.days is None else occasion.days.days <= _MONTH
        if not meets or not close or head.many or occasion is group:
            return False
        states = set(tokens(occasion.parties, self.identities))
        return len(states) > 1 and states >= set(tokens(group.parties, self.identities))

    def about(self, group: Group) -> About:
        """What a group's accounts are about."""
        key = group.id
        if key not in self._about:
            found = About(frozenset(), frozenset(), frozenset(), frozenset())
            for account in group.accounts:
                found |= about(
                    account.statements, self._documents[account.document].text, self._people(account, group)
                )
            self._about[key] = found
        return self._about[key]

    def _people(self, account: Account, group: Group) -> frozenset[str]:
        """The words of the names of all who act in the account's document, or speak in it."""
        actors = {p for g in self._in[account.document] for p in g.parties} | group.parties
        actors |= {t.holder for s in account.statements for t in s.attribution if t.holder}
        known = [self.identities.by_id[a] for a in actors if a in self.identities.by_id]
        return frozenset(w for k in known for n in (k.name, *k.aliases) for w in name_key(n))


def _told_first(a: Group, b: Group) -> tuple[Group, Group]:
    """Two groups, the one that tells the act before the one that says it was not."""
    return (b, a) if _undone(a) else (a, b)


def _undone(group: Group) -> bool:
    """Whether all its accounts tell that it was not: they deny it, or that it was put off or called off."""
    return all(a.negated or a.undone or a.statements[0].certainty == "denied" for a in group.accounts)


def _apart(mine: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Whether both name something, and nothing that the other does."""
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _published(group: Group) -> Interval | None:
    """From the first to the last day on which its accounts appeared; None where one has no date."""
    days = [a.published for a in group.accounts]
    known = [d for d in days if d]
    if not known or len(known) < len(days):
        return None
    return Interval(min(d.start for d in known), max(d.end for d in known))


def _gap(a: Group, b: Group) -> int | None:
    """How many days lie between the first and the last account of both."""
    left, right = _published(a), _published(b)
    return (max(left.end, right.end) - min(left.start, right.start)).days if left and right else None


def _undated(a: Group, b: Group) -> bool:
    return not any(g.days or x.loose for g in (a, b) for x in g.accounts)


def _slipped(a: Group, b: Group) -> bool:
    """Whether both give a day, and the days lie so near that one may be wrong."""
    if a.days is None or b.days is None or max(a.days.days, b.days.days) > 1:
        return False
    return 0 < a.days.distance(b.days) <= _DAYS


def _bases(group: Group) -> set[str]:
    """Whether what is told was announced, signed, delivered, as far as the numbers say."""
    return {q.basis for a in group.accounts for s in a.statements for q in s.quantities if q.basis}
