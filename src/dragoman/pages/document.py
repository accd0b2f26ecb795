"""The page of a document: the whole text, evidence marked where it stands, notes beside their paragraph."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.errors import UnknownId, UsageError
from dragoman.model.documents import Document, Span
from dragoman.model.views import Event
from dragoman.pages import notes, reader
from dragoman.pages.asked import Asked
from dragoman.pages.dates import said
from dragoman.pages.links import Links
from dragoman.pages.notes import Note, Remark
from dragoman.pages.reader import Passage, Piece
from dragoman.pages.shown import Count, Link
from dragoman.pages.words import Words, direction, language, shortened
from dragoman.record import Record, Shown

EXTRAS = ("at", "marks", "event")
_CHOICES = ("all", "planned", "not certain", "in dispute", "quotations", "none")
_TURNS = 3
_MOST_QUOTED = 300  # characters of one quotation, where a text is cut to quotations
_HEADINGS = ("headline",)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage of the text with its marks and notes. `more` counts marks that are not shown.

    `lang` and `dir` are those of its script; `id` is its anchor.
    """

    id: str
    number: int
    kind: str
    continued: bool
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    more: int
    lang: str | None
    dir: str | None
    start: int


@dataclass(frozen=True, slots=True)
class Printed:
    """How a document is shown where nobody can ask for another view of it: on one page.

    `anchors` are the spans that other pages point at; with `quotes`, only marked words and these are shown.
    """

    anchors: tuple[tuple[int, int], ...] = ()
    quotes: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that follow one another; folded where they are not the account's own text.

    `folded` is what they are (boilerplate, byline, …), or empty; `words` how many words are folded.
    """

    folded: str
    open: bool
    words: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """Other accounts of one event of this document: those before and after it, and all side by side."""

    event: Link
    before: tuple[Link, ...]
    after: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document, to be read.

    `lede` says what it tells of; `counts` are its statements by certainty. `published_basis` tells whence
    the date is known. `origin` is the kind of its origin, `same` other documents of that origin. `marks` are
    the choices of what is marked, `chosen` the one that is on. `page` of `pages` of the text is shown; `cut`
    where only quoted words are.
    """

    title: str
    id: str
    titled: bool
    source: Link | None
    author: str | None
    published: str | None
    published_basis: str | None
    language: str | None
    genre: str | None
    url: str | None
    paths: tuple[str, ...]
    text_hash: str
    version_of: Link | None
    origin: str
    same: tuple[Link, ...]
    lede: tuple[Link, ...]
    counts: tuple[Count, ...]
    turn: Turn | None
    marks: tuple[Count, ...]
    chosen: str
    at: str
    cut: bool
    folded: int
    paragraphs: int
    page: int
    pages: int
    previous: str
    next: str
    blocks: tuple[Block, ...]


def document(
    record: Record, id: str, asked: Asked, links: Links, printed: Printed | None = None
) -> DocumentPage:
    """The page of a document; `asked` may point at characters (`at=12-40`) and choose the marks.

    Raises UnknownId, and UsageError for characters that it does not have.
    """
    shown = record.show(id)
    held = shown.item
    if not isinstance(held, Document):
        raise UnknownId(id, "this is no document", "the list of documents shows those that are held")
    words = Words(record, links)
    at = _at(asked.extra("at"), len(held.text))
    chosen = asked.extra("marks") or "all"
    if chosen not in _CHOICES:
        raise UsageError(chosen, "no marks are called so", f"one of: {', '.join(_CHOICES)}")
    quotes = tuple(q for q in record.near("quotes", "document", held.id) if q.document == held.id)
    remarks = notes.remarks(shown, quotes)
    here = [r for r in remarks if chosen in ("all", *r.groups)]
    every = reader.passages(held.text, held.segments)
    pages = reader.paged(held.text, every, [r.mark for r in here]) if printed is None else [every]
    number = reader.page_at(pages, at[0]) if at and asked.page == 1 else asked.page
    if number > len(pages):
        raise UsageError(str(number), "there is no such page", f"this text has {len(pages)}")
    origin, same = _origin(record, held, words)
    base = links.thing("document", held.id)
    return DocumentPage(
        title=_title(held, words),
        id=held.id,
        titled=held.title is not None or any(s.kind == "headline" for s in held.segments),
        source=_source(record, held, links),
        author=held.author,
        published=said(held.published) if held.published else None,
        published_basis=held.published_basis,
        language=held.language,
        genre=held.genre,
        url=held.url if (held.url or "").startswith(("http://", "https://")) else None,
        paths=held.paths,
        text_hash=held.text_hash,
        version_of=_version(record, held, words),
        origin=origin,
        same=same,
        lede=tuple(_lede(shown, remarks, links)),
        counts=tuple(_counts(shown, links)),
        turn=_turn(record, shown, asked.extra("event"), words),
        marks=tuple(_marks(remarks, base)),
        chosen=chosen,
        at=asked.extra("at"),
        cut=printed is not None and printed.quotes,
        folded=len({p.number for p in every if p.kind == "boilerplate"}),
        paragraphs=len({p.number for p in every}),
        page=number,
        pages=len(pages),
        previous=_to(base, asked, number - 1) if number > 1 else "",
        next=_to(base, asked, number + 1) if number < len(pages) else "",
        blocks=_blocks(held, pages[number - 1], here, _Looks(at, printed or Printed()), words),
    )


def _title(held: Document, words: Words) -> str:
    """The title that is known, else the first headline of the text, else what the account is called."""
    lines = (held.text[s.start : s.end] for s in held.segments if s.kind == "headline")
    first = next((line for line in lines if line.strip()), "")
    return held.title or shortened(first, 160) or words.account(held.id)


def _at(given: str, length: int) -> tuple[int, int] | None:
    """The characters that an address points at. Raises UsageError."""
    if not given:
        return None
    match = re.fullmatch(r"(\d{1,9})-(\d{1,9})", given, re.ASCII)
    start, end = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 0 <= start < end <= length:
        raise UsageError(given, "the document has no such characters", f"write at=START-END, up to {length}")
    return start, end


def _to(base: str, asked: Asked, page: int) -> str:
    return base + asked.query(page=str(page), at="")


def _source(record: Record, held: Document, links: Links) -> Link | None:
    if held.source is None:
        return None
    found = [s for s in record.listing("sources").items if held.source in (s.name, *s.domains)]
    return Link(held.source, links.thing("source", found[0].id) if found else "")


def _version(record: Record, held: Document, words: Words) -> Link | None:
    for other in record.things("documents", [held.version_of] if held.version_of else []):
        return Link(words.account(other.id), words.links.thing("document", other.id))
    return None


def _origin(record: Record, held: Document, words: Words) -> tuple[str, tuple[Link, ...]]:
    for origin in record.near("origins", "document", held.id):
        if held.id in origin.documents:
            others = [d for d in origin.documents if d != held.id]
            words.know(documents=others)
            same = tuple(Link(words.account(d), words.links.thing("document", d)) for d in others)
            return origin.kind, same
    return "own", ()


def _lede(shown: Shown, remarks: Sequence[Remark], links: Links) -> Iterator[Link]:
    """What the document tells of, and how sure it is, in a sentence."""
    told = [e for e in shown.events if e.timing == "episode"] or list(shown.events)
    told.sort(key=lambda e: (-e.independent_origins, -len(e.documents), -len(e.statements), e.id))
    statements = len(shown.statements)
    if not statements:
        yield Link("No act between states was read in this text. ")
        yield Link("That does not prove that it tells of none.")
        return
    yield Link("Tells of ")
    for number, event in enumerate(told[:2]):
        yield Link(", " if number else "")
        yield Link(event.title, links.thing("event", event.id))
    more = len(shown.events) - len(told[:2])
    one = "" if statements == 1 else "s"
    yield Link((f" and {more} more" if more > 0 else "") + f". {statements} statement{one}: ")
    counts = Counter(s.certainty for s in shown.statements)
    first = {r.certainty: r for r in reversed(remarks) if r.certainty}
    kinds = sorted(counts, key=lambda c: (-counts[c], c))
    for number, certainty in enumerate(kinds):
        yield Link((" and " if number == len(kinds) - 1 else ", ") if number else "")
        mark = first[certainty].mark
        at = Span(shown.item.id, mark.start, mark.end)
        yield Link(f"{counts[certainty]} {certainty}", links.span(at))
    yield Link(".")


def _counts(shown: Shown, links: Links) -> Iterator[Count]:
    counts = Counter(s.certainty for s in shown.statements)
    for certainty, number in sorted(counts.items(), key=lambda c: (-c[1], c[0])):
        yield Count(number, certainty, "", certainty)


def _marks(remarks: Sequence[Remark], base: str) -> Iterator[Count]:
    for choice in _CHOICES:
        number = len(remarks) if choice == "all" else sum(choice in r.groups for r in remarks)
        query = "" if choice == "all" else "?marks=" + choice.replace(" ", "+")
        yield Count(0 if choice == "none" else number, choice, base + query)


def _turn(record: Record, shown: Shown, wanted: str, words: Words) -> Turn | None:
    """The accounts before and after this one of the event asked for, else of its best-told event."""
    told = [e for e in shown.events if len(e.documents) > 1]
    told.sort(key=lambda e: (e.id != wanted, -e.independent_origins, -len(e.documents), e.id))
    if not told:
        return None
    event: Event = told[0]
    words.know(documents=event.documents)
    inorder = sorted(event.documents, key=lambda d: (words.document(d).published or "9999", d))
    place = inorder.index(shown.item.id) if shown.item.id in inorder else 0
    before, after = inorder[max(0, place - _TURNS) : place], inorder[place + 1 : place + 1 + _TURNS]
    return Turn(
        Link(event.title, words.links.thing("event", event.id)),
        tuple(_account(d, event, words) for d in before),
        tuple(_account(d, event, words) for d in after),
    )


def _account(document: str, event: Event, words: Words) -> Link:
    """Another account, at its first words for an event."""
    spans = [s for s in event.evidence if s.document == document]
    name, published = words.account(document), words.document(document).published
    told = f"{name}, {said(published)}" if published else name
    return Link(told, words.links.span(min(spans)) if spans else words.links.thing("document", document))


@dataclass(frozen=True, slots=True)
class _Looks:
    """What of a text is pointed at, and how it is shown."""

    at: tuple[int, int] | None
    printed: Printed

    def points_into(self, start: int, end: int) -> bool:
        """Whether the address points at characters between these."""
        return self.at is not None and self.at[0] < end and self.at[1] > start


def _blocks(
    held: Document,
    passages: Sequence[Passage],
    remarks: Sequence[Remark],
    looks: _Looks,
    words: Words,
) -> tuple[Block, ...]:
    """The passages of a page; what follows one another and is folded makes one fold."""
    grouped: list[list[Passage]] = []
    for passage in passages:
        last = grouped[-1][-1] if grouped else None
        same = last is not None and (last.kind == "boilerplate") == (passage.kind == "boilerplate")
        grouped[-1].append(passage) if same else grouped.append([passage])
    marks = [r.mark for r in remarks]
    of = {r.mark.number: r for r in remarks}
    first, last_end = (passages[0].start, passages[-1].end) if passages else (0, 0)
    near = [m for m in marks if m.start < last_end and m.end > first]
    return tuple(
        Block(
            folded="boilerplate" if group[0].kind == "boilerplate" else "",
            open=any(looks.points_into(p.start, p.end) for p in group),
            words=sum(len(held.text[p.start : p.end].split()) for p in group),
            paragraphs=tuple(_paragraph(held, p, near, of, looks, words) for p in group),
        )
        for group in grouped
    )


def _paragraph(
    held: Document,
    passage: Passage,
    near: Sequence[reader.Marked],
    of: dict[int, Remark],
    looks: _Looks,
    words: Words,
) -> Paragraph:
    touching = reader.touching(passage, near)
    shown = touching[: reader.MOST_MARKS]
    begin = [m for m in shown if m.start >= passage.start]
    text = held.text[passage.start : passage.end]
    return Paragraph(
        id=f"p{passage.number}" + (f"-{passage.start}" if passage.continued else ""),
        number=passage.number,
        kind=passage.kind,
        continued=passage.continued,
        pieces=_pieces(held.text, passage, shown, looks),
        notes=tuple(notes.note(of[m.number], words) for m in begin),
        more=len(touching) - len(shown),
        lang=language(text, held.language),
        dir=direction(text),
        start=passage.start,
    )


def _pieces(text: str, passage: Passage, shown: Sequence[reader.Marked], looks: _Looks) -> tuple[Piece, ...]:
    near = [a for a in looks.printed.anchors if a[0] < passage.end and a[1] > passage.start]
    found = reader.pieces(text, passage, shown, looks.at, near)
    if not looks.printed.quotes:
        return found
    return reader.quoted(passage.start, found, [*near, *((m.start, m.end) for m in shown)], _MOST_QUOTED)
