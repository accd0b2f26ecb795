"""What a text itself says of where it appeared: title, author, source, day, language, genre.

Only what stands there in words counts: a byline, a biography, a copyright line, a dateline with its year.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from dragoman.model.documents import Genre, Metadata, Segment, SegmentKind
from dragoman.model.written import written_dates
from dragoman.reading import bylines, yearless_day
from dragoman.reading import furniture as is_
from dragoman.reading.passages import Passage, passages
from dragoman.vocabulary.boilerplate import boilerplate, words_of
from dragoman.vocabulary.states import naming

_OUTLET = re.compile(
    r"(?:[Tt]he\s+)?(?P<name>[A-Z0-9][\w'&./–-]*(?:\s+(?:(?:of|the|and|for|de|del|do|da|di|la|&|on|in)\s+)*[A-Z0-9][\w'&./–-]*){0,6})"
)
_STATED = re.compile(r"^(?:Source|Publisher|Publication|Newspaper|Outlet)\s*:\s*(?=\S[^\n]{1,50}$)")
_COPYRIGHT = re.compile(  # a mark with a year; a mark alone may be that of a picture
    r"(?:(?:©|\(c\)|\bcopyright\b)\s*){1,3}\d{4}(?:\s*[-–,]\s*\d{4})?[\s,|:]*(?:by\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(r"(?:©|\(c\))\s*(?=[^\W\d_][^\n|,;·•]{2,50}\s\d{4}\W*$)", re.IGNORECASE)
_NO_OUTLET = re.compile(
    r"^(?:all|rights?|copyright|holders?|notice|the authors?|authors?|reserved|this|\d+)\b", re.IGNORECASE
)
_LABEL = re.compile(r"\s*[:|–—]\s*|\s+-\s+")
_TURN = re.compile(r"^(?:[A-Z][\w.'-]*)(?:\s+[\w.'()-]+){0,5}:\s+\S")
_WIRE = re.compile(r"^[^()]{0,60}\((?P<agency>[A-Z][\w .&-]{1,40})\)\s*(?:[-–—:]|--)")
_SLASHED = re.compile(r"^[^/]{0,60}/(?P<agency>[A-Z][\w .&-]{1,40})/")
_BEHIND = re.compile(  # where the name in a byline ends
    r"\s*[|,•·/(]\s*|\s+(?:in|for|at|on|of)\s+|\s[-–—]\s|\s+(?=\d)"
    r"|\.\s+(?=[A-Z][a-z]+:)|\s+(?:and|with)\s+(?:news\s+)?(?:agenc(?:y|ies)|wires?|staff)\b"
    r"|\s+(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d)|\s+(?=Published|Updated|Posted)"
)
_FULL = re.compile(  # a person's full name, as bylines give it
    r"(?:[A-Z][\w.'-]*\s+)(?:(?:[A-Z][\w.'-]*|de|da|van|von|der|den|bin|al|el|ibn|la|du|dos|y|e)\s+){0,4}"
    r"[A-Z][\w.'-]*"
)
_MASTHEAD = 4  # lines at the top of a text in which a paper says its day
_TOP = 10  # lines above a text among which it says of which issue it is
_DATELINE = 90  # characters in which a dateline stands
_STAFF = re.compile(
    r"\b(?:staff|correspondent|reporter|reporters|desk|admin|editor|editors|agencies|agency|team)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    passage: Passage
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class _Layout:
    """The lines of a text: those before its body, its body, those after; captions are left out.

    Lines that say who wrote, below sentences under a title, stand before the body. `title` is the place of
    the first headline among those before.
    """

    head: tuple[_Line, ...]
    title: int | None
    body: tuple[_Line, ...]
    rest: tuple[_Line, ...]

    @property
    def near(self) -> tuple[_Line, ...]:
        """The lines between title and body, then the three before the title: where a byline stands."""
        at = max(0, len(self.head) - 6) if self.title is None else self.title
        return self.head[at:] + self.head[max(0, at - 3) : at]


def found(text: str, segments: Sequence[Segment]) -> Metadata:
    """What the text says of itself, by its segments; what it does not say is None.

    The title is the first headline before the body; a text that begins with its body has none.
    """
    layout = _layout(text, segments)
    title = None if layout.title is None else _plain(layout.head[layout.title].passage)
    return Metadata(
        source=_source(layout),
        title=title,
        author=_author(layout),
        published=_published(layout),
        language=_language(layout),
        genre=_genre(layout, title),
    )


def _layout(text: str, segments: Sequence[Segment]) -> _Layout:
    starts = [s.start for s in segments]
    lines = (
        [_Line(p, segments[bisect_right(starts, p.end - 1) - 1].kind) for p in passages(text)]
        if segments
        else []
    )
    bodies = [i for i, line in enumerate(lines) if line.kind == "body"]
    first, last = (bodies[0], bodies[-1]) if bodies else (len(lines), len(lines))
    between = lines[first + 1 : bodies[1]] if len(bodies) > 1 else []
    if any(line.kind == "byline" for line in between):  # the first sentences stand under the title
        first = bodies[1]
    head = tuple(line for line in lines[:first] if line.kind not in ("caption", "body"))
    return _Layout(
        head,
        next((i for i, line in enumerate(head) if line.kind == "headline"), None),
        tuple(line for line in lines if line.kind == "body"),
        tuple(line for line in lines[last + 1 :] if line.kind != "caption"),
    )


def _plain(p: Passage) -> str:
    return " ".join(re.sub(r"^#{1,6}\s+", "", p.text).split())


def _author(layout: _Layout) -> str | None:
    """From a byline above the text, else a name or biography below it, else a signature."""
    for line in (*layout.near, *layout.rest):
        by = (is_.writer, bylines.behind_day) if line.kind == "byline" else ()
        after = next((found for find in by if (found := find(line.passage))), None)
        name = (_person(after) or bylines.titled_name(after)) if after else None
        if name:
            return _written(line.passage, name)
    for line in layout.near:
        name = bylines.writers(line.passage) if line.kind == "byline" else None
        if name:
            return _written(line.passage, name)
    for line in layout.rest:
        if is_.biography(line.passage) or is_.signature(line.passage):
            name = is_.named(line.passage)
            if name:
                return _written(line.passage, name)
    return None


def _written(p: Passage, part: str) -> str:
    """A part of a smooth text as it stands in the text itself."""
    start = p.smooth.find(part)
    return p.text[start : start + len(part)]


def _person(after: str) -> str | None:
    """The names in what follows `By`: up to a comma, a bar, a place or a date."""
    words = _BEHIND.split(after.strip(), maxsplit=1)[0]
    name = words.strip(" .:")
    people = re.split(r"\s+(?:and|with)\s+|\s*&\s*", name)
    known = name in boilerplate().agencies or all(map(_FULL.fullmatch, people))
    return name if known and len(people) <= 4 and not _STAFF.search(name) else None


def _source(layout: _Layout) -> str | None:
    """From a copyright line, else the owner of the rights, else the paper that the author edits."""
    table = boilerplate()
    lines = [line.passage for line in (*layout.rest, *layout.head) if line.kind == "boilerplate"]
    for pattern in (_STATED, _COPYRIGHT, _YEAR_BEHIND, table.owner, table.editors):
        for p in lines:
            match = pattern.search(p.smooth[:2000])
            name = _outlet(p.smooth[match.end() :]) if match else None
            if name:
                return _written(p, name)
    return _masthead(layout) or _under_title(layout)


def _under_title(layout: _Layout) -> str | None:
    """The paper's name in the line between the title and who wrote or the day: it has a paper's own word."""
    at = None if layout.title is None else layout.title + 1
    if at is None or at + 1 >= len(layout.head) or layout.head[at + 1].kind != "byline":
        return None
    p = layout.head[at].passage
    own = boilerplate().papers.intersection(words_of(p.smooth))
    return _written(p, p.smooth.strip()) if own and _OUTLET.fullmatch(p.smooth.strip()) else None


def _masthead(layout: _Layout) -> str | None:
    """The paper's name in a text's first line: it has a word of papers, or stands again under the text.

    In capitals it is given as it stands there.
    """
    if not layout.head or layout.title == 0 or layout.head[0].kind != "boilerplate":
        return None
    p = layout.head[0].passage
    name = re.split(r"\s+[-–—|]\s+|\s*\(", p.smooth)[0].strip(" .|")
    match, words = _OUTLET.fullmatch(name), words_of(name)
    if match is None or not 1 <= len(words) <= 7 or boilerplate().whole.cover(words) or naming(name):
        return None
    below = [
        m for line in layout.rest if (m := re.search(re.escape(name), line.passage.smooth, re.IGNORECASE))
    ]
    if not below and not (len(words) > 1 and boilerplate().outlet.intersection(words)):
        return None
    again = next((m[0] for m in below if not m[0].isupper()), None)
    return again or _written(p, name)


def _outlet(after: str) -> str | None:
    """The name that a text begins with, unless it is a company's, an agency's or no name."""
    match = _OUTLET.match(after)
    name = re.split(r"\.(?=\s|$)|\s+\d{4}\b", match[0])[0].strip(" .,-/") if match else ""
    name = re.sub(r"\s+All$", "", name)
    words = [w.strip(".").lower() for w in name.split()]
    legal = re.match(r",?\s*([\w.]+)", after[after.find(name) + len(name) :]) if name else None
    named = [*words, legal[1].strip(".").lower()] if legal else words
    company = any(w in boilerplate().companies for w in named)
    one = len(words) == 2 and words[0] == "the" and words[1] in boilerplate().generic
    bad = (
        not name
        or company
        or one
        or _NO_OUTLET.match(name)
        or name in boilerplate().agencies
        or len(name) > 60
    )
    return None if bad else name


def _published(layout: _Layout) -> str | None:
    """From `Published …`, else a date alone above the text, else that of a dateline or an issue."""
    table = boilerplate()
    near = [line.passage for line in layout.near if line.kind in ("byline", "boilerplate")]
    far = [line.passage for line in layout.head if line.kind == "byline"]
    rest = [line.passage for line in layout.rest if line.kind in ("byline", "boilerplate")]
    for p in (*near, *far, *rest):
        stated = bylines.day(p) if len(p.words) <= 20 and table.dated.count(p.words) else None
        if stated:
            return stated
    top = [line.passage for line in layout.head[:_MASTHEAD]]
    alone = _stated(near) or _stated(top)
    if len(alone) == 1:
        return alone.pop()
    if alone or not layout.body:
        return None
    body = [line.passage for line in layout.body]
    day = _dateline(body[0]) or yearless_day.by_weekday(near, body) or yearless_day.by_dateline(body)
    return day or yearless_day.of_issue([line.passage for line in layout.head[:_TOP]])


def _stated(lines: Sequence[Passage]) -> set[str]:
    """The days of lines that say little but a day."""
    return {day for p in lines if _states_day(p) and (day := bylines.day(p))}


def _states_day(p: Passage) -> bool:
    return is_.dateline(p) or bylines.dated(p) or (is_.writer(p) is not None and is_.date_in(p))


def _dateline(p: Passage) -> str | None:
    """The date of a body that begins `PLACE, 4 March 2025 (Agency) —` or `Place – 4 March 2025 –`."""
    head = re.match(r"^[^\n]{2,90}?(?:\s[–—-]{1,2}\s|\)\s*[–—:-]|\s--\s?|—)", p.smooth[: _DATELINE + 10])
    if not head:
        return None
    opening = head[0]
    second = re.match(r"[^\n]{2,40}?[–—-]", p.smooth[head.end() : _DATELINE])
    for part in (opening, opening + (second[0] if second else "")):
        dates = list(written_dates(part))
        if len(dates) == 1 and not re.search(r"\b(?:the|is|was|of|to|said)\b", part.lower()):
            return dates[0][2]
    return None


def _language(layout: _Layout) -> str | None:
    """`en` where the small words of English are frequent; the reader's caller knows better where it asks."""
    words = sum(len(line.passage.words) for line in layout.body)
    small = sum(line.passage.small for line in layout.body)
    return "en" if words >= 5 and small * 5 >= words else None


def _genre(layout: _Layout, title: str | None) -> Genre | None:
    table = boilerplate()
    outside = [line.passage for line in (*layout.head, *layout.rest)]
    if any(table.says_sponsored.count(p.words) for p in outside):
        return "sponsored"
    labels = set(_labels(layout, title))
    for genre in ("sponsored", "release", "transcript", "opinion", "analysis"):
        if genre in labels:
            return _as_genre(genre)
    if _turns(layout):
        return "transcript"
    if any(table.says_opinion.count(p.words) for p in outside):
        return "opinion"
    if layout.body and _agency(layout.body[0].passage):
        return "wire"
    return None


def _labels(layout: _Layout, title: str | None) -> Iterator[str]:
    """The genres that a line beside the title, or the beginning or end of the title, names.

    A label between other words of that kind is a menu.
    """
    table = boilerplate()
    at = layout.title or 0
    for i in range(max(0, at - 3), min(len(layout.head), at + 3)):
        plain = _plain(layout.head[i].passage).lower().strip(" :|[]()*")
        beside = [layout.head[j].passage for j in (i - 1, i + 1) if 0 <= j < len(layout.head) and j != at]
        if plain in table.labels and not any(table.whole.cover(p.words) for p in beside):
            yield table.labels[plain]
    parts = _LABEL.split(title.lower()) if title else []
    for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
        if part.strip(" []()") in table.labels:
            yield table.labels[part.strip(" []()")]


def _as_genre(name: str) -> Genre | None:
    return next((g for g in get_args(Genre) if g == name), None)


def _turns(layout: _Layout) -> bool:
    """Whether most paragraphs of the body begin with a speaker's name and a colon."""
    turns = sum(1 for line in layout.body if _TURN.match(line.passage.smooth))
    return turns >= 5 and turns * 2 >= len(layout.body)


def _agency(p: Passage) -> str | None:
    match = _WIRE.match(p.smooth[:120]) or _SLASHED.match(p.smooth[:120])
    name = match["agency"].strip() if match else ""
    return name if name in boilerplate().agencies else None
