"""Topics by the words that show them."""

import pytest

from dragoman.vocabulary.topics import topics, topics_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They discussed wheat exports and a visa-free regime.", ("agriculture", "trade", "visa")),
        ("Chile opened a consulate-general.", ("consular",)),
        ("Egypt ordered 24 fighter jets.", ("arms",)),
        ("An arms embargo was proposed.", ("arms", "sanctions")),
        ("Scholarships for Zambian students", ("education",)),
        ("He works in an old city.", ()),
        ("", ()),
    ],
)
def test_topics_of_a_text(text: str, expected: tuple[str, ...]) -> None:
    assert topics_of(text) == expected


def test_words_are_in_lower_case_and_once() -> None:
    assert len(topics()) >= 40
    for topic in topics():
        assert all(w == w.lower() for w in topic.words), topic.name
        assert len(set(topic.words)) == len(topic.words), topic.name
