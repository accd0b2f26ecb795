"""Many readings, one record: `reconcile` makes all views of readings, and nothing but readings goes in.

    making        all of it, step by step
    judging       what a person's judgements ask for, given these readings
    identity      who is who across documents
    origins       which accounts are independent; repeats sets a site's furniture aside
    gathering     statements into events; wholes gives each its whole; telling its title and values
    comparisons   value by value; wording, doubts, contacts, figures, taking_part, titles, incumbents too
    disagreements, naming, commitments, missions, agreements, coverage, sources: what follows from these
    growing       what an article more changes, found without the rest; growing_* for each step of it

Everything is pure and independent of the order of its input.
"""

from collections.abc import Sequence

from dragoman.model.documents import Document
from dragoman.model.growth import Reconciled
from dragoman.model.profiles import SourceProfile
from dragoman.model.readings import Reading
from dragoman.model.views import Judgement, Views
from dragoman.reconciling.growing import grow
from dragoman.reconciling.making import made

__all__ = ["grow", "reconcile", "whole"]


def reconcile(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    judgements: Sequence[Judgement] = (),
    profiles: Sequence[SourceProfile] = (),
) -> Views:
    """All views of these readings. Documents without a reading stand among the documents alone.

    `profiles` is what the user's table says of outlets.
    """
    return made(documents, readings, judgements, profiles, keep=False).views


def whole(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    judgements: Sequence[Judgement] = (),
    profiles: Sequence[SourceProfile] = (),
) -> Reconciled:
    """The same, with what is kept so that the record can `grow` by an article without making all anew."""
    return made(documents, readings, judgements, profiles, keep=True)
