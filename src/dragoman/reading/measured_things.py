"""What a number is told of, and the words that say it: the noun that it measures, or those whom it counts."""

from typing import TYPE_CHECKING

from dragoman.reading.quantities import LENGTHS, Found
from dragoman.reading.scope import climb, is_verb
from dragoman.reading.works import work_priced
from dragoman.vocabulary.measures import currencies, tolls, unit_forms, words
from dragoman.vocabulary.units import base
from dragoman.vocabulary.works import cost_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_STEPS = 5


def thing(found: Found) -> tuple[str, tuple["Token", ...]]:
    """What a number is told of, and the words that say it."""
    if found.quantity.measure == "count":
        return _counted_thing(found)
    work = work_priced(found)
    if work is not None:
        return cost_of(work.lower_), (work,)
    noun = _measured(found)
    if noun is None:
        return found.quantity.of, ()
    inner = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.i != noun.i
    piece = inner and _piece(noun.head.head) and base(found.quantity.unit)[0] in LENGTHS
    return (f"part of {_phrase(noun)}" if piece else _phrase(noun)), (noun,)


def _piece(word: "Token") -> bool:
    """Whether a word before "of" cuts a piece: "459 kilometres of frontier", "a strip of coast"."""
    return word.lower_ in unit_forms() or word.lemma_.lower() in words("partitives")


def _counted_thing(found: Found) -> tuple[str, tuple["Token", ...]]:
    """Those counted, with what befell them: "soldiers replaced"; whoever was killed is "dead"."""
    of, counted = found.quantity.of, found.counted
    verb = counted.head
    if of in tolls().values():
        return of, ()
    stricken = _stricken(counted)
    if stricken is not None:
        return _befell(stricken), (stricken,)
    if counted.dep_ in ("nsubj", "nsubjpass") and is_verb(verb):
        befell = tolls().get(verb.lemma_.lower())
        active = counted.dep_ == "nsubj" and verb.lemma_.lower() not in words("dying")
        if befell and not active:
            return befell, (verb,)
        if verb.lemma_.lower() not in ("be", "have") and counted.dep_ == "nsubjpass":
            return f"{of} {verb.lower_}", (verb,)
    if counted.dep_ == "dobj" and tolls().get(verb.lemma_.lower()):
        return tolls()[verb.lemma_.lower()], (verb,)
    return of, ()


def _befell(word: "Token") -> str:
    """What those are whom a word of harm befell; who lost a life is dead."""
    return tolls().get(word.lemma_.lower()) or tolls().get(word.lower_) or tolls()["death"]


def _stricken(counted: "Token") -> "Token | None":
    """The word for what befell those counted, beside a verb: "injured Danes", "were among the dead"."""
    before = next((c for c in counted.lefts if c.dep_ == "amod" and c.lemma_.lower() in tolls()), None)
    if before is not None or counted.dep_ not in ("nsubj", "nsubjpass"):
        return before
    verb = counted.head
    for link in (c for c in verb.children if f"{verb.lemma_} {c.lower_}".lower() in words("befalling")):
        if link.dep_ == "dobj":
            return link
        inner = (c for c in link.children if c.dep_ == "pobj")
        return next((c for c in inner if c.lemma_.lower() in tolls() or c.lower_ in tolls()), None)
    return None


def _measured(found: Found) -> "Token | None":
    """The noun whose size a number tells: what the unit is of, what the number hangs on, or the subject."""
    counted = found.counted
    inner = _of(counted)
    if inner is not None:
        return inner
    for step, (_, above, joined) in enumerate(climb(counted)):
        if step > _STEPS or joined in ("relative", "that"):
            break
        if above.pos_ in ("NOUN", "PROPN") and not _of_measure(above):
            return (_of(above) or above) if above.lemma_.lower() in words("partitives") else above
        if is_verb(above) or above.pos_ == "AUX":
            return _subject(above)
    return None


def _subject(verb: "Token") -> "Token | None":
    """The noun that a verb tells something of: its subject, for "which" what it stands for.

    Where the parse gives a verb no subject, it is the last word before it for what has a size ("trade").
    """
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.dep_ == "relcl" and (subject is None or subject.tag_ in ("WDT", "WP")):
        subject = verb.head
    elif subject is None and verb.dep_ in ("conj", "advcl", "xcomp") and is_verb(verb.head):
        subject = next((c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        before = verb.doc[verb.sent.start : verb.i]
        subject = next((w for w in reversed(before) if w.lemma_.lower() in words("sizeable")), None)
    if subject is None or not _common(subject):
        return None
    return (_of(subject) or subject) if subject.lemma_.lower() in words("partitives") else subject


def _common(noun: "Token") -> bool:
    """Whether a word is a common noun; one that opens a sentence may be tagged as a name."""
    opens = noun.i == noun.sent.start and not noun.ent_type_
    return noun.tag_ in ("NN", "NNS") or (noun.tag_ in ("NNP", "NNPS") and opens)


def _of(noun: "Token") -> "Token | None":
    """The noun behind "of", where it is no measure itself."""
    inner = (g for c in noun.children if c.lower_ in ("of", "in") and c.i > noun.i for g in c.children)
    found = next((g for g in inner if g.dep_ == "pobj" and _common(g)), None)
    return found if found is not None and not _of_measure(found) else None


def _of_measure(noun: "Token") -> bool:
    lower = noun.lower_
    return len(lower) < 3 or lower in currencies().names or lower in unit_forms() or noun.like_num


def _phrase(noun: "Token") -> str:
    """A noun with the nouns right before it, in lower case."""
    before = [c for c in noun.lefts if c.dep_ == "compound" and c.i == noun.i - 1 and c.pos_ == "NOUN"]
    return " ".join(w.lower_ for w in (*before, noun))
