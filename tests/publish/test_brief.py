"""The brief: what two origins vouch for, what is contested, what one origin says, what is not known."""

import dataclasses

from dragoman.model.views import Credibility
from dragoman.publish.markdown import lines
from dragoman.record import in_memory
from sample_record import LATER, MEETING, OTHER, article, fill


def brief(views):
    return "".join(lines(views, "quotes"))


def part(text, title):
    return text.split(f"## {title}\n")[1].split("\n## ")[0]


def held():
    with in_memory() as record:
        fill(
            record,
            article(MEETING, "a.txt", source="Andes"),
            article(LATER, "b.txt"),
            article(OTHER, "c.txt"),
        )
        return record.views()


def test_the_figure_decides_what_counts_as_agreed():
    views = held()
    text = brief(views)
    assert "Ghana" in part(text, "Reported by one origin only")
    sure = Credibility(1, ("two",))
    events = tuple(dataclasses.replace(e, credibility=sure, independent_origins=2) for e in views.events)
    agreed = part(
        brief(dataclasses.replace(views, events=events, disagreements=())), "Agreed by two origins or more"
    )
    assert "rated 1 (confirmed by other sources)" in agreed
    doubtful = tuple(dataclasses.replace(e, credibility=Credibility(3, ("one",))) for e in events)
    text = brief(dataclasses.replace(views, events=doubtful, disagreements=()))
    assert "Nothing." in part(text, "Agreed by two origins or more")
    assert "a meeting" in part(text, "Told by several origins, and not vouched for by two")


def test_a_contested_event_stands_with_its_disagreement():
    contested = part(brief(held()), "Contested")
    assert contested.count("- ") >= 2
    assert "contradicts" in contested


def test_what_a_document_does_not_state_is_said():
    text = part(brief(held()), "Evidence")
    assert "Andes, a.txt, author, date and address not stated" in text
    assert "outlet, author, date and address not stated" in text
    sources = tuple(dataclasses.replace(s, reliability="C") for s in held().sources)
    assert "Andes (reliability C)" in brief(dataclasses.replace(held(), sources=sources))


def test_words_that_nobody_is_named_for_are_not_known():
    assert "who said what is quoted of nobody named (quotes: 1)" in part(brief(held()), "Not known")
