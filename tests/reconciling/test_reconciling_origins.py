"""Which accounts are independent, and what is a site's furniture."""

from worlds import Story, Tells, events, world

BOTH = {"participant": ["Amina Otieno/KEN", "Tran Van Long/VNM"]}
LONG = (
    "The foreign ministers of Kenya and Vietnam met on Saturday in the old palace and spoke for two hours "
    "about coffee, ports and the training of nurses, and agreed that their deputies would meet again before "
    "the rains, as an official who was in the room and asked not to be named told reporters on the steps."
)


def met(day: str = "2024-05-04", text: str = "They met.") -> Tells:
    return Tells(text, "meeting", BOTH, day)


def kinds(*stories: Story) -> list[tuple[str, int]]:
    return sorted((o.kind, len(o.documents)) for o in world(*stories).origins)


def test_two_pages_with_one_text_are_one_origin_and_do_not_corroborate() -> None:
    one = Story("a", [met(text=LONG)], source="Hill Post")
    stories = (one, Story("b", [met(text=LONG), met(text="And more.")], source="Bay News"))
    assert kinds(*stories) == [("copy", 2)]
    assert events(world(*stories), "meeting")[0].independent_origins == 1


def test_own_words_are_own_origins() -> None:
    assert kinds(Story("a", [met()]), Story("b", [met(text="The two met.")])) == [("own", 1), ("own", 1)]


def test_two_stories_of_one_agency_are_one_origin() -> None:
    one = Story("a", [met()], lead="NAIROBI, May 4 (Reuters) - Ministers met in the capital.")
    other = Story("b", [met()], lead="Ministers met in Nairobi, according to Reuters.")
    own = Story("c", [met()], lead="Our reporter saw the ministers.")
    assert kinds(one, other, own) == [("agency", 2), ("own", 1)]


def test_an_agency_named_far_down_is_no_origin() -> None:
    far = Story("a", [met(text="Word. " * 200), met(text="Ministers smiled, according to Reuters.")])
    assert kinds(far) == [("own", 1)]


def test_a_release_is_told_as_such() -> None:
    assert kinds(Story("a", [met()], genre="release")) == [("release", 1)]


def test_pages_that_quote_one_release_are_one_origin_with_its_words() -> None:
    one = Story(
        "a", [met()], "2024-05-05", lead="They met, according to the Kenyan Foreign Ministry's website."
    )
    other = Story(
        "b", [met()], "2024-05-06", lead="Citing the Kenyan Foreign Ministry website, it reports talks."
    )
    later = Story(
        "c", [met()], "2024-07-06", lead="Prices rose, according to the Kenyan Foreign Ministry website."
    )
    elsewhere = Story("d", [met()], "2024-05-06", lead="According to our website, ministers met.")
    assert kinds(one, other, later, elsewhere) == [("own", 1), ("release", 1), ("release", 2)]
    views = world(one, other, later, elsewhere)
    assert events(views, "meeting")[0].independent_origins == 3
    texts = {d.id: d.text for d in views.documents}
    said = {texts[s.document][s.start : s.end] for o in views.origins for s in o.evidence}
    assert "Kenyan Foreign Ministry's website" in said


def test_a_page_that_prints_most_of_another_is_of_one_origin_with_it() -> None:
    part = Story("b", [met(text=LONG)], source="Bay News")
    whole = Story(
        "a", [met(text=LONG), met(text="Our own man adds that rain fell on the guests.")], source="Hill"
    )
    (origin,) = world(part, whole).origins
    assert origin.kind == "copy" and {s.document for s in origin.evidence} == set(origin.documents)


def test_a_paragraph_that_a_site_repeats_is_furniture() -> None:
    line = Tells(
        "Kenya broke off relations with Vietnam long ago.", "break_relations", {"participant": ["KEN", "VNM"]}
    )
    twice = [
        Story("a", [met(), line], source="Hill Post"),
        Story("b", [met("2024-06-09", "Later they met again."), line], source="Hill Post"),
    ]
    assert events(world(*twice), "break_relations") == []
    apart = [
        Story("a", [met(), line], source="Hill Post"),
        Story("b", [met("2024-06-09", "Later they met again."), line], source="Bay News"),
    ]
    assert events(world(*apart), "break_relations") != []
