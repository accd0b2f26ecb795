"""Two wordings of one utterance laid side by side: what is cut, added, reworded, or turned round."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dragoman.model.statements import Change, Quote, Wording
from dragoman.reconciling.verdicts import Judged
from dragoman.vocabulary.act_words import kind_of_act
from dragoman.vocabulary.spellings import plain_letters
from dragoman.vocabulary.wordings import empty_words, negations

_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[,;:.!?–—]")
_MARKS = "“”\"' "
_MOST_WORDS = 1000
_SENTENCE = 7  # words that no two people say alike by chance
_CLAUSE, _NEARLY = 5, 0.75
_KINDS = {"delete": "cut", "insert": "added", "replace": "reworded"}


def words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text in plain letters, each with where it stands; none has a space in it."""
    found = [(plain_letters(m.group()).replace(" ", ""), *m.span()) for m in _WORD.finditer(text)]
    return found[:_MOST_WORDS]


@dataclass(frozen=True, slots=True)
class Heard:
    """A text as it is held against others: its words, what they mean, and its first clause.

    `names` are the words of the first clause with a capital, but for that at its head, which always has one.
    """

    words: tuple[str, ...]
    content: frozenset[str]
    first: tuple[str, ...]
    names: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Heard":
        """A text's."""
        every = words(text)
        begins = len(text) - len(text.lstrip(_MARKS))
        ends = _BREAK.search(text, begins)
        clause = [(w, text[start]) for w, start, _ in every if ends is None or start < ends.start()]
        names = frozenset(word for word, letter in clause[1:] if letter.isupper())
        said = tuple(w for w, _, _ in every)
        return cls(said, _meant(said), tuple(w for w, _ in clause), names)


def content(text: str) -> frozenset[str]:
    """What the telling words of a text mean, by kind, so that "signing" and "signed" are one."""
    return _meant([w for w, _, _ in words(text)])


def _meant(said: Iterable[str]) -> frozenset[str]:
    empty = empty_words() | negations()
    return frozenset(kind_of_act(w) for w in said if len(w) > 2 and w not in empty)


def word_for_word(a: Heard, b: Heard) -> bool:
    """Whether two texts are the same words, so many that no two people say them by chance."""
    return a.words == b.words and len(a.words) >= _SENTENCE


def alike_at_first(a: Heard, b: Heard) -> bool:
    """Whether the first clauses of two quotes are nearly the same words, and tell something.

    >>> of = Heard.of
    >>> alike_at_first(of("We are not in the age of kings, sir"), of("We do not live in the age of kings"))
    True
    >>> alike_at_first(of("We welcome the decision"), of("We welcome the decision"))
    False
    """
    left, right = a.first, b.first
    shorter = min(len(left), len(right))
    if shorter < _CLAUSE or (shorter < _SENTENCE and a.names.isdisjoint(b.names)):
        return False
    if bool({*left} & negations()) != bool({*right} & negations()) or not _meant(left) & _meant(right):
        return False
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= _NEARLY


def beside(quote: Quote, fullest: Quote) -> Wording:
    """How a wording stands to the fullest one of its utterance."""
    mine, whole = words(quote.text), words(fullest.text)
    changes = tuple(_changes(quote, fullest))
    kinds: set[str] = {c.kind for c in changes}
    inner = [c for c in changes if c.kind != "cut" or not _at_an_end(c, fullest)]
    if _negated(inner, "here") != _negated(inner, "there") and _mostly_one(mine, whole):
        kinds.add("reversed")
    if quote.speaker and fullest.speaker and quote.speaker != fullest.speaker:
        kinds.add("other speaker")
    if quote.translated or fullest.translated or quote.language != fullest.language:
        kinds.add("translation")
    if quote.direct != fullest.direct:
        kinds.add("indirect")
    return Wording(fullest.id, tuple(sorted(kinds)) or ("same",), changes)


def judged(wording: Wording) -> Judged:
    """The verdict on a wording, and why: other words are no contradiction, unless they turn it round."""
    kinds = set(wording.kinds)
    if "reversed" in kinds:
        return Judged("contradicts", "one wording denies what the other says")
    if "other speaker" in kinds:
        return Judged("wording", "the same words are given to another speaker")
    if kinds == {"same"}:
        return Judged("same", "the same words")
    if kinds <= {"cut", "same"}:
        return Judged("less precise", "one wording leaves words out")
    told = ", ".join(k for k in wording.kinds if k != "same")
    return Judged("wording", f"one utterance in two wordings ({told})")


def _changes(quote: Quote, fullest: Quote) -> Iterator[Change]:
    mine, whole = words(quote.text), words(fullest.text)
    matcher = SequenceMatcher(None, [w for w, _, _ in whole], [w for w, _, _ in mine], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            there, here = _stretch(fullest.text, whole, a, b), _stretch(quote.text, mine, c, d)
            yield Change(_KINDS[tag], here, there)  # type: ignore[arg-type] # the three kinds above


def _stretch(text: str, held: Sequence[tuple[str, int, int]], first: int, last: int) -> str | None:
    return " ".join(text[held[first][1] : held[last - 1][2]].split()) if first < last else None


def _at_an_end(change: Change, fullest: Quote) -> bool:
    """Whether what is cut stood at the beginning or the end."""
    whole = " ".join(w for w, _, _ in words(fullest.text))
    cut = " ".join(w for w, _, _ in words(change.there or ""))
    return whole.startswith(cut) or whole.endswith(cut)


def _negated(changes: Sequence[Change], side: str) -> bool:
    """Whether what differs on one side denies, an odd number of times."""
    told = [w for c in changes for w, _, _ in words(getattr(c, side) or "")]
    return sum(w in negations() for w in told) % 2 == 1


def _mostly_one(mine: Sequence[tuple[str, int, int]], whole: Sequence[tuple[str, int, int]]) -> bool:
    """Whether so much is common that one word more or less decides."""
    matcher = SequenceMatcher(None, [w for w, _, _ in whole], [w for w, _, _ in mine], autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return same >= 4 and same * 4 >= 3 * min(len(mine), len(whole))
