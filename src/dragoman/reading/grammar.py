"""What the parse says of single words: their lemma, whether a verb is passive, who is joined to a noun.

Everything here speaks of tokens of one parse and of grammar alone.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
RELATIVE = ("WDT", "WP", "WP$")
FINITE = ("VBD", "VBZ", "VBP")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")


def lemma_of(token: "Token") -> str:
    """A word's lemma in lower case."""
    return token.lemma_.lower()


def is_verb(token: "Token") -> bool:
    """Whether a token stands as a verb and not as a modifier."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "aux", "auxpass")


def child(token: "Token", *deps: str) -> "Token | None":
    """The first child by one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def passive(verb: "Token") -> bool:
    """Whether a verb stands in the passive, alone or as a participle behind its noun."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or _inserted(verb):
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "ROOT" and _by_somebody(verb):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in verb.children):
        return False
    if any(c.dep_ in ("nsubj", "dobj") for c in verb.children) or _finite(verb):
        return False
    if verb.dep_ == "conj" and is_verb(verb.head):
        return passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "amod", "relcl") or any(c.dep_ == "agent" for c in verb.children)


def _by_somebody(verb: "Token") -> bool:
    """Whether what the parse took for the main verb only tells by whom, and the true one follows.

    So in "the accords concluded in Rome by Togo and Mali are modest".
    """
    main = child(verb, "ccomp")
    if main is None or child(verb, "agent") is None or child(verb, "dobj") is not None:
        return False
    return main.i > verb.i and main.tag_ in _FINITE and child(main, *SUBJECTS) is None


def _inserted(verb: "Token") -> bool:
    """Whether what the parse took for the main verb only describes the subject, between two commas.

    So in "the embassy, opened in 1991, stayed": another verb follows the second comma, and no "and" joins it.
    """
    if verb.tag_ not in ("VBN", "VBD") or not verb.i or verb.nbor(-1).text != ",":
        return False
    if any(c.dep_ in ("dobj", "cc", "aux", "ccomp", "xcomp") for c in verb.children):
        return False
    main, subject = child(verb, "conj"), child(verb, "nsubj")
    if main is None or subject is None or subject.pos_ != "NOUN" or subject.right_edge.i != verb.i - 1:
        return False
    first = min(main.i, *(c.i for c in main.children if c.i > verb.i), main.i)
    return is_verb(main) and verb.doc[first - 1].text == ","


def _finite(verb: "Token") -> bool:
    """Whether what the parse took for a participle is the sentence's verb in the past.

    So where the sentence has no other: "Peru - which rejects the plan - called for a meeting".
    """
    noun = verb.head
    if verb.dep_ != "acl" or noun.dep_ != "ROOT" or not verb.nbor(-1).is_punct:
        return False
    clauses = {t.i for c in noun.children if c.dep_ == "relcl" and c.i < verb.i for t in c.subtree}
    told = clauses or child(noun, "appos") is not None  # "Tokyo, which had paid for it, protested"
    other = not told or any(t.tag_ in _FINITE and t.i not in clauses for t in verb.sent)
    if verb.nbor(-1).text == "," and other:
        return False
    return noun.pos_ == "PROPN" and all(c.dep_ != "agent" for c in verb.children)


def infinitive(verb: "Token") -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


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
    return [t for t in found if t.dep_ != "conj" or not shut_out(t)]


def shut_out(word: "Token") -> bool:
    """Whether "not" stands right before it: "by Togo but not by Benin", "Togo but not Benin".

    "Not only by" shuts out nobody.
    """
    at = word.i - 1
    while at > 0 and word.doc[at].head.i == word.i and word.doc[at].dep_ in ("det", *MODIFIERS):
        at -= 1
    return at > 0 and word.doc[at].lower_ == "not"


def _shared(token: "Token") -> list["Token"]:
    """Who the parse took for an owner: in "Ruto and Togo's minister met" it is Ruto and the minister.

    So with persons, and with "both": "on both Togo and Benin's army".
    """
    owner = child(token, "poss", "nmod", "compound")
    if owner is None or child(owner, "case") is not None:
        return []
    other = child(owner, "conj")
    names = owner.pos_ == token.pos_ == "PROPN" and token.ent_type_ == "PERSON"
    if owner.dep_ == "nmod" and names and other is not None and child(owner, "cc") is not None:
        return [owner]  # "President Boric and President Petro talked"
    if other is None or child(other, "case") is None:
        return []
    both = any(c.dep_ == "preconj" and c.lower_ == "both" for c in (*token.children, *owner.children))
    return [owner] if both or (owner.dep_ == "poss" and owner.ent_type_ == "PERSON") else []


def _begins_list(token: "Token") -> bool:
    """Whether an apposition is the next member of a list ("A, the B and C")."""
    return any(c.dep_ in ("conj", "cc") for c in token.children)


def modifiers(noun: "Token") -> frozenset[str]:
    """The words that stand before a noun within its phrase, as lemmas and as written, in lower case."""
    words: set[str] = set()
    for before in noun.children:
        if before.i < noun.i and before.dep_ in (*MODIFIERS, "det", "npadvmod", "advmod"):
            for one in before.subtree:
                if one.i < noun.i:
                    words.update((one.lower_, lemma_of(one)))
    return frozenset(words)


def relative(verb: "Token") -> bool:
    """Whether a verb heads a relative clause; the parse takes "that" for no relative word now and then."""
    if verb.dep_ == "acl" and verb.tag_ in FINITE:
        return any(c.lower_ == "that" and c.dep_ == "dobj" for c in verb.lefts)
    return bool(verb.dep_ == "relcl")
