"""States and organizations without a name: "European leaders", "key US allies", "human rights groups".

Each group is an actor of its document, by the noun and the state or words that tell which. A noun alone
("the aid agencies") is the one such group the document told of before, else a group of no known country.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dragoman.reading.drafts import Draft, Profile
from dragoman.reading.governments import heads
from dragoman.reading.knowledge import Knowledge
from dragoman.reading.known import Known
from dragoman.reading.lines import Line
from dragoman.vocabulary.collectives import Collective, collectives, plain

_LONGEST = 3  # pieces of a table's phrase
_REACH = 3  # pieces before the noun that may tell which group it is
_BEFORE = ("ADJ", "PROPN", "NOUN")
_PAIR = ("one", "two", "both")  # left to those who look back for them
_PREFIX = "collective|"


def find(
    know: Knowledge,
    names: Sequence[Sequence[Known]],
    drafts: Iterable[Draft],
) -> list[Draft]:
    """The mentions of such groups, with their profiles added to what is known."""
    held: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        held[draft.line].append(draft)
    seen: dict[str, set[str]] = defaultdict(set)
    found = []
    for line, known in zip(know.lines, names, strict=True):
        covered = {i for d in held[line.index] if d.form != "adjective" for i in range(d.first, d.last)}
        for first, last, group in _nouns(line):
            if any(i in covered for i in range(first, last)) or not heads(line, last):
                continue
            begin, actor = _meant(know, line, (first, last), group, (known, seen))
            if actor is not None:
                found.append(know.numbering.draft(line, begin, last, actor, "description"))
    return found


def _nouns(line: Line) -> Iterator[tuple[int, int, Collective]]:
    """Where a phrase of the table stands in a line, the longest that ends at a plural noun."""
    table = collectives()
    doc = line.paragraph.doc
    for i in range(len(line.words)):
        if doc[line.tokens[i]].tag_ not in ("NNS", "NNPS"):
            continue
        for size in range(min(_LONGEST, i + 1), 0, -1):
            first = i + 1 - size
            phrase = " ".join(line.folded[first : i + 1])
            if phrase in table and all(line.joined[first + 1 : i + 1]):
                yield first, i + 1, table[phrase]
                break


def _meant(
    know: Knowledge,
    line: Line,
    span: tuple[int, int],
    group: Collective,
    told: tuple[Sequence[Known], dict[str, set[str]]],
) -> tuple[int, str | None]:
    """Where the mention begins and which group it means; None where nothing tells who "countries" are."""
    first, last = span
    known, seen = told
    phrase = " ".join(line.folded[first:last])
    begin = _begin(line, first)
    bodies = [
        k for k in known if k.role == "body" and k.kind != "group" and begin <= k.first < k.last <= first
    ]
    if any(k.kind == "armed_group" or phrase in ("leaders", "ministers") for k in bodies):
        return begin, None  # "Hamas leaders", "EU ministers": the body itself is the party
    states = [k for k in known if k.kind == "state" and begin <= k.first and k.last <= first]
    of = _of(line, last, known)
    if of and group.named and not states and line.folded[last] == "of":
        return begin, None  # "the three countries of Peru, Chile and Bolivia" are those named
    code = states[-1].code if states else of
    telling = [i for i in range(begin, first) if line.capital(i) and not line.opens[i]]
    if group.named and not _told(line, (begin, first), phrase, telling, bool(states)):
        return begin, None
    words = [line.words[i] for i in range(begin, first) if i in telling or line.folded[i] not in plain()]
    which = code or " ".join(words).casefold()
    if not which and line.folded[first - 1 : first] == ("the",) and len(seen[phrase]) == 1:
        return first, min(seen[phrase])
    key = f"{_PREFIX}{phrase}|{which}"
    if which:
        seen[phrase].add(key)
    name = " ".join([*words, *line.words[first:last]])
    know.profiles.setdefault(key, Profile(name, group.kind, code, group.sector))
    return min((i for i in range(begin, first) if line.words[i] in words), default=first), key


def _begin(line: Line, first: int) -> int:
    """Where the adjectives and nouns begin that stand before a noun."""
    begin = first
    while begin > 0 and first - begin < _REACH and line.joined[begin] and line.pos[begin - 1] in _BEFORE:
        if line.possessive(begin - 1):
            break
        begin -= 1
    return begin


def _of(line: Line, last: int, known: Sequence[Known]) -> str | None:
    """The state behind a noun's "in", "of" or "from" ("rebels in Chad")."""
    if last + 1 >= len(line.words) or line.folded[last] not in ("in", "of", "from") or not line.joined[last]:
        return None
    at = last + 1 + (line.folded[last + 1] == "the")
    return next((k.code for k in known if k.kind == "state" and k.role == "name" and k.first == at), None)


def _told(line: Line, span: tuple[int, int], phrase: str, telling: Sequence[int], state: bool) -> bool:
    """Whether the words before "countries" tell which: a part of the world, or whose allies they are.

    Of one state's "leaders" or "ministers" that state is the party, and no group.
    """
    region = bool(telling) or (span[1] > span[0] and line.opens[span[0]] and line.pos[span[0]] == "ADJ")
    if state:
        return phrase == "allies"
    counted = span[0] > 0 and line.joined[span[0]] and line.pos[span[0] - 1] == "NUM"
    if counted and span[0] == span[1]:
        return phrase in ("countries", "nations", "governments") and line.folded[span[0] - 1] not in _PAIR
    return region and line.folded[span[1] - 1] not in plain()
