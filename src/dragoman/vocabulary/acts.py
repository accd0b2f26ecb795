"""The acts the reader knows, as frames: which words tell an act, and which of their arguments is which role.

The frames stand in `acts_*.toml`, with examples and counter-examples that are their tests; the word classes
that frames share (light verbs, nouns that act for a state) stand in `acts.toml`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.vocabulary.tables import read_toml

FILES = (
    "acts_contact.toml",
    "acts_accord.toml",
    "acts_material.toml",
    "acts_transfers.toml",
    "acts_pressure.toml",
    "acts_force.toml",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say an act.

    `verbs` are lemmas with the particle or preposition they want: ("call", "for"), ("live", "up", "to");
    `seconds` gives for each lemma the words behind it, the longest first, () where it may stand alone.
    `nouns` are head lemmas with the words that must stand before them: ("joint", "statement"). `objects` are
    nouns that must be the verb's object (or stand in an `of` phrase of it); "$sum" is any sum of money, and
    with `subject = "object"` among the roles they may be the subject (the aid reached X). `roles` gives
    for each slot of the grammar (subject, object, poss, with, to …) the roles it may fill, the first that
    fits; `role+` may also be filled by whose the thing is ("Egypt's ports"), `place?` by words no table
    knows as a place. `needs` lists what must be filled, each as alternatives: a role alone wants a party,
    `role~` a party or an official no one names, `role?` any filler, `#list` a word of that list among the
    arguments, `@light` and the like a form of the clause (reading/roles.py). `kinds` narrows what may
    fill a role. `modifiers`: one of these must stand before the noun (or the object noun);
    `not_modifiers`, `not_objects`, `not_words` rule the frame out where they stand before the noun, as
    the object, or anywhere in the clause; `words` wants one in it, `nearby` (of nouns) in the sentence.
    `adjective`: the participle before a noun (a visiting minister). `bare`: told in passing ("in a joint
    statement, X and Y …"). `intransitive`: without an object.
    """

    act: str
    verbs: tuple[tuple[str, ...], ...]
    seconds: Mapping[str, tuple[tuple[str, ...], ...]]
    nouns: frozenset[tuple[str, ...]]
    objects: frozenset[tuple[str, ...]]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    needs: tuple[tuple[str, ...], ...]
    kinds: tuple[tuple[str, frozenset[str]], ...]
    modifiers: frozenset[str]
    not_modifiers: frozenset[str]
    not_objects: frozenset[str]
    not_words: frozenset[str]
    words: frozenset[str]
    nearby: frozenset[str]
    adjective: bool
    bare: bool
    intransitive: bool
    sides: bool
    examples: tuple[str, ...]
    counter: tuple[str, ...]

    def slot(self, key: str) -> tuple[str, ...]:
        """The roles a slot may fill, the first that fits."""
        return next((roles for name, roles in self.roles if name == key), ())

    def key(self, slot: str) -> str:
        """The slot by which a filler is asked for: an adjective is whose it is, where none is asked for."""
        adjective = slot in ("adj", "mod") and all(name != slot for name, _ in self.roles)
        return "poss" if adjective else slot

    @property
    def symmetric(self) -> bool:
        """Whether all who take part stand on one footing (a meeting, talks, an agreement)."""
        return any("participant" in roles for _, roles in self.roles)


@dataclass(frozen=True, slots=True)
class WordClasses:
    """Words that many frames share.

    `light` verbs lend their subject to a noun of action as its agent (hold talks), save with a particle
    of `deferring` (put off talks), `entering` verbs do so by one of the `light_prepositions` (engage in
    talks), `reverse` verbs as the one acted on (face sanctions), `carrying` verbs only where the noun
    names no agent of its own (announce, order). `happening` verbs say that it took place. `acting` nouns
    stand for the state or body that modifies them (troops, officials), `officials` are those of them that
    are people, `shared` such as two states have together. `object_control` verbs hand their object to the
    next verb as its subject (urge X to …), `asking` nouns those they are put to (an invitation to X to …),
    `charging` verbs do so by a preposition (accuse X of …). What `bringing` nouns bring is done by whose
    they are (Peru's offer of aid). `fresh` words say that a definite noun means another event (next,
    previous). `holding` are prepositions that put one act inside another, `borrowing` those by which a noun
    may borrow the subject
    of its clause ("after talks with Y, X said"). `opposing` words keep a noun from acting for the state
    beside it (Syrian rebels). `quantifying` nouns only count what follows; `documents` speak for who
    issues them ("a statement demanding …"). `regions` point back to a place. `ending` verbs bring their
    subject to the end of what it does. `ergative` verbs say of a thing by itself what somebody did to it
    ("the mission opened"). `concluding` verbs make their subject a party of their object ("the accord that
    Peru signed"), `imposing` verbs say in a clause behind it whom their object hits. `paying` verbs do so in
    a clause behind the noun ("the visit that he paid"), `telling` verbs have as object who takes part in what
    their noun tells ("in a call, he told X that"), `attending` words say who was there ("with Peru taking
    part"). `frontiers` are shared with who is named behind them ("the border with Peru").
    """

    light: frozenset[str]
    deferring: frozenset[str]
    entering: frozenset[str]
    light_prepositions: frozenset[str]
    reverse: frozenset[str]
    carrying: frozenset[str]
    happening: frozenset[str]
    acting: frozenset[str]
    shared: frozenset[str]
    officials: frozenset[str]
    object_control: frozenset[str]
    asking: frozenset[str]
    charging: frozenset[str]
    bringing: frozenset[str]
    fresh: frozenset[str]
    holding: frozenset[str]
    quantifying: frozenset[str]
    borrowing: frozenset[str]
    opposing: frozenset[str]
    documents: frozenset[str]
    regions: frozenset[str]
    ending: frozenset[str]
    paying: frozenset[str]
    telling: frozenset[str]
    ergative: frozenset[str]
    concluding: frozenset[str]
    imposing: frozenset[str]
    attending: frozenset[str]
    frontiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, found by the lemma of their verb or head noun; the most specific first.

    `references`, `conditions`, `telling`, `lemmas`, `joined`, `plurals` and `likewise` are the tables of
    `acts.toml` so called.
    """

    all: tuple[Frame, ...]
    by_verb: Mapping[str, tuple[Frame, ...]]
    by_noun: Mapping[str, tuple[Frame, ...]]
    references: Mapping[str, str]
    conditions: Mapping[str, frozenset[str]]
    telling: Mapping[str, frozenset[str]]
    lemmas: Mapping[str, str]
    joined: Mapping[str, frozenset[str]]
    plurals: Mapping[str, str]
    likewise: Mapping[str, frozenset[str]]


@cache
def acts() -> tuple[str, ...]:
    """The names of all acts, in the order of the table."""
    return tuple(read_toml("acts.toml")["acts"])


@cache
def word_classes() -> WordClasses:
    """The word classes of `acts.toml`."""
    return WordClasses(**{name: frozenset(words) for name, words in read_toml("acts.toml")["words"].items()})


@cache
def long_titles() -> frozenset[str]:
    """The first words of offices of several words: "head" of "head of state"."""
    return frozenset(title.split()[0] for title in word_classes().acting if " of " in title)


@cache
def frames() -> Frames:
    """The frames of all acts."""
    table = read_toml("acts.toml")
    every = tuple(_frame(row) for name in FILES for row in read_toml(name)["frame"])
    return Frames(
        every,
        _index(every, ((f, v[0]) for f in every for v in f.verbs)),
        _index(every, ((f, n[-1]) for f in every for n in f.nouns)),
        dict(table["references"]),
        {name: frozenset(words) for name, words in table["conditions"].items()},
        {name: frozenset(names) for name, names in table["telling"].items()},
        dict(table["lemmas"]),
        {name: frozenset(words) for name, words in table["joined"].items()},
        dict(table["plurals"]),
        {name: frozenset(words) for name, words in table["likewise"].items()},
    )


def _index(every: Iterable[Frame], pairs: Iterable[tuple[Frame, str]]) -> dict[str, tuple[Frame, ...]]:
    rows: dict[str, list[Frame]] = {}
    for frame, word in pairs:
        here = rows.setdefault(word, [])
        if not here or here[-1] is not frame:
            here.append(frame)
    return {
        word: tuple(sorted(found, key=lambda f: _specific(f, word), reverse=True))
        for word, found in rows.items()
    }


def _specific(frame: Frame, word: str) -> int:
    """How much a frame asks for beside this word; a saying comes last."""
    words = min(len(w) for w in (*frame.verbs, *frame.nouns) if word in (w[0], w[-1]))
    saying = any("@act" in needs for needs in frame.needs)
    formed = any(
        need in ("@judged", "@refuted", "@menacing", "@must") for needs in frame.needs for need in needs
    )
    asked = bool(frame.modifiers) + bool(frame.words) + bool(frame.kinds) + bool(frame.nearby) + formed
    return 4 * bool(frame.objects) + 2 * words + asked - 8 * saying


def _frame(row: Mapping[str, Any]) -> Frame:
    unknown = set(row) - _KEYS
    if unknown:
        raise ValueError(f"{row.get('act')}: a frame has no {sorted(unknown)}")

    def words(key: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(text.split()) for text in row.get(key, ()))

    def bag(key: str) -> frozenset[str]:
        return frozenset(row.get(key, ()))

    return Frame(
        act=row["act"],
        verbs=words("verbs"),
        seconds=_seconds(words("verbs")),
        nouns=frozenset(words("nouns")),
        objects=frozenset(words("objects")),
        roles=tuple((key, tuple(roles.split("|"))) for key, roles in row.get("roles", {}).items()),
        needs=tuple(tuple(need.split("|")) for need in row.get("needs", ())),
        kinds=tuple((role, frozenset(kinds)) for role, kinds in row.get("kinds", {}).items()),
        modifiers=bag("modifiers"),
        not_modifiers=bag("not_modifiers"),
        not_objects=bag("not_objects"),
        not_words=bag("not_words"),
        words=bag("words"),
        nearby=bag("nearby"),
        adjective=row.get("adjective", False),
        bare=row.get("bare", False),
        intransitive=row.get("intransitive", False),
        sides=row.get("sides", False),
        examples=tuple(row.get("examples", ())),
        counter=tuple(row.get("counter", ())),
    )


def _seconds(verbs: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    rows: dict[str, set[tuple[str, ...]]] = {}
    for lemma, *second in verbs:
        rows.setdefault(lemma, set()).add(tuple(second))
    return {lemma: tuple(sorted(found, key=lambda w: (-len(w), w))) for lemma, found in rows.items()}


_KEYS = {
    *("act", "verbs", "nouns", "objects", "roles", "needs", "kinds"),
    *("modifiers", "not_modifiers", "not_objects", "not_words", "words", "nearby"),
    *("adjective", "bare", "intransitive", "sides", "examples", "counter"),
}
