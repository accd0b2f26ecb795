"""What speaks for some words being the name of a place, where they stand."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from dragoman.vocabulary.folding import fold
from dragoman.vocabulary.geography import geography
from dragoman.vocabulary.places import PlaceRow, gazetteer
from dragoman.vocabulary.states import NamingRole, naming

if TYPE_CHECKING:
    from spacy.tokens import Doc

Evidence = Literal["state", "entity", "cue", "great", "region", "short", "weak", "none"]
PLACES = frozenset({"GPE", "LOC", "FAC"})
_OTHERS = frozenset({"PERSON", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "NORP", "LANGUAGE"})
_NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_NOT_BY_CUE = frozenset({"EVENT", "WORK_OF_ART"})
_AFTER_DATELINE = frozenset({"(", "—", "–", "-", ",", ":", "/"})
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "poss"})
_INITIALS = re.compile(r"(?:[A-Z]\.)+$")
_GREAT = 500_000
_CITY = 100_000
_TOWN = 15_000
_ACRONYM = 5
_SHORT = 3


@dataclass(frozen=True)
class Stretch:
    """Tokens `i` to `j` (not included) of one paragraph, and what stands around them.

    `titled`: capitals tell nothing in this paragraph. `after`: they go on with a list of places.
    """

    doc: "Doc"
    i: int
    j: int
    titled: bool
    after: bool = False

    @cached_property
    def text(self) -> str:
        """The words as written."""
        return self.doc[self.i : self.j].text

    @cached_property
    def meant(self) -> tuple[str, NamingRole] | None:
        """The state they name, and as what."""
        return naming(self.text)

    @cached_property
    def adjective(self) -> bool:
        """Whether they are an adjective or a people of a state or a region."""
        if self.meant is not None:
            return self.meant[1] in ("adjective", "people")
        if gazetteer().of_adjective(self.text) is None:
            return False
        doc, i, j = self.doc, self.i, self.j
        side = self.text.casefold() in geography().sides and not self.text.endswith("ern")
        followed = j < len(doc) and doc[j].text[0].isupper()
        return not side or (i > 0 and doc[i - 1].lower_ == "the" and not followed)

    @cached_property
    def entity(self) -> tuple[str, bool]:
        """The label of the recogniser's name that holds these words, and whether they are all of it."""
        doc, i, j = self.doc, self.i, self.j
        label = doc[i].ent_type_
        if not label or doc[j - 1].ent_type_ != label or any(doc[k].ent_iob_ == "B" for k in range(i + 1, j)):
            return label or doc[j - 1].ent_type_, False
        low, high = i, j
        while low > 0 and doc[low].ent_iob_ != "B":
            low -= 1
        while high < len(doc) and doc[high].ent_type_ == label and doc[high].ent_iob_ == "I":
            high += 1
        loose = geography().sides | geography().parts
        return label, all(t.lower_ in loose for t in (*doc[low:i], *doc[j:high]) if t.is_alpha)

    @cached_property
    def foreign(self) -> bool:
        """Whether they are a part of the name of something else, as the recogniser has it."""
        doc, i, j = self.doc, self.i, self.j
        begun = doc[i].ent_iob_ == "I" and doc[i].ent_type_ in _OTHERS
        goes_on = j < len(doc) and doc[j].ent_iob_ == "I" and doc[j].ent_type_ in _OTHERS
        loose = geography().sides | geography().parts
        while goes_on and doc[j].lower_ in loose:
            j += 1
            goes_on = j < len(doc) and doc[j].ent_iob_ == "I"
        return (begun and doc[i - 1].lower_ not in loose) or (goes_on and doc[j].is_alpha)

    @cached_property
    def surname(self) -> bool:
        """Whether they go on with a person's name, as the recogniser has it."""
        return self.doc[self.i].ent_iob_ == "I" and self.doc[self.i].ent_type_ == "PERSON"

    @cached_property
    def small(self) -> bool:
        """Whether all places of this name are small towns."""
        return all(r.kind == "city" and r.population < _TOWN for r in self.rows)

    @cached_property
    def other_kind(self) -> bool:
        """Whether the recogniser takes them for a land or a building, and the tables for a small town."""
        label, whole = self.entity
        return whole and label in ("LOC", "FAC") and bool(self.rows) and self.small

    @cached_property
    def bare_river(self) -> bool:
        """Whether only a river has this name, and the article that rivers have is not there."""
        the = self.after or (self.i > 0 and self.doc[self.i - 1].lower_ in geography().sides)
        return (
            not the and not self.part and all(r.kind == "river" and " " not in self.text for r in self.rows)
        )

    @cached_property
    def articled(self) -> bool:
        """Whether an article stands before them that is theirs, as before no town ("the Duma said")."""
        before = self.doc[self.i - 1].text if self.i else ""
        of_noun = self.doc[self.i : self.j].root.dep_ in _BEFORE_NOUN
        return before == "The" or (before == "the" and not of_noun)

    @cached_property
    def article(self) -> bool:
        """Whether it is theirs, and the recogniser has them for no place."""
        return self.articled and self.doc[self.i].ent_type_ != "GPE"

    @cached_property
    def run(self) -> bool:
        """Whether they are a whole run of capitalised words, a word for a part or side apart."""
        words = geography()
        before = self.doc[self.i - 1] if self.i > 0 else None
        after = self.doc[self.j] if self.j < len(self.doc) else None
        free = before is None or bool(before.is_sent_start) or not before.text[0].isupper()
        free = free or (before is not None and before.lower_ in words.sides)
        return free and (after is None or not after.text[0].isupper() or after.lower_ in words.parts)

    @cached_property
    def cued(self) -> bool:
        """Whether a preposition of place stands before them or their list, or "the port of"."""
        if self.after:
            return True
        words, k = geography(), self.i - 1
        while k >= 0 and self.doc[k].lower_ in words.sides:
            k -= 1
        if k < 0:
            return False
        if self.doc[k].lower_ == "of":
            return k > 0 and self.doc[k - 1].lower_ in words.settlements | words.parts
        return self.doc[k].lower_ in words.locative or self.doc[k].lower_ in words.settlements

    @cached_property
    def firm(self) -> bool:
        """Whether what stands beside them hardly ever stands beside a person: "in", "residents", "-based"."""
        words, k, doc, j = geography(), self.i - 1, self.doc, self.j
        while k >= 0 and doc[k].lower_ in words.sides:
            k -= 1
        if k >= 0 and doc[k].lower_ in words.firm:
            return True
        if k > 0 and doc[k].lower_ == "of" and doc[k - 1].lower_ in words.settlements:
            return True
        if j + 1 < len(doc) and doc[j].text == "-" and not doc[j - 1].whitespace_:
            return doc[j + 1].lower_ in words.joined
        return j < len(doc) and doc[j].text in words.local

    @cached_property
    def initials(self) -> bool:
        """Whether they are a person's initials or one stop word, and no abbreviation of a state."""
        only = self.j == self.i + 1 and (self.doc[self.i].is_stop or _INITIALS.match(self.text) is not None)
        return only and self.meant is None

    @cached_property
    def part(self) -> bool:
        """Whether a word in them or beside them makes them a part of a state ("the Samara region")."""
        words = geography().parts
        after = self.doc[self.j].lower_ if self.j < len(self.doc) else ""
        before = self.doc[self.i - 2].lower_ if self.i > 1 and self.doc[self.i - 1].lower_ == "of" else ""
        return (
            after in words
            or before in words
            or (self.j - self.i > 1 and self.doc[self.j - 1].lower_ in words)
        )

    @cached_property
    def joined(self) -> bool:
        """Whether a hyphen joins them to another name ("Chad-Sudan border"), which makes them a party."""
        doc, i, j = self.doc, self.i, self.j
        if j + 1 < len(doc) and doc[j].text == "-" and not doc[j - 1].whitespace_ and not doc[j].whitespace_:
            return doc[j + 1].lower_ not in geography().joined
        return i > 1 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_

    @cached_property
    def thing(self) -> bool:
        """Whether a capitalised word follows that makes it a body's name ("Ankara University")."""
        after = self.doc[self.j] if self.j < len(self.doc) else None
        return after is not None and after.text[0].isupper() and after.lower_ in geography().things

    @cached_property
    def stands(self) -> bool:
        """Whether they stand as an unknown place does: behind a preposition, whole, and before no noun."""
        doc, i, j = self.doc, self.i, self.j
        body = doc[j - 1].lower_ in geography().things or doc[i:j].root.dep_ in _BEFORE_NOUN
        article = i > 0 and doc[i - 1].lower_ == "the" and doc[i].ent_type_ == "GPE"
        side = doc[i].lower_ in geography().sides and gazetteer().holds(doc[i + 1 : j].text)
        plain = doc[i].pos_ == "PROPN" and not (self.text.isupper() or self.joined or article or side)
        return plain and not body and self.cued and self.run

    @cached_property
    def dateline(self) -> bool:
        """Whether they open a paragraph in capitals as the place of a report does."""
        return (
            self.i == 0
            and self.text.isupper()
            and self.j < len(self.doc)
            and self.doc[self.j].text in _AFTER_DATELINE
        )

    @cached_property
    def rows(self) -> tuple[PlaceRow, ...]:
        """The places of this name; with a word for a part of a state, those parts first."""
        words = geography()
        found = () if self.initials else gazetteer().lookup(self.text)
        if all(t.lower_ in words.no_names for t in self.doc[self.i : self.j]):
            return tuple(r for r in found if not r.population)
        if not self.part:
            return found
        body = self.j < len(self.doc) and self.doc[self.j].text == "of" and self.doc[self.j - 1].is_title
        if not found and self.doc[self.j - 1].lower_ in words.parts and not body:
            bare = gazetteer().lookup(self.doc[self.i : self.j - 1].text)
            return tuple(r for r in bare if r.kind in ("admin1", "admin2", "region"))
        return (*gazetteer().lookup(f"{self.text} region"), *found)


def evidence(words: Stretch, lowered: frozenset[str], people: frozenset[str] = frozenset()) -> Evidence:
    """What speaks for a name of the gazetteer.

    `lowered` are the document's words in lower case, `people` the words of its persons' names.
    """
    label, whole = words.entity
    if label in _NEVER:
        return "none"
    cued = words.cued or words.part or words.firm
    if any(r.kind == "venue" for r in words.rows):
        return "cue" if cued else "none"
    if a_person(words, people):
        return "none"
    if words.bare_river or (words.small and words.articled):
        return "none"
    if label in PLACES and whole:
        return "weak" if words.small and not cued else "entity"
    if words.dateline:
        return "cue"
    if not words.run or _common(words, lowered) or (words.text.isupper() and len(words.text) <= _ACRONYM):
        return "none"
    if not words.rows[0].population:
        return "region"
    return _by_size(words, cued)


def a_person(words: Stretch, people: frozenset[str]) -> bool:
    """Whether they are a word of a person's name in the document, and here nothing says that they are not."""
    own = max(r.population for r in words.rows)
    return words.text.casefold() in people and not words.firm and words.meant is None and own < _GREAT


def _by_size(words: Stretch, cued: bool) -> Evidence:
    """What the size of a place says for it: a great one stands alone, a town needs a preposition."""
    label = words.entity[0] if words.entity[1] else ""
    largest = max(r.population for r in words.rows)
    folded = f" {fold(words.text)} "
    own = max((r.population for r in words.rows if folded in f" {fold(r.name)} " or words.part), default=0)
    if words.meant is not None and words.meant[1] == "capital":
        return "great"
    if own >= _GREAT and (cued or not (words.titled or label == "PERSON")):
        return "great"
    if words.article and all(r.kind == "city" for r in words.rows):
        return "none"
    if not cued or len(words.text) <= _SHORT or label in _NOT_BY_CUE:
        return "none"
    least = _CITY if label == "PERSON" and not words.firm else _TOWN
    return "cue" if largest >= least else "weak"


def _common(words: Stretch, lowered: frozenset[str]) -> bool:
    """Whether the document uses these words in lower case too, or none of them is tagged as a name."""
    tokens = [t for t in words.doc[words.i : words.j] if not t.is_punct]
    return all(t.lower_ in lowered for t in tokens) or not any(t.pos_ == "PROPN" for t in tokens)
