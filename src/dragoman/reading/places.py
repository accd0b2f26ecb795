"""The places a document names, with coordinates and country where the gazetteer knows them."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import zip_longest

from dragoman.model.statements import Place
from dragoman.reading.marks import Cast, Parsed, PlaceMention
from dragoman.reading.place_names import Name, names
from dragoman.reading.place_senses import Setting, best, holder, of_row, of_state, setting
from dragoman.vocabulary.places import PlaceRow
from dragoman.vocabulary.states import naming

_TELLING = ("entity", "cue", "great", "region")
_WORD = re.compile(r"(?:U\.[SKN]\.|[A-Z][\w’'.]*)")


def find(parsed: Parsed, cast: Cast) -> tuple[PlaceMention, ...]:
    """The names of places in a document's order; `place` is None where no table has the name or none fits.

    Names of states are places too; their adjectives, and capitals that stand for governments, are not.
    """
    return _resolved(parsed, cast, names(parsed, cast))


def toponyms(parsed: Parsed) -> tuple[PlaceMention, ...]:
    """Every name of a place, whatever it stands for: adjectives, peoples, metonyms, names within names.

    This is what corpora of toponyms annotate; a statement's place is only looked for in what `find` returns.
    """
    nobody = Cast((), (), ())
    return _resolved(parsed, nobody, names(parsed, nobody, every=True))


def _resolved(parsed: Parsed, cast: Cast, candidates: list[Name]) -> tuple[PlaceMention, ...]:
    held = {n.start: row for n, row in _held(candidates, parsed.text)}
    spoken = list(_spoken(parsed, cast))
    found = _shown(candidates, held, {code for _, code in spoken})
    around = setting(found, spoken)
    senses = _senses(found, held, around)
    return tuple(PlaceMention(n.start, n.end, n.text, _place(n, held, senses)) for n in found)


def _shown(candidates: Sequence[Name], held: Container[int], spoken: set[str]) -> list[Name]:
    """The names with evidence, those that the document elsewhere gives with it, and those with weak evidence
    that lie in a state it speaks of."""
    spoken |= {n.state.code for n in candidates if n.state}
    shown = {n.folded for n in candidates if n.rows and (n.evidence in _TELLING or n.start in held)}
    near = {n.start for n in candidates if n.evidence == "weak" and any(r.country in spoken for r in n.rows)}
    return [
        n
        for n in candidates
        if n.evidence not in ("none", "weak") or n.start in held or n.folded in shown or n.start in near
    ]


def _held(found: Sequence[Name], text: str) -> Iterator[tuple[Name, PlaceRow]]:
    """The names whose place is told by the name that follows."""
    for name, following in zip_longest(found, found[1:]):
        row = holder(name, following, text)
        if row is not None:
            yield name, row


def _senses(found: Sequence[Name], held: dict[int, PlaceRow], around: Setting) -> dict[str, PlaceRow | None]:
    """One place for each name: the one some mention of it tells, else the best at its first mention."""
    senses: dict[str, PlaceRow | None] = {}
    for name in found:
        if name.start in held and not name.part:
            senses.setdefault(_key(name), held[name.start])
    for name in found:
        if _key(name) not in senses and not name.state:
            senses[_key(name)] = best(name, around)
    return senses


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
