"""Dates without a year, by the course of what is told: what was to come, what is told beside."""

import pytest

from bodies import body
from dragoman.reading import times
from dragoman.reading.parse import Parser


def value(parser: Parser, text: str, words: str, published: str | None) -> str | None:
    """The date that words of a text mean."""
    found = times.find(body(parser, text), published)
    return next((m.value for m in found if m.text == words), None)


TO_COME: list[tuple[str, str, str]] = [
    ("In January the cabinet of Niger set a deadline of 15 March.", "15 March", "2024-03-15"),
    ("After talks in Bern on 2 February Chad said that its envoy would be replaced by 10 April.", "10 April",
     "2024-04-10"),
    ("The round had been set for 17 September and was put off.", "17 September", "2024-09-17"),
    ("The ferry from Peru, which was to arrive in October, has not come.", "October", "2024-10"),
    ("The bondholders of Ghana were to be paid on 8 October.", "8 October", "2024-10-08"),
    ("The commission was due to meet in April but was put off.", "April", "2024-04"),
    ("The minister said he would travel to Quito in March.", "March", "2025-03"),
    ("He is expected in Havana on Saturday.", "Saturday", "2024-11-23"),
    ("The summit of 4 December will be held in Chad.", "4 December", "2024-12-04"),
    ("The round, set for 6 December, is in doubt.", "6 December", "2024-12-06"),
    ("The king is due in Muscat on Friday.", "Friday", "2024-11-22"),
    ("The king was expected in Muscat on Friday but fell ill.", "Friday", "2024-11-15"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), TO_COME)
def test_what_was_to_come_is_counted_from_then(parser: Parser, text: str, words: str, expected: str) -> None:
    assert value(parser, text, words, "2024-11-17") == expected


PAST: list[tuple[str, str, str]] = [
    ("In July parliament authorised the mission.", "July", "2024-07"),
    ("In January Muizzu went to Beijing.", "January", "2024-01"),
    ("On 31 January men of the coast guard boarded a boat of Samoa.", "31 January", "2024-01-31"),
    ("The quarrel goes back to 1 December, when Laos closed the bridge.", "1 December", "2023-12-01"),
    ("The row goes back to 2 January, when Mali recalled its envoy.", "2 January", "2024-01-02"),
    ("The deal would have been hard to imagine in the spring.", "the spring", "2024-21"),
    ("The October 30 attack was recalled.", "October 30", "2024-10-30"),
    ("The raid of 4 November will not be forgotten in Chad.", "4 November", "2024-11-04"),
    ("The commission of Togo and Benin, set for 6 November, was postponed.", "6 November", "2024-11-06"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), PAST)
def test_what_happened_lies_before_the_publication(
    parser: Parser, text: str, words: str, expected: str
) -> None:
    assert value(parser, text, words, "2024-11-17") == expected


BESIDE: list[tuple[str, str, str]] = [
    ("The pact was signed on 8 June 2019. A spokesman said on 14 December that it would lapse.",
     "14 December", "2023-12-14"),
    ("The accord that Oman had signed with Qatar in June 2019 was ended in December.", "December", "2023-12"),
    ("The work began in May 2022. The minister, who took office in March, praised it.", "March", "2024-03"),
    ("On 4 June 2021 they met in Riga. On 20 June they met again.", "20 June", "2021-06-20"),
    ("The war of September 2020 cost lives. It lasted weeks. A truce was agreed on 16 September.",
     "16 September", "2020-09-16"),
    ("The war of October 2022 was over. On 3 March 2023 they met. He flew there on 22 October.", "22 October",
     "2024-10-22"),
    ("In May 2022 Fiji imposed a ban and in August it lifted it.", "August", "2022-08"),
    ("Boric won the run-off on 5 March 2022. He took the oath on 11 May.", "11 May", "2022-05-11"),
    ("The cabinet of Laos fell on 2 April 2021. Vientiane voted on 14 June.", "14 June", "2021-06-14"),
    ("The pact was signed on 8 August 2022. The ministers met on 14 October.", "14 October", "2024-10-14"),
    ("The pact was signed on 8 February 2022. The ministers met on 14 July.", "14 July", "2024-07-14"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), BESIDE)
def test_a_year_told_beside_counts_only_where_the_story_goes_on(
    parser: Parser, text: str, words: str, expected: str
) -> None:
    assert value(parser, text, words, "2024-11-17") == expected


NUMBERED: list[tuple[str, str, str | None]] = [
    ("The guest landed on Monday the 12th.", "Monday the 12th", "2023-06-12"),
    ("In June last year he flew to Baku. It was signed on the 11th of that month.", "the 11th of that month",
     "2022-06-11"),
    ("They met in August 2021, from the 12th to the 14th.", "the 12th to the 14th", "2021-08-12/2021-08-14"),
    ("They met on 3 May 2021. The 12th of that month was a holiday.", "The 12th of that month", "2021-05-12"),
    ("In March the frigate put in at Colombo, where she arrived on the 3rd.", "the 3rd", "2023-03-03"),
    ("The row began on 9 May 2022. The ship was freed on the 27th without a fine.", "the 27th", "2022-05-27"),
    ("It was April 2021. Laos shut the bridge on the evening of the ninth.", "the ninth", "2021-04-09"),
    ("They quarrelled in April 2021. The 9th floor burnt.", "The 9th", None),
    ("Exactly one year ago he took the oath.", "Exactly one year ago", "2022-06-19"),
    ("They reopened it in 2011, eleven years ago last month.", "eleven years ago last month", "2012-05"),
    ("They signed it a year ago today.", "a year ago today", "2022-06-19"),
    ("On 31 March 2022 they met in Osh. On the eve of the summit he fell.", "On the eve of", "2022-03-30"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), NUMBERED)
def test_a_day_by_its_number_alone(parser: Parser, text: str, words: str, expected: str | None) -> None:
    assert value(parser, text, words, "2023-06-19") == expected


def test_the_following_day_reaches_over_a_few_sentences(parser: Parser) -> None:
    text = (
        "On 1 March 2024 Togo and Benin signed a paper. It gave Togo a pier. Benin wanted a road. "
        "Nobody said where. It is short. Ghana recalled its envoy the following day."
    )
    assert value(parser, text, "the following day", "2024-06-01") == "2024-03-02"


def test_what_had_been_done_before_dates_nothing_that_follows(parser: Parser) -> None:
    text = "They met in Bern. The pact that Iran had signed on 1 January 2024 stood. Two days later he left."
    assert value(parser, text, "Two days later", "2024-06-01") is None


@pytest.mark.parametrize(
    "text",
    [
        "the 12th summit opened.",
        "On the 12th attempt it flew.",
        "On the 3rd and 4th floors it burnt.",
        "The 21st Century.",
    ],
)
def test_a_number_that_counts_is_no_day(parser: Parser, text: str) -> None:
    found = times.find(body(parser, text), "2023-06-19")
    assert [m.value for m in found if m.kind == "date" and m.value and len(m.value) > 4] == []


@pytest.mark.parametrize(
    ("text", "published", "phrase", "expected"),
    [
        (
            "On Tuesday they met. Benin is to send maps by 1 March. The following day both signed.",
            "2025-02-22", "The following day", "2025-02-19",
        ),
        (
            "On 3 May 2024 Kenya voted. Boats are due by 30 June. Two days later the president flew home.",
            "2024-05-20", "Two days later", "2024-05-05",
        ),
        ("On 21 June Chile took a ship. It rang that same night.", None, "that same night", "XXXX-06-21"),
        ("On 21 June Chile seized a ship. The next day Peru protested.", None, "The next day", "XXXX-06-22"),
        ("On 31 December Chile seized a ship. The next day Peru protested.", None, "The next day", None),
    ],
)  # fmt: skip
def test_a_day_after_is_counted_from_what_was_told_and_not_from_what_is_due(
    parser: Parser, text: str, published: str | None, phrase: str, expected: str | None
) -> None:
    assert value(parser, text, phrase, published) == expected


@pytest.mark.parametrize(
    ("text", "published", "phrase", "expected"),
    [
        (
            "Mali opened a post in 1990. On 18 May Chad freed six men. Two days later Niger protested.",
            None, "Two days later", "XXXX-05-20",
        ),
        ("Kenya paid on 18 June 2016; it promised so that March.", "2019-06-01", "that March", "2016-03"),
        ("They met in July 2017; that in Oslo that autumn failed.", "2019-06-01", "that autumn", "2017-23"),
        ("They met in May, and in Oslo that autumn.", None, "that autumn", None),
    ],
)  # fmt: skip
def test_a_time_told_from_another_has_what_that_one_has(
    parser: Parser, text: str, published: str | None, phrase: str, expected: str | None
) -> None:
    assert value(parser, text, phrase, published) == expected


def test_a_month_that_somebody_says_something_of_is_of_no_other_year(parser: Parser) -> None:
    text = "They met in July 2017. Chad said that March would be the month of talks."
    found = times.find(body(parser, text), "2019-06-01")
    assert "that March" not in [m.text for m in found]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Mali opened it in 1996. Chad had opened its own the year before.", "the year before", "1995"),
        ("On 3 May 2016 Chad expelled him. Hours later Mali protested.", "Hours later", "2016-05-03"),
        ("On 3 May 2016 the talks began. By nightfall they had failed.", "By nightfall", "2016-05-03"),
        ("They met in May 2016. Chad had protested the month before.", "the month before", "2016-04"),
        (
            "Mobs raged on May 17-18, 2014. A trip, announced for May 19, was put off; they met on May 21.",
            "May 21",
            "2014-05-21",
        ),
    ],
)
def test_a_time_before_is_counted_from_what_was_told(
    parser: Parser, text: str, phrase: str, expected: str
) -> None:
    assert value(parser, text, phrase, "2019-06-01") == expected
