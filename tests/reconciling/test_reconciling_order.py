"""The order in which documents come is no matter: shuffled, the views are the same to the byte."""

import json
import random

import pytest
from worlds import Story, Tells, build, planned, quantity, world

from dragoman.model.documents import Document
from dragoman.model.plain import plain
from dragoman.model.readings import Reading
from dragoman.reconciling import reconcile

BOTH = {"participant": ["Amina Otieno/KEN", "Tran Van Long/VNM"]}
TRIP = {"agent": "Amina Otieno/KEN", "host": "VNM"}
MET = Tells("They met.", "meeting", BOTH, "2024-05-04")
NEXT_DAY = Tells("They met again.", "meeting", BOTH, "2024-05-05")
IN_MAY = Tells("Met in May.", "meeting", BOTH, "2024-05")
NOT_MET = Tells("They did not meet.", "meeting", BOTH, "2024-05-04", polarity="negated")
CAME = Tells("She came.", "visit", TRIP, "2024-05")
SOME_MAY = Tells("A trip.", "visit", TRIP, "XXXX-05")
TEN = Tells("Ten signed.", "signing", BOTH, quantities=(quantity("agreements", 10),))
SIX = Tells("Six signed.", "signing", BOTH, "2024-05", quantities=(quantity("agreements", 6),))
TALKS = Tells("Talks.", "negotiate", {"participant": ["KEN", "VNM"]})
WILL = planned("They will meet.", "meeting", BOTH, when="2024-09")
STORIES = (
    Story("a", [MET, CAME]),
    Story("b", [NEXT_DAY, TEN]),
    Story("c", [TALKS, SOME_MAY]),
    Story("d", [IN_MAY, SIX]),
    Story("e", [WILL], published="2024-06-01", source="Hill Post"),
    Story("f", [NOT_MET], source="Hill Post"),
)


def dumped(built: list[tuple[Document, Reading]]) -> str:
    views = reconcile([d for d, _ in built], [r for _, r in built])
    return json.dumps(plain(views), sort_keys=True, ensure_ascii=False)


@pytest.mark.parametrize("seed", range(8))
def test_shuffled_documents_and_statements_give_the_same_bytes(seed: int) -> None:
    from dataclasses import replace

    first = dumped([build(s) for s in STORIES])
    chance = random.Random(seed)
    built = [build(s) for s in STORIES]
    chance.shuffle(built)
    mixed = []
    for document, reading in built:
        statements = list(reading.statements)
        chance.shuffle(statements)
        mixed.append((document, replace(reading, statements=tuple(statements))))
    assert dumped(mixed) == first


def test_every_array_is_sorted_and_every_reference_is_known() -> None:
    views = world(*STORIES)
    for held in (views.events, views.actors, views.statements, views.disagreements, views.comparisons):
        ids = [x.id for x in held]
        assert ids == sorted(set(ids))
    actors = {a.id for a in views.actors}
    statements = {s.id for s in views.statements}
    events = {e.id for e in views.events}
    for event in views.events:
        assert {p.actor for p in event.participants} <= actors
        assert set(event.statements) <= statements and event.evidence
        assert event.part_of is None or event.part_of in events
    for statement in views.statements:
        assert statement.event is None or statement.event in events


def test_each_document_has_exactly_one_origin() -> None:
    views = world(*STORIES)
    held = [d for o in views.origins for d in o.documents]
    assert sorted(held) == [d.id for d in views.documents]


def test_nothing_gives_nothing() -> None:
    views = reconcile([], [])
    assert views.events == () and views.reader is None
