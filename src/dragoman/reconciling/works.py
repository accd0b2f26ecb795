"""What a work of states costs, told by accounts that name it by its place or by the states it joins.

Two costs are of one work where the words for it can mean one, and the sentences name the same place, or
the same two states of which one is not what the accounts are about.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from dragoman.reconciling.comparisons import Compared, Matter, numbers
from dragoman.reconciling.sides import countries
from dragoman.reconciling.stands import Scene
from dragoman.reconciling.tallied import Tally
from dragoman.reconciling.verdicts import quantities
from dragoman.vocabulary.works import general, one_work, work_of_cost

_CROWD = 40


def costs(tallies: Sequence[Tally], scene: Scene, crowded: Collection[str] = ()) -> Iterator[Compared]:
    """The costs of one work that two accounts give differently; nothing under `crowded` keys."""
    buckets: dict[tuple[str, str], list[Tally]] = {}
    for tally in tallies:
        for key in keys(tally, scene):
            if "|".join(("cost", *key)) not in crowded:
                buckets.setdefault(key, []).append(tally)
    done: set[tuple[str, str, str]] = set()
    for _, alike in sorted(buckets.items()):
        documents = sorted({t.statement.document for t in alike})
        for one, other in combinations(documents, 2) if len(alike) <= _CROWD else ():
            left, right = ([t for t in alike if t.statement.document == d] for d in (one, other))
            pairs = [(a, b) for a in left for b in right if _one(a, b, scene)]
            work = min((_work(t) for pair in pairs for t in pair), default="")
            if pairs and (work, one, other) not in done:
                done.add((work, one, other))
                if all(quantities(a.quantity, b.quantity).verdict == "contradicts" for a, b in pairs):
                    yield from _judged(sorted({t for p in pairs for t in p}, key=lambda t: t.stand), work)


def keys(tally: Tally, scene: Scene) -> Iterator[tuple[str, str]]:
    """Under what a cost is looked for: its money, with a name beside it or a third state."""
    if _work(tally) and tally.statement.polarity == "affirmed":
        money = tally.quantity.currency or tally.quantity.unit or ""
        yield from ((money, name) for name in sorted(tally.names | tally.called | _third(tally, scene)))


def _one(a: Tally, b: Tally, scene: Scene) -> bool:
    """Whether two costs may be of one work; by the states it joins where each account names no others."""
    if a.names & b.names or a.called & b.called:
        return one_work(_work(a), _work(b))
    mine, theirs = (countries(t.statement.parties, scene.identities) for t in (a, b))
    joined = len(mine & theirs) > 1 and (mine <= theirs or theirs <= mine)
    alike = _work(a) == _work(b) or not general(_work(a), _work(b))
    return joined and alike and one_work(_work(a), _work(b))


def _work(tally: Tally) -> str:
    """The noun of the work whose cost a number is; "" where it is none."""
    told = (work_of_cost(v.value) for v in tally.statement.all("object"))
    return next((work for work in told if work), "")


def _third(tally: Tally, scene: Scene) -> frozenset[str]:
    """The states of a clause that are not those its document is about."""
    main = scene.spoken.get(tally.statement.document, frozenset())
    return countries(tally.statement.parties, scene.identities) - main


def _judged(tallies: Sequence[Tally], work: str) -> Iterator[Compared]:
    subject = min(t.statement.event or t.statement.id for t in tallies)
    matter = Matter(subject, "quantity", "number", f"How much: cost of {work}")
    yield from numbers(matter, [(t.stand, t.quantity) for t in tallies])
