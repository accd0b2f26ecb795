"""The map: where events were, as pins on an outline, and the same places as a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dragoman.pages import labels
from dragoman.pages.asked import Asked
from dragoman.pages.choosing import Chosen, chosen, over
from dragoman.pages.labels import Frame, Label
from dragoman.pages.links import Links
from dragoman.pages.projection import HEIGHT, WIDTH, WORLD, Box, outline, point, round_about
from dragoman.pages.shown import Count, Link
from dragoman.pages.stretches import sign
from dragoman.pages.words import Words
from dragoman.record import Record, Spot

EXTRAS = ("view",)
MOST_PINS = 200
_AREAS = ("state", "region", "sea", "territory")  # kinds of places that no point stands for
_LARGEST = 13.0
_SMALLEST = 5.0
_WIDE = Frame(WIDTH, HEIGHT, 14)  # how many pins bear their name on a screen, and on a phone
_NARROW = Frame(320, 320 * HEIGHT / WIDTH, 5)


@dataclass(frozen=True, slots=True)
class Pin:
    """A place. `x` and `y` are parts of the map (0 to 1), None where it lies outside the part that is shown.

    `radius` is in pixels; `sign` says how sure the surest event there is; `named` where its name stands on
    the map, to the left of the pin where `left`; `first` where it does so on a phone too.
    """

    id: str
    name: str
    country: str | None
    disputed: bool
    area: bool
    x: float | None
    y: float | None
    radius: float
    sign: str
    named: bool
    first: bool
    left: bool
    events: Count
    statements: Count
    href: str


@dataclass(frozen=True, slots=True)
class MapPage:
    """Where events were.

    `box` is the part of the plane that is shown (x, y, width, height), `land` and `borders` the outline in it
    as paths (empty: none was built). `places` counts all places, of which `pins` holds the first; `nowhere`
    counts the events without a place that is known.
    """

    title: str
    chosen: Chosen
    box: tuple[float, float, float, float]
    land: str
    borders: str
    pins: tuple[Pin, ...]
    places: int
    events: int
    nowhere: Count
    views: tuple[Link, ...]


def atlas(record: Record, asked: Asked, links: Links) -> MapPage:
    """The map of what is asked for. Raises UsageError, UnknownId."""
    words = Words(record, links)
    spots = record.spots(asked.filters)
    total = record.page("events", asked.filters).total
    world = asked.extra("view") == "world"
    shown = spots[:MOST_PINS]
    box = WORLD if world else round_about([point(s.lat, s.lon) for s in shown])
    drawn = outline(box)
    here = sum(s.events for s in spots)
    return MapPage(
        title="Map",
        chosen=chosen("map", asked, words, EXTRAS),
        box=(box.x, box.y, box.width, box.height),
        land=drawn.land,
        borders=drawn.borders,
        pins=_pins(shown, box, asked, links),
        places=len(spots),
        events=here,
        nowhere=Count(max(0, total - here), "without a known place", over(asked, links)),
        views=tuple(_views(asked, links, world, box)),
    )


def _views(asked: Asked, links: Links, world: bool, box: Box) -> list[Link]:
    if box == WORLD and not world:
        return []
    whole = links.page("map", **asked.given(view="world"))
    near = links.page("map", **asked.given(view=""))
    return [
        Link("The whole world", "" if world else whole),
        Link("Where the pins are", near if world else ""),
    ]


def _pins(spots: Sequence[Spot], box: Box, asked: Asked, links: Links) -> tuple[Pin, ...]:
    most = max((s.events for s in spots), default=1)
    places = [_part(s, box) for s in spots]
    names = [Label(x, y, _side(x), len(s.name)) for s, (x, y) in zip(spots, places, strict=True)]
    wide = labels.shown(names, _WIDE)
    narrow = labels.shown(names, _NARROW, among=wide)
    to = partial(over, asked, links)
    return tuple(
        replace(_pin(i, s, at, most, to), named=i in wide, first=i in narrow)
        for i, (s, at) in enumerate(zip(spots, places, strict=True))
    )


def _side(x: float) -> str:
    return "end" if x > 0.8 else "start"


def _pin(number: int, spot: Spot, at: tuple[float, float], most: int, to: Callable[..., str]) -> Pin:
    x, y = at
    inside = 0 <= x <= 1 and 0 <= y <= 1
    events = Count(spot.events, "event", to("events", place=spot.name))
    statements = Count(spot.statements, "statement", to("statements", place=spot.name, status=""))
    return Pin(
        id=f"place-{number + 1}",
        name=spot.name,
        country=spot.country,
        disputed=spot.disputed,
        area=spot.kind in _AREAS,
        x=round(x, 5) if inside else None,
        y=round(y, 5) if inside else None,
        radius=round(_SMALLEST + (_LARGEST - _SMALLEST) * (spot.events / most) ** 0.5, 1),
        sign=_surest(spot),
        named=False,
        first=False,
        left=_side(x) == "end",
        events=events,
        statements=statements,
        href=statements.href if spot.statements else events.href,
    )


def _part(spot: Spot, box: Box) -> tuple[float, float]:
    x, y = point(spot.lat, spot.lon)
    return (x - box.x) / box.width, (y - box.y) / box.height


def _surest(spot: Spot) -> str:
    order = ("", "ongoing", "planned", "unsure", "alleged", "never")
    return min((sign(status) for status, _ in spot.statuses), key=order.index)
