"""Who said quoted words, by the grammar and the words around them.

The ways are tried in order of how sure they are; where none holds there is no speaker. What governs the words
(`cue`) may be known without its speaker: "what was described as".
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.statements import Attribution
from dragoman.reading.marks import Cast, Paragraph, Parsed
from dragoman.vocabulary.cues import anonymous, by_word
from dragoman.vocabulary.reporting import reporting

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLIMB = 14
_LOOK_BACK = 6
_NOT = frozenset(["not", "n't", "n’t", "never"])


@dataclass(frozen=True, slots=True)
class Credit:
    """To whom words are credited. `cue` and `mention` are (start, end) in the document.

    `chain` goes from outermost in; the last is the speaker's own where there is one.
    """

    speaker: str | None = None
    mention: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    addressee: str | None = None
    chain: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Witness:
    """What a document knows of who stands where: its parse and its cast."""

    parsed: Parsed
    cast: Cast
    starts: tuple[int, ...]

    @classmethod
    def of(cls, parsed: Parsed, cast: Cast) -> "Witness":
        """The witness of a document."""
        return cls(parsed, cast, tuple(m.start for m in cast.mentions))

    def actor(self, paragraph: Paragraph, token: "Token") -> str | None:
        """The actor that a noun or pronoun stands for; None where nobody is known.

        Two joined by "and" are two speakers, so nobody. An adjective is nobody.
        """
        if any(c.dep_ == "conj" and c.pos_ in ("PROPN", "NOUN", "PRON") for c in token.children):
            return None
        start, end = paragraph.place(token)
        until = bisect_left(self.starts, end)
        near = self.cast.mentions[max(0, until - _LOOK_BACK) : until]
        here = [m for m in near if m.start < end and start < m.end and m.form != "adjective"]
        if not here:
            return None
        return max(here, key=lambda m: (m.end - m.start, -m.start)).actor


def lemma(verb: "Token") -> str:
    """A verb's lemma with its particle, where the table has the two together."""
    word = verb.lemma_.lower()
    for child in verb.children:
        if (
            child.dep_ in ("prt", "advmod", "dobj", "acomp", "ccomp")
            and f"{word} {child.lower_}" in reporting().verbs
        ):
            return f"{word} {child.lower_}"
    return word


def is_verb(token: "Token") -> bool:
    """Whether a token is a verb, whatever the tagger calls its class."""
    return token.tag_.startswith("VB") and token.dep_ not in ("aux", "auxpass", "amod", "compound")


def affirmed(verb: "Token") -> bool:
    """Whether a report was made: not "did not say", "never called it", "refused to call it"."""
    if any(c.lower_ in _NOT for c in verb.children):
        return False
    above = verb.head
    if verb.dep_ not in ("xcomp", "pcomp") or above.i == verb.i:
        return True
    return not any(cue.effect == "negated" for cue in by_word("governor").get(above.lemma_.lower(), ()))


def credit(witness: Witness, paragraph: Paragraph, verb: "Token", subject: "Token | None" = None) -> Credit:
    """The credit that a reporting verb gives, with all that relay it. A subject that is given stands in for
    the one the parse finds."""
    cue = paragraph.place(verb)
    parsed, relay = subject_of(verb)
    subject = subject if subject is not None else parsed
    inner = _holder(witness, paragraph, subject, cue)
    outer = [_holder(witness, paragraph, token, paragraph.place(by)) for token, by in relay]
    outer += _reporters_above(witness, paragraph, verb)
    speaker = witness.actor(paragraph, subject) if subject is not None else None
    mention = _phrase(paragraph, subject) if subject is not None else None
    chain = tuple(a for a in (*reversed(outer), inner) if a is not None)
    return Credit(speaker, mention, cue, _addressee(witness, paragraph, verb), chain)


def owner(witness: Witness, paragraph: Paragraph, noun: "Token") -> Credit:
    """The credit that a reporting noun gives: its owner speaks ("Kenya's reference to ...")."""
    cue = paragraph.place(noun)
    subject = speaker_of(noun)
    inner = _holder(witness, paragraph, subject, cue)
    speaker = witness.actor(paragraph, subject) if subject is not None else None
    mention = _phrase(paragraph, subject) if subject is not None else None
    return Credit(speaker, mention, cue, None, (inner,) if inner else ())


def speaker_of(noun: "Token") -> "Token | None":
    """Who owns words that a noun names: "Kenya's call", "a letter from Kenya", "the words of Kenya"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return owner
    links = ("by", "from", "of") if noun.lemma_.lower() == "word" else ("by", "from")
    by = next((c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in links), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def plain(witness: Witness, paragraph: Paragraph, name: "Token") -> Credit:
    """The credit of words set beside a name without a verb ("Lula: ...")."""
    return Credit(witness.actor(paragraph, name), _phrase(paragraph, name))


def subject_of(verb: "Token") -> tuple["Token | None", list[tuple["Token", "Token"]]]:
    """Who speaks by a verb, and who relays it, each with the relaying verb."""
    if (
        verb.dep_ == "pcomp"
        and verb.head.lower_ == "as"
        and verb.head.head.lemma_.lower() in reporting().relaying
    ):
        relaying = verb.head.head
        spoken = next((c for c in relaying.children if c.dep_ in ("dobj", "nsubjpass")), None)
        agent = _agent(relaying) or next((c for c in relaying.children if c.dep_ == "nsubj"), None)
        return spoken, [(agent, relaying)] if agent is not None else []
    raised = _raised(verb)
    if raised is not None:
        return raised, []
    if any(c.dep_ == "auxpass" for c in verb.children) or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return _agent(verb), []
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "csubj")]
    subject = next(iter(subjects), None)
    second = next((c for c in subjects[1:] if c.i < verb.i), None)
    if second is not None and second.left_edge.nbor(-1).text == ",":
        subject = second  # "Ms Kim, a spokesman said, …"
    if subject is not None and subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return verb.head, []
    if subject is not None:
        return _issuer(subject), []
    teller = _teller_above(verb)
    if teller is not None:
        return subject_of(teller)
    if verb.dep_ in ("conj", "advcl", "xcomp", "dep") and verb.head.i != verb.i and is_verb(verb.head):
        return subject_of(verb.head) if verb.dep_ != "conj" or verb.head.tag_ != "VBN" else (None, [])
    if verb.dep_ == "acl":
        return _issuer(verb.head), []
    return None, []


def _raised(verb: "Token") -> "Token | None":
    """The subject of "is said to have remarked that …", where the parse hangs the words on either verb."""
    upper = verb.head if verb.dep_ == "xcomp" else verb
    spoke = verb if verb.dep_ == "xcomp" else next((c for c in verb.children if c.dep_ == "xcomp"), None)
    passive = any(c.dep_ == "auxpass" for c in upper.children)
    if spoke is None or not passive or not is_verb(spoke) or not reporting().takes(lemma(spoke), "speech"):
        return None
    return next((c for c in upper.children if c.dep_ == "nsubjpass"), None)


def _teller_above(verb: "Token") -> "Token | None":
    """The verb of speech whose subject a verb shares, though the parse joins it to what was said.

    So in "denied that there had been a meeting and called it a tale": the two stand in one tense.
    """
    clause = verb.head
    if (
        verb.dep_ != "conj"
        or clause.dep_ != "ccomp"
        or any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    ):
        return None
    alike = clause.head.tag_ == verb.tag_ != clause.tag_
    return clause.head if alike and reporting().takes(lemma(clause.head), "clause") else None


def _issuer(subject: "Token") -> "Token":
    """Who speaks through a document: "his statement said", "a statement by the ministry reads"."""
    if subject.lemma_.lower() not in reporting().documents:
        return subject
    return speaker_of(subject) or subject


def _agent(verb: "Token") -> "Token | None":
    by = next((c for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ == "by"), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def _reporters_above(witness: Witness, paragraph: Paragraph, verb: "Token") -> list[Attribution | None]:
    """Who reports that this was said, the nearest first: "Kim said, the agency reported"."""
    found: list[Attribution | None] = []
    token = verb
    for _ in range(_CLIMB):
        if token.head.i == token.i:
            break
        above = token.head
        if (
            token.dep_ in ("ccomp", "xcomp", "parataxis")
            and is_verb(above)
            and reporting().takes(lemma(above), "clause")
        ):
            subject, _ = subject_of(above)
            found.append(_holder(witness, paragraph, subject, paragraph.place(above)))
        elif token.dep_ not in ("ccomp", "xcomp", "conj", "parataxis"):
            break
        token = above
    source = according(witness, paragraph, verb.sent)
    return [*found, *(source.chain if source else ())]


def according(witness: Witness, paragraph: Paragraph, tokens: "Iterable[Token]") -> Credit | None:
    """The credit that "according to" gives among these tokens, the first of them."""
    for token in tokens:
        to = (
            next((c for c in token.children if c.lower_ == "to"), None)
            if token.lower_ == "according"
            else None
        )
        source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
        if source is None or to is None:
            continue
        cue = (paragraph.place(token)[0], paragraph.place(to)[1])
        named = _issuer(source)
        holder = _holder(witness, paragraph, named, cue)
        speaker = witness.actor(paragraph, named)
        return Credit(speaker, _phrase(paragraph, named), cue, None, (holder,) if holder else ())
    return None


def _addressee(witness: Witness, paragraph: Paragraph, verb: "Token") -> str | None:
    takes_object = reporting().takes(lemma(verb), "object")
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and takes_object and child.pos_ in ("PROPN", "NOUN", "PRON"):
            return witness.actor(paragraph, child)
        if child.dep_ in ("prep", "dative") and child.lower_ == "to":
            return next((witness.actor(paragraph, c) for c in child.children if c.dep_ == "pobj"), None)
    return None


def _holder(
    witness: Witness, paragraph: Paragraph, subject: "Token | None", cue: tuple[int, int]
) -> Attribution | None:
    if subject is None:
        return None
    start, end = _phrase(paragraph, subject)
    text = witness.parsed.text[start:end]
    actor = witness.actor(paragraph, subject)
    nameless = actor is None and subject.lemma_.lower() in anonymous()
    return Attribution(actor, text, witness.parsed.span(*cue), nameless)


def _phrase(paragraph: Paragraph, token: "Token") -> tuple[int, int]:
    """Where the words that name somebody stand: the noun with what stands before it."""
    left = token
    for child in token.lefts:
        if child.dep_ in ("compound", "det", "poss", "amod", "nmod", "nummod") and child.left_edge.i < left.i:
            left = child.left_edge
    joined = [c for c in token.rights if c.dep_ == "conj" and c.pos_ in ("PROPN", "NOUN")]
    start, end = paragraph.place(left)[0], paragraph.place(joined[-1] if joined else token)[1]
    return start, end
