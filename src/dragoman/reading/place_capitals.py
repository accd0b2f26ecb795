"""Capitals told by their state: "the Turkish capital", "the capital of Chad"."""

import re
from collections.abc import Iterator

from dragoman.reading.marks import Paragraph, Parsed, PlaceMention
from dragoman.reading.place_senses import of_row
from dragoman.vocabulary.places import gazetteer
from dragoman.vocabulary.states import State, by_code, naming

_NAME = r"(?:[A-Z][\w’'-]*\s){0,3}?[A-Z][\w-]*"
_OWNED = re.compile(rf"\b[Tt]he\s+(?P<told>(?P<state>{_NAME})\s+capital)\b")
_OF = re.compile(rf"\b[Tt]he\s+(?P<told>capital\s+of\s+(?:the\s+)?(?P<state>{_NAME}))\b(?![\w-])")


def capitals(parsed: Parsed) -> Iterator[PlaceMention]:
    """The capitals of states told by their state; money is none ("the Swiss capital market")."""
    for paragraph in parsed.paragraphs:
        if "capital" not in paragraph.text:
            continue
        for pattern in (_OWNED, _OF):
            for match in pattern.finditer(paragraph.text):
                state = _state(match["state"], "adjective" if pattern is _OWNED else "name")
                if state is None or _is_money(paragraph, match.start("told"), match.end("told")):
                    continue
                start, end = paragraph.start + match.start("told"), paragraph.start + match.end("told")
                words = match["told"]
                rows = [
                    r
                    for r in gazetteer().lookup(state.capital or "")
                    if r.country == state.code and r.kind == "city"
                ]
                if rows:
                    yield PlaceMention(start, end, words, of_row(rows[0], words))


def _is_money(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether "capital" only goes before a noun ("the Swiss capital market")."""
    words = paragraph.doc.char_span(start, end, alignment_mode="expand")
    return words is None or any(w.lower_ == "capital" and w.dep_ in ("compound", "amod") for w in words)


def _state(words: str, role: str) -> State | None:
    """The state that all the words name, in this role."""
    meant = naming(words)
    return by_code()[meant[0]] if meant is not None and meant[1] == role else None
