"""What a text says of itself, and what it does not say."""

import pytest

from dragoman.model.documents import Metadata
from dragoman.reading.clean import found, segment

BODY = (
    "The presidents of Chile and Peru met in Arica on Friday to reopen the railway between their countries, "
    "both governments said in the evening.\n\n"
    "Peru had closed the line after the floods, and Chile lent it two engines so that the freight of both "
    "countries could move again before the harvest."
)


def said(text: str) -> Metadata:
    """What is found in a text."""
    return found(text, segment(text))


def test_a_text_that_begins_with_its_body_says_nothing_but_its_language() -> None:
    assert said(BODY) == Metadata(language="en")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Rosa Quispe", "Rosa Quispe"),
        ("By Rosa Quispe in Lima", "Rosa Quispe"),
        ("By ROSA QUISPE and Juan O’Higgins | March 3, 2017", "ROSA QUISPE and Juan O’Higgins"),
        ("Column by Rosa Quispe", "Rosa Quispe"),
        ("By Rosa Quispe and agencies", "Rosa Quispe"),
        ("By agencies", None),
        ("Written by: Rosa Quispe, Andes correspondent", "Rosa Quispe"),
        ("Author: Rosa Quispe", "Rosa Quispe"),
        ("By Rosa Quispe Sept. 3, 2017 3:40 pm", "Rosa Quispe"),
        ("By our correspondent", None),
        ("By Land and by Rail, the Neighbours Meet Again", None),
        ("March 3, 2017", None),
        ("Rosa Quispe", "Rosa Quispe"),
        ("Dr. Rosa Quispe", "Rosa Quispe"),
        ("Rosa Quispe, Lima bureau", "Rosa Quispe"),
        ("Rosa Quispe and Juan O’Higgins", "Rosa Quispe and Juan O’Higgins"),
        ("Rosa Quispe | 3 March 2017", "Rosa Quispe"),
        ("3 March 2017\n\nŞule Öztürk", "Şule Öztürk"),
        ("Álvaro Núñez de Balboa", "Álvaro Núñez de Balboa"),
        ("Lt. Gen. Juan de la Cruz (ret.)", "Juan de la Cruz"),
        ("By Ambassador (Retd) Dr. Rosa Quispe", "Rosa Quispe"),
        ("Prof. Rosa Quispe, PhD", "Rosa Quispe"),
        ("By Staff Writer", None),
        ("South American Desk", None),
        ("Middle East\n\n3 March 2017", None),
        ("The Lima Star\n\n3 March 2017", None),
        ("A Handshake At Last", None),
        ("Rosa Quispe\n\nBy Juan O’Higgins", "Juan O’Higgins"),
        ("Rosa Quispe, in Arica", "Rosa Quispe"),
        ("Rosa Quispe, Ambassador (ret.)", "Rosa Quispe"),
        ("Posted on 3 March 2017 by Rosa Quispe", "Rosa Quispe"),
        ("Text: Rosa Quispe. Maps: The Sea Desk", "Rosa Quispe"),
        ("A Railway, In the Andes", None),
        ("Posted on 3 March 2017 by admin", None),
    ],
)
def test_the_author_stands_in_the_byline(line: str, author: str | None) -> None:
    assert said(f"Railway of the Andes reopens\n\n{line}\n\n{BODY}").author == author


@pytest.mark.parametrize(
    ("end", "author"),
    [
        ("Rosa Quispe is a journalist and editor based in Arequipa.", "Rosa Quispe"),
        ("Rosa Quispe, PhD, Lecturer at the Institute of Andean Studies", "Rosa Quispe"),
        ("The author is a research fellow at a university in Lima.", None),
        (
            "Ambassador (R) Rosa Quispe served at the missions of Peru in Quito and Bern. She is a "
            "senior fellow at the Pacific Institute. To cite: Quispe, R., “Rails”.",
            "Rosa Quispe",
        ),
    ],
)
def test_the_author_stands_below_the_text(end: str, author: str | None) -> None:
    assert said(f"{BODY}\n\n{end}").author == author


@pytest.mark.parametrize(
    ("end", "source"),
    [
        ("© 2017 The Pacific Ledger. All rights reserved.", "The Pacific Ledger"),
        ("Copyright © 2017 Pacific Ledger", "Pacific Ledger"),
        ("Copyright (c) 2016-2017 by Andes Daily. Reprints on request.", "Andes Daily"),
        ("© 2017 Altiplano Holdings, Inc. All rights reserved.", None),
        ("© Rosa Quispe", None),
        ("Source: Andes Daily", "Andes Daily"),
        (
            "No part may be used without prior written permission from Andes Daily (andes.example).",
            "Andes Daily",
        ),
        ("Rosa Quispe is the managing editor of Andes Daily (andes.example).", "Andes Daily"),
        ("© 2017 Reuters. All rights reserved.", None),
        ("All rights reserved.", None),
        ("© Andes Daily 2017", "Andes Daily"),
        ("© Rosa Quispe 2017 | Andes Daily", None),
        ("All rights reserved. Nobody may copy it without leave of the Institute.", None),
        ("All rights reserved. Reprints need the consent of the Andes Institute.", "the Andes Institute"),
    ],
)
def test_the_source_stands_in_the_copyright_line(end: str, source: str | None) -> None:
    assert said(f"{BODY}\n\n{end}").source == source


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published: 3 March 2017", "2017-03-03"),
        ("Posted on March 3, 2017 by Rosa Quispe", "2017-03-03"),
        ("Friday, March 3, 2017", "2017-03-03"),
        ("Last updated: 4 March 2017", None),
        ("03/04/2017", None),
        ("3 March 2017, 10:15 GMT | Updated 11:00", "2017-03-03"),
        ("Published 3 March 2017 | Updated 5 March 2017", "2017-03-03"),
        ("Last updated 5 March 2017 | Published 3 March 2017", "2017-03-03"),
        ("Friday, March 3, 2017, updated March 4, 2017", "2017-03-03"),
        ("World | 3 March 2017 | 4 min read", "2017-03-03"),
        ("March 3, 2017 / 10:02 AM / Lima", "2017-03-03"),
        ("Vol. 7, No. 2, March 2017", "2017-03"),
        ("Last modified on Sat 4 Mar 2017", None),
        ("Rosa Quispe\nThe author is a former ambassador of Peru to Chile.\nMarch 3, 2017", "2017-03-03"),
        ("Fri 3 Mar 2017 08.15 GMT   Last modified on Sat 4 Mar 2017 11.30 GMT", "2017-03-03"),
        (
            "PUBLISHED FRI, MAR 3 2017 8:15 PM PET | UPDATED SAT, MAR 4 2017 7:02 AM PET\n\nRosa Quispe\n\n"
            "IN BRIEF\n- Railway reopens\n- Peru's engines lent\n- Freight by May\n(Adds second engine)",
            "2017-03-03",
        ),
        ("Rosa Quispe\n\n3 March 2017 — 6 minutes", "2017-03-03"),
        ("", None),
    ],
)
def test_the_day_stands_above_the_text(line: str, published: str | None) -> None:
    assert said(f"Railway of the Andes reopens\n\n{line}\n\n{BODY}").published == published


@pytest.mark.parametrize(
    ("opening", "published", "genre"),
    [
        ("ARICA, March 3, 2017 (Reuters) - ", "2017-03-03", "wire"),
        ("ARICA, Chile (AP) — ", None, "wire"),
        ("Lima – 3 March 2017 – ", "2017-03-03", None),
        ("On March 3, 2017, ", None, None),
    ],
)
def test_a_dateline_gives_the_day_and_the_agency(
    opening: str, published: str | None, genre: str | None
) -> None:
    got = said(opening + BODY)
    assert (got.published, got.genre) == (published, genre)


@pytest.mark.parametrize(
    ("head", "genre"),
    [
        ("Opinion\n\nA railway is not enough", "opinion"),
        ("Analysis: A railway is not enough", "analysis"),
        ("FOR IMMEDIATE RELEASE\n\nChile and Peru reopen the railway", "release"),
        ("Sponsored content\n\nChile and Peru reopen the railway", "sponsored"),
        ("Transcript: the presidents in Arica", "transcript"),
        ("Chile and Peru reopen the railway", None),
    ],
)
def test_a_label_tells_the_genre(head: str, genre: str | None) -> None:
    assert said(f"{head}\n\n{BODY}").genre == genre


def test_a_list_in_an_advertisement_tells_no_genre() -> None:
    rates = "We accept these posts:\nPress release\nAdvertorial"
    assert said(f"{BODY}\n\nRosa Quispe is a journalist in Lima.\n\n{rates}").genre is None


def test_the_paper_says_its_day_in_its_first_lines() -> None:
    head = "La Quebrada\nArica's own daily * Issue 3,118 * Friday, 3 March 2017 * 500 pesos\nNEWS  TIDES"
    text = f"{head}\nColumn: From the Pier\nLetters\nRailway of the Andes reopens\nby Rosa Quispe\n\n{BODY}"
    assert said(text).published == "2017-03-03"


def test_an_item_of_a_summary_and_a_remark_in_brackets_are_no_title() -> None:
    head = "Chile and Peru reopen the railway\n\nPublished: 3 March 2017\n\nKEY POINTS"
    points = "- Chile and Peru met in Arica\n- Railway reopened\n(Adds both governments)"
    assert said(f"{head}\n{points}\n\n{BODY}").title == "Chile and Peru reopen the railway"


def test_the_title_is_as_written() -> None:
    assert said(f"Chile’s Railway Reopens With Peru’s Engines\n\n{BODY}").title == (
        "Chile’s Railway Reopens With Peru’s Engines"
    )


@pytest.mark.parametrize(
    ("head", "end", "source"),
    [
        ("THE PACIFIC LEDGER\nHome | World | Rail", "", "THE PACIFIC LEDGER"),
        (
            "THE PACIFIC LEDGER",
            "Comments are moderated and do not reflect the views of The Pacific Ledger.",
            "The Pacific Ledger",
        ),
        ("Vía Libre", "Vía Libre takes no money from governments. Donate now.", "Vía Libre"),
        ("Centre for Andean Studies (CAS) – Lima", "", "Centre for Andean Studies"),
        ("Vía Libre", "", None),
        ("World News", "", None),
        ("Peru", "", None),
    ],
)
def test_the_first_line_names_the_paper(head: str, end: str, source: str | None) -> None:
    text = f"{head}\n\nRailway of the Andes reopens after two years\n\n3 March 2017\n\n{BODY}\n\n{end}"
    assert said(text).source == source


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        ("Cusco Courier\nBy Ana Solís\n3 March 2017", "Cusco Courier"),
        ("The Lake Standard\n3 March 2017", "The Lake Standard"),
        ("Diario del Lago\nBy Ana Solís", "Diario del Lago"),
        ("Cusco Courier\nStaff reporter\n3 March 2017", "Cusco Courier"),
        ("Andes\nBy Ana Solís", None),
        ("World News\nBy Ana Solís", None),
    ],
)
def test_the_line_under_the_title_names_the_paper(lines: str, source: str | None) -> None:
    told = said(f"Railway of the Andes reopens after two years\n{lines}\n\n{BODY}")
    assert (told.title, told.source) == ("Railway of the Andes reopens after two years", source)


def test_a_slogan_is_no_title_and_the_line_above_the_day_is_one() -> None:
    head = (
        "Vía Libre\n\nreporting on the railway of the Andes since 2003\n\nWho pays for this?\n\n3 March 2017"
    )
    assert said(f"{head}\n\n{BODY}").title == "Who pays for this?"


@pytest.mark.parametrize(
    ("line", "told", "published"),
    [
        ("Thursday, 11 September · 5 minute read", "1998, in 2003, in 2023 and again in 2024", "2025-09-11"),
        (
            "Wednesday 6 March | Lima",
            "1998, in 2015, in 2017, in 2018 and, it is hoped, in 2034",
            "2019-03-06",
        ),
        ("Thursday, September 11", "1998, in 2003, in 2012 and again in 2024", None),
        ("Tuesday, September 11", "1998, in 2003, in 2023 and again in 2024", None),
        ("Thursday, 11 September", "2024", None),
        ("11 September", "1998, in 2003, in 2023 and again in 2024", None),
    ],
)
def test_a_weekday_gives_a_day_its_year_where_the_text_allows_but_one(
    line: str, told: str, published: str | None
) -> None:
    text = f"Railway of the Andes reopens\n\nBy Rosa Quispe\n{line}\n\n{BODY} It had been shut in {told}."
    assert said(text).published == published


YEARS = "It had been shut in 1998, in 2003, in 2023 and again in 2024."


@pytest.mark.parametrize(
    ("lead", "published"),
    [
        ("LIMA, Sept 11 (Andes Wire) - The railway reopened on Thursday, the minister said.", "2025-09-11"),
        ("(Andes Wire) LIMA, September 11 — The minister said Thursday that trains run.", "2025-09-11"),
        ("LIMA, Sept 11 (AW) - Peru began to mend its railway, a minister said on Thursday.", "2025-09-11"),
        ("LIMA, 6 March: Trains will run on Friday. The minister spoke on Thursday.", "2025-03-06"),
        ("LIMA, Sept 11 (Andes Wire) - The railway will reopen on Thursday, the minister said.", None),
        ("LIMA, Sept 11 (Andes Wire) - The railway reopened on Tuesday, the minister said.", None),
        ("LIMA, Sept 11 (Andes Wire) - The railway reopened last Thursday, the minister said.", None),
        ("LIMA, Sept 11 (Andes Wire) - The railway reopened, the minister said.", None),
        ("The minister said in LIMA, Sept 11 - that day - that the railway reopened on Thursday.", None),
    ],
)
def test_a_dateline_without_a_year_has_that_of_its_weekday(lead: str, published: str | None) -> None:
    text = f"Railway of the Andes reopens\n\nBy Rosa Quispe\n\n{lead}\n\n{BODY} {YEARS}"
    assert said(text).published == published


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Issue 3/2025", "2025"),
        ("Vol. 12, No. 4 (2019)", "2019"),
        ("Spring 2024", "2024"),
        ("Issue 44, Winter 2025-26", None),
        ("Trade in 2019 was at issue in Lima", None),
        ("Our number for 2025 of readers", None),
    ],
)
def test_an_issue_gives_a_text_without_a_day_its_year(line: str, published: str | None) -> None:
    text = f"Andes Review\n\n{line}\n\nRailway of the Andes reopens\n\nBy Rosa Quispe\n\n{BODY}"
    assert said(text).published == published


def test_the_title_stands_above_what_explains_it() -> None:
    title = "Chile and Peru reopen railway of Arica after the floods"
    deck = "Presidents meet at the border; engines lent to move freight before harvest"
    text = f"POLITICS\n\n{title}\n\n{deck}\n\nBy Rosa Quispe\n3 March 2017\n\n{BODY}"
    assert said(text).title == title


_DECK = "Eight years after the floods the engines run again. We looked at what the two countries paid for it."


@pytest.mark.parametrize(
    ("lines", "author", "published"),
    [
        ("The Lima Star\n3 March 2017\nRosa Quispe", "Rosa Quispe", "2017-03-03"),
        ("Rosa Quispe\nMarch 3, 2017", "Rosa Quispe", "2017-03-03"),
        ("Friday, 3 March 2017 | 10:15", None, "2017-03-03"),
        ("By Rosa Quispe", "Rosa Quispe", None),
        ("A bridge of iron", None, None),
        ("The morning of 3 March 2017 on the line between Tacna and Arica", None, None),
    ],
)
def test_writer_and_day_stand_below_the_sentences_under_a_title(
    lines: str, author: str | None, published: str | None
) -> None:
    told = said(f"Railway of the Andes reopens\n{_DECK}\n{lines}\n{BODY}")
    assert (told.title, told.author, told.published) == ("Railway of the Andes reopens", author, published)


def test_a_day_between_sections_is_not_that_of_the_text() -> None:
    first, second = BODY.split("\n\n")
    assert (
        said(f"Railway of the Andes reopens\n\n{first}\n\n{second}\n\n3 March 2017\n\n{BODY}").published
        is None
    )
