"""Which documents follow from what was seen: a pure function, in which order is no matter.

A sighting is one text, seen once: under a path, with what was said of it. Its place is the address given,
else the source given, else nothing. Sightings of one text at one place are one document. Those of no place
join the text's only placed document, where there is exactly one; else they stand as a document of their own.
A correction is kept for (text, place as it was first stated), so that it outlives a change of place.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dragoman.model.documents import Document, Metadata
from dragoman.model.ids import digest, document_id
from dragoman.model.readings import Reader, Reading

Stated = tuple[str, str]
"""(hash of the text, place as first stated): what corrections and former ids hang on."""


_NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Sighting:
    """One text as it was seen once. `added` is when, for filters only; no document depends on it."""

    text_hash: str
    path: str | None
    given: Metadata
    added: str = ""

    @property
    def id(self) -> str:
        """The same for the same text, path and metadata: adding twice keeps one."""
        return digest(self.text_hash, self.path or "", *(f"{k}={v or ''}" for k, v in self.given.fields()))

    @property
    def place(self) -> str:
        """Where it appeared, as it was stated."""
        return place(self.given)


@dataclass(frozen=True, slots=True)
class Held:
    """A document as far as it is known without reading it.

    `stated` are the places its sightings stated; a correction of it is kept for each of them.
    """

    id: str
    text_hash: str
    given: Metadata
    paths: tuple[str, ...]
    stated: tuple[str, ...]
    added: str

    @property
    def name(self) -> str:
        """What a user knows it by: its path, else its address, else its id."""
        return self.paths[0] if self.paths else self.given.url or self.id

    def key(self, reader: Reader) -> str:
        """What its reading depends on: where this is the same, the reading is."""
        said = (f"{k}={v or ''}" for k, v in self.given.fields())
        return digest(self.id, self.text_hash, *said, reader.version, reader.pipeline, reader.tables)

    def document(self, text: str, reading: Reading | None = None) -> Document:
        """It as a document; what a reading found in the text fills what nobody gave."""
        known = self.given.over(reading.found) if reading else self.given
        basis = "given" if self.given.published else "text" if known.published else None
        return Document(
            id=self.id,
            path=self.paths[0] if self.paths else None,
            paths=self.paths,
            text=text,
            text_hash=self.text_hash,
            published_basis=basis,
            segments=reading.segments if reading else (),
            **dict(known.fields()),  # type: ignore[arg-type] # the fields of Metadata are those of Document
        )


def place(given: Metadata) -> str:
    """The canonical address, else the source, else an empty string."""
    return given.url or given.source or ""


def held(sightings: Iterable[Sighting], corrections: Mapping[Stated, Mapping[str, str]]) -> tuple[Held, ...]:
    """The documents that follow from sightings and corrections, sorted by id."""
    stated: dict[Stated, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        stated[sighting.text_hash, sighting.place].append(sighting)
    texts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for text_hash, at in sorted(stated):
        corrected = corrections.get((text_hash, at), {})
        given = _over(_metadata(corrected), _merged(s.given for s in stated[text_hash, at]))
        texts[text_hash][place(given)].append(at)
    found = [
        _held(text_hash, final, at, stated, corrections)
        for text_hash, places in texts.items()
        for final, at in _with_the_placeless(places).items()
    ]
    return tuple(sorted(found, key=lambda h: h.id))


def _with_the_placeless(places: Mapping[str, list[str]]) -> dict[str, list[str]]:
    placed = {final: at for final, at in places.items() if final}
    if len(placed) == 1 and "" in places:
        ((final, at),) = placed.items()
        return {final: at + places[""]}
    return dict(places)


def _held(
    text_hash: str,
    final: str,
    stated: list[str],
    groups: Mapping[Stated, list[Sighting]],
    corrections: Mapping[Stated, Mapping[str, str]],
) -> Held:
    sightings = [s for at in stated for s in groups[text_hash, at]]
    corrected = _merged(_metadata(c) for at in stated if (c := corrections.get((text_hash, at))))
    return Held(
        id=document_id(text_hash, final),
        text_hash=text_hash,
        given=_over(corrected, _merged(s.given for s in sightings)),
        paths=tuple(sorted({s.path for s in sightings if s.path})),
        stated=tuple(sorted(stated)),
        added=min(s.added for s in sightings),
    )


def _merged(given: Iterable[Metadata]) -> Metadata:
    """Field by field: what is given beats nothing; of two that differ, the least as text."""
    given = list(given)
    if len(given) == 1 and all(value != "" for _, value in given[0].fields()):  # nearly always
        return given[0]
    values: dict[str, str] = {}
    for metadata in given:
        for name, value in metadata.fields():
            if value:
                values[name] = min(values.get(name, value), value)
    return _metadata(values)


def _over(corrected: Metadata, given: Metadata) -> Metadata:
    return given if corrected is _NOTHING else corrected.over(given)


def _metadata(values: Mapping[str, str]) -> Metadata:
    if not values:
        return _NOTHING
    return replace(Metadata(), **values)  # type: ignore[arg-type] # the genre is checked where it enters
