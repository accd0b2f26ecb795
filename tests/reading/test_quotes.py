"""Quotes: which words are somebody's, whose they are, and on whose word."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.documents import Segment
from dragoman.model.readings import Mention
from dragoman.model.statements import Quote
from dragoman.reading import quotes
from dragoman.reading.marks import Cast
from dragoman.reading.parse import Parser

NAMES = (
    "Adama Barrow", "Barrow", "Ruto", "Tusk", "Lavrov", "Erdogan", "Lula",
    "Modi", "Xi Jinping", "Macron", "Milei", "Petro", "Orban", "Interfax",
    "TASS", "Reuters", "Maduro", "Ramaphosa", "Kishida", "Zelensky", "Sunak",
    "Sisi", "Biden", "Guaido", "Merkel", "Netanyahu", "Akufo-Addo", "Abiy Ahmed",
    "Kagame", "Tshisekedi", "Albanese", "KCNA", "Kim Jong Un", "Blinken", "Bukele",
    "Anwar Ibrahim", "Marcos", "Meloni", "Scholz", "Boric", "Tokayev", "Museveni",
    "Prabowo", "Mirziyoyev", "Pashinyan", "Aliyev", "Hun Sen", "the ministry", "The ministry",
    "the junta", "Seoul",
)  # fmt: skip
Rows = list[tuple[str, str | None]]


def segments(text: str) -> list[Segment]:
    """Each line a paragraph, as cleaning marks them."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        found.append(Segment(start, start + len(line), "body"))
        start += len(line)
    return found


def cast(text: str, pronouns: dict[str, str]) -> Cast:
    """A cast made by hand: each name is its own actor, and pronouns are whom the test says."""
    found = {}
    for name in sorted(NAMES, key=len, reverse=True):
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            if not any(start <= match.start() < end for start, end in found):
                found[match.span()] = Mention(*match.span(), name, name.lower(), "name")
    for word, actor in pronouns.items():
        for match in re.finditer(rf"\b{word}\b", text):
            found[match.span()] = Mention(*match.span(), word, actor, "pronoun")
    return Cast((), tuple(found[place] for place in sorted(found)), ())


def read(parser: Parser, text: str, **pronouns: str) -> tuple[Quote, ...]:
    parsed = parser.parse("d-1", text, segments(text))
    return quotes.find(parsed, cast(text, pronouns))


def direct(parser: Parser, text: str, **pronouns: str) -> Rows:
    return [(q.text, q.speaker) for q in read(parser, text, **pronouns) if q.direct]


AFTER: list[tuple[str, Rows]] = [
    ("“We will sign in May,” Kenyan President William Ruto said.", [("We will sign in May,", "ruto")]),
    ('"The border is closed," said Polish Prime Minister Donald Tusk.', [("The border is closed,", "tusk")]),
    ("‘We are ready for talks’, Lavrov told reporters in Ankara.", [("We are ready for talks", "lavrov")]),
    ("'We are ready for talks,' Lavrov told reporters.", [("We are ready for talks,", "lavrov")]),
    ("«We are ready», said Lavrov.", [("We are ready", "lavrov")]),
    ("‘‘We are ready,’’ Lavrov said.", [("We are ready,", "lavrov")]),
    ("„Wir schaffen das“, Merkel said.", [("Wir schaffen das", "merkel")]),
    ("“Will they pay?” Macron asked.", [("Will they pay?", "macron")]),
    ("“Never!” Maduro shouted from the balcony.", [("Never!", "maduro")]),
    ("“Nobody can stop this,” said Abiy Ahmed, adding nothing.", [("Nobody can stop this,", "abiy ahmed")]),
    ("“We shall see,” Boric later told journalists in Lima.", [("We shall see,", "boric")]),
    ("“It is a red line,” an official who asked not to be named said.", [("It is a red line,", None)]),
    ("“We want peace,” said Kagame and Tshisekedi.", [("We want peace,", None)]),
    ("“The dam is full,” according to Abiy Ahmed.", [("The dam is full,", "abiy ahmed")]),
    ("“We will not bow” – Maduro", [("We will not bow", "maduro")]),
    ("“I trust them,” he said.", [("I trust them,", None)]),
    ("“The leaders’ house isn’t theirs,” Meloni said.", [("The leaders’ house isn’t theirs,", "meloni")]),
    ("“We are glad,” Marcos, who was in Tokyo, told the press.", [("We are glad,", "marcos")]),
    ("“Trade will grow,” Prabowo was quoted as saying.", [("Trade will grow,", "prabowo")]),
]

BEFORE: list[tuple[str, Rows]] = [
    (
        "Modi said: “India will stand with its neighbours.”",
        [("India will stand with its neighbours.", "modi")],
    ),
    (
        "Xi Jinping, in turn, stressed the depth of ties: “Peru is a friend.”",
        [("Peru is a friend.", "xi jinping")],
    ),
    (
        "Abiy Ahmed has spoken warmly of them, saying: “They are our shield.”",
        [("They are our shield.", "abiy ahmed")],
    ),
    ("Asked about it, Netanyahu replied, “We do not comment.”", [("We do not comment.", "netanyahu")]),
    ("The ministry said in a statement: “We condemn it.”", [("We condemn it.", "the ministry")]),
    ("Tokayev told the envoys, “Our door is open.”", [("Our door is open.", "tokayev")]),
    ("Interfax quoted Lavrov as saying “the door is open.”", [("the door is open.", "lavrov")]),
    ("Lavrov was quoted as saying that “the door is open”.", [("the door is open", "lavrov")]),
    ("Museveni was blunt.\nMuseveni said:\n“We will pay.”", [("We will pay.", "museveni")]),
    ("Aliyev wrote on X: “The road is ours.”", [("The road is ours.", "aliyev")]),
    ("He was clear: “The road is ours.”", [("The road is ours.", None)]),
    ("According to Orban, the rule is a “weapon that misfires”.", [("weapon that misfires", "orban")]),
]

WITHIN: list[tuple[str, Rows]] = [
    ("Macron called the strikes “a grave mistake” and urged restraint.", [("a grave mistake", "macron")]),
    ("Petro’s description of the raid as an “act of war” angered them.", [("act of war", "petro")]),
    ("Milei's reference to Chile as an “old friend” was noted.", [("old friend", "milei")]),
    ("Sisi thanked Biden for his “tireless efforts”.", [("tireless efforts", "sisi")]),
    ("Lavrov warned of “serious consequences”.", [("serious consequences", "lavrov")]),
    ("Sunak, who described Orban as “a friend”, left.", [("a friend", "sunak")]),
    ("Lula said the deal was “dead”.", [("dead", "lula")]),
    (
        "Akufo-Addo told lawmakers that Ghana “cannot wait any longer.”",
        [("cannot wait any longer.", "akufo-addo")],
    ),
    ("It was a “great day”, Albanese said.", [("great day", "albanese")]),
    (
        "The talks took place at what the hosts billed as a “state-level visit”.",
        [("state-level visit", None)],
    ),
    ("The plan was described as “historic” by Milei.", [("historic", "milei")]),
    ("Bukele denounced the vote as a “farce”.", [("farce", "bukele")]),
    ("Pashinyan rejected the claim as “pure invention”.", [("pure invention", "pashinyan")]),
    ("Seoul expressed “deep regret” over the launch.", [("deep regret", "seoul")]),
]

INSIDE: list[tuple[str, Rows]] = [
    (
        "“The talks,” Erdogan said, “were useful and will go on.”",
        [("The talks,", "erdogan"), ("were useful and will go on.", "erdogan")],
    ),
    (
        "“We agreed on a lot,” Lula said. “The rest will follow.”",
        [("We agreed on a lot,", "lula"), ("The rest will follow.", "lula")],
    ),
    (
        "“We agree,” Lula said. Tusk replied: “So do we.”",
        [("We agree,", "lula"), ("So do we.", "tusk")],
    ),
    (
        "“We want peace,” Kagame said.\n“We have always wanted it.”\nThe talks go on.",
        [("We want peace,", "kagame"), ("We have always wanted it.", "kagame")],
    ),
    (
        "“He told me: ‘You must go,’ and I went,” Guaido recalled.",
        [("He told me: ‘You must go,’ and I went,", "guaido"), ("You must go,", None)],
    ),
]

NOBODY: list[tuple[str, Rows]] = [
    ("Macron refused to call it a “coup”.", []),
    ("Macron never called it a “coup”.", []),
    ("Goodall sang on “Fox and Friends” in May.", []),
    ("Lula spoke to “Jornal Nacional” on Monday.", []),
    ("The film “Casablanca” was shown to the guests.", []),
    ("The so-called “people’s army” marched on.", []),
    ("A ship named “Aurora” left the port.", []),
    ("The “Elo” payment system spread to Angola.", []),
    ("He’s the leaders’ man, the ’90s kid, and he’ll stay.", []),
    ("It is the states' right, and the '90s showed it.", []),
    ("Rock 'n' roll isn't banned in Cuba.", []),
    ("The pipe is 12\" wide and 5' long.", []),
    ("“We want peace.” Kagame then flew home.", [("We want peace.", None)]),
    ("Blinken and Lavrov met. “This was useful.”", [("This was useful.", None)]),
    ("it was the end of it all.” Then Kishida left the hall.", [("it was the end of it all.", None)]),
    (
        "and so the road is long.” Kishida, in turn, said: “It is short.”",
        [("and so the road is long.", None), ("It is short.", "kishida")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*AFTER, *BEFORE, *WITHIN, *INSIDE, *NOBODY], ids=str)
def test_words_in_marks_have_their_speaker(parser: Parser, text: str, expected: Rows) -> None:
    assert direct(parser, text) == expected


def test_a_pronoun_is_whom_the_cast_says(parser: Parser) -> None:
    text = "Ruto spoke. “I trust them,” he said. “They trust me.”"
    assert direct(parser, text, he="ruto") == [("I trust them,", "ruto"), ("They trust me.", "ruto")]


def test_a_speech_over_paragraphs_is_one_quote(parser: Parser) -> None:
    text = "“It begins here.\n“It goes on here.\n“It ends here,” Ramaphosa said.\nHe left."
    assert direct(parser, text) == [("It begins here.\n“It goes on here.\n“It ends here,", "ramaphosa")]


def test_a_closing_mark_may_come_paragraphs_later(parser: Parser) -> None:
    text = "Ramaphosa said: “It begins here.\nIt goes on here.\nIt ends here.”\nHe left."
    assert direct(parser, text) == [("It begins here.\nIt goes on here.\nIt ends here.", "ramaphosa")]


def test_a_missing_closing_mark_ends_with_its_paragraph(parser: Parser) -> None:
    assert direct(parser, "Ramaphosa said: “It begins here.\nHe left the hall.") == [
        ("It begins here.", "ramaphosa")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘Victory is near’: Zelensky tells troops", [("Victory is near", "zelensky")]),
        ("Scholz: “We are open to talks”", [("We are open to talks", "scholz")]),
        ("Lula says Brazil is “ready” for talks", [("ready", "lula")]),
        ("Film “Casablanca” shown in Rabat", []),
    ],
)
def test_headlines(parser: Parser, text: str, expected: Rows) -> None:
    parsed = parser.parse("d-1", text, (Segment(0, len(text), "headline"),))
    assert [(q.text, q.speaker) for q in quotes.find(parsed, cast(text, {}))] == expected


INDIRECT: list[tuple[str, Rows]] = [
    ("Ruto said that Kenya would send police.", [("Kenya would send police", "ruto")]),
    ("Tusk noted Poland had closed the border.", [("Poland had closed the border", "tusk")]),
    ("Boric denied that Chile had left the pact.", [("Chile had left the pact", "boric")]),
    ("The road will open in May, Aliyev said.", [("The road will open in May", "aliyev")]),
    ("Modi told reporters that the train was late.", [("the train was late", "modi")]),
    ("Seoul announced that it had sent an envoy.", [("it had sent an envoy", "seoul")]),
    ("ACCRA (GNA) – The road is open, Ruto said.", [("The road is open", "ruto")]),
    ("Tusk refused to say that the border was closed.", []),
    ("Tusk asked why the border was closed.", []),
    ("The result suggests that the border is closed.", []),
    ("Ruto did not say that the police would go.", []),
    ("Ruto may say that the police are late.", []),
    ("If Ruto says that the police are late, they go.", []),
    ("Ruto expressed gratitude for the help.", []),
    ("Ruto wants to say that the police are late.", []),
]


@pytest.mark.parametrize(("text", "expected"), INDIRECT, ids=lambda v: v if isinstance(v, str) else "")
def test_a_clause_may_give_the_sense_of_words(parser: Parser, text: str, expected: Rows) -> None:
    found = read(parser, text)
    assert [(q.text, q.speaker) for q in found] == expected
    assert not any(q.direct for q in found)


def test_a_clause_keeps_the_pair_of_marks_within_it(parser: Parser) -> None:
    (clause, words) = read(parser, "Zelensky wrote that Kyiv had “no choice”.")
    assert (clause.text, clause.direct) == ("Kyiv had “no choice”", False)
    assert (words.text, words.direct) == ("no choice", True)


CHAINS: list[tuple[str, list[tuple[str | None, str]]]] = [
    (
        "Interfax quoted Lavrov as saying “the door is open.”",
        [("interfax", "Interfax"), ("lavrov", "Lavrov")],
    ),
    ("“We shall not bow,” Maduro said, Reuters reported.", [("reuters", "Reuters"), ("maduro", "Maduro")]),
    ("“It is a red line,” a senior official said.", [(None, "a senior official")]),
    (
        "The agency KCNA said Kim Jong Un had told officers that “war is near.”",
        [("kcna", "The agency KCNA"), ("kim jong un", "Kim Jong Un")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS, ids=lambda v: v if isinstance(v, str) else "")
def test_the_chain_of_attribution_goes_from_outermost_in(
    parser: Parser, text: str, expected: list[tuple[str | None, str]]
) -> None:
    quote = next(q for q in read(parser, text) if q.direct)
    assert [(a.holder, a.text) for a in quote.attribution] == expected
    assert [a.anonymous for a in quote.attribution] == [
        a.text == "a senior official" for a in quote.attribution
    ]


def test_a_quote_knows_its_cue_its_speakers_words_and_whom_it_is_told(parser: Parser) -> None:
    text = "“We are ready,” President Adama Barrow told Reuters on Monday."
    (quote,) = read(parser, text)
    assert quote.cue is not None
    assert quote.speaker_mention is not None
    assert text[quote.cue.start : quote.cue.end] == "told"
    assert text[quote.speaker_mention.start : quote.speaker_mention.end] == "President Adama Barrow"
    assert (quote.speaker, quote.addressee) == ("adama barrow", "reuters")


PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", "«", "»", "„", "\n", ". ", ", ", " ", "Ruto ",
     "said ", "that ", "it is ", "he ",
     "s’ ", "don’t ", "12", ": ", "the plan ", "According to ", "Tusk", "?", "called ", "friend", "("]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_spans_are_exact_and_direct_quotes_nest_or_stand_apart(parser: Parser, text: str) -> None:
    found = read(parser, text, he="ruto")
    spans = [(q.start, q.end) for q in found if q.direct]
    for quote in found:
        assert text[quote.start : quote.end] == quote.text
        assert 0 <= quote.start < quote.end <= len(text)
        for span in (quote.cue, quote.speaker_mention):
            assert span is None or 0 <= span.start < span.end <= len(text)
    for a, b in spans:
        for c, d in spans:
            assert b <= c or d <= a or (a <= c and d <= b) or (c <= a and b <= d)
    assert len({q.id for q in found if q.direct}) == len(spans)
