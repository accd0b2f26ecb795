"""What new documents change of who held an office, where one person of a state holds it at a time."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.documents import Document, Span
from dragoman.model.growth import Kept, Look
from dragoman.model.readings import Reading
from dragoman.reconciling import incumbents
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.incumbents import Post, Use
from dragoman.reconciling.newcomers import Placed

POST = "post"


@dataclass(frozen=True, slots=True)
class Held:
    """The comparisons of who held an office, as they were and as they are, and what is kept of it."""

    before: tuple[Compared, ...]
    after: tuple[Compared, ...]
    left: frozenset[tuple[str, str, str]]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class _Posted:
    """The uses of an office, and what those who hold it and its state are called."""

    uses: tuple[Use, ...] = ()
    names: tuple[tuple[str, str], ...] = ()


def kept(posts: Mapping[Post, Sequence[Use]], name: Callable[[str], str]) -> Iterator[Kept]:
    """What a record keeps of all offices (`incumbents.posts`); `name` gives what to call somebody."""
    for post, uses in sorted(posts.items()):
        yield from _rows(post, _Posted(tuple(uses), _names(post, uses, name)))


def hold_anew(new: Sequence[tuple[Document, Reading]], placed: Placed, look: Look) -> Held:
    """What new documents change of who held an office."""
    documents = {d.id: d for d, _ in new}
    fresh = incumbents.posts([r for _, r in new], documents, placed.of)
    asked = {*fresh, *_of_others(placed, look)}
    called = {a.id: a.name for a in placed.actors if a.id in placed.otherwise}
    were = {_post(row.key): _posted(row) for row in look.kept(POST, [_key(p) for p in asked])}
    name = _called(asked - were.keys(), placed, look)
    before: list[Compared] = []
    after: list[Compared] = []
    gone: set[Kept] = set()
    made: set[Kept] = set()
    for post in sorted(asked):
        was = were.get(post, _Posted())
        moved = [replace(u, person=placed.renamed.get(u.person, u.person)) for u in was.uses]
        uses = sorted({*moved, *fresh.get(post, ())})
        names = {placed.renamed.get(who, who): name_then for who, name_then in was.names}
        names |= {who: called[who] for who in names.keys() & called.keys()}
        names |= dict(_names(post, [u for u in uses if u.person not in names], name))
        now = _Posted(tuple(uses), tuple(sorted(names.items())))
        before += _compared(post, was)
        after += _compared(post, now)
        gone.update(_rows(post, was) if post in were else ())
        made.update(_rows(post, now))
    left = {(r.part, r.key, r.thing) for r in gone} - {(r.part, r.key, r.thing) for r in made}
    return Held(tuple(before), tuple(after), frozenset(left), tuple(sorted(made - gone)))


def _called(posts: Iterable[Post], placed: Placed, look: Look) -> Callable[[str], str]:
    """What to call those whom new documents give an office, and the states of offices not heard of before."""
    known = {a.id: a for a in placed.actors}
    others = look.things("actors", sorted({of for _, of in posts} - known.keys()))
    return Identities.made((*known.values(), *others), {}).name


def _of_others(placed: Placed, look: Look) -> set[Post]:
    """The offices of those who have another id now, or another name."""
    ids = {*placed.renamed, *(a.id for a in placed.otherwise.values())}
    return {_post(row.thing) for row in look.kept(POST, sorted(ids)) if row.thing}


def _compared(post: Post, posted: _Posted) -> Iterator[Compared]:
    names = dict(posted.names)
    yield from incumbents.of_post(post, posted.uses, lambda who: names.get(who, who))


def _names(post: Post, uses: Iterable[Use], name: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((who, name(who)) for who in {post[1], *(u.person for u in uses)}))


def _rows(post: Post, posted: _Posted) -> Iterator[Kept]:
    uses = [
        [u.day.isoformat(), u.person, u.document, u.evidence.document, u.evidence.start, u.evidence.end]
        for u in posted.uses
    ]
    told = json.dumps([uses, posted.names], ensure_ascii=False, separators=(",", ":"))
    yield Kept(POST, _key(post), "", told)
    for who in sorted({u.person for u in posted.uses}):
        yield Kept(POST, who, _key(post))  # by which his posts are found where his id becomes another


def _posted(row: Kept) -> _Posted:
    uses, names = json.loads(row.payload)
    return _Posted(
        tuple(Use(date.fromisoformat(day), who, document, Span(*span)) for day, who, document, *span in uses),
        tuple((who, called) for who, called in names),
    )


def _key(post: Post) -> str:
    return "\x1f".join(post)


def _post(key: str) -> Post:
    title, _, of = key.partition("\x1f")
    return title, of
