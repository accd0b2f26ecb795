"""What was announced and what came of it: by whom, whole or in part, under what name, and contested."""

from worlds import Story, Tells, planned, quantity, world

HEAD = "military leader of Ghana/GHA"
MAN = "Kofi Mensah/GHA"
GOES = {"agent": MAN, "host": "BRA"}


def commitments(*told):
    days = ("2031-01-10", "2031-06-10", "2031-06-12")
    stories = [
        Story(f"{n}", [t], d, source=f"S{n}") for n, (t, d) in enumerate(zip(told, days, strict=False))
    ]
    return world(*stories).commitments


def visit(who, **more):
    words = f"{who.partition('/')[0]} visited Brazil in June."
    roles = {"agent": who, "host": "BRA"}
    return Tells(words, "visit", roles, when="2031-06", place=None, **more)


def plan(who):
    words = f"{who.partition('/')[0]} will visit Brazil in June."
    return planned(words, "visit", {"agent": who, "host": "BRA"}, when="2031-06")


def test_a_described_leader_keeps_his_plan_under_his_name_where_the_office_fits():
    done = Tells(
        "President Kofi Mensah visited Brazil in June.", "visit", GOES, when="2031-06",
        offices=((MAN, "President", "GHA"),),
    )  # fmt: skip
    (found,) = commitments(plan(HEAD), done)
    assert (found.status, found.kept_as) == ("kept", "as announced")


def test_a_described_leader_is_not_just_anybody_of_his_state():
    done = Tells(
        "Fisheries Minister Kofi Mensah visited Brazil.", "visit", GOES, when="2031-06",
        offices=((MAN, "Fisheries Minister", "GHA"),),
    )  # fmt: skip
    (found,) = commitments(plan(HEAD), done)
    assert found.status != "kept"


def test_somebody_named_does_not_keep_the_plan_of_another():
    (found,) = commitments(plan("Ama Owusu/GHA"), visit(MAN))
    assert found.status != "kept"


def supply(count, words="Brazil will send {} tractors to Ghana.", act="aid", **more):
    roles = {"agent": "BRA", "recipient": "GHA"}
    made = planned if "will" in words else Tells
    return made(
        words.format(count), act, roles, object="tractors", quantities=(quantity("tractors", count),), **more
    )


def test_less_than_was_promised_is_kept_in_part():
    (found,) = commitments(supply(60), supply(40, "Brazil sent {} tractors to Ghana.", when="2031-06-01"))
    assert (found.status, found.kept_as) == ("in progress", "in part")


def test_all_that_was_promised_is_kept():
    (found,) = commitments(supply(60), supply(60, "Brazil sent {} tractors to Ghana.", when="2031-06-01"))
    assert (found.status, found.kept_as) == ("kept", "as announced")


def test_the_same_things_by_another_act_are_kept_under_another_name():
    done = supply(60, "Brazil lent Ghana {} tractors.", act="lend", when="2031-06-01")
    (found,) = commitments(supply(60), done)
    assert (found.status, found.kept_as) == ("kept", "under another name")


def test_other_things_keep_no_promise():
    done = Tells(
        "Brazil lent Ghana money.",
        "lend",
        {"agent": "BRA", "recipient": "GHA"},
        when="2031-06-01",
        object="money",
    )
    (found,) = commitments(supply(60), done)
    assert (found.status, found.kept_as) == ("open", None)


def test_what_some_deny_is_kept_and_contested():
    done = supply(60, "Brazil sent {} tractors to Ghana.", when="2031-06-01")
    denied = supply(
        60,
        "Ghana denies that Brazil sent {} tractors.",
        when="2031-06-01",
        certainty="denied",
        stance="denied",
    )
    (found,) = commitments(supply(60), done, denied)
    assert found.contested
