"""The names of places in a document, before it is known which place of that name is meant.

A name is taken on evidence: it is a state's; the recogniser took just these words for a place; a preposition
of place stands before a whole capitalised run; it is a great city. What the document gives as the name of a
person or a body is never one, nor is part of a longer name.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dragoman.reading.marks import Cast, Paragraph, Parsed
from dragoman.vocabulary.folding import fold
from dragoman.vocabulary.geography import geography
from dragoman.vocabulary.organizations import named
from dragoman.vocabulary.places import PlaceRow, gazetteer
from dragoman.vocabulary.states import State, by_code, naming

if TYPE_CHECKING:
    from spacy.tokens import Doc

Evidence = Literal["state", "entity", "cue", "great", "region", "short", "none"]
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OTHERS = frozenset({"PERSON", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "NORP", "LANGUAGE"})
_NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_INNER = frozenset({"of", "the", "and", "de", "la", "le", "du", "del", "al", "el", "upon", "do", "da"})
_LINKS = frozenset({"-", "‑", "'", "’"})
_LONGEST = 7
_GREAT = 500_000
_TOWN = 15_000


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands. `state` is set where it is a state's; `rows` are the places it may mean.

    `part`: a word beside it says that it is a part of a state ("the Samara region"). `sentence` is its number
    in the document.
    """

    start: int
    end: int
    text: str
    paragraph: int
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
    """One paragraph with what bears on it. `taken` are the mentions of actors that are no places."""

    index: int
    first_sentence: int
    paragraph: Paragraph
    doc: "Doc"
    sentences: tuple[int, ...]
    taken: tuple[tuple[int, int, bool], ...]
    titled: bool


def names(parsed: Parsed, cast: Cast) -> list[Name]:
    """What may be names of places in a document, in order, none within another; some without evidence."""
    found: list[Name] = []
    taken = _taken(cast)
    lowered = {t.text for p in parsed.paragraphs for t in p.doc if t.text.islower()}
    sentence = 0
    for index, paragraph in enumerate(parsed.paragraphs):
        line = _line(index, sentence, paragraph, taken)
        sentence = line.sentences[-1] + 1 if line.sentences else sentence
        found.extend(_names(line, lowered))
    return found


def _taken(cast: Cast) -> list[tuple[int, int, bool]]:
    """The mentions that are no places, by their start; the flag is set for an adjective."""
    kinds = {r.id: r.kind for r in cast.referents}
    spans = []
    for m in cast.mentions:
        place = kinds.get(m.actor) in ("state", "subnational") and m.form == "name"
        if not place and m.form != "pronoun":
            spans.append((m.start, m.end, m.form == "adjective"))
    return sorted(spans)


def _line(index: int, sentence: int, paragraph: Paragraph, taken: list[tuple[int, int, bool]]) -> _Line:
    doc = paragraph.doc
    numbers: list[int] = []
    for offset, span in enumerate(doc.sents):
        numbers += [sentence + offset] * len(span)
    low = max(0, bisect_left(taken, (paragraph.start, 0, False)) - 1)
    high = bisect_left(taken, (paragraph.end, 0, False))
    words = [t for t in doc if t.is_alpha and len(t) > 3]
    titled = len(words) > 2 and sum(t.text[0].isupper() for t in words) > 0.7 * len(words)
    return _Line(index, sentence, paragraph, doc, tuple(numbers), tuple(taken[low:high]), titled)


def _names(line: _Line, lowered: set[str]) -> Iterator[Name]:
    i = 0
    while i < len(line.doc):
        name, after = _at(line, i, lowered) if _begins(line, i) else (None, i + 1)
        if name is not None:
            yield name
        i = max(after, i + 1)


def _begins(line: _Line, i: int) -> bool:
    doc = line.doc
    article = doc[i].text == "The" and i + 1 < len(doc)
    return doc[i].text[0].isupper() and not (article and naming(doc[i + 1 : _reach(doc, i + 1)].text))


def _at(line: _Line, i: int, lowered: set[str]) -> tuple[Name | None, int]:
    """The longest name that begins at a token and stands on evidence, and the token behind it."""
    for j in range(max(_with_state(line.doc, i), _reach(line.doc, i)), i, -1):
        text = line.doc[i:j].text
        other = named(text)
        if other is not None and other.kind not in ("subnational", "group"):
            return None, j
        meant = naming(text)
        if meant is not None and meant[1] in ("adjective", "people"):
            return None, j
        if _is_taken(line, i, j):
            continue
        name = _short(line, i, j) or _judge(line, i, j, meant, lowered)
        if name is not None:
            return name, j
    return _unknown(line, i)


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
    return last


def _with_state(doc: "Doc", i: int) -> int:
    """Where "Washington, D.C." ends, which is one name; the token itself where it is none."""
    j = i + 3
    whole = j <= len(doc) and doc[i + 1].text == "," and doc[i + 2].text in geography().shortened
    return j if whole and naming(doc[i:j].text) is not None else i


def _is_taken(line: _Line, i: int, j: int) -> bool:
    start, end = line.paragraph.place(line.doc[i:j])
    near = line.taken[
        max(0, bisect_left(line.taken, (start, 0, False)) - 2) : bisect_left(line.taken, (end, 0, False))
    ]
    return any(a < end and start < b and not (adjective and b - a < end - start) for a, b, adjective in near)


def _short(line: _Line, i: int, j: int) -> Name | None:
    """A shortened name of a part of a state, behind a comma ("Tulsa, Okla.")."""
    full = geography().shortened.get(line.doc[i:j].text)
    if full is None or i < 2 or line.doc[i - 1].text != "," or not line.doc[i - 2].text[0].isupper():
        return None
    rows = gazetteer().lookup(full) or gazetteer().lookup(full.split(",")[0])
    kept = tuple(r for r in rows if r.country in ("USA", "CAN", "AUS"))
    return _name(line, i, j, "short", rows=kept[:1]) if kept else None


def _judge(line: _Line, i: int, j: int, meant: tuple[str, str] | None, lowered: set[str]) -> Name | None:
    """The name that these tokens are, if there is evidence for it."""
    text = line.doc[i:j].text
    label, whole = _entity(line.doc, i, j)
    if label in _OTHERS and not whole:
        return None
    if _joined(line.doc, i, j) or _thing(line.doc, j):
        return None
    if meant is not None and meant[1] == "name":
        state = by_code()[meant[0]]
        rows = _rows(text)
        return _name(line, i, j, "state", rows=rows, state=state)
    rows, part = _rows_with_part(line.doc, i, j)
    if not rows:
        return None
    evidence = _evidence(line, i, j, rows, (label, whole), lowered)
    if evidence == "none" and not (label in _PLACES and whole):
        return _name(line, i, j, "none", rows=rows, part=part) if _run(line.doc, i, j) else None
    return _name(line, i, j, evidence, rows=rows, part=part)


def _evidence(
    line: _Line, i: int, j: int, rows: tuple[PlaceRow, ...], entity: tuple[str, bool], lowered: set[str]
) -> Evidence:
    """What speaks for a name of the gazetteer."""
    doc, (label, whole) = line.doc, entity
    text = doc[i:j].text
    kinds = {r.kind for r in rows}
    if label in _NEVER or (doc[i].is_stop and j == i + 1):
        return "none"
    cued = _cued(doc, i)
    if "venue" in kinds:
        return "cue" if cued else "none"
    if label in _PLACES and whole:
        return "entity"
    if text.isupper() and len(text) < 6 and not (i == 0 and _dateline(doc, j)):
        return "none"
    common = all(t.lower_ in lowered for t in doc[i:j] if t.is_alpha) or not any(
        t.pos_ == "PROPN" for t in doc[i:j]
    )
    if common:
        return "none"
    if rows[0].kind not in ("city", "admin1", "admin2", "place", "venue") and _run(doc, i, j):
        return "region"
    people = max(r.population for r in rows)
    if i == 0 and text.isupper() and _dateline(doc, j):
        return "cue"
    if not _run(doc, i, j):
        return "none"
    own = [r for r in rows if fold(r.name) == fold(text)]
    capital = naming(text)
    if (own and people >= _GREAT and not line.titled) or (capital is not None and capital[1] == "capital"):
        return "great"
    if cued and own and people >= _TOWN and len(text) > 3 and label not in ("PERSON", "EVENT", "WORK_OF_ART"):
        return "cue"
    return "none"


def _rows(text: str) -> tuple[PlaceRow, ...]:
    return gazetteer().lookup(text)


def _rows_with_part(doc: "Doc", i: int, j: int) -> tuple[tuple[PlaceRow, ...], bool]:
    """The places of a name, and whether a word in it or beside it makes it a part of a state."""
    words = geography().parts
    if j == i + 1 and doc[i].lower_ in words | geography().sides | geography().settlements:
        return (), False
    rows = _rows(doc[i:j].text)
    if rows:
        after = doc[j].lower_ if j < len(doc) else ""
        before = doc[i - 2].lower_ if i > 1 and doc[i - 1].lower_ == "of" else ""
        return rows, after in words or before in words
    if j - i > 1 and doc[j - 1].lower_ in words:
        bare = tuple(r for r in _rows(doc[i : j - 1].text) if r.kind in ("admin1", "admin2", "region"))
        return bare, True
    return (), False


def _entity(doc: "Doc", i: int, j: int) -> tuple[str, bool]:
    """The label of the recogniser's name that holds these tokens, and whether they are all of it."""
    label = doc[i].ent_type_
    if not label or doc[j - 1].ent_type_ != label:
        return (label or doc[j - 1].ent_type_), False
    low, high = i, j
    while low > 0 and doc[low].ent_iob_ != "B":
        low -= 1
    while high < len(doc) and doc[high].ent_type_ == label and doc[high].ent_iob_ == "I":
        high += 1
    extra = [t for t in (*doc[low:i], *doc[j:high]) if t.is_alpha and t.lower_ not in geography().sides]
    if any(doc[k].ent_iob_ == "B" for k in range(i + 1, j)):
        return label, False
    return label, not [t for t in extra if t.lower_ not in geography().parts]


def _run(doc: "Doc", i: int, j: int) -> bool:
    """Whether the tokens are a whole run of capitalised words, a word for a part or side apart."""
    words = geography()
    before = doc[i - 1] if i > 0 else None
    after = doc[j] if j < len(doc) else None
    free = before is None or bool(before.is_sent_start) or not before.text[0].isupper()
    return (free or (before is not None and before.lower_ in words.sides)) and (
        after is None or not after.text[0].isupper() or after.lower_ in words.parts
    )


def _cued(doc: "Doc", i: int) -> bool:
    """Whether a preposition of place stands before a token, or "city of", "the port of"."""
    words, k = geography(), i - 1
    while k >= 0 and doc[k].lower_ in words.sides:
        k -= 1
    if k < 0:
        return False
    if doc[k].lower_ == "of":
        return k > 0 and doc[k - 1].lower_ in words.settlements | words.parts
    return doc[k].lower_ in words.locative or doc[k].lower_ in words.settlements


def _joined(doc: "Doc", i: int, j: int) -> bool:
    """Whether a hyphen joins the name to another ("Chad-Sudan border"), which makes it a party."""
    if j + 1 < len(doc) and doc[j].text == "-" and not doc[j - 1].whitespace_ and not doc[j].whitespace_:
        return doc[j + 1].lower_ not in geography().joined
    return i > 1 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_


def _thing(doc: "Doc", j: int) -> bool:
    """Whether a capitalised word follows that makes it a body's name ("Ankara University")."""
    return j < len(doc) and doc[j].text[0].isupper() and doc[j].lower_ in geography().things


def _dateline(doc: "Doc", j: int) -> bool:
    return j < len(doc) and doc[j].text in ("(", "—", "–", "-", ",", ":", "/")


def _unknown(line: _Line, i: int) -> tuple[Name | None, int]:
    """A place by the recogniser alone, which no table holds."""
    doc = line.doc
    if doc[i].ent_type_ not in _PLACES or not doc[i].text[0].isupper():
        return None, i + 1
    j = i + 1
    while j < len(doc) and doc[j].ent_type_ == doc[i].ent_type_ and doc[j].ent_iob_ == "I":
        j += 1
    while j > i + 1 and (doc[j - 1].is_punct or doc[j - 1].lower_ in ("'s", "’s")):
        j -= 1
    fitting = _cued(doc, i) and _run(doc, i, j) and not _is_taken(line, i, j) and doc[i].pos_ == "PROPN"
    alone = not _joined(doc, i, j) and not doc[i:j].text.isupper() and doc[i].ent_iob_ == "B"
    return (_name(line, i, j, "entity"), j) if fitting and alone else (None, i + 1)


def _name(
    line: _Line,
    i: int,
    j: int,
    evidence: Evidence,
    *,
    rows: tuple[PlaceRow, ...] = (),
    state: State | None = None,
    part: bool = False,
) -> Name:
    start, end = line.paragraph.place(line.doc[i:j])
    return Name(start, end, line.doc[i:j].text, line.index, line.sentences[i], evidence, rows, state, part)
