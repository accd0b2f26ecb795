"""How two values of one thing stand to each other: the verdict and, in plain words, why.

Less precise is not different; another measure is not a contradiction; silence is no value.
"""

from typing import NamedTuple

from dragoman.model.dates import in_year, interval, without_year
from dragoman.model.statements import Place, Quantity
from dragoman.model.views import Verdict
from dragoman.reconciling.placing import relation
from dragoman.vocabulary.units import base

_ABOUT = 0.1
_ROUND = 0.05
_MANY = 1000


class Judged(NamedTuple):
    """A verdict and the reason for it."""

    verdict: Verdict
    reason: str


LESS_SURE = (
    "denied", "unconfirmed", "alleged", "speculative", "reported",
    "cancelled", "postponed", "planned", "ongoing", "happened",
)  # fmt: skip


def dates(a: str, b: str) -> Judged:
    """How two dates stand to each other.

    >>> dates("2025-03-04", "2025-03").verdict, dates("2025-03-04", "2025-03-06").verdict
    ('less precise', 'contradicts')
    """
    if a == b:
        return Judged("same", "the same date")
    if without_year(a) != without_year(b):
        return _without_year(a, b)
    if without_year(a):
        a, b = in_year(a, 2000), in_year(b, 2000)
    left, right = interval(a), interval(b)
    if left is None or right is None:
        return Judged("not comparable", "one of them is no date")
    if left.holds(right) or right.holds(left):
        return Judged("same" if left == right else "less precise", "one date lies within the other")
    if left.overlaps(right):
        return Judged("less precise", "the two dates overlap")
    return Judged("contradicts", "no day fits both dates")


def _without_year(a: str, b: str) -> Judged:
    loose, full = (a, b) if without_year(a) else (b, a)
    days = interval(full)
    if days is None:
        return Judged("not comparable", "one of them is no date")
    possible = [interval(in_year(loose, y)) for y in sorted({days.start.year, days.end.year})]
    if any(p and p.overlaps(days) for p in possible):
        return Judged("less precise", "one account gives no year")
    return Judged("contradicts", "the month or day differs, and one account gives no year")


def places(a: Place, b: Place) -> Judged:
    """How two places stand to each other."""
    how = relation(a, b)
    if how == "same":
        return Judged("same", "the same place")
    if how in ("within", "holds"):
        return Judged("less precise", "one place lies within the other")
    if how == "unknown":
        return Judged("not comparable", "the table does not know one of the places")
    return Judged("contradicts", "the two places lie apart")


def quantities(a: Quantity, b: Quantity) -> Judged:
    """How two numbers for one thing stand to each other."""
    if a.measure != b.measure:
        return Judged("other measure", f"one is a {a.measure}, the other a {b.measure}")
    if a.currency != b.currency:
        return Judged("not comparable", "two currencies, and no table of rates was given")
    if a.basis and b.basis and a.basis != b.basis:
        return Judged("other measure", f"one is what was {a.basis}, the other what was {b.basis}")
    (unit, by), (other, times) = base(a.unit), base(b.unit)
    if unit != other:
        return Judged("not comparable", "the units differ")
    left, right = _range(a, by), _range(b, times)
    if left is None or right is None:
        return Judged("not comparable", "one of them is no number")
    if left == right:
        return Judged("same", "the same number")
    if left[0] <= right[1] and right[0] <= left[1]:
        return Judged("less precise", "both numbers can be true")
    if _rounds(a, left, b, right):
        return Judged("less precise", "one is the other in round figures")
    return Judged("contradicts", "no number fits both")


def _range(quantity: Quantity, factor: float) -> tuple[float, float] | None:
    """From the least to the greatest number that the words allow, in the base unit."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return None
    low = high if low is None else low
    high = low if high is None else high
    assert low is not None and high is not None
    low, high = low * factor, high * factor
    slack = _ABOUT * max(abs(low), abs(high))
    endless = float("inf")
    return {
        "about": (low - slack, high + slack),
        "at least": (low, endless),
        "more than": (low, endless),
        "at most": (-endless, high),
        "less than": (-endless, high),
    }.get(quantity.comparator, (low, high))


def _rounds(a: Quantity, left: tuple[float, float], b: Quantity, right: tuple[float, float]) -> bool:
    """Whether of two plain numbers the one with fewer figures is the other rounded.

    What is counted one by one is rounded only where there is much of it: nine is not ten.

    >>> _digits(2_510_000_000.0), _digits(2_500_000_000.0), _digits(0.25)
    ((3, 10000000.0), (2, 100000000.0), (2, 0.01))
    """
    if left[0] != left[1] or right[0] != right[1] or 0 in (left[0], right[0]):
        return False
    if a.measure == "ordinal" or (a.measure == "count" and min(left[0], right[0]) < _MANY):
        return False
    (few, step), (more, other) = sorted((_digits(left[0]), _digits(right[0])))
    gap = abs(left[0] - right[0])
    return few < more and other < step and gap <= step / 2 and gap <= _ROUND * max(left[0], right[0])


def _digits(number: float) -> tuple[int, float]:
    """How many figures of a number count, and what the last of them is worth."""
    figures, _, power = f"{abs(number):.9e}".partition("e")
    kept = figures.replace(".", "").rstrip("0")
    return len(kept), 10.0 ** (int(power) - len(kept) + 1)


def statuses(a: str, b: str) -> Judged:
    """How two accounts' certainties of one event stand to each other.

    >>> statuses("happened", "did not happen").verdict, statuses("planned", "happened").verdict
    ('contradicts', 'changed over time')
    """
    pair = {a, b}
    if len(pair) == 1:
        return Judged("same", "equally sure")
    if pair & {"did not happen"} and pair & {"planned", "postponed", "cancelled"}:
        return Judged("changed over time", "it was announced first")
    if pair == {"did not happen", "denied"}:
        return Judged("less precise", "both hold that it is not so")
    if pair & {"did not happen", "denied"}:
        if pair & {"happened", "ongoing", "reported", "alleged", "planned"}:
            return Judged("contradicts", "one account tells it, the other holds that it is not so")
        return Judged("doubted", "neither account asserts it")
    if pair & {"unconfirmed"} and pair & {"happened", "ongoing", "reported", "planned"}:
        return Judged("doubted", "one account will not confirm what the other tells")
    if pair & {"planned", "postponed", "cancelled"} and pair & {
        "happened",
        "ongoing",
        "reported",
        "postponed",
        "cancelled",
    }:
        return Judged("changed over time", "it was announced first")
    return Judged("less precise", "one account is less sure")
