"""What a record keeps of all that reconciling found, so that it can grow by an article."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model.documents import Document
from dragoman.model.growth import Kept
from dragoman.model.readings import Reading
from dragoman.model.statements import Quote
from dragoman.model.views import Naming, Views
from dragoman.reconciling import (
    arrivals,
    covering,
    growing_following,
    growing_near,
    growing_parts,
    growing_quotes,
    growing_territories,
    newly_held,
    newly_named,
    titles,
    told,
    undated,
)
from dragoman.reconciling.incumbents import Held, Post
from dragoman.reconciling.stands import Scene

LOOSE, TITLED = "loose day", "titled"


@dataclass(frozen=True, slots=True)
class Readings:
    """What of readings is kept as it is: all namings, the uses of offices, quotes, and the readings."""

    every: Sequence[Naming]
    shown: Sequence[Naming]
    posts: Mapping[Post, Held]
    said: Sequence[Quote]
    readings: Sequence[Reading]


def of_all(
    scene: Scene, documents: Sequence[Document], views: Views, read: Readings, newest: date | None
) -> Iterator[Kept]:
    """All that is kept of a record beside its actors. `documents` are as they came."""
    who = scene.identities
    yield from newly_named.kept(read.every, read.shown, views.events, who)
    yield from newly_held.kept(read.posts, who.name)
    yield from growing_quotes.kept(read.said, who.of, views.documents)
    yield from growing_territories.kept(read.readings, scene.documents)
    yield from arrivals.kept(documents, views.documents, scene.origins)
    yield from covering.kept(views.events, views.documents, scene.identities)
    yield from of_documents(scene)
    yield from growing_parts.kept(scene)
    yield from growing_following.kept(scene, views.commitments, newest)
    yield from titled(scene)


def of_documents(scene: Scene) -> Iterator[Kept]:
    """What is kept of the statements of some documents, for each alone."""
    yield from told.kept(scene.told)
    yield from growing_near.filed(scene.statements.values(), scene.identities)
    loose = undated.filed(scene.statements.values(), scene.documents, scene.identities)
    yield from (Kept(LOOSE, *row) for row in sorted(set(loose)))


def titled(scene: Scene) -> Iterable[Kept]:
    """The documents whose titles for somebody may contradict others."""
    return (Kept(TITLED, *row) for row in sorted(set(titles.in_doubt(scene.identities.actors, scene))))
