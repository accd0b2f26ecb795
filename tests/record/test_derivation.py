"""Which documents follow from what was seen, in whatever order it was seen."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.documents import Metadata
from dragoman.model.ids import document_id
from dragoman.record.derivation import Sighting, held

TEXT = "sha256:1"


def seen(path=None, text=TEXT, **given):
    return Sighting(text, path, Metadata(**given))


def test_the_same_text_from_the_same_place_is_one_document_with_several_paths():
    (one,) = held([seen("b.txt", source="Ob"), seen("a.txt", source="Ob")], {})
    assert one.paths == ("a.txt", "b.txt")
    assert one.id == document_id(TEXT, "Ob")


def test_the_same_text_from_another_place_is_another_document():
    assert len(held([seen(source="Ob"), seen(source="Lena")], {})) == 2


def test_an_address_is_the_place_before_a_source():
    (one,) = held([seen(url="https://ob.example/1", source="Ob")], {})
    assert one.id == document_id(TEXT, "https://ob.example/1")


def test_a_sighting_without_a_place_joins_the_only_placed_document():
    (one,) = held([seen("a.txt"), seen("b.txt", source="Ob")], {})
    assert one.id == document_id(TEXT, "Ob")
    assert one.paths == ("a.txt", "b.txt")
    assert one.stated == ("", "Ob")


def test_a_sighting_without_a_place_stands_alone_where_two_places_claim_it():
    documents = held([seen("a.txt"), seen(source="Ob"), seen(source="Lena")], {})
    assert {d.id for d in documents} == {document_id(TEXT, p) for p in ("", "Ob", "Lena")}


def test_of_two_dates_given_the_least_stands_in_every_order():
    both = [seen("a", published="2025-02-02"), seen("b", published="2025-02-01")]
    for order in (both, both[::-1]):
        assert held(order, {})[0].given.published == "2025-02-01"


def test_a_correction_beats_what_was_given():
    (one,) = held([seen("a", published="2025-02-02")], {(TEXT, ""): {"published": "2025-03-03"}})
    assert one.given.published == "2025-03-03"


def test_a_corrected_source_gives_another_id_and_outlives_a_new_sighting():
    corrections = {(TEXT, ""): {"source": "Ob"}}
    (one,) = held([seen("a")], corrections)
    (again,) = held([seen("a"), seen("b")], corrections)
    assert one.id == again.id == document_id(TEXT, "Ob")


def test_documents_that_are_corrected_to_one_place_become_one():
    corrections = {(TEXT, "Lena"): {"source": "Ob"}}
    (one,) = held([seen("a", source="Ob"), seen("b", source="Lena")], corrections)
    assert one.paths == ("a", "b")


words = st.sampled_from([None, "", "x", "y"])
sightings = st.lists(
    st.builds(
        Sighting,
        st.sampled_from(["sha256:1", "sha256:2"]),
        st.sampled_from([None, "a", "b"]),
        st.builds(Metadata, url=words, source=words, published=st.sampled_from([None, "2025", "2024"])),
    ),
    max_size=8,
)
corrections = st.dictionaries(
    st.tuples(st.sampled_from(["sha256:1", "sha256:2"]), st.sampled_from(["", "x", "y"])),
    st.dictionaries(st.sampled_from(["url", "source", "published"]), st.sampled_from(["x", "2023"])),
    max_size=4,
)


@given(sightings, corrections, st.randoms())
def test_order_is_no_matter(seen_in_order, corrected, random):
    shuffled = list(seen_in_order)
    random.shuffle(shuffled)
    assert held(seen_in_order, corrected) == held(shuffled, corrected)


@given(sightings, corrections)
def test_every_document_has_an_id_of_its_own_and_every_sighting_a_document(found, corrected):
    documents = held(found, corrected)
    assert len({d.id for d in documents}) == len(documents)
    assert {(d.text_hash, at) for d in documents for at in d.stated} == {
        (s.text_hash, s.place) for s in found
    }
