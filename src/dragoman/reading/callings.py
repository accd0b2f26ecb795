"""What a text calls an act by words that judge it: "the land grab", "the unfortunate incident in September".

Each is a statement of its own without an act, with the words as its characterization, so that what other
accounts call the same thing can be laid beside it. Only where parties are spoken of.
"""

from collections.abc import Iterator, Sequence

from dragoman.model import dates
from dragoman.model.documents import Span
from dragoman.model.statements import Quote, Statement, Value
from dragoman.reading.certainty import judge
from dragoman.reading.marked import Marked
from dragoman.reading.marks import Cast, Paragraph, Parsed, TimeMention
from dragoman.reading.matters import Matters
from dragoman.reading.unframed import unframed
from dragoman.vocabulary.callings import Calling, callings_in

_ORDINAL = 6  # so that no other statement of the same clause has the same id
_MOST = 30  # words of a clause; of a longer one only the noun with what stands right at it is kept


def find(
    parsed: Parsed, cast: Cast, times: Sequence[TimeMention], quotes: Sequence[Quote]
) -> tuple[Statement, ...]:
    """What a document calls acts by words that judge them, in order."""
    about = Matters(cast, parsed)
    dated = Marked([t for t in times if t.value and t.kind == "date"])
    made: dict[str, Statement] = {}
    for paragraph in (p for p in parsed.paragraphs if p.kind == "body"):
        for calling in callings_in(paragraph.text):
            if about.spoken_of(paragraph):
                for statement in _told(calling, paragraph, (parsed, cast, about, dated), quotes):
                    made.setdefault(statement.id, statement)
    return tuple(made.values())


def _told(
    calling: Calling,
    paragraph: Paragraph,
    around: tuple[Parsed, Cast, Matters, Marked[TimeMention]],
    quotes: Sequence[Quote],
) -> Iterator[Statement]:
    parsed, cast, about, dated = around
    span = paragraph.doc.char_span(calling.start, calling.end, alignment_mode="expand")
    if span is None or not len(span):
        return
    root = span.root
    first, last = root.left_edge.i, root.right_edge.i
    if last - first > _MOST:
        first, last = span[0].i, span[-1].i
    start, end = paragraph.place(paragraph.doc[first : last + 1])
    low, high = (paragraph.start + edge for edge in (root.sent.start_char, root.sent.end_char))
    words = Span(parsed.document, paragraph.start + calling.start, paragraph.start + calling.end)
    values = [Value("participant", a, (parsed.span(s, e),)) for s, e, a in about.parties(start, end)]
    named = {v.value: v for v in values}
    told = [*named.values(), Value("characterization", parsed.text[words.start : words.end], (words,))]
    near = dated.within(low, high)
    time = min(near, key=lambda t: (abs(t.start - words.start), t.start), default=None)
    if time is not None and time.value:
        place = parsed.span(time.start, time.end)
        told.append(Value("when", time.value, (place,), dates.precision(time.value), time.inferred))
    judged = judge(root, paragraph, quotes)
    yield unframed(parsed, cast, judged, words, told, clause=(start, end), ordinal=_ORDINAL)
