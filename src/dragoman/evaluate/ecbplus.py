"""Cross-document event coreference (ECB+), with the annotated mentions given, by the reconciler's likeness.

Every annotated event word is a telling: its lemma, and where it reports speech the speakers that its grammar
gives. The reconciler groups them within each topic or subtopic of the set, as a record holds the coverage of
one matter; nothing here is fitted to the set.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from dragoman.evaluate.coreference import b_cubed, ceaf_e, conll, muc
from dragoman.evaluate.rows import Row, rows_of
from dragoman.evaluate.texts import file_of, parser, records
from dragoman.reading.marks import Paragraph
from dragoman.reconciling.likeness import Telling, alike, weights
from dragoman.vocabulary.reporting import reporting

NAME = "ecbplus"
PEERS = {
    "conll_subtopic": "lemma baseline 0.757 here; on test 0.765",
    "conll_topic": "lemma baseline 0.714 here; on test 0.725, Barhom et al. 2019 0.792 (k-means)",
}
_SUBJECTS = ("nsubj", "agent")
_CONTENT = ("NOUN", "PROPN", "VERB", "NUM")
_ACCORDING = "accord"  # the lemma that the pipeline gives to "according"
Scope = Literal["topic", "subtopic"]


def score(data: Path, split: str) -> tuple[Row, ...]:
    """The rows of the set."""
    held = list(records(data, NAME, split))
    tellings, matters = read(held)
    gold = {_key(r, m): f"{m['cluster']}" for r in held for m in scored(r)}
    by_topic = _found(held, tellings, matters, "topic")
    by_subtopic = _found(held, tellings, matters, "subtopic")
    figures = {
        "conll_subtopic": conll(gold, by_subtopic),
        "conll_topic": conll(gold, by_topic),
        "muc_topic": muc(gold, by_topic),
        "b_cubed_topic": b_cubed(gold, by_topic),
        "ceaf_e_topic": ceaf_e(gold, by_topic),
    }
    return rows_of(NAME, figures, file_of(data, NAME, split), len(gold), PEERS)


def scored(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The annotated events of a document that count."""
    return (m for m in record["mentions"] if m["kind"] == "event" and m["scored"])


def read(held: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, list[Telling]], Mapping[str, Any]]:
    """The tellings of each document, and the weights of its words."""
    parsed = iter(parser().sentences(s or [" "] for record in held for s in record["sentences"]))
    tellings: dict[str, list[Telling]] = {}
    words: dict[str, list[str]] = {}
    for record in held:
        paragraphs = [next(parsed) for _ in record["sentences"]]
        document = record["doc_id"]
        words[document] = [t.lemma_.casefold() for p in paragraphs for t in p.doc if _telling_word(t)]
        tellings[document] = [telling(_key(record, m), document, paragraphs, m) for m in scored(record)]
    return tellings, weights(words)


def telling(key: str, document: str, paragraphs: Sequence[Paragraph], mention: Mapping[str, Any]) -> Telling:
    """One annotated mention as the reconciler sees it."""
    tokens = mention["tokens"]
    doc = paragraphs[mention["sent"]].doc
    head = next((doc[i] for i in tokens if doc[i].head.i not in tokens or doc[i].head.i == i), doc[tokens[0]])
    lemma = head.lemma_.casefold()
    speech = lemma == _ACCORDING or reporting().takes(lemma, "clause")
    speakers = frozenset(c.lemma_.casefold() for c in head.children if c.dep_ in _SUBJECTS)
    return Telling(key, document, lemma, speech, speakers if speech else frozenset())


def _found(
    held: Sequence[Mapping[str, Any]],
    tellings: Mapping[str, Sequence[Telling]],
    matters: Mapping[str, Any],
    scope: Scope,
) -> dict[str, str]:
    """The clusters found, each scope by itself."""
    within: dict[str, list[Telling]] = {}
    for record in held:
        within.setdefault(str(record[scope]), []).extend(tellings[record["doc_id"]])
    return {m: cluster for told in within.values() for m, cluster in alike(told, matters).items()}


def _telling_word(token: Any) -> bool:
    """Whether a token of the parse says what a text is about."""
    return token.pos_ in _CONTENT and bool(token.text.isalnum())


def _key(record: Mapping[str, Any], mention: Mapping[str, Any]) -> str:
    return f"{record['doc_id']} {mention['m_id']}"
