"""Words that take a stand on who rules or fights: the table `naming.toml`."""

import re
from functools import cache, lru_cache

from dragoman.vocabulary.tables import read_toml


@cache
def _sides() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["side"], _pattern(row["words"])) for row in read_toml("naming.toml")["side"])


@lru_cache(maxsize=65536)
def stand_of(words: str) -> str | None:
    """What a name or description holds the one named to be; None where it takes no stand.

    >>> stand_of("junta chief"), stand_of("prime minister")
    ('denies that the rule is rightful', None)
    """
    return next((side for side, pattern in _sides() if pattern.search(words)), None)


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    terms = (re.escape(w[:-1]) + r"\w*" if w.endswith("*") else re.escape(w) for w in longest_first)
    return re.compile(rf"\b(?:{'|'.join(terms)})\b", re.IGNORECASE)
