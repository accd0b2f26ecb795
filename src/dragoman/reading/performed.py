"""Acts whose own word settles how sure they are: promises made by saying so, and guests who are awaited."""

from dataclasses import replace

from dragoman.reading.certainty import Judged, label
from dragoman.reading.grammar import lemma_of
from dragoman.reading.roles import Match
from dragoman.vocabulary.acts import frames


def performed(match: Match, judged: Judged) -> Judged:
    """The judgement, with a promise or refusal that is yet to come as made ("will not accept").

    Who is expected somewhere has not come: "is expected in Lima on Monday" is a plan.
    """
    anchor = match.candidate.anchor
    if lemma_of(anchor) in frames().telling["awaiting"] and judged.stage in ("ongoing", "happened"):
        planned = label("planned", judged.stance, judged.polarity)
        return replace(judged, stage="planned", certainty=planned, timing="episode")
    said = match.candidate.frame.act == "promise" or refusing(match)
    if not said or judged.certainty != "planned" or all(c.tag_ != "MD" for c in anchor.children):
        return judged
    return replace(judged, stage="happened", certainty="happened")


def refusing(match: Match) -> bool:
    """Whether the negation is part of the act ("will not accept")."""
    return any("@negated" in needs for needs in match.candidate.frame.needs)
