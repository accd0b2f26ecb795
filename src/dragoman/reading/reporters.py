"""On whose word an act is told: the chain of reporting verbs and nouns above it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.statements import Quote
from dragoman.reading.marks import Paragraph
from dragoman.reading.scope import definite, form, is_verb
from dragoman.vocabulary.cues import group, reporting

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_LEFT_OUT = ("punct", "relcl", "acl", "appos", "cc", "conj", "prep")


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who gives their word. `start`–`end` are the holder's words, the cue's where there is no holder."""

    start: int
    end: int
    cue_start: int
    cue_end: int
    anonymous: bool


def reporter(above: "Token", joined: str, paragraph: Paragraph) -> Reporter | None:
    """Who gives their word by this verb or noun above an act; None where it reports nothing."""
    lemma = above.lemma_.lower()
    if not is_verb(above):
        if lemma not in group("accounts"):
            return None
        holder = next((c for c in above.children if c.dep_ == "poss"), None) or _author(above)
        known = holder is not None or lemma in group("hearsay")
        return _named(holder, above, paragraph) if known else None
    if lemma not in reporting():
        return None
    if joined == "infinitive" and not form(above).passive:
        return None
    if form(above).passive:
        agent = next((c for c in above.children if c.dep_ == "agent"), None)
        if agent is None and form(above).modal is not None:
            return None  # "it must be noted that": the text's own voice
        return _named(next(iter(agent.children), None) if agent is not None else None, above, paragraph)
    return _named(_holder(above), above, paragraph)


def _author(noun: "Token") -> "Token | None":
    """Whose account a noun tells: "allegations by Chad"."""
    by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from")), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def quoted(
    place: tuple[int, int], quotes: Sequence[Quote], known: Sequence[Reporter]
) -> tuple[Reporter, ...]:
    """Who speaks the quotes that hold these characters, where the sentence itself did not tell."""
    found = []
    for quote in quotes:
        if quote.start <= place[0] and place[1] <= quote.end and quote.cue is not None:
            cue, holder = quote.cue, quote.speaker_mention or quote.cue
            if all(r.cue_end <= cue.start or cue.end <= r.cue_start for r in known):
                found.append(Reporter(holder.start, holder.end, cue.start, cue.end, quote.speaker is None))
    return tuple(found)


def _holder(verb: "Token") -> "Token | None":
    """A verb's subject, or that of the verb it is joined to."""
    for _ in range(20):
        own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if own is not None:
            return own
        if verb.dep_ not in ("conj", "advcl", "xcomp", "ccomp"):
            return None
        verb = verb.head
    return None


def _named(holder: "Token | None", cue: "Token", paragraph: Paragraph) -> Reporter:
    at = paragraph.place(cue)
    if holder is None:
        return Reporter(*at, *at, True)
    start, end = paragraph.place(words(holder))
    return Reporter(start, end, *at, unnamed(holder))


def words(noun: "Token") -> "TokenSpan":
    """The words of a noun phrase up to its noun, without what follows it."""
    first = noun.i
    for child in noun.lefts:
        if child.dep_ not in _LEFT_OUT:
            first = min(first, child.left_edge.i)
    return noun.doc[first : noun.i + 1]


def unnamed(holder: "Token") -> bool:
    """Whether a holder is one of many without a name ("sources", "analysts")."""
    if holder.tag_ in ("NNP", "NNPS", "PRP") or holder.lemma_.lower() not in group("anonymous"):
        return False
    return not any(c.dep_ == "appos" and c.tag_ == "NNP" for c in holder.children)


def rumoured(verb: "Token") -> bool:
    """Whether nobody in particular tells it: "reports say", "some say"."""
    holder = _holder(verb)
    bare = holder is not None and holder.tag_ == "DT" and not any(holder.children)
    plural = bare or (holder is not None and holder.tag_ == "NNS" and not definite(holder))
    return plural and holder is not None and holder.lemma_.lower() in group("rumoured") and unnamed(holder)


def sources(verb: "Token", paragraph: Paragraph) -> Iterator[tuple[Reporter, bool]]:
    """Who is named by "according to" on a verb, each with whether only reports are."""
    for child in verb.children:
        if child.lower_ == "according":
            for holder in (g for p in child.children for g in p.children if g.dep_ == "pobj"):
                start, end = paragraph.place(words(holder))
                at = paragraph.place(child)
                vague = holder.lemma_.lower() in ("report", "medium", "media", "rumour", "rumor") and unnamed(
                    holder
                )
                yield Reporter(start, end, *at, unnamed(holder)), vague


def charges(above: "Token", below: "Token") -> bool:
    """Whether an act told so is a charge: a harmful one that the holder says another did."""
    return above.lemma_.lower() in group("told") and _of_another(_holder(above), below)


def charged_by(deed: "Token", paragraph: Paragraph) -> Iterator[bool]:
    """Whether each holder named by "according to" on a deed charges another with it."""
    for child in deed.children:
        if child.lower_ == "according":
            for holder in (g for p in child.children for g in p.children if g.dep_ == "pobj"):
                yield _of_another(holder, deed)


def _of_another(holder: "Token | None", deed: "Token") -> bool:
    """Whether a deed is a harmful one, and done by somebody else than who tells of it."""
    deeds, verb = group("charged"), deed.lemma_.lower()
    harmful = verb in deeds or any(
        c.dep_ == "dobj" and {c.lemma_.lower(), f"{verb} {c.lemma_.lower()}"} & deeds for c in deed.children
    )
    doer = _doer(deed)
    if not harmful or doer is None or holder is None or doer.lemma_.lower() == holder.lemma_.lower():
        return False
    if any(c.tag_ == "PRP$" for c in doer.children):
        return False
    return doer.tag_ in ("NNP", "NNPS") or doer.lemma_.lower() in group("forces")


def _doer(deed: "Token") -> "Token | None":
    """Who did a deed; of a deed that did another ("Chad's attack killed two"), who did the first."""
    doer = next((c for c in deed.children if c.dep_ == "nsubj"), None)
    if doer is None:
        doer = next((g for c in deed.children if c.dep_ == "agent" for g in c.children), None)
    if doer is None or doer.lemma_.lower() not in group("charged"):
        return doer
    return next((c for c in doer.children if c.dep_ == "poss"), None)


def told_in_past(steps: Sequence[tuple["Token", "Token", str]]) -> str | None:
    """The reporting verb in the past that tells the act ("said that …"), of the steps up; or None."""
    for _, above, joined in steps:
        if joined in ("that", "ing") and above.lemma_.lower() in reporting() and is_verb(above):
            past = form(above).tense in ("past", "perfect", "pluperfect", "participle", "gerund")
            return str(above.lemma_.lower()) if past else None
    return None
