"""The words of the tables of titles, by their pieces: titles in both numbers, and how an office is held."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.model.readings import Held
from dragoman.reading.lines import fold
from dragoman.vocabulary.offices import OfficeTitle, offices, prefixes

_PIECE = re.compile(r"[^\W_]+(?:'[^\W\d_]{2,})*")
_INNER = frozenset({"of", "for", "in", "to", "at", "without"})
Pieces = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a title; `singular` is it in the singular.

    `upper`: only in capitals ("PM"). `point`: an abbreviation, before a name only ("Sen.").
    """

    office: OfficeTitle
    singular: str
    plural: bool
    upper: bool
    point: bool


def _pieces(name: str) -> Pieces:
    return tuple(fold(w) for w in _PIECE.findall(name.replace("’", "'")))


@cache
def forms() -> Mapping[Pieces, Form]:
    """Each title's pieces, folded, in the singular and the plural."""
    found: dict[Pieces, Form] = {}
    for plural in (False, True):
        for office in offices():
            for name in (office.title, *office.names):
                pieces = _pieces(name)
                upper = len(pieces) == 1 and len(name) <= 3 and name.isalpha()
                if plural and name.endswith(".") and len(pieces) > 1:
                    continue  # "Sens." is a plural, "Lt. Gens." hardly ever
                form = Form(office, name, plural, upper, name.endswith("."))
                found.setdefault(_plural(pieces) if plural else pieces, form)
    return MappingProxyType(found)


@cache
def first_words() -> frozenset[str]:
    """The pieces that titles begin with."""
    return frozenset(pieces[0] for pieces in forms())


def _plural(pieces: Pieces) -> Pieces:
    inner = (i for i, p in enumerate(pieces) if p in _INNER)
    head = next(inner, len(pieces)) - 1
    word = pieces[head]
    if word.endswith("man"):
        many = word[:-3] + "men"
    elif word.endswith(("ry", "cy")):
        many = word[:-1] + "ies"
    else:
        many = word + "s"
    return (*pieces[:head], many, *pieces[head + 1 :])


@cache
def held_before() -> Mapping[Pieces, Held]:
    """How an office is held by the word or words before it ("acting", "newly elected", "ex")."""
    return MappingProxyType({_pieces(key): held for key, held in prefixes().items() if key[0] != "-"})


@cache
def held_after() -> Mapping[str, Held]:
    """How an office is held by the word behind it ("elect", "designate")."""
    return MappingProxyType({fold(key[1:]): held for key, held in prefixes().items() if key[0] == "-"})
