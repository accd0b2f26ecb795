"""Verbs that the model took for nouns or hung on the wrong verb, and a phrase that it took for a clause.

In "Peru and Chile sign tax treaty" it takes what a headline tells for an infinitive.
In "Greece's foreign minister confers with his guest" and "the ministry plans to open an embassy" the model
makes "confers" and "plans" the main word and gives it a subject, yet calls it a noun. A noun has no subject.
In "declared two diplomats persona non grata" it takes "persona" for a verb, whose subject the diplomats are.
In "recalled its envoy, Omar Saleh, and, …, summoned the consul" it makes the envoy summon the consul, and in
"Tokyo, which had paid for it, protested" it takes the verb for one more description of Tokyo, or in "Chad, in
consultation with Mali, signed in Fez a pact" of Mali, and in "Chile surprised observers by opening an
embassy" for a word that describes the observers.
"""

from typing import TYPE_CHECKING

from dragoman.vocabulary.acts import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEHIND = frozenset(("dobj", "prep", "xcomp", "ccomp", "prt", "dative"))
_LOOKED_AT = frozenset(("ROOT", "ccomp", "conj", "nummod", "acl"))  # of very many words few are any of these
_PAIR = frozenset(("two", "three"))
_UNWELCOME = ("persona", "personae")
_NOT_PEOPLE = ("GPE", "NORP", "LOC", "DATE")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SIBILANT = ("ches", "shes", "sses", "xes", "zes", "oes")


def name_verbs(doc: "Doc") -> "Doc":
    """The same parse, mended in place where its main word is a verb that is called a noun."""
    for token in doc:
        dep = token.dep_
        if dep not in _LOOKED_AT:
            continue
        if dep == "ROOT" and token.tag_ == "NNS" and _says(token):
            token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", _base(token.lower_)
        elif dep == "ROOT" and token.tag_ == "VB" and _several_do(token):
            token.tag_ = "VBP"
        elif dep == "ROOT" and token.pos_ in ("PROPN", "NOUN"):
            _did_to(token)
        elif dep == "ccomp" and token.lower_ in _UNWELCOME:
            _declared(token)
        elif dep == "conj" and token.tag_ in ("VBN", "VBD") and token.head.tag_ == "VB":
            _rejoin(token)
        elif dep == "nummod" and token.lower_ in _PAIR and token.i + 1 < len(doc):
            _two_did(token, token.nbor(1))
        elif dep == "ccomp" and token.tag_ == "VBD" and token.head.tag_ == "VBD":
            _named_between(token, token.head)
        elif dep == "acl" and token.tag_ in ("VBN", "VBD"):
            _did(token.head if token.head.dep_ == "ROOT" else _named_before(token), token)
    return doc


def _several_do(verb: "Token") -> bool:
    """Whether a bare verb tells what several do: "Peru and Chile sign tax treaty", in a headline."""
    if any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or any(t.is_punct for t in verb.doc[subject.right_edge.i + 1 : verb.i]):
        return False
    return subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)


def _after_comma(token: "Token") -> bool:
    return token.i > 0 and token.nbor(-1).lower_ == ","


def _named_between(first: "Token", second: "Token") -> None:
    """Joins a verb to the one before it, where the parse made whom that one hit its subject.

    So in "Peru recalled its envoy, Ana Mora, for talks, summoned the consul and …": the name tells who the
    envoy is, for no comma parts a subject from its verb.
    """
    envoy = next((c for c in first.children if c.dep_ == "dobj"), None)
    name = next((c for c in second.children if c.dep_ == "nsubj"), None)
    if envoy is None or name is None or not first.i < envoy.i < name.i < second.i:
        return
    person = name.pos_ == "PROPN" and name.ent_type_ not in _NOT_PEOPLE and envoy.pos_ == "NOUN"
    if not person or not _after_comma(name.left_edge) or not _after_comma(second):
        return
    if envoy.lemma_.lower() not in word_classes().officials:
        return
    above, how = (first, "ROOT") if second.dep_ == "ROOT" else (second.head, second.dep_)
    first.head, first.dep_ = above, how
    second.head, second.dep_ = first, "conj"
    for word in [
        c for c in (*name.children, *second.children) if c.dep_ == "prep" and name.i < c.i < second.i
    ]:
        word.head = first
    name.head, name.dep_ = envoy, "appos"


def _did(name: "Token", verb: "Token") -> None:
    """Makes what the parse took for a description of a name, behind another one, what it did."""
    if name.pos_ != "PROPN" or verb.i < name.i or not _after_comma(verb):
        return
    before = [c for c in name.children if name.i < c.i < verb.i and c.dep_ in ("relcl", "appos")]
    if not before and not (name.nbor(1).lower_ == "," and any(c.dep_ == "dobj" for c in verb.children)):
        return
    if any(c.dep_ == "agent" or c.lower_ == "by" for c in verb.children):
        return
    if name.left_edge.i != name.sent.start and name.left_edge.nbor(-1).lower_ in ("by", "to", "of"):
        return
    moved = [c for c in name.children if c.i > verb.i]
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBD", "VERB"
    name.head, name.dep_ = verb, "nsubj"
    for word in moved:
        word.head = verb


def _named_before(verb: "Token") -> "Token":
    """The name that opens a sentence without a verb, where a phrase between commas stands behind it.

    So in "Chad, in consultation with Mali, signed in Fez a pact": it was not Mali that signed.
    """
    top = verb.head
    while top.dep_ in ("pobj", "prep") and top.head.i < top.i:
        top = top.head
    return top if top.dep_ == "ROOT" else verb


def _two_did(two: "Token", past: "Token") -> None:
    """Makes "the two" the subject of a past tense that the parse took for a word before a noun.

    So in "and the two established diplomatic relations in May": joined to a sentence by "and", or its main
    word, no noun stands for itself without a verb.
    """
    noun = two.head
    the = two.i and two.nbor(-1).lower_ == "the"
    if not the or past.tag_ not in ("VBN", "VBD") or past.dep_ != "amod" or past.head.i != noun.i:
        return
    if noun.dep_ not in ("conj", "ROOT") or any(c.dep_ == "relcl" for c in noun.children):
        return
    above = noun.head
    if noun.dep_ == "conj" and above.pos_ not in ("VERB", "AUX"):
        return
    moved = [c for c in noun.children if c.i < two.i or (c.i > noun.i and c.dep_ in ("prep", "npadvmod"))]
    root = noun.dep_ == "ROOT"
    past.head, past.dep_ = (past, "ROOT") if root else (above, "conj")
    past.tag_, past.pos_ = "VBD", "VERB"
    noun.head, noun.dep_ = past, "dobj"
    two.head, two.dep_, two.pos_ = past, "nsubj", "NOUN"
    for word in moved:
        if word.dep_ != "det":
            word.head = past
    two.nbor(-1).head = two


def _did_to(name: "Token") -> None:
    """Makes a past tense of what the parse took for a word before a noun, in a sentence without a verb.

    So in "Chile surprised observers on Monday by opening an embassy": it ends in a full stop, and what was
    done is told behind "by".
    """
    sentence = name.sent
    past = next((t for t in sentence if t.i > name.i and t.dep_ == "amod" and t.lower_.endswith("ed")), None)
    if past is None or past.head.tag_ != "NNS" or past.head.i != past.i + 1 or sentence[-1].text != ".":
        return
    behind = (t for t in sentence if t.i > past.i and t.lower_ == "by")
    means = next((t for t in behind if any(c.dep_ == "pcomp" for c in t.children)), None)
    if means is None or any(t.tag_ in _FINITE and t.dep_ != "relcl" for t in sentence if t.i < means.i):
        return
    noun = past.head
    moved = [c for w in (name, noun) for c in w.children if c.i > past.i and c.i != noun.i]
    past.head, past.dep_, past.tag_, past.pos_ = past, "ROOT", "VBD", "VERB"
    name.head, name.dep_ = past, "nsubj"
    noun.head, noun.dep_ = past, "dobj"
    for word in (*moved, means):
        word.head = past


def _rejoin(past: "Token") -> None:
    """Joins a past tense to the verb above the one that the parse joined it to, which cannot stand in it.

    So in "Ruiz said it would reopen and named an ambassador": nothing "would named".
    """
    bare = past.head
    above = bare.head
    if bare.dep_ not in ("ccomp", "xcomp") or above.tag_ not in ("VBD", "VBZ", "VBP") or above.i > bare.i:
        return
    if any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "agent") for c in past.children):
        return
    if any(c.dep_ == "dobj" for c in past.children) and any(c.dep_ == "aux" for c in bare.children):
        past.head, past.tag_ = above, "VBD"


def _declared(persona: "Token") -> None:
    """Makes the one declared unwelcome the object of the verb, and the phrase what he is declared."""
    declared = persona.head
    for one in persona.children:
        if one.dep_ == "nsubj":
            one.head, one.dep_ = declared, "dobj"
        elif one.dep_ == "prep":
            one.head = declared
    persona.dep_, persona.tag_, persona.pos_ = "oprd", "NN", "NOUN"


def _says(root: "Token") -> bool:
    subject = any(c.dep_ == "nsubj" and c.i < root.i for c in root.children)
    described = any(c.i < root.i and c.dep_ in ("det", "amod", "poss", "nummod") for c in root.children)
    copula = any(c.dep_ == "cop" for c in root.children)
    follows = any(c.dep_ in _BEHIND and c.i > root.i for c in root.children)
    return root.lower_.endswith("s") and subject and follows and not described and not copula


def _base(word: str) -> str:
    """The verb of a third person.

    >>> _base("confers"), _base("reaches"), _base("carries")
    ('confer', 'reach', 'carry')
    """
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_SIBILANT) else word[:-1]
