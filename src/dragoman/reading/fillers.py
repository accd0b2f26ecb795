"""What fills a slot of a clause: the actor its words stand for, or nobody."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.statements import Inferred

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot. `actor` is None for words that name nobody; `start`–`end` are its words.

    `kinds` are what it may count as: state, body, group, person, official, forces, company; of plain people
    nationals, where their state is known, and concerned, where it is one of the two a text is about.
    `party`: whether an act of it can count at all. `presumed`: a person of whom the document tells no office
    and no trade, whose acts count if another account tells one. `inferred` is "reference" for pronouns,
    descriptions and speakers. `country` is the code of the state it is or is known to be of.
    """

    token: "Token"
    actor: str | None
    start: int
    end: int
    kinds: frozenset[str]
    party: bool
    inferred: Inferred | None = None
    presumed: bool = False
    country: str | None = None
