"""The names of persons in a document, whole even where the entity recogniser cut them, and their uses.

A title before a maximal run of capitalised words teaches the whole document that name; so does the
recogniser where the run holds no word of an institution. Its short forms are told in name_forms.py.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.reading.lines import Line
from dragoman.reading.name_forms import ARTICLE, PARTICLE, Book, Pieces, Votes, book_of, is_place
from dragoman.vocabulary.cues import reporting
from dragoman.vocabulary.descriptions import descriptions
from dragoman.vocabulary.institutions import institutions
from dragoman.vocabulary.leaders import leaders_last_names, state_of_leader

_PLACING = re.compile(r"(the|a|an|in|at|near|outside|inside|across)$")
_NO_SYLLABLE = re.compile(r"(era|style|like|led|type|based|born|linked|run|era|\w*ed|\w*ing)$")
_FUNCTION = frozenset({"DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "INTJ", "ADV", "NUM", "PUNCT"})
_CLOSED = frozenset({"DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ"})
_LONGEST = 7
_FEW = 2


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name of a person where it stands; pieces `first` to `last` (not included) of a line."""

    line: int
    first: int
    last: int
    person: Pieces


def run_end(line: Line, first: int, barred: Sequence[bool]) -> int:
    """Where the maximal run of name pieces ends that begins at `first`; `first` where there is none."""
    i, last = first, first
    while i < len(line.words) and i - first < _LONGEST:
        if barred[i] or (i > first and not line.joined[i]):
            break
        if line.capital(i) and not _ends_name(line, i):
            last = i + 1
        elif not _continues(line, first, i, barred):
            break
        elif line.before(i) == "-" and not PARTICLE.match(line.folded[i]):
            last = i + 1
        i += 1
    return last


def run_start(line: Line, last: int, barred: Sequence[bool]) -> int:
    """Where a name of two pieces or more begins that ends before `last`; `last` where there is none."""
    first = last
    while first > 0 and last - first < _LONGEST and not barred[first - 1] and line.capital(first - 1):
        if _ends_name(line, first - 1) or (line.opens[first - 1] and line.pos[first - 1] in _FUNCTION):
            break
        first -= 1
        if not line.joined[first]:
            break
    return first if last - first > 1 and run_end(line, first, barred) == last else last


def _ends_name(line: Line, i: int) -> bool:
    word = line.folded[i]
    table = institutions()
    digit = any(c.isdigit() for c in line.words[i])
    return (
        digit or word in descriptions().address or word in table.words or word in table.stops or word == "i"
    )


def _continues(line: Line, first: int, i: int, barred: Sequence[bool]) -> bool:
    """Whether a piece in lower case goes on with a name: a particle, or a syllable after a hyphen."""
    word = line.folded[i]
    if PARTICLE.match(word):
        following = i + 1
        if following < len(line.words) and line.joined[following] and PARTICLE.match(line.folded[following]):
            following += 1
        at = following < len(line.words) and line.joined[following] and line.capital(following)
        return bool(
            at and not barred[following] and (i > first or line.after(i) == "-" or word in ("bin", "ibn"))
        )
    return i > first + 1 and line.before(i) == "-" and len(word) <= 6 and not _NO_SYLLABLE.match(word)


def learn(
    lines: Sequence[Line], barred: Sequence[Sequence[bool]], taught: Sequence[tuple[int, int, int]]
) -> Book:
    """The persons of a document. `taught` holds the runs that titles show (line, first piece, last)."""
    votes: dict[Pieces, Votes] = defaultdict(Votes)
    for index, first, last in taught:
        _count(votes, lines[index], first, last).title += 1
    common = _common(lines)
    for line in lines:
        if not line.titled:
            _recognised(votes, line, barred[line.index], common)
    full = _accepted(votes, common)
    return book_of(full, votes)


def _common(lines: Sequence[Line]) -> frozenset[str]:
    """The words that a document writes in lower case as nouns, verbs or adjectives."""
    return frozenset(
        word
        for line in lines
        for i, word in enumerate(line.folded)
        if not line.capital(i) and line.pos[i] in ("NOUN", "VERB", "ADJ")
    )


def _count(votes: dict[Pieces, Votes], line: Line, first: int, last: int) -> Votes:
    vote = votes[line.folded[first:last]]
    vote.spelling[line.text(first, last)] += 1
    vote.inner += not line.opens[first]
    if line.paragraph.kind == "body":  # a headline has last names before the text gives the whole ones
        vote.first = min(vote.first, (line.index, first))
    return vote


def _recognised(
    votes: dict[Pieces, Votes], line: Line, barred: Sequence[bool], common: frozenset[str]
) -> None:
    """Counts the line's runs by what the recogniser takes them for."""
    i = 0
    while i < len(line.words):
        last = run_end(line, i, barred) if line.capital(i) or PARTICLE.match(line.folded[i]) else i
        if last == i:
            i += 1
            continue
        first = i
        while (
            first < last
            and line.opens[first]
            and line.pos[first] in _FUNCTION
            and (line.entities[first] != "PERSON" or line.pos[first] == "AUX")
        ):
            first += 1
        if first == last:  # a run of nothing but words that open a sentence
            i = last
            continue
        while last - first > 2 and _qualifies(line, first, common):
            first += 1
        labels = Counter(line.entities[k] for k in range(first, last))
        flanked = _flanked(line, first, last, barred)
        if (
            first < last
            and not flanked
            and (labels["PERSON"] or labels["ORG"] or labels["GPE"] or labels[""])
        ):
            vote = _count(votes, line, first, last)
            person = labels["PERSON"] * 2 >= last - first and not _article_before(line, first)
            vote.person += person
            vote.other += not person
            vote.unknown += labels[""] == last - first
            vote.spoke += _speaks(line, last - 1)
            vote.did += _does(line, last - 1)
            vote.human += _is_human(line, last - 1)
        i = last


def _qualifies(line: Line, i: int, common: frozenset[str]) -> bool:
    """Whether a capital before a name is a common noun there ("Actress Amina Benkhadra")."""
    plain = line.pos[i] in ("NOUN", "ADJ", "VERB") or line.folded[i] in common
    return plain and line.entities[i] != "PERSON" == line.entities[i + 1]


def _article_before(line: Line, first: int) -> bool:
    """Whether an article or a preposition of place stands before a run, as before no person's name."""
    return first > 0 and line.joined[first] and _PLACING.match(line.folded[first - 1]) is not None


def _speaks(line: Line, i: int) -> bool:
    """Whether the word of piece i is subject of a verb of speaking."""
    token = line.paragraph.doc[line.tokens[i]]
    raised = token.dep_ == "nsubjpass" and any(c.dep_ == "xcomp" for c in token.head.children)
    return (token.dep_ == "nsubj" or raised) and token.head.lemma_.lower() in reporting()


def _does(line: Line, i: int) -> bool:
    """Whether the word of piece i is subject of a verb that tells what was done."""
    token = line.paragraph.doc[line.tokens[i]]
    return token.dep_ == "nsubj" and token.i < token.head.i and token.head.pos_ == "VERB"


def _is_human(line: Line, i: int) -> bool:
    """Whether what is told of the word of piece i is told of people alone ("was arrested")."""
    token = line.paragraph.doc[line.tokens[i]]
    if i and line.joined[i] and line.pos[i - 1] == "DET":
        return False  # a ship
    undergone = token.dep_ == "nsubjpass" and token.head.lemma_.lower() in descriptions().undergone
    return undergone or (token.dep_ == "nsubj" and token.head.lemma_.lower() in descriptions().done)


def _flanked(line: Line, first: int, last: int, barred: Sequence[bool]) -> bool:
    """Whether a run is part of a longer name that is no person's ("Trump Tower", "Bank of America")."""
    words = institutions().words
    after = last < len(line.words) and line.joined[last] and line.capital(last) and line.folded[last] in words
    before = (
        first > 0
        and line.joined[first]
        and line.capital(first - 1)
        and line.folded[first - 1] in words
        and not line.opens[first - 1]
        and not barred[first - 1]
        and line.entities[first] != "PERSON"
    )
    site = last < len(line.words) and line.joined[last] and line.words[last] in institutions().sites
    return after or before or site


def _accepted(votes: Mapping[Pieces, Votes], common: frozenset[str]) -> dict[Pieces, Votes]:
    kept: dict[Pieces, Votes] = {}
    for pieces, vote in votes.items():
        if len(pieces) - bool(ARTICLE.match(pieces[0])) > 1:
            person = vote.person and vote.person * 2 >= vote.other
            good = _leads(pieces, vote) or (
                (person or (vote.spoke and vote.unknown == vote.other))
                and (not is_place(" ".join(pieces)) or (vote.spoke and vote.person))
                and pieces[0] not in institutions().directions
                and (pieces[-1] not in common or (vote.spoke and vote.person) or vote.person > _FEW)
            )
        else:
            often = (vote.person > 1 and not vote.other) or vote.spoke
            good = len(pieces[0]) > 1 and (
                vote.title
                or (vote.person > vote.other and vote.inner and often and not is_place(pieces[0]))
                or _unrecognised(pieces[0], vote, common)
            )
        if good:
            kept[pieces] = vote
    return {p: v for p, v in kept.items() if not _padded(p, kept)}


def _unrecognised(word: str, vote: Votes, common: frozenset[str]) -> bool:
    """Whether a word is a last name by what people alone do or undergo, whatever the recogniser takes it for;
    or, where that took it for nothing, one of a head of state or government by what it does."""
    if word in common or is_place(word):
        return False
    unknown = vote.unknown == vote.other and not vote.person
    return bool(vote.human and vote.inner) or bool(unknown and vote.did and word in leaders_last_names())


def _leads(pieces: Pieces, vote: Votes) -> bool:
    """Whether a title teaches a name, or the whole world knows it ("Xi Jinping")."""
    return bool(vote.title or state_of_leader(" ".join(pieces)))


def _padded(pieces: Pieces, kept: Mapping[Pieces, Votes]) -> bool:
    """Whether a run is another's name with the first word of a sentence before it ("Meanwhile Putin")."""
    rest = kept.get(pieces[1:])
    mine = kept[pieces]
    return rest is not None and len(pieces) > 2 and mine.inner == 0 and rest.inner > 0 and not mine.title


def find(
    lines: Sequence[Line], book: Book, barred: Sequence[Sequence[bool]]
) -> tuple[tuple[NameUse, ...], ...]:
    """For each line the uses of the document's names, in order, none overlapping another."""
    longest = max((len(f) for f in book.forms), default=0)
    return tuple(tuple(_uses(line, book, barred[line.index], longest)) for line in lines)


def _uses(line: Line, book: Book, barred: Sequence[bool], longest: int) -> Iterator[NameUse]:
    i = 0
    while i < len(line.words):
        last = _longest_form(line, i, book, barred, longest)
        function = last == i + 1 and line.opens[i] and line.pos[i] in _CLOSED
        if last > i and not function and _alone(line, i, last, barred):
            yield NameUse(line.index, i, last, book.forms[line.folded[i:last]])
        i = max(last, i + 1)


def _longest_form(line: Line, i: int, book: Book, barred: Sequence[bool], longest: int) -> int:
    if barred[i] or not (line.capital(i) or PARTICLE.match(line.folded[i])):
        return i
    end = i + 1
    while end < len(line.words) and end - i < longest and line.joined[end] and not barred[end]:
        end += 1
    for last in range(end, i, -1):
        whole = line.capital(last - 1) or line.before(last - 1) == "-"
        if whole and line.folded[i:last] in book.forms:
            return last
    return i


def _alone(line: Line, first: int, last: int, barred: Sequence[bool]) -> bool:
    """Whether the name stands for itself and is no part of a longer one."""
    words, stops = institutions().words, institutions().stops
    if last < len(line.words) and line.joined[last]:
        hyphen = line.before(last) == "-"
        if hyphen and not line.capital(last):
            return line.folded[last] == "led"
        if line.capital(last) and line.folded[last] in words and not barred[last]:
            return line.titled and last - first > 1
        if (
            not line.titled
            and not hyphen
            and line.capital(last)
            and not barred[last]
            and line.folded[last] not in stops
        ):
            return False
    if first and line.joined[first] and line.before(first) == " " and not line.titled:
        left = first - 1
        if line.folded[left] in descriptions().address:
            return True
        if (
            line.capital(left)
            and not barred[left]
            and not line.opens[left]
            and line.folded[left] not in stops
        ):
            return False
        if line.capital(left) and line.opens[left] and not barred[left] and last - first == 1:
            return line.pos[left] in _FUNCTION or line.pos[left] in ("VERB", "NOUN", "ADJ")
    return True
