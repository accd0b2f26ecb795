"""The words of the clause that tells an act: its trigger, how far it reaches, what it is called."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.reading.frames import deferred
from dragoman.reading.grammar import SUBJECTS, is_verb, lemma_of
from dragoman.reading.lending import then
from dragoman.reading.marks import Paragraph
from dragoman.reading.roles import Match
from dragoman.vocabulary.acts import frames, word_classes
from dragoman.vocabulary.measures import words as number_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 12  # tokens of one phrase behind a noun
_NEAREST = 14  # words a subject may reach back from its verb and still be told in one breath


def whole(noun: "Token") -> "Token":
    """The noun that measures this one ("the volume of trade"), else itself."""
    above = noun.head.head
    of = noun.dep_ == "pobj" and noun.head.lower_ in ("of", "in")
    return above if of and lemma_of(above) in number_words("sizes") else noun


def reach(match: Match, more: Iterable[tuple[int, int]] = ()) -> tuple[int, int]:
    """Where the clause begins and ends: the trigger with its own arguments, its time and its place."""
    paragraph = match.paragraph
    spans = [paragraph.place(word) for word in match.candidate.words]
    spans.extend(paragraph.place(word) for word in _said_of(match))
    noun = match.candidate.noun
    if noun is not None:
        spans.extend(paragraph.place(c) for c in noun.children if c.dep_ == "compound" and c.i < noun.i)
    spans.extend((a.filler.start, a.filler.end) for a in match.arguments if a.own and a.role != "object")
    spans.extend(
        _noun_phrase(paragraph, a.filler.token) for a in match.arguments if a.own and a.role == "object"
    )
    spans.extend(_introduced(paragraph, m) for m in more if _beside(match, m))
    spans.extend(_phrase(paragraph, subject) for subject in _subjects(match))
    low, high = min(s for s, _ in spans), max(e for _, e in spans)
    sentence = match.candidate.anchor.sent
    first, last = paragraph.start + sentence.start_char, paragraph.start + sentence.end_char
    return max(low, first), min(high, last)


def _said_of(match: Match) -> Iterator["Token"]:
    """The verb that says of an act whether or when it was, and its particle: "the visit was called off"."""
    noun = match.candidate.noun
    subject = whole(noun) if noun is not None else None
    if subject is None or subject.dep_ not in SUBJECTS or not is_verb(subject.head):
        return
    verb, classes = subject.head, word_classes()
    if deferred(verb) or lemma_of(verb) in classes.happening | classes.light | classes.carrying:
        yield verb
        yield from (c for c in verb.children if c.dep_ == "prt")
        yield from to_be(verb)


def to_be(verb: "Token") -> Iterator["Token"]:
    """What is to be of a subject, behind "is" or "was": "the visit was to have taken place"."""
    if lemma_of(verb) == "be":
        verbs = word_classes().happening | word_classes().light
        yield from (c for c in verb.children if c.dep_ == "xcomp" and lemma_of(c) in verbs)


def _subjects(match: Match) -> Iterator["Token"]:
    """Who or what the trigger's verb says it of, where that stands close before it, actor or not."""
    for word in match.candidate.words:
        for child in word.children:
            near = child.dep_ in ("nsubj", "nsubjpass") and 0 < word.i - child.left_edge.i <= _NEAREST
            if near and is_verb(word):
                yield child


def _introduced(paragraph: Paragraph, place: tuple[int, int]) -> tuple[int, int]:
    """A time or place with the preposition before it ("in Geneva")."""
    start, end = place
    found = paragraph.doc.char_span(start - paragraph.start, end - paragraph.start, alignment_mode="expand")
    before = found.start - 1 if found is not None else -1
    if before < 0 or paragraph.doc[before].pos_ != "ADP":
        return place
    return paragraph.place(paragraph.doc[before])[0], end


def borrowed(match: Match, start: int, end: int) -> bool:
    """Whether a time or place hangs on the verb that "and" joins a match's verb to, and is only shared."""
    verb = match.candidate.anchor
    if then(verb):
        return end <= match.paragraph.place(verb.left_edge)[0]
    above = verb.head
    # "flew to Oslo on 3 May, where he met the king": the day is the journey's
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        return end <= match.paragraph.place(verb.left_edge)[0]
    if verb.dep_ not in ("conj", "advcl", "xcomp") or not is_verb(above) or above.i > verb.i:
        return False
    low, high = match.paragraph.place(above)[1], match.paragraph.place(verb)[0]
    return low <= start and end <= high


def _beside(match: Match, place: tuple[int, int]) -> bool:
    """Whether no other verb stands between a time or place and the trigger."""
    anchor, start = match.candidate.anchor, match.paragraph.start
    mine = {word.i for word in match.candidate.words}
    first = anchor.doc.char_span(place[0] - start, place[1] - start, alignment_mode="expand")
    if first is None:
        return False
    low, high = sorted((first.start, anchor.i))
    between = anchor.doc[low:high] if high - low <= 60 else None
    if borrowed(match, *place):
        return False
    return between is not None and not any(is_verb(t) and t.i not in mine for t in between)


def _phrase(paragraph: Paragraph, token: "Token") -> tuple[int, int]:
    """A noun with the words before it."""
    return paragraph.start + token.doc[min(token.left_edge.i, token.i)].idx, paragraph.place(token)[1]


def _noun_phrase(paragraph: Paragraph, token: "Token") -> tuple[int, int]:
    """A noun with the words before it and what prepositions hang on it ("the treaty on fisheries with Peru").

    A clause that hangs on it, an apposition and a time end it.
    """
    start, end = _phrase(paragraph, token)
    hanging = {t.i for child in token.rights if child.dep_ == "prep" for t in child.subtree}
    last, words = token.i, token.doc
    while last + 1 in hanging and last - token.i < _LONGEST and not _ends_phrase(words[last + 1]):
        last += 1
    while last > token.i and words[last].pos_ in ("ADP", "DET", "CCONJ", "PUNCT"):
        last -= 1
    return start, max(end, paragraph.place(words[last])[1])


def _ends_phrase(token: "Token") -> bool:
    return token.dep_ in (
        "relcl",
        "acl",
        "appos",
        "pcomp",
        "punct",
        "npadvmod",
        "mark",
    ) or token.ent_type_ in (
        "DATE",
        "TIME",
    )


def worded(match: Match) -> tuple[int, int]:
    """The words chosen for the act: its noun and those before it ("military coup"), else the trigger."""
    noun = match.candidate.noun
    if noun is None or lemma_of(noun) not in frames().by_noun:
        return trigger(match)
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in ("amod", "compound")]
    first = min(before, key=lambda c: c.i, default=noun)
    return match.paragraph.place(first)[0], match.paragraph.place(noun)[1]


def trigger(match: Match) -> tuple[int, int]:
    """The words of the trigger; the noun alone where its verb stands far off."""
    spans = sorted(match.paragraph.place(word) for word in match.candidate.words)
    tokens = sorted(word.i for word in match.candidate.words)
    if tokens[-1] - tokens[0] > 6 and match.candidate.noun is not None:
        return match.paragraph.place(match.candidate.noun)
    return spans[0][0], max(end for _, end in spans)
