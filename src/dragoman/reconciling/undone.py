"""How accounts stand to each other on what was to come: planned, put off, called off, done after all.

A plan may change, so the days on which accounts appeared decide: what is said later of the same thing has
changed, what is said of it in the same days, or of what is over, cannot all be true.
"""

from dataclasses import dataclass

from dragoman.model.dates import Interval
from dragoman.reconciling.verdicts import Judged, statuses

UNDONE = ("postponed", "cancelled")
_DONE = ("happened", "ongoing", "reported")
_DAYS, _WEEK = 2, 7
_SAID = {"postponed": "put off", "cancelled": "called off"}
_EITHER = Judged("contradicts", "one account says it was put off, the other that it was called off")
_NO_DATE = Judged("not comparable", "no date of publication tells which was said later")


@dataclass(frozen=True, slots=True)
class Word:
    """What an account says of a plan, and the days on which it may have appeared."""

    status: str
    published: Interval | None


def of_plans(a: Word, b: Word, when: Interval | None) -> Judged:
    """How two accounts' certainties of one event stand to each other; `when` is when it was or was to be."""
    pair = {a.status, b.status}
    if len(pair) == 1 or not pair & {*UNDONE}:
        return statuses(a.status, b.status)
    if "did not happen" in pair:
        return Judged("less precise", "both hold that it did not come about")
    undone, other = (a, b) if a.status in UNDONE else (b, a)
    if pair == {*UNDONE}:
        return _put_off_or_called_off(a, b, when)
    if other.status == "planned":
        return _still_planned(undone, other)
    return _done(undone, other, when) if other.status in _DONE else statuses(a.status, b.status)


def _put_off_or_called_off(a: Word, b: Word, when: Interval | None) -> Judged:
    first, second = sorted((a, b), key=lambda w: (w.published is None, w.published, w.status))
    if when is not None and all(w.published is None or w.published.start > when.end for w in (a, b)):
        return _EITHER  # told of a day that is over, so that neither account awaits what becomes of it
    if first.published is None or second.published is None:
        return _NO_DATE
    if (second.published.start - first.published.end).days <= _DAYS:
        return _EITHER
    before, after = _SAID[first.status], _SAID[second.status]
    return Judged("changed over time", f"it was {before} first, and {after} later")


def _still_planned(undone: Word, plan: Word) -> Judged:
    said = _SAID[undone.status]
    if undone.published is None or plan.published is None:
        return Judged("changed over time", f"it was announced and {said}")
    later = (plan.published.start - undone.published.end).days
    if later <= 0:
        return Judged("changed over time", f"it was announced first, and {said} later")
    if later <= _WEEK:
        return Judged("contradicts", f"a later account still announces what another says was {said}")
    return Judged("changed over time", f"it was {said} first, and announced again later")


def _done(undone: Word, done: Word, when: Interval | None) -> Judged:
    said = _SAID[undone.status]
    after_all = Judged("changed over time", f"it was {said} first, and took place after all")
    if undone.published is None:
        return _NO_DATE
    over = when if when is not None and when.days <= _WEEK else done.published
    if over is None:
        return _NO_DATE
    if undone.published.end < over.start:
        return after_all
    return Judged("contradicts", f"one account tells it as done, another as {said}")
