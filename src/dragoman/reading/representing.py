"""Who stood for a state where it met others: "Peru's delegation was led by X", "X represented Peru".

Each is a statement of its own without an act, with the person as its agent and the state as a participant, so
that accounts of one meeting can be held against each other.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dragoman.model.documents import Span
from dragoman.model.readings import Mention
from dragoman.model.statements import Quote, Statement, Value
from dragoman.reading.certainty import judge
from dragoman.reading.grammar import SUBJECTS, lemma_of, passive
from dragoman.reading.marks import Cast, Paragraph, Parsed
from dragoman.reading.scope import clause, is_verb
from dragoman.reading.unframed import unframed
from dragoman.vocabulary.descriptions import REPRESENTATION, descriptions

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDINAL = 6  # so that no other statement of the same clause has the same id
_SENT = ("state:", "government:")
_OWNERS = ("poss", "amod", "compound", "nmod")
_OF = ("of", "from")
_TOLD = ("asserted", "reported")


@cache
def _gate() -> re.Pattern[str]:
    words = descriptions().leading | descriptions().representing
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})|\bled\b", re.IGNORECASE)


def find(parsed: Parsed, cast: Cast, quotes: Sequence[Quote]) -> tuple[Statement, ...]:
    """Who stood for which state, as a document tells it, in order."""
    people = {r.id for r in cast.referents if r.kind == "person"}
    made: dict[str, Statement] = {}
    for paragraph in parsed.paragraphs:
        if paragraph.kind == "body" and _gate().search(paragraph.text):
            for verb, person, state in _all(paragraph, cast, people):
                judged = judge(verb, paragraph, quotes)
                sure = judged.stance in _TOLD and judged.polarity == "affirmed" and judged.stage == "happened"
                if sure:
                    first, last = clause(verb)
                    stretch = paragraph.place(paragraph.doc[first : last + 1])
                    values = [
                        Value("agent", person.actor, (parsed.span(person.start, person.end),)),
                        Value("participant", state.actor, (parsed.span(state.start, state.end),)),
                        Value("object", REPRESENTATION, (Span(parsed.document, *paragraph.place(verb)),)),
                    ]
                    trigger = Span(parsed.document, *paragraph.place(verb))
                    start, end = min(stretch[0], person.start), max(stretch[1], person.end)
                    told = unframed(
                        parsed, cast, judged, trigger, values, clause=(start, end), ordinal=_ORDINAL
                    )
                    made.setdefault(told.id, told)
    return tuple(made.values())


def _all(paragraph: Paragraph, cast: Cast, people: set[str]) -> "Iterator[tuple[Token, Mention, Mention]]":
    """The verbs by which somebody is told to stand for a state, with both."""
    for token in paragraph.doc:
        lemma = lemma_of(token)
        leads = lemma in descriptions().leading
        if not is_verb(token) or not (leads or lemma in descriptions().representing):
            continue
        who, sent = _ends(token)
        person = _person(who, paragraph, cast, people) if who is not None else None
        state = _state(sent, leads, paragraph, cast) if sent is not None else None
        if person is not None and state is not None:
            yield token, person, state


def _ends(verb: "Token") -> "tuple[Token | None, Token | None]":
    """Who does it, and whom or what: of a passive the agent, and its subject or what it describes."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        by = (
            p for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ == "by" for p in c.children
        )
        return next((p for p in by if p.dep_ == "pobj"), None), verb.head if verb.dep_ == "acl" else subject
    return subject, next((c for c in verb.children if c.dep_ == "dobj"), None)


def _person(token: "Token", paragraph: Paragraph, cast: Cast, people: set[str]) -> Mention | None:
    """The person who is named at a word, or whose name stands beside it."""
    beside = (c for c in token.children if c.dep_ == "appos")
    for word in (token, *beside):
        named = [m for m in cast.at(*paragraph.place(word)) if m.actor in people and m.form == "name"]
        if named:
            return named[0]
    return None


def _state(token: "Token", leads: bool, paragraph: Paragraph, cast: Cast) -> Mention | None:
    """The state that a word names, or whose the delegation is."""
    team = lemma_of(token) in descriptions().teams
    words = [token] if not leads and not team else []
    if team:
        words = [c for c in token.lefts if c.dep_ in _OWNERS]
        behind = token.nbor(1) if token.i + 1 < len(token.doc) else token  # the parse may hang it on the verb
        words += list(behind.children) if behind.lower_ in _OF else []
    for word in words:
        for mention in cast.at(*paragraph.place(word)):
            if mention.actor.startswith(_SENT):
                return mention
    return None
