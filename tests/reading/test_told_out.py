"""Lists that tell a counted plural out; when and where a gathering was whose members another clause names."""

import pytest

from dragoman.evaluate.texts import read_text
from dragoman.model.statements import ROLES, Statement

# text, who took part in the gathering that it tells
TOLD_OUT = [
    ("Leaders of three countries, Peru, Chile and Bolivia, met in Arica.", "PER CHL BOL"),
    ("Three countries took part in the summit in Arica: Peru, Chile and Bolivia.", "PER CHL BOL"),
    ("Only three states attended the summit in Arica: Peru, Chile and Bolivia.", "PER CHL BOL"),
    ("In Arica, three governments conferred: Peru, Chile and Bolivia.", "PER CHL BOL"),
    ("Ministers from two neighbours (Latvia and Estonia) met in Valga.", "LVA EST"),
    ("Both countries, Latvia and Estonia, sent ministers to the forum.", "LVA EST"),
    ("The three neighbours, namely Peru, Chile and Bolivia, met in Arica.", "PER CHL BOL"),
    ("Nobody but Peru, Chile and Bolivia attended the forum in Arica.", "PER CHL BOL"),
]
# text that counts more than it names, or names what is no member
NOT_ALL = [
    "Leaders of four countries, Peru and Chile among them, met in Arica.",
    "Four countries took part in the summit in Arica, including Peru and Chile.",
    "Leaders of three countries met in Arica: Peru had hoped for more.",
    "Three ministers met in Arica, Peru.",
]
ARICA = ("2025-03-03", "Arica")
# text, when and where
DATED = [
    ("A summit attended by Peru and Chile was held in Arica on 3 March 2025.", *ARICA),
    ("The summit, attended by Peru and Chile, took place in Arica on 3 March 2025.", *ARICA),
    ("The forum, in which Peru and Chile took part, was held in Arica on 3 March 2025.", *ARICA),
    ("The forum at which Peru and Chile were represented was held in Arica on 3 March 2025.", *ARICA),
    ("A summit was held in Arica on 3 March 2025 and was attended by Peru and Chile.", *ARICA),
    ("Held in Arica on 3 March 2025, the summit was attended by Peru and Chile.", *ARICA),
    ("The summit in Arica on 3 March 2025 brought Peru and Chile together.", *ARICA),
    ("Peru and Chile were represented at the summit that Arica hosted on 3 March 2025.", *ARICA),
    ("Peru and Chile sent ministers to the forum held in Arica on 3 March 2025.", *ARICA),
    ("Arica hosted a summit on 3 March 2025 with the leaders of Peru and Chile taking part.", *ARICA),
    ("On 3 March 2025, Arica saw a summit of Peru and Chile.", *ARICA),
    ("The forum of two states, Peru and Chile, which was held in Arica on 3 March 2025, ended.", *ARICA),
]
# text, the time of the act that is not that of another's gathering
APART = [
    ("Peru boycotted the forum held in Arica on 3 March 2025.", "boycott"),
    ("Peru and Chile met to discuss the forum held in Arica on 3 March 2025.", "meeting"),
    ("Peru rejected the accord that was reached at the summit held in Arica on 3 March 2025.", "reject"),
]


@pytest.mark.parametrize(("text", "named"), TOLD_OUT)
def test_a_list_tells_a_counted_plural_out(text: str, named: str) -> None:
    assert _parties(_gathering(text)) == set(named.split())


@pytest.mark.parametrize("text", NOT_ALL)
def test_a_list_that_is_not_all_tells_nobody_out(text: str) -> None:
    told = [s for s in read_text(text).statements if s.act in ("meeting", "forum")]
    assert all(len(_parties(s)) < 2 for s in told)


@pytest.mark.parametrize(("text", "when", "where"), DATED)
def test_a_gathering_lends_its_day_and_place_to_who_took_part(text: str, when: str, where: str) -> None:
    told = _gathering(text)
    assert [v.value for v in told.all("when")] == [when]
    assert [v.value for v in told.all("place")] == [where]


@pytest.mark.parametrize(("text", "act"), APART)
def test_a_gathering_spoken_of_lends_nothing(text: str, act: str) -> None:
    told = [s for s in read_text(text).statements if s.act == act]
    assert told
    assert not any(s.all("when") for s in told)


def test_nobody_but_some_is_no_denial() -> None:
    assert _gathering("Nobody but Peru and Chile attended the forum.").polarity == "affirmed"
    assert _gathering("No minister of Peru attended the forum.").polarity == "negated"


def _gathering(text: str) -> Statement:
    told = [s for s in read_text(text).statements if s.act in ("meeting", "forum", "negotiate")]
    assert len(told) == 1, [(s.act, s.text) for s in told]
    return told[0]


def _parties(statement: Statement) -> set[str]:
    values = (v.value for v in statement.values if v.field in ROLES)
    return {v.partition(":")[2] for v in values if v.startswith("state:")}
