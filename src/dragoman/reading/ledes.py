"""A holder whom the first sentence leaves without a name and the next one names.

"Chad's interior minister was in Lomé on Friday. Mahamat Seid spoke of the border …": the two are one where
the first sentence speaks of a single office of a state, the next begins with a full name that no title goes
with, and the text goes on to speak of nobody more often.
"""

from collections import Counter
from collections.abc import Sequence

from dragoman.reading.bearings import Bearing
from dragoman.reading.lines import Line
from dragoman.reading.names import NameUse
from dragoman.reading.titles import Title

_OFTEN = 3


def find(
    lines: Sequence[Line],
    titles: Sequence[Sequence[Title]],
    uses: Sequence[Sequence[NameUse]],
    bearings: Sequence[Bearing],
) -> tuple[Bearing, ...]:
    """The one bearing that a document's first two sentences give so, or none."""
    body = [line for line in lines if not line.titled and line.words]
    if not body:
        return ()
    title = _nameless(body[0], titles[body[0].index], uses[body[0].index])
    use = _next(body, uses)
    if title is None or use is None or use.last - use.first < 2:
        return ()
    if any(b.person == use.person or (b.of == title.of and _alike(b, title)) for b in bearings):
        return ()
    counts = Counter(u.person for row in uses for u in row)
    most = min(counts.items(), key=lambda item: (-item[1], item[0]))[0]
    if most != use.person or counts[most] < _OFTEN:
        return ()
    start, end = body[0].starts[title.begin], lines[use.line].ends[use.last - 1]
    return (Bearing(use.person, title, title.held, title.of, start, end, False, use),)


def _nameless(line: Line, titles: Sequence[Title], uses: Sequence[NameUse]) -> Title | None:
    """The one title of a state that is subject of a line's first sentence, where that names no person."""
    here = [t for t in titles if line.sentences[t.first] == 0]
    if len(here) != 1 or any(line.sentences[u.first] == 0 for u in uses):
        return None
    (title,) = here
    token = line.paragraph.doc[line.tokens[title.last - 1]]
    state = title.of is not None and title.of.startswith("state:")
    one = title.office.single and not title.plural and not title.indefinite and not title.office.is_rank
    return title if state and one and token.dep_ in ("nsubj", "nsubjpass") else None


def _next(body: Sequence[Line], uses: Sequence[Sequence[NameUse]]) -> NameUse | None:
    """The name that the second sentence begins with, be it in the first paragraph or the next."""
    line = body[0]
    second = next((i for i, s in enumerate(line.sentences) if s == 1), None)
    if second is None:
        if len(body) < 2:
            return None
        line, second = body[1], 0
    return next((u for u in uses[line.index] if u.first == second), None)


def _alike(bearing: Bearing, title: Title) -> bool:
    return bearing.title.office.title == title.office.title


__all__ = ["find"]
