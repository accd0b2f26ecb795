"""Words that say little, and words that deny: the table `wordings.toml`."""

from functools import cache

from dragoman.vocabulary.tables import read_toml


@cache
def empty_words() -> frozenset[str]:
    """The words that say little of what is said."""
    return frozenset(read_toml("wordings.toml")["empty"])


@cache
def negations() -> frozenset[str]:
    """The words that turn what is said round; "t" is what is left of "won't"."""
    return frozenset(read_toml("wordings.toml")["negations"])
