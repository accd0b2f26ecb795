"""Words for telling whether one account denies what another tells: the table `rebuttals.toml`."""

from functools import cache

from dragoman.vocabulary.act_words import kind_of_act
from dragoman.vocabulary.tables import read_toml


@cache
def kinds(key: str) -> frozenset[str]:
    """The words of a list (answering, idle, lone), each as the kind of act or thing it tells."""
    return frozenset(kind_of_act(word) for word in read_toml("rebuttals.toml")[key])


def nobody(text: str) -> bool:
    """Whether a clause begins with a word by which it denies something of everybody.

    >>> nobody("Nobody was sent back"), nobody("He was not sent back")
    (True, False)
    """
    return text.casefold().startswith(tuple(read_toml("rebuttals.toml")["nobody"]))


@cache
def limits() -> frozenset[str]:
    """Words by which a text denies only a part of what it says."""
    return frozenset(read_toml("rebuttals.toml")["limits"])
