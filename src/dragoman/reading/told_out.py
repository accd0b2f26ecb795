"""Who the members of a counted plural are, where the sentence lists them: "four states, A, B, C and D, met".

The list stands beside the noun, or behind a colon at the end of its sentence. A number before the noun has to
be that of the names, so that "four states, Chad and Mali among them" lists nobody as all.
"""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dragoman.model.readings import Mention
from dragoman.reading.grammar import child
from dragoman.reading.marks import Paragraph
from dragoman.reading.numbers import numbers
from dragoman.vocabulary.attendance import members

if TYPE_CHECKING:
    from spacy.tokens import Token

_FROM = ("of", "from")
_TWO = frozenset({"both", "two"})
_WHO = r"(?:namely|they (?:are|were)|these (?:are|were)|those|the ones)"
_OPENS = rf"(?:{_WHO}\s*,?\s*)?(?:(?:of|from)\s+)?(?:the\s+)?"
_BESIDE = re.compile(rf"\s*[,(:–—-]\s*{_OPENS}")
_AFTER_COLON = re.compile(rf"\s*{_OPENS}")
_UNTIL = re.compile(r"[^.;:!?]{0,200}:")  # to the colon of the same clause
_BETWEEN = re.compile(r"\s*(?:,|;)?\s*(?:and|&|as well as)?\s*(?:of|from)?\s*(?:the)?\s*")
_CLOSED = re.compile(r"\s*(?:[,.;)–—]|-\s|$)")
_ENDED = re.compile(r"\s*(?:[.;!?)]|$)")


def told_out(
    paragraph: Paragraph, token: "Token", cast: Callable[[int, int], Sequence[Mention]]
) -> list[Mention]:
    """The names that a plural is told out into, two or more in the order of the text; else none.

    `cast` gives the mentions that begin between two places, in order. The plural may be of what they lead or
    send: "leaders of four states", "delegations from three countries".
    """
    for noun in (n for n in (token, *_behind(token)) if _member(n)):
        number = _number(noun)
        if number is None and token.i != noun.i:
            continue
        end = paragraph.place(noun)[1]
        for first, closed in ((_start(paragraph, end), _CLOSED), (_colon(paragraph, end), _ENDED)):
            found = _listed(paragraph, first, closed, cast(first, paragraph.end)) if first is not None else []
            if len(found) > 1 and number in (None, len(found)):
                return found
    return []


def _behind(token: "Token") -> list["Token"]:
    """The noun behind "of" or "from" that a noun of officials hangs on."""
    links = (c for c in token.rights if c.dep_ == "prep" and c.lower_ in _FROM)
    return [c for link in links for c in link.children if c.dep_ == "pobj" and c.pos_ == "NOUN"]


def _member(noun: "Token") -> bool:
    return noun.tag_ in ("NNS", "NNPS") and noun.lower_ in members()


def _number(noun: "Token") -> int | None:
    """How many a noun says there are; None where it does not say."""
    word = child(noun, "nummod")
    if word is None:
        return 2 if {c.lower_ for c in noun.lefts} & _TWO else None
    told = numbers(word.text)
    return int(told[0].low) if len(told) == 1 and told[0].kind == "cardinal" else 0


def _start(paragraph: Paragraph, end: int) -> int | None:
    """Where a list beside the noun begins that ends there."""
    found = _BESIDE.match(paragraph.text, end - paragraph.start)
    return paragraph.start + found.end() if found else None


def _colon(paragraph: Paragraph, end: int) -> int | None:
    """Where the list behind the next colon begins."""
    found = _UNTIL.match(paragraph.text, end - paragraph.start)
    if found is None:
        return None
    opened = _AFTER_COLON.match(paragraph.text, found.end())
    return paragraph.start + (opened.end() if opened else found.end())


def _listed(
    paragraph: Paragraph, first: int, closed: re.Pattern[str], mentions: Sequence[Mention]
) -> list[Mention]:
    """The names from a place on between which only commas and "and" stand, up to where the list is closed."""
    found: list[Mention] = []
    at = first
    for mention in mentions:
        gap = paragraph.text[at - paragraph.start : mention.start - paragraph.start]
        fits = _BETWEEN.fullmatch(gap) if found else not gap.strip()
        if not fits or mention.form != "name":
            break
        if mention.actor not in {m.actor for m in found}:
            found.append(mention)
        at = mention.end
    return found if closed.match(paragraph.text, at - paragraph.start) else []
