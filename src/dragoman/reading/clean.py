"""What each paragraph of a text is: body, headline, byline, caption or boilerplate.

The text is never changed; segments cover all of it, one a paragraph (boilerplate that follows boilerplate
is one). First every passage is judged by itself, then by where it stands: before the first body paragraph,
among them, after the last. In doubt a paragraph is body: what is dropped here is never read.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from dragoman.model.documents import Segment, SegmentKind
from dragoman.reading import bylines
from dragoman.reading import furniture as is_
from dragoman.reading.contacts_below import contacts_below
from dragoman.reading.decks import text_behind
from dragoman.reading.found import found
from dragoman.reading.passages import Passage, passages, pulled, repeated
from dragoman.vocabulary.boilerplate import smooth

__all__ = ["found", "segment"]

_HEADING = re.compile(r"^#{1,6}\s+")
_FAR = 6  # loose lines that part what is far
_LOOSE = 10  # words that a loose line takes off
_FRONT = re.compile(r"\A---[ \t]*\n(?:[^\n]*\n){1,60}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
Kinds = list[SegmentKind | None]


def segment(text: str, title: str | None = None) -> tuple[Segment, ...]:
    """The segments of a text in order; together they cover it. `title` is the document's, where known."""
    if not text:
        return ()
    front = _FRONT.match(text)
    parts = passages(text)
    if sum(len(p.smooth) for p in parts if p.foreign) * 2 > len(text):
        return _cover(text, parts, [_unread(p, title) for p in parts])
    kinds = _kinds(parts, title, front.end() if front else 0)
    return _cover(text, parts, kinds)


@dataclass(frozen=True, slots=True)
class _Topic:
    """What a text is about: how many of its paragraphs hold each name and word, and where those begin.

    A paragraph never vouches for itself; a name counts that `least` others hold.
    """

    name_counts: Mapping[str, int]
    word_counts: Mapping[str, int]
    members: frozenset[int]
    least: int

    def names(self, p: Passage) -> int:
        """How many names of a passage other paragraphs hold."""
        least = self.least if p.start not in self.members else 2
        return sum(self.name_counts.get(name, 0) >= least for name in p.names)

    def shared(self, p: Passage) -> int:
        """How many words of a passage other paragraphs hold."""
        least = 1 if p.start not in self.members else 2
        return sum(self.word_counts.get(word, 0) >= least for word in p.content)

    def holds(self, p: Passage) -> bool:
        """Whether a passage speaks of the same."""
        shared = self.shared(p)
        return self.names(p) >= 2 or (shared >= 4 and shared * 5 >= len(p.content) * 2)

    def tells(self, p: Passage) -> bool:
        """Whether a long paragraph speaks surely of the same: two of its names, no words of a site."""
        full = p.prose and p.closed and len(p.words) >= 25
        return full and self.names(p) >= 2 and not is_.of_site(p)

    def share(self, p: Passage) -> float:
        """How much of a passage's words the body has too."""
        return self.shared(p) / max(3, len(p.content))


def _kinds(parts: Sequence[Passage], title: str | None, front: int) -> Kinds:
    kinds: Kinds = ["boilerplate" if p.start < front else _alone(p) for p in parts]
    for i in (*pulled(parts), *contacts_below(parts, kinds)):
        kinds[i] = "boilerplate"
    cores = [i for i, p in enumerate(parts) if kinds[i] is None and p.prose]
    cores = cores or [i for i, p in enumerate(parts) if kinds[i] is None and p.closed and len(p.words) > 2]
    if not cores:
        return [kind or "body" for kind in kinds]
    region = _region(parts, kinds, cores)
    topic = _topic(parts, [i for i in cores if i in region])
    _set_aside(parts, kinds, region, topic)
    cores = [i for i in cores if kinds[i] is None] or cores[:1]
    tail = _tail(parts, kinds, cores, topic)
    cores = [i for i in cores if i < tail and kinds[i] is None] or cores[:1]
    told = [i for i in cores if not is_.biography(parts[i])]
    first = next((i for i in told if topic.holds(parts[i]) or not is_.of_site(parts[i])), cores[0])
    first, deck = text_behind(parts, kinds, first, told), first
    if first != deck:
        kinds[deck] = "body"
    _head(parts, kinds, first, topic, title)
    _middle(parts, kinds, range(first, cores[-1] + 1))
    _after(parts, kinds, range(cores[-1] + 1, tail))
    _end(parts, kinds, tail, topic)
    if "body" not in kinds:
        kinds[cores[0]] = "body"
    return kinds


def whole(text: str) -> tuple[Segment, ...]:
    """The text in paragraphs that are all body: nobody padded it."""
    later = [p.start for p in passages(text)][1:]
    return tuple(Segment(a, b, "body") for a, b in zip([0, *later], [*later, len(text)], strict=True))


def _unread(p: Passage, title: str | None) -> SegmentKind:
    """What a passage is of a text in a script that no table here knows: body, unless it is the title."""
    return "headline" if title and p.smooth == smooth(title) else "body"


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


def _region(parts: Sequence[Passage], kinds: Kinds, cores: Sequence[int]) -> range:
    """From the first to the last passage of the article: the stretch with most words in full paragraphs,
    each loose line between them counted off (the maximal sum, found in one pass)."""
    core = set(cores)
    best, low, high = 0, cores[0], cores[-1]
    total, start = 0, 0
    for i, p in enumerate(parts):
        if total <= 0:
            total, start = 0, i
        loose = _loose(p, kinds[i])
        total += len(p.words) if i in core else -_LOOSE * loose
        if total > best:
            best, low, high = total, start, i
    while low > 0 and not _loose(parts[low - 1], kinds[low - 1]):
        low -= 1
    while high + 1 < len(parts) and not _loose(parts[high + 1], kinds[high + 1]):
        high += 1
    return range(low, high + 1)


def _set_aside(parts: Sequence[Passage], kinds: Kinds, region: range, topic: _Topic) -> None:
    """Lines that recur, and, far from the region, what is no sentence or stands in a block off the matter."""
    often = repeated(parts)
    far = _far(parts, kinds, region)
    seen: set[tuple[str, ...]] = set()
    others = False  # behind the article, a list of other articles has begun
    block: list[int] = []
    for i, p in enumerate(parts):
        again = p.words in often and (not p.prose or p.words in seen or i not in region)
        seen.add(p.words)
        others = others or (i >= region.stop and kinds[i] == "boilerplate" and is_.heads_list(p))
        cut = (others or (i in far and not p.sentence)) and p.closed and not topic.tells(p)
        if kinds[i] is None and (again or cut or (is_.strong(p) and not topic.holds(p))):
            kinds[i] = "boilerplate"
        if i not in far or _loose(p, kinds[i]):
            _drop(parts, kinds, block, topic)
            block = []
        elif kinds[i] is None:
            block.append(i)
    _drop(parts, kinds, block, topic)


def _far(parts: Sequence[Passage], kinds: Kinds, region: range) -> frozenset[int]:
    """The passages that many loose lines part from the region, as only on a whole page."""
    far: set[int] = set()
    for way in (range(region.start - 1, -1, -1), range(region.stop, len(parts))):
        loose = 0
        for i in way:
            loose += _loose(parts[i], kinds[i])
            if loose >= _FAR:
                far.add(i)
    return frozenset(far)


def _drop(parts: Sequence[Passage], kinds: Kinds, block: Sequence[int], topic: _Topic) -> None:
    """Sets a block of sentences aside where none of them speaks of the matter."""
    if not any(topic.holds(parts[i]) for i in block):
        for i in block:
            if parts[i].prose:
                kinds[i] = "boilerplate"


def _loose(p: Passage, kind: SegmentKind | None) -> bool:
    """Whether it is neither a sentence nor an item, nor part of an article's frame."""
    if not p.words:  # a row of stars parts two sections of one article
        return False
    return kind == "boilerplate" or (kind is None and not (p.sentence or p.bullet))


def _topic(parts: Sequence[Passage], cores: Sequence[int]) -> _Topic:
    """The topic by the cores up to the first end mark, else by the first three in five of their words."""
    over = next((i for i, p in enumerate(parts) if i > cores[0] and is_.ends_text(p)), len(parts))
    sums = list(accumulate(len(parts[i].words) for i in cores))
    early = [i for i, total in zip(cores, sums, strict=True) if i < over or total * 5 <= sums[-1] * 3]
    early = [i for i in early if not is_.strong(parts[i])] or early
    names = Counter(name for i in early for name in parts[i].names)
    words = Counter(word for i in early for word in parts[i].content)
    return _Topic(names, words, frozenset(parts[i].start for i in early), 1 if len(early) < 4 else 2)


def _tail(parts: Sequence[Passage], kinds: Kinds, cores: Sequence[int], topic: _Topic) -> int:
    """Where the article is over: the first end mark after which little is told of its matter.

    A biography alone is such a mark where a name stands over it, or a site speaks after it.
    """
    core = set(cores)
    weights = [len(p.words) * (i in core) for i, p in enumerate(parts)]
    told = [w if w and topic.holds(p) else 0 for w, p in zip(weights, parts, strict=True)]
    sites = [i for i, p in enumerate(parts) if kinds[i] == "boilerplate" or is_.of_site(p)]
    before, after = 0, sum(told)
    for i, p in enumerate(parts):
        after -= told[i]
        if before and i > cores[0]:
            if is_.biography(p) and after * 10 < before:
                headed = i - 1 > cores[0] and _names(parts[i - 1], p)
                if headed or (sites and sites[-1] > i):
                    return i - headed
                kinds[i] = "boilerplate"
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
        if kinds[i] is None and (is_.dateline(parts[i]) or bylines.dated(parts[i])):
            kinds[i] = "byline"
    above = next((i for i in range(first) if kinds[i] == "body"), first)
    free = [i for i in range(above) if kinds[i] in (None, "headline") and len(parts[i].words) >= 2]
    chosen = _title(parts, kinds, free, topic, title)
    _names_alone(parts, kinds, first, chosen)
    for i in range(first):
        leads = i == first - 1 and parts[i].smooth[-1] in ",;:"  # it runs on into the body
        if kinds[i] is None and is_.biography(parts[i]):
            kinds[i] = "boilerplate"
        if kinds[i] is None and i != chosen and (leads or _opens_body(parts[i], topic)):
            kinds[i] = "body"
        elif kinds[i] in (None, "headline"):
            deck = (
                chosen is not None
                and i > chosen
                and len(parts[i].words) >= 4
                and topic.share(parts[i]) >= 0.3
            )
            same = chosen is not None and parts[i].words == parts[chosen].words
            kinds[i] = "headline" if i == chosen or (deck and not same) else "boilerplate"


def _names_alone(parts: Sequence[Passage], kinds: Kinds, first: int, chosen: int | None) -> None:
    """Makes a byline of a writer's name that stands alone between title and body, or with a title of its own
    before them. No such line is looked for where one with "by" stands."""
    if any(kinds[i] == "byline" and is_.writer(parts[i]) for i in range(first)):
        return
    for i in range(max(0, first - _FAR), first):
        p = parts[i]
        below = chosen is not None and i > chosen
        if (
            i != chosen
            and kinds[i] in (None, "headline", "byline")
            and (below or bylines.titled(p))
            and bylines.writers(p)
        ):
            kinds[i] = "byline"


def _opens_body(p: Passage, topic: _Topic) -> bool:
    """Whether it is a short sentence on the matter before the first long paragraph."""
    return p.sentence and p.smooth.endswith((".", ".”", '."')) and len(p.words) >= 5 and topic.shared(p) >= 2


def _title(
    parts: Sequence[Passage], kinds: Kinds, free: Sequence[int], topic: _Topic, title: str | None
) -> int | None:
    """Which line is the title: the one given, a heading, else the one that speaks most of the matter."""
    first = free[-1] + 1 if free else 0
    given = smooth(title or "").casefold().strip()
    for i in free:
        if given and _HEADING.sub("", parts[i].smooth).casefold() == given:
            return i
    headed = [i for i in free if kinds[i] == "headline"]
    if headed:
        return headed[0]
    free = [i for i in free if not (_opens_body(parts[i], topic) or is_.aside(parts[i]))]

    def worth(i: int) -> tuple[float, int]:
        """Shared words count most, then a title's length, then how near the body it stands."""
        p = parts[i]
        fits = 1.0 if 4 <= len(p.words) <= 25 else 0.0
        fits -= p.smooth[0].islower()  # a slogan begins so, hardly a title
        decked = i + 1 in free and min(len(p.words), len(parts[i + 1].words)) >= 4
        signed = any(_signs(parts, kinds, k) for k in ((i + 1, i + 2) if decked else (i + 1,)))
        return min(topic.shared(p), 6) / 2 + topic.share(p) + fits + signed - 0.03 * (first - i), -i

    return max((i for i in free if len(parts[i].words) <= 40), key=worth, default=None)


def _signs(parts: Sequence[Passage], kinds: Kinds, i: int) -> bool:
    """Whether a line says who wrote or when."""
    return i < len(parts) and (kinds[i] == "byline" or bylines.writers(parts[i]) is not None)


def _middle(parts: Sequence[Passage], kinds: Kinds, span: range) -> None:
    """Among the body: subheads; items of lists and short sentences are body."""
    listed = others = False
    for i in span:
        p = parts[i]
        others = (others or (kinds[i] == "boilerplate" and is_.opens_list(p))) and _loose(p, kinds[i])
        if others and kinds[i] is None:
            kinds[i] = "boilerplate"
        if kinds[i] is None:
            opens = p.sentence or p.bullet or p.smooth.endswith((":", ",", ";")) or listed
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
    others = False
    for i in span:
        others = (others or is_.heads_list(parts[i - 1])) and _loose(parts[i - 1], kinds[i - 1])
        if kinds[i] is not None:
            continue
        if others and not parts[i].prose:
            kinds[i] = "boilerplate"
            continue
        p, before = parts[i], parts[i - 1]
        listed = kinds[i - 1] == "body" and (before.smooth[-1] in ":;," or (p.bullet and before.bullet))
        opens = p.smooth.endswith(":") and i + 1 < len(parts) and kinds[i + 1] is None and parts[i + 1].bullet
        said = (len(p.words) >= 15 and p.small >= 3) or (len(p.words) >= 8 and p.small * 3 >= len(p.words))
        if is_.signature(p) or is_.dateline(p):
            kinds[i] = "byline"
        elif listed or opens or said or (p.sentence and len(p.words) > 2):
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
        if named or is_.signature(p):
            kinds[i] = "byline"
        elif topic.tells(p) and not over and not is_.biography(p):
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
