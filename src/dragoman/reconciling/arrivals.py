"""What follows from where a new document comes from: its outlet, its versions, its origin, its furniture.

All of it is found without the documents that are held, save those that print the same words. Where something
of a document that is held would follow anew (its outlet's name, its origin's id, what it is a version of,
which of its statements rest on furniture), nothing is said: None. So what stands here is what `reconcile`
finds of the whole.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dragoman.model.dates import interval
from dragoman.model.documents import Document, Span
from dragoman.model.growth import Kept, Look
from dragoman.model.profiles import SourceProfile
from dragoman.model.readings import Reading
from dragoman.model.views import Origin, Source
from dragoman.reconciling import origins as finding
from dragoman.reconciling import outlets, prints, undated, versions
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.newly_repeated import furniture
from dragoman.reconciling.origins import Marks, Origins
from dragoman.reconciling.prints import Print, Sought
from dragoman.reconciling.sources import source_of

_ADDRESS, _AGENCY, _RELEASE = "address", "agency", "release"
_ORIGIN = "o-"
_MOST = 200  # documents that a new one may have to do with; where there are more, all is done anew


@dataclass(frozen=True, slots=True)
class Arrived:
    """New documents as a record holds them, and what is new or another with them.

    `of` and `text` are what `Origins` says of them, `aside` the places of their furniture.
    """

    documents: tuple[Document, ...]
    of: Mapping[str, str]
    text: Mapping[str, str]
    origins: tuple[Origin, ...]
    sources: tuple[Source, ...]
    aside: Mapping[str, tuple[tuple[int, int], ...]]
    kept: tuple[Kept, ...]


def kept(documents: Iterable[Document], held: Sequence[Document], origins: Origins) -> Iterator[Kept]:
    """What is kept of documents: as they came, and as a record holds them."""
    yield from prints.kept(held, origins)
    yield from outlets.kept(documents, held)
    where = {w for d in held for w in _where(d, origins.marks[d.id], origins.of[d.id])}
    yield from sorted(where)


def arrive(
    new: Sequence[tuple[Document, Reading]], look: Look, profiles: Sequence[SourceProfile] = ()
) -> Arrived | None:
    """What follows from these documents; None where something of those that are held would follow anew."""
    ordered = sorted(new, key=lambda pair: pair[0].id)
    if any(map(_to_be_dated, ordered)) or look.kept(prints.PART, [d.id for d, _ in ordered]):
        return None
    named = outlets.named([d for d, _ in ordered], look, profiles)
    if named is None:
        return None
    segments = [reading.segments for _, reading in ordered]
    documents = [replace(d, segments=s) for d, s in zip(named.documents, segments, strict=True)]
    at_addresses = _of_addresses(documents, look)
    printed = _printed(at_addresses, look) if at_addresses else None
    held = _of_outlets(at_addresses, printed, look) if at_addresses and printed else None
    found = _origins(held, printed, look) if held and printed else None
    aside = furniture(held, printed.text, printed.repeating, look) if held and printed else None
    if held is None or printed is None or found is None or aside is None:
        return None
    of = {d: o.id for o in found for d in o.documents if d in printed.text}
    rows = [prints.row(d, printed.text[d.id], of[d.id], printed.marks[d.id]) for d in held]
    rows += [row for d in held for row in _where(d, printed.marks[d.id], of[d.id])]
    together = tuple(sorted({*rows, *named.kept}))
    return Arrived(tuple(held), of, printed.text, found, named.sources, aside, together)


def _to_be_dated(new: tuple[Document, Reading]) -> bool:
    """Whether days that others tell may date a document that gives no day of publication."""
    document, reading = new
    told = (v.value for s in reading.statements for v in s.all("when"))
    return interval(document.published) is None and undated.may_be_dated(told)


def _where(document: Document, marks: Marks, origin: str) -> Iterator[Kept]:
    """By what else a document is found: its address, the agency of its origin, the release it names."""
    if document.url:
        yield Kept(_ADDRESS, document.url, document.id)
    if marks.agency:
        yield Kept(_AGENCY, marks.agency, payload=json.dumps(origin))
    published = interval(document.published)
    if marks.release and published:
        yield Kept(_RELEASE, marks.release, document.id, json.dumps(published.start.isoformat()))


def _of_addresses(new: Sequence[Document], look: Look) -> list[Document] | None:
    """The documents, each a version of what stands at its address; None where it would come before that."""
    at = look.kept(_ADDRESS, sorted({d.url for d in new if d.url}))
    if len(at) > _MOST:
        return None
    held = look.things("documents", sorted({one.thing for one in at}))
    return _linked(versions.of_one_address, new, held)


@dataclass(frozen=True, slots=True)
class _Printed:
    """What new documents print: the text of each, the origins of held texts among them, and their marks.

    `held` are the texts that held documents print too, with these documents' origin. `evidence` is where each
    new document credits somebody, `repeating` what seems to have a paragraph of theirs.
    """

    text: Mapping[str, str]
    held: Mapping[str, str]
    marks: Mapping[str, Marks]
    evidence: Mapping[str, tuple[Span, ...]]
    repeating: Mapping[tuple[str, int], tuple[Print, ...]]


def _printed(new: Sequence[Document], look: Look) -> _Printed | None:
    """What these documents print; None where it joins texts that are held, or comes before one of them."""
    alone = {d.id: _find([d]) for d in new}
    marks = {d: found.marks[d] for d, found in alone.items()}
    met = prints.meet(look.every(prints.PART), [Sought.of(d, marks[d.id]) for d in new])
    heads = sorted({d.version_of for d in new if d.version_of} - {d.id for d in new})
    near = {one.document: one for one in (*met.likely, *map(prints.revived, look.kept(prints.PART, heads)))}
    if len(near) > _MOST:
        return None
    together = _find([*new, *look.things("documents", sorted(near))]).text
    members: dict[str, list[str]] = {}
    for document, head in together.items():
        members.setdefault(head, []).append(document)
    text: dict[str, str] = {}
    held: dict[str, str] = {}
    for documents in members.values():
        ours = sorted(d for d in documents if d in marks)
        olds = {near[d].text: near[d].origin for d in documents if d in near}
        if ours and (len(olds) > 1 or min(olds, default=ours[0]) > ours[0]):
            return None
        text.update({d: min(olds, default=ours[0]) for d in ours})
        held.update(olds if ours else {})
    evidence = {d: found.all[0].evidence for d, found in alone.items()}
    return _Printed(text, held, marks, evidence, met.repeating)


def _find(documents: Sequence[Document]) -> Origins:
    return finding.find(documents, {})


def _of_outlets(new: Sequence[Document], printed: _Printed, look: Look) -> list[Document] | None:
    """The documents, each a version of the copy that its outlet printed; None where it would come first."""
    copies = prints.of_texts(look.every(prints.PART), printed.held) if printed.held else ()
    ours = {(source_of(d), printed.text[d.id]) for d in new}
    near = {one.document: one.text for one in copies if (one.source, one.text) in ours}
    if len(near) > _MOST:
        return None
    held = look.things("documents", sorted(near))
    text = {**near, **printed.text}
    return _linked(lambda documents: versions.of_one_outlet(documents, text), new, held)


def _linked(
    link: Callable[[Sequence[Document]], Sequence[Document]],
    new: Sequence[Document],
    held: Sequence[Document],
) -> list[Document] | None:
    """The new documents with what they are versions of; None where one that is held would be another's."""
    before = [replace(d, version_of=None) for d in held]
    after = link([*before, *new])
    return list(after[len(before) :]) if [*after[: len(before)]] == [*link(before)] else None


def _origins(new: Sequence[Document], printed: _Printed, look: Look) -> tuple[Origin, ...] | None:
    """The origins that are new or have new documents; None where two become one, or one gets another id."""
    whole = Groups(d.id for d in new)
    for left, right in _credits(new, printed, look):
        whole.join(left, right)
    found: list[Origin] = []
    by_id = {d.id: d for d in new}
    for members in whole.all().values():
        ours = [by_id[m] for m in members if m in by_id]
        olds = look.things("origins", [m for m in members if m.startswith(_ORIGIN)])
        if len(olds) > 1 or any(old.documents[0] > ours[0].id for old in olds):
            return None
        origin = _with(olds[0], ours, printed, look) if olds else _one(ours)
        if origin is None:
            return None
        found.append(origin)
    return tuple(sorted(found, key=lambda o: o.id))


def _credits(new: Sequence[Document], printed: _Printed, look: Look) -> Iterator[tuple[str, str]]:
    """New documents and held origins that are of one origin: of one text, one agency or one release."""
    agency = {one.key: json.loads(one.payload) for one in look.kept(_AGENCY, _all_of(printed, "agency"))}
    days: dict[str, list[tuple[date, str]]] = {}
    for one in look.kept(_RELEASE, _all_of(printed, "release")):
        days.setdefault(one.key, []).append((date.fromisoformat(json.loads(one.payload)), one.thing))
    ours: dict[str, str] = {}
    for document in new:
        text, marks = printed.text[document.id], printed.marks[document.id]
        yield document.id, printed.held.get(text) or ours.setdefault(text, document.id)
        if marks.agency:
            yield document.id, agency.setdefault(marks.agency, document.id)
        published = interval(document.published)
        if marks.release and published:
            told = days.setdefault(marks.release, [])
            near = [other for day, other in told if finding.of_one_release(day, published.start)]
            held = {one.key: prints.revived(one).origin for one in look.kept(prints.PART, sorted(near))}
            yield from ((document.id, held.get(other, other)) for other in near)
            told.append((published.start, document.id))


def _all_of(printed: _Printed, what: Literal["agency", "release"]) -> list[str]:
    return sorted({name for m in printed.marks.values() if (name := getattr(m, what))})


def _with(old: Origin, new: Sequence[Document], printed: _Printed, look: Look) -> Origin | None:
    """A held origin with new documents; of an agency's the credits tell, of others the texts of all."""
    if old.kind == "agency":
        evidence = {*old.evidence, *(span for d in new for span in printed.evidence[d.id])}
        documents = sorted((*old.documents, *(d.id for d in new)))
        return replace(old, documents=tuple(documents), evidence=tuple(sorted(evidence)))
    if len(old.documents) > _MOST:
        return None
    return _one([*look.things("documents", old.documents), *new])


def _one(documents: Sequence[Document]) -> Origin | None:
    """The one origin of these documents."""
    found = _find(documents).all
    return found[0] if len(found) == 1 else None
