"""Which role each filler plays in a frame, and whether the frame then has what it needs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.reading.arguments import Slot
from dragoman.reading.fillers import Filler
from dragoman.reading.frames import Candidate
from dragoman.reading.grammar import infinitive, lemma_of, modifiers, passive
from dragoman.reading.marked import Marked, place_at
from dragoman.reading.marks import Paragraph, PlaceMention
from dragoman.reading.parties import Parties
from dragoman.reading.predicates import bids, holds, is_about, listed_in, plainly, rings, to_come, warns
from dragoman.reading.undergoing import OWNERS, agentless, people_hit, undergone
from dragoman.vocabulary.acts import frames, word_classes
from dragoman.vocabulary.groups import group_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("forces", "crowd", "ships", "servicemen", "incursion")  # lists that the subject has a word of
_HEARD = ("object", "iobject", "content", "with", "of")
_PAIR = ("participant", "counterpart")
_STATED = ("ccomp", "xcomp", "oprd", "acomp")
_CONTENT = ("ccomp", "xcomp", "acl", "pcomp")


@dataclass(frozen=True, slots=True)
class Argument:
    """A filler in its role; `own` is False where a governing clause lends it. `place` where it is a place."""

    role: str
    filler: Filler
    own: bool
    key: str
    place: PlaceMention | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that a clause fits, with its arguments."""

    candidate: Candidate
    paragraph: Paragraph
    arguments: tuple[Argument, ...]

    def all(self, *roles: str) -> tuple[Argument, ...]:
        """The arguments in these roles, in order."""
        return tuple(a for a in self.arguments if a.role in roles)

    @property
    def parties(self) -> tuple[str, ...]:
        """The actors that take part, each once, in order."""
        return tuple(
            dict.fromkeys(a.filler.actor for a in self.arguments if a.filler.actor and a.role != "place")
        )


class Casting:
    """Gives roles to the slots of one document's candidates."""

    def __init__(self, parties: Parties, places: Marked[PlaceMention]) -> None:
        self.parties = parties
        self.places = places

    def match(self, candidate: Candidate, paragraph: Paragraph) -> Match:
        """The candidate with its arguments in their roles, whether or not it has what it needs."""
        found: list[Argument] = []
        taken: set[tuple[str, int]] = set()
        slots = [(candidate.frame.key(slot.key), slot) for slot in candidate.slots]
        for key, roles in candidate.frame.roles:
            for named, slot in slots:
                if named != key or (key, slot.token.i) in taken:
                    continue
                taken.add((key, slot.token.i))
                there = [a for a in found if a.role in roles and a.filler.party]
                both = "participant" in roles or candidate.frame.slot("subject") == ("object",)
                if key == "owner" and there and not (both and there[0].key == key):
                    continue  # of an accord that comes about two may be its owners
                found.extend(self._placed(candidate, paragraph, slot, roles, found))
            found.extend(self._others(candidate, paragraph, roles, found))
        return Match(candidate, paragraph, tuple(a for a in found if not _told_apart(a, found)))

    def _others(
        self, candidate: Candidate, paragraph: Paragraph, roles: tuple[str, ...], found: list[Argument]
    ) -> list[Argument]:
        """Those named in one list with the last counterpart, or who did it, where the parse lost them."""
        last = found[-1] if found and found[-1].role in roles and candidate.frame.symmetric else None
        if last is None or not (last.role == "counterpart" or (last.role, last.key) == ("participant", "by")):
            return []
        have = {a.filler.actor for a in found}
        return [
            Argument(last.role, other, last.own, last.key)
            for other in self.parties.listed_after(paragraph, last.filler)
            if other.actor not in have
        ]

    def _placed(
        self,
        candidate: Candidate,
        paragraph: Paragraph,
        slot: Slot,
        roles: tuple[str, ...],
        found: list[Argument],
    ) -> Iterator[Argument]:
        """The argument a slot gives, in the first role that fits."""
        modifier = slot.key in OWNERS and slot.token.dep_ != "pobj"
        if modifier and slot.token.dep_ != "poss":
            fillers: tuple[Filler, ...] = (self.parties.adjective(paragraph, slot.token),)
        else:
            fillers = self.parties.of(paragraph, slot.token)
        for filler in fillers:
            yield from self._cast(candidate, paragraph, slot, roles, found, filler)

    def _cast(
        self,
        candidate: Candidate,
        paragraph: Paragraph,
        slot: Slot,
        roles: tuple[str, ...],
        found: list[Argument],
        filler: Filler,
    ) -> Iterator[Argument]:
        modifier = slot.key in OWNERS and slot.token.dep_ != "pobj"
        if filler.actor is None and _acts(candidate, slot, roles):
            telling = frames().telling
            sure = candidate.frame.act in (*telling["capital"], *telling["speech"])
            filler = self.parties.capital(paragraph, slot.token, sure) or filler
        thing = filler
        if filler.actor is None and any(role.endswith("+") for role in roles):
            filler = self.parties.owner(paragraph, slot.token) or filler
        hit = roles and roles[0].startswith("counterpart") and "official" in filler.kinds
        if hit and candidate.frame.act in group_words().hit:
            filler = self.parties.behind(filler)
        speech = candidate.frame.act in frames().telling["speech"] and "agent" in roles
        if "speaker" in filler.kinds and not speech:
            return
        for role in roles:
            name = role.rstrip("?+")
            if name == "place":
                place = place_at(self.places, paragraph, slot.token)
                if place is not None or role.endswith("?"):
                    yield Argument("place", filler, slot.own, slot.key, place)
                    return
            elif name == "object":
                again = thing.actor is not None and any(
                    a.role == "object" and a.filler.actor == thing.actor for a in found
                )
                if not (modifier or again or slot.token.ent_type_ == "DATE"):
                    yield Argument("object", thing, slot.own, slot.key)
                return
            elif self._fits(candidate, name, filler, found):
                place = place_at(self.places, paragraph, slot.token) if name == "host" else None
                yield Argument(name, filler, slot.own, slot.key, place)
                return

    def _fits(self, candidate: Candidate, role: str, filler: Filler, found: Iterable[Argument]) -> bool:
        if filler.actor is None:
            return (
                role == "counterpart"
                and bool(filler.kinds & {"official"})
                and _wanted(candidate, "counterpart~")
            )
        kinds = dict(candidate.frame.kinds).get(role)
        if kinds is not None and "any" not in kinds and not kinds & filler.kinds:
            return False
        if role == "host" and not filler.kinds & {"state", "body"}:
            return False
        return all(a.filler.actor != filler.actor or a.role == "object" for a in found)


def _told_apart(group: Argument, found: Iterable[Argument]) -> bool:
    """Whether a group is told apart at once into those who are named ("EU states - Malta and Cyprus - …")."""
    if "group" not in group.filler.kinds or group.filler.inferred is None:
        return False
    return any(
        a.filler.token.dep_ == "appos" and a.filler.token.head.i == group.filler.token.i and a.filler.party
        for a in found
    )


def _acts(candidate: Candidate, slot: Slot, roles: tuple[str, ...]) -> bool:
    """Whether a capital in this slot is the government and not the place ("accused Lima", not "in Lima")."""
    if slot.key in OWNERS or not any(role.startswith(("counterpart", "recipient")) for role in roles):
        return False
    return "place" not in roles or candidate.frame.act in frames().telling["capital"]


def _wanted(candidate: Candidate, need: str) -> bool:
    return any(need in alternatives for alternatives in candidate.frame.needs)


def complete(match: Match, presumed: bool = False) -> bool:
    """Whether a match has all that its frame needs, and a party at all.

    With `presumed`, a person counts whose office another account may tell.
    """
    if not any(_counts(match, a, presumed) for a in match.arguments):
        return False
    return all(any(_meets(match, need, presumed) for need in needs) for needs in match.candidate.frame.needs)


def _counts(match: Match, argument: Argument, presumed: bool) -> bool:
    """Whether an argument makes an act one that is looked for."""
    if argument.filler.party or (presumed and argument.filler.presumed):
        return True
    act = match.candidate.frame.act
    doing = "nationals" in argument.filler.kinds and act in group_words().doing
    return doing or people_hit(match, argument)


def complete_but_parties(match: Match) -> bool:
    """Whether all that a frame needs is there, or is a party that an earlier act may lend."""
    return all(
        any(_meets(match, need) or need[0] not in "@#" or need == "@several" for need in needs)
        for needs in match.candidate.frame.needs
    )


def _meets(match: Match, need: str, presumed: bool = False) -> bool:
    if need.startswith("@"):
        return _FORMS[need](match)
    if need.startswith("#"):
        return _worded(match, need[1:])
    role = need.rstrip("?~")
    if role == "agent" and undergone(match):
        return True
    fillers = [a for a in match.arguments if a.role == role]
    if role == "place" or need.endswith("?"):
        return bool(fillers)
    if need.endswith("~"):
        return any(a.filler.actor or "official" in a.filler.kinds for a in fillers)
    if role == "object":
        return bool(fillers)
    told = (a for a in fillers if "people" not in a.filler.kinds)  # people of no state tell no act
    beside = role not in _ACTING or _beside(match)
    return any(
        _counts(match, a, presumed)
        or (beside and a.filler.actor and (role not in _ACTING or "group" in a.filler.kinds))
        for a in told
    )


def _beside(match: Match) -> bool:
    """Whether a party takes part, so that a group that is none by itself may act beside it."""
    return any(a.filler.party and a.role not in ("place", "object") for a in match.arguments)


_GUESTS = ("object", "from")
_ACTING = ("agent", "participant", "mediator")


def _several(match: Match) -> bool:
    """Whether two or more take part: two names, or one in the plural ("the ministers", "EU leaders")."""
    sides = match.all("participant", "counterpart", "agent")
    if len({a.filler.actor for a in sides if a.filler.actor}) >= 2:
        return True
    return any(
        a.filler.token.tag_ in ("NNS", "NNPS") and "official" in a.filler.kinds and a.filler.party
        for a in sides
    )


def _content(match: Match) -> bool:
    behind = [c for word in match.candidate.words for c in word.children]
    return any(c.dep_ in _CONTENT or (c.dep_ == "relcl" and infinitive(c)) for c in behind)


def _asked(match: Match) -> bool:
    return _content(match) or any(s.key in ("for", "iobject") for s in match.candidate.slots)


def _modal(match: Match, modal: str) -> bool:
    """Whether what is said is said to be a duty: "said that X must …"."""
    said = (c for c in match.candidate.anchor.children if c.dep_ == "ccomp")
    return any(a.dep_ == "aux" and a.lower_ == modal for c in said for a in c.children)


def _said(match: Match) -> list["Token"]:
    """The clauses that tell what is said or vowed, and those that they only lead to ("it shows that …")."""
    said = [c for c in match.candidate.anchor.children if c.dep_ in ("ccomp", "xcomp")]
    return [*said, *(d for c in said for d in c.children if d.dep_ == "ccomp" and listed_in(c, "showing"))]


def _abroad(match: Match) -> bool:
    """Whether a place or host is outside the state that every agent is known to be of."""
    agents = {a.filler.country for a in match.all("agent")}
    where = {a.filler.country for a in match.all("host")}
    where |= {a.place.place.country for a in match.all("place") if a.place is not None and a.place.place}
    return None not in agents and bool(where - {None}) and not where & agents


def _blamed(match: Match) -> bool:
    """Whether it is said that somebody is behind an act of force ("responsible for the raid")."""
    for clause in _said(match):
        if (
            plainly(clause)
            and holds(clause, "blaming")
            and any(listed_in(t, "crimes") for t in clause.subtree)
        ):
            return True
    return False


def _subjunctive(match: Match) -> bool:
    """Whether what is said is told in the subjunctive: "insisted that Peru withdraw"."""
    return any(
        c.tag_ == "VB" and not any(a.dep_ in ("aux", "auxpass") for a in c.children)
        for c in match.candidate.anchor.children
        if c.dep_ == "ccomp"
    )


def _dated(match: Match) -> bool:
    noun = match.candidate.noun
    if noun is None:
        return False
    behind = (inner for c in noun.children if c.dep_ == "prep" for inner in c.children)
    return any(lemma_of(word) == "date" for word in (noun.head, *behind))


_FORMS: Mapping[str, Callable[[Match], bool]] = {
    "@several": _several,
    "@content": _content,
    "@leaving": lambda m: any(listed_in(c, "leaving") for c in _said(m)),
    "@unasked": lambda m: not _asked(m),
    "@pair": lambda m: len({a.filler.actor for a in m.all(*_PAIR) if a.filler.party}) > 1,
    "@guests": lambda m: len({a.filler.actor for a in m.arguments if a.key in _GUESTS} - {None}) > 1,
    "@abroad": _abroad,
    "@asked": _asked,
    "@unstyled": lambda m: all(c.dep_ != "oprd" for c in m.candidate.anchor.children),
    "@nowhere": lambda m: not m.all("place"),
    "@bid": lambda m: any(bids(c) for c in m.candidate.anchor.children),
    "@dated": _dated,
    "@rung": lambda m: rings(m.candidate.anchor),
    "@light": lambda m: m.candidate.carried == "light",
    "@reversed": lambda m: m.candidate.carried == "reverse",
    "@must": lambda m: _modal(m, "must"),
    "@should": lambda m: _modal(m, "should"),
    "@subjunctive": _subjunctive,
    "@voided": lambda m: any(c.dep_ in _STATED and holds(c, "voided") for c in m.candidate.anchor.children),
    "@judged": lambda m: any(holds(c, "judging") for c in _said(m)),
    "@refuted": lambda m: any(is_about(c, "claims") and holds(c, "refuting") for c in _said(m)),
    "@approved": lambda m: any(plainly(c) and holds(c, "approving") for c in _said(m)),
    "@blamed": _blamed,
    "@deed": lambda m: any(is_about(c, "deeds") for c in _said(m)),
    "@officer": lambda m: any("official" in a.filler.kinds for a in m.all("counterpart")),
    "@menacing": lambda m: any(listed_in(c, "menaces") and to_come(c) for c in _said(m)),
    "@warning": lambda m: any(warns(c) for c in _said(m)),
    "@infinitive": lambda m: any(a.lower_ == "to" for c in _said(m) for a in c.children if a.dep_ == "aux"),
    "@agentless": agentless,
    "@proper": lambda m: any(s.key == "object" and s.token.pos_ == "PROPN" for s in m.candidate.slots),
    "@passive": lambda m: passive(m.candidate.anchor),
    "@negated": lambda m: any(c.dep_ == "neg" for c in m.candidate.anchor.children),
    "@affirmed": lambda m: all(c.dep_ != "neg" for c in m.candidate.anchor.children),
    "@act": lambda m: True,  # told later: whether what is said holds an act
}


def _worded(match: Match, name: str) -> bool:
    """Whether an argument, or the words before the trigger's noun, hold a word of a list."""
    words = frames().conditions[name]
    if name in _SUBJECTS:
        subjects = [s.token for s in match.candidate.slots if s.key in ("subject", "poss", "by", "of")]
        if name == "ships" and any(modifiers(t) & words for t in subjects if t.pos_ == "PROPN"):
            return True  # "the Indian frigate INS Tabar"
        return any(lemma_of(t) in words or t.lower_ in words for t in subjects) or any(
            "forces" in a.filler.kinds for a in match.all("agent") if name == "forces"
        )
    for token in _heard(match):
        if lemma_of(token) in words or token.lower_ in words or modifiers(token) & words:
            return True
    return False


def _heard(match: Match) -> Iterator["Token"]:
    candidate = match.candidate
    if candidate.noun is not None:
        yield candidate.noun
    for slot in candidate.slots:
        if slot.key in _HEARD or (slot.key == "as" and candidate.noun is None):
            yield slot.token
            if lemma_of(slot.token) in word_classes().quantifying:
                yield from (d for c in slot.token.children if c.lower_ == "of" for d in c.children)
