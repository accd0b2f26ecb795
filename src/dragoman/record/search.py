"""Full-text search over the paragraphs of documents and over statements (FTS5, with English stems)."""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

from dragoman.errors import UsageError
from dragoman.model.documents import Document

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_TERM = re.compile(r'"([^"]+)"|(\S+)')
_OPEN, _SHUT = "\x02", "\x03"  # what FTS5 puts round a word it found; blanked in the index
_WIDTH = 300
_KINDS = ("documents", "statements")
_INSERT = "INSERT INTO found (rowid, kind, item, document, start, words) VALUES (?, ?, ?, ?, ?, ?)"
_MOST = 2**24  # paragraphs of one thing, more than a text can have
_WITHIN = "AND document IN (SELECT value FROM json_each(:within))"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: `kind` is documents (a paragraph) or statements, `id` the thing.

    `start`–`end` is that paragraph or clause, `marks` the words found, all in the document's characters;
    `snippet` is at most 300 characters round the first mark, and `snippet_start` where it begins.
    """

    kind: str
    id: str
    document: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    snippet: str
    snippet_start: int


@dataclass(frozen=True, slots=True)
class Told:
    """What search looks through of one thing: its words, each with where they start in its document.

    `position` is that of its row, from which the places in the full-text table follow.
    """

    kind: str
    position: int
    id: str
    document: str
    words: tuple[tuple[int, str], ...]


def index(connection: Connection, told: Iterable[Told]) -> None:
    """Nothing; these can be searched from now on."""
    rows = [
        (_first(t.kind, t.position) + n, t.kind, t.id, t.document, start, _blanked(words))
        for t in told
        for n, (start, words) in enumerate(t.words)
    ]
    if rows:
        connection.exec_driver_sql(_INSERT, rows)


def _blanked(words: str) -> str:
    """Words without what marks those that are found."""
    return words.replace(_OPEN, " ").replace(_SHUT, " ")


def forget(connection: Connection, kind: str, positions: Iterable[int]) -> None:
    """Nothing; the things in these places can be searched no more."""
    if kind in _KINDS:
        gone = [{"low": _first(kind, p), "high": _first(kind, p) + _MOST - 1} for p in positions]
        if gone:
            connection.execute(text("DELETE FROM found WHERE rowid BETWEEN :low AND :high"), gone)


def _first(kind: str, position: int) -> int:
    """The place of a thing's first words in the full-text table, where each has room for many."""
    return (position * len(_KINDS) + _KINDS.index(kind)) * _MOST


def search(
    connection: Connection, words: str, most: int, within: Collection[str] | None = None
) -> tuple[Hit, ...]:
    """The best hits first, `within` these documents where they are given. All words must occur;
    `"a phrase"` stands together, `nucl*` is a beginning.

    Raises UsageError where there is no word to look for.
    """
    query = (
        f"SELECT kind, item, document, start, highlight(found, 4, '{_OPEN}', '{_SHUT}') FROM found "
        f"WHERE found MATCH :words {'' if within is None else _WITHIN} "
        "ORDER BY bm25(found), document, start, kind, item LIMIT :most"
    )
    asked: dict[str, str | int] = {"words": _expression(words), "most": most}
    if within is not None:
        asked["within"] = json.dumps(sorted(within))
    found = connection.execute(text(query), asked)
    return tuple(_hit(*row) for row in found)


def paragraphs(document: Document) -> Iterator[tuple[int, str]]:
    """The paragraphs of a document that can be searched, each with where it starts."""
    for segment in document.segments:
        if segment.kind != "boilerplate":
            for line in _LINE.finditer(document.text, segment.start, segment.end):
                yield line.start(), line[0]


def _expression(words: str) -> str:
    terms = []
    for phrase, word in _TERM.findall(words):
        bare = (phrase or word).replace('"', " ").strip()
        star = "*" if word.endswith("*") else ""
        if re.search(r"\w", bare):
            terms.append(f'"{bare.rstrip("*")}"{star}')
    if not terms:
        raise UsageError(repr(words), "there is no word to look for", "name one word or more")
    return " AND ".join(terms)


def _hit(kind: str, item: str, document: str, start: int | str, marked: str) -> Hit:
    begin, plain, marks, opened = int(start), [], [], 0
    place = begin
    for piece in re.split(f"([{_OPEN}{_SHUT}])", marked):
        if piece == _OPEN:
            opened = place
        elif piece == _SHUT:
            marks.append((opened, place))
        else:
            plain.append(piece)
            place += len(piece)
    words = "".join(plain)
    first = marks[0][0] - begin if marks else 0
    left = max(0, min(first - _WIDTH // 3, len(words) - _WIDTH))
    return Hit(kind, item, document, begin, place, tuple(marks), words[left : left + _WIDTH], begin + left)
