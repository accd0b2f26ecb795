"""The page on which files, a text or an address are added."""

from dataclasses import dataclass
from typing import get_args

from dragoman.model.documents import Genre
from dragoman.record import Record
from dragoman.settings import Settings


@dataclass(frozen=True, slots=True)
class AddPage:
    """What may be added: limits, genres, and how much the record holds."""

    title: str
    documents: int
    most_bytes: int
    most_characters: int
    genres: tuple[str, ...]


def add(record: Record) -> AddPage:
    """The page of additions."""
    limits = Settings()
    held = record.counts()["documents"]
    return AddPage("Add", held, limits.most_bytes, limits.most_characters, get_args(Genre))
