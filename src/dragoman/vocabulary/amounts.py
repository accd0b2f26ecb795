"""What sums of money and measured amounts are of: the table `amounts.toml`."""

import re
from functools import cache

from dragoman.vocabulary.tables import read_toml


@cache
def _classes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = read_toml("amounts.toml")["classes"].items()
    return tuple((name, _any(listed)) for name, listed in rows)


def _any(listed: list[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, listed), key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(longest_first) + r")\b")


def classes_in(text: str, unit: str) -> frozenset[str]:
    """What an amount may be of, by the words around it and by the base of its unit.

    >>> sorted(classes_in("a soft loan of 40 million euros", "EUR")), sorted(classes_in("300 MW", "watt"))
    (['loan'], ['power'])
    """
    said = text.casefold()
    own = read_toml("amounts.toml")["of_units"].get(unit)
    told = frozenset(name for name, words in _classes() if words.search(said))
    return told | ({own} if own else frozenset())
