"""What is held against a denial: all that is told of its states in the same days, to which no key leads.

So is what is held against a word that blames somebody.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from dragoman.model.dates import interval, may_be_near
from dragoman.reconciling import prints
from dragoman.reconciling.growing_events import Loaded
from dragoman.reconciling.stands import Denial

_MOST_DOCUMENTS = 1500


def answering(denials: Iterable[Denial], days: int, loaded: Loaded) -> set[str] | None:
    """The ids of the record's statements that may answer these denials.

    They stand in documents that tell of two of its states and appeared within so many days of its own, or
    nobody knows when. None where that is too much, or where they may have appeared at any time (0 days).
    """
    if not days:
        return None if any(True for _ in denials) else set()
    telling: dict[str, frozenset[str]] = {}
    documents: set[str] = set()
    for denial in denials:
        for code in denial.states - telling.keys():
            ends = [f"state:{code}", f"government:{code}"]
            telling[code] = loaded.look.under("documents", "actor", ends)
        pairs = _pairs(denial.states)
        near = {d for pair in pairs for d in frozenset.intersection(*(telling[c] for c in pair))}
        documents |= _near(denial, near, days, loaded)
    if len(documents) > _MOST_DOCUMENTS:
        return None
    return set(loaded.look.under("statements", "document", sorted(documents))) if documents else set()


def _pairs(states: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Every two of some states, or the one."""
    codes = sorted(states)
    return combinations(codes, min(len(codes), 2)) if codes else iter(())


def _near(denial: Denial, documents: set[str], days: int, loaded: Loaded) -> set[str]:
    """Those of some documents that appeared near a denial."""
    mine = interval(loaded.documents[denial.document].published)
    rows = map(prints.revived, loaded.look.kept(prints.PART, sorted(documents)))
    return {one.document for one in rows if may_be_near(mine, interval(one.published), days)}
