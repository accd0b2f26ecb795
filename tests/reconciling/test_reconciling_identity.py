"""Who is who across documents."""

import pytest
from worlds import Story, Tells, build, world

from dragoman.model.views import Judgement, Views
from dragoman.reconciling import reconcile


def spoke(name: str, offices: tuple[tuple[str, str, str | None], ...] = ()) -> Tells:
    full = name.partition("/")[0]
    titles = ", ".join(title for _, title, _ in offices)
    return Tells(f"{full}, {titles}, spoke.", "statement", {"agent": name}, offices=offices)


def people(views: Views) -> list[str]:
    return sorted(a.name for a in views.actors if a.kind == "person")


# the names of two documents, and the people they come to
NAMES = [
    ("Sergei Lavrov/RUS", "Sergey Lavrov/RUS", 1),
    ("Volodymyr Zelenskyy/UKR", "Volodymyr Zelensky/UKR", 1),
    ("Recep Tayyip Erdoğan/TUR", "Recep Tayyip Erdogan/TUR", 1),
    ("Luiz Inácio Lula da Silva/BRA", "Lula da Silva/BRA", 1),
    ("Lukashenko/BLR", "Alexander Lukashenko/BLR", 1),
    ("Xi/CHN", "Xi Jinping/CHN", 1),
    ("Mohammed bin Salman/SAU", "Muhammad bin Salman/SAU", 1),
    ("Hossein Amir-Abdollahian/IRN", "Hossein Amirabdollahian/IRN", 1),
    ("Kim Jong-un/PRK", "Kim Jong Un/PRK", 1),
    ("Kim Jong Un/PRK", "Kim Yong Nam/PRK", 2),
    ("John Smith/GBR", "John Smith/AUS", 2),
    ("Park", "Park Geun-hye/KOR", 2),
    ("Nguyen Phu Trong/VNM", "Nguyen Xuan Phuc/VNM", 2),
]


@pytest.mark.parametrize(("one", "other", "count"), NAMES)
def test_names_of_two_documents(one: str, other: str, count: int) -> None:
    views = world(Story("a", [spoke(one)]), Story("b", [spoke(other)]))
    assert len(people(views)) == count, people(views)


def test_a_short_name_that_two_people_bear_joins_neither() -> None:
    views = world(
        Story("a", [spoke("Kim Jong Un/PRK")]),
        Story("b", [spoke("Kim Yo Jong/PRK")]),
        Story("c", [spoke("Kim/PRK")]),
    )
    assert people(views) == ["Kim", "Kim Jong Un", "Kim Yo Jong"]


def test_a_joined_actor_bears_the_least_id_and_says_why() -> None:
    views = world(Story("a", [spoke("Sergei Lavrov/RUS")]), Story("b", [spoke("Sergey Lavrov/RUS")]))
    (actor,) = (a for a in views.actors if a.kind == "person")
    assert actor.id == min(actor.members) and len(actor.members) == 2
    assert actor.joined_because and actor.aliases == ("Sergey Lavrov",)
    assert [r.actor for r in actor.represents] == ["state:RUS"]


def test_offices_are_grouped_with_their_documents() -> None:
    one = spoke("Amina Otieno/KEN", (("Amina Otieno/KEN", "foreign minister", "KEN"),))
    views = world(Story("a", [one]), Story("b", [one], source="Hill Post"))
    (actor,) = (a for a in views.actors if a.kind == "person")
    assert [(o.title, o.of, len(o.documents)) for o in actor.offices] == [
        ("foreign minister", "state:KEN", 2)
    ]


def test_judgements_join_and_part_and_can_be_undone() -> None:
    built = [build(Story("a", [spoke("Amina Otieno/KEN")])), build(Story("b", [spoke("A. Wanjiru/KEN")]))]
    ids = sorted(i.id for _, r in built for i in r.referents if i.kind == "person")

    def judged(kind: str, standing: bool = True) -> list[str]:
        judgement = Judgement("j-1", kind, "me", "2024-01-01", "known to me", tuple(ids), standing)  # type: ignore[arg-type]
        return people(reconcile([d for d, _ in built], [r for _, r in built], [judgement]))

    assert len(judged("same")) == 1
    assert len(judged("same", standing=False)) == 2
    again = [build(Story("a", [spoke("Amina Otieno/KEN")])), build(Story("b", [spoke("Amina Otieno/KEN")]))]
    two = sorted(i.id for _, r in again for i in r.referents if i.kind == "person")
    apart = Judgement("j-2", "different", "me", "2024-01-01", "namesakes", tuple(two), True)
    assert len(people(reconcile([d for d, _ in again], [r for _, r in again], [apart]))) == 2


PRESIDENT = spoke("William Ruto/KEN", (("William Ruto/KEN", "president", "KEN"),))


def test_a_last_name_alone_is_the_official_whose_state_the_text_speaks_of() -> None:
    alone = Tells("Ruto met Kenya's bankers.", "meeting", {"agent": "Ruto", "counterpart": "KEN"})
    views = world(Story("a", [PRESIDENT]), Story("b", [alone]))
    assert people(views) == ["William Ruto"]


def test_a_last_name_alone_is_nobody_known_where_the_text_speaks_of_another_state() -> None:
    alone = Tells("Ruto met Norway's bankers.", "meeting", {"agent": "Ruto", "counterpart": "NOR"})
    views = world(Story("a", [PRESIDENT]), Story("b", [alone]))
    assert people(views) == ["Ruto", "William Ruto"]


# the title that a last name bears alone in a text on Kenya, and the people it then comes to
TITLED = [("president", None, 1), ("president", "KEN", 1), ("minister", None, 2), ("president", "NOR", 2)]


@pytest.mark.parametrize(("title", "of", "count"), TITLED)
def test_a_last_name_with_the_same_title_is_the_official(title: str, of: str | None, count: int) -> None:
    text = f"The {title} Ruto met Kenya's bankers."
    offices = (("Ruto", title, of),)
    alone = Tells(text, "meeting", {"agent": "Ruto", "counterpart": "KEN"}, offices=offices)
    assert len(people(world(Story("a", [PRESIDENT]), Story("b", [alone])))) == count


@pytest.mark.parametrize(("office", "joined"), [("President", True), ("Defence Minister", False)])
def test_somebody_called_by_his_office_alone_is_whom_the_same_text_names(office: str, joined: bool) -> None:
    named = spoke("Amina Otieno/KEN", (("Amina Otieno/KEN", office, "KEN"),))
    views = world(Story("a", [named]), Story("b", [spoke("Amina Otieno/KEN"), spoke("Kenyan president/KEN")]))
    assert len(people(views)) == (1 if joined else 2)


def test_somebody_called_by_his_office_alone_is_nobody_whom_the_text_does_not_name() -> None:
    named = spoke("Amina Otieno/KEN", (("Amina Otieno/KEN", "President", "KEN"),))
    views = world(Story("a", [named]), Story("b", [spoke("Kenyan president/KEN")]))
    assert len(people(views)) == 2


def test_bodies_that_are_joined_are_no_people() -> None:
    body = spoke("Equity Bank/KEN=company")
    views = world(Story("a", [body, PRESIDENT]), Story("b", [body, spoke("Kenyan president/KEN")]))
    assert [a.name for a in views.actors if a.kind == "company"] == ["Equity Bank"]


def test_an_office_of_a_state_that_nobody_names_is_of_the_one_its_bearer_acts_for_and_says_how() -> None:
    spoke = Tells("President Tran Van Long came.", "visit", {"agent": "Tran Van Long/VNM", "host": "KEN"},
                  offices=(("Tran Van Long/VNM", "President", None),))  # fmt: skip
    ranked = Tells("General Ho Thi Mai came.", "visit", {"agent": "Ho Thi Mai/VNM", "host": "KEN"},
                   offices=(("Ho Thi Mai/VNM", "General", None),))  # fmt: skip
    nobody = Tells("President Kofi Mensah came.", "visit", {"agent": "Kofi Mensah", "host": "KEN"},
                   offices=(("Kofi Mensah", "President", None),))  # fmt: skip
    views = world(Story("a", [spoke, ranked, nobody], "2024-05-03"))
    found = {a.name: [(o.of, o.inferred) for o in a.offices] for a in views.actors if a.offices}
    assert found == {
        "Tran Van Long": [("state:VNM", "office")],
        "Ho Thi Mai": [(None, None)],
        "Kofi Mensah": [(None, None)],
    }


def _talks(*names: str, offices: tuple[tuple[str, str, str | None], ...] = ()) -> Tells:
    """An account of talks between Chad and Niger by some people."""
    roles = dict(zip(("agent", "counterpart"), names, strict=False))
    titles = ", ".join(title for _, title, _ in offices)
    words = f"{' and '.join(n.partition('/')[0] for n in names)}, {titles}, spoke."
    return Tells(words, "meeting", roles, offices=offices)


BETWEEN = Tells("Chad met Niger.", "meeting", {"agent": "TCD", "counterpart": "NER"})


@pytest.mark.parametrize(
    ("whole", "short", "count"),
    [
        # "Minister" alone may be the foreign minister, and no prime minister
        (("Idriss Mahamat", "foreign minister", "TCD"), ("Mahamat", "minister", None), 1),
        (("Idriss Mahamat", "foreign minister", None), ("Mahamat", "minister", None), 1),
        (("Idriss Mahamat", "prime minister", "TCD"), ("Mahamat", "minister", None), 2),
        (("Idriss Mahamat", "foreign minister", "TCD"), ("Mahamat", "general", None), 2),
        (("al-Bakri Mahamat", "foreign minister", None), ("al-Mahamat", "minister", None), 1),
    ],
)
def test_a_last_name_with_a_vague_title(
    whole: tuple[str, str, str | None], short: tuple[str, str, str | None], count: int
) -> None:
    one = _talks(whole[0], offices=(whole,))
    other = _talks(short[0], offices=(short,))
    views = world(Story("a", [one, BETWEEN]), Story("b", [other, BETWEEN], source="Hill Post"))
    assert len(people(views)) == count, people(views)


def test_a_last_name_of_no_known_state_needs_a_story_of_the_same_states() -> None:
    alone = Story("b", [_talks("Kodjo"), BETWEEN], source="Hill Post")
    assert people(world(Story("a", [_talks("Sena Kodjo"), BETWEEN]), alone)) == ["Sena Kodjo"]
    far = Story("a", [_talks("Sena Kodjo")])
    assert people(world(far, alone)) == ["Kodjo", "Sena Kodjo"]


def test_one_word_and_one_office_are_one_person_in_one_story() -> None:
    minister = _talks("Suharso", offices=(("Suharso", "foreign minister", None),))
    stories = [Story("a", [minister, BETWEEN]), Story("b", [minister, BETWEEN], source="Hill Post")]
    assert people(world(*stories)) == ["Suharso"]
    assert (
        people(world(Story("a", [minister]), Story("b", [minister], source="Hill Post"))) == ["Suharso"] * 2
    )
