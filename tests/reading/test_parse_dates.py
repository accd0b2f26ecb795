"""A date at the head of a sentence and the subject behind it are two things."""

import pytest

from bodies import body
from dragoman.reading.parse import Parser

# a sentence, its subject, and the month that its first word governs
SPLIT = [
    ("On 4 April Somalia expelled the envoy of Ethiopia.", "Somalia", "April"),
    ("In July Peru’s parliament authorised the sending of troops to Chad.", "parliament", "July"),
    ("On 31 January men of the Indian Coast Guard boarded three boats of Oman.", "men", "January"),
    ("In June 2019 Kenya was criticised by Somalia.", "Kenya", "June"),
    ("On 5 June Russian soldiers attacked the town.", "soldiers", "June"),
    ("On 8 February the two ministers signed a treaty.", "ministers", "February"),
    ("In March talks between Iran and Oman failed.", "talks", "March"),
    ("On 3 May Kenya and Uganda signed a treaty.", "Kenya", "May"),
]


@pytest.mark.parametrize(("text", "subject", "month"), SPLIT)
def test_the_subject_behind_a_date_is_the_verbs(parser: Parser, text: str, subject: str, month: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    subjects = [t.text for t in paragraph.doc if t.dep_ in ("nsubj", "nsubjpass")]
    assert subject in subjects
    assert month in [t.text for t in paragraph.doc[0].children if t.dep_ == "pobj"]
    assert not any(t.text == month and t.head.text == subject for t in paragraph.doc)


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Ghana signed a treaty on fishing on 3 May.",
        "Chad agreed with Mali on sharing water on May 3.",
    ],
)
def test_a_day_behind_what_a_pact_is_about_is_that_of_the_verb(parser: Parser, text: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    month = next(t for t in paragraph.doc if t.text == "May")
    assert month.head.head.text in ("signed", "agreed")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("In March 2017, weeks before the first ships came, Quito expelled the consul.", "expelled"),
        ("In May, weeks before snow fell, Chad recalled its envoy.", "recalled"),
        ("On 3 May, when snow fell, Chad recalled its envoy.", "recalled"),
        ("Chad said that in March 2017 the envoy was seen there.", "seen"),
    ],
)
def test_a_date_is_not_of_a_clause_that_begins_behind_it(parser: Parser, text: str, verb: str) -> None:
    (paragraph,) = body(parser, text).paragraphs
    month = next(t for t in paragraph.doc if t.text in ("March", "May"))
    assert month.head.head.text == verb


@pytest.mark.parametrize(
    ("text", "side", "what"),
    [
        ("Talks were held in Geneva on 5 May 2025 between Iran and Oman.", "Iran", "held"),
        ("The treaty was concluded in Lima on 4 June 2024 between Peru and Chile.", "Peru", "concluded"),
        ("The accord was initialled in Vienna on 4 April 2025 with Jordan.", "Jordan", "initialled"),
        ("The summit on 5 May 2025 between Mark Carney and Lai Ching-te was short.", "Carney", "summit"),
        (
            "A meeting took place in Fez on 3 May 2025 between the foreign ministers of Mali and Togo.",
            "ministers",
            "took",
        ),
        ("The office in Fez is open on 5 May between noon and six.", "noon", "May"),
    ],
)
def test_who_stands_behind_a_day_took_part_in_what_was_on_it(
    parser: Parser, text: str, side: str, what: str
) -> None:
    (paragraph,) = body(parser, text).paragraphs
    assert next(t for t in paragraph.doc if t.text == side).head.head.text == what
