"""The scores of times, places, event codes, factuality and quotes, on tiny data made by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InputError, UsageError
from dragoman.evaluate import evaluate
from dragoman.evaluate.acts import names_f1
from dragoman.evaluate.factuality_uds_ih2 import mean_error, pearson
from dragoman.evaluate.geowebnews import Located, kilometres
from dragoman.evaluate.geowebnews import measured as located
from dragoman.evaluate.plover import actors_f1, parties, root_between, root_figures
from dragoman.evaluate.quotes import Said
from dragoman.evaluate.quotes import measured as said
from dragoman.evaluate.spans import overlapping
from dragoman.evaluate.tempeval3 import measured as timed
from dragoman.evaluate.texts import read_text
from dragoman.evaluate.timex import timex, timexes
from dragoman.reading.marks import TimeMention


def put(folder: Path, name: str, *records: dict[str, Any]) -> None:
    (folder / name).mkdir()
    text = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
    (folder / name / "dev.jsonl").write_text(text, "utf-8")


def figures(folder: Path, name: str) -> dict[str, float]:
    return {r.measure: r.figure for r in evaluate([name], folder)}


TIMES: list[tuple[str, str, str | None, str | None]] = [
    ("4 March 2025", "date", "2025-03-04", "2025-03-04"),
    ("Friday night", "date", "2025-03-07", "2025-03-07TNI"),
    ("March", "date", "2025-03", "2025-03"),
    ("spring 2024", "date", "2024-21", "2024-SP"),
    ("the 1990s", "date", "199X", "199"),
    ("the 18th century", "date", "17XX", "17"),
    ("last week", "date", "2025-02-24/2025-03-02", "2025-W09"),
    ("the weekend", "date", "2025-03-01/2025-03-02", "2025-W09-WE"),
    ("the second quarter", "date", "2025-04-01/2025-06-30", "2025-Q2"),
    ("early March", "date", "2025-03-01~/2025-03-10~", "2025-03"),
    ("early 2025", "date", "2025-01~/2025-04~", "2025"),
    ("since 2014", "date", "2014/..", "2014"),
    ("three months", "duration", None, "P3M"),
    ("a year", "duration", None, "P1Y"),
    ("years", "duration", None, "PXY"),
    ("twenty-five minutes", "duration", None, "PT25M"),
    ("more than two decades", "duration", None, "P20Y"),
    ("1,000 days", "duration", None, "P1000D"),
    ("annually", "recurring", None, "XXXX"),
    ("every Tuesday", "recurring", None, "XXXX-WXX-2"),
    ("every month", "recurring", None, "P1M"),
    ("now", "vague", None, "PRESENT_REF"),
    ("at the time", "vague", None, "PAST_REF"),
    ("soon", "vague", None, "FUTURE_REF"),
    ("some day or other", "vague", None, "P1D"),
]


@pytest.mark.parametrize(("text", "kind", "value", "wanted"), TIMES)
def test_a_time_in_the_terms_of_timex3(text: str, kind: Any, value: str | None, wanted: str | None) -> None:
    assert timex(TimeMention(0, len(text), text, value, kind, None)) == wanted


SPANS: list[tuple[str, Any, str | None, list[tuple[str, str | None]]]] = [
    ("1998-2003", "date", "1998/2003", [("1998", "1998"), ("2003", "2003")]),
    ("3 to 5 May 2025", "date", "2025-05-03/2025-05-05", [("3", "2025-05-03"), ("5 May 2025", "2025-05-05")]),
    ("first-quarter 2025", "date", "2025-01/2025-03", [("first-quarter 2025", "2025-Q1")]),
    ("until 09:30 Monday", "date", "../2025-03-03", [("09:30 Monday", "2025-03-03T09:30")]),
    ("since the 1990s", "date", "199X/..", [("the 1990s", "199")]),
    ("in the future", "vague", None, [("the future", "FUTURE_REF")]),
    ("the weekend", "date", "2025-03-01/2025-03-02", [("the weekend", "2025-W09-WE")]),
]


@pytest.mark.parametrize(("text", "kind", "value", "wanted"), SPANS)
def test_timex3_leaves_prepositions_out_and_marks_both_ends(
    text: str, kind: Any, value: str | None, wanted: list[tuple[str, str | None]]
) -> None:
    found = timexes(TimeMention(7, 7 + len(text), text, value, kind, None))
    assert [(text[a - 7 : b - 7], v) for a, b, v in found] == wanted


def test_a_value_counts_on_overlapping_spans_and_a_strict_span_must_be_the_same() -> None:
    gold = [(0, 5, "2025"), (10, 20, "P1D"), (30, 35, "2024")]
    found = [(0, 5, "2025"), (12, 20, "P1D"), (40, 45, "2023")]
    assert timed([(found, gold)]) == {"strict_f1": pytest.approx(1 / 3), "value_f1": pytest.approx(2 / 3)}


def test_a_place_is_near_within_a_hundred_miles() -> None:
    gold = [Located(0, 4, 60.17, 24.94), Located(10, 14, 59.44, 24.75), Located(20, 24)]
    found = [Located(0, 6, 59.44, 24.75), Located(10, 14, 64.15, -21.94), Located(30, 34, 0.0, 0.0)]
    assert located([(found, gold)]) == {"span_f1": pytest.approx(1 / 3), "within_161km": 0.5}
    assert round(kilometres((60.17, 24.94), (59.44, 24.75))) == 82


def test_spans_are_paired_once_each_the_most_in_common_first() -> None:
    assert overlapping([(0, 10), (8, 20)], [(0, 20)]) == [(1, 0)]
    assert overlapping([(0, 3)], [(3, 6)]) == []


def test_roots_by_hand() -> None:
    pairs = [("AID", "AID"), ("AID", "AGREE"), ("YIELD", "YIELD"), ("AGREE", None)]
    found = root_figures(pairs)
    assert found["root_accuracy"] == 0.5
    assert found["root_macro_f1"] == pytest.approx((2 / 3 + 1 + 0) / 3)  # AID, YIELD, AGREE


def test_the_two_actors_given_are_parties_even_where_the_reader_knows_neither() -> None:
    text = "The fishermen of Lamu accused the dock workers of Mombasa of theft."
    assert root_between(text, ["fishermen of Lamu"], ["dock workers of Mombasa"]) == "ACCUSE"
    assert root_between("The sea was calm.", ["sea"], []) is None


def test_who_takes_part_in_what_is_demanded_takes_part_in_the_demand() -> None:
    text = "Ecuador demanded that Peru withdraw its troops from the border area."
    assert root_between(text, ["Ecuador"], ["Peru"]) == "REQUEST"


def test_a_party_is_known_by_the_words_that_stand_for_it() -> None:
    text = "Zambian soldiers attacked Angola on Monday."
    found = parties(text, read_text(text))
    assert actors_f1([(["Zambian soldiers", "Angola"], found)]) == 1.0


def test_an_actor_is_right_by_any_of_its_names() -> None:
    assert names_f1([("Pentagon",)], [("US Department of Defense", "Pentagon")]) == 1.0
    assert names_f1([("Chad",), ("Mali",)], [("Chad",)]) == pytest.approx(2 / 3)


def test_a_found_actor_is_used_once() -> None:
    records = [(["Kenya", "President Ruto"], [("Kenya", "the Kenyans"), ("Ruto",)]), (["Chad"], [("Mali",)])]
    assert actors_f1(records) == pytest.approx(2 / 3)
    assert actors_f1([(["Kenya"], [("Kenya",), ("Kenya",)])]) == pytest.approx(2 / 3)


def test_pearson_and_error_by_hand() -> None:
    pairs = [(3.0, 2.0), (-3.0, 0.0), (0.0, 1.0)]
    assert pearson(pairs) == pytest.approx(1.0)
    assert mean_error(pairs) == pytest.approx(5 / 3)
    assert pearson([(1.0, 2.0), (2.0, 2.0)]) == 0.0


QUOTED = "“Never,” said Ivo Tamm, “on my watch.” He left."


def test_quotes_by_hand() -> None:
    gold = [Said(1, 7, ((14, 22),)), Said(25, 37, ((14, 22),))]
    exact = [Said(1, 6, ((14, 22),)), Said(24, 37, ((39, 41), (14, 22)))]
    assert said([(QUOTED, exact, gold)]) == {
        "content_exact_f1": 1.0,  # marks and stops at the edges are left aside
        "content_overlap_f1": 1.0,
        "speaker_accuracy": 1.0,
    }
    partly = [Said(28, 37, ())]
    assert said([(QUOTED, partly, gold)]) == {
        "content_exact_f1": 0.0,
        "content_overlap_f1": pytest.approx(4 / 6),
        "speaker_accuracy": 0.0,
    }
    nobody = [Said(1, 7, ())]
    assert said([(QUOTED, nobody, nobody)])["speaker_accuracy"] == 1.0
    assert said([(QUOTED, gold[:1], nobody)])["speaker_accuracy"] == 0.0


def test_each_set_is_read_in_its_format(tmp_path: Path) -> None:
    text = "The president of Chile will visit Oslo on 3 May 2031."
    put(
        tmp_path,
        "tempeval3",
        {
            "text": text,
            "dct": "2031-04-01",
            "timexes": [{"start": 42, "end": 52, "type": "DATE", "value": "2031-05-03"}],
        },
    )
    towns = [{"start": 34, "end": 38, "type": "Literal", "lat": 59.91, "lon": 10.75}]
    chile = [{"start": 17, "end": 22, "type": "Embedded_Literal", "lat": -30.0, "lon": -71.0}]
    common_noun = [{"start": 4, "end": 13, "type": "Literal_Expression"}]
    put(tmp_path, "geowebnews", {"text": text, "toponyms": towns + chile + common_noun})
    coded = "Ghana accused Togo of smuggling cocoa across the border on Monday."
    sides = {"source": [{"actorText": "Ghana"}], "target": [{"actorText": "Togo"}]}
    put(tmp_path, "plover", {"text": coded, "root15": "ACCUSE", **sides})
    events = [{"tokens": [2, 3], "factuality": 3.0}, {"tokens": [5, 6], "factuality": -1.0}]
    put(tmp_path, "factuality_uds_ih2", {"text": "The envoy arrived and may leave .", "events": events})
    assert figures(tmp_path, "tempeval3") == {"strict_f1": 1.0, "value_f1": 1.0}
    assert figures(tmp_path, "geowebnews")["span_f1"] == 1.0
    assert figures(tmp_path, "plover") == {"root_macro_f1": 1.0, "root_accuracy": 1.0, "actors_f1": 1.0}
    assert figures(tmp_path, "factuality_uds_ih2")["pearson_r"] == 1.0


def test_quotes_are_read_from_any_folder(tmp_path: Path) -> None:
    text = "“The line is open,” said the Kenyan foreign minister, Achieng Otieno."
    quote = {"content": [1, 17], "speaker": [54, 68], "cue": [20, 24], "direct": True}
    put(tmp_path, "quotes", {"id": "1", "text": text, "quotes": [quote]})
    assert set(figures(tmp_path, "quotes").values()) == {1.0}


def test_a_set_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        evaluate(["plover"], tmp_path)
    with pytest.raises(UsageError, match="none of the sets"):
        evaluate([], tmp_path)
    with pytest.raises(UsageError, match="no such set"):
        evaluate(["plovers"], tmp_path)
