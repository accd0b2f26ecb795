"""What is looked up once for a page: the same answers, and nothing of it is left behind."""

import pytest
from sqlalchemy import select

from dragoman import pipeline
from dragoman.examples import coverage
from dragoman.record import APPLIES, Filters, Record, Wanted, asking, narrowing, to_read, weighing
from dragoman.record.looking import once
from dragoman.record.schema import view_rows

ASKED = (
    Filters(),
    Filters(between=("state:RUS", "state:MMR")),
    Filters(published_from="2025-03"),
    Filters(published_from="2025-03", since="2024", actor="state:RUS"),
    Filters(source="Coastal Gazette"),
    Filters(added_since="2001-01-01"),
    Filters(status="planned", act="visit", place="Moscow"),
    Filters(published_from="2025-03", published_to="2025-04", added_since="2001-01-01"),
    Filters(published_from="2025-03", since="2024", until="2025", certainty="happened"),
    Filters(between=("state:RUS", "state:MMR"), published_to="2025-03-10", verdict="same"),
    Filters(between=("state:RUS", "state:MMR"), actor="state:BLR", since="2025"),
)


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("kept") / "record.db")
    with pipeline.read([coverage()]) as made, made._engine.connect() as connection:
        connection.connection.driver_connection.execute("VACUUM INTO ?", (path,))
    return path


def answers(record: Record, filters: Filters) -> list[object]:
    found: list[object] = []
    sources = {s.name for s in record.listing("sources").items}
    if filters.source and filters.source not in sources:
        filters = Filters(source=min(sources))
    for kind in APPLIES:
        if set(filters.asked()) <= set(APPLIES[kind]):
            found += [record.listing(kind, filters), record.tally(kind, "actor", filters, "state:")]
            found += [record.tally(kind, "certainty", filters), record.count(kind, filters)]
            found += [record.page(kind, filters, Wanted(undated=undated)) for undated in (False, True)]
    if set(filters.asked()) <= set(APPLIES["events"]):
        found += [record.spots(filters), record.amounts("events", filters)]
        found += [record.ties(filters, states=states) for states in (False, True)]
    return found


@pytest.mark.parametrize("filters", ASKED)
def test_within_one_moment_the_answers_are_the_same(where: str, filters: Filters) -> None:
    with to_read(where) as record, record.at_one_moment() as moment:
        one_by_one = answers(record, filters)
        assert len(one_by_one) > 5
        assert answers(moment, filters) == one_by_one
        assert answers(moment, filters) == one_by_one
        with moment.at_one_moment() as inner:
            assert answers(inner, filters) == one_by_one


@pytest.mark.parametrize("most", [-1, 3])
@pytest.mark.parametrize("filters", ASKED)
def test_where_many_things_are_left_the_answers_are_the_same(
    where: str, filters: Filters, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with to_read(where) as record:
        one_by_one = answers(record, filters)
        for module in (asking, narrowing, weighing):
            monkeypatch.setattr(module, "_FEW", most)
        with record.at_one_moment() as moment:
            assert answers(moment, filters) == one_by_one


def test_a_record_in_memory_may_be_asked_so_again_and_again() -> None:
    with pipeline.read([coverage()]) as record:
        for _ in range(3):
            with record.at_one_moment() as moment:
                assert moment.page("events", ASKED[1]).total > 0


def test_it_is_asked_once_and_gone_afterwards(where: str) -> None:
    query = select(view_rows.c.earliest).where(view_rows.c.kind == "events")
    with to_read(where) as record:
        with record.at_one_moment() as moment:
            first = once(moment._moment, query, "days")
            assert str(once(moment._moment, query, "days")) == str(first) != str(query)
            assert str(once(moment._moment, query, "others")) != str(first)
            days = set(moment._moment.execute(query).scalars()) - {None}
            assert set(moment._moment.execute(first).scalars()) == days
        with record._engine.connect() as connection:
            assert once(connection, query, "days") is query
            held = connection.exec_driver_sql("SELECT count(*) FROM sqlite_temp_master").scalar_one()
            assert held == 0
