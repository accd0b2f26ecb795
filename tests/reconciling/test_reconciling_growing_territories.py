"""What new documents change among the names of territories, held against the whole."""

from collections.abc import Sequence

from held import Held
from hypothesis import event, given, settings
from hypothesis import strategies as st
from worlds import Story, Tells, build

from dragoman.model.documents import Document
from dragoman.model.readings import Reading
from dragoman.reconciling import framing, said_before, utterances
from dragoman.reconciling.growing_territories import kept, newly_called

LINES = (
    ("Ferries left Crimea on Monday.", None),
    ("Trains left the Crimean Peninsula on Monday.", None),
    ("“Annexed Crimea is ours,” he said.", "Annexed Crimea is ours"),
    ("“Crimea needs water,” Lund said.", "Crimea needs water"),
    ("Roads in Abkhazia were closed.", None),
    ("Roads in breakaway Abkhazia were closed.", None),
    ("Nobody spoke of the sea.", None),
)
Built = tuple[Document, Reading]


def paper(name: str, lines: Sequence[int]) -> Built:
    told = [
        Tells(
            LINES[n][0],
            "statement",
            {"agent": "NOR"},
            quotes=((LINES[n][1], "Lund/NOR"),) if LINES[n][1] else (),
        )
        for n in lines
    ]
    return build(Story(name, told, "2031-05-05", source=name))


class Whole:
    """What `reconcile` finds of all documents, and what is kept of it."""

    def __init__(self, built: Sequence[Built]) -> None:
        documents = {d.id: d for d, _ in built}
        readings = [r for _, r in built]
        quotes = [q for r in readings for q in r.quotes]
        found = framing.of_territories(readings, documents, quotes)
        self.rows = {(n.actor, n.document): n for n in found}
        said = said_before.kept(quotes, utterances.days(documents.values()))
        self.held = Held([*kept(readings, documents), *said])


@settings(max_examples=80, deadline=None)
@given(
    papers=st.lists(st.lists(st.integers(0, len(LINES) - 1), min_size=1, max_size=3), min_size=2, max_size=6),
    fresh=st.integers(1, 2),
)
def test_a_record_grows_by_any_paper_to_what_the_whole_is(papers: list[list[int]], fresh: int) -> None:
    built = [paper(f"Paper {n}", lines) for n, lines in enumerate(papers)]
    new = built[-fresh:]
    was, now = Whole(built[:-fresh]), Whole(built)
    found = newly_called([r for _, r in new], {d.id: d for d, _ in new}, was.held)
    made = {(n.actor, n.document): n for n in found.made}
    assert made == {k: n for k, n in now.rows.items() if was.rows.get(k) != n}
    assert was.rows.items() <= now.rows.items()
    event(f"{len(made) - fresh if made else 'no'} rows of others")
    rows = {at for at in was.held.with_(found.kept, found.left).items() if at[1].part == "territory"}
    assert rows == {at for at in now.held.rows.items() if at[1].part == "territory"}
