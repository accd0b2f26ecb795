"""By which forms each person of a document is named: whole, by a last name, by initials.

A short form ("Putin", "bin Salman", "Kim") is taken for a full name only where it is a first or last part of
that one alone, or a last name by which the text has called one before it names another.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.vocabulary.places import gazetteer

Pieces = tuple[str, ...]

PARTICLE = re.compile(
    r"(bin|ibn|bint|abu|al|el|ul|ud|de|da|do|dos|das|del|della|di|du|van|von|vom|zu|der|den|ter|la|le|af|av|y)$"
)
ARTICLE = re.compile(r"(al|el|as|ash|ad)$")
_SON = re.compile(r"(bin|ibn|bint)$")
_GENERATION = re.compile(r"(jr|sr|ii|iii|iv)$")  # what follows a name and is never said for it
_BIG_PLACE = 15_000
_FEW = 2
_NOWHERE = (1 << 30, 0)


@dataclass(slots=True)
class Votes:
    """How often a run was named by a title, taken for a person, taken for something else, and spoke.

    `unknown` counts where the recogniser took none of its words for anything, `did` where it is subject of a
    verb, `human` where what is told of it is told of people alone; `first` is where it stands first in the
    body (line, piece).
    """

    title: int = 0
    person: int = 0
    other: int = 0
    inner: int = 0
    unknown: int = 0
    spoke: int = 0
    did: int = 0
    human: int = 0
    first: tuple[int, int] = _NOWHERE
    spelling: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Book:
    """The persons of a document by name: each form's person, and each person's spelling."""

    forms: Mapping[Pieces, Pieces]
    spellings: Mapping[Pieces, str]


def book_of(full: Mapping[Pieces, Votes], votes: Mapping[Pieces, Votes]) -> Book:
    """Forms to persons: longest names first, so that each shorter one is tried as a part of them."""
    order = sorted(full, key=lambda p: (-len(p), p))
    ends: dict[Pieces, list[Pieces]] = defaultdict(list)
    forms: dict[Pieces, Pieces] = {}
    for pieces in order:
        owner = _owner(ends.get(pieces, []), full, votes.get(pieces))
        if owner is not None:
            forms[pieces] = owner
            continue
        if ends.get(pieces):
            continue
        forms[pieces] = pieces
        if len(pieces) > _FEW and any(_SON.match(p) for p in pieces):
            forms.setdefault(("".join(p[0] for p in pieces[:3]),), pieces)  # "MBZ", "MBS"
        for short in _shorts(pieces):
            ends[short].append(pieces)
    for short in sorted(ends, key=lambda p: (-len(p), p)):
        owner = _owner(ends[short], full, votes.get(short))
        if short not in forms and owner is not None and _likely(short, votes):
            forms[short] = owner
    spellings: dict[Pieces, str] = {}
    for pieces, vote in full.items():
        if forms.get(pieces) == pieces:
            spellings[pieces] = min(vote.spelling.items(), key=lambda item: (-item[1], item[0]))[0]
    return Book(forms, spellings)


def _likely(short: Pieces, votes: Mapping[Pieces, Votes]) -> bool:
    """Whether a short form that stands alone is not mostly something else."""
    vote = votes.get(short)
    if len("".join(short)) < 2 or vote is None or len(short) > 1:
        return len("".join(short)) > 1
    return vote.person > 0 or vote.spoke > 0 or not is_place(short[0])


def _owner(candidates: Sequence[Pieces], full: Mapping[Pieces, Votes], short: Votes | None) -> Pieces | None:
    """The one person a short form can mean: the sole candidate, else the sole one with a title.

    Of several with titles it is the one whom the text has called by this last name before it names another.
    """
    found = list(dict.fromkeys(candidates))
    if len(found) > 1:
        found = [c for c in found if full[c].title]
    if len(found) > 1 and short is not None:
        early, late, *_ = sorted(found, key=lambda c: full[c].first)
        named = early[0] not in late and full[early].first < short.first < full[late].first
        found = [early] if named else []
    return found[0] if len(found) == 1 else None


def _shorts(name: Pieces) -> Iterator[Pieces]:
    """The parts by which a person may be named again."""
    if len(name) > 1 and _GENERATION.match(name[-1]):
        yield name[:-1]
        yield from _shorts(name[:-1])
        return
    for size in range(1, len(name)):
        head, tail = name[:size], name[-size:]
        if not PARTICLE.match(head[-1]) and not ARTICLE.match(head[-1]):
            yield head
        if not _bound(name, size):
            yield tail
    if len(name) > 2:
        yield name[0], name[-1]
        initials = tuple(p for p in name if len(p) > 1)
        if 1 < len(initials) < len(name):
            yield initials


def _bound(name: Pieces, size: int) -> bool:
    """Whether cutting before the last `size` pieces leaves a particle behind that belongs to them ("bin")."""
    before = name[-size - 1]
    return bool(PARTICLE.match(before)) and not ARTICLE.match(before)


def is_place(name: str) -> bool:
    return any((row.population or 0) >= _BIG_PLACE for row in gazetteer().lookup(name))
