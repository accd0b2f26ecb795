"""How one account bears on a claim: whether it supports, contradicts or doubts what is claimed, and why.

A claim is held to what it asserts. That something may come is borne out by its having come; that it came is
not borne out by a plan.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.model.dates import in_one_year, in_words
from dragoman.model.documents import Span
from dragoman.model.statements import Place, Quantity, Statement
from dragoman.model.views import Verdict
from dragoman.reconciling.counting import thing
from dragoman.reconciling.statuses import certainty
from dragoman.reconciling.verdicts import Judged, dates, places, quantities
from dragoman.vocabulary.families import frame

State = Literal["supports", "contradicts", "doubts"]
_DONE = ("happened", "ongoing")
_NOT = ("did not happen", "denied")
_OFF = ("cancelled", *_NOT)
_COUNTED = ("count", "ordinal")


@dataclass(frozen=True, slots=True)
class Bearing:
    """One account's bearing on a claim.

    `field` is what decides it (status, when, place, quantity), `value` what the account holds there, `agrees`
    the fields in which it bears the claim out, `published` its date of publication, `origin` its origin.
    """

    document: str
    event: str | None
    state: State
    field: str
    value: str
    verdict: Verdict
    reason: str
    statements: tuple[str, ...]
    evidence: tuple[Span, ...]
    published: str | None
    origin: str | None
    agrees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Borne:
    """One field of a claim beside an account: what the account holds and how that bears on the claim."""

    state: State | None
    field: str
    value: str
    judged: Judged
    statements: tuple[Statement, ...]


def label(statement: Statement) -> str:
    """A statement's certainty; "did not happen" or "will not happen" where its content is negated."""
    if statement.polarity == "negated" and statement.certainty == "planned":
        return "will not happen"
    return certainty(statement)


def status(claimed: str, held: str) -> tuple[State, str]:
    """How an account's certainty bears on a claim's.

    >>> status("happened", "did not happen")[0], status("speculative", "planned")[0]
    ('contradicts', 'supports')
    """
    if claimed == held:
        return "supports", "told alike"
    rules = _RULES.get(claimed, {})
    for labels, found in rules.items():
        if held in labels:
            return found
    return "doubts", f"told as {held}, which is not what is claimed"


_Rules = Mapping[tuple[str, ...], tuple[State, str]]
_TOLD: _Rules = {
    _DONE: ("supports", "told as fact"),
    ("reported",): ("supports", "passed on, but not asserted"),
    ("planned", "postponed"): ("doubts", "only announced; no account here tells that it came to pass"),
    ("cancelled",): ("contradicts", "told as called off"),
    (*_NOT, "will not happen"): ("contradicts", "told as not so"),
    ("alleged",): ("doubts", "only alleged"),
    ("speculative",): ("doubts", "only held possible"),
    ("unconfirmed",): ("doubts", "said to be unconfirmed"),
}
_COMING: _Rules = {
    _DONE: ("supports", "since told as done"),
    ("reported",): ("supports", "passed on, but not asserted"),
    ("postponed",): ("doubts", "told as put off"),
    (*_OFF, "will not happen"): ("contradicts", "told as called off or not so"),
    ("alleged", "speculative"): ("doubts", "only held possible"),
    ("unconfirmed",): ("doubts", "said to be unconfirmed"),
}
_MAYBE: _Rules = {
    _DONE: ("supports", "told as fact, which is surer than the claim"),
    ("planned", "postponed"): ("supports", "told as planned, which is surer than the claim"),
    ("reported", "alleged"): ("supports", "told by somebody, which is no less sure than the claim"),
    (*_OFF, "will not happen"): ("contradicts", "told as called off or not so"),
    ("unconfirmed",): ("doubts", "said to be unconfirmed"),
}
_NEVER: _Rules = {
    _DONE: ("contradicts", "told as fact"),
    (*_OFF, "will not happen"): ("supports", "told as called off or not so"),
    ("reported", "alleged"): ("doubts", "some say that it is so"),
    ("planned", "postponed"): ("doubts", "told as planned; no account here says that it came to nothing"),
    ("unconfirmed", "speculative"): ("doubts", "held possible or unconfirmed"),
}
_RULES: Mapping[str, _Rules] = {
    "happened": _TOLD,
    "ongoing": _TOLD,
    "reported": _TOLD,
    "planned": _COMING,
    "postponed": {**_COMING, ("planned",): ("doubts", "told as planned; nobody says that it was put off")},
    "speculative": _MAYBE,
    "alleged": {
        _DONE: ("supports", "told as fact, which is surer than the claim"),
        ("reported",): ("supports", "passed on by others"),
    },
    "unconfirmed": {_DONE: ("contradicts", "told as fact, without that doubt")},
    "did not happen": _NEVER,
    "denied": _NEVER,
    "cancelled": _NEVER,
    "will not happen": {("planned",): ("contradicts", "told as planned"), **_NEVER},
}


def borne(claimed: Sequence[Statement], account: Sequence[Statement]) -> list[Borne]:
    """The fields of a claim beside those of one account of the same event."""
    return [
        *_status(claimed, account),
        *_when(claimed, account),
        *_place(claimed, account),
        *_numbers(claimed, account),
    ]


def fields(claimed: Sequence[Statement]) -> frozenset[str]:
    """The fields beside its certainty that a claim gives: when, place, quantity."""
    named = {v.field for s in claimed for v in s.all("when", "place")}
    numbers = {"quantity" for s in claimed for _ in _compared(s)}
    return frozenset(named | numbers)


def _main(statements: Sequence[Statement]) -> list[Statement]:
    return [s for s in statements if s.refers is None] or list(statements)


def _status(claimed: Sequence[Statement], account: Sequence[Statement]) -> list[Borne]:
    """For each way in which the account holds the event one: it may tell it and give the denial, too."""
    mine = label(_main(claimed)[0])
    held: dict[str, list[Statement]] = {}
    for statement in _main(account):
        held.setdefault(label(statement), []).append(statement)
    found = []
    for theirs, statements in sorted(held.items()):
        state, reason = status(mine, theirs)
        verdict: Verdict = "same" if mine == theirs else _VERDICTS[state]
        found.append(Borne(state, "status", theirs, Judged(verdict, reason), tuple(statements)))
    return found


_VERDICTS: Mapping[State, Verdict] = {
    "supports": "less precise",
    "contradicts": "contradicts",
    "doubts": "doubted",
}


def _when(claimed: Sequence[Statement], account: Sequence[Statement]) -> list[Borne]:
    mine = [v.value for s in claimed for v in s.all("when")]
    theirs = [(v.value, s) for s in account for v in s.all("when")]
    if not mine:
        return []
    found = _best("when", [(dates(m, d), in_words(d), s) for m in mine[:1] for d, s in theirs])
    vague = not any(_within(d, m) for m in mine[:1] for d, _ in theirs)
    return [replace(b, state=None) if b.state == "supports" and vague else b for b in found]


def _within(date: str, claimed: str) -> bool:
    """Whether a date says no less than the claimed one: "early March" does not bear out its fifth day."""
    said, mine = in_one_year(date, claimed)
    return said is not None and mine is not None and mine.holds(said)


def _place(claimed: Sequence[Statement], account: Sequence[Statement]) -> list[Borne]:
    mine = [v.where or Place(v.value, v.value) for s in claimed for v in s.all("place")]
    theirs = [(v.where or Place(v.value, v.value), s) for s in account for v in s.all("place")]
    return _best("place", [(places(m, p), p.name, s) for m in mine[:1] for p, s in theirs])


def _numbers(claimed: Sequence[Statement], account: Sequence[Statement]) -> list[Borne]:
    """The claim's numbers beside those the account gives for the same thing."""
    found: list[Borne] = []
    for statement in claimed:
        for quantity in _compared(statement):
            pairs = [
                (q, s) for s in account for q in s.quantities if _of_one_thing(quantity, q, statement.act)
            ]
            found += _best("quantity", [(quantities(quantity, q), q.as_written, s) for q, s in pairs])
    return found


def _compared(statement: Statement) -> Sequence[Quantity]:
    """The numbers of a claim that one event may have: how often somebody came is counted over events."""
    act = frame(statement.act) if statement.act else None
    return () if act and act.counted and not act.accord else statement.quantities


def _of_one_thing(a: Quantity, b: Quantity, act: str | None) -> bool:
    return thing(a, act) == thing(b, act) and (
        a.measure == b.measure or {a.measure, b.measure} <= {*_COUNTED}
    )


def _best(field: str, judged: Sequence[tuple[Judged, str, Statement]]) -> list[Borne]:
    """What of an account agrees best with the claim: it contradicts only where nothing in it agrees."""
    order = ("same", "less precise", "changed over time", "wording", "other measure", "not comparable",
             "doubted", "contradicts")  # fmt: skip
    if not judged:
        return []
    best, value, _ = min(judged, key=lambda j: (order.index(j[0].verdict), j[1]))
    states: dict[str, State] = {"same": "supports", "less precise": "supports", "contradicts": "contradicts"}
    statements = tuple(s for _, v, s in judged if v == value)
    return [Borne(states.get(best.verdict), field, value, best, statements)]
