"""Which act of a sentence lends another its time and place: a journey told in one breath, a meeting in front.

So "flew to Oslo on 3 May and met the king", "to Oslo, where he met the king", "during a visit to Oslo", "to
Oslo to meet the king", "visiting Oslo, he met the king". And which other verbs tell the day of an act:
"recalled its envoy on 3 May and demanded", "who had landed on Monday, was received", "signed on 3 May, during
a visit".
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.reading.grammar import infinitive, is_verb, lemma_of, passive
from dragoman.reading.roles import Match
from dragoman.reading.scope import form
from dragoman.vocabulary.acts import frames, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

Owners = Mapping[int, list[Match]]
_COURSE = frozenset({"during", "on"})
_AT = frozenset({"at", "during", "in"})
_UP = 6  # words from a clause with "where" up to the journey whose place it takes up
_PURPOSE = ("advcl", "xcomp")
_BREATH = 3  # verbs that "and" joins one by one
_OUT = 6  # words from a journey's noun up to the verb in whose clause it is named
_LONGEST = 40  # words of a subject in which its arrival is looked for
_SUBJECTS = ("nsubj", "nsubjpass")


def lenders(match: Match, owners: Owners) -> list[Match]:
    """The acts at whose time and place a match's act was done, as the sentence is built; mostly none."""
    verb = match.candidate.anchor
    found = [*_joined(match, owners), *_aimed_at(match, owners), *_led_to(verb, owners)]
    return [m for m in (*found, *_opening(verb, owners)) if m is not match][:1]


def at_the_time(match: Match, owners: Owners) -> list[Match]:
    """The acts at whose time another was: "on 3 May X asked for it, when Y paid a call on him"."""
    verb = match.candidate.anchor
    if not then(verb):
        return []
    above = (verb.head, verb.head.head) if verb.head.dep_ == "ccomp" else (verb.head,)
    return [m for word in above for m in owners.get(word.i, ())]


def in_course_of(match: Match, owners: Owners) -> list[Match]:
    """The journey in whose course something is done: "signed during his visit to Lima"."""
    for prep in (c for w in match.candidate.words for c in w.children if c.dep_ == "prep"):
        if prep.lower_ in _COURSE:
            for noun in (c for c in prep.children if c.dep_ == "pobj"):
                return [m for m in owners.get(noun.i, ()) if m is not match]
    return []


def aims(match: Match, owners: Owners) -> list[Match]:
    """What a journey was made to attend: "made the journey to attend the summit in Osh"."""
    telling, verb = frames().telling, match.candidate.anchor
    if match.candidate.frame.act not in telling["lasting"]:
        return []
    purposes = (c for c in verb.children if c.dep_ in _PURPOSE and c.i > verb.i and infinitive(c))
    return [m for c in purposes for m in owners.get(c.i, ()) if m.candidate.frame.act in telling["gathering"]]


def then(verb: "Token") -> bool:
    """Whether a clause with "when" tells, behind another, what was at the same time."""
    return verb.dep_ == "advcl" and verb.head.i < verb.i and verb.left_edge.lower_ == "when"


def _joined(match: Match, owners: Owners) -> list[Match]:
    """The journey behind which "and" joins an act that is done in its course by the same people."""
    verb, telling = match.candidate.anchor, frames().telling
    if match.candidate.frame.act not in telling["during"] or verb.dep_ != "conj" or not _bare(verb):
        return []
    outcome = match.candidate.frame.act in telling["outcome"]  # "met in Osh and signed a treaty"
    around = {*telling["lasting"], *(telling["gathering"] if outcome else ())}
    return [m for m in owners.get(verb.head.i, ()) if m.candidate.frame.act in around]


def _aimed_at(match: Match, owners: Owners) -> list[Match]:
    """The journey made to do something: "flew to Lima to meet the president"."""
    verb, telling = match.candidate.anchor, frames().telling
    if match.candidate.frame.act not in telling["during"] or verb.dep_ not in _PURPOSE:
        return []
    journeys = owners.get(verb.head.i, ()) if infinitive(verb) and verb.head.i < verb.i else ()
    return [m for m in journeys if m.candidate.frame.act in telling["lasting"]]


def _led_to(verb: "Token", owners: Owners) -> list[Match]:
    """The journey to the place that "where" takes up: "flew to Lima on Monday, where he met the queen"."""
    where = any(_where(c) for c in verb.children)
    other = any(c.dep_ in ("aux", "npadvmod", "advmod") and not _where(c) for c in verb.children)
    if verb.dep_ != "relcl" or verb.tag_ != "VBD" or other or not where:
        return []
    current, lasting = verb.head, frames().telling["lasting"]
    for _ in range(_UP):
        journeys = [m for m in owners.get(current.i, ()) if m.candidate.frame.act in lasting]
        if journeys or is_verb(current) or current.head.i == current.i:
            return journeys
        current = current.head
    return []


def _opening(verb: "Token", owners: Owners) -> list[Match]:
    """The coming together that a participle in front tells: "meeting in Osh on 3 May, they agreed"."""
    around = {*frames().telling["lasting"], *frames().telling["gathering"]}
    first = (c for c in verb.lefts if c.dep_ == "advcl" and c.tag_ == "VBG")
    return [m for clause in first for m in owners.get(clause.i, ()) if m.candidate.frame.act in around]


def _where(word: "Token") -> bool:
    return word.lower_ == "where"


def _bare(verb: "Token") -> bool:
    """Whether a joined verb brings no subject, tense or order in time of its own ("and later met")."""
    return not any(
        c.dep_ in ("nsubj", "nsubjpass", "aux", "advmod", "npadvmod", "advcl") and c.lower_ != "there"
        for c in verb.children
    )


def _only_done(verb: "Token") -> bool:
    """Whether it is only told what was done, in the passive and at no other time: "and it was signed"."""
    told = {c.lower_ if c.dep_ == "auxpass" else c.dep_ for c in verb.children}
    passive = "nsubjpass" in told and bool(told & {"was", "were"})
    return passive and told.isdisjoint(("advmod", "npadvmod", "advcl", "neg"))


def speaking(verb: "Token") -> bool:
    """Whether a participle only tells that and where somebody spoke: "speaking in Geneva, he accused"."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and lemma_of(verb) in frames().telling["speaking"]


def whose_time(match: Match) -> Iterator[tuple["Token", tuple[str, ...]]]:
    """The verbs at whose time an act was that has none of its own, and how precise such a time must be."""
    yield from ((verb, ("day",)) for verb in _in_one_breath(match))
    others = (*_arriving(match), *_around_journey(match), *_at_gathering(match), *_by_doing(match))
    yield from ((verb, ("day", "month", "span")) for verb in others)


def _in_one_breath(match: Match) -> Iterator["Token"]:
    """The verbs to which "and" joins what was done at once: "summoned the envoy on 3 May and demanded"."""
    verb, act, telling = match.candidate.anchor, match.candidate.frame.act, frames().telling
    if act not in telling["at_once"]:
        return
    for _ in range(_BREATH):
        above, outcome = verb.head, act in telling["outcome"] and _only_done(verb)
        told = verb.tag_ == "VBD" and _bare(verb)
        if verb.dep_ != "conj" or above.tag_ != "VBD" or not (outcome or told):
            return
        yield above
        verb = above


def _by_doing(match: Match) -> Iterator["Token"]:
    """The verb of what was done in doing it: "surprised Lima on 3 May by opening", "on 3 May, opening"."""
    carrier = match.candidate.carrier
    for doing in {w.i: w for w in (match.candidate.anchor, carrier) if w is not None}.values():
        above = doing.head.head if doing.dep_ == "pcomp" and doing.head.lower_ == "by" else doing.head
        told = {c.dep_ for c in doing.children}
        alone = doing.tag_ == "VBG" and told.isdisjoint((*_SUBJECTS, "aux", "mark"))
        means = doing.dep_ == "pcomp" and above.i != doing.head.i
        along = doing.dep_ == "advcl" and doing.left_edge.i > above.i and doing.left_edge.nbor(-1).text == ","
        if alone and (means or along) and above.i < doing.i and above.tag_ == "VBD":
            yield above


def _arriving(match: Match) -> Iterator["Token"]:
    """The arrival of who is received: "the president, who landed in Osh on Monday, was received by"."""
    verb, telling = match.candidate.anchor, frames().telling
    had = any(c.lower_ == "had" for c in verb.children)
    if match.candidate.frame.act != "meeting" or verb.tag_ not in ("VBD", "VBN") or had:
        return
    for subject in (c for c in verb.children if c.dep_ in _SUBJECTS):
        for clause in islice(subject.subtree, _LONGEST):
            if clause.dep_ == "relcl" and lemma_of(clause) in telling["arriving"]:
                yield clause


def _around_journey(match: Match) -> Iterator["Token"]:
    """The verb of what is told to have been done in a journey's course: "signed on 3 May during a visit"."""
    noun = match.candidate.noun
    if noun is None or noun.dep_ != "pobj" or match.candidate.frame.act not in frames().telling["lasting"]:
        return
    current, within = noun.head, False
    for _ in range(_OUT):
        within = within or current.lower_ in _COURSE or current.lower_ in frames().telling["stretch"]
        if is_verb(current):
            if within and current.tag_ in ("VBD", "VBN"):
                yield current
            return
        if current.dep_ in ("relcl", "acl") or current.head.i == current.i:
            return
        current = current.head


def _at_gathering(match: Match) -> Iterator["Token"]:
    """The verb of what was done at a meeting: "on 3 May, X backed it at a meeting with Y"."""
    noun = match.candidate.noun
    if noun is None or noun.dep_ != "pobj" or match.candidate.frame.act not in frames().telling["gathering"]:
        return
    verb = noun.head.head
    had = any(c.dep_ == "aux" for c in verb.children)
    if noun.head.lower_ in _AT and is_verb(verb) and verb.tag_ in ("VBD", "VBN") and not had:
        yield verb


def paid(noun: "Token") -> Iterator["Token"]:
    """The participle that says by whom it was done: "the visit paid to Lima by the queen on 3 May"."""
    told = (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN")
    yield from (verb for verb in told if lemma_of(verb) in word_classes().paying)


def only_opens(when: str, match: Match) -> bool:
    """Whether a time only opens, and the act is one that was over when it was told ("hailed the gains since
    May"): it is of a thing beside it."""
    verb = match.candidate.anchor
    return when.endswith("/..") and is_verb(verb) and form(verb).tense == "past" and not passive(verb)


def of_thing(word: "Token", time: "Token") -> bool:
    """Whether a time stands on a thing that is acted on: "changed the treaty of 1989", "the 1989 treaty"."""
    before = word.i == time.i and word.dep_ in ("nummod", "compound", "amod", "nmod")
    if not before and not (word.dep_ == "prep" and word.lower_ == "of"):
        return False
    if time.head.i != word.i and any(c.dep_ == "pobj" and c.pos_ == "PROPN" for c in word.children):
        return False  # "the leaders of Chad and Niger in Osh": the parse hangs the place on the last name
    noun = word.head
    for _ in range(_OUT):
        if noun.dep_ in ("dobj", "nsubjpass"):
            return True
        if noun.dep_ != "pobj" or noun.head.head.i == noun.i:
            return False
        noun = noun.head.head
    return False


def acted_on(noun: "Token", acts: Sequence[Match]) -> bool:
    """Whether a dated thing was there before what is told of it ("extended the treaty of 1989")."""
    standing = frames().telling["standing"]
    return all(lemma_of(m.candidate.anchor) in standing and m.candidate.anchor.i != noun.i for m in acts)
