"""Which kind of act or happening a word tells, whatever its form: the table `act_words.toml`."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from dragoman.vocabulary.tables import read_toml

_LEAST = 3
_KEPT_DOUBLE = "sleo"


@lru_cache(maxsize=65536)
def kind_of_act(lemma: str) -> str:
    """The kind of act that a word tells, as a bare stem: the same for "expel" and "expulsions".

    >>> kind_of_act("expulsions") == kind_of_act("expel"), kind_of_act("treaty") == kind_of_act("treat")
    (True, False)
    """
    word = lemma.casefold()
    found = _heads().get(word) or _heads().get(_stem(word))
    return _stem(found or word)


@cache
def _heads() -> Mapping[str, str]:
    """From each word of the table, and from its stem, to the word that stands for its row."""
    rows = read_toml("act_words.toml")["words"]
    found = {word: row[0] for row in rows for word in row}
    for row in rows:
        for word in row:
            found.setdefault(_stem(word), row[0])
    return MappingProxyType(found)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(read_toml("act_words.toml")["endings"])


def _stem(word: str) -> str:
    if word.endswith("ies") and len(word) > 5:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith("ss") and len(word) > _LEAST:
        word = word[:-1]
    for ending in _endings():
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word[: -len(ending)]
            if len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in _KEPT_DOUBLE:
                word = word[:-1]
            break
    if word.endswith("e") and len(word) > _LEAST:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > _LEAST else word
