"""Inputs as the user names them, to texts: the one way in, and the order in which it is known what is said.

What the user gives (flags) stands over the table, the table over what a file says of itself.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import InputError, NotFetched, NothingToRead, TooLarge, UsageError
from dragoman.gathering.addresses import canonical, is_address
from dragoman.gathering.encodings import decode
from dragoman.gathering.fetching import PUBLIC, Fetch
from dragoman.gathering.files import LINES, PAGES, TEXT, Found, content, files, sized
from dragoman.gathering.front import front_matter
from dragoman.gathering.languages import READ, check_language, primary
from dragoman.gathering.lines import read_lines
from dragoman.gathering.pages import looks_like_page, read_page
from dragoman.gathering.tables import GENRES, Table, read_table
from dragoman.model import dates
from dragoman.model.documents import Input, Metadata
from dragoman.model.sites import WRITTEN, is_malformed
from dragoman.settings import Settings

_WORD = re.compile(r"\w*[^\W\d_]\w*")


@dataclass(frozen=True, slots=True)
class _Way:
    """What holds for every input of one call."""

    given: Metadata
    table: Table
    limits: Settings
    fetch: Fetch | None


def gather(
    inputs: Sequence[str | Path],
    given: Metadata = Metadata(),  # noqa: B008 # frozen: one empty value for all calls
    table: Path | None = None,
    limits: Settings | None = None,
    stdin: BinaryIO | None = None,
    fetch: Fetch | None = PUBLIC.fetch,
) -> Iterator[Input | InputError]:
    """Each document of the inputs in order, or the reason why there is none; one bad input stops nothing.

    Inputs are files, folders, addresses, or `-` for standard input (one document). `given` is what the user
    says of the input, `table` the CSV of `--metadata`; `fetch` gets what stands at an address, and where it
    is None none is fetched. Raises UsageError at once where `given` or the table makes no sense.
    """
    for name in ("trafilatura", "htmldate", "courlan"):  # they warn of odd pages; our own lines suffice
        logging.getLogger(name).addHandler(logging.NullHandler())
    way = _Way(_checked(given, inputs), read_table(table), limits or Settings(), fetch)
    return _gather(inputs, way, stdin)


def _gather(inputs: Sequence[str | Path], way: _Way, stdin: BinaryIO | None) -> Iterator[Input | InputError]:
    yield from way.table.broken
    for named in inputs:
        if str(named) == "-":
            yield from _guarded(_standard(stdin, way))
        elif is_address(str(named)):
            yield from _guarded(_fetched(str(named), way))
        else:
            for found in files(named):
                if isinstance(found, InputError):
                    yield found
                else:
                    yield from _guarded(_file(found, named, way))
    yield from way.table.unused()


def _guarded(documents: Iterator[Input | InputError]) -> Iterator[Input | InputError]:
    try:
        yield from documents
    except InputError as error:
        yield error


def _standard(stdin: BinaryIO | None, way: _Way) -> Iterator[Input | InputError]:
    what, most = "standard input", way.limits.most_bytes
    if stdin is None:
        raise NothingToRead(what, "there is none", "pipe a text in")
    data = stdin.read(most + 1)
    sized(data, len(data), what, most)
    yield from _single(data, Found(Path("-"), "", what), Metadata(), way)


def _file(found: Found, named: str | Path, way: _Way) -> Iterator[Input | InputError]:
    data = content(found, way.limits.most_bytes)
    folder = Path(named).resolve().name
    told = way.table.of(
        (found.name, f"{folder}/{found.name}", Path(named, found.name).as_posix(), Path(named).as_posix())
    )
    yield from (_lines if found.name.lower().endswith(LINES) else _single)(data, found, told, way)


def _lines(data: bytes, found: Found, told: Metadata, way: _Way) -> Iterator[Input | InputError]:
    for line in read_lines(data, found):
        if isinstance(line, InputError):
            yield line
            continue
        kept = Input(line.text, found.name, told.over(line.metadata), line.note)
        yield from _guarded(_accepted(kept, line.what, way))


def _fetched(named: str, way: _Way) -> Iterator[Input | InputError]:
    """The documents that stand at an address: of no path, and at the address that they are kept under."""
    if way.fetch is None:
        raise NotFetched(named, "nothing is fetched here", "save the page and add the file")
    got = way.fetch(named, way.limits.most_bytes)
    found = Found(Path("-"), f"fetched{got.kind}", named)
    told = way.table.of((named, str(got.address)))
    if got.kind in LINES:
        for line in _lines(got.data, found, told, way):
            yield line if isinstance(line, InputError) else replace(line, path=None)
        return
    for one in _single(got.data, found, told, way, got.charset):
        at = way.given.url or told.url or canonical(got.address, one.given.url)
        yield replace(one, path=None, given=replace(one.given, url=at))


def _single(
    data: bytes, found: Found, told: Metadata, way: _Way, charset: str | None = None
) -> Iterator[Input]:
    decoded = decode(data, found.what, charset)
    name = found.name.lower()
    if name.endswith(PAGES) or looks_like_page(decoded.text):
        page = read_page(decoded.text, found.what)
        text, said = page.text, page.metadata
    else:
        text, said = (
            decoded.text,
            front_matter(decoded.text) if not name or name.endswith(TEXT) else Metadata(),
        )
    yield from _accepted(Input(text, found.name or None, told.over(said), decoded.note), found.what, way)


def _accepted(document: Input, what: str, way: _Way) -> Iterator[Input]:
    """The input with what the user gave over it. Raises InputError where it is no document we read."""
    words = len(_WORD.findall(document.text[:10_000]))
    if words < way.limits.least_words:
        counted = "no word" if not words else "one word" if words == 1 else f"{words} words"
        raise NothingToRead(what, f"it holds {counted}, too few to read", "add a whole text")
    if len(document.text) > way.limits.most_characters:
        raise TooLarge(
            what,
            f"it holds {len(document.text):,} characters, over the limit of {way.limits.most_characters:,}",
            "split it into documents",
        )
    given = way.given.over(document.given)
    check_language(document.text, what, way.given.language or document.given.language)
    yield replace(document, given=given)


def _checked(given: Metadata, inputs: Sequence[str | Path]) -> Metadata:
    if given.published and not dates.valid(given.published):
        raise UsageError(
            given.published, "it is no date", "write a publication date as 2025-03-04, 2025-03 or 2025"
        )
    if given.genre and given.genre not in GENRES:
        raise UsageError(given.genre, "it is no genre", f"give one of {', '.join(GENRES)}")
    if given.language and primary(given.language) is None:
        raise UsageError(given.language, "it is no code of a language", f"give a code such as {READ}")
    if given.url and is_malformed(given.url):
        raise UsageError(given.url, "it is no address", WRITTEN)
    if given.url and (len(inputs) > 1 or any(Path(i).is_dir() for i in inputs)):
        raise UsageError(
            given.url, "one address cannot be that of several documents", "use --metadata for a folder"
        )
    return replace(given, language=primary(given.language)) if given.language else given
