"""What new quotes change among those of a record: which are of one utterance, and who is said to have spoken.

A new quote is held against those that share words with it. Utterances that it joins are laid side by side
anew; no other changes, unless words become so common by it that they link no more what they linked.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.documents import Document
from dragoman.model.growth import Kept, Look
from dragoman.model.statements import Quote
from dragoman.model.views import Actor
from dragoman.reconciling import said_before, spoken, utterances
from dragoman.reconciling.aligned import Heard
from dragoman.reconciling.comparisons import Compared
from dragoman.reconciling.groups import Groups
from dragoman.reconciling.identity import Identities
from dragoman.reconciling.utterances import RUN, Coming, Days, runs

_MOST = 3000  # quotes that may be of one utterance with new ones, beyond which all is done anew


@dataclass(frozen=True, slots=True)
class Named:
    """Who is who once an article came: `of` leads from an id of new readings to the actor's, `renamed` from
    an actor's id in the record to its new one; `actors` are those that are new or another, by their ids.

    `otherwise` are the ids in the record of those who are called otherwise now.
    """

    of: Mapping[str, str]
    renamed: Mapping[str, str]
    actors: Mapping[str, Actor]
    otherwise: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Requoted:
    """What new quotes change: quotes that are new or were otherwise, by id, as they were and as they are.

    `compared` are the comparisons and clashes of what is touched before and after; `left` and `kept` what the
    record keeps no more, and from now on.
    """

    before: Mapping[str, Quote]
    after: Mapping[str, Quote]
    compared: tuple[tuple[Compared, ...], tuple[Compared, ...]]
    left: frozenset[tuple[str, str, str]]
    kept: tuple[Kept, ...]


def kept(said: Iterable[Quote], of: Mapping[str, str], documents: Iterable[Document]) -> Iterator[Kept]:
    """What a record keeps of all quotes of its readings."""
    return said_before.kept((utterances.renamed(q, of) for q in said), utterances.days(documents))


def requoted(
    new: Iterable[Quote], documents: Iterable[Document], named: Named, look: Look
) -> Requoted | None:
    """What the quotes of new documents change; None where words that linked others are too common now."""
    appeared = utterances.days(documents)
    fresh = sorted((utterances.renamed(q, named.of) for q in new), key=lambda q: q.id)
    record = _Record(look, named.renamed)
    found = said_before.sharing(fresh, appeared, record.was, look)
    if len(found.near) > _MOST or any(_loses(c, fresh, record) for c in found.crossed):
        return None
    near = record.after(found.near)
    coming = Coming(frozenset(q.id for q in fresh), frozenset(found.crowded))
    days = {**{b.document: b.day for b in found.near.values()}, **appeared}
    every = sorted([*fresh, *near], key=lambda q: q.id)
    links = list(utterances.pairs(every, days, coming))
    after = {q.id: q for q in record.moved()}
    after |= {q.id: q for q in utterances.told(list(_together(fresh, near, links, record)))}
    touched = {q.utterance for q in (*after.values(), *record.known(after)) if q.utterance}
    touched |= record.spoken_by(named.otherwise)
    before = {q.id: q for q in record.known(after)}
    left, rows = _kept(fresh, appeared, named.renamed, look)
    return Requoted(
        before={i: q for i, q in before.items() if after[i] != q},
        after={i: q for i, q in after.items() if before.get(i) != q},
        compared=_compared(touched, after, appeared, record, named.actors),
        left=left,
        kept=rows,
    )


class _Record:
    """The quotes of a record as they were, and with their speakers' ids as they are now."""

    def __init__(self, look: Look, renamed: Mapping[str, str]) -> None:
        self.look = look
        self.was = {now: was for was, now in renamed.items()}
        self._renamed = renamed
        self._held: dict[str, Quote] = {}

    def known(self, ids: Iterable[str]) -> list[Quote]:
        """Those of some quotes that the record has, as they were."""
        wanted = sorted(set(ids))
        lacking = [i for i in wanted if i not in self._held]
        self._held |= {q.id: q for q in (self.look.things("quotes", lacking) if lacking else ())}
        return [self._held[i] for i in wanted if i in self._held]

    def after(self, ids: Iterable[str]) -> list[Quote]:
        """The same with their speakers as they are now."""
        known = self.known(ids)
        return [utterances.renamed(q, self._renamed) for q in known] if self._renamed else known

    def of_utterances(self, ids: Collection[str]) -> set[str]:
        """The ids of all wordings of some utterances."""
        found = self.look.under("quotes", "about", ids) if ids else frozenset()
        return {q.id for q in self.known(found) if q.utterance in ids}

    def spoken_by(self, actors: Collection[str]) -> set[str]:
        """The utterances that are given to some actors."""
        ids = self.look.under("quotes", "actor", sorted(actors)) if actors else frozenset()
        return {q.utterance for q in self.known(ids) if q.utterance and q.speaker in actors}

    def moved(self) -> Iterator[Quote]:
        """The quotes, as they are now, in which somebody has another id than he had."""
        ids = self.look.under("quotes", "actor", list(self._renamed)) if self._renamed else frozenset()
        was = {q.id: q for q in self.known(ids)}
        yield from (q for q in self.after(ids) if q != was[q.id])


def _together(
    fresh: Sequence[Quote], near: Sequence[Quote], links: Iterable[tuple[str, str]], record: _Record
) -> Iterator[Quote]:
    """The new quotes, and the old ones whose utterances they join, as they are now."""
    mine = {q.id: q for q in fresh}
    node = {q.id: q.utterance or q.id for q in near} | {i: i for i in mine}
    groups = Groups(mine)
    for left, right in links:
        groups.join(node[left], node[right])
    for nodes in groups.all().values():
        old = record.of_utterances({n for n in nodes if n.startswith("u-")})
        old |= {n for n in nodes if not n.startswith("u-") and n not in mine}
        wordings = [*(mine[n] for n in nodes if n in mine), *record.after(old)]
        yield from utterances.together(wordings) if len(wordings) > 1 else wordings


def _loses(crossed: said_before.Crossed, fresh: Sequence[Quote], record: _Record) -> bool:
    """Whether quotes may be of one utterance no more since what they share is a crowd's."""
    if crossed.row:
        return True
    speaker, _ = crossed.shared
    days = {b.document: b.day for b in crossed.bearers}
    bearers = record.after(b.id for b in crossed.bearers)
    alike: list[tuple[Heard, Heard]] = []
    for one, other in said_before.pairs_of_one_utterance(bearers, days):
        left, right = Heard.of(one.text), Heard.of(other.text)
        shared = len(left.content & right.content)
        of_one = bool(speaker) and utterances.means_the_same(left.content, right.content, shared)
        of_two = not speaker and one.speaker != other.speaker and utterances.said_alike(left, right)
        if of_one or of_two:
            alike.append((left, right))
    was = record.was.get(speaker, speaker)
    words = {word for left, right in alike for word in left.content & right.content}
    crowd = said_before.crowded(speaker, words, fresh, was, record.look) if words else set()
    if not speaker:
        return not all((a.content & b.content) - crowd for a, b in alike)
    lost = [
        runs(a.words, RUN) & runs(b.words, RUN)
        for a, b in alike
        if not utterances.means_the_same(a.content, b.content, len((a.content & b.content) - crowd))
    ]
    rows = frozenset[str]().union(*lost)
    crowd = said_before.crowded_rows(speaker, rows, fresh, was, record.look) if rows else set()
    return not all(rows - crowd for rows in lost)  # whoever shares a row of words is joined by it


def _compared(
    touched: Collection[str],
    now: Mapping[str, Quote],
    appeared: Days,
    record: _Record,
    actors: Mapping[str, Actor],
) -> tuple[tuple[Compared, ...], tuple[Compared, ...]]:
    """The comparisons and clashes of the wordings of these utterances, before and after."""
    ids = record.of_utterances(touched)
    before = record.known(ids)
    after = {q.id: q for q in record.after(ids)} | {i: q for i, q in now.items() if q.utterance in touched}
    both = []
    for quotes, known in ((before, {}), (list(after.values()), actors)):
        contested = _contested(quotes)
        days = {**said_before.appeared_on(record.look, {q.document for q in contested}), **appeared}
        who = _people({q.speaker for q in contested if q.speaker}, known, record.look)
        both.append((*utterances.compare(quotes), *spoken.given_to_two(contested, who, days)))
    return both[0], both[1]


def _contested(quotes: Iterable[Quote]) -> list[Quote]:
    """The direct quotes whose utterance is given to two or more."""
    direct = [q for q in quotes if q.direct and q.speaker and q.utterance]
    speakers: dict[str, set[str]] = {}
    for quote in direct:
        speakers.setdefault(quote.utterance or "", set()).add(quote.speaker or "")
    return [q for q in direct if len(speakers[q.utterance or ""]) > 1]


def _people(ids: Collection[str], known: Mapping[str, Actor], look: Look) -> Identities:
    """Who some speakers are."""
    wanted = sorted(i for i in ids if i not in known)
    found = look.brief("actors", wanted) if wanted else ()
    return Identities.made((*found, *(known[i] for i in sorted(ids) if i in known)), {})


def _kept(
    fresh: Sequence[Quote], appeared: Days, renamed: Mapping[str, str], look: Look
) -> tuple[frozenset[tuple[str, str, str]], tuple[Kept, ...]]:
    """What a record keeps no more of quotes, and what from now on."""
    left: set[tuple[str, str, str]] = set()
    rows = set(said_before.with_new(list(said_before.kept(fresh, appeared)), look))
    for row in look.kept(said_before.BY, sorted(renamed)) if renamed else ():
        left.add((row.part, row.key, row.thing))
        rows.add(row._replace(key=renamed[row.key]))
    return frozenset(left), tuple(sorted(rows))
