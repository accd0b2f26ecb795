"""What states sign: the table `instruments.toml`."""

import re
from collections.abc import Mapping, Sequence
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


@cache
def _stage_words() -> Mapping[str, tuple[str, ...]]:
    return {stage: tuple(words) for stage, words in read_toml("instruments.toml")["stages"].items()}


@cache
def _general() -> frozenset[str]:
    verbs = (w for stage in ("signing", "ratifying", "negotiating") for w in _stage_words()[stage])
    return frozenset([*read_toml("instruments.toml")["general"]["words"], *verbs])


@cache
def _stages() -> Mapping[str, re.Pattern[str]]:
    rows = {stage: "|".join(map(re.escape, words)) for stage, words in _stage_words().items()}
    return {stage: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for stage, words in rows.items()}


def stages_named(words: str) -> frozenset[str]:
    """How far an instrument has come, as words name it: in_force, signing, ratifying, negotiating.

    >>> sorted(stages_named("the treaty, signed in May, has not entered into force"))
    ['in_force', 'signing']
    """
    return frozenset(stage for stage, pattern in _stages().items() if pattern.search(words))


@cache
def _described() -> re.Pattern[str]:
    longest_first = sorted(_kinds(), key=lambda w: (-len(w), w))
    kinds = "|".join(map(re.escape, longest_first))
    return re.compile(rf"\b((?:[a-z][a-z-]*\s){{1,3}})({kinds})\b")


def instruments_described(words: str) -> frozenset[frozenset[str]]:
    """The instruments that some words tell from others, each by the words that do so.

    >>> [sorted(i) for i in instruments_described("signed a new free trade agreement, and a deal")]
    [['free', 'trade']]
    """
    named = (frozenset(_next_to(m[1].split())) for m in _described().finditer(words))
    return frozenset(n for n in named if n)


def _next_to(words: Sequence[str]) -> Sequence[str]:
    """The last of some words, up to one that tells no instrument from others."""
    at = max((i for i, w in enumerate(words) if w in _general()), default=-1)
    return words[at + 1 :]
