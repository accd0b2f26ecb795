"""The accounts of a page: documents with a letter each, grouped by origin, copies folded under one."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from dragoman.model.documents import Document
from dragoman.model.views import Origin
from dragoman.pages.dates import said
from dragoman.pages.shown import Account
from dragoman.pages.words import Words
from dragoman.record import Record


@dataclass(frozen=True, slots=True)
class Column:
    """One account beside others. `copies` repeat its words and are folded under it.

    `origin` counts the origins of the page from 1; `kind` is that origin's (own, copy, agency, release);
    `first` where the column is the first of its origin, `span` how many columns the origin has.
    """

    account: Account
    copies: tuple[Account, ...]
    origin: int
    kind: str
    first: bool
    span: int


def columns(
    record: Record, documents: Iterable[str], words: Words, against: Set[str] = frozenset()
) -> tuple[Column, ...]:
    """These documents as columns: those of an origin side by side, the origin first published first.

    Origins that hold an account which goes `against` the others follow the first, so that they are in sight.
    """
    ids = sorted(set(documents))
    words.know(documents=ids)
    groups = [
        (origin, sorted((words.document(m) for m in members), key=_published))
        for origin, members in _by_origin(record, ids)
    ]
    groups.sort(key=lambda g: _published(g[1][0]))
    groups[1:] = sorted(groups[1:], key=lambda g: not any(d.id in against for d in g[1]))
    letters: dict[str, str] = {}
    for _, members in groups:
        for document in members:
            letters[document.id] = letter(len(letters))
    words.letter(letters)
    return tuple(
        column
        for number, (origin, members) in enumerate(groups, 1)
        for column in _columns(number, origin, [_account(d, letters[d.id], origin, words) for d in members])
    )


def letter(number: int) -> str:
    """The letter of an account: A to Z, then AA, AB, …

    >>> letter(0), letter(25), letter(26), letter(53)
    ('A', 'Z', 'AA', 'BB')
    """
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def _columns(number: int, origin: Origin, accounts: Sequence[Account]) -> Iterator[Column]:
    if origin.kind == "copy":
        yield Column(accounts[0], tuple(accounts[1:]), number, origin.kind, True, 1)
        return
    for place, account in enumerate(accounts):
        yield Column(account, (), number, origin.kind, place == 0, len(accounts))


def _by_origin(record: Record, ids: Sequence[str]) -> Iterator[tuple[Origin, list[str]]]:
    """The documents by their origin; one that no origin names is its own."""
    of: dict[str, Origin] = {}
    for found in record.near("origins", "document", *ids):
        for document in found.documents:
            of.setdefault(document, found)
    placed: set[str] = set()
    for id in ids:
        if id not in placed:
            origin = of.get(id) or Origin("", "own", (id,), ())
            members = [d for d in ids if d in origin.documents and d not in placed]
            placed.update(members)
            yield origin, members


def _published(document: Document) -> tuple[str, str]:
    return document.published or "9999", document.id


def _account(held: Document, mark: str, origin: Origin, words: Words) -> Account:
    return Account(
        id=held.id,
        letter=mark,
        name=words.account(held.id),
        named=held.source is not None,
        href=words.links.thing("document", held.id),
        title=held.title,
        author=held.author,
        published=said(held.published) if held.published else None,
        genre=held.genre,
        origin=origin.kind,
        lang=held.language,
    )
