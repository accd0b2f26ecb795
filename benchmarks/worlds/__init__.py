"""Worlds with known truth: states and officials, what they did, and outlets that tell of it in their ways.

    officials, history   what is true
    coverage, tellings   who tells what of it, and how far it differs from the truth
    phrasing, pages      the texts, worded by one half of the sentence patterns
    perfect              the reading that a perfect reader would give of each text
    expected             what a perfect reconciler would find
    score                what a record finds, beside that

Everything follows from a seed: the same arguments give the same bytes.
"""

from dataclasses import dataclass

from benchmarks.worlds.coverage import coverage
from benchmarks.worlds.history import History, history
from benchmarks.worlds.pages import Page, pages

__all__ = ["Made", "Page", "make"]
_DOCUMENTS_A_MATTER = 2.8


@dataclass(frozen=True, slots=True)
class Made:
    """A world and the documents that tell of it."""

    world: History
    pages: tuple[Page, ...]


def make(documents: int, seed: int, half: str = "both") -> Made:
    """A world with about so many documents; `half` of the patterns is tuning, held_out or both."""
    matters = max(3, int(documents / _DOCUMENTS_A_MATTER) + 8)
    world = history(matters, seed)
    return Made(world, pages(world, coverage(world, documents, seed), half, seed))
