"""What each paragraph of a text is: body, headline, byline, caption or boilerplate.

The text is never changed; segments cover all of it, one a paragraph (boilerplate that follows boilerplate
is one). First every passage is judged by itself, then by where it stands: before the first body paragraph,
among them, after the last. In doubt a paragraph is body: what is dropped here is never read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from dragoman.model.documents import Segment, SegmentKind
from dragoman.reading import furniture as is_
from dragoman.reading.found import found
from dragoman.reading.passages import Passage, passages
from dragoman.vocabulary.boilerplate import smooth

__all__ = ["found", "segment"]

_HEADING = re.compile(r"^#{1,6}\s+")
_FRONT = re.compile(r"\A---[ \t]*\n(?:[^\n]*\n){1,60}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
Kinds = list[SegmentKind | None]


def segment(text: str, title: str | None = None) -> tuple[Segment, ...]:
    """The segments of a text in order; together they cover it. `title` is the document's, where known."""
    if not text:
        return ()
    front = _FRONT.match(text)
    parts = passages(text)
    kinds = _kinds(parts, title, front.end() if front else 0)
    return _cover(text, parts, kinds)


@dataclass(frozen=True, slots=True)
class _Topic:
    """What a text is about: the names and words that recur in its body, and all words of its body."""

    names: frozenset[str]
    words: frozenset[str]

    def holds(self, p: Passage) -> bool:
        """Whether a passage speaks of the same."""
        shared = len(p.content & self.words)
        return len(p.names & self.names) >= 2 or (shared >= 3 and shared * 3 >= len(p.content))

    def share(self, p: Passage) -> float:
        """How much of a passage's words the body has too."""
        return len(p.content & self.words) / max(3, len(p.content))


def _kinds(parts: Sequence[Passage], title: str | None, front: int) -> Kinds:
    kinds: Kinds = ["boilerplate" if p.start < front else _alone(p) for p in parts]
    cores = [i for i, p in enumerate(parts) if kinds[i] is None and p.prose]
    cores = cores or [i for i, p in enumerate(parts) if kinds[i] is None and p.closed and len(p.words) > 2]
    if not cores:
        return [kind or "body" for kind in kinds]
    topic = _topic(parts, cores)
    tail = _tail(parts, cores, topic)
    cores = [i for i in cores if i < tail]
    first = next((i for i in cores if topic.holds(parts[i]) or is_.site_words(parts[i]) < 2), cores[0])
    _head(parts, kinds, first, topic, title)
    _middle(parts, kinds, range(first, cores[-1] + 1))
    _after(parts, kinds, range(cores[-1] + 1, tail))
    _end(parts, kinds, tail, topic)
    return kinds


def _alone(p: Passage) -> SegmentKind | None:
    if _HEADING.match(p.smooth):
        return "headline"
    if is_.caption(p):
        return "caption"
    if is_.byline(p):
        return "byline"
    if is_.furniture(p) or is_.opens_list(p):
        return "boilerplate"
    return None


def _topic(parts: Sequence[Passage], cores: Sequence[int]) -> _Topic:
    """The topic by the cores up to the first end mark, else by the first three in five of their words."""
    over = next((i for i, p in enumerate(parts) if i > cores[0] and is_.ends_text(p)), len(parts))
    sums = list(accumulate(len(parts[i].words) for i in cores))
    early = [i for i, total in zip(cores, sums, strict=True) if i < over or total * 5 <= sums[-1] * 3]
    counts: dict[str, int] = {}
    for i in early:
        for name in parts[i].names:
            counts[name] = counts.get(name, 0) + 1
    least = 1 if len(early) < 4 else 2
    content = frozenset().union(*(parts[i].content for i in early))
    return _Topic(frozenset(n for n, count in counts.items() if count >= least), content)


def _tail(parts: Sequence[Passage], cores: Sequence[int], topic: _Topic) -> int:
    """Where the article is over: the first end mark after which little is told of its matter."""
    core = set(cores)
    weights = [len(p.words) * (i in core) for i, p in enumerate(parts)]
    told = [w if w and topic.holds(p) else 0 for w, p in zip(weights, parts, strict=True)]
    before, after = 0, sum(told)
    for i, p in enumerate(parts):
        after -= told[i]
        if before and i > cores[0]:
            if is_.biography(p) and after * 10 < before:
                return i - 1 if i - 1 > cores[0] and _names(parts[i - 1], p) else i
            if is_.ends_text(p) and after * 4 < before:
                return i
        before += weights[i]
    return len(parts)


def _names(line: Passage, biography: Passage) -> bool:
    """Whether a short line is the name with which a biography begins."""
    return 0 < len(line.words) <= 5 and biography.words[: len(line.words)] == line.words


def _head(parts: Sequence[Passage], kinds: Kinds, first: int, topic: _Topic, title: str | None) -> None:
    """Titles, days and names before the body; what is none of them is navigation."""
    for i in range(first):
        if kinds[i] is None and is_.dateline(parts[i]):
            kinds[i] = "byline"
    free = [i for i in range(first) if kinds[i] in (None, "headline") and len(parts[i].words) >= 2]
    chosen = _title(parts, kinds, free, topic, title)
    for i in range(first):
        if kinds[i] in (None, "headline"):
            deck = (
                chosen is not None
                and i > chosen
                and len(parts[i].words) >= 4
                and topic.share(parts[i]) >= 0.3
            )
            repeated = chosen is not None and parts[i].words == parts[chosen].words
            kinds[i] = "headline" if i == chosen or (deck and not repeated) else "boilerplate"


def _title(
    parts: Sequence[Passage], kinds: Kinds, free: Sequence[int], topic: _Topic, title: str | None
) -> int | None:
    """Which line is the title: the one given, a heading, else the one that speaks most of the matter."""
    given = smooth(title or "").casefold().strip()
    for i in free:
        if given and _HEADING.sub("", parts[i].smooth).casefold() == given:
            return i
    headed = [i for i in free if kinds[i] == "headline"]
    if headed:
        return headed[0]

    def worth(i: int) -> tuple[float, int]:
        fits = 0.5 if 4 <= len(parts[i].words) <= 25 else 0.0
        return topic.share(parts[i]) + fits, -i

    return max((i for i in free if len(parts[i].words) <= 40), key=worth, default=None)


def _middle(parts: Sequence[Passage], kinds: Kinds, span: range) -> None:
    """Among the body: subheads; items of lists and short sentences are body."""
    listed = False
    for i in span:
        p = parts[i]
        if kinds[i] is None:
            opens = p.closed or p.bullet or p.smooth.endswith((":", ",", ";")) or listed
            kinds[i] = "body" if opens or not _heads(p) else "headline"
        if kinds[i] == "body":
            listed = p.smooth.endswith(":") or (listed and not p.closed)
        elif kinds[i] == "headline":
            listed = False


def _heads(p: Passage) -> bool:
    first = next((c for c in p.smooth if c.isalnum()), "")
    return len(p.words) <= 16 and (first.isupper() or first.isdigit())


def _after(parts: Sequence[Passage], kinds: Kinds, span: range) -> None:
    """Behind the last long paragraph: short sentences and lists are still body, loose lines are not."""
    for i in span:
        if kinds[i] is not None:
            continue
        p = parts[i]
        listed = kinds[i - 1] == "body" and (
            parts[i - 1].smooth.endswith(":") or (p.bullet and parts[i - 1].bullet)
        )
        if is_.signature(p) or is_.dateline(p):
            kinds[i] = "byline"
        elif listed or (p.closed and len(p.words) > 2) or (len(p.words) >= 15 and p.small >= 3):
            kinds[i] = "body"
        else:
            kinds[i] = "boilerplate"


def _end(parts: Sequence[Passage], kinds: Kinds, tail: int, topic: _Topic) -> None:
    """After the article: only a long paragraph on its matter is body."""
    over = False
    for i in range(tail, len(parts)):
        p = parts[i]
        over = over or is_.final(p)
        if kinds[i] is not None:
            continue
        named = i + 1 < len(parts) and i == tail and _names(p, parts[i + 1])
        told = p.prose and p.closed and len(p.words) >= 25 and len(p.names & topic.names) >= 2
        if named or is_.signature(p):
            kinds[i] = "byline"
        elif told and not over and not is_.biography(p) and is_.site_words(p) < 2:
            kinds[i] = "body"
        else:
            kinds[i] = "boilerplate"


def _cover(text: str, parts: Sequence[Passage], kinds: Kinds) -> tuple[Segment, ...]:
    """One segment a passage with the white space behind it; the first takes what stands before."""
    cuts: list[tuple[int, SegmentKind]] = []
    for p, kind in zip(parts, kinds, strict=True):
        mark = _HEADING.match(p.smooth)
        if mark and kind == "headline":  # the sign of a heading is no word of it
            cuts.append((p.start, "boilerplate"))
            cuts.append((p.start + mark.end(), "headline"))
        else:
            cuts.append((p.start, kind or "body"))
    cuts = cuts or [(0, "boilerplate")]
    merged: list[tuple[int, SegmentKind]] = []
    for start, kind in cuts:
        if not (merged and kind == "boilerplate" == merged[-1][1]):
            merged.append((start, kind))
    ends = [start for start, _ in merged[1:]] + [len(text)]
    starts = [0] + [start for start, _ in merged[1:]]
    return tuple(Segment(a, b, kind) for a, b, (_, kind) in zip(starts, ends, merged, strict=True))
