"""What new documents change of who held an office, where one person of a state holds it at a time."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dragoman.model.documents import Document, Span
from dragoman.model.growth import Kept, Look
from dragoman.model.readings import Reading
from dragoman.reconciling import incumbents
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.incumbents import Held, Post, Use
from dragoman.reconciling.newcomers import Placed

POST = "post"


@dataclass(frozen=True, slots=True)
class Anew:
    """The comparisons of who held an office, as they were and as they are, and what is kept of it."""

    before: tuple[Compared, ...]
    after: tuple[Compared, ...]
    left: frozenset[tuple[str, str, str]]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class _Posted:
    """An office, and what those who hold it and its state are called."""

    held: Held
    names: tuple[tuple[str, str], ...] = ()


def kept(posts: Mapping[Post, Held], name: Callable[[str], str]) -> Iterator[Kept]:
    """What a record keeps of all offices (`incumbents.posts`); `name` gives what to call somebody."""
    for post, held in sorted(posts.items()):
        yield from _rows(post, _Posted(held, _names(post, held.uses, name)))


def hold_anew(new: Sequence[tuple[Document, Reading]], placed: Placed, look: Look) -> Anew:
    """What new documents change of who held an office."""
    documents = {d.id: d for d, _ in new}
    fresh = incumbents.posts([r for _, r in new], documents, placed.of)
    asked = {*fresh, *_of_others(fresh, placed, look)}
    were = {_post(row.key): _posted(row) for row in look.kept(POST, [_key(p) for p in asked])}
    held = {p: _with(were.get(p, _Posted(Held())).held, fresh.get(p, Held()), placed) for p in sorted(asked)}
    name = _called(asked - were.keys(), placed, look)
    before: list[Compared] = []
    after: list[Compared] = []
    gone: set[Kept] = set()
    made: set[Kept] = set()
    for post, uses in sorted(held.items()):
        was = were.get(post, _Posted(Held()))
        now = _Posted(uses, _names_now(post, uses, was, placed, name))
        before += _compared(post, was)
        after += _compared(post, now)
        gone.update(_rows(post, was) if post in were else ())
        made.update(_rows(post, now))
    left = {(r.part, r.key, r.thing) for r in gone} - {(r.part, r.key, r.thing) for r in made}
    return Anew(tuple(before), tuple(after), frozenset(left), tuple(sorted(made - gone)))


def _with(was: Held, fresh: Held, placed: Placed) -> Held:
    """An office with what new documents tell of it, of people by their new ids."""
    uses, beside = (
        tuple(replace(u, person=placed.renamed.get(u.person, u.person)) for u in told)
        for told in (was.uses, was.beside)
    )
    return Held(tuple(sorted({*uses, *fresh.uses})), tuple(sorted({*beside, *fresh.beside})))


def _names_now(
    post: Post, held: Held, was: _Posted, placed: Placed, name: Callable[[str], str]
) -> tuple[tuple[str, str], ...]:
    """What those who hold an office are called, by their new ids and names."""
    called = {a.id: a.name for a in placed.actors if a.id in placed.otherwise}
    names = {placed.renamed.get(who, who): name_then for who, name_then in was.names}
    names |= {who: called[who] for who in names.keys() & called.keys()}
    names |= dict(_names(post, [u for u in held.uses if u.person not in names], name))
    return tuple(sorted(names.items()))


def _called(posts: Iterable[Post], placed: Placed, look: Look) -> Callable[[str], str]:
    """What to call those whom new documents give an office, and the states of offices not heard of before."""
    known = {a.id: a for a in placed.actors}
    others = look.brief("actors", sorted({of for _, of in posts} - known.keys()))
    return Identities.made((*known.values(), *others), {}).name


def _of_others(fresh: Mapping[Post, Held], placed: Placed, look: Look) -> set[Post]:
    """The offices of those who have another id now, another name, or an office by the new documents."""
    ids = {*placed.renamed, *placed.renamed.values(), *(a.id for a in placed.otherwise.values())}
    ids |= {u.person for held in fresh.values() for u in held.uses}
    return {_post(row.thing) for row in look.kept(POST, sorted(ids)) if row.thing}


def _compared(post: Post, posted: _Posted) -> Iterator[Compared]:
    names = dict(posted.names)
    yield from incumbents.of_post(post, posted.held, lambda who: names.get(who, who))


def _names(post: Post, uses: Iterable[Use], name: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((who, name(who)) for who in {post[1], *(u.person for u in uses)}))


def _rows(post: Post, posted: _Posted) -> Iterator[Kept]:
    held = [[_plain(u) for u in told] for told in (posted.held.uses, posted.held.beside)]
    told = json.dumps([*held, posted.names], ensure_ascii=False, separators=(",", ":"))
    yield Kept(POST, _key(post), "", told)
    for who in sorted({u.person for u in (*posted.held.uses, *posted.held.beside)}):
        yield Kept(POST, who, _key(post))  # by which his posts are found where his id becomes another


def _posted(row: Kept) -> _Posted:
    uses, beside, names = json.loads(row.payload)
    held = Held(tuple(_use(told) for told in uses), tuple(_use(told) for told in beside))
    return _Posted(held, tuple((who, called) for who, called in names))


def _plain(use: Use) -> list[Any]:
    span = use.evidence
    return [
        use.day.isoformat(),
        use.person,
        use.document,
        span.document,
        span.start,
        span.end,
        use.late,
        use.deputy,
        use.ahead,
    ]


def _use(told: Sequence[Any]) -> Use:
    day, who, document, of, start, end, *rest = told
    return Use(date.fromisoformat(day), who, document, Span(of, start, end), *rest)


def _key(post: Post) -> str:
    return "\x1f".join(post)


def _post(key: str) -> Post:
    title, _, of = key.partition("\x1f")
    return title, of
