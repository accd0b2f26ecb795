"""The promise, with the real reader: the same documents give the same bytes, and every span is exact."""

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import pipeline
from dragoman.errors import InputError
from dragoman.model.plain import plain
from dragoman.publish.json import lines
from dragoman.publish.json import record as exported
from dragoman.reading.read import read, reader
from dragoman.record import in_memory
from dragoman.record.rows import spans
from sample_record import article

SENTENCES = (
    "Foreign Minister Ana Duarte of Bolivia met her Chilean counterpart in Santiago on 4 May 2022.",
    "“We will build the railway together,” President Kofi Adjei said on Tuesday.",
    "Norway is said to have sold 12 patrol boats worth $40 million to Ghana.",
    "The embassy in Nairobi was opened in 2019, and a consulate in Mombasa is planned.",
    "Finland and Estonia did not sign the agreement; Latvia may do so next year.",
    "According to the ministry, the two leaders held talks for three hours earlier that day.",
    "Earlier, Kenya had accused Somalia of shelling Mandera, which Mogadishu denied.",
    "The Prime Minister of Nepal, K. P. Rana, paid a visit to Japan from 3 to 6 June 2021.",
    "A spokesman of the European Union called on both sides to show restraint.",
    "Subscribe to our newsletter. All rights reserved.",
    "By Mary Ndungu",
    "Trade rose by 40 per cent, to 1.2 billion euros, in the first half of the year.",
)
JOINTS = (
    " ",
    "\n",
    "\n\n",
    "\r",
    "\t",
    "\u00a0",
    "\u2028",
    " — ",
    "…",
    "“",
    "”",
    "’s ",
    "(",
    ")",
    "\u202e",
    "👩‍🚀",
    "é",
)
ARTICLES = (
    article("\n\n".join(SENTENCES[:6]), "a.txt", published="2022-05-05", source="The Andes Post"),
    article("\n\n".join(SENTENCES[4:10]), "b.txt", source="Fjord Daily"),
    article(" ".join((SENTENCES[0], SENTENCES[6], SENTENCES[7], SENTENCES[11])), "c.txt"),
)

texts = st.lists(
    st.one_of(st.sampled_from(SENTENCES), st.sampled_from(JOINTS), st.text(max_size=6)),
    min_size=1,
    max_size=14,
).map("".join)
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def one_parser(monkeypatch, parser):
    monkeypatch.setattr(pipeline, "_reader", lambda settings: (reader(parser), lambda d: read(d, parser)))


def kept(*batches):
    """The bytes of a record to which these batches were added one after another."""
    with in_memory() as record:
        for batch in batches:
            for found in batch:
                record.keep(found)
            assert pipeline.reconcile(record) == ()
        return "".join(lines(record.views(), "full"))


def test_any_order_and_batching_gives_the_same_bytes():
    expected = kept(ARTICLES)
    for order in permutations(ARTICLES):
        assert kept(*([one] for one in order)) == expected


def test_adding_twice_and_removing_and_adding_again_changes_nothing():
    expected = kept(ARTICLES)
    assert kept(ARTICLES, ARTICLES) == expected
    with in_memory() as record:
        for found in ARTICLES:
            record.keep(found)
        pipeline.reconcile(record)
        pipeline.remove(record, "b.txt")
        assert "".join(lines(record.views(), "full")) == kept([ARTICLES[0], ARTICLES[2]])
        record.keep(ARTICLES[1])
        pipeline.reconcile(record)
        assert "".join(lines(record.views(), "full")) == expected


@given(st.lists(texts, min_size=1, max_size=2))
@quick
def test_every_span_of_whatever_is_read_is_exact(written):
    with in_memory() as record:
        for number, text in enumerate(written):
            record.keep(article(text, f"{number}.txt"))
        failed = pipeline.reconcile(record)
        assert [f for f in failed if f.kind not in {e.__name__ for e in InputError.__subclasses__()}] == []
        data = exported(record.views()) | {"readings": [plain(r) for r in record.readings()]}
    held = {d["id"]: d["text"] for d in data["documents"]}
    for span in spans(data):
        assert 0 <= span.start < span.end <= len(held[span.document])
    for thing in beside(data):
        assert held[thing["document"]][thing["start"] : thing["end"]] == thing["text"]
    for reading in data["readings"]:
        for mention in reading["mentions"]:
            assert held[reading["document"]][mention["start"] : mention["end"]] == mention["text"]
    for document in data["documents"]:
        ends = [0, *(s["end"] for s in document["segments"])]
        assert [s["start"] for s in document["segments"]] == ends[:-1]
        assert ends[-1] == len(document["text"])


def beside(value):
    """Every object with a text beside its span."""
    if isinstance(value, dict):
        if {"document", "start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from beside(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from beside(inner)
