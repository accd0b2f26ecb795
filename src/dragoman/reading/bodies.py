"""Ministries, parliaments, forces and other organizations that no table names.

"the Russian Defence Ministry", "Japan's foreign ministry", "Ministry of Energy of Kazakhstan", and runs of
capitals that a word of an institution heads.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.model.readings import ActorKind, MentionForm
from dragoman.reading.drafts import OFFICIAL, Draft, Numbering, Profile
from dragoman.reading.governments import pair_before
from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.vocabulary.institutions import institutions
from dragoman.vocabulary.states import by_code

_INNER = frozenset({"of", "the", "for", "and", "de"})
_LONGEST = 10
_CALLED = 1000
_DESCRIBED = 3
_LONGEST_SHORT = 8


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of bodies and what is known of each."""

    drafts: tuple[Draft, ...]
    profiles: Mapping[str, Profile]


@dataclass(frozen=True, slots=True)
class _Row:
    """One mention of a body: its pieces, the state that stands with it, and whether that follows it."""

    line: Line
    first: int
    last: int
    code: str | None
    sector: str | None
    of: bool
    plural: bool = False

    @property
    def normal(self) -> str:
        """One key for the spellings of one body."""
        words = self.line.folded[self.first : self.last]
        return _normal((*words[:-1], _singular(words[-1])) if self.plural else words)

    @property
    def name(self) -> str:
        """The body's name as written, a plural that means two in the singular."""
        name = " ".join(self.line.text(self.first, self.last).split())
        word = self.line.words[self.last - 1]
        return name.removesuffix(word) + _singular(word) if self.plural else name


@cache
def _phrases() -> Mapping[tuple[str, ...], str]:
    return MappingProxyType({tuple(name.split()): sector for name, sector in institutions().bodies.items()})


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _phrases())


def find(
    lines: Sequence[Line],
    knowns: Sequence[Sequence[Known]],
    taken: Sequence[Sequence[bool]],
    numbering: Numbering,
) -> Found:
    """The bodies of a document. `taken` marks pieces that are names or titles already."""
    drafts: list[Draft] = []
    profiles: dict[str, Profile] = {}
    votes = _organizations(lines, taken)
    rows = [
        row
        for line, names in zip(lines, knowns, strict=True)
        for row in _in_line(line, names, taken[line.index], votes)
    ]
    states, tails = _states(rows), _tails(lines, knowns)
    short = {a: _key(row, states) for row in reversed(rows) if (a := _acronym(row, taken)) is not None}
    rows = [row for row in rows if row.last - row.first > 1 or row.line.words[row.first] not in short]
    for row in rows:
        longer = tails.get(row.line.folded[row.first : row.last], set())
        alone = institutions().alone.get(row.normal)
        if alone and not longer and not _code(row, states):
            longer = {alone}
        if row.code is None and len(longer) == 1 and not states.get(row.normal):
            drafts.append(numbering.draft(row.line, row.first, row.last, min(longer), "name"))
            continue
        key = _key(row, states)
        profiles.setdefault(key, _profile(row, _code(row, states)))
        form: MentionForm = "description" if row.plural else "name"
        drafts.append(numbering.draft(row.line, row.first, row.last, key, form))
    held = {(d.line, d.first) for d in drafts}
    drafts += [
        numbering.draft(line, i, i + 1, short[word], "name")
        for line in lines
        for i, word in enumerate(line.words)
        if word in short
        and short[word] in profiles
        and not taken[line.index][i]
        and (line.index, i) not in held
    ]
    return Found(tuple(drafts), MappingProxyType(profiles))


def _code(row: _Row, states: Mapping[str, set[str]]) -> str | None:
    """The state of a body: that which stands with it here, or with it anywhere."""
    known = states.get(row.normal, set())
    return row.code or (min(known) if len(known) == 1 else None)


def _key(row: _Row, states: Mapping[str, set[str]]) -> str:
    return f"body|{_code(row, states) or ''}|{row.normal}"


def _acronym(row: _Row, taken: Sequence[Sequence[bool]]) -> str | None:
    """The short form that a body is given in brackets ("All Progressives Congress (APC)")."""
    line, i = row.line, row.last
    if i >= len(line.words) or taken[line.index][i] or line.between(i - 1, i) != " (" or line.after(i) != ")":
        return None
    word = line.words[i]
    initials = {w[0] for w in line.folded[row.first : row.last]}
    fits = word.isupper() and 1 < len(word) <= _LONGEST_SHORT and word[0].casefold() in initials
    return word if fits and row.last - row.first > 1 else None


def _states(rows: Sequence[_Row]) -> Mapping[str, set[str]]:
    """The states under which each body is named: one named with its state once is that state's throughout."""
    found: dict[str, set[str]] = {}
    for row in rows:
        if row.code:
            found.setdefault(row.normal, set()).add(row.code)
    return found


def _tails(lines: Sequence[Line], knowns: Sequence[Sequence[Known]]) -> Mapping[tuple[str, ...], set[str]]:
    """The last words of bodies that a table knows, by which a text names them again ("Security Council")."""
    found: dict[tuple[str, ...], set[str]] = {}
    for line, names in zip(lines, knowns, strict=True):
        for known in names:
            if known.role == "body":
                for first in range(known.first + 1, known.last - 1):
                    found.setdefault(line.folded[first : known.last], set()).add(known.actor)
    return found


def _singular(word: str) -> str:
    """A plural's singular ("ministries", "armies", "parliaments"); other words as they are."""
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")


def _normal(words: tuple[str, ...]) -> str:
    """One key for the spellings of one body ("Ministry of Defense", "defence ministry")."""
    plain = [w.replace("defense", "defence").replace("organization", "organisation") for w in words]
    if plain[0] in ("ministry", "department") and len(plain) > 2 and plain[1] == "of":
        rest = [w for w in plain[2:] if w not in ("the", "affairs")]
        return " ".join((*rest, plain[0]))
    if plain[-1] == "party" and len(plain) > 1:
        plain = plain[:-1]
    return " ".join(w for w in plain if w not in ("the", "affairs"))


def _profile(row: _Row, code: str | None) -> Profile:
    name, sector = row.name, row.sector
    kind: ActorKind = {"REB": "armed_group", "BUS": "company"}.get(sector or "", "organization")  # type: ignore[assignment] # both are ActorKind
    stands = ((f"state:{code}", "adjective"),) if code and sector in OFFICIAL else ()
    state = by_code()[code] if code else None
    if state is not None:
        adjective = state.adjectives[0] if state.adjectives else state.name
        name = f"{name} of {state.name}" if row.of else f"{adjective} {name}"
    return Profile(name, kind, code, sector, stands)


def _in_line(
    line: Line, names: Sequence[Known], taken: Sequence[bool], votes: Mapping[tuple[str, ...], int]
) -> Iterator[_Row]:
    ends = {k.last: k for k in names if k.kind == "state" and k.role in ("name", "adjective")}
    begins = {k.first: k for k in names if k.kind == "state" and k.role in ("name", "adjective")}
    i = 0
    while i < len(line.words):
        both = () if taken[i] else pair_before(line, i, ends)
        if both and (last := _plural_phrase(line, i, taken)) > i:
            told = _phrases()[(*line.folded[i : last - 1], _singular(line.folded[last - 1]))]
            yield from (_Row(line, i, last, known.code, told, False, True) for known in both)
            i = last
            continue
        last, sector = (i, None) if taken[i] else _phrase(line, i, taken)
        code = _state_before(line, i, ends)
        after = False
        if last > i:
            after = not code
            code = code or _state_after(line, last, begins)
            if not code and not line.capital(i):
                last = i
        if last > i and code is None and sector in OFFICIAL:
            code = _state_around(line, (i, last), names)
        if last == i and not taken[i] and line.capital(i):
            last, sector = _capital_run(line, i, taken, votes)
            after = not code
            code = code or _state_after(line, last, begins) if last > i else None
        if last > i:
            yield _Row(line, i, last, code, sector, after and code is not None)
        i = max(last, i + 1)


def _phrase(line: Line, i: int, taken: Sequence[bool]) -> tuple[int, str | None]:
    """Where a phrase of the table of bodies ends that begins here, and its sector."""
    if line.folded[i] not in _first_words():
        return i, None
    for size in (4, 3, 2, 1):
        last = i + size
        if last <= len(line.words) and line.folded[i:last] in _phrases() and all(line.joined[i + 1 : last]):
            if any(taken[i:last]) or not _ends_here(line, last, taken):
                return i, None
            return last, _phrases()[line.folded[i:last]]
    return i, None


def _plural_phrase(line: Line, i: int, taken: Sequence[bool]) -> int:
    """Where the plural of a phrase of the table of bodies ends that begins here ("defence ministries")."""
    for size in (3, 2, 1):
        last = i + size
        if last > len(line.words) or not all(line.joined[i + 1 : last]) or any(taken[i:last]):
            continue
        word = line.folded[last - 1]
        if word.endswith("s") and (*line.folded[i : last - 1], _singular(word)) in _phrases():
            return last if _ends_here(line, last, taken) else i
    return i


def _ends_here(line: Line, last: int, taken: Sequence[bool]) -> bool:
    """Whether no noun follows that the phrase only qualifies ("parliament building", "army chief")."""
    if last >= len(line.words) or not line.joined[last]:
        return True
    token = line.paragraph.doc[line.tokens[last - 1]]
    return taken[last] or not (token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i)


def _state_before(line: Line, i: int, ends: Mapping[int, Known]) -> str | None:
    first = i
    while i not in ends and i > 0 and first - i < _DESCRIBED and line.capital(first) and _describes(line, i):
        i -= 1  # "Zimbabwe's ruling Zanu-PF party"
    known = ends.get(i)
    if known is None or known.code is None or (i < first and not line.possessive(i - 1)):
        return None
    return known.code if line.joined[i] or line.possessive(known.last - 1) else None


def _describes(line: Line, i: int) -> bool:
    """Whether a lower-case word stands before piece i that can describe a body."""
    plain = line.pos[i - 1] in ("ADJ", "NOUN") or line.folded[i - 1].endswith("ing")
    return line.joined[i] and plain and not line.capital(i - 1)


def _state_after(line: Line, last: int, begins: Mapping[int, Known]) -> str | None:
    if last + 1 >= len(line.words) or not line.joined[last] or line.folded[last] != "of":
        return None
    known = begins.get(last + 1 + (line.folded[last + 1] == "the"))
    return known.code if known is not None and known.role == "name" else None


def _state_around(line: Line, span: tuple[int, int], names: Sequence[Known]) -> str | None:
    """The state of the capital a body sits in: "the ministry in Lima", "in Lima … the ministry"."""
    first, last = span
    if line.folded[last - 1] in institutions().abroad:
        return None
    capitals = [k for k in names if k.role == "capital"]
    if last + 1 < len(line.words) and line.folded[last] == "in" and line.joined[last]:
        return next((k.code for k in capitals if k.first == last + 1), None)
    if first > 2 and line.folded[first - 1] == "the":
        opens = next((i for i in range(first - 1, -1, -1) if line.opens[i]), 0)
        told = [k for k in capitals if opens < k.first < first and line.folded[k.first - 1] == "in"]
        near = len(told) == 1 and (told[0].last == first - 1 or told[0].first - 1 == opens)
        return told[0].code if near else None
    return None


def _capital_run(
    line: Line, first: int, taken: Sequence[bool], votes: Mapping[tuple[str, ...], int]
) -> tuple[int, str | None]:
    """A run of capitals that a word of an institution heads; the run's end and its sector."""
    if line.titled or (
        line.opens[first] and line.pos[first] in ("DET", "ADP", "PRON", "ADV", "SCONJ", "CCONJ", "VERB")
    ):
        return first, None
    i, last = first, first
    while i < len(line.words) and i - first < _LONGEST and not taken[i] and (i == first or _goes_on(line, i)):
        if line.capital(i):
            last = i + 1
        elif line.folded[i] not in _INNER or (
            line.folded[i] == "and" and line.folded[i - 1] in institutions().heads
        ):
            break
        i += 1
    if line.entities[first] in ("GPE", "LOC", "DATE", "EVENT", "LAW", "WORK_OF_ART"):
        return first, None
    words = line.folded[first:last]
    head = next((i for i, w in enumerate(words) if w in ("of", "for", "on")), len(words)) - 1
    table = institutions()
    shouted = all(w.isupper() for w in line.words[first:last])
    if last - first > 1 and head >= 0 and words[head] in table.heads and not shouted:
        party = (
            first > 0
            and line.joined[first]
            and line.words[first - 1] in ("ruling", "opposition", "governing")
        )
        return last, "PTY" if party else table.words.get(words[head]) or None
    while last > first and not line.capital(last - 1):
        last -= 1
    if votes.get(words, 0) >= _CALLED:
        return last + _party_follows(line, last), "PTY"
    acronym = last - first == 1 and line.words[first].isupper() and len(words[0]) > 1
    if acronym and votes.get(words, 0) >= 2:
        return last, None
    return first, None


def _goes_on(line: Line, i: int) -> bool:
    """Whether a name may run on to piece i: joined, or of people ("People's Party", "Workers' Council")."""
    owned = line.folded[i - 1] in institutions().owners and line.capital(i - 1) and line.capital(i)
    return line.joined[i] or (owned and line.between(i - 1, i) in ("'s ", "' "))


def _party_follows(line: Line, last: int) -> bool:
    """Whether "party" in lower case follows a name ("the Fidesz party")."""
    return last < len(line.words) and line.joined[last] and line.words[last] == "party"


def _organizations(lines: Sequence[Line], taken: Sequence[Sequence[bool]]) -> Mapping[tuple[str, ...], int]:
    """How often each run of capitals is an organization to the recogniser, less how often it is not."""
    votes: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        if line.titled:
            continue
        i = 0
        while i < len(line.words):
            last = i
            while last < len(line.words) and line.capital(last) and not taken[line.index][last]:
                if last > i and not line.joined[last]:
                    break
                last += 1
            if last > i:
                labels = {line.entities[k] for k in range(i, last)}
                votes[line.folded[i:last]] += 1 if labels == {"ORG"} else -1
                if _party_follows(line, last) and not labels & {"DATE", "EVENT", "PERSON"}:
                    votes[line.folded[i:last]] += 2 * _CALLED
            i = max(last, i + 1)
    return votes
