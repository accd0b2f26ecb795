"""What follows "and" behind a date begins a clause, and who it names does what its verb says."""

import pytest

from bodies import body
from dragoman.evaluate.texts import read_text
from dragoman.reading.parse import Parser

# a sentence, the subject behind the date, and its verb
SPLIT = [
    ("Iran freed two men on Friday and France is to release a student.", "France", "is"),
    ("Chad signed it on 3 May and Mali followed a week later.", "Mali", "followed"),
    ("They met on 3 May and Benin was not invited.", "Benin", "invited"),
    ("They met on Monday and Kenya has since recalled its envoy.", "Kenya", "recalled"),
]


@pytest.mark.parametrize(("text", "subject", "verb"), SPLIT)
def test_a_name_behind_a_date_is_a_subject(parser: Parser, text: str, subject: str, verb: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    name = next(t for t in paragraph.doc if t.text == subject)
    assert name.dep_ in ("nsubj", "nsubjpass") and name.head.text == verb


def test_dates_joined_to_each_other_stay_so(parser: Parser) -> None:
    text = "They met on Monday and Tuesday."
    (paragraph,) = body(parser, text).paragraphs
    assert next(t for t in paragraph.doc if t.text == "Tuesday").head.text == "Monday"


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "Kenya's president met his Ugandan and Tanzanian counterparts in Arusha.",
            {"state:UGA", "state:TZA"},
        ),
        ("Egypt's foreign minister held talks with his Sudanese counterpart.", {"state:SDN"}),
        ("Peru's foreign minister rang her Chilean and Bolivian counterparts.", {"state:CHL", "state:BOL"}),
    ],
)
def test_whose_peers_somebody_meets_is_nobody_he_meets(text: str, met: set[str]) -> None:
    found = {v.value for s in read_text(text).statements if s.act for v in s.all("counterpart")}
    assert found == met


@pytest.mark.parametrize(
    ("text", "verb", "claim"),
    [
        (
            "Omar denied reports in a section of the Kenyan media that Chad had sought help.",
            "sought",
            "reports",
        ),
        (
            "Peru dismissed claims in part of the Chilean press that Lima had closed its port.",
            "closed",
            "claims",
        ),
        ("Omar read reports in a section of the media that Chad had bought.", "bought", "media"),
        ("Peru denied reports on the port that Chile had built.", "built", "port"),
    ],
)
def test_what_a_report_says_hangs_on_the_report(parser: Parser, text: str, verb: str, claim: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    assert next(t for t in paragraph.doc if t.text == verb).head.text == claim
