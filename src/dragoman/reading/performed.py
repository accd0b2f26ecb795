"""Acts whose own word settles how sure they are: promises made by saying so, what is awaited or planned."""

from dataclasses import replace

from dragoman.reading.certainty import Judged, label
from dragoman.reading.governing import due
from dragoman.reading.grammar import lemma_of
from dragoman.reading.roles import Match
from dragoman.vocabulary.acts import frames


def performed(match: Match, judged: Judged) -> Judged:
    """The judgement, with a promise or refusal that is yet to come as made ("will not accept").

    Who is expected somewhere has not come: "is expected in Lima on Monday" is a plan, and so is an embassy
    that is only planned or announced, and an election that is faced.
    """
    anchor = match.candidate.anchor
    act = match.candidate.frame.act
    told = "planning" if act in frames().telling["sent"] else "facing" if act == "election" else "awaiting"
    stages = ("ongoing",) if told == "facing" else ("ongoing", "happened")
    awaited = lemma_of(anchor) in frames().telling[told] or (act == "visit" and due(anchor))
    if awaited and judged.stage in stages:
        planned = label("planned", judged.stance, judged.polarity)
        return replace(judged, stage="planned", certainty=planned, timing="episode")
    said = act == "promise" or refusing(match)
    if not said or judged.certainty != "planned" or all(c.tag_ != "MD" for c in anchor.children):
        return judged
    return replace(judged, stage="happened", certainty="happened")


def refusing(match: Match) -> bool:
    """Whether the negation is part of the act ("will not accept")."""
    return any("@negated" in needs for needs in match.candidate.frame.needs)
