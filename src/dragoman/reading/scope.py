"""Grammar that certainty rests on: how a verb stands, what negates it, and what governs it.

Relations between an act and what governs it are named as in cues.toml: that, infinitive, ing, object,
subject, complement, a preposition; and conj, adverbial, relative, participle, modifies, compound, other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.vocabulary.cues import group, reporting

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 40
_MANY = 100  # words under one word; a word with more is the head of a list or a table and governs nothing
_NEGATORS = frozenset({"no", "never", "neither", "nor", "nobody", "none", "nothing", "nowhere"})
_COPULAS = frozenset({"be", "remain", "become", "stay", "prove", "look"})
_LABELS = {
    "dobj": "object", "nsubjpass": "object", "nsubj": "subject", "csubj": "subject", "csubjpass": "object",
    "attr": "complement", "acomp": "complement", "oprd": "complement", "conj": "conj", "relcl": "relative",
    "amod": "modifies", "compound": "compound", "nmod": "compound", "poss": "poss", "appos": "appos",
    "advcl": "adverbial", "parataxis": "that", "dative": "object",
}  # fmt: skip

_TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present", "VBG": "gerund", "VBN": "participle"}
_FINITE_TENSES = ("past", "present")


@dataclass(frozen=True, slots=True)
class Form:
    """How a verb stands. `tense`: past | perfect | present | future | modal | infinitive | gerund |
    participle | bare. `shared` is True where its auxiliaries are those of a verb it is joined to."""

    tense: str
    progressive: bool
    passive: bool
    modal: "Token | None"
    finite: bool


def is_verb(token: "Token") -> bool:
    """Whether a token stands as a verb."""
    return token.tag_[:2] in ("VB", "MD") and token.dep_ not in ("amod", "compound")


def auxiliaries(token: "Token") -> list["Token"]:
    """A verb's auxiliaries in order; those of the verb it is joined to where it has none of its own."""
    own = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    if own or token.dep_ != "conj" or not is_verb(token.head):
        return own
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children) or token.tag_ in ("VBD", "VBZ"):
        return own
    shared = auxiliaries(token.head)
    same = token.tag_ == token.head.tag_ or {token.tag_, token.head.tag_} <= {"VBN", "VBD"}
    return shared if same or (token.tag_ in ("VB", "VBP") and token.head.tag_ == "VB") else own


def form(token: "Token") -> Form:
    """How a verb stands: tense, aspect, voice, modal."""
    before = auxiliaries(token)
    if not before:  # most verbs, and all that is no verb
        alone = _TENSES.get(token.tag_, "bare")
        return Form(alone, False, False, None, alone in _FINITE_TENSES)
    tags = [a.tag_ for a in before]
    lemmas = [a.lemma_.lower() for a in before]
    modal = next((a for a in before if a.tag_ == "MD"), None)
    passive = any(a.dep_ == "auxpass" for a in before)
    progressive = token.tag_ == "VBG" and "be" in lemmas
    if modal is not None:
        return Form("modal", progressive, passive, modal, True)
    if "TO" in tags:
        return Form(
            "infinitive perfect" if "have" in lemmas else "infinitive", progressive, passive, None, False
        )
    first = tags[0]
    if "have" in lemmas:
        tense = (
            "pluperfect" if first == "VBD" else "perfect" if first in ("VBZ", "VBP", "VB") else "participle"
        )
        return Form(tense, progressive, passive, None, tense != "participle")
    tense = _TENSES.get(first, "bare")
    return Form(tense, progressive, passive, None, tense in _FINITE_TENSES)


def _helping(token: "Token", below: Sequence["Token"]) -> list["Token"]:
    """A verb's auxiliaries, or that of a remark before it: "has not, contrary to reports, left"."""
    found = [c for c in below if c.dep_ == "aux"]
    if not found and token.tag_ == "VBN":
        remarks = (c for c in token.lefts if c.dep_ == "advmod")
        found = [a for remark in remarks for a in remark.children if a.dep_ == "aux"]
    return found


def negations(token: "Token") -> list["Token"]:
    """The words that negate a verb or noun: not, never, no longer, a subject or object with "no".

    "not only", "no fewer than", "no doubt" negate nothing.
    """
    below = tuple(token.children)
    found = [c for c in below if _negates(c)]
    found += [g for c in _circumstances(below) for g in _on_no_occasion(c)]
    found += [n for a in _helping(token, below) for n in a.children if n.dep_ == "neg"]
    if is_verb(token) or token.pos_ == "AUX":
        for child in below:
            if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "advmod") and not _but_for(child):
                found += [g for g in child.children if g.dep_ == "det" and _negates(g)]
                found += [g for g in child.children if g.dep_ == "neg" and _not_one(g)]
                if child.dep_ != "advmod" and child.lower_ in _NEGATORS:
                    found.append(child)
                if child.lower_ == "longer":
                    found += [g for g in child.children if g.lower_ == "no"]
    return found


def _but_for(subject: "Token") -> bool:
    """Whether somebody is taken out of a negation: "nobody but Togo came", "no state except Mali"."""
    no = subject.lower_ in _NEGATORS or any(c.lower_ in _NEGATORS for c in subject.lefts)
    return no and any(w.i > subject.i and w.lower_ in group("sparing") for w in subject.subtree)


def _circumstances(below: Sequence["Token"]) -> Iterator["Token"]:
    """The prepositions on a verb, and those the parse hangs on an auxiliary before its subject."""
    yield from (c for c in below if c.dep_ == "prep")
    for auxiliary in (c for c in below if c.dep_ == "aux"):
        yield from (c for c in auxiliary.children if c.dep_ == "prep")


def _on_no_occasion(link: "Token") -> Iterator["Token"]:
    """The "no" of "at no point", "in no way" and the like."""
    for thing in link.children:
        if thing.dep_ == "pobj" and thing.lemma_.lower() in group("occasions"):
            yield from (c for c in thing.children if c.lower_ == "no")


def _not_one(word: "Token") -> bool:
    """Whether "not" stands before one of its kind: "not a single state"."""
    return word.i + 1 < len(word.doc) and word.nbor(1).lower_ in ("a", "one")


def _negates(token: "Token") -> bool:
    if token.dep_ not in ("neg", "det", "advmod", "preconj"):
        return False
    if token.dep_ != "neg" and token.lower_ not in _NEGATORS:
        return False
    focus = group("focus")
    if any(
        w.lower_ in focus for c in (*token.head.children, token) if c.i >= token.i for w in (c, *c.children)
    ):
        return False
    if token.dep_ == "neg" and (_until(token.head) or _sets_against(token)):
        return False
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if follows.dep_ == "amod" and follows.tag_ == "JJ":
        follows = follows.head  # "no great surprise", and not "no secret pact"
    return not (token.lower_ == "no" and follows.lemma_.lower() in group("unnegating"))


def _sets_against(word: "Token") -> bool:
    """Whether "not" behind its verb and a comma rejects what follows: "ten crossed, not those named"."""
    return word.i > word.head.i and word.nbor(-1).text == ","


def _until(verb: "Token") -> bool:
    """Whether "not" and "until" beside a past tell when something was done at last."""
    later = any(c.lower_ == "until" for c in verb.children)
    return later and any(c.lower_ == "did" for c in verb.children)


def relation(token: "Token") -> tuple["Token", str]:
    """What governs a token, prepositions passed over, and by which relation."""
    head, label = token.head, token.dep_
    if label in ("pobj", "pcomp") and head.dep_ in ("prep", "agent", "dative", "prt", "advmod"):
        if label == "pcomp" and head.head.dep_ in ("dobj", "nsubjpass") and _accuses(head.head.head):
            return head.head.head, _preposition(head)
        return head.head, "by" if head.dep_ == "agent" else _preposition(head)
    if label == "prep" or (label == "pcomp" and head.pos_ == "ADP"):
        return head, token.lower_
    if label == "conj" and _says_too(token):
        return head.head, "conj"
    first = _first_to(token) if label in ("advcl", "relcl", "acl", "xcomp") else None
    if first is not None:
        return first, "infinitive"
    if label in ("relcl", "acl") and _told_to(token, head):
        return head.head, "that"
    told = _told_at(token, head) if label in ("relcl", "acl") else None
    if told is not None:
        return told, "that"
    if label == "ccomp" and any(c.text == ";" and token.i < c.i < head.i for c in head.children):
        return head, "relative"  # a sentence of its own, and nothing that the next one says
    if label in ("xcomp", "ccomp", "acl", "pcomp", "advcl", "relcl"):
        return head, _clausal(token, label)
    if label in ("nsubj", "nsubjpass") and token.tag_ in ("NN", "NNS"):
        raised = _raised(head)
        if raised is not None:
            return raised, "object" if form(raised).passive else "subject"
    return head, _LABELS.get(label, "other")


def _first_to(token: "Token") -> "Token | None":
    """The "first" before an infinitive, or on the noun before it: "the first state to recognize it"."""
    edge = token.left_edge
    if edge.tag_ != "TO" or not edge.i:
        return None
    before = edge.nbor(-1)
    return next((w for w in (before, *before.children) if w.lower_ in group("firsts") and w.i < edge.i), None)


def _accuses(verb: "Token") -> bool:
    """Whether a verb charges its object with something: "accused Chad of arming them"."""
    return reporting().get(verb.lemma_.lower()) == "alleged"


def _preposition(word: "Token") -> str:
    """A preposition; "instead of" and "rather than" are "without"."""
    before = [word.nbor(-1)] if word.i else []
    opens = any(c.lower_ in ("instead", "rather") for c in (*before, *word.children))
    return "without" if opens else str(word.lower_)


def _says_too(token: "Token") -> bool:
    """Whether a verb of speech joined to what is told belongs to who tells it: "deny they met and say …"."""
    head = token.head
    teller = head.head
    if head.dep_ != "ccomp" or not {token.lemma_.lower(), teller.lemma_.lower()} <= reporting().keys():
        return False
    bare = not any(c.dep_ in ("aux", "nsubj") for c in token.children)
    alike = token.tag_ == teller.tag_ or {token.tag_, teller.tag_} == {"VB", "VBP"}
    return bare and alike and token.tag_ != head.tag_


def _told_to(token: "Token", hearer: "Token") -> bool:
    """Whether a clause hung on a hearer is what was told: "told the paper that Malta paid"."""
    if hearer.dep_ not in ("dobj", "dative") or hearer.head.lemma_.lower() not in group("addressed"):
        return False
    opens = next((c for c in token.children if c.lower_ == "that" and c.i < token.i), None)
    return opens is not None and opens.dep_ not in ("nsubj", "nsubjpass")


def _told_at(token: "Token", noun: "Token") -> "Token | None":
    """The verb of speech behind a clause hung on where or in what was said: "said at a briefing that"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ("at", "in", "during") or preposition.dep_ != "prep":
        return None
    verb = preposition.head
    opens = any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
    says = is_verb(verb) and reporting().get(verb.lemma_.lower()) == "asserted"
    return verb if opens and says and noun.lemma_.lower() not in group("hearsay") else None


def _raised(verb: "Token") -> "Token | None":
    """The infinitive that a subject really belongs to: "the summit is due to begin"."""
    if verb.lemma_.lower() in group("willed") and not form(verb).passive:
        return None
    for child in verb.children:
        inner = child if child.dep_ == "xcomp" else None
        if child.dep_ in ("acomp", "attr", "oprd"):
            inner = next((g for g in child.children if g.dep_ == "xcomp"), None)
        if inner is not None and any(c.tag_ == "TO" for c in inner.children):
            return inner
    return None


def inverted(verb: "Token") -> bool:
    """Whether an auxiliary before its subject opens a condition ("Had it agreed, …")."""
    first = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), None)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if first is None or subject is None or first.i > subject.i or verb.dep_ == "ROOT":
        return False
    return first.lower_ in ("had", "were", "should") and (
        first.i == first.sent.start or first.nbor(-1).is_punct
    )


def _clausal(token: "Token", label: str) -> str:
    if not is_verb(token):
        return {"relcl": "relative", "advcl": "adverbial", "ccomp": "that"}.get(label, "complement")
    stands = form(token)
    if label == "relcl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children):
        label = "acl"  # what a noun says, and no relative clause: "reports that it bought arms"
    if label == "relcl" and stands.tense[:10] != "infinitive":
        return "relative"
    if label == "advcl" and stands.tense[:10] != "infinitive" and not _set_off(token):
        return "adverbial"
    if stands.tense[:10] == "infinitive":
        return "infinitive"
    if stands.tense == "bare" and not any(c.dep_ == "mark" for c in token.children):
        return "infinitive"
    if label == "acl":
        return "that" if stands.finite else "participle"
    if stands.finite or label == "ccomp":
        return "that" if stands.tense != "gerund" else "ing"
    return "ing" if stands.tense == "gerund" else "complement"


def _set_off(verb: "Token") -> bool:
    """Whether a clause is what a verb of speech gives, parted from it: "it is alleged, in Lima, that …"."""
    opens = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    return opens and passive and verb.head.lemma_.lower() in reporting()


def climb(token: "Token") -> Iterator[tuple["Token", "Token", str]]:
    """Each step (below, above, relation) from a token up to the root of its sentence."""
    for _ in range(_DEEPEST):
        head, joined = relation(token)
        if head.i == token.i or head.n_lefts + head.n_rights > _MANY:
            return
        yield token, head, joined
        token = head


def keys(token: "Token") -> list[str]:
    """What a cue's word may be for a token: its lemma with a particle, preposition or object, then alone."""
    lemma = token.lemma_.lower()
    labels = ("prt", "prep", "dobj", "acomp", "attr", "oprd", "advmod", "pcomp")
    parts = [c for c in token.children if c.dep_ in labels]
    led = [f"{lemma} {c.lower_} {g.lower_}" for c in parts if c.dep_ == "prep" for g in c.children]
    of_state = [c.lemma_.lower() for c in parts if lemma in _COPULAS and c.dep_ in ("acomp", "attr", "oprd")]
    own = [f"{lemma}/n", lemma] if token.pos_ == "NOUN" else [lemma]
    return led + [f"{lemma} {c.lower_}" for c in parts] + of_state + own + [token.lower_]


def definite(noun: "Token") -> bool:
    """Whether a noun stands for something already known ("the talks", "his visit", "Chad's visit")."""
    return any(
        c.dep_ == "poss"
        or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those", "both"))
        for c in noun.children
    )


def clause(verb: "Token") -> tuple[int, int]:
    """The first and last token of the clause a verb heads, without the clauses joined to it, the
    conjunction that opens it, and the marks around it."""
    left, right = verb.i, verb.i
    for child in verb.children:
        apart = (
            child.dep_ in ("conj", "parataxis", "advcl", "ccomp") and is_verb(child) and _own_subject(child)
        )
        if apart and child.dep_ != "ccomp":
            continue
        if child.dep_ == "ccomp" and child.i < verb.i:
            continue
        left, right = min(left, child.left_edge.i), max(right, child.right_edge.i)
    words = verb.doc
    while left < verb.i and (words[left].dep_ in ("punct", "mark", "cc", "intj") or words[left].is_punct):
        left += 1
    while (
        right > verb.i
        and (words[right].is_punct or words[right].dep_ == "cc")
        and words[right].text not in '”"’%'
    ):
        right -= 1
    return left, right


def _own_subject(verb: "Token") -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
