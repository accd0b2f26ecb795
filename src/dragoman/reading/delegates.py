"""Of which state somebody is who leads its delegation: "a Kenyan delegation led by Deputy Minister X".

"X led the Kenyan delegation" and "Kenya's team was headed by X" tell the same. An office whose own words name
no state is then of that one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.reading.bearings import Bearing
from dragoman.reading.grammar import SUBJECTS, child, lemma_of
from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.reading.name_forms import Pieces
from dragoman.vocabulary.descriptions import descriptions

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNERS = ("poss", "amod", "compound", "nmod")
_NAMED = ("name", "adjective")
_UP = 4  # words from a name up to the head of its phrase


def led(
    lines: Sequence[Line], knowns: Sequence[Sequence[Known]], bearings: Sequence[Bearing]
) -> tuple[Bearing, ...]:
    """The bearings, those of unknown state given that of the delegation which their holder leads."""
    states: dict[Pieces, set[str]] = {}
    for bearing in (b for b in bearings if _unknown(b)):
        line = lines[bearing.use.line]
        for team in _led_by(line, bearing):
            states.setdefault(bearing.person, set()).update(_whose(line, team, knowns[line.index]))
    known = {person: min(found) for person, found in states.items() if len(found) == 1}
    return tuple(replace(b, of=known[b.person]) if _unknown(b) and b.person in known else b for b in bearings)


def _unknown(bearing: Bearing) -> bool:
    """Whether an office is one of a state that nothing tells."""
    office = bearing.title.office
    return bearing.of is None and office.of in ("state", "any") and office.sector == "GOV"


def _led_by(line: Line, bearing: Bearing) -> Iterator["Token"]:
    """The delegations that a person is told to lead."""
    token = line.paragraph.doc[line.tokens[bearing.use.last - 1]]
    for _ in range(_UP):
        if token.dep_ not in ("compound", "appos", "nmod"):
            break
        token = token.head
    verb = token.head
    if token.dep_ == "pobj" and verb.lower_ == "by" and lemma_of(verb.head) in descriptions().leading:
        verb = verb.head
        teams = [c for c in verb.children if c.dep_ in SUBJECTS]
        yield from _teams([verb.head] if verb.dep_ == "acl" else teams)
    verbs = [verb] if token.dep_ in SUBJECTS else []
    verbs += [c for c in token.children if c.dep_ == "relcl" and child(c, "nsubj") is not None]
    for verb in verbs:
        active = all(c.dep_ != "auxpass" for c in verb.children)
        if active and lemma_of(verb) in descriptions().leading:
            yield from _teams(c for c in verb.children if c.dep_ == "dobj")


def _teams(nouns: "Iterator[Token] | list[Token]") -> Iterator["Token"]:
    return (noun for noun in nouns if lemma_of(noun) in descriptions().teams)


def _whose(line: Line, team: "Token", knowns: Sequence[Known]) -> Iterator[str]:
    """The state before the word for a delegation, or the one that sent it."""
    owners = {c.i for c in team.lefts if c.dep_ in _OWNERS}
    if team.dep_ == "dobj" and lemma_of(team.head) in descriptions().sending:
        owners |= {c.i for c in team.head.lefts if c.dep_ in SUBJECTS}
    for known in knowns:
        last = line.tokens[known.last - 1]
        if known.kind == "state" and known.role in _NAMED and last in owners:
            yield known.actor
