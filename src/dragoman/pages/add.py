"""The page on which files, a text or an address are added."""

from dataclasses import dataclass
from typing import get_args

from dragoman.errors import DragomanError
from dragoman.model.documents import Genre
from dragoman.record import Record
from dragoman.settings import Settings

WAYS = ("files", "text", "address")


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed into a form that was refused, so that it need not be typed again."""

    text: str = ""
    address: str = ""
    source: str = ""
    published: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    genre: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a form was refused: which of them (files, text, address), what was wrong, and the way on."""

    way: str
    what: str
    why: str
    do: str


@dataclass(frozen=True, slots=True)
class AddPage:
    """What may be added: limits, genres, and how much the record holds.

    `refused` says what was wrong with the form that was sent, and `typed` is what stood in it.
    """

    title: str
    documents: int
    most_bytes: int
    most_characters: int
    genres: tuple[str, ...]
    refused: Refused | None
    typed: Typed


def add(record: Record, error: DragomanError | None = None, typed: Typed | None = None) -> AddPage:
    """The page of additions; with an error, what was wrong with what was typed."""
    limits = Settings()
    held = record.count("documents")
    told = typed or Typed()
    way = "address" if told.address else "text" if told.text else "files"
    return AddPage(
        title="Add",
        documents=held,
        most_bytes=limits.most_bytes,
        most_characters=limits.most_characters,
        genres=get_args(Genre),
        refused=Refused(way, error.what[:300], error.why, error.do) if error else None,
        typed=told,
    )
