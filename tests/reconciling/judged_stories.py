"""The stories that the tests of judgements stand on, read by a stub, and a reader whose spans are others."""

import io
from dataclasses import replace

from worlds import Story, Tells, build

from dragoman import reconciling
from dragoman.model.documents import Input, Metadata, Segment
from dragoman.model.ids import actor_id, quote_id, statement_id
from dragoman.model.readings import Reader, Reading
from dragoman.publish import export
from dragoman.record import Record

ME = ("seen in the register", "ada")
BOTH = {"participant": ["Amina Otieno/KEN", "Tran Van Long/VNM"]}
STORIES = {
    "a": Story(
        "a",
        [
            Tells("Amina Otieno met Tran Van Long on 4 May 2024.", "meeting", BOTH, "2024-05-04"),
            Tells("Amina Otieno came to Hanoi.", "visit", {"agent": "Amina Otieno/KEN", "host": "VNM"}),
        ],
        "2024-05-05",
        "Lake Post",
    ),
    "b": Story(
        "b",
        [
            Tells("Tran Van Long met Amina Otieno on 5 May 2024.", "meeting", BOTH, "2024-05-05"),
            Tells("He will sign, Amina Otieno said.", "statement", {"agent": "Amina Otieno/KEN"}),
        ],
        "2024-05-06",
        "Delta Wire",
    ),
    "c": Story(
        "c",
        [Tells("A. Wanjiru met Tran Van Long on 9 June 2024.", "meeting",
               {"participant": ["A. Wanjiru/KEN", "Tran Van Long/VNM"]}, "2024-06-09")],
        "2024-06-10",
        "Port Times",
    ),
    "d": Story(
        "d",
        [Tells("Amina Otieno met Tran Van Long on 4 May 2024 in Nairobi.", "meeting", BOTH, "2024-05-04",
               "Nairobi", quotes=(("in Nairobi", "Amina Otieno/KEN"),))],
        "2024-05-04",
        "Plain Dealer",
    ),
}  # fmt: skip
BUILT = {name: build(story) for name, story in STORIES.items()}
FIRST, CHANGED = Reader("1", "stub", "1"), Reader("2", "stub", "1")


def put(record: Record, *names: str) -> None:
    """The documents of these stories, kept, read and reconciled."""
    for name in names:
        document, _ = BUILT[name]
        given = Metadata(source=document.source, published=document.published)
        record.keep(Input(document.text, name, given))
    bring_up_to_date(record)


def bring_up_to_date(record: Record, reader: Reader = FIRST, moved: int = 0) -> None:
    """All that this reader has not read is read, each span moved by some characters."""
    by_text = {d.text_hash: (d, r) for d, r in BUILT.values()}
    for held in record.unread(reader):
        _, reading = by_text[held.text_hash]
        assert reading.document == held.id
        record.keep_reading(held, shifted(replace(reading, reader=reader), moved))
    record.compute(reconciling.reconcile, reader)


def shifted(reading: Reading, by: int) -> Reading:
    """A reading by a reader whose spans begin some characters later, so that every id is another."""
    if not by:
        return reading
    text = next(d.text for d, _ in BUILT.values() if d.id == reading.document)
    actors = {}
    mentions = []
    for m in reading.mentions:
        start = m.start + min(by, m.end - m.start - 1)
        new = actor_id(reading.document, start, m.end) if m.actor.startswith("a-") else m.actor
        actors[m.actor] = new
        mentions.append(replace(m, start=start, text=text[start : m.end], actor=new))
    ids = {}
    statements = []
    for number, s in enumerate(reading.statements):
        start = s.start + by
        new = statement_id(reading.document, start, s.end, s.act, number)
        ids[s.id] = new
        values = tuple(replace(v, value=actors.get(v.value, v.value)) for v in s.values)
        statements.append(replace(s, id=new, start=start, text=text[start : s.end], values=values))
    return replace(
        reading,
        segments=(Segment(0, len(text), "body"),),
        referents=tuple(replace(r, id=actors.get(r.id, r.id)) for r in reading.referents),
        mentions=tuple(mentions),
        offices=(),
        statements=tuple(statements),
        quotes=tuple(
            replace(q, id=quote_id(q.document, q.start + 1, q.end), start=q.start + 1, text=q.text[1:],
                    speaker=actors.get(q.speaker or "", q.speaker))
            for q in reading.quotes
        ),
    )  # fmt: skip


def exported(record: Record) -> str:
    stream = io.StringIO()
    export(record.views(), "json", None, stream=stream)
    return stream.getvalue()
