"""Who is the subject of a verb: its own, one that the clause above lends, or what the parse put elsewhere.

Climbs are bounded: a sentence costs linear time.
"""

from typing import TYPE_CHECKING

from dragoman.reading.grammar import RELATIVE, SUBJECTS, child, infinitive, is_verb, lemma_of, listed, passive
from dragoman.vocabulary.acts import word_classes
from dragoman.vocabulary.times import times

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 10
_DASHES = ("—", "–", "-", "--")
_CHAIN = 6
_FIRST_OF_TWO = (*SUBJECTS, "dep", "npadvmod")
_WHOM = ("PERSON", "NORP", "ORG")
_INSERTED = 12  # words a pair of dashes may hold
_LENT = ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "parataxis")


def surface_subject(verb: "Token") -> tuple["Token | None", bool]:
    """The subject as the sentence has it, and whether it is the verb's own and not lent from above."""
    current: Token | None = verb
    for step in range(_DEEPEST):
        if current is None:
            break
        found = _subject_at(current) or _past_whose(current)
        if step and found is not None and _of_which(found):  # "the line, whose cost …, was opened"
            found = next((c for c in current.lefts if c.dep_ in SUBJECTS and c.i < found.i), found)
        if found is not None:
            return found, step == 0
        current = _above(current)
    return _before(verb), True


def joined_subjects(verb: "Token", head: "Token") -> list["Token"]:
    """The first of two subjects that "and" joins, where the parse took both ("A of X and B of Y met")."""
    first = next((c for c in verb.lefts if c.dep_ in _FIRST_OF_TWO and c.i < head.i), None)
    if first is None or head.head.i != verb.i:
        return []
    cc = any(c.dep_ == "cc" and first.i < c.i < head.i for c in (*first.children, *verb.lefts))
    return listed(first) if cc or _headed(first, head) else []


def _headed(first: "Token", second: "Token") -> bool:
    """Whether two names open a headline with a comma for "and" ("Kenya, Uganda sign border deal")."""
    between = second.left_edge.i - first.right_edge.i
    comma = between in (1, 2) and first.doc[second.left_edge.i - 1].text == ","
    opens = first.left_edge.i == first.sent.start and second.i + 1 == second.head.i
    people = all(lemma_of(t) in word_classes().officials for t in (first, second))
    return comma and opens and (people or first.pos_ == second.pos_ == "PROPN")


def _of_which(noun: "Token") -> bool:
    """Whether a noun is a part of what a relative clause describes ("the line, the cost of which is …")."""
    return any(t.tag_ in RELATIVE for c in noun.children if c.dep_ == "prep" for t in c.children)


def _past_whose(verb: "Token") -> "Token | None":
    """The noun that a clause with "whose" describes, where the parse ran its own verb into that clause.

    So in "Ruto, whose party has lost seats, flew to Rome": a comma ends the clause, and no "and" joins them.
    """
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.nbor(-1).text != ",":
        return None
    clause = verb.head
    for _ in range(_CHAIN):
        if clause.dep_ != "conj":
            break
        clause = clause.head
    subject = child(clause, *SUBJECTS) if clause.dep_ == "relcl" else None
    whose = subject is not None and any(c.tag_ == "WP$" for c in subject.children)
    return clause.head if whose else None


def _before(verb: "Token") -> "Token | None":
    """The noun that stands right before a finite verb for which the parse found no subject."""
    words = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    finite = any(w.tag_ in ("VBD", "VBZ", "VBP", "MD") for w in words)
    if verb.dep_ not in ("ROOT", "ccomp") or not finite:
        return None
    dated = next((n for c in verb.lefts if (n := child(c, "pobj")) is not None and _behind_day(n)), None)
    if dated is not None:
        return dated
    index = min(w.i for w in words) - 1
    described = _described(verb.doc[index], verb)
    if described is not None:
        return described
    while index > verb.sent.start and verb.doc[index].pos_ == "ADV":
        index -= 1
    if index > verb.sent.start and verb.doc[index].text in _DASHES:
        return _inserted(verb.doc[index])
    noun = verb.doc[index] if index >= verb.sent.start and index < verb.i else None
    return noun if noun is not None and noun.pos_ in ("NOUN", "PROPN", "PRON") else None


def _described(comma: "Token", verb: "Token") -> "Token | None":
    """The name before a clause on it, where the parse took it for part of the words in front.

    So in "After a row over the cost, Peru, which has many neighbours, closed its border".
    """
    name = comma.head if comma.text == "," and comma.i > verb.sent.start else None
    if (
        name is None
        or name.dep_ not in ("appos", "conj")
        or name.pos_ != "PROPN"
        or name.right_edge.i != comma.i
    ):
        return None
    return name if any(c.dep_ in ("relcl", "appos", "acl") for c in name.rights) else None


def _behind_day(name: "Token") -> bool:
    """Whether the parse took a name for the end of the date before it ("On 3 June Ruto, who …, met")."""
    before = name.nbor(-1) if name.i > 1 else None
    month = before is not None and before.dep_ == "compound" and before.lower_ in times().months
    return month and name.pos_ == "PROPN" and name.nbor(-2).like_num


def _inserted(dash: "Token") -> "Token | None":
    """The first of the names, and nothing else, between two dashes ("two states - Peru and Chile - …")."""
    first = None
    for index in range(dash.i - 1, max(dash.sent.start, dash.i - _INSERTED) - 1, -1):
        token = dash.doc[index]
        if token.text in _DASHES and token.whitespace_ and dash.doc[index - 1].whitespace_:
            return first
        if token.pos_ == "PROPN":
            first = token if token.dep_ != "compound" else first
        elif token.pos_ not in ("CCONJ", "PUNCT", "DET"):
            return None
    return None


def _subject_at(verb: "Token") -> "Token | None":
    """The subject a clause has by itself, or by the way it hangs on a noun or on a verb with an object."""
    own = next((c for c in reversed(list(verb.lefts)) if c.dep_ in SUBJECTS), None) or child(verb, *SUBJECTS)
    if own is not None:
        return _behind_dateline(_antecedent(own, verb))
    above = verb.head
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and infinitive(verb)):
        return _of_participle(verb)
    if verb.dep_ == "relcl" or verb.dep_ == "amod":
        return above
    if verb.dep_ == "pcomp" and _charged(verb):
        return _object(above.head)
    listing = verb.dep_ == "pcomp" and above.lower_ == "including"
    if verb.dep_ == "pcomp" and (above.head.pos_ == "NOUN" or listing):
        return child(above.head, "poss") or _doer(above.head)
    if verb.dep_ == "xcomp" and lemma_of(above) in word_classes().object_control:
        return child(above, "dobj") or _told(above)
    return None


def _doer(noun: "Token") -> "Token | None":
    """Who did what a noun says, named behind "by" ("a series of steps by Peru, including closing …")."""
    for one in _of_them(noun):
        by = next((c for c in one.children if c.dep_ in ("prep", "agent") and c.lower_ == "by"), None)
        if by is not None:
            return child(by, "pobj")
    return None


def _of_them(noun: "Token") -> list["Token"]:
    """A noun and those behind its "of" or "in" ("one of several steps", "the latest in a series")."""
    found = [noun]
    for one in found:
        behind = (c for c in one.children if c.dep_ == "prep" and c.lower_ in ("of", "in"))
        found += [d for c in behind for d in c.children if d.dep_ == "pobj" and len(found) < _CHAIN]
    return found


def _behind_dateline(subject: "Token") -> "Token":
    """The subject itself where the parse took the dateline for it ("LIMA, Peru (AP) — The minister …")."""
    doc = subject.doc
    dash = next((t.i for t in doc[: min(14, len(doc))] if t.text in _DASHES and _alone(t)), None)
    if dash is None or subject.i > dash or any(t.pos_ in ("VERB", "AUX") for t in doc[:dash]):
        return subject
    behind = (
        t for t in subject.subtree if t.i > dash and t.head.i < dash and t.pos_ in ("NOUN", "PROPN", "PRON")
    )
    return next(behind, subject)


def _alone(dash: "Token") -> bool:
    """Whether a dash stands between words and not inside one ("al-Asad")."""
    return len(dash.text) > 1 or dash.text != "-" or bool(dash.i and dash.nbor(-1).whitespace_)


def _charged(verb: "Token") -> bool:
    """Whether a gerund is what its governor's object does: accused of doing, kept from doing."""
    return lemma_of(verb.head.head) in word_classes().charging or verb.head.lower_ == "from"


def _decider(noun: "Token", verb: "Token") -> "Token | None":
    """Who is to do what a decision or move is about: "the decision by Peru to close its border"."""
    by = next((c for c in noun.children if c.lower_ == "by" and c.dep_ in ("prep", "agent")), None)
    return child(by, "pobj") if by is not None and by.i < verb.i else None


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
    if subject.tag_ not in RELATIVE and not (subject.lower_ == "that" and subject.tag_ in ("WDT", "IN")):
        return subject
    clause = verb
    for _ in range(_DEEPEST):
        if clause.dep_ == "relcl":
            return _told_of(_who(subject, clause.head))
        cleft = _cleft(clause)
        if cleft is not None:
            return cleft
        if clause.dep_ not in ("conj", "xcomp", "ccomp"):
            break
        clause = clause.head
    return subject


def _told_of(noun: "Token") -> "Token":
    """Whom "those who attended it" means, where the sentence says so: "… were Peru and Chile"."""
    copula = noun.head
    if noun.lower_ != "those" or noun.dep_ not in SUBJECTS or lemma_of(copula) != "be":
        return noun
    return child(copula, "attr") or noun


def _cleft(clause: "Token") -> "Token | None":
    """Who is picked out by "it was X that …", where the parse took the clause for what "was" says."""
    copula = clause.head
    if clause.dep_ not in ("ccomp", "advcl") or lemma_of(copula) != "be":
        return None
    picked, it = child(copula, "attr"), child(copula, *SUBJECTS)
    return picked if it is not None and it.lower_ == "it" and picked is not None else None


def _who(pronoun: "Token", noun: "Token") -> "Token":
    """What "who" stands for: the group or person named right before it, where the parse took a thing.

    "Talks with the Taliban, who refused": nobody but them can have refused.
    """
    before = pronoun.nbor(-1) if pronoun.i else None
    if before is not None and before.text == "," and before.i:
        before = before.nbor(-1)
    if pronoun.lower_ != "who" or before is None or before.i <= noun.i or noun.pos_ != "NOUN":
        return noun
    if before.ent_type_ not in _WHOM or {lemma_of(noun), noun.lower_} & word_classes().acting:
        return noun
    return before


def _speaking(noun: "Token") -> "Token | None":
    """Whose a text is: its possessor, or the subject of the verb that issues it."""
    owner = child(noun, "poss")
    governor = _verb_above(noun)
    if owner is not None or governor is None or noun.dep_ not in ("dobj", "pobj"):
        return owner
    return surface_subject(governor)[0]


def _of_participle(verb: "Token") -> "Token | None":
    """The subject of a participle or infinitive behind a noun: the noun, or whose plan or decision it is."""
    noun = verb.head
    if not infinitive(verb):
        return noun if lemma_of(noun) not in word_classes().documents else _speaking(noun)
    if lemma_of(noun) in word_classes().asking:
        asked = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("to", "for", "on")), None)
        if asked is not None and asked.i < verb.i:
            return child(asked, "pobj")
    owner = child(noun, "poss") or _decider(noun, verb)
    if owner is not None:
        return owner
    governor = _verb_above(noun)
    if governor is not None and noun.dep_ in ("dobj", "pobj", "attr"):
        lent, _ = surface_subject(governor) if governor.dep_ != "acl" else (None, False)
        return lent
    return next((c for c in noun.children if c.dep_ in ("amod", "compound") and c.ent_type_), None)
