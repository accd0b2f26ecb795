"""Paragraphs with their grammar, by the spaCy pipeline that the settings name."""

import importlib.util
import re
from collections.abc import Iterator, Sequence

import spacy

from dragoman.errors import UsageError
from dragoman.model.documents import Segment, SegmentKind
from dragoman.reading.marks import Paragraph, Parsed

_LINE = re.compile(r"[^\n]*\S[^\n]*")


class Parser:
    """A loaded pipeline. Its name and version stand in every reading it makes.

    Raises UsageError where no such pipeline is installed.
    """

    def __init__(self, pipeline: str) -> None:
        if importlib.util.find_spec(pipeline) is None:
            raise UsageError(
                pipeline,
                "no spaCy pipeline of that name is installed",
                "install it, or unset DRAGOMAN_PIPELINE",
            )
        self._language = spacy.load(pipeline)
        self.name = pipeline
        self.version = f"{pipeline} {self._language.meta['version']}"

    def parse(self, document: str, text: str, segments: Sequence[Segment]) -> Parsed:
        """The paragraphs of body and headline, parsed one by one, so that a title never runs on."""
        lines = [line for s in segments if s.kind in ("body", "headline") for line in _lines(text, s)]
        docs = self._language.pipe((text[start:end] for start, end, _ in lines), batch_size=64)
        return Parsed(
            document,
            text,
            tuple(Paragraph(start, kind, doc) for (start, _, kind), doc in zip(lines, docs, strict=True)),
        )


def _lines(text: str, segment: Segment) -> Iterator[tuple[int, int, SegmentKind]]:
    for match in _LINE.finditer(text, segment.start, segment.end):
        stripped = match[0].strip()
        start = match.start() + match[0].index(stripped)
        yield start, start + len(stripped), segment.kind
