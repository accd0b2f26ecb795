"""What came of things that were promised, as statements and as commitments."""

import pytest

from dragoman.evaluate.texts import document, read_text
from dragoman.reconciling import reconcile

CAME = [
    ("A patrol boat promised by President Juan Diaz of Peru last year was handed over to Ecuador.",
     "boat", "kept"),
    ("The bridge that was promised by Japan to Laos was opened in May.",
     "bridge", "kept"),
    ("The clinic at Segou, which was promised to Mali by Japan in 2019, has been receiving patients.",
     "clinic", "kept"),
    ("The solar park at Gao which the Japanese envoy announced was struck from the list in 2021.",
     "park", "dropped"),
    ("Chile promised Peru a flight to Arica and a power line. The line was dropped last year.",
     "line", "dropped"),
    ("Fiji announced a ferry to Tonga. The ferry was delivered in May.", "ferry", "kept"),
]  # fmt: skip
NOTHING_CAME = [
    "The ferry promised by Fiji to Tonga has not been delivered.",
    "The ferry of Fiji and Tonga was delivered in May.",
    "Fiji promised Tonga a ferry. A ferry was delivered to Peru in May.",
    "The ferry promised by Fiji to Tonga will be delivered in May.",
    "The ferry promised by Fiji to Tonga may have been scrapped.",
]


@pytest.mark.parametrize(("text", "thing", "status"), CAME)
def test_a_thing_promised_came_or_was_given_up(text: str, thing: str, status: str) -> None:
    reading = read_text(text, "2031-05-04")
    outcomes = [s for s in reading.statements if not s.act and thing in [v.value for v in s.all("object")]]
    assert [s.stage == "cancelled" for s in outcomes] == [status == "dropped"]
    views = reconcile([document(text, "2031-05-04")], [reading], (), ())
    assert status in {c.status for c in views.commitments}


@pytest.mark.parametrize("text", NOTHING_CAME)
def test_what_is_not_told_as_done_or_was_not_promised_is_no_outcome(text: str) -> None:
    views = reconcile([document(text, "2031-05-04")], [read_text(text, "2031-05-04")], (), ())
    assert not {"kept", "dropped"} & {c.status for c in views.commitments}


def test_the_day_of_a_promise_is_not_its_due() -> None:
    text = "In 2019 Japan promised Mali a clinic, and Peru has promised Chile to repair the bridge."
    views = reconcile([document(text, "2031-05-04")], [read_text(text, "2031-05-04")], (), ())
    assert "2019" not in {c.due for c in views.commitments}


def test_what_is_planned_has_the_day_by_which_it_is_due() -> None:
    reading = read_text("Zambia plans to survey the reef with Malawi by 3 June 2032.", "2031-05-04")
    (claim,) = (s for s in reading.statements if s.act is None)
    assert [v.value for v in claim.all("when")] == ["2032-06-03"]
