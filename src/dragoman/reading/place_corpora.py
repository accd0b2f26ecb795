"""What corpora of toponyms count beyond the places of a text: names within names, peoples of cities
and regions, blocs of a continent, buildings and roads. Nothing is taken to have happened in one of these.
"""

import re
from typing import TYPE_CHECKING

from dragoman.reading.place_evidence import Evidence, Stretch, a_person
from dragoman.vocabulary.folding import fold
from dragoman.vocabulary.geography import geography
from dragoman.vocabulary.organizations import Organization
from dragoman.vocabulary.places import PlaceRow, gazetteer
from dragoman.vocabulary.states import naming

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HOLDING = frozenset({"ORG", "FAC", "GPE", "LOC", "EVENT", "PRODUCT", "NORP", "LAW", "WORK_OF_ART"})
_WHOLE = frozenset({"ORG", "NORP", "PRODUCT"})
_LARGE = 100_000
_TOWN = 15_000
_VAST = 500_000
_SHORT = 3
_LONGEST = 7
_INNER = frozenset({"of", "de", "des", "la", "du", "del", "'s", "\u2019s", "&", "-"})
_BEFORE = frozenset(
    {"the", "at", "in", "on", "to", "from", "near", "outside", "inside", "of", "along", "via", "into"}
)
_BEFORE_NAME = frozenset({"lake", "mount", "cape", "fort", "camp"})
_AT = frozenset({"at", "in", "from", "near", "outside", "inside"})
_HOURS = frozenset({"a.m.", "p.m.", "am", "pm"})
_LISTING = frozenset({",", ";", ":", "and", "or"})
_POSSESSIVE = frozenset({"'s", "\u2019s"})
_ENDINGS = (
    ("ers", ("",)),
    ("er", ("",)),
    ("ians", ("", "a", "y", "s")),
    ("ian", ("", "a", "y", "s")),
    ("ans", ("", "a", "o", "as")),
    ("an", ("", "a", "o", "as")),
    ("ites", ("", "e")),
    ("ite", ("", "e")),
    ("is", ("",)),
    ("i", ("",)),
    ("ese", ("", "a")),
)
_COMPASS = frozenset({"eastern", "western", "northern", "southern", "central"})
_ROAD = re.compile(r"[AMBN]\d{1,4}")
_VOWEL = re.compile("[AEIOUY]")


def held_within(words: Stretch, people: frozenset[str]) -> Evidence:
    """What speaks for a place's name that is of another name, or of a body that bears it."""
    doc, i, j = words.doc, words.i, words.j
    label, whole = words.entity
    if len(words.text) <= _SHORT or not words.rows:
        return "none"
    if j < len(doc) and doc[j].text[0].isupper() and doc[j].lower_ in geography().clubs:
        return "cue" if _own(words) >= _TOWN else "none"
    if label == "PERSON" or a_person(words, people):
        return "none"
    great = _own(words) >= _LARGE
    if words.run and whole and label in _WHOLE:
        return "weak" if _own(words) >= _TOWN and not words.article else "none"
    opens = doc[i].ent_iob_ == "B" or (i > 0 and doc[i - 1].lower_ in {"the", *geography().sides})
    closes = i > 0 and doc[i - 1].lower_ == "of" and (j == len(doc) or doc[j].ent_iob_ != "I")
    if label in _HOLDING and (great or (opens and _own(words) >= _TOWN)) and (opens or closes):
        return "cue" if great else "weak"
    if label == "ORG" and _own(words) >= _VAST:
        return "cue"
    if words.thing and not label and _own(words) >= _TOWN:
        return "cue" if great else "weak"
    return "none"


def _own(words: Stretch) -> int:
    """The people of the largest place that is named just so, and many where the hand table has it."""
    folded = f" {fold(words.text)} "
    named = (r for r in words.rows if folded in f" {fold(r.name)} " and r.kind != "venue")
    own = [r.population or _LARGE for r in named]
    return max(own, default=0)


def people_of(words: Stretch) -> PlaceRow | None:
    """The region or large city that a people is of by the ending of its name ("Manitobans", "Londoners")."""
    text = words.text
    last = words.doc[words.j - 1]
    if last.ent_type_ == "PERSON" or last.pos_ not in ("PROPN", "ADJ", "NOUN") or len(text) <= _SHORT + 2:
        return None
    for ending, others in _ENDINGS:
        if not ending.endswith("s") and last.ent_type_ != "NORP":
            continue
        if text.endswith(ending):
            stems = (text[: -len(ending)] + other for other in others)
            row = next((r for stem in stems if (r := _great(stem)) is not None), None)
            if row is not None:
                return row
    return None


def _great(name: str) -> PlaceRow | None:
    rows = gazetteer().lookup(name) if len(name) > _SHORT else ()
    fits = (
        r for r in rows if r.population >= 2 * _LARGE and fold(r.name) in (fold(name), fold(name) + " city")
    )
    return next(fits, None)


def land_of(body: Organization, written: str) -> PlaceRow | None:
    """The continent or region that a body is named for ("European Union", "Council of Europe")."""
    words = (body.name if body.kind == "bloc" else written).split(" ")
    whole = (r for r in gazetteer().lookup(words[-1]) if r.kind == "continent")
    return gazetteer().of_adjective(words[0]) or next(whole, None)


def structure(doc: "Doc", i: int) -> int | None:
    """Where the name of a building, road or water that begins at a token ends, or None.

    Its last word tells what it is; a preposition, an article or the recogniser tells that it is a name.
    """
    heads, j, end = geography().heads, i + 1, None
    while j < len(doc) and j - i < _LONGEST and (doc[j].text[0].isupper() or doc[j].lower_ in _INNER):
        if doc[j].lower_ in _POSSESSIVE and _great(doc[i:j].text) is not None:
            break
        if doc[j].text[0].isupper() and doc[j].lower_ in heads:
            end = j + 1
        j += 1
    first = i - 1 if i and doc[i - 1].lower_ == "the" else i
    at = first > 0 and doc[first - 1].lower_ in _AT
    if at and doc[i].lower_ in heads and i + 2 < j and doc[i + 1].text == "of":
        end = j
        while not doc[end - 1].text[0].isupper():
            end -= 1
    if end is None and doc[i].lower_ in _BEFORE_NAME and i + 1 < j and doc[i + 1].text[0].isupper():
        end = i + 2
    if end is None or doc[i].lower_ in _BEFORE:
        return None
    plain = geography().no_names | heads
    if all(t.lower_ in plain for t in doc[i:end]):
        return None
    told = i > 0 and (doc[i - 1].lower_ in _BEFORE | _POSSESSIVE or doc[i - 1].text in _LISTING)
    return end if told or doc[end - 1].ent_type_ in ("FAC", "LOC", "ORG") else None


def road(doc: "Doc", i: int, lowered: frozenset[str]) -> int | None:
    """Where the name of a road that begins at a token ends, or None ("Interstate 95", "A12")."""
    if doc[i].text in geography().roads and i + 1 < len(doc) and doc[i + 1].text[0].isdigit():
        return i + 2
    return i + 1 if _ROAD.fullmatch(doc[i].text) and not lowered.isdisjoint(geography().traffic) else None


def led_by(word: str) -> str | None:
    """The state's short name that a hyphenated word begins with ("U.S.-led")."""
    first, hyphen, rest = word.partition("-")
    meant = naming(first) if hyphen and rest.islower() and len(first) > 1 else None
    return first if meant is not None and meant[1] == "name" else None


def stood_in(doc: "Doc", i: int) -> int | None:
    """Where a name ends that no table has and that stands where places do, or None.

    "at the X in" a place; "eastern X"; "inside X", even where the recogniser takes it for a person.
    """
    label = doc[i].ent_type_
    if not label and doc[i].pos_ == "PROPN" and i and doc[i - 1].text in _COMPASS:
        return i + 1
    if doc[i].ent_iob_ != "B" or label not in _HOLDING | {"PERSON"}:
        return None
    j = i + 1
    while j < len(doc) and doc[j].ent_iob_ == "I":
        j += 1
    while j > i + 1 and (doc[j - 1].lower_ in _POSSESSIVE or doc[j - 1].is_punct):
        j -= 1
    first = i + 1 if doc[i].lower_ == "the" else i
    before = doc[first - 1].lower_ if first else ""
    if before == "the" and first > 1:
        before = doc[first - 2].lower_
    if before in _COMPASS and first == i and doc[i - 1].text.islower():
        return j
    held = j < len(doc) - 1 and doc[j].text == "in" and doc[j + 1].ent_type_ in ("GPE", "LOC")
    if before in ("at", "outside", "inside", "near") and (held or label == "PERSON"):
        return j
    return j if before == "in" and label == "PERSON" and doc[first - 1].lower_ == "in" else None


def city_of(doc: "Doc", i: int) -> int | None:
    """Where a town's name with "City" behind it ends, which the table has without it, or None."""
    held = gazetteer().holds
    for j in range(i + 1, min(i + 3, len(doc))):
        if doc[j].text == "City" and held(doc[i:j].text) and not held(doc[i : j + 1].text):
            return j + 1
    return None


def letters(doc: "Doc", i: int) -> bool:
    """Whether a token is an abbreviation of a region that can be no word, for it has no vowel ("NSW")."""
    word = doc[i]
    number = i > 0 and (doc[i - 1].like_num or doc[i - 1].lower_ in _HOURS)
    return (
        word.ent_type_ in ("ORG", "GPE")
        and word.text.isupper()
        and not _VOWEL.search(word.text)
        and not number
    )
