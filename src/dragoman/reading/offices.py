"""Who bears which title in a document: beside the name, in apposition, by a verb, as a counterpart.

Of what an office is held is taken from the words at the title, from the same person's other titles, or
from the list the person stands in; else it stays unknown.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.model.readings import Held
from dragoman.reading.bearings import Bearing, listed, shared
from dragoman.reading.known import Known
from dragoman.reading.lines import Line, behind_address
from dragoman.reading.names import NameUse
from dragoman.reading.titles import Title
from dragoman.vocabulary.descriptions import descriptions

if TYPE_CHECKING:
    from spacy.tokens import Token

_AND = re.compile(r",? (?:and|&|as well as) (?:the |its |his |her )?(?:then |current )?$")
_APPOSED = re.compile(
    r"(?:,| \(| [–—-]) ?"
    r"(?:(?:who )?(?:also |now |currently )?(?:serves?|served|serving|acts?|acted|doubles) (?:also )?as "
    r"|who (?:is|was|became|remains) )?"
    r"(?:an? [^\W\d_]+(?: [^\W\d_]+)? and )?(?:also |now |then |once )?(?:the |a |an |its |one of )?"
    r"(?:new |newly(?: |-)(?:appointed|named|elected) |current |long(?: |-)?(?:serving|time) |veteran "
    r"|mere )?$"
)
_APPOSED_LONGEST = 70
_THEN = ("at", "the", "time")
_ARTICLES = ("the", "a", "an")
_CALLING = 7  # words from the comma to a name behind a calling
_PAST = re.compile(r"\b(?:was|served|acted|then|once)\b")


@dataclass(slots=True)
class _Scene:
    """One line with all that was found in it."""

    line: Line
    names: Sequence[Known]
    titles: Sequence[Title]
    uses: Sequence[NameUse]
    ends: Sequence[int]
    tokens: Sequence[int]
    by_first: Mapping[int, NameUse]
    known_first: Mapping[int, Known]
    known_last: Mapping[int, Known]


def find(
    lines: Sequence[Line],
    knowns: Sequence[Sequence[Known]],
    titles: Sequence[Sequence[Title]],
    uses: Sequence[Sequence[NameUse]],
) -> tuple[Bearing, ...]:
    """All bearings of a document, in order, with what they are held of as far as the text tells."""
    found: list[Bearing] = []
    for line, names, given, persons in zip(lines, knowns, titles, uses, strict=True):
        scene = _Scene(
            line,
            names,
            given,
            persons,
            [u.last for u in persons],
            [line.tokens[u.first] for u in persons],
            {u.first: u for u in persons},
            {k.first: k for k in names},
            {k.last: k for k in names},
        )
        found += listed(line, names, persons, _in_line(scene))
    return shared(found)


def _in_line(scene: _Scene) -> list[Bearing]:
    bound: dict[int, list[Bearing]] = {}
    for index, title in enumerate(scene.titles):
        if title.office.title not in descriptions().address:
            bound[index] = list(_direct(scene, title))
    for index in [i for i, held in bound.items() if not held]:
        bound[index] = [one] if (one := _apposed(scene, scene.titles[index])) else []
    for index in [i for i, held in bound.items() if not held]:
        one = _before(scene, index, bound) or _by_verb(scene, scene.titles[index])
        bound[index] = [one] if one else []
    for index in range(1, len(scene.titles)):
        if index in bound and index - 1 in bound and not bound[index]:
            bound[index] = _joined(scene, index, bound)
    borne = (_owned(scene, index, b) for index in sorted(bound) for b in bound[index])
    return [b for b in borne if not _tells(scene, b)]


def _tells(scene: _Scene, bearing: Bearing) -> bool:
    """Whether the bearer only tells of whom the title means: "Chad met the envoy, Prime Minister X said"."""
    doc, use = scene.line.paragraph.doc, bearing.use
    if use.first < bearing.title.until:
        return False
    teller = doc[scene.line.tokens[use.last - 1]]
    held = doc[scene.line.tokens[bearing.title.last - 1]]
    said = (c for c in teller.head.children if c.dep_ == "ccomp" and c.i < teller.i)
    return teller.dep_ == "nsubj" and any(c.is_ancestor(held) for c in said)


def _owned(scene: _Scene, index: int, bearing: Bearing) -> Bearing:
    """The bearing, of the state of the title joined to its own ("Kenya's president and Minister X")."""
    title, former = scene.titles[index], scene.titles[index - 1]
    if not index or bearing.of or title.definite or not (former.of or "").startswith("state:"):
        return bearing
    joined = former.until <= title.begin and _between(scene.line, former.until, title.begin) == " and "
    return replace(bearing, of=former.of) if joined else bearing


def _bearing(scene: _Scene, title: Title, use: NameUse, direct: bool, of: str | None = None) -> Bearing:
    first = min(_phrase_first(scene, title), use.first)
    last = max(title.until, use.last)
    start, end = scene.line.starts[first], scene.line.ends[last - 1]
    of = title.of or of
    if title.office.sector == "JRN" and of and of.startswith("government:"):
        of = None  # a "White House correspondent" is not of the White House
    return Bearing(use.person, title, title.held, of, start, end, direct, use)


def _phrase_first(scene: _Scene, title: Title) -> int:
    """The first piece of a title's phrase, a possessive before it included ("Japan's")."""
    owner = scene.known_last.get(title.begin)
    return owner.first if owner is not None and scene.line.possessive(owner.last - 1) else title.begin


def _direct(scene: _Scene, title: Title) -> Iterator[Bearing]:
    """The names that follow a title at once: one, or after a plural a list."""
    line, at = scene.line, title.until
    if at < len(line.words) and line.joined[at]:
        at = behind_address(line, at)  # "Prime Minister Dr Keith Rowley"
    use = scene.by_first.get(at)
    if use is None or not (line.joined[at] or _names_follow(scene, title, use)):
        return
    while use is not None:
        of, end = _of_after(scene, title, use)
        yield _bearing(scene, title, use, True, of)
        if not title.plural:
            return
        use = next(
            (scene.by_first[k] for k in (end, end + 1) if k in scene.by_first and _gap(line, end, k)), None
        )


def _names_follow(scene: _Scene, title: Title, use: NameUse) -> bool:
    """Whether a list of names stands behind a plural title and a comma: "the governors, A and B"."""
    line = scene.line
    if not (title.plural and title.definite and line.between(title.until - 1, use.first) == ", "):
        return False
    return any(k in scene.by_first and _gap(line, use.last, k) for k in (use.last, use.last + 1))


def _gap(line: Line, end: int, first: int) -> bool:
    return re.fullmatch(r",? (?:and )?", line.between(end - 1, first)) is not None


def _of_after(scene: _Scene, title: Title, use: NameUse) -> tuple[str | None, int]:
    """The state after a name ("President Ruto of Kenya") and where that ends."""
    line, i = scene.line, use.last
    if i + 1 >= len(line.words) or not line.joined[i] or line.folded[i] != "of":
        return None, i
    at = i + 1 + (line.folded[i + 1] == "the")
    known = scene.known_first.get(at)
    if known is None and title.office.of == "subnational":
        end = at
        while end < len(line.words) and (end == at or line.joined[end]) and line.capital(end):
            end += 1
        return (line.text(at, end), end) if end > at else (None, i)
    if known is None or known.role not in ("name", "body") or title.office.is_rank:
        return None, i
    return known.actor, known.last


def _apposed(scene: _Scene, title: Title) -> Bearing | None:
    """A name before a comma and the title, or after the title and a comma."""
    line = scene.line
    first = _phrase_first(scene, title)
    at = bisect_right(scene.ends, first) - 1
    use = scene.uses[at] if at >= 0 and not title.plural else None
    if use is not None and line.sentences[use.last - 1] == line.sentences[title.first]:
        between = _between(line, use.last, first)
        if len(between) < _APPOSED_LONGEST and _APPOSED.fullmatch(between) and _closed(scene, title):
            former = title.held == "current" and _PAST.search(between) is not None
            found = _bearing(scene, title, use, False)
            return replace(found, held="former") if former else found
    return _after_comma(scene, title)


def _between(line: Line, left: int, right: int) -> str:
    return line.smooth[line.ends[left - 1] - line.paragraph.start : line.starts[right] - line.paragraph.start]


def _closed(scene: _Scene, title: Title) -> bool:
    """Whether a title after a name and a comma is no further item of a list of people."""
    line = scene.line
    if line.possessive(title.until - 1):
        return False  # "Ana Ruiz, the president's sister"
    following = title.until < len(line.words) and line.joined[title.until]
    if following and line.paragraph.doc[line.tokens[title.until]].tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return False  # "According to Lavrov, the foreign minister said"
    if not (
        title.definite or title.indefinite or title.of or line.capital(title.first) or title.held != "current"
    ):
        return line.before(title.begin, 2) == ", " or line.joined[title.begin]
    if title.until < len(line.words) and line.after(title.until - 1, 5) == " and " and not title.definite:
        return title.until + 1 not in scene.by_first
    return True


def _after_comma(scene: _Scene, title: Title) -> Bearing | None:
    """ "the foreign minister, Wang Yi, said"."""
    line, at = scene.line, title.until
    if tuple(line.folded[at : at + len(_THEN)]) == _THEN:
        at += len(_THEN)  # "the envoy at the time, Wang Yi,"
    behind = line.after(at - 1, 2) if at < len(line.words) else ""
    first = at
    if behind == ", ":
        at = behind_address(line, at)  # "the premier, Dr Keith Rowley"
    called = _behind_calling(scene, at) if behind == ", " else at
    use, then = scene.by_first.get(called), first > title.until
    whole = title.definite or title.of or (title.last - title.first > 1 and line.capital(title.first))
    if use is None or not whole or title.plural:
        return None
    if line.between(first - 1, first) not in (", ", " – ", " — ", " ("):
        return None
    tail = line.after(use.last - 1, 5)
    apart = use.last - use.first > 1 or tail[:1] in (",", ")")
    if not apart or tail.startswith(" and ") or (called > at and tail == ", and"):
        return None
    found = _bearing(scene, title, use, False)
    return replace(found, held="former") if then and title.held == "current" else found


def _behind_calling(scene: _Scene, at: int) -> int:
    """Where the name begins that a calling stands before ("the envoy, the diplomat Lars Holm"); else `at`.

    A noun in lower case stands right before the name, and no title of an office: two people are named then.
    """
    line = scene.line
    for end in range(at + 2, min(at + _CALLING, len(line.words))):
        if not line.joined[end]:
            break
        if end not in scene.by_first:
            continue
        callings = descriptions().callings
        other = (t for t in scene.titles if at < t.last <= end and t.office.title not in callings)
        noun = not line.capital(end - 1) and line.pos[end - 1] in ("NOUN", "PROPN")
        plain = all(not line.capital(i) or i in scene.known_first for i in range(at, end))
        return end if line.folded[at] in _ARTICLES and noun and plain and not any(other) else at
    return at


def _before(scene: _Scene, index: int, bound: Mapping[int, list[Bearing]]) -> Bearing | None:
    """A title joined to the next, which a name follows: "the chairman of the council, Prime Minister X"."""
    if not bound.get(index + 1):
        return None
    title, other, line = scene.titles[index], scene.titles[index + 1], scene.line
    if title.plural or other.plural or line.sentences[title.first] != line.sentences[other.first]:
        return None
    use = bound[index + 1][0].use
    if use.first < other.until:
        return None
    addressed = behind_address(line, title.until)
    between = _between(line, addressed, _phrase_first(scene, other)).lstrip(".")
    one = (
        between in (" ", " and ", "/", " & ")
        and not (title.definite and between != " ")
        and (line.capital(title.first) or (between == " " and line.capital(other.first)))
    )
    both = line.capital(title.first) and line.capital(other.first) and not other.definite
    apart = line.between(other.until - 1, use.first) == ", "
    one = one or (between == " and " and both and apart)  # "Kenya's Treasury and Foreign Minister, X"
    one = one or (between == " and " and both and _two_of_one(scene, title, other))
    tail = line.after(use.last - 1, 5)
    apposed = between == ", " and title.definite and not other.definite and not tail.startswith(" and ")
    return _bearing(scene, title, use, False) if one or apposed else None


def _two_of_one(scene: _Scene, title: Title, other: Title) -> bool:
    """Whether a state's office and the one that "and" joins to it are held by one: "Peru's Deputy Prime
    Minister and Trade Minister X". A head of government is he only in official style ("and Minister of
    Trade X"), and "the" tells of a person more."""
    the = title.begin > 0 and scene.line.folded[title.begin - 1] == "the"
    head = title.office.head
    alone = head is None or (head == "government" and " of " in other.title)
    return (title.of or "").startswith("state:") and alone and not the


def _by_verb(scene: _Scene, title: Title) -> Bearing | None:
    """A title a verb gives or takes: "became", "was sworn in as", "resigned as"."""
    line, table = scene.line, descriptions()
    root = _root(line, title)
    if root is None or title.plural or (title.indefinite and title.of is None):
        return None  # "remains a leader" gives no office
    verb = root.head
    if root.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
    elif root.dep_ not in ("attr", "oprd"):
        return None
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return None
    lemma = verb.lemma_.lower()
    held: Held = title.held
    if lemma in table.takes_office:
        held = "former"
    elif lemma in table.proposes:
        held = "designate"
    elif lemma not in table.gives_office:
        return None
    elif lemma in ("be", "serve", "act") and verb.tag_ == "VBD" and held == "current":
        held = "former"
    use = _subject(scene, verb)
    return replace(_bearing(scene, title, use, False), held=held) if use else None


def _root(line: Line, title: Title) -> "Token | None":
    doc = line.paragraph.doc
    inside = range(line.tokens[title.begin], line.tokens[title.last - 1] + 1)
    return next((doc[i] for i in inside if doc[i].head.i not in inside or doc[i].head.i == i), None)


def _subject(scene: _Scene, verb: "Token") -> NameUse | None:
    """The person who is the verb's subject, or in "appointed X as" its object."""
    for wanted in (("nsubjpass", "nsubj"), ("dobj",)):
        for child in verb.children:
            if child.dep_ in wanted:
                at = bisect_right(scene.tokens, child.i) - 1
                if at >= 0 and child.i <= scene.line.tokens[scene.uses[at].last - 1]:
                    return scene.uses[at]
    return None


def _joined(scene: _Scene, index: int, bound: Mapping[int, list[Bearing]]) -> list[Bearing]:
    """A title that "and" joins to one in apposition: "who serves as chairman of the council and premier"."""
    title, former, line = scene.titles[index], scene.titles[index - 1], scene.line
    given = bound[index - 1]
    if len(given) != 1 or given[0].direct or title.plural:
        return []
    between = _between(line, former.until, _phrase_first(scene, title))
    use = given[0].use
    if not (_AND.fullmatch(between) or between == ", ") or title.until in scene.by_first:
        return []
    return [
        replace(
            _bearing(scene, title, use, False), held=given[0].held if title.held == "current" else title.held
        )
    ]
