"""What a diplomatic mission is called: the table `missions.toml`."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@cache
def _kinds() -> Mapping[str, str]:
    return MappingProxyType(dict(read_toml("missions.toml")["kinds"]))


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_kinds(), key=lambda w: (-len(w), w))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})s?\b", re.IGNORECASE)


def kind_of_mission(words: str) -> str | None:
    """The kind of the first mission these words name, or None.

    >>> kind_of_mission("opened consulates general in two cities"), kind_of_mission("opened a school")
    ('consulate general', None)
    """
    match = _pattern().search(" ".join(words.split()))
    return _kinds()[match[1].casefold()] if match else None


def one_kind(kind: str) -> str:
    """A kind in the form under which accounts of one mission find each other.

    >>> one_kind("consulate general"), one_kind("embassy")
    ('consulate', 'embassy')
    """
    return kind.rpartition(" general")[0] or kind


def raised_mission(words: str) -> str | None:
    """The kind that a lesser mission is said to become, or None where none is.

    >>> raised_mission("its legation in Lima became an embassy"), raised_mission("opened an embassy")
    ('embassy', None)
    """
    raised = not mission_words("raised").isdisjoint(re.findall(r"[^\W\d_]+", words.casefold()))
    named = [words[start:end] for start, end in named_missions(words)]
    return kind_of_mission(named[-1]) if raised and len(named) > 1 else None


def named_missions(text: str) -> Iterator[tuple[int, int]]:
    """Where the words that name a mission stand in a text, in order.

    >>> list(named_missions("the embassies in Oslo"))
    [(4, 13)]
    """
    return (match.span() for match in _pattern().finditer(text))


@cache
def mission_words(group: str) -> frozenset[str]:
    """The words of one group of the table (having, moving, …)."""
    return frozenset(read_toml("missions.toml")[group])
