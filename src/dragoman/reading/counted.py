"""What a number counts or measures, from the words around it and the grammar."""

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.statements import Measure
from dragoman.reading.nationals import called, nationals
from dragoman.reading.numbers import Number, money_before
from dragoman.reading.scope import climb
from dragoman.vocabulary.measures import currencies, duration_forms, naming, tolls, unit_forms, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = 45  # characters after a number in which its unit stands
_NOUN_REACH = 6  # tokens after a number in which its noun stands
_GREAT = 1e6  # a bare number as great as this is a sum where one stands before it
_LONG = 10  # years from which "N years ago" tells how long something has lasted, and not when it was
_INSIDE = ("pobj", "prep", "conj", "compound", "appos", "pcomp", "acl", "npadvmod")
_JOINT = re.compile(r"[\s‐‑–-]+")


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted or measured. `start`–`end` are the words in the paragraph that tell it; `token` is the
    word to which the number belongs."""

    of: str
    measure: Measure
    token: "Token"
    start: int
    end: int
    unit: str | None = None
    currency: str | None = None


def after_number(number: Number, token: "Token", text: str) -> Thing | None:
    """What a plain number of a paragraph's text counts or measures; None where it tells nothing."""
    return (
        _money(number, token, text)
        or _share(number, token, text)
        or _duration(number, token, text)
        or _unit(number, token, text)
        or _times(number, token)
        or _toll(number, token)
        or _count(number, token)
        or _those(number, token, text)
    )


def again_a_sum(number: Number, token: "Token", before: Thing) -> Thing | None:
    """A sum whose currency stands with the one before it: "from 600 million dollars to three billion"."""
    if number.kind != "cardinal" or number.low < _GREAT or before.measure != "amount":
        return None
    if before.token.sent.start != token.sent.start or not (before.currency or before.unit):
        return None
    following = _next(token)
    if following is not None and following.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ"):
        return None
    return Thing(_of_sum(token), "amount", token, number.start, number.end, before.unit, before.currency)


def _toll(number: Number, token: "Token") -> Thing | None:
    """How many were killed or hurt, where no noun follows the number: "41 killed", "a death toll of 41"."""
    if number.kind != "cardinal":
        return None
    following = _next(token)
    if following is not None and following.tag_ in ("VBN", "VBD", "JJ"):
        told = tolls().get(following.lemma_.lower()) or tolls().get(following.lower_)
        beyond = _next(following)
        if told and (beyond is None or beyond.pos_ not in ("NOUN", "PROPN", "ADJ")):
            end = following.idx + len(following)
            return Thing(told, "count", following, number.start, end)
    if token.dep_ != "pobj" or token.head.dep_ != "prep":
        return None
    above = token.head.head
    for noun in (above, *(c for c in above.children if c.dep_ in ("dobj", "nsubj", "nsubjpass"))):
        if noun.lemma_.lower() in words("tallies"):
            counted, those = _tallied(noun)
            return Thing(counted, "count", those or token, number.start, number.end) if counted else None
    return None


def _tallied(noun: "Token") -> tuple[str | None, "Token | None"]:
    """What a tally counts and the word for it where one stands behind "of": "the number of their dead".

    "The death toll", and a bare "toll", count the dead.
    """
    inner = (g for c in noun.children if c.lower_ == "of" for g in c.children if c.i < g.i)
    said = next((g for g in inner if g.dep_ == "pobj"), None)
    if said is not None:
        people = called(said)
        return tolls().get(said.lemma_.lower()) or people or _plain(said), said if people else None
    before = next((c for c in noun.children if c.dep_ in ("compound", "amod")), noun)
    return tolls().get(before.lemma_.lower()) or tolls().get(noun.lemma_.lower()), None


def _money(number: Number, token: "Token", text: str) -> Thing | None:
    sign = money_before(text, number.start)
    if sign is not None:
        return _sum(number, token, (sign[0], number.end), None, sign[1])
    names = currencies().names
    behind = number.end + (4 if number.kind == "vague" and text.startswith(" of ", number.end) else 0)
    name = _follows(text, behind, names)
    if name is None:
        return None
    written = text[name[0] : name[1]].lower()
    return _sum(number, token, (number.start, name[1]), None if names[written] else written, names[written])


def _sum(number: Number, token: "Token", place: tuple[int, int], unit: str | None, code: str | None) -> Thing:
    last = _at(token, place[1] - 1)
    head = last if last.i >= token.i else token
    of = _of_sum(head)
    return Thing(of, "amount", head, *place, unit, code)


def _of_sum(token: "Token") -> str:
    """The noun a sum belongs to: "a $2 billion loan", "a loan of $2 billion", else what the verb does."""
    for step, (_, above, _joined) in enumerate(climb(token)):
        if above.pos_ == "NOUN" and above.lower_ not in currencies().names and not above.like_num:
            return _plain(above)
        if above.pos_ in ("VERB", "AUX") or step > 4:
            return _of_verb(above)
    return "money"


def _of_verb(verb: "Token") -> str:
    labels = ("nsubjpass", "nsubj") if verb.lemma_.lower() in words("equals") else ("dobj", "nsubjpass")
    thing = next((c for c in verb.children if c.dep_ in labels and c.pos_ == "NOUN" and not c.like_num), None)
    if thing is not None and thing.lower_ not in currencies().names:
        return _plain(thing)
    lemma = str(verb.lemma_.lower())
    return lemma if lemma.isalpha() and len(lemma) > 2 else "money"


def _share(number: Number, token: "Token", text: str) -> Thing | None:
    found = _follows(text, number.end, words("per_cent"))
    if found is None:
        return None
    head = _at(token, found[1] - 1)
    verb, noun = None, None
    for step, (_, above, _joined) in enumerate(climb(head)):
        if above.pos_ == "NOUN" and noun is None and verb is None:
            noun = above
        if above.pos_ in ("VERB", "AUX"):
            verb = above
            break
        if step > 4:
            break
    shifts = words("change")
    changed = any(w is not None and w.lemma_.lower() in shifts for w in (verb, noun))
    before = text[max(0, number.start - 12) : number.start].lower().split()
    changed = changed or bool(before and before[-1] in ("by", "up", "down"))
    after = re.findall(r"[a-z]+", text[found[1] : found[1] + 12].lower())
    changed = changed or bool(after and after[0] in words("compared"))
    return Thing(
        _of_share(head, verb, noun), "change" if changed else "share", head, number.start, found[1], "percent"
    )


def _of_share(head: "Token", verb: "Token | None", noun: "Token | None") -> str:
    for child in head.children:
        if child.lower_ == "of":
            return next((_plain(c) for c in child.children if c.dep_ == "pobj"), "whole")
    if verb is not None:
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")), None)
        if subject is not None and subject.pos_ == "NOUN":
            return _plain(subject)
    return _plain(noun) if noun is not None else "whole"


def _duration(number: Number, token: "Token", text: str) -> Thing | None:
    found = _follows(text, number.end, duration_forms())
    if found is None or text[found[1] : found[1] + 4] in ("-old", " old", "‑old"):
        return None
    unit = text[found[0] : found[1]].lower()
    unit = {"centuries": "century"}.get(unit, unit.rstrip("s") if unit != "s" else unit)
    after = text[found[1] : found[1] + 12].split()
    before = text[max(0, number.start - 14) : number.start].lower().split()
    then = after[0].strip(",.") if after else ""
    if then in words("anchored"):
        long = unit in ("decade", "century") or (unit == "year" and number.low >= _LONG)
        if then != "ago" or not long:
            return None
    elif before and before[-1] in words("spans"):
        return None
    return Thing(
        f"{unit}s" if unit != "century" else "centuries",
        "duration",
        _at(token, found[1] - 1),
        number.start,
        found[1],
        unit,
    )


def _unit(number: Number, token: "Token", text: str) -> Thing | None:
    known = unit_forms()
    found = _follows(text, number.end, known)
    if found is None:
        return None
    written = text[found[0] : found[1]].lower()
    name, plural = known[written]
    return Thing(plural, "amount", _at(token, found[1] - 1), number.start, found[1], name)


def _times(number: Number, token: "Token") -> Thing | None:
    following = _next(token)
    if following is None or following.lower_ != "times":
        return None
    beyond = _next(following)
    if beyond is not None and beyond.lower_ in words("again"):
        return None
    thing = times_thing(following, token, "count")
    return Thing(thing.of, thing.measure, thing.token, number.start, thing.end) if thing else None


def times_thing(word: "Token", number: "Token", measure: Measure) -> Thing | None:
    """What "twice" or "eleven times" counts: what its verb does."""
    beyond = _next(word)
    if beyond is not None and beyond.lower_ in ("as", "the", "a", "over", "more"):
        return None
    verb = next((a for _, a, _ in climb(word) if a.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return None
    return Thing(_done_by(verb), measure, word, number.idx, word.idx + len(word))


def _done_by(verb: "Token") -> str:
    """What is done each time that a verb tells: meetings, visits; else times."""
    return naming("verbs").get(verb.lemma_.lower(), "times")


def _count(number: Number, token: "Token") -> Thing | None:
    noun = _noun(token, number.kind == "vague")
    people = nationals(token) if noun is None or noun.tag_ == "NNPS" else None
    if people is not None:
        return Thing(called(people), "count", people, number.start, people.idx + len(people))
    if noun is None:
        return None
    unit = noun.lemma_.lower()
    plural = noun.tag_ in ("NNS", "NNPS") or noun.lower_ in words("many") or unit in words("many")
    if unit in words("not_counted") | words("durations") or (not plural and number.low != 1):
        return None
    return Thing(_plain(noun), "count", noun, number.start, noun.idx + len(noun))


def _those(number: Number, token: "Token", text: str) -> Thing | None:
    """Those counted without a noun of their own: "a mission of sixty", "those held, ten in all"."""
    if number.kind != "cardinal":
        return None
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    ahead = text[max(0, number.start - _AHEAD) : number.start].lower().split()
    together = above is not None and above.lemma_.lower() in words("companies")
    if together or (ahead and ahead[-1] in words("numbering")):
        return Thing("members", "count", token, number.start, number.end)
    found = _follows(text, number.end, words("people_there"))
    if found is None:
        return None
    summed = text[found[0] : found[1]].lower() == "in all"
    those = not summed or any(w.strip(",") in words("those") for w in ahead)
    return Thing("people", "count", token, number.start, number.end) if those else None


def _noun(token: "Token", vague: bool) -> "Token | None":
    """The noun behind a number: the end of the first run of nouns, adjectives passed over."""
    doc, at = token.doc, token.i + 1
    if vague or (at < len(doc) and doc[at].lower_ == "of"):
        if at >= len(doc) or doc[at].lower_ != "of":
            return None
        at += 1
    last = None
    for place in range(at, min(len(doc), at + _NOUN_REACH)):
        word = doc[place]
        named = word.tag_ == "NNPS" and not vague and (place == at or word.nbor(-1).tag_ == "NNP")
        if word.tag_ in ("NN", "NNS") or named:
            last = word
        elif last is not None:
            break
        elif (word.is_quote and place == at) or _hyphened(word):
            continue
        elif word.tag_ not in (
            "JJ",
            "JJR",
            "VBN",
            "VBG",
            "NNP",
            "HYPH",
            "DT",
            "PRP$",
            "CC",
            ",",
            "RB",
            "POS",
        ) or (word.tag_ in (",", "CC", "DT") and not vague):
            return None
    return last


def _hyphened(word: "Token") -> bool:
    """Whether a word is part of one with a hyphen, as "pick" and "up" in "thirty pick-up trucks"."""
    return "-" in (word.nbor(-1).text, word.doc[word.i + 1 : word.i + 2].text)


def ordinal_thing(token: "Token") -> Thing | None:
    """What an ordinal puts in a row: its noun, or the noun it is set beside ("the encounter, the second")."""
    following = _next(token)
    noun = None
    if following is not None and following.tag_ in ("NN", "NNS", "JJ", "VBG", "VBN"):
        noun = _noun(token, False)
    if noun is not None:
        if noun.lemma_.lower() == "time":
            return _time_that(noun, token) or times_thing(noun, token, "ordinal")
        return Thing(_plural(noun), "ordinal", noun, token.idx, noun.idx + len(noun))
    if following is not None and following.tag_ not in ("IN", ",", ".", "VBN", "CC", "TO", ":"):
        return None
    beside = token.head if token.dep_ == "appos" and token.head.pos_ == "NOUN" else _beside(token)
    if beside is not None:
        return Thing(_plural(beside), "ordinal", beside, token.idx, token.idx + len(token))
    if token.dep_ == "attr":
        subject = next((c for c in token.head.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
        if subject is not None:
            return Thing(_plural(subject), "ordinal", subject, token.idx, token.idx + len(token))
    return None


def _time_that(time: "Token", ordinal: "Token") -> Thing | None:
    """What was done "the third time that the two have met": the deed of the clause behind it."""
    verb = next((c for c in time.children if c.dep_ in ("relcl", "acl") and c.pos_ == "VERB"), None)
    if verb is None or all(c.dep_ not in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    return Thing(_done_by(verb), "ordinal", verb, ordinal.idx, time.idx + len(time))


def _beside(token: "Token") -> "Token | None":
    """The noun that "the second" is set beside, a comma between: "the encounter in Baku, the second"."""
    at = token.i - 1
    while at > 0 and token.doc[at].dep_ in ("det", "poss", "advmod") and token.doc[at].i > token.i - 3:
        at -= 1
    if at < 1 or token.doc[at].text != ",":
        return None
    word = token.doc[at - 1]
    while word.head.i < word.i and word.head.i >= token.sent.start and word.dep_ in _INSIDE:
        word = word.head
    return word if word.tag_ in ("NN", "NNS") else None


def _plain(noun: "Token") -> str:
    """A noun as written, with the nouns that stand before it, in lower case."""
    before = [c for c in noun.lefts if c.dep_ == "compound" and c.i == noun.i - 1 and c.pos_ == "NOUN"]
    return " ".join(w.lower_ for w in (*before, noun))


def _plural(noun: "Token") -> str:
    if noun.tag_ == "NNS":
        return _plain(noun)
    plain = _plain(noun)
    if plain.endswith("y") and plain[-2:-1] not in "aeiou":
        return plain[:-1] + "ies"
    return plain + ("es" if plain.endswith(("s", "x", "ch", "sh")) else "s")


def _next(token: "Token") -> "Token | None":
    return token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None


def _at(token: "Token", place: int) -> "Token":
    """The token at a character of the paragraph, from a token near it."""
    doc, at = token.doc, token.i
    while at + 1 < len(doc) and doc[at + 1].idx <= place:
        at += 1
    return doc[at]


def _follows(text: str, end: int, forms: Container[str]) -> tuple[int, int] | None:
    """Where one of these forms stands right behind a number; the longest first."""
    joint = _JOINT.match(text, end)
    start = joint.end() if joint else end
    ahead = text[start : start + _AHEAD].lower()
    for size in range(min(len(ahead), 30), 0, -1):
        if ahead[:size] in forms and not ahead[size : size + 1].isalnum():
            return start, start + size
    return None
