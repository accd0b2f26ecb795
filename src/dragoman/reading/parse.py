"""Paragraphs with their grammar, by the spaCy pipeline that the settings name."""

import importlib.util
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import spacy
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from dragoman.errors import UsageError
from dragoman.model.documents import Segment, SegmentKind
from dragoman.reading.marks import Paragraph, Parsed
from dragoman.reading.multiplying import multiply_by_numpy
from dragoman.reading.parse_dates import part_dates
from dragoman.reading.parse_homes import send_home
from dragoman.reading.parse_inversions import turn
from dragoman.reading.parse_joins import part_joins
from dragoman.reading.parse_lemmas import mend_lemmas, part_of_word
from dragoman.reading.parse_missions import seat_missions
from dragoman.reading.parse_nations import hang_nations
from dragoman.reading.parse_pairs import part_pairs
from dragoman.reading.parse_roots import name_verbs
from dragoman.reading.ruling import quicker
from dragoman.vocabulary.descriptions import descriptions

MOST_AT_ONCE = 50_000
"""Characters of one stretch that is parsed whole: the pipeline needs about 1 GB for 100,000."""

_TOGETHER = 64
"""Paragraphs that go through a step of the pipeline together."""

_BLANK = re.compile(r"\s")


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
        multiply_by_numpy(self._language)
        splits = self._language.tokenizer
        assert isinstance(splits, Tokenizer)  # the type also allows for a plain function
        for short in sorted(descriptions().dotted):
            splits.add_special_case(f"{short}.", [{ORTH: f"{short}."}])
        splits.infix_finditer = _unparted(splits.infix_finditer)
        self._steps = [quicker(step) for _, step in self._language.pipeline]
        self.name = pipeline
        self.version = f"{pipeline} {self._language.meta['version']}"

    def parse(self, document: str, text: str, segments: Sequence[Segment]) -> Parsed:
        """The paragraphs of body and headline, parsed one by one, so that a title never runs on."""
        held = [part for s in segments if s.kind in ("body", "headline") for part in _stretches(text, s)]
        smooth = [_smooth(text[a:b]) for a, b, _ in held]
        docs = map(_mended, self._through(map(self._language.make_doc, smooth)))
        paragraphs = (Paragraph(a, k, doc, t) for (a, _, k), doc, t in zip(held, docs, smooth, strict=True))
        return Parsed(document, text, tuple(paragraphs))

    def sentences(self, tokens: Iterable[Sequence[str]]) -> Iterator[Paragraph]:
        """A parsed paragraph for each sentence that comes in tokens, one blank behind each."""
        docs = (Doc(self._language.vocab, words=list(words)) for words in tokens)
        for doc in self._through(docs):
            yield Paragraph(0, "body", _mended(doc), doc.text)

    def _through(self, docs: Iterable[Doc]) -> Iterable[Doc]:
        """The texts after every step of the pipeline, in their order."""
        for step in self._steps:
            docs = step.pipe(docs, batch_size=_TOGETHER) if hasattr(step, "pipe") else map(step, docs)
        return docs


@cache
def loaded(pipeline: str) -> Parser:
    """The parser of a pipeline, loaded once: that takes longer than to read a claim."""
    return Parser(pipeline)


def _unparted(
    splitting: Callable[[str], Iterator[re.Match[str]]],
) -> Callable[[str], Iterator[re.Match[str]]]:
    """Where a word is split, but for a hyphen behind what belongs to the next word ("re-opened")."""

    def finds(word: str) -> Iterator[re.Match[str]]:
        return (m for m in splitting(word) if m.group() != "-" or not part_of_word(word[: m.start()]))

    return finds


def _mended(doc: Doc) -> Doc:
    """The same parse, mended in place where it is known to err."""
    parted = part_pairs(hang_nations(part_joins(part_dates(doc))))
    return seat_missions(mend_lemmas(turn(send_home(name_verbs(parted)))))


def _smooth(text: str) -> str:
    """The text with every kind of blank as a plain one, so that a wrapped line parses as it reads."""
    return _BLANK.sub(" ", text)


def _stretches(text: str, segment: Segment) -> Iterator[tuple[int, int, SegmentKind]]:
    """The segment without the blanks around it, in stretches that the pipeline has the memory for."""
    held = text[segment.start : segment.end]
    start = segment.start + len(held) - len(held.lstrip())
    end = segment.start + len(held.rstrip())
    while start < end:
        stop = end if end - start <= MOST_AT_ONCE else _cut(text, start)
        yield start, stop, segment.kind
        start = stop


def _cut(text: str, start: int) -> int:
    """Where to cut a stretch that is too long: behind its last full stop, else its last blank."""
    last = start + MOST_AT_ONCE
    for mark in (". ", " "):
        found = text.rfind(mark, start + MOST_AT_ONCE // 2, last)
        if found > 0:
            return found + len(mark)
    return last
