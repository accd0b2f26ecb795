"""States where they are named, and governments where a capital or a palace stands for them.

A capital stands for the government where it acts: as the subject of a verb, as owner of a policy, between
two of its kind, with or against somebody. Where it is the place ("in Moscow", "Moscow talks"), it is none.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.reading.drafts import Draft, Numbering
from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.vocabulary.descriptions import descriptions
from dragoman.vocabulary.states import naming

_NEAR = 6
_LISTED = 80  # characters in which a row of capitals ends
_LIST = re.compile(r", ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?:, [^,.;()]{2,30})*,? and [A-Z]")
_DEEDS = ("sion", "tion", "al", "ment", "ance")  # how nouns of action end

if TYPE_CHECKING:
    from spacy.tokens import Token


def find(line: Line, names: Sequence[Known], barred: Sequence[bool], numbering: Numbering) -> Iterator[Draft]:
    """The mentions of states, governments and bodies of the tables in a line, in order."""
    capitals = {k.first: k for k in names if k.role in ("capital", "seat")}
    ends = {k.last for k in names}
    acting = {i for i, k in capitals.items() if barred[i] and _acts(line, k) and not _located(line, i, ends)}
    acting |= {
        i for i, k in capitals.items() if i not in acting and barred[i] and _beside(line, k, capitals, acting)
    }
    for known in names:
        if not barred[known.first]:
            continue
        if known.role in ("capital", "seat"):
            if known.first in acting:
                yield _draft(line, known, numbering, f"government:{known.code}", "metonym")
        elif known.role == "people":
            if _whole_people(line, known):
                yield _draft(line, known, numbering, known.actor, "adjective")
        elif known.role == "adjective":
            if _describes(line, known):
                yield _draft(line, known, numbering, known.actor, "adjective")
        else:
            form = "adjective" if known.role == "name" and _modifies(line, known) else "name"
            yield _draft(line, known, numbering, known.actor, form)


def _draft(line: Line, known: Known, numbering: Numbering, actor: str, form: str) -> Draft:
    return Draft(
        known.start,
        known.end,
        actor,
        form,  # type: ignore[arg-type] # one of three literals above
        line.index,
        known.first,
        known.last,
        numbering.of(line, known.first),
    )


def _whole_people(line: Line, known: Known) -> bool:
    """Whether "the Palestinians" stands for all of them, and not for some ("the Albanians of Serbia")."""
    the = known.first > 0 and line.joined[known.first] and line.folded[known.first - 1] == "the"
    following = line.folded[known.last] if known.last < len(line.words) and line.joined[known.last] else ""
    return the and following not in ("of", "in", "from", "who", "living", "at")


def _describes(line: Line, known: Known) -> bool:
    """Whether an adjective of a state describes something, and is no language ("in Russian")."""
    following = known.last < len(line.words) and (
        line.joined[known.last] or line.after(known.last - 1) in ",/–"
    )
    the = known.first > 0 and line.joined[known.first] and line.folded[known.first - 1] == "the"
    return following or the or line.pos[known.first] in ("ADJ", "PROPN")


def _modifies(line: Line, known: Known) -> bool:
    """Whether a state's name stands before a noun in place of its adjective ("the Myanmar leader")."""
    token = line.paragraph.doc[line.tokens[known.last - 1]]
    following = known.last < len(line.words) and line.joined[known.last] and line.before(known.last) == " "
    return bool(following and token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i)


def _dateline(line: Line, known: Known) -> bool:
    """Whether a capital opens a paragraph as the place it was written at ("HANOI, Vietnam (AP) —").

    A row of capitals ("Lima, Quito and Bogota signed …") is no such place.
    """
    if known.last < len(line.words) and line.folded[known.last] in ("which", "whose"):
        return False
    shouted = line.words[known.first].isupper() and len(line.words[known.first]) > 2
    listed = None if shouted else _LIST.match(line.after(known.last - 1, _LISTED))
    if listed and (second := naming(listed[1])) is not None and second[1] in ("capital", "seat"):
        return False
    return known.first == 0 and (
        shouted or line.after(known.last - 1, 2) in (", ", " (", " —", " –", " -", "—", ":")
    )


def _acts(line: Line, known: Known) -> bool:
    if _dateline(line, known):
        return False
    token = line.paragraph.doc[line.tokens[known.last - 1]]
    if line.possessive(known.last - 1):
        return _owns(line, known, token)
    following = known.last < len(line.words) and line.joined[known.last]
    if following and line.before(known.last) == "-":
        return (
            known.last < len(line.words) and line.capital(known.last) and token.dep_ in ("nsubj", "compound")
        )
    if known.role == "seat" and following and token.dep_ == "compound":
        return _speaks(line, known)
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    if token.dep_ == "nsubj":
        return _predicate(token)
    if token.dep_ == "nsubjpass":  # "Warsaw is said to have agreed"
        return any(c.dep_ == "xcomp" for c in token.head.children)
    if token.dep_ == "attr":  # "it was Athens that objected"
        return _picked(token)
    if token.dep_ == "pobj":
        return _in_phrase(token, known)
    return False


def _located(line: Line, first: int, ends: set[int]) -> bool:
    """Whether a capital's name tells where a town before the comma lies ("Tacoma, Washington")."""
    return (
        first > 0
        and first not in ends
        and line.between(first - 1, first) == ", "
        and line.entities[first - 1] in ("GPE", "LOC")
    )


def _owns(line: Line, known: Known, token: "Token") -> bool:
    """Whether what a capital owns is a government's ("Moscow's position"), no city's ("Moscow's roads")."""
    head = token.head
    if token.dep_ != "poss" or head.i <= token.i or head.pos_ == "PROPN" or head.text[:1].isupper():
        return False
    places = descriptions().possessions
    between = line.paragraph.doc[token.i + 1 : head.i + 1]
    return not any(t.lower_ in places or t.lemma_.lower() in places for t in between)


def _speaks(line: Line, known: Known) -> bool:
    """Whether a palace stands before somebody who speaks for it ("Kremlin spokesman")."""
    word = line.folded[known.last]
    return word.startswith(
        ("spokes", "official", "aide", "press", "adviser", "advisor", "source", "envoy", "chief")
    )


def _picked(token: "Token") -> bool:
    """Whether "it was X that …" picks a capital out as who did something."""
    said = any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in token.head.children)
    clauses = (c for c in (*token.children, *token.head.children) if c.dep_ in ("relcl", "ccomp"))
    doing = (c.lower_ for clause in clauses for c in clause.children if c.dep_ == "nsubj")
    return said and not {"that", "who", "which"}.isdisjoint(doing)


def _predicate(token: "Token") -> bool:
    verb = token.head
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    if verb.lemma_ == "be":
        return any(
            c.dep_ == "acomp" and any(g.dep_ in ("xcomp", "prep", "ccomp") for g in c.children)
            for c in verb.children
        )
    if verb.lemma_.lower() in descriptions().place_verbs:
        return any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)
    return True


def _in_phrase(token: "Token", known: Known) -> bool:
    preposition = token.head
    word, head = preposition.lower_, preposition.head
    table = descriptions()
    if word == "between":
        return head.lower_ not in table.between and not any(c.lower_ in table.between for c in head.children)
    if word == "with":
        return True
    if word == "by":
        return preposition.dep_ == "agent" or _done_by(head)
    if word in ("against", "toward", "towards"):
        return head.pos_ == "NOUN" and head.lower_ not in ("way", "road", "march", "drive", "advance")
    if word == "to":
        return preposition.i > 0 and preposition.nbor(-1).lower_ == "according"
    if word == "in":  # "the foreign ministry in Bishkek"
        return head.lower_ in table.seated and head.i + 1 == preposition.i
    who = preposition.nbor(-1).lower_ if preposition.i else ""
    sent = who in table.emissaries
    if (word == "from" and (sent or who in table.officials)) or (word == "of" and sent):
        return True  # "ministers from Bern"
    if word == "of" and head.lower_ in table.asking:
        return True
    if word in ("on", "from", "for"):
        return head.lower_ in table.pressure
    return False


def _done_by(noun: "Token") -> bool:
    """Whether "by" behind a noun tells who did what it names ("the suspension of the accord by Ankara")."""
    top = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return top.pos_ == "NOUN" and top.lemma_.lower().endswith(_DEEDS)


def _beside(line: Line, known: Known, capitals: dict[int, Known], acting: set[int]) -> bool:
    """Whether a capital is joined by "and" or a hyphen to one that acts ("Beijing and Moscow")."""
    if line.possessive(known.last - 1):
        return False
    near = range(max(0, known.first - _NEAR), known.first + _NEAR)
    for other in (capitals[i] for i in near if i in acting):
        low, high = sorted((known, other), key=lambda k: k.first)
        gap = line.between(low.last - 1, high.first) if low.last <= high.first else ""
        if gap in (" and ", "-", "–", " or "):
            return True
    return False
