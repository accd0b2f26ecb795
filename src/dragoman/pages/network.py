"""The network: who has to do with whom, and the same ties as a list."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from dragoman.pages import labels
from dragoman.pages.asked import Asked
from dragoman.pages.choosing import Chosen, chosen, over
from dragoman.pages.labels import Frame, Label
from dragoman.pages.links import Links
from dragoman.pages.shown import Count, Link
from dragoman.pages.springs import positions
from dragoman.pages.stretches import sign
from dragoman.pages.words import Words, shortened
from dragoman.record import Record, Tie

EXTRAS = ("by",)
MOST_NODES = 36
MOST_TIES = 120
_LABEL = 26
_NARROW = Frame(320, 352, 9)  # a phone's frame, and how many names it bears
_ORDER = ("", "ongoing", "planned", "unsure", "alleged", "never")


@dataclass(frozen=True, slots=True)
class Node:
    """An actor. `x` and `y` are parts of the frame (0 to 1), `radius` is in pixels, `events` how many ties'
    events it has a part in (one event may be in several ties). Its name stands above or `below` it, from
    `anchor` on; `first` where it does so on a phone too."""

    id: str
    name: str
    label: str
    href: str
    x: float
    y: float
    radius: float
    events: int
    below: bool
    anchor: str
    first: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two nodes; `sign` says how sure its surest event is, `width` is in pixels.

    `href` leads to its statements, or to its events where no one statement names both.
    """

    a: Link
    b: Link
    ids: tuple[str, str]
    from_: tuple[float, float]
    to: tuple[float, float]
    events: Count
    statements: Count
    href: str
    relation: str
    sign: str
    width: float
    told: str


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """Who has to do with whom.

    `actors` and `ties` count those among the actors with most events; `nodes` and `edges` are those that are
    drawn, the strongest. `by` is `actor` (as they are named) or `state` (joined under the states for which
    they stand).
    """

    title: str
    chosen: Chosen
    by: str
    ways: tuple[Link, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    actors: int
    ties: int
    rest: Link | None


def network(record: Record, asked: Asked, links: Links) -> NetworkPage:
    """The network of what is asked for. Raises UsageError, UnknownId."""
    words = Words(record, links)
    states = asked.extra("by") == "state"
    found = record.ties(asked.filters, states=states)
    weight: Counter[str] = Counter()
    for tie in found:
        weight.update({tie.a: tie.events, tie.b: tie.events})
    drawn, edges = _strongest(found, weight)
    words.know(actors=drawn)
    said = record.statements_between(drawn, asked.filters, states=states)
    nodes = _nodes(drawn, edges, weight, words)
    return NetworkPage(
        title="Network",
        chosen=chosen("network", asked, words, EXTRAS),
        by="state" if states else "actor",
        ways=(
            Link("as they are named", links.page("network", **asked.given(by="")) if states else ""),
            Link("joined under states", "" if states else links.page("network", **asked.given(by="state"))),
        ),
        nodes=tuple(nodes.values()),
        edges=tuple(
            _edge(t, nodes, said.get((t.a, t.b), 0), edges[0].events, words, partial(over, asked, links))
            for t in edges
        ),
        actors=len(weight),
        ties=len(found),
        rest=Link("all actors", links.list("actors")) if len(found) > len(edges) else None,
    )


def _strongest(found: Sequence[Tie], weight: Counter[str]) -> tuple[list[str], list[Tie]]:
    """The actors with most events and the ties among them; an actor left without a tie is left out."""
    most = sorted(weight, key=lambda actor: (-weight[actor], actor))[:MOST_NODES]
    chosen_ones = set(most)
    edges = [t for t in found if t.a in chosen_ones and t.b in chosen_ones][:MOST_TIES]
    tied = {actor for tie in edges for actor in (tie.a, tie.b)}
    return [actor for actor in most if actor in tied], edges


def _nodes(drawn: Sequence[str], edges: Sequence[Tie], weight: Counter[str], words: Words) -> dict[str, Node]:
    number = {actor: i for i, actor in enumerate(drawn)}
    ties = tuple((number[t.a], number[t.b], t.events) for t in edges)
    most = max((weight[a] for a in drawn), default=1)
    made = {}
    places = positions(len(drawn), ties)
    names = [
        Label(x, y, _anchor(x), len(shortened(words.actor(a).text, _LABEL)), 1.4 if y < 0.5 else -1.4)
        for a, (x, y) in zip(drawn, places, strict=True)
    ]
    first = labels.shown(names, _NARROW)
    for place, (actor, (x, y)) in enumerate(zip(drawn, places, strict=True)):
        named = words.actor(actor)
        made[actor] = Node(
            id=actor,
            name=named.text,
            label=shortened(named.text, _LABEL),
            href=named.href,
            x=x,
            y=y,
            radius=round(5 + 11 * (weight[actor] / most) ** 0.5, 1),
            events=weight[actor],
            below=y < 0.5,
            anchor=_anchor(x),
            first=place in first,
        )
    return made


def _anchor(x: float) -> str:
    """Where a name begins, so that it stays inside the frame."""
    return "start" if x < 0.12 else "end" if x > 0.88 else "middle"


def _edge(
    tie: Tie, nodes: dict[str, Node], said: int, most: int, words: Words, to: Callable[..., str]
) -> Edge:
    a, b = nodes[tie.a], nodes[tie.b]
    pair = f"{tie.a},{tie.b}"
    events = Count(tie.events, "event", to("events", actor="", between=pair))
    statements = Count(said, "statement", to("statements", actor="", status="", between=pair))
    told = ", ".join(f"{count} {status or 'not stated'}" for status, count in tie.statuses)
    return Edge(
        a=Link(a.name, a.href),
        b=Link(b.name, b.href),
        ids=(tie.a, tie.b),
        from_=(a.x, a.y),
        to=(b.x, b.y),
        events=events,
        statements=statements,
        href=statements.href if said else events.href,
        relation=words.links.between(tie.a, tie.b),
        sign=min((sign(status) for status, _ in tie.statuses), key=_ORDER.index),
        width=round(1 + 5 * (tie.events / most) ** 0.5, 1),
        told=told,
    )
