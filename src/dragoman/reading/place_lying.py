"""Where places lie that no table holds: by what the text says beside them, for corpora by what is around."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.model.statements import Place
from dragoman.reading.marks import PlaceMention

_BETWEEN = frozenset({", ", " in ", ", in ", " (", " near ", ", near ", " outside "})
_SMALL = frozenset({"city", "admin2", "place", "venue", "island"})
_LINKS = ("of ", "the ")


def placed(mentions: Sequence[PlaceMention], text: str) -> tuple[PlaceMention, ...]:
    """The mentions; one of an unknown place tells what it lies in, where the text says so ("the X in Y").

    Its coordinates stay unknown.
    """
    told = dict(_told(mentions, text))
    return tuple(replace(m, place=_inside(m, told[m.start])) if m.start in told else m for m in mentions)


def _told(mentions: Sequence[PlaceMention], text: str) -> Iterator[tuple[int, Place]]:
    """What lies behind an unknown place and holds it, by the start of the unknown."""
    for mention, following in pairwise(mentions):
        between = text[mention.end : following.start]
        if mention.place is None and following.place is not None and between in _BETWEEN:
            yield mention.start, following.place


def _inside(mention: PlaceMention, holder: Place) -> Place:
    """A place of which no more is known than what it lies in."""
    within = (holder.name, *(w for w in holder.within if w != holder.name))
    return Place(mention.text, mention.text, within, holder.country, disputed=holder.disputed)


def guessed(
    mentions: Sequence[PlaceMention], text: str, named: Callable[[str], Place | None]
) -> tuple[PlaceMention, ...]:
    """The mentions, each unknown one at the place that its own words name, that stands behind it, or that was
    told last before it: good enough to count, and no more than a guess. `named` gives the place of words."""
    told = dict(_told(mentions, text))
    known = {m.text: m.place for m in mentions if m.place is not None and m.place.lat is not None}
    result: list[PlaceMention] = []
    last = next((m.place for m in mentions if _small(m.place)), None)
    last = last or next((m.place for m in mentions if m.place is not None), None)
    for mention in mentions:
        place = mention.place
        if place is None or place.lat is None:
            place = _own(mention.text, known, named) or told.get(mention.start) or last
        elif _small(place):
            last = place
        result.append(replace(mention, place=place))
    return tuple(result)


def _small(place: Place | None) -> bool:
    return place is not None and place.kind in _SMALL and place.lat is not None


def _own(text: str, known: Mapping[str, Place], named: Callable[[str], Place | None]) -> Place | None:
    """The place that some first words of a name are ("Quito Central Station")."""
    words = text.split(" ")
    for k in range(len(words) - 1, 0, -1):
        first = " ".join(words[:k])
        place = known.get(first) or named(first)
        if place is not None:
            return place
    return None
