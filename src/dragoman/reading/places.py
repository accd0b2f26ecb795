"""The places a document names, with coordinates and country where the gazetteer knows them."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from dragoman.model.statements import Place
from dragoman.reading.marks import Cast, Parsed, PlaceMention
from dragoman.reading.place_capitals import capitals
from dragoman.reading.place_lying import guessed, placed
from dragoman.reading.place_names import Name, names
from dragoman.reading.place_nearness import anchors
from dragoman.reading.place_senses import Setting, best, holder, of_row, of_state, region_of, setting
from dragoman.vocabulary.geography import geography
from dragoman.vocabulary.places import PlaceRow, gazetteer
from dragoman.vocabulary.states import by_code, naming

_TELLING = ("entity", "cue", "great", "region")
_GREAT = 100_000
_OWNED = re.compile(r"['’]s? (?:(?:own|express|urgent|kind) )?(\w+)")
_WORD = re.compile(r"(?:U\.[SKN]\.|[A-Z][\w’'.]*)")


def find(parsed: Parsed, cast: Cast) -> tuple[PlaceMention, ...]:
    """The names of places in a document's order; `place` is None where no table has the name or none fits.

    Names of states are places too, and "the Turkish capital"; adjectives of states are not, nor are capitals
    that stand for governments.
    """
    told = tuple(capitals(parsed))
    named = placed(_resolved(parsed, cast, names(parsed, cast)), parsed.text)
    named = tuple(m for m in named if not _wanted(m, parsed.text))
    free = (m for m in named if not any(c.start <= m.start < c.end for c in told)) if told else named
    return tuple(sorted((*free, *told), key=lambda m: m.start))


def _wanted(mention: PlaceMention, text: str) -> bool:
    """Whether a name only tells who wanted something ("at Peru's request")."""
    behind = _OWNED.match(text, mention.end)
    return behind is not None and behind[1].casefold() in geography().wishes


def toponyms(parsed: Parsed) -> tuple[PlaceMention, ...]:
    """Every name of a place, whatever it stands for: adjectives, peoples, metonyms, names within names.

    This is what corpora of toponyms annotate; a statement's place is only looked for in what `find` returns.
    """
    nobody = Cast((), (), ())
    mentions = _resolved(parsed, nobody, names(parsed, nobody, every=True))
    return guessed(mentions, parsed.text, _great)


def _great(words: str) -> Place | None:
    """The state or large city that words name by themselves."""
    meant = naming(words)
    if meant is not None and meant[1] == "name":
        state = by_code()[meant[0]]
        return Place(state.name, words, (), state.code, state.lat, state.lon, kind="state")
    rows = gazetteer().lookup(words)
    plain = words.casefold() in geography().no_names
    return of_row(rows[0], words) if rows and rows[0].population >= _GREAT and not plain else None


def _resolved(parsed: Parsed, cast: Cast, candidates: list[Name]) -> tuple[PlaceMention, ...]:
    told = list(_held(candidates, parsed.text))
    held = {n.start: row for n, _, row in told}
    holding = {f.start: region for _, f, row in told if (region := region_of(row, f)) is not None}
    spoken = list(_spoken(parsed, cast))
    beside = held.keys() | {following.start for _, following, _ in told}
    found = _shown(candidates, beside, {code for _, code in spoken})
    around = setting(found, spoken)
    senses = _senses(found, held, around)
    return tuple(PlaceMention(n.start, n.end, n.text, _place(n, holding | held, senses)) for n in found)


def _shown(candidates: Sequence[Name], held: Container[int], spoken: set[str]) -> list[Name]:
    """The names with evidence, those that the document elsewhere gives with it, and those with weak evidence
    that lie in a state it speaks of."""
    spoken |= {n.state.code for n in candidates if n.state}
    sure = [n for n in candidates if n.rows and (n.evidence in _TELLING or n.start in held)]
    spoken |= {n.rows[0].country or "" for n in sure if n.rows[0].population >= _GREAT}
    near = [n for n in candidates if n.evidence == "weak" and any(r.country in spoken for r in n.rows)]
    shown = {n.folded for n in (*sure, *near)}
    return [
        n for n in candidates if n.evidence not in ("none", "weak") or n.start in held or n.folded in shown
    ]


def _held(found: Sequence[Name], text: str) -> Iterator[tuple[Name, Name, PlaceRow]]:
    """The names whose place is told by the name that follows, with it and the place."""
    for name, following in pairwise(found):
        row = holder(name, following, text)
        if row is not None:
            yield name, following, row


def _senses(found: Sequence[Name], held: dict[int, PlaceRow], around: Setting) -> dict[str, PlaceRow | None]:
    """One place for each name: the one some mention of it tells, else the best at its first mention.

    The names that can mean one place only, or a great one, speak for places near them.
    """
    senses: dict[str, PlaceRow | None] = {}
    for name in found:
        if name.start in held and not name.part:
            senses.setdefault(_key(name), held[name.start])
    told = set(senses)
    for name in found:
        if _key(name) not in senses and not name.state:
            senses[_key(name)] = best(name, around)
    known = anchors(_sure(found, senses, told))
    weighed = set(told)
    for name in found:
        if _key(name) not in weighed and not name.state:
            senses[_key(name)] = best(name, around, known.around(name.start, _key(name)))
            weighed.add(_key(name))
    return senses


def _sure(
    found: Sequence[Name], senses: dict[str, PlaceRow | None], told: set[str]
) -> Iterator[tuple[int, str, PlaceRow]]:
    """The names whose place is hardly in doubt, as (start, key, place)."""
    for name in found:
        row = None if name.state else senses[_key(name)]
        if row is not None and (_key(name) in told or len(name.rows) == 1 or row.population >= _GREAT):
            yield name.start, _key(name), row


def _key(name: Name) -> str:
    return name.folded + (" (part)" if name.part else "")


def _place(name: Name, held: dict[int, PlaceRow], senses: dict[str, PlaceRow | None]) -> Place | None:
    row = held.get(name.start) or senses.get(_key(name))
    if name.state is not None and row is None:
        return of_state(name)
    return of_row(row, name.text) if row is not None else None


def _spoken(parsed: Parsed, cast: Cast) -> Iterator[tuple[int, str]]:
    """The states spoken of by adjectives, peoples and offices, as (sentence, code)."""
    actors = {m.start: m.actor for m in cast.mentions}
    number = 0
    for paragraph in parsed.paragraphs:
        for sentence in paragraph.doc.sents:
            start = paragraph.start + sentence[0].idx
            for match in _WORD.finditer(sentence.text):
                meant = naming(match[0].rstrip("."))
                if meant is not None and meant[1] != "name":
                    yield number, meant[0]
                actor = actors.get(start + match.start(), "")
                if actor.startswith(("state:", "government:")) and meant is None:
                    yield number, actor.partition(":")[2]
            number += 1
