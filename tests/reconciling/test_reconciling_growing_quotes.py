"""What new quotes change, by what a record keeps: what follows of the whole, or nothing is said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from held import Held
from hypothesis import event, given, settings
from hypothesis import strategies as st

from dragoman.model.documents import Document, Span
from dragoman.model.ids import digest
from dragoman.model.statements import Attribution, Quote
from dragoman.model.views import Actor
from dragoman.reconciling import spoken, utterances
from dragoman.reconciling.growing_quotes import Named, Requoted, kept, requoted
from dragoman.reconciling.identity import Identities

PEOPLE = ("Lund", "Sato", "Mensah")
CLAUSES = (
    "We will open the northern bridge before winter",
    "our engineers will stay until the work is done",
    "the northern bridge will be opened by our engineers in winter",
    "fishermen deserve fair quotas and neighbours must respect the agreement",
    "the fishermen deserve quotas that are fair, neighbours have to respect what was agreed",
    "No ship of theirs may enter the harbour",
    "a ship may enter the harbour of Tema",
    "never again",
    "We share waters, catches, storms and fears",
)
DAYS = ("2031-05-01", "2031-05-03", "2031-05-09", "2031-05-20", "2031-11", None)


@dataclass(frozen=True)
class Says:
    """Some clauses in the mouth of one of PEOPLE, of a state, or of nobody known."""

    clauses: tuple[int, ...]
    speaker: str | None
    direct: bool = True


@dataclass(frozen=True)
class Paper:
    """A document that quotes, and its day."""

    name: str
    day: str | None
    said: tuple[Says, ...]

    @property
    def id(self) -> str:
        return "d-" + digest(self.name)

    @property
    def document(self) -> Document:
        return Document(
            self.id, self.name, (), None, self.name, None, None, self.day, None, None, None, "", "", None
        )

    def actor(self, speaker: str) -> str:
        return f"a-{digest(self.name, speaker)}" if speaker in PEOPLE else speaker

    @property
    def quotes(self) -> tuple[Quote, ...]:
        found = []
        for number, says in enumerate(self.said):
            text = ", ".join(CLAUSES[c] for c in says.clauses)
            speaker = self.actor(says.speaker) if says.speaker else None
            told = (Attribution(speaker, "said", Span(self.id, 0, 1)),) if speaker else ()
            start, end = 1000 * number, 1000 * number + len(text)
            made = Quote(
                f"q-{digest(self.name, str(number))}",
                self.id,
                start,
                end,
                text,
                speaker,
                None,
                None,
                says.direct,
            )
            found.append(replace(made, attribution=told))
        return tuple(found)


def identities(papers: Sequence[Paper]) -> Identities:
    """One person of a name, who bears the least of his ids."""
    named = {(p.actor(s.speaker), s.speaker) for p in papers for s in p.said if s.speaker}
    head: dict[str, str] = {}
    for actor, name in sorted(named, reverse=True):
        head[name] = actor
    made = [_actor(actor, name) for name, actor in head.items()]
    return Identities.made(sorted(made, key=lambda a: a.id), {actor: head[name] for actor, name in named})


def _actor(actor: str, name: str) -> Actor:
    kind = "person" if name in PEOPLE else "state"
    return Actor(actor, name, kind, None, None, (), (), (), (), (), (), (), ())


class Whole:
    """What `reconcile` finds of the quotes of some papers, and what is kept of them."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        self.who = identities(papers)
        said = [q for p in papers for q in p.quotes]
        documents = {p.id: p.document for p in papers}
        quotes = utterances.told(utterances.joined(said, self.who, documents))
        self.quotes = {q.id: q for q in quotes}
        found = [*utterances.compare(quotes)]
        found += spoken.given_to_two(quotes, self.who, utterances.days(documents.values()))
        self.comparisons = {c.id: c for one in found for c in one.comparisons}
        self.clashes = {(c.subject, c.about): c for one in found for c in one.clashes}
        self.held = Held(kept(said, self.who.of, documents.values()), quotes=quotes, actors=self.who.actors)


def grown(before: Sequence[Paper], new: Sequence[Paper]) -> Requoted | None:
    """What new papers change, held against what follows of the whole."""
    was, now = Whole(before), Whole([*before, *new])
    renamed = {i: now.who.of[i] for i in was.who.by_id if now.who.of[i] != i}
    ours = {p.actor(s.speaker) for p in new for s in p.said if s.speaker}
    named = Named(
        {i: now.who.of[i] for i in ours},
        renamed,
        {a.id: a for a in now.who.actors if a.id not in was.who.by_id},
    )
    found = requoted([q for p in new for q in p.quotes], [p.document for p in new], named, was.held)
    if found is None:
        return None
    assert found.before == {i: q for i, q in was.quotes.items() if now.quotes[i] != q}
    assert found.after == {i: q for i, q in now.quotes.items() if was.quotes.get(i) != q}
    before_, after = found.compared
    for name, old, made in (
        ("comparisons", was.comparisons, now.comparisons),
        ("clashes", was.clashes, now.clashes),
    ):
        sides = [
            {
                getattr(c, "id", (c.subject, getattr(c, "about", ""))): c
                for one in side
                for c in getattr(one, name)
            }
            for side in (before_, after)
        ]
        gone, come = ({k: c for k, c in sides[n].items() if sides[1 - n].get(k) != c} for n in (0, 1))
        assert gone == {k: c for k, c in old.items() if made.get(k) != c}
        assert come == {k: c for k, c in made.items() if old.get(k) != c}
    assert was.held.with_(found.kept, found.left) == now.held.rows
    return found


SAYS = st.builds(
    Says,
    st.lists(st.integers(0, len(CLAUSES) - 1), min_size=1, max_size=3).map(tuple),
    st.sampled_from([*PEOPLE, *PEOPLE, "state:NOR", None]),
    st.sampled_from([True, True, False]),
)
PAPERS = st.lists(
    st.tuples(st.sampled_from(DAYS), st.lists(SAYS, min_size=1, max_size=3).map(tuple)),
    min_size=2,
    max_size=9,
).map(lambda made: [Paper(f"{n}", day, said) for n, (day, said) in enumerate(made)])


@pytest.mark.parametrize("crowd", [2, 3, 6, 50])
@settings(max_examples=60, deadline=None)
@given(papers=PAPERS, data=st.data())
def test_a_record_grows_by_any_paper_to_what_the_whole_is(
    crowd: int, papers: list[Paper], data: st.DataObject
) -> None:
    new = data.draw(st.lists(st.sampled_from(papers), min_size=1, max_size=2, unique=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(utterances, "CROWD", crowd)
        found = grown([p for p in papers if p not in new], new)
    event(f"crowd {crowd}: {'none' if found is None else 'found'}")
    if found:
        event(f"joins: {any(q.utterance for q in found.before.values() or found.after.values())}")
    assert crowd < 50 or found is not None
