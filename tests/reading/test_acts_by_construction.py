"""Acts in constructions that the parse gets wrong, or that tell a party in another place than usual."""

import pytest

from dragoman.model.documents import Document
from dragoman.model.ids import document_id, text_hash
from dragoman.model.readings import Reading
from dragoman.model.statements import ROLES, Statement
from dragoman.reading.parse import Parser
from dragoman.reading.read import read

# a text, an act it tells, and the countries that take part
TOLD = [
    ("The Bolivian president surprised observers by visiting Accra.", "visit", "BOL GHA"),
    ("Chile surprised observers on Monday by opening an embassy in Nairobi.", "open_mission", "CHL"),
    ("Peru angered neighbours in May by recalling its ambassador to Bolivia.", "recall", "PER BOL"),
    ("It was Albania's foreign minister that conferred with the Malian president.", "meeting", "ALB MLI"),
    ("It was Canberra that recalled its ambassador.", "recall", "AUS"),
    ("Dushanbe is said to have reopened its embassy in Riga.", "open_mission", "TJK"),
    ("Yaoundé, which shut its embassy in Riga, gave no reason.", "close_mission", "CMR"),
    (
        "President Luis Arce of Bolivia, whose party has lost seats and faces a split, flew to Yaoundé.",
        "visit",
        "BOL CMR",
    ),
    ("On Friday, Ali Asadov, the Azeri premier, mediated between Mali and Togo.", "mediate", "AZE MLI TGO"),
    ("Cuba declared two Latvian diplomats persona non grata.", "expel", "CUB LVA"),
    ("Niger's foreign minister confers with the Latvian president.", "meeting", "NER LVA"),
    ("Latvian premier, Cuban president meet\n\nIt rained all day.", "meeting", "LVA CUB"),
    ("Laila Karimi was named Jordan's ambassador to Chad.", "appoint", "JOR TCD"),
    ("Chad named Laila Karimi as its envoy to Jordan.", "appoint", "TCD JOR"),
    ("Laila Karimi was elected president of Mauritius on Sunday.", "election", "MUS"),
    ("Malta's demand that Libya withdraw was ignored.", "demand", "MLT LBY"),
    ("The Libyan ambassador was ordered to leave by Malta's foreign ministry.", "expel", "LBY MLT"),
    ("Iceland has opened talks with the Libyan president.", "meeting", "ISL LBY"),
    ("President Elena Ruiz of Panama began a two-day visit to Iceland.", "visit", "PAN ISL"),
    ("The agreements concluded in Hanoi last week by Mali and Cuba are modest.", "signing", "MLI CUB"),
    ("An attempt by Malta to mediate failed.", "mediate", "MLT"),
    ("Three members of the Malian embassy were ordered to leave.", "expel", "MLI"),
    ("The foreign ministry in Riga denied that it had closed a bank.", "deny", "LVA"),
    ("The Malian ambassador was summoned to the foreign ministry in Riga.", "summon", "MLI LVA"),
    ("President Ruiz of Panama came. The Latvian premier held talks with the visitor.", "meeting", "PAN LVA"),
    ("Cuba and Mali quarrelled. A pact was signed by the two foreign ministers.", "signing", "CUB MLI"),
    ("Mali waited. Its president toured five towns. It opened a mission in Riga.", "open_mission", "MLI"),
    ("President Ruiz of Panama handed President Arce of Bolivia a letter.", "message", "PAN BOL"),
]  # fmt: skip

# a text that does not tell an act
UNTOLD = [
    ("Talks were held by visiting President Daniel Otieno of Kenya.", "meeting"),
    ("The Cuban minister called in March for calm.", "summon"),
    ("A film about wounded soldiers from Cuba by visiting Mali.", "visit"),
    ("Mali's economy grew. It opened a mission in Riga.", "open_mission"),
    (
        "President Ruiz of Panama and President Arce of Bolivia met. The Latvian premier rang the visitor.",
        "call",
    ),
]


def _read(parser: Parser, text: str) -> tuple[Statement, ...]:
    return _reading(parser, text).statements


def _reading(parser: Parser, text: str) -> Reading:
    key = text_hash(text)
    return read(
        Document(document_id(key, ""), None, (), *[None] * 4, "2026-03-20", "given", None, None, text, key),
        parser,
    )


def _told(parser: Parser, text: str) -> list[tuple[str | None, set[str]]]:
    reading = _reading(parser, text)
    acting = {r.id: {r.id, *(who for who, _ in r.represents)} for r in reading.referents}
    return [
        (
            s.act,
            {
                code
                for v in s.values
                if v.field in ROLES
                for kind, _, code in (i.partition(":") for i in acting.get(v.value, {v.value}))
                if kind in ("state", "government")
            },
        )
        for s in reading.statements
    ]


@pytest.mark.parametrize(("text", "act", "countries"), TOLD)
def test_the_act_is_told_with_its_parties(parser: Parser, text: str, act: str, countries: str) -> None:
    assert (act, set(countries.split())) in _told(parser, text)


@pytest.mark.parametrize(("text", "act"), UNTOLD)
def test_no_such_act_is_told(parser: Parser, text: str, act: str) -> None:
    assert act not in [told for told, _ in _told(parser, text)]


def test_what_an_auxiliary_negates_is_negated(parser: Parser) -> None:
    (recall,) = [
        s
        for s in _read(parser, "Algeria has not, contrary to some reports, withdrawn its ambassador.")
        if s.act
    ]
    assert (recall.act, recall.polarity) == ("recall", "negated")


def test_a_past_tense_is_no_plan_behind_would(parser: Parser) -> None:
    text = "President Ruiz of Panama said the embassy would reopen in May and named Ana Paz as ambassador."
    (appointed,) = [s for s in _read(parser, text) if s.act == "appoint"]
    assert appointed.certainty == "happened"


def test_both_leaders_are_the_two_who_did_not_call_them(parser: Parser) -> None:
    text = (
        "The accord was announced by President Ruiz of Panama and the Malian prime minister, Ali Keita. "
        "Latvian President Jānis Ozols telephoned both leaders on Sunday."
    )
    met = [
        {v.value for v in s.values if v.field == "counterpart"}
        for s in _read(parser, text)
        if s.act == "call"
    ]
    assert len(met) == 2


def test_what_is_signed_takes_no_parties_from_a_meeting_elsewhere(parser: Parser) -> None:
    text = (
        "President Ruiz visited Latvia in May.\n\nIt rained.\n\nIn April President Arce had received "
        "President Ruiz in La Paz.\n\nWhat has been signed? A joint statement of two pages."
    )
    assert "joint_statement" not in [s.act for s in _read(parser, text)]


def test_it_is_the_state_whose_king_was_told_of_before(parser: Parser) -> None:
    text = (
        "Since 2019, when it broke with Peru over Cuba's support for Togo, Mali has waited. "
        "Its president toured five towns. It opened a mission in Riga."
    )
    (opened,) = [s for s in _read(parser, text) if s.act == "open_mission"]
    assert [v.value for v in opened.values if v.field == "agent"] == ["state:MLI"]
