"""Clauses that tell how sure something is: their grammar, and the word whose certainty they tell."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.reading.certainty import Judged
from dragoman.reading.governing import governing, hindered
from dragoman.reading.marks import Paragraph
from dragoman.reading.scope import definite, form, is_verb, keys, negations, relation
from dragoman.vocabulary.cues import by_word, group, reporting

if TYPE_CHECKING:
    from spacy.tokens import Token

STRONG = ("unconfirmed", "doubted", "denied", "reported", "alleged")
_STANDING = ("this", "that", "it")
_CHANCE = ("may", "might", "could")
_PERHAPS = ("may", "might")  # "could not" tells what was not possible
_HEARERS = ("you", "i", "we", "one")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_NO_HEADS = ("aux", "auxpass", "amod", "compound", "xcomp", "pcomp")
_LONGEST_SENTENCE = 300  # words


def clauses(paragraph: Paragraph) -> Iterator["Token"]:
    """The verbs that head clauses in the sentences of body; a row without an end is no sentence."""
    if paragraph.kind == "body":
        for sentence in paragraph.doc.sents:
            if len(sentence) <= _LONGEST_SENTENCE:
                yield from (token for token in sentence if _heads_clause(token))


def _heads_clause(token: "Token") -> bool:
    """Whether a verb heads a clause with a subject of its own, or with one it shares and its own tense."""
    if not is_verb(token) and token.pos_ != "AUX":
        return False
    if token.dep_ == "acl" and token.head.lemma_.lower() not in _accounts():
        return False
    if token.dep_ in _NO_HEADS:
        return False
    if heads_own(token):
        return True
    finite = any(c.dep_ in ("aux", "auxpass") and c.tag_ != "TO" for c in token.children)
    return finite and token.dep_ in ("conj", "ROOT", "ccomp")


def _accounts() -> frozenset[str]:
    return group("accounts") | group("gossip")


def heads_own(verb: "Token") -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in _SUBJECTS for c in verb.children)


def stood_for(predicate: "Token") -> "Token | None":
    """The clause that a pronoun stands for: "X sold the jets, but this could not be confirmed"."""
    verb = predicate.head
    if predicate.lower_ not in _STANDING or predicate.dep_ not in ("nsubj", "nsubjpass"):
        return None
    if verb.dep_ != "conj" or verb.lemma_.lower() not in group("proofs"):
        return None
    told = next((c for c in verb.head.children if c.dep_ == "ccomp" and is_verb(c)), verb.head)
    return told if is_verb(told) and told.i < predicate.i else None


def content(verb: "Token") -> "Token":
    """The word whose certainty a clause tells: under "no evidence confirms X", or "X was put off", X."""
    words = group("proofs")
    for subject in (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "attr", "dobj")):
        if subject.lemma_.lower() in words:
            inner = next((g for c in subject.children if c.dep_ == "prep" for g in c.children), None)
            clausal = next((c for c in subject.children if c.dep_ in ("acl", "ccomp")), None)
            found = clausal if clausal is not None and is_verb(clausal) else inner
            if found is not None:
                return found
    passed_on = _passed_on(verb)
    if passed_on is not None:
        return passed_on
    proof = _proof(verb)
    if proof is not None:
        denied = next((c for c in proof.children if c.dep_ == "conj" and _denies(c)), proof)
        for inner, label in ((w, d) for w in (proof, denied) for d in ("ccomp", "dobj", "nsubjpass")):
            found = next((c for c in inner.children if c.dep_ == label), None)
            if found is not None:
                return found
    return _asked(verb) or _moved(verb) or verb


def _passed_on(verb: "Token") -> "Token | None":
    """What is passed on of nobody in particular: "is understood to have paid", "it is whispered"."""
    if not form(verb).passive:
        return None
    word = verb.lemma_.lower()
    nobody = word in by_word("passive")
    raised = next((c for c in verb.children if c.dep_ == "xcomp"), None)
    if raised is not None and (nobody or word in reporting() or word == "expect"):
        return raised
    empty = any(c.dep_ in _SUBJECTS and c.lower_ == "it" for c in verb.children)
    told = next((c for c in verb.children if c.dep_ == "ccomp" and is_verb(c)), None)
    return told if nobody and empty else None


def _asked(verb: "Token") -> "Token | None":
    """The question that nobody answered: "how he died has never been established"."""
    asked = (c for c in verb.children if c.dep_ in ("csubjpass", "nsubjpass"))
    return next((c for c in asked if any(g.tag_ in ("WRB", "WP") and g.i < c.i for g in c.children)), None)


def _denies(verb: "Token") -> bool:
    return is_verb(verb) and reporting().get(verb.lemma_.lower()) == "denied"


def _proof(verb: "Token") -> "Token | None":
    """The verb that proves, itself or led to: "were unable to confirm", "could be reached to confirm"."""
    for _ in range(4):
        if verb.lemma_.lower() in group("proofs") and is_verb(verb):
            return verb
        led = [c for c in verb.children if c.dep_ in ("xcomp", "advcl", "acomp")]
        further = next((c for c in led if c.dep_ == "acomp" or any(g.tag_ == "TO" for g in c.children)), None)
        if further is None:
            return None
        verb = further
    return None


def unproven(verb: "Token") -> bool:
    """Whether a clause says that something already told lacks proof: "the claim could not be verified"."""
    proof = _proof(verb)
    return proof is not None and bool(negations(proof) or hindered(proof))


def rejected(verb: "Token") -> bool:
    """Whether a clause rejects something already told: "Lima denied this", "rejected the claims"."""
    return _denies(verb) and not negations(verb) and form(verb).modal is None


def told_before(verb: "Token") -> bool:
    """Whether what a verb proves or rejects is an account already given: "this", "the claim"."""
    proof = _proof(verb) or verb
    thing = next((c for c in proof.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if thing is None:
        return False
    account = thing.lemma_.lower() in _accounts() and (definite(thing) or _such(thing))
    told = any(c.dep_ in ("acl", "ccomp", "prep") for c in thing.children)
    return thing.lower_ in _STANDING or (account and not told)


def _such(noun: "Token") -> bool:
    return any(c.lower_ == "such" for c in noun.children)


def accounted(verb: "Token") -> "Token | None":
    """The clause that a verb or noun of speech in a sentence gives on somebody's word; the last of them."""
    found = None
    for token in verb.sent:
        if token.i >= verb.i or not is_verb(token) or token.dep_ not in ("ccomp", "acl", "advcl"):
            continue
        joined = relation(token)[1]
        above = token.head.lemma_.lower()
        if joined == "that" and heads_own(token) and (above in reporting() or above in _accounts()):
            found = token
    return found


def deed(verb: "Token") -> "Token | None":
    """What a verb promises, plans, charges or denies: "vowed to train pilots", "accused of beating them".

    None where the verb itself is not told as done or going on, or denied.
    """
    if negations(verb) or form(verb).modal is not None:
        return None
    word, how = verb.lemma_.lower(), reporting().get(verb.lemma_.lower())
    if word in group("promised") | group("meant"):
        return next(
            (c for c in verb.children if c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children)), None
        )
    if how == "denied":
        return next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"), None)
    if how == "alleged":
        links = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("of", "with"))
        return next((g for c in links for g in c.children if g.dep_ == "pcomp" and is_verb(g)), None)
    return None


def done_by(done: "Token") -> "Token | None":
    """Who does what another verb promises, plans, charges or denies; None for a clause of its own."""
    if done.dep_ not in ("xcomp", "pcomp") or heads_own(done):
        return None
    verb = done.head if done.dep_ == "xcomp" else done.head.head
    charged = reporting().get(verb.lemma_.lower()) == "alleged" and not form(verb).passive
    wanted = ("dobj",) if charged else _SUBJECTS
    found = next((c for c in verb.children if c.dep_ in wanted), None)
    return verb.head if found is not None and found.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else found


def _moved(verb: "Token") -> "Token | None":
    """What a verb puts off, calls off or sets a date for; None for any other verb."""
    over, verb = verb, _raising(verb)
    passive = form(verb).passive
    wanted = _SUBJECTS if passive else ("dobj",)
    thing = next((c for c in (*verb.children, *over.children) if c.dep_ in wanted), None)
    if thing is None:
        return None
    if passive and _dated(verb) and any(key in group("dates set") for key in keys(verb)):
        return thing if not any(c.dep_ in ("xcomp", "ccomp") for c in verb.children) else None
    cue = governing(verb, "object")
    if cue is None or cue.effect not in ("postponed", "cancelled"):
        return None
    called_off = any(key in group("called off") for key in keys(verb))
    return thing if cue.effect == "postponed" or called_off else None


def _dated(verb: "Token") -> bool:
    """Whether a date stands in a verb's clause."""
    return any(t.ent_type_ == "DATE" for t in verb.subtree)


def _raising(verb: "Token") -> "Token":
    """The verb that a subject really belongs to: "the match had to be moved"; else the verb itself."""
    led = (c for c in verb.children if c.dep_ == "xcomp" and form(c).passive)
    return next(led, verb) if verb.lemma_.lower() in ("have", "need") else verb


def cued(verb: "Token", judged: Judged) -> bool:
    """Whether a clause tells how sure it is: what plainly happened or goes on is no claim."""
    if judged.stance in STRONG:
        return True
    if judged.stance == "speculative":
        asked = any(c.dep_ == "mark" and c.lower_ == "whether" for c in verb.children)
        return asked or (bool(judged.reporters) and judged.stage != "hypothetical")
    if judged.stage != "ongoing" or judged.polarity == "negated":
        return False
    return any(key in group("states") for key in keys(verb)) or tabled(verb)


def tabled(verb: "Token") -> bool:
    """Whether a clause tells what is on an agenda."""
    return any(t.lower_ in group("agendas") and t.head.lower_ == "on" for t in verb.subtree)


def undone(judged: Judged) -> bool:
    """Whether a clause tells what was put off or called off."""
    return judged.stance == "asserted" and judged.stage in ("postponed", "cancelled")


def argued(verb: "Token", judged: Judged) -> bool:
    """Whether a clause denies that something is so, or holds that it may be."""
    if _conceived(verb):
        return True
    if _to_hearer(verb) or _empty(verb):
        return False
    modal = form(verb).modal
    perhaps = modal is not None and modal.lower_ in _PERHAPS and judged.stance == "speculative"
    if judged.polarity == "negated":
        return bool(negations(verb)) and (perhaps or judged.stage in ("happened", "ongoing"))
    return judged.stance == "speculative" and modal is not None and modal.lower_ in _CHANCE


def _conceived(verb: "Token") -> bool:
    """Whether a clause only thinks of a thing: "one might imagine a union"."""
    modal = form(verb).modal
    thought = verb.lemma_.lower() in group("conceived") and modal is not None and modal.lower_ in _CHANCE
    return thought and any(c.dep_ in ("dobj", "ccomp") for c in verb.children)


def foretold(verb: "Token", judged: Judged) -> bool:
    """Whether a clause tells what is to come: "will be delivered", "is to open by May"."""
    if judged.stage != "planned" or judged.stance not in ("asserted", "speculative") or _to_hearer(verb):
        return False
    return verb.dep_ != "advcl" and (form(verb).finite or verb.pos_ == "AUX")


def under_way(verb: "Token", judged: Judged) -> bool:
    """Whether a clause tells what goes on as it is told: "is now surveying"."""
    how = form(verb)
    going = judged.stage == "ongoing" and judged.stance == "asserted" and judged.polarity == "affirmed"
    return going and how.progressive and how.tense == "present" and not _to_hearer(verb)


def _empty(verb: "Token") -> bool:
    """Whether a clause says nothing without what stands before it: "it was not", "what nobody knows"."""
    if verb.dep_ == "csubj" or any(c.tag_ in ("WP", "WRB") and c.i < verb.i for c in verb.children):
        return True
    bare = any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("PRP", "DT") for c in verb.children)
    return bare and (
        verb.lemma_ == "be" or (verb.lemma_ == "do" and not any(c.dep_ == "dobj" for c in verb.children))
    )


def _to_hearer(verb: "Token") -> bool:
    """Whether the subject is who writes or reads."""
    spoken = (c for c in verb.children if c.dep_ in _SUBJECTS and c.lower_ in _HEARERS)
    return any(all(g.lower_ not in ("no", "not") for g in c.children) for c in spoken)  # "no one"
