"""A date at the head of a clause, parted from the subject that the parse hung it on.

In "On 4 April Chad expelled the envoy" the model takes "4 April Chad" for one noun, and the verb has no
subject. Where that is so, the month is what "On" governs, and the noun behind it does what the verb says. In
"In 2009 envoys were recalled" it counts the envoys, where no month stands before the number. In
"signed a pact on fishing on 3 May" it hangs the day on what the pact is about; it is that of the signing. In
"In May, weeks before snow fell, Chad expelled the envoy" it is no day of the snow. In "talks were held on 5
May between Chad and Mali" it hangs the two on the day: they are those of the talks.
"""

import re
from typing import TYPE_CHECKING

from dragoman.vocabulary.acts import word_classes
from dragoman.vocabulary.times import times

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE = frozenset(("on", "in", "since", "by", "until", "from"))
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\b[Ii]n (?:1[89]|20)\d\d ")
_LONGEST = 5  # words of a date
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_SIDES = frozenset(("between", "with"))  # what stands behind them took part, and is not of a day
_DATES = ("DATE", "TIME")
_NAMES = ("NNP", "NNPS")


def part_dates(doc: "Doc") -> "Doc":
    """The same parse, mended in place where a date took the subject."""
    if _YEAR.search(doc.text):
        for token in doc:
            if token.dep_ == "nummod" and _YEAR.fullmatch(f"in {token.text} "):
                _free(token)
    for token in doc:
        if token.dep_ == "prep" and token.lower_ in _SIDES and token.head.ent_type_ in _DATES:
            _join_sides(token)
    months = times().months
    if months.keys().isdisjoint(_WORD.findall(doc.text.lower())):
        return doc
    for token in doc:
        if token.dep_ == "prep" and token.lower_ in _BEFORE:
            _lift(token)
            _part(doc, token)
            _before_mark(token)
    return doc


def _free(year: "Token") -> None:
    """Lets "In" govern the year that the parse counted a noun with ("In 2009 ambassadors were recalled")."""
    before, noun = year.nbor(-1) if year.i else year, year.head
    if before.lower_ != "in" or before.dep_ != "prep" or noun.i < year.i:
        return
    verb = before.head
    if noun.dep_ == "pobj" and noun.head.i == before.i and verb.i > noun.i and verb.pos_ in ("VERB", "AUX"):
        auxiliaries = {c.dep_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        bare = verb.tag_ == "VBN" and not auxiliaries
        if bare or any(c.dep_ in _SUBJECTS for c in verb.children):
            return
        noun.head, noun.dep_ = verb, "nsubjpass" if "auxpass" in auxiliaries else "nsubj"
    if noun.dep_ in _SUBJECTS and not any(before.children):
        year.head, year.dep_ = before, "pobj"


def _lift(preposition: "Token") -> None:
    """Hangs a day on the verb, where it hung on what something is about ("a pact on fishing on 3 May")."""
    gerund = preposition.head
    if gerund.dep_ != "pcomp" or gerund.tag_ != "VBG" or preposition.lower_ != "on":
        return
    date = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    above = gerund.head.head
    verb = above if above.pos_ == "VERB" else above.head
    if date is not None and date.lower_ in times().months and gerund.head.i > verb.i and verb.tag_ != "VBG":
        preposition.head = verb if verb.pos_ == "VERB" else preposition.head


def _join_sides(preposition: "Token") -> None:
    """Hangs "between Chad and Mali" on what was on a day, where it hung on the day itself.

    "Between" may name two days or hours instead, and "with" much that a day came with: only names and
    those who act for a state are joined.
    """
    named = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if named is None or named.ent_type_ in _DATES or named.like_num:
        return
    if named.tag_ not in _NAMES and named.lemma_.lower() not in word_classes().acting:
        return
    day = preposition.head
    while day.ent_type_ in _DATES and day.dep_ not in ("pobj", "npadvmod") and day.head.i != day.i:
        day = day.head
    above = day.head if day.dep_ == "npadvmod" else day.head.head
    dated = day.ent_type_ in _DATES and day.dep_ in ("pobj", "npadvmod")
    if dated and above.i < preposition.i and above.pos_ in ("VERB", "AUX", "NOUN"):
        preposition.head = above


def _before_mark(preposition: "Token") -> None:
    """Hangs a date that opens a sentence on its main verb, where a clause behind it took it.

    Nothing of a clause stands before the word that opens it, save how long before: "months before snow fell".
    """
    verb = preposition.head
    if not preposition.is_sent_start or verb.pos_ not in ("VERB", "AUX") or verb.head.i <= verb.i:
        return
    opened = any(c.dep_ == "mark" and c.i > preposition.i for c in verb.children)
    if opened and verb.head.pos_ in ("VERB", "AUX") and verb.dep_ in ("ccomp", "advcl"):
        preposition.head = verb.head


def _part(doc: "Doc", preposition: "Token") -> None:
    """Mends one preposition with its date, where a noun behind holds the date or stands in its place."""
    verb = preposition.head
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if verb.pos_ not in ("VERB", "AUX") or (noun is not None and not preposition.i < noun.i < verb.i):
        return
    if noun is not None and noun.like_num and _month(doc, noun.i, verb.i) == noun.i + 1:
        if doc[noun.i + 1].head.i > noun.i + 1 and doc[noun.i + 1].dep_ in ("compound", "nmod"):
            _bind(doc, preposition, noun.i + 1)  # "3" alone was taken for the day
        return
    month = _month(doc, preposition.i + 1, noun.i if noun is not None else verb.i)
    if month is None:
        return
    if noun is None:
        if doc[month].head.i > month and doc[month].dep_ in ("compound", "nmod", "npadvmod"):
            _bind(doc, preposition, month)
        return
    auxiliaries = {c.dep_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if any(c.dep_ in _SUBJECTS for c in verb.children) or (verb.tag_ == "VBN" and not auxiliaries):
        return
    noun.head, noun.dep_ = verb, "nsubjpass" if "auxpass" in auxiliaries else "nsubj"
    _bind(doc, preposition, month)


def _bind(doc: "Doc", preposition: "Token", month: int) -> None:
    """Lets a preposition govern the month, and that the numbers beside it."""
    doc[month].head, doc[month].dep_ = preposition, "pobj"
    for i in range(preposition.i + 1, _end(doc, month) + 1):
        if i != month:
            doc[i].head, doc[i].dep_ = doc[month], "nummod" if doc[i].like_num else "punct"


def _month(doc: "Doc", first: int, stop: int) -> int | None:
    """The place of the month that a date of few words from `first` on names, all of it before `stop`."""
    for i in range(first, min(first + _LONGEST, stop)):
        word = doc[i]
        if word.lower_.rstrip(".") in times().months and word.text[:1].isupper():
            return i if _end(doc, i) < stop else None
        if not word.like_num and not word.text[:1].isdigit():
            return None
    return None


def _end(doc: "Doc", month: int) -> int:
    """The last word of a date behind its month: a day, a year."""
    last = month
    while last + 1 < len(doc) and last - month < _LONGEST and doc[last + 1].text[:1].isdigit():
        last += 1
    return last
