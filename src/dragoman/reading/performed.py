"""Acts whose own word settles how sure they are: promises made by saying so, what is awaited or planned.

And those whose verb says who was not there.
"""

from dataclasses import replace

from dragoman.reading.certainty import Judged, label
from dragoman.reading.governing import due
from dragoman.reading.grammar import lemma_of
from dragoman.reading.roles import Match
from dragoman.reading.scope import negations
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


def without_absent(match: Match, judged: Judged) -> Match:
    """The match without those of whom the verb says that they took no part in what was done.

    "Togo did not take part in the talks of Mali and Niger": the talks were held, by the two.
    """
    verb = match.candidate.carrier
    if verb is None or judged.polarity == "negated" or not negations(verb):
        return match
    return replace(match, arguments=tuple(a for a in match.arguments if a.key != "subject"))
