"""Verbs that the model took for nouns or hung on the wrong verb, and a phrase that it took for a clause.

In "Greece's foreign minister confers with his guest" and "the ministry plans to open an embassy" the model
makes "confers" and "plans" the main word and gives it a subject, yet calls it a noun. A noun has no subject.
In "declared two diplomats persona non grata" it takes "persona" for a verb, whose subject the diplomats are.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEHIND = frozenset(("dobj", "prep", "xcomp", "ccomp", "prt", "dative"))
_PAIR = frozenset(("two", "three"))
_UNWELCOME = ("persona", "personae")
_SIBILANT = ("ches", "shes", "sses", "xes", "zes", "oes")


def name_verbs(doc: "Doc") -> "Doc":
    """The same parse, mended in place where its main word is a verb that is called a noun."""
    for token in doc:
        if token.dep_ == "ROOT" and token.tag_ == "NNS" and _says(token):
            token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", _base(token.lower_)
        elif token.dep_ == "ccomp" and token.lower_ in _UNWELCOME:
            _declared(token)
        elif token.dep_ == "conj" and token.tag_ in ("VBN", "VBD") and token.head.tag_ == "VB":
            _rejoin(token)
        elif token.lower_ in _PAIR and token.dep_ == "nummod" and token.i + 1 < len(doc):
            _two_did(token, token.nbor(1))
    return doc


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
