"""What a record keeps of quotes, and by it which of them share words with new ones.

Quotes are kept by speaker and document with their words and what these mean; direct ones by document, to be
looked through for a long row of words; and under each telling word the direct ones that have it, while they
are no crowd.
"""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import combinations

from dragoman.model.documents import Span
from dragoman.model.growth import Kept, Look
from dragoman.model.statements import Quote
from dragoman.reconciling import utterances
from dragoman.reconciling.aligned import Heard
from dragoman.reconciling.utterances import LONG_RUN, RUN, Days, Shared, near_days, runs

BY, OWN, WORD = "said by", "own words", "said word"
_dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Bearer:
    """A quote of the record that has something in it: where it stands and when that appeared."""

    id: str
    document: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Crossed:
    """What became a crowd by new quotes, so that it links its bearers no more; `row`: a row of words."""

    shared: Shared
    row: bool
    bearers: tuple[Bearer, ...]


@dataclass(slots=True)
class Sharing:
    """What new quotes share with those of the record: what is crowded, and by what is not, with whom."""

    crowded: set[Shared] = field(default_factory=set)
    near: dict[str, Bearer] = field(default_factory=dict)
    crossed: list[Crossed] = field(default_factory=list)


def kept(quotes: Iterable[Quote], appeared: Days) -> Iterator[Kept]:
    """What is kept of quotes whose speakers are known, a row for what is under one key together."""
    by: dict[tuple[str, str], list[Quote]] = {}
    own: dict[str, list[Quote]] = {}
    bearers: dict[str, list[Quote]] = {}
    heard: dict[str, Heard] = {}
    for quote in sorted(quotes, key=lambda q: q.id):
        if quote.speaker or quote.direct:
            heard[quote.id] = Heard.of(quote.text)
        if quote.speaker:
            by.setdefault((quote.speaker, quote.document), []).append(quote)
        if quote.direct:
            own.setdefault(quote.document, []).append(quote)
        if quote.speaker and quote.direct:
            for word in heard[quote.id].content:
                bearers.setdefault(word, []).append(quote)
    for (speaker, document), said in sorted(by.items()):
        rows = [[q.id, _said(heard[q.id]), _marked("/", sorted(heard[q.id].content))] for q in said]
        yield Kept(BY, speaker, document, _dumps([_day(document, appeared), rows]))
    for document, said in sorted(own.items()):
        told = [[q.id, q.start, q.end, _said(heard[q.id])] for q in said]
        yield Kept(OWN, document, "", _dumps([_day(document, appeared), told]))
    for word, said in sorted(bearers.items()):
        yield _word_row(word, [(q.id, q.document, _day(q.document, appeared)) for q in said])


def with_new(rows: Sequence[Kept], look: Look) -> Iterator[Kept]:
    """The rows of new documents, those of words together with what the record keeps under them."""
    before = {k.key: json.loads(k.payload) for k in look.kept(WORD, [r.key for r in rows if r.part == WORD])}
    for row in rows:
        if row.part != WORD or row.key not in before:
            yield row
            continue
        mine = json.loads(row.payload)
        crowd = not mine or not before[row.key]
        yield _word_row(row.key, [] if crowd else [tuple(b) for b in (*before[row.key], *mine)])


def own_words(look: Look, documents: Collection[str]) -> Mapping[str, Sequence[Span]]:
    """Where documents of the record quote somebody's own words."""
    told = ((k.key, json.loads(k.payload)[1]) for k in look.kept(OWN, documents))
    return {document: [Span(document, start, end) for _, start, end, _ in said] for document, said in told}


def appeared_on(look: Look, documents: Collection[str]) -> Days:
    """When those of some documents of the record appeared that quote somebody's own words."""
    return {k.key: _date(json.loads(k.payload)[0]) for k in look.kept(OWN, documents)}


def sharing(fresh: Sequence[Quote], appeared: Days, was: Mapping[str, str], look: Look) -> Sharing:
    """What new quotes share with those of the record; `was` leads to what a speaker's id was before."""
    found = Sharing()
    heard = {q.id: Heard.of(q.text) for q in fresh}
    by_speaker: dict[str, list[Quote]] = {}
    for quote in fresh:
        if quote.speaker:
            by_speaker.setdefault(quote.speaker, []).append(quote)
    for speaker, said in sorted(by_speaker.items()):
        rows = look.kept(BY, [was.get(speaker, speaker)])
        have = _having(said, lambda q: runs(heard[q.id].words, RUN))
        for run, bearers in _bearers(rows, have, "|").items():
            _weigh(found, (speaker, run), bearers, have[run], None)
        have = _having(said, lambda q: heard[q.id].content)
        for word, bearers in _bearers(rows, have, "/").items():
            _weigh(found, (speaker, word), bearers, have[word], partial(_same_days, appeared))
    direct = [q for q in fresh if q.direct]
    have = _having(direct, lambda q: runs(heard[q.id].words, LONG_RUN))
    for run, bearers in _long_runs([heard[q.id].words for q in direct], have, look).items():
        _weigh(found, ("", run), bearers, have[run], None)
    have = _having([q for q in direct if q.speaker], lambda q: heard[q.id].content)
    for word, bearers in _with_word(have, look).items():
        _weigh(found, ("", word), bearers, have[word], partial(_same_or_no_day, appeared))
    return found


def crowded(speaker: str, asked: Collection[str], fresh: Sequence[Quote], was: str, look: Look) -> set[str]:
    """Those of some telling words that are a crowd's with new quotes: of a speaker's, or of direct ones."""
    if speaker:
        mine = [q for q in fresh if q.speaker == speaker]
        before = _bearers(look.kept(BY, [was]), asked, "/")
    else:
        mine = [q for q in fresh if q.speaker and q.direct]
        before = _with_word(asked, look)
    said = Counter(word for q in mine for word in Heard.of(q.text).content)
    return _crowds(before, said)


def crowded_rows(
    speaker: str, asked: Collection[str], fresh: Sequence[Quote], was: str, look: Look
) -> set[str]:
    """Those of some rows of words that are a crowd's with new quotes of a speaker."""
    mine = (Heard.of(q.text) for q in fresh if q.speaker == speaker)
    said = Counter(row for heard in mine for row in runs(heard.words, RUN))
    return _crowds(_bearers(look.kept(BY, [was]), asked, "|"), said)


def _crowds(before: Mapping[str, Sequence[Bearer] | None], said: Mapping[str, int]) -> set[str]:
    return {w for w, b in before.items() if b is None or len(b) + said.get(w, 0) > utterances.CROWD}


def pairs_of_one_utterance(quotes: Sequence[Quote], appeared: Days) -> Iterator[tuple[Quote, Quote]]:
    """The quotes of the same days that are of one utterance, two and two."""
    for one, other in combinations(quotes, 2):
        if one.utterance and one.utterance == other.utterance and utterances.same_days(one, other, appeared):
            yield one, other


def _weigh(
    found: Sharing,
    shared: Shared,
    bearers: Sequence[Bearer] | None,
    mine: Sequence[Quote],
    fits: Callable[[Bearer, Quote], bool] | None,
) -> None:
    """Nothing; what is shared counts as crowded, or leads to its bearers that fit."""
    if bearers is not None and len(bearers) + len(mine) <= utterances.CROWD:
        found.near |= {b.id: b for b in bearers if fits is None or any(fits(b, q) for q in mine)}
        return
    found.crowded.add(shared)
    if bearers and 1 < len(bearers) <= utterances.CROWD:
        found.crossed.append(Crossed(shared, fits is None, tuple(bearers)))


def _same_days(appeared: Days, bearer: Bearer, quote: Quote) -> bool:
    return near_days(bearer.day, appeared[quote.document])


def _same_or_no_day(appeared: Days, bearer: Bearer, quote: Quote) -> bool:
    day = appeared[quote.document]
    return bearer.day is None or day is None or near_days(bearer.day, day)


def _having(quotes: Iterable[Quote], what: Callable[[Quote], Iterable[str]]) -> dict[str, list[Quote]]:
    found: dict[str, list[Quote]] = {}
    for quote in quotes:
        for one in what(quote):
            found.setdefault(one, []).append(quote)
    return found


def _bearers(rows: Sequence[Kept], asked: Iterable[str], sign: str) -> dict[str, list[Bearer] | None]:
    """Which of a speaker's quotes have each row of words (sign |) or telling word (/); None for a crowd."""
    marks = {_marked(sign, one.split(" ") if sign == "|" else [one]): one for one in asked}
    held: dict[str, list[Kept]] = {mark: [] for mark in marks}
    open_ = list(marks)
    for row in rows:
        for mark in [m for m in open_ if m in row.payload]:
            held[mark].append(row)
            if len(held[mark]) > utterances.CROWD:
                open_.remove(mark)
    found: dict[str, list[Bearer] | None] = {}
    read: dict[str, tuple[date | None, list[tuple[str, str, str]]]] = {}
    for mark, those in held.items():
        bearers: list[Bearer] = []
        for row in those:
            if row.thing not in read:
                day, said = json.loads(row.payload)
                read[row.thing] = _date(day), said
            day_, quotes = read[row.thing]
            bearers += [Bearer(q[0], row.thing, day_) for q in quotes if mark in q[1 if sign == "|" else 2]]
        found[marks[mark]] = None if len(those) > utterances.CROWD else bearers
    return found


def _long_runs(
    said: Iterable[Sequence[str]], asked: Collection[str], look: Look
) -> dict[str, list[Bearer] | None]:
    """Which direct quotes have each long row of words.

    Such a row holds one of those short ones that begin at every fifth word.
    """
    signs = {
        _marked("|", words[i : i + RUN])
        for words in said
        for i in range(0, len(words) - RUN + 1, LONG_RUN - RUN + 1)
        if len(words) >= LONG_RUN
    }
    found: dict[str, list[Bearer] | None] = {run: [] for run in asked}
    marks = {run: _marked("|", run.split(" ")) for run in asked}
    for row in look.every(OWN) if signs else ():
        if any(sign in row.payload for sign in signs):
            day, quotes = json.loads(row.payload)
            for run, mark in marks.items():
                bearers = found[run]
                assert bearers is not None
                bearers += [Bearer(q[0], row.key, _date(day)) for q in quotes if mark in q[3]]
    return found


def _with_word(asked: Collection[str], look: Look) -> dict[str, list[Bearer] | None]:
    """Which direct quotes have each telling word; None for a crowd."""
    found: dict[str, list[Bearer] | None] = {word: [] for word in asked}
    for row in look.kept(WORD, sorted(asked)):
        bearers = json.loads(row.payload)
        found[row.key] = [Bearer(i, d, _date(day)) for i, d, day in bearers] if bearers else None
    return found


def _word_row(word: str, bearers: Sequence[tuple[str, str, str]]) -> Kept:
    """The row of a word: its bearers, or nothing for a crowd."""
    return Kept(WORD, word, "", _dumps(sorted(bearers) if len(bearers) <= utterances.CROWD else []))


def _said(heard: Heard) -> str:
    return _marked("|", heard.words)


def _marked(sign: str, parts: Sequence[str]) -> str:
    """Words in a row with a sign before, between and after them."""
    return f"{sign}{sign.join(parts)}{sign}"


def _day(document: str, appeared: Days) -> str:
    day = appeared[document]
    return day.isoformat() if day else ""


def _date(day: str) -> date | None:
    return date.fromisoformat(day) if day else None
