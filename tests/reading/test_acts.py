"""Who did what with whom, when and where: sentences of many countries and what they tell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodies import BEHIND, body
from dragoman.model.statements import ROLES, Quote, Statement
from dragoman.reading import actors, acts, places, times
from dragoman.reading.marks import Cast
from dragoman.reading.parse import Parser
from dragoman.settings import DEFAULT_PIPELINE

PUBLISHED = "2025-06-10"


def read(parser: Parser, text: str, quotes: tuple[Quote, ...] = ()) -> tuple[tuple[Statement, ...], Cast]:
    """The statements of a text and its cast."""
    parsed = body(parser, text)
    cast = actors.find(parsed)
    told = acts.find(parsed, cast, times.find(parsed, PUBLISHED), places.find(parsed, cast), quotes)
    return told, cast


def tell(parser: Parser, text: str) -> tuple[tuple[Statement, ...], Cast]:
    """The statements of a text, and its cast with the states of the cities visited."""
    parsed = body(parser, text)
    cast = actors.find(parsed)
    return acts.tell(parsed, cast, times.find(parsed, PUBLISHED), places.find(parsed, cast), ())


def shown(statement: Statement, cast: Cast) -> str:
    """A statement as one line: act, then each role with its names."""
    names = {r.id: r.name for r in cast.referents}
    parts = []
    for role in ROLES:
        found = sorted(names[v.value] for v in statement.values if v.field == role and v.value in names)
        parts += [f"{role}: {', '.join(found)}"] if found else []
    return f"{statement.act} ({'; '.join(parts)})"


SENTENCES = [
    (
        "Norway opened its embassy in Hanoi in 1979, was forced to shut it in 1991, and reopened it in 2011.",
        [
            "open_mission (agent: Norway)",
            "close_mission (agent: Norway)",
            "open_mission (agent: Norway)",
        ],
    ),
    (
        "Ghana opened a consulate in Lyon, while Togo opened one in Nantes.",
        ["open_mission (agent: Ghana)", "open_mission (agent: Togo)"],
    ),
    (
        "Norway opened its embassy in Hanoi. Visitors liked it and closed it.",
        ["open_mission (agent: Norway)"],
    ),
    (
        "Forty Kenyan soldiers stood in the rain. The soldiers left Haiti on 9 March.",
        ["withdraw (agent: Kenya; counterpart: Haiti)"],
    ),
    (
        "Forty Kenyan soldiers and ten Ugandan soldiers stood in the rain. The soldiers left Haiti.",
        [],
    ),
    (
        "In Lima the Foreign Ministry summoned the Bolivian ambassador.",
        ["summon (agent: Foreign Ministry of Peru; counterpart: Bolivian ambassador)"],
    ),
    (
        "Peru and Chile differ. Officials of the two states met in Quito.",
        ["meeting (participant: Chile, Peru)"],
    ),
    (
        "The Reserve Bank of India rolled over a treasury bill for Bhutan.",
        ["lend (agent: Reserve Bank of India; recipient: Bhutan)"],
    ),
    (
        "President Gabriel Boric and President Gustavo Petro talked alone for an hour.",
        ["meeting (participant: Gabriel Boric, Gustavo Petro)"],
    ),
    (
        "Chile and Peru called off talks on fisheries.",
        ["negotiate (participant: Chile, Peru)"],
    ),
    (
        "Ghana's President Nana Akufo-Addo put off a visit to Togo.",
        ["visit (agent: Nana Akufo-Addo; host: Togo)"],
    ),
    (
        "Kenya called off the visit of Ethiopian Prime Minister Abiy Ahmed.",
        ["visit (agent: Abiy Ahmed)"],
    ),
    (
        "The accord that Senegal had concluded with Gambia was cancelled.",
        [
            "signing (agent: Senegal; counterpart: Gambia)",
            "suspend_agreement (counterpart: Gambia, Senegal)",
        ],
    ),
    (
        "President William Ruto of Kenya and President Lazarus Chakwera of Malawi met in Lilongwe.",
        ["meeting (participant: Lazarus Chakwera, William Ruto)"],
    ),
    (
        "President William Ruto met Prime Minister Giorgia Meloni, Chancellor Friedrich Merz and "
        "President Emmanuel Macron in Rome.",
        [
            "meeting (agent: William Ruto; counterpart: Giorgia Meloni)",
            "meeting (agent: William Ruto; counterpart: Friedrich Merz)",
            "meeting (agent: William Ruto; counterpart: Emmanuel Macron)",
        ],
    ),
    (
        "Greece, together with Cyprus and Egypt, condemned the Turkish drilling.",
        ["criticize (agent: Cyprus, Egypt, Greece; counterpart: Türkiye)"],
    ),
    (
        "Jordan condemned and rejected Israel's plan.",
        [
            "criticize (agent: Jordan; counterpart: Israel)",
            "reject (agent: Jordan; counterpart: Israel)",
        ],
    ),
    (
        "Iran threatened to shell Kuwaiti towns.",
        ["threaten (agent: Iran; counterpart: Kuwait)", "attack (agent: Iran; counterpart: Kuwait)"],
    ),
    (
        "Malta held talks on migration with Italy and Tunisia.",
        ["negotiate (agent: Malta; counterpart: Italy, Tunisia)"],
    ),
    (
        "Sweden demanded that Belarus free the editor.",
        ["demand (agent: Sweden; counterpart: Belarus)"],
    ),
    (
        "Moldova welcomed the plan proposed by Romania.",
        ["praise (agent: Moldova; counterpart: Romania)"],
    ),
    ("Togo imposed sanctions on a Ghanaian ally.", ["sanction (agent: Togo)"]),
    ("Two Peruvian diplomats were expelled by Bolivia.", ["expel (agent: Bolivia; counterpart: Peru)"]),
    (
        "Norway supplied Ghana with patrol boats and rifles, officials said.",
        ["supply_arms (agent: Norway; recipient: Ghana)"],
    ),
    (
        "Norway supplied rifles to Ghana in the spring, officials said.",
        ["supply_arms (agent: Norway; recipient: Ghana)"],
    ),
    (
        "Sanctions imposed on Belarus by Canada remain in place.",
        ["sanction (agent: Canada; counterpart: Belarus)"],
    ),
    (
        "Chile, which has recognised Palestine, condemned Hungary.",
        [
            "recognize (agent: Chile; counterpart: Palestine)",
            "criticize (agent: Chile; counterpart: Hungary)",
        ],
    ),
    (
        "Egypt accused Ethiopia of attacking Sudan.",
        [
            "accuse (agent: Egypt; counterpart: Ethiopia)",
            "attack (agent: Ethiopia; counterpart: Sudan)",
        ],
    ),
    ("Ghanaian and Togolese forces held joint military exercises.", ["exercise (participant: Ghana, Togo)"]),
    ("A trade agreement was signed between Jordan and Iraq.", ["signing (participant: Iraq, Jordan)"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_tells_its_acts(parser: Parser, sentence: str, expected: list[str]) -> None:
    told, cast = read(parser, sentence + BEHIND)
    assert [shown(s, cast) for s in told] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The company met the deadline that the minister of Ghana had set.",
        "The recipe calls for butter from Ireland.",
        "Visit the website of the embassy of Peru for more.",
        "A visiting professor from Kenya signed off on the plan.",
        "Shares rallied in Tokyo after the bank cut its forecast.",
        "Claims of election interference in Moldova fill the papers.",
        "The singer struck a chord with fans in Brazil.",
    ],
)
def test_words_that_only_look_like_acts_are_none(parser: Parser, sentence: str) -> None:
    told, _ = read(parser, sentence + BEHIND)
    assert [(s.act, s.text) for s in told] == []


def test_when_and_where_come_from_the_clause_and_nowhere_else(parser: Parser) -> None:
    told, _ = read(
        parser,
        "Peru's president Dina Boluarte visited Quito on 4 March 2025 and signed a treaty with Ecuador."
        " Chile praised Ecuador." + BEHIND,
    )
    assert [(s.act, [v.value for v in s.all("when")]) for s in told] == [
        ("visit", ["2025-03-04"]),
        ("signing", ["2025-03-04"]),
        ("praise", []),
    ]
    assert told[1].all("when")[0].inferred == "reference"
    assert [v.value for v in told[0].all("place")] == ["Quito"]
    assert [(v.value, v.inferred) for v in told[0].all("host")] == [("state:ECU", "reference")]


def test_a_time_at_the_head_of_a_sentence_dates_all_verbs_joined_behind_it(parser: Parser) -> None:
    told, _ = read(
        parser, "On 4 March 2025, Ghana recalled its ambassador and Togo condemned Benin." + BEHIND
    )
    assert [[v.value for v in s.all("when")] for s in told] == [["2025-03-04"], ["2025-03-04"]]


def test_consulates_in_two_cities_are_two_statements(parser: Parser) -> None:
    told, _ = read(parser, "Kenya opened consulates in Lagos and Mumbai." + BEHIND)
    assert [(s.act, [v.value for v in s.all("place")]) for s in told] == [
        ("open_mission", ["Lagos"]),
        ("open_mission", ["Mumbai"]),
    ]
    assert len({s.id for s in told}) == 2


def test_each_meeting_of_a_list_has_its_date_and_place(parser: Parser) -> None:
    told, _ = read(
        parser,
        "On 4 March 2025, President William Ruto of Kenya met Prime Minister Giorgia Meloni and President"
        " Emmanuel Macron in Rome." + BEHIND,
    )
    assert [([v.value for v in s.all("when")], [v.value for v in s.all("place")]) for s in told] == [
        (["2025-03-04"], ["Rome"]),
        (["2025-03-04"], ["Rome"]),
    ]


def test_cities_visited_on_one_journey_are_a_visit_each(parser: Parser) -> None:
    told, cast = tell(
        parser, "Ghana's president John Mahama visited Quito, La Paz and Lima in May 2025." + BEHIND
    )
    names = {r.id: r.name for r in cast.referents}
    assert [(names[s.all("host")[0].value], s.all("when")[0].value) for s in told] == [
        ("Ecuador", "2025-05"),
        ("Bolivia", "2025-05"),
        ("Peru", "2025-05"),
    ]


def test_words_for_a_seizure_of_power_are_kept(parser: Parser) -> None:
    told, _ = read(parser, "The army of Niger seized power in 2023." + BEHIND)
    assert [[v.value for v in s.all("characterization")] for s in told] == [["seized power"]]


PIECES = st.lists(
    st.sampled_from(
        [sentence for sentence, _ in SENTENCES]
        + [
            "During his visit, he held talks.",
            "The talks ended.",
            "They signed it — “we agree,” he said.",
            "\n\n",
        ]
    ),
    min_size=1,
    max_size=6,
)
PARSER: list[Parser] = []


@settings(max_examples=15, deadline=None)
@given(PIECES)
def test_every_span_is_exact_and_reading_twice_gives_the_same(pieces: list[str]) -> None:
    if not PARSER:
        PARSER.append(Parser(DEFAULT_PIPELINE))
    text = " ".join(pieces)
    told, _ = read(PARSER[0], text)
    for statement in told:
        assert text[statement.start : statement.end] == statement.text
        assert statement.text.strip()
        for span in (statement.trigger, *(e for v in statement.values for e in v.evidence)):
            assert 0 <= span.start < span.end <= len(text)
    ids = [s.id for s in told]
    assert len(set(ids)) == len(ids)
    assert {s.about for s in told} | {s.within for s in told} | {s.refers for s in told} <= {None, *ids}
    assert read(PARSER[0], text)[0] == told


def test_what_talks_are_for_is_no_other_talk_to_come(parser: Parser) -> None:
    told, _ = read(
        parser, "The presidents of Ghana and Togo met in Lomé on 3 May 2025 to discuss trade." + BEHIND
    )
    assert [(s.act, s.certainty) for s in told] == [("meeting", "happened")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Energy Minister Valeria Montecino of Peru and Deputy Prime Minister Maja Halvorsund of Finland "
            "met in Azerbaijan on 17 October 2024 to discuss border security.",
            ["meeting (participant: Maja Halvorsund, Valeria Montecino)"],
        ),
        (
            "Prime Minister Elena Novotin of Latvia spoke by telephone with Slovak President Marta Kral.",
            ["call (agent: Elena Novotin; counterpart: Marta Kral)"],
        ),
    ],
)
def test_two_subjects_and_a_partner_behind_the_means(
    parser: Parser, sentence: str, expected: list[str]
) -> None:
    told, cast = tell(parser, sentence + BEHIND)
    assert [shown(s, cast) for s in told] == expected


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (
            "Chile ratified the treaty on fisheries with Peru, which was signed in 2029.",
            "Chile ratified the treaty on fisheries with Peru",
        ),
        (
            "Egypt condemned the attack on the port of Suakin that killed ten people.",
            "Egypt condemned the attack on the port of Suakin",
        ),
        ("Oman rejected the plan on Monday.", "Oman rejected the plan on Monday"),
    ],
)
def test_a_clause_holds_the_whole_phrase_of_its_object(parser: Parser, sentence: str, clause: str) -> None:
    told, _ = read(parser, sentence + BEHIND)
    assert told[0].text == clause
