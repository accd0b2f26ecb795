"""Annotated texts in, readings out: what the scorers of single documents share."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.errors import InputError
from dragoman.model.documents import Document
from dragoman.model.ids import document_id, text_hash
from dragoman.model.readings import Reading
from dragoman.reading import clean
from dragoman.reading.marks import Parsed
from dragoman.reading.parse import Parser
from dragoman.reading.read import read
from dragoman.settings import from_environment


def records(data: Path, name: str, split: str) -> Iterator[dict[str, Any]]:
    """The objects of `data/name/split.jsonl`. Raises InputError where the file is absent."""
    path = file_of(data, name, split)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def file_of(data: Path, name: str, split: str) -> Path:
    """The file of a set. Raises InputError where it is absent."""
    path = data / name / f"{split}.jsonl"
    if not path.is_file():
        raise InputError(str(path), "there is no such file", "name the folder of the sets with --data")
    return path


@cache
def parser() -> Parser:
    """The pipeline of the settings, loaded once."""
    return Parser(from_environment().pipeline)


def document(text: str, published: str | None = None) -> Document:
    """A document of this text from nowhere, published at this date."""
    made = text_hash(text)
    found = Document(
        document_id(made, ""), None, (), None, None, None, None, None, None, "en", None, text, made
    )
    return replace(found, published=published, published_basis="given" if published else None)


def read_text(text: str, published: str | None = None) -> Reading:
    """The reading of a text from nowhere."""
    return read(document(text, published), parser())


def parse_text(text: str, title: str | None = None) -> Parsed:
    """The paragraphs of a text from nowhere that the reader takes for body or headline, parsed."""
    return parser().parse(document(text).id, text, clean.segment(text, title))
