"""Words of a clause that point back to a place told before: "there", "in the city", "in that region"."""

from typing import TYPE_CHECKING

from dragoman.reading.grammar import lemma_of
from dragoman.reading.marked import Marked
from dragoman.reading.marks import Paragraph, PlaceMention
from dragoman.vocabulary.acts import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

LOCATING = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "around", "off", "along", "on", "throughout"}
)
POINTING = frozenset({"the", "this", "that", "same"})
_STATES = ("state", "country")


def pointed(anchor: "Token") -> "Token | None":
    """The word of a clause that points back to a place told before: "in the city", "in that region"."""
    for preposition in (p for w in (anchor, *anchor.children) for p in w.children if p.dep_ == "prep"):
        if preposition.lower_ in LOCATING:
            for noun in preposition.children:
                before = {c.lower_ for c in noun.children if c.i < noun.i}
                if noun.dep_ == "pobj" and lemma_of(noun) in word_classes().regions and before <= POINTING:
                    return noun if before else None
    return None


def there(paragraph: Paragraph, verb: "Token", spots: Marked[PlaceMention]) -> list[PlaceMention]:
    """The town told last before "there": "attended a summit in Osh and met the king there"."""
    word = next((c for c in verb.children if c.dep_ == "advmod" and c.lower_ == "there"), None)
    if word is None:
        return []
    before = spots.within(paragraph.start + verb.sent.start_char, paragraph.start + word.idx)
    towns = [s for s in before if s.place is not None and s.place.kind not in _STATES]
    return towns[-1:]
