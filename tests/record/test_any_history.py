"""Whatever was added, corrected, removed and interrupted before: the record is what its documents make it."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dragoman.model.documents import Metadata
from dragoman.model.ids import text_hash
from dragoman.publish.json import one_line
from dragoman.publish.json import record as exported
from dragoman.record import KINDS, in_memory
from sample_record import LATER, MEETING, OTHER, READER, article, bring_up_to_date, read, reconcile

inputs = st.builds(
    lambda text, path, given: article(text, path, **given),
    st.sampled_from([MEETING, LATER, OTHER, "By Ama\n" + OTHER, "explode"]),
    st.sampled_from([None, "a.txt", "b.txt"]),
    st.fixed_dictionaries(
        {},
        optional={
            "source": st.sampled_from(["Ob", "Lena"]),
            "url": st.just("https://ob.example/1"),
            "published": st.sampled_from(["2024", "2024-05-06"]),
        },
    ),
)


class Histories(RuleBasedStateMachine):
    """Runs of what a user may do, against a fresh record of what is left."""

    @initialize()
    def start(self):
        self.record = in_memory()
        self.left = []

    @rule(found=inputs)
    def keep(self, found):
        self.record.keep(found)
        self.left.append(found)

    @rule()
    def read_one_and_stop(self):
        for held in self.record.unread(READER)[:1]:
            document = self.record.document(held)
            if document.text != "explode":
                self.record.keep_reading(held, read(document))

    @rule()
    def bring_up_to_date(self):
        bring_up_to_date(self.record)

    @rule(number=st.integers(0, 9))
    def remove(self, number):
        bring_up_to_date(self.record)
        documents = self.record.documents()
        if documents:
            gone = documents[number % len(documents)]
            here = self._of(gone)
            self.record.remove(gone.id)
            self.left = [found for found in self.left if found not in here]
            bring_up_to_date(self.record)

    @rule(number=st.integers(0, 9), value=st.sampled_from(["Ob", "Amur"]))
    def correct_and_take_back(self, number, value):
        bring_up_to_date(self.record)
        documents = self.record.documents()
        if documents:
            before = documents[number % len(documents)]
            self.record.correct(before.id, Metadata(author=value))
            bring_up_to_date(self.record)
            assert self.record.show(before.id).item.author == value
            self.record.correct(before.id, Metadata(author=""))

    @invariant()
    def nothing_kept_is_lost(self):
        if hasattr(self, "record"):
            assert {text_hash(f.text) for f in self.left} == {h.text_hash for h in self.record.unread(NOBODY)}

    def teardown(self):
        if not hasattr(self, "record"):
            return
        bring_up_to_date(self.record)
        with in_memory() as fresh:
            for found in reversed(self.left):
                fresh.keep(found)
            bring_up_to_date(fresh)
            assert _bytes(fresh) == _bytes(self.record)
            assert fresh.failures() == self.record.failures()
            assert _answers(fresh) == _answers(self.record)
        self.record.compute(reconcile)
        self.record.close()

    def _of(self, document):
        """The inputs on which a document stands."""
        paths = {p or None for p in (*document.paths, "")}
        with in_memory() as alone:
            for found in self.left:
                alone.keep(found)
            (held,) = [h for h in alone.unread(NOBODY) if h.id == document.id]
        return [
            f
            for f in self.left
            if text_hash(f.text) == held.text_hash
            and (f.given.url or f.given.source or "") in held.stated
            and f.path in paths
        ]


NOBODY = type(READER)("none", "none", "none")


def _bytes(record):
    return one_line(exported(record.views()))


def _answers(record):
    """What a record answers by its tables: listings in their order, what leads where, what search finds."""
    listings = {kind: record.listing(kind).items for kind in KINDS}
    led = {kind: record.member_ids(kind) for kind in KINDS}
    found = [record.search(words) for words in ("met", "friends", "Ama", "explode")]
    return listings, led, found, [record.show(d.id) for d in record.documents()]


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=25, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
