"""What accounts count in one matter, and what befell it: the table `headcounts.toml`."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@cache
def _classes() -> Mapping[str, str]:
    rows = read_toml("headcounts.toml")["classes"].items()
    return MappingProxyType({noun: name for name, nouns in rows for noun in nouns})


@cache
def words(key: str) -> frozenset[str]:
    """A list of the table: all but the classes and deeds."""
    return frozenset(read_toml("headcounts.toml")[key])


def class_of(noun: str) -> str | None:
    """The class of a noun, in the singular; None where it is of none.

    >>> class_of("sailor"), class_of("lorry"), class_of("dollar")
    ('seafarers', 'vehicles', None)
    """
    return _classes().get(noun)


def alike(one: str, other: str) -> bool:
    """Whether what is of one class may be of the other: seafarers are people, and no soldiers.

    >>> alike("seafarers", "anyone"), alike("seafarers", "troops"), alike("vessels", "vessels")
    (True, False, True)
    """
    both = {one, other}
    return one == other or (both <= words("people") and bool(both & words("anyone")))


@cache
def _deeds() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    rows = read_toml("headcounts.toml")["deed"]
    return tuple((r["name"], _any(r["words"]), frozenset(r.get("of", ()))) for r in rows)


@cache
def _among(key: str) -> re.Pattern[str]:
    return _any(words(key))


def _any(listed: list[str] | frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, listed), key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(longest_first) + r")\b")


def deeds(text: str, kind: str, at: int) -> tuple[frozenset[str], frozenset[str]]:
    """What a text tells befell those of a class, by name: by the words nearest to a place, and by all.

    >>> [sorted(d) for d in deeds("the nine sailors, held since May, were let go", "seafarers", 4)]
    [['held'], ['freed', 'held']]
    """
    said = text.casefold()
    found = sorted(
        (max(match.start() - at, at - match.end()), name)
        for name, told, of in _deeds()
        if not of or kind in of
        for match in told.finditer(said)
    )
    nearest = frozenset(name for gap, name in found if gap == found[0][0])
    return nearest, frozenset(name for _, name in found)


def has(text: str, key: str) -> bool:
    """Whether a text has words of a list of the table: `parts` or `over`."""
    return _among(key).search(text.casefold()) is not None
