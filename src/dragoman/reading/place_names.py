"""The names of places in a document, before it is known which place of that name is meant.

A name is taken on evidence: it is a state's; the recogniser took just these words for a place; a preposition
of place stands before a whole capitalised run; it is a great city. What the document gives as the name of a
person or a body is never one, nor is part of a longer name.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.reading.marks import Cast, Paragraph, Parsed
from dragoman.reading.place_corpora import (
    city_of,
    held_within,
    land_of,
    led_by,
    letters,
    people_of,
    road,
    stood_in,
    structure,
)
from dragoman.reading.place_evidence import PLACES, Evidence, Stretch, evidence
from dragoman.vocabulary.folding import fold
from dragoman.vocabulary.geography import geography
from dragoman.vocabulary.organizations import named
from dragoman.vocabulary.places import PlaceRow, gazetteer
from dragoman.vocabulary.states import State, by_code, naming

if TYPE_CHECKING:
    from spacy.tokens import Doc

_INNER = frozenset({"of", "the", "and", "de", "la", "le", "du", "del", "al", "el", "upon", "do", "da"})
_LINKS = frozenset({"-", "‑", "'", "’"})
_AND = frozenset({",", "and", "or", "&", "the", "then", "later", "to"})
_OPENING = frozenset({",", "("})
_LONGEST = 7
_TITLED = 0.7


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands. `state` is set where it is a state's; `rows` are the places it may mean.

    `part`: a word beside it says that it is a part of a state ("the Samara region"). `sentence` is its number
    in the document.
    """

    start: int
    end: int
    text: str
    sentence: int
    evidence: Evidence
    rows: tuple[PlaceRow, ...] = ()
    state: State | None = None
    part: bool = False

    @property
    def folded(self) -> str:
        """The form under which mentions of one name are told to be one."""
        return fold(self.text)


@dataclass(frozen=True, slots=True)
class _Line:
    """One paragraph with the number of each token's sentence and what of it is taken by actors.

    `every`: adjectives, peoples and names within the names of bodies count too.
    """

    paragraph: Paragraph
    doc: "Doc"
    sentences: tuple[int, ...]
    taken: tuple[tuple[int, int, bool], ...]
    titled: bool
    every: bool
    lowered: frozenset[str]
    people: frozenset[str]

    def name(self, words: Stretch, proof: Evidence, *, bare: bool = False) -> Name:
        """The name that these words are; `bare` without what the tables know of it."""
        start, end = self.paragraph.place(self.doc[words.i : words.j])
        end -= len(words.text) - len(words.text.rstrip("- "))
        state = by_code()[words.meant[0]] if proof == "state" and words.meant else None
        rows = () if bare else words.rows
        return Name(
            start,
            end,
            words.text.rstrip("- "),
            self.sentences[words.i],
            proof,
            rows,
            state,
            words.part and not state,
        )

    def adjective(self, words: Stretch) -> Name:
        """An adjective or a people, by the state or region it is of."""
        if words.meant is not None:
            return self.name(words, "state", bare=True)
        return self.of(words, gazetteer().of_adjective(words.text))

    def of(self, words: Stretch, region: PlaceRow | None) -> Name:
        """Words that stand for a region which they do not name."""
        return replace(self.name(words, "region", bare=True), rows=(region,) if region else ())


def names(parsed: Parsed, cast: Cast, *, every: bool = False) -> list[Name]:
    """What may be names of places in a document, in order, none within another; some without evidence."""
    found: list[Name] = []
    taken = _taken(cast)
    lowered = frozenset(t.text for p in parsed.paragraphs for t in p.doc if t.text.islower())
    people = _people(parsed)
    sentence = 0
    for paragraph in parsed.paragraphs:
        numbers: list[int] = []
        for span in paragraph.doc.sents:
            numbers += [sentence] * len(span)
            sentence += 1
        low = max(0, bisect_left(taken, (paragraph.start, 0, False)) - 1)
        near = taken[low : bisect_left(taken, (paragraph.end, 0, False))]
        titled = _title_cased(paragraph.doc)
        line = _Line(paragraph, paragraph.doc, tuple(numbers), tuple(near), titled, every, lowered, people)
        found.extend(_names(line))
    return found


def _people(parsed: Parsed) -> frozenset[str]:
    """The words, casefolded, of the names that the recogniser takes for persons', where they have several."""
    whole = (e for p in parsed.paragraphs for e in p.doc.ents if e.label_ == "PERSON" and len(e) > 1)
    return frozenset(t.text.casefold() for e in whole for t in (e[0], e[-1]) if t.is_alpha)


def _taken(cast: Cast) -> list[tuple[int, int, bool]]:
    """The mentions that are no places, by their start; the flag is set for an adjective."""
    kinds = {r.id: r.kind for r in cast.referents}
    spans = []
    for m in cast.mentions:
        place = kinds.get(m.actor) in ("state", "subnational") and m.form == "name"
        if not place and m.form != "pronoun":
            spans.append((m.start, m.end, m.form == "adjective"))
    return sorted(spans)


def _title_cased(doc: "Doc") -> bool:
    """Whether capitals tell nothing here."""
    words = [t for t in doc if t.is_alpha and len(t) > 3]
    if doc.text.rstrip("”\"' ").endswith((".", "!")):
        return False
    return len(words) > 2 and sum(t.text[0].isupper() for t in words) > _TITLED * len(words)


def _names(line: _Line) -> Iterator[Name]:
    i, listed = 0, False
    while i < len(line.doc):
        if not _begins(line.doc, i):
            listed = listed and line.doc[i].lower_ in _AND
            i += 1
            continue
        found = _at(line, i, listed)
        if found.name is not None:
            yield found.name
        i, listed = found.end, found.listed


def _begins(doc: "Doc", i: int) -> bool:
    """Whether a name may begin at a token: with a capital, and with "The" only where that is of the name."""
    if doc[i].text == "The":
        return naming(doc[i : i + 2].text) is not None and naming(doc[i + 1 : i + 2].text) is None
    return doc[i].text[0].isupper()


def _reach(doc: "Doc", i: int) -> int:
    """Where the longest run of name words from a token ends."""
    j = last = i + 1
    while j < len(doc) and j - i < _LONGEST:
        token = doc[j]
        if token.text[0].isupper():
            last = j + 1
        elif token.text not in _LINKS and token.lower_ not in _INNER and not token.text[0].isdigit():
            break
        j += 1
    return max(last, _with_state(doc, i))


def _with_state(doc: "Doc", i: int) -> int:
    """Where "Washington, D.C." ends, which is one name; the token itself where it is none."""
    j = i + 3
    whole = j <= len(doc) and doc[i + 1].text == "," and doc[i + 2].text in geography().shortened
    return j if whole and naming(doc[i:j].text) is not None else i


@dataclass(frozen=True, slots=True)
class _Found:
    """What begins at a token and where it ends. `listed`: it may head or go on with a list of places."""

    name: Name | None
    end: int
    listed: bool = False


def _at(line: _Line, i: int, listed: bool) -> _Found:
    """The longest name that begins at a token; `listed`: it follows on a place behind a preposition."""
    if line.every and (found := _counted(line, i)) is not None:
        return found
    for j in range(_reach(line.doc, i), i, -1):
        words = Stretch(line.doc, i, j, line.titled, listed)
        if words.adjective:
            return _Found(line.adjective(words) if line.every and not words.surname else None, j)
        other = named(words.text)
        body = other is not None and other.kind not in ("subnational", "group")
        if other is not None and body and not (line.every and other.country):
            land = land_of(other, words.text) if line.every else None
            return _Found(line.of(words, land) if land else None, j)
        if not _is_taken(line, i, j):
            name = _short(line, words) or _judge(line, words)
            if name is not None:
                telling = words.cued or (line.every and name.evidence in ("state", "entity", "great"))
                return _Found(name, j, telling and name.evidence != "none")
    return _unknown(line, i, listed)


def _counted(line: _Line, i: int) -> _Found | None:
    """What only corpora count: a building or road, a people of a region or city."""
    end = structure(line.doc, i)
    if end is not None and naming(line.doc[i:end].text) is None:
        words = Stretch(line.doc, i, end, line.titled)
        return _Found(line.name(words, "entity"), end)
    first = led_by(line.doc[i].text)
    if first is not None and (meant := naming(first)) is not None:
        start = line.paragraph.start + line.doc[i].idx
        state = by_code()[meant[0]]
        return _Found(Name(start, start + len(first), first, line.sentences[i], "state", (), state), i + 1)
    end = city_of(line.doc, i)
    if end is not None:
        town = gazetteer().lookup(line.doc[i : end - 1].text)
        words = Stretch(line.doc, i, end, line.titled)
        return _Found(replace(line.name(words, "entity", bare=True), rows=town), end)
    end = road(line.doc, i, line.lowered)
    if end is not None:
        return _Found(line.name(Stretch(line.doc, i, end, line.titled), "entity", bare=True), end)
    words = Stretch(line.doc, i, i + 1, line.titled)
    if words.meant is None and not words.adjective and not gazetteer().holds(words.text):
        land = people_of(words)
        return _Found(line.of(words, land), i + 1) if land else None
    return None


def _is_taken(line: _Line, i: int, j: int) -> bool:
    start, end = line.paragraph.place(line.doc[i:j])
    low = max(0, bisect_left(line.taken, (start, 0, False)) - 2)
    near = line.taken[low : bisect_left(line.taken, (end, 0, False))]
    return any(a < end and start < b and not (adjective and b - a < end - start) for a, b, adjective in near)


def _short(line: _Line, words: Stretch) -> Name | None:
    """A shortened name of a part of a state, behind a comma ("Tulsa, Okla.")."""
    full = geography().shortened.get(words.text)
    doc, i = line.doc, words.i
    if full is None:
        return None
    behind = i > 1 and doc[i - 1].text in _OPENING and doc[i - 2].text[0].isupper()
    cued = words.cued and "." in words.text[:-1]
    if not (behind or cued or (line.every and letters(doc, i))):
        return None
    kept = [r for r in gazetteer().lookup(full) if r.country in ("USA", "CAN", "AUS")]
    start, end = line.paragraph.place(doc[i : words.j])
    return Name(start, end, words.text, line.sentences[i], "short", tuple(kept[:1])) if kept else None


def _judge(line: _Line, words: Stretch) -> Name | None:
    """The name that these words are, if a table has it and nothing speaks against it."""
    if (words.foreign or words.thing) and not line.every:
        return None
    if words.surname:
        return None
    if words.joined and not line.every:
        return None
    if words.meant is not None and words.meant[1] == "name":
        return line.name(words, "state")
    if not words.rows or words.other_kind:
        return None
    proof = evidence(words, line.lowered, line.people)
    if line.every and proof in ("none", "weak"):
        inner = held_within(words, line.people)
        proof = proof if inner == "none" else inner
    return line.name(words, proof) if proof != "none" or words.run else None


def _unknown(line: _Line, i: int, listed: bool) -> _Found:
    """A place by the recogniser and a preposition alone, which no table holds."""
    doc, label = line.doc, line.doc[i].ent_type_
    end = stood_in(doc, i) if line.every else None
    if end is not None and not line.people & {t.text.casefold() for t in doc[i:end] if label == "PERSON"}:
        first = i + (doc[i].lower_ == "the")
        return _Found(line.name(Stretch(doc, first, end, line.titled), "entity", bare=True), end)
    if label not in PLACES or doc[i].ent_iob_ != "B":
        return _Found(None, i + 1)
    j = i + 1
    while j < len(doc) and doc[j].ent_type_ == label and doc[j].ent_iob_ == "I":
        j += 1
    while j > i + 1 and (doc[j - 1].is_punct or doc[j - 1].lower_ in ("'s", "’s")):
        j -= 1
    words = Stretch(doc, i, j, line.titled, listed)
    if not words.stands or _is_taken(line, i, j):
        return _Found(None, i + 1)
    return _Found(line.name(words, "entity", bare=True), j, listed=True)
