"""The states and organizations of the tables, where a line names them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from dragoman.model.readings import ActorKind
from dragoman.reading.lines import Line, fold
from dragoman.vocabulary.institutions import institutions
from dragoman.vocabulary.organizations import organizations
from dragoman.vocabulary.states import states

Role = Literal["name", "adjective", "people", "capital", "seat", "body"]
_ORDER: tuple[Role, ...] = ("name", "body", "adjective", "people", "capital", "seat")
_PREFIXES = frozenset({"pro", "anti", "post", "pre", "neo", "non", "un"})
_SHORT = 3
_AROUND = 10


@dataclass(frozen=True, slots=True)
class Known:
    """Words of a line that a table knows: the actor, what the words are to it, the state's code if any.

    `first` and `last` (not included) count pieces; `start` and `end` are characters of the document.
    """

    line: int
    first: int
    last: int
    start: int
    end: int
    actor: str
    kind: ActorKind
    role: Role
    code: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One surface of the tables, written as `Line.smooth` writes."""

    surface: str
    actor: str
    kind: ActorKind
    role: Role
    code: str | None


@cache
def entries() -> Mapping[str, tuple[Entry, ...]]:
    """The surfaces by their first word in lower case, longest first; of equals, by role and table order."""
    rows = [
        Entry(_smooth(surface), s.id, "state", role, s.code)
        for s in states()
        for surface, role in s.surfaces()
    ]
    rows += [
        Entry(_smooth(surface), f"{o.kind}:{o.key}", o.kind, "body", o.country)
        for o in organizations()
        for surface in (o.name, *o.names)
    ]
    grouped: dict[str, dict[str, Entry]] = {}
    for entry in sorted(rows, key=lambda e: _ORDER.index(e.role)):
        grouped.setdefault(_first(entry.surface), {}).setdefault(entry.surface, entry)
    return MappingProxyType(
        {k: tuple(sorted(v.values(), key=lambda e: -len(e.surface))) for k, v in grouped.items()}
    )


def _smooth(surface: str) -> str:
    words = " ".join(surface.replace("’", "'").split())
    return words[4:] if words[:4].casefold() == "the " else words


def _first(surface: str) -> str:
    length = next((i for i, c in enumerate(surface) if not c.isalnum()), len(surface))
    return surface[:length].casefold()


def find(lines: Sequence[Line]) -> tuple[tuple[Known, ...], ...]:
    """For each line the names it holds, in order, none overlapping another."""
    others = _homonyms(lines) | _surnames(lines)
    return tuple(tuple(k for k in _in_line(line) if k.code not in others) for line in lines)


def _homonyms(lines: Sequence[Line]) -> frozenset[str]:
    """The codes of states whose name means some other place in a document ("Georgia" beside "Atlanta")."""
    words = {w for line in lines for i, w in enumerate(line.folded) if line.capital(i)}
    table = institutions().homonyms
    return frozenset(code for code, (other, own) in table.items() if words & other and not words & own)


def _surnames(lines: Sequence[Line]) -> frozenset[str]:
    """The codes of states whose name is a person's in a document that tells nothing else of them.

    "Prime Minister Luís Montenegro" makes "Montenegro said" his, unless the text speaks of Montenegrins.
    """
    words = {w for line in lines for i, w in enumerate(line.folded) if line.capital(i)}
    borne = {line.folded[i] for line in lines for i in range(1, len(line.words)) if _surname(line, i)}
    meant = [_told_by()[word] for word in sorted(borne) if word in _told_by()]
    return frozenset(code for code, own in meant if not words & own)


@cache
def _told_by() -> Mapping[str, tuple[str, frozenset[str]]]:
    """From a state's name (no initials), folded, to its code and the other words that tell of it."""
    return MappingProxyType(
        {
            fold(name): (s.code, frozenset(map(fold, (*s.adjectives, *s.people, *s.capitals))))
            for s in states()
            for name in (s.name, *s.names)
            if not name.isupper()
        }
    )


def _surname(line: Line, i: int) -> bool:
    """Whether a piece ends a person's name of two words or more."""
    if not (line.capital(i) and line.capital(i - 1) and line.joined[i] and line.before(i) == " "):
        return False
    ends = i + 1 == len(line.words) or line.entities[i + 1] != "PERSON" or not line.joined[i + 1]
    return ends and line.entities[i] == line.entities[i - 1] == "PERSON"


def _in_line(line: Line) -> Iterator[Known]:
    table, free = entries(), 0
    for i in range(len(line.words)):
        if i < free or not (line.capital(i) or _article(line, i)):
            continue
        entry = _match(line, i, table.get(_first(line.words[i]), ()))
        if entry is None:
            continue
        start = line.starts[i]
        end = start + len(entry.surface)
        last = line.piece_at(end - 1) + 1
        free = last
        if _stands(line, i, last, end, entry):
            yield Known(line.index, i, last, start, end, entry.actor, entry.kind, entry.role, entry.code)


def _match(line: Line, i: int, candidates: Sequence[Entry]) -> Entry | None:
    at = line.starts[i] - line.paragraph.start
    for entry in candidates:
        end = at + len(entry.surface)
        written = line.smooth[at:end]
        if end < len(line.smooth) and line.smooth[end].isalnum():
            continue
        if _article(line, i) and written.lower() == entry.surface.lower():
            return entry
        if written == entry.surface or (len(entry.surface) > _SHORT and _same(written, entry.surface)):
            return entry
    return None


def _article(line: Line, i: int) -> bool:
    """Whether piece i is the Arabic article of a name, in capitals or not ("al-Shabaab", "al Qaeda")."""
    return line.folded[i] == "al" and i + 1 < len(line.words) and line.joined[i + 1] and line.capital(i + 1)


def _same(written: str, surface: str) -> bool:
    """Equal but for the capitals of a headline."""
    if surface.isupper():
        return False
    return written == surface.upper() or (
        " " in surface and written.istitle() and written.casefold() == surface.casefold()
    )


def _stands(line: Line, first: int, last: int, end: int, entry: Entry) -> bool:
    """Whether the words name the actor and are no part of a longer name or of a compound with a prefix."""
    if first and line.joined[first] and line.before(first) == "-" and line.folded[first - 1] in _PREFIXES:
        return False
    following = last if last < len(line.words) and line.joined[last] else None
    if following is not None and line.before(following) == "-" and not line.capital(following):
        return line.folded[following] in ("led", "hosted", "brokered", "mediated")
    if entry.role == "body" and entry.surface in _words_too() and _shouted(line, first):
        return False
    if entry.role == "body":
        return not _runs_on(line, first, last, entry)
    return not _within_place(line, first, last, entry)


@cache
def _words_too() -> frozenset[str]:
    """Short forms that are words too ("WHO")."""
    return frozenset(name for o in organizations() for name in o.exact)


def _shouted(line: Line, first: int) -> bool:
    """Whether a sentence is written in capitals around a word ("WHO IS NEXT?")."""
    near = range(max(0, first - _AROUND), min(len(line.words), first + _AROUND))
    words = [line.words[i] for i in near if line.sentences[i] == line.sentences[first]]
    return len(words) > 1 and all(w.isupper() for w in words)


def _runs_on(line: Line, first: int, last: int, entry: Entry) -> bool:
    """Whether a short form stands inside a longer name ("West Bank", "South-West")."""
    if line.titled or last - first > 1 or line.words[first].isupper():
        return False
    after = last < len(line.words) and line.joined[last] and line.capital(last)
    before = first > 0 and line.joined[first] and line.capital(first - 1) and not line.opens[first - 1]
    longer = after and (entry.kind == "group" or line.folded[last] in institutions().words)
    return longer or (before and line.before(first) == "-")


def _in_longer_name(line: Line, first: int) -> bool:
    """Whether a capital before a state's name makes one name of them ("Member States", "Agence France")."""
    doc = line.paragraph.doc
    word, left = doc[line.tokens[first]], doc[line.tokens[first - 1]]
    if line.folded[first - 1] in institutions().stops or left.pos_ == "DET":
        return False
    compound = left.dep_ == "compound" and left.head.i == word.i and not line.opens[first - 1]
    return compound or (left.ent_type_ == word.ent_type_ == "ORG" and word.ent_iob_ == "I")


def _within_place(line: Line, first: int, last: int, entry: Entry) -> bool:
    """Whether a state's name only helps to name a place or thing ("South China Sea", "Gulf of Mexico")."""
    places = institutions().places
    after_capital = first and line.joined[first] and line.before(first) == " " and line.capital(first - 1)
    if after_capital and entry.role in ("name", "capital") and _in_longer_name(line, first):
        return True
    if last < len(line.words) and line.joined[last] and line.capital(last) and line.folded[last] in places:
        return True
    if first and line.joined[first] and line.capital(first - 1):
        left = line.folded[first - 1]
        if left in institutions().directions and not line.opens[first - 1]:
            return True
        if left in institutions().directions and line.before(first) == " ":
            return True
    of = first >= 2 and line.folded[first - 1] == "of" and line.joined[first] and line.joined[first - 1]
    return of and line.capital(first - 2) and line.folded[first - 2] in places
