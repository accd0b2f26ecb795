"""Which of a record's actors a claim's name means: one alone, or none."""

import pytest

from dragoman.model.documents import Span
from dragoman.model.readings import ActorKind, OfficeUse
from dragoman.model.views import Actor, Office
from dragoman.reconciling.claims import may_name
from dragoman.reconciling.meant import bearers, meant
from dragoman.reconciling.members import Member
from dragoman.vocabulary.spellings import name_key


def held(
    id: str, *names: str, country: str | None = None, title: str = "", kind: ActorKind = "person"
) -> Actor:
    offices = (Office(title, f"state:{country}", None, "current", (), ()),) if title else ()
    return Actor(f"a-{id}", names[0], kind, country, None, (), (), (), names[1:], offices, (), (), ())


def named(name: str, country: str | None = None, title: str = "", kind: ActorKind = "person") -> Member:
    uses = (OfficeUse("a-claim", title, f"state:{country}", "current", None, Span("d-claim", 0, 1)),)
    countries = (country,) if country else ()
    return Member(
        "a-claim", kind, ((name, 1),), countries, (), ("d-claim",), (), uses if title else (), (), name,
        name_key(name),
    )  # fmt: skip


RUTO = held("ruto", "William Ruto", "President Ruto", country="KEN", title="president")
RUTO_OF_CHILE = held("other", "William Ruto", country="CHL")
UNKNOWN = held("unknown", "William Ruto")
ISAAC = held("isaac", "Isaac Ruto", country="KEN")
ALONE = held("alone", "Ruto", country="KEN")
MINISTRY = held("ministry", "Ministry of Trade", country="KEN", kind="organization")
SHIPPERS = held("shippers", "Blue Line", kind="company")

# the claim's name, who is held, who is meant
CASES: list[tuple[Member, list[Actor], set[str]]] = [
    (named("William Ruto"), [RUTO], {"a-ruto"}),
    (named("William Ruto", "KEN"), [RUTO, RUTO_OF_CHILE], {"a-ruto"}),
    (named("William Ruto", "TZA"), [RUTO], set()),
    (named("William Ruto"), [RUTO, RUTO_OF_CHILE], {"a-ruto", "a-other"}),
    (named("William Ruto", "TZA"), [UNKNOWN], {"a-unknown"}),
    (named("Ruto", "KEN"), [RUTO], {"a-ruto"}),
    (named("Ruto"), [RUTO], set()),
    (named("Ruto", "KEN"), [RUTO, ISAAC], {"a-ruto", "a-isaac"}),
    (named("Ruto", "KEN", "president"), [RUTO], {"a-ruto"}),
    (named("William Samoei Ruto"), [RUTO], set()),  # nor is "President Ruto" a part of it
    (named("William Samoei Ruto"), [UNKNOWN], {"a-unknown"}),
    (named("William Ruto", "KEN"), [ALONE], {"a-alone"}),
    (named("Isaac Ruto", "KEN"), [RUTO], set()),
    (named("ruto"), [ALONE], set()),
    (named("Ministry of Trade", "KEN", kind="organization"), [MINISTRY], {"a-ministry"}),
    (named("Ministry of Trade", "CHL", kind="organization"), [MINISTRY], set()),
    (named("Ministry of Trade", kind="organization"), [MINISTRY], set()),
    (named("Blue Line", kind="company"), [SHIPPERS], {"a-shippers"}),
    (named("William Ruto", kind="organization"), [RUTO], set()),
]


@pytest.mark.parametrize(("name", "actors", "expected"), CASES)
def test_whom_a_name_means(name: Member, actors: list[Actor], expected: set[str]) -> None:
    assert meant(name, bearers(actors), {}) == expected
    assert meant(name, bearers(actors[::-1]), {}) == expected


def test_a_last_name_alone_means_somebody_in_office_where_the_claim_speaks_of_that_state() -> None:
    assert meant(named("Ruto"), bearers([RUTO]), {"d-claim": frozenset(["KEN"])}) == {"a-ruto"}
    assert meant(named("Ruto"), bearers([RUTO]), {"d-claim": frozenset(["CHL"])}) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presidents Ruto and Boric met.", {"william ruto", "isaac ruto", "gabriel boric"}),
        ("William Ruto visited Chile.", {"william ruto"}),
        ("The president met nobody.", set()),
        ("Boric’s visit to Oslo", {"gabriel boric"}),
    ],
)
def test_the_names_that_a_claim_may_use(text: str, expected: set[str]) -> None:
    assert set(may_name(text, ["william ruto", "isaac ruto", "gabriel boric", "oslovo"])) == expected
