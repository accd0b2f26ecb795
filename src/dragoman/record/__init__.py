"""Keeping and asking: one file that holds what was read, and answers from the views that follow."""

from dragoman.record.asking import Listing, Shown
from dragoman.record.filters import APPLIES, Filters, fold
from dragoman.record.ordering import SORTS, Page, Wanted
from dragoman.record.rows import KINDS
from dragoman.record.search import Hit
from dragoman.record.store import Record, in_memory, to_read, to_write
from dragoman.record.weighing import Spot, Tie

__all__ = [
    "APPLIES",
    "KINDS",
    "SORTS",
    "Filters",
    "Hit",
    "Listing",
    "Page",
    "Record",
    "Shown",
    "Spot",
    "Tie",
    "Wanted",
    "fold",
    "in_memory",
    "to_read",
    "to_write",
]
