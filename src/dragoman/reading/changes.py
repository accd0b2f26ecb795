"""Who asked for a change of plan: "postponed at the request of Oslo", "it was Lima that demanded the move".

Each is a statement of its own without an act, with who asked as its counterpart or who decided as its agent,
and "postponement" or "move" as its object, so that accounts can be held against each other. What was to be
changed is the plan told last before.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.model.documents import Span
from dragoman.model.statements import Field, Quote, Statement, Value
from dragoman.reading.certainty import judge
from dragoman.reading.grammar import passive
from dragoman.reading.marks import Cast, Paragraph, Parsed
from dragoman.reading.scope import clause, is_verb, negations
from dragoman.reading.subjects import surface_subject
from dragoman.reading.unframed import unframed
from dragoman.vocabulary.changes import NAMES, Change, every, noun_of_change, verb_of_change, words
from dragoman.vocabulary.states import naming

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTIES = ("state", "government")
_ORDINAL = 7  # so that no claim or figure of the same clause has the same id
_REACH = 700  # characters before a change in which its plan is told


@dataclass(frozen=True, slots=True)
class _Asked:
    """A change of a plan, the word that tells it, and who asked for it."""

    kind: Change
    word: "Token"
    askers: tuple["Token", ...]
    plan: str = ""
    decided: bool = False
    negated: bool = False


@cache
def _gate() -> re.Pattern[str]:
    """What a paragraph with such words holds."""
    more = "|".join(sorted(words("time")))
    told = "|".join(sorted({w.split()[0][:6] for w in every()}))
    return re.compile(rf"\b(?:{told}|(?:{more}) time\b)", re.IGNORECASE)


def find(
    parsed: Parsed, cast: Cast, told: Sequence[Statement], quotes: Sequence[Quote]
) -> tuple[Statement, ...]:
    """Who asked for changes of plans in a document, in order."""
    plans = sorted((s for s in told if s.act in words("acts")), key=lambda s: (s.start, s.id))
    acting = {r.id: bool(r.represents) for r in cast.referents}
    scene = _Scene(parsed, cast, acting, plans, quotes)
    made: dict[str, Statement] = {}
    for paragraph in parsed.paragraphs:
        if paragraph.kind != "body":
            continue
        for asked in _all(paragraph):
            parties = dict(_parties(asked, paragraph, scene))
            if parties:
                statement = _statement(asked, parties, paragraph, scene)
                made.setdefault(statement.id, statement)
    return tuple(made.values())


def _all(paragraph: Paragraph) -> Iterator[_Asked]:
    for token in _told_at(paragraph):
        lemma = token.lemma_.lower()
        if is_verb(token):
            kind = verb_of_change(lemma, _particle(token))
            plan = _plan(token) if kind else None
            if kind and plan is not None:
                yield from _told(token, kind, plan)
        elif token.pos_ == "NOUN":
            noun = noun_of_change(lemma) or ("undone" if lemma == "time" and _more(token) else None)
            askers = _with_joined(_of_noun(token)) if noun else ()
            if noun and askers:
                yield _Asked(noun, token, askers)


def _told_at(paragraph: Paragraph) -> Iterator["Token"]:
    """The words of a paragraph that may tell a change of plan."""
    for match in _gate().finditer(paragraph.text):
        span = paragraph.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None:
            yield span[-1]


def _told(verb: "Token", kind: Change, plan: str) -> Iterator[_Asked]:
    """Who asked for what a verb tells, and who decided it."""
    negated = bool(negations(verb))
    asked = _with_joined(_of_verb(verb))
    if asked:
        yield _Asked(kind, verb, asked, plan, negated=negated)
    decided = _with_joined(_deciding(verb)) if not asked else ()
    if decided:
        yield _Asked(kind, verb, decided, plan, decided=True, negated=negated)


def _with_joined(tokens: Iterable["Token"]) -> tuple["Token", ...]:
    """Some words with those joined to them: "Finland and Hungary"."""
    every = [w for t in tokens for w in (t, *t.conjuncts)]
    return tuple(dict.fromkeys(every))


def _particle(verb: "Token") -> str:
    return next((c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.i == verb.i + 1), "")


def _more(noun: "Token") -> bool:
    return any(c.lower_ in words("time") for c in noun.lefts)


def _plan(verb: "Token") -> str | None:
    """The plan that a verb puts off or moves, "" where a pronoun or its place tells it; None for no plan."""
    things = [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")]
    if verb.dep_ in ("acl", "relcl"):
        things.append(verb.head)
    if verb.dep_ == "conj" and not things:
        return _plan(verb.head)
    raised = verb.dep_ in ("xcomp", "ccomp") and not things
    things += [c for c in verb.head.children if c.dep_ in ("dobj", "nsubjpass")] if raised else []
    for thing in things:
        for form in (thing.lemma_.lower(), thing.lower_):
            if form in words("plans"):
                named = form in words("occasions") or (thing.pos_ == "NOUN" and form not in words("where"))
                return form if named else ""
    return None


def _of_verb(verb: "Token") -> Iterator["Token"]:
    """Who asked for what a verb tells: behind "at the request of", or who wanted it done."""
    yield from _on_whose_word(verb)
    above = verb.head
    asks = above.lemma_.lower() in words("ask") and is_verb(above) and not negations(above)
    if asks and verb.dep_ in ("xcomp", "ccomp", "advcl", "pcomp", "dobj"):
        yield from _subject(above)


def _deciding(verb: "Token") -> Iterator["Token"]:
    """Who put off or moved a plan, as the subject of the verb or behind "by"."""
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or verb.dep_ == "acl"
    for child in verb.children:
        if child.dep_ == "agent" or (passive and child.dep_ == "prep" and child.lower_ == "by"):
            yield from (c for c in child.children if c.dep_ == "pobj")
    if not passive and verb.dep_ not in ("xcomp", "advcl"):
        yield from _subject(verb)


def _on_whose_word(verb: "Token") -> Iterator["Token"]:
    """Whose request it is behind a verb: "at Oslo's request", "on the initiative of Peru"."""
    for preposition in (
        c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("at", "on", "upon", "following")
    ):
        for noun in (c for c in preposition.children if c.lemma_.lower() in words("word")):
            yield from (c for c in noun.children if c.dep_ == "poss")
            yield from (g for c in noun.children if c.lower_ in ("of", "from", "by") for g in c.children)


def _of_noun(noun: "Token") -> Iterator["Token"]:
    """Who asked for what a noun tells: "demanded the move", "the change was proposed by Peru"."""
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") else noun.head.head
    if noun.dep_ not in ("dobj", "nsubjpass") and not (noun.dep_ == "pobj" and noun.head.lower_ == "for"):
        return
    if not is_verb(verb) or verb.lemma_.lower() not in words("ask") or negations(verb):
        return
    if noun.dep_ == "nsubjpass":
        yield from (g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj")
    else:
        yield from _subject(verb)


def _subject(verb: "Token") -> Iterator["Token"]:
    """Who does what a verb tells; of a passive nobody."""
    subject, _ = surface_subject(verb)
    if subject is not None and not passive(verb):
        yield subject


@dataclass(frozen=True, slots=True)
class _Scene:
    """What tells who is meant: the text, its actors, those for whom they act, the plans told, the quotes."""

    parsed: Parsed
    cast: Cast
    acting: Mapping[str, bool]
    plans: Sequence[Statement]
    quotes: Sequence[Quote]


def _parties(asked: _Asked, paragraph: Paragraph, scene: _Scene) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The actors who asked, with the words for them."""
    for token in asked.askers:
        behind = [
            g for c in token.children if c.lower_ in ("of", "in") for g in c.children if g.dep_ == "pobj"
        ]
        start = paragraph.start + token.doc[token.left_edge.i].idx
        end = max(paragraph.place(w)[1] for w in (token, *behind))
        found = [m for m in scene.cast.at(start, end) if _is_party(m.actor, scene)]
        for mention in found:
            yield mention.actor, (scene.parsed.span(mention.start, mention.end),)
        if not found:
            place = paragraph.place(token)
            yield from ((a, (scene.parsed.span(*place),)) for a in _unnamed(token, behind, place[0], scene))


def _is_party(actor: str, scene: _Scene) -> bool:
    return actor.split(":")[0] in _PARTIES or scene.acting.get(actor, False)


def _unnamed(token: "Token", behind: Sequence["Token"], start: int, scene: _Scene) -> Iterator[str]:
    """The state of those who are told by their capital ("anyone in Santiago"), or as the hosts."""
    for word in behind if token.pos_ == "PRON" else ():
        known = naming(word.text)
        if known and known[1] == "capital":
            yield f"government:{known[0]}"
    if token.lemma_.lower() in words("host"):
        host = _host(scene.plans, start)
        if host:
            yield host


def _host(plans: Sequence[Statement], start: int) -> str | None:
    """The state where the plan told last before was to be."""
    for plan in reversed([p for p in plans if start - _REACH < p.start < start]):
        hosts = [v.value for v in plan.all("host")]
        hosts += [f"state:{v.where.country}" for v in plan.all("place") if v.where and v.where.country]
        if hosts:
            return hosts[0]
    return None


def _statement(
    asked: _Asked, parties: Mapping[str, tuple[Span, ...]], paragraph: Paragraph, scene: _Scene
) -> Statement:
    verb = asked.word if is_verb(asked.word) else asked.word.head
    verb = verb if is_verb(verb) else verb.head
    first, last = clause(verb)
    held = [asked.word.i, *(t.i for t in asked.askers)]
    start, end = paragraph.place(paragraph.doc[min(first, *held) : max(last, *held) + 1])
    trigger = Span(scene.parsed.document, *paragraph.place(asked.word))
    role: Field = "agent" if asked.decided else "counterpart"
    values = [Value(role, actor, spans) for actor, spans in sorted(parties.items())]
    told = f"{NAMES[asked.kind]} of {asked.plan}" if asked.plan else NAMES[asked.kind]
    values.append(Value("object", told, (trigger,)))
    judged = replace(
        judge(verb, paragraph, scene.quotes), polarity="negated" if asked.negated else "affirmed"
    )
    return unframed(scene.parsed, scene.cast, judged, trigger, values, clause=(start, end), ordinal=_ORDINAL)
