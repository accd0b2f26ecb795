"""Which actors of single documents are one, by their names: links with reasons, and nothing decided.

A wrong link is worse than none: a name joins only where country and offices do not speak against it, and a
part of a name only where one actor alone can be meant.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.reconciling.groups import Groups
from dragoman.reconciling.members import Member, merged
from dragoman.vocabulary.offices import offices_by_name
from dragoman.vocabulary.spellings import name_key, plain_letters
from dragoman.vocabulary.states import by_code, naming

_NAME = re.compile(r"(?:[a-z]{1,3}['’ -])?(?!\d)[^\Wa-z_]")  # a capital, perhaps behind "al-" or "van"
_TELLING = 4  # letters of a last name that may stand alone
_WHOSE = frozenset({"our", "its", "their", "his", "her"})
_STORY = 2  # states of which two texts of one story speak


By = Literal["name", "part", "office"]
Body = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two members that are one, and why: `by` a whole name, a part of one, or an office instead."""

    left: str
    right: str
    reason: str
    by: By = "name"

    @classmethod
    def of(cls, a: str, b: str, reason: str, by: By = "name") -> "Link":
        """A link of two in either order."""
        return cls(min(a, b), max(a, b), reason, by)


def links(members: Mapping[str, Member]) -> tuple[Link, ...]:
    """The links between members, sorted."""
    free = [m for _, m in sorted(members.items()) if not m.listed]
    people = [m for m in free if is_called(m)]
    found = set(_people(people, spoken_of(members)))
    return tuple(sorted({*found, *_unnamed(people, found), *_others(free)}))


def is_called(member: Member) -> bool:
    """Whether it is a person with a name, or with words written like one."""
    return member.kind == "person" and bool(_NAME.match(member.name))


def _unnamed(people: Sequence[Member], found: Iterable[Link]) -> Iterator[Link]:
    """Links of somebody called by his office alone to the one person of that office whom his text names.

    The office may be told by another account: one says "the Kenyan president" and "William Ruto", another
    "Kenya's President William Ruto".
    """
    by_id = {m.id: m for m in people}
    groups = Groups(by_id)
    for link in found:
        if link.left in by_id and link.right in by_id:  # bodies have links of their own
            groups.join(link.left, link.right)
    bearers: dict[str, list[list[Member]]] = {}
    for _, ids in sorted(groups.all().items()):
        group = [by_id[i] for i in ids]
        for state in sorted({of.partition(":")[2] for m in group for of in m.states()}):
            bearers.setdefault(state, []).append(group)
    for member in people:
        yield from in_office_beside(member, bearers.get(member.country or "", ()))


def in_office_beside(member: Member, groups: Iterable[Sequence[Member]]) -> Iterator[Link]:
    """The link of somebody called by an office alone to the one group of his text that bears it."""
    title = office_alone(member)
    if title is None:
        return
    documents = set(member.documents)
    named = [
        min((m for m in g if documents & set(m.documents)), key=lambda m: m.id)
        for g in groups
        if any(documents & set(m.documents) for m in g) and any(bears(m, title, member.country) for m in g)
    ]
    if len(named) == 1:
        reason = f"“{member.name}” is the office of “{named[0].name}”"
        yield Link.of(member.id, named[0].id, reason, "office")


def office_alone(member: Member) -> str | None:
    """The office by which somebody without a name is called ("Kenyan president"); None for a name."""
    if member.offices or not member.country or member.country not in by_code():
        return None
    state = by_code()[member.country]
    words = plain_letters(member.name)
    for form in (*state.adjectives, state.name, *state.names):
        plain = plain_letters(form)
        for rest in (words.removeprefix(f"{plain} "), words.removesuffix(f" of {plain}")):
            row = offices_by_name().get(rest)
            if rest != words and (rest == "leader" or (row is not None and row.single)):
                return "leader" if rest == "leader" else row.title if row else None
    return None


def bears(member: Member, title: str, country: str | None) -> bool:
    """Whether somebody bears an office of a state, by which one without a name is called."""
    for use in member.offices:
        row = offices_by_name().get(use.title.casefold())
        ours = use.of in (f"state:{country}", f"government:{country}")
        same = row is not None and (row.head is not None if title == "leader" else row.title == title)
        if ours and same and use.held in ("current", "acting"):
            return True
    return False


def spoken_of(members: Mapping[str, Member]) -> Mapping[str, frozenset[str]]:
    """The codes of the states that each document speaks of."""
    found: dict[str, set[str]] = {}
    for member in members.values():
        if member.id.startswith(("state:", "government:")):
            for document in member.documents:
                found.setdefault(document, set()).add(member.id.partition(":")[2])
    return {document: frozenset(codes) for document, codes in found.items()}


def surety(link: Link, members: Mapping[str, Member]) -> int:
    """How sure a link by rule is: a whole name before a part of one, a shared office, a known country."""
    a, b = members[link.left], members[link.right]
    whole = "".join(a.key) == "".join(b.key)
    known = a.country is not None and a.country == b.country
    return 4 * whole + 2 * bool(a.held() & b.held()) + known


def compatible(a: Member, b: Member) -> bool:
    """Whether nothing known of two actors speaks against their being one person."""
    if a.country and b.country and a.country != b.country:
        return False
    left, right = a.states(), b.states()
    return not left or not right or not left.isdisjoint(right)


def _people(people: Sequence[Member], spoken: Mapping[str, frozenset[str]]) -> Iterator[Link]:
    same = list(_same_names(people, spoken))
    yield from same
    groups = Groups(m.id for m in people)
    for link in same:
        groups.join(link.left, link.right)
    by_id = {m.id: m for m in people}
    whole = [merged([by_id[i] for i in ids]) for ids in groups.all().values()]
    yield from _parts_of_names(whole, spoken)


def _same_names(people: Sequence[Member], spoken: Mapping[str, frozenset[str]]) -> Iterator[Link]:
    by_key: dict[str, list[Member]] = {}
    for member in people:
        by_key.setdefault("".join(member.key), []).append(member)  # Amir-Abdollahian, Amirabdollahian
    for key, namesakes in sorted(by_key.items()):
        if len(namesakes) > 1 and key:
            yield from whole_name(namesakes, spoken)


def whole_name(namesakes: Sequence[Member], spoken: Mapping[str, frozenset[str]]) -> Iterator[Link]:
    """Bearers of one name are joined by country; those of unknown country only where there is one.

    Bearers of a single word need an office too, and the same states in their texts where no country is known.
    """
    by_country: dict[str | None, list[Member]] = {}
    for member in namesakes:
        by_country.setdefault(member.country, []).append(member)
    known = sorted(c for c in by_country if c)
    if all(len(m.key) == 1 for m in namesakes):
        for country in known:
            yield from _chain(by_country[country], "same name, country and office", need_office=True)
        if not known:
            yield from _of_one_story(by_country[None], spoken)
        return
    for country in known:
        bearers = by_country[country] + (by_country.get(None, []) if len(known) == 1 else [])
        yield from _chain(bearers, f"same name “{_shown(bearers)}”")
    if not known:
        yield from _chain(by_country[None], f"same name “{_shown(by_country[None])}”")


def _of_one_story(bearers: Sequence[Member], spoken: Mapping[str, frozenset[str]]) -> Iterator[Link]:
    """Bearers of one word and one title of no known state, where their texts speak of the same states."""
    first, *rest = sorted(bearers, key=lambda m: m.id)
    for member in rest:
        shared = {t for t, _ in first.held()} & {t for t, _ in member.held()}
        if shared and one_story(member, first, spoken):
            yield Link.of(first.id, member.id, "same name and office, told of the same states")


def _chain(bearers: Sequence[Member], reason: str, need_office: bool = False) -> Iterator[Link]:
    """Each bearer is joined to the first before it that it agrees with."""
    heads: list[Member] = []
    for member in sorted(bearers, key=lambda m: m.id):
        fits = [h for h in heads if compatible(h, member) and (not need_office or h.held() & member.held())]
        if fits:
            yield Link.of(fits[0].id, member.id, reason)
        else:
            heads.append(member)


def _shown(bearers: Sequence[Member]) -> str:
    return min(m.name for m in bearers)


def _parts_of_names(people: Sequence[Member], spoken: Mapping[str, frozenset[str]]) -> Iterator[Link]:
    """Links of a shorter name to the one person whose longer name holds it.

    `people` are joined by whole names already, so each is looked at once, however many documents name him.
    """
    groups = Groups(m.id for m in people)
    by_word: dict[str, list[Member]] = {}
    for member in people:
        for word in set(member.key):
            by_word.setdefault(word, []).append(member)
    for member in sorted(people, key=lambda m: (-len(m.key), m.id)):
        if not member.key:
            continue
        rarest = min((by_word[w] for w in member.key), key=lambda ms: (len(ms), ms[0].id))
        longer = [m for m in rarest if part_of_name(member.key, m.key) and compatible(member, m)]
        whole = one_meant(member, longer, groups.find, spoken)
        if whole is not None:
            groups.join(member.id, whole.id)
            reason = f"“{member.name}” is part of “{whole.name}”"
            yield Link.of(member.id, whole.id, reason, "part")


def one_meant(
    member: Member,
    longer: Sequence[Member],
    find: Callable[[str], str],
    spoken: Mapping[str, frozenset[str]],
) -> Member | None:
    """Whose name a part is, of those whose longer name holds it; None where it may be several people's.

    `find` gives the group of one of them by its id.
    """
    fitting = [m for m in longer if enough(member, m, spoken)]
    if not fitting or len({find(m.id) for m in longer}) != 1:
        return None
    return min(fitting, key=lambda m: m.id)


def part_of_name(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a shorter name's words stand in the longer in order; a single word first or last in it."""
    if len(short) >= len(long):
        return False
    if len(short) == 1:
        return short[0] in (long[0], long[-1])
    rest = iter(long)
    return all(word in rest for word in short)


def enough(short: Member, long: Member, spoken: Mapping[str, frozenset[str]]) -> bool:
    """Whether a part of a name tells who is meant.

    A single word needs a known country that agrees, or an office; or it is the last name, with no other
    title, of somebody of whose state the text that gives it alone speaks. Where nobody knows of which state
    that one is, both texts must speak of the same states.
    """
    if len(short.key) > 1:
        return True
    if bool(short.country and short.country == long.country) or bool(short.held() & long.held()):
        return True
    last = short.key[0] == long.key[-1] and len(short.key[0]) >= _TELLING
    if not last or not _no_other_office(short, long):
        return False
    theirs = acted_for(long)
    if theirs:
        return all(theirs & spoken.get(document, frozenset()) for document in short.documents)
    return one_story(short, long, spoken)


def one_story(a: Member, b: Member, spoken: Mapping[str, frozenset[str]]) -> bool:
    """Whether each document of one speaks of two states of which a document of the other speaks too."""
    told = [spoken.get(document, frozenset()) for document in b.documents]
    mine = (spoken.get(document, frozenset()) for document in a.documents)
    return all(any(len(states & other) >= _STORY for other in told) for states in mine)


def acted_for(member: Member) -> frozenset[str]:
    """The codes of the states that a person acts for, as far as any text shows."""
    ends = {*member.states(), *(actor for actor, _ in member.represents)}
    codes = {e.partition(":")[2] for e in ends if e.startswith(("state:", "government:"))}
    return frozenset(codes | ({member.country} if member.country else set()))


def _no_other_office(short: Member, long: Member) -> bool:
    """Whether a name alone bears no title, or the longer name's title and that of no other state.

    "Minister" alone may be any minister but the first.
    """
    titles = {title for title, _ in long.held()}
    any_minister = any(t.endswith(" minister") and not t.endswith("prime minister") for t in titles)
    own = all(title in titles or (title == "minister" and any_minister) for title, _ in short.held())
    return own and {s.partition(":")[2] for s in short.states()} <= acted_for(long)


def _others(free: Sequence[Member]) -> Iterator[Link]:
    """Links of organizations and groups: one name, one kind, one known country."""
    by_name: dict[Body, list[Member]] = {}
    for member in free:
        if (body := body_of(member)) is not None:
            by_name.setdefault(body, []).append(member)
    for _, bearers in sorted(by_name.items()):
        yield from one_body(bearers)


def one_body(bearers: Sequence[Member]) -> Iterator[Link]:
    """Links of all bearers of one name, kind and country to the first of them."""
    first, *rest = sorted(bearers, key=lambda m: m.id)
    reason = f"same name “{_shown(bearers)}”"
    for member in rest:
        yield Link.of(first.id, member.id, reason)


def body_of(member: Member) -> Body | None:
    """The kind, country and name under which an organization or group is one with others."""
    if member.kind == "person" or not member.names:
        return None
    if member.kind == "group" and _nationals(member.name):
        return member.kind, "", member.key
    if member.country and member.key:
        return member.kind, member.country, (member.kind == "group" and _heads(member.name)) or member.key
    if member.kind in ("company", "armed_group") and member.name[:1].isupper() and member.key:
        return member.kind, "", member.key
    return None


def _heads(name: str) -> tuple[str, ...]:
    """The words of a group's name that do not tell whose it is ("Libyan traders", "our traders")."""
    words = name.split()
    while words and (words[0].casefold() in _WHOSE or naming(words[0]) is not None):
        del words[0]
    return name_key(" ".join(words))


def _nationals(name: str) -> bool:
    """Whether a group is called by its nation alone ("Libyans")."""
    return any(naming(form) is not None for form in (name, name.removesuffix("s")))
