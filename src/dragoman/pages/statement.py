"""One statement: the clause, on whose word it stands, and how each of its values was read."""

from dataclasses import dataclass

from dragoman.errors import UnknownId
from dragoman.model.statements import Attribution, Quantity, Statement, Value
from dragoman.pages.dates import said
from dragoman.pages.judgements import Judged, judged
from dragoman.pages.links import Links
from dragoman.pages.shown import Link, Quoted
from dragoman.pages.words import Words
from dragoman.record import Record

_AROUND = 240
_HOW = {
    None: "read directly",
    "reference": "resolved: a pronoun or description stands for it",
    "publication date": "inferred from the publication date",
    "dateline": "inferred from the dateline",
    "other account": "inferred from another account",
    "whole event": "inferred from the event it is part of",
}


@dataclass(frozen=True, slots=True)
class ReadValue:
    """One value of a statement: its field, what was read, how, and the words for it."""

    field: str
    value: Link
    how: str
    inferred: bool
    words: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class OnWord:
    """One link of the chain on whose word something stands: the holder, as read and as written."""

    holder: Link
    words: Quoted
    anonymous: bool


@dataclass(frozen=True, slots=True)
class StatementPage:
    """A statement, whole. `words` is its clause; `before` and `after` stand round it in its paragraph.

    `act` is None for a claim; `attribution` goes from the outermost holder in; `judged` names judgements.
    """

    title: str
    id: str
    words: Quoted
    before: str
    after: str
    account: Link
    act: str | None
    certainty: str
    polarity: str
    stage: str | None
    stance: str
    timing: str
    topics: tuple[str, ...]
    event: Link | None
    about: Link | None
    attribution: tuple[OnWord, ...]
    values: tuple[ReadValue, ...]
    judged: tuple[Judged, ...]


def statement(record: Record, id: str, links: Links) -> StatementPage:
    """The page of a statement. Raises UnknownId."""
    shown = record.show(id)
    told = shown.item
    if not isinstance(told, Statement):
        raise UnknownId(id, "this is no statement", "the list of statements shows those that are held")
    words = Words(record, links)
    words.know((v.value for v in told.values), (told.document,))
    clause = words.quoted(told.span, most=2000)
    before, after = _round(words.document(told.document).text, told.start, told.end)
    event = shown.events[0] if shown.events else None
    return StatementPage(
        title=words.quoted(told.span, most=90).text,
        id=told.id,
        words=clause,
        before=before,
        after=after,
        account=Link(words.account(told.document), links.thing("document", told.document)),
        act=told.act and told.act.replace("_", " "),
        certainty=told.certainty,
        polarity=told.polarity,
        stage=told.stage,
        stance=told.stance,
        timing=told.timing,
        topics=told.topics,
        event=Link(event.title, links.thing("event", event.id)) if event else None,
        about=Link("what was said", links.thing("statement", told.about)) if told.about else None,
        attribution=tuple(_on_word(a, words) for a in told.attribution),
        values=tuple(
            [_value(v, words) for v in told.values] + [_quantity(q, words) for q in told.quantities]
        ),
        judged=judged(shown.judgements, links),
    )


def _round(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after a clause within its paragraph, at most so many characters of each."""
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    stop = text.find("\n", end, end + _AROUND)
    last = stop if stop >= 0 else min(len(text), end + _AROUND)
    before = text[first:start].partition(" ")[2] if first == start - _AROUND else text[first:start]
    after = text[end:last].rpartition(" ")[0] if last == end + _AROUND else text[end:last]
    return before, after


def _on_word(told: Attribution, words: Words) -> OnWord:
    holder = words.actor(told.holder) if told.holder else Link(told.text or "not named")
    return OnWord(holder, words.quoted(told.cue), told.anonymous)


def _value(told: Value, words: Words) -> ReadValue:
    value = Link(said(told.value)) if told.field == "when" else words.actor(told.value)
    how = _HOW.get(told.inferred, f"inferred from the {told.inferred}")
    return ReadValue(told.field, value, how, told.inferred is not None, words.quotes(told.evidence, 3))


def _quantity(told: Quantity, words: Words) -> ReadValue:
    basis = f", {told.basis}" if told.basis else ""
    value = Link(f"{told.as_written} ({told.measure} of {told.of}{basis})")
    return ReadValue("number", value, _HOW[None], False, words.quotes(told.evidence, 3))
