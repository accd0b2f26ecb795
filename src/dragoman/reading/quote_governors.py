"""Which words govern a quote: the verb, noun or name that gives it to somebody.

`after` looks behind the closing mark ("...," she said), `before` ahead of the opening one (she said: "..."),
`above` up the parse from words within a sentence (she called it a "mistake"). Each returns a Governor
or None; none takes a word that is itself inside quoted words (`hidden` holds those tokens' indexes).
"""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dragoman.reading.quote_marks import MARKS
from dragoman.reading.speakers import is_verb, lemma, speaker_of, subject_of
from dragoman.vocabulary.reporting import reporting

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_REACH = 40
_CLIMB = 12
_BETWEEN = 12
_CLOSE = 4
_BELONG = ("to", "from", "by")
_TAKEN_UP = 16  # words from "was" to who said what stands before it
_ENDS = frozenset(".!?;")
_GOVERNING = frozenset(["as", "of", "for", "over", "about", "against", "to", "with"])
_INTO_CLAUSE = frozenset(
    [
        "ccomp",
        "xcomp",
        "dobj",
        "oprd",
        "attr",
        "pobj",
        "dep",
        "pcomp",
        "acomp",
        "parataxis",
        "obj",
        "dative",
        "advcl",
    ]
)
_BREAKS = frozenset(["relcl"])
_NAMERS = ("PROPN", "NOUN", "PRON")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True)
class Governor:
    """What governs a quote: a verb, a noun with an owner, a name; `subject` where the parse hid it."""

    kind: Literal["verb", "noun", "name"]
    token: "Token"
    subject: "Token | None" = None


def after(doc: "Doc", text: str, end: int, inner: str, hidden: Collection[int]) -> Governor | None:
    """The governor behind a quote whose closing mark ends at `end`; `inner` is what the marks hold."""
    last = inner.rstrip()[-1:]
    follows = text[end : end + 3]
    index = _first_at(doc, end)
    if index is None:
        return None
    if doc[index].text in (",", "—", "–", "-", ":"):
        if doc[index].text == ":" or doc[index].text == "–":
            return _name_alone(doc, index + 1, hidden)
        index += 1
    elif last not in ",?!—–…." and not inner[:1].isupper():
        return None
    region = _region_after(doc, index, hidden)
    if not region or (last == "." and not _lower(follows)):
        return None
    return _told_by(region) or _governor_in(region, hidden)


def _told_by(region: list["Token"]) -> Governor | None:
    """Who gave words that a verb of being takes up: "… was the verdict of Kim", "… was all she would say"."""
    if region[0].lemma_ != "be" or region[0].dep_ in ("aux", "auxpass"):
        return None
    for token in region[1:_TAKEN_UP]:
        if (
            token.pos_ == "NOUN"
            and token.lemma_.lower() in reporting().takes_up
            and token.head.i == region[0].i
        ):
            of = (g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj")
            found = speaker_of(token) or next(of, None)
            return Governor("name", found) if found is not None else None
        put = token.lemma_ == "put" and any(c.lower_ == "it" for c in token.children)
        if token.dep_ != "aux" and (put or (is_verb(token) and reporting().takes(lemma(token), "speech"))):
            found = next((c for v in (token, token.head) for c in v.children if c.dep_ == "nsubj"), None)
            said = any(t.lower_ in ("all", "what", "how") for t in region[1 : token.i - region[0].i])
            return Governor("name", found) if found is not None and said else None
    return None


def _governor_in(region: list["Token"], hidden: Collection[int]) -> Governor | None:
    for place, token in enumerate(region):
        if _is_aside(token):
            continue
        if not is_verb(token) or not reporting().takes(lemma(token), "speech"):
            if token.tag_ in _FINITE and token.dep_ not in ("aux", "auxpass"):
                return None
            continue
        subject, _ = subject_of(token)
        if subject is not None and subject.i not in hidden:
            inside = region[0].i <= subject.i <= region[-1].i
            return Governor("verb", token) if inside else None
        found = _noun_after(region, place) if place <= 1 else _noun_before(region, place)
        return Governor("verb", token, found) if found is not None else None
    return None


def _is_aside(token: "Token") -> bool:
    return token.dep_ == "relcl" or any(a.dep_ == "relcl" for a in token.ancestors)


def _noun_after(region: list["Token"], place: int) -> "Token | None":
    """The head of the noun phrase right after an inverted verb ("said Kim"); not one that goes on to act."""
    rest = region[place + 1 :]
    if not rest or rest[0].pos_ not in ("PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"):
        return None
    for i, token in enumerate(rest):
        following = rest[i + 1] if i + 1 < len(rest) else None
        if token.pos_ in _NAMERS and (following is None or following.pos_ not in (*_NAMERS, "PART")):
            return token if following is None or following.tag_ not in _FINITE else None
        if token.pos_ == "VERB":
            return None
    return None


def _noun_before(region: list["Token"], place: int) -> "Token | None":
    for token in reversed(region[:place]):
        if token.pos_ in _NAMERS:
            return token
    return None


def _name_alone(doc: "Doc", index: int, hidden: Collection[int]) -> Governor | None:
    """A headline's "...: Lula" or "... – Lula": a name and no more."""
    region = _region_after(doc, index, hidden)
    names = [t for t in region if t.pos_ in _NAMERS]
    if not names or len(region) > 8:
        return None
    verb = next((t for t in region if is_verb(t) and reporting().takes(lemma(t), "speech")), None)
    if verb is not None:
        return Governor("verb", verb, names[0] if verb.i > names[0].i else None)
    return (
        Governor("name", names[-1])
        if all(t.pos_ in (*_NAMERS, "ADJ", "DET", "PART") for t in region)
        else None
    )


def before(doc: "Doc", start: int, inner: str, hidden: Collection[int]) -> Governor | None:
    """The governor ahead of a quote whose opening mark stands at `start`."""
    region = _region_before(doc, start, hidden)
    if not region:
        return None
    if region[-1].text == ":":
        return _before_colon(region[:-1])
    verbs = [t for t in region if is_verb(t) and reporting().takes(lemma(t), "speech")]
    if not verbs:
        return None
    if not inner[:1].isupper():
        return _close_by(region, verbs[-1])
    verb = verbs[-1]
    between = [t for t in region if t.i > verb.i]
    if len(between) > _BETWEEN or any(t.tag_ in _FINITE for t in between):
        return None
    subject, _ = subject_of(verb)
    if subject is not None and subject.i in hidden:
        return None
    return Governor("verb", verb)


def _close_by(region: list["Token"], verb: "Token") -> Governor | None:
    """A verb so near before words that begin in the middle that they can be nothing but its own."""
    subject, _ = subject_of(verb)
    near = region[-1].i - verb.i <= _CLOSE and verb.tag_ in ("VBD", "VBZ", "VBP")
    follows = all(t.pos_ in ("PRON", "SCONJ", "AUX", "DET") for t in region if t.i > verb.i)
    return Governor("verb", verb) if near and follows and subject is not None and subject.i < verb.i else None


def taken_up(sentence: "TokenSpan") -> "Token | None":
    """Who a sentence says that the words before it are by: "The words are those of Kim"."""
    verb = sentence.root
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lemma_.lower() not in reporting().takes_up:
        return None
    links = [c for c in verb.children if c.dep_ in ("prep", "agent", "dative") and c.lower_ in _BELONG]
    if verb.lemma_ == "be":
        held = next((c for c in verb.children if c.dep_ == "attr"), None)
        if held is not None and held.pos_ == "PROPN":
            return held
        links = [c for c in held.children if c.lower_ == "of"] if held is not None else []
        links = links if held is not None and held.lower_ in ("those", "that") else []
    elif verb.lemma_ not in ("belong", "come", "stem") and not any(c.lower_ == "by" for c in links):
        return None
    return next((g for c in links for g in c.children if g.dep_ == "pobj"), None)


def _before_colon(region: list["Token"]) -> Governor | None:
    verbs = [t for t in region if is_verb(t) and _speaks(t)]
    for verb in reversed(verbs):
        if subject_of(verb)[0] is not None:
            return Governor("verb", verb)
    if verbs:
        return Governor("verb", verbs[-1])
    names = [t for t in region if t.pos_ in _NAMERS]
    if names and len(region) <= 8 and not any(t.pos_ in ("VERB", "AUX") for t in region):
        return Governor("name", names[-1])
    acting = next(
        (t for t in region if t.dep_ == "nsubj" and t.pos_ in ("PROPN", "PRON") and is_verb(t.head)), None
    )
    return Governor("name", acting) if acting is not None else None


def _speaks(verb: "Token") -> bool:
    return reporting().takes(lemma(verb), "speech") or reporting().takes(lemma(verb), "clause")


def above(doc: "Doc", start: int, end: int, hidden: Collection[int]) -> Governor | None:
    """The governor above words within a sentence (`start` to `end` are offsets of the words in marks)."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token = span.root
    ownerless: Governor | None = None
    for _ in range(_CLIMB):
        head = token.head
        if head.i == token.i or (token.dep_ in _BREAKS and token.i not in hidden and head.i not in hidden):
            break
        if head.i not in hidden:
            found = _governs(token, head)
            if found is not None and (found.kind == "verb" or speaker_of(head) is not None):
                return found
            ownerless = ownerless or found
            if is_verb(head) and token.dep_ in ("nsubj", "nsubjpass") and head.dep_ == "ROOT":
                break
        token = head
    return ownerless


def _governs(token: "Token", head: "Token") -> Governor | None:
    if is_verb(head) and any(reporting().takes(lemma(head), form) for form in ("speech", "clause", "phrase")):
        if token.dep_ in _INTO_CLAUSE:
            return Governor("verb", head)
        if token.dep_ == "prep" and token.lower_ in _GOVERNING:
            return Governor("verb", head)
        return None
    linked = (token.dep_ == "prep" and token.lower_ in _GOVERNING) or token.dep_ in ("acl", "appos")
    if linked and head.pos_ == "NOUN" and head.lemma_.lower() in reporting().nouns:
        return Governor("noun", head)
    return None


def named(doc: "Doc", text: str, start: int, end: int) -> bool:
    """Whether words in marks are what something is called ("the so-called ...", "a ship named ...")."""
    ahead = text[max(0, start - 40) : start].rstrip("“\"‘'«„ ").lower()
    phrases = "|".join(re.escape(p) for p in reporting().not_speech)
    if re.search(rf"(?:{phrases})(?:\s+(?:the|an?))?$", ahead):
        return True
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    head = span.root.head
    return head.lemma_.lower() in reporting().naming and head.tag_ == "VBN" and head.dep_ in ("acl", "amod")


def _first_at(doc: "Doc", offset: int) -> int | None:
    """The index of the first token at or behind an offset that is no blank."""
    low = bisect_left(doc, offset, key=lambda token: token.idx)
    while low < len(doc) and (doc[low].is_space or not doc[low].text.strip(MARKS)):
        low += 1
    return low if low < len(doc) else None


def _region_after(doc: "Doc", index: int, hidden: Collection[int]) -> list["Token"]:
    region = []
    for i in range(index, min(index + _REACH, len(doc))):
        if i in hidden or doc[i].text in _ENDS or doc[i].text == ":":
            break
        region.append(doc[i])
    return region


def _region_before(doc: "Doc", start: int, hidden: Collection[int]) -> list["Token"]:
    last = bisect_left(doc, start, key=lambda token: token.idx) - 1
    while last >= 0 and not doc[last].text.strip(MARKS):
        last -= 1
    region: list[Token] = []
    for i in range(last, max(-1, last - _REACH), -1):
        if i in hidden or (doc[i].text in _ENDS and region):
            break
        region.append(doc[i])
    if region and region[0].text in _ENDS:
        return []
    return region[::-1]


def _lower(text: str) -> bool:
    return text.lstrip(" \n,”\"’'»")[:1].islower()
