"""A record of a few small texts that grows by others is the record of all, whatever they call whom."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st
from worlds import READER, Story, Tells, build

from benchmarks.scale import keep
from dragoman import judging
from dragoman.model.growth import Growth
from dragoman.model.views import Judgement
from dragoman.reconciling import grow, whole
from dragoman.record import in_memory
from whole_record import Article, answers


def grown(held: Sequence[Article], new: Sequence[Article], log: Sequence[Judgement] = ()) -> bool:
    """Whether a record grew by new articles; it is then what all make at once."""
    asked: list[bool] = []

    def watched(*given: Any) -> Growth | None:
        found = grow(*given)
        asked.append(found is not None)
        return found

    with in_memory() as record, in_memory() as other:
        keep(record, held)
        record.judge(log)
        record.compute(whole, READER)
        keep(record, new)
        record.compute(whole, READER, watched)
        keep(other, [*held, *new])
        other.judge(log)
        other.compute(whole, READER)
        assert answers(record) == answers(other)
    return any(asked)


def of(name: str) -> str:
    return name.partition("/")[0]


def meets(name: str, office: str = "", beside: str = "KEN", when: str | None = "2031-05-04") -> Tells:
    offices = ((name, office, None),) if office else ()
    text = f"{office} {of(name)} met officials of {beside}.".strip()
    return Tells(text, "meeting", {"participant": [name, beside]}, when, offices=offices)


def says(name: str, words: str) -> Tells:
    text = f"“{words},” {of(name)} said."
    return Tells(text, "statement", {"agent": name}, "2031-05-04", quotes=((words, name),))


def attacks(one: str, other: str, *, denied: bool = False, when: str | None = None) -> Tells:
    text = f"{of(one)} {'did not attack' if denied else 'attacked'} the northern camp of {of(other)}."
    polarity = "negated" if denied else "affirmed"
    return Tells(text, "attack", {"agent": one, "object": other}, when, polarity=polarity, trigger="attack")


def charges(one: str, other: str, deed: str) -> Tells:
    text = f"{one} accused {other} of {deed} Fort Kasane."
    return Tells(text, "accuse", {"agent": one, "counterpart": other}, trigger="accused")


def denies(one: str, deeds: str) -> Tells:
    return Tells(f"{one} denied the {deeds} of Fort Kasane.", "deny", {"agent": one}, trigger="denied")


def story(name: str, *told: Tells, day: str | None = "2031-05-05", source: str = "") -> Article:
    return build(Story(name, list(told), day, source or name))


NAMES = (
    "Sergei Lavrov/RUS", "Sergey Lavrov/RUS", "Lavrov/RUS", "Lavrov", "Sergei Ivanovich Lavrov/RUS",
    "Amina Otieno/KEN", "Otieno/KEN", "Amina Wanjiru Otieno/KEN", "Kenyan president/KEN",
    "organization:ASEAN", "Equity Bank/KEN=company",
)  # fmt: skip
OFFICES = ("", "President", "Foreign Minister")
WORDS = ("We will open the northern bridge before winter", "our engineers will stay until it is done")
DAYS = ("2031-05-04", "2031-05-06", "XXXX-05-04", None)
sentences = st.one_of(
    st.builds(
        meets,
        st.sampled_from(NAMES),
        st.sampled_from(OFFICES),
        st.sampled_from(["KEN", "RUS"]),
        st.sampled_from(DAYS),
    ),
    st.builds(says, st.sampled_from(NAMES[:8]), st.sampled_from(WORDS)),
    st.builds(
        lambda one, other, denied, when: attacks(one, other, denied=denied, when=when),
        st.sampled_from(["RUS", "VNM"]),
        st.sampled_from(["KEN", "MLI"]),
        st.booleans(),
        st.sampled_from(DAYS),
    ),
)
papers = st.lists(
    st.tuples(
        st.lists(sentences, min_size=1, max_size=4),
        st.sampled_from(["2031-05-05", "2031-05-07", None]),
        st.sampled_from(["Post", "News", ""]),
    ),
    min_size=2,
    max_size=6,
)


def built(told: Sequence[tuple[list[Tells], str | None, str]]) -> list[Article]:
    """The articles, each once."""
    every = (story(f"paper {n}", *tells, day=d, source=s) for n, (tells, d, s) in enumerate(told))
    return list({document.id: (document, reading) for document, reading in every}.values())


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(papers, st.integers(1, 2))
def test_a_record_that_grows_is_what_all_make_at_once(
    told: list[tuple[list[Tells], str | None, str]], new: int
) -> None:
    made = built(told)
    assume(len(made) > new)
    event("it grew" if grown(made[:-new], made[-new:]) else "all was made anew")


KNOWN = [
    story("a", meets("Amina Otieno/KEN", "President", "RUS"), says("Amina Otieno/KEN", WORDS[0])),
    story("b", meets("Amina Otieno/KEN", "", "RUS", "2031-05-09"), says("Sergey Lavrov/RUS", WORDS[0])),
    story("c", attacks("RUS", "MLI"), meets("Amina Otieno/KEN", "", "VNM")),
    story("d", attacks("RUS", "MLI", denied=True)),
]
NEW = {
    "another name is shown": [meets("Sergei Lavrov/RUS", "", "KEN", "2031-06-01")],
    "more words of a name": [meets("Sergey Lavrov/RUS", "", "KEN"), meets("Minister Lavrov/RUS")],
    "another office": [meets("Amina Otieno/KEN", "Foreign Minister", "RUS", "2031-06-01")],
    "a denial": [attacks("RUS", "MLI", denied=True), meets("Amina Otieno/KEN", "", "RUS", "2031-06-01")],
    "what was denied": [attacks("RUS", "MLI", when="2031-05-03")],
}


@pytest.mark.parametrize("what", NEW)
@pytest.mark.parametrize("day", ["2031-05-06", None])
def test_a_record_grows_by_an_article_that_tells(what: str, day: str | None) -> None:
    assert grown(KNOWN, [story("new", *NEW[what], day=day)])


def test_an_act_of_one_state_joins_one_between_two() -> None:
    assert grown([story("a", meets("Sergei Lavrov/RUS"))], [story("b", meets("Amina Otieno/KEN"))])


@pytest.mark.parametrize("new", [0, 1, 2, 3])
def test_a_charge_and_its_denial_come_in_any_order(new: int) -> None:
    told = [
        story("a", charges("KEN", "MLI", "shelling")),
        story("b", denies("MLI", "shelling")),
        story("c", charges("KEN", "MLI", "burning")),
        story("d", denies("MLI", "shelling and burning")),
    ]
    assert grown([*told[:new], *told[new + 1 :]], [told[new]])


def relations(when: str | None) -> Tells:
    roles: dict[str, str | Sequence[str]] = {"participant": ["KEN", "VNM"]}
    return Tells(f"Kenya and Vietnam established relations ({when}).", "establish_relations", roles, when)


@pytest.mark.parametrize(
    ("held", "new"),
    [
        (relations("2029-05-04"), relations("2031-03-02")),  # such an act is done once
        (relations("2029-05-04"), relations("2031")),
        (relations("2029"), relations("2031-03-02")),
        (
            meets("Amina Otieno/KEN", beside="Sergei Lavrov/RUS", when="2030-12-31"),
            meets("Amina Otieno/KEN", beside="Sergei Lavrov/RUS", when="2031-01-01"),
        ),
    ],
)
def test_an_act_joins_one_that_is_dated_in_another_year(held: Tells, new: Tells) -> None:
    assert grown([story("a", held)], [story("b", new, says("Ana Diaz", WORDS[1]))])


def test_a_record_that_a_person_judged_grows_apart_from_what_was_judged() -> None:
    beside = [story("x", meets("Ana Diaz/VNM", "", "MLI")), story("y", meets("Ana Diaz/VNM", "", "MLI"))]
    with in_memory() as record:
        keep(record, [*KNOWN, *beside])
        record.compute(whole, READER)
        views = record.views()
        ana = next(a for a in views.actors if a.name == "Ana Diaz")
        judging.different(record, *ana.members[:2], "two people", "me")
        judging.correct(record, next(e.id for e in views.events if ana.id in e.title or "Diaz" in e.title),
                        "when", "2031-05-03", "a slip", "me")  # fmt: skip
        log = record.judgements()
    held = [*KNOWN, *beside]
    assert grown(held, [story("new", meets("Amina Otieno/KEN", "", "RUS", "2031-06-01"))], log)
    assert not grown(held, [story("new", meets("Ana Diaz/VNM", "", "RUS"))], log)
    assert not grown(held, [story("new", meets("Nguyen Van/VNM", "", "MLI"))], log)
