"""The ranks of envoys: the table `envoys.toml`."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@cache
def _ranks() -> Mapping[str, str]:
    rows = read_toml("envoys.toml")["ranks"]
    return MappingProxyType({word: row[0] for row in rows for word in row})


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_ranks(), key=lambda w: (-len(w), w))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})s?(?!\w)", re.IGNORECASE)


@cache
def _absent() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in read_toml("envoys.toml")["absent"])
    return re.compile(rf"\b(?:{words})[\s-]+(?:(?:the|its|their)\s+)?(?:[\w’'-]+\s+)?$", re.IGNORECASE)


def ranks_in(text: str) -> Iterator[tuple[str, int, int]]:
    """The ranks of envoys that a text names as being there, each with where its words stand.

    >>> [r for r, *_ in ranks_in("summoned the Togolese chargé d'affaires in the absence of the ambassador")]
    ["chargé d'affaires"]
    """
    for match in _pattern().finditer(text):
        if not _absent().search(text, max(0, match.start() - 60), match.start()):
            yield _ranks()[match[1].casefold()], match.start(), match.end()
