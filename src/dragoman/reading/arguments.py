"""Who fills which place in the grammar of a verb or a noun: subject, object, prepositions, possessor.

Everything here speaks of tokens of one parse and of grammar alone; who the words stand for is the business
of parties.py, which role a slot gives that of the frames. Climbs are bounded: a sentence costs linear time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.vocabulary.acts import frames, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 10
_SUBJECTS = ("nsubj", "nsubjpass")
_ADPOSITIONS = ("ADP", "SCONJ", "VERB")
_DASHES = ("—", "–", "-", "--")
_RELATIVE = ("WDT", "WP", "WP$")
_LENT = ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "parataxis")
_JOINED = 3  # words from a verb to the next that shares its object
_AIMING = ("against", "on", "to", "at", "with", "from", "in")
_PARTNERING = ("with", "between")
_ABOUT = ("on", "about", "over", "of", "for")
_LINKING = ("cc", "punct", "advmod")
_MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")


@dataclass(frozen=True, slots=True)
class Slot:
    """One filler of a slot. `own` is False where a governing clause lends it (a shared subject)."""

    key: str
    token: "Token"
    own: bool = True


def lemma_of(token: "Token") -> str:
    """A word's lemma in lower case, where the pipeline errs the right one."""
    lemma = token.lemma_.lower()
    return frames().lemmas.get(lemma, lemma)


def is_verb(token: "Token") -> bool:
    """Whether a token stands as a verb and not as a modifier."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "aux", "auxpass")


def listed(token: "Token") -> list["Token"]:
    """A noun and those joined to it, in order; an apposition is taken in where it begins a list."""
    found, last = _shared(token), token
    for _ in range(60):
        found.append(last)
        following = next((c for c in last.children if c.dep_ == "conj" and c.pos_ != "VERB"), None)
        if following is None:
            following = next((c for c in last.children if c.dep_ == "appos" and _begins_list(c)), None)
        if following is None:
            break
        last = following
    return found


def _shared(token: "Token") -> list["Token"]:
    """Who the parse took for an owner: in "Ruto and Togo's minister met" it is Ruto and the minister.

    So with persons, and with "both": "on both Togo and Benin's army".
    """
    owner = child(token, "poss", "nmod", "compound")
    if owner is None or child(owner, "case") is not None:
        return []
    other = child(owner, "conj")
    if other is None or child(other, "case") is None:
        return []
    both = any(c.dep_ == "preconj" and c.lower_ == "both" for c in (*token.children, *owner.children))
    return [owner] if both or (owner.dep_ == "poss" and owner.ent_type_ == "PERSON") else []


def _begins_list(token: "Token") -> bool:
    """Whether an apposition is the next member of a list ("A, the B and C")."""
    return any(c.dep_ in ("conj", "cc") for c in token.children)


def passive(verb: "Token") -> bool:
    """Whether a verb stands in the passive, alone or as a participle behind its noun."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in verb.children):
        return False
    if any(c.dep_ in ("nsubj", "dobj") for c in verb.children):
        return False
    if verb.dep_ == "conj" and is_verb(verb.head):
        return passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "amod", "relcl") or any(c.dep_ == "agent" for c in verb.children)


def child(token: "Token", *deps: str) -> "Token | None":
    """The first child by one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def surface_subject(verb: "Token") -> tuple["Token | None", bool]:
    """The subject as the sentence has it, and whether it is the verb's own and not lent from above."""
    current: Token | None = verb
    for step in range(_DEEPEST):
        if current is None:
            break
        found = _subject_at(current)
        if found is not None:
            return found, step == 0
        current = _above(current)
    return _before(verb), True


def _before(verb: "Token") -> "Token | None":
    """The noun that stands right before a finite verb for which the parse found no subject."""
    words = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    finite = any(w.tag_ in ("VBD", "VBZ", "VBP", "MD") for w in words)
    if verb.dep_ not in ("ROOT", "ccomp") or not finite:
        return None
    index = min(w.i for w in words) - 1
    while index > verb.sent.start and verb.doc[index].pos_ == "ADV":
        index -= 1
    noun = verb.doc[index] if index >= verb.sent.start and index < verb.i else None
    return noun if noun is not None and noun.pos_ in ("NOUN", "PROPN", "PRON") else None


def _subject_at(verb: "Token") -> "Token | None":
    """The subject a clause has by itself, or by the way it hangs on a noun or on a verb with an object."""
    own = next((c for c in reversed(list(verb.lefts)) if c.dep_ in _SUBJECTS), None) or child(
        verb, *_SUBJECTS
    )
    if own is not None:
        return _behind_dateline(_antecedent(own, verb))
    above = verb.head
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and _infinitive(verb)):
        return _of_participle(verb)
    if verb.dep_ == "relcl" or verb.dep_ == "amod":
        return above
    if verb.dep_ == "pcomp" and _charged(verb):
        return _object(above.head)
    if verb.dep_ == "pcomp" and above.head.pos_ == "NOUN":
        return child(above.head, "poss")
    if verb.dep_ == "xcomp" and lemma_of(above) in word_classes().object_control:
        return child(above, "dobj") or _told(above)
    return None


def _behind_dateline(subject: "Token") -> "Token":
    """The subject itself where the parse took the dateline for it ("LIMA, Peru (AP) — The minister …")."""
    doc = subject.doc
    dash = next((t.i for t in doc[: min(14, len(doc))] if t.text in _DASHES), None)
    if dash is None or subject.i > dash or any(t.pos_ in ("VERB", "AUX") for t in doc[:dash]):
        return subject
    behind = (
        t for t in subject.subtree if t.i > dash and t.head.i < dash and t.pos_ in ("NOUN", "PROPN", "PRON")
    )
    return next(behind, subject)


def _charged(verb: "Token") -> bool:
    """Whether a gerund is what its governor's object does: accused of doing, kept from doing."""
    return lemma_of(verb.head.head) in word_classes().charging or verb.head.lower_ == "from"


def _above(verb: "Token") -> "Token | None":
    """The clause that may lend its subject to one without; None where none may."""
    above = verb.head
    if above.i == verb.i or verb.dep_ not in _LENT:
        return None
    if verb.dep_ == "ccomp" and verb.tag_ in ("VBD", "VBZ", "VBP"):
        return None
    if verb.dep_ == "pcomp":
        if _charged(verb):
            return None
        above = above.head
    return above if is_verb(above) else _verb_above(above)


def _told(verb: "Token") -> "Token | None":
    """The one called on: "called on Peru to …", "appealed to Peru to …"; or a passive's subject."""
    if passive(verb):
        return child(verb, "nsubjpass")
    for preposition in verb.children:
        if preposition.dep_ == "prep" and preposition.lower_ in ("on", "upon", "to"):
            return child(preposition, "pobj")
    return child(verb, "dative")


def _object(token: "Token") -> "Token | None":
    if is_verb(token):
        return child(token, "dobj", "nsubjpass") or (token.head if token.dep_ == "acl" else None)
    for preposition in token.children:
        if preposition.dep_ == "prep" and preposition.lower_ in ("against", "of"):
            return child(preposition, "pobj")
    return None


def _verb_above(token: "Token") -> "Token | None":
    """The verb that governs a noun, where the noun is its object or complement."""
    for _ in range(_DEEPEST):
        if is_verb(token):
            return token
        if token.dep_ not in ("dobj", "attr", "pobj", "prep", "conj", "acomp", "oprd"):
            return None
        token = token.head
    return None


def _antecedent(subject: "Token", verb: "Token") -> "Token":
    """What a relative pronoun stands for; else the subject itself."""
    if subject.tag_ not in _RELATIVE and not (subject.lower_ == "that" and subject.tag_ in ("WDT", "IN")):
        return subject
    clause = verb
    for _ in range(_DEEPEST):
        if clause.dep_ == "relcl":
            return clause.head
        if clause.dep_ not in ("conj", "xcomp", "ccomp"):
            break
        clause = clause.head
    return subject


def _gap_is_subject(verb: "Token") -> bool:
    subject = child(verb, *_SUBJECTS)
    return subject is None or subject.tag_ in _RELATIVE


def _speaking(noun: "Token") -> "Token | None":
    """Whose a text is: its possessor, or the subject of the verb that issues it."""
    owner = child(noun, "poss")
    governor = _verb_above(noun)
    if owner is not None or governor is None or noun.dep_ not in ("dobj", "pobj"):
        return owner
    return surface_subject(governor)[0]


def _infinitive(verb: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _of_participle(verb: "Token") -> "Token | None":
    """The subject of a participle or infinitive behind a noun: the noun, or whose plan or decision it is."""
    noun = verb.head
    if not _infinitive(verb):
        return noun if lemma_of(noun) not in word_classes().documents else _speaking(noun)
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    governor = _verb_above(noun)
    if governor is not None and noun.dep_ in ("dobj", "pobj", "attr"):
        lent, _ = surface_subject(governor) if governor.dep_ != "acl" else (None, False)
        return lent
    return next((c for c in noun.children if c.dep_ in ("amod", "compound") and c.ent_type_), None)


def of_verb(verb: "Token") -> Iterator[Slot]:
    """The slots of a verb: the logical subject and object, and each preposition's words."""
    head, own = surface_subject(verb)
    turned = passive(verb)
    if head is not None and head.i != verb.i:
        for token in listed(head):
            yield Slot("object" if turned else "subject", token, own)
            yield from (Slot("object" if turned else "subject", one, own) for one in _beside(token))
            yield from (s for s in prepositions(token) if s.key == "in" and own and not turned)
    yield from _objects(verb)
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        yield Slot("in", verb.head, False)
    for clause in verb.children:
        said = child(clause, *_SUBJECTS) if clause.dep_ == "ccomp" else None
        if said is not None and said.lower_ not in ("i", "we") and clause.i > verb.i:
            yield from (Slot("content", token) for token in listed(said))
    yield from prepositions(verb, agents=turned)
    yield from (Slot("aim", token) for token in _aims(verb))


def _aims(verb: "Token") -> Iterator["Token"]:
    """Whom the act in an infinitive would hit ("threatened to shell Togo", "refused to meet with Benin")."""
    for inner in verb.children:
        if inner.dep_ == "xcomp" and _infinitive(inner):
            hit = child(inner, "dobj")
            yield from listed(hit) if hit is not None else ()
            for governor in (inner, *((hit,) if hit is not None else ())):
                yield from (slot.token for slot in prepositions(governor) if slot.key in _AIMING)


def _objects(verb: "Token") -> Iterator[Slot]:
    found = False
    for token in verb.children:
        if token.dep_ in ("dobj", "attr") and token.tag_ not in _RELATIVE and token.lower_ != "that":
            found = True
            for one in listed(token):
                yield Slot("object", one)
        elif token.dep_ == "dative" and token.pos_ != "ADP":
            for one in listed(token):
                yield Slot("iobject", one)
    if not found and verb.dep_ == "relcl" and not _gap_is_subject(verb) and not passive(verb):
        yield Slot("object", verb.head, False)
    if not found:
        yield from (Slot("object", one, False) for one in _shared_object(verb))


def _shared_object(verb: "Token") -> list["Token"]:
    """The object said once behind two verbs ("praised and supported the reform")."""
    last = child(verb, "conj")
    if last is None or not is_verb(last) or last.tag_ != verb.tag_ or last.i - verb.i > _JOINED:
        return []
    if any(c.i > verb.i and c.i != last.i and c.dep_ not in _LINKING for c in verb.children):
        return []
    wanted = next((c for c in last.children if c.dep_ == "ccomp" and _infinitive(c)), None)
    behind = child(last, "dobj") or (child(wanted, *_SUBJECTS) if wanted is not None else None)
    return listed(behind) if behind is not None and child(last, *_SUBJECTS) is None else []


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
        if preposition.i < token.i and preposition.lower_ in ("for", "to", "of"):
            continue
        yield from _behind(preposition, agents)


def _behind(preposition: "Token", agents: bool) -> Iterator[Slot]:
    key = preposition.lower_
    for inner in preposition.children:
        if inner.dep_ == "pobj":
            if key == "between":
                yield from (Slot(key, one) for one in _pair(inner))
            for one in listed(inner):
                yield Slot("subject" if agents and key == "by" else key, one)
        elif inner.dep_ == "prep" or (inner.dep_ == "conj" and inner.pos_ == "ADP"):
            yield from _behind(inner, agents)


def _pair(noun: "Token") -> list["Token"]:
    """Two names the parse hung on the next noun ("between Peru and Ghana date back")."""
    first = child(noun, "nmod", "compound", "poss")
    return listed(first) if first is not None and child(first, "conj") is not None else []


def of_noun(noun: "Token") -> Iterator[Slot]:
    """The slots of a noun: its possessor, the adjectives and nouns before it, its prepositions."""
    for before in noun.children:
        if before.dep_ == "poss":
            for one in listed(before):
                yield Slot("poss", one)
        elif before.dep_ in _MODIFIERS and before.i < noun.i:
            yield Slot("mod" if before.pos_ in ("NOUN", "PROPN") else "adj", before)
            for one in before.subtree:
                if (
                    one.i != before.i
                    and one.i < noun.i
                    and one.dep_ in ("amod", "compound", "nmod", "conj", "npadvmod")
                ):
                    yield Slot("mod" if one.pos_ in ("NOUN", "PROPN") else "adj", one)
    yield from prepositions(noun)
    yield from _farther(noun)


def _farther(noun: "Token") -> Iterator[Slot]:
    """Partners the parse hung on the topic ("talks on migration with Togo")."""
    if any(c.dep_ == "prep" and c.lower_ in _PARTNERING for c in noun.children):
        return
    for topic in noun.children:
        if topic.dep_ == "prep" and topic.lower_ in _ABOUT:
            inner = child(topic, "pobj")
            yield from (s for s in prepositions(inner) if s.key in _PARTNERING) if inner is not None else ()


def modifiers(noun: "Token") -> frozenset[str]:
    """The words that stand before a noun within its phrase, as lemmas and as written, in lower case."""
    words: set[str] = set()
    for before in noun.children:
        if before.i < noun.i and before.dep_ in (*_MODIFIERS, "det", "npadvmod", "advmod"):
            for one in before.subtree:
                if one.i < noun.i:
                    words.update((one.lower_, lemma_of(one)))
    return frozenset(words)


def left_edge(noun: "Token") -> "Token":
    """The first word of a noun's phrase before its head."""
    return noun.doc[min(noun.left_edge.i, noun.i)]
