"""Who fills which place in the grammar of a verb or a noun: subject, object, prepositions, possessor.

Who the words stand for is the business of parties.py, which role a slot gives that of the frames.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.reading.complements import attender, called, offices, there
from dragoman.reading.grammar import (
    MODIFIERS,
    RELATIVE,
    SUBJECTS,
    child,
    infinitive,
    is_verb,
    lemma_of,
    listed,
    passive,
    relative,
    shut_out,
)
from dragoman.reading.subjects import joined_subjects, surface_subject
from dragoman.vocabulary.acts import word_classes
from dragoman.vocabulary.measures import currencies
from dragoman.vocabulary.missions import kind_of_mission

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADPOSITIONS = ("ADP", "SCONJ", "VERB", "PART")
_JOINED = 3  # words from a verb to the next that shares its object
_AIMING = ("against", "on", "to", "at", "with", "from", "in")
_PARTNERING = ("with", "between")
_NAMING = ("by", "with", "between", "among")  # what names the parties of a thing signed
_MEANS = ("by", "via", "over")  # "spoke by telephone with X": a bare noun of means has no partner of its own
_ABOUT = ("on", "about", "over", "of", "for", "in")
_LEADING = ("to", "for", "into", "on", "at", "along", "near", "off", "towards", "toward")
_MATTER = ("about", "over")
_BORDERING = ("with", "of")
_OWNED_BY = ("by", "of", "from")
_SIDES = ("with", "to", "for", "from", "against", "on")
_DOWN = ("prep", "pobj", "amod", "acl", "npadvmod", "nummod", "quantmod", "dobj")
_REACHING = ("to", "for", "from", "with", "by")
_FARTHEST = 5  # steps from a word down to a sum
_WIDEST = 30  # words looked at for a sum
_LINKING = ("cc", "punct", "advmod")
_WAYS = ("home", "back", "out", "away")  # "brought the troops home from Mali"
_STANDING = ("acomp", "intj")  # "stood firm against Chile", "said no to the plan"
_WHO = ("GPE", "NORP", "ORG", "PERSON")
_TAKEN_UP = ("it", "them")
_CHAIN = 6  # verbs joined in one sentence
_OFFICE = ("of", "to")
_GIVEN = ("dobj", "oprd", "attr")  # what a passive leaves behind its verb
_DAYS = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Slot:
    """One filler of a slot. `own` is False where a governing clause lends it (a shared subject)."""

    key: str
    token: "Token"
    own: bool = True


def of_verb(verb: "Token") -> Iterator[Slot]:
    """The slots of a verb: the logical subject and object, and each preposition's words."""
    head, own = surface_subject(verb)
    turned = passive(verb) or (head is not None and _happens(verb, head))
    if head is not None and head.i != verb.i:
        for token in listed(head):
            yield Slot("object" if turned else "subject", token, own)
            yield from (Slot("object" if turned else "subject", one, own) for one in _beside(token))
            yield from (s for s in prepositions(token) if s.key == "in" and own and not turned)
            yield from (Slot(key, token, own) for key in (_stranded(verb) if turned else ()))
        yield from (Slot("object" if turned else "subject", one, own) for one in joined_subjects(verb, head))
    yield from _objects(verb)
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        yield Slot("in", verb.head, False)
    for clause in verb.children:
        for inner in (clause, *clause.children) if clause.dep_ == "ccomp" else ():
            said = child(inner, *SUBJECTS) if inner.dep_ == "ccomp" else None
            if said is not None and said.lower_ not in ("i", "we"):
                yield from (Slot("content", token) for token in listed(said))
    for slot in prepositions(verb, agents=turned):
        yield slot
        if turned and slot.key == "subject":
            yield from _past_name(slot.token)
    for office in offices(verb, turned):
        yield from (Slot("owner", s.token) for s in of_noun(office) if s.key in ("poss", "adj"))
        yield from (s for s in prepositions(office) if s.key in _OFFICE)
    yield from (s for thing in called(verb, turned) for s in prepositions(thing) if s.key == "by")
    for way in verb.children:
        aside = way.dep_ == "advmod" and (way.lower_ in _WAYS or way.tag_ == "JJ")
        if aside or way.dep_ in _STANDING:
            yield from prepositions(way)
    yield from (Slot("subject", token) for token in (_doers(verb) if turned else ()))
    yield from past_sums(verb)
    yield from (Slot("aim", token) for token in _aims(verb))
    yield from (Slot("presence", token) for token in (_witnesses(verb, head) if turned else ()))


def _doers(verb: "Token") -> Iterator["Token"]:
    """Who did it, where the parse hung "by" on what stands before it ("was lent two ships by Togo")."""
    if child(verb, "agent") is not None or any(c.lower_ == "by" for c in verb.children):
        return
    for noun in (c for c in verb.children if c.dep_ in _GIVEN and c.i > verb.i):
        for one in (noun, *(c for c in noun.children if c.dep_ in ("dobj", "conj", "appos"))):
            yield from (slot.token for slot in prepositions(one) if slot.key == "by")
    for aim in (c for c in verb.children if c.dep_ == "xcomp" and infinitive(c) and not passive(c)):
        by = (slot.token for slot in prepositions(aim) if slot.key == "by")
        yield from (t for t in by if t.ent_type_ in _WHO or lemma_of(t) in word_classes().acting)


def _witnesses(verb: "Token", subject: "Token | None") -> Iterator["Token"]:
    """Before whom something was done by nobody named ("accords were signed in the presence of the two")."""
    named = child(verb, "agent") is not None or subject is None
    if named or any(c.lower_ in _NAMING for c in (*verb.children, *(subject.children if subject else ()))):
        return
    for preposition in verb.children:
        presence = child(preposition, "pobj") if preposition.lower_ == "in" else None
        if presence is not None and presence.lower_ == "presence":
            yield from (s.token for s in prepositions(presence) if s.key == "of")


def _happens(verb: "Token", head: "Token") -> bool:
    """Whether a thing is said to open or close where somebody opened or closed it ("the embassy opened")."""
    if lemma_of(verb) not in word_classes().ergative or child(verb, "dobj") is not None:
        return False
    person = lemma_of(head) in word_classes().officials
    mission = person and kind_of_mission(head.doc[head.i - 1 : head.i + 1].text)  # "the consulate general"
    return head.pos_ == "NOUN" and (not person or bool(mission))


def _stranded(verb: "Token") -> list[str]:
    """The prepositions whose noun is the subject of a passive ("a boat was fired on")."""
    return [c.lower_ for c in verb.children if c.dep_ in ("prep", "prt") and not any(c.children)]


def _aims(verb: "Token") -> Iterator["Token"]:
    """Whom the act in an infinitive would hit ("threatened to shell Togo", "refused to meet with Benin")."""
    for inner in verb.children:
        if inner.dep_ == "xcomp" and infinitive(inner):
            hit = child(inner, "dobj")
            yield from listed(hit) if hit is not None else ()
            for governor in (inner, *((hit,) if hit is not None else ())):
                yield from (slot.token for slot in prepositions(governor) if slot.key in _AIMING)


def _objects(verb: "Token") -> Iterator[Slot]:
    found = False
    for token in verb.children:
        if token.dep_ in ("dobj", "attr") and token.tag_ not in RELATIVE and token.lower_ != "that":
            found = True
            told_of = _told_of(verb)
            if told_of is not None:
                yield Slot("object", told_of, False)
                yield from (Slot("iobject", one) for one in listed(token))
                continue
            meant = _meant(verb, token)
            for one in listed(meant):
                yield Slot("object", one, meant is token)
            before = _before_sum(verb, token)
            if before is not None:
                yield Slot("iobject", before)
        elif _named_behind(verb, token) and not passive(verb) and not child(verb, "dobj"):
            yield from (Slot("object", one) for one in listed(token))  # "called X by phone"
        elif token.dep_ == "dative" and token.pos_ != "ADP":
            for one in listed(token):
                yield Slot("iobject", one)
    worth = next((c for c in verb.children if c.lower_ == "worth" and c.dep_ in ("ccomp", "acomp")), None)
    valued = next((c for c in worth.lefts if c.dep_ == "npadvmod"), None) if worth is not None else None
    if valued is not None and not found:  # "signed nine accords worth 80 million dollars"
        found = True
        yield from (Slot("object", one) for one in listed(valued))
    if not found and relative(verb) and not _gap_is_subject(verb) and not passive(verb):
        yield Slot("object", verb.head, False)
    if not found:
        yield from (Slot("object", one, False) for one in _shared_object(verb))


def _named_behind(verb: "Token", token: "Token") -> bool:
    """Whether a name is the object that the parse took for something else ("summoned Ambassador Keane")."""
    if token.pos_ != "PROPN" or token.i < verb.i:
        return False
    return token.dep_ == "oprd" or (
        token.dep_ == "npadvmod" and token.ent_type_ not in _DAYS and token.left_edge.i == verb.i + 1
    )


def _meant(verb: "Token", token: "Token") -> "Token":
    """What a pronoun takes up from the verb before it ("shut its embassy and reopened it"); else itself."""
    if token.lower_ not in _TAKEN_UP:
        return token
    current = verb
    for _ in range(_CHAIN):
        if current.dep_ not in ("conj", "xcomp"):
            return token
        current = current.head
        noun = child(current, "dobj")
        if noun is not None and noun.pos_ == "NOUN" and noun.i < token.i:
            return noun if (noun.tag_ == "NNS") is (token.lower_ == "them") else token
    return token


def _told_of(verb: "Token") -> "Token | None":
    """What a relative clause gives away, where the parse took "which" for who gets it."""
    given = any(c.dep_ == "dative" and c.tag_ in RELATIVE for c in verb.children)
    return verb.head if given and verb.dep_ in ("relcl", "acl") else None


def _before_sum(verb: "Token", noun: "Token") -> "Token | None":
    """Who gets it, where the parse took the name for a part of it ("lent Togo 30 million euros")."""
    first = next((c for c in noun.lefts), None)
    if first is None or first.pos_ != "PROPN" or first.dep_ not in ("nmod", "compound"):
        return None
    behind = [c for c in noun.lefts if c.i > first.i]
    if first.left_edge.i != verb.i + 1 or not behind:
        return None
    counted = behind[0].dep_ in ("nummod", "quantmod") or behind[0].like_num
    described = behind[0].dep_ in ("det", "amod") and first.ent_type_ in _WHO
    return first if counted or described else None


def _gap_is_subject(verb: "Token") -> bool:
    subject = child(verb, *SUBJECTS)
    return subject is None or subject.tag_ in RELATIVE


def _shared_object(verb: "Token") -> list["Token"]:
    """The object said once behind two verbs ("praised and supported the reform")."""
    last = child(verb, "conj")
    if last is None or not is_verb(last) or last.tag_ != verb.tag_ or last.i - verb.i > _JOINED:
        return []
    if any(c.i > verb.i and c.i != last.i and c.dep_ not in _LINKING for c in verb.children):
        return []
    wanted = next((c for c in last.children if c.dep_ == "ccomp" and infinitive(c)), None)
    behind = child(last, "dobj") or (child(wanted, *SUBJECTS) if wanted is not None else None)
    return listed(behind) if behind is not None and child(last, *SUBJECTS) is None else []


def _beside(noun: "Token") -> Iterator["Token"]:
    """Those who act with the subject ("Togo, together with Benin and Mali, …")."""
    for one in noun.subtree:
        alone = one.lower_ == "alongside"
        joined = one.lower_ == "with" and one.i > 0 and one.nbor(-1).lower_ in ("together", "along")
        if one.i > noun.i and (alone or joined) and {one.head.i, one.head.head.i} & {noun.i}:
            for inner in one.children:
                if inner.dep_ == "pobj":
                    yield from listed(inner)


def prepositions(token: "Token", agents: bool = False) -> Iterator[Slot]:
    """Each preposition under a word with the nouns behind it; "out of" is `of`.

    With `agents` (a verb in the passive) those behind "by" are its logical subject.
    """
    for preposition in token.children:
        if preposition.dep_ not in ("prep", "agent", "dative") or preposition.pos_ not in _ADPOSITIONS:
            continue
        fronted = preposition.i < token.i and preposition.lower_ in ("for", "to", "of")
        if fronted and not any(c.tag_ in RELATIVE for c in preposition.children):
            continue
        yield from _behind(preposition, agents)
    yield from (Slot("with", one) for one in there(token))


def _behind(preposition: "Token", agents: bool) -> Iterator[Slot]:
    key = preposition.lower_
    for inner in preposition.children:
        if inner.dep_ == "pobj" and not (key in _NAMING and shut_out(preposition)):
            if key == "between":
                yield from (Slot(key, one) for one in _pair(inner))
            if inner.tag_ in RELATIVE and preposition.head.dep_ == "relcl":  # "to whom Togo lent"
                yield Slot(key, preposition.head.head, False)
                continue
            for one in map(attender, listed(inner)):
                yield Slot("subject" if agents and key == "by" else key, one)
                if (
                    key == "with"
                    and preposition.i
                    and lemma_of(preposition.nbor(-1)) in word_classes().frontiers
                ):
                    yield Slot("border", one)  # where the parse hung it on the verb
                if one.pos_ == "NOUN" and key in (*_LEADING, *_MATTER):
                    yield from _lying(one, "land" if key in _MATTER else "in")
            if key in _MEANS and inner.pos_ == "NOUN" and not any(c.dep_ == "det" for c in inner.children):
                yield from (s for s in prepositions(inner) if s.key in _PARTNERING)
        elif inner.dep_ == "prep" or (inner.dep_ == "conj" and inner.pos_ == "ADP"):
            yield from _behind(inner, agents)


def _lying(noun: "Token", key: str) -> Iterator[Slot]:
    """Whose land a thing is in or borders on: "to the victims in Peru", "on the border with Peru".

    What one only speaks of lies in a `land` ("concern over the trial in Peru").
    """
    borders = lemma_of(noun) in word_classes().frontiers
    for behind in noun.children:
        if behind.dep_ == "prep" and (behind.lower_ == "in" or (borders and behind.lower_ in _BORDERING)):
            inner = child(behind, "pobj")
            if inner is not None and inner.pos_ == "PROPN":
                land = child(inner, "appos")  # "in Lobito, Angola"
                both = (*listed(inner), *((land,) if land is not None and land.pos_ == "PROPN" else ()))
                yield from (Slot("border" if borders else key, one) for one in both)


def _pair(noun: "Token") -> list["Token"]:
    """Two names the parse hung on the next noun ("between Peru and Ghana date back")."""
    first = child(noun, "nmod", "compound", "poss")
    return listed(first) if first is not None and child(first, "conj") is not None else []


def _counts(word: "Token") -> bool:
    """Whether a number or a currency stands among the words that hang on a word behind it."""
    behind = word.doc[word.i + 1 : word.right_edge.i + 1]
    return any(t.like_num or t.lower_ in currencies().names for t in behind)


def past_sums(word: "Token") -> Iterator[Slot]:
    """The nouns behind prepositions that the parse hung on a sum: "aid worth 50 million dollars to Togo"."""
    for inner in word.children:
        if inner.i > word.i and inner.dep_ == "xcomp" and inner.pos_ == "PROPN" and infinitive(inner):
            yield Slot(
                "to", inner
            )  # "exported goods worth 9 million dollars to Togo", "to" taken for a verb's
    if not _counts(word):
        return
    waiting: list[tuple[Token, tuple[Token, ...]]] = [(word, ())]
    for _ in range(_WIDEST):
        if not waiting:
            return
        current, path = waiting.pop(0)
        if path and (current.like_num or current.lower_ in currencies().names):
            for one in path:
                yield from (s for s in prepositions(one) if s.key in _REACHING and s.token not in path)
            continue
        if len(path) < _FARTHEST:
            down = (c for c in current.children if c.i > word.i and c.dep_ in _DOWN)
            waiting.extend((c, (*path, c)) for c in down)


def of_noun(noun: "Token") -> Iterator[Slot]:
    """The slots of a noun: its possessor, the adjectives and nouns before it, its prepositions."""
    for before in noun.children:
        if before.dep_ == "poss":
            for one in listed(before):
                yield Slot("poss", one)
        elif before.dep_ in MODIFIERS and before.i < noun.i:
            yield Slot("mod" if before.pos_ in ("NOUN", "PROPN") else "adj", before)
            for one in before.subtree:
                if (
                    one.i != before.i
                    and one.i < noun.i
                    and one.dep_ in ("amod", "compound", "nmod", "conj", "npadvmod")
                ):
                    yield Slot("mod" if one.pos_ in ("NOUN", "PROPN") else "adj", one)
    for slot in prepositions(noun):
        yield slot
        if slot.key in _OWNED_BY:
            yield from _past_name(slot.token)
    for behind in noun.children:
        if behind.dep_ == "amod" and behind.i > noun.i:  # "a million dollars available to Togo"
            yield from prepositions(behind)
        asked = child(behind, "nsubj") if behind.dep_ == "acl" and behind.tag_ != "VBG" else None
        if asked is not None:  # "the demand that Togo withdraw"
            yield from (Slot("content", one) for one in listed(asked))
    yield from past_sums(noun)
    yield from _farther(noun)


def _past_name(name: "Token") -> Iterator[Slot]:
    """What the parse hung on a name behind "by" or "of": "was launched by Peru with Chile"."""
    if name.pos_ == "PROPN":
        yield from (slot for slot in prepositions(name) if slot.key in _SIDES)


def _farther(noun: "Token") -> Iterator[Slot]:
    """Partners the parse hung on the topic ("talks on migration with Togo")."""
    if any(c.dep_ == "prep" and c.lower_ in _PARTNERING for c in noun.children):
        return
    for topic in noun.children:
        if topic.dep_ == "prep" and topic.lower_ in _ABOUT:
            inner = child(topic, "pobj")
            yield from (s for s in prepositions(inner) if s.key in _PARTNERING) if inner is not None else ()
