"""What surrounds an article on a page: the table `boilerplate.toml`, as phrases and shapes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from re import Pattern
from types import MappingProxyType

from dragoman.vocabulary.agencies import agencies
from dragoman.vocabulary.tables import read_toml

_SMOOTH = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u2009": " ", "‑": "-"})
_WORD = re.compile(r"\w+(?:['&.-]\w+)*|©")


def smooth(text: str) -> str:
    """The text with plain apostrophes, spaces and hyphens: of the same length, so that offsets hold."""
    return text.translate(_SMOOTH)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a smooth text, small: `e-mail`, `editor's` and `u.s` are one word each."""
    return tuple(_WORD.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their first word, the longest first; looked up in time that grows with the text alone."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> "Phrases":
        """The phrases of a list."""
        split = sorted({words_of(smooth(p)) for p in phrases}, key=lambda p: (-len(p), p))
        return cls(MappingProxyType({p[0]: tuple(q for q in split if q[0] == p[0]) for p in split}))

    def at(self, words: Sequence[str], i: int) -> int:
        """How many words the longest phrase that stands at word i has; 0 where none stands there."""
        for phrase in self.by_first.get(words[i], ()):
            if tuple(words[i : i + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def count(self, words: Sequence[str]) -> int:
        """How many phrases stand in the words, none within another."""
        found = until = 0
        for i, word in enumerate(words):
            if i >= until and word in self.by_first:
                width = self.at(words, i)
                found += width > 0
                until = i + width
        return found

    def opening(self, words: Sequence[str]) -> int:
        """How many words the phrase has that the words begin with; 0 where they begin with none."""
        return self.at(words, 0) if words else 0

    def cover(self, words: Sequence[str]) -> bool:
        """Whether the words are nothing but phrases, one after the other."""
        i = 0
        while i < len(words):
            width = self.at(words, i)
            if not width:
                return False
            i += width
        return bool(words)


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The table, a field a section (see there); `labels` holds the genre that each label names."""

    whole: Phrases
    strong: Phrases
    weak: Phrases
    person: Phrases
    opens: Phrases
    ends: Phrases
    final: Phrases
    openings: Phrases
    shown: Phrases
    inside: Phrases
    poses: Phrases
    writer: Phrases
    helpers: Phrases
    unnamed: Phrases
    dated: Phrases
    changed: Phrases
    thanks: Phrases
    honorifics: Phrases
    roles: Phrases
    of_author: Phrases
    verbs: Phrases
    outlets: Phrases
    degrees: Phrases
    says_opinion: Phrases
    says_sponsored: Phrases
    english: frozenset[str]
    agencies: frozenset[str]
    owner: Pattern[str]
    editors: Pattern[str]
    companies: frozenset[str]
    generic: frozenset[str]
    outlet: frozenset[str]
    papers: frozenset[str]
    particles: frozenset[str]
    changes: Pattern[str]
    labels: Mapping[str, str]
    shapes: Mapping[str, Pattern[str]]


@cache
def boilerplate() -> Boilerplate:
    """The table, read once."""
    table = read_toml("boilerplate.toml")
    lists = {
        name: Phrases.of(phrases)
        for section in ("ends", "credit", "byline", "biography", "genre")
        for name, phrases in table[section].items()
    }
    lists |= {
        n: Phrases.of(table[n]["phrases"]) for n in ("whole", "strong", "weak", "person", "opens", "ends")
    }
    kept = {n: p for n, p in lists.items() if n in Boilerplate.__annotations__}
    genres = {k: v for k, v in table["genre"].items() if "_" not in k}
    return Boilerplate(
        **kept,
        english=frozenset(table["english"]["phrases"]),
        agencies=frozenset({*agencies(), *table["credit"]["pictures"]}),
        owner=_before(table["owner"]["phrases"]),
        editors=_before(table["owner"]["editors"]),
        companies=frozenset(table["owner"]["companies"]),
        generic=frozenset(table["owner"]["generic"]),
        outlet=frozenset({*table["owner"]["outlets"], *table["owner"]["papers"]}),
        papers=frozenset(table["owner"]["papers"]),
        changes=re.compile(
            r"(?<!\w)(?:" + "|".join(sorted(table["byline"]["changed"], key=len, reverse=True)) + r")\b",
            re.IGNORECASE,
        ),
        particles=frozenset(table["names"]["particles"]),
        labels=MappingProxyType({label: name for name, labels in genres.items() for label in labels}),
        shapes=MappingProxyType({n: re.compile(p, re.IGNORECASE) for n, p in table["shapes"].items()}),
    )


def _before(phrases: Iterable[str]) -> Pattern[str]:
    """A pattern for the end of any of the phrases, where a name may follow."""
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")\s+", re.IGNORECASE)
