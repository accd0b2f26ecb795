"""What the parse alone says of whom a pronoun can mean, whoever the text speaks of."""

from typing import TYPE_CHECKING

from dragoman.reading.drafts import Draft
from dragoman.reading.grammar import SUBJECTS, child, lemma_of
from dragoman.reading.lines import Line
from dragoman.vocabulary.acts import word_classes
from dragoman.vocabulary.descriptions import descriptions

if TYPE_CHECKING:
    from spacy.tokens import Token

GENDERS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_DEEP = 30


def same_clause_object(line: Line, i: int, draft: Draft) -> bool:
    """Whether a pronoun is object of the verb whose subject the draft is ("Modi met him")."""
    if draft.line != line.index:
        return False
    doc = line.paragraph.doc
    pronoun, name = doc[line.tokens[i]], doc[line.tokens[draft.last - 1]]
    while name.dep_ in ("appos", "compound", "flat") and name.head.i != name.i:
        name = name.head  # "The minister, Ana Ruiz, called on her"
    if pronoun.dep_ not in ("dobj", "pobj", "dative") or not name.dep_.startswith("nsubj"):
        return False
    governor = pronoun.head if pronoun.dep_ != "pobj" else pronoun.head.head
    if governor.dep_ == "dobj" and governor.pos_ == "NOUN":
        governor = governor.head  # "paid a call on him"
    steps = 0
    while governor.dep_ in ("xcomp", "conj") and steps < 5 and not _has_subject(governor):
        governor, steps = governor.head, steps + 1  # "and tried to force him": its subject is that of before
    return bool(governor.i == name.head.i)


def _has_subject(verb: "Token") -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def is_object(line: Line, i: int) -> bool:
    """Whether a pronoun is object of a verb or a preposition."""
    return line.paragraph.doc[line.tokens[i]].dep_ in ("dobj", "pobj", "dative")


def of_another(line: Line, i: int) -> bool:
    """Whether a possessive stands in the clause of somebody without a name ("a man who sold his house")."""
    token = line.paragraph.doc[line.tokens[i]]
    if token.dep_ != "poss":
        return False
    verb = token.head
    while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    return verb.dep_ in ("acl", "relcl") and verb.tag_ in ("VB", "VBG") and not _has_subject(verb)


def governed(token: "Token", verb: "Token") -> bool:
    """Whether a token stands below a verb in the parse."""
    steps = 0
    while token.head.i != token.i and steps < _DEEP:
        token, steps = token.head, steps + 1
        if token.i == verb.i:
            return True
    return False


def ruling_pronoun(line: Line, i: int) -> "Token | None":
    """The "he" or "she" that is subject of a pronoun's clause, and so means the same person."""
    subject = subject_before(line.paragraph.doc[line.tokens[i]])
    pronoun = line.paragraph.doc[line.tokens[i]]
    if subject is None or pronoun.dep_ != "poss":
        return None
    return subject if GENDERS.get(subject.lower_) == GENDERS[line.folded[i]] else None


def is_empty(pronoun: "Token") -> bool:
    """Whether "it" stands for nothing ("it is clear that", "it rained")."""
    verb = pronoun.head
    if verb.lemma_ == "be" and any(
        c.dep_ == "acomp" and c.lemma_ in descriptions().minded for c in verb.children
    ):
        return False
    if pronoun.dep_ == "expl" or verb.lemma_ in ("be", "seem", "appear", "take", "rain", "snow"):
        return True
    return any(c.dep_ in ("ccomp", "csubj") for c in verb.children) and verb.tag_ == "VBN"


def subject_before(pronoun: "Token") -> "Token | None":
    """The subject of the nearest verb above a pronoun that stands before it, as a token."""
    token, steps = pronoun, 0
    while token.head.i != token.i and steps < 30:
        token, steps = token.head, steps + 1
        if token.pos_ in ("VERB", "AUX"):
            for child in token.children:
                if child.dep_ in ("nsubj", "nsubjpass") and child.i < pronoun.i and child.i != pronoun.i:
                    if child.tag_ in ("WDT", "WP"):
                        return token.head
                    return child
    return None


def of_object(line: Line, i: int) -> bool:
    """Whether a plural possessive follows a plural object of its verb ("to return people to their homes")."""
    token = line.paragraph.doc[line.tokens[i]]
    if token.dep_ != "poss":
        return False
    verb = token.head
    while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    return any(c.dep_ == "dobj" and c.i < token.i and c.tag_ in ("NNS", "NNPS") for c in verb.children)


def stands_alone(line: Line, i: int) -> bool:
    """Whether "the two" or "both" stands for whom it counts and no noun follows ("the two met")."""
    token = line.paragraph.doc[line.tokens[i]]
    if token.dep_ not in ("nsubj", "nsubjpass", "pobj", "dobj"):
        return False
    if any(c.i > token.i and c.dep_ in ("prep", "conj", "cc") for c in token.children):
        return False  # "two of them", "the two or three"
    return token.lower_ == "both" or line.folded[i - 1 : i] == ("the",)


def own_teller(pronoun: "Token") -> "Token | None":
    """The subject of a verb of whose content "they" is the subject: "rebels deny they are negotiating".

    "It" is bound so only by who lets something be known: "Chad let it be known that it would leave".
    """
    said = pronoun.head
    lets = said.head.head if pronoun.lower_ == "it" and said.dep_ == "ccomp" else None
    if lets is not None and lets.lemma_ == "let" and said.head.dep_ == "ccomp":
        return child(lets, "nsubj") if pronoun.i > said.head.i else None
    if pronoun.lower_ != "they" or pronoun.dep_ not in SUBJECTS or said.dep_ != "ccomp":
        return None
    teller = child(said.head, *SUBJECTS)
    return teller if teller is not None and teller.i < pronoun.i else None


def asked_again(pronoun: "Token") -> "Token | None":
    """The object that "it" takes up where it is asked to act: "thanked Japan and asked it to pay"."""
    if pronoun.lower_ != "it" or pronoun.dep_ not in ("dobj", "nsubj", "dative"):
        return None
    verb = pronoun.head
    if verb.dep_ in ("ccomp", "xcomp") and verb.head.i < pronoun.i:
        verb = verb.head
    if verb.dep_ != "conj" or lemma_of(verb) not in word_classes().object_control:
        return None
    return child(verb.head, "dobj") if child(verb, *SUBJECTS) in (None, pronoun) else None


def singled_out(line: Line, i: int) -> int | None:
    """The piece behind "as for" at the head of a sentence, of whom its subject pronoun i then speaks."""
    pronoun = line.paragraph.doc[line.tokens[i]]
    if pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    first = next(k for k in range(i, -1, -1) if k == 0 or line.sentences[k - 1] != line.sentences[i])
    headed = line.folded[first : first + 2] in (("as", "for"), ("as", "to"))
    behind = pronoun.left_edge.i and pronoun.left_edge.nbor(-1).text == ","
    return first + 2 if headed and behind else None
