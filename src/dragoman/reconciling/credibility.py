"""How credible an event and each of its values is: a figure from stated evidence, with its reasons in words.

Counted are independent origins, never pages. The source's letter is not looked at: the two axes of the
Admiralty scale are never derived from each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.model.statements import Statement
from dragoman.model.views import Credibility, Event, EventValue
from dragoman.reconciling.origins import Origins
from dragoman.reconciling.statuses import certainty
from dragoman.vocabulary.credibility import rules

_TOLD = ("happened", "ongoing")
_AHEAD = ("planned", "postponed", "cancelled")
_HEDGED = ("reported", "alleged", "unconfirmed")
_AGAINST = ("denied", "did not happen")
_AGREE = ("same", "less precise")


def judged(event: Event, statements: Sequence[Statement], origins: Origins) -> Event:
    """The event with the figure of its information, and each value with its own."""
    known = {s.id: _told_by(s, origins) for s in statements}
    told = _AHEAD if event.status in _AHEAD else _TOLD
    values = []
    for value in event.values:
        holding, against = _sides_of(value, event.values)
        mine = [known[s] for v in holding for s in v.statements if s in known]
        counted = _counted(mine, told)
        if value.inferred and not mine:  # lent by its whole or by another account
            counted["told"] = 1
        counted["against"] = len(
            {o for v in against for o in v.origins} - {o for v in holding for o in v.origins}
        )
        counted["inferred"] = int(bool(value.inferred))
        values.append(replace(value, credibility=_figure(counted)))
    figure = _figure(_counted(known.values(), told))
    return replace(event, credibility=figure, values=tuple(values))


def _sides_of(
    value: EventValue, every: Sequence[EventValue]
) -> tuple[Sequence[EventValue], Sequence[EventValue]]:
    """The values that say this one too, and those that it cannot be true beside.

    A month is borne out by a day in it, and the day not by the month. Of parties several stand side by side.
    """
    field = [v for v in every if v.field == value.field]
    if value.verdict == "contradicts":
        return [value], [v for v in field if v.verdict in _AGREE]
    against = [v for v in field if v.verdict == "contradicts"]
    if value.verdict == "less precise":
        return [value, *(v for v in field if v.verdict == "same")], against
    return [value], against


def _told_by(statement: Statement, origins: Origins) -> tuple[str, str, bool]:
    """A statement's origin, how certain it is, and whether it is told of its own knowledge."""
    origin = origins.of.get(statement.document, statement.document)
    return origin, certainty(statement), _own_knowledge(statement)


def _counted(known: Iterable[tuple[str, str, bool]], told: Sequence[str]) -> dict[str, int]:
    """How many independent origins tell it, of their own knowledge, pass it on, or deny it."""
    by_label: dict[str, set[str]] = {}
    own: set[str] = set()
    for origin, label, itself in known:
        by_label.setdefault(label, set()).add(origin)
        if itself and label in told:
            own.add(origin)
    asserting = _all(by_label, told)
    against = _all(by_label, _AGAINST) - asserting
    hedged = _all(by_label, _HEDGED) - asserting - against
    held = {"told": asserting, "against": against, "own": own, "hedged": hedged, "inferred": ()}
    return {name: len(found) for name, found in held.items()}


def _own_knowledge(statement: Statement) -> bool:
    """Whether it is said in the account's own voice, or on the word of somebody who is named."""
    return not statement.attribution or not statement.attribution[-1].anonymous


def _all(by_label: Mapping[str, set[str]], labels: Iterable[str]) -> set[str]:
    return {origin for label in labels for origin in by_label.get(label, ())}


def _figure(counted: Mapping[str, int]) -> Credibility:
    return _rated(tuple(sorted(counted.items())))


@lru_cache(maxsize=4096)
def _rated(counts: tuple[tuple[str, int], ...]) -> Credibility:
    counted = dict(counts)
    rule = next(r for r in rules() if r.holds(counted))
    return Credibility(rule.figure, (rule.why, *_counts(counted)))


def _counts(counted: Mapping[str, int]) -> tuple[str, ...]:
    """What was counted, in words; what is none is left out."""
    words = {
        "told": "telling it",
        "own": "of its own knowledge" if counted["own"] == 1 else "of their own knowledge",
        "hedged": "passing it on",
        "against": "against it",
    }
    told = [(counted[name], text) for name, text in words.items() if counted[name]]
    return tuple(f"{n} independent origin{'' if n == 1 else 's'} {text}" for n, text in told)
