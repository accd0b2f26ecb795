"""What states sign: the table `instruments.toml`."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml


@cache
def _kinds() -> Mapping[str, str]:
    return MappingProxyType(dict(read_toml("instruments.toml")["kinds"]))


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_kinds(), key=lambda w: (-len(w), w))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})s?\b", re.IGNORECASE)


def kinds_of_instrument(words: str) -> tuple[str, ...]:
    """The kinds of instruments that these words name, in the order of the text, each once.

    >>> kinds_of_instrument("Ten agreements and two memorandums of understanding were signed")
    ('agreement', 'memorandum')
    """
    found = (_kinds()[m[1].casefold()] for m in _pattern().finditer(" ".join(words.split())))
    return tuple(dict.fromkeys(found))
