"""Where new documents come from, by what a record keeps: what follows of the whole, or nothing is said."""

from collections.abc import Sequence
from dataclasses import replace

from held import Held
from hypothesis import event, given, settings
from hypothesis import strategies as st
from worlds import Story, Tells, build

from dragoman.model.documents import Document
from dragoman.model.profiles import SourceProfile
from dragoman.model.readings import Reading
from dragoman.reconciling import origins, prints, repeats, sources, versions
from dragoman.reconciling.arrivals import Arrived, arrive, kept
from dragoman.reconciling.reuse import Sampled, pairs, runs

Built = tuple[Document, Reading]
BOTH = {"participant": ["Ana Silva/BRA", "Kofi Mensah/GHA"]}
LONG = tuple(
    " ".join(f"{word}{number}" for word in ("ferry", "cocoa", "timber", "bridge", "harbour", "rail", "lamp"))
    for number in range(12)
)
ONE, TWO, BOTH_LONG = " ".join(LONG[:6]), " ".join(LONG[6:]), " ".join(LONG)
FURNITURE = (
    "Read more on our site today.",
    "Ana Silva met Kofi Mensah in Accra.",
    "The rains came late this year.",
)
LEADS = (
    "",
    "",
    "ACCRA, May 4 (Reuters) - They met.",
    "The news was first reported by Xinhua.",
    "They met, according to the Ghanaian Foreign Ministry's website.",
)
TABLE = (SourceProfile("Hill Post", ("HP",), ("post.example",)),)


class Whole:
    """What `reconcile` finds of all documents, and what is kept of it."""

    def __init__(self, built: Sequence[Built], profiles: Sequence[SourceProfile] = ()) -> None:
        came = sorted((d for d, _ in built), key=lambda d: d.id)
        read = {r.document: r for _, r in built}
        segments = {d: r.segments for d, r in read.items()}
        told = sources.named(came, profiles)
        at_addresses = versions.of_one_address([replace(d, segments=segments[d.id]) for d in told])
        self.origins = origins.find(at_addresses, segments)
        self.documents = versions.of_one_outlet(at_addresses, self.origins.text)
        self.aside = repeats.furniture(self.documents, segments, self.origins.text)
        self.sources = sources.view(self.documents, profiles)
        every = (s for _, r in sorted(read.items()) for s in r.statements)
        self.statements = [s for s in every if not repeats.rests_on(s.span, self.aside)]
        self.held = Held(
            kept(came, self.documents, self.origins),
            documents=self.documents,
            origins=self.origins.all,
            statements=self.statements,
        )


def arrived(
    before: Sequence[Built], new: Sequence[Built], profiles: Sequence[SourceProfile] = ()
) -> Arrived | None:
    """What follows from new documents, held against what follows of the whole."""
    was, now = Whole(before, profiles), Whole([*before, *new], profiles)
    found = arrive(new, was.held, profiles)
    if found is None:
        return None
    ours = {d.id for d, _ in new}
    assert found.documents == tuple(d for d in now.documents if d.id in ours)
    assert was.documents == tuple(d for d in now.documents if d.id not in ours)
    assert {**was.origins.of, **found.of} == now.origins.of
    assert {**was.origins.text, **found.text} == now.origins.text
    assert {**{o.id: o for o in was.origins.all}, **{o.id: o for o in found.origins}} == {
        o.id: o for o in now.origins.all
    }
    assert {**{s.id: s for s in was.sources}, **{s.id: s for s in found.sources}} == {
        s.id: s for s in now.sources
    }
    assert found.aside == {d: places for d, places in now.aside.items() if d in ours}
    assert was.statements == [s for s in now.statements if s.document not in ours]
    assert was.held.with_(found.kept) == now.held.rows
    return found


def article(
    name: str,
    *texts: str,
    day: str | None = "2031-05-04",
    source: str | None = None,
    url: str | None = None,
    lead: str = "",
) -> Built:
    """A document with a statement on each of its paragraphs."""
    tells = [Tells(text, "meeting", BOTH) for text in texts]
    document, reading = build(Story(name, tells, day, source, lead=lead))
    return replace(document, url=url), reading


_ARTICLES = st.builds(
    lambda name, texts, lead, rest: article(name, *texts, lead=lead, **rest),
    st.sampled_from("abcdefgh"),
    st.lists(st.sampled_from((ONE, TWO, BOTH_LONG, *FURNITURE)), min_size=1, max_size=3, unique=True),
    st.sampled_from(LEADS),
    st.fixed_dictionaries(
        {
            "day": st.sampled_from((None, *(f"2031-05-{day:02}" for day in (1, 2, 4, 8, 20)))),
            "source": st.sampled_from((None, "Hill Post", "hill post", "HP", "Bay News")),
            "url": st.sampled_from((None, "https://post.example/1", "https://post.example/2")),
        }
    ),
)


@settings(max_examples=150, deadline=None)
@given(
    some=st.lists(_ARTICLES, min_size=1, max_size=8, unique_by=lambda built: built[0].id),
    count=st.sampled_from((1, 1, 1, 2)),
    profiles=st.sampled_from(((), TABLE)),
)
def test_what_is_said_of_new_documents_is_what_follows_of_the_whole(
    some: list[Built], count: int, profiles: Sequence[SourceProfile]
) -> None:
    found = arrived(some[count:], some[:count], profiles)
    event("nothing is said" if found is None else f"said of {count}")


def test_a_copy_joins_the_origin_of_what_was_there_before() -> None:
    one, other = sorted(
        (article(name, BOTH_LONG, source=name) for name in ("Hill Post", "Bay News")), key=lambda b: b[0].id
    )
    found = arrived([one], [other])
    assert found is not None
    assert [(o.kind, len(o.documents), len(o.evidence)) for o in found.origins] == [("copy", 2, 2)]
    assert found.text == {other[0].id: one[0].id}
    assert arrived([other], [one]) is None  # the origin would bear another id


def test_a_story_of_an_agency_joins_its_origin() -> None:
    lead = "ACCRA, May 4 (Reuters) - They met."
    told = sorted(
        (article(name, text, lead=lead) for name, text in zip("ab", (ONE, TWO), strict=True)),
        key=lambda b: b[0].id,
    )
    found = arrived(told[:1], told[1:])
    assert found is not None
    assert [(o.kind, len(o.documents)) for o in found.origins] == [("agency", 2)]


def test_a_paragraph_that_is_furniture_already_is_set_aside_and_one_that_becomes_it_is_not_said() -> None:
    first = article("a", ONE, FURNITURE[0], source="Hill Post")
    second = article("b", TWO, FURNITURE[0], source="Hill Post")
    third = article("c", LONG[3], FURNITURE[0], source="Hill Post")
    found = arrived([first, second], [third])
    assert found is not None
    start = third[0].text.index(FURNITURE[0])
    assert found.aside == {third[0].id: ((start, start + len(FURNITURE[0])),)}
    assert arrived([first], [second]) is None


def test_a_paragraph_that_becomes_furniture_is_no_matter_where_nothing_rests_on_it() -> None:
    document, reading = article("a", ONE, FURNITURE[2], source="Hill Post")
    bare = document, replace(reading, statements=reading.statements[:1])
    found = arrived([bare], [article("b", TWO, FURNITURE[2], source="Hill Post")])
    assert found is not None
    assert len(found.aside) == 1


def test_who_has_no_date_and_may_be_dated_by_others_is_left_to_the_whole() -> None:
    days = [Tells(f"They met on {day[-5:]}.", "meeting", BOTH, day) for day in ("XXXX-05-04", "XXXX-06-04")]
    alone, both = (build(Story("b", told)) for told in (days[:1], days))
    assert arrived([article("a", ONE)], [alone])
    assert arrived([article("a", ONE)], [both]) is None


@settings(max_examples=60, deadline=None)
@given(
    chance=st.randoms(use_true_random=False),
    lengths=st.tuples(*[st.sampled_from((15, 30, 190, 230, 500))] * 2),
)
def test_who_may_be_a_pair_is_known_by_the_samples(chance, lengths: tuple[int, int]) -> None:
    story = [f"w{chance.randrange(200)}x{n}" for n in range(520)]
    texts = {}
    for name, length in zip("ab", lengths, strict=True):
        own = [f"{name}{n}" for n in range(int(length * chance.random() * 0.8))]
        texts[name] = runs(((0, " ".join([*story[: length - len(own)], *own])),))
    sampled = [Sampled(name, len(t.hashes), frozenset(t.sample)) for name, t in texts.items()]
    assert sampled[0].may_be_pair(sampled[1]) == sampled[1].may_be_pair(sampled[0])
    if list(pairs(texts)):
        assert sampled[0].may_be_pair(sampled[1])


def test_what_is_kept_of_a_document_is_read_again() -> None:
    was = Whole([article("a", ONE, source="Hill Post")])
    (row,) = was.held.every(prints.PART)
    assert prints.revived(row) == prints.Print(
        was.documents[0].id,
        "2031-05-04",
        was.sources[0].id,
        was.documents[0].id,
        was.origins.all[0].id,
    )
