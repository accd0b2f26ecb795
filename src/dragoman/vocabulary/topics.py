"""Topics: what a statement is about, by the words in it."""

import re
from dataclasses import dataclass
from functools import cache

from dragoman.vocabulary.tables import read_toml


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic. `words` are in lower case and in the singular; each is matched whole."""

    name: str
    words: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """All topics, by name."""
    return tuple(Topic(name, tuple(words)) for name, words in sorted(read_toml("topics.toml").items()))


def topics_of(text: str) -> tuple[str, ...]:
    """The names of the topics that words of this text show, sorted.

    >>> topics_of("They discussed wheat exports and a visa-free regime.")
    ('agriculture', 'trade', 'visa')
    """
    shown = _by_word()
    words = re.sub(r"[-‐‑ \s]+", " ", text.casefold())
    return tuple(sorted({name for match in _pattern().finditer(words) for name in shown[match[1]]}))


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for topic in topics():
        for word in topic.words:
            plain = word.replace("-", " ")
            found[plain] = (*found.get(plain, ()), topic.name)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    # The lookahead lets "arms embargo" be found beside "embargo"; longer words come first.
    words = sorted(_by_word(), key=lambda w: (-len(w), w))
    return re.compile(r"(?<!\w)(?=(" + "|".join(re.escape(w) for w in words) + r")(?:s|es)?(?!\w))")
