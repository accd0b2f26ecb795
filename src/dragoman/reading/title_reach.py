"""What a title is held of by the words after it: "of Japan", "of the State Duma", "of Economic Affairs"."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.reading.drafts import OFFICIAL
from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.reading.title_words import forms
from dragoman.vocabulary.institutions import institutions

_FIELDED = frozenset({"minister", "ministers", "secretary", "secretaries"})
_SENT = frozenset(
    {"ambassador", "ambassadors", "envoy", "envoys", "representative", "adviser", "advisor", "assistant"}
)
_POSTED = _SENT | {"commissioner", "commissioners", "consul", "consuls", "affaires", "attaché", "nuncio"}
_INNER = frozenset({"and", "of", "the", "for", "on"})
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a title's own words end (`own`) and where its phrase does (`until`), and of what it is held.

    `body` is a body no table knows that belongs into the title's wording.
    """

    own: int
    until: int
    of: str | None = None
    body: str = ""


def reach(line: Line, last: int, covered: Mapping[int, Known]) -> Reach:
    """How far a title goes whose words end before piece `last`."""
    alone = Reach(last, last)
    i = last
    if i + 1 >= len(line.words) or not line.joined[i] or line.folded[i] not in ("of", "for", "to", "in"):
        return alone
    destination = line.folded[i] in ("to", "in")
    if destination and line.folded[last - 1] not in (_SENT if line.folded[i] == "to" else _POSTED):
        return alone
    i += 1
    if line.joined[i] and line.folded[i] == "the":
        i += 1
    if i >= len(line.words) or not line.joined[i]:
        return alone
    if _title_follows(line, i) and not (
        i + 1 < len(line.words) and line.folded[i + 1] in institutions().words
    ):
        return alone  # "adviser to President Borut Pahor"
    known = covered.get(i)
    if known is not None and known.first == i:
        if line.folded[last] == "in" and known.role not in ("name", "capital"):
            return alone
        return _of_known(line, last, known, covered, destination)
    if line.folded[last] == "in":
        end = _capitals(line, i, covered)
        placed = end > i and all(line.entities[k] in ("GPE", "LOC") for k in range(i, end))
        return Reach(last, end, None, f"in {line.text(i, end)}") if placed else alone
    end = _capitals(line, i, covered)
    if end > i and end < len(line.words) and line.joined[end] and line.before(end) == "-":
        return alone  # "director of the London-based group"
    if end > i:
        return _of_words(line, last, i, end, covered)
    return _of_field(line, last, i)


def more_fields(line: Line, first: int, last: int, covered: Mapping[int, Known]) -> int:
    """Where a title ends that the table knows with one field of the two it has ("of Energy and Oil")."""
    joined = last + 1 < len(line.words) and line.joined[last] and line.folded[last] == "and"
    fielded = _FIELDED & set(line.folded[first : first + 2]) and _INNER & set(line.folded[first:last])
    if not (joined and fielded and line.capital(last - 1) and line.capital(last + 1)) or last + 1 in covered:
        return last
    end = last + 1
    while end < len(line.words) and end - last <= 3 and line.joined[end] and line.capital(end):
        if _title_follows(line, end) or line.entities[end] in ("PERSON", "GPE"):
            break
        end += 1
    closed = end > last + 1 and not (end < len(line.words) and line.joined[end] and _title_follows(line, end))
    return end if closed else last


def _of_field(line: Line, last: int, first: int) -> Reach:
    """A ministry's field in lower case ("minister of defence")."""
    end = first
    while end < len(line.words) and end - first < 3 and line.joined[end] and line.pos[end] == "NOUN":
        end += 1
    if line.folded[last - 1] in _FIELDED and end > first:
        return Reach(end, end)
    end = first
    while end < len(line.words) and end - first < 3 and line.joined[end] and line.pos[end] in ("NOUN", "ADJ"):
        end += 1
    named = end > first and line.pos[end - 1] == "NOUN" and end < len(line.words) and line.capital(end)
    if named and line.between(end - 1, end) == ", ":
        return Reach(end, end)  # "deputy director of public prosecutions, Eva-Marie Persson"
    return Reach(last, last)


def _of_known(line: Line, last: int, known: Known, covered: Mapping[int, Known], destination: bool) -> Reach:
    end = known.last
    if destination:
        return Reach(last, end, None, f"{line.folded[last]} {line.text(known.first, end)}")
    if known.role == "adjective" or line.possessive(end - 1):
        return _of_owned(line, last, known, covered)
    if known.role == "capital":
        return Reach(last, end, line.text(known.first, end))
    if known.role != "body":
        return Reach(
            last, _posted(line, last, end, covered), known.actor if line.folded[last] == "of" else None
        )
    further = reach(line, end, covered)
    return Reach(last, further.until if further.of else end, known.actor)


def _posted(line: Line, last: int, end: int, covered: Mapping[int, Known]) -> int:
    """Where a title with its state ends that is told with a post ("Ambassador of Peru to Ghana")."""
    linked = end + 1 < len(line.words) and line.joined[end] and line.folded[end] in ("to", "in")
    if not linked or line.folded[last - 1] not in _POSTED:
        return end
    first = end + 1 + (line.folded[end + 1] == "the")
    known = covered.get(first)
    return known.last if known is not None and known.first == first and line.joined[first] else end


def _of_owned(line: Line, last: int, known: Known, covered: Mapping[int, Known]) -> Reach:
    """ "chairman of Myanmar's State Council", "head of the Russian delegation"."""
    start = known.last
    if start >= len(line.words) or not (line.joined[start] or line.possessive(start - 1)):
        return Reach(last, last)
    stop = _capitals(line, start, covered)
    table = institutions()
    official = any(table.words.get(w) in OFFICIAL for w in line.folded[start:stop])
    if stop > start and known.role == "adjective" and not official:
        return Reach(last, stop, line.text(known.first, stop))
    if stop > start:
        return Reach(last, stop, known.actor, f"of {line.text(start, stop)}")
    if line.pos[start] == "NOUN":
        return Reach(last, start + 1, known.actor, f"of {line.text(start, start + 1)}")
    return Reach(last, last)


def _capitals(line: Line, first: int, covered: Mapping[int, Known]) -> int:
    """Where a capitalised phrase after "of" ends: before a name, or after its last institution word."""
    i, last, cut = first, first, -1
    table = institutions().words
    person = line.entities[first] == "PERSON"
    while (
        i < len(line.words) and (i == first or line.joined[i]) and i - first < _LONGEST and i not in covered
    ):
        if line.capital(i):
            if i > first and not person and line.entities[i] == "PERSON" != line.entities[i - 1]:
                break
            if i > first and _title_follows(line, i) and _named_after(line, i):
                break
            last = i + 1
            cut = last if line.folded[i] in table else cut
        elif line.folded[i] not in _INNER or _title_follows(line, i + 1):
            break
        i += 1
    named = cut > 0 and last - cut in (2, 3, 4) and line.folded[cut - 1] in institutions().heads
    return cut if named and all(line.capital(k) for k in range(cut, last)) else last


def _title_follows(line: Line, i: int) -> bool:
    """Whether another title begins at piece i ("of the council and Prime Minister")."""
    table = forms()
    return any(line.folded[i : i + size] in table for size in (4, 3, 2, 1))


def _named_after(line: Line, i: int) -> bool:
    return i + 1 < len(line.words) and line.joined[i + 1] and line.entities[i + 1] == "PERSON"


def _of_words(line: Line, last: int, first: int, end: int, covered: Mapping[int, Known]) -> Reach:
    """A title of a body, a field or a place that no table knows."""
    field = line.folded[last - 1] in _FIELDED
    words = line.text(first, end)
    outer = reach(line, end, covered)
    state = outer.of if outer.of and outer.of.startswith("state:") else None
    if field:
        return Reach(end, outer.until if state else end, state)
    if any(w in institutions().heads for w in line.folded[first:end]):
        return Reach(last, outer.until if state else end, state or words, f"of the {words}")
    return Reach(last, outer.until if state else end, words)
