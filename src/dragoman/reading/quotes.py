"""Words given as somebody's own, and clauses given as their sense, with who said them and on whose word.

Words in marks that nothing shows to be speech (a title, a name, a word kept at a distance) are no quotes. A
quote whose speaker nobody names has none.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from dragoman.model.documents import Span
from dragoman.model.ids import quote_id
from dragoman.model.statements import Quote
from dragoman.reading import indirect_speech, quote_governors, quote_marks
from dragoman.reading.marks import Cast, Paragraph, Parsed
from dragoman.reading.quote_governors import Governor
from dragoman.reading.quote_marks import MARKS, Marked, Stretch
from dragoman.reading.speakers import Credit, Witness, according, affirmed, credit, owner, plain

_LONG = 8
_SHORT = 3
_SPACE = 6
_BEHIND = 50
_CREDIT = 30
_NOBODY = Credit()


@dataclass(slots=True)
class _Pages:
    """A document's paragraphs with the words in marks in each; what was once worked out is kept."""

    witness: Witness
    stretches: tuple[Stretch, ...]
    marked: tuple[Marked, ...]
    outer: dict[Marked, Marked] = field(default_factory=dict)
    inside: dict[int, list[Marked]] = field(default_factory=dict)
    starts: dict[int, list[int]] = field(default_factory=dict)
    covered: dict[tuple[int, Marked | None], frozenset[int]] = field(default_factory=dict)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return self.witness.parsed.paragraphs

    def end(self, number: int) -> int:
        """Where a paragraph ends in the document."""
        return self.stretches[number].start + len(self.stretches[number].text)

    def tokens(self, number: int, start: int, end: int) -> range:
        """The indexes of a paragraph's tokens between two places of the document."""
        paragraph = self.paragraphs[number]
        if number not in self.starts:
            self.starts[number] = [t.idx for t in paragraph.doc]
        starts = self.starts[number]
        return range(bisect_left(starts, start - paragraph.start), bisect_left(starts, end - paragraph.start))

    def hidden(self, number: int, outer: Marked | None) -> frozenset[int]:
        """The tokens of a paragraph that no governor may be: those in quotes, or for a quote within
        another those outside that one and in the other quotes within it."""
        key = (number, outer)
        if key not in self.covered:
            covers = [m for m in self.inside.get(number, ()) if self.outer.get(m) == outer]
            hidden: set[int] = set()
            for m in covers:
                hidden.update(self.tokens(number, m.start, m.end))
            if outer is not None:
                kept = self.tokens(number, outer.start, outer.end)
                hidden.update(i for i in range(len(self.paragraphs[number].doc)) if i not in kept)
            self.covered[key] = frozenset(hidden)
        return self.covered[key]


def find(parsed: Parsed, cast: Cast) -> tuple[Quote, ...]:
    """The quotes of a document in order of their place: direct ones, and clauses of indirect speech.

    Spans are inside the marks. Direct quotes nest or stand apart. `speaker` is an actor of the cast or None.
    """
    pages = _pages(parsed, cast)
    direct = _direct(pages)
    said = {(q.start, q.end) for q in direct}
    indirect = [q for n, p in enumerate(pages.paragraphs) for q in _indirect(pages, n, p, said)]
    worded = (q for q in (*direct, *indirect) if q.text)
    return tuple(sorted(worded, key=lambda q: (q.start, -q.end, not q.direct)))


def _pages(parsed: Parsed, cast: Cast) -> _Pages:
    stretches: list[Stretch] = []
    end = 0
    for p in parsed.paragraphs:
        blank = not parsed.text[end : p.start].strip()
        stretches.append(Stretch(p.start, parsed.text[p.start : p.end], follows=blank and p.kind == "body"))
        end = p.start + len(stretches[-1].text)
    pages = _Pages(Witness.of(parsed, cast), tuple(stretches), quote_marks.find(stretches))
    stack: list[Marked] = []
    for m in pages.marked:
        while stack and stack[-1].end < m.end:
            stack.pop()
        if stack:
            pages.outer[m] = stack[-1]
        stack.append(m)
        for number in range(m.first, m.last + 1):
            pages.inside.setdefault(number, []).append(m)
    return pages


def _direct(pages: _Pages) -> list[Quote]:
    found: list[Quote] = []
    credits: dict[Marked, Credit] = {}
    before: Marked | None = None
    for m in pages.marked:
        given = _credit(pages, m)
        if given == _NOBODY:
            continue  # words that somebody did not say
        if (
            given is None
            and before is not None
            and pages.outer.get(m) is None
            and _continues(pages, before, m)
        ):
            given = credits.get(before)
        if given is None and not _is_speech(pages, m):
            continue
        if given is None or not (given.speaker or given.cue):
            given = _taken_up(pages, m) or given
        credits[m] = given or _NOBODY
        if pages.outer.get(m) is None:
            before = m
        found.append(_quote(pages.witness.parsed, (m.start, m.end), given or _NOBODY, direct=True))
    return found


def _credit(pages: _Pages, m: Marked) -> Credit | None:
    """The credit of words in marks; None where nothing governs them."""
    parsed = pages.witness.parsed
    inner = parsed.text[m.start : m.end]
    outer = pages.outer.get(m)
    first, last = pages.paragraphs[m.first], pages.paragraphs[m.last]
    if m.opened and quote_governors.named(
        first.doc,
        pages.stretches[m.first].text,
        m.start - first.start,
        min(m.end, pages.end(m.first)) - first.start,
    ):
        return None
    if m.closed:
        governor = quote_governors.after(
            last.doc, pages.stretches[m.last].text, m.end + 1 - last.start, inner, pages.hidden(m.last, outer)
        )
        if governor is not None:
            return _given(pages.witness, last, governor, m)
    if not m.opened:
        return None
    hidden = pages.hidden(m.first, outer)
    governor = quote_governors.before(first.doc, m.start - 1 - first.start, inner, hidden)
    if governor is None and _leads(pages, m) and m.first and outer is None:
        return _led(pages, m)
    if governor is None:
        end = min(m.end, pages.end(m.first)) - first.start
        governor = quote_governors.above(first.doc, m.start - first.start, end, hidden)
    if governor is not None and _is_name(pages, m):
        return None
    if governor is not None:
        return _given(pages.witness, first, governor, m)
    return _by_source(pages, m, hidden)


def _taken_up(pages: _Pages, m: Marked) -> Credit | None:
    """The credit that the next sentence gives to words that stand for themselves, as those pulled out do."""
    if not m.closed or pages.outer.get(m) is not None:
        return None
    last = pages.paragraphs[m.last]
    rest = pages.witness.parsed.text[m.end : pages.end(m.last)].strip(MARKS + " .")
    following = [last] if rest else [*pages.paragraphs[m.last + 1 : m.last + 2]]
    for paragraph in following:
        start = max(0, m.end - paragraph.start)
        sentence = next(
            (s for s in paragraph.doc.sents if s.end_char > start + 1 and s.start_char >= start), None
        )
        named = quote_governors.taken_up(sentence) if sentence is not None else None
        if named is not None:
            return plain(pages.witness, paragraph, named)
    return None


def _leads(pages: _Pages, m: Marked) -> bool:
    """Whether a quote begins its paragraph."""
    return not pages.witness.parsed.text[pages.paragraphs[m.first].start : m.start].strip(MARKS + " ")


def _led(pages: _Pages, m: Marked) -> Credit | None:
    """The credit of a quote that opens a paragraph after one that ends with a colon."""
    above, text = pages.paragraphs[m.first - 1], pages.stretches[m.first - 1].text
    if not text.rstrip().endswith(":"):
        return None
    governor = quote_governors.before(above.doc, len(text), "", pages.hidden(m.first - 1, None))
    return _given(pages.witness, above, governor, m) if governor else None


def _given(witness: Witness, paragraph: Paragraph, governor: Governor, m: Marked) -> Credit:
    if governor.kind == "noun":
        given = owner(witness, paragraph, governor.token)
    elif governor.kind == "name":
        given = plain(witness, paragraph, governor.token)
    elif affirmed(governor.token):
        given = credit(witness, paragraph, governor.token, governor.subject)
    else:
        return _NOBODY
    if given.mention and given.mention[0] < m.end and m.start < given.mention[1]:
        return Credit(cue=given.cue)  # the parse took the words themselves for their speaker
    return given


def _by_source(pages: _Pages, m: Marked, hidden: frozenset[int]) -> Credit | None:
    """The credit that "according to" in the same sentence gives."""
    paragraph = pages.paragraphs[m.first]
    if "ccording to" not in pages.stretches[m.first].text:
        return None
    span = paragraph.doc.char_span(
        m.start - paragraph.start, min(m.end, pages.end(m.first)) - paragraph.start, alignment_mode="expand"
    )
    if span is None or not len(span):
        return None
    given = according(pages.witness, paragraph, [t for t in span.root.sent if t.i not in hidden])
    return given if given is not None and (given.speaker or any(a.anonymous for a in given.chain)) else None


def _continues(pages: _Pages, before: Marked, m: Marked) -> bool:
    """Whether a quote goes on with the one before it: nothing but its attribution stands between."""
    text = pages.witness.parsed.text
    if not m.opened:
        return False
    inner = text[m.start : m.end].rstrip()
    between = text[before.end + 1 : m.start - 1]
    if before.last == m.first:
        return not between.strip() or _only_credit(between, text[before.start : before.end], text[m.start])
    if m.first - before.last != 1:
        return False
    paragraph = pages.paragraphs[m.last]
    if not text[before.end + 1 : pages.end(before.last)].strip() or inner.endswith("?"):
        return False  # a new mark after a closed one, or a question: somebody else may speak
    whole = _leads(pages, m) and not text[m.end + 1 : pages.end(m.last)].strip(MARKS + " ")
    tail = text[before.end + 1 : pages.end(before.last)]
    return whole and len(re.findall(r"[.!?](?:\s|$)", tail)) <= 1 and paragraph.kind == "body"


def _only_credit(between: str, said: str, then: str) -> bool:
    """Whether words between two quotes only name who speaks: `, she said, ` or `, she said. `."""
    if len(between.split()) > _CREDIT or (
        said.rstrip()[-1:] not in ",?!—–-…" and between.lstrip()[:1] != ","
    ):
        return False
    stops = len(re.findall(r"[.!?;:](?:\s|$)", between))
    last = between.rstrip()[-1:]
    return (stops == 0 and last in (",", "—", "–")) or (stops == 1 and last == "." and then.isupper())


def _is_speech(pages: _Pages, m: Marked) -> bool:
    """Whether words that nothing governs are still somebody's: long, with a verb, or a whole sentence."""
    if pages.outer.get(m) is not None:
        return False
    if not m.opened or m.first != m.last:
        return True
    paragraph = pages.paragraphs[m.first]
    if quote_governors.named(
        paragraph.doc, pages.stretches[m.first].text, m.start - paragraph.start, m.end - paragraph.start
    ):
        return False
    tokens = [paragraph.doc[i] for i in pages.tokens(m.first, m.start, m.end)]
    words = [t for t in tokens if t.is_alpha]
    if not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens):
        return False
    titled = sum(t.text[0].isupper() for t in words) > len(words) / 2
    return not titled and (len(words) >= _LONG or (tokens[-1].text in ".!?" and tokens[0].text[0].isupper()))


def _is_name(pages: _Pages, m: Marked) -> bool:
    """Whether words in marks within a sentence are all written with capitals, as a title or a name is."""
    if pages.witness.parsed.text[max(0, m.start - _SPACE) : m.start].rstrip(MARKS + " \n")[-1:] in (":", ","):
        return False
    words = [
        w
        for w in re.findall(r"\w+", pages.witness.parsed.text[m.start : m.end])
        if len(w) > _SHORT or w[0].isupper()
    ]
    return len(words) > 1 and len(words) <= _LONG and all(w[0].isupper() for w in words)


def _indirect(pages: _Pages, number: int, paragraph: Paragraph, said: set[tuple[int, int]]) -> list[Quote]:
    if paragraph.kind == "headline":
        return []
    hidden = pages.hidden(number, None)
    direct = [(m.start, m.end) for m in pages.inside.get(number, ()) if (m.start, m.end) in said]
    found = []
    for start, end, given in indirect_speech.find(pages.witness, paragraph, hidden):
        upto = bisect_left(direct, (end, end))
        near = direct[max(0, upto - _BEHIND) : upto]
        if not any(_clash((start, end), place) for place in near):
            found.append(_quote(pages.witness.parsed, (start, end), given, direct=False))
    return found


def _clash(clause: tuple[int, int], quote: tuple[int, int]) -> bool:
    """Whether a clause is mostly a direct quote, or cuts one in two."""
    shared = min(clause[1], quote[1]) - max(clause[0], quote[0])
    if shared <= 0:
        return False
    inside = clause[0] <= quote[0] and quote[1] <= clause[1]
    return not inside or shared >= 0.5 * (clause[1] - clause[0])


def _quote(parsed: Parsed, place: tuple[int, int], given: Credit, direct: bool) -> Quote:
    start, end = _trimmed(parsed.text, *place)
    return Quote(
        id=quote_id(parsed.document, start, end),
        document=parsed.document,
        start=start,
        end=end,
        text=parsed.text[start:end],
        speaker=given.speaker,
        addressee=given.addressee,
        cue=Span(parsed.document, *given.cue) if given.cue else None,
        direct=direct,
        attribution=given.chain,
        speaker_mention=Span(parsed.document, *given.mention) if given.mention else None,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
