"""The ids that things bore while their document bore another id, so that an old link keeps working.

A document's id changes where its place becomes known or is corrected, and with it the ids of all that is
made of words in it. Those can be made again from where the words stand.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.model.ids import actor_id, document_id, event_id, quote_id, statement_id
from dragoman.model.statements import Statement
from dragoman.model.views import Judgement, Views
from dragoman.record.derivation import Held, Stated

Link = tuple[str, str, str]
"""(kind, former id, present id)."""

_MOST_ALIKE = 50  # statements of one act on one clause


def documents(held: Iterable[Held], corrected: Mapping[str, Stated]) -> dict[str, tuple[str, ...]]:
    """Of each document that ever bore another id, the ids it bore.

    It bore the id of each place that a sighting of it stated, and those it had before it was corrected.
    """
    of = {(h.text_hash, place): h.id for h in held for place in h.stated}
    bore: dict[str, set[str]] = defaultdict(set)
    for (text_hash, place), present in of.items():
        bore[present].add(document_id(text_hash, place))
    for former, stated in corrected.items():
        if stated in of:
            bore[of[stated]].add(former)
    living = set(of.values())
    return {present: tuple(sorted(ids - living)) for present, ids in sorted(bore.items()) if ids - living}


def anchored(log: Sequence[Judgement], formers: Mapping[str, Sequence[str]]) -> tuple[Judgement, ...]:
    """The judgements, those anchored in a document under a former id of it anchored under its present one."""
    present = {former: now for now, ids in formers.items() for former in ids}
    if not present:
        return tuple(log)
    return tuple(
        replace(j, anchors=tuple(replace(a, document=present.get(a.document, a.document)) for a in j.anchors))
        for j in log
    )


def links(views: Views, formers: Mapping[str, Sequence[str]]) -> Iterator[Link]:
    """Every former id of the documents, and of the statements, events, quotes and actors in them."""
    for present, ids in formers.items():
        yield from (("documents", former, present) for former in ids)
    for statement in views.statements:
        for former in formers.get(statement.document, ()):
            old = _statement(statement, former)
            yield "statements", old, statement.id
            if statement.event:
                yield "events", event_id(old), statement.event
    for quote in views.quotes:
        for former in formers.get(quote.document, ()):
            yield "quotes", quote_id(former, quote.start, quote.end), quote.id
    for actor in views.actors:
        members = {actor.id, *actor.members}
        for span in actor.evidence:
            if span.document in formers and actor_id(span.document, span.start, span.end) in members:
                for former in formers[span.document]:
                    yield "actors", actor_id(former, span.start, span.end), actor.id


def _statement(statement: Statement, former: str) -> str:
    """Its id in a document of another id; its ordinal is that which gives its present one."""
    at = (statement.start, statement.end, statement.act)
    for ordinal in range(_MOST_ALIKE):
        if statement_id(statement.document, *at, ordinal) == statement.id:
            return statement_id(former, *at, ordinal)
    return statement_id(former, *at, 0)
