"""Claims: which clauses tell how sure a matter between states is, and which tell nothing of the kind."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodies import body
from dragoman.model.documents import Segment, Span
from dragoman.model.readings import Mention
from dragoman.model.statements import Statement
from dragoman.reading import claims
from dragoman.reading.marks import Cast
from dragoman.reading.parse import Parser

# Sentence, the claim's predicate in it, its certainty and polarity.
CLAIMS = [
    (
        "No evidence confirms specific arms deals between Chad and Sudan.",
        "deals",
        "unconfirmed",
        "affirmed",
    ),
    ("Such plans have not been confirmed by Oman.", "plans", "unconfirmed", "affirmed"),
    ("The agreements between Peru and Chile are believed to cover energy.", "cover", "reported", "affirmed"),
    ("Analysts speculate that China sees Laos as a gateway.", "sees", "speculative", "affirmed"),
    ("Jordan has still not developed any nuclear programme.", "developed", "happened", "negated"),
    ("Discussions on visas are underway.", "are", "ongoing", "affirmed"),
    ("There is no confirmation of a pact between Mali and Niger.", "pact", "unconfirmed", "affirmed"),
    (
        "Officials could not verify that Cuba received the missiles.",
        "received",
        "unconfirmed",
        "affirmed",
    ),
    ("Talks between Kenya and Somalia reportedly covered trade.", "covered", "reported", "affirmed"),
    ("Ghana may expand its trade with Togo.", "expand", "speculative", "affirmed"),
    ("Iran might turn to Turkey for gas.", "turn", "speculative", "affirmed"),
    ("The treaty does not cover Moldova.", "cover", "ongoing", "negated"),
    ("Brazil does not recognize the treaty.", "recognize", "ongoing", "negated"),
    ("Kuwait denied that the agreement covered oil.", "covered", "denied", "affirmed"),
    ("It is unclear whether Fiji will ratify the treaty.", "ratify", "speculative", "affirmed"),
    ("Experts believe that Ethiopia depends on loans from China.", "depends", "speculative", "affirmed"),
    ("The alliance between Serbia and Hungary could unsettle the EU.", "unsettle", "speculative", "affirmed"),
    (
        "Negotiations on a treaty between Bhutan and China are underway.",
        "are",
        "ongoing",
        "affirmed",
    ),
    ("Ukraine is reported to want a security pact with Japan.", "want", "reported", "affirmed"),
    ("The sanctions have not stopped trade between Iran and Iraq.", "stopped", "happened", "negated"),
    ("Poland has no military agreement with Belarus.", "has", "ongoing", "negated"),
    ("Libya is said to rely on Turkish drones.", "rely", "reported", "affirmed"),
    ("Nepal has never asked India for weapons.", "asked", "happened", "negated"),
    ("Rumours that Mali left the pact were denied.", "left", "denied", "affirmed"),
    ("The embassy in Minsk is not yet open, Latvia said.", "is", "ongoing", "negated"),
    ("Whether Cyprus will join the pact remains uncertain.", "join", "speculative", "affirmed"),
    ("Cooperation between Cuba and Angola is in progress.", "is", "ongoing", "affirmed"),
]
CLAIMS += [
    ("A dam, a railway and a visa deal are on the agenda of Chad and Sudan.", "are", "ongoing", "affirmed"),
    (
        "Gas, fishing and the building of a port are fields now on the table of Oman and Iran.",
        "are",
        "ongoing",
        "affirmed",
    ),
]
NO_CLAIMS = [
    "The singer did not attend the concert.",
    "Chad lies in Africa.",
    "The weather may improve.",
    "A farmer said that his cow was not sold.",
    "Ghana and Togo share a border.",
    "The film could win a prize.",
    "Nobody saw the bus.",
    "The ministers met in Oslo.",
    "It was a long day.",
    "The team has not won since May.",
    "Residents may vote until noon.",
    "The prime minister smiled.",
]
STATES = """Chad Sudan Oman Peru Chile China Laos Jordan Mali Niger Cuba Kenya Somalia Ghana Togo Iran Turkey
Moldova
Brazil Kuwait Fiji Ethiopia Serbia Hungary Bhutan Vietnam India Ukraine Japan Iraq Poland Belarus Libya Nepal
Latvia Egypt Cyprus Angola"""


def cast_of(text: str) -> Cast:
    """The states a text names."""
    names = "|".join(STATES.split())
    found = re.finditer(rf"\b({names})\b", text)
    return Cast(
        (), tuple(Mention(m.start(), m.end(), m[0], f"state:{m[0][:3].upper()}", "name") for m in found), ()
    )


def claims_of(parser: Parser, text: str, told: tuple[Statement, ...] = ()) -> tuple[Statement, ...]:
    """The claims of a text."""
    parsed = body(parser, text)
    return claims.find(parsed, cast_of(text), told, ())


@pytest.mark.parametrize(("text", "trigger", "certainty", "polarity"), CLAIMS)
def test_a_clause_with_a_cue_on_a_matter_between_states_is_a_claim(
    parser: Parser, text: str, trigger: str, certainty: str, polarity: str
) -> None:
    (claim,) = claims_of(parser, text)
    words = text[claim.trigger.start : claim.trigger.end]
    assert (words, claim.certainty, claim.polarity) == (trigger, certainty, polarity)
    assert claim.act is None
    assert claim.text == text[claim.start : claim.end]
    assert claim.start <= claim.trigger.start < claim.trigger.end <= claim.end


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_what_plainly_happened_or_is_no_matter_of_states_is_no_claim(parser: Parser, text: str) -> None:
    assert claims_of(parser, text) == ()


def test_a_claim_names_its_parties_its_topics_and_on_whose_word_it_stands(parser: Parser) -> None:
    text = "Analysts speculate that China sees Laos as a gateway for its energy exports."
    (claim,) = claims_of(parser, text)
    assert claim.parties == ("state:CHI", "state:LAO")
    assert [text[v.evidence[0].start : v.evidence[0].end] for v in claim.values] == ["China", "Laos"]
    assert {"energy", "trade"} <= set(claim.topics)
    (given_by,) = claim.attribution
    assert (given_by.text, given_by.anonymous, given_by.holder) == ("Analysts", True, None)
    assert text[given_by.cue.start : given_by.cue.end] == "speculate"


def test_what_a_statement_of_an_act_tells_already_is_no_claim(parser: Parser) -> None:
    text = "Chad reportedly recalled its ambassador from Sudan over the treaty."
    trigger = Span("d-1", text.index("recalled"), text.index(" its"))
    told = Statement(
        "s-1", "d-1", 0, len(text) - 1, text[:-1], trigger, "recall",
        "reported", "affirmed", "happened", "reported", "episode",
    )  # fmt: skip
    assert len(claims_of(parser, text)) == 1
    assert claims_of(parser, text, (told,)) == ()


def test_what_is_told_of_its_subject_alone_leaves_a_claim_untold(parser: Parser) -> None:
    text = "The pact that Peru and Chile signed in 2000 on the survey of the border may be put to a vote."
    trigger = Span("d-1", text.index("signed"), text.index(" in 2000"))
    told = Statement(
        "s-1", "d-1", 4, text.index(" may"), text[4 : text.index(" may")], trigger, "signing",
        "happened", "affirmed", "happened", "asserted", "episode",
    )  # fmt: skip
    assert [c.certainty for c in claims_of(parser, text, (told,))] == ["speculative"]


def test_a_headline_makes_no_claim(parser: Parser) -> None:
    text = "Chad may leave pact with Sudan"
    parsed = parser.parse("d-1", text, [Segment(0, len(text), "headline")])
    assert claims.find(parsed, cast_of(text), ()) == ()


@given(st.lists(st.sampled_from([row[0] for row in CLAIMS] + NO_CLAIMS), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None)
def test_claims_are_exact_ordered_apart_and_found_alike_twice(parser: Parser, sentences: list[str]) -> None:
    text = " ".join(sentences)
    found = claims_of(parser, text)
    assert found == claims_of(parser, text)
    assert all(text[c.start : c.end] == c.text for c in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert len({c.id for c in found}) == len(found)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Jordan has denied that anybody was turned back.", "denied"),
        ("Claims that Fiji will take over the mines of Tonga remain unconfirmed.", "unconfirmed"),
    ],
)
def test_what_an_official_denies_and_what_stays_unconfirmed_is_a_claim(
    parser: Parser, text: str, certainty: str
) -> None:
    assert [claim.certainty for claim in claims_of(parser, text)] == [certainty]


# A paragraph that names a state, words within one of its claims, that claim's certainty and polarity.
AROUND = [
    (
        "Peru and Chile met in Lima. No date was set for the next round.",
        "No date was set",
        "happened",
        "negated",
    ),
    ("Kenya will host the talks. The summit was put off until May.", "The summit", "postponed", "affirmed"),
    (
        "Oman bought the ships. The third, due in March, was called off after protests.",
        "was called off",
        "cancelled",
        "affirmed",
    ),
    ("Ghana and Togo share a port. It may close one day.", "It may close", "speculative", "affirmed"),
    ("Cuba signed the pact. There is no such clause.", "no such clause", "ongoing", "negated"),
    (
        "Iran sold Iraq the pumps, a trader claimed. We were unable to confirm this.",
        "unable to confirm",
        "unconfirmed",
        "affirmed",
    ),
    (
        "Mali hired the pilots, the union says. The claim could not be independently verified.",
        "The claim could not",
        "unconfirmed",
        "affirmed",
    ),
    (
        "Rebels say that Niger freed the crew. Officials could not be reached to confirm this.",
        "Niger freed the crew",
        "unconfirmed",
        "affirmed",
    ),
    (
        "Farmers say that some of the guards in Laos are soldiers out of uniform. The ministry denies this.",
        "some of the guards",
        "denied",
        "affirmed",
    ),
    (
        "Egypt lent the money. There is talk that the loan came with a hidden annex.",
        "the loan came",
        "reported",
        "affirmed",
    ),
    (
        "It is alleged, in blogs that few people read, that the ferry from Libya carried rifles.",
        "carried rifles",
        "alleged",
        "affirmed",
    ),
    (
        "Nepal never answered the note, and its officials have denied that any truck was stopped.",
        "any truck was stopped",
        "denied",
        "affirmed",
    ),
    (
        "Jordan wrote the text, which is said to cover water.",
        "is said to cover",
        "reported",
        "affirmed",
    ),
    (
        "Kuwait has promised to train its own divers.",
        "to train its own divers",
        "planned",
        "affirmed",
    ),
    ("Brazil and Peru quarrel. In my view the plan will die quietly.", "will die", "speculative", "affirmed"),
    (
        "Serbia sent engineers. The repair of the Hungarian bridge is nearing completion.",
        "is nearing",
        "ongoing",
        "affirmed",
    ),
    (
        "Vietnam ordered four ferries. The last will be delivered before the end of 2031.",
        "will be delivered",
        "planned",
        "affirmed",
    ),
    ("Ukraine bought the buses. They have never been used.", "never been used", "happened", "negated"),
    ("Oman held eleven sailors. No one has been charged.", "charged", "happened", "negated"),
    (
        "Kenya is considering a port, though an official said that money might not be found before 2031.",
        "money might not be found",
        "speculative",
        "negated",
    ),
    (
        "Engineers of Laos could begin in May, said an officer, who warned that no maps had been given.",
        "no maps had been given",
        "happened",
        "negated",
    ),
    (
        "The row divides Ghana and Togo. Two firms are expected to decide on a second well in 2031.",
        "expected to decide on a second well",
        "planned",
        "affirmed",
    ),
]
NOT_AROUND = [
    "Poland and Belarus quarrel. It was not.",
    "Latvia closed the port. You may remember the queue.",
    "Cyprus waited. When he comes, the band will play.",
    "Angola froze the accounts of the three men.",
]


@pytest.mark.parametrize(("text", "words", "certainty", "polarity"), AROUND)
def test_what_a_paragraph_on_states_leaves_open_denies_or_puts_off_is_a_claim(
    parser: Parser, text: str, words: str, certainty: str, polarity: str
) -> None:
    start = text.index(words)
    held = [c for c in claims_of(parser, text) if c.start < start + len(words) and start < c.end]
    assert (certainty, polarity) in {(c.certainty, c.polarity) for c in held}


@pytest.mark.parametrize("text", NOT_AROUND)
def test_what_says_nothing_alone_or_speaks_to_the_reader_is_no_claim(parser: Parser, text: str) -> None:
    found = claims_of(parser, text)
    assert [c.text for c in found if c.certainty != "planned" or "When" in c.text] == []


def test_without_a_state_near_none_of_these_is_a_claim(parser: Parser) -> None:
    text = "The match was put off until May. It may be played one day. No date was set. Nothing was said."
    assert claims_of(parser, text) == ()
