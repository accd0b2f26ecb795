"""At whose request or on whose initiative something was done: "a truce at the request of Chad".

Each is a statement of its own without an act, with who asked as its agent, so that accounts of one act can be
held against each other.
"""

from collections.abc import Iterator, Sequence

from dragoman.model.readings import Mention
from dragoman.model.statements import Quote, Statement, Value
from dragoman.reading.certainty import judge
from dragoman.reading.marks import Cast, Paragraph, Parsed
from dragoman.reading.timing import verb_of
from dragoman.reading.unframed import unframed
from dragoman.vocabulary.attendance import INITIATIVE, at_request

_ORDINAL = 5  # so that no other statement of the same clause has the same id
_SIDES = ("state:", "government:")
_NEAR = 30  # characters between "of" and whoever asked, which may hold a title


def find(parsed: Parsed, cast: Cast, quotes: Sequence[Quote]) -> tuple[Statement, ...]:
    """At whose request things were done, as a document tells it, in order."""
    made: dict[str, Statement] = {}
    for paragraph in parsed.paragraphs:
        if paragraph.kind != "body":
            continue
        for start, end, asker in _all(paragraph, cast):
            words = paragraph.doc.char_span(start - paragraph.start, end - paragraph.start, "expand")
            verb = verb_of(words.root) if words is not None else None
            if verb is None:
                continue
            judged = judge(verb, paragraph, quotes)
            if judged.polarity == "affirmed" and judged.stage in ("happened", "ongoing"):
                trigger = parsed.span(start, end)
                values = [
                    Value("agent", asker.actor, (parsed.span(asker.start, asker.end),)),
                    Value("object", INITIATIVE, (trigger,)),
                ]
                clause = (min(start, asker.start), max(end, asker.end))
                told = unframed(parsed, cast, judged, trigger, values, clause=clause, ordinal=_ORDINAL)
                made.setdefault(told.id, told)
    return tuple(made.values())


def _all(paragraph: Paragraph, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    """Where the words for a request begin and end, with who asked: behind "of", or before "'s request"."""
    for start, end, owned in at_request(paragraph.text):
        first, last = paragraph.start + start, paragraph.start + end
        stretch = (first, last) if owned else (last, last + _NEAR)
        named = [m for m in cast.at(*stretch) if m.actor.startswith(_SIDES) and m.start >= stretch[0]]
        stop = paragraph.text.find(".", end)
        if named and (owned or stop < 0 or named[0].start < paragraph.start + stop):
            yield first, last, named[0]
