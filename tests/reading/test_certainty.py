"""How certain an act is: sentences on many countries, the act in brackets, and what holds for any text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.documents import Segment, Span
from dragoman.model.statements import Certainty, Quote, Stage, Stance
from dragoman.reading.certainty import STAGES, STANCES, Judged, judge, label
from dragoman.reading.marks import Paragraph
from dragoman.reading.parse import Parser

TABLE = Path(__file__).with_name("certain.tsv").read_text(encoding="utf-8").splitlines()
ALL = [tuple(line.split("\t")[1:]) for line in TABLE if not line.startswith("#")]


def paragraph_of(parser: Parser, text: str, kind: str = "body") -> Paragraph:
    """The one paragraph of a text."""
    (paragraph,) = parser.parse("d-1", text, [Segment(0, len(text), kind)]).paragraphs  # type: ignore[arg-type]
    return paragraph


def judged(parser: Parser, marked: str, kind: str = "body", quotes: tuple[Quote, ...] = ()) -> Judged:
    """The judgement of the word that begins at the bracket."""
    text = marked.replace("[", "").replace("]", "")
    paragraph = paragraph_of(parser, text, kind)
    token = next(t for t in paragraph.doc if t.idx == marked.index("["))
    return judge(token, paragraph, quotes)


@pytest.mark.parametrize(("marked", "certainty", "polarity"), ALL)
def test_an_act_is_as_certain_as_its_sentence_tells(
    parser: Parser, marked: str, certainty: Certainty, polarity: str
) -> None:
    found = judged(parser, marked)
    assert (found.certainty, found.polarity) == (certainty, polarity)


@pytest.mark.parametrize(
    ("marked", "timing"),
    [
        ("The two armies [hold] drills annually in Thrace.", "standing"),
        ("Vietnam often [hosts] such forums.", "standing"),
        ("The annual [exercise] took place near Perth.", "standing"),
        ("Norway [supplies] gas to Poland.", "standing"),
        ("Norway [supplied] gas to Poland on Friday.", "episode"),
        ("Norway is [supplying] gas to Poland.", "episode"),
        ("The two states [established] relations in the 1960s.", "background"),
        ("Britain [recognized] the republic seventy years ago.", "background"),
        ("Laos [joined] the bloc in 1997; in 2024 it chaired the summit.", "background"),
        ("In 2024 Laos [chaired] the summit.", "episode"),
        ("The premier will [visit] Suva.", "episode"),
    ],
)
def test_habits_and_history_are_told_from_episodes(parser: Parser, marked: str, timing: str) -> None:
    assert judged(parser, marked).timing == timing


@pytest.mark.parametrize(
    ("marked", "certainty"),
    [
        ("Panama [hosts] Caribbean leaders", "happened"),
        ("Panama to [host] Caribbean leaders", "planned"),
        ("Spanish king [visits] Rabat", "happened"),
    ],
)
def test_a_headline_in_the_present_tells_what_happened(parser: Parser, marked: str, certainty: str) -> None:
    assert judged(parser, marked, "headline").certainty == certainty


@pytest.mark.parametrize(
    ("marked", "reporters"),
    [
        (
            "The Chilean foreign minister said Peru [closed] its port.",
            [("The Chilean foreign minister", "said", False)],
        ),
        ("Officials said that the crew was [freed].", [("Officials", "said", True)]),
        ("Gambia [recalled] its envoy, according to Dakar.", [("Dakar", "according", False)]),
        ("The general is said to have [fled].", [("said", "said", True)]),
        (
            "The ministry said that Riga claimed that the ship [entered] its waters.",
            [("The ministry", "said", False), ("Riga", "claimed", False)],
        ),
        ("Burundi was accused by Kigali of [arming] rebels.", [("Kigali", "accused", False)]),
        ("Sources told the paper that Malta [paid].", [("Sources", "told", True)]),
        ("Panama [joined] the court in May.", []),
    ],
)
def test_who_gives_their_word_is_named_outermost_first(
    parser: Parser, marked: str, reporters: list[tuple[str, str, bool]]
) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = judged(parser, marked).reporters
    assert [(text[r.start : r.end], text[r.cue_start : r.cue_end], r.anonymous) for r in found] == reporters


def test_a_quote_names_its_speaker_for_a_sentence_inside_it(parser: Parser) -> None:
    text = "“We met in Minsk. Belarus [opened] its border,” the envoy said."
    plain = text.replace("[", "").replace("]", "")
    quote = Quote(
        "q-1", "d-1", 1, plain.index(",”") + 1, plain[1 : plain.index(",”") + 1], None, None,
        Span("d-1", plain.index("said"), plain.index("said") + 4), True,
        speaker_mention=Span("d-1", plain.index("the envoy"), plain.index(" said")),
    )  # fmt: skip
    (reporter,) = judged(parser, text, quotes=(quote,)).reporters
    assert plain[reporter.start : reporter.end] == "the envoy"


def test_the_cues_are_the_words_that_decided(parser: Parser) -> None:
    text = "Tonga may not [attend] the planned summit."
    plain = text.replace("[", "").replace("]", "")
    found = judged(parser, text)
    assert [plain[a:b] for a, b in found.cues] == ["may", "not"]


def test_the_label_follows_the_published_order() -> None:
    stages: list[Stage | None] = list(STAGES)
    for stance, named in STANCES:
        for stage in stages:
            expected = "speculative" if (stance, stage) == ("reported", "hypothetical") else named
            assert label(stage, stance) == expected
    for stage, named in STAGES.items():
        assert label(stage, "asserted") == named
        assert label(stage, "asserted", "negated") == named


WORDS = st.sampled_from(
    """the minister of Ghana said that not no never may will would visit visited talks were held by denied
    plans to cancel if , . “ ” according reports sources accused and or without signing ? had is yet a
    """.split()  # noqa: SIM905 - read as a sentence is
)


@given(st.lists(WORDS, min_size=1, max_size=25))
@settings(max_examples=60, deadline=None)
def test_any_row_of_words_is_judged_alike_twice_and_within_its_paragraph(
    parser: Parser, words: list[str]
) -> None:
    paragraph = paragraph_of(parser, " ".join(words))
    for token in paragraph.doc:
        found = judge(token, paragraph)
        assert found == judge(token, paragraph)
        assert found.certainty == label(found.stage, found.stance, found.polarity)
        stances: list[Stance] = [stance for stance, _ in STANCES]
        assert found.stance in (*stances, "asserted")
        for start, end in (*found.cues, *((r.start, r.end) for r in found.reporters)):
            assert paragraph.start <= start < end <= paragraph.end


def test_a_sentence_of_ten_thousand_words_is_judged_in_time(parser: Parser) -> None:
    paragraph = paragraph_of(parser, "Chad said that " * 3000 + "Mali agreed.")
    assert judge(paragraph.doc[-2], paragraph).certainty in ("happened", "ongoing", "reported", "unconfirmed")
