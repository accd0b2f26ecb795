"""Times: what words are found, what date they mean, and what they are counted from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodies import body
from dragoman.model.dates import interval, valid
from dragoman.model.documents import Segment
from dragoman.reading import times
from dragoman.reading.marks import TimeMention
from dragoman.reading.parse import Parser

Found = list[tuple[str, str | None]]


def segments(text: str) -> list[Segment]:
    """Each line a paragraph, as cleaning marks them."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        found.append(Segment(start, start + len(line), "body"))
        start += len(line)
    return found


def read(parser: Parser, text: str, published: str | None = None) -> tuple[TimeMention, ...]:
    return times.find(parser.parse("d-1", text, segments(text)), published)


def values(parser: Parser, text: str, published: str | None = None) -> Found:
    return [(m.text, m.value) for m in read(parser, text, published)]


STATED: list[tuple[str, Found]] = [
    ("On Thursday, August 14, 2025, the envoys met.", [("Thursday, August 14, 2025", "2025-08-14")]),
    ("They signed it on 4 March 2025.", [("4 March 2025", "2025-03-04")]),
    ("They signed it on the 4th of March 2025.", [("the 4th of March 2025", "2025-03-04")]),
    ("Sept. 5, 2023, was the day.", [("Sept. 5, 2023", "2023-09-05")]),
    ("On March 4 the ministers met in Lima.", [("March 4", "XXXX-03-04")]),
    ("The 4th of March was chosen.", [("The 4th of March", "XXXX-03-04")]),
    ("In March 2025 Ghana opened it.", [("March 2025", "2025-03")]),
    (
        "In early March a council of bishops visited Oman.",
        [("early March", "XXXX-03-01~/XXXX-03-10~")],
    ),
    ("Early March 2025 saw talks.", [("Early March 2025", "2025-03-01~/2025-03-10~")]),
    ("In mid-March 2025 they met.", [("mid-March 2025", "2025-03-11~/2025-03-20~")]),
    ("It was late February 2024.", [("late February 2024", "2024-02-21~/2024-02-29~")]),
    ("In early 2011 Sudan voted.", [("early 2011", "2011-01~/2011-04~")]),
    ("By the end of 2025 it opens.", [("the end of 2025", "2025-09~/2025-12~")]),
    ("In the spring of 2024 Fiji joined.", [("the spring of 2024", "2024-21")]),
    ("In the first quarter of 2023 trade fell.", [("the first quarter of 2023", "2023-01/2023-03")]),
    ("Q3 2024 was better.", [("Q3 2024", "2024-07/2024-09")]),
    ("The first nine months of 2024 were dry.", [("The first nine months of 2024", "2024-01/2024-09")]),
    ("The budget of 2021/22 was passed.", [("2021/22", "2021/2022")]),
    ("The war of 1979-1981 ended.", [("1979-1981", "1979/1981")]),
    ("It ran from 3 to 5 May 2025.", [("3 to 5 May 2025", "2025-05-03/2025-05-05")]),
    ("It ran on May 3-5, 2025.", [("May 3-5, 2025", "2025-05-03/2025-05-05")]),
    ("It ran on 3–5 May.", [("3–5 May", "XXXX-05-03/XXXX-05-05")]),
    ("It ran from 28 February to 3 March 2025.", [("28 February to 3 March 2025", "2025-02-28/2025-03-03")]),
    ("Between March and June 2023 exports rose.", [("March and June 2023", "2023-03/2023-06")]),
    ("Between 2014 and 2016 trade fell.", [("2014 and 2016", "2014/2016")]),
    ("Since 2021 it has grown.", [("Since 2021", "2021/..")]),
    ("It held until March 2019.", [("until March 2019", "../2019-03")]),
    ("From 2014 to the present Yemen has fought.", [("2014 to the present", "2014/..")]),
    ("After March 2022, Finland applied.", [("After March 2022", "2022-03/..")]),
    (
        "In the 1990s and the early 1980s it stood.",
        [("the 1990s", "199X"), ("the early 1980s", "1980~/1983~")],
    ),
    (
        "In the 19th century and the twentieth century.",
        [("19th century", "18XX"), ("twentieth century", "19XX")],
    ),
    ("In 1948 the union was founded.", [("1948", "1948")]),
    ("The treaty of 1648 ended it.", [("1648", "1648")]),
    ("The 2013 coup was bloodless.", [("2013", "2013")]),
    ("Kenya’s 2022 elections were close.", [("2022", "2022")]),
    ("Signed 2025-03-04, in force 25.09.2025.", [("2025-03-04", "2025-03-04"), ("25.09.2025", "2025-09-25")]),
    ("It was dated 9/25/2025.", [("9/25/2025", "2025-09-25")]),
    ("It was dated 04/03/2025.", [("04/03/2025", "2025")]),
    ("On New Year’s Eve 2024 they spoke.", [("New Year’s Eve 2024", "2024-12-31")]),
    ("It arrived on 3 March and 6 May 2025.", [("3 March", "2025-03-03"), ("6 May 2025", "2025-05-06")]),
]


@pytest.mark.parametrize(("text", "expected"), STATED, ids=lambda v: v if isinstance(v, str) else "")
def test_a_date_in_words_has_its_value(parser: Parser, text: str, expected: Found) -> None:
    assert values(parser, text) == expected


# published on a Wednesday
PUBLISHED: list[tuple[str, Found]] = [
    ("The envoy arrived yesterday.", [("yesterday", "2025-03-11")]),
    ("The king will speak tomorrow.", [("tomorrow", "2025-03-13")]),
    ("He met the king today.", [("today", "2025-03-12")]),
    ("Last week he met the king.", [("Last week", "2025-03-03/2025-03-09")]),
    ("Next month he will go to Peru.", [("Next month", "2025-04")]),
    ("This year trade grew.", [("This year", "2025")]),
    ("Earlier this year it fell.", [("Earlier this year", "2025")]),
    ("Last year it fell.", [("Last year", "2024")]),
    ("The minister met the envoy on Tuesday.", [("Tuesday", "2025-03-11")]),
    ("He will fly to Oslo on Friday.", [("Friday", "2025-03-14")]),
    ("The summit opens on Friday.", [("Friday", "2025-03-14")]),
    ("The talks, scheduled for Saturday, are delayed.", [("Saturday", "2025-03-15")]),
    ("He flew in on Monday evening.", [("Monday evening", "2025-03-10")]),
    ("Two days ago it rained.", [("Two days ago", "2025-03-10")]),
    ("The two states set up ties 77 years ago.", [("77 years ago", "1948")]),
    ("The post opened 50 years ago.", [("50 years ago", "1974~/1976~")]),
    ("Two months ago Chad left.", [("Two months ago", "2025-01")]),
    ("On March 4 the ministers met.", [("March 4", "2025-03-04")]),
    ("The ministers will meet on April 2.", [("April 2", "2025-04-02")]),
    ("The ministers met on April 2.", [("April 2", "2024-04-02")]),
    ("In December the treaty was signed.", [("December", "2024-12")]),
    ("In December the treaty will be signed.", [("December", "2025-12")]),
    ("The king's visit on April 2 was called off.", [("April 2", "2025-04-02")]),
    ("The summit due on April 8 has been postponed.", [("April 8", "2025-04-08")]),
    ("The visit was cancelled on March 4.", [("March 4", "2025-03-04")]),
    ("Talks slated to start on April 8 will fail.", [("April 8", "2025-04-08")]),
    ("Its resolve to vote in November is firm.", [("November", "2025-11")]),
    ("It ended on December 31 last year.", [("December 31 last year", "2024-12-31")]),
    ("It rose in the first quarter of this year.", [("the first quarter of this year", "2025-01/2025-03")]),
    ("It fell in May of last year.", [("May of last year", "2024-05")]),
    ("He died last June.", [("last June", "2024-06")]),
    ("Last summer it was hot.", [("Last summer", "2024-22")]),
    ("This decade and this century will tell.", [("This decade", "202X"), ("this century", "20XX")]),
    ("By the end of the year the plant will open.", [("the end of the year", "2025-09~/2025-12~")]),
    ("They will meet again next Friday.", [("next Friday", None)]),
]


@pytest.mark.parametrize(("text", "expected"), PUBLISHED, ids=lambda v: v if isinstance(v, str) else "")
def test_a_time_is_counted_from_the_publication(parser: Parser, text: str, expected: Found) -> None:
    assert values(parser, text, "2025-03-12") == expected
    for mention in read(parser, text, "2025-03-12"):
        assert mention.value is None or (mention.basis, mention.inferred) == ("anchored", "publication date")


@pytest.mark.parametrize(
    "text",
    [
        "The embassy opened earlier this year.", "He arrived yesterday.", "They met on Tuesday.",
        "Last month it fell.",
        "Ties were set up 77 years ago.", "Last summer it was hot.", "The following day he left.",
        "It rose in recent years.", "More than 70 years ago it began.", "It lasted for over seven decades.",
        "A decade ago it began.", "He recently met the envoy.",
        "The first quarter was poor.", "It opens next year.",
    ],
)  # fmt: skip
def test_nothing_to_count_from_gives_no_date(parser: Parser, text: str) -> None:
    assert [m.value for m in read(parser, text)] == [None]
    assert all(m.basis is None and m.kind in ("vague", "duration") for m in read(parser, text))


def test_more_than_some_years_ago_is_no_date_even_with_a_publication_date(parser: Parser) -> None:
    text = "It began more than 70 years ago, nearly 80 years ago, and for over seven decades it stood."
    assert [m.value for m in read(parser, text, "2025-03-12")] == [None, None, None]


REFERENCE: list[tuple[str, Found]] = [
    (
        "On 4 March 2025 he flew to Cairo. The following day he met the king.",
        [("4 March 2025", "2025-03-04"), ("The following day", "2025-03-05")],
    ),
    (
        "On September 2, 2025, they met.\nThe hall is large.\nThey had been at a fair earlier in the day.",
        [("September 2, 2025", "2025-09-02"), ("earlier in the day", "2025-09-02")],
    ),
    (
        "On 4 March 2025 they met. Later that month they spoke.",
        [("4 March 2025", "2025-03-04"), ("Later that month", "2025-03")],
    ),
    (
        "It began in 2015; in May of that year the city fell.",
        [("2015", "2015"), ("May of that year", "2015-05")],
    ),
    ("In 1990 Benin voted. A year later it voted again.", [("1990", "1990"), ("A year later", "1991")]),
    (
        "In November 2019 he fled; a month later he came to Argentina.",
        [("November 2019", "2019-11"), ("a month later", "2019-12")],
    ),
    (
        "They met on 4 March 2025 and again on March 6.",
        [("4 March 2025", "2025-03-04"), ("March 6", "2025-03-06")],
    ),
    (
        "They met on 4 March 2025 and again on November 20.",
        [("4 March 2025", "2025-03-04"), ("November 20", "2025-11-20")],
    ),
    (
        "They met on 30 December 2024 and on 2 January.",
        [("30 December 2024", "2024-12-30"), ("2 January", "2025-01-02")],
    ),
    (
        "On Monday, 3 March 2025, they met; on Thursday they dined.",
        [("Monday, 3 March 2025", "2025-03-03"), ("Thursday", "2025-03-06")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REFERENCE, ids=lambda v: v if isinstance(v, str) else "")
def test_a_time_is_counted_from_the_date_before_it(parser: Parser, text: str, expected: Found) -> None:
    found = read(parser, text)
    assert [(m.text, m.value) for m in found] == expected
    assert (found[0].basis, found[0].inferred) == ("stated", None)
    assert (found[-1].basis, found[-1].inferred) == ("anchored", "reference")


def test_a_day_counted_from_a_mere_year_is_no_date(parser: Parser) -> None:
    assert values(parser, "In 1990 Benin voted. The following day it rained.") == [
        ("1990", "1990"),
        ("The following day", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Every year a parade is held.", ["Every year"]),
        ("The parade is held annually on May 9.", ["annually on May 9"]),
        ("They meet twice a year.", ["twice a year"]),
        ("The council sits on Tuesdays.", ["Tuesdays"]),
        ("Each December it snows.", ["Each December"]),
    ],
)
def test_what_recurs_has_no_date(parser: Parser, text: str, expected: list[str]) -> None:
    found = read(parser, text, "2025-03-12")
    assert [m.text for m in found] == expected
    assert all(m.kind == "recurring" and m.value is None for m in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks lasted for three days.", ["three days"]),
        ("A three-day visit followed.", ["three-day"]),
        ("He ruled for over seven decades.", ["over seven decades"]),
        ("It held for decades.", ["decades"]),
        ("He stayed in office for a year.", ["a year"]),
    ],
)
def test_how_long_is_no_date(parser: Parser, text: str, expected: list[str]) -> None:
    found = read(parser, text, "2025-03-12")
    assert [m.text for m in found] == expected
    assert all(m.kind == "duration" and m.value is None for m in found)


@pytest.mark.parametrize(
    "text",
    [
        "He is aged 65.", "A 65-year-old man was held.", "COVID-19 spread.", "The Five-Point plan failed.",
        "Area 51 is closed.", "He may go to Rome.", "May the envoy enter?", "They march in line.",
        "The second man spoke.", "Theresa May left office.", "Call it off.",
        "It marks the 80th anniversary.", "In 1500 villages people voted.", "They sent 2000 soldiers.",
        "He paid 2024 dollars.",
        "UN Resolution 2231 holds.", "It cost 5 dollars a day.", "August Hanning spoke.",
        "The October Revolution was a turn.",
        "Good Friday fell late.", "The 21st Century Party won.", "The Six-Day War changed it.",
        "He lives at 1600 Pennsylvania Avenue.", "It won 15,000 votes.",
    ],
)  # fmt: skip
def test_what_tells_no_time_is_left_alone(parser: Parser, text: str) -> None:
    assert values(parser, text, "2025-03-12") == []


def test_today_in_somebodys_words_is_not_the_day_of_publication(parser: Parser) -> None:
    assert values(parser, "“Today we signed a treaty,” he said.", "2025-03-12") == [("Today", None)]
    text = "They met on 4 March 2025. “Today we signed a treaty,” he said."
    assert values(parser, text, "2025-03-06")[1] == ("Today", "2025-03-04")


@pytest.mark.parametrize(
    "text", ["Even today it counts.", "In today's world it counts.", "Today, Chile has it."]
)
def test_today_as_our_time_is_no_day(parser: Parser, text: str) -> None:
    assert [m.value for m in read(parser, text, "2025-03-12")] == [None]


def test_a_date_that_names_an_event_may_be_of_any_year(parser: Parser) -> None:
    text = "The October 7 attack and the March 4 meeting were recalled."
    assert values(parser, text, "2025-03-12") == [("October 7", "XXXX-10-07"), ("March 4", "2025-03-04")]


def test_a_publication_month_dates_months_and_no_days(parser: Parser) -> None:
    assert values(parser, "Last month he met her. Yesterday he left.", "2025-03") == [
        ("Last month", "2025-02"),
        ("Yesterday", None),
    ]


PIECES = st.sampled_from(
    ["On ", "4 March", "March 2025", " 2025",
        ", ", "the ", "last ", "week", "since ", "1990s", " to ", "-", "’s ",
     "May", "two ", "years ", "ago",
        "later", ". ", "\n", "“", "”", "every ", "31 ", "Feb ", "99", "XX", "between ",
     "and ", "Friday", "early ", "end of ",
        "Q3 ", "0000", "30/02/2024 ", "9999", "1000 ", "century ", "21st "]
)  # fmt: skip
DATES = st.sampled_from(
    [None, "2025-03-12", "2025-03", "2025", "2024-02-29", "202X", "0001-01-01", "9999-12-31"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join), DATES)
def test_every_span_is_exact_and_every_value_a_date(parser: Parser, text: str, published: str | None) -> None:
    end = 0
    for mention in read(parser, text, published):
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        assert mention.value is None or valid(mention.value)
        assert (mention.value is None) == (mention.basis is None)
        assert mention.value is None or mention.kind == "date"
        assert mention.value is None or "XXXX" in mention.value or interval(mention.value)


def test_words_over_a_wrapped_line_are_kept_as_written(parser: Parser) -> None:
    text = "He came last\nweek and left on 4\nMarch."
    found = times.find(body(parser, text), "2025-03-12")
    assert [(m.text, m.value) for m in found] == [
        ("last\nweek", "2025-03-03/2025-03-09"),
        ("4\nMarch", "2025-03-04"),
    ]


def test_reading_twice_gives_the_same(parser: Parser) -> None:
    text = "On 4 March 2025 they met. Later that month they spoke. In May they may meet."
    assert read(parser, text, "2025-04-01") == read(parser, text, "2025-04-01")


DATELINES: list[tuple[str, str, str | None]] = [
    ("HARARE, March 4, 2025 (Agency) — The envoys met on Monday.", "Monday", "2025-03-03"),
    ("LIMA, Peru, 4 March 2025 — Trade fell last year, the ministry said.", "last year", "2024"),
    ("SUVA (Newswire) – March 4, 2025 – Fiji will open the port on Friday.", "Friday", "2025-03-07"),
    ("GENEVA (4 March 2025) – Experts arrived yesterday.", "yesterday", "2025-03-03"),
    ("March 4, 2025 (JUBA) — The army left on Sunday.", "Sunday", "2025-03-02"),
    ("WELLINGTON, 4 March 2025 — The farm opened last summer and closed last year.", "last year", "2024"),
    ("DAKAR, 4 March 2025 /Agence/ -- The pact was signed on December 30.", "December 30", "2024-12-30"),
]


@pytest.mark.parametrize(("text", "words", "value"), DATELINES)
def test_a_dateline_anchors_where_no_day_of_publication_is_known(
    parser: Parser, text: str, words: str, value: str | None
) -> None:
    found = {m.text: (m.value, m.inferred) for m in read(parser, text)}
    assert found.pop(words) == (value, "dateline")
    assert ("2025-03-04", None) in found.values()
    assert found.get("last summer", (None, None)) == (None, None)


def test_a_day_of_publication_goes_before_a_dateline(parser: Parser) -> None:
    told = read(parser, "HARARE, March 4, 2025 (Agency) — The envoys met on Monday.", "2025-03-12")
    assert (told[1].value, told[1].inferred) == ("2025-03-10", "publication date")


@pytest.mark.parametrize(
    "text",
    [
        "On March 4, 2025 — a Tuesday — Ghana and Togo met, and Benin came on Friday last.",
        "The treaty of March 4, 2025: the envoys will meet this summer.",
    ],
)
def test_a_date_within_a_sentence_is_no_dateline(parser: Parser, text: str) -> None:
    assert "dateline" not in {m.inferred for m in read(parser, text)}


def test_what_is_put_off_until_a_day_lies_ahead(parser: Parser) -> None:
    told = values(parser, "The match was delayed until Saturday.", "2025-03-04")
    assert [value for _, value in told] == ["../2025-03-08"]


TURNED: list[tuple[str, Found]] = [
    ("Police in Oslo arrested ten men over the weekend.", [("the weekend", "2025-03-01/2025-03-02")]),
    ("Malta will vote at the weekend.", [("the weekend", "2025-03-08/2025-03-09")]),
    ("The talks over the weekend.", [("the weekend", None)]),
    ("They met last Thursday and Friday.", [("last Thursday", "2025-02-27"), ("Friday", "2025-02-28")]),
    ("They march next Thursday and Friday.", [("next Thursday", None), ("Friday", None)]),
    ("Since 1994 Ghana has held eight votes.", [("Since 1994", "1994/..")]),
    ("Since the 2021 coup Mali has held none.", [("2021", "2021")]),
    ("The wall fell on a November night in 2019.", [("November", "2019-11"), ("2019", "2019")]),
    ("The wall fell on a January day in 2019.", [("January", "2019-01"), ("2019", "2019")]),
    ("Farms in Australia burned last summer.", [("last summer", None)]),
    ("Farms in Portugal burned last summer.", [("last summer", "2024-22")]),
    ("Kenya borrowed less last fiscal year.", [("last fiscal year", None)]),
    ("The fire spread within hours.", [("hours", None)]),
]


@pytest.mark.parametrize(("text", "found"), TURNED)
def test_the_verb_and_the_words_beside_tell_which(parser: Parser, text: str, found: Found) -> None:
    assert values(parser, text, "2025-03-05") == found
