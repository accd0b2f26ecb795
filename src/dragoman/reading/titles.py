"""Titles of office and rank where a line gives them, with what they are held of and how.

"Myanmar's Acting President", "then the deputy chief of staff", "Minister of Economic Development",
"speaker of the State Duma". Who bears them is decided in offices.py.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from dragoman.model.readings import Held
from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.reading.title_owners import state_of_owner
from dragoman.reading.title_reach import more_fields, reach
from dragoman.reading.title_words import Form, first_words, forms, held_after, held_before
from dragoman.vocabulary.descriptions import descriptions
from dragoman.vocabulary.institutions import institutions
from dragoman.vocabulary.offices import OfficeTitle

_RELATIONAL = re.compile(r"\w+(al|ic|ary|an)$")
_FIELDED = frozenset({"minister", "ministers", "secretary", "secretaries"})
_OWNERS = frozenset({"his", "her", "their", "its", "whose", "our", "my"})
_DEFINITE = _OWNERS | {"the", "this", "that"}
_LONGEST = 8
_AHEAD = 7  # words from "deputy" to the title that is deputized for
_JOINING = frozenset({"and", "or", "of", "for", "in"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a line: pieces `first` to `last` (not included) are the title's own words.

    `begin` is where its phrase begins (a state's adjective, a prefix), `until` where it ends ("of Japan"
    included): a name may begin there. `of` is an actor's id or words. `sure`: it was given in capitals or
    as a phrase that can be nothing else. `owner` is what "his" or "whose" stands at, else -1. `both` are the
    states of a plural that means one of each.
    """

    line: int
    begin: int
    first: int
    last: int
    until: int
    office: OfficeTitle
    title: str
    held: Held
    of: str | None
    plural: bool
    definite: bool
    indefinite: bool
    owner: int = -1
    both: tuple[str, ...] = ()


def find(lines: Sequence[Line], knowns: Sequence[Sequence[Known]]) -> tuple[tuple[Title, ...], ...]:
    """For each line its titles in order, none overlapping another."""
    return tuple(_in_line(line, names) for line, names in zip(lines, knowns, strict=True))


def _in_line(line: Line, names: Sequence[Known]) -> tuple[Title, ...]:
    covered = {i: k for k in names for i in range(k.first, k.last)}
    found: list[Title] = []
    i = 0
    while i < len(line.words):
        match = _match(line, i)
        if match is None or (i in covered and covered[i].last >= match[0] and covered[i].role == "body"):
            i += 1
            continue
        last, form = match
        if _given(line, i, last, found[-1] if found else None) or _of_another(line, i):
            i += 1
            continue
        if i in covered and covered[i].first == i and covered[i].last < last:
            i = covered[i].last  # the table writes "un secretary-general": the body is not the title's own
        if _stands(line, i, last, form, covered):
            found.append(_grow(line, i, last, form, covered, found[-1].until if found else 0))
        i = max(last, found[-1].until if found else 0)
    return tuple(found)


def _match(line: Line, i: int) -> tuple[int, Form] | None:
    if line.folded[i] not in first_words():
        return None
    end = i + 1
    while end < len(line.words) and end - i < _LONGEST and line.joined[end]:
        end += 1
    table = forms()
    for last in range(end, i, -1):
        form = table.get(line.folded[i:last])
        if form and form.point and not _abbreviated(line, last - 1):
            continue
        if form and form.upper and i and line.joined[i] and line.words[i - 1].isdigit():
            continue  # "9.30 PM"
        if form and (not form.upper or line.words[i].isupper() or _abbreviated(line, i)):
            return last, form
    return None


def _given(line: Line, first: int, last: int, before: Title | None) -> bool:
    """Whether a word is part of a name that could be a title itself ("Speaker Amir Ohana", "Kevin King")."""
    if last - first > 1 or not line.joined[first] or line.entities[first] != "PERSON":
        return False
    inside = first > 0 and line.entities[first - 1] == "PERSON" and line.capital(first - 1)
    return inside or (before is not None and before.until == first)


def _of_another(line: Line, first: int) -> bool:
    """Whether a word says that somebody deputizes for the title behind it ("deputy to the premier")."""
    if line.folded[first : first + 2] not in held_before() or line.folded[first + 2 : first + 3] != ("the",):
        return False
    behind = range(first + 3, min(first + _AHEAD, len(line.words)))
    near = list(takewhile(lambda i: line.joined[i] and line.folded[i] not in _JOINING, behind))
    return any(_match(line, i) is not None for i in near)


def _abbreviated(line: Line, i: int) -> bool:
    """Whether a short form such as "Dr" or "Gen" stands in capitals before another capital."""
    return line.capital(i) and i + 1 < len(line.words) and line.joined[i + 1] and line.capital(i + 1)


def _stands(line: Line, first: int, last: int, form: Form, covered: Mapping[int, Known]) -> bool:
    """Whether the words are a title here and no part of something else ("General Assembly", "chief aim")."""
    following = last if last < len(line.words) and line.joined[last] else -1
    head = line.pos[last - 1]
    if following >= 0 and line.before(following) == " ":
        if (
            line.capital(following)
            and line.folded[following] in institutions().words
            and following not in covered
        ):
            return last - first > 1 and line.folded[following] != "office" and not line.capital(first)
        if not line.capital(following) and line.pos[following] in ("NOUN", "PROPN") and last - first == 1:
            token = line.paragraph.doc[line.tokens[last - 1]]
            if token.dep_ in ("compound", "amod", "nmod") or head == "ADJ":
                return False
    if following >= 0 and line.before(following) == "-" and line.folded[following] not in held_after():
        return False
    if last - first == 1 and not line.capital(first):
        return head in ("NOUN", "PROPN") or (following >= 0 and line.capital(following))
    if first and line.joined[first] and line.before(first) == "-":
        return line.folded[first - 1] in ("ex", "then", "vice", "prime", "co") or not line.capital(first - 1)
    return True


def _grow(line: Line, first: int, last: int, form: Form, covered: Mapping[int, Known], free: int) -> Title:
    """The title with what stands before it (field, prefix, state) and after it ("of Japan")."""
    held, after = _suffix(line, last)
    start = _field(line, first, covered, free)
    start, before = _prefix(line, start, free)
    begin, of = start, None
    state = covered.get(start - 1) if start > free and line.joined[start] else None
    if state is not None and state.first >= free:
        begin, of = state.first, _held_of(state)
        begin, outer = _prefix(line, begin, free)
        before = before or outer
    elif start > free and covered.get(start - 1) is not None and line.possessive(start - 1):
        of = _held_of(covered[start - 1])
    if before is None:
        before, begin = _then_the(line, begin, free)
    after = more_fields(line, first, after, covered)
    far = reach(line, after, covered)
    own = _past_prefix(line, start, first)
    base = line.text(first, max(far.own, after, last))
    if form.plural or form.point or form.upper:
        base = form.office.title if form.point or form.upper else form.singular
    body, own = _body_before(line, own, first) if of is None else (None, own)
    of = of or body or _owner_before(line, start, free, covered)
    words = line.text(own, first) + " " + base if own < first else base
    held = held or _of_words(line, first, last)
    spokes = form.office.title == "spokesperson"
    of = _voice_of(line, start, covered) if spokes and of is None and not far.of else of
    owner = state_of_owner(line, begin, covered) if of is None and not far.of and not form.plural else None
    of = _held_of(owner) if owner is not None else of
    outer_body = far.of is not None and far.of.startswith("organization:")
    return Title(
        line=line.index,
        begin=begin,
        first=start,
        last=max(far.own, after),
        until=far.until,
        office=form.office,
        title=" ".join(f"{words} {far.body}".split()),
        held="spokesperson" if spokes else _as_told(before) or held or _of_title(form.office),
        of=of if of and (not far.of or (of.startswith("state:") and not outer_body)) else far.of or of,
        plural=form.plural,
        definite=_definite(line, begin) or of is not None,
        indefinite=_determiner(line, begin) in ("a", "an", "one", "another", "some", "several"),
        both=_both(line, begin, covered) if form.plural else (),
        owner=begin - 1 if _determiner(line, begin) in _OWNERS else -1,
    )


def _both(line: Line, begin: int, covered: Mapping[int, Known]) -> tuple[str, ...]:
    """The states before a plural title ("the Nigerian and Ghanaian foreign ministers"), or none."""
    last = covered.get(begin)
    if last is None or begin < 2 or line.folded[begin - 1] != "and" or not line.joined[begin]:
        return ()
    states, at = [last], begin - 1
    while (one := covered.get(at - 1)) is not None and one.last == at and one.kind == "state":
        states.insert(0, one)
        at = one.first
        if at == 0 or line.between(at - 1, at) != ", ":
            break
    if len(states) < 2 or last.kind != "state":
        return ()
    actors = tuple(dict.fromkeys(state.actor for state in states))
    return actors if len(actors) == len(states) else ()


def _body_before(line: Line, own: int, first: int) -> tuple[str | None, int]:
    """A body before a title ("Labour Party" leader) in words, and where the title's own words then begin."""
    heads = institutions().heads
    last = next((i + 1 for i in range(first - 1, own - 1, -1) if line.folded[i] in heads), own)
    start = own
    while line.capital(last - 1) and start < last and not line.capital(start):
        start += 1
    return (line.text(start, last), last) if last > start else (None, own)


def _owner_before(line: Line, start: int, free: int, covered: Mapping[int, Known]) -> str | None:
    """A body that no table knows, in capitals at once before a title ("Air Atlas president")."""
    first = start
    while first > free and line.joined[first] and first - 1 not in covered:
        if not line.capital(first - 1) and line.entities[first - 1] != "ORG":
            break
        first -= 1
    if first > free and line.joined[first] and first - 1 in covered:
        return None  # "BBC Russian Service correspondent"
    while first < start and not line.capital(first):
        first += 1
    named = first < start and all(line.entities[i] == "ORG" for i in range(first, start))
    words = line.text(first, start) if named and not line.capital(start) else ""
    return words if len(words) > 1 else None


def _voice_of(line: Line, start: int, covered: Mapping[int, Known]) -> str | None:
    """Of what a spokesperson is, by the body in capitals before the title: the state it begins with, else the
    body in words ("US Energy Council spokesman", "the President's Office spokesperson")."""
    first = start
    while first > 0 and line.capital(first - 1) and (line.joined[first] or line.possessive(first - 1)):
        known = covered.get(first - 1)
        if known is not None:
            return known.actor if known.kind == "state" and first < start else None
        first -= 1
    named = any(line.folded[i] in institutions().heads for i in range(first, start))
    return line.text(first, start) if named and start - first > 1 else None


def _of_words(line: Line, first: int, last: int) -> Held | None:
    """How an office is held by a first word that the table has as part of the title ("interim leader")."""
    held = held_before().get(line.folded[first : first + 1]) if last - first > 1 else None
    return held if held in ("acting", "former") else None


def _as_told(before: Held | None) -> Held | None:
    """How a word before a title says it is held; one that it is held now leaves a deputy what he is."""
    return None if before == "current" else before


def _of_title(office: OfficeTitle) -> Held:
    return "deputy" if office.title.startswith("deputy ") else "current"


def _suffix(line: Line, last: int) -> tuple[Held | None, int]:
    if last < len(line.words) and line.joined[last] and line.folded[last] in held_after():
        return held_after()[line.folded[last]], last + 1
    return None, last


def _field(line: Line, first: int, covered: Mapping[int, Known], free: int) -> int:
    """Where the words before a title begin that say its field ("economic development" minister)."""
    i, capital = first, line.capital(first)
    while (
        i > free
        and line.joined[i]
        and i - 1 not in covered
        and line.sentences[i - 1] == line.sentences[first]
    ):
        word, pos = line.folded[i - 1], line.pos[i - 1]
        if (word,) in held_before() or (line.before(i) == "-" and word in ("co", "vice")):
            break
        if word in descriptions().address:
            break  # "H.E. President Faki"
        if capital and line.capital(i - 1):
            if line.entities[i - 1] == "DATE" and line.pos[i - 1] == "PROPN":
                break  # "In June President Mahama"
            if i - 1 > free and line.words[i - 2].isdigit() and line.words[i - 1].isupper():
                break  # "at 9.30 PM Speaker Ortega"
            if line.opens[i - 1] and pos not in ("PROPN", "NOUN", "ADJ"):
                break
        elif (
            capital
            and word in ("and", "of")
            and i - 2 > free
            and line.capital(i - 2)
            and line.folded[first] in _FIELDED
        ):
            if i - 2 in covered or line.entities[i - 2] == "PERSON":
                break
        elif line.capital(i - 1) or not _qualifies(line, i - 1):
            break
        if first - i >= 4:
            break
        i -= 1
    return i + (line.folded[i] in ("and", "of"))


def _qualifies(line: Line, i: int) -> bool:
    """Whether a word in lower case before a title belongs to it: a noun, or an adjective of relation."""
    token = line.paragraph.doc[line.tokens[i]]
    if token.dep_ not in ("compound", "amod", "nmod"):
        return False
    return token.pos_ == "NOUN" or (token.pos_ == "ADJ" and _RELATIONAL.match(token.lower_) is not None)


def _prefix(line: Line, start: int, free: int) -> tuple[int, Held | None]:
    """Where the words begin that say how a title is held, and how that is."""
    held: Held | None = None
    i = start
    while i > free and line.joined[i]:
        two = line.folded[i - 2 : i] if i - 2 >= free and line.joined[i - 1] else ()
        found = held_before().get(two)
        width = 2
        if found is None:
            found, width = held_before().get(line.folded[i - 1 : i]), 1
        if found is None or (line.folded[i - width] == "under" and not line.folded[i].startswith("secretar")):
            break
        held = found if held in (None, "current") or found == "former" else held
        i -= width
    return i, held


def _past_prefix(line: Line, start: int, first: int) -> int:
    """The first piece of a title that is no prefix."""
    i = start
    while i < first:
        if line.folded[i : i + 2] in held_before():
            i += 2
        elif line.folded[i : i + 1] in held_before():
            i += 1
        else:
            break
    return min(i, first)


def _then_the(line: Line, begin: int, free: int) -> tuple[Held | None, int]:
    """How words before the article say it is held ("then the commander-in-chief", "deputy to the …")."""
    i = begin
    if i - 3 >= free and line.folded[i - 1] == "the" and line.joined[i] and _of_another(line, i - 3):
        return held_before()[line.folded[i - 3 : i - 1]], i - 3
    if (
        i - 2 >= free
        and line.folded[i - 1] in ("the", "a")
        and line.folded[i - 2] == "then"
        and line.joined[i]
    ):
        return "former", i - 2
    return None, begin


def _held_of(known: Known) -> str:
    """What a title before which a name stands is held of: a palace or capital stands for its government."""
    if known.role in ("capital", "seat") and known.code:
        return f"government:{known.code}"
    return known.actor


def _determiner(line: Line, begin: int) -> str:
    """The word before a title's phrase, past the "own" of "our own minister"."""
    own = begin > 1 and line.folded[begin - 1] == "own" and line.joined[begin]
    begin -= 1 if own else 0
    return line.folded[begin - 1] if begin and line.joined[begin] else ""


def _definite(line: Line, begin: int) -> bool:
    if begin and line.before(begin).strip() == "":
        if _determiner(line, begin) in _DEFINITE:
            return True
        return line.possessive(begin - 1)
    return False
