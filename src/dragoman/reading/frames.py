"""Which frames a sentence fits: the words of a trigger, and the slots of grammar around them.

A verb with its object comes before a noun of action, and that before a bare verb, so "signed an agreement" is
one act. A noun takes its missing arguments from the light verb that carries it ("held talks").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from dragoman.reading.arguments import Slot, of_noun, of_verb, prepositions
from dragoman.reading.grammar import (
    SUBJECTS,
    child,
    is_verb,
    lemma_of,
    listed,
    modifiers,
    passive,
)
from dragoman.reading.objects import counted, described, may_be_told, named, one_more, told_behind
from dragoman.reading.particles import second
from dragoman.reading.subjects import surface_subject
from dragoman.vocabulary.acts import Frame, frames, word_classes
from dragoman.vocabulary.cues import reporting

if TYPE_CHECKING:
    from spacy.tokens import Token

Carrier = Literal["light", "reverse", "carrying", "borrowed", "happening", "none"]
_OWNING = ("poss", "adj", "mod", "of", "for")
_TAKING = ("for", "with", "by", "to", "from", "against")
_REACHING = ("to", "for", "from")
_PARTED = ("shared", "divided", "split")  # "to be shared between Togo and Mali"
_THERE = ("at", "during")
_SHARERS = ("between", "among")
_GIVING = ("to", "for")
_CONCLUDING = ("subject", "with", "between")
_STAYING = ("in", "from")
_IMPOSED_ON = ("on", "against", "upon")
_LONGEST = 6  # nouns one behind the other: a pledge of aid of Peru
_NUMBERS = ("CARDINAL", "ORDINAL", "QUANTITY", "DATE", "TIME", "MONEY", "PERCENT")
_OUTSIDE = ("ccomp", "advcl", "relcl", "parataxis")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame whose words are there. `anchor` carries tense and negation; `words` are the trigger.

    `noun` is the noun of action, or the object the frame asks for; `carrier` the verb that carries a noun.
    """

    frame: Frame
    anchor: "Token"
    words: tuple["Token", ...]
    noun: "Token | None"
    slots: tuple[Slot, ...]
    carried: Carrier = "none"
    carrier: "Token | None" = None


def candidates(token: "Token") -> Iterator[Candidate]:
    """The frames whose trigger words stand at a token, the most specific first."""
    table, pos = frames(), token.pos_
    if pos in ("VERB", "AUX"):
        rows = table.by_verb.get(lemma_of(token), ())
        noun = describes(token) if any(f.adjective for f in rows) else None
        if noun is not None:
            yield from (c for f in rows if f.adjective and (c := _by_adjective(f, token, noun)) is not None)
        elif rows and is_verb(token):
            yield from _by_verbs([f for f in rows if not f.adjective], token)
    elif pos in ("NOUN", "PROPN") and not _modifies(token):
        rows = table.by_noun.get(lemma_of(token)) or table.by_noun.get(token.lower_, ())
        fitting = [f for f in rows if named(f.nouns, token) and _described(f, token)]
        local = _local(token) if fitting else frozenset()
        nouns = [found for frame in fitting if (found := _by_noun(frame, token, local)) is not None]
        yield from sorted(nouns, key=lambda c: -len(c.words))


def describes(verb: "Token") -> "Token | None":
    """The noun that a participle only describes: "the visiting minister", "for visiting Minister X"."""
    if verb.tag_ != "VBG":
        return verb.head if verb.dep_ == "amod" else None
    if verb.dep_ == "amod":
        return verb.head
    noun = child(verb, "dobj") if verb.dep_ == "pcomp" and verb.head.lower_ in _TAKING else None
    if noun is None or noun.left_edge.i != verb.i + 1 or noun.left_edge.pos_ != "PROPN":
        return None
    titled = any(lemma_of(c) in word_classes().officials for c in noun.lefts)
    return noun if titled or noun.ent_type_ == "PERSON" else None  # not "surprised all by visiting Accra"


def _modifies(token: "Token") -> bool:
    """Whether a noun only describes the next ("visit programme", "sanctions relief")."""
    return token.dep_ in ("compound", "amod", "nmod", "npadvmod") and token.head.i > token.i


def _by_adjective(frame: Frame, verb: "Token", noun: "Token") -> Candidate | None:
    if lemma_of(noun) in frame.not_objects:
        return None
    return Candidate(frame, verb, (verb,), None, (Slot("subject", noun), *prepositions(noun)))


def _by_verbs(plain: Sequence[Frame], verb: "Token") -> Iterator[Candidate]:
    """The candidates of a verb's frames; its slots are only looked for where a frame's words are there."""
    local = _local(verb)
    if verb.dep_ == "xcomp" and verb.head.pos_ == "AUX":  # "a commission is to meet"
        raised = child(verb.head, *SUBJECTS)
        local = local | _local(raised) if raised is not None else local
    slots: tuple[Slot, ...] | None = None
    below = tuple(verb.children)
    for frame in plain:
        if not _worded(frame, local) or (frame.intransitive and child(verb, "dobj", "ccomp") is not None):
            continue
        if not may_be_told(frame, verb, local):
            continue
        behind = second(frame, verb, below)
        if behind is None:
            continue
        slots = tuple(of_verb(verb)) if slots is None else slots
        found = _by_verb(frame, verb, slots, behind)
        if found is not None:
            yield found


def _by_verb(
    frame: Frame, verb: "Token", slots: tuple[Slot, ...], behind: tuple["Token", ...]
) -> Candidate | None:
    things = [key for key in ("with", "subject") if frame.slot(key) == ("object",)]
    keys = {"object", *(w.lower_ for w in behind), *things}
    targets = [s.token for s in slots if s.key in keys]
    noun: Token | None = None
    if frame.objects:
        noun = next(
            (n for t in targets for n in counted(t) if named(frame.objects, n) or one_more(frame, n)), None
        )
        if noun is None:
            noun = next((n for n in described(verb) if named(frame.objects, n)), None)
            slots = tuple(replace(s, token=noun) if s.key == "object" and noun else s for s in slots)
        if noun is None:
            return None
    told = noun if noun is not None else next(iter(targets), None)
    if any(lemma_of(t) in frame.not_objects or t.lower_ in frame.not_objects for t in targets):
        return None
    if not _described(frame, told):
        return None
    if told is not None:
        slots = (*slots, *_around(told, noun is not None))
    if noun is not None:  # "two million euros' worth of medicine to Togo"
        counting = (t for t in targets if t.i != noun.i and any(n.i == noun.i for n in counted(t)))
        slots = (*slots, *(s for t in counting for s in prepositions(t) if s.key in _REACHING))
    words = (verb, *behind, *((noun,) if noun is not None else ()))
    return Candidate(frame, verb, words, noun, slots)


def _described(frame: Frame, noun: "Token | None") -> bool:
    """Whether the words before a noun are what a frame asks for."""
    if not frame.modifiers and not frame.not_modifiers:
        return True
    before = modifiers(noun) if noun is not None else frozenset()
    return not (frame.not_modifiers & before) and (not frame.modifiers or bool(frame.modifiers & before))


def _worded(frame: Frame, local: frozenset[str]) -> bool:
    """Whether a clause holds the words a frame wants and none it rules out."""
    return not (frame.not_words & local) and (not frame.words or bool(frame.words & local))


def _said(words: frozenset[str], token: "Token") -> bool:
    """Whether one of these words stands in the sentence."""
    return any(lemma_of(t) in words for t in token.sent)


def _local(token: "Token") -> frozenset[str]:
    """The lemmas of a clause: what hangs on its word, without the clauses inside it."""
    words: set[str] = set()
    waiting = [token]
    while waiting:
        current = waiting.pop()
        words.update((lemma_of(current), current.lower_))
        for inner in current.children:
            if inner.dep_ not in _OUTSIDE and not (inner.dep_ == "conj" and inner.pos_ == "VERB"):
                waiting.append(inner)
    return frozenset(words)


def _around(noun: "Token", asked: bool) -> Iterator[Slot]:
    """What the object itself tells: its prepositions, and whose it is."""
    for slot in prepositions(noun) if asked and child(noun, "nummod") is not None else ():
        if slot.key == "of":  # "two million doses of a vaccine against flu to Fiji"
            yield from (s for s in prepositions(slot.token) if s.key in _GIVING)
    for slot in of_noun(noun):
        if slot.key not in ("poss", "adj", "mod"):
            yield slot
        if asked and slot.key in _OWNING:
            yield Slot("owner", slot.token, slot.own)
    for behind in noun.children:
        if behind.dep_ == "acl" and behind.tag_ == "VBN":
            yield from (slot for slot in prepositions(behind) if slot.key in _STAYING)
        if asked and behind.dep_ in ("relcl", "acl") and behind.lower_ in _PARTED:
            yield from (Slot("to", s.token, False) for s in prepositions(behind) if s.key in _SHARERS)
        if asked and behind.dep_ in ("relcl", "acl") and lemma_of(behind) in word_classes().imposing:
            yield from (s for s in prepositions(behind) if s.key in _IMPOSED_ON)
        if asked and behind.dep_ == "relcl" and lemma_of(behind) in word_classes().concluding:
            yield from (Slot("between", s.token, False) for s in of_verb(behind) if s.key in _CONCLUDING)


def _by_noun(frame: Frame, noun: "Token", local: frozenset[str]) -> Candidate | None:
    carried, carrier = _carrier(frame, noun)
    if carrier is not None and carried in ("light", "reverse"):
        local = local | _local(carrier)
    if not _worded(frame, local) or (frame.nearby and not _said(frame.nearby, noun)):
        return None
    slots = [*of_noun(noun), *_participle(noun), *_brought(frame, noun)]
    if carrier is not None:
        slots.extend(_lent(frame, noun, carried, carrier, slots))
    silent = carried in ("happening", "none") or (carrier is not None and noun.dep_ == "nsubjpass")
    if silent and frame.symmetric and any(s.key == "with" for s in slots):
        slots.extend(_teller(noun, slots))
    phrase = tuple(t for t in _phrase(frame, noun))
    takes = carried in ("light", "reverse") and noun.dep_ in ("dobj", "nsubjpass", "pobj", "conj")
    anchor = carrier if takes and carrier is not None and _direct(noun, carrier) else noun
    words = (carrier, *phrase) if anchor.i != noun.i and carrier is not None else phrase
    owned = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    target = child(owned, "pobj") if owned is not None else None
    if target is not None:
        slots.extend(s for s in _around(target, True) if s.key != "of")
        if frame.act in frames().telling["undoing"] and lemma_of(target) in frame.words:
            words = (*words, target)  # "the lifting of sanctions" tells of no sanctions
    return Candidate(frame, anchor, words, noun, tuple(slots), carried, carrier)


def _direct(noun: "Token", carrier: "Token") -> bool:
    return noun.head.i == carrier.i and noun.dep_ in ("dobj", "nsubjpass")


def _phrase(frame: Frame, noun: "Token") -> Iterator["Token"]:
    """The words of a noun trigger: the head with the words before it that the frame names."""
    wanted = {
        word for phrase in frame.nouns if phrase[-1] in (lemma_of(noun), noun.lower_) for word in phrase[:-1]
    }
    for before in noun.lefts:
        if lemma_of(before) in wanted or before.lower_ in wanted:
            yield before
    yield noun


def _carrier(frame: Frame, noun: "Token") -> tuple[Carrier, "Token | None"]:
    """The verb that carries a noun of action, and how."""
    classes = word_classes()
    top = noun
    for _ in range(8):
        if top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
            top = top.head
        elif (
            top.dep_ == "pobj" and top.head.lower_ == "of" and lemma_of(top.head.head) in classes.quantifying
        ):
            top = top.head.head
        else:
            break
    verb = top.head
    lemma = lemma_of(verb)
    if top.dep_ in ("dobj", "nsubjpass") and is_verb(verb):
        if lemma in classes.reverse and any(key == "reverse" for key, _ in frame.roles):
            return "reverse", verb
        moved = deferred(verb)
        if lemma in classes.light and not moved:
            return "light", verb
        return ("carrying", verb) if moved or lemma in classes.carrying else ("none", None)
    paid = told_behind(top)
    if paid is not None:
        return "light", paid
    if top.dep_ == "attr" and lemma in ("be", "remain", "become"):
        return "light", verb
    if top.dep_ == "nsubj" and is_verb(verb) and lemma in classes.happening:
        return "happening", verb
    if top.dep_ == "pobj" and verb.dep_ in ("prep", "prt") and is_verb(verb.head):
        if top.i != noun.i and verb.lower_ == "to" and lemma_of(verb.head) in classes.ending:
            return "light", verb.head
        return _by_preposition(frame, verb, verb.head)
    return "none", None


def deferred(verb: "Token") -> bool:
    """Whether a light verb carries no act but moves it in time ("put off the visit")."""
    lemma, particles = lemma_of(verb), [c for c in verb.children if c.dep_ in ("prt", "prep")]
    alone = (c for c in particles if child(c, "pobj") is None)  # not "held drills off Lagos"
    said = [f"{lemma} {c.lower_}" for c in alone]
    said += [f"{lemma} {c.lower_} {inner.lower_}" for c in particles for inner in c.children]
    return not word_classes().deferring.isdisjoint(said)


def _by_preposition(frame: Frame, preposition: "Token", verb: "Token") -> tuple[Carrier, "Token | None"]:
    classes = word_classes()
    lemma, word = lemma_of(verb), preposition.lower_
    if (lemma, word) in (("come", "under"), ("be", "under"), ("subject", "to"), ("remain", "under")):
        return "reverse", verb
    if frame.bare and word in ("in", "through", "under"):
        return "light", verb
    if word in classes.borrowing and frame.act in frames().telling["borrow"]:
        return "borrowed", verb
    if word in _THERE and frame.act in frames().telling["borrow_there"]:
        return "borrowed", verb
    whole = child(verb, "dobj")
    alone = word == "in" and lemma in ("make", "take", "do") and (whole is None or whole.lower_ != "part")
    alone = alone or (word == "into" and lemma == "open" and child(verb, "dobj") is not None)
    if word in classes.light_prepositions and lemma in classes.entering and not alone:
        return "light", verb
    return "none", None


def _participle(noun: "Token") -> Iterator[Slot]:
    """What a participle behind a noun adds: "talks held between A and B", "talks involving A and B"."""
    for behind in noun.children:
        if behind.dep_ == "acl" and behind.tag_ == "VBN" and lemma_of(behind) in word_classes().light:
            yield from prepositions(behind)
        elif behind.dep_ in ("acl", "relcl") and lemma_of(behind) in frames().telling["embracing"]:
            yield from (replace(s, key="between") for s in of_verb(behind) if s.key == "object" and s.own)


def _brought(frame: Frame, noun: "Token") -> Iterator[Slot]:
    """Whose an announcement or delivery is, as who does what it brings ("Peru's pledge of aid to Fiji")."""
    top = noun
    for _ in range(_LONGEST):
        if top.dep_ != "pobj" or top.head.lower_ not in ("of", "in"):
            return
        top = top.head.head
        if lemma_of(top) in word_classes().bringing:
            yield from (s for s in of_noun(top) if s.key in ("poss", "by", "from") and frame.slot("poss"))
            return


def _lent(
    frame: Frame, noun: "Token", carried: Carrier, verb: "Token", have: Sequence[Slot]
) -> Iterator[Slot]:
    """The arguments a noun takes from the verb that carries it."""
    slots = list(of_verb(verb))
    if carried == "reverse":
        key = "object" if passive(verb) else "subject"
        yield from (Slot("reverse", s.token, s.own) for s in slots if s.key == key)
    elif carried == "light" or (carried in ("carrying", "borrowed") and not _owned(frame, have)):
        for s in (s for s in slots if s.key == "subject"):
            yield Slot("subject", s.token, s.own and carried == "light")
            if (
                carried == "light" and lemma_of(s.token) in word_classes().acting
            ):  # "troops from Togo took part in"
                yield from (Slot("subject", f.token, s.own) for f in prepositions(s.token) if f.key == "from")
    if carried == "borrowed" and lemma_of(verb) in word_classes().telling and frame.symmetric:
        yield from (Slot("with", s.token, False) for s in slots if s.key in ("object", "iobject"))
    if carried == "light" and noun.dep_ == "pobj" and not frame.bare:
        yield from (Slot("with", s.token, s.own) for s in slots if s.key == "object" and frame.symmetric)
    if carried in ("light", "reverse", "happening") or passive(verb):
        yield from (s for s in slots if s.key not in ("subject", "object", "poss") and s.token.i != noun.i)


def _teller(noun: "Token", have: Sequence[Slot]) -> Iterator[Slot]:
    """Who tells of an act with somebody and names no other side: "Peru said talks with Chile went on"."""
    top = noun
    while (
        top.dep_ == "pobj"
        and top.head.lower_ == "of"
        and lemma_of(top.head.head) in word_classes().quantifying
    ):
        top = top.head.head
    told = top.head
    if top.dep_ not in SUBJECTS or told.dep_ != "ccomp" or lemma_of(told.head) not in reporting():
        return
    named_ = (s for s in have if s.token.ent_type_ and s.token.ent_type_ not in _NUMBERS)
    if not any(s.key in _OWNING or s.key in ("by", "between") for s in named_):
        subject, _ = surface_subject(told.head)
        yield from (
            Slot("subject", token, False) for token in (listed(subject) if subject is not None else ())
        )


def _owned(frame: Frame, slots: Sequence[Slot]) -> bool:
    """Whether a noun names an agent of its own."""
    return any(
        s.key in ("poss", "adj", "mod", "by") and frame.slot("poss") and s.token.ent_type_ for s in slots
    )
