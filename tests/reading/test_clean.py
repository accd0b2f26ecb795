"""What a pasted text is made of, and that nothing of its body is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.clean import segment

LEDE = (
    "The foreign ministers of Ghana and Togo met in Lomé on Monday to settle how their fishing fleets share "
    "the coastal waters, officials of both ministries said."
)
SECOND = (
    "Ghana has asked Togo for months to recognise the line that a tribunal drew, and Togo had put off any "
    "answer until its own parliament could vote on the matter."
)
THIRD = (
    "A commission of both countries will meet in Accra in June, and the two ministers agreed that patrol "
    "boats of Ghana and Togo will carry observers of the other side until then."
)
ARTICLE = "\n\n".join((LEDE, SECOND, THIRD))


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """(kind, words) of each line of a text."""
    return [
        (s.kind, line.strip())
        for s in segment(text, title)
        for line in text[s.start : s.end].split("\n")
        if line.strip()
    ]


def kind_of(line: str, text: str) -> str:
    """The kind that a line of a text has."""
    (kind,) = {kind for kind, words in kinds(text) if line in words}
    return kind


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Share this article",
        "Facebook Twitter WhatsApp Email",
        "Subscribe to our newsletter and never miss a story.",
        "By signing up, you agree to our Terms of Use and Privacy Policy",
        "We use cookies to improve your experience here. Read our Privacy Policy to find out more.",
        "© 2024 The Lagoon Post. All rights reserved.",
        "READ ALSO: Port workers end their strike after nine days",
        "3 min read",
        "1.2k shares",
        "5 hours ago",
        "Home > World > Africa > Togo",
        "عن الموقع وشروط الاستخدام",
        "Write to the newsroom: desk@lagoonpost.example",
        "* * *",
    ],
)
def test_furniture_is_boilerplate_wherever_it_stands(line: str) -> None:
    for text in (f"{line}\n\n{ARTICLE}", f"{LEDE}\n\n{line}\n\n{SECOND}\n\n{THIRD}", f"{ARTICLE}\n\n{line}"):
        assert kind_of(line, text) == "boilerplate"
        assert [words for kind, words in kinds(text) if kind == "body"] == [LEDE, SECOND, THIRD]


@pytest.mark.parametrize(
    "line",
    [
        "Togo's foreign minister, left, shakes hands with his guest in Lomé on Monday. (Photo by A. Mensah)",
        "Photo: Ama Owusu/AFP",
        "FILE - The harbour of Tema, seen from the air.",
        "Getty Images",
        "The two ministers at the signing table [File: Kofi Adu/Reuters]",
        "President Adama Diallo walks with her guest in Dakar on Tuesday, May 7, 2019.",
    ],
)
def test_the_line_under_a_picture_is_a_caption(line: str) -> None:
    assert kind_of(line, f"Ministers settle the fishing line\n\n{line}\n\n{ARTICLE}") == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "By Esi Badu",
        "By Esi Badu and Kwame Ofori in Lomé",
        "Published: 4 March 2019",
        "March 4, 2019",
        "Updated 10:30 GMT, 4 March 2019",
        "Reporting by Esi Badu; Editing by Kwame Ofori",
    ],
)
def test_who_wrote_and_when_is_a_byline(line: str) -> None:
    assert kind_of(line, f"Ministers settle the fishing line\n\n{line}\n\n{ARTICLE}") == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "By 2030, both fleets should be of one size, the ministers said.",
        "“Click on any map and you see the quarrel,” the minister said.",
        "Togo wants to become a member of the union without permission of its neighbours.",
        "The minister wrote on Facebook that Ghana would sign up to the pact.",
        "Read the treaty and you will see that it binds both, she told them.",
        "Related sanctions were lifted in the spring of that year by both governments.",
        "Comments by the Ghanaian envoy angered his hosts, who called them a threat.",
        "It was over.",
        "Who will pay for it?",
    ],
)
def test_a_sentence_with_a_word_of_furniture_stays_body(line: str) -> None:
    text = f"{LEDE}\n\n{line}\n\n{SECOND}\n\n{THIRD}"
    assert kind_of(line, text) == "body"


def test_title_subhead_and_body_are_told_apart() -> None:
    title = "World\n\nGhana and Togo settle their fishing line\n\nBy Esi Badu"
    text = f"{title}\n\n{LEDE}\n\nA Long Quarrel\n\n{SECOND}"
    assert kinds(text) == [
        ("boilerplate", "World"),
        ("headline", "Ghana and Togo settle their fishing line"),
        ("byline", "By Esi Badu"),
        ("body", LEDE),
        ("headline", "A Long Quarrel"),
        ("body", SECOND),
    ]


def test_what_follows_a_biography_is_boilerplate() -> None:
    text = (
        f"{ARTICLE}\n\nEsi Badu\n\nEsi Badu is a freelance journalist and editor who lives in Tema.\n\n"
        "We offer three kinds of places for your advertisement.\n1. Top of page\nPRICES\n"
        "A post that you write yourself costs less than one that our team has to write for you."
    )
    assert [kind for kind, _ in kinds(text)] == ["body"] * 3 + ["byline"] + ["boilerplate"] * 5


def test_a_person_described_in_the_news_ends_nothing() -> None:
    described = "Esi Badu is a professor of law in Accra who advised Ghana before the tribunal."
    text = f"{LEDE}\n\n{described}\n\n{SECOND}\n\n{THIRD}"
    assert {kind for kind, _ in kinds(text)} == {"body"}


def test_a_signature_with_degrees_is_a_byline() -> None:
    signed = "Esi Badu, PhD in Law, Senior Fellow at the Volta Institute of Maritime Studies"
    assert kinds(f"{ARTICLE}\n{signed}")[-1] == ("byline", signed)


def test_a_list_of_other_articles_is_boilerplate_and_the_body_goes_on() -> None:
    text = f"{LEDE}\n\nMost read\n\nStorm hits the coast\n\nPrices of cocoa rise\n\n{SECOND}\n\n{THIRD}"
    assert [kind for kind, _ in kinds(text)] == ["body"] + ["boilerplate"] * 3 + ["body"] * 2


def test_items_of_a_list_in_the_body_are_body() -> None:
    text = (
        f"{LEDE}\n\nThey agreed on three things:\n\n- joint patrols\n- a hotline\n- shared ports\n\n{SECOND}"
    )
    assert {kind for kind, _ in kinds(text)} == {"body"}


def test_a_text_of_one_sentence_is_body() -> None:
    assert kinds("Ghana met Togo") == [("body", "Ghana met Togo")]
    assert kinds("Ghana sold Togo two boats.") == [("body", "Ghana sold Togo two boats.")]


def test_the_given_title_is_the_headline() -> None:
    text = f"Fishing talks in Lomé\n\nGhana and Togo on the coastal waters\n\n{ARTICLE}"
    assert ("headline", "Fishing talks in Lomé") in kinds(text, "Fishing Talks in Lomé")


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The foreign ministers of Ghana and Togo met in Lomé on Monday to settle\n"
        "how their fishing fleets share the coastal waters, officials of both\n"
        "ministries said, and they will meet again."
    )
    assert [(s.start, s.end, s.kind) for s in segment(wrapped)] == [(0, len(wrapped), "body")]


def test_markdown_marks_are_no_words_of_a_headline() -> None:
    text = f"---\ntitle: x\n---\n# Fishing talks\n\n{ARTICLE}"
    pieces = [(s.kind, text[s.start : s.end].strip()) for s in segment(text)]
    assert pieces[:2] == [("boilerplate", "---\ntitle: x\n---\n#"), ("headline", "Fishing talks")]


@given(
    st.lists(
        st.sampled_from(
            [
                LEDE,
                SECOND,
                THIRD,
                "Advertisement",
                "By Esi Badu",
                "A Long Quarrel",
                "",
                " ",
                "\u00a0",
                "© 2020 X",
                "Ünïcödé\u2028…",
                "نموذج",
                "12",
                "# A",
                "- b",
            ]
        )
        | st.text(max_size=40),
        max_size=12,
    ),
    st.sampled_from(["\n", "\n\n", "\n \n"]),
)
def test_segments_cover_any_text_exactly(lines: list[str], between: str) -> None:
    text = between.join(lines)
    cut = segment(text)
    assert "".join(text[s.start : s.end] for s in cut) == text
    assert all(s.start < s.end for s in cut)
    assert cut == segment(text)


def test_a_list_at_the_end_of_a_release_is_body() -> None:
    text = (
        f"Press release\n\nMinister receives the envoy of Togo\n\n{LEDE}\n\nThey also agreed on:\n"
        "1. a joint commission;\n2. visas for students;\n3. a hospital.\n\n"
        "Media contact:\nEsi Badu, Press Office"
    )
    found = kinds(text)
    assert [kind for kind, _ in found[3:7]] == ["body"] * 4
    assert {kind for kind, _ in found[7:]} == {"boilerplate"}


def test_turns_of_a_transcript_are_body() -> None:
    turns = [
        "PRESIDENT OF KENYA: Mr President, friends,",
        "I am very happy to welcome you, and thank you for your invitation to our delegation.",
        "Question: Will you sign the agreement?",
        "Answer: We offer our partners good terms.",
    ]
    text = "Meeting with the President of Gabon\n\nMay 6, 2014\n\n* * *\n\n" + "\n\n".join(turns)
    assert [words for kind, words in kinds(text) if kind == "body"] == turns
    assert kinds(text)[0] == ("headline", "Meeting with the President of Gabon")


def test_an_entry_of_another_article_does_not_end_the_text() -> None:
    last = "“We will share the sea,” she said."
    text = f"{LEDE}\n\n{SECOND}\n\nALSO READ | Storm hits the coast\n\n{last}"
    assert kinds(text)[-1] == ("body", last)


def test_a_word_of_furniture_drops_no_long_paragraph() -> None:
    glued = f"{LEDE} {SECOND} Read more {THIRD} Ghana and Togo"
    assert kinds(glued) == [("body", glued)]


def test_what_somebody_plans_to_hold_on_a_day_is_no_caption() -> None:
    plan = "Brazil and Uruguay plan to hold joint exercises near Salto on 4 July 2031."
    assert kind_of(plan, f"Troops on the river\n\n{LEDE}\n\n{plan}\n\n{SECOND}") == "body"


def test_a_dated_lede_in_march_is_no_caption() -> None:
    lede = (
        "NAIROBI, March 4, 2024 (Lake Wire) — Kenyan President William Ruto met a neighbour on Monday. "
        "They spoke about fish."
    )
    text = f"Ruto meets his neighbour\n\n{lede}\n\nThe two governments signed three agreements.\n"
    assert [s.kind for s in segment(text, None)] == ["headline", "body", "body"]


@pytest.mark.parametrize(
    ("page", "body"),
    [
        (  # a live blog
            f"Live: Ghana and Togo settle the coast\n\nLast updated 16:42 GMT\n\n16:40\n\n{LEDE}"
            f"\n\n16:05\n\n{SECOND}\n\n15:30\n\n{THIRD}\n\n"
            "This live page is now closed. You can read our full report here.",
            [LEDE, SECOND, THIRD],
        ),
        (  # tags
            f"{ARTICLE}\n\nTags: Ghana, Togo, fisheries, border\n\nTopics\n\nGhana\n\nTogo\n\nFisheries",
            [LEDE, SECOND, THIRD],
        ),
        (  # what readers say
            f"{ARTICLE}\n\n12 Comments\n\nKofi A. says:\n\nAbout time! They should have done this years ago."
            "\n\nReply\n\nAma says:\n\nMy uncle fishes there and nobody asked him."
            "\n\nReply\n\nLeave a comment",
            [LEDE, SECOND, THIRD],
        ),
        (  # a wall before subscribers
            f"{LEDE}\n\n{SECOND}\n\nThis article is for subscribers only. Already a subscriber? Log in.\n\n"
            "Unlimited digital access for 4 euros a month. Cancel anytime.",
            [LEDE, SECOND],
        ),
        (  # a release with whom to ask
            f"FOR IMMEDIATE RELEASE\n\nGhana and Togo agree on the coast\n\n{ARTICLE}\n\n"
            "For further information, please contact:\n\n"
            "Adwoa Mensah, Press Officer\n\nTel: +233 20 000 0000\n\nE-mail: press@mfa.example",
            [LEDE, SECOND, THIRD],
        ),
        (  # a whole page
            f"Home News Politics Business Sport Opinion Weather\n\nSkip to content\n\nLog in | Register\n\n"
            f"{ARTICLE}\n\nMost read\n\n1. Port strike ends\n\n2. Rain floods market\n\n3. Stars lose again",
            [LEDE, SECOND, THIRD],
        ),
    ],
    ids=["live", "tags", "comments", "wall", "release", "page"],
)
def test_of_a_pasted_page_just_the_article_is_body(page: str, body: list[str]) -> None:
    assert [words for kind, words in kinds(page) if kind == "body"] == body


def test_a_text_in_another_script_is_no_clutter() -> None:
    text = (
        "Президент посетил Найроби в мае. Он встретился с министром.\n\nСтороны подписали договор о рыбе.\n"
    )
    assert {s.kind for s in segment(text, None)} == {"body"}


@pytest.mark.parametrize(
    "line",
    [
        "> “We settled the line and kept the nets.”",
        "[ADVERTISEMENT – story continues below]",
        "Place your advert here: half page GH₵ 4,200, strip GH₵ 950.",
        "Correction: an earlier version misspelt the name of the port.",
    ],
)
def test_what_interrupts_the_text_is_boilerplate(line: str) -> None:
    said = "“We settled the line and kept the nets,” the minister of Togo told those who had come."
    assert kind_of(line, f"{ARTICLE}\n\n{said}\n\n{line}\n\n{THIRD} Nobody answered.") == "boilerplate"


def test_arrows_below_a_heading_lead_to_other_articles() -> None:
    end = "Read next\n▸ Nets, guns and cousins: who runs the Volta delta\n▸ The 40,000: a map of the boats"
    assert kinds(f"{ARTICLE}\n\n{end}")[-1][0] == "boilerplate"


def test_what_the_author_was_is_no_part_of_the_text() -> None:
    end = "The author served as High Commissioner of Ghana to Kenya. Views are personal."
    text = f"{ARTICLE}\n\n{end}\n\n© The Gulf Forum. All rights reserved."
    assert kind_of(end, text) == "boilerplate"


@pytest.mark.parametrize(
    "end",
    [
        "Accra Weekly Online. Tel 0-0000-0000. Complaints to the editor in Ewe only.",
        "Email: tides@accraweekly.example. Columns reflect the opinion of the writer and not of this paper.",
    ],
)
def test_where_to_write_is_no_part_of_the_text(end: str) -> None:
    assert kind_of(end, f"{ARTICLE}\n\n{end}") == "boilerplate"
    assert kind_of(end, f"{ARTICLE}\n\n{end}\n\nRELATED: Nets and guns • Ask Tante Afi") == "boilerplate"


def test_a_long_paragraph_with_a_number_to_call_stays_body() -> None:
    line = "Relatives may call the consulate of Togo in Accra at phone 030 277 7950, the two ministers said."
    assert kind_of(line, f"{LEDE}\n\n{line}\n\n{SECOND}") == "body"
