"""One page of a listing: orders, lengths, what has no date."""

import pytest

from dragoman.errors import UnknownId, UsageError
from dragoman.record import KINDS, SORTS, Filters, Wanted, in_memory
from sample_record import LATER, MEETING, OTHER, article, fill


@pytest.fixture
def record():
    with in_memory() as made:
        yield fill(
            made,
            article(MEETING, "one.txt", source="Ob Times", published="2024-05-07", title="Zebras"),
            article(LATER, "two.txt", url="https://www.lena.example/a", published="2024-05-08", title="Ants"),
            article(OTHER, "three.txt", source="Ob Times", title="Élan"),
            article("Afua met Kwesi in Tema on 2023-01-01.\n", "four.txt", source="Lena Post"),
        )


def paths(page):
    return [d.path for d in page.items]


def test_the_pages_together_are_the_listing(record):
    for kind in KINDS:
        whole = record.listing(kind).items
        paged = []
        for number in range(1, -(-len(whole) // 2) + 1):
            page = record.page(kind, wanted=Wanted(page=number, per_page=2))
            assert page.total == len(whole)
            paged += page.items
        assert tuple(paged) == whole


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("date", ["one.txt", "two.txt"]),
        ("-date", ["two.txt", "one.txt"]),
        ("name", ["two.txt", "three.txt", "one.txt", "four.txt"]),
        ("-name", ["one.txt", "three.txt", "two.txt", "four.txt"]),
    ],
)
def test_documents_in_order_and_what_lacks_the_value_last(record, sort, expected):
    found = paths(record.page("documents", wanted=Wanted(sort)))
    assert found[: len(expected)] == expected
    assert len(found) == 4


def test_sources_by_how_many_documents_they_have(record):
    found = record.page("sources", wanted=Wanted("-count")).items
    assert [s.name for s in found] == ["Ob Times", "Lena Post"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_order_works_for_its_kind(record, kind):
    for sort in SORTS[kind]:
        for name in (sort, "-" + sort):
            assert record.page(kind, wanted=Wanted(name)).total == len(record.listing(kind).items)


def test_what_has_no_date_is_counted_apart_and_can_be_had(record):
    asked = Filters(published_from="2024-05-08")
    dated = record.page("documents", asked)
    assert (paths(dated), dated.total, dated.undated) == (["two.txt"], 1, 2)
    apart = record.page("documents", asked, Wanted(undated=True))
    assert ({*paths(apart)}, apart.total) == ({"three.txt", "four.txt"}, 2)
    assert record.page("documents", wanted=Wanted(undated=True)).total == 0


@pytest.mark.parametrize(
    "filters", [{"actor": "Peru"}, {"between": ("Chile", "Peru")}, {"source": "Ob Times"}]
)
def test_a_page_has_what_the_listing_has(record, filters):
    asked = Filters(**filters)
    for kind in ("events", "statements"):
        assert record.page(kind, asked).items == record.listing(kind, asked).items


def test_a_page_past_the_end_says_how_many_there_are(record):
    with pytest.raises(UnknownId, match="there are 2 pages"):
        record.page("documents", wanted=Wanted(page=3, per_page=2))
    assert record.page("documents", Filters(actor="Chile", source="Lena Post")).total == 0


@pytest.mark.parametrize(
    ("wanted", "why"),
    [({"page": 0}, "no such page"), ({"per_page": 0}, "length"), ({"per_page": 501}, "length")],
)
def test_nonsense_is_refused(wanted, why):
    with pytest.raises(UsageError, match=why):
        Wanted(**wanted)


def test_an_order_that_a_kind_has_not_is_refused(record):
    with pytest.raises(UsageError, match="possible: name, count"):
        record.page("sources", wanted=Wanted("date"))
