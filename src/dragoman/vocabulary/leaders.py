"""Of which state heads of state and government are: the table `leaders.tsv`."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.vocabulary.spellings import plain_letters
from dragoman.vocabulary.tables import listed, read_tsv


def state_of_leader(name: str) -> str | None:
    """The code of the state whose head of state or government bears this whole name, or None.

    >>> state_of_leader("Julius Nyerere"), state_of_leader("Nyerere")
    ('TZA', None)
    """
    return _states().get(_plain(name))


@cache
def leaders_last_names() -> frozenset[str]:
    """The last words of the leaders' names of two words or more, without marks, in lower case."""
    return frozenset(name.split()[-1] for name in _states() if " " in name)


@cache
def _states() -> Mapping[str, str]:
    rows = read_tsv("leaders.tsv")
    return MappingProxyType({_plain(n): row["state"] for row in rows for n in listed(row["names"])})


def _plain(name: str) -> str:
    """A name without hyphens, points and apostrophes, which texts set and leave out."""
    return " ".join(re.findall(r"\w+", re.sub("['ʻ.]", "", plain_letters(name))))
